use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn CompaniesPage() -> impl IntoView {
    view! { <PageHead title="CompaniesPage"/> }
}

#[component]
pub fn CompanyPage() -> impl IntoView {
    view! { <PageHead title="CompanyPage"/> }
}

#[component]
pub fn EditCompanyPage() -> impl IntoView {
    view! { <PageHead title="EditCompanyPage"/> }
}

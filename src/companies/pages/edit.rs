use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn EditCompanyPage() -> impl IntoView {
    view! { <PageHead title="EditCompanyPage"/> }
}

use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn HomePage() -> impl IntoView {
    view! { <PageHead title="HomePage"/> }
}

#[component]
pub fn JobsPage() -> impl IntoView {
    view! { <PageHead title="JobsPage"/> }
}

#[component]
pub fn JobPage() -> impl IntoView {
    view! { <PageHead title="JobPage"/> }
}

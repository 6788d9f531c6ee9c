use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn ResumesPage() -> impl IntoView {
    view! { <PageHead title="ResumesPage"/> }
}

#[component]
pub fn ResumePage() -> impl IntoView {
    view! { <PageHead title="ResumePage"/> }
}

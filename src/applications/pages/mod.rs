use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn ApplyPage() -> impl IntoView {
    view! { <PageHead title="ApplyPage"/> }
}

#[component]
pub fn ApplicationsPage() -> impl IntoView {
    view! { <PageHead title="ApplicationsPage"/> }
}

#[component]
pub fn ApplicationPage() -> impl IntoView {
    view! { <PageHead title="ApplicationPage"/> }
}

#[component]
pub fn CandidatesPage() -> impl IntoView {
    view! { <PageHead title="CandidatesPage"/> }
}

#[component]
pub fn CandidatePage() -> impl IntoView {
    view! { <PageHead title="CandidatePage"/> }
}

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
pub fn JobsForMePage() -> impl IntoView {
    view! { <PageHead title="JobsForMePage"/> }
}

#[component]
pub fn JobPage() -> impl IntoView {
    view! { <PageHead title="JobPage"/> }
}

#[component]
pub fn PostingsPage() -> impl IntoView {
    view! { <PageHead title="PostingsPage"/> }
}

#[component]
pub fn NewPostingPage() -> impl IntoView {
    view! { <PageHead title="NewPostingPage"/> }
}

#[component]
pub fn PostingPage() -> impl IntoView {
    view! { <PageHead title="PostingPage"/> }
}

#[component]
pub fn PostingPreviewPage() -> impl IntoView {
    view! { <PageHead title="PostingPreviewPage"/> }
}

#[component]
pub fn EmployerPage() -> impl IntoView {
    view! { <PageHead title="EmployerPage"/> }
}

use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn EmployerPage() -> impl IntoView {
    view! { <PageHead title="EmployerPage"/> }
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

use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <PageHead title="ProfilePage"/> }
}

#[component]
pub fn JobsForMePage() -> impl IntoView {
    view! { <PageHead title="JobsForMePage"/> }
}

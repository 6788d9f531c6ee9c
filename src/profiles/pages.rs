use leptos::prelude::*;

use crate::ui::*;

#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <PageHead title="ProfilePage"/> }
}

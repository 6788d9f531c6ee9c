//! Rendered Markdown.

use leptos::prelude::*;

/// HTML that the server made from Markdown and cleaned; nothing else may come here.
#[component]
pub fn Prose(#[prop(into)] html: String) -> impl IntoView {
    view! { <div class="prose" dir="auto" inner_html=html></div> }
}

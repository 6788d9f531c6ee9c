//! What the server has made as HTML: rendered Markdown, and data for machines.

use leptos::prelude::*;

/// HTML that the server made from Markdown and cleaned; nothing else may come here.
#[component]
pub fn Prose(#[prop(into)] html: String) -> impl IntoView {
    view! { <div class="prose" dir="auto" inner_html=html></div> }
}

/// Data for machines inside a page, which shows nothing of it. Only who fetches the page gets it: browsers that move on
/// to it have none.
#[component]
pub fn MachineData(html: String) -> impl IntoView {
    view! { <div hidden inner_html=html></div> }
}

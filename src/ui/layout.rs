//! What every page begins with: its `<head>`, and its heading.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use super::boot::boot;
use crate::l10n::t;

/// Title, description and canonical address of a page; pages that are not for search engines say so.
#[component]
pub fn PageMeta(
    #[prop(into)] title: String,
    #[prop(into, optional)] description: String,
    /// The page's own path, for the canonical link; public pages have one.
    #[prop(into, optional)]
    canonical: String,
    #[prop(optional)] noindex: bool,
) -> impl IntoView {
    let canonical = (!canonical.is_empty()).then(|| boot().with_value(|b| format!("{}{canonical}", b.origin)));
    let description = (!description.is_empty()).then_some(description);
    let title = t().page_title(title);
    let unread = use_context::<Unread>();
    let counted = move || match unread.map_or(0, |unread| unread.0.get()) {
        0 => plain(title.clone()),
        count => format!("({count}) {}", plain(title.clone())),
    };
    // The server renders the title after the page's signals are disposed.
    #[cfg(feature = "ssr")]
    let counted = counted();
    view! {
        <Title text=counted/>
        {description.map(|content| view! { <Meta name="description" content/> })}
        {canonical.map(|href| view! { <Link rel="canonical" href/> })}
        {noindex.then(|| view! { <Meta name="robots" content="noindex"/> })}
    }
}

/// How many unread notifications there are, which the title shows.
#[derive(Clone, Copy)]
pub struct Unread(pub RwSignal<i64>);

/// A text as `<title>` takes it: leptos_meta writes it unescaped on the server, and sets it as text in the browser.
fn plain(text: String) -> String {
    #[cfg(feature = "ssr")]
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text
}

/// The title at a page's top, with a line under it and what one can do here.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(into, optional)] lead: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page__head">
            <h1 class="page__title" dir="auto">{title}</h1>
            {(!lead.is_empty()).then(|| view! { <p class="page__lead" dir="auto">{lead}</p> })}
            {children.map(|c| view! { <div class="page__actions">{c()}</div> })}
        </div>
    }
}

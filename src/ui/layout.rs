//! What every page begins with: its `<head>`, and its heading.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use super::boot::boot;
use crate::l10n::t;

/// Title, description and canonical address of a page, and what others show of a link to it; pages that are not for
/// search engines say so.
#[component]
pub fn PageMeta(
    #[prop(into)] title: String,
    #[prop(into, optional)] description: String,
    /// The page's own path, for the canonical link; public pages have one.
    #[prop(into, optional)]
    canonical: String,
    /// The path of the picture that is shown beside a link to it.
    #[prop(into, default = "/share.png".into())]
    picture: String,
    /// The path of a feed of what it lists.
    #[prop(into, optional)]
    feed: String,
    #[prop(optional)] noindex: bool,
) -> impl IntoView {
    let origin = boot().with_value(|b| b.origin.clone());
    let canonical = (!canonical.is_empty()).then(|| format!("{origin}{canonical}"));
    let description = if canonical.is_some() && description.is_empty() { title.clone() } else { description };
    let shared = canonical.clone().map(|url| {
        view! { <SharedAs title=title.clone() description=description.clone() url picture=format!("{origin}{picture}")/> }
    });
    let feed = (!feed.is_empty()).then(|| {
        view! { <Link rel="alternate" type_="application/atom+xml" href=format!("{origin}{feed}") title=title.clone()/> }
    });
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
        {feed}
        {shared}
    }
}

/// What others show of a link to a page (Open Graph, <https://ogp.me>).
#[component]
fn SharedAs(title: String, description: String, url: String, picture: String) -> impl IntoView {
    let properties = [
        ("og:type", "website".to_string()),
        ("og:site_name", "Jobi".into()),
        ("og:image:alt", title.clone()),
        ("og:title", title),
        ("og:description", description),
        ("og:url", url),
        ("og:image", picture),
        ("og:image:type", "image/png".into()),
        ("og:image:width", "1200".into()),
        ("og:image:height", "630".into()),
    ];
    let properties = properties.into_iter().map(|(property, content)| view! { <Meta property content/> });
    view! {
        {properties.collect_view()}
        <Meta name="twitter:card" content="summary_large_image"/>
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

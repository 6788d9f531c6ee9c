//! What lists share: rows or a word that there are none, and the way to the next page.

use leptos::prelude::*;

use crate::{l10n::t, paging::Page};

/// One page of a list: its rows, or what stands in their place where there are none, and the way to its neighbours.
#[component]
pub fn PagedList<T: 'static>(
    page: Page<T>,
    /// Shown when there are no rows: an [`Empty`].
    empty: impl FnOnce() -> AnyView,
    rows: impl FnOnce(Vec<T>) -> AnyView,
    /// Makes the address of a cursor: (`"after"`, key).
    href: impl Fn(&'static str, &str) -> String,
) -> impl IntoView {
    let Page { rows: found, before, after } = page;
    let content = if found.is_empty() { empty() } else { rows(found) };
    view! {
        {content}
        <Pager before after href/>
    }
}

/// Links to the neighbouring pages. `href` makes the address of a cursor: (`"after"`, key).
#[component]
pub fn Pager(
    before: Option<String>,
    after: Option<String>,
    href: impl Fn(&'static str, &str) -> String,
) -> impl IntoView {
    (before.is_some() || after.is_some()).then(|| {
        let previous = before.map(|key| {
            view! { <a class="pager__link button" rel="prev" href=href("before", &key)>{t().pager_previous()}</a> }
        });
        let next = after.map(|key| {
            view! { <a class="pager__link button" rel="next" href=href("after", &key)>{t().pager_next()}</a> }
        });
        view! { <nav class="pager" aria-label=t().pager_label()>{previous} {next}</nav> }
    })
}

/// Says that there is nothing, and what to do about it.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(into, optional)] text: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{title}</p>
            {(!text.is_empty()).then(|| view! { <p class="empty__text">{text}</p> })}
            {children.map(|c| view! { <div class="empty__action">{c()}</div> })}
        </div>
    }
}

//! What lists share: the way to the next page, and what stands there when there is nothing.

use leptos::prelude::*;

use crate::l10n::t;

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

//! The operator's own pages.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{Document, api::LoadDocument};
use crate::{
    l10n::{format, t},
    ui::{Load, PageHead, PageMeta, Prose, slug_param},
};

/// `/pages/{slug}`: the version that counts, or with `?date=` another one.
#[component]
pub fn DocumentPage() -> impl IntoView {
    let (name, query) = (slug_param(), use_query_map());
    let date = move || query.with(|q| q.get("date").unwrap_or_default());
    let view = move |document: Document| view! { <DocumentView name=untrack(name) document/> }.into_any();
    view! { <Load ask=move || LoadDocument { name: name(), date: date() } view/> }
}

#[component]
fn DocumentView(name: String, document: Document) -> impl IntoView {
    let t = t();
    let Document { title, html, date, dates, is_current } = document;
    let path = format!("/pages/{name}");
    let lead = date.map(|date| t.document_since(format::date(date))).unwrap_or_default();
    let old = (!is_current).then(|| {
        view! {
            <p class="notice notice--warning">
                {t.document_not_current()} " " <a href=path.clone()>{t.document_current()}</a>
            </p>
        }
    });
    let version = |day: NaiveDate| {
        let current = (Some(day) == date).then_some("page");
        view! { <li><a href=format!("{path}?date={day}") aria-current=current>{format::date(day)}</a></li> }
    };
    let versions = (dates.len() > 1).then(|| {
        view! {
            <nav class="section" aria-labelledby="versions">
                <h2 id="versions">{t.document_versions()}</h2>
                <ul class="prose">{dates.into_iter().map(version).collect_view()}</ul>
            </nav>
        }
    });
    view! {
        <PageMeta title=title.clone() canonical=path.clone() noindex=!is_current/>
        <div class="narrow">
            <PageHead title lead/>
            {old}
            <Prose html/>
            {versions}
        </div>
    }
}

use leptos::{
    ev::SubmitEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlFormElement, HtmlInputElement, HtmlSelectElement},
};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use crate::{
    jobs::{JobQuery, TEXT_LENGTH},
    l10n::t,
    ui::{Icon, IconName, sent_fields},
};

/// The form's id: the filters stand elsewhere in the page and belong to it.
pub(super) const FORM: &str = "job-search";

/// What and where. A plain form; hydrated it goes to the search's short address without loading a page, and shows
/// what the address says when that changes by other means.
#[component]
pub(super) fn SearchBar(#[prop(into)] query: Signal<JobQuery>) -> impl IntoView {
    let t = t();
    let (navigate, location) = (use_navigate(), use_location());
    let send = move |event: SubmitEvent| {
        let Some(text) = sent_fields(&event) else { return };
        event.prevent_default();
        let query = JobQuery::parse(&text);
        // What was not understood stays in the address, where the page tells of it.
        let href = if query.dropped > 0 { format!("/jobs?{text}") } else { query.href() };
        let here = location.pathname.with_untracked(|path| path == "/jobs");
        // Enter in a filter both changes it and sends the form: once is enough.
        if here && location.search.with_untracked(|s| JobQuery::parse(s)) == query {
            return;
        }
        navigate(&href, NavigateOptions { scroll: !here, ..Default::default() });
    };
    Effect::watch(move || query.get(), |query, _, _| show(query), false);
    let (what, place) = query.with_untracked(|q| (q.what.clone(), q.place.clone()));
    view! {
        <form id=FORM class="search-bar" role="search" method="get" action="/jobs" on:submit=send>
            <div class="search-bar__field">
                <label for="search-what">{t.jobs_what()}</label>
                <Icon name=IconName::Search/>
                <input id="search-what" type="search" name="q" value=what maxlength=TEXT_LENGTH placeholder=t.jobs_what_hint()/>
            </div>
            <div class="search-bar__field">
                <label for="search-where">{t.jobs_where()}</label>
                <Icon name=IconName::Pin/>
                <input id="search-where" type="search" name="where" value=place maxlength=TEXT_LENGTH placeholder=t.jobs_where_hint()/>
            </div>
            <button type="submit" class="button button--primary">{t.jobs_search()}</button>
        </form>
    }
}

fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id(FORM)?.dyn_into().ok()
}

/// Searches with what the form holds now.
pub(super) fn submit() {
    if let Some(form) = form() {
        _ = form.request_submit();
    }
}

/// Makes every control show what is searched for.
fn show(query: &JobQuery) {
    let Some(form) = form() else { return };
    for control in (0..form.length()).filter_map(|i| form.get_with_index(i as u32)) {
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "checkbox" => input.set_checked(query.ticks(&input.name(), &input.value())),
                _ => input.set_value(&query.value_of(&input.name())),
            }
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            select.set_value(&query.value_of(&select.name()));
        }
    }
}

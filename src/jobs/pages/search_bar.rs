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

/// What and where. A plain form (progressive enhancement): hydrated it navigates to the search's short address
/// without loading a page, and follows the address when that changes by other means.
#[component]
pub(super) fn SearchBar(#[prop(into)] query: Signal<JobQuery>) -> impl IntoView {
    let t = t();
    let (navigate, location) = (use_navigate(), use_location());
    let search = move |event: SubmitEvent| {
        let Some(text) = sent_fields(&event) else { return };
        event.prevent_default();
        let query = JobQuery::parse(&text);
        // Parameters that were not understood stay in the address, so that the page can warn of them.
        let href = if query.dropped > 0 { format!("/jobs?{text}") } else { query.href() };
        let here = location.pathname.with_untracked(|path| path == "/jobs");
        // Enter in a filter both changes it and sends the form: once is enough.
        if here && location.search.with_untracked(|s| JobQuery::parse(s)) == query {
            return;
        }
        navigate(&href, NavigateOptions { scroll: !here, ..Default::default() });
    };
    let rendered = query.get_untracked();
    let (what, place) = (rendered.what.clone(), rendered.place.clone());
    // What was typed before hydration may be searched for before this runs first.
    Effect::new(move |shown: Option<JobQuery>| {
        let query = query.get();
        if query != *shown.as_ref().unwrap_or(&rendered) {
            fill_in(&query);
        }
        query
    });
    view! {
        <form id=FORM class="search-bar" role="search" method="get" action="/jobs" on:submit=search>
            <div class="search-bar__field">
                <label for="search-what">{t.jobs_what()}</label>
                <Icon name=IconName::Search/>
                <input id="search-what" type="search" name="q" dir="auto" value=what maxlength=TEXT_LENGTH placeholder=t.jobs_what_hint()/>
            </div>
            <div class="search-bar__field">
                <label for="search-where">{t.jobs_where()}</label>
                <Icon name=IconName::Pin/>
                <input id="search-where" type="search" name="where" dir="auto" value=place maxlength=TEXT_LENGTH placeholder=t.jobs_where_hint()/>
            </div>
            <button type="submit" class="button button--primary">{t.jobs_search()}</button>
        </form>
    }
}

fn search_form() -> Option<HtmlFormElement> {
    document().get_element_by_id(FORM)?.dyn_into().ok()
}

/// Submits the search form from a control elsewhere.
pub(super) fn submit_search() {
    if let Some(form) = search_form() {
        _ = form.request_submit();
    }
}

/// Sets every control of the search form to what is searched for.
fn fill_in(query: &JobQuery) {
    let Some(form) = search_form() else { return };
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

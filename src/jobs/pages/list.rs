use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{
    filters::{Chips, Filters},
    row::JobRows,
    search_bar::SearchBar,
};
use crate::{
    jobs::{JobList, JobQuery, Sort, api::LoadJobs, has_terms},
    l10n::{arg, format, t},
    ui::{Empty, Load, PageMeta, Pager},
};

/// `/jobs`: the open postings, and the search among them. The address says what is searched for.
#[component]
pub fn JobsPage() -> impl IntoView {
    let location = use_location();
    let query = Memo::new(move |before: Option<&JobQuery>| {
        let here = location.pathname.with(|path| path.trim_end_matches('/') == "/jobs");
        // On the way to another page the address is not a search any more.
        before.filter(|_| !here).cloned().unwrap_or_else(|| location.search.with(|s| JobQuery::parse(s)))
    });
    let told = RwSignal::new(String::new());
    view! {
        <SearchBar query/>
        <div class="with-sidebar jobs-page">
            <Filters query/>
            <div>
                <p class="visually-hidden" role="status">{told}</p>
                <Load
                    ask=move || LoadJobs { query: query.with(JobQuery::canonical) }
                    view=move |list| view! { <Results list query=query.get_untracked() told/> }.into_any()
                />
            </div>
        </div>
    }
}

#[component]
fn Results(list: JobList, query: JobQuery, told: RwSignal<String>) -> impl IntoView {
    let t = t();
    let count = t.jobs_count(arg::Count(list.total), arg::Shown(format::number(list.total)));
    Effect::new({
        let count = count.clone();
        move || told.set(count.clone())
    });
    let (page, first) = (list.page, query.first_href());
    let rows = match (page.rows.is_empty(), list.total) {
        (false, _) => view! { <JobRows jobs=page.rows/> }.into_any(),
        (true, 0) => view! { <Nothing query=query.clone()/> }.into_any(),
        (true, _) => view! {
            <Empty title=t.jobs_no_page_title() text=t.jobs_no_page_text()>
                <a class="button" href=first>{t.jobs_no_page_action()}</a>
            </Empty>
        }
        .into_any(),
    };
    let pay = query.sort() == Sort::Pay || query.least_pay.is_some();
    view! {
        <PageMeta title=title(&query) description=t.jobs_description() canonical=query.href() noindex={list.total == 0}/>
        <h1 class="visually-hidden">{title(&query)}</h1>
        {query.is_cut().then(|| view! { <p class="notice notice--warning">{t.jobs_dropped()}</p> })}
        <Chips query=query.clone()/>
        <div class="results__head">
            <h2>{count}</h2>
            <SortLinks query=query.clone()/>
        </div>
        {pay.then(|| view! { <p class="results__note">{t.jobs_pay_note(query.currency())}</p> })}
        {rows}
        <Pager before=page.before after=page.after href=move |name, key: &str| query.page_href(name, key)/>
    }
}

/// `Jobs: rust, Berlin`.
fn title(query: &JobQuery) -> String {
    let words: Vec<&str> =
        [&query.what, &query.place].into_iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
    match words.is_empty() {
        true => t().jobs_title(),
        false => t().jobs_title_search(words.join(", ")),
    }
}

/// The orders that the list can have.
#[component]
fn SortLinks(query: JobQuery) -> impl IntoView {
    let t = t();
    let link = |sort: Sort, text: String| {
        let current = (query.sort() == sort).then_some("true");
        view! { <a href=query.sorted_href(sort) aria-current=current data-noscroll="">{text}</a> }
    };
    let relevance = has_terms(&query.what).then(|| link(Sort::Relevance, t.jobs_sort_relevance()));
    view! {
        <nav class="sort" aria-label=t.jobs_sort()>
            {relevance} {link(Sort::Newest, t.jobs_sort_newest())} {link(Sort::Pay, t.jobs_sort_pay())}
        </nav>
    }
}

/// Nothing is found: what could be left out.
#[component]
fn Nothing(query: JobQuery) -> impl IntoView {
    let t = t();
    if query.filters().is_empty() {
        return view! { <Empty title=t.jobs_none_title() text=t.jobs_none_text()/> }.into_any();
    }
    view! {
        <Empty title=t.jobs_nothing_title() text=t.jobs_nothing_text()>
            <a class="button" href="/jobs">{t.jobs_nothing_action()}</a>
        </Empty>
    }
    .into_any()
}

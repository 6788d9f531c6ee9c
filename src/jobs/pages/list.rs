use leptos::prelude::*;

use super::{
    filters::{FilterChips, JobFilters},
    row::{JobRows, jobs_count},
    search_bar::SearchBar,
};
use crate::{
    jobs::{JobList, JobQuery, Sort, api::LoadJobs, has_terms},
    l10n::{format, t},
    ui::{Empty, Load, PageMeta, PagedList, query_of},
};

/// `/jobs`: the open postings, and the search among them. The address says what is searched for.
#[component]
pub fn JobsPage() -> impl IntoView {
    let query = query_of("/jobs", JobQuery::parse);
    let announced = RwSignal::new(String::new());
    view! {
        <SearchBar query/>
        <div class="with-sidebar jobs-page">
            <JobFilters query/>
            <div>
                <p class="visually-hidden" role="status">{announced}</p>
                <Load
                    ask=move || LoadJobs { query: query.with(JobQuery::canonical) }
                    view=move |list| view! { <JobResults list query=query.get_untracked() announced/> }.into_any()
                />
            </div>
        </div>
    }
}

#[component]
fn JobResults(
    list: JobList,
    query: JobQuery,
    /// Gets how many were found, for the live region.
    announced: RwSignal<String>,
) -> impl IntoView {
    let t = t();
    let JobList { page, total, has_more, left_out } = list;
    let count = match has_more {
        true => t.jobs_count_more(format::number(total)),
        false => jobs_count(total),
    };
    Effect::new({
        let count = count.clone();
        move || announced.set(count.clone())
    });
    let narrowed = query.clone();
    let empty = move || match total {
        0 => view! { <NoJobs query=narrowed/> }.into_any(),
        _ => view! {
            <Empty title=t.jobs_no_page_title() text=t.jobs_no_page_text()>
                <a class="button" href=narrowed.first_href()>{t.jobs_no_page_action()}</a>
            </Empty>
        }
        .into_any(),
    };
    let by_pay = query.sort() == Sort::Pay;
    let currency = query.currency();
    let note = match query.least_pay {
        Some(_) => Some(t.jobs_pay_note(currency)),
        None => by_pay.then(|| t.jobs_pay_order(currency)),
    };
    let compared_in = by_pay.then_some(currency);
    let left_out = left_out.iter().map(|text| t.jobs_chip_words(text)).collect::<Vec<_>>().join(" ");
    view! {
        <PageMeta
            title=query.title()
            description=t.jobs_description()
            canonical=query.href()
            feed=query.feed_href()
            noindex={total == 0}
        />
        <h1 class="visually-hidden">{query.title()}</h1>
        {query.is_cut().then(|| view! { <p class="notice notice--warning">{t.jobs_dropped()}</p> })}
        {(!left_out.is_empty()).then(|| view! { <p class="notice notice--warning">{t.jobs_left_out(left_out)}</p> })}
        <FilterChips query=query.clone()/>
        <div class="results__head">
            <h2>{count}</h2>
            <SortLinks query=query.clone()/>
        </div>
        {note.map(|note| view! { <p class="results__note">{note}</p> })}
        <PagedList
            page
            empty
            rows=move |jobs| view! { <JobRows jobs compared_in/> }.into_any()
            href=move |side, key| query.page_href(side, key)
        />
    }
}

/// Links that sort the list.
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

/// Shown when nothing is found: suggests to remove the filters, if there are any.
#[component]
fn NoJobs(query: JobQuery) -> impl IntoView {
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

use leptos::prelude::*;
use strum::VariantArray;

use super::timeline::StageBadge;
use crate::{
    accounts::{Action, EmployerFrame, me},
    applications::{
        ADD_PATH, CandidateFilter, CandidateRow, Candidates, PostingChoice, Stage, StageChanged, api::LoadCandidates,
        candidate_name,
    },
    jobs::PostingChanged,
    l10n::{format, t},
    live::live,
    text::with_query,
    ui::{Ago, Column, Empty, LinkButton, Load, PageHead, PageMeta, PagedList, Table, query_params},
};

/// `/employer/candidates`: the applications that the company got.
#[component]
pub fn CandidatesPage() -> impl IntoView {
    let filter = filter_asked();
    let again = live().changes(|heard| heard.is::<PostingChanged>() || heard.is::<StageChanged>());
    view! {
        <PageMeta title=t().candidates_title() noindex=true/>
        <EmployerFrame>
            <Load
                ask=move || LoadCandidates { filter: filter.get() }
                again
                view=move |candidates| view! { <CandidateList filter=filter.get_untracked() candidates/> }.into_any()
            />
        </EmployerFrame>
    }
}

/// Which list the address asks for.
pub(super) fn filter_asked() -> Memo<CandidateFilter> {
    query_params(|get| CandidateFilter {
        posting: get("posting"),
        stage: get("stage"),
        sort: get("sort"),
        after: get("after"),
        before: get("before"),
    })
}

#[component]
fn CandidateList(filter: CandidateFilter, candidates: Candidates) -> impl IntoView {
    let t = t();
    let lead = candidates.posting.as_ref().map(|p| p.title.clone()).unwrap_or_default();
    let every_posting = candidates.posting.is_none();
    let (pages, links) = (filter.clone(), filter.clone());
    let add = me().is_some_and(|me| me.may(Action::AddCandidate)).then(|| {
        let href = with_query(ADD_PATH, &[("posting", &filter.posting)]);
        view! { <LinkButton href label=t.add_candidate()/> }
    });
    view! {
        <PageHead title=t.candidates_title() lead=lead>{add}</PageHead>
        <StageTabs filter=filter.clone() counts=candidates.counts/>
        <FilterForm filter chosen=candidates.posting postings=candidates.postings/>
        <PagedList
            page=candidates.page
            empty=move || view! { <Empty title=t.candidates_empty() text=t.candidates_empty_text()/> }.into_any()
            rows=move |rows| view! { <CandidateTable rows every_posting filter=links/> }.into_any()
            href=move |side, key| pages.page_path(side, key)
        />
    }
}

/// One tab for each stage, with its count.
#[component]
fn StageTabs(filter: CandidateFilter, counts: Vec<(Stage, i64)>) -> impl IntoView {
    let chosen = filter.stage.parse::<Stage>().ok();
    let tab = |stage: Option<Stage>| {
        let of = |(at, _): &&(Stage, i64)| stage.is_none_or(|stage| stage == *at);
        let count: i64 = counts.iter().filter(of).map(|(_, n)| n).sum();
        let label = stage.map_or_else(|| t().candidates_all(), Stage::label);
        let href = filter.of_stage(stage.map_or("", Into::into)).path();
        let current = (stage == chosen).then_some("page");
        view! { <a href=href aria-current=current>{label} " " <span class="badge">{format::number(count)}</span></a> }
    };
    let stages = Stage::VARIANTS.iter().map(|stage| tab(Some(*stage))).collect_view();
    view! { <nav class="tabs" aria-label=t().candidates_stages()>{tab(None)} {stages}</nav> }
}

/// Filters by posting, and sorts.
#[component]
fn FilterForm(filter: CandidateFilter, chosen: Option<PostingChoice>, postings: Vec<PostingChoice>) -> impl IntoView {
    let t = t();
    let chosen_id = chosen.as_ref().map(|p| p.id);
    let missing = chosen.filter(|p| postings.iter().all(|other| other.id != p.id));
    let option = |p: PostingChoice| {
        let selected = Some(p.id) == chosen_id;
        view! { <option value=p.id.to_string() selected=selected dir="auto">{p.title}</option> }
    };
    let options = missing.into_iter().chain(postings).map(option).collect_view();
    let oldest = filter.oldest_first();
    view! {
        <form method="get" action="/employer/candidates" class="cluster candidate-filter">
            <input type="hidden" name="stage" value=filter.stage/>
            <label for="filter-posting">{t.candidates_posting()}</label>
            <select class="select" id="filter-posting" name="posting">
                <option value="">{t.candidates_every_posting()}</option>
                {options}
            </select>
            <label for="filter-sort">{t.candidates_sort()}</label>
            <select class="select" id="filter-sort" name="sort">
                <option value="">{t.candidates_newest()}</option>
                <option value="oldest" selected=oldest>{t.candidates_oldest()}</option>
            </select>
            <button type="submit" class="button button--small">{t.candidates_show()}</button>
        </form>
    }
}

#[component]
fn CandidateTable(
    rows: Vec<CandidateRow>,
    /// Whether they applied for different postings, which are named then.
    every_posting: bool,
    filter: CandidateFilter,
) -> impl IntoView {
    let t = t();
    let name = move |row: &CandidateRow| {
        let unseen = row.unseen.then(|| view! { " " <span class="badge badge--info">{t.candidate_new()}</span> });
        view! { <a href=filter.candidate_path(row.id) dir="auto">{candidate_name(&row.name)}</a> {unseen} }
    };
    let posting = every_posting
        .then(|| Column::new(t.candidates_posting(), |row: &CandidateRow| view! { <bdi>{row.title.clone()}</bdi> }));
    let others = [
        Column::new(t.application_stage(), |row: &CandidateRow| {
            view! { <StageBadge standing=row.standing.clone()/> }
        }),
        Column::new(t.candidates_received(), |row: &CandidateRow| view! { <Ago at=row.created_at/> }),
    ];
    let columns = posting.into_iter().chain(others).collect();
    view! { <Table label=t.candidates_title() name=Column::new(t.candidates_name(), name) columns rows/> }
}

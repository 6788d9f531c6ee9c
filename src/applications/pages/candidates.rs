use leptos::{html, prelude::*, task::spawn_local};
use strum::VariantArray;

use super::{
    candidate::{MovedToast, Undoing},
    timeline::StageBadge,
};
use crate::{
    accounts::{Action, EmployerFrame, me},
    applications::{
        ADD_PATH, CANDIDATES_PATH, CandidateFilter, CandidateRow, Candidates, MAX_NAME_SEARCH, PostingChoice, Stage,
        StageChanged, api::LoadCandidates, candidate_name,
    },
    jobs::PostingChanged,
    l10n::{format, t},
    live::live,
    messages::MessageChanged,
    text::with_query,
    ui::{ActionError, Ago, Column, Empty, LinkButton, Load, PageHead, PageMeta, PagedList, Table, ask, query_params},
};

/// `/employer/candidates`: the applications that the company got.
#[component]
pub fn CandidatesPage() -> impl IntoView {
    let (filter, undoing, shown) = (filter_asked(), Undoing::new(), RwSignal::new(0));
    view! {
        <PageMeta title=t().candidates_title() noindex=true/>
        <EmployerFrame>
            <ActionError action=undoing.action/>
            <Load
                ask=move || LoadCandidates { filter: filter.get() }
                again=shown
                view=move |candidates| {
                    view! { <CandidateList filter=filter.get_untracked() candidates shown undoing/> }.into_any()
                }
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
        q: get("q"),
        moved: get("moved"),
    })
}

#[component]
fn CandidateList(
    filter: CandidateFilter,
    candidates: Candidates,
    /// Raised, it loads the list as it is now.
    shown: RwSignal<usize>,
    undoing: Undoing,
) -> impl IntoView {
    let t = t();
    let lead = candidates.posting.as_ref().map(|p| p.title.clone()).unwrap_or_default();
    let add = me().is_some_and(|me| me.may(Action::AddCandidate)).then(|| {
        let href = with_query(ADD_PATH, &[("posting", &filter.posting)]);
        view! { <LinkButton href label=t.add_candidate()/> }
    });
    let moved = candidates.moved.clone();
    let list = RwSignal::new(candidates.clone());
    let news = follow_news(filter.clone(), list);
    let rows = {
        let filter = filter.clone();
        move || view! { <CandidatePages filter=filter.clone() candidates=list.get()/> }
    };
    let tabs = {
        let filter = filter.clone();
        move || view! { <StageTabs filter=filter.clone() counts=list.with(|list| list.counts.clone())/> }
    };
    view! {
        <PageHead title=t.candidates_title() lead=lead>{add}</PageHead>
        <FilterForm filter=filter.clone() chosen=candidates.posting postings=candidates.postings/>
        {tabs}
        <NewsNotice news shown/>
        {rows}
        <MovedToast moved filter undoing/>
    }
}

/// What has changed since the list was shown: how many are new. None where rows are as they were.
type News = RwSignal<Option<usize>>;

/// Keeps an open list as it is now, unless that would push its rows away under somebody's pointer: then it is news.
fn follow_news(filter: CandidateFilter, list: RwSignal<Candidates>) -> News {
    let news = News::new(None);
    let changes = live()
        .changes(|heard| heard.is::<PostingChanged>() || heard.is::<StageChanged>() || heard.is::<MessageChanged>());
    Effect::new(move |before: Option<usize>| {
        let count = changes.get();
        if before.is_some_and(|before| before < count) {
            let filter = filter.clone();
            spawn_local(async move {
                if let Ok(now) = ask(LoadCandidates { filter }).await {
                    _ = news.try_set(compare(list, now));
                }
            });
        }
        count
    });
    news
}

fn compare(list: RwSignal<Candidates>, now: Candidates) -> Option<usize> {
    let ids = |candidates: &Candidates| candidates.page.rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let (before, after) = (list.try_with_untracked(ids)?, ids(&now));
    if before == after {
        list.try_set(now);
        return None;
    }
    // Ids begin with the time that they were made at.
    let newest = before.iter().max().copied().unwrap_or_default();
    Some(after.iter().filter(|id| **id > newest).count())
}

/// "3 new – show".
#[component]
fn NewsNotice(news: News, shown: RwSignal<usize>) -> impl IntoView {
    let show = move |_| {
        news.set(None);
        shown.update(|count| *count += 1);
    };
    view! {
        <div class="candidates__news" role="status">
            {move || news.get().map(|new| {
                let text = if new > 0 { t().candidates_new(new as i64) } else { t().candidates_changed() };
                view! { <button type="button" class="button button--warm" on:click=show>{text}</button> }
            })}
        </div>
    }
}

#[component]
fn CandidatePages(filter: CandidateFilter, candidates: Candidates) -> impl IntoView {
    let every_posting = candidates.posting.is_none();
    let (pages, links) = (filter.clone(), filter.as_list());
    let none_at_all = candidates.counts.is_empty();
    let empty = move || {
        let t = t();
        match (filter.q.is_empty(), none_at_all) {
            (false, _) => {
                let all = CandidateFilter { q: String::new(), ..filter.of_stage("") };
                view! {
                    <Empty title=t.candidates_none_named(filter.q.clone()) text=t.candidates_none_named_text()>
                        <LinkButton href=all.path() label=t.candidates_see_all()/>
                    </Empty>
                }
                .into_any()
            }
            (true, true) => view! { <Empty title=t.candidates_empty() text=t.candidates_empty_text()/> }.into_any(),
            (true, false) => view! {
                <Empty title=t.candidates_empty_stage()>
                    <LinkButton href=filter.of_stage("").path() label=t.candidates_see_all()/>
                </Empty>
            }
            .into_any(),
        }
    };
    view! {
        <PagedList
            page=candidates.page
            empty
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
    view! { <nav class="tabs tabs--line" aria-label=t().candidates_stages()>{tab(None)} {stages}</nav> }
}

/// Finds by name, filters by posting, and sorts. What is chosen acts at once where a script runs.
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
    let form = NodeRef::<html::Form>::new();
    let send = move |_| form.get_untracked().into_iter().for_each(|form| _ = form.request_submit());
    view! {
        <form method="get" action=CANDIDATES_PATH class="candidate-filter" role="search" node_ref=form>
            <input type="hidden" name="stage" value=filter.stage/>
            <input
                class="field__input candidate-filter__name"
                type="search"
                name="q"
                dir="auto"
                value=filter.q
                maxlength=MAX_NAME_SEARCH.to_string()
                aria-label=t.candidates_search()
                placeholder=t.candidates_search()
            />
            <label class="visually-hidden" for="filter-posting">{t.candidates_posting()}</label>
            <select class="select" id="filter-posting" name="posting" on:change=send>
                <option value="">{t.candidates_every_posting()}</option>
                {options}
            </select>
            <label class="visually-hidden" for="filter-sort">{t.candidates_sort()}</label>
            <select class="select" id="filter-sort" name="sort" on:change=send>
                <option value="">{t.candidates_newest()}</option>
                <option value="oldest" selected=oldest>{t.candidates_oldest()}</option>
            </select>
            <button type="submit" class="button">{t.candidates_show()}</button>
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
    let name = move |row: &CandidateRow| view! { <CandidateName row=row.clone() href=filter.candidate_path(row.id)/> };
    let posting = every_posting
        .then(|| Column::new(t.candidates_posting(), |row: &CandidateRow| view! { <bdi>{row.title.clone()}</bdi> }));
    let others = [
        Column::new(t.candidate_place(), |row: &CandidateRow| view! { <bdi>{row.place.clone()}</bdi> }),
        Column::new(t.application_stage(), |row: &CandidateRow| {
            view! { <StageBadge standing=row.standing.clone()/> }
        }),
        Column::new(t.candidates_active(), |row: &CandidateRow| view! { <Ago at=row.active_at/> }),
        Column::new(t.candidates_received(), |row: &CandidateRow| view! { <Ago at=row.created_at/> }),
    ];
    let columns = posting.into_iter().chain(others).collect();
    view! {
        <div class="candidates">
            <Table label=t.candidates_title() name=Column::new(t.candidates_name(), name) columns rows/>
        </div>
    }
}

/// Who it is, what they call themselves, and what of them is new.
#[component]
fn CandidateName(row: CandidateRow, href: String) -> impl IntoView {
    let t = t();
    let unseen = row.unseen.then(|| view! { " " <span class="badge badge--new">{t.candidate_new()}</span> });
    let unread = (row.unread > 0).then(|| {
        view! { " " <span class="badge badge--new">{t.candidate_unread(row.unread)}</span> }
    });
    let headline = (!row.headline.is_empty())
        .then(|| view! { <span class="candidates__headline" dir="auto">{row.headline}</span> });
    view! {
        <a class:candidates__name--new=row.unseen data-row="" href=href dir="auto">{candidate_name(&row.name)}</a>
        {unseen} {unread} {headline}
    }
}

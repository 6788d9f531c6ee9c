use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use strum::VariantArray;

use super::parts::{FailedButton, PostingButton, StateBadge, editor_path, preview_path};
use crate::{
    accounts::EmployerFrame,
    jobs::{
        PostingChanged, PostingList, PostingRow, PostingState, StateCounts,
        api::{ClosePosting, DuplicatePosting, LoadPostings, ReopenPosting},
    },
    l10n::{format, t},
    live::{Heard, live},
    paging::Page,
    text::with_query,
    ui::{Confirm, Day, Empty, LinkButton, Load, PageHead, PageMeta, Pager},
};

const PATH: &str = "/employer/postings";

/// Which part of the list the address asks for.
#[derive(Clone, PartialEq)]
struct Asked {
    state: String,
    after: String,
    before: String,
}

impl Asked {
    /// The address of the list in the same state, at a cursor.
    fn href(&self, name: &str, key: &str) -> String {
        with_query(PATH, &[("state", &self.state), (name, key)])
    }

    /// The address of this very part.
    fn here(&self) -> String {
        match self.after.is_empty() {
            true => self.href("before", &self.before),
            false => self.href("after", &self.after),
        }
    }
}

/// `/employer/postings`: the company's postings.
#[component]
pub fn PostingsPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|q| {
            let get = |name| q.get(name).unwrap_or_default();
            Asked { state: get("state"), after: get("after"), before: get("before") }
        })
    });
    let ask = move || {
        let Asked { state, after, before } = asked.get();
        LoadPostings { of: state, after, before }
    };
    view! {
        <PageMeta title=t().employer_postings() noindex=true/>
        <EmployerFrame>
            <PageHead title=t().employer_postings()>
                <LinkButton href="/employer/postings/new" label=t().posting_new() class="button button--primary"/>
            </PageHead>
            <FailedButton/>
            <Load ask again=live().changes(Heard::is::<PostingChanged>) view=move |list| view! { <Shown list asked=asked.get_untracked()/> }.into_any()/>
        </EmployerFrame>
    }
}

#[component]
fn Shown(list: PostingList, asked: Asked) -> impl IntoView {
    let t = t();
    let here = asked.here();
    let Page { rows, before, after } = list.page;
    let content = match (rows.is_empty(), list.counts.all()) {
        (true, 0) => view! {
            <Empty title=t.posting_empty_title() text=t.posting_empty_text()>
                <LinkButton href="/employer/postings/new" label=t.posting_new() class="button button--primary"/>
            </Empty>
        }
        .into_any(),
        (true, _) => view! {
            <Empty title=t.posting_empty_state()>
                <LinkButton href=PATH label=t.posting_tab_all()/>
            </Empty>
        }
        .into_any(),
        (false, _) => view! { <Table rows here/> }.into_any(),
    };
    view! {
        <Tabs counts=list.counts current=asked.state.clone()/>
        {content}
        <Pager before after href=move |name, key| asked.href(name, key)/>
    }
}

/// One tab a state, with how many there are.
#[component]
fn Tabs(counts: StateCounts, current: String) -> impl IntoView {
    let tab = |state: Option<PostingState>| {
        let name = state.map(<&str>::from).unwrap_or_default();
        let (label, count) = match state {
            Some(state) => (state.label(), counts.of(state)),
            None => (t().posting_tab_all(), counts.all()),
        };
        let here = (name == current).then_some("page");
        let href = with_query(PATH, &[("state", name)]);
        view! {
            <a href=href aria-current=here>{label} <span class="badge">{format::number(count)}</span></a>
        }
    };
    let order = [PostingState::Open, PostingState::Draft, PostingState::Closed, PostingState::Archived];
    debug_assert_eq!(order.len(), PostingState::VARIANTS.len());
    view! {
        <nav class="tabs" aria-label=t().posting_tabs()>
            {tab(None)}
            {order.into_iter().map(|state| tab(Some(state))).collect_view()}
        </nav>
    }
}

#[component]
fn Table(rows: Vec<PostingRow>, here: String) -> impl IntoView {
    let t = t();
    let rows = rows.into_iter().map(|row| view! { <Row row here=here.clone()/> }).collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=t.employer_postings()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t.posting_title()}</th>
                        <th scope="col">{t.posting_column_state()}</th>
                        <th scope="col" class="table__number">{t.posting_column_views()}</th>
                        <th scope="col" class="table__number">{t.posting_column_applications()}</th>
                        <th scope="col">{t.posting_column_closes()}</th>
                        <th scope="col"><span class="visually-hidden">{t.posting_column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(row: PostingRow, here: String) -> impl IntoView {
    let t = t();
    let id = row.id;
    let (about, closed) = (row.title.clone(), row.title.clone());
    let candidates = with_query("/employer/candidates", &[("posting", &id.to_string())]);
    let unseen = (row.unseen > 0).then(|| {
        view! { " " <span class="badge badge--info">{t.posting_unseen(format::number(row.unseen))}</span> }
    });
    let closing = match row.closed_at {
        Some(at) => view! {
            <td data-label="">
                <span class="muted">{t.posting_column_closed()} " " <Day at/></span>
            </td>
        }
        .into_any(),
        None => view! {
            <td data-label=t.posting_column_closes()>{row.closes_at.map(|at| view! { <Day at/> })}</td>
        }
        .into_any(),
    };
    let change = match row.state {
        PostingState::Draft => ().into_any(),
        PostingState::Open => view! {
            <Confirm label=t.posting_close() about=closed.clone() warning=t.posting_close_warning() class=SMALL>
                <PostingButton<ClosePosting> id label=t.posting_close_action() about=closed back=here/>
            </Confirm>
        }
        .into_any(),
        PostingState::Closed | PostingState::Archived => view! {
            <PostingButton<ReopenPosting> id label=t.posting_reopen() about=about.clone() back=here class=SMALL/>
        }
        .into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=editor_path(id)>{row.title}</a></th>
            <td data-label=t.posting_column_state()><StateBadge state=row.state/></td>
            <td data-label=t.posting_column_views() class="table__number">{format::number(row.views)}</td>
            <td data-label=t.posting_column_applications() class="table__number">
                <span><a href=candidates>{format::number(row.applications)}</a> {unseen}</span>
            </td>
            {closing}
            <td class="table__actions">
                <div class="row-actions">
                    <a class=SMALL href=editor_path(id)>
                        {t.posting_edit()} <span class="visually-hidden">" " {about.clone()}</span>
                    </a>
                    <a class=SMALL href=preview_path(id)>
                        {t.posting_preview()} <span class="visually-hidden">" " {about.clone()}</span>
                    </a>
                    {change}
                    <PostingButton<DuplicatePosting> id label=t.posting_duplicate() about class=SMALL/>
                </div>
            </td>
        </tr>
    }
}

const SMALL: &str = "button button--quiet button--small";

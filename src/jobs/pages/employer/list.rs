use leptos::prelude::*;
use strum::VariantArray;

use super::parts::{ClosingButton, PostingButton, PostingButtonError, StateBadge, editor_path, preview_path};
use crate::{
    accounts::{Action, EmployerFrame, me},
    jobs::{
        PostingChanged, PostingList, PostingRow, PostingState, StateCounts,
        api::{DuplicatePosting, LoadPostings},
    },
    l10n::{format, t},
    live::{Heard, live},
    text::with_query,
    ui::{Column, DayThere, Empty, LinkButton, Load, PageHead, PageMeta, PagedList, Table, about_what, query_params},
};

const PATH: &str = "/employer/postings";
const SMALL: &str = "button button--quiet button--small";

fn may_create() -> bool {
    me().is_some_and(|me| me.may(Action::CreatePosting))
}

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
    let asked = query_params(|get| Asked { state: get("state"), after: get("after"), before: get("before") });
    let ask = move || {
        let Asked { state, after, before } = asked.get();
        LoadPostings { of: state, after, before }
    };
    view! {
        <PageMeta title=t().employer_postings() noindex=true/>
        <EmployerFrame>
            <PageHead title=t().employer_postings()>
                {may_create().then(|| view! {
                    <LinkButton href="/employer/postings/new" label=t().posting_new() class="button button--primary"/>
                })}
            </PageHead>
            <PostingButtonError/>
            <Load
                ask
                again=live().changes(Heard::is::<PostingChanged>)
                view=move |list| view! { <CompanyPostings list asked=asked.get_untracked()/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn CompanyPostings(list: PostingList, asked: Asked) -> impl IntoView {
    let t = t();
    let (here, none_at_all) = (asked.here(), list.counts.all() == 0);
    let empty = move || match none_at_all {
        true if may_create() => view! {
            <Empty title=t.posting_empty_title() text=t.posting_empty_text()>
                <LinkButton href="/employer/postings/new" label=t.posting_new() class="button button--primary"/>
            </Empty>
        }
        .into_any(),
        true => view! { <Empty title=t.posting_empty_team_title() text=t.posting_empty_team_text()/> }.into_any(),
        false => view! {
            <Empty title=t.posting_empty_state()>
                <LinkButton href=PATH label=t.posting_tab_all()/>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <StateTabs counts=list.counts current=asked.state.clone()/>
        <PagedList
            page=list.page
            empty
            rows=move |rows| view! { <PostingTable rows here/> }.into_any()
            href=move |side, key| asked.href(side, key)
        />
    }
}

/// One tab a state, with how many there are.
#[component]
fn StateTabs(counts: StateCounts, current: String) -> impl IntoView {
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
fn PostingTable(
    rows: Vec<PostingRow>,
    /// Where buttons return to.
    here: String,
) -> impl IntoView {
    let t = t();
    let title = |row: &PostingRow| view! { <a href=editor_path(row.id) dir="auto">{row.title.clone()}</a> };
    let columns = vec![
        Column::new(t.posting_column_state(), |row: &PostingRow| view! { <StateBadge state=row.state/> }),
        Column::number(t.posting_column_views(), |row: &PostingRow| format::number(row.views)),
        Column::number(
            t.posting_column_applications(),
            |row: &PostingRow| view! { <ApplicationCount row=row.clone()/> },
        ),
        Column::new(t.posting_column_closes(), |row: &PostingRow| view! { <ClosingDay row=row.clone()/> }).card_label(
            |row| if row.closed_at.is_some() { String::new() } else { crate::l10n::t().posting_column_closes() },
        ),
        Column::actions(t.posting_column_actions(), move |row: &PostingRow| {
            view! { <PostingActions row=row.clone() here=here.clone()/> }
        }),
    ];
    view! { <Table label=t.employer_postings() name=Column::new(t.posting_title(), title) columns rows/> }
}

/// How many applications there are, with the way to them, and how many of them are new.
#[component]
fn ApplicationCount(row: PostingRow) -> impl IntoView {
    let candidates = with_query("/employer/candidates", &[("posting", &row.id.to_string())]);
    let unseen = (row.unseen > 0).then(|| {
        view! { " " <span class="badge badge--info">{t().posting_unseen(format::number(row.unseen))}</span> }
    });
    view! { <span><a href=candidates>{format::number(row.applications)}</a> {unseen}</span> }
}

#[component]
fn ClosingDay(row: PostingRow) -> impl IntoView {
    let closed = row.closed_at.is_some();
    row.last_day.map(|day| match closed {
        true => view! { <span class="muted">{t().posting_column_closed()} " " <DayThere day/></span> }.into_any(),
        false => view! { <DayThere day/> }.into_any(),
    })
}

/// What can be done with a posting. Every button names the posting for screen readers, as a row is not read with it.
#[component]
fn PostingActions(row: PostingRow, here: String) -> impl IntoView {
    let t = t();
    let (id, about) = (row.id, row.title);
    let link = |href: String, label: String| {
        let named = about_what(&label, &about);
        view! { <a class=SMALL href=href aria-label=named>{label}</a> }
    };
    view! {
        <div class="row-actions">
            {link(editor_path(id), t.posting_edit())}
            {link(preview_path(id), t.posting_preview())}
            <ClosingButton id state=row.state about=about.clone() back=here class=SMALL/>
            {may_create().then(|| view! { <PostingButton<DuplicatePosting> id label=t.posting_duplicate() about class=SMALL/> })}
        </div>
    }
}

use leptos::prelude::*;
use uuid::Uuid;

use super::parts::editor_path;
use crate::{
    accounts::{Action, EmployerFrame, me},
    jobs::{
        ClosingPosting, NewApplication, OpenPosting, Overview, PostingChanged, WaitingCandidate, api::LoadOverview,
    },
    l10n::{format, t},
    live::{Heard, live},
    text::with_query,
    ui::{Ago, Column, Empty, LinkButton, Load, PageHead, PageMeta, Table},
};

/// `/employer`: what needs the employer now.
#[component]
pub fn EmployerPage() -> impl IntoView {
    view! {
        <PageMeta title=t().employer_overview() noindex=true/>
        <EmployerFrame>
            <Load
                ask=|| LoadOverview {}
                again=live().changes(Heard::is::<PostingChanged>)
                view=move |overview| view! { <EmployerOverview overview/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn EmployerOverview(overview: Overview) -> impl IntoView {
    let t = t();
    let new_company = overview.counts.all() == 0;
    let next = (may(Action::EditCompany) && (new_company || !overview.company_complete))
        .then(|| view! { <NextSteps overview=overview.clone()/> });
    let counts = (!new_company).then(|| view! { <Figures overview=overview.clone()/> });
    let lists = (!new_company).then(|| {
        view! {
            <OpenPostings open=overview.open drafts=overview.counts.draft/>
            <div class="overview__people">
                <Waiting waiting=overview.waiting/>
                <NewApplications newest=overview.newest unseen=overview.unseen/>
            </div>
            {may(Action::SeePostings).then(|| view! { <ClosingSoon closing=overview.closing/> })}
        }
    });
    view! {
        <PageHead title=overview.company>
            {may(Action::CreatePosting).then(|| view! {
                <LinkButton href="/employer/postings/new" label=t.posting_new() class="button button--primary"/>
            })}
        </PageHead>
        <div class="overview">{counts} {next} {lists}</div>
    }
}

fn may(action: Action) -> bool {
    me().is_some_and(|me| me.may(action))
}

/// What is new, and how much there is.
#[component]
fn Figures(overview: Overview) -> impl IntoView {
    let t = t();
    view! {
        <dl class="stats">
            <Figure label=t.posting_stat_unseen() value=overview.unseen href="/employer/candidates" warm=true/>
            {may(Action::Write).then(|| view! {
                <Figure label=t.posting_stat_unread() value=overview.unread href="/messages?show=unread" warm=true/>
            })}
            <Figure label=t.posting_stat_applications() value=overview.applications href="/employer/candidates"/>
            {may(Action::SeePostings).then(|| view! {
                <Figure label=t.posting_stat_open() value=overview.counts.open href="/employer/postings?state=open"/>
                <Figure label=t.posting_stat_drafts() value=overview.counts.draft href="/employer/postings?state=draft"/>
            })}
        </dl>
    }
}

#[component]
fn Figure(
    label: String,
    value: i64,
    href: &'static str,
    /// Whether it counts what is new.
    #[prop(optional)]
    warm: bool,
) -> impl IntoView {
    view! {
        <div class="stat" class:stat--warm=warm && value.gt(&0)>
            <dt class="stat__label">{label}</dt>
            <dd class="stat__value"><a href=href>{format::number(value)}</a></dd>
        </div>
    }
}

/// A row for each open posting: how many are how far, each number the way to them.
#[component]
fn OpenPostings(open: Vec<OpenPosting>, drafts: i64) -> impl IntoView {
    let t = t();
    let stage = |label: String, name: &'static str, count: fn(&OpenPosting) -> i64| {
        Column::number(label, move |row: &OpenPosting| view! { <StageCount id=row.id stage=name count=count(row)/> })
    };
    let columns = vec![
        stage(t.stage_received(), "received", |row| row.received),
        stage(t.stage_in_review(), "in_review", |row| row.review),
        stage(t.stage_interview(), "interview", |row| row.interview),
        stage(t.stage_offer(), "offer", |row| row.offer),
        stage(t.stage_hired(), "hired", |row| row.hired),
    ];
    let name =
        Column::new(t.posting_column_posting(), |row: &OpenPosting| view! { <OpenPostingName row=row.clone()/> });
    let content = match open.is_empty() {
        false => {
            view! { <div class="pipeline"><Table label=t.posting_stat_open() name columns rows=open/></div> }.into_any()
        }
        true => {
            let draft = (drafts > 0 && may(Action::SeePostings)).then(
                || view! { <LinkButton href="/employer/postings?state=draft" label=t.posting_none_open_drafts()/> },
            );
            view! { <Empty title=t.posting_none_open() text=t.posting_none_open_text()>{draft}</Empty> }.into_any()
        }
    };
    let all = may(Action::SeePostings).then(|| view! { <a href="/employer/postings">{t.posting_all_postings()}</a> });
    view! {
        <section>
            <div class="section__head"><h2>{t.posting_stat_open()}</h2> {all}</div>
            {content}
        </section>
    }
}

fn candidates_of(posting: Uuid, stage: &str) -> String {
    with_query("/employer/candidates", &[("posting", &posting.to_string()), ("stage", stage)])
}

#[component]
fn OpenPostingName(row: OpenPosting) -> impl IntoView {
    let t = t();
    let unseen = (row.unseen > 0).then(|| {
        view! { " " <span class="badge badge--new">{t.posting_unseen(format::number(row.unseen))}</span> }
    });
    let unread =
        (row.unread > 0).then(|| view! { " " <span class="badge badge--new">{t.posting_unread(row.unread)}</span> });
    view! { <a href=candidates_of(row.id, "") dir="auto">{row.title}</a> {unseen} {unread} }
}

#[component]
fn StageCount(id: Uuid, stage: &'static str, count: i64) -> impl IntoView {
    match count {
        0 => view! { <span class="pipeline__none">"0"</span> }.into_any(),
        count => {
            view! { <a class="pipeline__count" href=candidates_of(id, stage)>{format::number(count)}</a> }.into_any()
        }
    }
}

/// Who has waited longest.
#[component]
fn Waiting(waiting: Vec<WaitingCandidate>) -> impl IntoView {
    let t = t();
    let row = |row: WaitingCandidate| {
        view! {
            <li class="people__row">
                <a class="people__name" data-row="" href=format!("/employer/candidates/{}", row.id) dir="auto">{row.name}</a>
                <span class="people__when people__when--warm"><Ago at=row.since/></span>
                <span class="people__about" dir="auto">{row.posting}</span>
            </li>
        }
    };
    let content = match waiting.is_empty() {
        true => view! { <p class="muted">{t.posting_nobody_waits()}</p> }.into_any(),
        false => view! { <ul class="people" role="list">{waiting.into_iter().map(row).collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <div class="section__head"><h2>{t.posting_waiting()}</h2></div>
            {content}
        </section>
    }
}

/// The first steps of a new company: its page, and a posting.
#[component]
fn NextSteps(overview: Overview) -> impl IntoView {
    let t = t();
    let company = (!overview.company_complete).then(|| {
        view! {
            <li>
                <p>{t.posting_step_company()}</p>
                <p><a href="/employer/company">{t.posting_step_company_action()}</a></p>
            </li>
        }
    });
    let posting = (overview.counts.all() == 0).then(|| {
        view! {
            <li>
                <p>{t.posting_step_first()}</p>
                <p><a href="/employer/postings/new">{t.posting_step_first_action()}</a></p>
            </li>
        }
    });
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.posting_steps()}</h2>
            <ul class="stack">{company} {posting}</ul>
        </section>
    }
}

#[component]
fn NewApplications(newest: Vec<NewApplication>, unseen: i64) -> impl IntoView {
    let t = t();
    let row = |row: NewApplication| {
        view! {
            <li class="people__row">
                <a class="people__name" data-row="" href=format!("/employer/candidates/{}", row.id) dir="auto">{row.name}</a>
                <span class="people__when"><Ago at=row.at/></span>
                <span class="people__about" dir="auto">{row.posting}</span>
            </li>
        }
    };
    let content = match unseen {
        0 => view! { <p class="muted">{t.posting_no_unseen()}</p> }.into_any(),
        _ => view! { <ul class="people" role="list">{newest.into_iter().map(row).collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <div class="section__head">
                <h2>{t.posting_new_applications()}</h2>
                <a href="/employer/candidates">{t.posting_all_candidates()}</a>
            </div>
            {content}
        </section>
    }
}

#[component]
fn ClosingSoon(closing: Vec<ClosingPosting>) -> impl IntoView {
    let t = t();
    let posting = |row: &ClosingPosting| view! { <a href=editor_path(row.id) dir="auto">{row.title.clone()}</a> };
    (!closing.is_empty()).then(|| {
        view! {
            <section>
                <div class="section__head"><h2>{t.posting_closing_soon()}</h2></div>
                <Table
                    label=t.posting_closing_soon()
                    name=Column::new(t.posting_column_posting(), posting)
                    columns=vec![
                        Column::new(t.posting_column_closes(), |row: &ClosingPosting| view! { <Ago at=row.at/> }),
                    ]
                    rows=closing
                />
            </section>
        }
    })
}

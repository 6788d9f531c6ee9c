use leptos::prelude::*;

use super::parts::editor_path;
use crate::{
    accounts::{Action, EmployerFrame, me},
    jobs::{ClosingPosting, NewApplication, Overview, PostingChanged, api::LoadOverview},
    l10n::{format, t},
    live::{Heard, live},
    ui::{Ago, Column, LinkButton, Load, PageHead, PageMeta, Table},
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
    let may = |action| me().is_some_and(|me| me.may(action));
    let next = (may(Action::EditCompany) && (new_company || !overview.company_complete))
        .then(|| view! { <NextSteps overview=overview.clone()/> });
    let lists = (!new_company).then(|| {
        view! {
            <NewApplications newest=overview.newest unseen=overview.unseen/>
            {may(Action::SeePostings).then(|| view! { <ClosingSoon closing=overview.closing/> })}
        }
    });
    view! {
        <PageHead title=overview.company>
            {may(Action::CreatePosting).then(|| view! {
                <LinkButton href="/employer/postings/new" label=t.posting_new() class="button button--primary"/>
            })}
        </PageHead>
        <div class="stack">
            <dl class="stats">
                {may(Action::SeePostings).then(|| view! {
                    <Stat label=t.posting_stat_open() value=overview.counts.open href="/employer/postings?state=open"/>
                    <Stat label=t.posting_stat_drafts() value=overview.counts.draft href="/employer/postings?state=draft"/>
                })}
                <Stat label=t.posting_stat_applications() value=overview.applications href="/employer/candidates"/>
                <Stat label=t.posting_stat_unseen() value=overview.unseen href="/employer/candidates"/>
            </dl>
            {next}
            {lists}
        </div>
    }
}

#[component]
fn Stat(label: String, value: i64, href: &'static str) -> impl IntoView {
    view! {
        <div class="stat">
            <dt class="stat__label">{label}</dt>
            <dd class="stat__value"><a href=href>{format::number(value)}</a></dd>
        </div>
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
    let candidate = |row: &NewApplication| {
        view! { <a href=format!("/employer/candidates/{}", row.id) dir="auto">{row.name.clone()}</a> }
    };
    let columns = vec![
        Column::new(t.posting_column_posting(), |row: &NewApplication| view! { <bdi>{row.posting.clone()}</bdi> }),
        Column::new(t.posting_column_applied(), |row: &NewApplication| view! { <Ago at=row.at/> }),
    ];
    let content = match unseen {
        0 => view! { <p class="muted">{t.posting_no_unseen()}</p> }.into_any(),
        _ => view! {
            <Table
                label=t.posting_new_applications()
                name=Column::new(t.posting_column_candidate(), candidate)
                columns
                rows=newest
            />
        }
        .into_any(),
    };
    view! {
        <section class="section">
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
            <section class="section">
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

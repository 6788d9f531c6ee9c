use leptos::prelude::*;

use super::timeline::StageBadge;
use crate::{
    applications::{ApplicationRow, StageChanged, api::LoadApplications},
    l10n::t,
    live::{Heard, live},
    paging::Page,
    text::with_query,
    ui::{Ago, Column, Empty, LinkButton, Load, PageHead, PageMeta, PagedList, Table, query_params},
};

/// `/applications`: what the seeker has sent, newest first.
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let cursor = query_params(|get| (get("after"), get("before")));
    let ask = move || {
        let (after, before) = cursor.get();
        LoadApplications { after, before }
    };
    let again = live().changes(Heard::is::<StageChanged>);
    view! {
        <PageMeta title=t().applications_title() noindex=true/>
        <PageHead title=t().applications_title()/>
        <Load ask again view=move |page| view! { <SentApplications page/> }.into_any()/>
    }
}

#[component]
fn SentApplications(page: Page<ApplicationRow>) -> impl IntoView {
    let t = t();
    let empty = move || {
        view! {
            <Empty title=t.applications_empty() text=t.applications_empty_text()>
                <LinkButton href="/jobs" label=t.applications_find() class="button button--primary"/>
            </Empty>
        }
        .into_any()
    };
    view! {
        <PagedList
            page
            empty
            rows=|rows| view! { <ApplicationTable rows/> }.into_any()
            href=|side, key| with_query("/applications", &[(side, key)])
        />
    }
}

#[component]
fn ApplicationTable(rows: Vec<ApplicationRow>) -> impl IntoView {
    let t = t();
    let job = |row: &ApplicationRow| {
        view! { <a href=format!("/applications/{}", row.id) dir="auto">{row.title.clone()}</a> }
    };
    let columns = vec![
        Column::new(t.application_company(), |row: &ApplicationRow| view! { <bdi>{row.company.clone()}</bdi> }),
        Column::new(t.application_stage(), |row: &ApplicationRow| {
            view! { <StageBadge standing=row.standing.clone()/> }
        }),
        Column::new(t.application_sent(), |row: &ApplicationRow| view! { <Ago at=row.created_at/> }),
        Column::new(t.application_changed(), |row: &ApplicationRow| view! { <Ago at=row.updated_at/> }),
    ];
    view! { <Table label=t.applications_title() name=Column::new(t.application_job(), job) columns rows/> }
}

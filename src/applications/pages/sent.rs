use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::timeline::StageBadge;
use crate::{
    applications::{ApplicationRow, StageChanged, api::LoadApplications},
    l10n::t,
    live::{Heard, live},
    paging::Page,
    text::with_query,
    ui::{Ago, Empty, LinkButton, Load, PageHead, PageMeta, Pager},
};

/// `/applications`: what the seeker has sent, newest first.
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let query = use_query_map();
    let ask = move || {
        let (after, before) = query.with(|q| (q.get("after"), q.get("before")));
        LoadApplications { after: after.unwrap_or_default(), before: before.unwrap_or_default() }
    };
    let again = live().changes(Heard::is::<StageChanged>);
    view! {
        <PageMeta title=t().applications_title() noindex=true/>
        <PageHead title=t().applications_title()/>
        <Load ask again view=move |page| view! { <Shown page/> }.into_any()/>
    }
}

#[component]
fn Shown(page: Page<ApplicationRow>) -> impl IntoView {
    let t = t();
    if page.rows.is_empty() {
        return view! {
            <Empty title=t.applications_empty() text=t.applications_empty_text()>
                <LinkButton href="/jobs" label=t.applications_find() class="button button--primary"/>
            </Empty>
        }
        .into_any();
    }
    let row = |row: ApplicationRow| {
        view! {
            <tr>
                <th scope="row"><a href=format!("/applications/{}", row.id)>{row.title}</a></th>
                <td data-label=t.application_company()>{row.company}</td>
                <td data-label=t.application_stage()><StageBadge stage=row.stage before=row.before/></td>
                <td data-label=t.application_sent()><Ago at=row.created_at/></td>
                <td data-label=t.application_changed()><Ago at=row.updated_at/></td>
            </tr>
        }
    };
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=t.applications_title()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t.application_job()}</th>
                        <th scope="col">{t.application_company()}</th>
                        <th scope="col">{t.application_stage()}</th>
                        <th scope="col">{t.application_sent()}</th>
                        <th scope="col">{t.application_changed()}</th>
                    </tr>
                </thead>
                <tbody>{page.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <Pager
            before=page.before
            after=page.after
            href=|side: &'static str, key: &str| with_query("/applications", &[(side, key)])
        />
    }
    .into_any()
}

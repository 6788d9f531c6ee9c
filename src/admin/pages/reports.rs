use leptos::prelude::*;

use super::frame::AdminFrame;
use crate::{
    admin::{
        WaitingReport,
        api::{HandleReport, LoadReports},
    },
    l10n::t,
    ui::{ActionError, Ago, ButtonForm, Empty, Fact, FormAction, Load, PageHead, PageMeta},
};

/// `/admin/reports`: conversations that people have reported.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let handle = FormAction::to::<HandleReport>();
    view! {
        <PageMeta title=t().admin_reports() noindex=true/>
        <AdminFrame>
            <Load
                ask=|| LoadReports {}
                view=move |reports| view! { <ReportList reports handle/> }.into_any()
            />
        </AdminFrame>
    }
}

#[component]
fn ReportList(reports: Vec<WaitingReport>, handle: FormAction) -> impl IntoView {
    let t = t();
    let empty = reports.is_empty().then(|| view! { <Empty title=t.admin_reports_none()/> });
    let rows = reports.into_iter().map(|report| {
        view! {
            <li class="panel stack">
                <p class="muted"><Ago at=report.created_at/></p>
                <p dir="auto">{report.reason}</p>
                <dl class="facts">
                    <Fact name=t.admin_report_by() value=report.reporter/>
                    <Fact name=t.admin_report_seeker() value=report.seeker/>
                    <Fact name=t.admin_report_company() value=report.company/>
                    <Fact name=t.admin_report_posting() value=report.title/>
                </dl>
                <ButtonForm action=handle label=t.admin_report_handle() fields=vec![("id", report.id.to_string())] reload=true in_list=true/>
            </li>
        }
    });
    view! {
        <PageHead title=t.admin_reports() lead=t.admin_reports_lead()/>
        <ActionError action=handle/>
        {empty}
        <ul class="stack">{rows.collect_view()}</ul>
    }
}

use leptos::prelude::*;

use super::frame::AdminFrame;
use crate::{
    admin::{Overview, StaffMember, api::LoadAdmin},
    l10n::t,
    ui::{Column, Load, PageHead, PageMeta, Table},
};

/// `/admin`: who looks after the site, and what waits.
#[component]
pub fn AdminPage() -> impl IntoView {
    view! {
        <PageMeta title=t().admin_title() noindex=true/>
        <AdminFrame>
            <Load ask=|| LoadAdmin {} view=|overview| view! { <Sections overview/> }.into_any()/>
        </AdminFrame>
    }
}

#[component]
fn Sections(overview: Overview) -> impl IntoView {
    let t = t();
    let staff = overview.staff.map(|rows| {
        let name = Column::new(t.admin_name(), |member: &StaffMember| {
            view! { <bdi>{member.name.clone()}</bdi> " " <span class="muted">{member.email.clone()}</span> }
        });
        let columns = vec![
            Column::new(t.admin_role(), |member: &StaffMember| member.role.label()),
            Column::new(t.admin_factor(), |member: &StaffMember| match (member.is_shut_out, member.has_factor) {
                (true, _) => crate::l10n::t().admin_shut_out(),
                (false, true) => crate::l10n::t().admin_factor_yes(),
                (false, false) => crate::l10n::t().admin_factor_no(),
            }),
        ];
        view! {
            <section class="stack">
                <h2>{t.admin_staff()}</h2>
                <Table label=t.admin_staff() name columns rows/>
                <p class="muted">{t.admin_staff_help()}</p>
            </section>
        }
    });
    view! {
        <PageHead title=t.admin_title()/>
        <p><a href="/admin/reports">{t.admin_reports_waiting(overview.reports as i64)}</a></p>
        {staff}
    }
}

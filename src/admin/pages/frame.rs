use leptos::prelude::*;

use crate::{
    accounts::{StaffAction, may::may_as_staff, me},
    error::AppError,
    l10n::t,
    ui::{ErrorPage, SideFrame},
};

/// Navigation and content of the staff's pages; for everybody else there is nothing.
#[component]
pub fn AdminFrame(children: Children) -> impl IntoView {
    let role = me().and_then(|me| me.staff);
    if role.is_none() {
        return view! { <ErrorPage error=AppError::NotFound/> }.into_any();
    }
    let t = t();
    let may = |action| may_as_staff(role, action).is_ok();
    let mut links = vec![("/admin", t.admin_overview())];
    if may(StaffAction::HandleReports) {
        links.push(("/admin/reports", t.admin_reports()));
    }
    if may(StaffAction::SeeAuditLog) {
        links.push(("/admin/audit", t.admin_audit()));
    }
    view! { <SideFrame label=t.admin_title() links>{children()}</SideFrame> }.into_any()
}

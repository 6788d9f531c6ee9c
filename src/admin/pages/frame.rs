use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    accounts::{StaffAction, may::may_as_staff, me},
    error::AppError,
    l10n::t,
    ui::ErrorPage,
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
    let path = use_location().pathname;
    let link = move |href: &'static str, text: String| {
        let current = move || path.with(|path| path == href).then_some("page");
        view! { <a href=href aria-current=current>{text}</a> }
    };
    view! {
        <div class="with-sidebar dashboard">
            <nav class="dashboard__nav" aria-label=t.admin_title()>
                {link("/admin", t.admin_overview())}
                {may(StaffAction::HandleReports).then(|| link("/admin/reports", t.admin_reports()))}
                {may(StaffAction::SeeAuditLog).then(|| link("/admin/audit", t.admin_audit()))}
            </nav>
            <div class="dashboard__main">{children()}</div>
        </div>
    }
    .into_any()
}

//! The frame of an employer's pages: the ways to go beside what is shown.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    accounts::{Action, Role, me},
    error::AppError,
    l10n::t,
    ui::ErrorPage,
};

/// Tells somebody who has not confirmed their address what they cannot do before.
#[component]
pub fn ConfirmNotice() -> impl IntoView {
    me().is_some_and(|me| me.must_confirm).then(|| {
        view! {
            <p class="notice notice--warning">
                {t().confirm_notice()} " " <a href="/settings">{t().settings_confirm_again()}</a>
            </p>
        }
    })
}

/// Navigation and content of the dashboard.
#[component]
pub fn EmployerFrame(children: Children) -> impl IntoView {
    if me().is_some_and(|me| me.role != Role::Employer) {
        return view! { <ErrorPage error=AppError::Forbidden/> }.into_any();
    }
    let t = t();
    let may = |action| me().is_some_and(|me| me.may(action));
    let path = use_location().pathname;
    let link = move |href: &'static str, text: String| {
        let current = move || {
            let here = path.with(|p| p == href || (href != "/employer" && p.starts_with(href)));
            here.then_some("page")
        };
        view! { <a href=href aria-current=current>{text}</a> }
    };
    view! {
        <div class="with-sidebar dashboard">
            <nav class="dashboard__nav" aria-label=t.nav_employer()>
                {link("/employer", t.employer_overview())}
                {may(Action::SeePostings).then(|| link("/employer/postings", t.employer_postings()))}
                {link("/employer/candidates", t.employer_candidates())}
                {may(Action::EditCompany).then(|| link("/employer/company", t.employer_company()))}
                {link("/employer/team", t.employer_team())}
            </nav>
            <div class="dashboard__main"><ConfirmNotice/> {children()}</div>
        </div>
    }
    .into_any()
}

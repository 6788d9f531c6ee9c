use leptos::prelude::*;

use super::ConfirmNotice;
use crate::{
    accounts::{Action, Role, me, second_factor::SECURITY_PATH},
    error::AppError,
    l10n::t,
    ui::{ErrorPage, SideFrame},
};

/// Navigation and content of an employer's pages.
#[component]
pub fn EmployerFrame(children: Children) -> impl IntoView {
    if me().is_some_and(|me| me.role != Role::Employer) {
        return view! { <ErrorPage error=AppError::Forbidden/> }.into_any();
    }
    let t = t();
    let may = |action| me().is_some_and(|me| me.may(action));
    let mut links = vec![("/employer", t.employer_overview())];
    if may(Action::SeePostings) {
        links.push(("/employer/postings", t.employer_postings()));
    }
    links.push(("/employer/candidates", t.employer_candidates()));
    if may(Action::EditCompany) {
        links.push(("/employer/company", t.employer_company()));
    }
    links.push(("/employer/team", t.employer_team()));
    view! { <SideFrame label=t.nav_employer() links><ConfirmNotice/> {children()}</SideFrame> }.into_any()
}

/// Navigation and content of the settings: everything that one sets once, for oneself and for one's company.
#[component]
pub fn SettingsFrame(children: Children) -> impl IntoView {
    let t = t();
    let me = me();
    let mut links = vec![];
    if let Some(me) = me {
        links.extend([("/settings", t.settings_account()), (SECURITY_PATH, t.security_title())]);
        links.push(("/settings/notifications", t.notifications_title()));
        links.push((APPEARANCE_PATH, t.appearance_title()));
        if me.role == Role::Seeker {
            links.push(("/profile", t.nav_profile()));
        } else {
            if me.may(Action::EditCompany) {
                links.push(("/employer/company", t.employer_company()));
            }
            links.push(("/employer/team", t.employer_team()));
        }
    } else {
        links.push((APPEARANCE_PATH, t.appearance_title()));
    }
    view! { <SideFrame label=t.settings_title() links><div class="narrow stack">{children()}</div></SideFrame> }
}

/// Where one chooses language and theme.
pub const APPEARANCE_PATH: &str = "/settings/appearance";

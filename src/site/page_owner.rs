//! A page of one person never acts as another, nor one that was made for a company as another company.
//!
//! Cookies belong to the browser, not to a page: once somebody else has logged in, what an open page of the first
//! person sends would be done as the second; and so with two companies of one person in two tabs. So pages send the
//! person and the company that they were made for ([`crate::ui::owned`]), and this layer refuses, before the body is
//! read, every request whose page owner is not the person logged in now and the company that they act for.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Uri, header},
    middleware::Next,
    response::Response,
};
use leptos::server_fn::ServerFn;
use url::form_urlencoded;

use crate::{
    accounts::{
        CurrentUser,
        api::{ActFor, ChooseLanguage, Login, Logout, Register},
        second_factor::api::{BeginPasskeyLogin, ConfirmWithPasskey, EnterCode, EnterRecoveryCode, LoginWithPasskey},
        staff::api::{MakeInvitedAccount, SetUpSite},
    },
    error::AppError,
    ui::{OWNER_PARAM, PageOwner},
};
use {
    super::{form_memory, state::AppState},
    crate::platform::{
        audit::{Outcome, SecurityEvent, security_event},
        client_addr::ClientAddr,
    },
};

/// Refuses a request from another person's page, with an error that says so. The typed fields belong to that page's
/// person: see [`form_memory`].
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let refused = match request.method().is_safe() {
        true => None,
        false => refusal(&request),
    };
    let Some(error) = refused else { return next.run(request).await };
    let user = request.extensions().get::<CurrentUser>().map(|user| user.id);
    let address = request.extensions().get::<ClientAddr>().map(|address| address.0);
    if error == AppError::OtherPerson {
        security_event(SecurityEvent::OtherPersonsPage, Outcome::Refused, user, address);
    }
    form_memory::refuse(&state, request, error).await
}

/// The person for whom the page that sent a request was made; `None` where the URL names no page of ours.
pub fn page_owner(uri: &Uri) -> Option<PageOwner> {
    let mut query = form_urlencoded::parse(uri.query()?.as_bytes());
    query.find(|(name, _)| name == OWNER_PARAM)?.1.parse().ok()
}

/// What logs somebody in.
const ENTRIES: [&str; 9] = [
    Login::PATH,
    Register::PATH,
    EnterCode::PATH,
    EnterRecoveryCode::PATH,
    ConfirmWithPasskey::PATH,
    BeginPasskeyLogin::PATH,
    LoginWithPasskey::PATH,
    SetUpSite::PATH,
    MakeInvitedAccount::PATH,
];

/// Why what a page sends is not done, if so.
fn refusal(request: &Request) -> Option<AppError> {
    // Nobody is logged in who could be impersonated; functions that need a login refuse by themselves.
    let user = request.extensions().get::<CurrentUser>()?;
    // What logs somebody in names its person itself, and a switch names the company.
    let names = |paths: &[&str]| paths.contains(&request.uri().path());
    match page_owner(request.uri()) {
        _ if names(&ENTRIES) => None,
        Some(PageOwner::Person { id, company }) if id == user.id => {
            let ours = company == user.company || names(&[ActFor::PATH, Logout::PATH, ChooseLanguage::PATH]);
            (!ours).then_some(AppError::OtherCompany)
        }
        None if !is_browser(request.headers()) => None,
        _ => Some(AppError::OtherPerson),
    }
}

/// Whether a browser sends this, by headers that browsers set on every write. A program chooses its cookies itself, so
/// it acts as whom it means to.
fn is_browser(headers: &HeaderMap) -> bool {
    headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_address_says_for_whom_its_page_was_made() {
        let owner = |uri: &str| page_owner(&uri.parse().unwrap());
        let id = Uuid::now_v7();
        let person = PageOwner::Person { id, company: None };
        assert_eq!(owner(&format!("/api/logout?x=1&for={id}")), Some(person));
        assert_eq!(owner("/api/logout?for=nobody"), Some(PageOwner::Nobody));
        for none in ["/api/logout", "/api/logout?for=", "/api/logout?for=1", "/api/logout?force=nobody"] {
            assert_eq!(owner(none), None, "{none}");
        }
    }
}

//! A page of one person never acts as another.
//!
//! Cookies belong to the browser, not to a page: once somebody else has logged in, what an open page of the first
//! person sends would be done as the second. So pages send the person they were made for ([`crate::ui::owned`]), and
//! this layer refuses, before the body is read, every request whose page owner is not the person logged in now.

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
        api::{Login, Register},
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
    if request.method().is_safe() || may_act(&request) {
        return next.run(request).await;
    }
    let user = request.extensions().get::<CurrentUser>().map(|user| user.id);
    let address = request.extensions().get::<ClientAddr>().map(|address| address.0);
    security_event(SecurityEvent::OtherPersonsPage, Outcome::Refused, user, address);
    form_memory::refuse(&state, request, AppError::OtherPerson).await
}

/// The person for whom the page that sent a request was made; `None` where the URL names no page of ours.
pub fn page_owner(uri: &Uri) -> Option<PageOwner> {
    let mut query = form_urlencoded::parse(uri.query()?.as_bytes());
    query.find(|(name, _)| name == OWNER_PARAM)?.1.parse().ok()
}

fn may_act(request: &Request) -> bool {
    // Nobody is logged in who could be impersonated; functions that need a login refuse by themselves.
    let Some(user) = request.extensions().get::<CurrentUser>() else { return true };
    // Login and registration name their person themselves.
    let names_person = [Login::PATH, Register::PATH].contains(&request.uri().path());
    names_person
        || match page_owner(request.uri()) {
            Some(owner) => owner == PageOwner::Person(user.id),
            None => !is_browser(request.headers()),
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
        assert_eq!(owner(&format!("/api/logout?x=1&for={id}")), Some(PageOwner::Person(id)));
        assert_eq!(owner("/api/logout?for=nobody"), Some(PageOwner::Nobody));
        for none in ["/api/logout", "/api/logout?for=", "/api/logout?for=1", "/api/logout?force=nobody"] {
            assert_eq!(owner(none), None, "{none}");
        }
    }
}

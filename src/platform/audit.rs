//! The log of security events: who did what, or tried to, from where, and how that ended.
//!
//! It holds ids, addresses and fixed words: nothing that somebody has typed, so no secret and no forged log line. A
//! failed login is logged with the account, where there is one, and without what was typed.

use std::net::IpAddr;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::Response,
};
use leptos::server_fn::error::ServerFnUrlError;
use strum::IntoStaticStr;
use tower_http::csrf::ProtectionError;
use url::Url;
use uuid::Uuid;

use super::{Platform, client_addr::client_addr, request::client};
use crate::error::AppError;

/// The log target, for filters: `RUST_LOG=jobi::security=info`.
pub const TARGET: &str = "jobi::security";

/// The kind of a security event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum SecurityEvent {
    Registration,
    Login,
    Logout,
    /// A logged-in person had to give the password again.
    PasswordCheck,
    PasswordChange,
    EmailChange,
    SessionEnd,
    AccountDeletion,
    /// Something needs a login (401).
    LoginNeeded,
    /// Something is not for this role (403).
    RoleNeeded,
    /// Too many tries (429).
    RateLimit,
    /// A form came from another site.
    ForeignForm,
    /// A form or call came from a page that was made for somebody else.
    OtherPersonsPage,
    CommandUserCreate,
    CommandUserSetPassword,
    CommandUserDisable,
    CommandUserEnable,
    CommandReportHandle,
    CommandSeed,
}

/// The outcome of a security event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    Done,
    /// The password or other proof that was given was wrong.
    Failed,
    /// The request was refused before anything was tried.
    Refused,
}

/// Logs that something happened to the account of `user`; from no address where it was a command on this machine.
pub fn security_event(event: SecurityEvent, outcome: Outcome, user: Option<Uuid>, address: Option<IpAddr>) {
    let (event, outcome): (&str, &str) = (event.into(), outcome.into());
    let user = user.map_or_else(|| "nobody".to_string(), |user| user.to_string());
    let address = address.map_or_else(|| "console".to_string(), |address| address.to_string());
    tracing::info!(target: TARGET, event, outcome, user, address, "security");
}

/// Logs what a server function did to the account of `user`.
pub fn note(event: SecurityEvent, outcome: Outcome, user: impl Into<Option<Uuid>>) {
    security_event(event, outcome, user.into(), Some(client().0));
}

/// Logs what commands do.
pub fn command(event: SecurityEvent, user: impl Into<Option<Uuid>>) {
    security_event(event, Outcome::Done, user.into(), None);
}

/// The person who was logged in: a response extension for the layers outside.
#[derive(Clone, Copy)]
pub struct AnsweredTo(pub Uuid);

/// Puts the client's address into the request, and logs a refused one: for scripts by its status, for plain forms by
/// the redirect that carries the error or leads to the login.
pub async fn layer(State(platform): State<Platform>, mut request: Request, next: Next) -> Response {
    let address = client_addr(&request, platform.site.proxies);
    request.extensions_mut().insert(address);
    let response = next.run(request).await;
    if let Some(event) = refusal(&response) {
        let user = response.extensions().get::<AnsweredTo>().map(|user| user.0);
        security_event(event, Outcome::Refused, user, Some(address.0));
    }
    response
}

fn refusal(response: &Response) -> Option<SecurityEvent> {
    if response.extensions().get::<ProtectionError>().is_some() {
        return Some(SecurityEvent::ForeignForm);
    }
    match response.status() {
        StatusCode::UNAUTHORIZED => Some(SecurityEvent::LoginNeeded),
        StatusCode::FORBIDDEN => Some(SecurityEvent::RoleNeeded),
        StatusCode::TOO_MANY_REQUESTS => Some(SecurityEvent::RateLimit),
        status if status.is_redirection() => told_by_redirect(response.headers()),
        _ => None,
    }
}

fn told_by_redirect(headers: &HeaderMap) -> Option<SecurityEvent> {
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    if location.starts_with("/login?next=") {
        return Some(SecurityEvent::LoginNeeded);
    }
    let url = Url::parse("http://localhost").ok()?.join(location).ok()?;
    let (_, error) = url.query_pairs().find(|(name, _)| name == "__err")?;
    match ServerFnUrlError::decode_err(&error) {
        AppError::Unauthorized => Some(SecurityEvent::LoginNeeded),
        AppError::Forbidden => Some(SecurityEvent::RoleNeeded),
        AppError::TooMany { .. } => Some(SecurityEvent::RateLimit),
        _ => None,
    }
}

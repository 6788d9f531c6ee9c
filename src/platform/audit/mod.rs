//! The audit log: who did what, or tried to, on which thing, from where, and how that ended; as rows of a table to which
//! is only added, and as lines of the log. Refused requests, which can be many, are lines alone.
//!
//! It holds ids, addresses and fixed words: nothing that somebody has typed, so no secret and no forged log line. A
//! failed login is logged with the account, where there is one, and without what was typed.

mod db;

use std::net::IpAddr;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::Response,
};
use leptos::server_fn::error::ServerFnUrlError;
use strum::{IntoStaticStr, VariantArray};
use tower_http::csrf::ProtectionError;
use url::Url;
use uuid::Uuid;

pub use self::db::{record, record_aside};
use super::{Platform, client_addr::client_addr, request::client};
use crate::error::AppError;

/// The log target, for filters: `RUST_LOG=jobi::security=info`.
pub const TARGET: &str = "jobi::security";

/// The kind of a security event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum SecurityEvent {
    Registration,
    Login,
    Logout,
    /// A logged-in person had to give the password again.
    PasswordCheck,
    PasswordChange,
    EmailChange,
    EmailConfirmation,
    /// A link that sets a new password was asked for.
    PasswordLink,
    /// A new password was set by such a link.
    PasswordReset,
    SessionEnd,
    /// An authenticator app or a passkey was set up.
    FactorSetup,
    FactorRename,
    FactorRemoval,
    /// New recovery codes were made.
    RecoveryCodes,
    /// A second factor was asked for.
    FactorCheck,
    AccountDeletion,
    Invitation,
    InvitationWithdrawal,
    InvitationAcceptance,
    RoleChange,
    MemberRemoval,
    /// Somebody of a company has opened a candidate's resume.
    ResumeView,
    /// Somebody of a company has added a candidate who has not applied.
    CandidateAddition,
    /// Such a candidate has objected, and is erased.
    CandidateObjection,
    /// A report was looked at by the site's staff.
    ReportHandle,
    /// The first admin of the site was made.
    SiteSetup,
    /// Somebody made the account that the operator has invited them to.
    StaffInvitationAcceptance,
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
    CommandUserStaff,
    CommandUserInvite,
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

/// A sensitive act, as the audit log keeps it.
#[derive(Clone, Debug)]
pub struct Act {
    event: SecurityEvent,
    outcome: Outcome,
    /// Who did it, or whose account was tried.
    actor: Option<Uuid>,
    /// What it was done to, and which: `("company", id)`.
    thing: Option<(&'static str, Uuid)>,
    /// Before and after, in fixed words such as a role.
    change: Option<(String, String)>,
    /// None for a command on this machine.
    address: Option<IpAddr>,
}

impl Act {
    /// An act of the client whose request this is.
    pub fn new(event: SecurityEvent, outcome: Outcome, actor: impl Into<Option<Uuid>>) -> Self {
        Self { event, outcome, actor: actor.into(), thing: None, change: None, address: Some(client().0) }
    }

    /// An act that has been done.
    pub fn done(event: SecurityEvent, actor: Uuid) -> Self {
        Self::new(event, Outcome::Done, actor)
    }

    /// An act of the operator, on this account where it is about one.
    pub fn command(event: SecurityEvent, account: impl Into<Option<Uuid>>) -> Self {
        let thing = account.into().map(|id| ("account", id));
        Self { event, outcome: Outcome::Done, actor: None, thing, change: None, address: None }
    }

    pub fn on(self, thing: &'static str, id: Uuid) -> Self {
        Self { thing: Some((thing, id)), ..self }
    }

    pub fn from(self, address: Option<IpAddr>) -> Self {
        Self { address, ..self }
    }

    pub fn changing(self, was: impl ToString, became: impl ToString) -> Self {
        Self { change: Some((was.to_string(), became.to_string())), ..self }
    }

    /// The line of the log.
    fn log(&self) {
        let user = self.actor.or(self.thing.filter(|(thing, _)| *thing == "account").map(|(_, id)| id));
        security_event(self.event, self.outcome, user, self.address);
    }
}

/// Logs that something happened to the account of `user`; from no address where it was a command on this machine.
pub fn security_event(event: SecurityEvent, outcome: Outcome, user: Option<Uuid>, address: Option<IpAddr>) {
    let (event, outcome): (&str, &str) = (event.into(), outcome.into());
    let user = user.map_or_else(|| "nobody".to_string(), |user| user.to_string());
    let address = address.map_or_else(|| "console".to_string(), |address| address.to_string());
    tracing::info!(target: TARGET, event, outcome, user, address, "security");
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

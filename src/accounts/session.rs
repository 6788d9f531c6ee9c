//! The session cookie, and the user and language of a request.

use axum::{
    extract::{Request, State},
    http::{Extensions, HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::cookie::Cookie;
use chrono::{DateTime, Utc};
use leptos::prelude::use_context;
use time::Duration;
use uuid::Uuid;

use super::{
    db::{AtPosting, Reach, find_session, hats, thing},
    may::{Action, Actor, StaffAction, Thing, may, may_as_staff as may_staff},
    model::{AccountProblem, CurrentUser, Role},
    second_factor,
};
use crate::{
    db::{Db, now},
    error::AppError,
    l10n::{Locale, language},
    platform::{
        Platform,
        audit::AnsweredTo,
        cookies::{append_cookie, cookie, read_cookie, set_cookie},
        error_page::wants_page,
        mail::Mailer,
        platform,
        request::from_request,
        site::Site,
    },
};

/// A session expires this many days after its login; use does not prolong it.
pub const LIFETIME_DAYS: i64 = 30;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The cookie that carries a session.
pub const SESSION_COOKIE: &str = "jobi";
/// The cookie that remembers the language of somebody without an account.
pub const LANGUAGE_COOKIE: &str = "jobi_language";

/// The cookie that carries a session's token until the session ends.
pub fn session_cookie(site: &Site, token: String, end: DateTime<Utc>) -> Cookie<'static> {
    let left = (end - now()).num_milliseconds().max(0);
    cookie(site, SESSION_COOKIE, token, Duration::seconds((left + 999) / 1000))
}

/// The cookie that deletes the session cookie.
pub fn no_session_cookie(site: &Site) -> Cookie<'static> {
    cookie(site, SESSION_COOKIE, String::new(), Duration::ZERO)
}

/// Deletes the session cookie, and the pages that the browser has cached in this session. Drafts stay: they are stored
/// under the person's id, for their next login.
pub fn end_session(site: &Site) {
    set_cookie(&no_session_cookie(site));
    if site.is_trusted()
        && let Some(options) = use_context::<leptos_axum::ResponseOptions>()
    {
        options.insert_header(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\""));
    }
}

/// Puts [`CurrentUser`] and [`Locale`] into the request. Without a session cookie it makes no query.
pub async fn layer(State(platform): State<Platform>, mut request: Request, next: Next) -> Result<Response, AppError> {
    let [token, language_chosen] =
        [SESSION_COOKIE, LANGUAGE_COOKIE].map(|name| read_cookie(&platform.site, request.headers(), name));
    let (mut user, mut dead) = (None, false);
    let mut locale = language_chosen.and_then(|language| language.parse::<Locale>().ok());
    if let Some(token) = token {
        match find_session(&platform.db, &token).await? {
            Some(mut found) => {
                if may_render(&request) {
                    found.hats = hats(&platform.db, found.id).await?;
                }
                locale = found.locale.or(locale);
                user = Some(AnsweredTo(found.id));
                request.extensions_mut().insert(found);
            }
            // Only for safe methods: a page's calls may be in flight while the token is rotated, and their answers must
            // not delete the new cookie.
            None => dead = request.method().is_safe(),
        }
    }
    let locale = locale.unwrap_or_else(|| language(request.headers()));
    request.extensions_mut().insert(locale);
    let mut response = next.run(request).await;
    response.extensions_mut().insert(locale);
    if dead {
        append_cookie(response.headers_mut(), &no_session_cookie(&platform.site));
    }
    if let Some(user) = user {
        response.extensions_mut().insert(user);
    }
    Ok(response)
}

/// Whether the answer may be a page, whose header lists what else one could act as; a script's call is answered without.
fn may_render(request: &Request) -> bool {
    !request.uri().path().starts_with("/api/") || wants_page(request.headers())
}

/// The logged-in user of this request, if any.
pub fn viewer() -> Option<CurrentUser> {
    from_request()
}

/// The id of the logged-in user of a request, if any.
pub fn person(request: &Extensions) -> Option<Uuid> {
    request.get::<CurrentUser>().map(|user| user.id)
}

/// The logged-in user of this request.
pub fn current_user() -> Result<CurrentUser, AppError> {
    viewer().ok_or(AppError::Unauthorized)
}

/// The logged-in seeker of this request.
pub fn seeker() -> Result<CurrentUser, AppError> {
    let user = current_user()?;
    user.must_seek()?;
    Ok(user)
}

/// The logged-in company member of this request, and their company.
pub fn employer() -> Result<(CurrentUser, Uuid), AppError> {
    let user = current_user()?;
    let company = user.hires_for()?;
    Ok((user, company))
}

/// The logged-in company member of this request, if their role has to do with this action, and their company.
pub fn may_in_company(action: Action) -> Result<(CurrentUser, Uuid), AppError> {
    let (user, company) = employer()?;
    user.may(action, Thing::Company(company))?;
    Ok((user, company))
}

/// The logged-in company member of this request, if they may do this to a posting, and their company.
pub async fn may_at_posting(action: Action, posting: Uuid) -> Result<(CurrentUser, Uuid), AppError> {
    may_at(action, AtPosting::Posting(posting)).await
}

/// The same for an application for one of the company's postings.
pub async fn may_at_application(action: Action, application: Uuid) -> Result<(CurrentUser, Uuid), AppError> {
    may_at(action, AtPosting::Application(application)).await
}

async fn may_at(action: Action, at: AtPosting) -> Result<(CurrentUser, Uuid), AppError> {
    let (user, company) = employer()?;
    let thing = thing(&platform().db, user.id, at).await?;
    user.may(action, thing)?;
    Ok((user, company))
}

/// The logged-in member of the site's staff, if their role has to do with this. They need a second factor; for
/// everybody else there is nothing here.
pub async fn may_as_staff(action: StaffAction) -> Result<CurrentUser, AppError> {
    let user = viewer().ok_or(AppError::NotFound)?;
    may_staff(user.staff, action)?;
    match second_factor::is_set_up(&platform().db, user.id).await? {
        true => Ok(user),
        false => Err(AppError::FactorNeeded),
    }
}

/// Whoever is logged in, if they may write into a conversation; a seeker's own is checked where it is read.
pub async fn may_at_conversation(conversation: Uuid) -> Result<CurrentUser, AppError> {
    let user = current_user()?;
    user.may_write_into(&platform().db, conversation).await?;
    Ok(user)
}

impl CurrentUser {
    /// Refuses what the role in the company does not allow.
    pub fn may(&self, action: Action, thing: Thing) -> Result<(), AppError> {
        may(Actor { member: self.company.zip(self.member_role) }, action, thing)
    }

    /// Refuses a member whose role may not do this in their company.
    pub fn may_in_company(&self, action: Action) -> Result<(), AppError> {
        self.may(action, Thing::Company(self.hires_for()?))
    }

    /// Refuses a member whose role may not write into a conversation of their company.
    pub async fn may_write_into(&self, db: &Db, conversation: Uuid) -> Result<(), AppError> {
        match self.company {
            Some(_) => self.may(Action::Write, thing(db, self.id, AtPosting::Conversation(conversation)).await?),
            None => Ok(()),
        }
    }

    /// What they reach of their company.
    pub fn reach(&self, company: Uuid) -> Reach {
        let all = self.member_role.is_some_and(|role| role.reaches_all());
        Reach { company, only: (!all).then_some(self.id) }
    }

    /// Refuses everybody but seekers.
    pub fn must_seek(&self) -> Result<(), AppError> {
        (self.role == Role::Seeker).then_some(()).ok_or(AppError::Forbidden)
    }

    /// Refuses whoever has not confirmed the address, where mails reach people.
    pub fn must_be_reachable(&self, mailer: &Mailer) -> Result<(), AppError> {
        match self.is_confirmed || !mailer.reaches_people() {
            true => Ok(()),
            false => Err(AppError::refused(AccountProblem::NotConfirmed)),
        }
    }

    /// The company that an employer acts for.
    pub fn hires_for(&self) -> Result<Uuid, AppError> {
        self.company.filter(|_| self.role == Role::Employer).ok_or(AppError::Forbidden)
    }
}

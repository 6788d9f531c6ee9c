//! Who is asking: the session cookie, and what a request knows of its person and language.

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
    db::find_session,
    model::{CurrentUser, Role},
};
use crate::{
    db::now,
    error::AppError,
    l10n::{Locale, language},
    platform::{
        Platform,
        audit::AnsweredTo,
        cookies::{append_cookie, cookie, read_cookie, set_cookie},
        request::from_request,
        site::Site,
    },
};

/// A session ends so long after its login, however much it is used.
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

/// The cookie that takes the session cookie away.
pub fn no_session_cookie(site: &Site) -> Cookie<'static> {
    cookie(site, SESSION_COOKIE, String::new(), Duration::ZERO)
}

/// Takes the session from the browser, and what it keeps of the pages that were seen in it. What was typed stays: it is
/// kept under its person's id, for when they come back.
pub fn end_session(site: &Site) {
    set_cookie(&no_session_cookie(site));
    if site.is_trusted()
        && let Some(options) = use_context::<leptos_axum::ResponseOptions>()
    {
        options.insert_header(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\""));
    }
}

/// Puts [`CurrentUser`] and [`Locale`] into the request. Without a cookie it asks no database.
pub async fn layer(State(platform): State<Platform>, mut request: Request, next: Next) -> Result<Response, AppError> {
    let [token, language_chosen] =
        [SESSION_COOKIE, LANGUAGE_COOKIE].map(|name| read_cookie(&platform.site, request.headers(), name));
    let (mut user, mut dead) = (None, false);
    let mut locale = language_chosen.and_then(|language| language.parse::<Locale>().ok());
    if let Some(token) = token {
        match find_session(&platform.db, &token).await? {
            Some(found) => {
                locale = found.locale.or(locale);
                user = Some(AnsweredTo(found.id));
                request.extensions_mut().insert(found);
            }
            // A page's calls may have been on their way while the token was renewed: they must not take the new one.
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

/// Who is asking, if anybody is logged in.
pub fn viewer() -> Option<CurrentUser> {
    from_request()
}

/// Who sends a request, if anybody is logged in.
pub fn person(request: &Extensions) -> Option<Uuid> {
    request.get::<CurrentUser>().map(|user| user.id)
}

/// Who is asking.
pub fn current_user() -> Result<CurrentUser, AppError> {
    viewer().ok_or(AppError::Unauthorized)
}

/// The seeker who is asking.
pub fn seeker() -> Result<CurrentUser, AppError> {
    let user = current_user()?;
    user.must_seek()?;
    Ok(user)
}

/// The member of a company who is asking, and that company.
pub fn employer() -> Result<(CurrentUser, Uuid), AppError> {
    let user = current_user()?;
    let company = user.hires_for()?;
    Ok((user, company))
}

impl CurrentUser {
    /// Only seekers go on.
    pub fn must_seek(&self) -> Result<(), AppError> {
        (self.role == Role::Seeker).then_some(()).ok_or(AppError::Forbidden)
    }

    /// The company that an employer is a member of.
    pub fn hires_for(&self) -> Result<Uuid, AppError> {
        self.company.filter(|_| self.role == Role::Employer).ok_or(AppError::Forbidden)
    }
}

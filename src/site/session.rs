//! Who is asking: the session cookie, and what a request knows of its person and language.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use chrono::{DateTime, Utc};
use leptos::prelude::use_context;
use std::net::{IpAddr, Ipv4Addr};
use time::Duration;
use uuid::Uuid;

use crate::{
    accounts::{self, CurrentUser, Role},
    error::AppError,
    l10n::{Locale, negotiate},
};
use {
    super::state::{AppState, Site},
    crate::{
        db::now,
        platform::{audit::AnsweredTo, client_addr::ClientAddr},
    },
};

/// A session ends so long after its login, however much it is used.
pub const LIFETIME_DAYS: i64 = 30;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The cookie that carries a session.
pub const SESSION_COOKIE: &str = "jobi";
/// The cookie that remembers the language of somebody without an account.
pub const LANGUAGE_COOKIE: &str = "jobi_language";

/// What one of our cookies is called: `__Host-` binds it to this very host, which browsers allow over HTTPS only.
pub fn cookie_name(site: &Site, plain: &str) -> String {
    if site.secure() { format!("__Host-{plain}") } else { plain.to_string() }
}

/// What one of our cookies holds.
pub fn read_cookie(site: &Site, headers: &HeaderMap, plain: &str) -> Option<String> {
    CookieJar::from_headers(headers).get(&cookie_name(site, plain)).map(|cookie| cookie.value().to_string())
}

/// Builds one of our cookies.
pub fn cookie(site: &Site, plain: &str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build((cookie_name(site, plain), value))
        .path("/")
        .http_only(true)
        .secure(site.secure())
        .same_site(SameSite::Lax)
        .max_age(age)
        .build()
}

/// The cookie that carries a session's token until the session ends.
pub fn session_cookie(site: &Site, token: String, end: DateTime<Utc>) -> Cookie<'static> {
    let left = (end - now()).num_milliseconds().max(0);
    cookie(site, SESSION_COOKIE, token, Duration::seconds((left + 999) / 1000))
}

/// The cookie that takes the session cookie away.
pub fn no_session_cookie(site: &Site) -> Cookie<'static> {
    cookie(site, SESSION_COOKIE, String::new(), Duration::ZERO)
}

pub fn append_cookie(headers: &mut HeaderMap, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// Sets a cookie on the answer of the server function that runs.
pub fn set_cookie(cookie: &Cookie<'_>) {
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        let value = HeaderValue::from_str(&cookie.to_string()).expect("our cookies are ASCII");
        options.append_header(header::SET_COOKIE, value);
    }
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
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Result<Response, AppError> {
    let [token, language_chosen] =
        [SESSION_COOKIE, LANGUAGE_COOKIE].map(|name| read_cookie(&state.site, request.headers(), name));
    let (mut user, mut dead) = (None, false);
    let mut locale = language_chosen.and_then(|language| language.parse::<Locale>().ok());
    if let Some(token) = token {
        match accounts::find_session(&state.db, &token).await? {
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
        append_cookie(response.headers_mut(), &no_session_cookie(&state.site));
    }
    if let Some(user) = user {
        response.extensions_mut().insert(user);
    }
    Ok(response)
}

/// The language that a browser asks for.
pub fn language(headers: &HeaderMap) -> Locale {
    let header = headers.get(header::ACCEPT_LANGUAGE);
    header.and_then(|v| v.to_str().ok()).map(negotiate).unwrap_or_default()
}

fn from_request<T: Clone + Send + Sync + 'static>() -> Option<T> {
    use_context::<Parts>()?.extensions.get::<T>().cloned()
}

/// Gives pages and server functions the language of their request.
pub fn provide_locale() {
    leptos::prelude::provide_context(from_request::<Locale>().unwrap_or_default());
}

/// Who is asking, if anybody is logged in.
pub fn viewer() -> Option<CurrentUser> {
    from_request()
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

/// Where the server function's request came from.
pub fn client() -> ClientAddr {
    from_request().unwrap_or(ClientAddr(IpAddr::V4(Ipv4Addr::LOCALHOST)))
}

/// What the browser calls itself, cut to a length worth showing.
pub fn user_agent() -> String {
    let parts = use_context::<Parts>();
    let header = parts.as_ref().and_then(|p| p.headers.get(header::USER_AGENT));
    let text = header.and_then(|v| v.to_str().ok()).unwrap_or_default();
    text.chars().take(300).collect()
}

//! Our cookies.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use leptos::prelude::use_context;
use time::Duration;

use super::site::Site;

/// What one of our cookies is called: `__Host-` binds it to this very host, which browsers allow over HTTPS only.
pub fn cookie_name(site: &Site, plain: &str) -> String {
    if site.secure() { format!("__Host-{plain}") } else { plain.to_string() }
}

/// The value of one of our cookies.
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

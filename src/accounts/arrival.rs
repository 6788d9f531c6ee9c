//! `GET /login/done?next=…`: where a login or registration leads first, to see whether the browser kept the cookie.

use axum::{Extension, extract::RawQuery, response::Redirect};
use url::form_urlencoded;

use super::model::{COOKIES_REFUSED, CurrentUser};
use crate::text::local_path;
use crate::{text::with_query, ui::login_path};

pub const PATH: &str = "/login/done";

/// The address that redirects to `next`, if the browser has kept the session cookie.
pub fn path(next: &str) -> String {
    with_query(PATH, &[("next", next)])
}

/// Redirects to `next`; or back to the login page, which says that the browser refuses cookies.
pub async fn arrive(user: Option<Extension<CurrentUser>>, RawQuery(query): RawQuery) -> Redirect {
    let mut query = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes());
    let next = query.find(|(name, _)| name == "next").map(|(_, next)| next.into_owned());
    let next = next.as_deref().and_then(local_path).unwrap_or("/");
    match user {
        Some(_) => Redirect::to(next),
        None => Redirect::to(&format!("{}&{COOKIES_REFUSED}", login_path(next))),
    }
}

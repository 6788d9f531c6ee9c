//! Browsers that somebody has logged in with: a cookie knows them again.

use axum::http::request::Parts;
use leptos::prelude::use_context;
use time::Duration;

use super::links::{Reader, is_known_device, know_device, send_new_sign_in};
use crate::{
    db::Tx,
    error::AppError,
    platform::{
        cookies::{cookie, read_cookie, set_cookie},
        request::{client, user_agent},
        site::Site,
        token::new_token,
    },
};

/// The cookie that names a browser. It outlives sessions, and opens nothing.
const DEVICE_COOKIE: &str = "jobi_device";
const LIFETIME: Duration = Duration::days(365);

/// Knows the browser of a login from now on, and tells the person by mail where it was not known before.
pub async fn note_login(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let parts = use_context::<Parts>();
    let named = parts.and_then(|parts| read_cookie(site, &parts.headers, DEVICE_COOKIE));
    let device = match named.filter(|device| device.len() == 64) {
        Some(device) => device,
        None => new_token()?,
    };
    if is_known_device(tx, reader.id, &device).await? == Some(false) {
        send_new_sign_in(tx, site, reader, &user_agent(), &client().0.to_string()).await?;
    }
    know_device(tx, reader.id, &device).await?;
    set_cookie(&cookie(site, DEVICE_COOKIE, device, LIFETIME));
    Ok(())
}

//! Browsers that somebody has logged in with: a cookie knows them again.

use axum::http::request::Parts;
use leptos::prelude::use_context;
use time::Duration;

use super::links::{Reader, belongs, is_known_device, know_device, send_new_sign_in};
use crate::{
    db::Tx,
    error::AppError,
    platform::{
        Platform,
        cookies::{cookie, read_cookie, set_cookie},
        request::{client, user_agent},
        site::Site,
        token::new_token,
    },
};

/// The cookie that names a browser. It outlives sessions, and opens nothing.
const DEVICE_COOKIE: &str = "jobi_device";
const LIFETIME: Duration = Duration::days(365);

/// The browser's name, where the account that one of these keys finds has been logged in to with it.
pub async fn known_to(platform: &Platform, keys: &[String; 2]) -> Result<Option<String>, AppError> {
    let Some(device) = named(&platform.site) else { return Ok(None) };
    Ok(belongs(&platform.db, keys, &device).await?.then_some(device))
}

/// What the browser calls itself by its cookie.
fn named(site: &Site) -> Option<String> {
    let device = read_cookie(site, &use_context::<Parts>()?.headers, DEVICE_COOKIE)?;
    (device.len() == 64).then_some(device)
}

/// Knows the browser of a login from now on, and tells the person by mail where it was not known before.
pub async fn note_login(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let device = match named(site) {
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

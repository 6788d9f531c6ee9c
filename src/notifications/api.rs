//! Server functions of notifications.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Bell, Notifications};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::notifications::NotificationDone;
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{accounts::current_user, paging::Cursor, platform::platform, text::local_path, ui::done},
};

/// What the bell shows.
#[server(endpoint = "load_bell")]
pub async fn load_bell() -> Result<Bell, AppError> {
    db::bell(&platform().db, current_user()?.id).await
}

/// A page of notifications.
#[server(endpoint = "load_notifications")]
pub async fn load_notifications(
    #[server(default)] kind: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<Notifications, AppError> {
    let user = current_user()?;
    db::list(&platform().db, user.id, kind.parse().ok(), &Cursor::beside_ids(&after, &before)).await
}

/// Marks one notification as read, or all of them where none is named; `back` is the page to return to.
#[server(endpoint = "read_notifications")]
pub async fn read_notifications(
    #[server(default)] id: Option<Uuid>,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    db::read(&platform().db, current_user()?.id, id).await?;
    match (id, local_path(&back)) {
        (None, _) => done("/notifications", NotificationDone::NotificationsRead),
        (Some(_), Some(back)) => leptos_axum::redirect(back),
        (Some(_), None) => {}
    }
    Ok(())
}

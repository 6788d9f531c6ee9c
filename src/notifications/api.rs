//! Server functions of notifications.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Bell, NotificationSettings, Notifications};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{
        accounts::current_user,
        forms::Check,
        messages,
        paging::Cursor,
        platform::platform,
        text::local_path,
        ui::{Done, toast::done},
    },
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

/// Reads one notification, or all of them where none is named; `back` is the page to return to.
#[server(endpoint = "read_notifications")]
pub async fn read_notifications(
    #[server(default)] id: Option<Uuid>,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    db::read(&platform().db, current_user()?.id, id).await?;
    match (id, local_path(&back)) {
        (None, _) => done("/notifications", Done::NotificationsRead),
        (Some(_), Some(back)) => leptos_axum::redirect(back),
        (Some(_), None) => {}
    }
    Ok(())
}

/// What somebody is told, and what they show.
#[server(endpoint = "load_notification_settings")]
pub async fn load_notification_settings() -> Result<NotificationSettings, AppError> {
    let user = current_user()?;
    db::settings(&platform().db, user.id, user.role).await
}

/// Changes that.
#[server(endpoint = "save_notification_settings")]
pub async fn save_notification_settings(
    #[server(default)] kinds: Vec<String>,
    #[server(default)] shown: Vec<String>,
) -> Result<(), AppError> {
    let user = current_user()?;
    let mut check = Check::default();
    let settings =
        NotificationSettings { kinds: check.choices("kinds", &kinds), shown: check.choices("shown", &shown) };
    check.finish()?;
    let platform = platform();
    let saved = db::save_settings(&platform.db, user.id, user.role, &settings);
    messages::change_shown(&platform, user.id, saved).await?;
    done("/settings/notifications", Done::NotificationsSaved);
    Ok(())
}

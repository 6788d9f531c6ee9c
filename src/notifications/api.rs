//! Server functions of notifications.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Bell, Notifications, Unsubscription};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::notifications::NotificationDone;
#[cfg(feature = "ssr")]
use {
    super::{MailsOf, NotificationProblem, db},
    crate::{
        accounts::current_user,
        paging::Cursor,
        platform::platform,
        text::{local_path, with_query},
        ui::done,
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

/// What the page shows behind the link that ends mails of a kind.
#[server(endpoint = "load_unsubscription")]
pub async fn load_unsubscription(
    #[server(default)] token: String,
    #[server(default)] kind: String,
) -> Result<Unsubscription, AppError> {
    let db = platform().db;
    let found = db::whose(&db, &token).await?.zip(kind.parse::<MailsOf>().ok());
    Ok(match found {
        Some((user, mails)) => {
            Unsubscription { mails: Some(mails), is_ended: db::are_mails_ended(&db, user, mails).await? }
        }
        None => Unsubscription { mails: None, is_ended: false },
    })
}

/// Ends mails of a kind, by the link that each of them has; no login is needed.
#[server(endpoint = "end_mails")]
pub async fn end_mails(#[server(default)] token: String, #[server(default)] kind: String) -> Result<(), AppError> {
    let db = platform().db;
    let found = db::whose(&db, &token).await?.zip(kind.parse::<MailsOf>().ok());
    let (user, mails) = found.ok_or_else(|| AppError::refused(NotificationProblem::NobodysLink))?;
    db::end_mails(&db, user, mails).await?;
    let page = with_query("/unsubscribe", &[("token", &token), ("kind", &kind)]);
    done(&page, NotificationDone::MailsEnded);
    Ok(())
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

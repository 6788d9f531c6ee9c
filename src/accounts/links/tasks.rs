//! What is done after the answer: who asks for a new password gets the same one at the same speed, whether or not there
//! is such an account.

use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};

use super::mails::{Reader, send_password_link};
use crate::{
    accounts::db::find_by_email,
    db::Tx,
    error::AppError,
    l10n::Locale,
    platform::{
        Platform,
        queue::{NewTask, Task, TaskError, TaskHandler, enqueue, finish},
    },
};

const KIND: &str = "password_link";

/// Somebody has asked for a link that sets a new password.
#[derive(Serialize, Deserialize)]
struct Asked {
    /// As it was typed.
    email: String,
    /// The language of the page.
    language: String,
}

/// Queues a link for the account of an address, if there is one.
pub async fn send_password_link_later(tx: &mut Tx, email: &str, locale: Locale) -> Result<(), AppError> {
    let asked = Asked { email: email.to_string(), language: locale.to_string() };
    enqueue(tx, NewTask::new(KIND, &asked)?).await
}

/// Finds the account, and sends the link.
pub struct SendPasswordLink;

impl TaskHandler for SendPasswordLink {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        send(platform, task).boxed()
    }
}

async fn send(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let asked: Asked = task.read()?;
    let found = find_by_email(&platform.db, &asked.email).await?;
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    if let Some(user) = found.filter(|user| user.disabled_at.is_none()) {
        let locale = user.locale().or(asked.language.parse().ok()).unwrap_or_default();
        // To the address of the account, not to the one that was typed: others may look alike.
        let reader = Reader { id: user.id, email: &user.email, name: &user.name, locale };
        send_password_link(&mut tx, &platform.site, reader).await?;
    }
    Ok(tx.commit().await?)
}

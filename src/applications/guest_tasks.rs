//! What is mailed to people without an account, after the answer.

use std::time::Duration;

use chrono::TimeDelta;
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    db,
    model::{Outcome, StageKind, Standing},
};
use crate::{
    accounts::key_of,
    db::{Tx, now},
    error::AppError,
    messages::{self, GUEST_MAIL_KIND, GUEST_PATIENCE, WaitingForGuest},
    platform::{
        Platform,
        mail::send_later,
        queue::{NewTask, Task, TaskError, TaskHandler, enqueue, finish, put_off},
    },
};

const STAGE_KIND: &str = "guest_stage";
const LINKS_KIND: &str = "guest_links";
/// A change of stage can be taken back before it is told.
const STAGE_PATIENCE: Duration = Duration::from_secs(2 * 60);
/// Messages of one mail.
const MESSAGES_PER_MAIL: i64 = 10;

/// Mails what a company has written to a guest, unless they have read it first.
pub struct MailGuestMessages;

impl TaskHandler for MailGuestMessages {
    fn kind(&self) -> &'static str {
        GUEST_MAIL_KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        mail_messages(platform, task).boxed()
    }
}

async fn mail_messages(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let WaitingForGuest { conversation } = task.read()?;
    let news = messages::guest_news(&platform.db, conversation, MESSAGES_PER_MAIL).await?;
    let news = news.filter(|news| !news.texts.is_empty());
    // Somebody who is still writing goes on first, but not for longer than a few times that.
    if let Some((first, last)) = news.as_ref().and_then(|news| news.texts.first().zip(news.texts.last())) {
        let patience = TimeDelta::from_std(GUEST_PATIENCE).unwrap_or_default();
        let due = (last.at + patience).min(first.at + patience * 5);
        if due > now() {
            return Ok(put_off(&platform.db, task, due).await?);
        }
    }
    let mail = match &news {
        Some(news) => db::guest_mail(&platform.db, news.posting, news.candidate).await?,
        None => None,
    };
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    if let Some((news, mail)) = news.zip(mail) {
        let token = db::new_link(&mut tx, mail.id).await?;
        let texts: Vec<String> = news.texts.iter().map(|message| message.text.clone()).collect();
        let told = news.texts.last().map_or(0, |message| message.seq);
        messages::note_told(&mut tx, conversation, told).await?;
        send_later(&mut tx, &mail.message_mail(&platform.site, &token, &texts)).await?;
        if news.texts.len() as i64 == MESSAGES_PER_MAIL {
            messages::queue_guest_mail(&mut tx, conversation).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// A guest's application was moved: where it stood before.
#[derive(Serialize, Deserialize)]
struct Moved {
    application: Uuid,
    outcome: Outcome,
    kind: StageKind,
    name: String,
}

/// Queues the mail that tells a guest where their application stands, one at a time for each.
pub async fn tell_stage_later(tx: &mut Tx, application: Uuid, before: Standing) -> Result<(), AppError> {
    let Standing { outcome, stage_kind: kind, stage_name: name } = before;
    let task = NewTask::new(STAGE_KIND, &Moved { application, outcome, kind, name })?;
    let subject = Some(format!("{STAGE_KIND}:{application}"));
    enqueue(tx, NewTask { subject, delay: STAGE_PATIENCE, ..task }).await
}

/// Mails where a guest's application stands by now, unless it is back where it was.
pub struct MailGuestStage;

impl TaskHandler for MailGuestStage {
    fn kind(&self) -> &'static str {
        STAGE_KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        mail_stage(platform, task).boxed()
    }
}

async fn mail_stage(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let Moved { application, outcome, kind, name } = task.read()?;
    let before = Standing { outcome, stage_kind: kind, stage_name: name };
    let found = db::guest_standing(&platform.db, application).await?;
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    let moved = found.filter(|(_, standing)| *standing != before && standing.outcome != Outcome::Withdrawn);
    if let Some((mail, standing)) = moved {
        let token = db::new_link(&mut tx, application).await?;
        send_later(&mut tx, &mail.stage_mail(&platform.site, &token, &standing)).await?;
    }
    Ok(tx.commit().await?)
}

/// Queues new links to all that was sent from an address without an account, if there is anything: the answer is the same
/// where there is nothing, and as fast.
pub async fn send_links_later(tx: &mut Tx, email: &str) -> Result<(), AppError> {
    enqueue(tx, NewTask::new(LINKS_KIND, &key_of(email))?).await
}

/// Mails new links.
pub struct SendGuestLinks;

impl TaskHandler for SendGuestLinks {
    fn kind(&self) -> &'static str {
        LINKS_KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        send_links(platform, task).boxed()
    }
}

async fn send_links(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let key: String = task.read()?;
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    crate::accounts::hold_address(&mut tx, &key).await?;
    for mail in db::renew_links(&mut tx, &platform.site, &key).await? {
        send_later(&mut tx, &mail).await?;
    }
    Ok(tx.commit().await?)
}

//! Mails about notifications: queued with them, and sent unless they are read first; or a digest a day or a week.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    db::{MailTo, NoteOf, Notice, Unread, find_unread, mail_to, note_digest, unread_since},
    model::{Kind, MailTimes, MailsOf, Notification, Rhythm},
};
use crate::{
    db::{Tx, now},
    error::AppError,
    l10n::{in_language, t},
    platform::{
        Platform,
        mail::{Mail, send_later},
        queue::{NewTask, Task, TaskError, TaskHandler, enqueue, finish, put_off},
        site::Site,
    },
    text::{Zone, with_query},
};

const KIND: &str = "notification_mail";
const DIGEST_KIND: &str = "digest";
/// The hour at which digests are sent, where their reader is.
const DIGEST_HOUR: u8 = 8;
/// Sentences of a digest.
const DIGEST_ROWS: i64 = 30;

/// How long a notification waits to be read before it goes by mail. Messages are mostly read where they are written; a
/// change of stage can be taken back.
fn patience(kind: Kind) -> Duration {
    match kind {
        Kind::Message | Kind::MessageRequest => Duration::from_secs(10 * 60),
        Kind::StageChanged | Kind::Withdrawn => Duration::from_secs(2 * 60),
        _ => Duration::ZERO,
    }
}

/// A notification that waits to go by mail.
#[derive(Serialize, Deserialize)]
struct Waiting {
    user: Uuid,
    kind: Kind,
    about: Uuid,
    subject: Option<Uuid>,
    title: String,
    name: String,
}

impl Waiting {
    fn of(&self) -> NoteOf {
        NoteOf { user: self.user, kind: self.kind, about: self.about }
    }

    /// For whom does not see notifications of this kind on the site.
    fn as_notification(&self) -> Notification {
        Notification {
            id: Uuid::nil(),
            kind: self.kind,
            about: self.about,
            subject: self.subject,
            title: self.title.clone(),
            name: self.name.clone(),
            count: 1,
            at: now(),
            read: false,
        }
    }
}

/// Queues mails about notifications, one at a time for each person, kind and thing.
pub async fn queue_mails(tx: &mut Tx, notices: &[&Notice]) -> Result<(), AppError> {
    for notice in notices {
        let Notice { user, kind, about, subject, title, name } = (*notice).clone();
        let waiting = Waiting { user, kind, about, subject, title, name };
        let subject = Some(format!("notification:{user}:{kind}:{about}"));
        enqueue(tx, NewTask { subject, delay: patience(kind), ..NewTask::new(KIND, &waiting)? }).await?;
    }
    Ok(())
}

/// Mails a notification that was not read.
pub struct MailNotification;

impl TaskHandler for MailNotification {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        mail(platform, task).boxed()
    }
}

async fn mail(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let waiting: Waiting = task.read()?;
    let to = reachable(platform, waiting.user, Some(waiting.kind)).await?;
    let notification = match find_unread(&platform.db, waiting.of()).await? {
        Unread::Nothing => None,
        Unread::NotShown => Some(waiting.as_notification()),
        Unread::This(notification) => Some(*notification),
    };
    let (Some(to), Some(notification)) = (to, notification) else {
        let mut tx = platform.db.begin().await?;
        finish(&mut tx, task).await?;
        return Ok(tx.commit().await?);
    };
    // A newer one was folded into it: that has its time, too.
    let due = notification.at + patience(waiting.kind);
    let due = if notification.id.is_nil() { now() } else { due };
    let due = to.times.after_quiet(due.max(now()));
    if due > now() {
        return Ok(put_off(&platform.db, task, due).await?);
    }
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    // A summary is of what stands on the site: what is not shown there goes by itself.
    let is_shown = !notification.id.is_nil();
    match to.times.rhythm {
        Rhythm::Never => {}
        Rhythm::Daily | Rhythm::Weekly if is_shown => queue_digest(&mut tx, waiting.user, &to.times).await?,
        _ => send_later(&mut tx, &mail_of(&platform.site, &to, &notification)).await?,
    }
    Ok(tx.commit().await?)
}

/// The person, where mails about the kind are wanted and can be expected to arrive.
async fn reachable(platform: &Platform, user: Uuid, kind: Option<Kind>) -> Result<Option<MailTo>, AppError> {
    let to = mail_to(&platform.db, user, kind).await?;
    Ok(to.filter(|to| to.is_confirmed || !platform.mailer.reaches_people()))
}

fn mail_of(site: &Site, to: &MailTo, notification: &Notification) -> Mail {
    in_language(to.locale, || {
        let text = notification.text();
        Mail {
            subject: notification.subject(),
            paragraphs: vec![t().mail_hello(&to.name), format!("{text}.")],
            action: Some((t().mail_notification_action(), format!("{}{}", site.origin, notification.href()))),
            reason: t().mail_reason_notification(notification.kind.label()),
            unsubscribe: Some(unsubscribe(site, &to.token, MailsOf::Kind(notification.kind))),
            ..Mail::to(&to.email, &to.name, to.locale)
        }
    })
}

fn unsubscribe(site: &Site, token: &str, mails: MailsOf) -> String {
    site.origin.clone() + &with_query("/unsubscribe", &[("token", token), ("kind", &mails.to_string())])
}

async fn queue_digest(tx: &mut Tx, user: Uuid, times: &MailTimes) -> Result<(), AppError> {
    let delay = (times.after_quiet(times.next_digest(now())) - now()).to_std().unwrap_or_default();
    let subject = Some(format!("digest:{user}"));
    enqueue(tx, NewTask { subject, delay, ..NewTask::new(DIGEST_KIND, &user)? }).await
}

/// Mails what was not read in a day or a week.
pub struct MailDigest;

impl TaskHandler for MailDigest {
    fn kind(&self) -> &'static str {
        DIGEST_KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        digest(platform, task).boxed()
    }
}

async fn digest(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let user: Uuid = task.read()?;
    let to = reachable(platform, user, None).await?;
    let unread = match &to {
        Some(to) if to.times.rhythm == Rhythm::Never => Vec::new(),
        Some(to) => unread_since(&platform.db, user, to.digest_at, DIGEST_ROWS).await?,
        None => Vec::new(),
    };
    let mut tx = platform.db.begin().await?;
    finish(&mut tx, task).await?;
    if let Some(to) = to.filter(|_| !unread.is_empty()) {
        note_digest(&mut tx, user).await?;
        send_later(&mut tx, &digest_of(&platform.site, &to, &unread)).await?;
    }
    Ok(tx.commit().await?)
}

fn digest_of(site: &Site, to: &MailTo, unread: &[Notification]) -> Mail {
    in_language(to.locale, || {
        let list =
            unread.iter().map(|notification| format!("• {}", notification.text())).collect::<Vec<_>>().join("\n");
        Mail {
            subject: t().mail_digest_subject(unread.len() as i64),
            paragraphs: vec![t().mail_hello(&to.name), list],
            action: Some((t().mail_notification_action(), format!("{}/notifications", site.origin))),
            reason: t().mail_reason_digest(),
            unsubscribe: Some(unsubscribe(site, &to.token, MailsOf::Digest)),
            ..Mail::to(&to.email, &to.name, to.locale)
        }
    })
}

impl MailTimes {
    fn zone(&self) -> Zone {
        Zone::stored(&self.time_zone)
    }

    /// The moment itself, or the end of the quiet hours that it falls into.
    fn after_quiet(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let Some((from, to)) = self.quiet else { return at };
        let is_quiet = |hour: u8| if from <= to { from <= hour && hour < to } else { hour >= from || hour < to };
        if !is_quiet(self.zone().hour(at)) {
            return at;
        }
        self.zone().next_hour(at, to)
    }

    /// When the next digest is sent: in the morning; a weekly one on Monday.
    fn next_digest(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let next = self.zone().next_hour(at, DIGEST_HOUR);
        let days = match self.rhythm {
            Rhythm::Weekly => i64::from((7 - self.zone().weekday(next)) % 7),
            Rhythm::AtOnce | Rhythm::Daily | Rhythm::Never => 0,
        };
        next + chrono::TimeDelta::days(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn mails_wait_for_the_end_of_the_quiet_hours() {
        let times = |zone: &str, quiet| MailTimes { quiet, time_zone: zone.into(), ..MailTimes::default() };
        for (zone, quiet, moment, then) in [
            ("", None, "2026-12-01T03:00:00Z", "2026-12-01T03:00:00Z"),
            ("", Some((22, 7)), "2026-12-01T12:00:00Z", "2026-12-01T12:00:00Z"),
            ("", Some((22, 7)), "2026-12-01T03:10:00Z", "2026-12-01T07:00:00Z"),
            ("", Some((22, 7)), "2026-12-01T22:00:00Z", "2026-12-02T07:00:00Z"),
            ("", Some((22, 7)), "2026-12-01T07:00:00Z", "2026-12-01T07:00:00Z"),
            ("", Some((12, 14)), "2026-12-01T13:59:59Z", "2026-12-01T14:00:00Z"),
            ("", Some((9, 9)), "2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z"),
            ("Europe/Berlin", Some((22, 7)), "2026-12-01T21:30:00Z", "2026-12-02T06:00:00Z"),
            ("Asia/Kolkata", Some((22, 7)), "2026-12-01T20:00:00Z", "2026-12-02T01:30:00Z"),
        ] {
            assert_eq!(times(zone, quiet).after_quiet(at(moment)), at(then), "{zone} {quiet:?} {moment}");
        }
    }

    #[test]
    fn digests_come_in_the_morning() {
        // 2026-12-01 is a Tuesday.
        for (rhythm, zone, moment, then) in [
            (Rhythm::Daily, "", "2026-12-01T07:00:00Z", "2026-12-01T08:00:00Z"),
            (Rhythm::Daily, "", "2026-12-01T09:00:00Z", "2026-12-02T08:00:00Z"),
            (Rhythm::Daily, "Europe/Berlin", "2026-12-01T09:00:00Z", "2026-12-02T07:00:00Z"),
            (Rhythm::Weekly, "", "2026-12-01T09:00:00Z", "2026-12-07T08:00:00Z"),
            (Rhythm::Weekly, "", "2026-12-07T07:00:00Z", "2026-12-07T08:00:00Z"),
            (Rhythm::Weekly, "", "2026-12-07T08:00:00Z", "2026-12-14T08:00:00Z"),
        ] {
            let times = MailTimes { rhythm, time_zone: zone.into(), ..MailTimes::default() };
            assert_eq!(times.next_digest(at(moment)), at(then), "{rhythm} {zone} {moment}");
        }
    }
}

//! Which notifications go by mail, to whom, and when.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    db::{Db, Tx, now},
    error::AppError,
    execute,
    l10n::Locale,
    notifications::{Kind, MailTimes, MailsOf, Notification, Rhythm},
    platform::token::new_token,
    read,
};

/// The notification of a person, kind and thing.
#[derive(Clone, Copy, Debug)]
pub struct NoteOf {
    pub user: Uuid,
    pub kind: Kind,
    pub about: Uuid,
}

/// What is unread of it.
#[derive(Debug)]
pub enum Unread {
    /// It was read meanwhile, or taken back.
    Nothing,
    /// The person has switched this kind off on the site, so that there is nothing to read.
    NotShown,
    This(Box<Notification>),
}

/// Somebody who is to get a mail.
#[derive(Debug)]
pub struct MailTo {
    pub email: String,
    pub name: String,
    pub locale: Locale,
    /// Whether mails are known to reach the person.
    pub is_confirmed: bool,
    pub times: MailTimes,
    /// With it mails can be ended.
    pub token: String,
    /// Until when the last digest has told.
    pub digest_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct MailToRow {
    email: String,
    name: String,
    locale: Option<String>,
    is_confirmed: bool,
    token: Option<String>,
    #[sqlx(flatten)]
    times: TimesRow,
    digest_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct TimesRow {
    rhythm: Option<Rhythm>,
    quiet_from: Option<i64>,
    quiet_to: Option<i64>,
    time_zone: Option<String>,
}

impl From<TimesRow> for MailTimes {
    fn from(row: TimesRow) -> Self {
        let hour = |hour: Option<i64>| u8::try_from(hour?).ok();
        Self {
            rhythm: row.rhythm.unwrap_or(Rhythm::AtOnce),
            quiet: hour(row.quiet_from).zip(hour(row.quiet_to)),
            time_zone: row.time_zone.unwrap_or_default(),
        }
    }
}

/// Whom a mail about a notification of this kind goes to; nobody where it is switched off, or the account disabled.
pub async fn mail_to(db: &Db, user: Uuid, kind: Option<Kind>) -> Result<Option<MailTo>, AppError> {
    let row: Option<MailToRow> = read!(db, |c| {
        query_as(
            "SELECT u.email, u.name, u.locale, u.email_confirmed_at IS NOT NULL AS is_confirmed,
                 p.token, p.rhythm, p.quiet_from, p.quiet_to, p.time_zone, p.digest_at
             FROM users u
             LEFT JOIN mail_preferences p ON p.user_id = u.id
             LEFT JOIN notification_settings s ON s.user_id = u.id AND s.kind = $2
             WHERE u.id = $1 AND u.disabled_at IS NULL AND COALESCE(s.mail, TRUE)",
        )
        .bind(user)
        .bind(kind)
        .fetch_optional(c)
    })?;
    let Some(row) = row else { return Ok(None) };
    let token = match row.token {
        Some(token) => token,
        None => make_token(db, user).await?,
    };
    Ok(Some(MailTo {
        email: row.email,
        name: row.name,
        locale: row.locale.and_then(|locale| locale.parse().ok()).unwrap_or_default(),
        is_confirmed: row.is_confirmed,
        times: row.times.into(),
        token,
        digest_at: row.digest_at,
    }))
}

async fn make_token(db: &Db, user: Uuid) -> Result<String, AppError> {
    let mut tx = db.begin().await?;
    let token = insert_token(&mut tx, user).await?;
    tx.commit().await?;
    Ok(token)
}

/// Makes a person's preferences, where there are none.
async fn insert_token(tx: &mut Tx, user: Uuid) -> Result<String, AppError> {
    let token = new_token()?;
    let token = crate::write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO mail_preferences (user_id, token) VALUES ($1, $2)
             ON CONFLICT (user_id) DO UPDATE SET token = mail_preferences.token RETURNING token",
        )
        .bind(user)
        .bind(&token)
        .fetch_one(c)
    });
    Ok(token?)
}

/// When a person gets mails.
pub async fn times(db: &Db, user: Uuid) -> Result<MailTimes, AppError> {
    let row: Option<TimesRow> = read!(db, |c| {
        query_as("SELECT rhythm, quiet_from, quiet_to, time_zone FROM mail_preferences WHERE user_id = $1")
            .bind(user)
            .fetch_optional(c)
    })?;
    Ok(row.map(MailTimes::from).unwrap_or_default())
}

/// Stores when a person gets mails.
pub async fn set_times(tx: &mut Tx, user: Uuid, times: &MailTimes) -> Result<(), AppError> {
    insert_token(tx, user).await?;
    let (from, to) = times.quiet.map(|(from, to)| (i64::from(from), i64::from(to))).unzip();
    execute!(
        tx,
        query(
            "UPDATE mail_preferences SET rhythm = $1, quiet_from = $2, quiet_to = $3, time_zone = $4 WHERE user_id = $5"
        )
        .bind(times.rhythm)
        .bind(from)
        .bind(to)
        .bind(&times.time_zone)
        .bind(user)
    )?;
    Ok(())
}

/// Whose a link is that ends mails.
pub async fn whose(db: &Db, token: &str) -> Result<Option<Uuid>, AppError> {
    // PostgreSQL takes no NUL in a text.
    if token.contains('\0') {
        return Ok(None);
    }
    let user = read!(db, |c| {
        query_scalar("SELECT user_id FROM mail_preferences WHERE token = $1").bind(token).fetch_optional(c)
    });
    Ok(user?)
}

/// Whether somebody gets none of these mails.
pub async fn are_mails_ended(db: &Db, user: Uuid, mails: MailsOf) -> Result<bool, AppError> {
    match mails {
        MailsOf::Kind(kind) => Ok(mail_to(db, user, Some(kind)).await?.is_none()),
        MailsOf::Digest => Ok(times(db, user).await?.rhythm == Rhythm::Never),
    }
}

/// Ends mails about a kind of notifications, or about all of them.
pub async fn end_mails(db: &Db, user: Uuid, mails: MailsOf) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let kind = match mails {
        MailsOf::Kind(kind) => kind,
        MailsOf::Digest => {
            let never = "UPDATE mail_preferences SET rhythm = $1 WHERE user_id = $2";
            execute!(&mut tx, query(never).bind(Rhythm::Never).bind(user))?;
            return Ok(tx.commit().await?);
        }
    };
    execute!(
        &mut tx,
        query(
            "INSERT INTO notification_settings (user_id, kind, in_app, mail) VALUES ($1, $2, TRUE, FALSE)
             ON CONFLICT (user_id, kind) DO UPDATE SET mail = FALSE"
        )
        .bind(user)
        .bind(kind)
    )?;
    Ok(tx.commit().await?)
}

/// What is unread of a notification.
pub async fn find_unread(db: &Db, of: NoteOf) -> Result<Unread, AppError> {
    let found: Option<Notification> = read!(db, |c| {
        query_as(
            "SELECT id, kind, about, subject, title, name, count, created_at AS at, FALSE AS read
             FROM notifications WHERE user_id = $1 AND kind = $2 AND about = $3 AND read_at IS NULL",
        )
        .bind(of.user)
        .bind(of.kind)
        .bind(of.about)
        .fetch_optional(c)
    })?;
    if let Some(found) = found {
        return Ok(Unread::This(Box::new(found)));
    }
    let off: Option<i32> = read!(db, |c| {
        query_scalar("SELECT 1 FROM notification_settings WHERE user_id = $1 AND kind = $2 AND NOT in_app")
            .bind(of.user)
            .bind(of.kind)
            .fetch_optional(c)
    })?;
    Ok(if off.is_some() { Unread::NotShown } else { Unread::Nothing })
}

/// A person's unread notifications that the last digest has not told, of the kinds that come by mail; the newest first.
pub async fn unread_since(
    db: &Db,
    user: Uuid,
    since: Option<DateTime<Utc>>,
    limit: i64,
) -> Result<Vec<Notification>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT n.id, n.kind, n.about, n.subject, n.title, n.name, n.count, n.created_at AS at, FALSE AS read
             FROM notifications n
             LEFT JOIN notification_settings s ON s.user_id = n.user_id AND s.kind = n.kind
             WHERE n.user_id = $1 AND n.read_at IS NULL AND n.created_at > $2 AND COALESCE(s.mail, TRUE)
             ORDER BY n.id DESC LIMIT $3",
        )
        .bind(user)
        .bind(since.unwrap_or(DateTime::UNIX_EPOCH))
        .bind(limit)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Notes until when a digest has told.
pub async fn note_digest(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(tx, query("UPDATE mail_preferences SET digest_at = $1 WHERE user_id = $2").bind(now()).bind(user))?;
    Ok(())
}

//! Notifications. Each belongs to one person.

mod mail;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::{QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

pub use self::mail::{
    MailTo, NoteOf, Unread, are_mails_ended, end_mails, find_unread, mail_to, note_digest, unread_since, whose,
};
use super::mails::queue_mails;
use super::model::{Bell, Kind, Notification, NotificationSettings, Notifications, Shown};
use crate::{
    accounts::Role,
    db::{CommitHook, Db, ListOrder, Lock, Tx, id_key, now, push_list},
    error::AppError,
    execute, live,
    notifications::UnreadCounted,
    paging::Cursor,
    read, write_in,
};

/// Notifications on a page.
const NOTIFICATIONS_PER_PAGE: usize = 30;
/// Rows of one INSERT, well below SQLite's limit of bound parameters.
const MAX_ROWS_PER_STATEMENT: usize = 1_000;
/// Notifications in the bell.
const BELL_ROWS: i64 = 10;

/// A notification to be written for one person.
#[derive(Clone, Debug)]
pub struct Notice {
    pub user: Uuid,
    pub kind: Kind,
    /// The thing it is folded by, together with person and kind, and the page it links to.
    pub about: Uuid,
    /// What it links to instead while its count is 1: the application of the candidate whom it names.
    pub subject: Option<Uuid>,
    pub title: String,
    pub name: String,
}

/// Writes notifications. An unread one of the same person, kind and thing is folded: its count grows, and it moves to
/// the top; a read one is replaced. Kinds that a person has switched off are skipped.
pub async fn notify(tx: &mut Tx, notices: Vec<Notice>) -> Result<(), AppError> {
    // One row for each key: PostgreSQL refuses an upsert that affects the same row twice in one statement.
    let mut folded: BTreeMap<(Uuid, &'static str, Uuid), (Notice, i64)> = BTreeMap::new();
    for notice in notices {
        let key = (notice.user, notice.kind.into(), notice.about);
        let count = folded.get(&key).map_or(0, |(_, count)| *count) + 1;
        folded.insert(key, (notice, count));
    }
    let off = switched_off(tx, folded.keys().map(|(user, ..)| *user).collect()).await?;
    let is_on = |(user, kind, _): &(Uuid, &'static str, Uuid), off: &BTreeSet<(Uuid, String)>| {
        !off.contains(&(*user, kind.to_string()))
    };
    let (folded, by_mail_alone): (BTreeMap<_, _>, BTreeMap<_, _>) =
        folded.into_iter().partition(|(key, _)| is_on(key, &off.in_app));
    let mut mailed: Vec<&Notice> = by_mail_alone.values().map(|(notice, _)| notice).collect();
    if folded.is_empty() {
        mailed.retain(|notice| off.mails(notice));
        return queue_mails(tx, &mailed).await;
    }
    let (at, rows) = (now(), folded.values().collect::<Vec<_>>());
    let mut noted: Vec<(Uuid, Kind, Uuid, i64)> = Vec::new();
    for rows in rows.chunks(MAX_ROWS_PER_STATEMENT) {
        noted.extend(insert(tx, rows, at).await?);
    }
    let is_new = |(user, kind, about, count): &&(Uuid, Kind, Uuid, i64)| {
        folded.get(&(*user, kind.into(), *about)).is_some_and(|(_, given)| given == count)
    };
    let new: Vec<_> = noted.iter().filter(is_new).map(|(user, kind, about, _)| (*user, *kind, *about)).collect();
    // What is folded into an unread one was told by the mail about that one.
    let told = |(user, kind, about): &(Uuid, Kind, Uuid)| {
        folded.get(&(*user, (*kind).into(), *about)).map(|(notice, _)| notice)
    };
    mailed.extend(new.iter().filter_map(told));
    mailed.retain(|notice| off.mails(notice));
    queue_mails(tx, &mailed).await?;
    for new in new.chunks(MAX_ROWS_PER_STATEMENT) {
        drop_read(tx, new).await?;
    }
    // Folding into an unread notification leaves the unread count as it was but changes the sentence, so the count is
    // published all the same. Not for messages: each message is published as an event of its own.
    let is_told = |n: &&(Uuid, Kind, Uuid, i64)| n.1 != Kind::Message || is_new(n);
    tx.count_unread(noted.iter().filter(is_told).map(|n| n.0));
    Ok(())
}

/// Deletes the read notifications that new ones take the place of: of the same person, kind and thing. After those are
/// inserted, so that one that is marked as read meanwhile is found.
async fn drop_read(tx: &mut Tx, new: &[(Uuid, Kind, Uuid)]) -> Result<(), AppError> {
    write_in!(tx, |c| async {
        let mut sql =
            QueryBuilder::new("DELETE FROM notifications WHERE read_at IS NOT NULL AND (user_id, about, kind) IN (");
        sql.push_values(new, |mut row, (user, kind, about)| {
            row.push_bind(*user).push_bind(*about).push_bind(*kind);
        });
        sql.push(")");
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Upserts notifications: inserts them, or folds them into unread ones. Returns the count of each.
async fn insert(
    tx: &mut Tx,
    rows: &[&(Notice, i64)],
    at: DateTime<Utc>,
) -> Result<Vec<(Uuid, Kind, Uuid, i64)>, AppError> {
    tx.locked(Lock::Notifications, rows.len());
    let noted = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(
            "INSERT INTO notifications (id, user_id, kind, about, subject, title, name, count, created_at) ",
        );
        sql.push_values(rows, |mut row, (notice, count)| {
            row.push_bind(Uuid::now_v7()).push_bind(notice.user).push_bind(notice.kind).push_bind(notice.about);
            row.push_bind(notice.subject);
            row.push_bind(notice.title.clone()).push_bind(notice.name.clone()).push_bind(*count).push_bind(at);
        });
        sql.push(
            " ON CONFLICT (user_id, kind, about) WHERE read_at IS NULL DO UPDATE SET
                 id = excluded.id, subject = excluded.subject, title = excluded.title, name = excluded.name,
                 count = notifications.count + excluded.count, created_at = excluded.created_at
             RETURNING user_id, kind, about, count",
        );
        sql.build_query_as().persistent(false).fetch_all(c).await
    });
    Ok(noted?)
}

/// People and the kinds that they have switched off.
#[derive(Default)]
struct SwitchedOff {
    in_app: BTreeSet<(Uuid, String)>,
    mail: BTreeSet<(Uuid, String)>,
}

impl SwitchedOff {
    /// Whether a notification goes by mail, too.
    fn mails(&self, notice: &Notice) -> bool {
        !self.mail.contains(&(notice.user, notice.kind.to_string()))
    }
}

async fn switched_off(tx: &mut Tx, people: BTreeSet<Uuid>) -> Result<SwitchedOff, AppError> {
    let mut off = SwitchedOff::default();
    if people.is_empty() {
        return Ok(off);
    }
    let rows: Vec<(Uuid, String, bool, bool)> = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT user_id, kind, in_app, mail FROM notification_settings WHERE NOT (in_app AND mail) AND user_id IN ",
        );
        push_list(&mut sql, people.iter().copied());
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    for (user, kind, in_app, mail) in rows {
        if !mail {
            off.mail.insert((user, kind.clone()));
        }
        if !in_app {
            off.in_app.insert((user, kind));
        }
    }
    Ok(off)
}

/// How many of some notifications are about messages.
macro_rules! about_messages {
    () => {
        "CAST(COALESCE(SUM(CASE WHEN kind IN ('message', 'message_request') THEN 1 ELSE 0 END), 0) AS BIGINT)"
    };
}

/// Publishes people's unread counts, in every transaction that changes them.
pub struct CountUnread;

impl CommitHook for CountUnread {
    fn before<'a>(&'a self, tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(publish_counts(tx))
    }
}

/// The people's rows are locked before (`live::LockPeople`), so two transactions count one after the other.
async fn publish_counts(tx: &mut Tx) -> Result<(), sqlx::Error> {
    let people = std::mem::take(&mut tx.outbox.counts);
    if people.is_empty() {
        return Ok(());
    }
    let counts: Vec<(Uuid, i64, i64)> = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(concat!(
            "SELECT user_id, COUNT(*), ",
            about_messages!(),
            " FROM notifications WHERE read_at IS NULL AND user_id IN ",
        ));
        push_list(&mut sql, people.iter().copied());
        sql.push(" GROUP BY user_id");
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    let counts: BTreeMap<_, _> = counts.into_iter().map(|(user, unread, talks)| (user, (unread, talks))).collect();
    for user in people {
        let (unread, talks) = counts.get(&user).copied().unwrap_or_default();
        live::publish(tx, [user], &UnreadCounted { unread, talks });
    }
    Ok(())
}

/// Locks unread notifications in the [lock order](Lock) in which [`notify`] writes them, against deadlocks.
async fn hold_unread(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        let hold = "SELECT id FROM notifications WHERE user_id = $1 AND read_at IS NULL
             ORDER BY kind COLLATE \"C\", about FOR UPDATE";
        let rows = execute!(&mut *tx, query(hold).bind(user))?;
        tx.locked(Lock::Notifications, rows as usize);
    }
    Ok(())
}

/// Marks the unread notifications about one thing as read.
pub async fn read_about(tx: &mut Tx, user: Uuid, about: Uuid) -> Result<(), AppError> {
    hold_unread(tx, user).await?;
    // Earlier read ones of the same kind are deleted: the notification that is marked as read now replaces them.
    execute!(
        &mut *tx,
        query(
            "DELETE FROM notifications WHERE user_id = $1 AND about = $2 AND read_at IS NOT NULL
                 AND kind IN (SELECT kind FROM notifications WHERE user_id = $1 AND about = $2 AND read_at IS NULL)"
        )
        .bind(user)
        .bind(about)
    )?;
    let read = execute!(
        &mut *tx,
        query("UPDATE notifications SET read_at = $1 WHERE user_id = $2 AND about = $3 AND read_at IS NULL")
            .bind(now())
            .bind(user)
            .bind(about)
    )?;
    if read > 0 {
        tx.count_unread([user]);
    }
    Ok(())
}

/// Deletes all notifications of a user.
pub async fn clear(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    hold_unread(tx, user).await?;
    execute!(tx, query("DELETE FROM notifications WHERE user_id = $1").bind(user))?;
    Ok(())
}

/// Deletes the notifications that a user got as a member of a company: of its postings, conversations and members.
pub async fn clear_of_company(tx: &mut Tx, user: Uuid, company: Uuid) -> Result<(), AppError> {
    hold_unread(tx, user).await?;
    let gone = execute!(
        &mut *tx,
        query(
            "DELETE FROM notifications WHERE user_id = $1 AND (about = $2
                 OR about IN (SELECT id FROM postings WHERE company_id = $2)
                 OR about IN (SELECT id FROM conversations WHERE company_id = $2 AND (seeker_id IS NULL OR seeker_id <> $1)))"
        )
        .bind(user)
        .bind(company)
    )?;
    if gone > 0 {
        tx.count_unread([user]);
    }
    Ok(())
}

/// Deletes a user's read notifications in batches, before the transaction that deletes the account: that one must stay
/// short.
pub async fn clear_ahead(db: &Db, user: Uuid) -> Result<(), AppError> {
    let read = "DELETE FROM notifications WHERE user_id = $1 AND id IN
        (SELECT id FROM notifications WHERE user_id = $1 AND read_at IS NOT NULL ORDER BY id LIMIT $2)";
    Ok(db.delete_by_parts(read, user, MAX_ROWS_PER_STATEMENT).await?)
}

/// Removes a deleted seeker from company members' notifications: deletes those about the seeker's conversations, and
/// the seeker's name in others.
pub async fn forget(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        // Withdrawing or moving an application writes notifications, so it has to wait.
        let all = "SELECT id FROM applications WHERE user_id = $1 ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(user))?;
        tx.locked(Lock::Applications, rows as usize);
    }
    let told: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "DELETE FROM notifications WHERE user_id IN (
                 SELECT m.user_id FROM company_members m JOIN postings p ON p.company_id = m.company_id
                 WHERE p.id IN (SELECT posting_id FROM applications WHERE user_id = $1
                     UNION SELECT posting_id FROM conversations WHERE seeker_id = $1))
                 AND (about IN (SELECT id FROM conversations WHERE seeker_id = $1)
                     OR count = 1 AND kind IN ('applied', 'withdrawn')
                         AND (about, name) IN (SELECT posting_id, name FROM applications WHERE user_id = $1))
             RETURNING user_id",
        )
        .bind(user)
        .fetch_all(c)
    })?;
    // A notification that counts other candidates as well stays, without the name.
    execute!(
        &mut *tx,
        query(
            "UPDATE notifications SET name = '' WHERE user_id IN (
                 SELECT m.user_id FROM company_members m JOIN postings p ON p.company_id = m.company_id
                 WHERE p.id IN (SELECT posting_id FROM applications WHERE user_id = $1))
                 AND kind IN ('applied', 'withdrawn')
                 AND (about, name) IN (SELECT posting_id, name FROM applications WHERE user_id = $1)"
        )
        .bind(user)
    )?;
    // Lock order: the user's own notifications before the row in `users`, which is locked last.
    clear(tx, user).await?;
    live::lock_to_delete(tx, user, told.iter().copied().collect()).await?;
    tx.count_unread(told);
    Ok(())
}

/// The same of a candidate without an account.
pub async fn forget_guest(tx: &mut Tx, candidate: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        let all = "SELECT id FROM applications WHERE candidate_id = $1 ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(candidate))?;
        tx.locked(Lock::Applications, rows as usize);
    }
    let told: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "DELETE FROM notifications WHERE user_id IN (SELECT m.user_id FROM company_members m
                     JOIN candidates k ON k.company_id = m.company_id WHERE k.id = $1)
                 AND (about IN (SELECT id FROM conversations WHERE candidate_id = $1)
                     OR count = 1 AND kind IN ('applied', 'withdrawn')
                         AND (about, name) IN (SELECT posting_id, name FROM applications WHERE candidate_id = $1))
             RETURNING user_id",
        )
        .bind(candidate)
        .fetch_all(c)
    })?;
    execute!(
        &mut *tx,
        query(
            "UPDATE notifications SET name = '' WHERE user_id IN (SELECT m.user_id FROM company_members m
                     JOIN candidates k ON k.company_id = m.company_id WHERE k.id = $1)
                 AND kind IN ('applied', 'withdrawn') AND (about, name) IN (SELECT posting_id, name FROM applications WHERE candidate_id = $1)"
        )
        .bind(candidate)
    )?;
    tx.count_unread(told);
    Ok(())
}

/// Marks one notification as read, or all of them.
pub async fn read(db: &Db, user: Uuid, id: Option<Uuid>) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    hold_unread(&mut tx, user).await?;
    let read = match id {
        Some(id) => execute!(
            &mut tx,
            query("UPDATE notifications SET read_at = $1 WHERE user_id = $2 AND read_at IS NULL AND id = $3")
                .bind(now())
                .bind(user)
                .bind(id)
        )?,
        None => execute!(
            &mut tx,
            query("UPDATE notifications SET read_at = $1 WHERE user_id = $2 AND read_at IS NULL")
                .bind(now())
                .bind(user)
        )?,
    };
    if read > 0 {
        tx.count_unread([user]);
    }
    Ok(tx.commit().await?)
}

/// The unread count, and the newest notifications.
pub async fn bell(db: &Db, user: Uuid) -> Result<Bell, AppError> {
    let UnreadCounted { unread, talks } = count_unread(db, user).await?;
    let newest = read!(db, |c| {
        query_as(
            "SELECT id, kind, about, subject, title, name, count, created_at AS at, read_at IS NOT NULL AS read
             FROM notifications WHERE user_id = $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(user)
        .bind(BELL_ROWS)
        .fetch_all(c)
    })?;
    Ok(Bell { unread, talks, newest })
}

/// A user's unread counts.
pub async fn count_unread(db: &Db, user: Uuid) -> Result<UnreadCounted, AppError> {
    let (unread, talks) = read!(db, |c| {
        query_as(concat!(
            "SELECT COUNT(*), ",
            about_messages!(),
            " FROM notifications WHERE user_id = $1 AND read_at IS NULL"
        ))
        .bind(user)
        .fetch_one(c)
    })?;
    Ok(UnreadCounted { unread, talks })
}

/// A page of somebody's notifications, of one kind or of all.
pub async fn list(db: &Db, user: Uuid, kind: Option<Kind>, cursor: &Cursor) -> Result<Notifications, AppError> {
    let rows: Vec<Notification> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT id, kind, about, subject, title, name, count, created_at AS at, read_at IS NOT NULL AS read
             FROM notifications WHERE user_id = ",
        );
        sql.push_bind(user);
        if let Some(kind) = kind {
            sql.push(" AND kind = ").push_bind(kind);
        }
        let order = ListOrder::descending(&["id"], cursor);
        order.push_page(&mut sql, id_key(cursor), NOTIFICATIONS_PER_PAGE + 1);
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    let page = cursor.page(rows, NOTIFICATIONS_PER_PAGE, |row| row.id.to_string());
    Ok(Notifications { page, unread: count_unread(db, user).await?.unread })
}

/// Which notifications a user gets, and what they show to others.
pub async fn settings(db: &Db, user: Uuid, role: Role) -> Result<NotificationSettings, AppError> {
    let off: Vec<(Kind, bool, bool)> = read!(db, |c| {
        query_as("SELECT kind, NOT in_app, NOT mail FROM notification_settings WHERE user_id = $1")
            .bind(user)
            .fetch_all(c)
    })?;
    let on = |is_off: fn(&(Kind, bool, bool)) -> bool| {
        let is_on = |kind: &&Kind| !off.iter().any(|row| row.0 == **kind && is_off(row));
        Kind::of(role).iter().filter(is_on).copied().collect()
    };
    let (reading, typing, presence): (bool, bool, bool) = read!(db, |c| {
        query_as("SELECT shows_reading, shows_typing, shows_presence FROM users WHERE id = $1").bind(user).fetch_one(c)
    })?;
    let shown = [(reading, Shown::Reading), (typing, Shown::Typing), (presence, Shown::Presence)];
    Ok(NotificationSettings {
        kinds: on(|row| row.1),
        mails: on(|row| row.2),
        mail_times: mail::times(db, user).await?,
        shown: shown.into_iter().filter(|(shows, _)| *shows).map(|(_, what)| what).collect(),
    })
}

/// Stores which notifications a user gets, and what they show to others.
pub async fn save_settings(db: &Db, user: Uuid, role: Role, settings: &NotificationSettings) -> Result<(), AppError> {
    let shows = |what| settings.shown.contains(&what);
    let mut tx = db.begin().await?;
    for kind in Kind::of(role) {
        execute!(
            &mut tx,
            query(
                "INSERT INTO notification_settings (user_id, kind, in_app, mail) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (user_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail"
            )
            .bind(user)
            .bind(*kind)
            .bind(settings.kinds.contains(kind))
            .bind(settings.mails.contains(kind))
        )?;
    }
    execute!(
        &mut tx,
        query("UPDATE users SET shows_reading = $1, shows_typing = $2, shows_presence = $3 WHERE id = $4")
            .bind(shows(Shown::Reading))
            .bind(shows(Shown::Typing))
            .bind(shows(Shown::Presence))
            .bind(user)
    )?;
    mail::set_times(&mut tx, user, &settings.mail_times).await?;
    Ok(tx.commit().await?)
}

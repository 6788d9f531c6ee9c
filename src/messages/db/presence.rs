//! Presence: who is online, and when they were last.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{QueryBuilder, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    db::{Db, now, push_list},
    error::AppError,
    live,
    messages::model::{Person, Side},
    read, write_in,
};

/// A user's presence is passed to the other sides of this many of their newest conversations.
const MAX_CONTACTS_TOLD: i64 = 200;
/// People in one statement.
const MAX_ROWS_PER_STATEMENT: usize = 500;
/// Presence is stored every minute, and expires after this many seconds.
const HERE: i64 = 90;

/// Stores that people are online now.
pub async fn came(db: &Db, people: &[Uuid]) -> Result<(), AppError> {
    let at = now();
    note(db, people, Some(at), Some(at + TimeDelta::seconds(HERE))).await
}

/// Stores that people went offline now.
pub async fn went(db: &Db, people: &[Uuid]) -> Result<(), AppError> {
    note(db, people, Some(now()), None).await
}

/// Which of these people are stored as offline, though connected here: another node saw them disconnect.
pub async fn thought_gone(db: &Db, people: &[Uuid]) -> Result<Vec<Uuid>, AppError> {
    let mut gone = Vec::new();
    for chunk in people.chunks(MAX_ROWS_PER_STATEMENT) {
        gone.extend(read!(db, |c| async {
            let mut sql = QueryBuilder::new("SELECT id FROM users WHERE online_until IS NULL AND id IN ");
            push_list(&mut sql, chunk.iter().copied());
            sql.build_query_scalar::<Uuid>().persistent(false).fetch_all(c).await
        })?);
    }
    Ok(gone)
}

/// Stores as offline the people whose presence has expired, and returns them.
pub async fn expire(db: &Db) -> Result<Vec<Uuid>, AppError> {
    let gone: Vec<Uuid> =
        read!(db, |c| { query_scalar("SELECT id FROM users WHERE online_until < $1").bind(now()).fetch_all(c) })?;
    note(db, &gone, None, None).await?;
    Ok(gone)
}

async fn note(
    db: &Db,
    people: &[Uuid],
    seen: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
) -> Result<(), AppError> {
    for chunk in people.chunks(MAX_ROWS_PER_STATEMENT) {
        let mut tx = db.begin().await?;
        live::lock(&mut tx, &chunk.iter().copied().collect()).await?;
        write_in!(&mut tx, |c| async {
            let mut sql = QueryBuilder::new("UPDATE users SET online_until = ");
            sql.push_bind(until).push(", seen_at = COALESCE(").push_bind(seen).push(", seen_at) WHERE id IN ");
            push_list(&mut sql, chunk.iter().copied());
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a user is online.
pub async fn is_here(db: &Db, user: Uuid) -> Result<bool, AppError> {
    let until: Option<DateTime<Utc>> =
        read!(db, |c| query_scalar("SELECT online_until FROM users WHERE id = $1").bind(user).fetch_one(c))?;
    Ok(until.is_some_and(|until| until > now()))
}

/// The people who may see a user's presence: the other sides of their conversations, where both show it.
pub async fn who_sees_presence(db: &Db, user: Uuid) -> Result<Vec<Uuid>, AppError> {
    let people = read!(db, |c| {
        query_scalar(
            "SELECT DISTINCT other.id FROM (
                 SELECT c.seeker_id, c.company_id FROM conversations c
                 WHERE c.state = 'open' AND c.blocked_by IS NULL AND (c.seeker_id = $1
                     OR c.company_id IN (SELECT company_id FROM company_members WHERE user_id = $1))
                 ORDER BY c.last_at DESC LIMIT $2
             ) AS c
             LEFT JOIN company_members m ON m.company_id = c.company_id AND c.seeker_id = $1
             JOIN users other ON other.id = CASE WHEN c.seeker_id = $1 THEN m.user_id ELSE c.seeker_id END
                 AND other.shows_presence
             JOIN users me ON me.id = $1 AND me.shows_presence",
        )
        .bind(user)
        .bind(MAX_CONTACTS_TOLD)
        .fetch_all(c)
    });
    Ok(people?)
}

/// The people on a side of a conversation whose presence `user` may see.
pub async fn people(db: &Db, user: Uuid, conversation: Uuid, side: Side) -> Result<Vec<Person>, AppError> {
    let people = read!(db, |c| {
        query_as(
            "SELECT u.id, COALESCE(u.online_until > $4, FALSE) AS online, u.seen_at AS seen FROM conversations c
             LEFT JOIN company_members m ON m.company_id = c.company_id AND $3
             JOIN users u ON u.id = CASE WHEN $3 THEN m.user_id ELSE c.seeker_id END AND u.shows_presence
             JOIN users me ON me.id = $2 AND me.shows_presence
             WHERE c.id = $1 AND c.state = 'open' AND c.blocked_by IS NULL",
        )
        .bind(conversation)
        .bind(user)
        .bind(side == Side::Company)
        .bind(now())
        .fetch_all(c)
    });
    Ok(people?)
}

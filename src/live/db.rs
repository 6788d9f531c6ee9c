//! The log of events: one sequence for each person.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use sqlx::{FromRow, PgExecutor, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    bus::CHANNEL,
    model::{Event, event_json},
};
use crate::{
    db::{CommitHook, Db, Lock, OutboxEvent, Tx, now, push_list},
    error::AppError,
    execute, read, write_in,
};

/// The retention of events, in days; a client that was away for longer reloads its state.
const RETENTION_DAYS: i64 = 30;
/// Rows of one INSERT, well below what SQLite binds.
const MAX_ROWS_PER_STATEMENT: usize = 2_000;

/// An event as it is stored: topic and subject, no body.
#[derive(Clone, Debug, PartialEq, Eq, Hash, FromRow)]
pub struct StoredEvent {
    pub seq: i64,
    pub topic: String,
    pub subject: Uuid,
}

/// Puts an event for people into the outbox; their sockets receive it after the commit.
pub fn publish<E: Event>(tx: &mut Tx, people: impl IntoIterator<Item = Uuid>, event: &E) {
    let body: Arc<str> = event_json(event).into();
    let (topic, subject) = (event.topic(), event.subject());
    let events = people.into_iter().map(|user| OutboxEvent { user, seq: 0, topic, subject, body: body.clone() });
    tx.outbox.events.extend(events);
}

/// Locks the rows of a transaction's recipients before the other commit hooks run: the holder of the lock sees every
/// committed notification, and assigns the next sequence numbers.
pub struct LockPeople;

impl CommitHook for LockPeople {
    fn before<'a>(&'a self, tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(async {
            let outbox = &tx.outbox;
            let people = outbox.events.iter().map(|event| event.user).chain(outbox.counts.iter().copied()).collect();
            lock(tx, &people).await
        })
    }
}

/// Assigns sequence numbers to a transaction's events and stores them. The people's rows are [locked](lock), which
/// makes the numbers gapless.
pub async fn append(tx: &mut Tx) -> Result<(), sqlx::Error> {
    let mut events = std::mem::take(&mut tx.outbox.events);
    let mut count: BTreeMap<Uuid, i64> = BTreeMap::new();
    for event in &events {
        *count.entry(event.user).or_default() += 1;
    }
    let mut next: BTreeMap<Uuid, i64> = BTreeMap::new();
    let people: Vec<(Uuid, i64)> = count.iter().map(|(user, n)| (*user, *n)).collect();
    for chunk in people.chunks(MAX_ROWS_PER_STATEMENT) {
        for (user, last) in take_numbers(tx, chunk).await? {
            next.insert(user, last - count[&user]);
        }
    }
    // Events for deleted accounts are dropped.
    events.retain(|event| next.contains_key(&event.user));
    for event in &mut events {
        let seq = next.get_mut(&event.user).expect("retained");
        *seq += 1;
        event.seq = *seq;
    }
    let at = now();
    for chunk in events.chunks(MAX_ROWS_PER_STATEMENT) {
        insert(tx, chunk, at).await?;
    }
    tx.outbox.events = events;
    Ok(())
}

/// Locks these people's rows until the transaction ends. They are [locked](Lock) by their ids, last in the lock order.
pub async fn lock(tx: &mut Tx, people: &BTreeSet<Uuid>) -> Result<(), sqlx::Error> {
    tx.locked(Lock::Users, people.len());
    if !tx.is_postgres() || people.is_empty() {
        return Ok(()); // SQLite has one writer
    }
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new("SELECT id FROM users WHERE id IN ");
        push_list(&mut sql, people.iter().copied());
        // `NO KEY`, so that inserts with a foreign key to these rows need not wait.
        sql.push(" ORDER BY id FOR NO KEY UPDATE");
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })
}

/// Locks people's rows in that order, and among them the one that is to be deleted: at once with the full lock, which
/// keeps out new foreign keys to it. Upgrading the lock later would deadlock with transactions that hold a foreign key
/// lock on the row and wait for this one.
pub async fn lock_to_delete(tx: &mut Tx, user: Uuid, mut others: BTreeSet<Uuid>) -> Result<(), sqlx::Error> {
    let behind = others.split_off(&user);
    lock(tx, &others).await?;
    if tx.is_postgres() {
        execute!(&mut *tx, query("SELECT id FROM users WHERE id = $1 FOR UPDATE").bind(user))?;
    }
    lock(tx, &behind).await
}

/// Reserves so many sequence numbers for each person, and returns the last one of each.
async fn take_numbers(tx: &mut Tx, people: &[(Uuid, i64)]) -> Result<Vec<(Uuid, i64)>, sqlx::Error> {
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new("UPDATE users SET event_seq = event_seq + v.column2 FROM (");
        sql.push_values(people, |mut row, (user, n)| {
            row.push_bind(*user).push_bind(*n);
        });
        sql.push(") AS v WHERE users.id = v.column1 RETURNING id, event_seq");
        sql.build_query_as().persistent(false).fetch_all(c).await
    })
}

async fn insert(tx: &mut Tx, events: &[OutboxEvent], at: DateTime<Utc>) -> Result<(), sqlx::Error> {
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new("INSERT INTO events (user_id, seq, topic, subject, created_at) ");
        sql.push_values(events, |mut row, event| {
            row.push_bind(event.user).push_bind(event.seq).push_bind(event.topic);
            row.push_bind(event.subject).push_bind(at);
        });
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })
}

/// The sequence number of somebody's newest event.
pub async fn newest(db: &Db, user: Uuid) -> Result<i64, AppError> {
    let seq: Option<i64> =
        read!(db, |c| query_scalar("SELECT event_seq FROM users WHERE id = $1").bind(user).fetch_optional(c))?;
    seq.ok_or(AppError::Unauthorized)
}

/// Somebody's events after a sequence number, the oldest first; `None` where retention has deleted some of them.
pub async fn after(db: &Db, user: Uuid, seq: i64, limit: i64) -> Result<Option<Vec<StoredEvent>>, AppError> {
    let rows: Vec<StoredEvent> = read!(db, |c| {
        query_as("SELECT seq, topic, subject FROM events WHERE user_id = $1 AND seq > $2 ORDER BY seq LIMIT $3")
            .bind(user)
            .bind(seq)
            .bind(limit)
            .fetch_all(c)
    })?;
    let whole = rows.first().is_none_or(|first| first.seq == seq + 1);
    Ok(whole.then_some(rows))
}

/// Deletes somebody's log of events. Their sequence numbers go on, so that their pages reload their state.
pub async fn forget(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM events WHERE user_id = $1").bind(user))?;
    Ok(())
}

/// Deletes most of that log in batches beforehand, to keep the transaction that deletes the account short.
pub async fn forget_ahead(db: &Db, user: Uuid) -> Result<(), AppError> {
    let oldest = "DELETE FROM events WHERE user_id = $1
        AND seq IN (SELECT seq FROM events WHERE user_id = $1 ORDER BY seq LIMIT $2)";
    Ok(db.delete_by_parts(oldest, user, MAX_ROWS_PER_STATEMENT).await?)
}

/// Deletes the events that are older than the retention.
pub async fn prune(db: &Db) -> Result<(), AppError> {
    let old = now() - TimeDelta::days(RETENTION_DAYS);
    let oldest = "DELETE FROM events WHERE created_at < $1 AND id IN (SELECT id FROM events ORDER BY id LIMIT $2)";
    Ok(db.delete_by_parts(oldest, old, MAX_ROWS_PER_STATEMENT).await?)
}

/// Sends NOTIFYs to the nodes on the same database.
pub async fn notify_nodes(to: impl PgExecutor<'_>, notices: &[String]) -> Result<(), sqlx::Error> {
    let notify = query("SELECT pg_notify($1, notice) FROM UNNEST($2) AS notice").bind(CHANNEL).bind(notices);
    notify.execute(to).await.map(|_| ())
}

//! The table of queued tasks.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{LEASE_TIME, NewTask, Task};
use crate::{
    db::{Db, Lock, Tx, now},
    error::AppError,
    execute, read, write_in,
};

/// Characters that are kept of an error.
const ERROR_LENGTH: usize = 500;

/// Queues a task in the transaction of its cause.
pub async fn enqueue(tx: &mut Tx, task: NewTask) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO queue (id, kind, subject, payload, run_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (subject) DO NOTHING"
        )
        .bind(Uuid::now_v7())
        .bind(task.kind)
        .bind(task.subject)
        .bind(task.payload)
        .bind(now() + task.delay)
        .bind(now())
    )?;
    Ok(())
}

/// Leases tasks that are due, those that have waited longest first. The read before keeps an idle node from writing.
pub async fn lease(db: &Db, most: usize) -> Result<Vec<Task>, AppError> {
    let due: Option<i32> = read!(db, |c| {
        query_scalar("SELECT 1 FROM queue WHERE run_at <= $1 AND failed_at IS NULL LIMIT 1")
            .bind(now())
            .fetch_optional(c)
    })?;
    if due.is_none() {
        return Ok(Vec::new());
    }
    let mut tx = db.begin().await?;
    let sql = match tx.is_postgres() {
        true => {
            "UPDATE queue SET run_at = $1, lease = $2, attempts = attempts + 1 WHERE id IN (
                 SELECT id FROM queue WHERE run_at <= $3 AND failed_at IS NULL ORDER BY run_at, id LIMIT $4
                 FOR UPDATE SKIP LOCKED)
             RETURNING id, kind, payload, attempts, lease"
        }
        false => {
            "UPDATE queue SET run_at = $1, lease = $2, attempts = attempts + 1 WHERE id IN (
                 SELECT id FROM queue WHERE run_at <= $3 AND failed_at IS NULL ORDER BY run_at, id LIMIT $4)
             RETURNING id, kind, payload, attempts, lease"
        }
    };
    let mut leased: Vec<Task> = write_in!(&mut tx, |c| {
        query_as(sql).bind(now() + LEASE_TIME).bind(Uuid::now_v7()).bind(now()).bind(most as i64).fetch_all(c)
    })?;
    tx.commit().await?;
    // The statement returns them in any order.
    leased.sort_unstable_by_key(|task| task.id);
    Ok(leased)
}

/// Takes a task that is done out of the queue: the first thing in its transaction. An error where the lease is another's by now, so that what is written
/// with it is rolled back.
pub async fn finish(tx: &mut Tx, task: &Task) -> Result<(), AppError> {
    tx.locked(Lock::Task, 1);
    let gone = execute!(tx, query("DELETE FROM queue WHERE id = $1 AND lease = $2").bind(task.id).bind(task.lease))?;
    if gone == 1 { Ok(()) } else { Err(AppError::NotFound) }
}

/// Notes that a try has failed: it is due again at `again`, or given up where there is no such time.
pub async fn fail(db: &Db, task: &Task, error: &str, again: Option<DateTime<Utc>>) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let error: String = error.chars().take(ERROR_LENGTH).collect();
    let gave_up = again.is_none().then(now);
    execute!(
        &mut tx,
        query(
            "UPDATE queue SET run_at = $1, failed_at = $2, last_error = $3, lease = NULL
             WHERE id = $4 AND lease = $5"
        )
        .bind(again.unwrap_or_else(now))
        .bind(gave_up)
        .bind(error)
        .bind(task.id)
        .bind(task.lease)
    )?;
    Ok(tx.commit().await?)
}

/// Puts a task off: its time has not come yet.
pub async fn put_off(db: &Db, task: &Task, until: DateTime<Utc>) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query("UPDATE queue SET run_at = $1, lease = NULL, attempts = 0 WHERE id = $2 AND lease = $3")
            .bind(until)
            .bind(task.id)
            .bind(task.lease)
    )?;
    Ok(tx.commit().await?)
}

/// A task as `jobi jobs list` shows it: without its payload, which may hold a link that opens an account.
#[derive(Debug, FromRow)]
pub struct Listed {
    pub id: Uuid,
    pub kind: String,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub run_at: DateTime<Utc>,
    pub failed_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// The queue in the order of ids, which is that of time, after the one given.
pub async fn list(db: &Db, after: Uuid, limit: i64) -> Result<Vec<Listed>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT id, kind, attempts, last_error, run_at, failed_at, created_at FROM queue
             WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Begins anew with a task that was given up or pauses, or with all that were given up. Returns how many.
pub async fn retry(db: &Db, id: Option<Uuid>) -> Result<u64, AppError> {
    let mut tx = db.begin().await?;
    let rows = match id {
        Some(id) => execute!(
            &mut tx,
            query("UPDATE queue SET run_at = $1, failed_at = NULL, attempts = 0 WHERE id = $2 AND lease IS NULL")
                .bind(now())
                .bind(id)
        )?,
        None => execute!(
            &mut tx,
            query("UPDATE queue SET run_at = $1, failed_at = NULL, attempts = 0 WHERE failed_at IS NOT NULL")
                .bind(now())
        )?,
    };
    tx.commit().await?;
    Ok(rows)
}

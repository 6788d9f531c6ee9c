//! The queue of files to delete: written by the transaction that removes their rows, so that no file is forgotten, and
//! none is deleted that a row still names.

use chrono::TimeDelta;
use sqlx::{QueryBuilder, query_scalar};

use crate::db::{Db, Tx, now, push_list};
use crate::{error::AppError, read, write_in};

/// The delay before a failed deletion is retried.
const RETRY_DELAY: TimeDelta = TimeDelta::minutes(5);
/// Rows of one statement.
const MAX_ROWS_PER_STATEMENT: usize = 1_000;

/// Queues files for deletion from the store after the commit.
pub async fn delete_later(tx: &mut Tx, files: &[String]) -> Result<(), AppError> {
    for files in files.chunks(MAX_ROWS_PER_STATEMENT) {
        write_in!(tx, |c| async {
            let mut sql = QueryBuilder::new("INSERT INTO file_deletions (file, due_at) ");
            sql.push_values(files, |mut row, file| {
                row.push_bind(file.clone()).push_bind(now());
            });
            sql.push(" ON CONFLICT (file) DO NOTHING");
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Queued files that are due, those that have waited longest first.
pub async fn due(db: &Db, limit: i64) -> Result<Vec<String>, AppError> {
    let files = read!(db, |c| {
        query_scalar("SELECT file FROM file_deletions WHERE due_at <= $1 ORDER BY due_at LIMIT $2")
            .bind(now())
            .bind(limit)
            .fetch_all(c)
    });
    Ok(files?)
}

/// Removes deleted files from the queue, and schedules the retry of the others.
pub async fn settle(db: &Db, gone: &[String], stay: &[String]) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    for files in gone.chunks(MAX_ROWS_PER_STATEMENT) {
        write_in!(&mut tx, |c| async {
            let mut sql = QueryBuilder::new("DELETE FROM file_deletions WHERE file IN ");
            push_list(&mut sql, files.iter().cloned());
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    for files in stay.chunks(MAX_ROWS_PER_STATEMENT) {
        write_in!(&mut tx, |c| async {
            let mut sql = QueryBuilder::new("UPDATE file_deletions SET due_at = ");
            sql.push_bind(now() + RETRY_DELAY).push(" WHERE file IN ");
            push_list(&mut sql, files.iter().cloned());
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    Ok(tx.commit().await?)
}

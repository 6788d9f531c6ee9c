//! Kept mails, and addresses that were refused.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    db::{Db, Tx, now},
    error::AppError,
    execute, read,
};

/// How long the mails of a site without a mail server are kept.
const KEPT_DAYS: i64 = 7;

/// Keeps a mail instead of sending it; once, however often it is tried.
pub async fn keep(tx: &mut Tx, id: Uuid, to: &str, mail: &str) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO kept_mails (id, recipient, mail, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING"
        )
        .bind(id)
        .bind(to)
        .bind(mail)
        .bind(now())
    )?;
    Ok(())
}

/// The newest kept mails, to one address or to all, each as JSON.
pub async fn newest(db: &Db, to: Option<&str>, limit: i64) -> Result<Vec<(Uuid, String, DateTime<Utc>)>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT id, mail, created_at FROM kept_mails WHERE recipient = COALESCE($1, recipient)
             ORDER BY id DESC LIMIT $2",
        )
        .bind(to)
        .bind(limit)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Deletes kept mails that are old.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    const OLD: &str = "DELETE FROM kept_mails WHERE id IN (SELECT id FROM kept_mails WHERE created_at < $1 LIMIT $2)";
    Ok(db.delete_by_parts(OLD, now() - TimeDelta::days(KEPT_DAYS), 500).await?)
}

/// Why a server has refused the address, where one has.
pub async fn bounced(db: &Db, key: &str) -> Result<Option<String>, AppError> {
    let reason = read!(db, |c| {
        query_scalar("SELECT reason FROM bounced_addresses WHERE email_key = $1").bind(key).fetch_optional(c)
    });
    Ok(reason?)
}

/// Notes that a server has refused the address.
pub async fn note_bounce(db: &Db, key: &str, reason: &str) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO bounced_addresses (email_key, reason, bounced_at) VALUES ($1, $2, $3)
             ON CONFLICT (email_key) DO UPDATE SET reason = excluded.reason, bounced_at = excluded.bounced_at"
        )
        .bind(key)
        .bind(reason)
        .bind(now())
    )?;
    Ok(tx.commit().await?)
}

/// Writes to the address again.
pub async fn forget_bounce(tx: &mut Tx, key: &str) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM bounced_addresses WHERE email_key = $1").bind(key))?;
    Ok(())
}

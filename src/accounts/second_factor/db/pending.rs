//! Logins that wait for the second factor.

use chrono::TimeDelta;
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::{
    db::{Db, Tx, now},
    error::AppError,
    execute,
    platform::token::token_hash,
    read,
};

/// A login waits so long.
pub const PENDING_MINUTES: i64 = 10;

/// A login whose password was right.
#[derive(FromRow)]
pub struct PendingLogin {
    pub user_id: Uuid,
    /// Where they were going.
    pub next: String,
    /// The form that the login page carried.
    pub typed: String,
}

/// Stores a login that waits.
pub async fn insert_pending(db: &Db, token: &str, login: &PendingLogin) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query("INSERT INTO pending_logins (token_hash, user_id, next, typed, expires_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(token_hash(token))
            .bind(login.user_id)
            .bind(&login.next)
            .bind(&login.typed)
            .bind(now() + TimeDelta::minutes(PENDING_MINUTES))
    )?;
    Ok(tx.commit().await?)
}

/// The login that waits in this browser.
pub async fn find_pending(db: &Db, token: &str) -> Result<Option<PendingLogin>, AppError> {
    let row = read!(db, |c| {
        query_as(
            "SELECT p.user_id, p.next, p.typed FROM pending_logins p JOIN users u ON u.id = p.user_id
             WHERE p.token_hash = $1 AND p.expires_at > $2 AND u.disabled_at IS NULL",
        )
        .bind(token_hash(token))
        .bind(now())
        .fetch_optional(c)
    });
    Ok(row?)
}

/// Uses it up; false where that has happened meanwhile.
pub async fn take_pending(tx: &mut Tx, token: &str) -> Result<bool, AppError> {
    let taken = execute!(
        tx,
        query("DELETE FROM pending_logins WHERE token_hash = $1 AND expires_at > $2")
            .bind(token_hash(token))
            .bind(now())
    )?;
    Ok(taken == 1)
}

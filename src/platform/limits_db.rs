//! The buckets of [limits](super::limits) that nodes share.

use std::time::Duration;

use chrono::TimeDelta;
use sqlx::{query, query_scalar};

use super::limits::Shared;
use crate::{
    db::{Db, now},
    error::AppError,
    execute, write_in,
};

fn micros(duration: Duration) -> i64 {
    duration.as_micros() as i64
}

/// Takes a token from each of these buckets, which hold when they are full again (GCRA); or says how long to wait.
pub(super) async fn take(db: &Db, tokens: &[Shared]) -> Result<(), AppError> {
    const TAKE: &str = "INSERT INTO rate_buckets (key, full_at) VALUES ($1, $2 + $3)
        ON CONFLICT (key) DO UPDATE
        SET full_at = $3 + CASE WHEN rate_buckets.full_at > $2 THEN rate_buckets.full_at ELSE $2 END
        WHERE rate_buckets.full_at <= $2 + $4";
    let now = now().timestamp_micros();
    let (mut tx, mut wait) = (db.begin().await?, None);
    for Shared { key, burst, every } in tokens {
        let every = micros(*every);
        let latest = i64::from(*burst - 1) * every;
        let key = key.as_slice();
        if execute!(&mut tx, query(TAKE).bind(key).bind(now).bind(every).bind(latest))? == 0 {
            let full_at = "SELECT full_at FROM rate_buckets WHERE key = $1";
            let full_at: i64 = write_in!(&mut tx, |c| query_scalar(full_at).bind(key).fetch_one(c))?;
            wait = Some(full_at - now - latest);
        }
    }
    tx.commit().await?;
    match wait {
        None => Ok(()),
        Some(micros) => Err(AppError::TooMany { seconds: (micros.max(1) as u64).div_ceil(1_000_000) }),
    }
}

/// Puts these tokens back.
pub(super) async fn give_back(db: &Db, tokens: &[Shared]) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    for token in tokens {
        let sql = "UPDATE rate_buckets SET full_at = full_at - $1 WHERE key = $2";
        execute!(&mut tx, query(sql).bind(micros(token.every)).bind(token.key.as_slice()))?;
    }
    Ok(tx.commit().await?)
}

/// Forgets buckets that are full.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let long_ago = now() - TimeDelta::minutes(1);
    execute!(&mut tx, query("DELETE FROM rate_buckets WHERE full_at < $1").bind(long_ago.timestamp_micros()))?;
    Ok(tx.commit().await?)
}

//! Recovery codes.

use sqlx::{query, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::second_factor::recovery,
    db::{Db, Tx, now},
    error::AppError,
    execute, read, write_in,
};

/// Stores the codes of a seed in place of those that were there.
pub async fn store_codes(tx: &mut Tx, user: Uuid, seed: &str) -> Result<(), AppError> {
    execute!(&mut *tx, query("DELETE FROM recovery_codes WHERE user_id = $1").bind(user))?;
    for code in recovery::codes(seed) {
        execute!(
            &mut *tx,
            query("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)")
                .bind(user)
                .bind(recovery::hash(&code))
        )?;
    }
    Ok(())
}

/// Whether an account has recovery codes, used or not.
pub async fn has_codes(tx: &mut Tx, user: Uuid) -> Result<bool, AppError> {
    let codes: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1").bind(user).fetch_one(c)
    })?;
    Ok(codes > 0)
}

/// The codes of a seed, if they are the account's.
pub async fn codes_of_seed(db: &Db, user: Uuid, seed: &str) -> Result<Option<Vec<String>>, AppError> {
    let stored: Vec<Vec<u8>> = read!(db, |c| {
        query_scalar("SELECT code_hash FROM recovery_codes WHERE user_id = $1").bind(user).fetch_all(c)
    })?;
    let codes = recovery::codes(seed);
    Ok(codes.iter().all(|code| stored.contains(&recovery::hash(code))).then_some(codes))
}

/// Uses a code up, and tells how many are left; none where it is no code of the account's, or was used.
pub async fn use_recovery_code(tx: &mut Tx, user: Uuid, code: &str) -> Result<Option<i64>, AppError> {
    let used = execute!(
        &mut *tx,
        query("UPDATE recovery_codes SET used_at = $1 WHERE user_id = $2 AND code_hash = $3 AND used_at IS NULL")
            .bind(now())
            .bind(user)
            .bind(recovery::hash(code))
    )?;
    if used == 0 {
        return Ok(None);
    }
    let left: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL")
            .bind(user)
            .fetch_one(c)
    })?;
    Ok(Some(left))
}

//! What an account is protected with, as it is stored.

mod app;
mod passkeys;
mod pending;
mod recovery;

use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

pub use self::{app::*, passkeys::*, pending::*, recovery::*};
use super::model::Protection;
use crate::{
    accounts::{AccountProblem, hold},
    db::{Db, Tx, now},
    error::AppError,
    execute, read, write_in,
};

const FACTORS: &str = "SELECT (SELECT COUNT(*) FROM authenticator_apps WHERE user_id = $1 AND secret IS NOT NULL)
     + (SELECT COUNT(*) FROM passkeys WHERE user_id = $1)";

/// Whether a login to an account asks for more than the password.
pub async fn is_set_up(db: &Db, user: Uuid) -> Result<bool, AppError> {
    let factors: i64 = read!(db, |c| query_scalar(FACTORS).bind(user).fetch_one(c))?;
    Ok(factors > 0)
}

/// The same inside a transaction.
pub async fn is_set_up_in(tx: &mut Tx, user: Uuid) -> Result<bool, AppError> {
    let factors: i64 = write_in!(tx, |c| query_scalar(FACTORS).bind(user).fetch_one(c))?;
    Ok(factors > 0)
}

/// What an account is protected with.
pub async fn protection(db: &Db, user: Uuid) -> Result<Protection, AppError> {
    let row = read!(db, |c| {
        query_as(
            "SELECT (SELECT since FROM authenticator_apps WHERE user_id = $1 AND secret IS NOT NULL) AS app_since,
                 (SELECT COUNT(*) FROM passkeys WHERE user_id = $1) AS passkeys,
                 (SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL) AS codes_left",
        )
        .bind(user)
        .fetch_one(c)
    });
    Ok(row?)
}

/// Ends what belongs to a factor that was removed. Whoever looks after the site keeps one; the last one of others takes
/// their recovery codes along.
pub async fn after_removal(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    if is_set_up_in(tx, user).await? {
        return Ok(());
    }
    let staff: i64 = write_in!(&mut *tx, |c| {
        query_scalar("SELECT COUNT(*) FROM users WHERE id = $1 AND staff IS NOT NULL").bind(user).fetch_one(c)
    })?;
    if staff > 0 {
        return Err(AppError::refused(AccountProblem::StaffNeedsFactor));
    }
    execute!(&mut *tx, query("DELETE FROM recovery_codes WHERE user_id = $1").bind(user))?;
    execute!(tx, query("DELETE FROM pending_logins WHERE user_id = $1").bind(user))?;
    Ok(())
}

/// Begins a change of an account's factors; two at once wait for each other.
pub async fn begin_change(db: &Db, user: Uuid) -> Result<Tx, AppError> {
    let mut tx = db.begin().await?;
    hold(&mut tx, user).await?;
    Ok(tx)
}

/// Deletes logins and challenges that nobody has completed.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, query("DELETE FROM pending_logins WHERE expires_at < $1").bind(now()))?;
    execute!(&mut tx, query("DELETE FROM passkey_challenges WHERE expires_at < $1").bind(now()))?;
    Ok(tx.commit().await?)
}

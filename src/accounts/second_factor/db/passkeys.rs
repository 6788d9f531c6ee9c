//! Passkeys, and the challenges to them.

use chrono::TimeDelta;
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::{
        AccountProblem,
        second_factor::{
            MAX_PASSKEYS, Passkey,
            passkey::{Challenge, StoredPasskey},
        },
    },
    db::{Db, Tx, is_duplicate, now},
    error::AppError,
    execute,
    platform::token::token_hash,
    read, write_in,
};

/// A challenge is answered within this, which is also how long browsers wait.
pub const CHALLENGE_MINUTES: i64 = 5;

/// Stores a challenge to a new passkey of this person, or to any passkey.
pub async fn insert_challenge(db: &Db, token: &str, user: Option<Uuid>, challenge: &Challenge) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO passkey_challenges (token_hash, user_id, options, state, expires_at)
             VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(token_hash(token))
        .bind(user)
        .bind(&challenge.options)
        .bind(&challenge.state)
        .bind(now() + TimeDelta::minutes(CHALLENGE_MINUTES))
    )?;
    Ok(tx.commit().await?)
}

/// What the browser is told of a challenge to a new passkey of this person.
pub async fn challenge_options(db: &Db, token: &str, user: Uuid) -> Result<Option<String>, AppError> {
    let found = read!(db, |c| {
        query_scalar(
            "SELECT options FROM passkey_challenges WHERE token_hash = $1 AND user_id = $2 AND expires_at > $3",
        )
        .bind(token_hash(token))
        .bind(user)
        .bind(now())
        .fetch_optional(c)
    });
    Ok(found?)
}

/// Uses a challenge up: whatever is answered, another answer needs another one. Returns what an answer is compared
/// with; none where there is no such challenge for this person, or for a login.
pub async fn take_challenge(db: &Db, token: &str, user: Option<Uuid>) -> Result<Option<Vec<u8>>, AppError> {
    let mut tx = db.begin().await?;
    let found: Option<(Option<Uuid>, Vec<u8>)> = write_in!(&mut tx, |c| {
        query_as("DELETE FROM passkey_challenges WHERE token_hash = $1 AND expires_at > $2 RETURNING user_id, state")
            .bind(token_hash(token))
            .bind(now())
            .fetch_optional(c)
    })?;
    tx.commit().await?;
    Ok(found.filter(|(of, _)| *of == user).map(|(_, state)| state))
}

/// Stores a new passkey.
pub async fn insert_passkey(tx: &mut Tx, passkey: &StoredPasskey, name: &str) -> Result<(), AppError> {
    let count: i64 = write_in!(&mut *tx, |c| {
        query_scalar("SELECT COUNT(*) FROM passkeys WHERE user_id = $1").bind(passkey.user_id).fetch_one(c)
    })?;
    if count >= MAX_PASSKEYS {
        return Err(AppError::refused(AccountProblem::TooManyPasskeys(MAX_PASSKEYS)));
    }
    let stored = execute!(
        tx,
        query(
            "INSERT INTO passkeys (id, user_id, name, credential_id, transports, public_key, state, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
        .bind(passkey.id)
        .bind(passkey.user_id)
        .bind(name)
        .bind(&passkey.credential_id)
        .bind(passkey.transports)
        .bind(&passkey.public_key)
        .bind(&passkey.state)
        .bind(now())
    );
    match stored {
        Err(e) if is_duplicate(&e) => Err(AppError::refused(AccountProblem::PasskeyFailed)),
        other => Ok(other.map(|_| ())?),
    }
}

/// The passkeys of an account, the oldest first.
pub async fn passkeys(db: &Db, user: Uuid) -> Result<Vec<Passkey>, AppError> {
    let rows = read!(db, |c| {
        query_as("SELECT id, name, created_at, used_at FROM passkeys WHERE user_id = $1 ORDER BY id")
            .bind(user)
            .fetch_all(c)
    });
    Ok(rows?)
}

/// The same as they are stored.
pub async fn stored_passkeys(db: &Db, user: Uuid) -> Result<Vec<StoredPasskey>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT id, user_id, credential_id, transports, public_key, state FROM passkeys
             WHERE user_id = $1 ORDER BY id",
        )
        .bind(user)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// The passkey that an answer names, of an account that is let in.
pub async fn find_passkey(db: &Db, credential_id: &[u8]) -> Result<Option<StoredPasskey>, AppError> {
    let row = read!(db, |c| {
        query_as(
            "SELECT p.id, p.user_id, p.credential_id, p.transports, p.public_key, p.state
             FROM passkeys p JOIN users u ON u.id = p.user_id
             WHERE p.credential_id = $1 AND u.disabled_at IS NULL",
        )
        .bind(credential_id)
        .fetch_optional(c)
    });
    Ok(row?)
}

/// Notes that a passkey was used, with its new state; false where another use has changed it meanwhile.
pub async fn note_use(tx: &mut Tx, passkey: &StoredPasskey, state: &[u8]) -> Result<bool, AppError> {
    let noted = execute!(
        tx,
        query("UPDATE passkeys SET used_at = $1, state = $2 WHERE id = $3 AND state = $4")
            .bind(now())
            .bind(state)
            .bind(passkey.id)
            .bind(&passkey.state)
    )?;
    Ok(noted == 1)
}

/// Gives one of a person's passkeys another name, and returns the one before.
pub async fn rename_passkey(tx: &mut Tx, user: Uuid, id: Uuid, name: &str) -> Result<String, AppError> {
    let before: Option<String> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT name FROM passkeys WHERE id = $1 AND user_id = $2").bind(id).bind(user).fetch_optional(c)
    })?;
    execute!(tx, query("UPDATE passkeys SET name = $1 WHERE id = $2 AND user_id = $3").bind(name).bind(id).bind(user))?;
    before.ok_or(AppError::NotFound)
}

/// Removes one of a person's passkeys, and returns its name.
pub async fn remove_passkey(tx: &mut Tx, user: Uuid, id: Uuid) -> Result<String, AppError> {
    let name: Option<String> = write_in!(tx, |c| {
        query_scalar("DELETE FROM passkeys WHERE id = $1 AND user_id = $2 RETURNING name")
            .bind(id)
            .bind(user)
            .fetch_optional(c)
    })?;
    name.ok_or(AppError::NotFound)
}

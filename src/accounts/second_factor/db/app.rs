//! Authenticator apps.

use chrono::TimeDelta;
use sqlx::{query, query_scalar};
use uuid::Uuid;

use crate::{
    db::{Db, Tx, now},
    error::AppError,
    execute, read, write_in,
};

/// An app is set up within this.
const SETUP: TimeDelta = TimeDelta::minutes(30);
/// Codes that can be guessed at once, and how long each takes to come back. At this pace a right guess takes decades.
const GUESSES: i64 = 10;
const GUESS_MILLISECONDS: i64 = 5 * 60 * 1000;

/// Begins to set an app up; one that is in use stays until the new one has shown a code.
pub async fn begin_app(tx: &mut Tx, user: Uuid, session: Uuid, secret: &[u8]) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO authenticator_apps (user_id, new_secret, new_session, new_until) VALUES ($1, $2, $3, $4)
             ON CONFLICT (user_id) DO UPDATE SET new_secret = excluded.new_secret,
                 new_session = excluded.new_session, new_until = excluded.new_until"
        )
        .bind(user)
        .bind(secret)
        .bind(session)
        .bind(now() + SETUP)
    )?;
    Ok(())
}

/// The secret of the app that is being set up in this session.
pub async fn secret_in_setup(db: &Db, user: Uuid, session: Uuid) -> Result<Option<Vec<u8>>, AppError> {
    let found: Option<Option<Vec<u8>>> = read!(db, |c| {
        query_scalar(
            "SELECT new_secret FROM authenticator_apps WHERE user_id = $1 AND new_session = $2 AND new_until > $3",
        )
        .bind(user)
        .bind(session)
        .bind(now())
        .fetch_optional(c)
    })?;
    Ok(found.flatten())
}

/// Takes an app into use that has shown the code of this step. Nothing where another was begun with meanwhile.
pub async fn accept_app(tx: &mut Tx, user: Uuid, secret: &[u8], step: i64) -> Result<bool, AppError> {
    let accepted = execute!(
        tx,
        query(
            "UPDATE authenticator_apps SET secret = new_secret, since = $1, last_step = $2,
                 new_secret = NULL, new_session = NULL, new_until = NULL
             WHERE user_id = $3 AND new_secret = $4"
        )
        .bind(now())
        .bind(step)
        .bind(user)
        .bind(secret)
    )?;
    Ok(accepted == 1)
}

/// The secret of the app in use.
pub async fn app_secret(db: &Db, user: Uuid) -> Result<Option<Vec<u8>>, AppError> {
    let found: Option<Option<Vec<u8>>> = read!(db, |c| {
        query_scalar("SELECT secret FROM authenticator_apps WHERE user_id = $1").bind(user).fetch_optional(c)
    })?;
    Ok(found.flatten())
}

/// Uses the code of a step up; false where it, or a newer one, was used before.
pub async fn use_step(tx: &mut Tx, user: Uuid, secret: &[u8], step: i64) -> Result<bool, AppError> {
    let used = execute!(
        tx,
        query("UPDATE authenticator_apps SET last_step = $1 WHERE user_id = $2 AND secret = $3 AND last_step < $1")
            .bind(step)
            .bind(user)
            .bind(secret)
    )?;
    Ok(used == 1)
}

/// Removes the app; whether there was one.
pub async fn remove_app(tx: &mut Tx, user: Uuid) -> Result<bool, AppError> {
    let removed: Option<Option<Vec<u8>>> = write_in!(tx, |c| {
        query_scalar("DELETE FROM authenticator_apps WHERE user_id = $1 RETURNING secret").bind(user).fetch_optional(c)
    })?;
    Ok(removed.flatten().is_some())
}

/// Counts a guess at an account's codes, on all nodes together; an error where there were too many.
pub async fn count_guess(db: &Db, user: Uuid) -> Result<(), AppError> {
    let at = now().timestamp_millis();
    let mut tx = db.begin().await?;
    let counted = execute!(
        &mut tx,
        query(
            "INSERT INTO code_guesses (user_id, full_at) VALUES ($1, $2 + $3)
             ON CONFLICT (user_id) DO UPDATE SET
                 full_at = CASE WHEN code_guesses.full_at > $2 THEN code_guesses.full_at ELSE $2 END + $3
             WHERE code_guesses.full_at <= $4"
        )
        .bind(user)
        .bind(at)
        .bind(GUESS_MILLISECONDS)
        .bind(at + (GUESSES - 1) * GUESS_MILLISECONDS)
    )?;
    tx.commit().await?;
    match counted {
        0 => Err(AppError::TooMany { seconds: (GUESS_MILLISECONDS / 1000) as u64 }),
        _ => Ok(()),
    }
}

/// Gives back the guess of a code that was right.
pub async fn give_guess_back(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query("UPDATE code_guesses SET full_at = full_at - $1 WHERE user_id = $2").bind(GUESS_MILLISECONDS).bind(user)
    )?;
    Ok(())
}

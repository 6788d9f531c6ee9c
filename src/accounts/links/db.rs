//! Tokens of links, and the browsers that a person has logged in with.

use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{Purpose, Reader};
use crate::{
    db::{Db, Tx, now},
    error::AppError,
    execute,
    l10n::locale,
    platform::token::token_hash,
    read, write_in,
};

/// Whom a link is for.
#[derive(Clone, Debug, FromRow)]
pub struct LinkRow {
    pub user_id: Uuid,
    /// The address that it was sent to.
    pub email: String,
    /// Whether that is what the account has now.
    pub is_current: bool,
    pub name: String,
    locale: Option<String>,
}

impl LinkRow {
    /// Whom mails about the account go to, at this address of it.
    pub fn reader<'a>(&'a self, email: &'a str) -> Reader<'a> {
        let locale = self.locale.as_ref().and_then(|locale| locale.parse().ok()).unwrap_or_else(locale);
        Reader { id: self.user_id, email, name: &self.name, locale }
    }
}

/// Stores a link's token; an earlier link for the same purpose is not good any more.
pub async fn insert(tx: &mut Tx, user: Uuid, purpose: Purpose, email: &str, token: &str) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO account_tokens (token_hash, user_id, purpose, email, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (user_id, purpose) DO UPDATE SET token_hash = excluded.token_hash, email = excluded.email,
                 created_at = excluded.created_at, expires_at = excluded.expires_at"
        )
        .bind(token_hash(token))
        .bind(user)
        .bind(purpose)
        .bind(email)
        .bind(now())
        .bind(now() + purpose.lifetime())
    )?;
    Ok(())
}

/// Whom a link is for, while it is good.
pub async fn find(db: &Db, purpose: Purpose, token: &str) -> Result<Option<LinkRow>, AppError> {
    let row = read!(db, |c| {
        query_as(
            "SELECT t.user_id, t.email, t.email = u.email AS is_current, u.name, u.locale
             FROM account_tokens t JOIN users u ON u.id = t.user_id
             WHERE t.token_hash = $1 AND t.purpose = $2 AND t.expires_at > $3 AND u.disabled_at IS NULL",
        )
        .bind(token_hash(token))
        .bind(purpose)
        .bind(now())
        .fetch_optional(c)
    });
    Ok(row?)
}

/// Uses a link up. Nothing where it was used meanwhile.
pub async fn take(tx: &mut Tx, purpose: Purpose, token: &str) -> Result<bool, AppError> {
    let gone = execute!(
        tx,
        query("DELETE FROM account_tokens WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3")
            .bind(token_hash(token))
            .bind(purpose)
            .bind(now())
    )?;
    Ok(gone == 1)
}

/// Ends the links of a person that set a new password.
pub async fn end_password_links(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query("DELETE FROM account_tokens WHERE user_id = $1 AND purpose = $2").bind(user).bind(Purpose::ResetPassword)
    )?;
    Ok(())
}

/// Takes back a change of the address that waits to be confirmed, with its link.
pub async fn end_email_change(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(
        &mut *tx,
        query(
            "DELETE FROM account_tokens WHERE user_id = $1 AND purpose = $2
                 AND email <> (SELECT email FROM users WHERE id = $1)"
        )
        .bind(user)
        .bind(Purpose::ConfirmEmail)
    )?;
    execute!(tx, query("UPDATE users SET new_email = NULL WHERE id = $1").bind(user))?;
    Ok(())
}

/// Notes that mails to the account's address reach its person.
pub async fn note_confirmed(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query("UPDATE users SET email_confirmed_at = COALESCE(email_confirmed_at, $1) WHERE id = $2")
            .bind(now())
            .bind(user)
    )?;
    Ok(())
}

/// Whether somebody has logged in with this browser before; none where it is their first login.
pub async fn is_known_device(tx: &mut Tx, user: Uuid, device: &str) -> Result<Option<bool>, AppError> {
    let known: Vec<Vec<u8>> = write_in!(tx, |c| {
        query_scalar("SELECT token_hash FROM known_devices WHERE user_id = $1").bind(user).fetch_all(c)
    })?;
    Ok((!known.is_empty()).then(|| known.contains(&token_hash(device))))
}

/// Whether the account that one of these keys finds has been logged in to with this browser.
pub async fn belongs(db: &Db, keys: &[String; 2], device: &str) -> Result<bool, AppError> {
    let found: Option<i32> = read!(db, |c| {
        query_scalar(
            "SELECT 1 FROM users u JOIN known_devices d ON d.user_id = u.id AND d.token_hash = $3
             WHERE u.email_key IN ($1, $2) LIMIT 1",
        )
        .bind(&keys[0])
        .bind(&keys[1])
        .bind(token_hash(device))
        .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Knows this browser from now on.
pub async fn know_device(tx: &mut Tx, user: Uuid, device: &str) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO known_devices (user_id, token_hash, seen_at) VALUES ($1, $2, $3)
             ON CONFLICT (user_id, token_hash) DO UPDATE SET seen_at = excluded.seen_at"
        )
        .bind(user)
        .bind(token_hash(device))
        .bind(now())
    )?;
    Ok(())
}

/// Deletes links that are not good any more.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, query("DELETE FROM account_tokens WHERE expires_at < $1").bind(now()))?;
    Ok(tx.commit().await?)
}

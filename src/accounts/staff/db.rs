//! Staff, invitations to make an account, and the tokens of the first run.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::{Email, StaffRole},
    db::{Db, Tx, now},
    error::AppError,
    execute,
    platform::token::token_hash,
    read, write_in,
};

/// An invitation is good for so many days.
const INVITATION_DAYS: i64 = 7;
/// The token of a first run is good for so many hours; the next start makes another.
const SETUP_HOURS: i64 = 24;

/// Somebody on the staff.
#[derive(Clone, FromRow)]
pub struct StaffRow {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub staff: StaffRole,
    pub has_factor: bool,
    pub disabled_at: Option<DateTime<Utc>>,
}

/// Everybody on the staff, admins first.
pub async fn staff(db: &Db) -> Result<Vec<StaffRow>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT u.id, u.name, u.email, u.staff, u.disabled_at,
                 EXISTS (SELECT 1 FROM authenticator_apps a WHERE a.user_id = u.id AND a.secret IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = u.id) AS has_factor
             FROM users u WHERE u.staff IS NOT NULL ORDER BY u.staff, u.id LIMIT 500",
        )
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Puts somebody on the staff, or takes them off it. Returns what they were.
pub async fn set_role(tx: &mut Tx, user: Uuid, staff: Option<StaffRole>) -> Result<Option<StaffRole>, AppError> {
    let before: Option<Option<StaffRole>> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT staff FROM users WHERE id = $1").bind(user).fetch_optional(c)
    })?;
    execute!(tx, query("UPDATE users SET staff = $1 WHERE id = $2").bind(staff).bind(user))?;
    before.ok_or(AppError::NotFound)
}

/// Stores an invitation to make an account; one for each address at a time.
pub async fn insert_invitation(
    tx: &mut Tx,
    email: &Email,
    staff: Option<StaffRole>,
    token: &str,
) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO account_invitations (id, token_hash, email, email_key, staff, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (email_key) DO UPDATE SET token_hash = excluded.token_hash, email = excluded.email,
                 staff = excluded.staff, expires_at = excluded.expires_at"
        )
        .bind(Uuid::now_v7())
        .bind(token_hash(token))
        .bind(email.as_str())
        .bind(email.key())
        .bind(staff)
        .bind(now() + TimeDelta::days(INVITATION_DAYS))
    )?;
    Ok(())
}

/// The address that a good invitation is for.
pub async fn invited(db: &Db, token: &str) -> Result<Option<String>, AppError> {
    let email = read!(db, |c| {
        query_scalar("SELECT email FROM account_invitations WHERE token_hash = $1 AND expires_at > $2")
            .bind(token_hash(token))
            .bind(now())
            .fetch_optional(c)
    });
    Ok(email?)
}

/// Uses an invitation up; what its account becomes on the staff.
pub async fn take_invitation(tx: &mut Tx, token: &str) -> Result<Option<Option<StaffRole>>, AppError> {
    let staff = write_in!(tx, |c| {
        query_scalar("DELETE FROM account_invitations WHERE token_hash = $1 AND expires_at > $2 RETURNING staff")
            .bind(token_hash(token))
            .bind(now())
            .fetch_optional(c)
    });
    Ok(staff?)
}

const ADMINS: &str = "SELECT COUNT(*) FROM users WHERE staff = 'admin'";

/// Stores the token of a first run, where the database holds nobody.
pub async fn begin_setup(db: &Db, token: &str) -> Result<bool, AppError> {
    let mut tx = db.begin().await?;
    let somebody: Option<Uuid> =
        write_in!(&mut tx, |c| query_scalar("SELECT id FROM users LIMIT 1").fetch_optional(c))?;
    if somebody.is_some() {
        return Ok(false);
    }
    execute!(
        &mut tx,
        query("INSERT INTO setup_tokens (token_hash, expires_at) VALUES ($1, $2)")
            .bind(token_hash(token))
            .bind(now() + TimeDelta::hours(SETUP_HOURS))
    )?;
    tx.commit().await?;
    Ok(true)
}

/// Whether the first admin can be made with this token.
pub async fn may_set_up(db: &Db, token: &str) -> Result<bool, AppError> {
    let (tokens, admins): (i64, i64) = read!(db, |c| {
        query_as(
            "SELECT (SELECT COUNT(*) FROM setup_tokens WHERE token_hash = $1 AND expires_at > $2),
                 (SELECT COUNT(*) FROM users WHERE staff = 'admin')",
        )
        .bind(token_hash(token))
        .bind(now())
        .fetch_one(c)
    })?;
    Ok(tokens > 0 && admins == 0)
}

/// Uses the tokens of all nodes up; whether this one was among them, and there is no admin. Two at once wait for each
/// other at the rows, and the second finds none.
pub async fn take_setup(tx: &mut Tx, token: &str) -> Result<bool, AppError> {
    let hash = token_hash(token);
    let taken: Vec<Vec<u8>> = write_in!(&mut *tx, |c| {
        query_scalar("DELETE FROM setup_tokens WHERE expires_at > $1 RETURNING token_hash").bind(now()).fetch_all(c)
    })?;
    let admins: i64 = write_in!(tx, |c| query_scalar(ADMINS).fetch_one(c))?;
    Ok(taken.contains(&hash) && admins == 0)
}

/// Deletes invitations and tokens that are not good any more.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, query("DELETE FROM account_invitations WHERE expires_at < $1").bind(now()))?;
    execute!(&mut tx, query("DELETE FROM setup_tokens WHERE expires_at < $1").bind(now()))?;
    Ok(tx.commit().await?)
}

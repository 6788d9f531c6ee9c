//! Users and sessions.

mod acting;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;
use uuid::Uuid;

pub use acting::*;

use super::{
    may::MemberRole,
    model::{CurrentUser, Email, Role, Session, Settings, key_of, login_keys},
    second_factor::protection,
    session::LIFETIME_DAYS,
};
use crate::{
    accounts::AccountProblem,
    db::{Db, Lock, Tx, is_duplicate, line::aside, now},
    error::AppError,
    execute,
    l10n::Locale,
    platform::{mail::bounced, token::token_hash},
    read, write_in,
};

/// `seen_at` of a session is updated at most this often, so that not every request writes.
const TOUCH_EVERY: TimeDelta = TimeDelta::hours(1);

/// What the keys of accounts begin with that have the address of another one; it holds no `@`.
const SHADOW_KEY: &str = "taken:";

/// The columns of a new account.
pub struct NewUser<'a> {
    pub id: Uuid,
    pub email: &'a Email,
    pub name: &'a str,
    pub role: Role,
    pub password_hash: &'a str,
}

/// Inserts an account. An e-mail address that is taken, compared without case, is an error of its field.
pub async fn insert_user(tx: &mut Tx, user: NewUser<'_>) -> Result<(), AppError> {
    let key = user.email.key();
    insert_user_as(tx, user, &key).await
}

async fn insert_user_as(tx: &mut Tx, user: NewUser<'_>, key: &str) -> Result<(), AppError> {
    let result = execute!(
        tx,
        sqlx::query(
            "INSERT INTO users (id, email, email_key, name, role, password_hash, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(user.id)
        .bind(user.email.as_str())
        .bind(key)
        .bind(user.name)
        .bind(user.role)
        .bind(user.password_hash)
        .bind(now())
    );
    taken(result.map(|_| ()))
}

/// Inserts an account with the address of another one, under a key that no login finds.
pub async fn insert_shadow(tx: &mut Tx, user: NewUser<'_>) -> Result<(), AppError> {
    let id = user.id;
    insert_user_as(tx, user, &format!("{SHADOW_KEY}{}", id.simple())).await
}

fn taken(result: Result<(), sqlx::Error>) -> Result<(), AppError> {
    match result {
        Err(e) if is_duplicate(&e) => Err(AppError::field("email", AccountProblem::EmailTaken)),
        other => Ok(other?),
    }
}

/// The stored credentials that a login is compared with.
#[derive(FromRow)]
pub struct Login {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub password_hash: String,
    /// May be a language that this release no longer has.
    locale: Option<String>,
    pub disabled_at: Option<DateTime<Utc>>,
}

impl Login {
    /// The language that was chosen for the account.
    pub fn locale(&self) -> Option<Locale> {
        self.locale.as_ref()?.parse().ok()
    }
}

/// The account that one of these keys finds, the first before the second.
pub async fn find_login(db: &Db, [key, before]: &[String; 2]) -> Result<Option<Login>, AppError> {
    let found = read!(db, |c| {
        sqlx::query_as(
            "SELECT id, email, name, role, password_hash, locale, disabled_at FROM users WHERE email_key IN ($1, $2)
             ORDER BY CASE WHEN email_key = $1 THEN 0 ELSE 1 END LIMIT 1",
        )
        .bind(key)
        .bind(before)
        .fetch_optional(c)
    });
    Ok(found?)
}

/// The account of this id, if it is let in.
pub async fn find_login_of(db: &Db, user: Uuid) -> Result<Option<Login>, AppError> {
    let found = read!(db, |c| {
        sqlx::query_as(
            "SELECT id, email, name, role, password_hash, locale, disabled_at FROM users
             WHERE id = $1 AND disabled_at IS NULL",
        )
        .bind(user)
        .fetch_optional(c)
    });
    Ok(found?)
}

/// The account of a typed e-mail address.
pub async fn find_by_email(db: &Db, typed: &str) -> Result<Option<Login>, AppError> {
    match login_keys(typed) {
        Some(keys) => find_login(db, &keys).await,
        None => Ok(None),
    }
}

pub async fn password_hash(db: &Db, user: Uuid) -> Result<Option<String>, AppError> {
    let found = read!(db, |c| {
        sqlx::query_scalar("SELECT password_hash FROM users WHERE id = $1").bind(user).fetch_optional(c)
    });
    Ok(found?)
}

/// Renews the keys of e-mail addresses that an earlier release has stored as they were typed. Where two accounts would
/// have the same, the one that has it keeps it, and the other is found by what was typed.
pub async fn renew_keys(db: &Db) -> Result<(), AppError> {
    let mut after = Uuid::nil();
    loop {
        let old: Vec<(Uuid, String, String)> = read!(db, |c| {
            sqlx::query_as(
                "SELECT id, email, email_key FROM users WHERE octet_length(email_key) <> length(email_key) AND id > $1
                 ORDER BY id LIMIT 500",
            )
            .bind(after)
            .fetch_all(c)
        })?;
        let Some((last, ..)) = old.last() else { return Ok(()) };
        after = *last;
        let mut tx = db.begin().await?;
        for (id, email, before) in &old {
            let key = key_of(email);
            if key == *before {
                continue;
            }
            execute!(
                &mut tx,
                sqlx::query(
                    "UPDATE users SET email_key = $1
                     WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM users o WHERE o.email_key = $1)"
                )
                .bind(&key)
                .bind(id)
            )?;
        }
        tx.commit().await?;
    }
}

/// Begins a session; only the token's hash is stored. It acts as the person did last, else by the account's role.
/// Returns when it expires, and as what it acts.
pub async fn insert_session(
    tx: &mut Tx,
    user: Uuid,
    token: &str,
    user_agent: &str,
    ip: &str,
) -> Result<(DateTime<Utc>, Role), AppError> {
    let now = now();
    let end = now + TimeDelta::days(LIFETIME_DAYS);
    let company: Option<Uuid> = write_in!(tx, |c| {
        sqlx::query_scalar(
            "INSERT INTO sessions
                 (token_hash, id, user_id, user_agent, ip, created_at, seen_at, expires_at, company_id)
             SELECT $1, $2, u.id, $4, $5, $6, $6, $7,
                 CASE WHEN COALESCE(u.acted_as, u.role) = 'employer' THEN
                     (SELECT m.company_id FROM company_members m JOIN users w ON w.id = m.user_id
                      WHERE m.user_id = u.id ORDER BY CASE WHEN m.company_id = w.acted_for THEN 0 ELSE 1 END, m.created_at, m.company_id
                      LIMIT 1) END
             FROM users u WHERE u.id = $3
             RETURNING company_id",
        )
        .bind(token_hash(token))
        .bind(Uuid::now_v7())
        .bind(user)
        .bind(user_agent)
        .bind(ip)
        .bind(now)
        .bind(end)
        .fetch_one(c)
    })?;
    Ok((end, if company.is_some() { Role::Employer } else { Role::Seeker }))
}

/// Rotates a session's token: the old one is invalid from now on. Returns when the session expires.
pub async fn renew_token(tx: &mut Tx, session: Uuid, token: &str) -> Result<DateTime<Utc>, AppError> {
    let end: Option<DateTime<Utc>> = write_in!(tx, |c| {
        sqlx::query_scalar("UPDATE sessions SET token_hash = $1 WHERE id = $2 RETURNING expires_at")
            .bind(token_hash(token))
            .bind(session)
            .fetch_optional(c)
    })?;
    end.ok_or(AppError::Unauthorized)
}

#[derive(FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    user: CurrentUser,
    /// May be a language that this release no longer has.
    locale: Option<String>,
    seen_at: DateTime<Utc>,
}

/// The user whose session has this token. Updates the session's `seen_at` at most every `TOUCH_EVERY`.
pub async fn find_session(db: &Db, token: &str) -> Result<Option<CurrentUser>, AppError> {
    let now = now();
    let row: Option<SessionRow> = read!(db, |c| {
        sqlx::query_as(
            "SELECT u.id, s.id AS session, u.email, u.name,
                 CASE WHEN m.company_id IS NULL THEN 'seeker' ELSE 'employer' END AS role,
                 m.company_id AS company, m.role AS member_role, u.staff, u.new_email,
                 u.email_confirmed_at IS NOT NULL AS is_confirmed, u.email_key NOT LIKE '%@%' AS is_shadow,
                 u.event_seq AS newest_event, u.locale, s.seen_at,
                 (SELECT COUNT(*) FROM notifications n WHERE n.user_id = u.id AND n.read_at IS NULL) AS unread,
                 (SELECT COUNT(*) FROM notifications n WHERE n.user_id = u.id AND n.read_at IS NULL
                     AND n.kind IN ('message', 'message_request')) AS unread_talks
             FROM sessions s
             JOIN users u ON u.id = s.user_id
             LEFT JOIN company_members m ON m.user_id = u.id AND m.company_id = s.company_id
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL",
        )
        .bind(token_hash(token))
        .bind(now)
        .fetch_optional(c)
    })?;
    let Some(row) = row else { return Ok(None) };
    if now - row.seen_at > TOUCH_EVERY {
        aside("noting a session's use", touch_session(db, row.user.session)).await;
    }
    Ok(Some(CurrentUser { locale: row.locale.and_then(|l| l.parse().ok()), ..row.user }))
}

async fn touch_session(db: &Db, session: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, sqlx::query("UPDATE sessions SET seen_at = $1 WHERE id = $2").bind(now()).bind(session))?;
    Ok(tx.commit().await?)
}

/// Reads a user's name and e-mail address anew for an open socket; none if the session has ended, or acts for another
/// company or in another role.
pub async fn reload(db: &Db, user: &CurrentUser) -> Result<Option<CurrentUser>, AppError> {
    let row: Option<(Option<Uuid>, Option<MemberRole>, String, String)> = read!(db, |c| {
        sqlx::query_as(
            "SELECT m.company_id, m.role, u.name, u.email FROM sessions s
             JOIN users u ON u.id = s.user_id
             LEFT JOIN company_members m ON m.user_id = u.id AND m.company_id = s.company_id
             WHERE s.id = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL",
        )
        .bind(user.session)
        .bind(now())
        .fetch_optional(c)
    })?;
    let row = row.filter(|(company, role, ..)| (*company, *role) == (user.company, user.member_role));
    Ok(row.map(|(.., name, email)| CurrentUser { name, email, ..user.clone() }))
}

/// Ends one of a person's sessions.
pub async fn end_session(tx: &mut Tx, user: Uuid, session: Uuid) -> Result<(), AppError> {
    let ended = execute!(
        &mut *tx,
        sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND id = $2").bind(user).bind(session)
    )?;
    tx.check_sockets(user);
    if ended == 0 { Err(AppError::NotFound) } else { Ok(()) }
}

/// Ends a session.
pub async fn delete_session(tx: &mut Tx, user: Uuid, session: Uuid) -> Result<(), AppError> {
    execute!(tx, sqlx::query("DELETE FROM sessions WHERE id = $1").bind(session))?;
    tx.check_sockets(user);
    Ok(())
}

/// Ends every session of a person.
pub async fn end_sessions(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(tx, sqlx::query("DELETE FROM sessions WHERE user_id = $1").bind(user))?;
    tx.check_sockets(user);
    Ok(())
}

/// Ends all of a person's sessions but one.
pub async fn end_other_sessions(tx: &mut Tx, user: Uuid, keep: Uuid) -> Result<(), AppError> {
    execute!(tx, sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND id <> $2").bind(user).bind(keep))?;
    tx.check_sockets(user);
    Ok(())
}

/// What the settings page shows of somebody.
pub async fn settings(db: &Db, user: &CurrentUser) -> Result<Settings, AppError> {
    let sessions: Vec<Session> = read!(db, |c| {
        sqlx::query_as(
            "SELECT id, user_agent, ip, created_at, seen_at, expires_at, id = $3 AS current FROM sessions
             WHERE user_id = $1 AND expires_at > $2 ORDER BY seen_at DESC LIMIT 50",
        )
        .bind(user.id)
        .bind(now())
        .bind(user.session)
        .fetch_all(c)
    })?;
    let asked = user.new_email.as_ref().unwrap_or(&user.email);
    Ok(Settings {
        name: user.name.clone(),
        email: user.email.clone(),
        new_email: user.new_email.clone(),
        is_confirmed: user.is_confirmed,
        is_refused: bounced(db, &key_of(asked)).await?.is_some(),
        protection: protection(db, user.id).await?,
        sessions,
    })
}

/// Changes the name; open sockets stay open and read the new one.
pub async fn set_name(tx: &mut Tx, user: Uuid, name: &str) -> Result<(), AppError> {
    execute!(&mut *tx, sqlx::query("UPDATE users SET name = $1 WHERE id = $2").bind(name).bind(user))?;
    tx.check_sockets(user);
    Ok(())
}

/// Notes the address that takes the place of the account's once it is confirmed, or that there is none.
pub async fn set_new_email(tx: &mut Tx, user: Uuid, email: &str) -> Result<(), AppError> {
    execute!(tx, sqlx::query("UPDATE users SET new_email = $1 WHERE id = $2").bind(email).bind(user))?;
    Ok(())
}

/// Gives the account another address, and returns the one before.
pub async fn move_email(tx: &mut Tx, user: Uuid, email: &Email) -> Result<String, AppError> {
    let old: Option<String> = write_in!(&mut *tx, |c| {
        sqlx::query_scalar("SELECT email FROM users WHERE id = $1").bind(user).fetch_optional(c)
    })?;
    let old = old.ok_or(AppError::Unauthorized)?;
    let result = execute!(
        &mut *tx,
        sqlx::query("UPDATE users SET email = $1, email_key = $2, new_email = NULL WHERE id = $3")
            .bind(email.as_str())
            .bind(email.key())
            .bind(user)
    );
    taken(result.map(|_| ()))?;
    tx.check_sockets(user);
    Ok(old)
}

/// Chooses a language for every place where somebody logs in.
pub async fn set_locale(db: &Db, user: Uuid, locale: &str) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, sqlx::query("UPDATE users SET locale = $1 WHERE id = $2").bind(locale).bind(user))?;
    Ok(tx.commit().await?)
}

/// Notes the language of somebody who has not chosen any: mails are written in it.
pub async fn note_locale(tx: &mut Tx, user: Uuid, locale: Locale) -> Result<(), AppError> {
    let sql = "UPDATE users SET locale = $1 WHERE id = $2 AND locale IS NULL";
    execute!(tx, sqlx::query(sql).bind(locale.to_string()).bind(user))?;
    Ok(())
}

/// Stores a new password's hash. Logins that wait for a second factor gave the old password, and end.
pub async fn set_password(tx: &mut Tx, user: Uuid, password_hash: &str) -> Result<(), AppError> {
    execute!(&mut *tx, sqlx::query("DELETE FROM pending_logins WHERE user_id = $1").bind(user))?;
    execute!(tx, sqlx::query("UPDATE users SET password_hash = $1 WHERE id = $2").bind(password_hash).bind(user))?;
    Ok(())
}

/// Disables an account, or enables it again. Disabling ends all of its sessions.
pub async fn set_disabled(db: &Db, user: Uuid, disabled: bool) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let at = disabled.then(now);
    execute!(&mut tx, sqlx::query("UPDATE users SET disabled_at = $1 WHERE id = $2").bind(at).bind(user))?;
    if disabled {
        end_sessions(&mut tx, user).await?;
    }
    Ok(tx.commit().await?)
}

/// Locks a person's row until the transaction ends, so that whatever else this person does with resumes, applications
/// and questions waits. Prevents races: counting against a limit, choosing the default resume, sending a resume that is
/// being deleted, deleting the account.
pub async fn hold(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    tx.locked(Lock::Person, 1);
    if tx.is_postgres() {
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        execute!(&mut *tx, sqlx::query(lock).bind(user.to_string()))?;
    }
    let there: i64 =
        write_in!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM users WHERE id = $1").bind(user).fetch_one(c))?;
    if there == 0 { Err(AppError::Unauthorized) } else { Ok(()) }
}

/// Locks whose an e-mail address is until the transaction ends, by its [key](key_of): what guests have sent goes to an
/// account that proves the address to be its own, and neither misses the other.
pub async fn hold_address(tx: &mut Tx, key: &str) -> Result<(), AppError> {
    tx.locked(Lock::Address, 1);
    if tx.is_postgres() {
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))";
        execute!(&mut *tx, sqlx::query(lock).bind(key))?;
    }
    Ok(())
}

/// The account whose confirmed address this is; the address is [locked](hold_address).
pub async fn confirmed_owner(tx: &mut Tx, key: &str) -> Result<Option<Uuid>, AppError> {
    let found = write_in!(tx, |c| {
        sqlx::query_scalar(
            "SELECT id FROM users WHERE email_key = $1 AND email_confirmed_at IS NOT NULL AND disabled_at IS NULL",
        )
        .bind(key)
        .fetch_optional(c)
    });
    Ok(found?)
}

/// Deletes an account; foreign keys cascade to its sessions and profile.
pub async fn delete_user(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    execute!(tx, sqlx::query("DELETE FROM users WHERE id = $1").bind(user))?;
    tx.check_sockets(user);
    Ok(())
}

/// An account, as `jobi user list` shows it.
#[derive(FromRow)]
pub struct UserRow {
    pub id: Uuid,
    pub email: String,
    /// Their place in the list.
    pub email_key: String,
    pub name: String,
    pub role: Role,
    pub disabled_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// Accounts in the order of their e-mail addresses, after the one given.
pub async fn list_users(db: &Db, after: &str, limit: i64) -> Result<Vec<UserRow>, AppError> {
    let rows = read!(db, |c| {
        sqlx::query_as(
            "SELECT id, email, email_key, name, role, disabled_at, created_at FROM users
             WHERE email_key > $1 ORDER BY email_key LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Deletes expired sessions.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let ended: Vec<Uuid> = write_in!(&mut tx, |c| {
        sqlx::query_scalar("DELETE FROM sessions WHERE expires_at < $1 RETURNING user_id").bind(now()).fetch_all(c)
    })?;
    ended.into_iter().for_each(|user| tx.check_sockets(user));
    Ok(tx.commit().await?)
}

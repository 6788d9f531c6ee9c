//! What follows once somebody has shown who they are: a session in this browser, and the page that they wanted.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    arrival,
    db::{self, Login},
    device, kept_forms,
    links::Reader,
    model::{CurrentUser, Role, key_of},
    password,
    session::{self, viewer},
};
use crate::{
    accounts::AccountProblem,
    db::Tx,
    error::{AppError, Problem},
    l10n::locale,
    platform::{
        Platform,
        audit::{Act, Outcome, SecurityEvent, record, record_aside},
        cookies::set_cookie,
        platform,
        request::{client, user_agent},
        token::new_token,
    },
    text::local_path,
};

/// Where a login came from, and how it was proved.
pub struct Entry<'a> {
    /// Where the person was going.
    pub next: &'a str,
    /// The form that the login page carried.
    pub typed: &'a str,
    /// What was given beside the password, or in its place; empty for a password alone.
    pub by: &'static str,
}

/// Logs somebody in. The session always gets a new token (session fixation). `tx` is what the proof was used up in.
pub async fn enter(platform: &Platform, mut tx: Tx, user: &Login, entry: Entry<'_>) -> Result<(), AppError> {
    if let Some(old) = viewer() {
        db::delete_session(&mut tx, old.id, old.session).await?;
    }
    let (token, end, role) = begin_session(&mut tx, user.id).await?;
    device::note_login(&mut tx, &platform.site, reader_of(user)).await?;
    let act = Act::done(SecurityEvent::Login, user.id);
    record(&mut tx, if entry.by.is_empty() { act } else { act.changing("", entry.by) }).await?;
    tx.commit().await?;
    platform.rates.logged_in(client(), &key_of(&user.email)).await;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    kept_forms::take_over(platform, entry.typed, user.id).await;
    leptos_axum::redirect(&arrival::path(landing(entry.next, role)));
    Ok(())
}

/// Whom mails about an account go to, in the account's language or else the page's.
pub fn reader_of(user: &Login) -> Reader<'_> {
    Reader { id: user.id, email: &user.email, name: &user.name, locale: user.locale().unwrap_or_else(locale) }
}

/// The same of whoever is logged in.
pub fn reader(user: &CurrentUser) -> Reader<'_> {
    Reader { id: user.id, email: &user.email, name: &user.name, locale: locale() }
}

/// Where a login or a switch redirects to: the page that was asked for, else the start page of the role.
pub fn landing(next: &str, role: Role) -> &str {
    local_path(next).unwrap_or(match role {
        Role::Seeker => "/jobs",
        Role::Employer => "/employer",
    })
}

/// Begins a session. Returns its token, when it expires, and as what it acts.
pub async fn begin_session(tx: &mut Tx, user: Uuid) -> Result<(String, DateTime<Utc>, Role), AppError> {
    let (token, address) = (new_token()?, client().0.to_string());
    let (end, role) = db::insert_session(tx, user, &token, &user_agent(), &address).await?;
    db::note_locale(tx, user, locale()).await?;
    Ok((token, end, role))
}

/// Confirms a sensitive action by the password; wrong ones count against the login rate limit.
pub async fn confirm(user: &CurrentUser, field: &str, password: String) -> Result<(), AppError> {
    let platform = platform();
    let key = key_of(&user.email);
    if password.is_empty() {
        return Err(AppError::field(field, Problem::Required));
    }
    let guess = platform.rates.password(client(), &key).await?;
    let wrong = async || {
        record_aside(&platform.db, Act::new(SecurityEvent::PasswordCheck, Outcome::Failed, user.id)).await;
        AppError::field(field, AccountProblem::WrongPassword)
    };
    if password::is_too_long(&password) {
        return Err(wrong().await);
    }
    let stored = db::password_hash(&platform.db, user.id).await?;
    if !password::verify(password, stored).await? {
        return Err(wrong().await);
    }
    guess.was_right().await?;
    Ok(())
}

//! Server functions of accounts.

mod acting;

pub use acting::*;
use leptos::prelude::*;
use uuid::Uuid;

#[cfg(feature = "ssr")]
use super::model::{CurrentUser, Email, PASSWORD_LENGTH, Role, key_of, login_keys, new_password};
use super::model::{Registration, Settings};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::{
    accounts::{AccountDone, AccountProblem},
    ui::done_at,
};
#[cfg(feature = "ssr")]
use {
    super::{
        arrival, db, device, kept_forms,
        links::{self, Reader},
        parts::account_parts,
        password,
        session::{self, current_user},
    },
    crate::{
        error::Problem,
        forms::Check,
        l10n::locale,
        platform::{
            audit::{Act, Outcome, SecurityEvent, record, record_aside},
            cookies::{cookie, set_cookie},
            platform,
            request::{client, user_agent},
            token::new_token,
        },
        text::local_path,
        ui::done,
    },
    chrono::{DateTime, Utc},
};

/// Makes an account and logs it in; an employer's company is made with it.
#[server(endpoint = "register")]
pub async fn register(#[server(flatten)] form: Registration) -> Result<(), AppError> {
    let platform = platform();
    let valid = form.check()?;
    password::refuse_common(&valid.password, valid.email.as_str(), &valid.name)?;
    platform.rates.register(client(), &valid.email.key())?;
    let hash = password::hash(valid.password.clone()).await?;
    let id = Uuid::now_v7();
    // Where mails reach people, the world does not learn who has an account: a new one is made as for anybody, under a
    // key that no login finds, and the owner of the address is told by mail.
    let owner = match platform.mailer.reaches_people() {
        true => db::find_login(&platform.db, &[valid.email.key(), valid.email.key()]).await?,
        false => None,
    };
    let mut tx = platform.db.begin().await?;
    let user = db::NewUser { id, email: &valid.email, name: &valid.name, role: valid.role, password_hash: &hash };
    match &owner {
        None => {
            db::insert_user(&mut tx, user).await?;
            let reader = Reader { id, email: valid.email.as_str(), name: &valid.name, locale: locale() };
            links::send_confirmation(&mut tx, &platform.site, reader).await?;
        }
        Some(owner) => {
            db::insert_shadow(&mut tx, user).await?;
            let locale = owner.locale().unwrap_or_else(locale);
            let reader = Reader { id: owner.id, email: &owner.email, name: &owner.name, locale };
            links::send_address_taken(&mut tx, &platform.site, reader).await?;
        }
    }
    for part in account_parts().iter() {
        part.make(&mut tx, id, &valid).await?;
    }
    let (token, end, role) = begin_session(&mut tx, id).await?;
    device::note_login(&mut tx, &platform.site, Reader { id, email: "", name: "", locale: locale() }).await?;
    record(&mut tx, Act::done(SecurityEvent::Registration, id).on("account", id)).await?;
    tx.commit().await?;
    platform.rates.logged_in(client(), &valid.email.key()).await;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    leptos_axum::redirect(&arrival::path(&done_at(landing(&form.next, role), AccountDone::Welcome)));
    Ok(())
}

/// Logs somebody in. The session always gets a new token (session fixation).
#[server(endpoint = "login")]
pub async fn login(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
    // The kept form that the login page carries: it was sent after the session had ended.
    #[server(default)] typed: String,
) -> Result<(), AppError> {
    let (platform, from) = (platform(), client());
    // The rate limit counts all addresses that no account can have as one.
    let keys = login_keys(&email).unwrap_or_default();
    let key = &keys[0];
    let guess = match device::known_to(&platform, &keys).await? {
        Some(device) => platform.rates.login_with_device(&device)?,
        None => platform.rates.login(from, key)?,
    };
    let wrong = async |user: Option<Uuid>| {
        record_aside(&platform.db, Act::new(SecurityEvent::Login, Outcome::Failed, user)).await;
        AppError::refused(AccountProblem::WrongLogin)
    };
    if is_too_long(&password) || key.is_empty() {
        return Err(wrong(None).await);
    }
    let found = db::find_login(&platform.db, &keys).await?;
    let (id, stored) = found.as_ref().map(|l| (l.id, l.password_hash.clone())).unzip();
    let fits = password::verify(password, stored).await?;
    let Some(user) = found.filter(|l| fits && l.disabled_at.is_none()) else {
        return Err(wrong(id).await);
    };
    guess.was_right();
    let mut tx = platform.db.begin().await?;
    if let Some(old) = session::viewer() {
        db::delete_session(&mut tx, old.id, old.session).await?;
    }
    let (token, end, role) = begin_session(&mut tx, user.id).await?;
    let locale = user.locale().unwrap_or_else(locale);
    let reader = Reader { id: user.id, email: &user.email, name: &user.name, locale };
    device::note_login(&mut tx, &platform.site, reader).await?;
    record(&mut tx, Act::done(SecurityEvent::Login, user.id)).await?;
    tx.commit().await?;
    platform.rates.logged_in(from, key).await;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    kept_forms::take_over(&platform, &typed, user.id).await;
    leptos_axum::redirect(&arrival::path(landing(&next, role)));
    Ok(())
}

/// Whether no account can have a password of this length.
#[cfg(feature = "ssr")]
fn is_too_long(password: &str) -> bool {
    password::prepared(password).chars().count() > *PASSWORD_LENGTH.end()
}

/// Where a login or a switch redirects to: the page that was asked for, else the start page of the role.
#[cfg(feature = "ssr")]
fn landing(next: &str, role: Role) -> &str {
    local_path(next).unwrap_or(match role {
        Role::Seeker => "/jobs",
        Role::Employer => "/employer",
    })
}

/// Begins a session. Returns its token, when it expires, and as what it acts.
#[cfg(feature = "ssr")]
pub(super) async fn begin_session(
    tx: &mut crate::db::Tx,
    user: Uuid,
) -> Result<(String, DateTime<Utc>, Role), AppError> {
    let (token, address) = (new_token()?, client().0.to_string());
    let (end, role) = db::insert_session(tx, user, &token, &user_agent(), &address).await?;
    Ok((token, end, role))
}

/// Ends the session in use.
#[server(endpoint = "logout")]
pub async fn logout() -> Result<(), AppError> {
    let platform = platform();
    if let Some(user) = session::viewer() {
        let mut tx = platform.db.begin().await?;
        db::delete_session(&mut tx, user.id, user.session).await?;
        record(&mut tx, Act::done(SecurityEvent::Logout, user.id)).await?;
        tx.commit().await?;
    }
    session::end_session(&platform.site);
    done("/", AccountDone::LoggedOut);
    Ok(())
}

/// Chooses the language: for the account when logged in, else for this browser.
#[server(endpoint = "choose_language")]
pub async fn choose_language(language: String, #[server(default)] next: String) -> Result<(), AppError> {
    let platform = platform();
    let locale: crate::l10n::Locale = language.parse().map_err(|_| AppError::Malformed)?;
    if let Some(user) = session::viewer() {
        db::set_locale(&platform.db, user.id, &locale).await?;
    }
    let year = time::Duration::days(365);
    set_cookie(&cookie(&platform.site, session::LANGUAGE_COOKIE, locale.to_string(), year));
    leptos_axum::redirect(local_path(&next).unwrap_or("/"));
    Ok(())
}

/// The id of the logged-in user; an error once the session has ended.
#[server(endpoint = "load_session")]
pub async fn load_session() -> Result<Uuid, AppError> {
    current_user().map(|user| user.id)
}

/// What the settings page shows.
#[server(endpoint = "load_settings")]
pub async fn load_settings() -> Result<Settings, AppError> {
    db::settings(&platform().db, &current_user()?).await
}

/// Changes name and e-mail address. Control of the address means control of the account, so changing it asks for the
/// password.
#[server(endpoint = "save_account")]
pub async fn save_account(
    #[server(default)] name: String,
    #[server(default)] email: String,
    #[server(default)] email_password: String,
) -> Result<(), AppError> {
    let user = current_user()?;
    let mut check = Check::default();
    let name = check.line("name", &name, 120);
    let email = check.parsed("email", Email::parse(&email));
    check.finish()?;
    let email = email.ok_or(AppError::Internal)?;
    let platform = platform();
    let moves = email.as_str() != user.email;
    if moves {
        confirm(&user, "email_password", email_password).await?;
    }
    let mut tx = platform.db.begin().await?;
    db::set_name(&mut tx, user.id, &name).await?;
    match moves {
        true => move_or_ask(&mut tx, &user, &name, &email).await?,
        // Giving the old address takes back a change that was not confirmed.
        false => db::set_new_email(&mut tx, user.id, None).await?,
    }
    tx.commit().await?;
    let waits = moves && platform.mailer.reaches_people();
    done("/settings", if waits { AccountDone::ConfirmationSent } else { AccountDone::AccountSaved });
    Ok(())
}

/// A new address counts once it is confirmed, where mails reach people; else at once. Whether somebody else has it is
/// told by the confirmation alone.
#[cfg(feature = "ssr")]
async fn move_or_ask(tx: &mut crate::db::Tx, user: &CurrentUser, name: &str, new: &Email) -> Result<(), AppError> {
    let platform = platform();
    let reader = |email| Reader { id: user.id, email, name, locale: locale() };
    if platform.mailer.reaches_people() {
        db::set_new_email(tx, user.id, Some(new.as_str())).await?;
        return links::send_confirmation(tx, &platform.site, reader(new.as_str())).await;
    }
    let old = db::move_email(tx, user.id, new).await?;
    links::send_email_changed(tx, reader(&old), new.as_str()).await?;
    record(tx, Act::done(SecurityEvent::EmailChange, user.id).on("account", user.id)).await
}

/// Changes the password, ends every other session, and rotates the token of this one.
#[server(endpoint = "change_password")]
pub async fn change_password(
    #[server(default)] old_password: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "old_password", old_password).await?;
    let password = new_password(&password).map_err(|p| AppError::field("password", p))?;
    password::refuse_common(&password, &user.email, &user.name)?;
    let hash = password::hash(password).await?;
    let mut tx = platform.db.begin().await?;
    db::set_password(&mut tx, user.id, &hash).await?;
    db::end_other_sessions(&mut tx, user.id, user.session).await?;
    let token = new_token()?;
    let end = db::renew_token(&mut tx, user.session, &token).await?;
    links::end_password_links(&mut tx, user.id).await?;
    record(&mut tx, Act::done(SecurityEvent::PasswordChange, user.id).on("account", user.id)).await?;
    let reader = Reader { id: user.id, email: &user.email, name: &user.name, locale: locale() };
    links::send_password_changed(&mut tx, &platform.site, reader).await?;
    tx.commit().await?;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    done("/settings", AccountDone::PasswordChanged);
    Ok(())
}

/// Confirms a sensitive action by the password; wrong ones count against the login rate limit.
#[cfg(feature = "ssr")]
async fn confirm(user: &CurrentUser, field: &str, password: String) -> Result<(), AppError> {
    let platform = platform();
    let key = key_of(&user.email);
    if password.is_empty() {
        return Err(AppError::field(field, Problem::Required));
    }
    let guess = platform.rates.password(client(), &key)?;
    let wrong = async || {
        record_aside(&platform.db, Act::new(SecurityEvent::PasswordCheck, Outcome::Failed, user.id)).await;
        AppError::field(field, AccountProblem::WrongPassword)
    };
    if is_too_long(&password) {
        return Err(wrong().await);
    }
    let stored = db::password_hash(&platform.db, user.id).await?;
    if !password::verify(password, stored).await? {
        return Err(wrong().await);
    }
    guess.was_right();
    Ok(())
}

/// Ends one of the user's sessions; ending the one in use is a logout.
#[server(endpoint = "end_session")]
pub async fn end_session(id: Uuid) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let mut tx = platform.db.begin().await?;
    db::end_session(&mut tx, user.id, id).await?;
    record(&mut tx, Act::done(SecurityEvent::SessionEnd, user.id).on("session", id)).await?;
    tx.commit().await?;
    if id == user.session {
        session::end_session(&platform.site);
        done("/", AccountDone::LoggedOut);
    } else {
        done("/settings", AccountDone::SessionEnded);
    }
    Ok(())
}

/// Ends every session of the user but the one in use.
#[server(endpoint = "end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let mut tx = platform.db.begin().await?;
    db::end_other_sessions(&mut tx, user.id, user.session).await?;
    record(&mut tx, Act::done(SecurityEvent::SessionEnd, user.id).on("account", user.id)).await?;
    tx.commit().await?;
    done("/settings", AccountDone::SessionsEnded);
    Ok(())
}

/// Deletes the account and all of the person's data.
#[server(endpoint = "delete_account")]
pub async fn delete_account(#[server(default)] delete_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "delete_password", delete_password).await?;
    let parts = account_parts();
    for part in parts.iter() {
        part.erase_ahead(&platform.db, &user).await?;
    }
    let mut tx = platform.db.begin().await?;
    db::hold(&mut tx, user.id).await?;
    for part in parts.iter() {
        part.erase(&mut tx, &user).await?;
    }
    db::delete_user(&mut tx, user.id).await?;
    record(&mut tx, Act::done(SecurityEvent::AccountDeletion, user.id).on("account", user.id)).await?;
    tx.commit().await?;
    session::end_session(&platform.site);
    done("/", AccountDone::AccountDeleted);
    Ok(())
}

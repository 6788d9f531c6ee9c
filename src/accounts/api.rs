//! Server functions of accounts.

mod acting;

pub use acting::*;
use leptos::prelude::*;
use uuid::Uuid;

#[cfg(feature = "ssr")]
use super::model::{CurrentUser, Email, login_keys, new_password};
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
        arrival, db, device,
        entry::{Entry, begin_session, confirm, enter, landing, reader},
        links::{self, Reader},
        parts::account_parts,
        password, second_factor,
        session::{self, current_user},
    },
    crate::{
        forms::Check,
        l10n::locale,
        platform::{
            Platform,
            audit::{Act, Outcome, SecurityEvent, record, record_aside},
            cookies::{cookie, set_cookie},
            platform,
            request::client,
            token::new_token,
        },
        text::local_path,
        ui::done,
    },
};

/// Makes an account and logs it in; an employer's company is made with it.
#[server(endpoint = "register")]
pub async fn register(#[server(flatten)] form: Registration) -> Result<(), AppError> {
    let platform = platform();
    let valid = form.check()?;
    password::refuse_common(&valid.password, valid.email.as_str(), &valid.name)?;
    platform.rates.register(client(), &valid.email.key()).await?;
    let owner = db::find_login(&platform.db, &[valid.email.key(), valid.email.key()]).await?;
    // The form was sent twice, or its sender has forgotten the account. It takes as long where there is none.
    let stored = owner.as_ref().map(|owner| owner.password_hash.clone());
    let is_own = password::verify(valid.password.clone(), stored).await?;
    if let Some(owner) = owner.as_ref().filter(|owner| is_own && owner.disabled_at.is_none()) {
        return let_in(&platform, owner, Entry { next: &form.next, typed: "", by: "" }).await;
    }
    let hash = password::hash(valid.password.clone()).await?;
    let id = Uuid::now_v7();
    // Where mails reach people, the world does not learn who has an account: a new one is made as for anybody, under a
    // key that no login finds, and the owner of the address is told by mail.
    let owner = owner.filter(|_| platform.mailer.reaches_people());
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

/// Logs somebody in; where the account has a second factor, asks for that first.
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
        Some(device) => platform.rates.login_with_device(&device).await?,
        None => platform.rates.login(from, key).await?,
    };
    let wrong = async |user: Option<Uuid>| {
        record_aside(&platform.db, Act::new(SecurityEvent::Login, Outcome::Failed, user)).await;
        AppError::refused(AccountProblem::WrongLogin)
    };
    if password::is_too_long(&password) || key.is_empty() {
        return Err(wrong(None).await);
    }
    let found = db::find_login(&platform.db, &keys).await?;
    let (id, stored) = found.as_ref().map(|l| (l.id, l.password_hash.clone())).unzip();
    let fits = password::verify(password, stored).await?;
    let Some(user) = found.filter(|l| fits && l.disabled_at.is_none()) else {
        return Err(wrong(id).await);
    };
    guess.was_right().await?;
    let entry = Entry { next: &next, typed: &typed, by: "" };
    let_in(&platform, &user, entry).await
}

/// Lets somebody in who has given the right password; where the account has a second factor, asks for that first.
#[cfg(feature = "ssr")]
async fn let_in(platform: &Platform, user: &db::Login, entry: Entry<'_>) -> Result<(), AppError> {
    if second_factor::is_set_up(&platform.db, user.id).await? {
        return second_factor::ask(platform, user.id, entry).await;
    }
    let tx = platform.db.begin().await?;
    enter(platform, tx, user, entry).await
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
    if moves {
        move_or_ask(&mut tx, &user, &name, &email).await?;
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
        db::set_new_email(tx, user.id, new.as_str()).await?;
        links::send_email_change_asked(tx, &platform.site, reader(&user.email), new.as_str()).await?;
        return links::send_confirmation(tx, &platform.site, reader(new.as_str())).await;
    }
    let old = db::move_email(tx, user.id, new).await?;
    links::send_email_changed(tx, reader(&old), new.as_str()).await?;
    links::send_confirmation(tx, &platform.site, reader(new.as_str())).await?;
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
    links::end_email_change(&mut tx, user.id).await?;
    record(&mut tx, Act::done(SecurityEvent::PasswordChange, user.id).on("account", user.id)).await?;
    links::send_password_changed(&mut tx, &platform.site, reader(&user)).await?;
    tx.commit().await?;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    done("/settings", AccountDone::PasswordChanged);
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

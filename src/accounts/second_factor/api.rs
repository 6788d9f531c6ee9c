//! Server functions of what protects an account beside its password.

mod entry;

pub use entry::*;
use leptos::prelude::*;
use uuid::Uuid;

use super::model::{AppSetup, Security};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::{
        SECURITY_PATH, db,
        mails::{FactorChange, send_change},
        model::MAX_PASSKEY_NAME,
        passkey, totp,
    },
    crate::{
        accounts::{
            AccountDone, AccountProblem, CurrentUser, current_user,
            entry::{confirm, reader},
        },
        db::Tx,
        forms::Check,
        platform::{
            audit::{Act, SecurityEvent, record},
            cookies::{cookie, read_cookie, set_cookie},
            platform,
            token::new_token,
        },
        ui::{done, done_at},
    },
    axum::http::request::Parts,
    time::Duration,
};

/// The cookie that gives a page the seed of the recovery codes that were just made. It is in no address, so that it
/// stands in no log and no history.
#[cfg(feature = "ssr")]
const CODES_COOKIE: &str = "jobi_codes";
/// The page shows the codes so many minutes.
#[cfg(feature = "ssr")]
const CODES_MINUTES: i64 = 5;
/// The cookie that names a challenge to a passkey.
#[cfg(feature = "ssr")]
const CHALLENGE_COOKIE: &str = "jobi_passkey";
/// The page of an app that is being set up.
#[cfg(feature = "ssr")]
const APP_PATH: &str = "/settings/security/app";
/// The page of a passkey that is being made.
#[cfg(feature = "ssr")]
const NEW_PASSKEY_PATH: &str = "/settings/security/passkey";
/// The page that shows recovery codes.
#[cfg(feature = "ssr")]
const CODES_PATH: &str = "/settings/security/codes";

/// What an account is protected with.
#[server(endpoint = "load_security")]
pub async fn load_security() -> Result<Security, AppError> {
    let (platform, user) = (platform(), current_user()?);
    Ok(Security {
        protection: db::protection(&platform.db, user.id).await?,
        passkeys: db::passkeys(&platform.db, user.id).await?,
        takes_passkeys: passkey::are_possible(&platform.site),
        must_have_one: user.staff.is_some(),
    })
}

/// Begins to set up an authenticator app.
#[server(endpoint = "begin_app")]
pub async fn begin_app(#[server(default)] app_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "app_password", app_password).await?;
    let secret = totp::new_secret()?;
    let mut tx = platform.db.begin().await?;
    db::begin_app(&mut tx, user.id, user.session, &secret).await?;
    tx.commit().await?;
    leptos_axum::redirect(APP_PATH);
    Ok(())
}

/// The app that is being set up; none where that was begun elsewhere, or too long ago.
#[server(endpoint = "load_app_setup")]
pub async fn load_app_setup() -> Result<Option<AppSetup>, AppError> {
    let (platform, user) = (platform(), current_user()?);
    match db::secret_in_setup(&platform.db, user.id, user.session).await? {
        Some(secret) => totp::setup(&secret, &platform.site, &user.email).map(Some),
        None => Ok(None),
    }
}

/// Takes the app into use, once a code shows that it has the secret.
#[server(endpoint = "confirm_app")]
pub async fn confirm_app(#[server(default)] code: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let over = || AppError::refused(AccountProblem::SetupIsOver);
    let secret = db::secret_in_setup(&platform.db, user.id, user.session).await?.ok_or_else(over)?;
    let step = totp::step_of(&secret, &code)?.ok_or_else(|| AppError::field("code", AccountProblem::WrongCode))?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    if !db::accept_app(&mut tx, user.id, &secret, step).await? {
        return Err(over());
    }
    let act = Act::done(SecurityEvent::FactorSetup, user.id).on("account", user.id).changing("", "app");
    record(&mut tx, act).await?;
    finish_setup(tx, &user, FactorChange::AppAdded, AccountDone::AppAdded).await
}

/// Removes the authenticator app.
#[server(endpoint = "remove_app")]
pub async fn remove_app(#[server(default)] remove_app_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "remove_app_password", remove_app_password).await?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    if db::remove_app(&mut tx, user.id).await? {
        db::after_removal(&mut tx, user.id).await?;
        let act = Act::done(SecurityEvent::FactorRemoval, user.id).on("account", user.id).changing("app", "");
        record(&mut tx, act).await?;
        send_change(&mut tx, &platform.site, reader(&user), FactorChange::AppRemoved).await?;
    }
    tx.commit().await?;
    done(SECURITY_PATH, AccountDone::AppRemoved);
    Ok(())
}

/// Makes new recovery codes; those of before are no longer good.
#[server(endpoint = "renew_codes")]
pub async fn renew_codes(#[server(default)] codes_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "codes_password", codes_password).await?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    if !db::is_set_up_in(&mut tx, user.id).await? {
        return Err(AppError::refused(AccountProblem::NoFactor));
    }
    record(&mut tx, Act::done(SecurityEvent::RecoveryCodes, user.id).on("account", user.id)).await?;
    send_change(&mut tx, &platform.site, reader(&user), FactorChange::CodesRenewed).await?;
    let seed = make_codes(&mut tx, &user).await?;
    tx.commit().await?;
    show_codes(seed);
    done(CODES_PATH, AccountDone::CodesRenewed);
    Ok(())
}

/// The recovery codes that were just made in this browser; none a few minutes later.
#[server(endpoint = "load_recovery_codes")]
pub async fn load_recovery_codes() -> Result<Option<Vec<String>>, AppError> {
    let (platform, user) = (platform(), current_user()?);
    match in_cookie(CODES_COOKIE) {
        Some(seed) => db::codes_of_seed(&platform.db, user.id, &seed).await,
        None => Ok(None),
    }
}

/// Begins to make a passkey.
#[server(endpoint = "begin_passkey")]
pub async fn begin_passkey(#[server(default)] passkey_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "passkey_password", passkey_password).await?;
    let known = db::stored_passkeys(&platform.db, user.id).await?;
    let challenge = passkey::ask_for_new(&platform.site, &user, &known)?;
    keep_challenge(Some(user.id), &challenge).await?;
    leptos_axum::redirect(NEW_PASSKEY_PATH);
    Ok(())
}

/// What the browser is told to make a passkey; none where that was begun elsewhere, or too long ago.
#[server(endpoint = "load_passkey_setup")]
pub async fn load_passkey_setup() -> Result<Option<String>, AppError> {
    let (platform, user) = (platform(), current_user()?);
    match in_cookie(CHALLENGE_COOKIE) {
        Some(token) => db::challenge_options(&platform.db, &token, user.id).await,
        None => Ok(None),
    }
}

/// Stores the passkey that the browser has made.
#[server(endpoint = "add_passkey")]
pub async fn add_passkey(#[server(default)] name: String, #[server(default)] answer: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let mut check = Check::default();
    let name = check.line("name", &name, MAX_PASSKEY_NAME);
    check.finish()?;
    let state = answered_challenge(Some(user.id)).await?;
    let made = passkey::read_new(&platform.site, &state, &answer, user.id)?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    db::insert_passkey(&mut tx, &made, &name).await?;
    let act = Act::done(SecurityEvent::FactorSetup, user.id).on("passkey", made.id).changing("", "passkey");
    record(&mut tx, act).await?;
    finish_setup(tx, &user, FactorChange::PasskeyAdded(&name), AccountDone::PasskeyAdded).await
}

/// Gives a passkey another name.
#[server(endpoint = "rename_passkey")]
pub async fn rename_passkey(
    id: Uuid,
    #[server(default)] name: String,
    #[server(default)] rename_password: String,
) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let mut check = Check::default();
    let name = check.line("name", &name, MAX_PASSKEY_NAME);
    check.finish()?;
    confirm(&user, "rename_password", rename_password).await?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    if db::rename_passkey(&mut tx, user.id, id, &name).await? != name {
        record(&mut tx, Act::done(SecurityEvent::FactorRename, user.id).on("passkey", id)).await?;
        send_change(&mut tx, &platform.site, reader(&user), FactorChange::PasskeyRenamed(&name)).await?;
    }
    tx.commit().await?;
    done(SECURITY_PATH, AccountDone::PasskeyRenamed);
    Ok(())
}

/// Removes a passkey.
#[server(endpoint = "remove_passkey")]
pub async fn remove_passkey(id: Uuid, #[server(default)] remove_password: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    confirm(&user, "remove_password", remove_password).await?;
    let mut tx = db::begin_change(&platform.db, user.id).await?;
    let name = db::remove_passkey(&mut tx, user.id, id).await?;
    db::after_removal(&mut tx, user.id).await?;
    record(&mut tx, Act::done(SecurityEvent::FactorRemoval, user.id).on("passkey", id).changing("passkey", "")).await?;
    send_change(&mut tx, &platform.site, reader(&user), FactorChange::PasskeyRemoved(&name)).await?;
    tx.commit().await?;
    done(SECURITY_PATH, AccountDone::PasskeyRemoved);
    Ok(())
}

/// Tells of a factor that was set up. The first one brings recovery codes along.
#[cfg(feature = "ssr")]
async fn finish_setup(
    mut tx: Tx,
    user: &CurrentUser,
    change: FactorChange<'_>,
    told: AccountDone,
) -> Result<(), AppError> {
    send_change(&mut tx, &platform().site, reader(user), change).await?;
    let seed = match db::has_codes(&mut tx, user.id).await? {
        true => None,
        false => Some(make_codes(&mut tx, user).await?),
    };
    tx.commit().await?;
    match seed {
        Some(seed) => {
            show_codes(seed);
            leptos_axum::redirect(&done_at(CODES_PATH, told));
        }
        None => done(SECURITY_PATH, told),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
async fn make_codes(tx: &mut Tx, user: &CurrentUser) -> Result<String, AppError> {
    let seed = new_token()?;
    db::store_codes(tx, user.id, &seed).await?;
    Ok(seed)
}

#[cfg(feature = "ssr")]
fn show_codes(seed: String) {
    set_cookie(&cookie(&platform().site, CODES_COOKIE, seed, Duration::minutes(CODES_MINUTES)));
}

/// What one of our cookies holds.
#[cfg(feature = "ssr")]
fn in_cookie(name: &str) -> Option<String> {
    let headers = use_context::<Parts>()?.headers;
    read_cookie(&platform().site, &headers, name).filter(|value| !value.is_empty())
}

/// Stores a challenge, and names it to the browser alone that is asked.
#[cfg(feature = "ssr")]
async fn keep_challenge(user: Option<Uuid>, challenge: &passkey::Challenge) -> Result<(), AppError> {
    let (platform, token) = (platform(), new_token()?);
    db::insert_challenge(&platform.db, &token, user, challenge).await?;
    set_cookie(&cookie(&platform.site, CHALLENGE_COOKIE, token, Duration::minutes(db::CHALLENGE_MINUTES)));
    Ok(())
}

/// Uses up the challenge that this browser was given.
#[cfg(feature = "ssr")]
async fn answered_challenge(user: Option<Uuid>) -> Result<Vec<u8>, AppError> {
    let platform = platform();
    let over = || AppError::refused(AccountProblem::PasskeyFailed);
    let token = in_cookie(CHALLENGE_COOKIE).ok_or_else(over)?;
    db::take_challenge(&platform.db, &token, user).await?.ok_or_else(over)
}

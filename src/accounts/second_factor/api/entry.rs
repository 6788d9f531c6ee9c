//! Server functions of a login's second step, and of a login with a passkey.

use leptos::prelude::*;

use crate::{accounts::second_factor::Ways, error::AppError};
#[cfg(feature = "ssr")]
use {
    super::{answered_challenge, in_cookie, keep_challenge},
    crate::{
        accounts::{
            AccountProblem,
            db::{Login, find_login_of},
            entry::{Entry, enter, reader_of},
            model::key_of,
            second_factor::{
                CODE_PATH,
                db::{self, PendingLogin},
                mails::{FactorChange, send_change},
                passkey::{self, Answer, StoredPasskey},
                totp,
            },
        },
        db::Tx,
        error::Problem,
        platform::{
            Platform,
            audit::{Act, Outcome, SecurityEvent, record_aside},
            cookies::{cookie, set_cookie},
            platform,
            rates::Guess,
            request::client,
            token::new_token,
        },
        text::with_query,
    },
    time::Duration,
    uuid::Uuid,
};

/// The cookie that names the login that waits in this browser. It opens nothing.
#[cfg(feature = "ssr")]
const PENDING_COOKIE: &str = "jobi_login";

/// Has a login wait whose password was right: the second factor is asked for, and there is no session before.
#[cfg(feature = "ssr")]
pub async fn ask(platform: &Platform, user: Uuid, entry: Entry<'_>) -> Result<(), AppError> {
    let token = new_token()?;
    let login = PendingLogin { user_id: user, next: entry.next.to_string(), typed: entry.typed.to_string() };
    db::insert_pending(&platform.db, &token, &login).await?;
    set_cookie(&cookie(&platform.site, PENDING_COOKIE, token, Duration::minutes(db::PENDING_MINUTES)));
    // The address has it too, for the way back when it took too long.
    leptos_axum::redirect(&with_query(CODE_PATH, &[("next", entry.next)]));
    Ok(())
}

/// A login that waits, with its token.
#[cfg(feature = "ssr")]
struct Waiting {
    token: String,
    login: PendingLogin,
    user: Login,
}

/// The login that waits in this browser.
#[cfg(feature = "ssr")]
async fn waiting(platform: &Platform) -> Result<Option<Waiting>, AppError> {
    let Some(token) = in_cookie(PENDING_COOKIE) else { return Ok(None) };
    let Some(login) = db::find_pending(&platform.db, &token).await? else { return Ok(None) };
    let user = find_login_of(&platform.db, login.user_id).await?;
    Ok(user.map(|user| Waiting { token, login, user }))
}

/// How the login can be completed that waits in this browser; none where none does.
#[server(endpoint = "load_code_step")]
pub async fn load_code_step() -> Result<Option<Ways>, AppError> {
    let platform = platform();
    let Some(waiting) = waiting(&platform).await? else { return Ok(None) };
    let protection = db::protection(&platform.db, waiting.user.id).await?;
    let passkey = protection.passkeys > 0 && passkey::are_possible(&platform.site);
    Ok(Some(Ways { app: protection.app_since.is_some(), passkey }))
}

/// Completes a login with a code of the authenticator app.
#[server(endpoint = "enter_code")]
pub async fn enter_code(#[server(default)] code: String) -> Result<(), AppError> {
    let platform = platform();
    let waiting = must_wait(&platform).await?;
    must_be_given("code", &code)?;
    let guess = guess(&platform, &waiting).await?;
    let user = waiting.user.id;
    db::count_guess(&platform.db, user).await?;
    let secret = db::app_secret(&platform.db, user).await?.unwrap_or_default();
    let step = if secret.is_empty() { None } else { totp::step_of(&secret, &code)? };
    let mut tx = platform.db.begin().await?;
    let fits = match step {
        Some(step) => db::use_step(&mut tx, user, &secret, step).await?,
        None => false,
    };
    if !fits {
        drop(tx);
        return Err(wrong(&platform, user, AppError::field("code", AccountProblem::WrongCode)).await);
    }
    guess.was_right().await?;
    db::give_guess_back(&mut tx, user).await?;
    complete(&platform, tx, waiting, "app").await
}

/// Completes a login with one of the recovery codes.
#[server(endpoint = "enter_recovery_code")]
pub async fn enter_recovery_code(#[server(default)] recovery_code: String) -> Result<(), AppError> {
    let platform = platform();
    let waiting = must_wait(&platform).await?;
    must_be_given("recovery_code", &recovery_code)?;
    let guess = guess(&platform, &waiting).await?;
    let user = waiting.user.id;
    let mut tx = platform.db.begin().await?;
    let Some(left) = db::use_recovery_code(&mut tx, user, &recovery_code).await? else {
        drop(tx);
        let problem = AppError::field("recovery_code", AccountProblem::WrongRecoveryCode);
        return Err(wrong(&platform, user, problem).await);
    };
    guess.was_right().await?;
    send_change(&mut tx, &platform.site, reader_of(&waiting.user), FactorChange::CodeUsed(left)).await?;
    complete(&platform, tx, waiting, "recovery_code").await
}

/// Completes a login with a passkey of the account.
#[server(endpoint = "confirm_with_passkey")]
pub async fn confirm_with_passkey(#[server(default)] answer: String) -> Result<(), AppError> {
    let platform = platform();
    let waiting = must_wait(&platform).await?;
    let guess = guess(&platform, &waiting).await?;
    let checked = checked(&platform, &answer).await;
    let (passkey, state) = match checked {
        Ok(checked) if checked.0.user_id == waiting.user.id => checked,
        Ok(_) => {
            return Err(wrong(&platform, waiting.user.id, AppError::refused(AccountProblem::PasskeyFailed)).await);
        }
        Err(error) => return Err(wrong(&platform, waiting.user.id, error).await),
    };
    guess.was_right().await?;
    let tx = noted(&platform, &passkey, &state).await?;
    complete(&platform, tx, waiting, "passkey").await
}

/// Asks for a passkey: what the browser is told.
#[server(endpoint = "begin_passkey_login")]
pub async fn begin_passkey_login() -> Result<String, AppError> {
    let platform = platform();
    platform.rates.ask_passkey(client())?;
    let challenge = passkey::ask_for_any(&platform.site)?;
    keep_challenge(None, &challenge).await?;
    Ok(challenge.options)
}

/// Logs in with a passkey alone, which is a second factor in itself.
#[server(endpoint = "login_with_passkey")]
pub async fn login_with_passkey(
    #[server(default)] answer: String,
    #[server(default)] next: String,
    #[server(default)] typed: String,
) -> Result<(), AppError> {
    let platform = platform();
    platform.rates.ask_passkey(client())?;
    let checked = checked(&platform, &answer).await;
    let user = match &checked {
        Ok((passkey, _)) => find_login_of(&platform.db, passkey.user_id).await?,
        Err(_) => None,
    };
    let (Ok((passkey, state)), Some(user)) = (checked, user) else {
        record_aside(&platform.db, Act::new(SecurityEvent::Login, Outcome::Failed, None)).await;
        return Err(AppError::refused(AccountProblem::PasskeyFailed));
    };
    let tx = noted(&platform, &passkey, &state).await?;
    enter(&platform, tx, &user, Entry { next: &next, typed: &typed, by: "passkey" }).await
}

#[cfg(feature = "ssr")]
async fn must_wait(platform: &Platform) -> Result<Waiting, AppError> {
    waiting(platform).await?.ok_or_else(|| AppError::refused(AccountProblem::LoginIsOver))
}

#[cfg(feature = "ssr")]
fn must_be_given(field: &str, given: &str) -> Result<(), AppError> {
    if given.trim().is_empty() { Err(AppError::field(field, Problem::Required)) } else { Ok(()) }
}

/// Counts a guess as one at a password.
#[cfg(feature = "ssr")]
async fn guess<'a>(platform: &'a Platform, waiting: &Waiting) -> Result<Guess<'a>, AppError> {
    platform.rates.password(client(), &key_of(&waiting.user.email)).await
}

#[cfg(feature = "ssr")]
async fn wrong(platform: &Platform, user: Uuid, error: AppError) -> AppError {
    record_aside(&platform.db, Act::new(SecurityEvent::FactorCheck, Outcome::Failed, user)).await;
    error
}

/// The passkey of an answer that is right, and its state from now on.
#[cfg(feature = "ssr")]
async fn checked(platform: &Platform, answer: &str) -> Result<(StoredPasskey, Vec<u8>), AppError> {
    let state = answered_challenge(None).await?;
    let answer = Answer::read(answer)?;
    let found = db::find_passkey(&platform.db, answer.credential_id()).await?;
    let passkey = found.ok_or_else(|| AppError::refused(AccountProblem::PasskeyFailed))?;
    let changed = answer.check(&platform.site, &state, &passkey)?;
    let state = changed.unwrap_or_else(|| passkey.state.clone());
    Ok((passkey, state))
}

/// Notes the use of a passkey.
#[cfg(feature = "ssr")]
async fn noted(platform: &Platform, passkey: &StoredPasskey, state: &[u8]) -> Result<Tx, AppError> {
    let mut tx = platform.db.begin().await?;
    match db::note_use(&mut tx, passkey, state).await? {
        true => Ok(tx),
        false => Err(AppError::refused(AccountProblem::PasskeyFailed)),
    }
}

/// Uses up the login that waited, and completes it.
#[cfg(feature = "ssr")]
async fn complete(platform: &Platform, mut tx: Tx, waiting: Waiting, by: &'static str) -> Result<(), AppError> {
    if !db::take_pending(&mut tx, &waiting.token).await? {
        return Err(AppError::refused(AccountProblem::LoginIsOver));
    }
    set_cookie(&cookie(&platform.site, PENDING_COOKIE, String::new(), Duration::ZERO));
    let PendingLogin { next, typed, .. } = &waiting.login;
    enter(platform, tx, &waiting.user, Entry { next, typed, by }).await
}

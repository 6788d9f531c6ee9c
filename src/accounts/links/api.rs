//! Server functions of the links.

use leptos::prelude::*;

use super::OpenedLink;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::{
        Purpose, db,
        mails::{Reader, send_confirmation, send_email_changed, send_password_changed},
        tasks::send_password_link_later,
    },
    crate::{
        accounts::{
            AccountDone, AccountProblem,
            db::{end_sessions, move_email, set_password},
            email::Email,
            model::{key_of, new_password},
            parts::account_parts,
            password,
            session::{current_user, viewer},
        },
        error::Problem,
        l10n::locale,
        platform::{
            audit::{Act, Outcome, SecurityEvent, record},
            mail::forget_bounce,
            platform,
            request::client,
        },
        ui::done,
    },
};

/// Sends a link that sets a new password to the account of this address. The answer is the same where there is none.
#[server(endpoint = "forgot_password")]
pub async fn forgot_password(#[server(default)] email: String) -> Result<(), AppError> {
    let platform = platform();
    let address = Email::parse(&email).map_err(|problem| AppError::field("email", problem))?;
    platform.rates.send_link(client(), &address.key()).await?;
    let mut tx = platform.db.begin().await?;
    record(&mut tx, Act::new(SecurityEvent::PasswordLink, Outcome::Done, None)).await?;
    send_password_link_later(&mut tx, address.as_str(), locale()).await?;
    tx.commit().await?;
    done("/login", AccountDone::PasswordLinkSent);
    Ok(())
}

/// What the page shows that sets a new password.
#[server(endpoint = "load_password_link")]
pub async fn load_password_link(token: String) -> Result<OpenedLink, AppError> {
    let link = db::find(&platform().db, Purpose::ResetPassword, &token).await?;
    Ok(OpenedLink { email: link.filter(|link| link.is_current).map(|link| link.email) })
}

/// Sets a new password by a link. Every session ends, and so does every other link.
#[server(endpoint = "reset_password")]
pub async fn reset_password(
    #[server(default)] token: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let platform = platform();
    let over = || AppError::refused(AccountProblem::LinkIsOver);
    let link = db::find(&platform.db, Purpose::ResetPassword, &token).await?;
    let link = link.filter(|link| link.is_current).ok_or_else(over)?;
    let password = new_password(&password).map_err(|problem| AppError::field("password", problem))?;
    password::refuse_common(&password, &link.email, &link.name)?;
    let hash = password::hash(password).await?;
    let mut tx = platform.db.begin().await?;
    if !db::take(&mut tx, Purpose::ResetPassword, &token).await? {
        return Err(over());
    }
    prove(&mut tx, link.user_id, &link.email).await?;
    set_password(&mut tx, link.user_id, &hash).await?;
    db::end_password_links(&mut tx, link.user_id).await?;
    db::end_email_change(&mut tx, link.user_id).await?;
    db::note_confirmed(&mut tx, link.user_id).await?;
    forget_bounce(&mut tx, &key_of(&link.email)).await?;
    end_sessions(&mut tx, link.user_id).await?;
    record(&mut tx, Act::done(SecurityEvent::PasswordReset, link.user_id).on("account", link.user_id)).await?;
    send_password_changed(&mut tx, &platform.site, link.reader(&link.email)).await?;
    tx.commit().await?;
    done("/login", AccountDone::PasswordReset);
    Ok(())
}

/// What the page shows that confirms an address.
#[server(endpoint = "load_confirmation")]
pub async fn load_confirmation(token: String) -> Result<OpenedLink, AppError> {
    let link = db::find(&platform().db, Purpose::ConfirmEmail, &token).await?;
    Ok(OpenedLink { email: link.map(|link| link.email) })
}

/// Confirms an address: the one of the account, or the new one that then takes its place.
#[server(endpoint = "confirm_email")]
pub async fn confirm_email(#[server(default)] token: String) -> Result<(), AppError> {
    let platform = platform();
    let over = || AppError::refused(AccountProblem::LinkIsOver);
    let link = db::find(&platform.db, Purpose::ConfirmEmail, &token).await?.ok_or_else(over)?;
    let mut tx = platform.db.begin().await?;
    if !db::take(&mut tx, Purpose::ConfirmEmail, &token).await? {
        return Err(over());
    }
    prove(&mut tx, link.user_id, &link.email).await?;
    if !link.is_current {
        let new = Email::parse(&link.email).map_err(|_| over())?;
        let old = move_email(&mut tx, link.user_id, &new).await;
        let old = old.map_err(|error| match error {
            // There is no field to stand beside.
            AppError::Fields(_) => AppError::refused(AccountProblem::EmailTaken),
            other => other,
        })?;
        db::end_password_links(&mut tx, link.user_id).await?;
        send_email_changed(&mut tx, link.reader(&old), new.as_str()).await?;
        record(&mut tx, Act::done(SecurityEvent::EmailChange, link.user_id).on("account", link.user_id)).await?;
    }
    db::note_confirmed(&mut tx, link.user_id).await?;
    forget_bounce(&mut tx, &key_of(&link.email)).await?;
    record(&mut tx, Act::done(SecurityEvent::EmailConfirmation, link.user_id).on("account", link.user_id)).await?;
    tx.commit().await?;
    done(if viewer().is_some() { "/settings" } else { "/login" }, AccountDone::EmailConfirmed);
    Ok(())
}

/// What is known by an address becomes the account's that has just proved it to be its own.
#[cfg(feature = "ssr")]
async fn prove(tx: &mut crate::db::Tx, user: uuid::Uuid, email: &str) -> Result<(), AppError> {
    for part in account_parts().iter() {
        part.prove(tx, user, &key_of(email)).await?;
    }
    Ok(())
}

/// Takes back a change of the address that waits to be confirmed.
#[server(endpoint = "cancel_email_change")]
pub async fn cancel_email_change() -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let mut tx = platform.db.begin().await?;
    db::end_email_change(&mut tx, user.id).await?;
    tx.commit().await?;
    done("/settings", AccountDone::EmailChangeCancelled);
    Ok(())
}

/// Sends the link again that confirms the address.
#[server(endpoint = "resend_confirmation")]
pub async fn resend_confirmation() -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let to = user.new_email.clone().unwrap_or_else(|| user.email.clone());
    if user.is_confirmed && user.new_email.is_none() {
        return Err(AppError::Refused(Problem::from(AccountProblem::AlreadyConfirmed)));
    }
    platform.rates.send_link(client(), &key_of(&to)).await?;
    let mut tx = platform.db.begin().await?;
    // Who asks for it anew says that the address is right.
    forget_bounce(&mut tx, &key_of(&to)).await?;
    if !user.is_shadow {
        let reader = Reader { id: user.id, email: &to, name: &user.name, locale: locale() };
        send_confirmation(&mut tx, &platform.site, reader).await?;
    }
    tx.commit().await?;
    done("/settings", AccountDone::ConfirmationSent);
    Ok(())
}

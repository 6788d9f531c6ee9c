//! Server functions for people without an account. Who has the link is who may: it was mailed to the address.

use leptos::prelude::*;
use uuid::Uuid;

#[cfg(feature = "ssr")]
use crate::{
    accounts::{AccountProblem, Email, sign_up, viewer},
    applications::{ApplicationDone, ApplicationProblem, GUEST_PATH, db, guest_tasks::send_links_later},
    messages::{self, GuestLetter, check_text, messenger},
    platform::{
        audit::{Act, Outcome, SecurityEvent},
        platform,
        request::client,
    },
    text::is_slug,
    ui::done,
};
use crate::{
    applications::{GuestPage, GuestStart},
    error::AppError,
};

/// What the apply page shows somebody who is not logged in. Where mails reach nobody, one applies with an account.
#[server(endpoint = "load_guest_apply")]
pub async fn load_guest_apply(slug: String) -> Result<GuestStart, AppError> {
    let platform = platform();
    if !platform.takes_guests() {
        return Err(AppError::Unauthorized);
    }
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    db::guest_start(&platform.db, &slug).await
}

/// What is behind a guest's link. Robots open links, too: this changes nothing.
#[server(endpoint = "load_guest")]
pub async fn load_guest(
    #[server(default)] token: String,
    #[server(default)] before: Option<i64>,
) -> Result<GuestPage, AppError> {
    db::guest_page(&platform().db, &token, before).await
}

/// Sends the application behind a link to its company.
#[server(endpoint = "confirm_guest")]
pub async fn confirm_guest(#[server(default)] token: String) -> Result<(), AppError> {
    let is_new = Box::pin(db::confirm(&platform(), &token)).await?;
    let said = if is_new { ApplicationDone::GuestConfirmed } else { ApplicationDone::GuestAgain };
    done(&path_of(&token), said);
    Ok(())
}

#[cfg(feature = "ssr")]
fn path_of(token: &str) -> String {
    format!("{GUEST_PATH}{}", crate::text::encode(token))
}

/// Withdraws the application behind a link.
#[server(endpoint = "withdraw_guest")]
pub async fn withdraw_guest(
    #[server(default)] token: String,
    #[server(default)] version: Option<i64>,
) -> Result<(), AppError> {
    let platform = platform();
    let found = db::guest_link(&platform.db, &token).await?;
    let by = db::Sender::Guest(found.guest_key()?);
    db::withdraw(&platform.db, by, found.application, version).await?;
    done(&path_of(&token), ApplicationDone::Withdrawn);
    Ok(())
}

/// Writes to the company of the application behind a link.
#[server(endpoint = "answer_as_guest")]
pub async fn answer_as_guest(
    #[server(default)] token: String,
    id: Uuid,
    #[server(default)] text: String,
) -> Result<(), AppError> {
    let found = db::guest_link(&platform().db, &token).await?;
    let db::FoundLink { candidate, posting, company, name, .. } = found;
    let text = check_text(&text)?;
    messages::send_as_guest(&messenger(), GuestLetter { id, candidate, posting, company, name, text }).await?;
    done(&path_of(&token), ApplicationDone::GuestAnswered);
    Ok(())
}

/// Notes how far the messages behind a link were read.
#[server(endpoint = "mark_guest_read")]
pub async fn mark_guest_read(#[server(default)] token: String, seq: i64) -> Result<(), AppError> {
    let db = platform().db;
    let found = db::guest_link(&db, &token).await?;
    messages::mark_guest_read(&db, found.candidate, found.posting, seq).await
}

/// Makes an account of the address behind a link, which has what was sent from there from now on.
#[server(endpoint = "sign_up_guest")]
pub async fn sign_up_guest(
    #[server(default)] token: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let found = db::guest_link(&platform().db, &token).await?;
    if viewer().is_some() {
        return Err(AppError::Forbidden);
    }
    let email = Email::parse(&found.email).map_err(|_| AppError::Internal)?;
    // The link was mailed to the address that the company knows the guest by.
    if found.guest_key()? != email.key() {
        return Err(AppError::refused(ApplicationProblem::GuestLinkOver));
    }
    let taken = |error| match error == AppError::refused(AccountProblem::EmailTaken) {
        true => AppError::refused(ApplicationProblem::HasAccount),
        false => error,
    };
    Box::pin(sign_up(email, found.name, &password)).await.map_err(taken)?;
    done(&format!("/applications/{}", found.application), ApplicationDone::GuestSignedUp);
    Ok(())
}

/// Deletes what the company of the application behind a link has of the person.
#[server(endpoint = "erase_guest")]
pub async fn erase_guest(#[server(default)] token: String) -> Result<(), AppError> {
    let platform = platform();
    let found = db::guest_link(&platform.db, &token).await?;
    Box::pin(db::erase_guest(&platform.db, &found)).await?;
    done("/guest", ApplicationDone::GuestErased);
    Ok(())
}

/// Somebody whom a company has noted says that it is them.
#[server(endpoint = "agree_noted")]
pub async fn agree_noted(#[server(default)] token: String) -> Result<(), AppError> {
    let db = platform().db;
    let over = || AppError::refused(ApplicationProblem::GuestLinkOver);
    let found = db::find_link(&db, &token).await?.ok_or_else(over)?;
    // Pressed twice it is theirs already.
    if found.noted.is_some() {
        Box::pin(db::agree(&db, &db::Noted::behind(&found)?)).await?;
    }
    done(&path_of(&token), ApplicationDone::NotedAgreed);
    Ok(())
}

/// Somebody whom a company has noted objects: what it keeps of them is deleted.
#[server(endpoint = "object_noted")]
pub async fn object_noted(#[server(default)] token: String) -> Result<(), AppError> {
    let db = platform().db;
    let over = || AppError::refused(ApplicationProblem::GuestLinkOver);
    let found = db::find_link(&db, &token).await?.ok_or_else(over)?;
    let act = Act::new(SecurityEvent::CandidateObjection, Outcome::Done, None);
    Box::pin(db::object(&db, &found, act)).await?;
    done("/guest", ApplicationDone::NotedObjected);
    Ok(())
}

/// Mails new links to what was sent from an address without an account. The answer is the same where nothing was.
#[server(endpoint = "mail_guest_links")]
pub async fn mail_guest_links(#[server(default)] email: String) -> Result<(), AppError> {
    let platform = platform();
    let address = Email::parse(&email).map_err(|problem| AppError::field("email", problem))?;
    platform.rates.send_link(client(), &address.key()).await?;
    let mut tx = platform.db.begin().await?;
    send_links_later(&mut tx, address.as_str()).await?;
    tx.commit().await?;
    done("/guest", ApplicationDone::GuestLinkMailed);
    Ok(())
}

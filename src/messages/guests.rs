//! Conversations with candidates who have no account: they read and answer on the page behind their link, and get what a
//! company writes by mail.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    db::{self, Letter},
    model::Sent,
    post::{self, Messenger},
};
use crate::{
    db::Tx,
    error::AppError,
    platform::queue::{NewTask, enqueue},
};

/// The kind of the task that mails a guest what a company has written.
pub const GUEST_MAIL_KIND: &str = "guest_message";
/// How long a message waits for others, to go by the same mail.
pub const GUEST_PATIENCE: Duration = Duration::from_secs(2 * 60);

/// A conversation with messages that its guest is to get by mail.
#[derive(Debug, Serialize, Deserialize)]
pub struct WaitingForGuest {
    pub conversation: Uuid,
}

/// Queues the mail about a company's message, one at a time for each conversation.
pub async fn queue_guest_mail(tx: &mut Tx, conversation: Uuid) -> Result<(), AppError> {
    let task = NewTask::new(GUEST_MAIL_KIND, &WaitingForGuest { conversation })?;
    let subject = Some(format!("{GUEST_MAIL_KIND}:{conversation}"));
    enqueue(tx, NewTask { subject, delay: GUEST_PATIENCE, ..task }).await
}

/// A message of somebody without an account, to the company that knows them as this candidate.
pub struct GuestLetter {
    /// Made by the page, so that sending it again makes no second one.
    pub id: Uuid,
    pub candidate: Uuid,
    pub posting: Uuid,
    pub company: Uuid,
    pub name: String,
    /// Already checked.
    pub text: String,
}

/// Sends a guest's message; the first one begins the conversation.
pub async fn send_as_guest(messenger: &Messenger, letter: GuestLetter) -> Result<Sent, AppError> {
    let GuestLetter { id, candidate, posting, company, name, text } = letter;
    messenger.platform.rates.message(candidate)?;
    let conversation = db::guest_conversation(&messenger.platform.db, candidate, posting, company).await?;
    let letter = Letter { id, conversation, sender: candidate, company: None, name, text, files: Vec::new() };
    let sent = post::queue(messenger, letter).await.await?;
    // Who answers has read what came before.
    db::mark_guest_read(&messenger.platform.db, candidate, posting, sent.seq).await?;
    Ok(sent)
}

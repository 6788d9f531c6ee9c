//! Sending: what many people send at the same time is stored in one transaction, whose cost they share.

use std::{sync::Arc, time::Duration};

use futures::{FutureExt, future::BoxFuture};
use tokio::{
    sync::{Mutex, mpsc, oneshot},
    time::{Instant, timeout_at},
};
use uuid::Uuid;

use super::{
    db::{self, Letter, StoredFile},
    model::{Sent, check_text},
    presence::Presence,
    wire::Typing,
};
use crate::{
    accounts::CurrentUser,
    db::Db,
    error::AppError,
    live::{bus::Bus, frame_json},
    platform::{Platform, tasks::supervised},
};

/// Messages stored by one transaction at most.
const MAX_MESSAGES_PER_TRANSACTION: usize = 256;
/// So long the first of a crowd waits for the others, to share a transaction with them.
const BATCH_DELAY: Duration = Duration::from_millis(3);
/// Messages that wait; then senders do.
const QUEUE_CAPACITY: usize = 4 * MAX_MESSAGES_PER_TRANSACTION;

type Answer = oneshot::Sender<Result<Sent, AppError>>;

/// Takes messages in and has them stored, and knows who is here. Cheap to clone.
#[derive(Clone)]
pub struct Messenger {
    pub platform: Platform,
    bus: Bus,
    pub presence: Presence,
    letters: mpsc::Sender<(Letter, Answer)>,
}

impl Messenger {
    /// Starts to store what is handed in.
    pub fn start(platform: Platform, bus: Bus) -> Self {
        let (letters, waiting) = mpsc::channel(QUEUE_CAPACITY);
        let (db, waiting) = (platform.db.clone(), Arc::new(Mutex::new(waiting)));
        tokio::spawn(supervised("storing messages", move || store_batches(db.clone(), waiting.clone())));
        let presence = Presence::start(platform.db.clone(), bus.clone());
        Self { platform, bus, presence, letters }
    }
}

/// The [`Messenger`], inside a server function.
pub fn messenger() -> Messenger {
    leptos::prelude::expect_context()
}

/// Stores what is handed in. Who waits for an answer from a batch that panics gets an error, and sends again.
async fn store_batches(db: Db, waiting: Arc<Mutex<mpsc::Receiver<(Letter, Answer)>>>) {
    let mut waiting = waiting.lock().await;
    let mut batch = Vec::with_capacity(MAX_MESSAGES_PER_TRANSACTION);
    let mut last = 0;
    while waiting.recv_many(&mut batch, MAX_MESSAGES_PER_TRANSACTION).await > 0 {
        // In a crowd, whoever was just answered is about to send the next.
        let until = Instant::now() + BATCH_DELAY;
        while batch.len() < last / 2 && batch.len() < MAX_MESSAGES_PER_TRANSACTION {
            let room = MAX_MESSAGES_PER_TRANSACTION - batch.len();
            match timeout_at(until, waiting.recv_many(&mut batch, room)).await {
                Ok(1..) => {}
                _ => break,
            }
        }
        last = batch.len();
        let (letters, answers): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
        // Another node may have stored one of them in this moment; the second time it is found.
        let stored = match db::store(&db, &letters).await {
            Err(_) => db::store(&db, &letters).await,
            stored => stored,
        };
        let stored = stored.unwrap_or_else(|error| letters.iter().map(|_| Err(error.clone())).collect());
        for (answer, stored) in answers.into_iter().zip(stored) {
            _ = answer.send(stored); // whoever sent it may be gone
        }
    }
}

/// Hands a message in; the future that comes back ends when it is stored, or tells why it is not. Messages are
/// stored in the order in which they are handed in.
pub async fn send(
    messenger: &Messenger,
    user: &CurrentUser,
    conversation: Uuid,
    id: Uuid,
    text: &str,
) -> BoxFuture<'static, Result<Sent, AppError>> {
    match check_text(text) {
        Ok(text) => hand_in(messenger, user, conversation, id, text, Vec::new()).await,
        Err(error) => refused(error),
    }
}

/// The same for a message whose text is checked, and which may have files.
pub async fn hand_in(
    messenger: &Messenger,
    user: &CurrentUser,
    conversation: Uuid,
    id: Uuid,
    text: String,
    files: Vec<StoredFile>,
) -> BoxFuture<'static, Result<Sent, AppError>> {
    if let Err(error) = messenger.platform.rates.message(user.id) {
        return refused(error);
    }
    let (answer, stored) = oneshot::channel();
    let letter = Letter { id, conversation, sender: user.id, name: user.name.clone(), text, files };
    if messenger.letters.send((letter, answer)).await.is_err() {
        return refused(AppError::Internal);
    }
    stored.map(|stored| stored.unwrap_or(Err(AppError::Internal))).boxed()
}

fn refused(error: AppError) -> BoxFuture<'static, Result<Sent, AppError>> {
    std::future::ready(Err(error)).boxed()
}

/// Tells the other side that somebody is writing. It passes: who is not there does not hear of it.
pub async fn typing(messenger: &Messenger, user: &CurrentUser, conversation: Uuid) -> Result<(), AppError> {
    messenger.platform.rates.typing(user.id)?;
    let others = db::who_sees_typing(&messenger.platform.db, user, conversation).await?;
    let frame = frame_json(&Typing { conversation, name: user.name.clone() });
    messenger.bus.pass(&messenger.platform.db, &others, &frame).await
}

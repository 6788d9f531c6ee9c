//! Sending: messages of many people are batched into one transaction, whose cost they share.

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
/// How long the first message of a batch waits for others, to share a transaction with them.
const BATCH_DELAY: Duration = Duration::from_millis(3);
/// Messages in the queue; when it is full, senders wait (backpressure).
const QUEUE_CAPACITY: usize = 4 * MAX_MESSAGES_PER_TRANSACTION;

type Answer = oneshot::Sender<Result<Sent, AppError>>;

/// Queues messages to be stored, and holds the presence.
pub struct Messenger {
    pub platform: Platform,
    bus: Bus,
    pub presence: Presence,
    letters: mpsc::Sender<(Letter, Answer)>,
}

impl Messenger {
    /// Starts the task that stores queued messages.
    pub fn start(platform: Platform, bus: Bus) -> Arc<Self> {
        let (letters, waiting) = mpsc::channel(QUEUE_CAPACITY);
        let (db, waiting) = (platform.db.clone(), Arc::new(Mutex::new(waiting)));
        tokio::spawn(supervised("storing messages", move || store_batches(db.clone(), waiting.clone())));
        let presence = Presence::start(platform.db.clone(), bus.clone());
        Arc::new(Self { platform, bus, presence, letters })
    }
}

/// The [`Messenger`], inside a server function.
pub fn messenger() -> Arc<Messenger> {
    leptos::prelude::expect_context()
}

/// Stores queued messages in batches. If a batch panics, its senders get an error, and retry under the same ids.
async fn store_batches(db: Db, waiting: Arc<Mutex<mpsc::Receiver<(Letter, Answer)>>>) {
    let mut waiting = waiting.lock().await;
    let mut batch = Vec::with_capacity(MAX_MESSAGES_PER_TRANSACTION);
    let mut last = 0;
    while waiting.recv_many(&mut batch, MAX_MESSAGES_PER_TRANSACTION).await > 0 {
        // Under load, senders that were just answered are about to send the next message, so wait for them.
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
        // Another node may have stored one of them at the same time, which fails the batch; the retry finds it stored.
        let stored = match db::store(&db, &letters).await {
            Err(_) => db::store(&db, &letters).await,
            stored => stored,
        };
        let stored = stored.unwrap_or_else(|error| letters.iter().map(|_| Err(error.clone())).collect());
        for (answer, stored) in answers.into_iter().zip(stored) {
            _ = answer.send(stored); // the sender may be gone
        }
    }
}

/// Queues a message; the returned future resolves when it is stored, or to the error. Messages are stored in the order
/// in which they were queued.
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

/// The same as `send`, for a message whose text is checked and which may have files.
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
    let letter =
        Letter { id, conversation, sender: user.id, company: user.company, name: user.name.clone(), text, files };
    queue(messenger, letter).await
}

/// Puts a letter into the queue, whoever has written it.
pub(super) async fn queue(messenger: &Messenger, letter: Letter) -> BoxFuture<'static, Result<Sent, AppError>> {
    let (answer, stored) = oneshot::channel();
    if messenger.letters.send((letter, answer)).await.is_err() {
        return refused(AppError::Internal);
    }
    stored.map(|stored| stored.unwrap_or(Err(AppError::Internal))).boxed()
}

fn refused(error: AppError) -> BoxFuture<'static, Result<Sent, AppError>> {
    std::future::ready(Err(error)).boxed()
}

/// Passes to the other side that a user is typing. It is not stored: users who are not connected miss it.
pub async fn typing(messenger: &Messenger, user: &CurrentUser, conversation: Uuid) -> Result<(), AppError> {
    messenger.platform.rates.typing(user.id)?;
    let others = db::who_sees_typing(&messenger.platform.db, user, conversation).await?;
    let frame = frame_json(&Typing { conversation, name: user.name.clone() });
    messenger.bus.pass(&messenger.platform.db, &others, &frame).await
}

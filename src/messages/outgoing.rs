//! Outgoing messages of this page, kept and retried until the server has acknowledged them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::wire::SendMessage;
#[cfg(not(feature = "ssr"))]
use super::wire::{MessageChanged, MessageRefused, MessageStored};
#[cfg(not(feature = "ssr"))]
use crate::live::{Heard, SocketFrame};
use crate::{
    error::AppError,
    live::{Live, live},
    ui::{person, storage},
};

/// A pending message. It is retried after each lost connection, under the same id, until the server answers; the
/// browser's storage keeps it until then, so that it survives a reload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    pub id: Uuid,
    pub conversation: Uuid,
    pub text: String,
    /// Why it was refused, once it was.
    pub error: Option<AppError>,
}

/// The pending messages of this page.
#[derive(Clone, Copy)]
pub struct Outgoing {
    pub pending: RwSignal<Vec<Pending>>,
    live: Live,
    me: StoredValue<Uuid>,
}

impl Outgoing {
    /// Provides the context.
    pub fn provide() {
        let me = StoredValue::new(person().unwrap_or_default());
        provide_context(Self { pending: RwSignal::new(Vec::new()), live: live(), me });
    }

    /// Sends what is pending, also what the last page has left in the browser's storage, once there is a connection.
    #[cfg(not(feature = "ssr"))]
    pub fn begin(self) {
        self.live.on(move |heard| self.hear(heard));
        self.pending.update(|all| {
            let left = self.stored().into_iter().filter(|p| all.iter().all(|other| other.id != p.id));
            all.splice(0..0, left.collect::<Vec<_>>());
        });
    }

    #[cfg(not(feature = "ssr"))]
    fn hear(self, heard: &Heard) {
        if let Some(SocketFrame::Hello { .. }) = heard.of_socket() {
            // Retry: whether they arrived before the connection was lost is unknown, and sending is idempotent.
            for Pending { id, conversation, text, .. } in
                self.pending.get_untracked().into_iter().filter(|p| p.error.is_none())
            {
                self.live.say(&SendMessage { id, conversation, text });
            }
        } else if let Some(MessageChanged { message, .. }) = heard.get() {
            self.discard(message.id);
        } else if let Some(MessageStored { id, .. }) = heard.get() {
            // After a reset the event `MessageChanged` of it does not come, so this frame is enough.
            self.discard(id);
        } else if let Some(MessageRefused { id, error }) = heard.get() {
            self.refuse(id, &error);
        }
    }

    /// Sends a message, now or when there is a connection again.
    pub fn send(self, id: Uuid, conversation: Uuid, text: String) {
        let pending = Pending { id, conversation, text: text.clone(), error: None };
        self.keep(id, Some(&pending));
        self.pending.update(|all| {
            all.retain(|p| p.id != id);
            all.push(pending);
        });
        self.live.say(&SendMessage { id, conversation, text });
    }

    /// Stores why a message was refused: it is not retried unless the user asks for it.
    #[cfg(not(feature = "ssr"))]
    fn refuse(self, id: Uuid, error: &AppError) {
        self.pending.update(|all| {
            if let Some(pending) = all.iter_mut().find(|p| p.id == id) {
                pending.error = Some(error.clone());
                self.keep(id, Some(pending));
            }
        });
    }

    /// Drops a pending message: it has arrived, or the user has given it up.
    pub fn discard(self, id: Uuid) {
        if self.pending.with_untracked(|all| all.iter().any(|p| p.id == id)) {
            self.keep(id, None);
            self.pending.update(|all| all.retain(|p| p.id != id));
        }
    }

    /// The storage key of pending messages; by user, as several may share a browser.
    fn kept(self) -> String {
        format!("jobi-sending-{}", self.me.get_value())
    }

    /// The pending messages in this browser's storage.
    fn stored(self) -> Vec<Pending> {
        storage::stored(&self.kept()).and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// Replaces or removes one pending message in the browser's storage. It reads the list first, as other tabs keep
    /// theirs in it too.
    fn keep(self, id: Uuid, pending: Option<&Pending>) {
        let mut all = self.stored();
        all.retain(|p| p.id != id);
        all.extend(pending.cloned());
        let json = if all.is_empty() { String::new() } else { serde_json::to_string(&all).unwrap_or_default() };
        storage::store(&self.kept(), &json);
    }
}

/// The page's [`Outgoing`].
pub fn outgoing() -> Outgoing {
    expect_context()
}

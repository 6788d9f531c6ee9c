//! Messages on their way from this page.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::wire::{MessageChanged, MessageRefused, MessageStored, SendMessage};
use crate::{
    error::AppError,
    live::{Heard, Live, SocketFrame, live},
    ui::{person, storage},
};

/// A message on its way. It is sent again after each lost connection, under the same id, until it is answered; the
/// browser keeps it until then, so that a page that is loaded again goes on with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    pub id: Uuid,
    pub conversation: Uuid,
    pub text: String,
    /// Why it was refused, once it was.
    pub error: Option<AppError>,
}

/// What is on its way.
#[derive(Clone, Copy)]
pub struct Outgoing {
    pub pending: RwSignal<Vec<Pending>>,
    live: Live,
    me: StoredValue<Uuid>,
}

impl Outgoing {
    /// Goes on with what was on its way when the last page was left.
    pub fn provide() {
        let me = person();
        let outgoing =
            Self { pending: RwSignal::new(Vec::new()), live: live(), me: StoredValue::new(me.unwrap_or_default()) };
        provide_context(outgoing);
        outgoing.live.on(move |heard| outgoing.hear(heard));
        #[cfg(not(feature = "ssr"))]
        if me.is_some() {
            crate::ui::once_hydrated(move || outgoing.pending.set(outgoing.stored()));
        }
    }

    fn hear(self, heard: &Heard) {
        if let Some(SocketFrame::Hello { .. }) = heard.of_socket() {
            // Whether they arrived before the connection was lost is not known; twice is as good as once.
            for Pending { id, conversation, text, .. } in
                self.pending.get_untracked().into_iter().filter(|p| p.error.is_none())
            {
                self.live.say(&SendMessage { id, conversation, text });
            }
        } else if let Some(MessageChanged { message, .. }) = heard.get() {
            self.discard(message.id);
        } else if let Some(MessageStored { id, .. }) = heard.get() {
            // Behind a reset its event does not come.
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

    /// Notes why a message was refused: it is not sent again unless it is asked for.
    fn refuse(self, id: Uuid, error: &AppError) {
        self.pending.update(|all| {
            if let Some(pending) = all.iter_mut().find(|p| p.id == id) {
                pending.error = Some(error.clone());
                self.keep(id, Some(pending));
            }
        });
    }

    /// Lets go of a message on its way: it has arrived, or is wanted no more.
    pub fn discard(self, id: Uuid) {
        if self.pending.with_untracked(|all| all.iter().any(|p| p.id == id)) {
            self.keep(id, None);
            self.pending.update(|all| all.retain(|p| p.id != id));
        }
    }

    /// The name under which messages on their way are kept: others may use this browser.
    fn kept(self) -> String {
        format!("jobi-sending-{}", self.me.get_value())
    }

    /// What this browser keeps of messages on their way.
    fn stored(self) -> Vec<Pending> {
        storage::stored(&self.kept()).and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// Keeps a message in place of the one with its id, or no longer. Other tabs keep theirs in the same place.
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

//! What is known of an open thread, and what becomes of it with each thing that happens. Nothing here touches the page,
//! so that it can be tested without one.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use uuid::Uuid;

use crate::messages::{Message, Person, Side, Thread};

/// The state of an open thread.
#[derive(Clone, Copy)]
pub(super) struct ThreadState {
    pub conversation: Uuid,
    /// The side of the page's person.
    pub side: Side,
    /// Whether the newest messages are loaded.
    pub has_newest: bool,
    /// The first message that was new when the page was opened.
    pub first_new: Option<i64>,
    /// Whether the page's person can write here.
    pub can_write: bool,
    /// Whether one side has blocked the other.
    pub blocked: bool,
    /// In the order of their sequence numbers.
    pub messages: RwSignal<Vec<Message>>,
    /// The first message that is loaded, when there are older ones.
    pub older: RwSignal<Option<i64>>,
    /// How far the other side has read.
    pub read_by_other: RwSignal<i64>,
    /// Whether the end of the list is in view.
    pub at_end: RwSignal<bool>,
    /// Whether new messages came below what is in view.
    pub new_below: RwSignal<bool>,
    /// The message that is being edited.
    pub editing: RwSignal<Option<Message>>,
    /// Who is typing.
    pub typing: RwSignal<Option<String>>,
    /// Counts the signs of typing: only the latest may end it.
    typing_signs: StoredValue<u32>,
    /// Those of the other side who show whether they are here.
    others: RwSignal<Vec<Person>>,
    /// Of whom it was told since the thread was last asked for: that is newer than the answer.
    told_of: StoredValue<Vec<Uuid>>,
}

impl ThreadState {
    /// A thread as it was loaded; `editing` outlives it when it is loaded again.
    pub fn of(loaded: &Thread, has_newest: bool, editing: RwSignal<Option<Message>>) -> Self {
        let is_new = |message: &&Message| message.seq > loaded.read && message.side != loaded.side;
        Self {
            conversation: loaded.id,
            side: loaded.side,
            has_newest,
            first_new: loaded.messages.iter().find(is_new).map(|m| m.seq),
            can_write: loaded.can_write(),
            blocked: loaded.blocked_by.is_some(),
            messages: RwSignal::new(loaded.messages.clone()),
            older: RwSignal::new(loaded.older),
            read_by_other: RwSignal::new(loaded.read_by_other),
            at_end: RwSignal::new(true),
            new_below: RwSignal::new(false),
            editing,
            typing: RwSignal::new(None),
            typing_signs: StoredValue::new(0),
            others: RwSignal::new(loaded.others.clone()),
            told_of: StoredValue::new(Vec::new()),
        }
    }

    /// A message came, or one that is here has changed. Returns what is read by that: a message of the other side, when
    /// the end is in view.
    #[must_use]
    pub fn receive(self, message: &Message) -> Option<i64> {
        self.put(message);
        if message.side == self.side {
            return None;
        }
        self.typing.set(None);
        if self.has_newest && self.at_end.get_untracked() {
            return Some(message.seq);
        }
        self.new_below.set(self.has_newest);
        None
    }

    /// Puts a message where it belongs, in place of an older version of it. One that lies before or behind all that is
    /// loaded is left out: it comes when the rest between is loaded.
    pub fn put(self, message: &Message) {
        let more = self.older.get_untracked().is_some();
        self.messages.update(|all| match all.binary_search_by_key(&message.seq, |m| m.seq) {
            Ok(at) => all[at] = message.clone(),
            Err(0) if more => {}
            Err(at) if at == all.len() && !self.has_newest => {}
            Err(at) => all.insert(at, message.clone()),
        });
    }

    /// Older messages are loaded.
    pub fn add_older(self, older: Thread) {
        self.older.set(older.older);
        self.messages.update(|all| {
            let newer = std::mem::replace(all, older.messages);
            all.extend(newer);
        });
    }

    /// One side has read up to a message.
    pub fn note_read(self, by: Side, seq: i64) {
        if by != self.side {
            self.read_by_other.update(|read| *read = (*read).max(seq));
        }
    }

    /// Somebody is typing. Returns the sign's number, for [`Self::end_typing`].
    pub fn note_typing(self, name: String) -> u32 {
        self.typing.set(Some(name));
        let sign = self.typing_signs.get_value() + 1;
        self.typing_signs.set_value(sign);
        sign
    }

    /// The time of a sign of typing is over. A later sign goes on; the page may be gone by now.
    pub fn end_typing(self, sign: u32) {
        if self.typing_signs.try_get_value() == Some(sign) {
            self.typing.set(None);
        }
    }

    /// Somebody came or went, of this thread or another; or they do not show it any more, and were `seen` never.
    pub fn note_presence(self, user: Uuid, online: bool, seen: Option<DateTime<Utc>>) {
        self.told_of.update_value(|all| all.push(user));
        if self.others.with_untracked(|all| all.iter().any(|p| p.id == user)) {
            self.others.update(|all| {
                for person in all.iter_mut().filter(|p| p.id == user) {
                    (person.online, person.seen) = (online, seen);
                }
            });
        }
    }

    /// The page's person does not show whether they are here, and sees it of nobody.
    pub fn hide_others(self) {
        self.others.update(|all| all.iter_mut().for_each(|person| (person.online, person.seen) = (false, None)));
    }

    /// The thread is asked for again.
    pub fn expect_newer(self) {
        self.told_of.set_value(Vec::new());
    }

    /// The thread was loaded again when a connection was established: presence is no event, so changes of it before were
    /// missed. The page may be gone by now.
    pub fn catch_up(self, loaded: Thread) {
        _ = self.others.try_update(|all| {
            let told_of = self.told_of.get_value();
            let mut now = loaded.others;
            for person in now.iter_mut().filter(|person| told_of.contains(&person.id)) {
                let known = all.iter().find(|known| known.id == person.id);
                known.into_iter().for_each(|known| *person = *known);
            }
            *all = now;
        });
        _ = self.read_by_other.try_update(|read| *read = (*read).max(loaded.read_by_other));
    }

    /// The page's person writes, and wants to see it.
    pub fn note_writing(self) {
        self.at_end.set(true);
    }

    /// The end came into view. Returns what is read by that.
    #[must_use]
    pub fn reach_end(self) -> Option<i64> {
        if !self.new_below.get_untracked() {
            return None;
        }
        self.new_below.set(false);
        self.newest_received()
    }

    /// The page's person came back to the page. Returns what is read by that.
    #[must_use]
    pub fn return_to_page(self) -> Option<i64> {
        if self.at_end.get_untracked() { self.newest_received() } else { None }
    }

    fn newest_received(self) -> Option<i64> {
        self.messages.with_untracked(|all| newest_of(all, self.side.other()))
    }

    /// The newest message of the page's person's side.
    pub fn newest_sent(self) -> Option<i64> {
        self.messages.with(|all| newest_of(all, self.side))
    }

    /// The newest message that somebody may still change.
    pub fn newest_editable(self, user: Uuid, now: DateTime<Utc>) -> Option<Message> {
        self.messages.with_untracked(|all| all.iter().rev().find(|m| m.can_change(user, now)).cloned())
    }

    /// A message that is here and that somebody may still change.
    pub fn editable(self, id: Uuid, user: Uuid, now: DateTime<Utc>) -> Option<Message> {
        self.messages.with_untracked(|all| all.iter().find(|m| m.id == id && m.can_change(user, now)).cloned())
    }

    /// Whether somebody of the other side is here.
    pub fn is_other_online(self) -> bool {
        self.others.with(|all| all.iter().any(|p| p.online))
    }

    /// When somebody of the other side was last here.
    pub fn other_seen(self) -> Option<DateTime<Utc>> {
        self.others.with(|all| all.iter().filter_map(|p| p.seen).max())
    }
}

fn newest_of(messages: &[Message], side: Side) -> Option<i64> {
    messages.iter().rev().find(|m| m.side == side).map(|m| m.seq)
}

#[cfg(test)]
pub(super) mod tests;

//! What an open thread hears over the socket, and what it says there.

use std::time::Duration;

use leptos::{ev, prelude::*, task::spawn_local};
use uuid::Uuid;

use super::{scroll::Scroll, thread_state::ThreadState};
use crate::{
    live::live,
    messages::{MarkRead, Message, MessageChanged, PresenceChanged, ReadUpTo, Typing, api::LoadThread},
    ui::{ask, person, times},
};

/// Somebody counts as typing for so long after a sign of it.
const TYPING_SHOWN_FOR: Duration = Duration::from_secs(5);

/// The messages of a conversation that come from now on. What comes while the thread is being loaded may be missing in
/// what is loaded.
pub(super) fn collect_messages(conversation: Uuid) -> StoredValue<Vec<Message>> {
    let collected = StoredValue::new(Vec::<Message>::new());
    live().on(move |frame| {
        if frame.is_reset() {
            return collected.set_value(Vec::new());
        }
        let changed = frame.get().filter(|changed: &MessageChanged| changed.conversation == conversation);
        if let Some(MessageChanged { message, .. }) = changed {
            collected.update_value(|all| {
                all.retain(|other| other.id != message.id);
                all.push(message);
            });
        }
    });
    collected
}

/// Keeps an open thread as the socket tells it.
pub(super) fn follow_socket(thread: ThreadState, scroll: Scroll) {
    let (live, times) = (live(), times());
    live.on_payload(move |MessageChanged { conversation, message }| {
        if conversation == thread.conversation {
            // What is in view is asked before the message makes the list longer.
            scroll.look();
            scroll.keep_place(false, || mark_read(conversation, thread.receive(&message)));
        }
    });
    live.on_payload(move |ReadUpTo { conversation, side, seq }| {
        if conversation == thread.conversation {
            thread.note_read(side, seq);
        }
    });
    live.on_payload(move |Typing { conversation, name }| {
        if conversation == thread.conversation {
            let sign = thread.note_typing(name);
            set_timeout(move || thread.end_typing(sign), TYPING_SHOWN_FOR);
        }
    });
    live.on_payload(move |PresenceChanged { user, online, hidden }| {
        // Whoever hides sees nobody.
        match hidden && person() == Some(user) {
            true => thread.hide_others(),
            false => thread.note_presence(user, online, (!hidden).then(|| untrack(|| times.now()))),
        }
    });
}

/// Marks messages as read when their reader comes back to the page, or to the end of the list. What a page loads first
/// the server marks itself, but not what is `reloaded`: nobody may be looking.
pub(super) fn follow_reader(thread: ThreadState, scroll: Scroll, reloaded: bool) {
    let conversation = thread.conversation;
    Effect::new(move || {
        if reloaded {
            scroll.look();
            mark_read(conversation, thread.return_to_page());
        }
        let focused = window_event_listener(ev::focus, move |_| mark_read(conversation, thread.return_to_page()));
        on_cleanup(move || focused.remove());
    });
    Effect::new(move || {
        if thread.at_end.get() {
            mark_read(conversation, thread.reach_end());
        }
    });
}

/// Loads what is told once only, such as who is here, when a connection is established: the first too, for what was told
/// since the page was rendered.
pub(super) fn follow_connection(thread: ThreadState) {
    let (live, id) = (live(), thread.conversation);
    Effect::new(move |before: Option<usize>| {
        let greetings = live.greetings();
        // A page that comes to a connection that stands has missed nothing.
        if before.is_some_and(|before| before < greetings) {
            thread.expect_newer();
            spawn_local(async move {
                if let Ok(loaded) = ask(LoadThread { id, before: None }).await {
                    thread.catch_up(loaded);
                }
            });
        }
        greetings
    });
}

/// Says that everything up to a message was read, if the page is looked at.
fn mark_read(conversation: Uuid, read: Option<i64>) {
    if let Some(seq) = read
        && document().has_focus().unwrap_or_default()
    {
        live().say(&MarkRead { conversation, seq });
    }
}

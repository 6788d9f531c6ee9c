//! The composer's fields in the page. What is written in them goes over the socket, with files as a form, or into the
//! message that is edited.

use leptos::{ev, html, prelude::*, task::spawn_local};
use uuid::Uuid;

use super::{
    composer_state::{ComposerState, Submission},
    draft::Draft,
    scroll::Scroll,
    thread_state::ThreadState,
};
use crate::{
    accounts::me,
    live::{Live, live},
    messages::{
        FILES_MEGABYTES, IsTyping, Message, Outgoing,
        api::{DeleteMessage, EditMessage},
        outgoing,
    },
    ui::{Times, Upload, ask, page_session, times},
};

/// `keyCode` of a key that an input method takes. Safari says so also of the Enter that ends a composition, when it
/// is not composing any more.
const KEY_OF_INPUT_METHOD: u32 = 229;

/// A composer's state with its fields, and what it sends to.
#[derive(Clone, Copy)]
pub(super) struct ComposerForm {
    pub state: ComposerState,
    /// The text's field.
    pub draft: Draft,
    /// The files' field.
    pub files: NodeRef<html::Input>,
    pub upload: Upload,
    /// Whether what was done makes this the place to go on.
    wants_focus: StoredValue<bool>,
    thread: ThreadState,
    scroll: Scroll,
    live: Live,
    outgoing: Outgoing,
    times: Times,
}

impl ComposerForm {
    /// A form that uploads to `action`.
    pub fn new(
        thread: ThreadState,
        scroll: Scroll,
        next_id: Uuid,
        action: &str,
        wants_focus: StoredValue<bool>,
    ) -> Self {
        let upload = Upload::to(action);
        Self {
            state: ComposerState::new(next_id, thread.editing, upload.error),
            draft: Draft::of(thread.conversation),
            files: NodeRef::new(),
            upload,
            wants_focus,
            thread,
            scroll,
            live: live(),
            outgoing: outgoing(),
            times: times(),
        }
    }

    /// Fills the field once it is there. When the thread was loaded again it has been there already, with what is
    /// written and chosen.
    pub fn fill_at_start(self) {
        let Self { state, draft, files, wants_focus, .. } = self;
        Effect::new(move || {
            if draft.field.get().is_none() {
                return;
            }
            state.has_files.set(files.get_untracked().is_some_and(|files| !files.value().is_empty()));
            if state.editing.with_untracked(Option::is_none) {
                draft.join();
            }
            match (draft.text(), state.editing.get_untracked()) {
                (text, _) if !text.is_empty() => draft.count(&text),
                (_, Some(message)) => self.fill_for_edit(&message),
                (_, None) => self.resume(),
            }
            if wants_focus.try_update_value(std::mem::take).unwrap_or_default() {
                draft.focus();
            }
        });
        draft.follow_other_tabs(move || !state.is_editing_untracked());
    }

    /// Goes on with the edit, or else with the draft, that was there when the page was left or loaded again.
    fn resume(self) {
        let Self { state, draft, thread, .. } = self;
        let Some((id, text)) = draft.kept_edit() else { return draft.restore() };
        let now = untrack(|| self.times.now());
        let message = me().and_then(|me| thread.editable(id, me.id, now));
        match message {
            Some(message) => {
                draft.fill(&text);
                state.editing.set(Some(message));
            }
            None => {
                draft.forget_edit();
                draft.restore();
                // What cannot be changed any more can still be sent.
                if draft.text().is_empty() {
                    draft.fill(&text);
                    draft.keep(&text);
                }
            }
        }
    }

    fn fill_for_edit(self, message: &Message) {
        let kept = self.draft.kept_edit().filter(|(id, _)| *id == message.id);
        self.draft.fill(&kept.map_or_else(|| message.text.clone(), |(_, text)| text));
    }

    /// A message that is edited takes the field; the draft comes back after it.
    pub fn follow_edits(self) {
        let Self { state, draft, .. } = self;
        Effect::new(move |was_editing: Option<bool>| {
            let message = state.editing.get();
            match (was_editing, &message) {
                (Some(_), Some(message)) => self.fill_for_edit(message),
                (Some(true), None) => {
                    state.error.set(None);
                    draft.forget_edit();
                    draft.restore();
                }
                _ => return message.is_some(),
            }
            draft.focus();
            message.is_some()
        });
    }

    /// Whatever grows in the composer takes its room from the messages; their end stays in view.
    pub fn follow_size(self) {
        let Self { state, draft, scroll, live, .. } = self;
        let session = page_session();
        Effect::new(move || {
            state.error.track();
            state.editing.track();
            state.has_files.track();
            draft.left.track();
            live.line.track();
            session.track();
            scroll.stay_at_end();
        });
    }

    pub fn submit(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        let written = self.draft.text();
        match self.state.submit(&written) {
            Submission::Save(id) => self.save(id, written),
            Submission::Send(text) => self.send(text, written),
            Submission::Upload => self.upload(event, written),
            Submission::Refused => {}
        }
    }

    fn save(self, id: Uuid, text: String) {
        spawn_local(async move { self.state.finish_edit(ask(EditMessage { id, text, stays: true }).await) });
    }

    fn send(self, text: String, written: String) {
        self.thread.note_writing();
        let send = move || {
            self.outgoing.send(Uuid::now_v7(), self.thread.conversation, text);
            self.draft.sent(&written);
        };
        self.live.as_ourselves(send, move |error| self.state.refuse(error));
    }

    fn upload(self, event: &ev::SubmitEvent, written: String) {
        self.thread.note_writing();
        self.upload.send(event, FILES_MEGABYTES, move |_| {
            self.upload.reset();
            self.draft.sent(&written);
            self.state.finish_upload();
            self.remove_files();
        });
    }

    /// Deletes the message that is edited.
    pub fn delete(self, id: Uuid) {
        spawn_local(async move { self.state.finish_edit(ask(DeleteMessage { id, stays: true }).await) });
    }

    /// The text was changed.
    pub fn write(self, text: &str) {
        self.draft.count(text);
        self.state.change();
        self.scroll.stay_at_end();
        match self.state.editing.with_untracked(|message| message.as_ref().map(|m| m.id)) {
            Some(message) => self.draft.keep_edit(message, text),
            None => self.draft.keep(text),
        }
        if self.state.gives_typing_sign(now_ms()) {
            self.live.say(&IsTyping { conversation: self.thread.conversation });
        }
    }

    /// Enter sends, but a line begins with it where one types on the screen; Escape ends an edit, the arrow up in an
    /// empty field begins one. Keys that an input method takes, such as for Japanese, are not ours.
    pub fn press(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || event.key_code() == KEY_OF_INPUT_METHOD {
            return;
        }
        let field = self.draft.field.get_untracked();
        let sends = event.ctrl_key() || event.meta_key() || !(event.shift_key() || types_on_screen());
        if event.key() == "Enter" && sends {
            event.prevent_default();
            if let Some(form) = field.and_then(|f| f.form()) {
                _ = form.request_submit();
            }
        } else if event.key() == "Escape" && self.state.is_editing_untracked() {
            self.state.cancel_edit();
        } else if event.key() == "ArrowUp" && field.is_some_and(|f| f.value().is_empty()) {
            let now = || untrack(|| self.times.now());
            if let Some(newest) = me().and_then(|me| self.thread.newest_editable(me.id, now())) {
                event.prevent_default();
                self.state.editing.set(Some(newest));
            }
        }
    }

    pub fn remove_files(self) {
        if let Some(files) = self.files.try_get_untracked().flatten() {
            files.set_value("");
            self.state.remove_files();
        }
        self.draft.focus();
    }
}

/// Whether the pointer is a finger: then the keyboard is on the screen, and its Enter is the only way to a new line.
fn types_on_screen() -> bool {
    #[cfg(not(feature = "ssr"))]
    return window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches());
    #[cfg(feature = "ssr")]
    false
}

#[cfg(not(feature = "ssr"))]
fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[cfg(feature = "ssr")]
fn now_ms() -> f64 {
    0.0
}

//! What is known of a message that is being written, and what becomes of it. Nothing here touches the page, so that it
//! can be tested without one.

use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    error::AppError,
    messages::{Message, check_text},
};

/// The other side is told that somebody is typing at most once in so long.
const TYPING_SIGN_PAUSE_MS: f64 = 3_000.0;

/// The state of a composer.
#[derive(Clone, Copy)]
pub(super) struct ComposerState {
    /// The next message's id. Sent again with the same one, it stays one message.
    pub id: RwSignal<Uuid>,
    /// The message that is being edited: its text is in the field then.
    pub editing: RwSignal<Option<Message>>,
    /// Whether files are chosen.
    pub has_files: RwSignal<bool>,
    /// Why the message was not sent or saved.
    pub error: RwSignal<Option<AppError>>,
    /// When the last sign of typing was sent, in milliseconds.
    last_typing_sign: StoredValue<Option<f64>>,
}

/// What is done with what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Submission {
    /// The text of the message with this id is replaced.
    Save(Uuid),
    /// This text is sent over the socket.
    Send(String),
    /// Text and files are sent as a form.
    Upload,
    /// Nothing: the error says why.
    Refused,
}

impl ComposerState {
    pub fn new(id: Uuid, editing: RwSignal<Option<Message>>, error: RwSignal<Option<AppError>>) -> Self {
        Self {
            id: RwSignal::new(id),
            editing,
            has_files: RwSignal::new(false),
            error,
            last_typing_sign: StoredValue::new(None),
        }
    }

    /// What is written is to be sent, or saved.
    pub fn submit(self, written: &str) -> Submission {
        if let Some(id) = self.editing.with_untracked(|message| message.as_ref().map(|m| m.id)) {
            return Submission::Save(id);
        }
        if self.has_files.get_untracked() {
            return Submission::Upload;
        }
        match check_text(written) {
            Ok(text) => {
                self.error.set(None);
                Submission::Send(text)
            }
            Err(error) => {
                self.error.set(Some(error));
                Submission::Refused
            }
        }
    }

    /// The message could not be sent. The page may be gone by now.
    pub fn refuse(self, error: AppError) {
        _ = self.error.try_set(Some(error));
    }

    /// The message that was being edited is saved or deleted, or could not be. The page may be gone by now.
    pub fn finish_edit(self, result: Result<(), AppError>) {
        match result {
            Ok(()) => _ = self.editing.try_set(None),
            Err(error) => self.refuse(error),
        }
    }

    /// Text or files are changed. What could not be sent, and is changed then, is another message.
    pub fn change(self) {
        if self.error.with_untracked(Option::is_some) {
            self.error.set(None);
            self.id.set(Uuid::now_v7());
        }
    }

    pub fn choose_files(self, has_files: bool) {
        self.has_files.set(has_files);
        self.change();
    }

    /// The files are taken back; whatever was wrong with them no longer matters.
    pub fn remove_files(self) {
        self.has_files.set(false);
        self.error.set(None);
    }

    /// A message with files is stored; the next one is another. The page may be gone by now.
    pub fn finish_upload(self) {
        _ = self.id.try_set(Uuid::now_v7());
    }

    /// Whether the other side is to be told now that somebody is typing. An edit is not told.
    pub fn gives_typing_sign(self, now_ms: f64) -> bool {
        let is_due = |last: f64| now_ms - last > TYPING_SIGN_PAUSE_MS;
        let gives = !self.is_editing_untracked() && self.last_typing_sign.get_value().is_none_or(is_due);
        if gives {
            self.last_typing_sign.set_value(Some(now_ms));
        }
        gives
    }

    pub fn cancel_edit(self) {
        self.editing.set(None);
    }

    pub fn is_editing(self) -> bool {
        self.editing.with(Option::is_some)
    }

    pub fn is_editing_untracked(self) -> bool {
        self.editing.with_untracked(Option::is_some)
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;
    use uuid::Uuid;

    use super::{ComposerState, Submission};
    use crate::{
        error::{AppError, Problem},
        messages::{MAX_TEXT, pages::thread_state::tests::message},
    };

    const FIRST_ID: Uuid = Uuid::from_u128(99);

    fn composer() -> ComposerState {
        ComposerState::new(FIRST_ID, RwSignal::new(None), RwSignal::new(None))
    }

    #[test]
    fn what_is_written_goes_one_way() {
        let edited = message(3);
        let required = || Some(AppError::field("text", Problem::Required));
        let too_long = || Some(AppError::field("text", Problem::TooLong(MAX_TEXT)));
        for (is_editing, has_files, written, submission, error) in [
            (false, false, " Hello ", Submission::Send("Hello".into()), None),
            (false, false, " \n", Submission::Refused, required()),
            (false, false, &*"a".repeat(MAX_TEXT + 1), Submission::Refused, too_long()),
            // Files need no text, and the server checks what comes with them.
            (false, true, "", Submission::Upload, Some(AppError::Offline)),
            // The server says what is wrong with an edit; files that were chosen before it wait.
            (true, false, "", Submission::Save(edited.id), Some(AppError::Offline)),
            (true, true, "Hello", Submission::Save(edited.id), Some(AppError::Offline)),
        ] {
            Owner::new().with(|| {
                let composer = composer();
                composer.editing.set(is_editing.then(|| edited.clone()));
                composer.has_files.set(has_files);
                composer.error.set(Some(AppError::Offline));
                assert_eq!(composer.submit(written), submission);
                assert_eq!(composer.error.get_untracked(), error, "{is_editing} {has_files} {written}");
            });
        }
    }

    #[test]
    fn an_edit_ends_once_it_is_done() {
        for result in [Ok(()), Err(AppError::Forbidden)] {
            Owner::new().with(|| {
                let composer = composer();
                composer.editing.set(Some(message(3)));
                composer.finish_edit(result.clone());
                assert_eq!(composer.is_editing_untracked(), result.is_err());
                assert_eq!(composer.error.get_untracked(), result.err());
            });
        }
    }

    #[test]
    fn what_was_refused_and_is_changed_is_another_message() {
        type Act = fn(ComposerState);
        let acts: [(&str, Act); 2] =
            [("text", ComposerState::change), ("files", |composer| composer.choose_files(true))];
        for (name, act) in acts {
            for error in [None, Some(AppError::Offline)] {
                Owner::new().with(|| {
                    let composer = composer();
                    composer.error.set(error.clone());
                    act(composer);
                    assert_eq!(composer.id.get_untracked() != FIRST_ID, error.is_some(), "{name} {error:?}");
                    assert_eq!(composer.error.get_untracked(), None, "{name} {error:?}");
                });
            }
        }
    }

    #[test]
    fn a_message_with_files_is_followed_by_another() {
        Owner::new().with(|| {
            let composer = composer();
            composer.choose_files(true);
            composer.finish_upload();
            composer.remove_files();
            assert_ne!(composer.id.get_untracked(), FIRST_ID);
            assert!(!composer.has_files.get_untracked());
        });
    }

    #[test]
    fn typing_is_told_now_and_then() {
        Owner::new().with(|| {
            let composer = composer();
            for (now, is_editing, gives) in [
                (1_000.0, true, false),
                (1_000.0, false, true),
                (1_200.0, false, false),
                (4_000.0, false, false),
                (4_001.0, false, true),
                (4_002.0, false, false),
                (9_000.0, true, false),
                (9_000.0, false, true),
            ] {
                composer.editing.set(is_editing.then(|| message(3)));
                assert_eq!(composer.gives_typing_sign(now), gives, "{now} {is_editing}");
            }
        });
    }

    #[test]
    fn answers_that_come_after_the_page_is_gone_do_no_harm() {
        let owner = Owner::new();
        let composer = owner.with(composer);
        owner.cleanup();
        composer.finish_edit(Ok(()));
        composer.finish_edit(Err(AppError::Offline));
        composer.refuse(AppError::Offline);
        composer.finish_upload();
    }
}

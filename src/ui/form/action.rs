//! The server function that a form is sent to.

use leptos::{ev::SubmitEvent, html, prelude::*, server_fn::ServerFn, web_sys::HtmlFormElement};
use uuid::Uuid;

use super::{
    held::{Held, HeldForm},
    memory::{error_from_query, typed_into},
    state::FormState,
};
use crate::{error::AppError, ui::drafts::FormDraft};
#[cfg(not(feature = "ssr"))]
use {
    super::{form_of, memory::FormMemory, pressed, sent_fields},
    crate::ui::{
        boot::{Boot, boot},
        call::browser::post,
        drafts::browser::read,
        focus::Place,
        leave::browser::{Sent, show_stored},
        session::note_session,
    },
};

/// The server function that a form is sent to, and how that went last. It lives as long as the page, and so outlives
/// the form where that is re-rendered.
#[derive(Clone, Copy)]
pub struct FormAction {
    pub(super) url: &'static str,
    result: RwSignal<Option<Result<(), AppError>>>,
    error: Signal<Option<AppError>>,
    pending: RwSignal<bool>,
    #[cfg(not(feature = "ssr"))]
    boot: StoredValue<Boot>,
    answers: RwSignal<usize>,
    held: Held,
}

impl FormAction {
    /// Forms for the server function whose input is `S`.
    pub fn to<S: ServerFn<Error = AppError, Output = ()>>() -> Self {
        Self::to_url(S::url())
    }

    fn to_url(url: &'static str) -> Self {
        let result = RwSignal::new(error_from_query(url).map(Err));
        Self {
            url,
            result,
            // Derived here, by the page: the form may be gone before its answer comes.
            error: Signal::derive(move || result.with(|r: &Option<Result<(), AppError>>| r.clone()?.err())),
            pending: RwSignal::new(false),
            #[cfg(not(feature = "ssr"))]
            boot: boot(),
            answers: RwSignal::new(0),
            held: StoredValue::new(None),
        }
    }

    /// For a form that decides about a thing which others change too: the version that the form is sent with. It is
    /// the newest, until somebody begins with the form. From then on it stays the one that they have seen, and the
    /// fields keep what was typed, however often the page re-renders; an answer brings the newest again.
    pub fn hold_version(self, id: Uuid, newest: i64) -> i64 {
        let before = self.held.get_value();
        // An answer about another thing says nothing of this one.
        if before.as_ref().is_some_and(|held| !held.is_of(id)) {
            self.result.update_untracked(|result| *result = None);
        }
        let held = HeldForm::rendered_with(before.filter(|held| held.is_of(id)), id, newest);
        let version = held.version();
        self.held.set_value(Some(held));
        version
    }

    fn update_held(self, change: impl FnOnce(&mut HeldForm)) {
        _ = self.held.try_update_value(|held| held.as_mut().map(change));
    }

    /// Notes that somebody has begun with a held form, or has given up.
    pub fn touch(self, begun: bool) {
        self.update_held(|held| held.touch(begun));
    }

    /// Whether somebody has begun with a held form.
    pub fn is_touched(self) -> bool {
        self.held.with_value(|held| held.as_ref().is_some_and(|held| held.begun))
    }

    /// Keeps what a held form's fields hold, for when it is re-rendered.
    pub(super) fn keep_fields(self, form: NodeRef<html::Form>) {
        if let Some(form) = form.try_get_untracked().flatten() {
            self.keep_fields_of(&form);
        }
    }

    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody types on the server"))]
    fn keep_fields_of(self, form: &HtmlFormElement) {
        #[cfg(not(feature = "ssr"))]
        self.update_held(|held| held.keep(read(form).fields));
    }

    /// Brings a form that was just rendered in step with what happened before. What was chosen before hydration, or
    /// came back with an error, counts as begun; a form that nobody has begun with shows the newest values.
    pub(super) fn mounted(self, form: &HtmlFormElement) {
        let Some(held) = self.held.try_get_value().flatten() else {
            #[cfg(not(feature = "ssr"))]
            show_stored(form);
            return;
        };
        if !held.rendered {
            let chosen = form.query_selector("option:checked:not([selected])");
            let came_back = self.result.with_untracked(|result| matches!(result, Some(Err(_))));
            if came_back || chosen.is_ok_and(|chosen| chosen.is_some()) {
                self.keep_fields_of(form);
            }
        } else if !held.begun {
            form.reset();
        }
    }

    /// The last answer.
    pub fn result(self) -> Signal<Option<Result<(), AppError>>> {
        self.result.into()
    }

    /// Whether the last answer was an error.
    pub fn has_failed(self) -> Signal<bool> {
        let error = self.error;
        Signal::derive(move || error.with(Option::is_some))
    }

    /// How many answers came: for what is to be loaded again after each.
    pub fn answers(self) -> Signal<usize> {
        self.answers.into()
    }

    /// How many times it succeeded: for what is to be loaded again then, while an error leaves what was typed alone.
    pub fn successes(self) -> Signal<usize> {
        let result = self.result;
        Memo::new(move |before: Option<&usize>| {
            let before = before.copied().unwrap_or_default();
            if result.with(|v| matches!(v, Some(Ok(())))) { before + 1 } else { before }
        })
        .into()
    }

    /// What was typed into a field before the form came back with an error.
    pub fn typed_into(self, name: &str) -> Option<String> {
        typed_into(self.url, name)
    }

    pub(super) fn state(self) -> FormState {
        FormState::holding(self.url, self.error, self.pending.into(), self.held)
    }

    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers send forms"))]
    pub(super) fn send(self, event: &SubmitEvent, draft: FormDraft) {
        #[cfg(not(feature = "ssr"))]
        {
            let Some(body) = sent_fields(event).filter(|_| !self.pending.get_untracked()) else { return };
            let button = pressed(event);
            let place = button.as_ref().and_then(Place::of);
            let other_url = button.as_ref().and_then(|button| button.get_attribute("formaction"));
            let sent = form_of(event).map(Sent::of);
            let boot = self.boot;
            self.pending.set(true);
            leptos::task::spawn_local(async move {
                let result = post(other_url.as_deref().unwrap_or(self.url), body).await;
                if result.is_ok() {
                    place.into_iter().for_each(Place::hand_on);
                    note_session();
                }
                if result.is_ok() && other_url.is_none() {
                    // What was typed is stored: from now on the page shows that.
                    _ = boot.try_update_value(|boot| boot.memory = FormMemory::default());
                    if sent.is_none_or(Sent::settle) {
                        draft.forget();
                    }
                }
                // The page may have been left meanwhile, and its signals be disposed.
                self.update_held(|held| held.answer(result.is_ok()));
                _ = self.pending.try_set(false);
                _ = self.result.try_set(Some(result.map(|_| ())));
                _ = self.answers.try_update(|n| *n += 1);
            });
        }
    }
}

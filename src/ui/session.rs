//! Whose session it is while this page is open: the page was made for somebody, who may have logged out since, or
//! somebody else have logged in in the same browser. Answers to calls tell.

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
use super::reload::say_other_person;
#[cfg(not(feature = "ssr"))]
use crate::error::AppError;

/// What is known of the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageSession {
    /// The one that the page was made in, or none as there was none.
    #[default]
    Ours,
    Ended,
    OtherPersons,
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    // Calls are made where no component's context is at hand.
    static SESSION: ArcRwSignal<PageSession> = ArcRwSignal::default();
}

/// What is known of the session.
#[cfg(not(feature = "ssr"))]
pub fn page_session() -> Signal<PageSession> {
    SESSION.with(|session| session.clone().into())
}

/// What is known of the session.
#[cfg(feature = "ssr")]
pub fn page_session() -> Signal<PageSession> {
    Signal::stored(PageSession::Ours)
}

/// Notes that something was done which needs the page's person.
#[cfg(not(feature = "ssr"))]
pub fn note_session() {
    set(PageSession::Ours);
}

/// Notes what an error tells of the session.
#[cfg(not(feature = "ssr"))]
pub(super) fn note_error(error: &AppError) {
    match error {
        AppError::Unauthorized => set(PageSession::Ended),
        AppError::OtherPerson => {
            set(PageSession::OtherPersons);
            say_other_person();
        }
        _ => {}
    }
}

#[cfg(not(feature = "ssr"))]
fn set(now: PageSession) {
    SESSION.with(|session| {
        if session.get_untracked() != now {
            session.set(now);
        }
    });
}

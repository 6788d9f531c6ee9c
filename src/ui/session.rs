//! Whether the session that a page was rendered in is still there: its person may have logged out since, or somebody
//! else may have logged in in the same browser, or the person act for another company. The answers to calls show it.

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
use super::reload::{show_other_company, show_other_person};
#[cfg(not(feature = "ssr"))]
use crate::error::AppError;

/// What is known of the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageSession {
    /// The one that the page was rendered in, or none where there was none.
    #[default]
    Ours,
    Ended,
    OtherPersons,
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    // Calls are made outside of components too, where there is no context.
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

/// Notes that a call succeeded for which the page's person has to be logged in.
#[cfg(not(feature = "ssr"))]
pub fn note_session() {
    set(PageSession::Ours);
}

/// Notes what an error means for the session.
#[cfg(not(feature = "ssr"))]
pub(super) fn note_error(error: &AppError) {
    match error {
        AppError::Unauthorized => set(PageSession::Ended),
        AppError::OtherPerson => {
            set(PageSession::OtherPersons);
            show_other_person();
        }
        AppError::OtherCompany => {
            set(PageSession::OtherPersons);
            show_other_company();
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

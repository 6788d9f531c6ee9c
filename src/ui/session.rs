//! Whether the session has ended while this page is open: the page was made for somebody who is logged in, and a call
//! was answered that nobody is.

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
thread_local! {
    // Calls are made where no component's context is at hand.
    static ENDED: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Whether the session has ended.
#[cfg(not(feature = "ssr"))]
pub fn session_ended() -> Signal<bool> {
    ENDED.with(|ended| ended.clone().into())
}

/// Whether the session has ended.
#[cfg(feature = "ssr")]
pub fn session_ended() -> Signal<bool> {
    Signal::stored(false)
}

/// Notes what an answer tells of the session.
#[cfg(not(feature = "ssr"))]
pub(super) fn note_session(ended: bool) {
    ENDED.with(|signal| {
        if signal.get_untracked() != ended {
            signal.set(ended);
        }
    });
}

//! The page's end of the socket: the registered listeners, and whether there is a connection.

use std::{pin::Pin, time::Duration};

use leptos::prelude::*;
use uuid::Uuid;

#[cfg(not(feature = "ssr"))]
use super::model::frame_json;
use super::model::{Heard, Payload, Watch};
use crate::error::AppError;
#[cfg(not(feature = "ssr"))]
use crate::ui::{PageSession, page_session};

/// The debounce of `Live::changes`: changes within this time count as one.
const CHANGES_DEBOUNCE: Duration = Duration::from_millis(200);

#[cfg(not(feature = "ssr"))]
type OnHeard = std::rc::Rc<dyn Fn(&Heard)>;

/// The socket as all components of a page share it. On the server it does nothing.
#[derive(Clone, Copy)]
pub struct Live {
    #[cfg(not(feature = "ssr"))]
    listeners: StoredValue<Vec<(usize, OnHeard)>, LocalStorage>,
    #[cfg(not(feature = "ssr"))]
    next: StoredValue<usize>,
    /// Whether there is a connection.
    pub line: RwSignal<Line>,
    /// Counts the connections that were established.
    greetings: RwSignal<usize>,
    /// Who is logged in.
    #[cfg(not(feature = "ssr"))]
    pub(super) me: StoredValue<Uuid>,
    /// What the page shows, and its version.
    #[cfg(not(feature = "ssr"))]
    pub(super) watched: StoredValue<Option<Watch>>,
    #[cfg(not(feature = "ssr"))]
    pub(super) socket: StoredValue<Option<super::client::Connection>, LocalStorage>,
    #[cfg(not(feature = "ssr"))]
    pub(super) check: SessionCheck,
}

/// What is known of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// It stands. At first that is assumed.
    Connected,
    /// The browser has no network.
    Offline,
    /// The browser has a network, and the site does not answer.
    Unanswered,
}

/// Asks the server whether the page's person is logged in.
pub type SessionCheck = fn() -> Pin<Box<dyn Future<Output = Result<(), AppError>>>>;

impl Live {
    /// Provides the context, for a page that was made for this person or for nobody.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn provide(person: Option<Uuid>, check: SessionCheck) {
        provide_context(Self {
            #[cfg(not(feature = "ssr"))]
            listeners: StoredValue::new_local(Vec::new()),
            #[cfg(not(feature = "ssr"))]
            next: StoredValue::new(0),
            line: RwSignal::new(Line::Connected),
            greetings: RwSignal::new(0),
            #[cfg(not(feature = "ssr"))]
            me: StoredValue::new(person.unwrap_or_default()),
            #[cfg(not(feature = "ssr"))]
            watched: StoredValue::new(None),
            #[cfg(not(feature = "ssr"))]
            socket: StoredValue::new_local(None),
            #[cfg(not(feature = "ssr"))]
            check,
        });
    }

    /// Opens the page's socket, for the events after this one, and keeps it while its person is logged in.
    #[cfg(not(feature = "ssr"))]
    pub fn connect(self, newest_event: i64) {
        super::client::follow_session(self);
        super::client::connect(self, newest_event);
    }

    /// Whether there is a connection.
    pub fn is_connected(self) -> bool {
        self.line.get() == Line::Connected
    }

    /// How often a connection was established. What is told once only may have been missed before each.
    pub fn greetings(self) -> usize {
        self.greetings.get()
    }

    #[cfg(not(feature = "ssr"))]
    pub(super) fn greet(self) {
        self.greetings.update(|count| *count += 1);
    }

    /// Notes what is known of the connection.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn set_line(self, now: Line) {
        if self.line.get_untracked() != now {
            self.line.set(now);
        }
    }

    /// Calls a listener with every frame until the component that registers it is disposed of.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn on(self, listener: impl Fn(&Heard) + 'static) {
        #[cfg(not(feature = "ssr"))]
        {
            let id = self.next.get_value();
            self.next.set_value(id + 1);
            self.listeners.update_value(|all| all.push((id, std::rc::Rc::new(listener))));
            on_cleanup(move || {
                _ = self.listeners.try_update_value(|all| all.retain(|(other, _)| *other != id));
            });
        }
    }

    /// Calls a listener with every payload of one type.
    pub fn on_payload<P: Payload>(self, listener: impl Fn(P) + 'static) {
        self.on(move |heard| heard.get().into_iter().for_each(&listener));
    }

    /// Counts the frames that change something, and resets of the state; debounced.
    pub fn changes(self, which: impl Fn(&Heard) -> bool + 'static) -> Signal<usize> {
        let (count, waits) = (RwSignal::new(0), StoredValue::new(false));
        self.on(move |heard| {
            let changed = heard.is_reset() || which(heard);
            if changed && !waits.get_value() {
                waits.set_value(true);
                set_timeout(
                    move || {
                        _ = waits.try_set_value(false);
                        _ = count.try_update(|n| *n += 1);
                    },
                    CHANGES_DEBOUNCE,
                );
            }
        });
        count.into()
    }

    /// Runs an action that needs the page's person to be logged in. Where the session may have ended since, it runs
    /// once the server has confirmed that they are logged in again.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody does anything on the server"))]
    pub fn as_ourselves(self, act: impl FnOnce() + 'static, refused: impl FnOnce(AppError) + 'static) {
        #[cfg(not(feature = "ssr"))]
        match page_session().get_untracked() {
            PageSession::Ours => act(),
            _ => leptos::task::spawn_local(async move {
                match super::client::check_session(self).await {
                    Ok(()) => act(),
                    Err(error) => refused(error),
                }
            }),
        }
    }

    /// Subscribes to changes of the thing that the page shows.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn watch(self, shown: RwSignal<Option<Watch>>) {
        #[cfg(not(feature = "ssr"))]
        {
            Effect::new(move || {
                self.watched.set_value(shown.get());
                shown.get().iter().for_each(|watch| self.say(watch));
            });
            on_cleanup(move || _ = self.watched.try_set_value(None));
        }
    }

    /// Says something that may be lost.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn say(self, payload: &impl Payload) {
        #[cfg(not(feature = "ssr"))]
        super::client::say(self, &frame_json(payload));
    }

    /// Passes a frame to all listeners.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn hear(self, heard: &Heard) {
        // On a copy: a listener may register or remove others.
        let all = self.listeners.get_value();
        all.iter().for_each(|(_, listener)| listener(heard));
    }
}

/// The page's [`Live`].
pub fn live() -> Live {
    expect_context()
}

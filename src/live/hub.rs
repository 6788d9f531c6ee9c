//! The page's end of the socket: who listens, what is being sent, and whether there is a connection.

use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{ClientFrame, Event, ServerFrame};
#[cfg(not(feature = "ssr"))]
use crate::ui::{PageSession, once_hydrated, page_session};
use crate::{
    accounts::me,
    error::AppError,
    ui::{Unread, storage},
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

/// Changes within so long are one.
const TOGETHER: Duration = Duration::from_millis(200);

#[cfg(not(feature = "ssr"))]
type Listener = std::rc::Rc<dyn Fn(&ServerFrame)>;

/// What every component of a page shares of the socket. On the server it is silent.
#[derive(Clone, Copy)]
pub struct Live {
    #[cfg(not(feature = "ssr"))]
    listeners: StoredValue<Vec<(usize, Listener)>, LocalStorage>,
    #[cfg(not(feature = "ssr"))]
    next: StoredValue<usize>,
    pub online: RwSignal<bool>,
    /// Unread notifications.
    pub unread: RwSignal<i64>,
    pub pending: RwSignal<Vec<Pending>>,
    /// Who is logged in.
    pub(super) me: StoredValue<Uuid>,
    /// The posting that the page shows, and its version.
    #[cfg(not(feature = "ssr"))]
    pub(super) watched: StoredValue<Option<(Uuid, i64)>>,
    #[cfg(not(feature = "ssr"))]
    pub(super) socket: StoredValue<Option<super::client::Connection>, LocalStorage>,
}

impl Live {
    /// Opens the page's socket, if somebody is logged in.
    pub fn provide() {
        let live = Self {
            #[cfg(not(feature = "ssr"))]
            listeners: StoredValue::new_local(Vec::new()),
            #[cfg(not(feature = "ssr"))]
            next: StoredValue::new(0),
            online: RwSignal::new(true),
            unread: RwSignal::new(me().map_or(0, |me| me.unread)),
            pending: RwSignal::new(Vec::new()),
            me: StoredValue::new(me().map(|me| me.id).unwrap_or_default()),
            #[cfg(not(feature = "ssr"))]
            watched: StoredValue::new(None),
            #[cfg(not(feature = "ssr"))]
            socket: StoredValue::new_local(None),
        };
        provide_context(live);
        provide_context(Unread(live.unread));
        #[cfg(not(feature = "ssr"))]
        if let Some(me) = me() {
            super::client::follow_session(live);
            once_hydrated(move || {
                live.pending.set(live.stored());
                super::client::connect(live, me.newest_event);
            });
        }
    }

    /// Hears every frame until the component that asks is gone.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn on(self, listener: impl Fn(&ServerFrame) + 'static) {
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

    /// Counts the events that change something, many at once as one; and when everything is to be loaded anew.
    pub fn changes(self, which: impl Fn(&Event) -> bool + 'static) -> Signal<usize> {
        let (count, waits) = (RwSignal::new(0), StoredValue::new(false));
        self.on(move |frame| {
            let changed = match frame {
                ServerFrame::Event { event, .. } => which(event),
                ServerFrame::Posting { id } => which(&Event::Posting { id: *id }),
                ServerFrame::Reset { .. } => true,
                _ => false,
            };
            if changed && !waits.get_value() {
                waits.set_value(true);
                set_timeout(
                    move || {
                        _ = waits.try_set_value(false);
                        _ = count.try_update(|n| *n += 1);
                    },
                    TOGETHER,
                );
            }
        });
        count.into()
    }

    /// Sends a message, now or when there is a connection again.
    pub fn send(self, id: Uuid, conversation: Uuid, text: String) {
        let pending = Pending { id, conversation, text: text.clone(), error: None };
        self.keep(id, Some(&pending));
        self.pending.update(|all| {
            all.retain(|p| p.id != id);
            all.push(pending);
        });
        self.say(&ClientFrame::Send { id, conversation, text });
    }

    /// Does something that needs the page's person; where somebody may have logged out since, once the server has said
    /// that they are back.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody does anything on the server"))]
    pub fn as_ourselves(self, act: impl FnOnce() + 'static, refused: impl FnOnce(AppError) + 'static) {
        #[cfg(not(feature = "ssr"))]
        match page_session().get_untracked() {
            PageSession::Ours => act(),
            _ => leptos::task::spawn_local(async move {
                match super::client::check_session().await {
                    Ok(()) => act(),
                    Err(error) => refused(error),
                }
            }),
        }
    }

    /// Hears what becomes of a posting while a page shows a version of it: counts the changes.
    pub fn watch(self, shown: RwSignal<Option<(Uuid, i64)>>) -> Signal<usize> {
        #[cfg(not(feature = "ssr"))]
        {
            Effect::new(move || {
                self.watched.set_value(shown.get());
                if let Some((posting, version)) = shown.get() {
                    self.say(&ClientFrame::Watch { posting, version });
                }
            });
            on_cleanup(move || _ = self.watched.try_set_value(None));
        }
        let is_shown = move |id| shown.with_untracked(|shown| shown.is_some_and(|(posting, _)| posting == id));
        self.changes(move |event| matches!(event, Event::Posting { id } if is_shown(*id)))
    }

    /// Says something that may be lost.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a socket"))]
    pub fn say(self, frame: &ClientFrame) {
        #[cfg(not(feature = "ssr"))]
        super::client::say(self, frame);
    }

    /// Hands a frame to whoever listens.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn hear(self, frame: &ServerFrame) {
        match frame {
            ServerFrame::Event { event: Event::Notifications { unread }, .. } => self.unread.set(*unread),
            ServerFrame::Event { event: Event::Message { message, .. }, .. } => self.discard(message.id),
            // Behind a reset its event does not come.
            ServerFrame::Sent { id, .. } => self.discard(*id),
            ServerFrame::Refused { id, error } => self.refuse(*id, error),
            _ => {}
        }
        // A listener may add or take away others.
        let all = self.listeners.get_value();
        all.iter().for_each(|(_, listener)| listener(frame));
    }

    /// Notes why a message was refused: it is not sent again unless it is asked for.
    #[cfg(not(feature = "ssr"))]
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

/// The page's [`Live`].
pub fn live() -> Live {
    expect_context()
}

//! The browser's WebSocket: reconnects when the connection is lost or found dead, and resumes after the last event
//! received.

use std::time::Duration;

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{CloseEvent, MessageEvent, WebSocket},
};

use super::{
    hub::{Line, Live},
    model::{ASK_BEAT, CLOSE_RESTART, Heard, PROTOCOL, SocketFrame, frame_json, pause},
    pulse::{Pulse, Step},
};
use crate::{
    error::AppError,
    ui::{
        PageSession, ask_to_reload, hide_reload_notice, is_offline, note_session, owned, page_session, show_logged_out,
    },
};

/// The close code for a page that is outdated, or whose session is over (RFC 6455, 7.4.1: policy violation).
const CLOSE_REFUSED: u16 = 1008;
/// How often it is looked whether the connection lives.
const PULSE_INTERVAL: Duration = Duration::from_secs(1);

/// How long after its session has ended a page asks the server who is logged in.
const SESSION_CHECK_DELAY: Duration = Duration::from_secs(1);

/// How long after `beforeunload` a refused socket is taken for the page being left.
const LEAVE_TIMEOUT: Duration = Duration::from_secs(30);

thread_local! {
    /// When `beforeunload` came, in milliseconds: a logout closes its socket before the next page has loaded.
    static LEFT: std::cell::Cell<f64> = const { std::cell::Cell::new(0.0) };
}

/// An open socket and its event handlers.
pub(super) struct Connection {
    socket: WebSocket,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
    /// Raised at each attempt to connect: handlers of an older attempt do nothing.
    attempt: u32,
    /// Attempts since the last connection that was established: the step of the backoff.
    tries: u32,
    pulse: Pulse,
    /// The sequence number of the newest event received.
    seq: i64,
    /// Whether the server's `Hello` has come: nothing is sent before it, so that queued frames go out first.
    greeted: bool,
}

/// An old connection says nothing any more, and is not waited for: that it is closed a browser may know after minutes.
impl Drop for Connection {
    fn drop(&mut self) {
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        _ = self.socket.close();
    }
}

/// Connects, and reconnects as long as the page lives.
pub(super) fn connect(live: Live, seq: i64) {
    window_event_listener(leptos::ev::offline, move |_| live.set_line(Line::Offline));
    window_event_listener(leptos::ev::online, move |_| again(live));
    document_event_listener("visibilitychange", move || {
        if !document().hidden() {
            again(live);
        }
    });
    window_event_listener(leptos::ev::beforeunload, |_| LEFT.set(js_sys::Date::now()));
    open(live, seq, 0, 0);
    _ = set_interval_with_handle(move || check(live), PULSE_INTERVAL);
}

/// Listens as long as the page lives.
fn document_event_listener(kind: &str, listener: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(listener).into_js_value();
    _ = document().add_event_listener_with_callback(kind, listener.unchecked_ref());
}

fn open(live: Live, seq: i64, attempt: u32, tries: u32) {
    let location = window().location();
    let (Ok(protocol), Ok(host)) = (location.protocol(), location.host()) else { return };
    let me = live.me.get_value();
    let scheme = if protocol == "https:" { "wss" } else { "ws" };
    let address = owned(&format!("/live?after={seq}&v={PROTOCOL}&me={me}"));
    let Ok(socket) = WebSocket::new(&format!("{scheme}://{host}{address}")) else {
        return;
    };
    let on_message = Closure::new(move |event: MessageEvent| {
        if let Some(heard) = event.data().as_string().and_then(Heard::parse) {
            hear(live, attempt, &heard);
        }
    });
    let on_close = Closure::new(move |event: CloseEvent| lost(live, attempt, event.code()));
    socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
    let (pulse, _on_message, _on_close) = (Pulse::begin(js_sys::Date::now()), on_message, on_close);
    live.socket.set_value(Some(Connection {
        socket,
        _on_message,
        _on_close,
        attempt,
        tries,
        pulse,
        seq,
        greeted: false,
    }));
}

fn hear(live: Live, attempt: u32, heard: &Heard) {
    let of_socket = heard.of_socket();
    let current = live.socket.try_update_value(|connection| {
        let connection = connection.as_mut().filter(|c| c.attempt == attempt)?;
        connection.pulse.hear(js_sys::Date::now());
        match (heard.event_seq(), &of_socket) {
            (Some(seq), _) if seq <= connection.seq => return None,
            (Some(seq), _) => connection.seq = seq,
            (None, Some(SocketFrame::Reset { seq })) => connection.seq = *seq,
            (None, Some(SocketFrame::Hello { .. })) => {
                connection.pulse.greet();
                (connection.tries, connection.greeted) = (0, true);
            }
            _ => {}
        }
        Some(connection.greeted)
    });
    let Some(greeted) = current.flatten() else { return };
    if greeted {
        live.set_line(Line::Connected);
    }
    if let Some(SocketFrame::Hello { .. }) = of_socket {
        live.greet();
        live.watched.get_value().iter().for_each(|watch| say(live, &frame_json(watch)));
    }
    live.hear(heard);
}

/// Sends a frame if there is a connection; otherwise it is dropped.
pub(super) fn say(live: Live, frame: &str) {
    live.socket.update_value(|connection| {
        let open = |c: &&mut Connection| c.greeted && c.socket.ready_state() == WebSocket::OPEN;
        if let Some(connection) = connection.as_mut().filter(open) {
            _ = connection.socket.send_with_str(frame);
            connection.pulse.say(js_sys::Date::now());
        }
    });
}

/// What is true where there is no connection.
fn no_line() -> Line {
    if is_offline() { Line::Offline } else { Line::Unanswered }
}

/// Reconnects with backoff, unless the server closed the socket because it refuses this page.
fn lost(live: Live, attempt: u32, code: u16) {
    let current =
        live.socket.with_value(|c| c.as_ref().filter(|c| c.attempt == attempt).map(|c| (c.seq, c.tries, c.greeted)));
    let Some((seq, tries, greeted)) = current else { return };
    live.set_line(no_line());
    let leaves = js_sys::Date::now() - LEFT.get() < LEAVE_TIMEOUT.as_millis() as f64;
    if code == CLOSE_REFUSED && leaves {
        return;
    }
    // Browsers do not expose why a connection failed; the session may be over.
    let refused = code == CLOSE_REFUSED;
    if refused || (!greeted && tries > 0) {
        leptos::task::spawn_local(async move {
            match check_session(live).await {
                Ok(()) if refused => ask_to_reload(),
                Err(AppError::Unauthorized) => show_logged_out(),
                // For another person's page the notice is shown already.
                _ => {}
            }
        });
    }
    if refused {
        return;
    }
    set_timeout(
        move || {
            let still = live.socket.with_value(|c| c.as_ref().is_some_and(|c| c.attempt == attempt));
            if still && page_session().get_untracked() == PageSession::Ours {
                open(live, seq, attempt + 1, tries + 1);
            }
        },
        pause(code == CLOSE_RESTART, tries, js_sys::Math::random()),
    );
}

/// Asks the server whether the page's person is logged in.
pub(super) async fn check_session(live: Live) -> Result<(), AppError> {
    (live.check)().await?;
    note_session();
    Ok(())
}

/// Keeps the socket open only while the page's person is the one logged in.
pub(super) fn follow_session(live: Live) {
    let session = page_session();
    // A login ends the old session before the new cookie is set, and may happen in another tab.
    let look_again = move || {
        if session.get_untracked() != PageSession::Ours {
            leptos::task::spawn_local(async move { _ = check_session(live).await });
        }
    };
    window_event_listener(leptos::ev::focus, move |_| look_again());
    Effect::new(move |before: Option<PageSession>| {
        let now = session.get();
        match (before, now) {
            (Some(PageSession::Ended | PageSession::OtherPersons), PageSession::Ours) => {
                hide_reload_notice();
                again(live);
            }
            (_, PageSession::Ended | PageSession::OtherPersons) => {
                set_timeout(look_again, SESSION_CHECK_DELAY);
                live.set_line(no_line());
                let socket = live.socket.with_value(|c| c.as_ref().map(|c| c.socket.clone()));
                socket.into_iter().for_each(|socket| _ = socket.close());
            }
            _ => {}
        }
        now
    });
}

/// The network is back, or somebody looks at the page again: reconnects at once, without the backoff, or makes sure of
/// the connection that is there.
fn again(live: Live) {
    let now = js_sys::Date::now();
    let (mut closed, mut doubted) = (None, None);
    live.socket.update_value(|connection| {
        let Some(connection) = connection.as_mut() else { return };
        match connection.socket.ready_state() {
            WebSocket::OPEN if connection.pulse.doubt(now) => doubted = Some(connection.socket.clone()),
            WebSocket::CLOSED => closed = Some((connection.seq, connection.attempt)),
            _ => {}
        }
    });
    if live.line.get_untracked() == Line::Offline && !is_offline() {
        live.set_line(Line::Unanswered);
    }
    if let Some(socket) = doubted {
        _ = socket.send_with_str(ASK_BEAT);
    }
    if let Some((seq, attempt)) = closed.filter(|_| page_session().get_untracked() == PageSession::Ours) {
        open(live, seq, attempt + 1, 0);
    }
}

/// Asks for a beat where the connection may be dead, as after a laptop's sleep, and replaces one that is.
fn check(live: Live) {
    let now = js_sys::Date::now();
    let mut dead = None;
    live.socket.update_value(|connection| {
        let Some(connection) = connection.as_mut() else { return };
        if !matches!(connection.socket.ready_state(), WebSocket::OPEN | WebSocket::CONNECTING) {
            return;
        }
        match connection.pulse.step(now) {
            Step::Nothing => {}
            Step::Ask => _ = connection.socket.send_with_str(ASK_BEAT),
            Step::GiveUp => {
                let tries = if connection.greeted { 0 } else { connection.tries + 1 };
                dead = Some((connection.seq, connection.attempt, tries));
            }
        }
    });
    if let Some((seq, attempt, tries)) = dead {
        live.set_line(no_line());
        open(live, seq, attempt + 1, tries);
    }
}

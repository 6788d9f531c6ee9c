//! The browser's WebSocket: reconnects when the connection is lost, and resumes after the last event received.

use std::time::Duration;

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{CloseEvent, MessageEvent, WebSocket},
};

use super::{
    hub::Live,
    model::{CLOSE_RESTART, Heard, PROTOCOL, SocketFrame, frame_json, pause},
};
use crate::{
    error::AppError,
    ui::{PageSession, ask_to_reload, hide_reload_notice, note_session, page_session, show_logged_out},
};

/// The close code for a page that is outdated, or whose session is over (RFC 6455, 7.4.1: policy violation).
const CLOSE_REFUSED: u16 = 1008;
/// No frame for so long means that the connection is dead; the server's heartbeat comes every 25 seconds.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(60);

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
    /// When a frame was last received, in milliseconds.
    heard: f64,
    /// The sequence number of the newest event received.
    seq: i64,
    /// Whether the server's `Hello` has come: nothing is sent before it, so that queued frames go out first.
    greeted: bool,
}

/// Connects, and reconnects as long as the page lives.
pub(super) fn connect(live: Live, seq: i64) {
    window_event_listener(leptos::ev::offline, move |_| live.online.set(false));
    window_event_listener(leptos::ev::online, move |_| again(live));
    window_event_listener(leptos::ev::beforeunload, |_| LEFT.set(js_sys::Date::now()));
    open(live, seq, 0, 0);
    _ = set_interval_with_handle(move || check(live), Duration::from_secs(15));
}

fn open(live: Live, seq: i64, attempt: u32, tries: u32) {
    let location = window().location();
    let (Ok(protocol), Ok(host)) = (location.protocol(), location.host()) else { return };
    let me = live.me.get_value();
    let scheme = if protocol == "https:" { "wss" } else { "ws" };
    let Ok(socket) = WebSocket::new(&format!("{scheme}://{host}/live?after={seq}&v={PROTOCOL}&me={me}")) else {
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
    let (heard, _on_message, _on_close) = (js_sys::Date::now(), on_message, on_close);
    live.socket.set_value(Some(Connection {
        socket,
        _on_message,
        _on_close,
        attempt,
        tries,
        heard,
        seq,
        greeted: false,
    }));
}

fn hear(live: Live, attempt: u32, heard: &Heard) {
    let of_socket = heard.of_socket();
    let current = live.socket.try_update_value(|connection| {
        let connection = connection.as_mut().filter(|c| c.attempt == attempt)?;
        connection.heard = js_sys::Date::now();
        match (heard.event_seq(), &of_socket) {
            (Some(seq), _) if seq <= connection.seq => return None,
            (Some(seq), _) => connection.seq = seq,
            (None, Some(SocketFrame::Reset { seq })) => connection.seq = *seq,
            (None, Some(SocketFrame::Hello { .. })) => (connection.tries, connection.greeted) = (0, true),
            _ => {}
        }
        Some(())
    });
    if current.flatten().is_none() {
        return;
    }
    if let Some(SocketFrame::Hello { .. }) = of_socket {
        live.online.set(true);
        live.watched.get_value().iter().for_each(|watch| say(live, &frame_json(watch)));
    }
    live.hear(heard);
}

/// Sends a frame if there is a connection; otherwise it is dropped.
pub(super) fn say(live: Live, frame: &str) {
    live.socket.with_value(|connection| {
        let open = |c: &&Connection| c.greeted && c.socket.ready_state() == WebSocket::OPEN;
        if let Some(connection) = connection.as_ref().filter(open) {
            _ = connection.socket.send_with_str(frame);
        }
    });
}

/// Reconnects with backoff, unless the server closed the socket because it refuses this page.
fn lost(live: Live, attempt: u32, code: u16) {
    let current =
        live.socket.with_value(|c| c.as_ref().filter(|c| c.attempt == attempt).map(|c| (c.seq, c.tries, c.greeted)));
    let Some((seq, tries, greeted)) = current else { return };
    live.online.set(false);
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
                live.online.set(false);
                let socket = live.socket.with_value(|c| c.as_ref().map(|c| c.socket.clone()));
                socket.into_iter().for_each(|socket| _ = socket.close());
            }
            _ => {}
        }
        now
    });
}

/// The network is back: reconnects at once, without the backoff.
fn again(live: Live) {
    let ready = live.socket.with_value(|connection| connection.as_ref().map(|c| c.socket.ready_state()));
    live.online.set(ready == Some(WebSocket::OPEN));
    let closed = live.socket.with_value(|connection| {
        let connection = connection.as_ref()?;
        (connection.socket.ready_state() == WebSocket::CLOSED).then_some((connection.seq, connection.attempt))
    });
    if let Some((seq, attempt)) = closed {
        open(live, seq, attempt + 1, 0);
    }
}

/// Closes a connection whose heartbeat has stopped, as after a laptop's sleep.
fn check(live: Live) {
    let dead = live.socket.with_value(|connection| {
        let connection = connection.as_ref()?;
        let silent = js_sys::Date::now() - connection.heard > SILENCE_TIMEOUT.as_millis() as f64;
        let open = connection.socket.ready_state() == WebSocket::OPEN;
        (silent && open).then(|| connection.socket.clone())
    });
    if let Some(socket) = dead {
        _ = socket.close();
    }
}

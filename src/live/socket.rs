//! `GET /live?after=SEQ&v=PROTOCOL&me=USER`: the WebSocket that carries events to one browser, and what it sends back.

use std::time::Duration;

use axum::{
    Extension,
    extract::{
        Query, State,
        ws::{
            CloseFrame, Message as Raw, Utf8Bytes, WebSocket, WebSocketUpgrade, close_code,
            rejection::WebSocketUpgradeRejection,
        },
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{FutureExt, SinkExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use serde::Deserialize;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};
use uuid::Uuid;

use super::{
    bus::{Signal, Subscription},
    db,
    model::*,
};
use crate::{
    accounts::{self, CurrentUser},
    error::AppError,
    jobs, messages,
    server::state::AppState,
};

/// A client that takes nothing for so long is let go.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a client is asked whether it is there.
const HEARTBEAT: Duration = Duration::from_secs(25);
/// A client that says nothing for so long is gone: a little less than three heartbeats, so that the third finds it.
const SILENCE: Duration = Duration::from_secs(70);
/// So many messages of one socket may wait to be stored; then nothing more is read from it.
const IN_FLIGHT: usize = 64;
/// Events read from the database at once: few, because a socket that takes nothing keeps them meanwhile.
const READ: i64 = 16;

#[derive(Deserialize)]
pub struct Ask {
    /// The newest event that the page knows of.
    after: Option<i64>,
    /// [`PROTOCOL`] as the page knows it.
    v: Option<u32>,
    /// Whom the page was made for: somebody else may have logged in since.
    me: Option<Uuid>,
}

impl Ask {
    /// Whether the page is of another time, or another person's.
    fn is_outdated(&self, user: &CurrentUser) -> bool {
        self.v != Some(PROTOCOL) || self.me.is_some_and(|me| me != user.id)
    }
}

/// Opens the socket for whoever is logged in, from a page of ours.
pub async fn connect(
    State(state): State<AppState>,
    Query(ask): Query<Ask>,
    user: Option<Extension<CurrentUser>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Some(Extension(user)) = user else { return AppError::Unauthorized.into_response() };
    if !is_ours(&headers, &state.site.origin) {
        return AppError::Forbidden.into_response();
    }
    let Ok(upgrade) = upgrade else { return StatusCode::UPGRADE_REQUIRED.into_response() };
    // From here on everything is heard, and what came before is read.
    let Some(signals) = state.db.bus().subscribe(user.id) else {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    };
    upgrade
        .read_buffer_size(1024)
        .write_buffer_size(4096)
        .max_write_buffer_size(512 * 1024)
        .max_message_size(FRAME_BYTES)
        .max_frame_size(FRAME_BYTES)
        .on_upgrade(move |socket| serve(state, user, ask, signals, socket))
}

/// Browsers let any site open a socket here and send our cookies along, so the page must be one of ours.
fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name| headers.get(name).and_then(|v: &header::HeaderValue| v.to_str().ok());
    let Some(from) = text(header::ORIGIN) else { return false };
    let host = from.split_once("://").map(|(_, host)| host);
    from == origin || (host.is_some() && host == text(header::HOST))
}

/// Why a socket ends.
enum End {
    /// The client is gone or cannot be reached.
    Lost,
    /// It is told why.
    Close(u16),
}

/// Thousands of these wait at a time, so what is rarely done is boxed: it takes no room in those that wait.
async fn serve(state: AppState, user: CurrentUser, ask: Ask, mut signals: Subscription, ws: WebSocket) {
    let mut socket = Socket { state, user, ws, last: 0, behind: false, unsent: false };
    let end = socket.run(ask, &mut signals).await;
    signals.leave();
    // When the server restarts they will be back before anybody could see them go.
    if !matches!(end, Err(End::Close(RESTART))) {
        socket.state.presence.changed(socket.user.id);
    }
    let Err(End::Close(code)) = end else { return };
    let frame = CloseFrame { code, reason: Utf8Bytes::default() };
    if timeout(PATIENCE, socket.ws.send(Raw::Close(Some(frame)))).await.is_ok_and(|sent| sent.is_ok()) {
        // The closing handshake, or the client sees a broken connection.
        _ = timeout(Duration::from_secs(2), async { while let Some(Ok(_)) = socket.ws.recv().await {} }).await;
    }
}

struct Socket {
    state: AppState,
    user: CurrentUser,
    ws: WebSocket,
    /// The newest event that was sent.
    last: i64,
    /// Whether there may be more behind it, to be read from the database.
    behind: bool,
    /// Whether something that was written waits to go out.
    unsent: bool,
}

type Answers = FuturesUnordered<BoxFuture<'static, ServerFrame>>;

impl Socket {
    async fn run(&mut self, ask: Ask, signals: &mut Subscription) -> Result<std::convert::Infallible, End> {
        if ask.is_outdated(&self.user) {
            self.send(&ServerFrame::Outdated).await?;
            return Err(End::Close(close_code::POLICY));
        }
        Box::pin(self.greet(ask.after)).await?;
        let mut answers = Answers::new();
        let mut heartbeat = interval(HEARTBEAT);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        loop {
            tokio::select! {
                // What is ready goes out together: the last branch is taken when nothing else is.
                biased;
                signal = signals.next() => self.on_signal(signal).await?,
                Some(answer) = answers.next() => self.send(&answer).await?,
                frame = self.ws.recv(), if answers.len() < IN_FLIGHT => {
                    heard = Instant::now();
                    self.on_frame(frame, &mut answers, signals).await?;
                }
                _ = heartbeat.tick() => {
                    if heard.elapsed() > SILENCE {
                        return Err(End::Lost);
                    }
                    // The ping is for the browser to answer, the frame for the page to hear.
                    self.send_raw(Raw::Ping(Default::default())).await?;
                    self.send(&ServerFrame::Beat).await?;
                }
                // A part at a time: a logout is to be heard in between.
                _ = std::future::ready(()), if self.behind => Box::pin(self.catch_up()).await?,
                _ = std::future::ready(()), if self.unsent => self.flush().await?,
            }
        }
    }

    async fn greet(&mut self, after: Option<i64>) -> Result<(), End> {
        // A logout that came before anybody listened told nobody.
        self.recheck().await?;
        let newest = db::newest(&self.state.db, self.user.id).await.map_err(|_| End::Lost)?;
        self.send(&ServerFrame::Hello { seq: newest }).await?;
        self.last = after.unwrap_or(newest);
        self.behind = self.last != newest;
        self.state.presence.changed(self.user.id);
        self.flush().await
    }

    async fn on_signal(&mut self, signal: Signal) -> Result<(), End> {
        match signal {
            Signal::Event(event) if event.seq <= self.last => Ok(()),
            Signal::Event(event) if event.seq == self.last + 1 => self.send_event(event.seq, &event.body).await,
            Signal::Event(_) | Signal::Look => {
                self.behind = true;
                Ok(())
            }
            Signal::Recheck => {
                self.behind = true;
                Box::pin(self.recheck()).await
            }
            Signal::Passing(frame) => self.send_raw(Raw::Text(Utf8Bytes::from(&*frame))).await,
            Signal::Stop => Err(End::Close(RESTART)),
        }
    }

    /// Goes on as who this is now, if they may still be here.
    async fn recheck(&mut self) -> Result<(), End> {
        match accounts::reload(&self.state.db, &self.user).await {
            Ok(Some(user)) => self.user = user,
            Ok(None) => return Err(End::Close(close_code::POLICY)),
            Err(_) => return Err(End::Lost),
        }
        Ok(())
    }

    /// Sends some of what came behind the last event sent.
    async fn catch_up(&mut self) -> Result<(), End> {
        match self.missed().await.map_err(|_| End::Lost)? {
            Missed::Nothing => self.behind = false,
            Missed::TooMuch(newest) => {
                self.last = newest;
                self.send(&ServerFrame::Reset { seq: newest }).await?;
            }
            Missed::Events(events) => {
                for (seq, body) in events {
                    self.send_event(seq, &body).await?;
                }
            }
        }
        Ok(())
    }

    async fn missed(&mut self) -> Result<Missed, AppError> {
        let newest = db::newest(&self.state.db, self.user.id).await?;
        if newest == self.last {
            return Ok(Missed::Nothing);
        }
        // A number that was never given belongs to another database.
        if newest < self.last || newest.saturating_sub(self.last) > MOST_MISSED {
            return Ok(Missed::TooMuch(newest));
        }
        Ok(match db::after(&self.state.db, self.user.id, self.last, READ).await? {
            Some(events) if !events.is_empty() => Missed::Events(events),
            _ => Missed::TooMuch(newest),
        })
    }

    async fn on_frame(
        &mut self,
        frame: Option<Result<Raw, axum::Error>>,
        answers: &mut Answers,
        signals: &mut Subscription,
    ) -> Result<(), End> {
        let text = match frame {
            None => return Err(End::Lost),
            Some(Err(error)) => return Err(too_large(&error)),
            Some(Ok(Raw::Text(text))) => text,
            Some(Ok(Raw::Binary(_))) => return self.send(&ServerFrame::Misunderstood).await,
            Some(Ok(Raw::Ping(_) | Raw::Pong(_) | Raw::Close(_))) => return Ok(()),
        };
        match serde_json::from_str(&text) {
            Ok(frame) => Box::pin(self.on_client(frame, answers, signals)).await,
            Err(_) => self.send(&ServerFrame::Misunderstood).await,
        }
    }

    async fn on_client(
        &mut self,
        frame: ClientFrame,
        answers: &mut Answers,
        signals: &mut Subscription,
    ) -> Result<(), End> {
        let (state, user) = (self.state.clone(), self.user.clone());
        match frame {
            ClientFrame::Send { id, conversation, text } => {
                // Taken in the order in which they came; each is answered when it is stored.
                let stored = messages::send(&state, &user, conversation, id, &text).await;
                answers.push(
                    async move {
                        match stored.await {
                            Ok(sent) => ServerFrame::Sent { id, seq: sent.seq, at: sent.at },
                            Err(error) => ServerFrame::Refused { id, error },
                        }
                    }
                    .boxed(),
                );
                Ok(())
            }
            ClientFrame::Read { conversation, seq } => {
                _ = messages::mark_read(&state.db, &user, conversation, seq).await;
                Ok(())
            }
            ClientFrame::Typing { conversation } => {
                _ = messages::typing(&state, &user, conversation).await;
                Ok(())
            }
            ClientFrame::Watch { posting, version } => {
                signals.watch(posting);
                // It may have changed before anybody listened.
                match jobs::version(&state.db, posting).await {
                    Ok(newest) if newest != version => self.send(&ServerFrame::Posting { id: posting }).await,
                    _ => Ok(()),
                }
            }
        }
    }

    /// An event's JSON is stored, and goes into its frame as it is.
    async fn send_event(&mut self, seq: i64, body: &str) -> Result<(), End> {
        self.send_raw(Raw::Text(format!(r#"{{"type":"event","seq":{seq},"event":{body}}}"#).into())).await?;
        self.last = seq;
        Ok(())
    }

    async fn send(&mut self, frame: &ServerFrame) -> Result<(), End> {
        let json = serde_json::to_string(frame).expect("frames are JSON");
        self.send_raw(Raw::Text(json.into())).await
    }

    async fn send_raw(&mut self, frame: Raw) -> Result<(), End> {
        self.unsent = true;
        in_time(self.ws.feed(frame)).await
    }

    async fn flush(&mut self) -> Result<(), End> {
        self.unsent = false;
        in_time(self.ws.flush()).await
    }
}

/// A client that takes nothing for too long is lost.
async fn in_time(sent: impl Future<Output = Result<(), axum::Error>>) -> Result<(), End> {
    match timeout(PATIENCE, sent).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(End::Lost),
    }
}

/// What a socket has not sent yet.
enum Missed {
    Nothing,
    Events(Vec<(i64, String)>),
    /// More than is told one by one, or some of it is gone; events go on behind this number.
    TooMuch(i64),
}

fn too_large(error: &axum::Error) -> End {
    use std::error::Error;
    let mut source = error.source();
    while let Some(error) = source {
        if error.to_string().contains("too long") || error.to_string().contains("too large") {
            return End::Close(close_code::SIZE);
        }
        source = error.source();
    }
    End::Lost
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Attachment, FileKind, MAX_FILES, MAX_TEXT, Message, Side};

    #[test]
    fn a_socket_that_waits_takes_little_room() {
        fn size<A, B, C, D, E, F>(_: fn(A, B, C, D, E) -> F) -> usize {
            size_of::<F>()
        }
        assert!(size(serve) <= 4_000, "{} bytes", size(serve));
    }

    #[test]
    fn what_is_read_at_once_takes_little_room() {
        let id = Uuid::nil();
        // What takes four bytes takes most.
        let wide = |characters| "𝄞".repeat(characters);
        let attachment = Attachment { id, name: wide(120), kind: FileKind::Pdf, size: i64::MAX };
        let message = Message {
            id,
            seq: i64::MAX,
            side: Side::Company,
            sender: id,
            name: wide(120),
            text: wide(MAX_TEXT),
            attachments: vec![attachment; MAX_FILES],
            at: chrono::Utc::now(),
            edited: true,
            deleted: false,
        };
        let event = serde_json::to_string(&Event::Message { conversation: id, message }).unwrap();
        let bytes = READ as usize * event.len();
        assert!(bytes <= 512 * 1024, "{bytes} bytes");
    }

    #[test]
    fn only_pages_of_ours_connect() {
        let with = |origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "localhost:3000".parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            is_ours(&headers, "https://jobs.example.org")
        };
        assert!(with(Some("https://jobs.example.org")));
        assert!(with(Some("http://localhost:3000")));
        for foreign in [
            None,
            Some("null"),
            Some(""),
            Some("https://evil.example"),
            Some("https://localhost"),
            Some("localhost:3000"),
        ] {
            assert!(!with(foreign), "{foreign:?}");
        }
    }
}

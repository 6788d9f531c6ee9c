//! `GET /live?after=SEQ&v=PROTOCOL&me=USER`: the WebSocket that carries events to one browser, and the browser's frames
//! back.

use std::time::Duration;

use axum::{
    extract::ws::{
        CloseFrame, Message as Raw, Utf8Bytes, WebSocket, WebSocketUpgrade, close_code,
        rejection::WebSocketUpgradeRejection,
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{SinkExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use serde::Deserialize;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};
use uuid::Uuid;

use super::{
    bus::{Bus, Signal, Subscription},
    db::{self, StoredEvent},
    model::{ASK_BEAT, CLOSE_RESTART, MAX_FRAME_BYTES, MAX_MISSED_EVENTS, PROTOCOL, SocketFrame, Watch},
    pace::{Allowance, Mark, Marks},
};
use crate::{
    error::AppError,
    platform::{Platform, client_addr::ClientAddr},
};

/// The send timeout: a client that reads nothing for so long is disconnected.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);
/// How often a client is pinged.
const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(25);
/// A client that sends nothing for so long is disconnected: a little less than three heartbeats, so that the third one
/// notices.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(70);
/// Backpressure: with so many messages of one socket waiting to be stored, nothing more is read from it.
const MAX_MESSAGES_IN_FLIGHT: usize = 64;
/// The interval at which queued marks and watches of a page are written or looked up in the database, merged by thing.
const MARK_INTERVAL: Duration = Duration::from_millis(250);
/// Events read from the database at once: few, because a socket whose client reads slowly keeps them in memory.
pub const EVENTS_PER_READ: i64 = 16;

/// The features' side of the socket. Cheap to clone.
pub trait Host: Clone + Send + Sync + 'static {
    /// Who is connected.
    type User: Clone + Send + Sync + 'static;

    fn id(user: &Self::User) -> Uuid;

    /// The user as of now, if the session is still valid.
    fn reload(&self, user: &Self::User) -> impl Future<Output = Result<Option<Self::User>, AppError>> + Send;

    /// Called when somebody opened a socket, or one of theirs was closed.
    fn connection_changed(&self, user: Uuid);

    /// The JSON bodies of missed events, built from the present state; `None` for a subject that is gone.
    fn fill(
        &self,
        user: &Self::User,
        events: &[StoredEvent],
    ) -> impl Future<Output = Result<Vec<Option<String>>, AppError>> + Send;

    /// Handles a frame.
    fn handle(&self, user: &Self::User, frame: &str) -> impl Future<Output = Reaction> + Send;

    /// Stores a mark that a page reported.
    fn settle(&self, user: &Self::User, mark: Mark) -> impl Future<Output = ()> + Send;

    /// The frame to send if a thing has a newer version than the page shows.
    fn newer(&self, watch: Watch) -> impl Future<Output = Option<String>> + Send;
}

/// The result of handling a frame.
pub enum Reaction {
    Done,
    /// The frame is answered with this one once it is done. Such frames have rate limits of their own.
    Answered(BoxFuture<'static, String>),
    /// The mark is queued and stored later, merged to the greatest value of each thing.
    Marked(Mark),
    /// The socket subscribes to the thing, in place of the one before.
    Watched(Watch),
    NotUnderstood,
}

#[derive(Deserialize)]
pub struct Ask {
    /// The sequence number of the newest event that the page has received.
    after: Option<i64>,
    /// The page's [`PROTOCOL`] version.
    v: Option<u32>,
    /// Whom the page was made for: somebody else may have logged in since.
    me: Option<Uuid>,
}

impl Ask {
    /// Whether the page has another protocol version, or is another person's.
    fn is_outdated(&self, user: Uuid) -> bool {
        self.v != Some(PROTOCOL) || self.me.is_some_and(|me| me != user)
    }
}

/// What sockets need of the server.
#[derive(Clone)]
pub struct Sockets<H> {
    pub platform: Platform,
    pub bus: Bus,
    pub host: H,
}

impl<H: Host> Sockets<H> {
    /// Upgrades the request of whoever is logged in to a WebSocket, if its origin is ours.
    pub fn open(
        self,
        user: H::User,
        ask: Ask,
        from: ClientAddr,
        headers: &HeaderMap,
        upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
    ) -> Response {
        if !is_ours(headers, &self.platform.site.origin) {
            return AppError::Forbidden.into_response();
        }
        let Ok(upgrade) = upgrade else { return StatusCode::UPGRADE_REQUIRED.into_response() };
        let place = match self.platform.rates.socket(from) {
            Ok(place) => place,
            Err(error) => return error.into_response(),
        };
        // Subscribed before the log of events is read, so that no event falls between.
        let Some(signals) = self.bus.subscribe(H::id(&user)) else {
            return StatusCode::TOO_MANY_REQUESTS.into_response();
        };
        upgrade
            .read_buffer_size(1024)
            .write_buffer_size(4096)
            .max_write_buffer_size(512 * 1024)
            .max_message_size(MAX_FRAME_BYTES)
            .max_frame_size(MAX_FRAME_BYTES)
            .on_upgrade(async move |socket| {
                serve(self.platform, self.host, user, ask, signals, socket).await;
                drop(place);
            })
    }
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
    /// The socket is closed with this close code.
    Close(u16),
}

/// Thousands of these futures wait at a time, so rarely used branches are boxed: that keeps the waiting future small.
async fn serve<H: Host>(
    platform: Platform,
    host: H,
    user: H::User,
    ask: Ask,
    mut signals: Subscription,
    ws: WebSocket,
) {
    let (marks, allowance) = (Marks::default(), Allowance::default());
    let mut socket = Socket { platform, host, user, ws, last: 0, behind: false, unsent: false, marks, allowance };
    let end = socket.run(ask, &mut signals).await;
    signals.leave();
    Box::pin(socket.settle_rest()).await;
    // On a restart clients reconnect before anybody could see them offline.
    if !matches!(end, Err(End::Close(CLOSE_RESTART))) {
        socket.host.connection_changed(socket.id());
    }
    let Err(End::Close(code)) = end else { return };
    let frame = CloseFrame { code, reason: Utf8Bytes::default() };
    if timeout(SEND_TIMEOUT, socket.ws.send(Raw::Close(Some(frame)))).await.is_ok_and(|sent| sent.is_ok()) {
        // Waits for the closing handshake; otherwise the client sees a broken connection.
        _ = timeout(Duration::from_secs(2), async { while let Some(Ok(_)) = socket.ws.recv().await {} }).await;
    }
}

struct Socket<H: Host> {
    platform: Platform,
    host: H,
    user: H::User,
    ws: WebSocket,
    /// The sequence number of the newest event that was sent.
    last: i64,
    /// Whether there may be later events, to be read from the database.
    behind: bool,
    /// Whether frames were written that are not flushed yet.
    unsent: bool,
    marks: Marks,
    allowance: Allowance,
}

type Answers = FuturesUnordered<BoxFuture<'static, String>>;

impl<H: Host> Socket<H> {
    fn id(&self) -> Uuid {
        H::id(&self.user)
    }

    async fn run(&mut self, ask: Ask, signals: &mut Subscription) -> Result<std::convert::Infallible, End> {
        if ask.is_outdated(self.id()) {
            self.send(&SocketFrame::Outdated).await?;
            return Err(End::Close(close_code::POLICY));
        }
        Box::pin(self.greet(ask.after)).await?;
        let mut answers = Answers::new();
        let mut heartbeat = interval(HEARTBEAT_INTERVAL);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        loop {
            tokio::select! {
                // Biased, so that the flush comes last: all frames that are ready go out together.
                biased;
                signal = signals.next() => self.on_signal(signal).await?,
                Some(answer) = answers.next() => self.send_text(answer).await?,
                () = self.marks.due() => Box::pin(self.settle_one()).await?,
                frame = next(&mut self.ws, &self.allowance), if answers.len() < MAX_MESSAGES_IN_FLIGHT => {
                    heard = Instant::now();
                    self.on_frame(frame, &mut answers, signals).await?;
                }
                _ = heartbeat.tick() => {
                    if heard.elapsed() > SILENCE_TIMEOUT {
                        return Err(End::Lost);
                    }
                    // The browser answers the ping; the page sees only the frame.
                    self.send_raw(Raw::Ping(Default::default())).await?;
                    self.send(&SocketFrame::Beat).await?;
                }
                // One batch at a time, so that signals such as a logout are handled in between.
                _ = std::future::ready(()), if self.behind => Box::pin(self.catch_up()).await?,
                _ = std::future::ready(()), if self.unsent => self.flush().await?,
            }
        }
    }

    async fn greet(&mut self, after: Option<i64>) -> Result<(), End> {
        // A logout before the subscription signalled nobody.
        self.recheck().await?;
        let newest = db::newest(&self.platform.db, self.id()).await.map_err(|_| End::Lost)?;
        self.send(&SocketFrame::Hello { seq: newest }).await?;
        self.last = after.unwrap_or(newest);
        self.behind = self.last != newest;
        self.host.connection_changed(self.id());
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
            Signal::Stop => Err(End::Close(CLOSE_RESTART)),
        }
    }

    /// Reloads the user; closes the socket if the session is over.
    async fn recheck(&mut self) -> Result<(), End> {
        match self.host.reload(&self.user).await {
            Ok(Some(user)) => self.user = user,
            Ok(None) => return Err(End::Close(close_code::POLICY)),
            Err(_) => return Err(End::Lost),
        }
        Ok(())
    }

    /// Sends one batch of the events after the last one sent.
    async fn catch_up(&mut self) -> Result<(), End> {
        match self.missed().await.map_err(|_| End::Lost)? {
            Missed::Nothing => self.behind = false,
            Missed::TooMuch(newest) => {
                self.last = newest;
                self.send(&SocketFrame::Reset { seq: newest }).await?;
            }
            Missed::Events(events) => {
                let bodies = self.host.fill(&self.user, &events).await.map_err(|_| End::Lost)?;
                for (event, body) in events.iter().zip(bodies) {
                    match body {
                        Some(body) => self.send_event(event.seq, &body).await?,
                        // The event's subject is gone.
                        None => self.last = event.seq,
                    }
                }
            }
        }
        Ok(())
    }

    async fn missed(&mut self) -> Result<Missed, AppError> {
        let newest = db::newest(&self.platform.db, self.id()).await?;
        if newest == self.last {
            return Ok(Missed::Nothing);
        }
        // A number higher than any assigned one belongs to another database.
        if newest < self.last || newest.saturating_sub(self.last) > MAX_MISSED_EVENTS {
            return Ok(Missed::TooMuch(newest));
        }
        Ok(match db::after(&self.platform.db, self.id(), self.last, EVENTS_PER_READ).await? {
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
        let frame = match frame {
            None => return Err(End::Lost),
            Some(Err(error)) => return Err(too_large(&error)),
            Some(Ok(frame)) => frame,
        };
        let Raw::Text(text) = frame else {
            self.allowance.spend();
            return match frame {
                Raw::Ping(_) | Raw::Pong(_) | Raw::Close(_) => Ok(()),
                _ => self.send(&SocketFrame::Misunderstood).await,
            };
        };
        if text.as_str() == ASK_BEAT {
            self.allowance.spend();
            return self.send(&SocketFrame::Beat).await;
        }
        let reaction = Box::pin(self.host.handle(&self.user, &text)).await;
        if !matches!(reaction, Reaction::Answered(_)) {
            self.allowance.spend();
        }
        match reaction {
            Reaction::Done => Ok(()),
            Reaction::Answered(answer) => {
                answers.push(answer);
                Ok(())
            }
            Reaction::Marked(mark) => {
                self.marks.note(mark);
                Ok(())
            }
            Reaction::Watched(watch) => {
                signals.watch(watch.thing);
                self.marks.watched = Some(watch);
                Ok(())
            }
            Reaction::NotUnderstood => self.send(&SocketFrame::Misunderstood).await,
        }
    }

    /// Looks up the watched thing or stores one queued mark.
    async fn settle_one(&mut self) -> Result<(), End> {
        if self.platform.rates.mark(self.id()).is_err() {
            self.marks.due = Some(Instant::now() + Duration::from_secs(1));
            return Ok(());
        }
        self.marks.due = Some(Instant::now() + MARK_INTERVAL);
        if let Some(watch) = self.marks.watched.take() {
            // The thing may have changed before the socket subscribed to it.
            return match self.host.newer(watch).await {
                Some(frame) => self.send_text(frame).await,
                None => Ok(()),
            };
        }
        if !self.marks.said.is_empty() {
            let mark = self.marks.said.remove(0);
            self.host.settle(&self.user, mark).await;
        }
        Ok(())
    }

    /// Stores the queued marks when the socket closes, so that they are not lost.
    async fn settle_rest(&mut self) {
        for mark in std::mem::take(&mut self.marks.said) {
            if self.platform.rates.mark(self.id()).is_ok() {
                self.host.settle(&self.user, mark).await;
            }
        }
    }

    /// An event's JSON goes into its frame as it is.
    async fn send_event(&mut self, seq: i64, body: &str) -> Result<(), End> {
        self.send_raw(Raw::Text(format!(r#"{{"type":"event","seq":{seq},"event":{body}}}"#).into())).await?;
        self.last = seq;
        Ok(())
    }

    async fn send(&mut self, frame: &SocketFrame) -> Result<(), End> {
        self.send_text(serde_json::to_string(frame).expect("frames are JSON")).await
    }

    async fn send_text(&mut self, frame: String) -> Result<(), End> {
        self.send_raw(Raw::Text(frame.into())).await
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

/// The next frame, once the token bucket allows reading one.
async fn next(ws: &mut WebSocket, allowance: &Allowance) -> Option<Result<Raw, axum::Error>> {
    allowance.more().await;
    ws.recv().await
}

/// A client that reads nothing within the send timeout is lost.
async fn in_time(sent: impl Future<Output = Result<(), axum::Error>>) -> Result<(), End> {
    match timeout(SEND_TIMEOUT, sent).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(End::Lost),
    }
}

/// The events that a socket has not sent yet.
enum Missed {
    Nothing,
    Events(Vec<StoredEvent>),
    /// More than are sent one by one, or retention has deleted some of them; events resume after this number.
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

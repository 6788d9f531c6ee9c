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
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until, timeout};
use uuid::Uuid;

use super::{
    bus::{Signal, Subscription},
    db,
    model::{ClientFrame, FRAME_BYTES, MOST_MISSED, PROTOCOL, RESTART, ServerFrame},
};
use crate::{
    accounts::{self, CurrentUser},
    error::AppError,
    jobs, messages,
    platform::client_addr::ClientAddr,
    site::state::AppState,
};

/// A client that takes nothing for so long is let go.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a client is asked whether it is there.
const HEARTBEAT: Duration = Duration::from_secs(25);
/// A client that says nothing for so long is gone: a little less than three heartbeats, so that the third finds it.
const SILENCE: Duration = Duration::from_secs(70);
/// So many messages of one socket may wait to be stored; then nothing more is read from it.
const IN_FLIGHT: usize = 64;
/// Frames but messages that one socket may send at once, and in a second: more are left unread until they may be.
const FRAMES: u32 = 100;
const FRAMES_A_SECOND: u32 = 20;
/// What a page says of what it shows is looked up in the database so often, the newest word on each thing.
const MARKS_EVERY: Duration = Duration::from_millis(250);
/// Conversations of which a socket says in that time how far they are read.
const MARKED: usize = 16;
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
    Extension(from): Extension<ClientAddr>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Some(Extension(user)) = user else { return AppError::Unauthorized.into_response() };
    if !is_ours(&headers, &state.platform.site.origin) {
        return AppError::Forbidden.into_response();
    }
    let Ok(upgrade) = upgrade else { return StatusCode::UPGRADE_REQUIRED.into_response() };
    let place = match state.platform.rates.socket(from) {
        Ok(place) => place,
        Err(error) => return error.into_response(),
    };
    // From here on everything is heard, and what came before is read.
    let Some(signals) = state.platform.db.bus().subscribe(user.id) else {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    };
    upgrade
        .read_buffer_size(1024)
        .write_buffer_size(4096)
        .max_write_buffer_size(512 * 1024)
        .max_message_size(FRAME_BYTES)
        .max_frame_size(FRAME_BYTES)
        .on_upgrade(async move |socket| {
            serve(state, user, ask, signals, socket).await;
            drop(place);
        })
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
    let marks = Marks::default();
    let mut socket =
        Socket { state, user, ws, last: 0, behind: false, unsent: false, marks, allowance: Allowance::new() };
    let end = socket.run(ask, &mut signals).await;
    signals.leave();
    Box::pin(socket.note_rest()).await;
    // When the server restarts they will be back before anybody could see them go.
    if !matches!(end, Err(End::Close(RESTART))) {
        socket.state.messenger.presence.changed(socket.user.id);
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
    marks: Marks,
    allowance: Allowance,
}

/// What a page says of what it shows, until it is looked up or noted.
#[derive(Default)]
struct Marks {
    read: Vec<(Uuid, i64)>,
    /// The posting that is watched, and the version that the page shows.
    watched: Option<(Uuid, i64)>,
    due: Option<Instant>,
}

impl Marks {
    /// Notes how far a conversation is read. Of more than can be noted the oldest is dropped: the page says it again.
    fn read(&mut self, conversation: Uuid, seq: i64) {
        match self.read.iter_mut().find(|(of, _)| *of == conversation) {
            Some((_, known)) => *known = seq.max(*known),
            None => {
                if self.read.len() == MARKED {
                    self.read.remove(0);
                }
                self.read.push((conversation, seq));
            }
        }
    }

    /// Comes when there is something to be looked up and it may be.
    async fn due(&self) {
        match self.due {
            _ if self.read.is_empty() && self.watched.is_none() => std::future::pending().await,
            Some(due) => sleep_until(due).await,
            None => {}
        }
    }
}

/// How many frames a socket may still send: a bucket that time fills.
struct Allowance {
    left: f64,
    at: Instant,
}

impl Allowance {
    fn new() -> Self {
        Self { left: f64::from(FRAMES), at: Instant::now() }
    }

    fn spend(&mut self) {
        let gained = self.at.elapsed().as_secs_f64() * f64::from(FRAMES_A_SECOND);
        self.left = (self.left + gained).min(f64::from(FRAMES)) - 1.0;
        self.at = Instant::now();
    }

    /// Comes when there is some.
    async fn more(&self) {
        if self.left < 0.0 {
            sleep_until(self.at + Duration::from_secs_f64(-self.left / f64::from(FRAMES_A_SECOND))).await;
        }
    }
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
                () = self.marks.due() => Box::pin(self.note_mark()).await?,
                frame = next(&mut self.ws, &self.allowance), if answers.len() < IN_FLIGHT => {
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
        let newest = db::newest(&self.state.platform.db, self.user.id).await.map_err(|_| End::Lost)?;
        self.send(&ServerFrame::Hello { seq: newest }).await?;
        self.last = after.unwrap_or(newest);
        self.behind = self.last != newest;
        self.state.messenger.presence.changed(self.user.id);
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
        match accounts::reload(&self.state.platform.db, &self.user).await {
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
        let newest = db::newest(&self.state.platform.db, self.user.id).await?;
        if newest == self.last {
            return Ok(Missed::Nothing);
        }
        // A number that was never given belongs to another database.
        if newest < self.last || newest.saturating_sub(self.last) > MOST_MISSED {
            return Ok(Missed::TooMuch(newest));
        }
        Ok(match db::after(&self.state.platform.db, self.user.id, self.last, READ).await? {
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
        let understood = frame.to_text().ok().and_then(|text| serde_json::from_str(text).ok());
        // Messages have a limit of their own.
        if !matches!(understood, Some(ClientFrame::Send { .. })) {
            self.allowance.spend();
        }
        match (frame, understood) {
            (Raw::Ping(_) | Raw::Pong(_) | Raw::Close(_), _) => Ok(()),
            (_, Some(frame)) => Box::pin(self.on_client(frame, answers, signals)).await,
            (_, None) => self.send(&ServerFrame::Misunderstood).await,
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
                let stored = messages::send(&state.messenger, &user, conversation, id, &text).await;
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
                self.marks.read(conversation, seq);
                Ok(())
            }
            ClientFrame::Typing { conversation } => {
                _ = messages::typing(&state.messenger, &user, conversation).await;
                Ok(())
            }
            ClientFrame::Watch { posting, version } => {
                signals.watch(posting);
                self.marks.watched = Some((posting, version));
                Ok(())
            }
        }
    }

    /// Looks up or notes one thing of what the page said.
    async fn note_mark(&mut self) -> Result<(), End> {
        let (state, user) = (self.state.clone(), self.user.clone());
        if state.platform.rates.mark(user.id).is_err() {
            self.marks.due = Some(Instant::now() + Duration::from_secs(1));
            return Ok(());
        }
        self.marks.due = Some(Instant::now() + MARKS_EVERY);
        if let Some((posting, version)) = self.marks.watched.take() {
            // It may have changed before anybody listened.
            return match jobs::version(&state.platform.db, posting).await {
                Ok(newest) if newest != version => self.send(&ServerFrame::Posting { id: posting }).await,
                _ => Ok(()),
            };
        }
        if !self.marks.read.is_empty() {
            let (conversation, seq) = self.marks.read.remove(0);
            _ = messages::mark_read(&state.platform.db, &user, conversation, seq).await;
        }
        Ok(())
    }

    /// What a page said last is not lost with its socket.
    async fn note_rest(&mut self) {
        for (conversation, seq) in std::mem::take(&mut self.marks.read) {
            if self.state.platform.rates.mark(self.user.id).is_ok() {
                _ = messages::mark_read(&self.state.platform.db, &self.user, conversation, seq).await;
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

/// The next frame, once one may be read.
async fn next(ws: &mut WebSocket, allowance: &Allowance) -> Option<Result<Raw, axum::Error>> {
    allowance.more().await;
    ws.recv().await
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
    use crate::live::Event;
    use crate::messages::{Attachment, FileKind, MAX_FILES, MAX_TEXT, Message, Side};

    #[test]
    fn a_socket_that_waits_takes_little_room() {
        fn size<A, B, C, D, E, F>(_: fn(A, B, C, D, E) -> F) -> usize {
            size_of::<F>()
        }
        assert!(size(serve) <= 4_000, "{} bytes", size(serve));
    }

    #[test]
    fn the_newest_word_on_a_conversation_is_kept() {
        let mut marks = Marks::default();
        for (of, seq) in [(1, 5), (2, 1), (1, 7), (1, 6)] {
            marks.read(Uuid::from_u128(of), seq);
        }
        assert_eq!(marks.read, [(Uuid::from_u128(1), 7), (Uuid::from_u128(2), 1)]);
        (3..100).for_each(|of| marks.read(Uuid::from_u128(of), 1));
        assert_eq!(marks.read.len(), MARKED);
        assert_eq!(marks.read.last(), Some(&(Uuid::from_u128(99), 1)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_socket_that_talks_without_end_is_read_at_a_pace() {
        let (mut allowance, begun) = (Allowance::new(), Instant::now());
        for _ in 0..FRAMES + 10 * FRAMES_A_SECOND {
            allowance.more().await;
            allowance.spend();
        }
        let took = begun.elapsed().as_secs_f64();
        assert!((9.9..=10.1).contains(&took), "{took}");
        tokio::time::advance(Duration::from_secs(3600)).await;
        let begun = Instant::now();
        for _ in 0..FRAMES {
            allowance.more().await;
            allowance.spend();
        }
        assert_eq!(begun.elapsed(), Duration::ZERO, "who was quiet may talk again, no more than before");
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

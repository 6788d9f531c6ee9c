//! The HTTP server: accepts connections within bounds, lets go of those that keep it waiting, and on SIGTERM finishes
//! what is in flight.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    extract::ConnectInfo,
    http::{Request, Response, StatusCode},
};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    rt::Executor,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    time::{sleep_until, timeout},
};
use tower::{Service, ServiceExt};

use super::{
    connections::{Answering, Connections, Place},
    patience::Patience,
    stream::{Fate, Stream},
};

/// Requests in flight have this long to finish when the server stops.
const DRAIN: Duration = Duration::from_secs(20);
/// Open files that are no connections: the database's, uploads', the site's.
const OTHER_FILES: usize = 256;
/// Bytes of a request's head, and of a body's parts that are read at once.
const HEAD_BYTES: usize = 64 * 1024;
/// Requests at once on one connection of HTTP/2.
const STREAMS: u32 = 64;
/// Bytes of one HTTP/2 connection's requests that nobody has read yet, and of an answer that waits to go out.
const WINDOW: u32 = 256 * 1024;
/// A request of HTTP/2 is answered and its answer taken within this.
const STREAM_TIME: Duration = Duration::from_secs(15 * 60);

/// What the server puts up with.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one network.
    pub per_address: Option<usize>,
    /// From being accepted to the end of the first request's head.
    pub first_request: Duration,
    /// Without a request, after the first.
    pub idle: Duration,
    /// What somebody stands still who sends a body or takes an answer.
    pub stall: Duration,
    /// How fast a body is sent and an answer taken at least, over time.
    pub bytes_per_second: u32,
    /// A connection is closed within this.
    pub linger: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 20_000,
            per_address: Some(1_000),
            first_request: Duration::from_secs(15),
            // Longer than proxies keep theirs, so that none sends a request into a connection that is being closed.
            idle: Duration::from_secs(75),
            stall: Duration::from_secs(30),
            bytes_per_second: 4 * 1024,
            linger: Duration::from_secs(5),
        }
    }
}

impl Limits {
    /// Of these, as many connections as there can be open files, of which there may be as many as the system allows.
    pub fn within_open_files(mut self) -> Self {
        let files = raise_open_files();
        let room = files.saturating_sub(OTHER_FILES).max(files / 2);
        if room < self.connections {
            tracing::warn!(connections = room, files, "the limit of open files allows fewer connections");
            self.connections = room;
        }
        self
    }

    pub(super) fn patience(&self) -> Patience {
        Patience::new(self.stall, self.bytes_per_second)
    }
}

/// Raises the soft limit of open files to the hard one, and tells it.
fn raise_open_files() -> usize {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    if let Err(error) = &raised {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
    let files = if raised.is_ok() { maximum } else { current };
    files.map_or(usize::MAX, |files| files as usize)
}

/// Serves until SIGTERM or SIGINT.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    limits: Limits,
) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let told = async {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    serve_until(told, listener, router, stop, limits).await;
    Ok(())
}

/// Serves until it is told to stop; `stop` runs first then, and ends what would keep the server from stopping.
pub async fn serve_until(
    told: impl Future<Output = ()>,
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    limits: Limits,
) {
    let server = Server::new(router, limits);
    let mut told = pin!(told);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((tcp, peer)) => server.take(tcp, peer),
                Err(error) => {
                    tracing::warn!(%error, "cannot accept");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
            () = &mut told => break,
        }
    }
    drop(listener);
    tracing::info!("stopping: finishing what is in flight");
    stop.await;
    if timeout(DRAIN, server.graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
}

struct Server {
    router: Router,
    limits: Limits,
    http: Builder<Tasks>,
    connections: Arc<Connections>,
    /// Connections that found no place, since the start.
    refused: AtomicU64,
    graceful: GracefulShutdown,
}

impl Server {
    fn new(router: Router, limits: Limits) -> Self {
        let mut http = Builder::new(Tasks);
        // The connection's own clock runs before and between requests, whatever it speaks.
        http.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD_BYTES);
        http.http2()
            .timer(TokioTimer::new())
            .keep_alive_interval(limits.idle / 2)
            .keep_alive_timeout(limits.stall)
            .max_concurrent_streams(STREAMS)
            .initial_stream_window_size(WINDOW)
            .initial_connection_window_size(WINDOW)
            .max_send_buf_size(WINDOW as usize);
        let connections = Connections::new(limits.connections, limits.per_address);
        Self { router, limits, http, connections, refused: AtomicU64::default(), graceful: GracefulShutdown::new() }
    }

    /// Serves one connection, if there is a place for it.
    fn take(&self, tcp: TcpStream, peer: SocketAddr) {
        let place = match self.connections.open(peer.ip()) {
            Ok(place) => Arc::new(place),
            Err(full) => {
                // Whoever floods the server does not flood its log.
                let refused = self.refused.fetch_add(1, Ordering::Relaxed) + 1;
                if refused.is_power_of_two() {
                    tracing::warn!(?full, address = %peer.ip(), refused, "no place for a connection");
                }
                return;
            }
        };
        _ = tcp.set_nodelay(true);
        let (limits, fate) = (self.limits, Arc::new(Fate::default()));
        let stream = Stream::new(tcp, limits.patience(), limits.linger, fate.clone(), place.clone());
        let service = hyper::service::service_fn({
            let (router, place, fate) = (self.router.clone(), place.clone(), fate.clone());
            move |request| call(router.clone(), request, peer, limits, place.clone(), fate.clone())
        });
        let connection = self.http.serve_connection_with_upgrades(TokioIo::new(stream), service).into_owned();
        let connection = self.graceful.watch(connection);
        tokio::spawn(async move {
            let overdue = overdue(&place, limits);
            tokio::select! {
                ended = connection => if let Err(error) = ended {
                    tracing::debug!(%error, "connection ended early");
                },
                () = overdue => fate.cut.store(true, Ordering::Relaxed),
                () = place.let_go() => fate.cut.store(true, Ordering::Relaxed),
            }
        });
    }
}

/// Comes when a connection has been without a request for too long.
async fn overdue(place: &Place, limits: Limits) {
    let opened = place.idle_since();
    loop {
        let since = place.idle_since();
        let patience = if since == opened { limits.first_request } else { limits.idle };
        let due = since.unwrap_or_else(tokio::time::Instant::now) + patience;
        sleep_until(due).await;
        if since.is_some() && place.idle_since() == since {
            return;
        }
    }
}

async fn call(
    router: Router,
    request: Request<Incoming>,
    peer: SocketAddr,
    limits: Limits,
    place: Arc<Place>,
    fate: Arc<Fate>,
) -> Result<Response<Answer>, Infallible> {
    let answering = place.answer();
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    request.extensions_mut().insert(limits);
    let response = router.into_service().ready().await?.call(request).await?;
    let answering = match response.status() {
        StatusCode::SWITCHING_PROTOCOLS => fate.upgraded.set(answering).err(),
        _ => Some(answering),
    };
    Ok(response.map(|body| Answer { body, _answering: answering }))
}

/// An answer's body, which keeps its connection busy until it has gone out.
struct Answer {
    body: Body,
    _answering: Option<Answering>,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Runs the requests of HTTP/2, each for a bounded time: a client that takes an answer for ever holds it in memory.
#[derive(Clone)]
struct Tasks;

impl<F> Executor<F> for Tasks
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    fn execute(&self, task: F) {
        tokio::spawn(timeout(STREAM_TIME, task));
    }
}

//! The HTTP server: accepts connections within limits, closes slow ones, and on SIGTERM shuts down gracefully.

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

/// The timeout of the graceful shutdown: requests in flight have this long to finish.
const DRAIN: Duration = Duration::from_secs(20);
/// File descriptors reserved for other things than connections: the database, uploads, the site's files.
const OTHER_FILES: usize = 256;
/// The limit of a request's head, and of the parts of a body that are read at once, in bytes.
const HEAD_BYTES: usize = 64 * 1024;
/// Concurrent requests on one HTTP/2 connection.
const STREAMS: u32 = 64;
/// Flow control: bytes of one HTTP/2 connection's requests that are not read yet, and of an answer that waits to be
/// sent.
const WINDOW: u32 = 256 * 1024;
/// The timeout of an HTTP/2 request, from its start until its answer is sent.
const STREAM_TIME: Duration = Duration::from_secs(15 * 60);

/// The server's limits and timeouts.
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
    /// How long a client may stall while it sends a body or reads an answer.
    pub stall: Duration,
    /// The minimum rate of sending a body and reading an answer, over time.
    pub bytes_per_second: u32,
    /// The timeout of closing a connection.
    pub linger: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 20_000,
            per_address: Some(1_000),
            first_request: Duration::from_secs(15),
            // Longer than the keep-alive of proxies, so that none sends a request into a connection that is being
            // closed.
            idle: Duration::from_secs(75),
            stall: Duration::from_secs(30),
            bytes_per_second: 4 * 1024,
            linger: Duration::from_secs(5),
        }
    }
}

impl Limits {
    /// These limits, with no more connections than the system's limit of open files allows.
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

/// Raises the soft limit of open files to the hard one, and returns it.
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

/// Serves until `told` resolves; then runs `stop`, which ends what would hold up the graceful shutdown, and shuts down.
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
    /// Connections that were refused, since the start.
    refused: AtomicU64,
    graceful: GracefulShutdown,
}

impl Server {
    fn new(router: Router, limits: Limits) -> Self {
        let mut http = Builder::new(Tasks);
        // The connection's own timeouts (`overdue`) run before and between requests, in HTTP/1 and HTTP/2.
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

    /// Serves one connection, or drops it at the connection limit.
    fn take(&self, tcp: TcpStream, peer: SocketAddr) {
        let place = match self.connections.open(peer.ip()) {
            Ok(place) => Arc::new(place),
            Err(full) => {
                // Logged at powers of two only, so that a flood of connections does not flood the log.
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

/// Resolves when a connection has been idle for longer than its timeout.
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

/// A response's body; it keeps its connection busy until it has been sent.
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

/// Spawns the requests of HTTP/2, each with a timeout: a client that never finishes reading an answer holds it in
/// memory.
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

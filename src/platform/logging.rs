//! Logs: one line a request, with its id; no query, cookie or body, which may hold secrets.

use std::{borrow::Cow, io::IsTerminal, time::Instant};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;
use tracing_subscriber::{EnvFilter, layer::SubscriberExt, util::SubscriberInitExt};

use uuid::Uuid;

use super::config::LogFormat;

/// The response header with the request's id.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Starts logging. `RUST_LOG` chooses what: `info` unless set.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx::query=warn,sqlx::postgres::notice=warn"));
    let registry = tracing_subscriber::registry().with(filter);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).log_internal_errors(false);
    let lines = if std::io::stderr().is_terminal() { lines } else { lines.with_ansi(false) };
    let _ = match format {
        LogFormat::Text => registry.with(lines).try_init(),
        LogFormat::Json => registry.with(lines.json()).try_init(),
    };
}

/// Logs one request under an id of ours: an id from the client may be another request's, or hold forged text.
pub async fn layer(request: Request, next: Next) -> Response {
    let id = Uuid::new_v4().to_string();
    let span = tracing::info_span!("request", id = id.as_str(), method = %request.method(), path = %without_tokens(request.uri().path()));
    let begun = Instant::now();
    async move {
        let mut response = next.run(request).await;
        response.headers_mut().insert(REQUEST_ID, HeaderValue::from_str(&id).expect("an id is of visible ASCII"));
        let status = response.status().as_u16();
        let ms = begun.elapsed().as_secs_f64() * 1000.0;
        if status >= 500 {
            tracing::error!(status, ms, "answered");
        } else {
            tracing::debug!(status, ms, "answered");
        }
        response
    }
    .instrument(span)
    .await
}

/// A page's resources are loaded in spawned tasks: they inherit the request's tracing span. Leptos takes the first
/// executor set.
pub fn follow_tasks() {
    _ = Executor::init_custom_executor(Tasks);
}

struct Tasks;

impl CustomExecutor for Tasks {
    fn spawn(&self, task: PinnedFuture<()>) {
        tokio::spawn(task.in_current_span());
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        tokio::task::spawn_local(task.in_current_span());
    }

    fn poll_local(&self) {}
}

/// A path without the secrets that links carry: whoever reads the log could use them.
fn without_tokens(path: &str) -> Cow<'_, str> {
    let is_token = |part: &str| part.len() >= 64 && part.bytes().all(|b| b.is_ascii_hexdigit());
    match path.split('/').any(is_token) {
        true => {
            path.split('/').map(|part| if is_token(part) { "…" } else { part }).collect::<Vec<_>>().join("/").into()
        }
        false => path.into(),
    }
}

//! Whether this node can serve: it is, as long as what it writes is kept.

use std::time::{Duration, Instant};

use tokio::{sync::Mutex, time::timeout};

use crate::db::Db;

/// So long the last answer stands: however often it is asked, one row is written once in this time.
const STANDS: Duration = Duration::from_secs(1);
/// Whoever asks, a load balancer mostly, waits no longer.
const PROBE_TIME: Duration = Duration::from_secs(2);

/// The last answer, and when it was found.
#[derive(Debug, Default)]
pub struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    /// Whether the database keeps what is written; those who ask meanwhile share the answer.
    pub async fn check(&self, db: &Db) -> bool {
        let mut last = self.0.lock().await;
        if let Some((at, ready)) = *last
            && at.elapsed() < STANDS
        {
            return ready;
        }
        let ready = match timeout(PROBE_TIME, db.probe()).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::warn!(%error, "not ready");
                false
            }
            Err(_) => {
                tracing::warn!("not ready: a write takes too long");
                false
            }
        };
        *last = Some((Instant::now(), ready));
        ready
    }
}

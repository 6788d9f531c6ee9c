//! Readiness: this node can serve as long as the database accepts writes.

use std::time::{Duration, Instant};

use tokio::{sync::Mutex, time::timeout};

use crate::db::Db;

/// The lifetime of the cached result: however often readiness is checked, at most one row is written in this time.
const STANDS: Duration = Duration::from_secs(1);
/// The timeout of a check, for load balancers.
const PROBE_TIME: Duration = Duration::from_secs(2);

/// The cached result, and when it was found.
#[derive(Debug, Default)]
pub struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    /// Whether the database accepts writes; concurrent checks share one result.
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

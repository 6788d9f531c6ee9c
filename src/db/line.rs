//! The connection to the database: the timeout of a query, and which connections of the pool are still usable.

use std::{
    io,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use sqlx::{Connection, Database, pool::PoolOptions};
use tokio::time::timeout;

use crate::error::AppError;
use crate::error::faults::Fault;

/// The timeout of every query and transaction step: so a page that asks the database always gets an answer.
pub const ANSWER_TIME: Duration = Duration::from_secs(5);
/// The timeout of the ping that a pooled connection over a network must answer before it is used.
const PING_TIME: Duration = Duration::from_secs(1);
/// The timeout of a write that a page makes on the side (`aside`), such as noting that a session is in use.
const ASIDE_TIME: Duration = Duration::from_secs(2);

/// Cheap to clone; the connections of a pool share one.
#[derive(Clone, Debug)]
pub struct Line {
    answer_time: Duration,
    /// When a connection last failed with `Fault::Lost` or `Fault::Space`. Connections opened before that are closed
    /// and not reused: what broke one (a server that is gone, a route that drops packets silently, a failover) broke
    /// them all.
    lost: Arc<Mutex<Option<Instant>>>,
}

impl Line {
    pub fn new(answer_time: Duration) -> Self {
        Self { answer_time, lost: Arc::default() }
    }

    /// The client-side timeout of a query. The database's own timeouts are a little shorter, so that its error, which
    /// names the reason, arrives first.
    pub fn answer_time(&self) -> Duration {
        self.answer_time
    }

    /// Waits for an answer until the timeout.
    pub async fn answer<T>(&self, ask: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
        // Pinned here, so that the connection returns to the pool after `lose`: `after_release` then closes it.
        let mut ask = pin!(ask);
        let answer = timeout(self.answer_time, ask.as_mut()).await.unwrap_or_else(|_| Err(no_answer()));
        if let Err(error) = &answer
            && matches!(Fault::of(error), Fault::Lost | Fault::Space)
        {
            self.lose();
        }
        answer
    }

    fn lose(&self) {
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether a connection of this age was opened after the last one was lost.
    fn is_good(&self, age: Duration) -> bool {
        let lost = *self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        lost.is_none_or(|lost| age < lost.elapsed())
    }

    /// A connection pool that closes connections which are no longer good, or were left inside a transaction: where a
    /// rollback fails, as it does after a full disk, sqlx would go on counting a transaction that is gone.
    pub fn pool<D: Database>(&self, size: u32) -> PoolOptions<D> {
        let (before, after) = (self.clone(), self.clone());
        PoolOptions::new()
            .max_connections(size)
            .acquire_timeout(self.answer_time.mul_f32(0.8))
            .test_before_acquire(false)
            .before_acquire(move |_, is| {
                let good = before.is_good(is.age);
                Box::pin(async move { Ok(good) })
            })
            .after_release(move |connection: &mut D::Connection, is| {
                let line = after.clone();
                Box::pin(async move {
                    // The ping is answered after the rollback that was queued when the transaction was dropped.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction() && line.is_good(is.age))
                })
            })
    }

    /// The same pool for a database behind a network: a connection is pinged before it is used.
    pub fn remote_pool<D: Database>(&self, size: u32) -> PoolOptions<D> {
        let (before, after) = (self.clone(), self.clone());
        self.pool(size)
            .before_acquire(move |connection: &mut D::Connection, is| {
                let line = before.clone();
                Box::pin(async move {
                    if !line.is_good(is.age) {
                        return Ok(false);
                    }
                    let lives = timeout(PING_TIME, connection.ping()).await.is_ok_and(|answer| answer.is_ok());
                    if !lives {
                        line.lose();
                    }
                    Ok(lives)
                })
            })
            // No ping on release: a dead connection would hold its place in the pool until the ping times out.
            .after_release(move |_, is| {
                let good = after.is_good(is.age);
                Box::pin(async move { Ok(good) })
            })
    }
}

fn no_answer() -> sqlx::Error {
    sqlx::Error::Io(io::Error::new(io::ErrorKind::TimedOut, "no answer in time"))
}

/// Runs a write that a page makes on the side, with a timeout. Its failure is logged and does not fail the page.
/// Returns whether the write was done.
pub async fn aside(what: &str, write: impl Future<Output = Result<(), AppError>>) -> bool {
    let done = timeout(ASIDE_TIME, write).await.unwrap_or(Err(AppError::Unavailable));
    if let Err(error) = &done {
        tracing::warn!(%error, "{what} was left out");
    }
    done.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_not_waited_for() {
        let line = Line::new(Duration::from_millis(1));
        let answer: Result<(), _> = line.answer(std::future::pending()).await;
        assert_eq!(Fault::of(&answer.unwrap_err()), Fault::Lost);
    }

    #[tokio::test]
    async fn one_that_is_lost_takes_the_older_ones_with_it() {
        let line = Line::new(ANSWER_TIME);
        let old = Instant::now();
        for fine in [sqlx::Error::PoolTimedOut, sqlx::Error::RowNotFound] {
            _ = line.answer(async { Err::<(), _>(fine) }).await;
            assert!(line.is_good(old.elapsed()));
        }
        _ = line.answer(async { Err::<(), _>(sqlx::Error::WorkerCrashed) }).await;
        assert!(!line.is_good(old.elapsed()));
        assert!(line.is_good(Duration::ZERO));
    }
}

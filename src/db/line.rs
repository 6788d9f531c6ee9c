//! Between the server and its database: how long an answer may take, and since when connections are good.

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

/// An answer that has not come after so long does not come: whatever is asked for a page is bounded.
pub const ANSWER_TIME: Duration = Duration::from_secs(5);
/// A connection that has not been used for a while has so long to show that it lives.
const PING_TIME: Duration = Duration::from_secs(1);
/// What a page does besides being read may hold it up for so long.
const ASIDE_TIME: Duration = Duration::from_secs(2);

/// Cheap to clone; the connections of a pool share one.
#[derive(Clone, Debug)]
pub struct Line {
    answer_time: Duration,
    /// When a connection was last found to be of no use. Those that were opened before are not used again: what broke
    /// one (a server that is gone, a route that drops packets without a word, a failover) broke them all.
    lost: Arc<Mutex<Option<Instant>>>,
}

impl Line {
    pub fn new(answer_time: Duration) -> Self {
        Self { answer_time, lost: Arc::default() }
    }

    /// So long an answer may take. The other end gives up a little earlier, and can say why.
    pub fn answer_time(&self) -> Duration {
        self.answer_time
    }

    /// Waits for an answer, but not for ever.
    pub async fn answer<T>(&self, ask: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
        // Its connection goes back to the pool when this ends, and is looked at there.
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

    /// Whether a connection that is so old was opened since one was last lost.
    fn is_good(&self, age: Duration) -> bool {
        let lost = *self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        lost.is_none_or(|lost| age < lost.elapsed())
    }

    /// A pool whose connections are let go when they are no longer good, or were left inside a transaction: where a
    /// rollback fails, as it does after a disk that was full, sqlx would go on to count one that is not there.
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
                    // A rollback that was begun is over when this is answered.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction() && line.is_good(is.age))
                })
            })
    }

    /// The same over a network, where a connection shows that it lives before it is used.
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
            // No answer is waited for, or a connection that is dead would keep its place in the pool.
            .after_release(move |_, is| {
                let good = after.is_good(is.age);
                Box::pin(async move { Ok(good) })
            })
    }
}

fn no_answer() -> sqlx::Error {
    sqlx::Error::Io(io::Error::new(io::ErrorKind::TimedOut, "no answer in time"))
}

/// Does what a page does besides being read: it is waited for, but not for long, and where it fails the page is read
/// all the same. Tells whether it was done.
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

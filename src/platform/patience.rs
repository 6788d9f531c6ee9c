//! A timeout for slow peers, with a minimum rate.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::time::{Instant, Sleep, sleep};

/// A budget of waiting time. Waiting spends it, and every byte that moves earns some back, like a token bucket: the
/// timeout ends a peer that stalls, and one that stays below the minimum rate for long.
#[derive(Debug)]
pub struct Patience {
    most: Duration,
    left: Duration,
    bytes_per_second: u32,
    waits: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl Patience {
    pub fn new(most: Duration, bytes_per_second: u32) -> Self {
        Self { most, left: most, bytes_per_second, waits: None }
    }

    /// Nothing moves: ready when the budget is spent.
    pub fn poll_wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let (_, sleep) = self.waits.get_or_insert_with(|| (Instant::now(), Box::pin(sleep(self.left))));
        ready!(sleep.as_mut().poll(cx));
        Poll::Ready(())
    }

    /// Earns back time for so many bytes.
    pub fn moved(&mut self, bytes: usize) {
        if let Some((since, _)) = self.waits.take() {
            self.left = self.left.saturating_sub(since.elapsed());
        }
        let earned = Duration::from_secs_f64(bytes as f64 / f64::from(self.bytes_per_second));
        self.left = self.left.saturating_add(earned).min(self.most);
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use tokio::time::timeout;

    use super::*;

    /// Whether it lasts while so many bytes come every so many seconds.
    async fn lasts(bytes: usize, seconds: u64, times: usize) -> bool {
        let mut patience = Patience::new(Duration::from_secs(30), 1000);
        for _ in 0..times {
            if timeout(Duration::from_secs(seconds), poll_fn(|cx| patience.poll_wait(cx))).await.is_ok() {
                return false;
            }
            patience.moved(bytes);
        }
        true
    }

    #[tokio::test(start_paused = true)]
    async fn it_ends_with_those_who_stand_still_or_creep() {
        assert!(lasts(100_000, 29, 100).await);
        assert!(!lasts(100_000, 31, 1).await, "nothing at all");
        assert!(!lasts(1, 5, 10).await, "a byte now and then");
        assert!(!lasts(900, 1, 1000).await, "a little too slow, for long");
        assert!(lasts(900, 1, 100).await, "a little too slow, for a while");
        assert!(lasts(1_000, 1, 10_000).await);
    }
}

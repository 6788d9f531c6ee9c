//! Rate limits by keys that anybody can make: networks, e-mail addresses.

use std::{
    hash::{BuildHasher, Hash, RandomState},
    sync::Mutex,
    time::Duration,
};

use tokio::time::Instant;

use crate::error::AppError;

/// The size of the table: memory is bounded whatever keys are made up. Two keys may share a bucket: rarely, and nobody
/// can tell which, as the hash is seeded anew in each run. Evicting the oldest bucket instead would let an attacker
/// refill their own by making up keys.
const MAX_BUCKETS: usize = 1 << 18;
/// Buckets that memory is taken for at once.
const PART: usize = 1 << 10;

/// A table of token buckets: each cell holds when its bucket is full again (GCRA), in milliseconds after `start`.
/// `governor` cannot give a token back.
pub struct Buckets {
    full_at: Mutex<Table>,
    start: Instant,
    every: u64,
    burst: u64,
    hasher: RandomState,
}

/// A table that takes memory for what is written to alone.
struct Table(Vec<Box<[u64]>>);

impl Table {
    fn cell(&mut self, at: usize) -> &mut u64 {
        let part = &mut self.0[at / PART];
        if part.is_empty() {
            *part = vec![0; PART].into();
        }
        &mut part[at % PART]
    }
}

/// A token that was taken from a bucket.
#[must_use]
pub struct Taken<'a> {
    of: &'a Buckets,
    at: usize,
}

impl Buckets {
    /// A burst of so many tokens, refilled by one each `every`.
    pub fn new(burst: u64, every: Duration) -> Self {
        Self {
            full_at: Mutex::new(Table(vec![Box::default(); MAX_BUCKETS / PART])),
            start: Instant::now(),
            every: every.as_millis() as u64,
            burst,
            hasher: RandomState::new(),
        }
    }

    /// Takes a token, or returns the seconds to wait.
    pub fn take(&self, key: impl Hash) -> Result<Taken<'_>, AppError> {
        let at = self.hasher.hash_one(key) as usize % MAX_BUCKETS;
        let now = self.start.elapsed().as_millis() as u64;
        let latest = now + self.burst * self.every;
        let mut all = self.full_at.lock().unwrap();
        let full_at = all.cell(at);
        let next = now.max(*full_at) + self.every;
        if next > latest {
            return Err(AppError::TooMany { seconds: (next - latest).div_ceil(1000) });
        }
        *full_at = next;
        Ok(Taken { of: self, at })
    }
}

impl Taken<'_> {
    /// Puts the token back.
    pub fn give_back(self) {
        let mut all = self.of.full_at.lock().unwrap();
        let full_at = all.cell(self.at);
        *full_at = full_at.saturating_sub(self.of.every);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(buckets: &Buckets, key: &str) -> bool {
        buckets.take(key).is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_has_its_own_bucket_which_time_fills() {
        let buckets = Buckets::new(2, Duration::from_secs(60));
        assert_eq!(["a", "a", "a", "b"].map(|key| takes(&buckets, key)), [true, true, false, true]);
        assert_eq!(buckets.take("a").err(), Some(AppError::TooMany { seconds: 60 }));
        tokio::time::advance(Duration::from_millis(59_500)).await;
        assert_eq!(buckets.take("a").err(), Some(AppError::TooMany { seconds: 1 }));
        tokio::time::advance(Duration::from_millis(500)).await;
        assert_eq!(["a", "a"].map(|key| takes(&buckets, key)), [true, false]);
        tokio::time::advance(Duration::from_secs(3600)).await;
        assert_eq!(["a", "a", "a"].map(|key| takes(&buckets, key)), [true, true, false], "no more than at first");
    }

    #[test]
    fn what_is_given_back_can_be_taken_again() {
        let buckets = Buckets::new(2, Duration::from_secs(60));
        for _ in 0..9 {
            buckets.take("a").unwrap().give_back();
        }
        let first = buckets.take("a").unwrap();
        _ = buckets.take("a").unwrap();
        assert!(!takes(&buckets, "a"));
        first.give_back();
        assert_eq!(["a", "a"].map(|key| takes(&buckets, key)), [true, false]);
    }
}

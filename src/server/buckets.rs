//! Rate limits by keys that anybody can make: networks, e-mail addresses.

use std::{
    hash::{BuildHasher, Hash, RandomState},
    num::NonZeroU32,
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::error::AppError;

/// So many buckets there are at most, whatever keys are made. Two keys may share one: rarely, and nobody can tell
/// which, as the hash is another in each run of the program. Forgetting the oldest instead would let whoever makes
/// keys empty their own bucket.
const MAX_BUCKETS: u64 = 1 << 18;

pub struct Buckets {
    limiter: DefaultKeyedRateLimiter<u32>,
    hasher: RandomState,
}

impl Buckets {
    /// So many at once, and one more each time `every` has gone by.
    pub fn new(burst: u32, every: Duration) -> Self {
        let burst = NonZeroU32::new(burst).expect("a burst of at least one");
        let quota = Quota::with_period(every).expect("a period above zero");
        Self { limiter: RateLimiter::keyed(quota.allow_burst(burst)), hasher: RandomState::new() }
    }

    /// Takes one, or tells how long to wait.
    pub fn check(&self, key: impl Hash) -> Result<(), AppError> {
        let bucket = self.hasher.hash_one(key) % MAX_BUCKETS;
        self.limiter.check_key(&(bucket as u32)).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            AppError::TooMany { seconds: wait.as_secs() + 1 }
        })
    }

    /// Forgets those that are full again.
    pub fn sweep(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_its_own_bucket() {
        let buckets = Buckets::new(2, Duration::from_secs(60));
        assert_eq!([buckets.check("a"), buckets.check("a")], [Ok(()), Ok(())]);
        assert!(matches!(buckets.check("a"), Err(AppError::TooMany { seconds: 1..=60 })));
        assert_eq!(buckets.check("b"), Ok(()));
    }

    #[test]
    fn keys_without_end_take_no_memory_without_end() {
        let buckets = Buckets::new(2, Duration::from_secs(3600));
        for key in 0..MAX_BUCKETS * 2 {
            _ = buckets.check(key);
        }
        assert!(buckets.limiter.len() <= MAX_BUCKETS as usize);
    }
}

//! Rate limits, kept in memory: a node counts for itself.

use std::{hash::Hash, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use uuid::Uuid;

use super::session::ClientAddr;
use crate::error::AppError;

/// What is limited. Each limit counts per address and, where there is one, per account.
pub struct Rates {
    login_address: DefaultKeyedRateLimiter<String>,
    login_account: DefaultKeyedRateLimiter<String>,
    register_address: DefaultKeyedRateLimiter<String>,
    password_account: DefaultKeyedRateLimiter<String>,
    message: DefaultKeyedRateLimiter<Uuid>,
    typing: DefaultKeyedRateLimiter<Uuid>,
}

/// Messages that one person sends in a minute.
const MESSAGES: u32 = 100;

/// So many at once, and one more each time `every` has gone by.
fn limit<K: Hash + Eq + Clone>(burst: u32, every: Duration) -> DefaultKeyedRateLimiter<K> {
    let burst = NonZeroU32::new(burst).expect("a burst of at least one");
    let quota = Quota::with_period(every).expect("a period above zero");
    RateLimiter::keyed(quota.allow_burst(burst))
}

impl Default for Rates {
    fn default() -> Self {
        Self::with_messages(MESSAGES)
    }
}

impl Rates {
    /// The usual limits, with so many messages a minute by one person.
    pub fn with_messages(a_minute: u32) -> Self {
        Self {
            login_address: limit(30, Duration::from_secs(10)),
            login_account: limit(10, Duration::from_secs(60)),
            register_address: limit(10, Duration::from_secs(120)),
            password_account: limit(5, Duration::from_secs(60)),
            message: limit(a_minute, Duration::from_secs(60) / a_minute),
            typing: limit(20, Duration::from_secs(1)),
        }
    }

    pub fn login(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        check(&self.login_address, network(from))?;
        check(&self.login_account, email_key.to_string())
    }

    pub fn register(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        check(&self.register_address, network(from))?;
        check(&self.login_account, email_key.to_string())
    }

    pub fn password_change(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        check(&self.login_address, network(from))?;
        check(&self.password_account, email_key.to_string())
    }

    pub fn message(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.message, user)
    }

    pub fn typing(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.typing, user)
    }

    /// Forgets whoever has been quiet long enough; called now and then.
    pub fn sweep(&self) {
        for limiter in [&self.login_address, &self.login_account, &self.register_address, &self.password_account] {
            limiter.retain_recent();
        }
        self.message.retain_recent();
        self.typing.retain_recent();
    }
}

/// One IPv4 address, or one IPv6 /64: a household gets a whole one.
fn network(from: ClientAddr) -> String {
    match from.0 {
        std::net::IpAddr::V4(v4) => v4.to_string(),
        std::net::IpAddr::V6(v6) => format!("{:x?}", &v6.segments()[..4]),
    }
}

fn check<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: K) -> Result<(), AppError> {
    limiter.check_key(&key).map_err(|not_until| {
        let wait = not_until.wait_time_from(DefaultClock::default().now());
        AppError::TooMany { seconds: wait.as_secs() + 1 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_account_is_guarded_from_many_addresses() {
        let rates = Rates::default();
        let from = |n: u8| ClientAddr([10, 0, 0, n].into());
        for n in 0..10 {
            assert_eq!(rates.login(from(n), "a@b.example"), Ok(()));
        }
        let refused = rates.login(from(200), "a@b.example");
        assert!(matches!(refused, Err(AppError::TooMany { seconds: 1..=60 })));
        assert_eq!(rates.login(from(200), "other@b.example"), Ok(()));
    }
}

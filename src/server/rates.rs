//! Rate limits, kept in memory: a node counts for itself.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    num::NonZeroU32,
    sync::{Arc, Mutex},
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};
use uuid::Uuid;

use super::{connections, session::ClientAddr};
use crate::error::{AppError, internal};

/// What is limited. Each limit counts per address and, where there is one, per account.
pub struct Rates {
    login_address: DefaultKeyedRateLimiter<String>,
    login_account: DefaultKeyedRateLimiter<String>,
    register_address: DefaultKeyedRateLimiter<String>,
    password_account: DefaultKeyedRateLimiter<String>,
    message: DefaultKeyedRateLimiter<Uuid>,
    typing: DefaultKeyedRateLimiter<Uuid>,
    mark: DefaultKeyedRateLimiter<Uuid>,
    upload: DefaultKeyedRateLimiter<Uuid>,
    uploads: Mutex<HashMap<Uuid, Arc<Semaphore>>>,
    /// Kilobytes that uploads may hold.
    upload_memory: Arc<Semaphore>,
    sockets: AtOnce<IpAddr>,
}

/// Messages that one person sends in a minute.
const MESSAGES: u32 = 100;

/// Forms with files that one person sends at once.
const UPLOADS_OF_ONE: usize = 4;
/// Another waits so long for one of them to be done.
const UPLOAD_WAIT: Duration = Duration::from_secs(10);
/// What the files of all of them hold together while they are read and stored.
const UPLOAD_MEGABYTES: usize = 256;
/// WebSockets from one network, unless the operator says otherwise.
pub const SOCKETS_OF_ONE: usize = 1_000;

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
            mark: limit(60, Duration::from_millis(100)),
            upload: limit(60, Duration::from_secs(5)),
            uploads: Mutex::default(),
            upload_memory: Arc::new(Semaphore::new(UPLOAD_MEGABYTES * 1024)),
            sockets: AtOnce::new(SOCKETS_OF_ONE),
        }
    }

    /// With so many WebSockets from one network.
    pub fn with_sockets(mut self, most: usize) -> Self {
        self.sockets = AtOnce::new(most);
        self
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

    /// Noting what a page says that it shows: how far somebody has read, and which posting they look at.
    pub fn mark(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.mark, user)
    }

    /// A form with files.
    pub fn upload(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.upload, user)
    }

    /// A place for a form with files that is about to be read. Of several at once some wait for the others.
    pub async fn upload_place(&self, user: Uuid) -> Result<UploadPlace, AppError> {
        let theirs = self
            .uploads
            .lock()
            .unwrap()
            .entry(user)
            .or_insert_with(|| Arc::new(Semaphore::new(UPLOADS_OF_ONE)))
            .clone();
        let place = timeout(UPLOAD_WAIT, theirs.acquire_owned()).await;
        let place = place.map_err(|_| AppError::TooMany { seconds: 10 })?.map_err(internal)?;
        Ok(UploadPlace { _one: place, memory: self.upload_memory.clone(), held: None })
    }

    /// A WebSocket, until what is returned is dropped. This machine's are not counted.
    pub fn socket(&self, from: ClientAddr) -> Result<Option<Held<IpAddr>>, AppError> {
        let Some(network) = connections::network(from.0) else { return Ok(None) };
        self.sockets.take(network).map(Some).ok_or(AppError::TooMany { seconds: 60 })
    }

    /// Forgets whoever has been quiet long enough; called now and then.
    pub fn sweep(&self) {
        for limiter in [&self.login_address, &self.login_account, &self.register_address, &self.password_account] {
            limiter.retain_recent();
        }
        for limiter in [&self.message, &self.typing, &self.mark, &self.upload] {
            limiter.retain_recent();
        }
        self.uploads.lock().unwrap().retain(|_, theirs| Arc::strong_count(theirs) > 1);
    }
}

/// How many things of one owner there are at once.
#[derive(Debug)]
struct AtOnce<K> {
    most: usize,
    counts: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Hash + Eq + Clone> AtOnce<K> {
    fn new(most: usize) -> Self {
        Self { most, counts: Arc::default() }
    }

    fn take(&self, owner: K) -> Option<Held<K>> {
        let mut counts = self.counts.lock().unwrap();
        let count = counts.entry(owner.clone()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Held { owner, counts: self.counts.clone() })
    }
}

/// One of several, until it is dropped.
#[derive(Debug)]
pub struct Held<K: Hash + Eq> {
    owner: K,
    counts: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Hash + Eq> Drop for Held<K> {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap();
        if let Some(count) = counts.get_mut(&self.owner) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.owner);
            }
        }
    }
}

/// One upload's place among those at once, and what it holds of the memory for all.
#[derive(Debug)]
pub struct UploadPlace {
    _one: OwnedSemaphorePermit,
    memory: Arc<Semaphore>,
    held: Option<OwnedSemaphorePermit>,
}

impl UploadPlace {
    /// Takes what has been read. It is counted as it comes, so that whoever sends slowly keeps nobody out.
    pub fn take(&mut self, bytes: usize) -> Result<(), AppError> {
        let kilobytes = bytes.div_ceil(1024) as u32;
        let more = self.memory.clone().try_acquire_many_owned(kilobytes);
        let more = more.map_err(|_| AppError::TooMany { seconds: 10 })?;
        match &mut self.held {
            Some(held) => held.merge(more),
            held => *held = Some(more),
        }
        Ok(())
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

    #[tokio::test(start_paused = true)]
    async fn uploads_of_one_and_of_all_are_bounded() {
        let (rates, [ada, bob]) = (Rates::default(), [Uuid::from_u128(1), Uuid::from_u128(2)]);
        let mut held = Vec::new();
        for _ in 0..UPLOADS_OF_ONE {
            held.push(rates.upload_place(ada).await.unwrap());
        }
        assert!(matches!(rates.upload_place(ada).await, Err(AppError::TooMany { .. })));
        let mut other = rates.upload_place(bob).await.unwrap();
        for place in &mut held {
            place.take(UPLOAD_MEGABYTES / UPLOADS_OF_ONE * 1024 * 1024).unwrap();
        }
        assert!(matches!(other.take(1), Err(AppError::TooMany { .. })));
        let (next, ()) = tokio::join!(rates.upload_place(ada), async { drop(held.pop()) });
        assert!(next.is_ok(), "it has waited");
        assert_eq!(other.take(1), Ok(()));
        rates.sweep();
        assert_eq!(rates.uploads.lock().unwrap().len(), 2);
        drop((held, other, next));
        rates.sweep();
        assert!(rates.uploads.lock().unwrap().is_empty());
        assert_eq!(rates.upload_memory.available_permits(), UPLOAD_MEGABYTES * 1024);
    }

    #[test]
    fn sockets_of_one_network_are_bounded() {
        let rates = Rates::default().with_sockets(1);
        let from = |address: &str| ClientAddr(address.parse().unwrap());
        let first = rates.socket(from("2001:db8::1")).unwrap();
        assert!(rates.socket(from("2001:db8::2")).is_err());
        assert!(rates.socket(from("192.0.2.1")).is_ok());
        assert!((0..9).all(|_| rates.socket(from("127.0.0.1")).is_ok()));
        drop(first);
        assert!(rates.socket(from("2001:db8::2")).is_ok());
    }

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

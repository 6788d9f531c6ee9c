//! Rate limits. Guesses and links to be mailed are counted for all nodes together, other things by each node for itself.

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
use moka::future::Cache;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};
use uuid::Uuid;

use super::{
    buckets::Buckets,
    client_addr::{ClientAddr, network},
    connections,
    limits::{Limit, Tokens},
};
use crate::{
    db::{Db, Engine},
    error::{AppError, internal},
};

/// All rate limits. Guesses at a password are counted for a network, for an account from a network, and for an account
/// from everywhere; the last exempts networks from which a login to the account has worked, so that strangers from many
/// networks do not lock the owner out. The token of a right password is given back.
pub struct Rates {
    login_network: Limit,
    register_network: Limit,
    login: Limit,
    device: Limit,
    password: Limit,
    account: Limit,
    /// Accounts and the networks from which a login to them has worked.
    at_home: Cache<(String, IpAddr), ()>,
    link: Limit,
    link_network: Limit,
    passkey_network: Buckets,
    guest_network: Limit,
    kept_form: Buckets,
    view: Buckets,
    share_picture: Buckets,
    message: DefaultKeyedRateLimiter<Uuid>,
    typing: DefaultKeyedRateLimiter<Uuid>,
    mark: DefaultKeyedRateLimiter<Uuid>,
    upload: DefaultKeyedRateLimiter<Uuid>,
    uploads: Mutex<HashMap<Uuid, Arc<Semaphore>>>,
    /// A semaphore over the memory of uploads, in kilobytes.
    upload_memory: Arc<Semaphore>,
    sockets: AtOnce<IpAddr>,
    /// The database of a site of several nodes.
    nodes: Option<Db>,
}

/// The capacity of `at_home`, and the lifetime of its entries.
const MAX_HOMES: u64 = 100_000;
const HOME_LIFETIME: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// The default rate limit of one person's messages, for each minute.
const MESSAGES_PER_MINUTE: u32 = 100;

/// Uploads of one person that are read at once.
const MAX_UPLOADS_PER_PERSON: usize = 4;
/// The timeout of an upload that waits for one of them.
const UPLOAD_QUEUE_TIMEOUT: Duration = Duration::from_secs(10);
/// The memory of all uploads together while they are read and stored.
const UPLOAD_MEMORY_MB: usize = 256;
/// WebSockets from one network, unless the operator says otherwise.
pub const MAX_SOCKETS_PER_NETWORK: usize = 1_000;

/// A token bucket for each key: a burst of so many, refilled by one each `every`.
pub fn limit<K: Hash + Eq + Clone>(burst: u32, every: Duration) -> DefaultKeyedRateLimiter<K> {
    let burst = NonZeroU32::new(burst).expect("a burst of at least one");
    let quota = Quota::with_period(every).expect("a period above zero");
    RateLimiter::keyed(quota.allow_burst(burst))
}

impl Default for Rates {
    fn default() -> Self {
        Self::with_messages(MESSAGES_PER_MINUTE)
    }
}

impl Rates {
    /// The usual limits, with so many messages a minute by one person.
    pub fn with_messages(a_minute: u32) -> Self {
        Self {
            login_network: Limit::new("login network", 30, Duration::from_secs(10)),
            register_network: Limit::new("register network", 10, Duration::from_secs(120)),
            login: Limit::new("login", 10, Duration::from_secs(60)),
            device: Limit::new("device", 10, Duration::from_secs(60)),
            password: Limit::new("password", 5, Duration::from_secs(60)),
            account: Limit::new("account", 100, Duration::from_secs(30)),
            at_home: Cache::builder().max_capacity(MAX_HOMES).time_to_live(HOME_LIFETIME).build(),
            link: Limit::new("link", 3, Duration::from_secs(10 * 60)),
            link_network: Limit::new("link network", 20, Duration::from_secs(60)),
            passkey_network: Buckets::new(60, Duration::from_secs(5)),
            // Each may leave ten megabytes for three days.
            guest_network: Limit::new("guest network", 20, Duration::from_secs(5 * 60)),
            kept_form: Buckets::new(30, Duration::from_secs(10)),
            // A crowd behind one address looks at many postings; a program that inflates their view counts looks at
            // more.
            view: Buckets::new(600, Duration::from_millis(100)),
            share_picture: Buckets::new(60, Duration::from_secs(1)),
            message: limit(a_minute, Duration::from_secs(60) / a_minute),
            typing: limit(20, Duration::from_secs(1)),
            mark: limit(60, Duration::from_millis(100)),
            // Without scripts each message is an upload form.
            upload: limit(120, Duration::from_secs(1)),
            uploads: Mutex::default(),
            upload_memory: Arc::new(Semaphore::new(UPLOAD_MEMORY_MB * 1024)),
            sockets: AtOnce::new(MAX_SOCKETS_PER_NETWORK),
            nodes: None,
        }
    }

    /// With the nodes that share this database, where it is one that nodes can share.
    pub fn with_nodes(mut self, db: &Db) -> Self {
        self.nodes = matches!(db.engine, Engine::Postgres(_)).then(|| db.clone());
        self
    }

    /// With so many WebSockets from one network.
    pub fn with_sockets(mut self, most: usize) -> Self {
        self.sockets = AtOnce::new(most);
        self
    }

    pub async fn login(&self, from: ClientAddr, email_key: &str) -> Result<Guess<'_>, AppError> {
        self.guess(&self.login_network, &self.login, from, email_key).await
    }

    /// A login with a browser that has logged in to the account before: what strangers try does not count against it.
    pub async fn login_with_device(&self, device: &str) -> Result<Guess<'_>, AppError> {
        self.take(&[(&self.device, device.to_string())]).await.map(Guess)
    }

    /// A password check of somebody who is logged in.
    pub async fn password(&self, from: ClientAddr, email_key: &str) -> Result<Guess<'_>, AppError> {
        self.guess(&self.login_network, &self.password, from, email_key).await
    }

    /// A registration reveals whether an account exists, so it counts like a guess; whether or not an account is made.
    pub async fn register(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        self.guess(&self.register_network, &self.login, from, email_key).await.map(|_| ())
    }

    async fn guess<'a>(
        &'a self,
        of_network: &'a Limit,
        of_pair: &'a Limit,
        from: ClientAddr,
        email_key: &str,
    ) -> Result<Guess<'a>, AppError> {
        let network = network(from.0);
        let mut limits = vec![(of_network, network.to_string()), (of_pair, format!("{email_key} {network}"))];
        if !self.at_home.contains_key(&(email_key.to_string(), network)) {
            limits.push((&self.account, email_key.to_string()));
        }
        self.take(&limits).await.map(Guess)
    }

    async fn take<'a>(&'a self, limits: &[(&'a Limit, String)]) -> Result<Tokens<'a>, AppError> {
        Tokens::take(self.nodes.as_ref(), limits).await
    }

    /// Remembers the network of a login that worked for the account.
    pub async fn logged_in(&self, from: ClientAddr, email_key: &str) {
        self.at_home.insert((email_key.to_string(), network(from.0)), ()).await;
    }

    /// Sending a link to an address, asked for from a network.
    pub async fn send_link(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        let limits = [(&self.link_network, network(from.0).to_string()), (&self.link, email_key.to_string())];
        self.take(&limits).await.map(|_| ())
    }

    /// Asking for a passkey, and its answer, from a network.
    pub fn ask_passkey(&self, from: ClientAddr) -> Result<(), AppError> {
        self.passkey_network.take(network(from.0)).map(|_| ())
    }

    /// An application without an account: it stores a file, and sends a link to an address.
    pub async fn guest_application(&self, from: ClientAddr, email_key: &str) -> Result<(), AppError> {
        let limits = [(&self.guest_network, network(from.0).to_string()), (&self.link, email_key.to_string())];
        self.take(&limits).await.map(|_| ())
    }

    /// Storing the typed fields of a failed form, for a person or a visitor's network.
    pub fn keep_form(&self, owner: &str) -> Result<(), AppError> {
        self.kept_form.take(owner).map(|_| ())
    }

    /// Counting a view of a posting, from one network.
    pub fn view(&self, from: ClientAddr) -> Result<(), AppError> {
        self.view.take(network(from.0)).map(|_| ())
    }

    /// Drawing a picture for sharing, for one network.
    pub fn share_picture(&self, from: ClientAddr) -> Result<(), AppError> {
        self.share_picture.take(network(from.0)).map(|_| ())
    }

    pub fn message(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.message, user)
    }

    pub fn typing(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.typing, user)
    }

    /// Storing what a page shows: how far somebody has read, and which posting they look at.
    pub fn mark(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.mark, user)
    }

    /// A form with files.
    pub fn upload(&self, user: Uuid) -> Result<(), AppError> {
        check(&self.upload, user)
    }

    /// A place for an upload that is about to be read. Several at once of one person queue, with a timeout.
    pub async fn upload_place(&self, user: Uuid) -> Result<UploadPlace, AppError> {
        let theirs = self
            .uploads
            .lock()
            .unwrap()
            .entry(user)
            .or_insert_with(|| Arc::new(Semaphore::new(MAX_UPLOADS_PER_PERSON)))
            .clone();
        let place = timeout(UPLOAD_QUEUE_TIMEOUT, theirs.acquire_owned()).await;
        let place = place.map_err(|_| AppError::TooMany { seconds: 10 })?.map_err(internal)?;
        Ok(UploadPlace { _one: place, memory: self.upload_memory.clone(), held: None })
    }

    /// A place for a WebSocket, until the guard is dropped. This machine's are not counted.
    pub fn socket(&self, from: ClientAddr) -> Result<Option<Held<IpAddr>>, AppError> {
        let Some(network) = connections::network(from.0) else { return Ok(None) };
        self.sockets.take(network).map(Some).ok_or(AppError::TooMany { seconds: 60 })
    }

    /// Removes idle entries from the limiters; called periodically.
    pub fn sweep(&self) {
        for limiter in [&self.message, &self.typing, &self.mark, &self.upload] {
            limiter.retain_recent();
        }
        self.uploads.lock().unwrap().retain(|_, theirs| Arc::strong_count(theirs) > 1);
    }
}

/// A guess at a password, which counts unless it turns out right.
#[must_use]
pub struct Guess<'a>(Tokens<'a>);

impl Guess<'_> {
    pub async fn was_right(self) -> Result<(), AppError> {
        self.0.give_back().await
    }
}

/// A limit on how many things one owner has at once.
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

/// The guard of one place; dropping it frees the place.
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

/// One upload's permit, and its share of the upload memory.
#[derive(Debug)]
pub struct UploadPlace {
    _one: OwnedSemaphorePermit,
    memory: Arc<Semaphore>,
    held: Option<OwnedSemaphorePermit>,
}

impl UploadPlace {
    /// Reserves memory for bytes that were read. It is reserved as they come, so that slow uploads keep nobody out.
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

pub fn check<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: K) -> Result<(), AppError> {
    limiter.check_key(&key).map_err(|not_until| {
        let wait = not_until.wait_time_from(DefaultClock::default().now());
        AppError::TooMany { seconds: wait.as_secs() + 1 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> ClientAddr {
        ClientAddr(address.parse().unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn uploads_of_one_and_of_all_are_bounded() {
        let (rates, [ada, bob]) = (Rates::default(), [Uuid::from_u128(1), Uuid::from_u128(2)]);
        let mut held = Vec::new();
        for _ in 0..MAX_UPLOADS_PER_PERSON {
            held.push(rates.upload_place(ada).await.unwrap());
        }
        assert!(matches!(rates.upload_place(ada).await, Err(AppError::TooMany { .. })));
        let mut other = rates.upload_place(bob).await.unwrap();
        for place in &mut held {
            place.take(UPLOAD_MEMORY_MB / MAX_UPLOADS_PER_PERSON * 1024 * 1024).unwrap();
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
        assert_eq!(rates.upload_memory.available_permits(), UPLOAD_MEMORY_MB * 1024);
    }

    #[test]
    fn sockets_of_one_network_are_bounded() {
        let rates = Rates::default().with_sockets(1);
        let first = rates.socket(from("2001:db8::1")).unwrap();
        assert!(rates.socket(from("2001:db8::2")).is_err());
        assert!(rates.socket(from("192.0.2.1")).is_ok());
        assert!((0..9).all(|_| rates.socket(from("127.0.0.1")).is_ok()));
        drop(first);
        assert!(rates.socket(from("2001:db8::2")).is_ok());
    }

    async fn login(rates: &Rates, address: &str, email: &str) -> bool {
        rates.login(from(address), email).await.is_ok()
    }

    #[tokio::test]
    async fn who_guesses_locks_nobody_out_elsewhere() {
        let rates = Rates::default();
        for _ in 0..10 {
            assert!(login(&rates, "192.0.2.1", "a@b.example").await);
        }
        let refused = rates.login(from("192.0.2.1"), "a@b.example").await.err();
        assert!(matches!(refused, Some(AppError::TooMany { seconds: 1..=60 })));
        assert!(login(&rates, "192.0.2.1", "other@b.example").await);
        assert!(login(&rates, "192.0.2.2", "a@b.example").await);
    }

    #[tokio::test]
    async fn a_password_that_is_right_does_not_count() {
        let rates = Rates::default();
        let here = from("192.0.2.1");
        for _ in 0..200 {
            rates.login(here, "a@b.example").await.unwrap().was_right().await.unwrap();
            rates.password(here, "a@b.example").await.unwrap().was_right().await.unwrap();
        }
        let mut guesses = 0;
        while login(&rates, "192.0.2.1", "a@b.example").await {
            guesses += 1;
        }
        assert_eq!(guesses, 10, "nor does it wipe out guesses");
    }

    #[tokio::test]
    async fn who_guesses_from_many_networks_is_held_up_and_the_owner_is_not() {
        let rates = Rates::default();
        rates.logged_in(from("192.0.2.1"), "a@b.example").await;
        let mut tries = 0;
        for n in 0..200u8 {
            tries += i32::from(login(&rates, &format!("10.0.0.{n}"), "a@b.example").await);
        }
        assert_eq!(tries, 100);
        assert!(login(&rates, "192.0.2.1", "a@b.example").await);
        assert!(rates.password(from("192.0.2.1"), "a@b.example").await.is_ok());
        assert!(!login(&rates, "192.0.2.7", "a@b.example").await, "a place that the account does not know");
    }
}

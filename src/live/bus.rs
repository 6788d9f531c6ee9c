//! The sockets that are connected to this node, and how they are signalled after a commit.

use std::{
    collections::{BTreeSet, HashMap},
    io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::future::BoxFuture;
use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
};
use tokio::{
    sync::{Notify, mpsc},
    time::timeout,
};
use uuid::Uuid;

use crate::{
    db::{Audience, CacheTag, CommitHook, Db, Engine, EngineTx, Freshness, Outbox, OutboxEvent, Tx},
    error::AppError,
    platform::tasks::supervised,
};

/// The channel of PostgreSQL's NOTIFY.
pub const CHANNEL: &str = "jobi";
/// After so long without a NOTIFY the listening connection is pinged, and must answer within the same time.
pub const LISTEN_TIMEOUT: Duration = Duration::from_millis(1_500);
/// The delay before the listening connection is opened again.
const RECONNECT_DELAY: Duration = Duration::from_millis(500);
/// The capacity of a socket's queue of signals; when it overflows, the socket reads its events from the database.
const SIGNAL_QUEUE_CAPACITY: usize = 32;
/// The limit of one person's sockets on a node.
const MAX_SOCKETS_PER_PERSON: usize = 100;
/// Keys named in one NOTIFY, which carries 8,000 bytes at most.
const MAX_KEYS_PER_NOTICE: usize = 200;
/// Cache tags named in one NOTIFY.
const MAX_TAGS_PER_NOTICE: usize = 100;

/// What the bus signals to a socket.
#[derive(Clone, Debug)]
pub enum Signal {
    /// This event was committed on this node.
    Event(Arc<OutboxEvent>),
    /// An event was committed on another node: read the log of events.
    Look,
    /// Check whether the session is still valid, and read the log of events.
    Recheck,
    /// A frame that is not stored, and may be lost.
    Passing(Arc<str>),
    /// Graceful shutdown.
    Stop,
}

/// The sockets of this node. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Bus(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// This node's id in its NOTIFYs, so that it skips its own.
    node: Uuid,
    sockets: Mutex<HashMap<Audience, Vec<Socket>>>,
    next: AtomicU64,
    open: AtomicUsize,
    closed: Notify,
    stops: AtomicBool,
}

impl Default for Inner {
    fn default() -> Self {
        Self {
            node: Uuid::new_v4(),
            sockets: Mutex::default(),
            next: AtomicU64::default(),
            open: AtomicUsize::default(),
            closed: Notify::default(),
            stops: AtomicBool::default(),
        }
    }
}

#[derive(Clone, Debug)]
struct Socket {
    id: u64,
    signals: mpsc::Sender<Signal>,
    behind: Arc<AtomicBool>,
}

impl Socket {
    fn tell(&self, signal: Signal) {
        // When the queue is full, the flag makes the socket catch up at the next signal. It may have emptied the queue
        // since, so one signal is sent to wake it.
        if self.signals.try_send(signal).is_err() {
            self.behind.store(true, Ordering::Release);
            _ = self.signals.try_send(Signal::Look);
        }
    }
}

/// A socket's subscription to the bus; graceful shutdown waits until it is dropped.
pub struct Subscription {
    bus: Bus,
    /// The audiences subscribed to: first the person, then the thing watched.
    keys: Vec<Audience>,
    id: u64,
    signals: mpsc::Receiver<Signal>,
    behind: Arc<AtomicBool>,
}

impl Subscription {
    /// The next signal. Signals that overflowed the queue become one [`Signal::Recheck`], which also reads the log of
    /// events.
    pub async fn next(&mut self) -> Signal {
        if self.bus.0.stops.load(Ordering::Acquire) {
            return Signal::Stop;
        }
        if self.behind.swap(false, Ordering::AcqRel) {
            return Signal::Recheck;
        }
        self.signals.recv().await.unwrap_or(Signal::Stop)
    }

    /// Subscribes to the frames about a thing, in place of the thing watched before.
    pub fn watch(&mut self, thing: Uuid) {
        self.keys.drain(1..).for_each(|before| self.bus.forget(before, self.id));
        let mut sockets = self.bus.0.sockets.lock().unwrap();
        let mine = sockets.get(&self.keys[0]).and_then(|all| all.iter().find(|s| s.id == self.id)).cloned();
        let thing = Audience::Watchers(thing);
        sockets.entry(thing).or_default().extend(mine);
        drop(sockets);
        self.keys.push(thing);
    }

    /// Unsubscribes from everything.
    pub fn leave(&self) {
        self.keys.iter().for_each(|key| self.bus.forget(*key, self.id));
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.leave();
        self.bus.0.open.fetch_sub(1, Ordering::AcqRel);
        self.bus.0.closed.notify_waiters();
    }
}

impl Bus {
    /// Subscribes a socket of one person, unless they have too many.
    pub fn subscribe(&self, user: Uuid) -> Option<Subscription> {
        let id = self.0.next.fetch_add(1, Ordering::Relaxed);
        let (sender, signals) = mpsc::channel(SIGNAL_QUEUE_CAPACITY);
        let behind = Arc::new(AtomicBool::new(false));
        let socket = Socket { id, signals: sender, behind: behind.clone() };
        let mut sockets = self.0.sockets.lock().unwrap();
        let theirs = sockets.entry(Audience::Person(user)).or_default();
        if theirs.len() >= MAX_SOCKETS_PER_PERSON {
            return None;
        }
        theirs.push(socket);
        self.0.open.fetch_add(1, Ordering::AcqRel);
        Some(Subscription { bus: self.clone(), keys: vec![Audience::Person(user)], id, signals, behind })
    }

    fn forget(&self, key: Audience, id: u64) {
        let mut sockets = self.0.sockets.lock().unwrap();
        if let Some(theirs) = sockets.get_mut(&key) {
            theirs.retain(|socket| socket.id != id);
            if theirs.is_empty() {
                sockets.remove(&key);
            }
        }
    }

    /// Signals committed events to the sockets of their people.
    fn publish(&self, events: &[OutboxEvent]) {
        let sockets = self.0.sockets.lock().unwrap();
        for event in events {
            if let Some(theirs) = sockets.get(&Audience::Person(event.user)) {
                let event = Arc::new(event.clone());
                theirs.iter().for_each(|socket| socket.tell(Signal::Event(event.clone())));
            }
        }
    }

    /// Sends a signal to all sockets of an audience.
    pub fn tell(&self, key: Audience, signal: &Signal) {
        let sockets = self.0.sockets.lock().unwrap();
        sockets.get(&key).into_iter().flatten().for_each(|socket| socket.tell(signal.clone()));
    }

    /// Sends a signal to every socket.
    pub fn tell_all(&self, signal: &Signal) {
        self.0.sockets.lock().unwrap().values().flatten().for_each(|socket| socket.tell(signal.clone()));
    }

    /// Everybody who has a socket on this node.
    pub fn people(&self) -> Vec<Uuid> {
        let person = |key: &Audience| match key {
            Audience::Person(id) => Some(*id),
            Audience::Watchers(_) => None,
        };
        self.0.sockets.lock().unwrap().keys().filter_map(person).collect()
    }

    /// Whether somebody has a socket on this node.
    pub fn knows(&self, user: Uuid) -> bool {
        self.0.sockets.lock().unwrap().contains_key(&Audience::Person(user))
    }

    /// Closes every socket, and waits until they are gone or a timeout.
    pub async fn stop(&self) {
        self.0.stops.store(true, Ordering::Release);
        self.tell_all(&Signal::Stop);
        let gone = async {
            while self.0.open.load(Ordering::Acquire) > 0 {
                let closed = self.0.closed.notified();
                if self.0.open.load(Ordering::Acquire) == 0 {
                    break;
                }
                _ = tokio::time::timeout(Duration::from_millis(100), closed).await;
            }
        };
        _ = tokio::time::timeout(Duration::from_secs(5), gone).await;
    }

    /// The NOTIFY payloads of a commit: the people who have events, and the people whose sessions are to be checked.
    pub fn notices(&self, heard: &[Uuid], checked: &[Uuid]) -> Vec<String> {
        let of = |kind: char, people: &[Uuid]| -> Vec<String> {
            let keys: Vec<Audience> = people.iter().copied().map(Audience::Person).collect();
            keys.chunks(MAX_KEYS_PER_NOTICE)
                .map(|chunk| format!("{}{kind}{}", self.0.node.simple(), list(chunk)))
                .collect()
        };
        [of('e', heard), of('c', checked)].concat()
    }

    /// The NOTIFY payloads of a frame that is not stored.
    pub fn passing_notices(&self, to: &[Audience], frame: &str) -> Vec<String> {
        to.chunks(MAX_KEYS_PER_NOTICE / 2)
            .map(|chunk| format!("{}p{};{frame}", self.0.node.simple(), list(chunk)))
            .collect()
    }

    /// The NOTIFY payloads of the tags that a commit has changed.
    fn change_notices<'a>(&self, tags: impl IntoIterator<Item = &'a CacheTag>) -> Vec<String> {
        let tags: Vec<&str> = tags.into_iter().map(CacheTag::as_str).collect();
        tags.chunks(MAX_TAGS_PER_NOTICE).map(|chunk| format!("{}t{}", self.0.node.simple(), chunk.join(","))).collect()
    }

    /// Applies a NOTIFY payload: another node's, and of this one's what it changes, because a commit may be done long
    /// after it was given up.
    fn take(&self, notice: &str, freshness: &Freshness) {
        let Some((node, rest)) = notice.split_at_checked(32) else { return };
        if let Some(tags) = rest.strip_prefix('t') {
            let tags: Vec<CacheTag> = tags.split(',').map(CacheTag::parse).collect();
            return freshness.change(&tags);
        }
        if node == self.0.node.simple().to_string() {
            return;
        }
        let (keys, signal) = match (rest.get(..1), rest.get(1..)) {
            (Some("e"), Some(keys)) => (keys, Signal::Look),
            (Some("c"), Some(keys)) => (keys, Signal::Recheck),
            (Some("p"), Some(rest)) => match rest.split_once(';') {
                Some((keys, frame)) => (keys, Signal::Passing(frame.into())),
                None => return,
            },
            _ => return,
        };
        keys.split(',').filter_map(parse).for_each(|key| self.tell(key, &signal));
    }

    /// Starts listening to the NOTIFYs of other nodes on the same database.
    pub fn follow_nodes(&self, db: &Db) {
        if let Engine::Postgres(pool) = &db.engine {
            let server = (*pool.connect_options()).clone();
            let (bus, freshness) = (self.clone(), db.freshness.clone());
            freshness.set_hears_all(false);
            let listen = move || bus.clone().listen(server.clone(), LISTEN_TIMEOUT, freshness.clone());
            tokio::spawn(supervised("listening to other nodes", listen));
        }
    }

    /// Sends people a frame that is not stored, on this node and by NOTIFY on the others.
    pub async fn pass(&self, db: &Db, people: &[Uuid], frame: &str) -> Result<(), AppError> {
        let to: Vec<Audience> = people.iter().copied().map(Audience::Person).collect();
        self.hand(&to, frame);
        if let Engine::Postgres(pool) = &db.engine {
            for notice in self.passing_notices(&to, frame) {
                db.writes.answer(super::db::notify_nodes(pool, &[notice])).await?;
            }
        }
        Ok(())
    }

    fn hand(&self, to: &[Audience], frame: &str) {
        let signal = Signal::Passing(frame.into());
        to.iter().for_each(|audience| self.tell(*audience, &signal));
    }

    /// Listens to the other nodes' NOTIFYs for as long as the server runs. After a reconnect every socket rechecks,
    /// because events committed meanwhile are in the database. A connection that is silent for `silence` is pinged.
    pub async fn listen(self, server: PgConnectOptions, silence: Duration, freshness: Freshness) {
        loop {
            let ended = self.listen_once(&server, silence, &freshness).await;
            freshness.set_hears_all(false);
            if let Err(error) = ended {
                tracing::warn!(%error, "cannot listen to the other nodes");
            }
            tokio::time::sleep(RECONNECT_DELAY).await;
        }
    }

    async fn listen_once(
        &self,
        server: &PgConnectOptions,
        silence: Duration,
        freshness: &Freshness,
    ) -> Result<(), sqlx::Error> {
        // Not from the shared connection pool: a dead listener would hold up the pool's close at shutdown.
        let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(silence).connect_lazy_with(server.clone());
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.eager_reconnect(false);
        in_time(silence, listener.listen(CHANNEL)).await?;
        freshness.set_hears_all(true);
        self.tell_all(&Signal::Recheck);
        loop {
            match timeout(silence, listener.try_recv()).await {
                Ok(Ok(Some(notice))) => self.take(notice.payload(), freshness),
                Ok(ended) => return ended.map(|_| ()),
                // A firewall or NAT between may have dropped the connection silently.
                Err(_) => _ = in_time(silence, listener.execute("SELECT 1")).await?,
            }
        }
    }
}

/// Numbers and stores the events of a transaction before its commit, and sends its outbox after the commit.
impl CommitHook for Bus {
    fn before<'a>(&'a self, tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(async {
            super::db::append(tx).await?;
            let outbox = &tx.outbox;
            let heard: BTreeSet<Uuid> = outbox.events.iter().map(|event| event.user).collect();
            let heard: Vec<Uuid> = heard.into_iter().collect();
            let passing = outbox.passing.iter().flat_map(|(to, frame)| self.passing_notices(to, frame));
            let changed = self.change_notices(&outbox.changed);
            let notices = self.notices(&heard, &outbox.rechecks).into_iter().chain(passing).chain(changed);
            let notices: Vec<String> = notices.collect();
            if let EngineTx::Postgres(connection) = &mut tx.engine
                && !notices.is_empty()
            {
                tx.line.answer(super::db::notify_nodes(&mut **connection, &notices)).await?;
            }
            Ok(())
        })
    }

    fn after(&self, outbox: &Outbox) {
        self.publish(&outbox.events);
        outbox.rechecks.iter().for_each(|user| self.tell(Audience::Person(*user), &Signal::Recheck));
        outbox.passing.iter().for_each(|(to, frame)| self.hand(to, frame));
    }
}

async fn in_time<T>(limit: Duration, answer: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
    timeout(limit, answer).await.unwrap_or_else(|_| Err(sqlx::Error::Io(io::ErrorKind::TimedOut.into())))
}

fn list(audiences: &[Audience]) -> String {
    let written = |audience: &Audience| match audience {
        Audience::Person(id) => format!("u{}", id.simple()),
        Audience::Watchers(id) => format!("w{}", id.simple()),
    };
    audiences.iter().map(written).collect::<Vec<_>>().join(",")
}

fn parse(text: &str) -> Option<Audience> {
    let id = Uuid::try_parse(text.get(1..)?).ok()?;
    match text.get(..1)? {
        "u" => Some(Audience::Person(id)),
        "w" => Some(Audience::Watchers(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(user: Uuid, seq: i64) -> OutboxEvent {
        OutboxEvent { user, seq, topic: "test", subject: user, body: "".into() }
    }

    #[tokio::test]
    async fn who_is_too_slow_looks_later() {
        let (bus, user) = (Bus::default(), Uuid::from_u128(1));
        let mut slow = bus.subscribe(user).unwrap();
        bus.publish(&(1..=SIGNAL_QUEUE_CAPACITY as i64 + 5).map(|seq| event(user, seq)).collect::<Vec<_>>());
        assert!(matches!(slow.next().await, Signal::Recheck));
        for seq in 1..=SIGNAL_QUEUE_CAPACITY as i64 {
            assert!(matches!(slow.next().await, Signal::Event(e) if e.seq == seq));
        }
    }

    #[tokio::test]
    async fn other_nodes_are_heard_but_not_oneself() {
        let (here, there, freshness) = (Bus::default(), Bus::default(), Freshness::default());
        let user = Uuid::from_u128(7);
        let mut socket = here.subscribe(user).unwrap();
        for notice in there.notices(&[user], &[user]) {
            there.take(&notice, &freshness);
            here.take(&notice, &freshness);
        }
        assert!(matches!(socket.next().await, Signal::Look));
        assert!(matches!(socket.next().await, Signal::Recheck));
        here.notices(&[user], &[]).iter().for_each(|own| here.take(own, &freshness));
        ["", "x", "e", &"ü".repeat(40)].iter().for_each(|junk| here.take(junk, &freshness));
        assert!(socket.signals.try_recv().is_err());
        drop(socket);
        assert!(here.0.sockets.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_thing_is_watched_until_another_is() {
        let (bus, user) = (Bus::default(), Uuid::from_u128(7));
        let (first, second) = (Uuid::from_u128(8), Uuid::from_u128(9));
        let mut socket = bus.subscribe(user).unwrap();
        socket.watch(first);
        socket.watch(second);
        bus.tell(Audience::Watchers(first), &Signal::Look);
        bus.tell(Audience::Watchers(second), &Signal::Recheck);
        assert!(matches!(socket.next().await, Signal::Recheck));
        assert_eq!(bus.people(), [user]);
        drop(socket);
        assert!(bus.0.sockets.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_person_cannot_be_watched() {
        let (bus, user, other) = (Bus::default(), Uuid::from_u128(7), Uuid::from_u128(8));
        let mut socket = bus.subscribe(user).unwrap();
        socket.watch(other);
        bus.publish(&[event(other, 1)]);
        bus.tell(Audience::Person(other), &Signal::Look);
        assert!(socket.signals.try_recv().is_err());
        assert!(!bus.knows(other));
    }

    #[tokio::test]
    async fn a_person_has_so_many_sockets() {
        let bus = Bus::default();
        let all: Vec<_> = (0..MAX_SOCKETS_PER_PERSON).map(|_| bus.subscribe(Uuid::nil()).unwrap()).collect();
        assert!(bus.subscribe(Uuid::nil()).is_none());
        drop(all);
        assert!(bus.subscribe(Uuid::nil()).is_some());
    }

    #[tokio::test]
    async fn who_is_too_slow_hears_that_the_server_stops() {
        let (bus, user) = (Bus::default(), Uuid::from_u128(1));
        let mut slow = bus.subscribe(user).unwrap();
        bus.publish(&(1..=SIGNAL_QUEUE_CAPACITY as i64 + 5).map(|seq| event(user, seq)).collect::<Vec<_>>());
        let stopped = tokio::spawn({
            let bus = bus.clone();
            async move { bus.stop().await }
        });
        while !matches!(slow.next().await, Signal::Stop) {}
        assert!(!stopped.is_finished(), "the server waits for its sockets");
        drop(slow);
        stopped.await.unwrap();
    }

    #[test]
    fn notices_fit_into_a_notify() {
        let people: Vec<Uuid> = (0..1_000).map(Uuid::from_u128).collect();
        let notices = Bus::default().notices(&people, &[]);
        assert_eq!(notices.len(), 5);
        assert!(notices.iter().all(|n| n.len() < 8_000));
    }
}

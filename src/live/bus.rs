//! Who is connected to this node, and how they hear of what was committed.

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
    db::{Audience, CommitHook, Db, Engine, EngineTx, Outbox, OutboxEvent, Tx},
    error::AppError,
    platform::tasks::supervised,
};

/// The channel of PostgreSQL's NOTIFY.
pub const CHANNEL: &str = "jobi";
/// After so long without a NOTIFY the connection that they come over is asked whether it lives, and has so long again.
pub const LISTEN_TIMEOUT: Duration = Duration::from_millis(1_500);
/// Between one that was lost and the next.
const RECONNECT_DELAY: Duration = Duration::from_millis(500);
/// So many signals wait for a socket that is busy sending; more are read from the database later.
const SIGNAL_QUEUE_CAPACITY: usize = 32;
/// One person's sockets on a node.
const MAX_SOCKETS_PER_PERSON: usize = 100;
/// Keys named in one NOTIFY, which carries 8,000 bytes at most.
const MAX_KEYS_PER_NOTICE: usize = 200;

/// What a socket is told.
#[derive(Clone, Debug)]
pub enum Signal {
    /// This was committed.
    Event(Arc<OutboxEvent>),
    /// Something was committed elsewhere: look.
    Look,
    /// Whether the person may still be here is to be checked.
    Recheck,
    /// A frame that is not stored, and may be lost.
    Passing(Arc<str>),
    /// The server stops.
    Stop,
}

/// The sockets of this node. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Bus(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Tells our own NOTIFYs from those of other nodes.
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
        // When it is full, one that is still in it makes the socket see that it is behind; all may be taken meanwhile.
        if self.signals.try_send(signal).is_err() {
            self.behind.store(true, Ordering::Release);
            _ = self.signals.try_send(Signal::Look);
        }
    }
}

/// A socket's end of the bus; the server waits for it until it is dropped.
pub struct Subscription {
    bus: Bus,
    /// What is listened for: the person, and then a thing.
    keys: Vec<Audience>,
    id: u64,
    signals: mpsc::Receiver<Signal>,
    behind: Arc<AtomicBool>,
}

impl Subscription {
    /// The next signal. Signals that found no place are told as one [`Signal::Recheck`], which looks as well.
    pub async fn next(&mut self) -> Signal {
        if self.bus.0.stops.load(Ordering::Acquire) {
            return Signal::Stop;
        }
        if self.behind.swap(false, Ordering::AcqRel) {
            return Signal::Recheck;
        }
        self.signals.recv().await.unwrap_or(Signal::Stop)
    }

    /// Hears what is passed about a thing as well, and no longer of the one before.
    pub fn watch(&mut self, thing: Uuid) {
        self.keys.drain(1..).for_each(|before| self.bus.forget(before, self.id));
        let mut sockets = self.bus.0.sockets.lock().unwrap();
        let mine = sockets.get(&self.keys[0]).and_then(|all| all.iter().find(|s| s.id == self.id)).cloned();
        let thing = Audience::Watchers(thing);
        sockets.entry(thing).or_default().extend(mine);
        drop(sockets);
        self.keys.push(thing);
    }

    /// Hears nothing any more.
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
    /// Begins to listen for one person, unless too many of their sockets do.
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

    /// Hands what was committed to the people it is for.
    fn publish(&self, events: &[OutboxEvent]) {
        let sockets = self.0.sockets.lock().unwrap();
        for event in events {
            if let Some(theirs) = sockets.get(&Audience::Person(event.user)) {
                let event = Arc::new(event.clone());
                theirs.iter().for_each(|socket| socket.tell(Signal::Event(event.clone())));
            }
        }
    }

    /// Gives a signal to all sockets that listen for something.
    pub fn tell(&self, key: Audience, signal: &Signal) {
        let sockets = self.0.sockets.lock().unwrap();
        sockets.get(&key).into_iter().flatten().for_each(|socket| socket.tell(signal.clone()));
    }

    /// Gives a signal to everybody's.
    pub fn tell_all(&self, signal: &Signal) {
        self.0.sockets.lock().unwrap().values().flatten().for_each(|socket| socket.tell(signal.clone()));
    }

    /// Everybody who is connected here.
    pub fn people(&self) -> Vec<Uuid> {
        let person = |key: &Audience| match key {
            Audience::Person(id) => Some(*id),
            Audience::Watchers(_) => None,
        };
        self.0.sockets.lock().unwrap().keys().filter_map(person).collect()
    }

    /// Whether somebody is connected here.
    pub fn knows(&self, user: Uuid) -> bool {
        self.0.sockets.lock().unwrap().contains_key(&Audience::Person(user))
    }

    /// Ends every socket, and waits until they are gone, but not for long.
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

    /// What other nodes are told of a commit: who has events, and who is to be checked.
    pub fn notices(&self, heard: &[Uuid], checked: &[Uuid]) -> Vec<String> {
        let of = |kind: char, people: &[Uuid]| -> Vec<String> {
            let keys: Vec<Audience> = people.iter().copied().map(Audience::Person).collect();
            keys.chunks(MAX_KEYS_PER_NOTICE)
                .map(|chunk| format!("{}{kind}{}", self.0.node.simple(), list(chunk)))
                .collect()
        };
        [of('e', heard), of('c', checked)].concat()
    }

    /// What other nodes are told of a frame that is not stored.
    pub fn passing_notices(&self, to: &[Audience], frame: &str) -> Vec<String> {
        to.chunks(MAX_KEYS_PER_NOTICE / 2)
            .map(|chunk| format!("{}p{};{frame}", self.0.node.simple(), list(chunk)))
            .collect()
    }

    /// Does what another node's notice says.
    fn take(&self, notice: &str) {
        let Some((node, rest)) = notice.split_at_checked(32) else { return };
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

    /// Begins to listen to other nodes that use the same database.
    pub fn follow_nodes(&self, db: &Db) {
        if let Engine::Postgres(pool) = &db.engine {
            let server = (*pool.connect_options()).clone();
            let bus = self.clone();
            let listen = move || bus.clone().listen(server.clone(), LISTEN_TIMEOUT);
            tokio::spawn(supervised("listening to other nodes", listen));
        }
    }

    /// Hands people a frame that is not stored, on this node and on the others.
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

    /// Listens to the other nodes for as long as the server runs. After a broken connection everybody looks: what
    /// was told meanwhile is in the database. One that says nothing for `silence` is asked whether it lives.
    pub async fn listen(self, server: PgConnectOptions, silence: Duration) {
        loop {
            if let Err(error) = self.listen_once(&server, silence).await {
                tracing::warn!(%error, "cannot listen to the other nodes");
            }
            tokio::time::sleep(RECONNECT_DELAY).await;
        }
    }

    async fn listen_once(&self, server: &PgConnectOptions, silence: Duration) -> Result<(), sqlx::Error> {
        // Not one of the other queries' connections: one that is dead would be waited for when the server stops.
        let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(silence).connect_lazy_with(server.clone());
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.eager_reconnect(false);
        in_time(silence, listener.listen(CHANNEL)).await?;
        self.tell_all(&Signal::Recheck);
        loop {
            match timeout(silence, listener.try_recv()).await {
                Ok(Ok(Some(notice))) => self.take(notice.payload()),
                Ok(ended) => return ended.map(|_| ()),
                // Whatever lies between may have dropped the connection without a word.
                Err(_) => _ = in_time(silence, listener.execute("SELECT 1")).await?,
            }
        }
    }
}

/// Numbers and stores the events of a transaction, and tells of them and the rest of its outbox once it is committed.
impl CommitHook for Bus {
    fn before<'a>(&'a self, tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(async {
            super::db::append(tx).await?;
            let outbox = &tx.outbox;
            let heard: BTreeSet<Uuid> = outbox.events.iter().map(|event| event.user).collect();
            let heard: Vec<Uuid> = heard.into_iter().collect();
            let passing = outbox.passing.iter().flat_map(|(to, frame)| self.passing_notices(to, frame));
            let notices: Vec<String> = self.notices(&heard, &outbox.rechecks).into_iter().chain(passing).collect();
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
        let (here, there) = (Bus::default(), Bus::default());
        let user = Uuid::from_u128(7);
        let mut socket = here.subscribe(user).unwrap();
        for notice in there.notices(&[user], &[user]) {
            there.take(&notice);
            here.take(&notice);
        }
        assert!(matches!(socket.next().await, Signal::Look));
        assert!(matches!(socket.next().await, Signal::Recheck));
        here.notices(&[user], &[]).iter().for_each(|own| here.take(own));
        ["", "x", "e", &"ü".repeat(40)].iter().for_each(|junk| here.take(junk));
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

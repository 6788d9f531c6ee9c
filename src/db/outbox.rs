//! The outbox of a transaction: plain data that the commit hooks send once it is committed.

use std::{collections::BTreeSet, fmt, sync::Arc};

use futures::future::BoxFuture;
use uuid::Uuid;

use super::{CacheTag, Tx};

/// What the commit hooks send after the commit.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    pub events: Vec<OutboxEvent>,
    /// People whose sockets are checked: their session may be over.
    pub rechecks: Vec<Uuid>,
    /// Frames that are not stored, and their audiences.
    pub passing: Vec<(Vec<Audience>, Arc<str>)>,
    /// People whose count of unread notifications has changed.
    pub counts: BTreeSet<Uuid>,
    /// What caches no longer hold truly.
    pub changed: BTreeSet<CacheTag>,
}

/// An event for one person. Only its topic and subject are stored; its body is built from them when a socket reads it
/// later.
#[derive(Clone, Debug)]
pub struct OutboxEvent {
    pub user: Uuid,
    /// Its sequence number in that person's log of events, once it has one.
    pub seq: i64,
    pub topic: &'static str,
    pub subject: Uuid,
    /// Its body as JSON as of this transaction, for the sockets that are connected.
    pub body: Arc<str>,
}

/// Whose sockets receive a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    Person(Uuid),
    /// Whoever's page shows this thing.
    Watchers(Uuid),
}

/// A hook that runs at every commit.
pub trait CommitHook: Send + Sync {
    /// Writes inside the transaction, right before the commit; an error rolls it back.
    fn before<'a>(&'a self, _tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Sends the outbox of a transaction that has been committed.
    fn after(&self, _outbox: &Outbox) {}
}

/// All commit hooks, in the order in which they run. Cheap to clone.
#[derive(Clone, Default)]
pub struct CommitHooks(Arc<Vec<Box<dyn CommitHook>>>);

impl CommitHooks {
    pub fn new(hooks: Vec<Box<dyn CommitHook>>) -> Self {
        Self(Arc::new(hooks))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &dyn CommitHook> {
        self.0.iter().map(|hook| &**hook)
    }
}

impl fmt::Debug for CommitHooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} hooks", self.0.len())
    }
}

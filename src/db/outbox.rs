//! What is to be told once a transaction is committed: plain data, which those who are plugged in act on.

use std::{collections::BTreeSet, fmt, sync::Arc};

use futures::future::BoxFuture;
use uuid::Uuid;

use super::Tx;

/// What a transaction leaves to be told.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    pub events: Vec<OutboxEvent>,
    /// Whose sockets to check: they may no longer be here.
    pub rechecks: Vec<Uuid>,
    /// Frames that are not stored, and whom to hand them.
    pub passing: Vec<(Vec<Audience>, Arc<str>)>,
    /// Whose count of unread notifications has changed.
    pub counts: BTreeSet<Uuid>,
}

/// Something that one person is to hear of. What is stored of it is what it is about, by topic and subject; what there
/// is to say is read when it is told.
#[derive(Clone, Debug)]
pub struct OutboxEvent {
    pub user: Uuid,
    /// That person's number of it, once it has one.
    pub seq: i64,
    pub topic: &'static str,
    pub subject: Uuid,
    /// What there is to say now, as JSON, for those who hear of it at once.
    pub body: Arc<str>,
}

/// Whom something is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    Person(Uuid),
    /// Whoever's page shows this thing.
    Watchers(Uuid),
}

/// What is plugged into every transaction.
pub trait CommitHook: Send + Sync {
    /// Works inside the transaction, right before it is committed.
    fn before<'a>(&'a self, _tx: &'a mut Tx) -> BoxFuture<'a, Result<(), sqlx::Error>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Acts on what has been committed.
    fn after(&self, _outbox: &Outbox) {}
}

/// All that is plugged in, in its order. Cheap to clone.
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

//! The queue of what is to be done after a commit, such as mails. A task is written in the transaction of its cause, so
//! that neither is there without the other; it is leased by one node at a time, tried again after growing pauses, and
//! gone once it is done.

mod db;
mod worker;

use std::{sync::Arc, time::Duration};

use futures::future::BoxFuture;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

pub use self::{
    db::{Listed, enqueue, finish, list, put_off, retry},
    worker::{work, work_due},
};
use super::Platform;
use crate::error::{AppError, internal};

/// How long a node has for one try; a task that it has not finished then is another's.
pub const LEASE_TIME: Duration = Duration::from_secs(120);
/// The pauses between tries. A task that fails after the last one is given up, until an operator begins anew.
const PAUSES: [Duration; 9] = [
    Duration::from_secs(15),
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(15 * 60),
    Duration::from_secs(60 * 60),
    Duration::from_secs(3 * 60 * 60),
    Duration::from_secs(6 * 60 * 60),
    Duration::from_secs(12 * 60 * 60),
    Duration::from_secs(24 * 60 * 60),
];

/// A task to be queued.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// The [`TaskHandler`] that does it.
    pub kind: &'static str,
    /// Of those with the same subject one waits at a time: a later one changes nothing.
    pub subject: Option<String>,
    /// What its handler reads, as JSON.
    pub payload: String,
    /// How long it waits at least.
    pub delay: Duration,
}

impl NewTask {
    /// A task to be done at once.
    pub fn new(kind: &'static str, payload: &impl Serialize) -> Result<Self, AppError> {
        let payload = serde_json::to_string(payload).map_err(internal)?;
        Ok(Self { kind, subject: None, payload, delay: Duration::ZERO })
    }
}

/// A task that this node has leased.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Task {
    pub id: Uuid,
    pub kind: String,
    pub payload: String,
    /// Tries so far, with this one.
    pub attempts: i64,
    /// Which lease it is; see [`finish`].
    pub lease: Uuid,
}

impl Task {
    /// What is to be done; what cannot be read never will be.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, TaskError> {
        serde_json::from_str(&self.payload).map_err(|error| TaskError::Never(error.to_string()))
    }
}

/// Why a try has failed. The text is for the operator, and holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskError {
    /// May succeed later.
    Later(String),
    /// Will not succeed, however often it is tried.
    Never(String),
}

impl From<AppError> for TaskError {
    fn from(error: AppError) -> Self {
        Self::Later(format!("{error:?}"))
    }
}

impl From<sqlx::Error> for TaskError {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}

/// Does the tasks of one kind.
pub trait TaskHandler: Send + Sync {
    fn kind(&self) -> &'static str;

    /// Does a task, and [`finish`]es it in the transaction of what it writes.
    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>>;
}

/// The handlers of all kinds. Cheap to clone.
#[derive(Clone)]
pub struct TaskHandlers(Arc<Vec<Box<dyn TaskHandler>>>);

impl TaskHandlers {
    pub fn new(handlers: Vec<Box<dyn TaskHandler>>) -> Self {
        Self(Arc::new(handlers))
    }

    fn of(&self, kind: &str) -> Option<&dyn TaskHandler> {
        self.0.iter().map(|handler| &**handler).find(|handler| handler.kind() == kind)
    }
}

/// The pause after this many tries; none after the last.
fn pause(attempts: i64) -> Option<Duration> {
    PAUSES.get(usize::try_from(attempts).ok()?.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        let pauses: Vec<_> = (1..).map_while(pause).collect();
        assert!(pauses.is_sorted() && pauses.len() == PAUSES.len(), "{pauses:?}");
        assert_eq!(pause(0), Some(PAUSES[0]));
        assert_eq!(pause(10), None);
    }
}

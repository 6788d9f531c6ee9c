//! The database with all commit hooks.

use std::time::Duration;

use crate::{
    db::{CommitHooks, Db, OpenError},
    live::{LockPeople, bus::Bus},
    notifications::CountUnread,
};

/// Opens the database, and the bus that signals commits to sockets. `answer_time` is the timeout of a statement.
pub async fn open(url: &str, answer_time: Duration) -> Result<(Db, Bus), OpenError> {
    let bus = Bus::default();
    let hooks = CommitHooks::new(vec![Box::new(LockPeople), Box::new(CountUnread), Box::new(bus.clone())]);
    Ok((Db::open(url, answer_time, hooks).await?, bus))
}

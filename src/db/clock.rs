//! The clock that everything is stored and judged by. Tests move it, to try deadlines and what expires.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::Notify;

/// How far ahead of the machine's clock it is, in microseconds.
static AHEAD: AtomicI64 = AtomicI64::new(0);
static MOVED: Notify = Notify::const_new();

/// The time to store: PostgreSQL keeps microseconds, so SQLite shall too.
pub fn now() -> DateTime<Utc> {
    (Utc::now() + TimeDelta::microseconds(AHEAD.load(Ordering::Relaxed))).trunc_subsecs(6)
}

/// Moves the clock forward, in this process alone.
pub fn move_clock(by: TimeDelta) {
    AHEAD.fetch_add(by.num_microseconds().unwrap_or_default(), Ordering::Relaxed);
    MOVED.notify_waiters();
}

/// Waits until the clock is moved.
pub async fn clock_moved() {
    MOVED.notified().await;
}

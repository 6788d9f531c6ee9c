//! What runs besides requests: closing what has run out, writing counted views, clearing up.

use std::time::Duration;

use tokio::{
    task::JoinHandle,
    time::{Interval, MissedTickBehavior},
};

use super::state::AppState;
use crate::{accounts, error::AppError, jobs};

/// Starts the background work; abort the handle to stop it.
pub fn start(state: AppState) -> JoinHandle<()> {
    tokio::spawn(async move {
        let (mut minute, mut moment) = (every(60), every(5));
        loop {
            let (what, result) = tokio::select! {
                _ = minute.tick() => ("clearing up", sweep(&state).await),
                _ = moment.tick() => ("writing views", state.views.flush(&state.db).await),
            };
            if let Err(error) = result {
                tracing::warn!(%error, "{what} failed");
            }
        }
    })
}

fn every(seconds: u64) -> Interval {
    let mut every = tokio::time::interval(Duration::from_secs(seconds));
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    every
}

async fn sweep(state: &AppState) -> Result<(), AppError> {
    state.rates.sweep();
    jobs::close_expired(&state.db).await?;
    accounts::sweep(&state.db).await
}

//! What runs besides requests: closing what has run out, writing counted views, clearing up.

use std::time::Duration;

use tokio::{task::JoinHandle, time::MissedTickBehavior};

use super::state::AppState;
use crate::{accounts, error::AppError};

/// Starts the background work; abort the handle to stop it.
pub fn start(state: AppState) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut every = tokio::time::interval(Duration::from_secs(60));
        every.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            every.tick().await;
            if let Err(error) = sweep(&state).await {
                tracing::warn!(%error, "clearing up failed");
            }
        }
    })
}

async fn sweep(state: &AppState) -> Result<(), AppError> {
    state.rates.sweep();
    accounts::sweep(&state.db).await
}

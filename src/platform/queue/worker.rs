//! Does what is queued.

use std::time::Duration;

use tokio::{task::JoinSet, time::timeout};

use super::{LEASE_TIME, Task, TaskError, TaskHandlers, db, pause};
use crate::{db::now, error::AppError, platform::Platform};

/// Tasks that a node does at once.
const TASKS_AT_ONCE: usize = 8;
/// How often an idle node looks.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// The time of one try, well within its lease.
const TRY_TIME: Duration = Duration::from_secs(90);
const _: () = assert!(TRY_TIME.as_secs() < LEASE_TIME.as_secs());

/// Does queued tasks for as long as the server runs.
pub async fn work(platform: Platform, handlers: TaskHandlers) {
    let mut running = JoinSet::new();
    loop {
        let free = TASKS_AT_ONCE - running.len();
        let leased = match free {
            0 => Vec::new(),
            free => db::lease(&platform.db, free).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "leasing tasks failed");
                Vec::new()
            }),
        };
        for task in leased {
            let (platform, handlers) = (platform.clone(), handlers.clone());
            running.spawn(async move { run(&platform, &handlers, &task).await });
        }
        if running.len() == TASKS_AT_ONCE {
            _ = running.join_next().await;
        } else {
            // What has ended meanwhile makes room, and may have queued the next.
            tokio::select! {
                Some(_) = running.join_next() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }
}

/// Does what is due, until nothing is. Returns how many tasks it has tried.
pub async fn work_due(platform: &Platform, handlers: &TaskHandlers) -> Result<usize, AppError> {
    let mut tried = 0;
    loop {
        let leased = db::lease(&platform.db, TASKS_AT_ONCE).await?;
        if leased.is_empty() {
            return Ok(tried);
        }
        tried += leased.len();
        for task in leased {
            run(platform, handlers, &task).await;
        }
    }
}

async fn run(platform: &Platform, handlers: &TaskHandlers, task: &Task) {
    let result = match handlers.of(&task.kind) {
        Some(handler) => timeout(TRY_TIME, handler.run(platform, task))
            .await
            .unwrap_or_else(|_| Err(TaskError::Later("it took too long".into()))),
        // A newer release may have queued it.
        None => Err(TaskError::Later(format!("this release knows no {}", task.kind))),
    };
    let (error, again) = match result {
        Ok(()) => return,
        Err(TaskError::Later(error)) => (error, pause(task.attempts).map(|pause| now() + pause)),
        Err(TaskError::Never(error)) => (error, None),
    };
    tracing::warn!(task = %task.id, kind = task.kind, attempts = task.attempts, error, gave_up = again.is_none(), "a task failed");
    if let Err(error) = db::fail(&platform.db, task, &error, again).await {
        // The lease ends by itself.
        tracing::warn!(%error, "a failed task was not noted");
    }
}

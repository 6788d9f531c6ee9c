//! `jobi jobs`: the queue of what is done in the background.

use clap::Subcommand;
use uuid::Uuid;

use super::{Failure, say};
use crate::{db::Db, platform::queue};

#[derive(Subcommand)]
pub enum TaskCommand {
    /// List what is queued: id, kind, state, tries, when it is due, and the last error
    List,
    /// Begin anew with ID, or with all that were given up
    Retry { id: Option<Uuid> },
}

/// Runs one of the commands.
pub async fn run(db: &Db, asked: TaskCommand) -> Result<(), Failure> {
    match asked {
        TaskCommand::List => list(db).await,
        TaskCommand::Retry { id } => {
            let begun = queue::retry(db, id).await?;
            match (id, begun) {
                (Some(id), 0) => {
                    Err(format!("nothing called {id} waits; it may be done, or be tried right now").into())
                }
                _ => Ok(say(format!("{begun} to be tried again."))?),
            }
        }
    }
}

async fn list(db: &Db) -> Result<(), Failure> {
    let mut after = Uuid::nil();
    loop {
        let tasks = queue::list(db, after, 500).await?;
        let Some(last) = tasks.last() else { return Ok(()) };
        after = last.id;
        for task in tasks {
            let state = if task.failed_at.is_some() { "failed" } else { "queued" };
            let error = task.last_error.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let due = task.run_at.format("%Y-%m-%dT%H:%M:%SZ");
            say(format!("{}\t{}\t{state}\t{}\t{due}\t{error}", task.id, task.kind, task.attempts))?;
        }
    }
}

//! `jobi report`.

use clap::Subcommand;
use uuid::Uuid;

use super::{Failure, say};
use crate::{
    db::Db,
    messages,
    platform::audit::{Act, SecurityEvent, record_aside},
};

#[derive(Subcommand)]
pub enum ReportCommand {
    /// List what waits, the oldest first
    List,
    /// Note that a report was handled; who made it is told
    Handle { id: Uuid },
}

/// Runs one of the commands.
pub async fn run(db: &Db, asked: ReportCommand) -> Result<(), Failure> {
    match asked {
        ReportCommand::List => {
            for report in messages::reports(db).await? {
                let messages::Report { id, conversation_id, reporter, seeker, company, title, reason, created_at } =
                    report;
                let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
                let day = created_at.date_naive();
                say(format!("{id}\t{day}\t{reporter}\t{seeker}\t{company}\t{title}\t{conversation_id}\t{reason}"))?;
            }
        }
        ReportCommand::Handle { id } => {
            messages::handle_report(db, id).await.map_err(|_| format!("no report {id} waits"))?;
            record_aside(db, Act::command(SecurityEvent::CommandReportHandle, None).on("report", id)).await;
            say("The report is handled.")?;
        }
    }
    Ok(())
}

//! The SQL of applications. The seekers' queries are in `sent` and `new`, the employers' in `candidates`, a posting's
//! stages in `stages`.

mod by_hand;
mod candidates;
mod claim;
mod guest_links;
mod guests;
mod moves;
mod new;
mod sent;
mod stages;

use chrono::{DateTime, Utc};
use sqlx::{query, query_as};
use uuid::Uuid;

pub use by_hand::{Addition, Noted, add, agree, object, postings_to_add_to};
pub use candidates::*;
pub use claim::claim;
use guest_links::erase_candidate;
pub use guest_links::*;
pub use guests::{NewPending, confirm, guest_files_named, guest_start, store_pending, sweep_guests};
pub use moves::{Change, change_stage};
use sent::anonymise_rows;
pub use sent::*;
pub use stages::{Editor, save_stages, stages_of};

use super::model::{StageChange, Standing};
use crate::{
    db::{Db, Tx},
    error::AppError,
    execute, read,
};

/// The columns that a [`Standing`] is read from, of an application `a` and its stage `s`.
macro_rules! standing {
    () => {
        "a.outcome, a.stage_kind, s.name AS stage_name"
    };
}
use standing;

/// Stores in `stage_changes` that an application came to stand so.
async fn note_change(
    tx: &mut Tx,
    application: Uuid,
    standing: &Standing,
    by: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO stage_changes (id, application_id, stage_kind, stage_name, outcome, by_user, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(Uuid::now_v7())
        .bind(application)
        .bind(standing.stage_kind)
        .bind(&standing.stage_name)
        .bind(standing.outcome)
        .bind(by)
        .bind(at)
    )?;
    Ok(())
}

/// The history of an application, oldest first.
async fn changes(db: &Db, application: Uuid) -> Result<Vec<StageChange>, AppError> {
    let changes = read!(db, |c| {
        query_as(
            "SELECT s.outcome, s.stage_kind, s.stage_name, s.created_at AS at, u.name AS by FROM stage_changes s
             LEFT JOIN users u ON u.id = s.by_user
             WHERE s.application_id = $1 ORDER BY s.id",
        )
        .bind(application)
        .fetch_all(c)
    });
    Ok(changes?)
}

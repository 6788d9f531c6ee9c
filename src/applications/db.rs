//! The SQL of applications. The seekers' queries are in `sent`, the employers' in `candidates`.

mod candidates;
mod sent;

use chrono::{DateTime, Utc};
use sqlx::{query, query_as};
use uuid::Uuid;

pub use candidates::*;
pub use sent::*;

use super::model::{Stage, StageChange};
use crate::{
    db::{Db, Tx},
    error::AppError,
    execute, read,
};

/// The column `before` of an application `a`: its stage before the withdrawal.
macro_rules! stage_before {
    () => {
        "CASE WHEN a.stage = 'withdrawn' THEN (SELECT s.stage FROM stage_changes s
             WHERE s.application_id = a.id AND s.stage <> 'withdrawn' ORDER BY s.id DESC LIMIT 1) END AS before"
    };
}
use stage_before;

/// Stores in `stage_changes` that an application was moved to a stage.
async fn note_stage(tx: &mut Tx, application: Uuid, stage: Stage, by: Uuid, at: DateTime<Utc>) -> Result<(), AppError> {
    execute!(
        tx,
        query("INSERT INTO stage_changes (id, application_id, stage, by_user, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(Uuid::now_v7())
            .bind(application)
            .bind(stage)
            .bind(by)
            .bind(at)
    )?;
    Ok(())
}

/// The history of an application's stages, oldest first.
async fn changes(db: &Db, application: Uuid) -> Result<Vec<StageChange>, AppError> {
    let changes = read!(db, |c| {
        query_as(
            "SELECT s.stage, s.created_at AS at, u.name AS by FROM stage_changes s
             LEFT JOIN users u ON u.id = s.by_user
             WHERE s.application_id = $1 ORDER BY s.id",
        )
        .bind(application)
        .fetch_all(c)
    });
    Ok(changes?)
}

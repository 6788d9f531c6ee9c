//! Moves of applications by their companies.

use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{note_change, stages::stages_in, standing};
use crate::{
    accounts,
    applications::{
        ApplicationProblem, StageChanged,
        guest_tasks::tell_stage_later,
        model::{Decision, Outcome, PostingStage, Standing},
    },
    db::{Db, Tx, now},
    error::{AppError, Problem},
    execute,
    jobs::PostingChanged,
    live,
    notifications::{Kind, Notice, notify},
    write_in,
};

/// A decision about an application in the version that the company member saw.
pub struct Change {
    pub company: Uuid,
    pub by: Uuid,
    pub id: Uuid,
    pub decision: Decision,
    pub version: i64,
}

/// The present row of an application that is to be moved.
#[derive(FromRow)]
struct Present {
    stage_id: Uuid,
    #[sqlx(flatten)]
    standing: Standing,
    version: i64,
    user_id: Option<Uuid>,
    anonymised: bool,
    posting_id: Uuid,
    title: String,
}

/// Moves an application; refused as `Stale` if it has another version by now (optimistic locking). Idempotent: the same
/// move sent twice is one.
pub async fn change_stage(db: &Db, change: Change) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let present: Option<Present> = write_in!(&mut tx, |c| {
        query_as(concat!(
            "SELECT a.stage_id, a.version, a.user_id, a.anonymised_at IS NOT NULL AS anonymised, a.posting_id, p.title, ",
            standing!(),
            " FROM applications a
             JOIN postings p ON p.id = a.posting_id JOIN posting_stages s ON s.id = a.stage_id
             WHERE a.id = $1 AND p.company_id = $2",
        ))
        .bind(change.id)
        .bind(change.company)
        .fetch_optional(c)
    })?;
    let present = present.ok_or(AppError::NotFound)?;
    let stages = stages_in(&mut tx, present.posting_id).await?;
    let Some((stage, outcome)) = change.decision.target(&stages, present.stage_id) else {
        // A colleague has removed it meanwhile.
        return Err(AppError::Refused(Problem::Stale));
    };
    let is_there = (present.stage_id, present.standing.outcome) == (stage.id, outcome);
    if is_there && (present.version == change.version || is_done(&mut tx, &change, &stage, outcome).await?) {
        return Ok(());
    }
    if !set_stage(&mut tx, &change, &stage, outcome).await? {
        // It may have been moved since it was read, perhaps because the same form was sent twice.
        return match is_done(&mut tx, &change, &stage, outcome).await? {
            _ if present.standing.outcome == Outcome::Withdrawn || present.anonymised => {
                Err(AppError::refused(ApplicationProblem::WrongStage))
            }
            true => Ok(()),
            false => Err(AppError::Refused(Problem::Stale)),
        };
    }
    let standing = Standing { outcome, stage_kind: stage.kind, stage_name: stage.name };
    note_change(&mut tx, change.id, &standing, Some(change.by), now()).await?;
    tell(&mut tx, &change, present, &standing).await?;
    Ok(tx.commit().await?)
}

/// Sets the stage of the version given; returns whether it was that one, and can be moved.
async fn set_stage(tx: &mut Tx, change: &Change, stage: &PostingStage, outcome: Outcome) -> Result<bool, AppError> {
    let moved = execute!(
        tx,
        query(
            "UPDATE applications SET stage_id = $1, stage_kind = $2, outcome = $3, version = version + 1, updated_at = $4
             WHERE id = $5 AND version = $6 AND outcome <> 'withdrawn' AND anonymised_at IS NULL"
        )
        .bind(stage.id)
        .bind(stage.kind)
        .bind(outcome)
        .bind(now())
        .bind(change.id)
        .bind(change.version)
    );
    match moved {
        // A colleague is just removing that stage.
        Err(sqlx::Error::Database(e)) if e.is_foreign_key_violation() => Err(AppError::Refused(Problem::Stale)),
        moved => Ok(moved? > 0),
    }
}

/// Tells the company's members of a move, and the candidate.
async fn tell(tx: &mut Tx, change: &Change, present: Present, standing: &Standing) -> Result<(), AppError> {
    let members = accounts::members_at(tx, change.company, present.posting_id).await?;
    let event = StageChanged { id: change.id, stage: standing.stage() };
    live::publish(tx, members.iter().copied().chain(present.user_id), &event);
    live::publish(tx, members, &PostingChanged { id: present.posting_id });
    let notice = |user| Notice {
        user,
        kind: Kind::StageChanged,
        about: change.id,
        subject: None,
        title: present.title.clone(),
        name: standing.told(),
    };
    if present.user_id.is_none() {
        return tell_stage_later(tx, change.id, present.standing).await;
    }
    notify(tx, present.user_id.map(notice).into_iter().collect()).await
}

/// Whether this change was made already (a retry): of the version before the present one, to this stage, by this user.
async fn is_done(tx: &mut Tx, change: &Change, stage: &PostingStage, outcome: Outcome) -> Result<bool, AppError> {
    let done: i64 = write_in!(tx, |c| {
        query_scalar(
            "SELECT COUNT(*) FROM applications a
             WHERE a.id = $1 AND a.version = $2 + 1 AND a.stage_id = $3 AND a.outcome = $4
                 AND $5 = (SELECT s.by_user FROM stage_changes s WHERE s.application_id = a.id ORDER BY s.id DESC LIMIT 1)",
        )
        .bind(change.id)
        .bind(change.version)
        .bind(stage.id)
        .bind(outcome)
        .bind(change.by)
        .fetch_one(c)
    })?;
    Ok(done > 0)
}

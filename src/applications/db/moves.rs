//! Moves of applications by their companies.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{changes, note_change, sent::TOLD_AFTER, stages::stages_in, standing};
use crate::{
    accounts,
    applications::{
        ApplicationProblem, StageChanged,
        guest_tasks::tell_stage_later,
        model::{Decision, Moved, Outcome, PostingStage, Standing},
    },
    db::{Db, Tx, now},
    error::{AppError, Problem},
    execute,
    jobs::PostingChanged,
    live,
    notifications::{Kind, Notice, notify},
    read, write_in,
};

/// How long a move can be taken back before its candidate hears of it: a little more than pages offer it.
pub const UNDO_TIME: Duration = Duration::from_secs(12);

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
}

/// Moves an application; refused as `Stale` if it has another version by now (optimistic locking). Idempotent: the same
/// move sent twice is one.
pub async fn change_stage(db: &Db, change: Change) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let present: Option<Present> = write_in!(&mut tx, |c| {
        query_as(concat!(
            "SELECT a.stage_id, a.version, a.user_id, a.anonymised_at IS NOT NULL AS anonymised, a.posting_id, ",
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
    let target = match change.decision {
        Decision::Back => before_last(&mut tx, &change, &stages).await?,
        decision => decision.target(&stages, present.stage_id),
    };
    let Some((stage, outcome)) = target else {
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
    live::publish(tx, members.iter().copied(), &StageChanged { id: change.id, stage: standing.stage() });
    live::publish(tx, members, &PostingChanged { id: present.posting_id });
    tell_stage_later(tx, change.id, present.standing, present.user_id.is_some()).await
}

/// What a candidate with an account is told of a move.
#[derive(FromRow)]
struct Told {
    user_id: Uuid,
    title: String,
    updated_at: DateTime<Utc>,
    #[sqlx(flatten)]
    standing: Standing,
}

/// Tells a candidate with an account where their application stands by now, unless it is back where it was `before`.
/// Returns when it can be told, where it was moved again just now.
pub async fn tell_stage(tx: &mut Tx, application: Uuid, before: &Standing) -> Result<Option<DateTime<Utc>>, AppError> {
    let found: Option<Told> = write_in!(&mut *tx, |c| {
        query_as(concat!(
            "SELECT a.user_id, p.title, a.updated_at, ",
            standing!(),
            " FROM applications a
             JOIN postings p ON p.id = a.posting_id JOIN posting_stages s ON s.id = a.stage_id
             WHERE a.id = $1 AND a.user_id IS NOT NULL AND a.outcome <> 'withdrawn'",
        ))
        .bind(application)
        .fetch_optional(c)
    })?;
    let Some(told) = found.filter(|told| told.standing != *before) else { return Ok(None) };
    let due = told.updated_at + TimeDelta::from_std(UNDO_TIME).unwrap_or_default();
    if due > now() {
        return Ok(Some(due));
    }
    live::publish(tx, [told.user_id], &StageChanged { id: application, stage: told.standing.stage() });
    let notice = Notice {
        user: told.user_id,
        kind: Kind::StageChanged,
        about: application,
        subject: None,
        title: told.title,
        name: told.standing.told(),
    };
    notify(tx, vec![notice]).await?;
    Ok(None)
}

/// An earlier or later row of an application's history.
#[derive(FromRow)]
struct Step {
    #[sqlx(flatten)]
    standing: Standing,
    created_at: DateTime<Utc>,
}

/// Where an application stood before its last move, if that was just now.
async fn before_last(
    tx: &mut Tx,
    change: &Change,
    stages: &[PostingStage],
) -> Result<Option<(PostingStage, Outcome)>, AppError> {
    let steps: Vec<Step> = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT s.outcome, s.stage_kind, s.stage_name, s.created_at FROM stage_changes s
             WHERE s.application_id = $1 ORDER BY s.id DESC LIMIT 3",
        )
        .bind(change.id)
        .fetch_all(c)
    })?;
    let too_late = || AppError::refused(ApplicationProblem::TooLateToUndo);
    let last = steps.first().filter(|last| last.created_at > now() - TOLD_AFTER).ok_or_else(too_late)?;
    // Pressed twice: it is back already.
    let back = steps.get(2).is_some_and(|first| first.standing == last.standing);
    let pressed_twice = back && version_of(tx, change.id).await? == change.version + 1;
    let before = if pressed_twice { last } else { steps.get(1).ok_or_else(too_late)? };
    let Standing { outcome, stage_kind, stage_name } = &before.standing;
    let named = stages.iter().find(|stage| stage.kind == *stage_kind && stage.name == *stage_name);
    let stage = named.or_else(|| stages.iter().find(|stage| stage.kind == *stage_kind));
    Ok(stage.map(|stage| (stage.clone(), *outcome)))
}

async fn version_of(tx: &mut Tx, id: Uuid) -> Result<i64, AppError> {
    let version = write_in!(&mut *tx, |c| {
        query_scalar("SELECT version FROM applications WHERE id = $1").bind(id).fetch_one(c)
    });
    Ok(version?)
}

#[derive(FromRow)]
struct MovedRow {
    name: String,
    version: i64,
    #[sqlx(flatten)]
    standing: Standing,
}

/// An application that was just moved, where that can be taken back.
pub async fn moved(db: &Db, company: Uuid, id: Uuid) -> Result<Option<Moved>, AppError> {
    let found: Option<MovedRow> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.name, a.version, ",
            standing!(),
            " FROM applications a
             JOIN postings p ON p.id = a.posting_id JOIN posting_stages s ON s.id = a.stage_id
             WHERE a.id = $1 AND p.company_id = $2 AND a.outcome <> 'withdrawn' AND a.anonymised_at IS NULL",
        ))
        .bind(id)
        .bind(company)
        .fetch_optional(c)
    })?;
    let MovedRow { name, version, standing } = found.ok_or(AppError::NotFound)?;
    let changes = changes(db, id).await?;
    let just_now = changes.last().is_some_and(|last| last.at > now() - TOLD_AFTER);
    Ok((just_now && changes.len() > 1).then_some(Moved { id, name, version, standing }))
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

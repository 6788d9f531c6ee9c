//! Background tasks on all postings of a company: a batch in each transaction, so that nobody waits for a company with
//! thousands. Progress is stored in the table `company_tasks`, so that any node continues the task.

use sqlx::{FromRow, query, query_as, query_scalar};
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

use super::index::index;
use crate::{
    db::{Audience, Db, Lock, Tx, now},
    error::AppError,
    execute,
    jobs::{PostingChanged, tags},
    live::frame_json,
    read, write_in,
};

/// Postings of one batch, and so of one transaction.
pub const POSTINGS_AT_ONCE: i64 = 200;

/// A task on all of a company's postings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, sqlx::Type)]
#[sqlx(type_name = "TEXT", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CompanyTask {
    /// Update the full-text index after the company was renamed. A trigger inserts this task.
    Index,
    /// Archive the postings: the company's last member has left.
    Archive,
}

#[derive(FromRow)]
struct Next {
    company_id: Uuid,
    task: CompanyTask,
    done_to: Uuid,
}

/// Inserts a task.
pub async fn note_task(tx: &mut Tx, company: Uuid, task: CompanyTask) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "INSERT INTO company_tasks (company_id, task, done_to) VALUES ($1, $2, $3)
             ON CONFLICT (company_id, task) DO UPDATE SET done_to = excluded.done_to"
        )
        .bind(company)
        .bind(task)
        .bind(Uuid::nil())
    )?;
    Ok(())
}

/// Deletes a task.
pub async fn cancel_task(tx: &mut Tx, company: Uuid, task: CompanyTask) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM company_tasks WHERE company_id = $1 AND task = $2").bind(company).bind(task))?;
    Ok(())
}

/// Runs the next batch of each of a company's tasks.
pub async fn work_task(db: &Db, company: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    work_task_in(&mut tx, company).await?;
    Ok(tx.commit().await?)
}

/// The same as `work_task`, inside a transaction. On PostgreSQL it skips tasks that another transaction has locked.
pub async fn work_task_in(tx: &mut Tx, company: Uuid) -> Result<(), AppError> {
    let sql = match tx.is_postgres() {
        true => "SELECT company_id, task, done_to FROM company_tasks WHERE company_id = $1 FOR UPDATE SKIP LOCKED",
        false => "SELECT company_id, task, done_to FROM company_tasks WHERE company_id = $1",
    };
    let next: Vec<Next> = write_in!(&mut *tx, |c| query_as(sql).bind(company).fetch_all(c))?;
    tx.locked(Lock::CompanyTasks, next.len());
    for next in next {
        go_on(tx, next).await?;
    }
    Ok(())
}

/// Runs a batch of some company's tasks; returns whether there was one.
pub async fn work_some(db: &Db) -> Result<bool, AppError> {
    let company: Option<Uuid> =
        read!(db, |c| query_scalar("SELECT company_id FROM company_tasks LIMIT 1").fetch_optional(c))?;
    let Some(company) = company else { return Ok(false) };
    work_task(db, company).await?;
    Ok(true)
}

async fn go_on(tx: &mut Tx, next: Next) -> Result<(), AppError> {
    let Next { company_id, task, done_to } = next;
    let sql = match tx.is_postgres() {
        true => "SELECT id FROM postings WHERE company_id = $1 AND id > $2 ORDER BY id LIMIT $3 FOR NO KEY UPDATE",
        false => "SELECT id FROM postings WHERE company_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    };
    let postings: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(sql).bind(company_id).bind(done_to).bind(POSTINGS_AT_ONCE).fetch_all(c)
    })?;
    tx.locked(Lock::Postings, postings.len());
    if let Some(last) = postings.last() {
        match task {
            CompanyTask::Index => {
                index(tx, &postings).await?;
                tx.change([tags::LISTS]);
            }
            CompanyTask::Archive => archive(tx, company_id, done_to, *last).await?,
        }
    }
    match postings.last() {
        Some(last) if postings.len() as i64 == POSTINGS_AT_ONCE => {
            execute!(
                &mut *tx,
                query("UPDATE company_tasks SET done_to = $1 WHERE company_id = $2 AND task = $3")
                    .bind(last)
                    .bind(company_id)
                    .bind(task)
            )?;
            Ok(())
        }
        _ => cancel_task(tx, company_id, task).await,
    }
}

/// The company has no members left, so the change is passed only to pages that show the postings.
async fn archive(tx: &mut Tx, company: Uuid, from: Uuid, to: Uuid) -> Result<(), AppError> {
    let archived: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "UPDATE postings SET state = 'archived', closed_at = COALESCE(closed_at, $1), version = version + 1,
                updated_at = $1
             WHERE company_id = $2 AND id > $3 AND id <= $4 AND state <> 'archived' RETURNING id",
        )
        .bind(now())
        .bind(company)
        .bind(from)
        .bind(to)
        .fetch_all(c)
    })?;
    for id in archived {
        tx.change(tags::of_posting(id, company));
        tx.pass(vec![Audience::Watchers(id)], frame_json(&PostingChanged { id }));
    }
    Ok(())
}

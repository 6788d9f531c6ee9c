//! Changes of a posting's state: close, reopen, archive, delete; and duplicating it.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    editor::{Member, edited, make_room, zone_in},
    index::index,
};
use crate::{
    accounts,
    db::{Db, Lock, Tx, now},
    error::AppError,
    execute,
    jobs::{PostingProblem, PostingState, days_open},
    notifications::{Kind, Notice, notify},
    text::{Zone, slug},
    write_in,
};

/// A company is notified this many days before a posting closes.
const CLOSING_DAYS: i64 = 3;
/// Postings closed by one transaction.
const MAX_CLOSED_PER_TRANSACTION: i64 = 100;

/// Closes expired postings, and notifies companies of them and of postings that close within three days; in batches,
/// so that nobody waits for thousands.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    while sweep_some(db).await? == MAX_CLOSED_PER_TRANSACTION {}
    Ok(())
}

/// Runs one batch; returns how many postings were changed.
async fn sweep_some(db: &Db) -> Result<i64, AppError> {
    let mut tx = db.begin().await?;
    let now = now();
    let closed: Vec<(Uuid, Uuid, String)> = write_in!(&mut tx, |c| {
        query_as(
            "UPDATE postings SET state = 'closed', closed_at = closes_at, updated_at = $1, version = version + 1
             WHERE state = 'open' AND id IN
                 (SELECT id FROM postings WHERE state = 'open' AND closes_at <= $1 ORDER BY closes_at LIMIT $2)
             RETURNING id, company_id, title",
        )
        .bind(now)
        .bind(MAX_CLOSED_PER_TRANSACTION)
        .fetch_all(c)
    })?;
    let closing: Vec<(Uuid, Uuid, String)> = write_in!(&mut tx, |c| {
        query_as(
            "UPDATE postings SET closing_told = TRUE
             WHERE NOT closing_told AND id IN
                 (SELECT id FROM postings WHERE state = 'open' AND closes_at <= $1 AND NOT closing_told
                  ORDER BY closes_at LIMIT $2)
             RETURNING id, company_id, title",
        )
        .bind(now + TimeDelta::days(CLOSING_DAYS))
        .bind(MAX_CLOSED_PER_TRANSACTION - closed.len() as i64)
        .fetch_all(c)
    })?;
    let changed = (closed.len() + closing.len()) as i64;
    for (kind, postings) in [(Kind::PostingClosed, closed), (Kind::PostingClosing, closing)] {
        for (about, company, title) in postings {
            if kind == Kind::PostingClosed {
                edited(&mut tx, company, about, None).await?;
            }
            let members = accounts::members_at(&mut tx, company, about).await?;
            let notice = |user| Notice { user, kind, about, subject: None, title: title.clone(), name: String::new() };
            notify(&mut tx, members.into_iter().map(notice).collect()).await?;
        }
    }
    tx.commit().await?;
    Ok(changed)
}

/// Closes an open posting.
pub async fn close(db: &Db, Member { id: by, company }: Member, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let changed = execute!(
        &mut tx,
        query(
            "UPDATE postings SET state = 'closed', closed_at = $1, version = version + 1, updated_at = $1
             WHERE id = $2 AND company_id = $3 AND state = 'open'"
        )
        .bind(now())
        .bind(id)
        .bind(company)
    )?;
    if !has_changed(&mut tx, company, id, changed, PostingState::Closed).await? {
        return Ok(());
    }
    edited(&mut tx, company, id, Some(by)).await?;
    Ok(tx.commit().await?)
}

/// Reopens a closed or archived posting, with a new closing date where it had expired. One that was never published
/// becomes a draft again.
pub async fn reopen(db: &Db, Member { id: by, company }: Member, id: Uuid) -> Result<(), AppError> {
    let now = now();
    let mut tx = db.begin().await?;
    let zone = zone_in(&mut tx, company).await?;
    let changed = execute!(
        &mut tx,
        query(
            "UPDATE postings SET state = CASE WHEN published_at IS NULL THEN 'draft' ELSE 'open' END,
                closes_at = CASE WHEN closes_at > $1 THEN closes_at ELSE $2 END, closed_at = NULL,
                closing_told = FALSE, version = version + 1, updated_at = $1
             WHERE id = $3 AND company_id = $4 AND state IN ('closed', 'archived')"
        )
        .bind(now)
        .bind(zone.end_of_day(days_open(zone.day(now))))
        .bind(id)
        .bind(company)
    )?;
    if !has_changed(&mut tx, company, id, changed, PostingState::Open).await? {
        return Ok(());
    }
    edited(&mut tx, company, id, Some(by)).await?;
    Ok(tx.commit().await?)
}

/// Whether a change of state updated the row. Idempotent: no error if the posting is in the wanted state already,
/// perhaps because the form was sent twice. Otherwise the error says why: no such posting, or in another state.
async fn has_changed(
    tx: &mut Tx,
    company: Uuid,
    id: Uuid,
    changed: u64,
    wanted: PostingState,
) -> Result<bool, AppError> {
    if changed > 0 {
        return Ok(true);
    }
    let state: Option<PostingState> = write_in!(tx, |c| {
        query_scalar("SELECT state FROM postings WHERE id = $1 AND company_id = $2")
            .bind(id)
            .bind(company)
            .fetch_optional(c)
    })?;
    match state {
        None => Err(AppError::NotFound),
        Some(state) if state == wanted => Ok(false),
        Some(_) => Err(AppError::refused(PostingProblem::WrongState)),
    }
}

/// A copy of a posting, as a draft with a title of its own.
pub async fn duplicate(
    db: &Db,
    company: Uuid,
    id: Uuid,
    copy: Uuid,
    title: impl FnOnce(&str) -> String,
) -> Result<(), AppError> {
    let now = now();
    let mut tx = db.begin().await?;
    let found: Option<String> = write_in!(&mut tx, |c| {
        query_scalar("SELECT title FROM postings WHERE id = $1 AND company_id = $2")
            .bind(id)
            .bind(company)
            .fetch_optional(c)
    })?;
    let title = title(&found.ok_or(AppError::NotFound)?);
    make_room(&mut tx, company).await?;
    let zone = zone_in(&mut tx, company).await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO postings (id, slug, company_id, state, title, category, description, employment_type,
                workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period, pay_year,
                closes_at, created_at, updated_at, description_html, description_excerpt, html_version)
             SELECT $1, $2, company_id, 'draft', $3, category, description, employment_type, workplace, city, region,
                country, skills, pay_min, pay_max, currency, pay_period, pay_year, $4, $5, $5, description_html,
                description_excerpt, html_version
             FROM postings WHERE id = $6 AND company_id = $7"
        )
        .bind(copy)
        .bind(slug(&title, Some(copy)))
        .bind(&title)
        .bind(zone.end_of_day(days_open(zone.day(now))))
        .bind(now)
        .bind(id)
        .bind(company)
    )?;
    // The same people work on it.
    execute!(
        &mut tx,
        query(
            "INSERT INTO posting_team (posting_id, user_id, created_at)
             SELECT $1, user_id, $2 FROM posting_team WHERE posting_id = $3"
        )
        .bind(copy)
        .bind(now)
        .bind(id)
    )?;
    copy_stages(&mut tx, id, copy).await?;
    index(&mut tx, &[copy]).await?;
    Ok(tx.commit().await?)
}

/// Gives a copy the stages that its company has named and ordered for a posting.
async fn copy_stages(tx: &mut Tx, from: Uuid, to: Uuid) -> Result<(), AppError> {
    let stages: Vec<(i64, String, String)> = write_in!(&mut *tx, |c| {
        query_as("SELECT position, name, kind FROM posting_stages WHERE posting_id = $1").bind(from).fetch_all(c)
    })?;
    for (position, name, kind) in stages {
        execute!(
            &mut *tx,
            query("INSERT INTO posting_stages (id, posting_id, position, name, kind) VALUES ($1, $2, $3, $4, $5)")
                .bind(Uuid::now_v7())
                .bind(to)
                .bind(position)
                .bind(name)
                .bind(kind)
        )?;
    }
    Ok(())
}

/// Lets postings close at the end of the same days in another time zone, before their company has it. What has closed
/// stays closed.
pub async fn move_last_days(tx: &mut Tx, company: Uuid, to: Zone) -> Result<(), AppError> {
    let from = zone_in(tx, company).await?;
    if from == to {
        return Ok(());
    }
    let sql = match tx.is_postgres() {
        true => {
            "SELECT closes_at FROM postings WHERE company_id = $1 AND state IN ('draft', 'open') AND closes_at IS NOT NULL
             ORDER BY id FOR NO KEY UPDATE"
        }
        false => {
            "SELECT DISTINCT closes_at FROM postings
             WHERE company_id = $1 AND state IN ('draft', 'open') AND closes_at IS NOT NULL"
        }
    };
    let ends: Vec<DateTime<Utc>> = write_in!(&mut *tx, |c| query_scalar(sql).bind(company).fetch_all(c))?;
    tx.locked(Lock::Postings, ends.len());
    let ends: BTreeSet<DateTime<Utc>> = ends.into_iter().collect();
    let moves = ends.into_iter().map(|old| (old, to.end_of_day(from.day(old)))).collect::<Vec<_>>();
    // A new end may be the old one of another day: those that end later are moved later first, and the others after.
    let later = moves.iter().rev().filter(|(old, new)| new > old);
    let earlier = moves.iter().filter(|(old, new)| new < old);
    for (old, new) in later.chain(earlier) {
        execute!(
            &mut *tx,
            query(
                "UPDATE postings SET closes_at = $1 WHERE company_id = $2 AND closes_at = $3 AND state IN ('draft', 'open')"
            )
            .bind(new)
            .bind(company)
            .bind(old)
        )?;
    }
    Ok(())
}

/// Whether `delete` has deleted or archived a posting.
#[derive(Debug, PartialEq, Eq)]
pub enum Deleted {
    Gone,
    /// It has applications or conversations, which must not be lost.
    Archived,
}

/// Deletes a posting, or archives it when somebody has applied or asked.
pub async fn delete(db: &Db, Member { id: by, company }: Member, id: Uuid) -> Result<Deleted, AppError> {
    let mut tx = db.begin().await?;
    let deleted = execute!(
        &mut tx,
        query(
            "DELETE FROM postings WHERE id = $1 AND company_id = $2
                AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.posting_id = $1)
                AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.posting_id = $1)"
        )
        .bind(id)
        .bind(company)
    );
    match deleted {
        Ok(0) => {}
        Ok(_) => {
            edited(&mut tx, company, id, Some(by)).await?;
            tx.commit().await?;
            return Ok(Deleted::Gone);
        }
        // A race: somebody has just applied or asked. PostgreSQL has aborted the transaction.
        Err(sqlx::Error::Database(e)) if e.is_foreign_key_violation() => {
            drop(tx); // SQLite has one writer: `begin` would wait for this transaction
            tx = db.begin().await?;
        }
        Err(other) => return Err(other.into()),
    }
    let archived = execute!(
        &mut tx,
        query(
            "UPDATE postings SET state = 'archived', closed_at = COALESCE(closed_at, $1), version = version + 1,
                updated_at = $1
             WHERE id = $2 AND company_id = $3"
        )
        .bind(now())
        .bind(id)
        .bind(company)
    )?;
    if archived == 0 {
        return Err(AppError::NotFound);
    }
    edited(&mut tx, company, id, Some(by)).await?;
    tx.commit().await?;
    Ok(Deleted::Archived)
}

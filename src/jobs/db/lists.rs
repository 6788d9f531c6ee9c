//! The employer's list of postings, and the overview.

use chrono::TimeDelta;
use sqlx::{FromRow, QueryBuilder, query_as, query_scalar};
use uuid::Uuid;

use super::{
    editor::zone,
    fragments::{is_open, of_team},
};
use crate::jobs::{ClosingPosting, NewApplication, OpenPosting, Overview, PostingRow, StateCounts, WaitingCandidate};
use crate::{
    accounts::Reach,
    db::{Db, ListOrder, id_key, now},
    error::AppError,
    jobs::PostingState,
    paging::{Cursor, Page},
    read,
};

/// Postings on a page.
const POSTINGS_PER_PAGE: usize = 25;
/// Entries of the overview's lists.
const MAX_OVERVIEW_ROWS: i64 = 8;
/// Open postings of the overview; the list of postings has all.
const MAX_OPEN_ROWS: i64 = 50;
/// Nobody waits who was moved or came within so many days.
const WAITS_AFTER_DAYS: i64 = 2;
/// Postings that close within so many days are closing soon.
const SOON_DAYS: i64 = 7;

/// A company's postings, the newest first, in one state or any.
pub async fn list(
    db: &Db,
    reach: Reach,
    state: Option<PostingState>,
    cursor: &Cursor,
) -> Result<Page<PostingRow>, AppError> {
    let order = ListOrder::descending(&["id"], cursor);
    let zone = zone(db, reach.company).await?;
    let mut rows: Vec<PostingRow> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "WITH page AS (SELECT id, slug, title, state, views, closes_at, closed_at FROM postings WHERE company_id = ",
        );
        sql.push_bind(reach.company);
        if let Some(only) = reach.only {
            sql.push(" AND EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = postings.id AND t.user_id = ");
            sql.push_bind(only).push(")");
        }
        if let Some(state) = state {
            sql.push(" AND state = ").push_bind(state);
        }
        order.push_page(&mut sql, id_key(cursor), POSTINGS_PER_PAGE + 1);
        sql.push(
            ") SELECT page.id, page.slug, page.title, page.state, page.views, page.closes_at, page.closed_at,
                COUNT(a.id) AS applications,
                COUNT(CASE WHEN a.seen_at IS NULL AND a.outcome <> 'withdrawn' THEN a.id END) AS unseen
             FROM page LEFT JOIN applications a ON a.posting_id = page.id
             GROUP BY page.id, page.slug, page.title, page.state, page.views, page.closes_at, page.closed_at",
        );
        order.by(&["page.id"]).push_order(&mut sql);
        sql.build_query_as().fetch_all(c).await
    })?;
    for row in &mut rows {
        row.last_day = row.closed_at.or(row.closes_at).map(|at| zone.local_day(at));
    }
    Ok(cursor.page(rows, POSTINGS_PER_PAGE, |r| r.id.to_string()))
}

/// How many postings a company has in each state.
pub async fn counts(db: &Db, reach: Reach) -> Result<StateCounts, AppError> {
    let rows: Vec<(PostingState, i64)> = read!(db, |c| {
        query_as(concat!(
            "SELECT state, COUNT(*) FROM postings WHERE company_id = $1",
            of_team!("postings", "$2"),
            " GROUP BY state"
        ))
        .bind(reach.company)
        .bind(reach.only)
        .fetch_all(c)
    })?;
    let of = |state| rows.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    Ok(StateCounts {
        draft: of(PostingState::Draft),
        open: of(PostingState::Open),
        closed: of(PostingState::Closed),
        archived: of(PostingState::Archived),
    })
}

#[derive(FromRow)]
struct TotalsRow {
    company: String,
    complete: bool,
    applications: i64,
    unseen: i64,
}

/// The overview: counts, open postings, who waits, newest unseen applications, and postings that close soon; with what
/// is unread where somebody reads messages.
pub async fn overview(db: &Db, reach: Reach, reads: Option<Uuid>) -> Result<Overview, AppError> {
    let now = now();
    let totals: Option<TotalsRow> = read!(db, |c| {
        query_as(concat!(
            "SELECT c.name AS company, (c.about <> '' AND c.country <> '') AS complete, COUNT(a.id) AS applications,
                COUNT(CASE WHEN a.seen_at IS NULL AND a.outcome <> 'withdrawn' THEN a.id END) AS unseen
             FROM companies c
             LEFT JOIN postings p ON p.company_id = c.id",
            of_team!("p", "$2"),
            " LEFT JOIN applications a ON a.posting_id = p.id
             WHERE c.id = $1 GROUP BY c.id, c.name, c.about, c.country",
        ))
        .bind(reach.company)
        .bind(reach.only)
        .fetch_optional(c)
    })?;
    let totals = totals.ok_or(AppError::NotFound)?;
    let newest: Vec<NewApplication> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.id, a.name, p.title AS posting, a.created_at AS at
             FROM postings p JOIN applications a ON a.posting_id = p.id
             WHERE p.company_id = $1 AND a.seen_at IS NULL AND a.outcome <> 'withdrawn'",
            of_team!("p", "$3"),
            " ORDER BY a.id DESC LIMIT $2",
        ))
        .bind(reach.company)
        .bind(MAX_OVERVIEW_ROWS)
        .bind(reach.only)
        .fetch_all(c)
    })?;
    let closing: Vec<ClosingPosting> = read!(db, |c| {
        query_as(concat!(
            "SELECT id, title, closes_at AS at FROM postings WHERE ",
            is_open!("postings"),
            "$2 AND company_id = $1 AND closes_at <= $3",
            of_team!("postings", "$5"),
            " ORDER BY closes_at, id LIMIT $4"
        ))
        .bind(reach.company)
        .bind(now)
        .bind(now + TimeDelta::days(SOON_DAYS))
        .bind(MAX_OVERVIEW_ROWS)
        .bind(reach.only)
        .fetch_all(c)
    })?;
    Ok(Overview {
        company: totals.company,
        company_complete: totals.complete,
        counts: counts(db, reach).await?,
        applications: totals.applications,
        unseen: totals.unseen,
        newest,
        closing,
        open: open(db, reach, reads).await?,
        waiting: waiting(db, reach).await?,
        unread: unread(db, reach, reads).await?,
    })
}

/// A condition: in this conversation stands something of the seeker that somebody, whose rows of reads are `r`, has not
/// read.
macro_rules! is_unread {
    () => {
        "EXISTS (SELECT 1 FROM messages m
             WHERE m.conversation_id = v.id AND m.side = 'seeker' AND m.seq > COALESCE(r.seq, 0))"
    };
}

/// The open postings, the newest first, with how many candidates are how far.
async fn open(db: &Db, reach: Reach, reads: Option<Uuid>) -> Result<Vec<OpenPosting>, AppError> {
    let rows: Vec<OpenPosting> = read!(db, |c| {
        query_as(concat!(
            "WITH page AS (SELECT id, title FROM postings WHERE ",
            is_open!("postings"),
            "$2 AND company_id = $1",
            of_team!("postings", "$3"),
            " ORDER BY id DESC LIMIT $4)
             SELECT page.id, page.title,
                 COUNT(CASE WHEN a.outcome = 'active' AND a.stage_kind = 'received' THEN 1 END) AS received,
                 COUNT(CASE WHEN a.outcome = 'active' AND a.stage_kind = 'review' THEN 1 END) AS review,
                 COUNT(CASE WHEN a.outcome = 'active' AND a.stage_kind = 'interview' THEN 1 END) AS interview,
                 COUNT(CASE WHEN a.outcome = 'active' AND a.stage_kind = 'offer' THEN 1 END) AS offer,
                 COUNT(CASE WHEN a.outcome = 'hired' THEN 1 END) AS hired,
                 COUNT(CASE WHEN a.seen_at IS NULL AND a.outcome <> 'withdrawn' THEN a.id END) AS unseen,
                 (SELECT COUNT(*) FROM conversations v
                     LEFT JOIN conversation_reads r ON r.conversation_id = v.id AND r.user_id = $5
                     WHERE $5 IS NOT NULL AND v.posting_id = page.id AND ",
            is_unread!(),
            ") AS unread
             FROM page LEFT JOIN applications a ON a.posting_id = page.id
             GROUP BY page.id, page.title ORDER BY page.id DESC",
        ))
        .bind(reach.company)
        .bind(now())
        .bind(reach.only)
        .bind(MAX_OPEN_ROWS)
        .bind(reads)
        .fetch_all(c)
    })?;
    Ok(rows)
}

/// Who has waited longest for a decision.
async fn waiting(db: &Db, reach: Reach) -> Result<Vec<WaitingCandidate>, AppError> {
    let rows: Vec<WaitingCandidate> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.id, a.name, p.title AS posting, a.updated_at AS since
             FROM postings p JOIN applications a ON a.posting_id = p.id
             WHERE p.company_id = $1 AND a.outcome = 'active' AND a.updated_at < $2 AND p.state IN ('open', 'closed')",
            of_team!("p", "$3"),
            " ORDER BY a.updated_at, a.id LIMIT $4",
        ))
        .bind(reach.company)
        .bind(now() - TimeDelta::days(WAITS_AFTER_DAYS))
        .bind(reach.only)
        .bind(MAX_OVERVIEW_ROWS)
        .fetch_all(c)
    })?;
    Ok(rows)
}

/// How many of the company's conversations hold something that somebody has not read.
async fn unread(db: &Db, reach: Reach, reads: Option<Uuid>) -> Result<i64, AppError> {
    let Some(reader) = reads else { return Ok(0) };
    let count = read!(db, |c| {
        query_scalar(concat!(
            "SELECT COUNT(*) FROM conversations v
             LEFT JOIN conversation_reads r ON r.conversation_id = v.id AND r.user_id = $2
             JOIN postings p ON p.id = v.posting_id
             WHERE v.company_id = $1",
            of_team!("p", "$3"),
            " AND ",
            is_unread!(),
        ))
        .bind(reach.company)
        .bind(reader)
        .bind(reach.only)
        .fetch_one(c)
    });
    Ok(count?)
}

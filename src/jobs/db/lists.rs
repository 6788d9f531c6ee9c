//! The employer's list of postings, and the overview.

use chrono::TimeDelta;
use sqlx::{FromRow, QueryBuilder, query_as};

use super::{
    editor::zone,
    fragments::{is_open, of_team},
};
use crate::jobs::{ClosingPosting, NewApplication, Overview, PostingRow, StateCounts};
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
            "WITH page AS (SELECT id, title, state, views, closes_at, closed_at FROM postings WHERE company_id = ",
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
            ") SELECT page.id, page.title, page.state, page.views, page.closes_at, page.closed_at,
                COUNT(a.id) AS applications,
                COUNT(CASE WHEN a.seen_at IS NULL AND a.outcome <> 'withdrawn' THEN a.id END) AS unseen
             FROM page LEFT JOIN applications a ON a.posting_id = page.id
             GROUP BY page.id, page.title, page.state, page.views, page.closes_at, page.closed_at",
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

/// The overview: counts, newest unseen applications, and postings that close soon.
pub async fn overview(db: &Db, reach: Reach) -> Result<Overview, AppError> {
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
    })
}

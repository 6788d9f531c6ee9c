//! Candidates: the applications that a company got.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, QueryBuilder, query, query_as};
use strum::VariantArray;
use uuid::Uuid;

use super::{changes, stages::stages_of_application, standing};
use crate::{
    applications::model::{
        Added, Candidate, CandidateProfile, CandidateRow, Candidates, Outcome, PostingChoice, SentApplication, Stage,
        StageKind, Standing,
    },
    db::{Db, ListOrder, PushValue, SqlEngine, id_key, now},
    error::AppError,
    execute,
    jobs::lines,
    paging::{Cursor, Page},
    read,
    text::phone_form,
};

const CANDIDATES_PER_PAGE: usize = 25;
/// A form offers this many postings to filter by; others are reached from the list of postings.
const POSTINGS: i64 = 200;

/// Filter and order of the list.
pub struct Asked {
    pub company: Uuid,
    /// Whose postings alone: see [`Reach`](crate::accounts::Reach).
    pub only: Option<Uuid>,
    pub posting: Option<Uuid>,
    pub stage: Option<Stage>,
    pub oldest_first: bool,
    pub cursor: Cursor,
}

/// A page of the company's applications, how many there are at each stage, and what to filter by.
pub async fn candidates(db: &Db, asked: &Asked) -> Result<Candidates, AppError> {
    let posting = match asked.posting {
        Some(id) => Some(posting(db, asked.company, id).await?),
        None => None,
    };
    Ok(Candidates {
        page: rows(db, asked).await?,
        counts: counts(db, asked).await?,
        posting,
        postings: postings(db, asked).await?,
    })
}

async fn posting(db: &Db, company: Uuid, id: Uuid) -> Result<PostingChoice, AppError> {
    let found: Option<PostingChoice> = read!(db, |c| {
        query_as("SELECT id, title FROM postings WHERE id = $1 AND company_id = $2")
            .bind(id)
            .bind(company)
            .fetch_optional(c)
    })?;
    found.ok_or(AppError::NotFound)
}

async fn postings(db: &Db, asked: &Asked) -> Result<Vec<PostingChoice>, AppError> {
    let postings = read!(db, |c| {
        query_as(
            "SELECT p.id, p.title FROM postings p
             WHERE p.company_id = $1 AND EXISTS (SELECT 1 FROM applications a WHERE a.posting_id = p.id)
                 AND ($3 IS NULL OR EXISTS
                     (SELECT 1 FROM posting_team t WHERE t.posting_id = p.id AND t.user_id = $3))
             ORDER BY p.id DESC LIMIT $2",
        )
        .bind(asked.company)
        .bind(POSTINGS)
        .bind(asked.only)
        .fetch_all(c)
    });
    Ok(postings?)
}

async fn counts(db: &Db, asked: &Asked) -> Result<Vec<(Stage, i64)>, AppError> {
    let counts: Vec<(Outcome, StageKind, i64)> = match asked.posting {
        Some(posting) => read!(db, |c| {
            query_as(
                "SELECT outcome, stage_kind, COUNT(*) FROM applications WHERE posting_id = $1
                 GROUP BY outcome, stage_kind",
            )
            .bind(posting)
            .fetch_all(c)
        }),
        None => read!(db, |c| {
            query_as(
                "SELECT a.outcome, a.stage_kind, COUNT(*) FROM applications a JOIN postings p ON p.id = a.posting_id
                 WHERE p.company_id = $1 AND ($2 IS NULL OR EXISTS
                     (SELECT 1 FROM posting_team t WHERE t.posting_id = p.id AND t.user_id = $2))
                 GROUP BY a.outcome, a.stage_kind",
            )
            .bind(asked.company)
            .bind(asked.only)
            .fetch_all(c)
        }),
    }?;
    let at = |stage: Stage| {
        let here = counts.iter().filter(|(outcome, kind, _)| Stage::of(*outcome, *kind) == stage);
        (stage, here.map(|(.., n)| n).sum())
    };
    Ok(Stage::VARIANTS.iter().map(|stage| at(*stage)).filter(|(_, n)| *n > 0).collect())
}

async fn rows(db: &Db, asked: &Asked) -> Result<Page<CandidateRow>, AppError> {
    let rows: Vec<CandidateRow> =
        read!(db, |c| list_query(asked, &asked.cursor, CANDIDATES_PER_PAGE + 1).build_query_as().fetch_all(c))?;
    Ok(asked.cursor.page(rows, CANDIDATES_PER_PAGE, |row| row.id.to_string()))
}

/// The query of so many rows of the list, from a cursor on.
fn list_query<E: SqlEngine>(asked: &Asked, cursor: &Cursor, rows: usize) -> QueryBuilder<E> {
    let mut sql = QueryBuilder::new(concat!(
        "SELECT a.id, a.name, p.title, a.seen_at IS NULL AS unseen, a.created_at, ",
        standing!(),
        " FROM applications a JOIN postings p ON p.id = a.posting_id JOIN posting_stages s ON s.id = a.stage_id
         WHERE p.company_id = ",
    ));
    sql.push_value(asked.company);
    if let Some(only) = asked.only {
        sql.push(" AND EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = p.id AND t.user_id = ");
        sql.push_value(only).push(")");
    }
    if let Some(posting) = asked.posting {
        sql.push(" AND a.posting_id = ").push_value(posting);
    }
    if let Some(stage) = asked.stage {
        let (outcome, kind) = stage.parts();
        sql.push(" AND a.outcome = ").push_value(<&'static str>::from(outcome));
        if let Some(kind) = kind {
            sql.push(" AND a.stage_kind = ").push_value(<&'static str>::from(kind));
        }
    }
    let order = if asked.oldest_first { ListOrder::ascending } else { ListOrder::descending };
    order(&["a.id"], cursor).push_page(&mut sql, id_key(cursor), rows);
    sql
}

#[derive(FromRow)]
struct Details {
    version: i64,
    posting_id: Uuid,
    title: String,
    #[sqlx(flatten)]
    standing: Standing,
    stage_id: Uuid,
    seen: bool,
    anonymised: bool,
    guest: bool,
    added_source: String,
    added_name: Option<String>,
    waits: bool,
    objected: bool,
    created_at: DateTime<Utc>,
    name: String,
    email: String,
    phone: String,
    phone_form: String,
    letter: String,
    resume: Option<String>,
    resume_id: Option<Uuid>,
    headline: String,
    place: String,
    about: String,
    skills: String,
    links: String,
}

/// One of the company's applications, and its neighbours in a list.
pub async fn candidate(db: &Db, asked: &Asked, id: Uuid) -> Result<Candidate, AppError> {
    let row: Option<Details> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.version, a.posting_id, p.title, a.stage_id, a.seen_at IS NOT NULL AS seen, a.created_at,
                     a.anonymised_at IS NOT NULL AS anonymised,
                     a.user_id IS NULL AND a.anonymised_at IS NULL AS guest,
                     a.added_source, au.name AS added_name, k.noted_key IS NOT NULL AS waits,
                     k.objected_hash IS NOT NULL AS objected, a.name, a.email, a.phone, a.phone_form, a.letter,
                     r.name AS resume, a.resume_id, a.headline, a.place, a.about, a.skills, a.links, ",
            standing!(),
            " FROM applications a
                 JOIN postings p ON p.id = a.posting_id
                 JOIN posting_stages s ON s.id = a.stage_id
                 LEFT JOIN resumes r ON r.id = a.resume_id
                 LEFT JOIN candidates k ON k.id = a.candidate_id
                 LEFT JOIN users au ON au.id = a.added_by
                 WHERE a.id = $1 AND p.company_id = $2",
        ))
        .bind(id)
        .bind(asked.company)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    let sent = SentApplication {
        email: row.email,
        // Those of before have none stored.
        dial: Some(row.phone_form).filter(|form| !form.is_empty()).or_else(|| phone_form(&row.phone)),
        phone: row.phone,
        letter: row.letter,
        resume: row.resume_id.zip(row.resume),
        profile: CandidateProfile {
            headline: row.headline,
            place: row.place,
            about: row.about,
            skills: lines(&row.skills),
            links: lines(&row.links),
        },
    };
    let added = Added { by: row.added_name, source: row.added_source, waits: row.waits };
    Ok(Candidate {
        added: (!added.source.is_empty() && !row.anonymised).then_some(added),
        objected: row.objected && row.anonymised,
        id,
        version: row.version,
        posting: PostingChoice { id: row.posting_id, title: row.title },
        sent: (row.standing.outcome != Outcome::Withdrawn && !row.anonymised).then_some(sent),
        standing: row.standing,
        stage: row.stage_id,
        stages: stages_of_application(db, row.posting_id).await?,
        created_at: row.created_at,
        name: row.name,
        anonymised: row.anonymised,
        guest: row.guest,
        seen: row.seen,
        changes: changes(db, id).await?,
        previous: neighbour(db, asked, &Cursor::Before(id.to_string())).await?,
        next: neighbour(db, asked, &Cursor::After(id.to_string())).await?,
    })
}

/// Marks an application as seen by the company.
pub async fn mark_seen(db: &Db, company: Uuid, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let own = "UPDATE applications SET seen_at = COALESCE(seen_at, $1)
         WHERE id = $2 AND posting_id IN (SELECT id FROM postings WHERE company_id = $3)";
    match execute!(&mut tx, query(own).bind(now()).bind(id).bind(company))? {
        0 => Err(AppError::NotFound),
        _ => Ok(tx.commit().await?),
    }
}

/// The application before or after one in a list; that one itself may no longer match the filter.
async fn neighbour(db: &Db, asked: &Asked, beside: &Cursor) -> Result<Option<Uuid>, AppError> {
    let row: Option<CandidateRow> = read!(db, |c| list_query(asked, beside, 1).build_query_as().fetch_optional(c))?;
    Ok(row.map(|row| row.id))
}

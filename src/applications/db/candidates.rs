//! Candidates: the applications that a company got.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use super::{changes, note_stage, stage_before};
use crate::{
    accounts,
    applications::{
        ApplicationProblem, StageChanged,
        model::{Candidate, CandidateProfile, CandidateRow, Candidates, PostingChoice, SentApplication, Stage},
    },
    db::{Db, ListOrder, PushValue, SqlEngine, Tx, id_key, now},
    error::{AppError, Problem},
    execute,
    jobs::{PostingChanged, lines},
    live,
    notifications::{Kind, Notice, notify},
    paging::{Cursor, Page},
    read,
    text::phone_form,
    write_in,
};

const CANDIDATES_PER_PAGE: usize = 25;
/// A form offers this many postings to filter by; others are reached from the list of postings.
const POSTINGS: i64 = 200;

/// Filter and order of the list.
pub struct Asked {
    pub company: Uuid,
    /// Whose postings alone: see [`accounts::Reach`].
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
    let counts = match asked.posting {
        Some(posting) => read!(db, |c| {
            query_as("SELECT stage, COUNT(*) FROM applications WHERE posting_id = $1 GROUP BY stage")
                .bind(posting)
                .fetch_all(c)
        }),
        None => read!(db, |c| {
            query_as(
                "SELECT a.stage, COUNT(*) FROM applications a JOIN postings p ON p.id = a.posting_id
                 WHERE p.company_id = $1 AND ($2 IS NULL OR EXISTS
                     (SELECT 1 FROM posting_team t WHERE t.posting_id = p.id AND t.user_id = $2))
                 GROUP BY a.stage",
            )
            .bind(asked.company)
            .bind(asked.only)
            .fetch_all(c)
        }),
    };
    Ok(counts?)
}

async fn rows(db: &Db, asked: &Asked) -> Result<Page<CandidateRow>, AppError> {
    let rows: Vec<CandidateRow> =
        read!(db, |c| list_query(asked, &asked.cursor, CANDIDATES_PER_PAGE + 1).build_query_as().fetch_all(c))?;
    Ok(asked.cursor.page(rows, CANDIDATES_PER_PAGE, |row| row.id.to_string()))
}

/// The query of so many rows of the list, from a cursor on.
fn list_query<E: SqlEngine>(asked: &Asked, cursor: &Cursor, rows: usize) -> QueryBuilder<E> {
    let mut sql = QueryBuilder::new(concat!(
        "SELECT a.id, a.name, p.title, a.stage, a.seen_at IS NULL AS unseen, a.created_at, ",
        stage_before!(),
        " FROM applications a JOIN postings p ON p.id = a.posting_id WHERE p.company_id = ",
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
        sql.push(" AND a.stage = ").push_value(<&'static str>::from(stage));
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
    stage: Stage,
    seen: bool,
    created_at: DateTime<Utc>,
    name: String,
    email: String,
    phone: String,
    phone_form: String,
    letter: String,
    resume: String,
    resume_id: Uuid,
    headline: String,
    place: String,
    about: String,
    skills: String,
    links: String,
}

/// One of the company's applications, and its neighbours in a list.
pub async fn candidate(db: &Db, asked: &Asked, id: Uuid) -> Result<Candidate, AppError> {
    let row: Option<Details> = read!(db, |c| {
        query_as(
            "SELECT a.version, a.posting_id, p.title, a.stage, a.seen_at IS NOT NULL AS seen, a.created_at, a.name, a.email, a.phone, a.phone_form,
                 a.letter, r.name AS resume, a.resume_id, a.headline, a.place, a.about, a.skills, a.links
             FROM applications a
             JOIN postings p ON p.id = a.posting_id
             JOIN resumes r ON r.id = a.resume_id
             WHERE a.id = $1 AND p.company_id = $2",
        )
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
        resume: row.resume,
        resume_id: row.resume_id,
        profile: CandidateProfile {
            headline: row.headline,
            place: row.place,
            about: row.about,
            skills: lines(&row.skills),
            links: lines(&row.links),
        },
    };
    Ok(Candidate {
        id,
        version: row.version,
        posting: PostingChoice { id: row.posting_id, title: row.title },
        stage: row.stage,
        created_at: row.created_at,
        name: row.name,
        seen: row.seen,
        sent: (row.stage != Stage::Withdrawn).then_some(sent),
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

/// A move to another stage, of an application in the version that the company member saw.
pub struct Change {
    pub company: Uuid,
    pub by: Uuid,
    pub id: Uuid,
    pub stage: Stage,
    pub version: i64,
}

/// The present row of an application that is to be moved.
#[derive(FromRow)]
struct Present {
    stage: Stage,
    version: i64,
    user_id: Uuid,
    posting_id: Uuid,
    title: String,
}

/// Moves an application to another stage; refused as `Stale` if it has another version by now (optimistic locking).
/// Idempotent: the same move sent twice is one.
pub async fn change_stage(db: &Db, change: Change) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let present: Option<Present> = write_in!(&mut tx, |c| {
        query_as(
            "SELECT a.stage, a.version, a.user_id, a.posting_id, p.title FROM applications a
             JOIN postings p ON p.id = a.posting_id
             WHERE a.id = $1 AND p.company_id = $2",
        )
        .bind(change.id)
        .bind(change.company)
        .fetch_optional(c)
    })?;
    let Present { stage: present, version, user_id: seeker, posting_id, title } = present.ok_or(AppError::NotFound)?;
    if present == change.stage && (version == change.version || is_done(&mut tx, &change).await?) {
        return Ok(());
    }
    let at = now();
    let moved = execute!(
        &mut tx,
        query(
            "UPDATE applications SET stage = $1, version = version + 1, updated_at = $2
             WHERE id = $3 AND version = $4 AND stage <> 'withdrawn'"
        )
        .bind(change.stage)
        .bind(at)
        .bind(change.id)
        .bind(change.version)
    )?;
    if moved == 0 {
        // It may have been moved since it was read, perhaps because the same form was sent twice.
        return match (present, is_done(&mut tx, &change).await?) {
            (Stage::Withdrawn, _) => Err(AppError::refused(ApplicationProblem::WrongStage)),
            (_, true) => Ok(()),
            (_, false) => Err(AppError::Refused(Problem::Stale)),
        };
    }
    if !present.can_become(change.stage) {
        return Err(AppError::refused(ApplicationProblem::WrongStage));
    }
    note_stage(&mut tx, change.id, change.stage, change.by, at).await?;
    let members = accounts::members_at(&mut tx, change.company, posting_id).await?;
    live::publish(
        &mut tx,
        members.iter().copied().chain([seeker]),
        &StageChanged { id: change.id, stage: change.stage },
    );
    live::publish(&mut tx, members, &PostingChanged { id: posting_id });
    let (kind, name) = (Kind::StageChanged, change.stage.to_string());
    notify(&mut tx, vec![Notice { user: seeker, kind, about: change.id, subject: None, title, name }]).await?;
    Ok(tx.commit().await?)
}

/// Whether this change was made already (a retry): of the version before the present one, to this stage, by this user.
async fn is_done(tx: &mut Tx, change: &Change) -> Result<bool, AppError> {
    let done: i64 = write_in!(tx, |c| {
        query_scalar(
            "SELECT COUNT(*) FROM applications a WHERE a.id = $1 AND a.version = $2 + 1 AND a.stage = $3
                 AND $4 = (SELECT s.by_user FROM stage_changes s WHERE s.application_id = a.id ORDER BY s.id DESC LIMIT 1)",
        )
        .bind(change.id)
        .bind(change.version)
        .bind(change.stage)
        .bind(change.by)
        .fetch_one(c)
    })?;
    Ok(done > 0)
}

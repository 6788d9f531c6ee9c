//! Applications as the company has them that they were sent to.

use chrono::{DateTime, Utc};
use sqlx::{Database, Encode, FromRow, QueryBuilder, Type, query, query_as};
use uuid::Uuid;

use super::{changes, key, note_stage};
use crate::{
    applications::model::{Candidate, CandidateProfile, CandidateRow, Candidates, PostingChoice, Stage},
    companies,
    error::{AppError, Problem},
    execute,
    jobs::lines,
    live::Event,
    notifications::{Kind, Notice, notify},
    read,
    server::{
        db::{Db, now},
        line::aside,
    },
    ui::{Cursor, list::Page},
    write_in,
};

const PAGE: usize = 25;
/// A form offers this many postings to filter by; others are reached from the list of postings.
const POSTINGS: i64 = 200;

/// Which applications are asked for.
pub struct Asked {
    pub company: Uuid,
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
        counts: counts(db, asked.company, asked.posting).await?,
        posting,
        postings: postings(db, asked.company).await?,
    })
}

#[derive(FromRow)]
struct PostingRow {
    id: Uuid,
    title: String,
}

impl From<PostingRow> for PostingChoice {
    fn from(row: PostingRow) -> Self {
        Self { id: row.id, title: row.title }
    }
}

async fn posting(db: &Db, company: Uuid, id: Uuid) -> Result<PostingChoice, AppError> {
    let row: Option<PostingRow> = read!(db, |c| {
        query_as("SELECT id, title FROM postings WHERE id = $1 AND company_id = $2")
            .bind(id)
            .bind(company)
            .fetch_optional(c)
    })?;
    row.map(PostingChoice::from).ok_or(AppError::NotFound)
}

async fn postings(db: &Db, company: Uuid) -> Result<Vec<PostingChoice>, AppError> {
    let rows: Vec<PostingRow> = read!(db, |c| {
        query_as(
            "SELECT p.id, p.title FROM postings p
             WHERE p.company_id = $1 AND EXISTS (SELECT 1 FROM applications a WHERE a.posting_id = p.id)
             ORDER BY p.id DESC LIMIT $2",
        )
        .bind(company)
        .bind(POSTINGS)
        .fetch_all(c)
    })?;
    Ok(rows.into_iter().map(PostingChoice::from).collect())
}

#[derive(FromRow)]
struct CountRow {
    stage: Stage,
    count: i64,
}

async fn counts(db: &Db, company: Uuid, posting: Option<Uuid>) -> Result<Vec<(Stage, i64)>, AppError> {
    let rows: Vec<CountRow> = match posting {
        Some(posting) => read!(db, |c| {
            query_as("SELECT stage, COUNT(*) AS count FROM applications WHERE posting_id = $1 GROUP BY stage")
                .bind(posting)
                .fetch_all(c)
        })?,
        None => read!(db, |c| {
            query_as(
                "SELECT a.stage, COUNT(*) AS count FROM applications a JOIN postings p ON p.id = a.posting_id
                 WHERE p.company_id = $1 GROUP BY a.stage",
            )
            .bind(company)
            .fetch_all(c)
        })?,
    };
    Ok(rows.into_iter().map(|r| (r.stage, r.count)).collect())
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    title: String,
    stage: Stage,
    seen_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

impl From<Row> for CandidateRow {
    fn from(row: Row) -> Self {
        let Row { id, name, title, stage, seen_at, created_at } = row;
        Self { id, name, title, stage, unseen: seen_at.is_none(), created_at }
    }
}

async fn rows(db: &Db, asked: &Asked) -> Result<Page<CandidateRow>, AppError> {
    let rows: Vec<Row> = read!(db, |c| list_query(asked).build_query_as().fetch_all(c))?;
    let page = asked.cursor.page(rows, PAGE, |row| row.id.to_string());
    let rows = page.rows.into_iter().map(CandidateRow::from).collect();
    Ok(Page { rows, before: page.before, after: page.after })
}

fn list_query<E: Database>(asked: &Asked) -> QueryBuilder<E>
where
    Uuid: for<'q> Encode<'q, E> + Type<E>,
    Stage: for<'q> Encode<'q, E> + Type<E>,
    i64: for<'q> Encode<'q, E> + Type<E>,
{
    let mut sql = QueryBuilder::new(
        "SELECT a.id, a.name, p.title, a.stage, a.seen_at, a.created_at
         FROM applications a JOIN postings p ON p.id = a.posting_id WHERE p.company_id = ",
    );
    sql.push_bind(asked.company);
    if let Some(posting) = asked.posting {
        sql.push(" AND a.posting_id = ").push_bind(posting);
    }
    if let Some(stage) = asked.stage {
        sql.push(" AND a.stage = ").push_bind(stage);
    }
    let ascending = asked.oldest_first != matches!(asked.cursor, Cursor::Before(_));
    if let Some(key) = key(&asked.cursor) {
        sql.push(if ascending { " AND a.id > " } else { " AND a.id < " }).push_bind(key);
    }
    sql.push(if ascending { " ORDER BY a.id LIMIT " } else { " ORDER BY a.id DESC LIMIT " });
    sql.push_bind(PAGE as i64 + 1);
    sql
}

#[derive(FromRow)]
struct Details {
    version: i64,
    posting_id: Uuid,
    title: String,
    stage: Stage,
    seen_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    name: String,
    email: String,
    phone: String,
    letter: String,
    resume: String,
    resume_id: Uuid,
    headline: Option<String>,
    place: Option<String>,
    about: Option<String>,
    skills: Option<String>,
    links: Option<String>,
}

/// One of the company's applications, which is seen from now on.
pub async fn open_candidate(db: &Db, company: Uuid, id: Uuid) -> Result<Candidate, AppError> {
    let row: Option<Details> = read!(db, |c| {
        query_as(
            "SELECT a.version, a.posting_id, p.title, a.stage, a.seen_at, a.created_at, a.name, a.email, a.phone,
                 a.letter, r.name AS resume, a.resume_id, pr.headline, pr.place, pr.about, pr.skills, pr.links
             FROM applications a
             JOIN postings p ON p.id = a.posting_id
             JOIN resumes r ON r.id = a.resume_id
             LEFT JOIN profiles pr ON pr.user_id = a.user_id
             WHERE a.id = $1 AND p.company_id = $2",
        )
        .bind(id)
        .bind(company)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    if row.seen_at.is_none() {
        aside("noting that a candidate was seen", mark_seen(db, id)).await;
    }
    let (newer, older) = neighbours(db, row.posting_id, id).await?;
    Ok(Candidate {
        id,
        version: row.version,
        posting: PostingChoice { id: row.posting_id, title: row.title },
        stage: row.stage,
        created_at: row.created_at,
        name: row.name,
        email: row.email,
        phone: row.phone,
        letter: row.letter,
        resume: row.resume,
        resume_id: (row.stage != Stage::Withdrawn).then_some(row.resume_id),
        profile: CandidateProfile {
            headline: row.headline.unwrap_or_default(),
            place: row.place.unwrap_or_default(),
            about: row.about.unwrap_or_default(),
            skills: lines(&row.skills.unwrap_or_default()),
            links: lines(&row.links.unwrap_or_default()),
        },
        changes: changes(db, id).await?,
        newer,
        older,
    })
}

async fn mark_seen(db: &Db, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query("UPDATE applications SET seen_at = $1 WHERE id = $2 AND seen_at IS NULL").bind(now()).bind(id)
    )?;
    Ok(tx.commit().await?)
}

async fn neighbours(db: &Db, posting: Uuid, id: Uuid) -> Result<(Option<Uuid>, Option<Uuid>), AppError> {
    let found = read!(db, |c| {
        query_as(
            "SELECT (SELECT id FROM applications WHERE posting_id = $1 AND id > $2 ORDER BY id LIMIT 1),
                 (SELECT id FROM applications WHERE posting_id = $1 AND id < $2 ORDER BY id DESC LIMIT 1)",
        )
        .bind(posting)
        .bind(id)
        .fetch_one(c)
    });
    Ok(found?)
}

/// A move to another stage, of an application as somebody saw it.
pub struct Change {
    pub company: Uuid,
    pub by: Uuid,
    pub id: Uuid,
    pub stage: Stage,
    pub version: i64,
}

/// An application as it is when it is to be moved.
#[derive(FromRow)]
struct Present {
    stage: Stage,
    user_id: Uuid,
    posting_id: Uuid,
    title: String,
}

/// Moves an application to another stage, unless it changed since it was seen.
pub async fn change_stage(db: &Db, change: Change) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let present: Option<Present> = write_in!(&mut tx, |c| {
        query_as(
            "SELECT a.stage, a.user_id, a.posting_id, p.title FROM applications a
             JOIN postings p ON p.id = a.posting_id
             WHERE a.id = $1 AND p.company_id = $2",
        )
        .bind(change.id)
        .bind(change.company)
        .fetch_optional(c)
    })?;
    let Present { stage: present, user_id: seeker, posting_id, title } = present.ok_or(AppError::NotFound)?;
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
    if moved == 0 && present == Stage::Withdrawn {
        return Err(AppError::Refused(Problem::WrongStage));
    }
    if moved == 0 {
        return Err(AppError::Refused(Problem::Stale));
    }
    if !present.can_become(change.stage) {
        return Err(AppError::Refused(Problem::WrongStage));
    }
    note_stage(&mut tx, change.id, change.stage, change.by, at).await?;
    let members = companies::members(&mut tx, change.company).await?;
    tx.tell(members.iter().copied().chain([seeker]), &Event::Application { id: change.id, stage: change.stage });
    tx.tell(members, &Event::Posting { id: posting_id });
    let name = change.stage.to_string();
    notify(&mut tx, vec![Notice { user: seeker, kind: Kind::StageChanged, about: change.id, title, name }]).await?;
    Ok(tx.commit().await?)
}

//! Postings as their employer works on them. Whose a posting is stands in every WHERE.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::model::{Editor, PostingForm, Preview, ValidPosting, days_open};
use crate::{
    companies,
    db::{Audience, Db, Tx, now},
    error::{AppError, Problem},
    execute,
    jobs::{Pay, Place, PostingChanged, PostingProblem, PostingState, lines},
    live::{self, frame_json},
    notifications::{Kind, Notice, notify},
    platform::markdown::{self, Kept, RENDERER_VERSION, Rendered},
    read,
    text::slug,
    write_in,
};

/// A company is told of what closes within so many days.
const CLOSING_DAYS: i64 = 3;
/// Postings closed by one transaction.
const SWEPT: i64 = 100;
/// Postings of a company that are not archived.
pub const MAX_POSTINGS: i64 = 10_000;

/// Who works on a posting, and for whom.
#[derive(Clone, Copy)]
pub struct Member {
    pub id: Uuid,
    pub company: Uuid,
}

#[derive(FromRow)]
struct Row {
    slug: String,
    state: PostingState,
    title: String,
    category: String,
    employment_type: String,
    workplace: String,
    city: String,
    region: String,
    country: String,
    skills: String,
    pay_min: Option<i64>,
    pay_max: Option<i64>,
    currency: String,
    pay_period: String,
    views: i64,
    version: i64,
    closes_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    published_at: Option<DateTime<Utc>>,
    company: String,
    applications: i64,
    editor: Option<String>,
    updated_at: DateTime<Utc>,
    #[sqlx(flatten)]
    text: Kept,
}

async fn find(db: &Db, company: Uuid, id: Uuid) -> Result<Row, AppError> {
    let row: Option<Row> = read!(db, |c| {
        query_as(
            "SELECT p.slug, p.state, p.title, p.category, p.employment_type, p.workplace, p.city,
                p.region, p.country, p.skills, p.pay_min, p.pay_max, p.currency, p.pay_period, p.views, p.version,
                p.closes_at, p.closed_at, p.published_at, c.name AS company,
                p.description AS markdown, p.description_html AS html, p.description_excerpt AS excerpt, p.html_version,
                (SELECT COUNT(*) FROM applications a WHERE a.posting_id = p.id) AS applications,
                (SELECT u.name FROM users u WHERE u.id = p.edited_by) AS editor, p.updated_at
             FROM postings p JOIN companies c ON c.id = p.company_id
             WHERE p.id = $1 AND p.company_id = $2",
        )
        .bind(id)
        .bind(company)
        .fetch_optional(c)
    })?;
    row.ok_or(AppError::NotFound)
}

/// A posting for the editor.
pub async fn editor(db: &Db, company: Uuid, id: Uuid) -> Result<Editor, AppError> {
    let row = find(db, company, id).await?;
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    Ok(Editor {
        unsent: false,
        form: PostingForm {
            id: id.to_string(),
            new_id: String::new(),
            version: row.version.to_string(),
            over: String::new(),
            action: String::new(),
            title: row.title,
            category: row.category,
            description: row.text.markdown.clone(),
            employment_type: row.employment_type,
            workplace: row.workplace,
            city: row.city,
            region: row.region,
            country: row.country,
            pay_min: number(row.pay_min),
            pay_max: number(row.pay_max),
            currency: row.currency,
            pay_period: row.pay_period,
            skills: lines(&row.skills).join(", "),
            closes_on: row.closes_at.map(|at| at.date_naive().to_string()).unwrap_or_default(),
        },
        state: row.state,
        html: row.text.rendered().await?.html,
        slug: row.slug,
        published_at: row.published_at,
        closes_at: row.closes_at,
        closed_at: row.closed_at,
        views: row.views,
        applications: row.applications,
        edited: row.editor.map(|by| (by, row.updated_at)),
    })
}

/// A new posting for the editor: it is where the company is, and closes when postings do.
pub async fn blank(db: &Db, company: Uuid) -> Result<Editor, AppError> {
    let place: Option<(String, String)> = read!(db, |c| {
        query_as("SELECT city, country FROM companies WHERE id = $1").bind(company).fetch_optional(c)
    })?;
    let (city, country) = place.ok_or(AppError::NotFound)?;
    let form = PostingForm {
        new_id: Uuid::now_v7().to_string(),
        city,
        country,
        currency: "EUR".into(),
        pay_period: "year".into(),
        closes_on: days_open(now()).date_naive().to_string(),
        ..Default::default()
    };
    Ok(Editor {
        form,
        state: PostingState::Draft,
        slug: String::new(),
        html: String::new(),
        unsent: false,
        published_at: None,
        closes_at: None,
        closed_at: None,
        views: 0,
        applications: 0,
        edited: None,
    })
}

/// A posting as it will look.
pub async fn preview(db: &Db, company: Uuid, id: Uuid) -> Result<Preview, AppError> {
    let row = find(db, company, id).await?;
    let pay = match (row.pay_min, row.pay_max, row.pay_period.parse()) {
        (Some(min), Some(max), Ok(period)) => Some(Pay { min, max, currency: row.currency, period }),
        _ => None,
    };
    Ok(Preview {
        id: Some(id),
        version: row.version,
        state: row.state,
        unsent: false,
        title: row.title,
        company: row.company,
        category: row.category.parse().ok(),
        employment_type: row.employment_type.parse().ok(),
        workplace: row.workplace.parse().ok(),
        place: Place { city: row.city, region: row.region, country: row.country },
        pay,
        skills: lines(&row.skills),
        html: row.text.rendered().await?.html,
        closes_at: row.closes_at,
        closed_at: row.closed_at,
    })
}

/// What a company is called.
pub async fn company_name(db: &Db, company: Uuid) -> Result<String, AppError> {
    let name =
        read!(db, |c| { sqlx::query_scalar("SELECT name FROM companies WHERE id = $1").bind(company).fetch_one(c) });
    Ok(name?)
}

/// What the columns of an enum hold: its name, or nothing in a draft.
fn name<T: ToString>(value: Option<T>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// Binds what insert and update both store, to the first 23 placeholders.
macro_rules! bind_posting {
    ($sql:literal, $id:expr, $posting:expr, $text:expr) => {{
        let (posting, text, now) = ($posting, $text, now());
        query($sql)
            .bind($id)
            .bind(slug(&posting.title, Some($id)))
            .bind(posting.state)
            .bind(&posting.title)
            .bind(name(posting.category))
            .bind(&posting.description)
            .bind(name(posting.employment_type))
            .bind(name(posting.workplace))
            .bind(&posting.place.city)
            .bind(&posting.place.region)
            .bind(&posting.place.country)
            .bind(posting.skills.join("\n"))
            .bind(posting.pay_min)
            .bind(posting.pay_max)
            .bind(&posting.currency)
            .bind(name(posting.pay_period))
            .bind(posting.pay_year())
            .bind(posting.closes_at)
            .bind((posting.state == PostingState::Open).then_some(now))
            .bind(now)
            .bind(&text.html)
            .bind(&text.excerpt)
            .bind(RENDERER_VERSION)
    }};
}

/// Stores a new posting, with what its description looks like; not where there is one of this id.
pub async fn insert(
    db: &Db,
    company: Uuid,
    id: Uuid,
    posting: &ValidPosting,
    text: &Rendered,
) -> Result<bool, AppError> {
    let mut tx = db.begin().await?;
    make_room(&mut tx, company).await?;
    let stored = execute!(
        &mut tx,
        bind_posting!(
            "INSERT INTO postings (id, slug, state, title, category, description, employment_type, workplace, city,
                region, country, skills, pay_min, pay_max, currency, pay_period, pay_year, closes_at, published_at,
                created_at, updated_at, description_html, description_excerpt, html_version, company_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20,
                $21, $22, $23, $24)
             ON CONFLICT (id) DO NOTHING",
            id,
            posting,
            text
        )
        .bind(company)
    )?;
    tx.commit().await?;
    Ok(stored > 0)
}

/// Stores an edit of the version given. The address follows the title until the posting is published.
pub async fn update(
    db: &Db,
    Member { id: by, company }: Member,
    id: Uuid,
    version: i64,
    posting: &ValidPosting,
    text: &Rendered,
) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let changed = execute!(
        &mut tx,
        bind_posting!(
            "UPDATE postings SET slug = CASE WHEN published_at IS NULL THEN $2 ELSE slug END, state = $3, title = $4,
                category = $5, description = $6, employment_type = $7, workplace = $8, city = $9, region = $10,
                country = $11, skills = $12, pay_min = $13, pay_max = $14, currency = $15, pay_period = $16,
                pay_year = $17, closing_told = closing_told AND closes_at = $18, closes_at = $18,
                published_at = COALESCE(published_at, $19), updated_at = $20, description_html = $21,
                description_excerpt = $22, html_version = $23, version = version + 1
             WHERE id = $1 AND company_id = $24 AND version = $25",
            id,
            posting,
            text
        )
        .bind(company)
        .bind(version)
    )?;
    if changed == 0 {
        return Err(AppError::Refused(Problem::Stale));
    }
    edited(&mut tx, company, id, Some(by)).await?;
    Ok(tx.commit().await?)
}

/// Refuses one posting too many.
async fn make_room(tx: &mut Tx, company: Uuid) -> Result<(), AppError> {
    let there: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM postings WHERE company_id = $1 AND state IN ('draft', 'open', 'closed')")
            .bind(company)
            .fetch_one(c)
    })?;
    match there < MAX_POSTINGS {
        true => Ok(()),
        false => Err(AppError::refused(PostingProblem::TooManyPostings(MAX_POSTINGS))),
    }
}

/// Notes who has changed a posting, and tells the company, and whoever is reading it.
async fn edited(tx: &mut Tx, company: Uuid, posting: Uuid, by: Option<Uuid>) -> Result<(), AppError> {
    execute!(&mut *tx, query("UPDATE postings SET edited_by = $1 WHERE id = $2").bind(by).bind(posting))?;
    let members = companies::members(tx, company).await?;
    live::publish(tx, members, &PostingChanged { id: posting });
    tx.pass(vec![Audience::Watchers(posting)], frame_json(&PostingChanged { id: posting }));
    Ok(())
}

/// Closes what has run out, and tells companies of it, and of what will within three days: some at a time, so that
/// nobody waits for thousands.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    while sweep_some(db).await? == SWEPT {}
    Ok(())
}

/// Tells how many postings were changed.
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
        .bind(SWEPT)
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
        .bind(SWEPT - closed.len() as i64)
        .fetch_all(c)
    })?;
    let changed = (closed.len() + closing.len()) as i64;
    for (kind, postings) in [(Kind::PostingClosed, closed), (Kind::PostingClosing, closing)] {
        for (about, company, title) in postings {
            if kind == Kind::PostingClosed {
                edited(&mut tx, company, about, None).await?;
            }
            let members = companies::members(&mut tx, company).await?;
            let notice = |user| Notice { user, kind, about, subject: None, title: title.clone(), name: String::new() };
            notify(&mut tx, members.into_iter().map(notice).collect()).await?;
        }
    }
    tx.commit().await?;
    Ok(changed)
}

/// Renders some descriptions anew that were rendered by older rules; tells whether there were any.
pub async fn render_some(db: &Db) -> Result<bool, AppError> {
    let old: Vec<(Uuid, i64, String)> = read!(db, |c| {
        query_as("SELECT id, version, description FROM postings WHERE html_version < $1 LIMIT $2")
            .bind(RENDERER_VERSION)
            .bind(markdown::AT_ONCE)
            .fetch_all(c)
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    let rendered = markdown::render_all(old).await?;
    let mut tx = db.begin().await?;
    for (id, version, text) in rendered {
        // Whoever has saved it meanwhile has rendered it as well.
        execute!(
            &mut tx,
            query(
                "UPDATE postings SET description_html = $1, description_excerpt = $2, html_version = $3
                 WHERE id = $4 AND version = $5 AND html_version < $3"
            )
            .bind(&text.html)
            .bind(&text.excerpt)
            .bind(RENDERER_VERSION)
            .bind(id)
            .bind(version)
        )?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Takes a posting from the list of open ones.
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

/// Opens a closed or archived posting again, for a while when its time was over. One that was never published
/// becomes a draft again.
pub async fn reopen(db: &Db, Member { id: by, company }: Member, id: Uuid) -> Result<(), AppError> {
    let now = now();
    let mut tx = db.begin().await?;
    let changed = execute!(
        &mut tx,
        query(
            "UPDATE postings SET state = CASE WHEN published_at IS NULL THEN 'draft' ELSE 'open' END,
                closes_at = CASE WHEN closes_at > $1 THEN closes_at ELSE $2 END, closed_at = NULL,
                closing_told = FALSE, version = version + 1, updated_at = $1
             WHERE id = $3 AND company_id = $4 AND state IN ('closed', 'archived')"
        )
        .bind(now)
        .bind(days_open(now))
        .bind(id)
        .bind(company)
    )?;
    if !has_changed(&mut tx, company, id, changed, PostingState::Open).await? {
        return Ok(());
    }
    edited(&mut tx, company, id, Some(by)).await?;
    Ok(tx.commit().await?)
}

/// Whether a change of state touched something. Where it did not, the posting may be so already, perhaps by the same
/// press; else this tells why: there is no such posting, or it is in another state.
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
        .bind(days_open(now))
        .bind(now)
        .bind(id)
        .bind(company)
    )?;
    Ok(tx.commit().await?)
}

/// What became of a posting that was to be deleted.
#[derive(Debug, PartialEq, Eq)]
pub enum Deleted {
    Gone,
    /// It has applications or conversations, which are not lost.
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
        // Somebody applied in this very moment; PostgreSQL has ended the transaction.
        Err(sqlx::Error::Database(e)) if e.is_foreign_key_violation() => {
            drop(tx); // or SQLite's one writer is waited for in vain
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

//! Postings as their employer edits them. Every WHERE names the company, so that nobody reaches another company's.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::index::index;
use crate::{
    accounts::{self, CurrentUser},
    db::{Audience, Db, Tx, now},
    error::{AppError, Problem},
    execute,
    jobs::{
        Category, Editor, Pay, Place, PostingChanged, PostingForm, PostingProblem, PostingState, Preview, ValidPosting,
        days_open, lines, tags,
    },
    live::{self, frame_json},
    platform::markdown::{self, Below, Kept, RENDERER_VERSION, Rendered},
    read,
    text::{Amount, Zone, slug},
    write_in,
};

/// Postings of a company that are not archived.
pub const MAX_POSTINGS: i64 = 10_000;

/// The company member who edits a posting, and their company.
#[derive(Clone, Copy)]
pub struct Member {
    pub id: Uuid,
    pub company: Uuid,
}

impl From<(CurrentUser, Uuid)> for Member {
    fn from((user, company): (CurrentUser, Uuid)) -> Self {
        Self { id: user.id, company }
    }
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
    pay_min: Option<Amount>,
    pay_max: Option<Amount>,
    currency: String,
    pay_period: String,
    views: i64,
    version: i64,
    closes_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    published_at: Option<DateTime<Utc>>,
    company: String,
    time_zone: String,
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
                p.closes_at, p.closed_at, p.published_at, c.name AS company, c.time_zone,
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
    let amount = |amount: Option<Amount>| amount.map(Amount::plain).unwrap_or_default();
    let zone = Zone::stored(&row.time_zone);
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
            pay_min: amount(row.pay_min),
            pay_max: amount(row.pay_max),
            currency: row.currency,
            pay_period: row.pay_period,
            pay_meant: String::new(),
            skills: lines(&row.skills).join(", "),
            closes_on: row.closes_at.map(|at| zone.day(at).to_string()).unwrap_or_default(),
        },
        state: row.state,
        html: row.text.rendered(Below::Title).await?.html,
        slug: row.slug,
        published_at: row.published_at,
        last_day: row.closed_at.or(row.closes_at).map(|at| zone.local_day(at)),
        closed: row.closed_at.is_some(),
        zone: zone.name().to_string(),
        views: row.views,
        applications: row.applications,
        edited: row.editor.map(|by| (by, row.updated_at)),
        team: Vec::new(),
    })
}

/// A new posting for the editor, with defaults: the company's place, and the default closing date.
pub async fn blank(db: &Db, company: Uuid) -> Result<Editor, AppError> {
    let place: Option<(String, String, String)> = read!(db, |c| {
        query_as("SELECT city, country, time_zone FROM companies WHERE id = $1").bind(company).fetch_optional(c)
    })?;
    let (city, country, zone) = place.ok_or(AppError::NotFound)?;
    let zone = Zone::stored(&zone);
    let form = PostingForm {
        new_id: Uuid::now_v7().to_string(),
        city,
        country,
        currency: "EUR".into(),
        pay_period: "year".into(),
        closes_on: days_open(zone.day(now())).to_string(),
        ..Default::default()
    };
    Ok(Editor {
        form,
        state: PostingState::Draft,
        slug: String::new(),
        html: String::new(),
        unsent: false,
        published_at: None,
        last_day: None,
        closed: false,
        zone: zone.name().to_string(),
        views: 0,
        applications: 0,
        edited: None,
        team: Vec::new(),
    })
}

/// The preview of a stored posting.
pub async fn preview(db: &Db, company: Uuid, id: Uuid) -> Result<Preview, AppError> {
    let row = find(db, company, id).await?;
    let pay = Pay::of(row.pay_min, row.pay_max, &row.currency, row.pay_period.parse().ok());
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
        html: row.text.rendered(Below::Title).await?.html,
        last_day: row.closed_at.or(row.closes_at).map(|at| Zone::stored(&row.time_zone).local_day(at)),
        closed: row.closed_at.is_some(),
    })
}

/// What a company is called.
pub async fn company_name(db: &Db, company: Uuid) -> Result<String, AppError> {
    let name =
        read!(db, |c| { sqlx::query_scalar("SELECT name FROM companies WHERE id = $1").bind(company).fetch_one(c) });
    Ok(name?)
}

/// The time zone that a company's days belong to.
pub async fn zone(db: &Db, company: Uuid) -> Result<Zone, AppError> {
    let zone: Option<String> = read!(db, |c| {
        query_scalar("SELECT time_zone FROM companies WHERE id = $1").bind(company).fetch_optional(c)
    })?;
    Ok(Zone::stored(&zone.ok_or(AppError::NotFound)?))
}

/// The same, within a transaction.
pub(super) async fn zone_in(tx: &mut Tx, company: Uuid) -> Result<Zone, AppError> {
    let zone: Option<String> = write_in!(tx, |c| {
        query_scalar("SELECT time_zone FROM companies WHERE id = $1").bind(company).fetch_optional(c)
    })?;
    Ok(Zone::stored(&zone.ok_or(AppError::NotFound)?))
}

/// The stored text of an enum: its name, or empty in a draft where none is chosen.
fn name<T: ToString>(value: Option<T>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// Binds the columns that insert and update share, to the first 23 placeholders.
macro_rules! bind_posting {
    ($sql:literal, $id:expr, $posting:expr, $text:expr, $zone:expr) => {{
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
            .bind(posting.closes_on.map(|day| $zone.end_of_day(day)))
            .bind((posting.state == PostingState::Open).then_some(now))
            .bind(now)
            .bind(&text.html)
            .bind(&text.excerpt)
            .bind(RENDERER_VERSION)
    }};
}

/// Inserts a new posting with its rendered description. Returns false where a posting of this id exists (idempotent).
pub async fn insert(
    db: &Db,
    company: Uuid,
    id: Uuid,
    posting: &ValidPosting,
    text: &Rendered,
) -> Result<bool, AppError> {
    let mut tx = db.begin().await?;
    make_room(&mut tx, company).await?;
    let zone = zone_in(&mut tx, company).await?;
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
            text,
            zone
        )
        .bind(company)
    )?;
    index(&mut tx, &[id]).await?;
    if posting.state == PostingState::Open {
        changed(&mut tx, company, id, posting.category);
    }
    tx.commit().await?;
    Ok(stored > 0)
}

/// Stores an edit of the version given (optimistic locking). The slug follows the title until the posting is published.
pub async fn update(
    db: &Db,
    Member { id: by, company }: Member,
    id: Uuid,
    version: i64,
    posting: &ValidPosting,
    text: &Rendered,
) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let zone = zone_in(&mut tx, company).await?;
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
            text,
            zone
        )
        .bind(company)
        .bind(version)
    )?;
    if changed == 0 {
        return Err(AppError::Refused(Problem::Stale));
    }
    index(&mut tx, &[id]).await?;
    edited(&mut tx, company, id, Some(by)).await?;
    Ok(tx.commit().await?)
}

/// Refuses another posting above `MAX_POSTINGS`.
pub(super) async fn make_room(tx: &mut Tx, company: Uuid) -> Result<(), AppError> {
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

/// Stores who has edited a posting, publishes the change to the company's members, and passes it to pages that show
/// the posting.
pub(super) async fn edited(tx: &mut Tx, company: Uuid, posting: Uuid, by: Option<Uuid>) -> Result<(), AppError> {
    let category: Option<Category> = write_in!(tx, |c| {
        query_scalar("UPDATE postings SET edited_by = $1 WHERE id = $2 RETURNING category")
            .bind(by)
            .bind(posting)
            .fetch_optional(c)
    })?;
    changed(tx, company, posting, category);
    let members = accounts::members_at(tx, company, posting).await?;
    live::publish(tx, members, &PostingChanged { id: posting });
    tx.pass(vec![Audience::Watchers(posting)], frame_json(&PostingChanged { id: posting }));
    Ok(())
}

/// Makes stale what shows a posting, or would show it from now on: other postings of its category may, while those of
/// the category that it has left name it already.
fn changed(tx: &mut Tx, company: Uuid, posting: Uuid, category: Option<Category>) {
    tx.change(tags::of_posting(posting, company));
    tx.change(category.map(tags::category));
}

/// Renders a batch of descriptions anew that older rules have rendered; returns whether there were any.
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
    let rendered = markdown::render_all(old, Below::Title).await?;
    let mut tx = db.begin().await?;
    for (id, version, text) in rendered {
        // A save in between has rendered it by the present rules as well, so that version is left alone.
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
        tx.change([tags::posting(id)]);
    }
    tx.commit().await?;
    Ok(true)
}

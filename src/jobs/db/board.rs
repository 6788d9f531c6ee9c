//! Postings, read by everybody.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{FromRow, QueryBuilder, Row};
use uuid::Uuid;

use crate::{
    db::{Audience, Db, Lock, Tx, now, push_list},
    error::AppError,
    jobs::PostingChanged,
    live::frame_json,
    paging::{Cursor, Page},
    platform::markdown::{Below, Kept, Rendered},
    read,
    text::{Amount, Zone},
    write_in,
};
use {
    super::{
        found::found,
        fragments::{card_columns, is_open},
        list_key::ListKey,
    },
    crate::jobs::{
        Category, CategoryCount, EmploymentType, HiringCompany, Job, JobCard, JobCompany, JobQuery, Pay, Place,
        PostingState, Sort, Workplace, lines,
    },
};

/// Postings on a page of a list.
const JOBS_PER_PAGE: usize = 20;
/// Postings whose views are written by one transaction, well below SQLite's limit of bound parameters.
pub const MAX_VIEWS_PER_STATEMENT: usize = 1_000;

/// A row of a list.
#[derive(FromRow)]
pub(super) struct CardRow {
    id: Uuid,
    slug: String,
    title: String,
    company: String,
    city: String,
    region: String,
    country: String,
    workplace: Workplace,
    employment_type: EmploymentType,
    skills: String,
    pay_min: Option<Amount>,
    pay_max: Option<Amount>,
    currency: String,
    pay_period: String,
    pay_euro: i64,
    published_at: DateTime<Utc>,
    /// Of a list by relevance: the best class of matches has the highest.
    #[sqlx(skip)]
    pub tier: i64,
}

impl CardRow {
    fn key(&self, sort: Sort) -> String {
        match sort {
            Sort::Newest => ListKey::Newest(self.published_at, self.id),
            Sort::Pay => ListKey::Pay(self.pay_euro, self.id),
            Sort::Relevance => ListKey::Relevance(self.tier, self.published_at, self.id),
        }
        .to_string()
    }
}

impl From<CardRow> for JobCard {
    fn from(row: CardRow) -> Self {
        let pay = Pay::of(row.pay_min, row.pay_max, &row.currency, row.pay_period.parse().ok());
        Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            company: row.company,
            place: Place { city: row.city, region: row.region, country: row.country },
            workplace: row.workplace,
            employment_type: row.employment_type,
            pay,
            skills: lines(&row.skills),
            published_at: row.published_at,
            sent: false,
        }
    }
}

/// Read from [`card_columns!`], by other features too.
impl<'r, R: Row> FromRow<'r, R> for JobCard
where
    CardRow: FromRow<'r, R>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        CardRow::from_row(row).map(Self::from)
    }
}

/// One page of a search's results, empty where the cursor is invalid.
pub async fn find_jobs(db: &Db, query: &JobQuery) -> Result<Page<JobCard>, AppError> {
    page(db, query, None).await
}

/// A page of a company's open postings, the newest first.
pub async fn company_jobs(db: &Db, company: Uuid, cursor: Cursor) -> Result<Page<JobCard>, AppError> {
    page(db, &JobQuery::at(cursor), Some(company)).await
}

async fn page(db: &Db, query: &JobQuery, company: Option<Uuid>) -> Result<Page<JobCard>, AppError> {
    let sort = query.sort();
    let key = match &query.cursor {
        Cursor::First => None,
        Cursor::After(text) | Cursor::Before(text) => match ListKey::parse(sort, text) {
            Some(key) => Some(key),
            None => return Ok(Page::default()),
        },
    };
    let rows = found(db, query, company, key, JOBS_PER_PAGE + 1).await?;
    Ok(query.cursor.page(rows, JOBS_PER_PAGE, |row| row.key(sort)).map(JobCard::from))
}

/// The newest open postings.
pub async fn newest(db: &Db) -> Result<Vec<JobCard>, AppError> {
    let cards = read!(db, |c| {
        sqlx::query_as(concat!(
            "SELECT ",
            card_columns!(),
            " FROM postings p JOIN companies c ON c.id = p.company_id WHERE ",
            is_open!("p", in_order),
            "$1 ORDER BY p.published_at DESC, p.id DESC LIMIT 8"
        ))
        .bind(now())
        .fetch_all(c)
    });
    Ok(cards?)
}

/// The newest open postings of a category, but for one.
async fn similar(db: &Db, category: Category, but: Uuid) -> Result<Vec<JobCard>, AppError> {
    let cards = read!(db, |c| {
        sqlx::query_as(concat!(
            "SELECT ",
            card_columns!(),
            " FROM postings p JOIN companies c ON c.id = p.company_id WHERE ",
            is_open!("p", in_order),
            "$3 AND p.category = $1 AND p.id <> $2
              ORDER BY p.published_at DESC, p.id DESC LIMIT 4"
        ))
        .bind(category)
        .bind(but)
        .bind(now())
        .fetch_all(c)
    });
    Ok(cards?)
}

#[derive(FromRow)]
struct PostingRow {
    #[sqlx(flatten)]
    card: JobCard,
    category: Category,
    state: PostingState,
    #[sqlx(flatten)]
    text: Kept,
    closes_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    company_id: Uuid,
    company_slug: String,
    logo: Option<String>,
    company_city: String,
    company_country: String,
    time_zone: String,
    size: String,
    site: String,
    open_postings: i64,
    version: i64,
}

/// A posting, and its company's id and web site.
pub struct FoundJob {
    pub job: Job,
    pub company: Uuid,
    pub site: String,
}

/// A posting that is open or closed. An archived one is not found.
pub async fn find_job(db: &Db, slug: &str) -> Result<FoundJob, AppError> {
    let now = now();
    let row: Option<PostingRow> = read!(db, |c| {
        sqlx::query_as(concat!(
            "SELECT ",
            card_columns!(),
            ", p.category, p.state, p.closes_at, p.closed_at, p.company_id, c.slug AS company_slug, c.logo,
              c.city AS company_city, c.country AS company_country, c.time_zone, c.size, c.site, c.open_postings, p.version,
              p.description AS markdown, p.description_html AS html, p.description_excerpt AS excerpt, p.html_version
              FROM postings p JOIN companies c ON c.id = p.company_id
              WHERE p.slug = $1 AND p.state IN ('open', 'closed') AND p.published_at IS NOT NULL"
        ))
        .bind(slug)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    let similar = similar(db, row.category, row.card.id).await?;
    let Rendered { html, excerpt } = row.text.rendered(Below::Title).await?;
    let open = row.state.is_open(row.closes_at, now);
    let company = JobCompany {
        slug: row.company_slug,
        name: row.card.company.clone(),
        logo: row.logo,
        city: row.company_city,
        country: row.company_country,
        size: row.size,
        open_postings: row.open_postings,
    };
    // An expired posting may not have been swept yet.
    let closed_at = row.closed_at.or(row.closes_at).filter(|_| !open);
    let zone = Zone::stored(&row.time_zone);
    let job = Job {
        card: row.card,
        category: row.category,
        html,
        excerpt,
        closes_at: row.closes_at,
        closed_at,
        last_day: closed_at.or(row.closes_at).map(|at| zone.local_day(at)),
        open,
        sent: None,
        company,
        similar,
        version: row.version,
        machine_data: String::new(),
    };
    Ok(FoundJob { job, company: row.company_id, site: row.site })
}

/// Whether a posting belongs to a company.
pub async fn is_of(db: &Db, posting: Uuid, company: Uuid) -> Result<bool, AppError> {
    let found: i64 = read!(db, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM postings WHERE id = $1 AND company_id = $2")
            .bind(posting)
            .bind(company)
            .fetch_one(c)
    })?;
    Ok(found > 0)
}

/// The application that a seeker has sent for a posting.
pub async fn sent_by(db: &Db, user: Uuid, posting: Uuid) -> Result<Option<Uuid>, AppError> {
    let id = read!(db, |c| {
        sqlx::query_scalar("SELECT id FROM applications WHERE posting_id = $1 AND user_id = $2")
            .bind(posting)
            .bind(user)
            .fetch_optional(c)
    });
    Ok(id?)
}

/// Marks the postings that a seeker has applied for.
pub async fn mark_sent<'a>(
    db: &Db,
    user: Uuid,
    cards: impl IntoIterator<Item = &'a mut JobCard>,
) -> Result<(), AppError> {
    let cards: Vec<&mut JobCard> = cards.into_iter().collect();
    if cards.is_empty() {
        return Ok(());
    }
    let sent: Vec<Uuid> = read!(db, |c| async {
        let mut sql = QueryBuilder::new("SELECT posting_id FROM applications WHERE user_id = ");
        sql.push_bind(user).push(" AND posting_id IN ");
        push_list(&mut sql, cards.iter().map(|card| card.id));
        sql.build_query_scalar().fetch_all(c).await
    })?;
    for card in cards {
        card.sent = sent.contains(&card.id);
    }
    Ok(())
}

/// The version of a public posting. 0 for a deleted or archived one: no page shows that version.
pub async fn version(db: &Db, posting: Uuid) -> Result<i64, AppError> {
    let version: Option<i64> = read!(db, |c| {
        sqlx::query_scalar("SELECT version FROM postings WHERE id = $1 AND state IN ('open', 'closed')")
            .bind(posting)
            .fetch_optional(c)
    })?;
    Ok(version.unwrap_or_default())
}

/// Open postings by category, the largest first.
pub async fn category_counts(db: &Db) -> Result<Vec<CategoryCount>, AppError> {
    let counts = read!(db, |c| {
        sqlx::query_as(concat!(
            "SELECT category, COUNT(*) AS count FROM postings WHERE ",
            is_open!("postings"),
            "$1 GROUP BY category ORDER BY count DESC, category"
        ))
        .bind(now())
        .fetch_all(c)
    });
    Ok(counts?)
}

/// The companies that hire most.
pub async fn hiring_companies(db: &Db, limit: i64) -> Result<Vec<HiringCompany>, AppError> {
    let companies = read!(db, |c| {
        sqlx::query_as(
            "SELECT slug, name, logo, open_postings FROM companies WHERE open_postings > 0
             ORDER BY open_postings DESC, id LIMIT $1",
        )
        .bind(limit)
        .fetch_all(c)
    });
    Ok(companies?)
}

/// Adds views to at most [`MAX_VIEWS_PER_STATEMENT`] postings. The change is passed to connected members of their
/// companies only: nobody else sees the number of views.
pub async fn add_views(db: &Db, views: &[(Uuid, i64)]) -> Result<(), AppError> {
    let members = members_here(db, views).await?;
    let mut tx = db.begin().await?;
    hold(&mut tx, views).await?;
    write_in!(&mut tx, |c| async {
        let mut sql = QueryBuilder::new("UPDATE postings SET views = views + v.column2 FROM (");
        sql.push_values(views, |mut row, (posting, count)| {
            row.push_bind(*posting).push_bind(*count);
        });
        sql.push(") AS v WHERE postings.id = v.column1");
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    for (posting, members) in members {
        tx.pass(members, frame_json(&PostingChanged { id: posting }));
    }
    Ok(tx.commit().await?)
}

/// Locks postings, in [lock order](Lock).
async fn hold(tx: &mut Tx, views: &[(Uuid, i64)]) -> Result<(), AppError> {
    tx.locked(Lock::Postings, views.len());
    if tx.is_postgres() {
        write_in!(tx, |c| async {
            let mut sql = QueryBuilder::new("SELECT id FROM postings WHERE id IN ");
            push_list(&mut sql, views.iter().map(|(posting, _)| *posting));
            sql.push(" ORDER BY id FOR NO KEY UPDATE");
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// By posting, the company's members who have a page connected to any node.
async fn members_here(db: &Db, views: &[(Uuid, i64)]) -> Result<HashMap<Uuid, Vec<Audience>>, AppError> {
    let here: Vec<(Uuid, Uuid)> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT p.id, m.user_id FROM postings p JOIN company_members m ON m.company_id = p.company_id
             JOIN users u ON u.id = m.user_id WHERE u.online_until > ",
        );
        sql.push_bind(now()).push(" AND p.id IN ");
        push_list(&mut sql, views.iter().map(|(posting, _)| *posting));
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    let mut members: HashMap<Uuid, Vec<Audience>> = HashMap::new();
    for (posting, member) in here {
        members.entry(posting).or_default().push(Audience::Person(member));
    }
    Ok(members)
}

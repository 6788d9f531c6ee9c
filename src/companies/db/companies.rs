//! Companies and their members.

use sqlx::{FromRow, QueryBuilder, query};
use uuid::Uuid;

use crate::{
    accounts,
    companies::{Company, CompanyCard, CompanyKey},
    db::{Db, KeyValue, ListOrder, Tx, now},
    error::AppError,
    execute,
    jobs::{self, CompanyTask, tags},
    live,
    notifications::{self, Kind, Notice},
    paging::{Cursor, Page},
    platform::markdown::{Below, Kept, Rendered},
    read,
    text::{Zone, slug},
    write_in,
};

/// Companies on a page of the list.
const COMPANIES_PER_PAGE: usize = 24;

/// Makes a company with its first member, in the time zone that their browser names, if there is one of that name.
pub async fn found(tx: &mut Tx, name: &str, time_zone: &str, member: Uuid) -> Result<Uuid, AppError> {
    let (id, zone) = (Uuid::now_v7(), Zone::parse(time_zone).map_or("", Zone::name));
    execute!(
        &mut *tx,
        query(
            "INSERT INTO companies (id, slug, name, name_key, created_at, updated_at, time_zone)
             VALUES ($1, $2, $3, $4, $5, $5, $6)"
        )
        .bind(id)
        .bind(slug(name, Some(id)))
        .bind(name)
        .bind(name.to_lowercase())
        .bind(now())
        .bind(zone)
    )?;
    insert_member(tx, id, member).await?;
    tx.change([tags::LISTS]);
    Ok(id)
}

async fn insert_member(tx: &mut Tx, company: Uuid, member: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query("INSERT INTO company_members (user_id, company_id, created_at) VALUES ($1, $2, $3)")
            .bind(member)
            .bind(company)
            .bind(now())
    )?;
    Ok(())
}

/// Makes an employer a member of the company with this slug, and notifies the other members.
pub async fn join(tx: &mut Tx, slug: &str, member: Uuid, name: &str) -> Result<(), AppError> {
    let found: Option<(Uuid, String)> = write_in!(tx, |c| {
        sqlx::query_as("SELECT id, name FROM companies WHERE slug = $1").bind(slug).fetch_optional(c)
    })?;
    let (company, title) = found.ok_or(AppError::NotFound)?;
    let others = accounts::members(tx, company).await?.into_iter();
    let notice = |user| Notice {
        user,
        kind: Kind::MemberJoined,
        about: company,
        subject: None,
        title: title.clone(),
        name: name.to_string(),
    };
    let notices = others.map(notice).collect();
    insert_member(tx, company, member).await?;
    jobs::cancel_task(tx, company, CompanyTask::Archive).await?;
    notifications::notify(tx, notices).await
}

/// Removes a member, with the notifications and events they got as one. When the last member leaves, the company's
/// postings are archived; its applications stay.
pub async fn leave(tx: &mut Tx, company: Uuid, member: Uuid) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM company_members WHERE user_id = $1").bind(member))?;
    let left: i64 = write_in!(tx, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM company_members WHERE company_id = $1").bind(company).fetch_one(c)
    })?;
    if left == 0 {
        jobs::note_task(tx, company, CompanyTask::Archive).await?;
        jobs::work_task_in(tx, company).await?;
    }
    // Lock order: postings before notifications.
    notifications::clear(tx, member).await?;
    live::forget(tx, member).await?;
    tx.check_sockets(member);
    Ok(())
}

#[derive(FromRow)]
struct CardRow {
    id: Uuid,
    name_key: String,
    #[sqlx(flatten)]
    card: CompanyCard,
}

/// A page of the companies whose names contain this, by name; empty where the cursor is invalid.
pub async fn find_companies(db: &Db, part: &str, cursor: &Cursor) -> Result<Page<CompanyCard>, AppError> {
    let part = part.to_lowercase().replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    let pattern = format!("%{part}%");
    let key = match cursor {
        Cursor::First => None,
        Cursor::After(text) | Cursor::Before(text) => match CompanyKey::parse(text) {
            Some(CompanyKey { name, id }) => Some(vec![KeyValue::Text(name), KeyValue::Id(id)]),
            None => return Ok(Page::default()),
        },
    };
    let rows: Vec<CardRow> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT id, slug, name, name_key, logo, city, country, open_postings FROM companies WHERE name_key LIKE ",
        );
        sql.push_bind(&pattern).push(r" ESCAPE '\'");
        let order = ListOrder::ascending(&["name_key", "id"], cursor);
        order.push_page(&mut sql, key, COMPANIES_PER_PAGE + 1);
        sql.build_query_as().fetch_all(c).await
    })?;
    let key = |row: &CardRow| CompanyKey { name: row.name_key.clone(), id: row.id }.to_string();
    Ok(cursor.page(rows, COMPANIES_PER_PAGE, key).map(|row| row.card))
}

#[derive(FromRow)]
struct CompanyRow {
    id: Uuid,
    slug: String,
    name: String,
    site: String,
    #[sqlx(flatten)]
    text: Kept,
    city: String,
    country: String,
    size: String,
    logo: Option<String>,
    open_postings: i64,
}

/// A company with a page of its open postings, and its id.
pub struct FoundCompany {
    pub id: Uuid,
    pub company: Company,
}

/// A company with a page of its open postings.
pub async fn find_company(db: &Db, slug: &str, cursor: Cursor) -> Result<FoundCompany, AppError> {
    let row: Option<CompanyRow> = read!(db, |c| {
        sqlx::query_as(
            "SELECT id, slug, name, site, city, country, size, logo, open_postings,
                about AS markdown, about_html AS html, about_excerpt AS excerpt, html_version
             FROM companies WHERE slug = $1",
        )
        .bind(slug)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    let Rendered { html, excerpt } = row.text.rendered(Below::Section).await?;
    let company = Company {
        slug: row.slug,
        name: row.name,
        site: row.site,
        html,
        excerpt,
        city: row.city,
        country: row.country,
        size: row.size,
        logo: row.logo,
        open_postings: row.open_postings,
        jobs: jobs::company_jobs(db, row.id, cursor).await?,
    };
    Ok(FoundCompany { id: row.id, company })
}

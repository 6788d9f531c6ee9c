//! Companies, and how they are found.

use sqlx::{FromRow, QueryBuilder, query, query_as};
use uuid::Uuid;

use super::team::insert_member;
use crate::{
    accounts::MemberRole,
    companies::{Company, CompanyCard, CompanyKey},
    db::{Db, KeyValue, ListOrder, PushValue, SqlEngine, Tx, now},
    error::AppError,
    execute,
    jobs::{self, SEARCH_VERSION, tags},
    paging::{Cursor, Page},
    platform::markdown::{Below, Kept, Rendered},
    read,
    text::{
        Zone, slug,
        words::{asked, kept_words},
    },
};

/// Companies on a page of the list.
const COMPANIES_PER_PAGE: usize = 24;
/// What is shorter begins a word of the name; the rest is found inside of words too.
const MIN_INFIX: usize = 3;
/// At most so many words of a name are searched for.
const MAX_NAME_WORDS: usize = 12;

/// Makes a company with its first member, in the time zone that their browser names, if there is one of that name.
pub async fn found(tx: &mut Tx, name: &str, time_zone: &str, member: Uuid) -> Result<Uuid, AppError> {
    let (id, zone) = (Uuid::now_v7(), Zone::parse(time_zone).map_or("", Zone::name));
    execute!(
        &mut *tx,
        query(
            "INSERT INTO companies (id, slug, name, name_key, created_at, updated_at, time_zone, name_words,
                search_version)
             VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)"
        )
        .bind(id)
        .bind(slug(name, Some(id)))
        .bind(name)
        .bind(name.to_lowercase())
        .bind(now())
        .bind(zone)
        .bind(name_words(name))
        .bind(SEARCH_VERSION)
    )?;
    insert_member(tx, id, member, MemberRole::Owner).await?;
    tx.change([tags::LISTS]);
    Ok(id)
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
    let key = match cursor {
        Cursor::First => None,
        Cursor::After(text) | Cursor::Before(text) => match CompanyKey::parse(text) {
            Some(CompanyKey { name, id }) => Some(vec![KeyValue::Text(name), KeyValue::Id(id)]),
            None => return Ok(Page::default()),
        },
    };
    let rows: Vec<CardRow> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT id, slug, name, name_key, logo, city, country, open_postings FROM companies WHERE TRUE",
        );
        push_name(&mut sql, part);
        let order = ListOrder::ascending(&["name_key", "id"], cursor);
        order.push_page(&mut sql, key, COMPANIES_PER_PAGE + 1);
        sql.build_query_as().fetch_all(c).await
    })?;
    let key = |row: &CardRow| CompanyKey { name: row.name_key.clone(), id: row.id }.to_string();
    Ok(cursor.page(rows, COMPANIES_PER_PAGE, key).map(|row| row.card))
}

/// Parts of a text that are not searched for, as they were typed. Signs alone are, as they stand in names: that they are
/// no words is told where there are no such names.
pub fn left_out(part: &str, finds: bool) -> Vec<String> {
    let asked = asked(part, MAX_NAME_WORDS);
    if asked.words.is_empty() && finds { Vec::new() } else { asked.left_out }
}

/// Narrows down to companies whose names hold each word of this, wherever it stands in one of theirs.
fn push_name<E: SqlEngine>(sql: &mut QueryBuilder<E>, part: &str) {
    let words = asked(part, MAX_NAME_WORDS).words;
    if words.is_empty() && !part.is_empty() {
        // Signs are only signs.
        let part = part.to_lowercase().replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        sql.push(" AND name_key LIKE ").push_value(format!("%{part}%")).push(r" ESCAPE '\'");
    }
    for word in words {
        let is_short = |word: &String| word.chars().count() < MIN_INFIX;
        let only_whole = word.beginnings.is_empty();
        let whole = word.whole.into_iter().filter(|word| only_whole || is_short(word));
        for (i, spelling) in word.beginnings.into_iter().chain(whole).enumerate() {
            sql.push(if i == 0 { " AND (" } else { " OR " });
            let begins = if is_short(&spelling) { " " } else { "" };
            sql.push("name_words LIKE ").push_value(format!("%{begins}{spelling}%"));
        }
        sql.push(")");
    }
}

/// What a company is found by: the words of its name, as postings keep theirs.
pub fn name_words(name: &str) -> String {
    let mut words: Vec<String> = kept_words(name, true).into_iter().collect();
    words.sort_unstable();
    words.iter().map(|word| format!(" {word}")).collect()
}

/// Keeps the names of a batch of companies that are not kept yet, or by older rules; returns whether there were any.
pub async fn index_some(db: &Db) -> Result<bool, AppError> {
    let old: Vec<(Uuid, String)> = read!(db, |c| {
        query_as("SELECT id, name FROM companies WHERE search_version < $1 ORDER BY id LIMIT 200")
            .bind(SEARCH_VERSION)
            .fetch_all(c)
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    for (id, name) in &old {
        execute!(
            &mut tx,
            query("UPDATE companies SET name_words = $1, search_version = $2 WHERE id = $3 AND name = $4")
                .bind(name_words(name))
                .bind(SEARCH_VERSION)
                .bind(id)
                .bind(name)
        )?;
    }
    tx.change([tags::LISTS]);
    tx.commit().await?;
    Ok(true)
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

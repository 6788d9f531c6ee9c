//! The public pages of postings and companies, for search engines: in files of so many, in an order to which new ones are
//! added at the end.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query_as, query_scalar};
use uuid::Uuid;

use super::fragments::is_open;
use crate::{
    db::{Db, now},
    error::AppError,
    read,
};

/// A public page.
#[derive(FromRow)]
pub struct SitemapRow {
    pub slug: String,
    pub updated_at: DateTime<Utc>,
}

/// Where a file of open postings begins.
pub type FirstPosting = (DateTime<Utc>, Uuid);

/// Where each file of open postings begins, the longest open ones first.
pub async fn first_postings(db: &Db, per_file: i64) -> Result<Vec<FirstPosting>, AppError> {
    let firsts = read!(db, |c| {
        query_as(concat!(
            "SELECT published_at, id FROM (
                 SELECT published_at, id, ROW_NUMBER() OVER (ORDER BY published_at, id) AS place
                 FROM postings WHERE ",
            is_open!("postings", in_order),
            "$1) AS placed WHERE (place - 1) % $2 = 0 ORDER BY published_at, id"
        ))
        .bind(now())
        .bind(per_file)
        .fetch_all(c)
    });
    Ok(firsts?)
}

/// The open postings of a file.
pub async fn sitemap_postings(db: &Db, (at, id): FirstPosting, limit: i64) -> Result<Vec<SitemapRow>, AppError> {
    let rows = read!(db, |c| {
        query_as(concat!(
            "SELECT slug, updated_at FROM postings WHERE ",
            is_open!("postings", in_order),
            "$1 AND (published_at, id) >= ($2, $3) ORDER BY published_at, id LIMIT $4"
        ))
        .bind(now())
        .bind(at)
        .bind(id)
        .bind(limit)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Where each file of companies begins, the oldest first.
pub async fn first_companies(db: &Db, per_file: i64) -> Result<Vec<Uuid>, AppError> {
    let firsts = read!(db, |c| {
        query_scalar(
            "SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM companies) AS placed
             WHERE (place - 1) % $1 = 0 ORDER BY id",
        )
        .bind(per_file)
        .fetch_all(c)
    });
    Ok(firsts?)
}

/// The companies of a file.
pub async fn sitemap_companies(db: &Db, first: Uuid, limit: i64) -> Result<Vec<SitemapRow>, AppError> {
    let rows = read!(db, |c| {
        query_as("SELECT slug, updated_at FROM companies WHERE id >= $1 ORDER BY id LIMIT $2")
            .bind(first)
            .bind(limit)
            .fetch_all(c)
    });
    Ok(rows?)
}

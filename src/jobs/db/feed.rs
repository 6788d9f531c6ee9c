//! The newest postings that a search finds, with what a feed tells of them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::found::found;
use crate::{
    db::{Db, push_list},
    error::AppError,
    jobs::{JobCard, JobQuery},
    read,
};

/// A posting, when it was changed last, and the beginning of its description.
pub type FeedRow = (JobCard, DateTime<Utc>, String);

/// The first postings of a search.
pub async fn feed(db: &Db, query: &JobQuery, limit: usize) -> Result<Vec<FeedRow>, AppError> {
    let cards: Vec<JobCard> = found(db, query, None, None, limit).await?.into_iter().map(JobCard::from).collect();
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let texts: Vec<(Uuid, DateTime<Utc>, String)> = read!(db, |c| async {
        let mut sql = QueryBuilder::new("SELECT id, updated_at, description_excerpt FROM postings WHERE id IN ");
        push_list(&mut sql, cards.iter().map(|card| card.id));
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    let mut texts: HashMap<Uuid, (DateTime<Utc>, String)> =
        texts.into_iter().map(|(id, at, text)| (id, (at, text))).collect();
    let row = |card: JobCard| {
        let (at, text) = texts.remove(&card.id)?;
        Some((card, at, text))
    };
    Ok(cards.into_iter().filter_map(row).collect())
}

//! What a search finds: its pages, without looking at more matches than it must, and their number.

use uuid::Uuid;

use super::{
    board::CardRow,
    expression::Fit,
    list_key::ListKey,
    search::{Matches, Search, Way, count_classes, has_words},
};
use crate::{
    db::{Db, KeyValue},
    error::AppError,
    jobs::{JobQuery, Sort},
    read,
};

/// So many matches of a search by words are counted: to count them all would be most of its work. Fewer in tests, so
/// that they reach it.
pub const MAX_COUNTED: i64 = if cfg!(test) { 500 } else { 1_000 };
/// From so many matches on SQLite reads the list in its order until it has met a page of them, instead of looking all of
/// them up.
const MATCHES_TO_READ_THE_LIST: i64 = if cfg!(test) { 8 } else { 1_000 };

/// Rows of what a search finds, in the order that it asks for, beside a key or from the first on.
pub(super) async fn found(
    db: &Db,
    query: &JobQuery,
    company: Option<Uuid>,
    key: Option<ListKey>,
    limit: usize,
) -> Result<Vec<CardRow>, AppError> {
    let asked = Asked { db, query, company };
    match query.sort() {
        Sort::Relevance => asked.best_rows(key, limit).await,
        Sort::Newest | Sort::Pay => asked.rows(Matches::All(Fit::Any), key.map(ListKey::values), limit).await,
    }
}

struct Asked<'a> {
    db: &'a Db,
    query: &'a JobQuery,
    company: Option<Uuid>,
}

impl Asked<'_> {
    /// Rows beside the key, class by class until there are enough: what is in no class that is shown is not ranked.
    async fn best_rows(&self, key: Option<ListKey>, limit: usize) -> Result<Vec<CardRow>, AppError> {
        let best = count_classes(self.query) as i64;
        let (from, beside) = match key {
            Some(ListKey::Relevance(tier, at, id)) => (tier, Some(ListKey::Newest(at, id).values())),
            _ => (best, None),
        };
        let tiers: Vec<i64> = match self.query.cursor.is_backwards() {
            true => (from.max(1)..=best).collect(),
            false => (1..=from.min(best)).rev().collect(),
        };
        let mut rows = Vec::new();
        for tier in tiers {
            let key = beside.clone().filter(|_| tier == from);
            let class = Matches::Class((best - tier) as usize);
            let mut found = self.rows(class, key, limit - rows.len()).await?;
            found.iter_mut().for_each(|row| row.tier = tier);
            rows.append(&mut found);
            if rows.len() == limit {
                break;
            }
        }
        Ok(rows)
    }

    /// Rows of these matches beside the key, in the order that the query asks for.
    async fn rows(&self, matches: Matches, key: Option<Vec<KeyValue>>, limit: usize) -> Result<Vec<CardRow>, AppError> {
        let words: Option<i64> = read!(self.db, |c| async {
            match Search::new(self.query, self.company).count_words(matches, MATCHES_TO_READ_THE_LIST) {
                Some(mut sql) => sql.build_query_scalar().fetch_one(c).await.map(Some),
                None => Ok(None),
            }
        })?;
        let way = match words {
            Some(0) => return Ok(Vec::new()),
            Some(MATCHES_TO_READ_THE_LIST) => Way::List,
            _ => Way::Matches,
        };
        let rows = read!(self.db, |c| async {
            Search::new(self.query, self.company)
                .page(matches, way, key.clone(), limit)
                .build_query_as()
                .fetch_all(c)
                .await
        });
        Ok(rows?)
    }
}

/// How many postings a search finds. Of one by words at most [`MAX_COUNTED`] and one more are counted.
pub async fn count_jobs(db: &Db, query: &JobQuery) -> Result<i64, AppError> {
    const AT_MOST: i64 = MAX_COUNTED + 1;
    let count = async |fit, at_most| -> Result<i64, AppError> {
        let count = read!(db, |c| async {
            Search::new(query, None).count(fit, at_most).build_query_scalar().fetch_one(c).await
        });
        Ok(count?)
    };
    if !has_words(query) {
        return count(Fit::Any, None).await;
    }
    // Whole words are found sooner than beginnings, and may be enough.
    match count(Fit::Whole, Some(AT_MOST)).await? {
        AT_MOST => Ok(AT_MOST),
        _ => count(Fit::Any, Some(AT_MOST)).await,
    }
}

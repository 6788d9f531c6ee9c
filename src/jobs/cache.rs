//! Cached counts: many visitors need them. A change of any list of postings makes them stale.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;
use moka::future::Cache;

use crate::{
    db::{Freshness, Time},
    error::AppError,
    jobs::{CategoryCount, HiringCompany, tags::LISTS},
};

/// The slow half of the home page.
pub type HomeLists = Arc<(Vec<CategoryCount>, Vec<HiringCompany>)>;

/// Concurrent requests for a missing value share one query (no cache stampede).
#[derive(Clone)]
pub struct JobsCache {
    freshness: Freshness,
    counts: Cache<(Time, String), i64>,
    home: Cache<Time, HomeLists>,
    sitemap: Cache<(), Bytes>,
}

impl JobsCache {
    pub fn new(freshness: Freshness) -> Self {
        fn cache<K, V>(capacity: u64, seconds: u64) -> Cache<K, V>
        where
            K: std::hash::Hash + Eq + Send + Sync + 'static,
            V: Clone + Send + Sync + 'static,
        {
            Cache::builder().max_capacity(capacity).time_to_live(Duration::from_secs(seconds)).build()
        }
        Self { freshness, counts: cache(10_000, 10), home: cache(1, 30), sitemap: cache(1, 600) }
    }
}

/// The [`JobsCache`], inside a server function.
pub fn cache() -> JobsCache {
    leptos::prelude::expect_context()
}

impl JobsCache {
    /// How many postings a search finds, by its `count_key`.
    pub async fn count(&self, key: String, find: impl Future<Output = Result<i64, AppError>>) -> Result<i64, AppError> {
        shared(self.counts.try_get_with((self.changed(), key), find).await)
    }

    /// When a list was changed last: part of the keys.
    fn changed(&self) -> Time {
        self.freshness.changed(&[LISTS])
    }

    /// Empties the cache of counts, for tests that cannot wait until it expires.
    #[cfg(test)]
    pub fn forget_counts(&self) {
        self.counts.invalidate_all();
    }

    pub async fn home(&self, find: impl Future<Output = Result<HomeLists, AppError>>) -> Result<HomeLists, AppError> {
        shared(self.home.try_get_with(self.changed(), find).await)
    }

    pub async fn sitemap(&self, make: impl Future<Output = Result<Bytes, AppError>>) -> Result<Bytes, AppError> {
        shared(self.sitemap.try_get_with((), make).await)
    }
}

fn shared<T>(result: Result<T, Arc<AppError>>) -> Result<T, AppError> {
    result.map_err(|error| (*error).clone())
}

//! Cached results that many visitors need, logged in or not.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;

use super::{
    db::FoundJob,
    tags::{self, LISTS},
};
use crate::{
    db::{CacheTag, Freshness},
    error::AppError,
    jobs::{CategoryCount, HiringCompany, JobList},
    platform::fresh_cache::FreshCache,
};

/// The slow half of the home page.
pub type HomeLists = Arc<(Vec<CategoryCount>, Vec<HiringCompany>)>;

/// Concurrent requests for a missing value share one query (no cache stampede).
#[derive(Clone)]
pub struct JobsCache {
    lists: FreshCache<String, Arc<JobList>>,
    counts: FreshCache<String, i64>,
    home: FreshCache<(), HomeLists>,
    jobs: FreshCache<String, Arc<FoundJob>>,
    sitemap: FreshCache<(), Bytes>,
}

/// The [`JobsCache`], inside a server function.
pub fn cache() -> JobsCache {
    leptos::prelude::expect_context()
}

impl JobsCache {
    pub fn new(freshness: &Freshness) -> Self {
        fn cache<K, V>(freshness: &Freshness, entries: u64, seconds: u64) -> FreshCache<K, V>
        where
            K: std::hash::Hash + Eq + Clone + Send + Sync + 'static,
            V: Clone + Send + Sync + 'static,
        {
            FreshCache::new(freshness, Duration::from_secs(seconds), entries, |_, _| 1)
        }
        Self {
            // Each some 12 kB.
            lists: cache(freshness, 200, 10),
            counts: cache(freshness, 10_000, 10),
            home: cache(freshness, 1, 30),
            // Each some 10 kB.
            jobs: cache(freshness, 500, 10),
            sitemap: cache(freshness, 1, 600),
        }
    }

    /// A page of a search, by its `canonical` query.
    pub async fn list(
        &self,
        query: String,
        find: impl Future<Output = Result<JobList, AppError>>,
    ) -> Result<JobList, AppError> {
        let found = self.lists.value(&query, &[LISTS], async { find.await.map(Arc::new) }).await?;
        Ok(found.as_ref().clone())
    }

    /// How many postings a search finds, by its `count_key`.
    pub async fn count(&self, key: String, find: impl Future<Output = Result<i64, AppError>>) -> Result<i64, AppError> {
        self.counts.value(&key, &[LISTS], find).await
    }

    pub async fn home(&self, find: impl Future<Output = Result<HomeLists, AppError>>) -> Result<HomeLists, AppError> {
        self.home.value(&(), &[LISTS], find).await
    }

    /// A posting, by its slug.
    pub async fn job(
        &self,
        slug: String,
        find: impl Future<Output = Result<FoundJob, AppError>>,
    ) -> Result<Arc<FoundJob>, AppError> {
        let find = async {
            let found = find.await?;
            let tags = shown_with(&found);
            Ok::<_, AppError>((Arc::new(found), tags))
        };
        Ok(self.jobs.find(&slug, find).await?.value)
    }

    /// The sitemap, which may be ten minutes old.
    pub async fn sitemap(&self, make: impl Future<Output = Result<Bytes, AppError>>) -> Result<Bytes, AppError> {
        self.sitemap.value(&(), &[], make).await
    }
}

/// What a posting's page shows.
pub fn shown_with(FoundJob { job, company }: &FoundJob) -> Vec<CacheTag> {
    let similar = job.similar.iter().map(|similar| tags::posting(similar.id));
    let own = [tags::posting(job.card.id), tags::company(*company), tags::category(job.category), tags::COMPANY_NAMES];
    similar.chain(own).collect()
}

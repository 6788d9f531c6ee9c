//! Cached results that many visitors need, logged in or not.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;

use super::{
    db::FoundJob,
    sitemap::SitemapFiles,
    tags::{self, LISTS},
};
use crate::{
    db::{CacheTag, Freshness},
    error::AppError,
    jobs::{CategoryCount, HiringCompany, JobList},
    l10n::Locale,
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
    sitemap_files: FreshCache<(), Arc<SitemapFiles>>,
    sitemaps: FreshCache<String, Bytes>,
    feeds: FreshCache<(Locale, String), Bytes>,
    pictures: FreshCache<(Locale, String), Bytes>,
}

/// How long the sitemap lists what is closed since: it is written anew at most once in this time, however much changes.
const SITEMAP_SECONDS: u64 = 60;
/// The memory that the files of the sitemap may take.
const MAX_SITEMAP_BYTES: u64 = 32 * 1024 * 1024;

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
            sitemap_files: cache(freshness, 1, SITEMAP_SECONDS),
            // Each up to 8 MB.
            sitemaps: FreshCache::new(freshness, Duration::from_secs(SITEMAP_SECONDS), MAX_SITEMAP_BYTES, |_, xml| {
                xml.len()
            }),
            // Pictures are some 80 kB, feeds some 30.
            feeds: cache(freshness, 200, 60),
            pictures: cache(freshness, 200, 3_600),
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

    /// The files of the sitemap, which may be a minute old, like their content.
    pub async fn sitemap_files(
        &self,
        find: impl Future<Output = Result<Arc<SitemapFiles>, AppError>>,
    ) -> Result<Arc<SitemapFiles>, AppError> {
        self.sitemap_files.value(&(), &[], find).await
    }

    /// A file of the sitemap, by its name.
    pub async fn sitemap(
        &self,
        name: String,
        make: impl Future<Output = Result<Bytes, AppError>>,
    ) -> Result<Bytes, AppError> {
        self.sitemaps.value(&name, &[], make).await
    }

    /// A search's feed, by its language and address.
    pub async fn feed(
        &self,
        key: (Locale, String),
        make: impl Future<Output = Result<Bytes, AppError>>,
    ) -> Result<Bytes, AppError> {
        self.feeds.value(&key, &[LISTS], make).await
    }

    /// The picture for sharing a posting, by language and slug, with what it shows.
    pub async fn picture(
        &self,
        key: (Locale, String),
        make: impl Future<Output = Result<(Bytes, Vec<CacheTag>), AppError>>,
    ) -> Result<Bytes, AppError> {
        Ok(self.pictures.find(&key, make).await?.value)
    }
}

/// What a posting's page shows.
pub fn shown_with(FoundJob { job, company, .. }: &FoundJob) -> Vec<CacheTag> {
    let similar = job.similar.iter().map(|similar| tags::posting(similar.id));
    let own = [tags::posting(job.card.id), tags::company(*company), tags::category(job.category), tags::COMPANY_NAMES];
    similar.chain(own).collect()
}

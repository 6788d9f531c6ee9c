//! What fits whom, computed once for a while: one looks at a posting and comes back to the list.

use std::{sync::Arc, time::Duration};

use super::model::{Fit, Preferences};
use crate::{db::Freshness, error::AppError, jobs::tags::LISTS, platform::fresh_cache::FreshCache};

/// Some 40 kB each.
const CAPACITY: u64 = 100;
const LIFETIME: Duration = Duration::from_secs(10);

/// The postings that fit preferences, skills and a place to live. It holds nobody's name: who wants the same gets the same.
#[derive(Clone)]
pub struct FitsCache(FreshCache<String, Arc<Vec<Fit>>>);

impl FitsCache {
    pub fn new(freshness: &Freshness) -> Self {
        Self(FreshCache::new(freshness, LIFETIME, CAPACITY, |_, _| 1))
    }

    pub async fn find(
        &self,
        wanted: &Preferences,
        skills: &[String],
        home: &str,
        find: impl Future<Output = Result<Vec<Fit>, AppError>>,
    ) -> Result<Vec<Fit>, AppError> {
        let key = serde_json::to_string(&(wanted, skills, home)).map_err(crate::error::internal)?;
        let found = self.0.value(&key, &[LISTS], async { find.await.map(Arc::new) }).await?;
        Ok(found.as_ref().clone())
    }
}

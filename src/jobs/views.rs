//! Views of postings, counted in memory and flushed periodically: a visitor never waits for a write.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use uuid::Uuid;

use super::db;
use crate::{db::Db, error::AppError};

/// Postings whose views wait to be written.
const MAX_VIEWED: usize = 100_000;

#[derive(Default)]
pub struct Views(Mutex<HashMap<Uuid, i64>>);

impl Views {
    fn counts(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one view of a posting. Above `MAX_VIEWED` postings between two flushes, further postings are not counted.
    pub fn count(&self, posting: Uuid) {
        let mut counts = self.counts();
        if counts.len() < MAX_VIEWED || counts.contains_key(&posting) {
            *counts.entry(posting).or_default() += 1;
        }
    }

    /// Writes the views counted since the last flush; those that fail to be written are kept for the next one.
    pub async fn flush(&self, db: &Db) -> Result<(), AppError> {
        let mut views: Vec<(Uuid, i64)> = std::mem::take(&mut *self.counts()).into_iter().collect();
        if views.is_empty() {
            return Ok(());
        }
        // The same lock order on every node, so that two flushes never deadlock.
        views.sort_unstable();
        let mut written = Ok(());
        for views in views.chunks(db::MAX_VIEWS_PER_STATEMENT) {
            if written.is_ok() {
                written = db::add_views(db, views).await;
            }
            if written.is_err() {
                let mut counts = self.counts();
                views.iter().for_each(|(posting, count)| *counts.entry(*posting).or_default() += count);
            }
        }
        written
    }
}

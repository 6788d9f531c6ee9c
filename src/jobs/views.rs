//! Views of postings, counted in memory and written now and then: a visitor never waits for a write.

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

    /// Counts one view of a posting. Of more postings than anybody looks at between two writes none is noted.
    pub fn count(&self, posting: Uuid) {
        let mut counts = self.counts();
        if counts.len() < MAX_VIEWED || counts.contains_key(&posting) {
            *counts.entry(posting).or_default() += 1;
        }
    }

    /// Writes what was counted since the last time; what cannot be written is kept for the next.
    pub async fn flush(&self, db: &Db) -> Result<(), AppError> {
        let mut views: Vec<(Uuid, i64)> = std::mem::take(&mut *self.counts()).into_iter().collect();
        if views.is_empty() {
            return Ok(());
        }
        // In one order on every node, so that two of them never wait for each other.
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

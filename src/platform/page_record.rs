//! What a page that is being rendered shows, so that it can be kept and shown to others as long as that is true.
//!
//! Whoever loads something public for a page says so here; a page that says nothing is not kept.

use std::sync::{Arc, Mutex, PoisonError};

use super::{client_addr::ClientAddr, request::from_request};
use crate::db::CacheTag;

/// What is done for the client of each visit.
pub type OnVisit = Arc<dyn Fn(ClientAddr) + Send + Sync>;

/// The record of one page: an extension of its request, where the page may be kept.
#[derive(Clone, Default)]
pub struct PageRecord(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    tags: Vec<CacheTag>,
    on_visit: Option<OnVisit>,
}

impl PageRecord {
    /// What the page shows, and what each visit does.
    pub fn take(&self) -> (Vec<CacheTag>, Option<OnVisit>) {
        let Inner { tags, on_visit } = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        (tags, on_visit)
    }
}

/// Says what the page that is being rendered shows to everybody alike.
pub fn shows(tags: impl IntoIterator<Item = CacheTag>) {
    if let Some(record) = from_request::<PageRecord>() {
        record.0.lock().unwrap_or_else(PoisonError::into_inner).tags.extend(tags);
    }
}

/// Says what is done at each visit of the page, this one too.
pub fn on_visit(visit: impl Fn(ClientAddr) + Send + Sync + 'static) {
    if let Some(record) = from_request::<PageRecord>() {
        record.0.lock().unwrap_or_else(PoisonError::into_inner).on_visit = Some(Arc::new(visit));
    }
}

/// Whether the page that is being rendered may be kept, so that its visits are seen outside of it.
pub fn is_recorded() -> bool {
    from_request::<PageRecord>().is_some()
}

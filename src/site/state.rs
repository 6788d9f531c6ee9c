//! The state that all requests share.

use std::sync::Arc;

use axum::extract::FromRef;
use leptos::prelude::LeptosOptions;

use super::{page_cache::PageCache, write_limits::WriteLimits};
use crate::{
    jobs::{cache::JobsCache, views::Views},
    live::bus::Bus,
    messages::Messenger,
    platform::{Platform, readiness::Readiness},
    profiles::FitsCache,
};

/// Handed to every request; cheap to clone.
#[derive(Clone, FromRef)]
pub struct AppState {
    pub platform: Platform,
    pub bus: Bus,
    pub jobs_cache: JobsCache,
    pub fits: FitsCache,
    pub views: Arc<Views>,
    pub messenger: Arc<Messenger>,
    pub pages: PageCache,
    pub write_limits: Arc<WriteLimits>,
    pub readiness: Arc<Readiness>,
    pub leptos: LeptosOptions,
}

impl AppState {
    pub fn new(platform: Platform, bus: Bus, leptos: LeptosOptions) -> Self {
        Self {
            messenger: Messenger::start(platform.clone(), bus.clone()),
            bus,
            fits: FitsCache::new(&platform.db.freshness),
            jobs_cache: JobsCache::new(&platform.db.freshness),
            views: Arc::default(),
            pages: PageCache::new(&platform.db.freshness, platform.site.clone()),
            write_limits: Arc::default(),
            readiness: Arc::default(),
            platform,
            leptos,
        }
    }
}

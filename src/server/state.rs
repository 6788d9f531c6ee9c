//! What the whole server shares.

use std::sync::Arc;

use leptos::prelude::{LeptosOptions, expect_context};

use super::{db::Db, files::Files, page_cache::PageCache, rates::Rates};
use crate::{
    jobs::{cache::JobsCache, views::Views},
    messages::{Post, Presence},
};

/// Handed to every request; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    pub db: Db,
    pub files: Files,
    pub rates: Arc<Rates>,
    pub jobs_cache: JobsCache,
    pub pages: PageCache,
    pub views: Arc<Views>,
    pub post: Post,
    pub presence: Presence,
    pub site: Arc<Site>,
    pub leptos: LeptosOptions,
}

impl axum::extract::FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

/// Where and how the site is reached.
#[derive(Debug)]
pub struct Site {
    /// `https://jobs.example.org`, without a slash at its end.
    pub origin: String,
    /// Whether to believe `X-Forwarded-For`.
    pub trust_proxy: bool,
}

impl Site {
    /// Whether cookies may be marked as going over HTTPS only.
    pub fn secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// The state, inside a server function.
pub fn state() -> AppState {
    expect_context()
}

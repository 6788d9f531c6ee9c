//! Server functions of the public pages of postings.

use leptos::prelude::*;

use super::model::*;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::{db, query::JobQuery},
    crate::{
        accounts::Role,
        applications,
        site::{session, state::state},
        ui::{Cursor, is_slug},
    },
    std::sync::Arc,
};

/// A page of what a search finds; `query` is the address's.
#[server(endpoint = "load_jobs")]
pub async fn load_jobs(#[server(default)] query: String) -> Result<JobList, AppError> {
    let state = state();
    let query = JobQuery::parse(&query);
    let page = db::find_jobs(&state.db, &query).await?;
    let shown = page.rows.len() as i64;
    let total = match (&query.cursor, &page.after) {
        // All there is.
        (Cursor::First, None) => shown,
        _ => state.jobs_cache.count(query.count_key(), db::count_jobs(&state.db, &query)).await?.max(shown),
    };
    Ok(JobList { page, total })
}

/// What the home page shows.
#[server(endpoint = "load_home")]
pub async fn load_home() -> Result<Home, AppError> {
    let state = state();
    let newest = db::newest(&state.db).await?;
    let lists = async {
        let categories = db::category_counts(&state.db).await?;
        Ok(Arc::new((categories, db::hiring_companies(&state.db, 12).await?)))
    };
    let lists = state.jobs_cache.home(lists).await?;
    Ok(Home { newest, categories: lists.0.clone(), companies: lists.1.clone() })
}

/// A posting and those like it. Counts the view, unless the company looks at its own, or it is shown `again` because
/// something has changed.
#[server(endpoint = "load_job")]
pub async fn load_job(slug: String, #[server(default)] again: bool) -> Result<Job, AppError> {
    let state = state();
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    let (mut job, company) = db::find_job(&state.db, &slug).await?;
    let viewer = session::viewer();
    if !again && viewer.as_ref().is_none_or(|user| user.company != Some(company)) {
        state.views.count(job.card.id);
    }
    if let Some(seeker) = viewer.filter(|user| user.role == Role::Seeker) {
        job.sent = applications::sent_for(&state.db, seeker.id, job.card.id).await?;
    }
    Ok(job)
}

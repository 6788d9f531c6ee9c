//! Server functions of the public pages of postings.

use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    error::AppError,
    jobs::{Home, Job, JobList},
};
#[cfg(feature = "ssr")]
use {
    crate::{
        accounts::{Role, viewer},
        db::Db,
        jobs::{
            JobQuery,
            cache::{cache, shown_with},
            db, job_posting, tags,
            views::Views,
        },
        paging::Cursor,
        platform::{page_record, platform, request::client},
        text::is_slug,
    },
    std::sync::Arc,
};

/// A page of what a search finds; `query` is the address's.
#[server(endpoint = "load_jobs")]
pub async fn load_jobs(#[server(default)] query: String) -> Result<JobList, AppError> {
    let platform = platform();
    let query = JobQuery::parse(&query);
    page_record::shows([tags::LISTS]);
    let mut list = cache().list(query.canonical(), Box::pin(find_list(&platform.db, &query))).await?;
    if let Some(seeker) = viewing_seeker() {
        db::mark_sent(&platform.db, seeker, &mut list.page.rows).await?;
    }
    Ok(list)
}

/// The seeker who is looking, who sees what they have applied for.
#[cfg(feature = "ssr")]
fn viewing_seeker() -> Option<Uuid> {
    viewer().filter(|user| user.role == Role::Seeker).map(|user| user.id)
}

#[cfg(feature = "ssr")]
async fn find_list(db: &Db, query: &JobQuery) -> Result<JobList, AppError> {
    let page = db::find_jobs(db, query).await?;
    let shown = page.rows.len() as i64;
    let total = match (&query.cursor, &page.after) {
        // The first page is the only one: its rows are all results.
        (Cursor::First, None) => shown,
        _ => cache().count(query.count_key(), db::count_jobs(db, query)).await?.max(shown),
    };
    let has_more = total > db::MAX_COUNTED && db::has_words(query);
    let total = if has_more { db::MAX_COUNTED } else { total };
    Ok(JobList { page, total, has_more, left_out: db::left_out(query) })
}

/// What the home page shows.
#[server(endpoint = "load_home")]
pub async fn load_home() -> Result<Home, AppError> {
    let platform = platform();
    page_record::shows([tags::LISTS]);
    let mut newest = db::newest(&platform.db).await?;
    if let Some(seeker) = viewing_seeker() {
        db::mark_sent(&platform.db, seeker, &mut newest).await?;
    }
    let lists = async {
        let categories = db::category_counts(&platform.db).await?;
        Ok(Arc::new((categories, db::hiring_companies(&platform.db, 12).await?)))
    };
    let lists = cache().home(lists).await?;
    Ok(Home { newest, categories: lists.0.clone(), companies: lists.1.clone() })
}

/// A posting, with similar ones.
#[server(endpoint = "load_job")]
pub async fn load_job(slug: String) -> Result<Job, AppError> {
    let platform = platform();
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    let found = cache().job(slug.clone(), db::find_job(&platform.db, &slug)).await?;
    page_record::shows(shown_with(&found));
    let mut job = found.job.clone();
    job.machine_data = job_posting::block(&found, &platform.site.origin);
    page_record::on_visit({
        let (id, views, rates) = (job.card.id, expect_context::<Arc<Views>>(), platform.rates.clone());
        move |client| {
            if rates.view(client).is_ok() {
                views.count(id);
            }
        }
    });
    if let Some(seeker) = viewing_seeker() {
        job.sent = db::sent_by(&platform.db, seeker, job.card.id).await?;
        db::mark_sent(&platform.db, seeker, &mut job.similar).await?;
    }
    Ok(job)
}

/// Counts a view of a posting; where the page may be kept, its visits are counted outside of it. Views above the rate limit, and those by the company's own members, are silently not
/// counted.
#[server(endpoint = "count_view")]
pub async fn count_view(id: Uuid) -> Result<(), AppError> {
    if page_record::is_recorded() {
        return Ok(());
    }
    let platform = platform();
    if platform.rates.view(client()).is_ok() && !is_own(&platform.db, id).await? {
        expect_context::<Arc<Views>>().count(id);
    }
    Ok(())
}

/// Whether a posting belongs to the viewer's own company.
#[cfg(feature = "ssr")]
async fn is_own(db: &Db, posting: Uuid) -> Result<bool, AppError> {
    match viewer().and_then(|user| user.company) {
        Some(company) => db::is_of(db, posting, company).await,
        None => Ok(false),
    }
}

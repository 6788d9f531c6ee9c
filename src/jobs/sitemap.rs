//! `/sitemap.xml`: open postings and companies, for search engines.

use std::fmt::Write;

use axum::{body::Bytes, extract::State, http::header, response::IntoResponse};

use super::{
    cache::JobsCache,
    db::{self, SitemapRow},
};
use crate::{error::AppError, platform::Platform};

/// A sitemap holds at most 50,000 addresses.
const MAX_SITEMAP_JOBS: i64 = 40_000;
const MAX_SITEMAP_COMPANIES: i64 = 9_000;

pub async fn sitemap(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
) -> Result<impl IntoResponse, AppError> {
    let body = cache.sitemap(make(&platform)).await?;
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], body))
}

async fn make(platform: &Platform) -> Result<Bytes, AppError> {
    let origin = &platform.site.origin;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in ["", "/jobs", "/companies"] {
        _ = writeln!(xml, "<url><loc>{origin}{path}</loc></url>");
    }
    add(&mut xml, &format!("{origin}/jobs"), db::sitemap_jobs(&platform.db, MAX_SITEMAP_JOBS).await?);
    add(&mut xml, &format!("{origin}/companies"), db::sitemap_companies(&platform.db, MAX_SITEMAP_COMPANIES).await?);
    xml.push_str("</urlset>\n");
    Ok(xml.into())
}

/// Slugs hold nothing that XML would have to escape.
fn add(xml: &mut String, path: &str, rows: Vec<SitemapRow>) {
    for row in rows {
        let day = row.updated_at.format("%Y-%m-%d");
        _ = writeln!(xml, "<url><loc>{path}/{}</loc><lastmod>{day}</lastmod></url>", row.slug);
    }
}

//! `/sitemap.xml`: open postings and companies, for search engines: an index of files, whatever their number.

use std::{fmt::Write, sync::Arc};

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::header,
    response::IntoResponse,
};
use chrono::SecondsFormat;

use super::{
    cache::JobsCache,
    db::{self, FirstPosting, SitemapRow},
};
use crate::{db::Db, error::AppError, platform::Platform};

/// A file holds at most so many addresses; in tests few, so that there are several.
const ADDRESSES_PER_FILE: i64 = if cfg!(test) { 3 } else { 50_000 };
/// The pages of the site that are no posting and no company.
const PAGES: [&str; 3] = ["", "/jobs", "/companies"];
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Where the files begin.
pub struct SitemapFiles {
    postings: Vec<FirstPosting>,
    companies: Vec<uuid::Uuid>,
}

/// `GET /sitemap.xml`: the index.
pub async fn index(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
) -> Result<impl IntoResponse, AppError> {
    let files = cache.sitemap_files(find_files(&platform.db)).await?;
    let origin = &platform.site.origin;
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    let count = |kind: &str, count: usize| (1..=count).map(|n| format!("{kind}-{n}")).collect::<Vec<_>>();
    let names = [vec!["pages".into()], count("jobs", files.postings.len()), count("companies", files.companies.len())];
    for name in names.concat() {
        _ = writeln!(xml, "<sitemap><loc>{origin}/sitemaps/{name}.xml</loc></sitemap>");
    }
    xml.push_str("</sitemapindex>\n");
    Ok(answer(xml.into()))
}

/// `GET /sitemaps/{file}`: the addresses of one file.
pub async fn file(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, AppError> {
    let name = name.strip_suffix(".xml").ok_or(AppError::NotFound)?;
    let files = cache.sitemap_files(find_files(&platform.db)).await?;
    let part = Part::of(name, &files).ok_or(AppError::NotFound)?;
    Ok(answer(cache.sitemap(name.to_string(), part.write(&platform)).await?))
}

async fn find_files(db: &Db) -> Result<Arc<SitemapFiles>, AppError> {
    let postings = db::first_postings(db, ADDRESSES_PER_FILE).await?;
    let companies = db::first_companies(db, ADDRESSES_PER_FILE).await?;
    Ok(Arc::new(SitemapFiles { postings, companies }))
}

fn answer(body: Bytes) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], body)
}

/// What a file holds.
enum Part {
    Pages,
    Postings(FirstPosting),
    Companies(uuid::Uuid),
}

impl Part {
    fn of(name: &str, files: &SitemapFiles) -> Option<Self> {
        if name == "pages" {
            return Some(Self::Pages);
        }
        let (kind, number) = name.split_once('-')?;
        let at = number.parse::<usize>().ok().filter(|n| n.to_string() == number)?.checked_sub(1)?;
        match kind {
            "jobs" => files.postings.get(at).copied().map(Self::Postings),
            "companies" => files.companies.get(at).copied().map(Self::Companies),
            _ => None,
        }
    }

    async fn write(self, platform: &Platform) -> Result<Bytes, AppError> {
        let (db, origin) = (&platform.db, &platform.site.origin);
        let mut xml = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\">\n");
        match self {
            Self::Pages => PAGES.iter().for_each(|path| _ = writeln!(xml, "<url><loc>{origin}{path}</loc></url>")),
            Self::Postings(first) => {
                add(&mut xml, &format!("{origin}/jobs"), db::sitemap_postings(db, first, ADDRESSES_PER_FILE).await?);
            }
            Self::Companies(first) => {
                let rows = db::sitemap_companies(db, first, ADDRESSES_PER_FILE).await?;
                add(&mut xml, &format!("{origin}/companies"), rows);
            }
        }
        xml.push_str("</urlset>\n");
        Ok(xml.into())
    }
}

/// Slugs hold nothing that XML would have to escape.
fn add(xml: &mut String, path: &str, rows: Vec<SitemapRow>) {
    for row in rows {
        let at = row.updated_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        _ = writeln!(xml, "<url><loc>{path}/{}</loc><lastmod>{at}</lastmod></url>", row.slug);
    }
}

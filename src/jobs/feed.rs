//! `/jobs.atom`: what a search finds, for feed readers (RFC 4287). It takes the parameters of `/jobs`.

use std::fmt::Write;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::header,
    response::IntoResponse,
};
use chrono::{DateTime, SecondsFormat, Utc};

use super::{
    JobQuery, Pay, TEXT_LENGTH,
    cache::JobsCache,
    db::{self, FeedRow},
};
use crate::{
    db::Db,
    error::AppError,
    l10n::{Locale, in_language, language, t},
    platform::{Platform, xml::escape},
    text::{query_pairs, with_query},
};

/// Postings of a feed.
const JOBS_PER_FEED: usize = 50;

/// `GET /jobs.atom`.
pub async fn show(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
    request: Request,
) -> Result<impl IntoResponse, AppError> {
    let query = JobQuery::parse(&cut(request.uri().query().unwrap_or_default())).newest_first();
    let locale = language(request.headers());
    let make = make(&platform.db, &query, &platform.site.origin, locale);
    let feed = cache.feed((locale, query.feed_href()), make).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::VARY, "accept-language, accept-encoding"),
    ];
    Ok((headers, feed))
}

/// An address's query whose texts are as short as a search takes them: without its text it would find everything.
fn cut(query: &str) -> String {
    let pairs: Vec<(String, String)> = query_pairs(query).collect();
    let short = |value: &str| value.chars().take(TEXT_LENGTH).collect::<String>();
    let pairs: Vec<(&str, String)> = pairs.iter().map(|(name, value)| (name.as_str(), short(value))).collect();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    with_query("", &pairs)
}

async fn make(db: &Db, query: &JobQuery, origin: &str, locale: Locale) -> Result<Bytes, AppError> {
    let rows = db::feed(db, query, JOBS_PER_FEED).await?;
    Ok(in_language(locale, || write(&rows, query, origin, locale)).into())
}

fn write(rows: &[FeedRow], query: &JobQuery, origin: &str, locale: Locale) -> String {
    // One that is empty has not changed until something is found.
    let updated = rows.iter().map(|(_, at, _)| *at).max().unwrap_or(DateTime::UNIX_EPOCH);
    let (own, page) = (format!("{origin}{}", query.feed_href()), format!("{origin}{}", query.first_href()));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    _ = writeln!(xml, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{locale}\">");
    _ = writeln!(xml, "<title>{}</title>", escape(&t().page_title(query.title())));
    _ = writeln!(xml, "<id>{0}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{0}\"/>", escape(&own));
    _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&page));
    _ = writeln!(xml, "<updated>{}</updated>\n<author><name>Jobi</name></author>", time(updated));
    rows.iter().for_each(|row| write_entry(&mut xml, row, origin));
    xml.push_str("</feed>\n");
    xml
}

fn write_entry(xml: &mut String, (card, updated, excerpt): &FeedRow, origin: &str) {
    let pay = card.pay.as_ref().map(Pay::text).unwrap_or_default();
    let facts = [card.company.clone(), card.place.text(), card.workplace.label(), card.employment_type.label(), pay];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let summary = if excerpt.is_empty() { facts } else { format!("{facts}\n{excerpt}") };
    _ = writeln!(xml, "<entry>\n<title>{}</title>\n<id>urn:uuid:{}</id>", escape(&card.title), card.id);
    _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{origin}/jobs/{}\"/>", card.slug);
    _ = writeln!(xml, "<published>{}</published>", time(card.published_at));
    // What was changed before it was published is new when it is published.
    _ = writeln!(xml, "<updated>{}</updated>", time((*updated).max(card.published_at)));
    _ = writeln!(xml, "<author><name>{}</name></author>", escape(&card.company));
    _ = writeln!(xml, "<summary>{}</summary>\n</entry>", escape(&summary));
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

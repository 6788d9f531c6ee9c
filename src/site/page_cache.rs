//! Caches the pages that everybody may see, as visitors who are not logged in see them: rendered and compressed once,
//! for as long as what they show does not change, and at most for a minute.
//!
//! A page is kept if what loads it [has said](crate::platform::page_record) what it shows, and nothing in it is meant
//! for one person. A commit that changes what a page shows makes it stale before it is acknowledged, and on other nodes
//! as soon as they hear of it ([`Freshness`]). Dates in words (`2 hours ago`) are up to a minute old.

use std::{borrow::Cow, sync::Arc, time::Duration};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::public_html::PublicHtml;
use crate::{
    accounts::{
        kept_forms,
        session::{LANGUAGE_COOKIE, SESSION_COOKIE},
    },
    companies::CompanyQuery,
    db::{CacheTag, Freshness},
    error::AppError,
    jobs::JobQuery,
    l10n::{Locale, language},
    platform::{
        client_addr::client_addr,
        cookies::read_cookie,
        encoding::{Encoded, Encoding},
        fresh_cache::{Found, FreshCache},
        page_record::{OnVisit, PageRecord},
        site::Site,
    },
    text::is_slug,
};

/// Dates in words are at most so old.
const PAGE_LIFETIME: Duration = Duration::from_secs(60);
/// The memory limit of the cache.
const CAPACITY_BYTES: u64 = 32 * 1024 * 1024;
/// Longer URLs are not cached.
const MAX_ADDRESS_BYTES: usize = 512;
/// Parameters that any page reads, and shows to one visitor only.
const PERSONAL_PARAMS: [&str; 3] = ["done", "__err", "__path"];
/// What a kept page depends on beside its address.
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding, accept-language, cookie");

/// The cache of rendered pages. Cheap to clone.
#[derive(Clone)]
pub struct PageCache {
    pages: FreshCache<Key, Arc<KeptPage>>,
    site: Arc<Site>,
}

type Key = (Locale, String);

impl PageCache {
    pub fn new(freshness: &Freshness, site: Arc<Site>) -> Self {
        let size = |key: &Key, page: &Arc<KeptPage>| key.1.len() + page.max_bytes();
        Self { pages: FreshCache::new(freshness, PAGE_LIFETIME, CAPACITY_BYTES, size), site }
    }

    /// Where a request's page is kept, if it may be: the page's address without what no page reads.
    fn key(&self, request: &Request) -> Option<Key> {
        let (uri, headers) = (request.uri(), request.headers());
        if !matches!(*request.method(), Method::GET | Method::HEAD)
            || uri.path_and_query()?.as_str().len() > MAX_ADDRESS_BYTES
        {
            return None;
        }
        let address = public_address(uri)?.into_owned();
        let mut chosen = None;
        if headers.contains_key(header::COOKIE) {
            let cookie = |name| read_cookie(&self.site, headers, name);
            if cookie(SESSION_COOKIE).or_else(|| cookie(kept_forms::COOKIE)).is_some() {
                return None;
            }
            chosen = cookie(LANGUAGE_COOKIE).and_then(|language| language.parse().ok());
        }
        Some((chosen.unwrap_or_else(|| language(headers)), address))
    }

    /// Renders a page at its public address, and turns it into one that can be kept; or returns the response, where
    /// that is for this visitor only.
    async fn make(
        address: &str,
        mut request: Request,
        next: Next,
    ) -> Result<(Arc<KeptPage>, Vec<CacheTag>), Box<Response>> {
        let record = PageRecord::default();
        *request.method_mut() = Method::GET;
        if let Ok(uri) = address.parse() {
            *request.uri_mut() = uri;
        }
        request.extensions_mut().insert(record.clone());
        let response = next.run(request).await;
        let (tags, on_visit) = record.take();
        if tags.is_empty() {
            return Err(response.into());
        }
        let (encoded, headers) = public_page(response).await?;
        Ok((Arc::new(KeptPage { encoded, headers, on_visit }), tags))
    }

    /// How many pages are kept.
    #[cfg(test)]
    pub async fn kept(&self) -> u64 {
        self.pages.count().await
    }
}

/// Serves from the cache, or caches the page that is rendered.
pub async fn layer(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = cache.key(&request) else { return next.run(request).await };
    let client = client_addr(&request, cache.site.proxies);
    let encoding = Encoding::accepted(request.headers());
    let is_head = request.method() == Method::HEAD;
    let known: Vec<HeaderValue> = request.headers().get_all(header::IF_NONE_MATCH).iter().cloned().collect();
    let Found { value: page, is_new } = match cache.pages.find(&key, PageCache::make(&key.1, request, next)).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    if let Some(on_visit) = page.on_visit.as_ref().filter(|_| !is_head) {
        on_visit(client);
    }
    if known.iter().any(|known| page.is_known(known)) {
        return page.not_modified();
    }
    // The first answer may be the only one: it is compressed fast, like any other.
    let answer = page.answer(if is_new { Encoding::Identity } else { encoding });
    if is_head { answer.map(|_| Body::empty()) } else { answer }
}

/// The address without parameters that its page does not read; `None` where the page is not public, or is so for
/// nobody else.
fn public_address(uri: &Uri) -> Option<Cow<'_, str>> {
    let read = read_params(uri.path())?;
    let Some(query) = uri.query() else { return Some(uri.path().into()) };
    let mut kept = Vec::new();
    for pair in query.split('&') {
        let name = pair.split('=').next().unwrap_or_default();
        // An escaped name may be any.
        if name.contains('%') || PERSONAL_PARAMS.contains(&name) {
            return None;
        }
        if read.contains(&name) {
            kept.push(pair);
        }
    }
    Some(match kept.is_empty() {
        true => uri.path().into(),
        false => format!("{}?{}", uri.path(), kept.join("&")).into(),
    })
}

/// The parameters that a public page reads.
fn read_params(path: &str) -> Option<&'static [&'static str]> {
    match path {
        "/" => Some(&[]),
        "/jobs" => Some(&JobQuery::PARAMS),
        "/companies" => Some(&CompanyQuery::PARAMS),
        _ => match path.strip_prefix('/')?.split_once('/')? {
            ("jobs", slug) if is_slug(slug) && slug != "for-me" => Some(&[]),
            ("companies", slug) if is_slug(slug) => Some(&["after", "before"]),
            _ => None,
        },
    }
}

/// A page that is the same for everybody.
struct KeptPage {
    encoded: Encoded,
    headers: HeaderMap,
    on_visit: Option<OnVisit>,
}

impl KeptPage {
    /// The size of the page with its encodings, of which none is larger than half of it.
    fn max_bytes(&self) -> usize {
        self.encoded.plain().len() * 2
    }

    fn answer(&self, encoding: Encoding) -> Response {
        let mut response = Response::new(Body::from(self.encoded.get(encoding).clone()));
        *response.headers_mut() = self.headers.clone();
        if let Some(encoding) = encoding.header() {
            response.headers_mut().insert(header::CONTENT_ENCODING, encoding);
        }
        response
    }

    /// Whether a client that names these versions (`If-None-Match`) has this one.
    fn is_known(&self, named: &HeaderValue) -> bool {
        let ours = self.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_string();
        named.to_str().is_ok_and(|named| {
            named.trim() == "*" || named.split(',').any(|tag| ours.is_some_and(|ours| opaque(tag) == opaque(ours)))
        })
    }

    fn not_modified(&self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response
    }
}

/// The page and its headers, the same for everybody; or the response, where it is not.
async fn public_page(response: Response) -> Result<(Encoded, HeaderMap), Box<Response>> {
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let nonce = policy.and_then(|policy| policy.split("'nonce-").nth(1)?.split('\'').next());
    let is_public = response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
    let (Some(policy), Some(nonce), true) = (policy.map(str::to_string), nonce.map(str::to_string), is_public) else {
        return Err(response.into());
    };
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.map_err(|_| AppError::Internal.into_response())?;
    let html = std::str::from_utf8(&bytes).ok().and_then(|html| PublicHtml::of(html, &nonce));
    let Some(PublicHtml { html, script_sources }) = html else {
        tracing::error!("a public page holds its nonce where it is not expected");
        return Err(Response::from_parts(parts, Body::from(bytes)).into());
    };
    let policy = policy.replace(&format!("'nonce-{nonce}'"), &script_sources);
    let tag = hex::encode(&Sha256::digest(&html)[..16]);
    let value = |text: String| HeaderValue::from_str(&text).expect("visible ASCII");
    let mut headers = parts.headers;
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_SECURITY_POLICY, value(policy));
    headers.insert(header::ETAG, value(format!("W/\"{tag}\"")));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, VARY);
    Ok((Encoded::new(html.into()), headers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Response {
        let policy = "script-src 'self' 'nonce-abc'";
        let headers = [(header::CONTENT_TYPE, "text/html"), (header::CONTENT_SECURITY_POLICY, policy)];
        (headers, html.to_string()).into_response()
    }

    #[tokio::test]
    async fn what_is_for_one_person_is_not_kept() {
        let mut response = page("<p>");
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static("jobi="));
        assert!(public_page(response).await.is_err());
        assert!(public_page((StatusCode::NOT_FOUND, page("<p>")).into_response()).await.is_err());
        let response = public_page(page("<p>abc")).await.unwrap_err();
        assert_eq!(to_bytes(response.into_body(), 100).await.unwrap(), "<p>abc", "the nonce is left where it is");
    }

    #[tokio::test]
    async fn who_has_a_page_is_told_so() {
        let (encoded, headers) = public_page(page("<p>")).await.unwrap();
        let page = KeptPage { encoded, headers, on_visit: None };
        let tag = page.headers[header::ETAG].to_str().unwrap().to_string();
        for (named, known) in [
            (tag.clone(), true),
            (tag.replace("W/", ""), true),
            (format!("\"x\", {tag}"), true),
            ("*".into(), true),
            ("\"x\"".into(), false),
            (String::new(), false),
        ] {
            assert_eq!(page.is_known(&named.parse().unwrap()), known, "{named}");
        }
        let answer = page.not_modified();
        assert_eq!(answer.headers()[header::ETAG], *tag);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
    }

    #[test]
    fn what_no_page_reads_makes_no_page() {
        let address = |uri: &str| public_address(&uri.parse().unwrap()).map(Cow::into_owned);
        for (uri, expected) in [
            ("/", Some("/")),
            ("/?utm_source=x&b", Some("/")),
            ("/jobs?utm=1&q=a%20b&x=2&after=1.2&q=c", Some("/jobs?q=a%20b&after=1.2&q=c")),
            ("/jobs/rust-engineer-1?q=a&after=1", Some("/jobs/rust-engineer-1")),
            ("/companies?q=a&after=b&page=3", Some("/companies?q=a&after=b")),
            ("/companies/a-b?before=x&q=1", Some("/companies/a-b?before=x")),
            ("/jobs?done=applied", None),
            ("/jobs/a?__err=x&__path=y", None),
            ("/?d%6fne=welcome", None),
            ("/jobs/a/apply", None),
            ("/jobs/a/ask?x=1", None),
            ("/jobs/?q=engineer", None),
            ("/companies/?q=a", None),
            ("/jobs/for-me?after=1", None),
            ("/jobs/..", None),
            ("/jobs/%2e%2e", None),
            ("/login", None),
            ("/messages/a", None),
        ] {
            assert_eq!(address(uri).as_deref(), expected, "{uri}");
        }
    }
}

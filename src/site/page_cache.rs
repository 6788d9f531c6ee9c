//! Caches the pages that everybody may see, as visitors who are not logged in see them: rendered and compressed once,
//! for as long as what they show does not change, and at most for a minute.
//!
//! A page is kept if what loads it [has said](crate::platform::page_record) what it shows, and nothing in it is meant
//! for one person. A commit that changes what a page shows makes it stale before it is acknowledged, and on other nodes
//! as soon as they hear of it ([`Freshness`]). Dates in words (`2 hours ago`) are up to a minute old.

use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use moka::future::Cache;
use sha2::{Digest, Sha256};
use tokio::time::Instant;

use super::public_html::PublicHtml;
use crate::{
    accounts::{
        kept_forms,
        session::{LANGUAGE_COOKIE, SESSION_COOKIE},
    },
    companies::CompanyQuery,
    db::{CacheTag, Freshness, Time},
    error::AppError,
    jobs::JobQuery,
    l10n::{Locale, language},
    platform::{
        client_addr::client_addr,
        cookies::read_cookie,
        encoding::{Encoded, Encoding},
        page_record::{OnVisit, PageRecord},
        site::Site,
    },
};

/// Dates in words are at most so old.
const PAGE_LIFETIME: Duration = Duration::from_secs(60);
/// The lifetime while changes on other nodes are not heard of.
const UNHEARD_LIFETIME: Duration = Duration::from_secs(1);
/// The memory limit of the cache.
const CAPACITY_BYTES: u64 = 32 * 1024 * 1024;
/// Longer URLs are not cached.
const MAX_ADDRESS_BYTES: usize = 512;
/// A page that became stale while it was awaited is awaited again so often.
const MAX_TRIES: usize = 3;
/// Parameters that any page reads, and shows to one visitor only.
const PERSONAL_PARAMS: [&str; 3] = ["done", "__err", "__path"];
/// What a kept page depends on beside its address.
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding, accept-language, cookie");

/// The cache of rendered pages. Cheap to clone.
#[derive(Clone)]
pub struct PageCache(Arc<Inner>);

struct Inner {
    pages: Cache<Key, Arc<KeptPage>>,
    freshness: Freshness,
    site: Arc<Site>,
}

type Key = (Locale, String);

impl PageCache {
    pub fn new(freshness: Freshness, site: Arc<Site>) -> Self {
        let pages = Cache::builder()
            .time_to_live(PAGE_LIFETIME)
            .max_capacity(CAPACITY_BYTES)
            .weigher(|key: &Key, page: &Arc<KeptPage>| (key.1.len() + page.max_bytes()) as u32)
            .build();
        Self(Arc::new(Inner { pages, freshness, site }))
    }

    /// Where a request's page is kept, if it may be: the page's address without what no page reads.
    fn key(&self, request: &Request) -> Option<Key> {
        let (uri, headers) = (request.uri(), request.headers());
        if request.method() != Method::GET || uri.path_and_query()?.as_str().len() > MAX_ADDRESS_BYTES {
            return None;
        }
        let address = public_address(uri)?.into_owned();
        let mut chosen = None;
        if headers.contains_key(header::COOKIE) {
            let cookie = |name| read_cookie(&self.0.site, headers, name);
            if cookie(SESSION_COOKIE).or_else(|| cookie(kept_forms::COOKIE)).is_some() {
                return None;
            }
            chosen = cookie(LANGUAGE_COOKIE).and_then(|language| language.parse().ok());
        }
        Some((chosen.unwrap_or_else(|| language(headers)), address))
    }

    /// The kept page; on a cache miss the first request renders it and concurrent ones wait. Where the page turns out
    /// not to be cacheable, each renders its own.
    async fn find(&self, key: &Key, make: impl Future<Output = Result<KeptPage, Response>>) -> Result<Found, Response> {
        let mut make = Some(make);
        for _ in 0..MAX_TRIES {
            if let Some(page) = self.0.pages.get(key).await {
                if self.is_fresh(&page) {
                    return Ok(Found { page, is_new: false });
                }
                self.0.pages.invalidate(key).await;
            }
            let made = self.0.pages.try_get_with_by_ref(key, async {
                let make = make.take().expect("it is made once");
                make.await.map(Arc::new).map_err(|response| Mutex::new(Some(response)))
            });
            match made.await {
                // One's own was begun after one has asked, whatever has changed since.
                Ok(page) if make.is_none() => return Ok(Found { page, is_new: true }),
                // It may have been begun before a change of which this visitor knows.
                Ok(page) if self.is_fresh(&page) => return Ok(Found { page, is_new: false }),
                Ok(_) => {}
                Err(response) if make.is_none() => {
                    return Err(response.lock().ok().and_then(|mut r| r.take()).expect("only who made it takes it"));
                }
                Err(_) => break,
            }
        }
        let page = make.take().expect("not made yet").await?;
        Ok(Found { page: Arc::new(page), is_new: true })
    }

    /// How many pages are kept.
    #[cfg(test)]
    pub async fn kept(&self) -> u64 {
        self.0.pages.run_pending_tasks().await;
        self.0.pages.entry_count()
    }

    fn is_fresh(&self, page: &KeptPage) -> bool {
        let freshness = &self.0.freshness;
        (freshness.hears_all() || page.begun.elapsed() < UNHEARD_LIFETIME) && freshness.is_fresh(&page.tags, page.since)
    }

    /// Renders a page at its public address, and turns it into one that can be kept; or returns the response, where
    /// that is for this visitor only.
    async fn make(&self, address: &str, mut request: Request, next: Next) -> Result<KeptPage, Response> {
        let record = PageRecord::default();
        if let Ok(uri) = address.parse() {
            *request.uri_mut() = uri;
        }
        request.extensions_mut().insert(record.clone());
        let (since, begun) = (self.0.freshness.time(), Instant::now());
        let response = next.run(request).await;
        let (tags, on_visit) = record.take();
        if tags.is_empty() {
            return Err(response);
        }
        let (encoded, headers) = public_page(response).await?;
        Ok(KeptPage { encoded, headers, tags, on_visit, since, begun })
    }
}

/// Serves from the cache, or caches the page that is rendered.
pub async fn layer(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = cache.key(&request) else { return next.run(request).await };
    let client = client_addr(&request, cache.0.site.proxies);
    let encoding = Encoding::accepted(request.headers());
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let Found { page, is_new } = match cache.find(&key, cache.make(&key.1, request, next)).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    if let Some(on_visit) = page.on_visit.as_ref().filter(|_| !is_new) {
        on_visit(client);
    }
    match known {
        Some(known) if page.is_known(&known) => page.not_modified(),
        // The first answer may be the only one: it is compressed fast, like any other.
        _ if is_new => page.answer(Encoding::Identity),
        _ => page.answer(encoding),
    }
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
            ("jobs", slug) if !slug.contains('/') => Some(&[]),
            ("companies", slug) if !slug.contains('/') => Some(&["after", "before"]),
            _ => None,
        },
    }
}

/// A page, and whether it was rendered for this request.
struct Found {
    page: Arc<KeptPage>,
    is_new: bool,
}

/// A page that is the same for everybody.
struct KeptPage {
    encoded: Encoded,
    headers: HeaderMap,
    tags: Vec<CacheTag>,
    on_visit: Option<OnVisit>,
    /// When its data began to be read, in the cache's time and in the clock's.
    since: Time,
    begun: Instant,
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
async fn public_page(response: Response) -> Result<(Encoded, HeaderMap), Response> {
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let nonce = policy.and_then(|policy| policy.split("'nonce-").nth(1)?.split('\'').next());
    let is_public = response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
    let (Some(policy), Some(nonce), true) = (policy.map(str::to_string), nonce.map(str::to_string), is_public) else {
        return Err(response);
    };
    let (parts, body) = response.into_parts();
    let failed = || AppError::Internal.into_response();
    let bytes = to_bytes(body, usize::MAX).await.map_err(|_| failed())?;
    let html = std::str::from_utf8(&bytes).ok().and_then(|html| PublicHtml::of(html, &nonce));
    let Some(PublicHtml { html, script_sources }) = html else {
        tracing::error!("a public page holds its nonce where it is not expected");
        return Err(Response::from_parts(parts, Body::from(bytes)));
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
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const POSTING: CacheTag = CacheTag::all("posting");

    fn site() -> Arc<Site> {
        Arc::new(Site { origin: "http://jobi.test".into(), proxies: 0, hsts_subdomains: false })
    }

    fn page(html: &str) -> Response {
        let policy = "script-src 'self' 'nonce-abc'";
        let headers = [(header::CONTENT_TYPE, "text/html"), (header::CONTENT_SECURITY_POLICY, policy)];
        (headers, html.to_string()).into_response()
    }

    async fn kept(html: &str, since: Time) -> KeptPage {
        let (encoded, headers) = public_page(page(html)).await.unwrap();
        KeptPage { encoded, headers, tags: vec![POSTING], on_visit: None, since, begun: Instant::now() }
    }

    fn key() -> Key {
        (Locale::default(), "/jobs".to_string())
    }

    #[tokio::test]
    async fn a_crowd_makes_a_page_once() {
        let (cache, made) = (PageCache::new(Freshness::default(), site()), AtomicUsize::default());
        let find = |fails: bool| {
            let (cache, made) = (&cache, &made);
            async move {
                let make = async {
                    made.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    if fails {
                        Err(StatusCode::INTERNAL_SERVER_ERROR.into_response())
                    } else {
                        Ok(kept("<p>", 0).await)
                    }
                };
                cache.find(&key(), make).await.map(|found| found.is_new).map_err(|response| response.status())
            }
        };
        let failed = Err(StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(tokio::join!(find(true), find(true), find(true)), (failed, failed, failed));
        assert_eq!(made.swap(0, Ordering::Relaxed), 3, "an error is nobody else's");
        assert_eq!(tokio::join!(find(false), find(false), find(true)), (Ok(true), Ok(false), Ok(false)));
        assert_eq!(made.into_inner(), 1);
    }

    #[tokio::test]
    async fn a_change_while_a_page_is_made_shows_to_who_asks_after_it() {
        let freshness = Freshness::default();
        let cache = PageCache::new(freshness.clone(), site());
        let change = tokio::sync::Barrier::new(2);
        let key = key();
        let first = cache.find(&key, async {
            let since = freshness.time();
            change.wait().await;
            change.wait().await;
            Ok(kept("old", since).await)
        });
        let second = async {
            change.wait().await;
            freshness.change([&POSTING]);
            let found = cache.find(&key, async { Ok(kept("new", freshness.time()).await) });
            tokio::join!(found, change.wait()).0
        };
        let (first, second) = tokio::join!(first, second);
        let html = |found: Result<Found, Response>| found.ok().unwrap().page.encoded.plain().clone();
        assert_eq!(html(first), "old</body></html>");
        assert_eq!(html(second), "new</body></html>");
        let third = cache.find(&key, async { panic!("it is kept") }).await;
        assert_eq!(html(third), "new</body></html>");
    }

    #[tokio::test(start_paused = true)]
    async fn while_others_are_not_heard_a_page_is_kept_for_a_second() {
        let freshness = Freshness::default();
        let cache = PageCache::new(freshness.clone(), site());
        freshness.set_hears_all(false);
        let find =
            async || cache.find(&key(), async { Ok(kept("<p>", freshness.time()).await) }).await.ok().unwrap().is_new;
        assert_eq!((find().await, find().await), (true, false));
        tokio::time::advance(UNHEARD_LIFETIME).await;
        assert!(find().await);
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
        let page = kept("<p>", 0).await;
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
            ("/login", None),
            ("/messages/a", None),
        ] {
            assert_eq!(address(uri).as_deref(), expected, "{uri}");
        }
    }
}

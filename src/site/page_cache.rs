//! Caches the public lists, as visitors without a cookie see them, for a second: a page that a crowd reads is rendered
//! once.
//!
//! Every write to this node invalidates the whole cache, so that everybody sees their own change. Changes made on
//! another node, or by a date that passes, show when the cache entry expires after that second.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::nonce::Nonce;
use moka::future::Cache;

use crate::{
    l10n::{Locale, language},
    site::{router::only_reads, write_limits::Kind},
};

const PAGE_LIFETIME: Duration = Duration::from_secs(1);
/// The memory limit of the cache.
const CAPACITY_BYTES: u64 = 32 * 1024 * 1024;
/// Longer URLs are not cached.
const MAX_ADDRESS_BYTES: usize = 512;

/// The cache of rendered pages.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<KeptPage>>,
    /// Part of every cache key: a new generation invalidates all entries, including pages that are still being
    /// rendered.
    generation: Arc<AtomicU64>,
}

type Key = (u64, Locale, String);

impl Default for PageCache {
    fn default() -> Self {
        let pages = Cache::builder()
            .time_to_live(PAGE_LIFETIME)
            .max_capacity(CAPACITY_BYTES)
            .weigher(|key: &Key, page: &Arc<KeptPage>| (key.2.len() + page.html.len()) as u32)
            .build();
        Self { pages, generation: Arc::default() }
    }
}

impl PageCache {
    fn key(&self, request: &Request) -> Option<Key> {
        let (uri, headers) = (request.uri(), request.headers());
        let address = uri.path_and_query()?.as_str();
        let may = request.method() == Method::GET
            && is_public_list(uri.path())
            && address.len() <= MAX_ADDRESS_BYTES
            && !headers.contains_key(header::COOKIE);
        may.then(|| (self.generation.load(Ordering::Acquire), language(headers), address.to_string()))
    }

    /// The cached page; on a cache miss the first request renders it and concurrent ones wait. Where the page turns out
    /// not to be cacheable, each renders its own.
    async fn answer(&self, key: Key, make: impl Future<Output = Response>) -> Response {
        let mut make = Some(make);
        let kept = self.pages.try_get_with(key, async {
            let response = make.take().expect("it is made once").await;
            KeptPage::of(response).await.map(Arc::new).map_err(|response| Mutex::new(Some(response)))
        });
        match kept.await {
            Ok(page) => page.answer(),
            Err(response) => match make {
                Some(make) => make.await,
                None => *response.lock().ok().and_then(|mut r| r.take()).expect("only who made it takes it"),
            },
        }
    }

    /// Invalidates every cache entry.
    pub fn forget(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }
}

/// Whether a request may change what the lists show. Writes that merely opening a page makes do not.
fn changes_something(request: &Request) -> bool {
    let path = request.uri().path();
    !request.method().is_safe() && !only_reads(path) && Kind::of(path) != Some(Kind::Opening)
}

/// A posting's own page is not cached: it counts its views.
fn is_public_list(path: &str) -> bool {
    matches!(path, "/" | "/jobs" | "/companies") || path.starts_with("/companies/")
}

/// Answers from the cache, or caches the page that is rendered.
pub async fn layer(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = cache.key(&request) else {
        let changes = changes_something(&request);
        let response = next.run(request).await;
        if changes {
            cache.forget();
        }
        return response;
    };
    cache.answer(key, next.run(request)).await
}

/// A cached page. Its nonce may be used only once, so every response gets a new one in its place.
struct KeptPage {
    html: String,
    /// The offsets of the nonce in the page.
    nonces: Vec<usize>,
    nonce: String,
    policy: String,
    content_type: HeaderValue,
}

impl KeptPage {
    /// The cache entry of a response; or the response, where it is not cacheable.
    async fn of(response: Response) -> Result<Self, Box<Response>> {
        let headers = response.headers();
        let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok());
        let policy = text(header::CONTENT_SECURITY_POLICY).unwrap_or_default().to_string();
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).map(str::to_string);
        let content_type = headers.get(header::CONTENT_TYPE).cloned();
        let plain = response.status() == StatusCode::OK && !headers.contains_key(header::SET_COOKIE);
        let (Some(nonce), Some(content_type), true) = (nonce, content_type, plain) else {
            return Err(response.into());
        };
        let (parts, body) = response.into_parts();
        let failed = || Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        let bytes = to_bytes(body, usize::MAX).await.map_err(|_| failed())?;
        match String::from_utf8(bytes.into()) {
            Ok(html) => {
                let nonces = html.match_indices(&nonce).map(|(at, _)| at).collect();
                Ok(Self { html, nonces, nonce, policy, content_type })
            }
            Err(error) => Err(Response::from_parts(parts, Body::from(error.into_bytes())).into()),
        }
    }

    fn answer(&self) -> Response {
        let nonce = Nonce::new();
        let policy = HeaderValue::from_str(&self.policy.replace(&self.nonce, &nonce));
        let policy = policy.expect("a nonce is of visible ASCII");
        let headers = [(header::CONTENT_TYPE, self.content_type.clone()), (header::CONTENT_SECURITY_POLICY, policy)];
        (headers, self.with_nonce(&nonce)).into_response()
    }

    fn with_nonce(&self, nonce: &str) -> Bytes {
        let mut html = String::with_capacity(self.html.len());
        let mut from = 0;
        for &at in &self.nonces {
            html.push_str(&self.html[from..at]);
            html.push_str(nonce);
            from = at + self.nonce.len();
        }
        html.push_str(&self.html[from..]);
        html.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str, policy: &str) -> Response {
        let headers = [(header::CONTENT_TYPE, "text/html"), (header::CONTENT_SECURITY_POLICY, policy)];
        (headers, html.to_string()).into_response()
    }

    #[tokio::test]
    async fn every_answer_has_a_nonce_of_its_own() {
        let kept =
            KeptPage::of(page("<script nonce=abc>é</script><script nonce=abc>", "script-src 'nonce-abc' 'self'"));
        let kept = kept.await.expect("a page");
        let html = kept.with_nonce("0123");
        assert_eq!(html, "<script nonce=0123>é</script><script nonce=0123>");
        let (first, second) = (kept.answer(), kept.answer());
        let policy = |r: &Response| r.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_string();
        assert_ne!(policy(&first), policy(&second));
        assert!(!policy(&first).contains("abc"));
    }

    #[tokio::test]
    async fn a_crowd_makes_a_page_once() {
        let (cache, made) = (PageCache::default(), AtomicU64::default());
        let key = || (0, Locale::default(), "/jobs".to_string());
        let answer = |status: StatusCode| {
            let made = &made;
            cache.answer(key(), async move {
                made.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
                (status, page("<p>", "script-src 'nonce-abc'")).into_response()
            })
        };
        let statuses = |[a, b, c]: [Response; 3]| [a.status(), b.status(), c.status()];
        let failed = StatusCode::INTERNAL_SERVER_ERROR;
        let answers = tokio::join!(answer(failed), answer(failed), answer(failed));
        assert_eq!(statuses(answers.into()), [failed; 3]);
        assert_eq!(made.swap(0, Ordering::Relaxed), 3, "an error is nobody else's");
        let answers = tokio::join!(answer(StatusCode::OK), answer(StatusCode::OK), answer(failed));
        assert_eq!(statuses(answers.into()), [StatusCode::OK; 3]);
        assert_eq!(made.into_inner(), 1);
    }

    #[tokio::test]
    async fn what_is_for_one_person_is_not_kept() {
        let mut response = page("<p>", "script-src 'nonce-abc'");
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static("jobi="));
        assert!(KeptPage::of(response).await.is_err());
        let missing = (StatusCode::NOT_FOUND, page("<p>", "script-src 'nonce-abc'")).into_response();
        assert!(KeptPage::of(missing).await.is_err());
    }
}

//! Every route of the site, and what wraps them.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, Uri, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{any, get, post},
};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, generate_route_list_with_exclusions_and_ssg_and_context};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel},
    csrf::CsrfLayer,
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
};
use tracing::Instrument;

use super::{
    app::{App, shell},
    erasure::account_parts,
    form_memory, page_cache, page_owner,
    state::AppState,
    wire, write_limits,
};
use crate::{
    accounts::{self, session},
    applications::{self, ADD_PATH},
    companies::logo,
    error::{AppError, internal},
    jobs::{feed, share, sitemap},
    l10n::{Locale, catalogue_path, source},
    messages,
    notifications::one_click,
    platform::{
        audit,
        body::{self, FORM_BYTES},
        encoding::{Encoded, Encoding},
        error_page::{self, wants_page},
        logging,
        mail::mailbox,
        referer,
        request::from_request,
        static_files::{self, StaticFiles},
        test_clock,
    },
    resumes,
};

/// The level of compression of what is compressed for one answer only. At this one gzip and zstd take 0.1 ms for a
/// page of 32 kB.
const FAST: i32 = 1;

/// The `Cache-Control` of what is named by a hash of its content.
const YEAR: &str = "public, max-age=31536000, immutable";

/// The whole site.
pub fn router(state: AppState) -> Router {
    logging::follow_tasks();
    let told_by_page = || from_fn_with_state(state.clone(), missing_as_page);
    let uploads = uploads().layer(DefaultBodyLimit::disable()).layer(from_fn(body::uploads)).layer(told_by_page());
    // Excluded here, because Leptos would route them past `server_function`.
    let functions = FUNCTIONS.keys().map(ToString::to_string).collect();
    let (routes, _) = generate_route_list_with_exclusions_and_ssg_and_context(App, Some(functions), provide(&state));
    let pages = Router::new()
        .leptos_routes_with_context(&state, routes, provide(&state), {
            let options = state.leptos.clone();
            move || shell(options.clone())
        })
        .route("/api/{*function}", any(server_function))
        .merge(files().layer(told_by_page()))
        .route(accounts::arrival::PATH, get(accounts::arrival::arrive))
        .route("/live", get(wire::connect))
        .route(one_click::PATH, post(one_click::unsubscribe))
        .merge(mailbox(&state))
        .merge(clock(&state))
        .fallback(page_not_found)
        .layer(from_fn(body::forms))
        .merge(uploads)
        .layer(from_fn(finish))
        .layer(from_fn(honest_status))
        .layer(from_fn_with_state(state.clone(), form_memory::remember))
        .layer(from_fn_with_state(state.clone(), form_memory::recall))
        .layer(from_fn_with_state(state.clone(), write_limits::layer))
        .layer(from_fn_with_state(state.clone(), page_owner::layer))
        .layer(from_fn_with_state(state.platform.clone(), session::layer))
        .layer(csrf(&state))
        .layer(from_fn_with_state(state.platform.clone(), audit::layer));
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let secure = state.platform.site.transport_security().map(|how| fixed("strict-transport-security", how));
    pages
        .merge(assets(&state))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .layer(
            ServiceBuilder::new()
                .layer(from_fn(logging::layer))
                .layer(CompressionLayer::new().quality(CompressionLevel::Precise(FAST)))
                .layer(from_fn_with_state(state.pages.clone(), page_cache::layer))
                .layer(fixed("x-content-type-options", "nosniff"))
                .layer(fixed("x-frame-options", "DENY"))
                .layer(fixed("referrer-policy", "strict-origin-when-cross-origin"))
                .layer(fixed("permissions-policy", "camera=(), microphone=(), geolocation=()"))
                .layer(fixed("cache-control", "no-store"))
                .layer(fixed("content-security-policy", "default-src 'none'; frame-ancestors 'none'"))
                .option_layer(secure)
                .layer(from_fn(error_page::layer))
                .layer(from_fn(body::layer))
                .layer(CatchPanicLayer::custom(|_| AppError::Internal.into_response())),
        )
        .with_state(state)
}

/// Runs every request to its end, also when its client has disconnected. A stored file and its row belong together; and
/// when a page's future is dropped while a resource is loaded, Leptos deadlocks and blocks the thread (reactive_graph
/// 0.2.16: `Owner::with_context` holds the lock that the drop of a parent takes).
async fn finish(request: Request<Body>, next: Next) -> Response {
    match tokio::spawn(next.run(request).in_current_span()).await {
        Ok(response) => response,
        Err(panic) => internal(panic).into_response(),
    }
}

/// Refuses cross-site forms (CSRF). A proxy may rewrite `Host`, so our own origin is trusted by name.
fn csrf(state: &AppState) -> CsrfLayer {
    let named = CsrfLayer::new().add_trusted_origin(&state.platform.site.origin);
    let layer = named.unwrap_or_else(|error| {
        tracing::warn!(%error, "forms are checked by their Host alone");
        CsrfLayer::new()
    });
    layer.with_insecure_bypass(|_, uri| uri.path() == one_click::PATH)
}

/// Downloads that need authorization.
fn files() -> Router<AppState> {
    Router::new()
        .route("/resumes/{id}/file", get(resumes::files::read))
        .route("/messages/files/{id}", get(messages::files::read))
        .route("/guest/{token}/files/{id}", get(applications::files::read_as_guest))
}

/// The mails of a site without a mail server.
fn mailbox(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/dev/mail", get(mailbox::list))
        .route("/dev/mail/{id}", get(mailbox::show))
        .layer(from_fn_with_state(state.platform.clone(), mailbox::layer))
}

/// The clock of a site that is tested.
fn clock(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/dev/clock", post(test_clock::forward))
        .layer(from_fn_with_state(state.platform.clone(), test_clock::layer))
}

/// Forms that carry a file.
fn uploads() -> Router<AppState> {
    Router::new()
        .route("/resumes/upload", post(resumes::files::upload))
        .route("/jobs/{slug}/apply", post(applications::files::apply))
        .route("/jobs/{slug}/apply/guest", post(applications::files::apply_as_guest))
        .route(ADD_PATH, post(applications::files::add_by_hand))
        .route("/employer/company/logo", post(logo::upload))
        .route("/messages/{id}/send", post(messages::files::send))
}

/// Styles, scripts, pictures and catalogues: named by a hash of their content, cached for a year.
fn assets(state: &AppState) -> Router<AppState> {
    let root = state.leptos.site_root.to_string();
    Router::new()
        .nest("/pkg", built(&format!("{root}/pkg"), state.leptos.hash_files))
        .route("/l10n/{file}", get(catalogue).layer(from_fn_with_state(YEAR, keep)))
        .route("/logos/{name}", get(logo::show))
        .route_service("/favicon.svg", ServeDir::new(&root))
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemaps/{file}", get(sitemap::file))
        .route("/jobs.atom", get(feed::show))
        .route("/jobs/{slug}/share.png", get(share::of_posting))
        .route("/share.png", get(share::of_site))
}

/// What cargo-leptos builds. Under scripts/dev the names have no hash, and the files change.
fn built(folder: &str, hash_files: bool) -> Router<AppState> {
    if !hash_files {
        return Router::new().fallback_service(ServeDir::new(folder)).layer(from_fn_with_state("no-cache", keep));
    }
    let files = StaticFiles::load(folder.as_ref()).unwrap_or_else(|error| {
        tracing::error!(%error, folder, "cannot read the built site");
        StaticFiles::default()
    });
    Router::new().fallback(get(static_files::serve).with_state(files)).layer(from_fn_with_state(YEAR, keep))
}

/// Sets `Cache-Control` on files that exist. A 404 is not cacheable: the file may exist tomorrow.
async fn keep(State(how): State<&'static str>, request: Request<Body>, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(how));
    }
    response
}

/// The context of every page and server function.
fn provide(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let (state, parts) = (state.clone(), account_parts());
    move || {
        provide_context(state.platform.clone());
        provide_context(state.jobs_cache.clone());
        provide_context(state.fits.clone());
        provide_context(state.views.clone());
        provide_context(state.messenger.clone());
        provide_context(parts.clone());
        provide_context(from_request::<Locale>().unwrap_or_default());
        security_policy();
    }
}

/// The content security policy: scripts are ours or carry the page's nonce; no framing, nothing from other origins.
fn security_policy() {
    let (Some(options), Some(nonce)) = (use_context::<leptos_axum::ResponseOptions>(), leptos::nonce::use_nonce())
    else {
        return;
    };
    // Under scripts/dev pages are reloaded over a WebSocket of cargo-leptos.
    let watched = if std::env::var_os("LEPTOS_WATCH").is_some() { "connect-src 'self' ws:; " } else { "" };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; {watched}\
         img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::from_str(&policy) {
        options.insert_header(header::CONTENT_SECURITY_POLICY, value);
    }
}

/// All server functions and their HTTP methods.
static FUNCTIONS: LazyLock<HashMap<&str, Method>> =
    LazyLock::new(|| leptos::server_fn::axum::server_fn_paths().collect());

/// Whether a server function only reads, by its name: `load_…` or `preview_markdown`. Tests call each of them and check
/// that nothing is written.
pub fn only_reads(path: &str) -> bool {
    path.strip_prefix("/api/").is_some_and(|function| function.starts_with("load_") || function == "preview_markdown")
}

async fn server_function(State(state): State<AppState>, mut request: Request<Body>) -> Response {
    match FUNCTIONS.get(request.uri().path()) {
        None => return AppError::NotFound.into_response(),
        Some(method) if method != request.method() => {
            let allow =
                [(header::ALLOW, HeaderValue::from_str(method.as_str()).expect("a method is of visible ASCII"))];
            return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
        }
        Some(_) => {}
    }
    // Leptos redirects a failed form to `Referer`, which anybody can forge, and which must be an absolute URL.
    let page = referer::page(request.uri(), request.headers(), &state.platform.site);
    request.headers_mut().remove(header::REFERER);
    if let Some(page) =
        page.and_then(|page| HeaderValue::from_str(&format!("{}{page}", state.platform.site.origin)).ok())
    {
        request.headers_mut().insert(header::REFERER, page);
    }
    let mut response = leptos_axum::handle_server_fns_with_context(provide(&state), request).await.into_response();
    // Behind a proxy the browser may see another origin, so the redirect is made relative.
    let location = response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok());
    let local = location.and_then(|l| l.strip_prefix(&state.platform.site.origin)).filter(|path| path.starts_with('/'));
    if let Some(local) = local.and_then(|path| HeaderValue::from_str(path).ok()) {
        response.headers_mut().insert(header::LOCATION, local);
    }
    response
}

/// A page that does not exist, or that the person may not read, gets the same page as any wrong URL.
async fn missing_as_page(State(state): State<AppState>, request: Request<Body>, next: Next) -> Response {
    let (asked, body) = request.into_parts();
    let response = next.run(Request::from_parts(asked.clone(), body)).await;
    let missing = response.extensions().get::<AppError>() == Some(&AppError::NotFound);
    // A script that has sent a form gets the error instead.
    match missing && (asked.method.is_safe() || wants_page(&asked.headers)) {
        true => page_not_found(State(state), Request::from_parts(asked, Body::empty())).await,
        false => response,
    }
}

/// The 404 page; a URL with a trailing slash is redirected to the one without.
pub async fn page_not_found(State(state): State<AppState>, request: Request<Body>) -> Response {
    if request.method().is_safe()
        && let Some(address) = without_slash(request.uri())
    {
        return Redirect::permanent(&address).into_response();
    }
    let mut response = render(&state, request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// Renders the page of a request's URL.
pub(super) async fn render(state: &AppState, request: Request<Body>) -> Response {
    let options = state.leptos.clone();
    leptos_axum::render_app_async_with_context(provide(state), move || shell(options.clone()))(request).await
}

/// The address without the slashes at its end; never one that leads to another host.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?.trim_end_matches('/');
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    (path.len() > 1 && !path.starts_with("//")).then(|| format!("{path}{query}"))
}

/// Leptos answers every failed server function with 500; the status is set from the error.
async fn honest_status(request: Request<Body>, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR || !response.headers().contains_key("serverfnerror") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, FORM_BYTES).await.unwrap_or_default();
    if let Ok(error) = serde_json::from_slice::<AppError>(&bytes) {
        parts.status = StatusCode::from_u16(error.status()).expect("a valid status");
        if let Some(seconds) = error.retry_after() {
            parts.headers.insert(header::RETRY_AFTER, seconds.into());
        }
        parts.extensions.insert(error);
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Every first visit loads one of these, so that they are compressed once, and well.
static CATALOGUES: LazyLock<Vec<(&'static str, Encoded)>> = LazyLock::new(|| {
    let pressed = |locale: &Locale| Encoded::new(source(*locale).into()).pressed();
    Locale::iter().map(|locale| (catalogue_path(*locale), pressed(locale))).collect()
});

async fn catalogue(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, AppError> {
    let wanted = format!("/l10n/{file}");
    let found = CATALOGUES.iter().find(|(path, _)| *path == wanted);
    let (_, encoded) = found.ok_or(AppError::NotFound)?;
    let encoding = Encoding::accepted(&headers);
    let mut response = Body::from(encoded.get(encoding).clone()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.extend(encoding.header().map(|encoding| (header::CONTENT_ENCODING, encoding)));
    Ok(response)
}

/// What search engines need not ask for: what one must be logged in for.
const PRIVATE: [&str; 18] = [
    "/api/",
    "/live",
    "/settings",
    "/login/code",
    "/setup",
    "/join",
    "/admin",
    "/switch",
    "/profile",
    "/resumes",
    "/applications",
    "/messages",
    "/notifications",
    "/employer",
    "/jobs/for-me",
    "/jobs/*/apply",
    "/guest",
    "/jobs/*/ask",
];

async fn robots(State(state): State<AppState>) -> String {
    let rules: String = PRIVATE.iter().map(|path| format!("Disallow: {path}\n")).collect();
    format!("User-agent: *\n{rules}\nSitemap: {}/sitemap.xml\n", state.platform.site.origin)
}

/// Readiness for load balancers: whether the database accepts writes.
async fn ready(State(state): State<AppState>) -> Response {
    match state.readiness.check(&state.platform.db).await {
        true => "ready".into_response(),
        false => AppError::Unavailable.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tower::ServiceExt;

    #[tokio::test]
    async fn what_runs_to_its_end_is_logged_with_its_request() {
        let _log = tracing::subscriber::set_default(tracing_subscriber::registry());
        logging::follow_tasks();
        // In a spawned task, as Leptos loads a page's resources.
        let span = || async {
            let (tell, told) = tokio::sync::oneshot::channel();
            let name = || tracing::Span::current().metadata().map_or("none", |span| span.name());
            any_spawner::Executor::spawn(async move { tell.send(name()).unwrap() });
            told.await.unwrap()
        };
        let site = Router::new().route("/", get(span)).layer(from_fn(finish)).layer(from_fn(logging::layer));
        let answer = site.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(axum::body::to_bytes(answer.into_body(), 100).await.unwrap(), "request");
    }

    #[test]
    fn a_slash_too_many() {
        let address = |uri: &str| without_slash(&uri.parse().unwrap());
        assert_eq!(address("/jobs/").as_deref(), Some("/jobs"));
        assert_eq!(address("/jobs//?q=a").as_deref(), Some("/jobs?q=a"));
        for fine in ["/", "//", "/jobs", "//evil.example/", "/?next=/"] {
            assert_eq!(address(fine), None, "{fine}");
        }
    }
}

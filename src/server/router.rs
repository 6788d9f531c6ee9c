//! Every route of the site, and what wraps them.

use std::time::Duration;

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Path, State},
    http::{HeaderName, HeaderValue, Request, StatusCode, Uri, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, generate_route_list_with_exclusions_and_ssg_and_context};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel},
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
};
use tracing::Instrument;

use super::{form_memory, logging, page_cache, page_owner, session, state::AppState};
use crate::{
    app::{App, shell},
    applications,
    companies::logo,
    error::AppError,
    jobs::sitemap::sitemap,
    l10n::{Locale, catalogue_path, source},
    live, messages, resumes,
};

/// A form without files is never larger than this.
pub const FORM_BYTES: usize = 256 * 1024;
/// A form with a file. The form itself allows less and says so in words; this much is read to be able to.
pub(super) const UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// The whole site.
pub fn router(state: AppState) -> Router {
    logging::follow_tasks();
    let uploads = uploads().layer(DefaultBodyLimit::disable()).layer(RequestBodyLimitLayer::new(UPLOAD_BYTES));
    let (routes, _) = generate_route_list_with_exclusions_and_ssg_and_context(App, None, provide(&state));
    let pages = Router::new()
        .leptos_routes_with_context(&state, routes, provide(&state), {
            let options = state.leptos.clone();
            move || shell(options.clone())
        })
        .route("/api/{*function}", post(server_function).get(server_function))
        .merge(files())
        .route("/live", get(live::socket::connect))
        .fallback(page_not_found)
        .layer(RequestBodyLimitLayer::new(FORM_BYTES))
        .merge(uploads)
        .layer(from_fn(finish))
        .layer(from_fn(honest_status))
        .layer(from_fn_with_state(state.clone(), form_memory::remember))
        .layer(from_fn_with_state(state.clone(), form_memory::recall))
        .layer(from_fn(page_owner::layer))
        .layer(from_fn_with_state(state.clone(), session::layer))
        .layer(from_fn_with_state(state.clone(), page_cache::layer))
        .layer(csrf(&state));
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let secure = state.site.secure().then(|| fixed("strict-transport-security", "max-age=31536000"));
    pages
        .merge(assets(&state))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
                .layer(from_fn(logging::layer))
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
                .layer(fixed("x-content-type-options", "nosniff"))
                .layer(fixed("x-frame-options", "DENY"))
                .layer(fixed("referrer-policy", "strict-origin-when-cross-origin"))
                .layer(fixed("permissions-policy", "camera=(), microphone=(), geolocation=()"))
                .layer(fixed("cache-control", "no-store"))
                .option_layer(secure)
                .layer(CatchPanicLayer::custom(|_| AppError::Internal.into_response())),
        )
        .with_state(state)
}

/// Runs every request to its end, also when its sender has left. A stored file and its row belong together; and where
/// a page is dropped while a part of it is loaded, Leptos waits for itself and keeps the thread (reactive_graph 0.2.16:
/// `Owner::with_context` holds the lock that the drop of a parent takes).
async fn finish(request: Request<Body>, next: Next) -> Response {
    match tokio::spawn(next.run(request).in_current_span()).await {
        Ok(response) => response,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// Refuses forms that another site sends. A proxy may rewrite `Host`, so our own origin is named.
fn csrf(state: &AppState) -> CsrfLayer {
    let named = CsrfLayer::new().add_trusted_origin(&state.site.origin);
    named.unwrap_or_else(|error| {
        tracing::warn!(%error, "forms are checked by their Host alone");
        CsrfLayer::new()
    })
}

/// Downloads that need a person's leave.
fn files() -> Router<AppState> {
    Router::new()
        .route("/resumes/{id}/file", get(resumes::files::read))
        .route("/messages/files/{id}", get(messages::files::read))
}

/// Forms that carry a file.
fn uploads() -> Router<AppState> {
    Router::new()
        .route("/resumes/upload", post(resumes::files::upload))
        .route("/jobs/{slug}/apply", post(applications::files::apply))
        .route("/employer/company/logo", post(logo::upload))
        .route("/messages/{id}/send", post(messages::files::send))
}

/// Styles, scripts, pictures and catalogues: named by their content, kept for a year.
fn assets(state: &AppState) -> Router<AppState> {
    let root = state.leptos.site_root.to_string();
    let kept = |how| SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(how));
    let year = || kept("public, max-age=31536000, immutable");
    // scripts/dev does not name them so.
    let built = if state.leptos.hash_files { year() } else { kept("no-cache") };
    let folder = |name: &str| ServeDir::new(format!("{root}/{name}")).precompressed_br().precompressed_gzip();
    Router::new()
        .nest_service("/pkg", ServiceBuilder::new().layer(built).service(folder("pkg")))
        .route("/l10n/{file}", get(catalogue).layer(year()))
        .route("/logos/{name}", get(logo::show))
        .route_service("/favicon.svg", ServeDir::new(&root))
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(sitemap))
}

/// What every page and server function finds in its context.
fn provide(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let state = state.clone();
    move || {
        provide_context(state.clone());
        session::provide_locale();
        security_policy();
    }
}

/// Scripts are ours or carry the page's nonce; nothing is framed, nothing comes from elsewhere.
fn security_policy() {
    let (Some(options), Some(nonce)) = (use_context::<leptos_axum::ResponseOptions>(), leptos::nonce::use_nonce())
    else {
        return;
    };
    // scripts/dev tells pages to reload over a socket of its own.
    let watched = if std::env::var_os("LEPTOS_WATCH").is_some() { "connect-src 'self' ws:; " } else { "" };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; {watched}\
         img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::from_str(&policy) {
        options.insert_header(header::CONTENT_SECURITY_POLICY, value);
    }
}

async fn server_function(State(state): State<AppState>, mut request: Request<Body>) -> Response {
    forget_last_answer(&mut request);
    leptos_axum::handle_server_fns_with_context(provide(&state), request).await.into_response()
}

/// A form that fails goes back to its page with the error in the address, where that of the last try must not stay.
fn forget_last_answer(request: &mut Request<Body>) {
    let Some(page) = page_owner::referring_page(request.headers()) else { return };
    if let Ok(value) = HeaderValue::from_str(page.as_str()) {
        request.headers_mut().insert(header::REFERER, value);
    }
}

/// Answers as any address that leads nowhere is answered; one that has a slash too many leads to the one without.
pub async fn page_not_found(State(state): State<AppState>, request: Request<Body>) -> Response {
    if request.method().is_safe()
        && let Some(address) = without_slash(request.uri())
    {
        return Redirect::permanent(&address).into_response();
    }
    let options = state.leptos.clone();
    let render = leptos_axum::render_app_async_with_context(provide(&state), move || shell(options.clone()));
    let mut response = render(request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The address without the slashes at its end; never one that leads to another host.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?.trim_end_matches('/');
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    (path.len() > 1 && !path.starts_with("//")).then(|| format!("{path}{query}"))
}

/// Leptos answers every failed server function with 500, and a layer every form that is too large without a word;
/// the error knows better.
async fn honest_status(request: Request<Body>, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE && !is_json(&response) {
        return form_memory::too_large().into_response();
    }
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR || !response.headers().contains_key("serverfnerror") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, FORM_BYTES).await.unwrap_or_default();
    if let Ok(error) = serde_json::from_slice::<AppError>(&bytes) {
        parts.status = StatusCode::from_u16(error.status()).expect("a valid status");
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn is_json(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json")
}

async fn catalogue(Path(file): Path<String>) -> Result<impl IntoResponse, AppError> {
    let wanted = format!("/l10n/{file}");
    let locale = Locale::iter().copied().find(|l| catalogue_path(*l) == wanted);
    let locale = locale.ok_or(AppError::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], source(locale)))
}

async fn robots(State(state): State<AppState>) -> String {
    let rules = "User-agent: *\nDisallow: /api/\nDisallow: /employer\nDisallow: /settings\n";
    format!("{rules}\nSitemap: {}/sitemap.xml\n", state.site.origin)
}

/// Ready to serve: the database answers within two seconds.
async fn ready(State(state): State<AppState>) -> Response {
    match tokio::time::timeout(Duration::from_secs(2), state.db.ping()).await {
        Ok(Ok(())) => "ready".into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
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
        // In a task, as a page loads its parts.
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

    #[test]
    fn the_last_answer_is_forgotten() {
        let page = |referer: &str| {
            let mut request = Request::post("/api/login").header(header::REFERER, referer).body(Body::empty()).unwrap();
            forget_last_answer(&mut request);
            request.headers()[header::REFERER].to_str().unwrap().to_string()
        };
        assert_eq!(
            page("http://a.example/login?next=%2Fx&__path=%2Fapi&__err=e&done=y"),
            "http://a.example/login?next=%2Fx"
        );
        assert_eq!(page("http://a.example/login?__err=e"), "http://a.example/login");
        assert_eq!(page("http://a.example/login"), "http://a.example/login");
    }
}

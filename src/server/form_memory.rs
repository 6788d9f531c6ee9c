//! Gives back what was typed when a form sent without JavaScript comes back with an error.
//!
//! Leptos answers such a form with a redirect to the page it came from, which would lose the input. This layer
//! keeps the fields for a few minutes, and a cookie names them to the next page.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::use_context;
use time::Duration;
use url::form_urlencoded;
use uuid::Uuid;

use super::{
    referer,
    router::FORM_BYTES,
    session::{append_cookie, cookie, read_cookie},
    state::AppState,
    upload::with_error,
};
use crate::{
    accounts,
    error::{AppError, Problem},
    ui::form::FormMemory,
};

const COOKIE: &str = "jobi_form";

/// Remembers the fields of a form whose answer is an error.
pub async fn remember(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if !is_plain_form(&request) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_BYTES).await else { return back_with(&state, &parts, too_large()) };
    let request = Request::from_parts(parts, Body::from(bytes.clone()));
    let mut response = next.run(request).await;
    if came_back_with_error(&response) {
        keep(&state, &mut response, fields(&bytes)).await;
    }
    response
}

/// What a form without files is told that is larger than [`FORM_BYTES`].
pub fn too_large() -> AppError {
    AppError::Refused(Problem::FormTooLarge(FORM_BYTES / 1024))
}

/// Back to the page that the form stands on; what was typed is not kept.
fn back_with(state: &AppState, form: &Parts, error: AppError) -> Response {
    let page = referer::page(&form.headers, &state.site).unwrap_or_else(|| "/".into());
    Redirect::to(&with_error(&page, form.uri.path(), error)).into_response()
}

/// Keeps a form's fields and names them to the next page.
pub async fn keep(state: &AppState, response: &mut Response, memory: FormMemory) {
    let id = Uuid::new_v4();
    let fields = serde_json::to_string(&memory).unwrap_or_default();
    if accounts::keep_form(&state.db, id, &fields).await.is_ok() {
        let cookie = cookie(&state.site, COOKIE, id.simple().to_string(), Duration::minutes(5));
        append_cookie(response.headers_mut(), &cookie);
    }
}

/// Hands what is remembered to the page, once.
pub async fn recall(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let named = read_cookie(&state.site, request.headers(), COOKIE).filter(|_| request.method() == Method::GET);
    let Some(id) = named.and_then(|id| Uuid::parse_str(&id).ok()) else {
        return next.run(request).await;
    };
    if let Ok(Some(fields)) = accounts::take_form(&state.db, id).await {
        let memory: FormMemory = serde_json::from_str(&fields).unwrap_or_default();
        request.extensions_mut().insert(memory);
    }
    let mut response = next.run(request).await;
    append_cookie(response.headers_mut(), &cookie(&state.site, COOKIE, String::new(), Duration::ZERO));
    response
}

/// What the page's request remembers.
pub fn memory() -> FormMemory {
    let parts = use_context::<axum::http::request::Parts>();
    let found = parts.as_ref().and_then(|p| p.extensions.get::<FormMemory>());
    found.cloned().unwrap_or_default()
}

fn is_plain_form(request: &Request) -> bool {
    let header = |name| {
        let value = request.headers().get(name).and_then(|v| v.to_str().ok());
        value.unwrap_or_default()
    };
    request.method() == Method::POST
        && header(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded")
        && header(header::ACCEPT).contains("text/html")
}

fn came_back_with_error(response: &Response) -> bool {
    let location = response.headers().get(header::LOCATION);
    response.status().is_redirection() && location.is_some_and(|l| l.to_str().is_ok_and(|l| l.contains("__err=")))
}

/// Every field but passwords.
fn fields(body: &Bytes) -> FormMemory {
    let all = form_urlencoded::parse(body).into_owned();
    FormMemory(all.filter(|(name, _)| !name.contains("password")).collect())
}

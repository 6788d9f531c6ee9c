//! Restores typed fields when a form sent without JavaScript comes back with an error.
//!
//! Leptos answers such a form with a redirect to the page it came from, which would lose the input. This layer stores
//! the form's known fields, compressed and within limits, for a while; a cookie names them to the next page. They are
//! restored only for the person who typed them. Whoever is no longer logged in gets them with the login page instead
//! ([`carried`]).

mod carried;
mod known;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{Extensions, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use leptos::server_fn::error::ServerFnUrlError;
use time::Duration;
use url::form_urlencoded;
use uuid::Uuid;

pub use self::carried::still_page;
use super::{page_owner::page_owner, state::AppState};
use crate::{
    accounts::{
        CurrentUser, SWITCH_PATH,
        kept_forms::{self, COOKIE, FormOwner, naming_cookie},
        person,
        upload::RefusedUpload,
    },
    error::AppError,
    platform::{
        body::{self, FORM_BYTES, too_large},
        client_addr::{ClientAddr, network},
        cookies::{append_cookie, cookie, read_cookie},
        error_page::wants_page,
        referer,
        upload::{self, with_error},
    },
    text::with_query,
    ui::{FormMemory, NothingDone, PageOwner, done_at},
};

/// Stores the fields of a form whose response is an error.
pub async fn remember(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    if !is_plain_form(&request) {
        return remember_upload(state, request, next).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_BYTES).await else { return back_with(&state, &parts, too_large()) };
    let sent = parts.clone();
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    let Some(error) = error_of(&response) else { return response };
    let path = sent.uri.path();
    match typed(path, &bytes) {
        Some((action, fields)) => {
            let page = page_of(&state, &sent);
            let memory = FormMemory { page: path_of(&page), action: action.to_string(), fields };
            came_back(&state, &sent, &page, response, &error, memory).await
        }
        None => response,
    }
}

/// The same of a form with files, of which only its handler knows the fields.
async fn remember_upload(state: AppState, request: Request, next: Next) -> Response {
    let (sent, body) = request.into_parts();
    let mut response = next.run(Request::from_parts(sent.clone(), body)).await;
    let Some(refused) = response.extensions_mut().remove::<RefusedUpload>() else { return response };
    let RefusedUpload { page, error, fields } = refused;
    let fields = known::fields_beside_files(fields);
    let memory = FormMemory { page: path_of(&page), action: sent.uri.path().to_string(), fields };
    came_back(&state, &sent, &page, response, &error, memory).await
}

/// What was typed into the form that is sent to `path`.
fn typed<'a>(path: &'a str, body: &[u8]) -> Option<(&'a str, known::Fields)> {
    known::fields(path, std::str::from_utf8(body).ok()?)
}

/// Responds to a failed form without losing the typed fields.
async fn came_back(
    state: &AppState,
    sent: &Parts,
    page: &str,
    mut response: Response,
    error: &AppError,
    memory: FormMemory,
) -> Response {
    if matches!(error, AppError::Unauthorized | AppError::OtherPerson) {
        return carried::ask_login(state, sent, page, memory, error.clone()).await.unwrap_or(response);
    }
    if let Some(again) = carried::ask_again(state, sent, &memory, error).await {
        return again;
    }
    let owner = owner(&sent.extensions);
    // A visitor over the rate limit stores nothing.
    let may_keep = owner.user.is_some() || !matches!(error, AppError::TooMany { .. });
    let stored = match may_keep {
        true => kept_forms::store(&state.platform, &owner, kept_forms::fit(memory.clone())).await.ok(),
        false => None,
    };
    match stored {
        Some(id) => {
            append_cookie(response.headers_mut(), &naming_cookie(&state.platform.site, id));
            response
        }
        // Without a stored form, the response is the form's page itself.
        None => carried::answer(state, sent, page, Some(sent.uri.path()), memory, error.clone()).await,
    }
}

/// Responds to a request that is refused before any handler: the fields of a plain form are read, so that they are not
/// lost.
pub async fn refuse(state: &AppState, request: Request, error: AppError) -> Response {
    if !wants_page(request.headers()) {
        body::discard(request).await;
        return error.into_response();
    }
    let plain = is_plain_form(&request);
    let (sent, body) = request.into_parts();
    let (page, path) = (page_of(state, &sent), sent.uri.path().to_string());
    let request = Request::from_parts(sent.clone(), body);
    let typed = match plain {
        true => typed(&path, &body::read_refused(request).await),
        false => {
            let fields = known::fields_beside_files(upload::read_refused(request, body::REFUSED_BYTES).await);
            (!fields.is_empty()).then_some((path.as_str(), fields))
        }
    };
    let back = match error {
        AppError::OtherPerson => Redirect::to(&done_at(&page, NothingDone::OtherPerson)).into_response(),
        AppError::OtherCompany => Redirect::to(&switch_back(&sent, &page)).into_response(),
        _ => back_with(state, &sent, error.clone()),
    };
    match typed {
        Some((action, fields)) => {
            let memory = FormMemory { page: path_of(&page), action: action.to_string(), fields };
            came_back(state, &sent, &page, back, &error, memory).await
        }
        None => back,
    }
}

/// A redirect to the form's page, with the error in its query.
fn back_with(state: &AppState, form: &Parts, error: AppError) -> Response {
    Redirect::to(&with_error(&page_of(state, form), form.uri.path(), error)).into_response()
}

/// The page that offers to act for the company again that a form's page was made for, and leads back to it.
fn switch_back(form: &Parts, page: &str) -> String {
    let company = match page_owner(&form.uri) {
        Some(PageOwner::Person { company: Some(company), .. }) => company.to_string(),
        _ => String::new(),
    };
    with_query(SWITCH_PATH, &[("company", &company), ("next", page)])
}

/// The page that a form stands on.
fn page_of(state: &AppState, form: &Parts) -> String {
    referer::page(&form.uri, &form.headers, &state.platform.site).unwrap_or_else(|| "/".into())
}

fn path_of(page: &str) -> String {
    page.split(['?', '#']).next().unwrap_or_default().to_string()
}

/// Gives the stored fields to the form's page, once.
pub async fn recall(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let named = read_cookie(&state.platform.site, request.headers(), COOKIE)
        .filter(|_| request.method() == Method::GET && wants_page(request.headers()));
    let Some(id) = named.and_then(|id| Uuid::parse_str(&id).ok()) else {
        return next.run(request).await;
    };
    let user = person(request.extensions());
    let memory = kept_forms::find(&state.platform, user, id).await.ok().flatten();
    let Some(memory) = memory.filter(|memory| memory.page == request.uri().path()) else {
        return next.run(request).await;
    };
    request.extensions_mut().insert(memory);
    let mut response = next.run(request).await;
    append_cookie(response.headers_mut(), &cookie(&state.platform.site, COOKIE, String::new(), Duration::ZERO));
    response
}

/// The owner of the fields that a request sends.
fn owner(request: &Extensions) -> FormOwner {
    match request.get::<CurrentUser>() {
        Some(user) => FormOwner::person(user.id),
        None => {
            let network = request.get::<ClientAddr>().map(|from| network(from.0).to_string());
            FormOwner { user: None, counted_by: network.unwrap_or_default() }
        }
    }
}

fn is_plain_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    request.method() == Method::POST
        && kind.starts_with("application/x-www-form-urlencoded")
        && wants_page(request.headers())
}

/// The error in a form's response.
fn error_of(response: &Response) -> Option<AppError> {
    let location = response.headers().get(header::LOCATION).filter(|_| response.status().is_redirection())?;
    let (_, query) = location.to_str().ok()?.split_once('?')?;
    let (_, error) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "__err")?;
    Some(ServerFnUrlError::decode_err(&error))
}

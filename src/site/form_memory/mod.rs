//! Gives back what was typed when a form sent without JavaScript comes back with an error.
//!
//! Leptos answers such a form with a redirect to the page it came from, which would lose the input. This layer
//! keeps the fields that the form has, packed and within bounds, for a while; a cookie names them to the next page.
//! They belong to who typed them, and are given back to nobody else. Who is not logged in any more gets them with the
//! login page instead ([`carried`]).

mod carried;
mod known;
mod packed;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{Extensions, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::Cookie;
use leptos::{prelude::use_context, server_fn::error::ServerFnUrlError};
use time::Duration;
use url::form_urlencoded;
use uuid::Uuid;

pub use self::carried::{still_page, take_over};
use crate::{
    accounts::{self, CurrentUser, FormOwner},
    error::{AppError, Problem},
    ui::{Done, form::FormMemory},
};
use {
    super::{
        router::FORM_BYTES,
        session::{append_cookie, cookie, read_cookie},
        state::AppState,
    },
    crate::platform::{
        body,
        client_addr::{ClientAddr, network},
        error_page::wants_page,
        referer,
        upload::{self, with_error},
    },
};

const COOKIE: &str = "jobi_form";
/// The next page is asked for at once; what is older is of a form that was left.
const COOKIE_LIFETIME: Duration = Duration::minutes(5);

/// Remembers the fields of a form whose answer is an error.
pub async fn remember(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if !is_plain_form(&request) {
        return next.run(request).await;
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

/// What was typed into the form that is sent to `path`.
fn typed<'a>(path: &'a str, body: &[u8]) -> Option<(&'a str, known::Fields)> {
    known::fields(path, std::str::from_utf8(body).ok()?)
}

/// Remembers the text fields of a form with files that stands on `page`.
pub async fn remember_upload(
    state: &AppState,
    sent: &Parts,
    page: &str,
    response: Response,
    error: &AppError,
    fields: Vec<(String, String)>,
) -> Response {
    let fields = known::fields_beside_files(fields);
    let memory = FormMemory { page: path_of(page), action: sent.uri.path().to_string(), fields };
    came_back(state, sent, page, response, error, memory).await
}

/// Answers a form that could not be done, so that what was typed is not lost.
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
    // A visitor who is told to wait leaves nothing behind.
    let may_keep = owner.user.is_some() || !matches!(error, AppError::TooMany { .. });
    let stored = match may_keep {
        true => store(state, &owner, packed::fit(memory.clone())).await.ok(),
        false => None,
    };
    match stored {
        Some(id) => {
            append_cookie(response.headers_mut(), &names(state, id));
            response
        }
        // The answer is the form's page itself.
        None => carried::answer(state, sent, page, Some(sent.uri.path()), memory, error.clone()).await,
    }
}

/// Answers what is refused before anything acts on it: of a plain form what was typed is read, so that it is not lost.
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
        AppError::OtherPerson => Redirect::to(&Done::OtherPerson.at(&page)).into_response(),
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

/// What a form without files is told that is larger than [`FORM_BYTES`].
pub fn too_large() -> AppError {
    AppError::Refused(Problem::FormTooLarge(FORM_BYTES / 1024))
}

/// Back to the page that the form stands on, which tells the error.
fn back_with(state: &AppState, form: &Parts, error: AppError) -> Response {
    Redirect::to(&with_error(&page_of(state, form), form.uri.path(), error)).into_response()
}

/// The page that a form stands on.
fn page_of(state: &AppState, form: &Parts) -> String {
    referer::page(&form.uri, &form.headers, &state.site).unwrap_or_else(|| "/".into())
}

/// Stores what was typed, unless this person has done so too often.
async fn store(state: &AppState, owner: &FormOwner, memory: FormMemory) -> Result<Uuid, AppError> {
    state.rates.keep_form(&owner.counted_by)?;
    let id = Uuid::new_v4();
    accounts::keep_form(&state.db, owner, id, &packed::pack(&memory)).await?;
    Ok(id)
}

/// Keeps what somebody has typed into a form, to be shown on another page.
pub async fn keep_typed(state: &AppState, person: Uuid, fields: Vec<(String, String)>) -> Result<Uuid, AppError> {
    let memory = FormMemory { fields, ..FormMemory::default() };
    let count = memory.fields.len();
    let memory = packed::fit(memory);
    if memory.fields.len() < count {
        return Err(AppError::Refused(Problem::FormTooLarge(packed::MAX_BYTES / 1024)));
    }
    store(state, &FormOwner::person(person), memory).await
}

/// What a person has typed, while it is kept.
pub async fn find_typed(state: &AppState, person: Uuid, id: Uuid) -> Result<Option<Vec<(String, String)>>, AppError> {
    let packed = accounts::find_form(&state.db, Some(person), id).await?;
    Ok(packed.and_then(|packed| packed::unpack::<FormMemory>(&packed)).map(|memory| memory.fields))
}

fn path_of(page: &str) -> String {
    page.split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The cookie that names what was stored to the form's page.
fn names(state: &AppState, id: Uuid) -> Cookie<'static> {
    cookie(&state.site, COOKIE, id.simple().to_string(), COOKIE_LIFETIME)
}

/// Hands what is remembered to the form's page, once.
pub async fn recall(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let named = read_cookie(&state.site, request.headers(), COOKIE)
        .filter(|_| request.method() == Method::GET && wants_page(request.headers()));
    let Some(id) = named.and_then(|id| Uuid::parse_str(&id).ok()) else {
        return next.run(request).await;
    };
    let user = request.extensions().get::<CurrentUser>().map(|user| user.id);
    let packed = accounts::find_form(&state.db, user, id).await.ok().flatten();
    let memory = packed.and_then(|packed| packed::unpack::<FormMemory>(&packed));
    let Some(memory) = memory.filter(|memory| memory.page == request.uri().path()) else {
        return next.run(request).await;
    };
    request.extensions_mut().insert(memory);
    let mut response = next.run(request).await;
    append_cookie(response.headers_mut(), &cookie(&state.site, COOKIE, String::new(), Duration::ZERO));
    response
}

/// What the page's request remembers.
pub fn memory() -> FormMemory {
    let parts = use_context::<Parts>();
    let found = parts.as_ref().and_then(|p| p.extensions.get::<FormMemory>());
    found.cloned().unwrap_or_default()
}

/// Who sends a request, as far as what they type is concerned.
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

/// What a form's answer says was wrong.
fn error_of(response: &Response) -> Option<AppError> {
    let location = response.headers().get(header::LOCATION).filter(|_| response.status().is_redirection())?;
    let (_, query) = location.to_str().ok()?.split_once('?')?;
    let (_, error) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "__err")?;
    Some(ServerFnUrlError::decode_err(&error))
}

//! Pages that are rendered as the response to a form, where nothing is stored that a redirect could lead to. When the
//! session is over, or somebody else has logged in with the browser, the response is the login page, which carries the
//! typed fields; once the same person has logged in, they get them back.

use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header, request::Parts},
    response::Response,
};
use leptos::{prelude::use_context, server_fn::ServerFn};

use crate::{
    accounts::{
        api::Login,
        kept_forms::{Carried, fit, pack},
    },
    error::AppError,
    platform::upload::with_error,
    site::{page_owner::page_owner, router::render, state::AppState},
    ui::{CARRIED_FIELD, FormMemory, PageOwner, login_path},
};

/// The URL of a page that is the response to a form: it is served at the form's URL, which is no route of the browser's
/// router.
#[derive(Clone)]
struct Still(String);

/// The URL of the page that is rendered as the response to a form. Such a page is not hydrated.
pub fn still_page() -> Option<String> {
    use_context::<Parts>()?.extensions.get::<Still>().map(|still| still.0.clone())
}

/// The login page, as the response to a form from a person's page; `None` where no page is named.
pub(super) async fn ask_login(
    state: &AppState,
    sent: &Parts,
    page: &str,
    memory: FormMemory,
    error: AppError,
) -> Option<Response> {
    let Some(PageOwner::Person { id: person, .. }) = page_owner(&sent.uri) else { return None };
    let carried = Carried { person, memory: fit(memory) };
    let fields = vec![(CARRIED_FIELD.to_string(), hex::encode(pack(&carried)))];
    let memory = FormMemory { page: "/login".to_string(), action: Login::PATH.to_string(), fields };
    // The login page gives the reason itself.
    Some(answer(state, sent, &login_path(page), None, memory, error).await)
}

/// The login page again, when a login that carried fields failed.
pub(super) async fn ask_again(
    state: &AppState,
    sent: &Parts,
    memory: &FormMemory,
    error: &AppError,
) -> Option<Response> {
    let get = |name| memory.fields.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str());
    get(CARRIED_FIELD).filter(|_| memory.action == Login::PATH)?;
    let page = login_path(get("next").unwrap_or_default());
    Some(answer(state, sent, &page, Some(Login::PATH), memory.clone(), error.clone()).await)
}

/// A page as the response to a form; it shows the error of the form that is sent to `action`.
pub(super) async fn answer(
    state: &AppState,
    sent: &Parts,
    page: &str,
    action: Option<&str>,
    memory: FormMemory,
    error: AppError,
) -> Response {
    let address = action.map_or_else(|| page.to_string(), |action| with_error(page, action, error.clone()));
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = address.parse().unwrap_or_default();
    *request.headers_mut() = sent.headers.clone();
    request.headers_mut().remove(header::CONTENT_LENGTH);
    *request.extensions_mut() = sent.extensions.clone();
    request.extensions_mut().insert(memory);
    request.extensions_mut().insert(Still(page.to_string()));
    let mut response = render(state, request).await;
    *response.status_mut() = StatusCode::from_u16(error.status()).expect("a valid status");
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

//! The body of an answer that no page made: for browsers a small page in their language, for scripts the error as JSON.
//!
//! It needs nothing that may be broken itself: no database, no rendering by Leptos, no file of the site.

use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use leptos::{nonce::Nonce, prelude::*};

use super::body::too_large;
use crate::{
    error::AppError,
    l10n::{Locale, language, t},
};

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto 0;padding:0 1rem}\
                     :root{color-scheme:light dark}";

/// Gives every error without a readable body a page or JSON, by the request's `Accept`.
pub async fn layer(request: Request, next: Next) -> Response {
    let page = wants_page(request.headers());
    let asked = language(request.headers());
    let mut response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_readable(&response, page) {
        return response;
    }
    let error = response.extensions_mut().remove::<AppError>().unwrap_or_else(|| error_of(status));
    let (mut parts, _) = response.into_parts();
    let new = match page {
        // A logged-in person may have chosen another language than their browser's.
        true => page_of(&error, parts.extensions.get::<Locale>().copied().unwrap_or(asked)),
        false => Json(error).into_response(),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let (new_parts, body) = new.into_parts();
    parts.headers.extend(new_parts.headers);
    Response::from_parts(parts, body)
}

/// Whether the client is a browser that shows a page, by its `Accept`.
pub fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|v| v.to_str().is_ok_and(|v| v.contains("text/html")))
}

fn is_readable(response: &Response, page: bool) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || (!page && kind.starts_with("application/json"))
}

/// The error for a status that came without one of ours.
fn error_of(status: StatusCode) -> AppError {
    match status.as_u16() {
        401 => AppError::Unauthorized,
        403 => AppError::Forbidden,
        404 => AppError::NotFound,
        408 => AppError::Offline,
        413 => too_large(),
        429 => AppError::TooMany { seconds: 60 },
        400..500 => AppError::Malformed,
        _ => AppError::Internal,
    }
}

fn page_of(error: &AppError, locale: Locale) -> Response {
    let (title, text, home) = Owner::new().with(|| {
        provide_context(locale);
        let title = if *error == AppError::NotFound { t().not_found_title() } else { t().error_title() };
        (title, error.text(), t().not_found_action())
    });
    let nonce = Nonce::new();
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let html = format!(
        "<!DOCTYPE html><html lang=\"{locale}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <style nonce=\"{nonce}\">{STYLE}</style></head>\
         <body><main><h1>{title}</h1><p>{text}</p><p><a href=\"/jobs\">{home}</a></p></main></body></html>"
    );
    let mut response = Html(html).into_response();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, body::to_bytes, middleware::from_fn, routing::get};
    use tower::ServiceExt;

    use super::*;
    use crate::error::Problem;

    async fn ask(path: &str, accept: &'static str) -> (StatusCode, HeaderMap, String) {
        let site = Router::new()
            .route("/broken", get(|| async { AppError::Internal }))
            .route("/status", get(|| async { (StatusCode::FORBIDDEN, "x") }))
            .route("/refused", get(|| async { AppError::Refused(Problem::Stale) }))
            .route("/page", get(|| async { (StatusCode::NOT_FOUND, Html("ours")) }))
            .route("/fine", get(|| async { "fine" }))
            .layer(from_fn(layer));
        let request = Request::get(path).header(header::ACCEPT, accept).header(header::ACCEPT_LANGUAGE, "de");
        let (parts, body) = site.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, String::from_utf8(body.into()).unwrap())
    }

    #[tokio::test]
    async fn browsers_get_a_page_in_their_language() {
        for (path, status, words) in [
            ("/broken", 500, "Das hat nicht geklappt"),
            ("/status", 403, "Das hat nicht geklappt"),
            ("/nowhere", 404, "<h1>"),
            ("/page", 404, "ours"),
            ("/fine", 200, "fine"),
        ] {
            let (got, headers, text) = ask(path, "text/html,*/*;q=0.8").await;
            assert_eq!(got.as_u16(), status, "{path}");
            assert!(text.contains(words), "{path}: {text}");
            if text.contains("<!DOCTYPE") {
                assert!(text.contains("<html lang=\"de\">"), "{path}: {text}");
                let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
                let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
                assert!(policy.starts_with("default-src 'none';") && text.contains(&format!("nonce=\"{nonce}\"")));
            }
        }
    }

    #[tokio::test]
    async fn scripts_get_the_error() {
        for (path, expected) in [
            ("/broken", AppError::Internal),
            ("/status", AppError::Forbidden),
            ("/nowhere", AppError::NotFound),
            ("/refused", AppError::Refused(Problem::Stale)),
        ] {
            for accept in ["application/json", "*/*"] {
                let (status, _, text) = ask(path, accept).await;
                assert_eq!(serde_json::from_str::<AppError>(&text).unwrap(), expected, "{path} {status}");
            }
        }
    }
}

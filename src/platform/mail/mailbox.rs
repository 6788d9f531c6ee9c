//! `/dev/mail`: the mails of a site without a mail server, for whoever develops or tests it on the same machine.

use std::fmt::Write;

use axum::{
    Json,
    extract::{Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use leptos::nonce::Nonce;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Mail, Mailer, db, layout};
use crate::{
    error::{AppError, internal},
    platform::{Platform, client_addr::client_addr, error_page::wants_page},
};

/// Mails that are listed.
const MAILS: i64 = 100;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem}\
                     :root{color-scheme:light dark}\
                     ul{list-style:none;padding:0}li{border-top:1px solid #8884;padding:.75rem 0;overflow-wrap:anywhere}\
                     p{margin:0}small{opacity:.75}pre{white-space:pre-wrap;font:inherit}";

/// Lets nobody in but clients on this machine, at a site that runs for them alone.
pub async fn layer(State(platform): State<Platform>, request: Request, next: Next) -> Response {
    let here = client_addr(&request, platform.site.proxies).0.is_loopback();
    match here && platform.site.is_local && matches!(*platform.mailer, Mailer::Kept) {
        true => next.run(request).await,
        false => AppError::NotFound.into_response(),
    }
}

/// Which mails are asked for: `?to=ada@example.org`.
#[derive(Deserialize)]
pub struct Asked {
    to: Option<String>,
}

/// A kept mail, as scripts read it.
#[derive(Serialize)]
struct KeptMail {
    id: Uuid,
    at: String,
    text: String,
    #[serde(flatten)]
    mail: Mail,
}

async fn kept(platform: &Platform, to: Option<&str>) -> Result<Vec<KeptMail>, AppError> {
    let rows = db::newest(&platform.db, to, MAILS).await?;
    let read = |(id, json, at): (Uuid, String, chrono::DateTime<chrono::Utc>)| {
        let mail: Mail = serde_json::from_str(&json).map_err(internal)?;
        Ok(KeptMail { id, at: at.format("%Y-%m-%d %H:%M:%S UTC").to_string(), text: layout::plain(&mail), mail })
    };
    rows.into_iter().map(read).collect()
}

/// The newest mails: a page for browsers, JSON for scripts.
pub async fn list(
    State(platform): State<Platform>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let mails = kept(&platform, asked.to.as_deref()).await?;
    if !wants_page(&headers) {
        return Ok(Json(mails).into_response());
    }
    let mut rows = String::new();
    for KeptMail { id, at, text, mail } in mails {
        let [to, subject, text] = [&mail.to, &mail.subject, &text].map(|text| layout::escaped(text));
        _ = write!(
            rows,
            "<li><p><a href=\"/dev/mail/{id}\">{subject}</a></p><p><small>{to} · {at}</small></p>\
             <details><summary>Text</summary><pre>{text}</pre></details></li>"
        );
    }
    if rows.is_empty() {
        rows = "<li>No mail yet.</li>".into();
    }
    let nonce = Nonce::new();
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Development mailbox</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <style nonce=\"{nonce}\">{STYLE}</style></head><body><main><h1>Development mailbox</h1>\
         <p>No mail server is configured (<code>JOBI_SMTP_URL</code>), so mails end here. The newest {MAILS}:</p>\
         <ul>{rows}</ul></main></body></html>"
    );
    Ok(page(html, &format!("style-src 'nonce-{nonce}'")))
}

/// One mail as its reader sees it.
pub async fn show(State(platform): State<Platform>, Path(id): Path<Uuid>) -> Result<Response, AppError> {
    let found = kept(&platform, None).await?.into_iter().find(|mail| mail.id == id).ok_or(AppError::NotFound)?;
    Ok(page(layout::html(&found.mail), "style-src 'unsafe-inline'"))
}

fn page(html: String, styles: &str) -> Response {
    let policy = format!("default-src 'none'; {styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    let mut response = Html(html).into_response();
    let policy = HeaderValue::from_str(&policy).expect("a policy is of visible ASCII");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

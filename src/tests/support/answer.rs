//! Answers, and what a test looks for in them.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
};
use axum_extra::extract::cookie::Cookie;
use base64::{Engine, prelude::BASE64_STANDARD};
use scraper::{ElementRef, Html, Selector};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::AppError;

/// What the site answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Path and query that it answers for.
    pub path: String,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn page(&self) -> Html {
        Html::parse_document(&self.text())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn cookies(&self) -> Vec<Cookie<'static>> {
        let all = self.headers.get_all(header::SET_COOKIE).iter().map(HeaderValue::to_str);
        all.map(|set| Cookie::parse(set.unwrap().to_string()).unwrap()).collect()
    }

    /// The cookie of this name that it sets.
    pub fn cookie(&self, name: &str) -> Option<Cookie<'static>> {
        self.cookies().into_iter().find(|c| c.name() == name)
    }

    /// The value that a server function returned.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{}: {e}: {}", self.path, self.text()))
    }

    /// The error that a server function returned.
    pub fn error(&self) -> AppError {
        self.json()
    }

    /// The texts of what a selector finds, spaces joined.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = self.page();
        let words = |e: ElementRef<'_>| e.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        page.select(&css(selector)).map(words).collect()
    }

    /// The texts of what a selector finds, as they stand there.
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        self.page().select(&css(selector)).map(|e| e.text().collect()).collect()
    }

    /// The values of an attribute of what a selector finds.
    pub fn attrs(&self, selector: &str, attr: &str) -> Vec<String> {
        self.page().select(&css(selector)).filter_map(|e| e.attr(attr)).map(str::to_string).collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.page().select(&css(selector)).next().is_some()
    }

    /// Whether its policy allows every inline script of the page that browsers run, by nonce or hash.
    pub fn scripts_are_allowed(&self) -> bool {
        let policy = self.header("content-security-policy");
        let allows = |script: ElementRef<'_>| match script.attr("nonce") {
            Some(nonce) => policy.contains(&format!("'nonce-{nonce}'")),
            None => {
                let hash = BASE64_STANDARD.encode(Sha256::digest(script.text().collect::<String>()));
                policy.contains(&format!("'sha256-{hash}'"))
            }
        };
        self.page().select(&css("script:not([src], [type='application/ld+json'])")).all(allows)
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        self.page().select(&css("title")).flat_map(|title| title.text()).collect()
    }

    /// The toast that tells what was done.
    pub fn toast(&self) -> String {
        self.texts(".toasts .toast").join(" ")
    }

    /// What is wrong with a field, as it stands beside it.
    pub fn problem(&self, field: &str) -> String {
        self.texts(&format!("#field-{field}-error")).join(" ")
    }

    /// What is wrong with a form as a whole.
    pub fn summary(&self) -> String {
        self.texts(".form__summary > p").join(" ")
    }

    /// Its path without the query.
    pub fn path_only(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }
}

pub fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"))
}

//! Browsers, with JavaScript and without.

use std::{collections::BTreeMap, net::SocketAddr, sync::Mutex, time::Duration};

use axum::{
    Router,
    body::{Body, HttpBody, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header, request},
};
use tower::ServiceExt;
use url::form_urlencoded;

use super::{ORIGIN, ROUTES, answer::Answer, form::Form};
use crate::ui::{OWNER_PARAM, PageOwner};

/// A request that takes longer than this has been forgotten.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser: keeps cookies, sends what browsers send.
pub struct Client {
    router: Router,
    origin: &'static str,
    pub address: SocketAddr,
    jar: Mutex<BTreeMap<String, String>>,
    /// Whom pages are made for with the session cookies that it had when it looked last.
    owner: Mutex<Option<(String, String)>>,
    pub language: &'static str,
    /// Where something is broken on purpose: an answer of 500 or above does not fail the test.
    pub sees_faults: bool,
    /// Of the account that a fixture made.
    pub email: String,
}

/// A file to send.
#[derive(Clone)]
pub struct File {
    pub field: &'static str,
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

impl Client {
    pub(super) fn new(router: Router, origin: &'static str, address: SocketAddr) -> Self {
        Self {
            router,
            origin,
            address,
            jar: Mutex::default(),
            owner: Mutex::default(),
            language: "en",
            sees_faults: false,
            email: String::new(),
        }
    }

    /// Somebody at no site at all.
    pub fn nowhere() -> Self {
        Self::new(Router::new(), ORIGIN, SocketAddr::from(([10, 0, 0, 0], 0)))
    }

    /// A request as this browser makes it, of a page unless headers are added to say otherwise.
    pub fn request(&self, method: Method, path: &str) -> request::Builder {
        let host = self.origin.split_once("://").unwrap().1;
        let jar = self.jar.lock().unwrap();
        let cookies: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(method.clone())
            .uri(path)
            .header(header::HOST, host)
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method != Method::GET {
            request = request.header(header::ORIGIN, self.origin).header("sec-fetch-site", "same-origin");
        }
        request
    }

    /// The address that a page of this browser's would send to: it says for whom the page was made.
    pub async fn owned(&self, to: &str) -> String {
        let says_it = form_urlencoded::parse(to.split_once('?').map_or("", |(_, query)| query).as_bytes())
            .any(|(name, _)| name == OWNER_PARAM);
        if says_it {
            return to.to_string();
        }
        let joint = if to.contains('?') { '&' } else { '?' };
        format!("{to}{joint}{OWNER_PARAM}={}", self.page_owner().await)
    }

    /// Whom a page is made for that this browser opens now; it looks at one when its session has changed.
    async fn page_owner(&self) -> String {
        let session =
            self.jar.lock().unwrap().iter().find(|(name, _)| name.ends_with("jobi")).map(|(n, v)| format!("{n}={v}"));
        let Some(session) = session else { return PageOwner::Nobody.to_string() };
        if let Some((_, owner)) = self.owner.lock().unwrap().as_ref().filter(|(of, _)| *of == session) {
            return owner.clone();
        }
        let request = Request::get("/login").header(header::COOKIE, &session).extension(ConnectInfo(self.address));
        let _others_may = ROUTES.read().await;
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let html = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let html = String::from_utf8_lossy(&html);
        let owner = html.split(&format!("?{OWNER_PARAM}=")).nth(1).and_then(|rest| rest.split('"').next());
        let owner = owner.unwrap_or_else(|| panic!("no form says whose the page is: {html}")).to_string();
        *self.owner.lock().unwrap() = Some((session, owner.clone()));
        owner
    }

    /// Has the next form be one of a page as it is made now: what the session acts for has changed.
    pub fn look_again(&self) {
        *self.owner.lock().unwrap() = None;
    }

    /// Sends a request and keeps the cookies of its answer.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        let path = request.uri().to_string();
        let what = format!("{} {path}", request.method());
        request.extensions_mut().insert(ConnectInfo(self.address));
        if let Some(length) = request.body().size_hint().exact().filter(|length| *length > 0) {
            request.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        }
        let answered = async {
            let _others_may = ROUTES.read().await;
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            (parts, to_bytes(body, usize::MAX).await.unwrap())
        };
        let answered = tokio::time::timeout(PATIENCE, answered).await;
        let (parts, body) = answered.unwrap_or_else(|_| panic!("{what}: no answer in {PATIENCE:?}"));
        let answer = Answer { status: parts.status, headers: parts.headers, body, path };
        assert!(self.sees_faults || !answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text());
        let mut jar = self.jar.lock().unwrap();
        for set in answer.cookies() {
            if set.max_age().is_some_and(|age| age.is_zero()) {
                jar.remove(set.name());
            } else {
                jar.insert(set.name().to_string(), set.value().to_string());
            }
        }
        drop(jar);
        // The session's pages are made for another company from now on.
        if ["/api/act_for", "/api/accept_invitation", "/api/leave_company"].iter().any(|p| answer.path.starts_with(p)) {
            self.look_again();
        }
        answer
    }

    /// A page, as a browser without JavaScript asks for it.
    pub async fn get(&self, path: &str) -> Answer {
        let request = self.request(Method::GET, path).header(header::ACCEPT, "text/html,*/*;q=0.8");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A page that is there.
    pub async fn open(&self, path: &str) -> Answer {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "GET {path} {}", answer.location());
        answer
    }

    /// Follows redirects to a page.
    pub async fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            if !answer.status.is_redirection() {
                return answer;
            }
            let next = answer.location().strip_prefix(self.origin).unwrap_or(answer.location()).to_string();
            answer = self.get(&next).await;
        }
        panic!("redirected in circles to {}", answer.path)
    }

    /// Sends a form without JavaScript from the page `from`; answers with a redirect mostly.
    pub async fn post_form(&self, from: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .request(Method::POST, &self.owned(to).await)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::REFERER, format!("{}{from}", self.origin))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(encode(fields).into()).unwrap()).await
    }

    /// Sends a form with files without JavaScript from the page `from`.
    pub async fn post_files(&self, from: &str, to: &str, fields: &[(&str, &str)], files: &[File]) -> Answer {
        let request = self
            .request(Method::POST, &self.owned(to).await)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::REFERER, format!("{}{from}", self.origin))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=jobi-boundary");
        self.send(request.body(multipart(fields, files).into()).unwrap()).await
    }

    /// Sends a form with files, as the hydrated site does.
    pub async fn call_files(&self, to: &str, fields: &[(&str, &str)], files: &[File]) -> Answer {
        let request = self
            .request(Method::POST, &self.owned(to).await)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=jobi-boundary");
        self.send(request.body(multipart(fields, files).into()).unwrap()).await
    }

    /// Calls a server function, as the hydrated site does.
    pub async fn call(&self, function: &str, fields: &[(&str, &str)]) -> Answer {
        self.call_raw(function, encode(fields)).await
    }

    /// Calls a server function with a body that may be anything.
    pub async fn call_raw(&self, function: &str, body: impl Into<Body>) -> Answer {
        let request = self
            .request(Method::POST, &self.owned(&format!("/api/{function}")).await)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(body.into()).unwrap()).await
    }

    /// The form of a server function on a page. Where there are several, the one whose hidden fields hold what `with`
    /// says.
    pub async fn form(&self, page: &str, function: &str, with: &[(&str, &str)]) -> Form {
        let answer = self.open(page).await;
        Form::find(&answer, function, with).unwrap_or_else(|| panic!("{page} has no form {function} with {with:?}"))
    }

    /// Sends a form with some of its fields filled in, and goes where the answer leads.
    pub async fn submit(&self, form: &Form, fields: &[(&str, &str)]) -> Answer {
        self.submit_files(form, fields, &[]).await
    }

    /// Sends a form by a button of it that leads elsewhere.
    pub async fn press(&self, form: &Form, to: &str, fields: &[(&str, &str)]) -> Answer {
        let filled = form.filled(fields, &[]);
        let filled: Vec<(&str, &str)> = filled.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let answer = self.post_form(&form.page, to, &filled).await;
        self.follow(answer).await
    }

    /// Sends a form with files.
    pub async fn submit_files(&self, form: &Form, fields: &[(&str, &str)], files: &[File]) -> Answer {
        let filled = form.filled(fields, files);
        let filled: Vec<(&str, &str)> = filled.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let answer = match form.multipart {
            true => self.post_files(&form.page, &form.action, &filled, files).await,
            false => self.post_form(&form.page, &form.action, &filled).await,
        };
        self.follow(answer).await
    }

    /// Opens a page, fills a form in, sends it, and goes where the answer leads: all without JavaScript.
    pub async fn fill(&self, page: &str, function: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.form(page, function, fields).await;
        self.submit(&form, fields).await
    }

    /// Logs in by the form.
    pub async fn login(&self, email: &str, password: &str) -> Answer {
        self.fill("/login", "login", &[("email", email), ("password", password)]).await
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar.lock().unwrap().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar.lock().unwrap().insert(name.into(), value.into());
    }

    /// Whether the site knows who this is.
    pub async fn is_logged_in(&self) -> bool {
        self.get("/settings").await.status == StatusCode::OK
    }
}

fn encode(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn multipart(fields: &[(&str, &str)], files: &[File]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--jobi-boundary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").bytes());
        body.extend(format!("{value}\r\n").bytes());
    }
    for File { field, name, bytes } in files {
        let head = format!("Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"");
        body.extend(format!("--jobi-boundary\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--jobi-boundary--\r\n");
    body
}

//! What the tests stand on: a whole [`Site`] on a database of its own, and [`Client`]s that use it as browsers do.
//!
//! `on_both!` runs a test on SQLite and on PostgreSQL. Whatever a test does, an answer of 500 or above fails it.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::body::HttpBody;
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header, request},
};
use axum_extra::extract::cookie::Cookie;
use leptos::prelude::LeptosOptions;
use scraper::{ElementRef, Html, Selector};
use serde::de::DeserializeOwned;
use tempfile::TempDir;
use tokio::sync::RwLock;
use tower::ServiceExt;
use url::form_urlencoded;
use uuid::Uuid;

use super::database::{Database, Engine};
use crate::{
    error::AppError,
    execute, read,
    server::{AppState, files::Files, router::router, state},
};

/// The address of every site under test.
pub const ORIGIN: &str = "http://jobi.test";
/// The password of everybody that a fixture registers.
pub const PASSWORD: &str = "correct horse battery";

/// A request that takes longer than this has been forgotten.
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes two tests of each function: one on SQLite, one on PostgreSQL.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($site:ident: &Site) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn test($site: &$crate::tests::support::Site) $body

            #[test]
            fn sqlite() {
                $crate::tests::support::run($crate::tests::database::Engine::Sqlite, test);
            }

            #[test]
            fn postgres() {
                $crate::tests::support::run($crate::tests::database::Engine::Postgres, test);
            }
        }
    )+};
}

/// Runs a test against a new site.
pub fn run(engine: Engine, test: impl AsyncFnOnce(&Site)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let site = Site::on(engine).await;
        test(&site).await;
        site.state.db.close().await;
        site.database.remove().await;
    });
}

/// Leptos lists a site's routes by rendering all of it, and meanwhile lets no resource of the whole process load;
/// one that begins then never ends (leptos#4773). So routers are made while no request is being answered.
static ROUTES: RwLock<()> = RwLock::const_new(());

async fn new_router(state: AppState) -> Router {
    let _alone = ROUTES.write().await;
    router(state)
}

/// A site of its own: database, files, router.
pub struct Site {
    pub state: AppState,
    router: Router,
    database: Database,
    folder: TempDir,
    clients: AtomicU32,
}

impl Site {
    async fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (database, db) = Database::new(engine, folder.path()).await;
        let root = folder.path().join("site");
        std::fs::create_dir_all(root.join("pkg")).unwrap();
        let state = AppState {
            db,
            files: Files::in_folder(&folder.path().join("files")).unwrap(),
            rates: Arc::default(),
            jobs_cache: Default::default(),
            pages: Default::default(),
            views: Arc::default(),
            site: Arc::new(state::Site { origin: ORIGIN.into(), trust_proxy: false }),
            leptos: LeptosOptions::builder().output_name("jobi").site_root(root.to_string_lossy().as_ref()).build(),
        };
        Self { router: new_router(state.clone()).await, state, database, folder, clients: AtomicU32::new(1) }
    }

    /// Somebody new at the site, with an empty cookie jar and an address of their own.
    pub fn visitor(&self) -> Client {
        self.visitor_of(self.router.clone(), ORIGIN)
    }

    /// Somebody new, who reaches the same site under another address of it.
    pub async fn visitor_at(&self, origin: &'static str) -> Client {
        let site = Arc::new(state::Site { origin: origin.into(), trust_proxy: false });
        self.visitor_of(new_router(AppState { site, ..self.state.clone() }).await, origin)
    }

    fn visitor_of(&self, router: Router, origin: &'static str) -> Client {
        let n = self.clients.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let address = SocketAddr::from(([10, n[1], n[2], n[3]], 50_000));
        Client { router, origin, address, jar: Mutex::default(), language: "en", email: String::new() }
    }

    /// A logged-in seeker, `ada@people.example` by the name of Ada.
    pub async fn register_seeker(&self, name: &str) -> Client {
        let email = format!("{}@people.example", mailbox(name));
        self.register(&[("role", "seeker"), ("name", name), ("email", &email)]).await
    }

    /// The logged-in founder of a company, `acme@companies.example` of Acme.
    pub async fn register_employer(&self, company: &str) -> Client {
        let email = format!("{}@companies.example", mailbox(company));
        let name = format!("Erin of {company}");
        self.register(&[("role", "employer"), ("company", company), ("name", &name), ("email", &email)]).await
    }

    /// Another member of the company that `of` is in.
    pub async fn register_colleague(&self, of: &Client, name: &str) -> Client {
        let colleague = self.register_employer(name).await;
        let company = self.company_of(of).await;
        let user = self.user_of(&colleague).await;
        let mut tx = self.state.db.begin().await.unwrap();
        let statement = "UPDATE company_members SET company_id = $1 WHERE user_id = $2";
        execute!(&mut tx, sqlx::query(statement).bind(company).bind(user)).unwrap();
        tx.commit().await.unwrap();
        colleague
    }

    async fn register(&self, fields: &[(&str, &str)]) -> Client {
        let mut client = self.visitor();
        let answer = client.call("register", &[fields, &[("password", PASSWORD)]].concat()).await;
        assert_eq!(answer.status, StatusCode::OK, "registering {fields:?}: {}", answer.text());
        let email = fields.iter().find(|(name, _)| *name == "email");
        client.email = email.map(|(_, email)| email.to_string()).unwrap_or_default();
        client
    }

    /// The id of a client's account.
    pub async fn user_of(&self, client: &Client) -> Uuid {
        self.id("SELECT id FROM users WHERE email_key = $1", &client.email).await
    }

    /// The id of the company that a client is in.
    pub async fn company_of(&self, client: &Client) -> Uuid {
        let query =
            "SELECT m.company_id FROM company_members m JOIN users u ON u.id = m.user_id WHERE u.email_key = $1";
        self.id(query, &client.email).await
    }

    /// The id that a query finds by a text.
    pub async fn id(&self, query: &'static str, by: &str) -> Uuid {
        read!(&self.state.db, |c| sqlx::query_scalar(query).bind(by.to_string()).fetch_one(c)).expect(query)
    }

    /// The number that a query finds.
    pub async fn count(&self, query: &'static str) -> i64 {
        read!(&self.state.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// The text that a query finds.
    pub async fn found(&self, query: &'static str) -> String {
        read!(&self.state.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// The one id that a query finds.
    pub async fn found_id(&self, query: &'static str) -> Uuid {
        read!(&self.state.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// Changes rows behind the site's back, and tells how many.
    pub async fn change(&self, statement: &'static str) -> u64 {
        let mut tx = self.state.db.begin().await.unwrap();
        let rows = execute!(&mut tx, sqlx::query(statement)).expect(statement);
        tx.commit().await.unwrap();
        self.state.pages.forget();
        rows
    }

    /// How many files are stored of a kind (`resumes`, `logos`).
    pub fn stored_files(&self, kind: &str) -> usize {
        std::fs::read_dir(self.folder.path().join("files").join(kind)).map_or(0, Iterator::count)
    }
}

/// A browser: keeps cookies, sends what browsers send.
pub struct Client {
    router: Router,
    origin: &'static str,
    address: SocketAddr,
    jar: Mutex<BTreeMap<String, String>>,
    pub language: &'static str,
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
    /// Somebody at no site at all.
    pub fn nowhere() -> Self {
        let address = SocketAddr::from(([10, 0, 0, 0], 0));
        Self {
            router: Router::new(),
            origin: ORIGIN,
            address,
            jar: Mutex::default(),
            language: "en",
            email: String::new(),
        }
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
        assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text());
        let mut jar = self.jar.lock().unwrap();
        for set in answer.cookies() {
            if set.max_age().is_some_and(|age| age.is_zero()) {
                jar.remove(set.name());
            } else {
                jar.insert(set.name().to_string(), set.value().to_string());
            }
        }
        drop(jar);
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
            .request(Method::POST, to)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::REFERER, format!("{}{from}", self.origin))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(encode(fields).into()).unwrap()).await
    }

    /// Sends a form with files without JavaScript from the page `from`.
    pub async fn post_files(&self, from: &str, to: &str, fields: &[(&str, &str)], files: &[File]) -> Answer {
        let request = self
            .request(Method::POST, to)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::REFERER, format!("{}{from}", self.origin))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=jobi-boundary");
        self.send(request.body(multipart(fields, files).into()).unwrap()).await
    }

    /// Sends a form with files, as the hydrated site does.
    pub async fn call_files(&self, to: &str, fields: &[(&str, &str)], files: &[File]) -> Answer {
        let request = self
            .request(Method::POST, to)
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
            .request(Method::POST, &format!("/api/{function}"))
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

/// What stands before the `@` of somebody called so.
fn mailbox(name: &str) -> String {
    let plain = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect::<String>();
    plain.to_lowercase().replace(' ', ".")
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

/// A form on a page, with the values it came with.
#[derive(Debug)]
pub struct Form {
    page: String,
    action: String,
    multipart: bool,
    values: Vec<(String, String)>,
    /// Every name that can be sent, files and unchecked boxes too.
    names: Vec<String>,
    hidden: Vec<(String, String)>,
}

impl Form {
    /// The first form of a page that posts to a function (or to a path) and holds these hidden values.
    pub fn find(answer: &Answer, function: &str, with: &[(&str, &str)]) -> Option<Self> {
        let page = answer.page();
        let forms: Vec<Self> = page
            .select(&css("form[method=post]"))
            .map(|form| Self::read(&answer.path, form))
            .filter(|form| form.action == function || form.action == format!("/api/{function}"))
            .collect();
        let fits = |form: &Self| {
            let contradicts = |(n, v): &(String, String)| with.iter().any(|(wn, wv)| n == wn && v != wv);
            !form.hidden.iter().any(contradicts)
        };
        forms.into_iter().find(fits)
    }

    fn read(page: &str, form: ElementRef<'_>) -> Self {
        let mut found = Self {
            page: page.to_string(),
            action: form.attr("action").unwrap_or(page).to_string(),
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            values: Vec::new(),
            names: Vec::new(),
            hidden: Vec::new(),
        };
        for control in form.select(&css("input[name], textarea[name], select[name], button[name]")) {
            let name = control.attr("name").unwrap_or_default().to_string();
            let value = control.attr("value").unwrap_or_default().to_string();
            found.names.push(name.clone());
            match (control.value().name(), control.attr("type").unwrap_or_default()) {
                ("button", _) | ("input", "file") => {}
                ("input", "checkbox" | "radio") if control.attr("checked").is_none() => {}
                ("input", "hidden") => {
                    found.hidden.push((name.clone(), value.clone()));
                    found.values.push((name, value));
                }
                ("textarea", _) => found.values.push((name, control.text().collect())),
                ("select", _) => {
                    let chosen = control.select(&css("option[selected]")).next();
                    let chosen = chosen.or_else(|| control.select(&css("option")).next());
                    let value = chosen.and_then(|o| o.attr("value")).unwrap_or_default();
                    found.values.push((name, value.to_string()));
                }
                _ => found.values.push((name, value)),
            }
        }
        found
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// What is sent: the values given instead of those the form came with. A field that the form does not have cannot
    /// be filled in.
    fn filled(&self, fields: &[(&str, &str)], files: &[File]) -> Vec<(String, String)> {
        for name in fields.iter().map(|(name, _)| *name).chain(files.iter().map(|file| file.field)) {
            assert!(self.names.iter().any(|n| n == name), "the form {} has no field {name}", self.action);
        }
        let kept = self.values.iter().filter(|(name, _)| !fields.iter().any(|(given, _)| given == name)).cloned();
        kept.chain(fields.iter().map(|(n, v)| (n.to_string(), v.to_string()))).collect()
    }
}

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

    /// The values of an attribute of what a selector finds.
    pub fn attrs(&self, selector: &str, attr: &str) -> Vec<String> {
        self.page().select(&css(selector)).filter_map(|e| e.attr(attr)).map(str::to_string).collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.page().select(&css(selector)).next().is_some()
    }

    /// The toast that tells what was done.
    pub fn toast(&self) -> String {
        self.texts(".toast").join(" ")
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

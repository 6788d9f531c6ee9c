//! What the tests stand on: a whole [`Site`] on a database of its own, and [`Client`]s that use it as browsers do.
//!
//! `on_both!` runs a test on SQLite and on PostgreSQL. Whatever a test does, an answer of 500 or above fails it.

mod answer;
mod authenticator;
mod client;
mod form;
mod proxy;
mod smtp;
mod socket;

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::{Router, http::StatusCode};
use leptos::prelude::LeptosOptions;
use tempfile::TempDir;
use tokio::{sync::RwLock, time::timeout};
use uuid::Uuid;

pub use self::{
    answer::{Answer, css},
    authenticator::{Key, Phone},
    client::{Client, File},
    form::Form,
    proxy::Proxy,
    smtp::{MailServer, Mood},
    socket::Socket,
};
use super::database::{Database, Engine};
use crate::{
    accounts::Email,
    db::Db,
    execute,
    live::bus::Bus,
    platform::{
        Platform,
        files::Files,
        mail::{self, Mail, Mailer},
        queue,
        rates::Rates,
        site,
    },
    read,
    site::{background, clearing, router::router, state::AppState},
};

/// The address of every site under test.
pub const ORIGIN: &str = "http://jobi.test";
/// The address of a client on the site's own machine.
const HERE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 50_000);
/// The password of everybody that a fixture registers.
pub const PASSWORD: &str = "correct horse battery";

/// What is to come does so within this.
const PATIENCE: Duration = Duration::from_secs(30);

/// Makes two tests of each function: one on SQLite, one on PostgreSQL.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($site:ident: &Site) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "a test may name nothing of what is around it")]
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
        site.state.platform.db.close().await;
        site.database.remove().await;
    });
}

/// Waits until a query finds so many; fails where that does not come.
pub async fn until(site: &Site, query: &'static str, number: i64) {
    let so = async { while site.count(query).await != number {} };
    timeout(PATIENCE, so).await.unwrap_or_else(|_| panic!("not {number}: {query}"));
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
    pub database: Database,
    folder: TempDir,
    clients: AtomicU32,
}

impl Site {
    async fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = Database::new(engine, folder.path()).await;
        Self::over_database(folder, made).await
    }

    /// A site on a database that a test has made in a folder.
    pub async fn over_database(folder: TempDir, (database, db, bus): (Database, Db, Bus)) -> Self {
        let root = folder.path().join("site");
        std::fs::create_dir_all(root.join("pkg")).unwrap();
        let platform = Platform {
            rates: Arc::new(Rates::default().with_nodes(&db)),
            db,
            files: Files::in_folder(&folder.path().join("files"), 0).unwrap(),
            mailer: Arc::new(Mailer::Kept),
            site: Arc::new(at(ORIGIN)),
        };
        let leptos = LeptosOptions::builder().output_name("jobi").site_root(root.to_string_lossy().as_ref()).build();
        let state = AppState::new(platform, bus, leptos);
        Self { router: new_router(state.clone()).await, state, database, folder, clients: AtomicU32::new(1) }
    }

    pub(super) fn router(&self) -> Router {
        self.router.clone()
    }

    /// Somebody new at the site, with an empty cookie jar and an address of their own.
    pub fn visitor(&self) -> Client {
        self.visitor_of(self.router.clone(), ORIGIN)
    }

    /// Somebody new, who reaches the same site under another address of it.
    pub async fn visitor_at(&self, origin: &'static str) -> Client {
        let platform = Platform { site: Arc::new(at(origin)), ..self.state.platform.clone() };
        let state = AppState::new(platform, self.state.bus.clone(), self.state.leptos.clone());
        self.visitor_of(new_router(state).await, origin)
    }

    /// Somebody new at another node of the same site.
    pub async fn visitor_over(&self, line: &(Db, Bus)) -> Client {
        self.visitor_of(new_router(self.over(line)).await, ORIGIN)
    }

    /// Somebody who is logged in at the same site where something is broken, or another line to its database.
    pub async fn at_risk(&self, state: AppState, who: &Client) -> Client {
        let mut client = self.visitor_of(new_router(state).await, ORIGIN);
        client.sees_faults = true;
        client.email = who.email.clone();
        client.login(&who.email, PASSWORD).await;
        client
    }

    /// The state of the same site over another line to its database.
    pub fn over(&self, (db, bus): &(Db, Bus)) -> AppState {
        let rates = Arc::new(Rates::default().with_nodes(db));
        let platform = Platform { db: db.clone(), rates, ..self.state.platform.clone() };
        AppState::new(platform, bus.clone(), self.state.leptos.clone())
    }

    /// What the site stands on, with another way for mails.
    pub fn platform_with(&self, mailer: Arc<Mailer>) -> Platform {
        Platform { mailer, ..self.state.platform.clone() }
    }

    /// Somebody new at the same site, whose mails go another way.
    pub async fn visitor_with(&self, mailer: Arc<Mailer>) -> Client {
        let state = AppState::new(self.platform_with(mailer), self.state.bus.clone(), self.state.leptos.clone());
        self.visitor_of(new_router(state).await, ORIGIN)
    }

    /// Somebody new, in the same network as somebody else.
    pub fn visitor_beside(&self, other: &Client) -> Client {
        Client::new(self.router.clone(), ORIGIN, other.address)
    }

    /// Somebody new on the machine that the site runs on.
    pub fn visitor_here(&self) -> Client {
        Client::new(self.router.clone(), ORIGIN, HERE)
    }

    /// The same, where mails go another way.
    pub async fn visitor_here_with(&self, mailer: Arc<Mailer>) -> Client {
        let state = AppState::new(self.platform_with(mailer), self.state.bus.clone(), self.state.leptos.clone());
        Client::new(new_router(state).await, ORIGIN, HERE)
    }

    /// Does what is queued.
    pub async fn work_queue(&self) {
        queue::work_due(&self.state.platform, &background::task_handlers()).await.unwrap();
    }

    /// The mails that an address has got, the newest first, once what is queued is done.
    pub async fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.work_queue().await;
        // As the site writes it.
        let address = Email::parse(address).map_or_else(|_| address.to_string(), |email| email.as_str().to_string());
        let kept = mail::newest(&self.state.platform.db, Some(&address), 100).await.unwrap();
        let read = |(_, json, _): &(Uuid, String, _)| serde_json::from_str::<Mail>(json).unwrap();
        kept.iter().map(read).collect()
    }

    /// Where the button of the newest mail leads that an address has got, below the site's origin.
    pub async fn link_to(&self, address: &str) -> String {
        let mail = self.mails_to(address).await.into_iter().next().expect("a mail");
        let (_, link) = mail.action.expect("a button");
        link.strip_prefix(ORIGIN).expect("a link to the site").to_string()
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.state.platform.db.engine, crate::db::Engine::Postgres(_))
    }

    /// The address of its database.
    pub fn database_url(&self) -> String {
        self.database.url(self.folder.path())
    }

    /// Where a stored file is.
    pub fn file_path(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    fn visitor_of(&self, router: Router, origin: &'static str) -> Client {
        let n = self.clients.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let address = SocketAddr::from(([10, n[1], n[2], n[3]], 50_000));
        Client::new(router, origin, address)
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
        let mut tx = self.state.platform.db.begin().await.unwrap();
        for statement in [
            "UPDATE company_members SET company_id = $1 WHERE user_id = $2",
            "UPDATE sessions SET company_id = $1 WHERE user_id = $2",
        ] {
            execute!(&mut tx, sqlx::query(statement).bind(company).bind(user)).unwrap();
        }
        tx.commit().await.unwrap();
        colleague
    }

    /// Another member of the company that `of` is in, with this role.
    pub async fn register_member(&self, of: &Client, name: &str, role: &str) -> Client {
        let member = self.register_colleague(of, name).await;
        let user = self.user_of(&member).await;
        let mut tx = self.state.platform.db.begin().await.unwrap();
        let statement = "UPDATE company_members SET role = $1 WHERE user_id = $2";
        execute!(&mut tx, sqlx::query(statement).bind(role.to_string()).bind(user)).unwrap();
        tx.commit().await.unwrap();
        member
    }

    /// Has a member work on a posting.
    pub async fn put_on_team(&self, member: &Client, posting: Uuid) {
        let user = self.user_of(member).await;
        let mut tx = self.state.platform.db.begin().await.unwrap();
        let statement = "INSERT INTO posting_team (posting_id, user_id, created_at) VALUES ($1, $2, $3)";
        execute!(&mut tx, sqlx::query(statement).bind(posting).bind(user).bind(crate::db::now())).unwrap();
        tx.commit().await.unwrap();
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
        read!(&self.state.platform.db, |c| sqlx::query_scalar(query).bind(by.to_string()).fetch_one(c)).expect(query)
    }

    /// The number that a query finds by a text.
    pub async fn number(&self, query: &'static str, by: &str) -> i64 {
        read!(&self.state.platform.db, |c| sqlx::query_scalar(query).bind(by.to_string()).fetch_one(c)).expect(query)
    }

    /// Sets a number behind the site's back.
    pub async fn set_number(&self, statement: &'static str, number: i64) {
        let mut tx = self.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query(statement).bind(number)).expect(statement);
        tx.commit().await.unwrap();
    }

    /// The number that a query finds.
    pub async fn count(&self, query: &'static str) -> i64 {
        read!(&self.state.platform.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// The text that a query finds.
    pub async fn found(&self, query: &'static str) -> String {
        read!(&self.state.platform.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// The one id that a query finds.
    pub async fn found_id(&self, query: &'static str) -> Uuid {
        read!(&self.state.platform.db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query)
    }

    /// Changes rows behind the site's back, and tells how many.
    pub async fn change(&self, statement: &'static str) -> u64 {
        let mut tx = self.state.platform.db.begin().await.unwrap();
        let rows = execute!(&mut tx, sqlx::query(statement)).expect(statement);
        tx.commit().await.unwrap();
        self.state.platform.db.freshness.change_all();
        rows
    }

    /// How many files are stored of a kind (`resumes`, `logos`), once those are gone that are to go.
    pub fn stored_files(&self, kind: &str) -> usize {
        let gone = async { clearing::delete_due(&self.state).await.unwrap() };
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(gone));
        std::fs::read_dir(self.folder.path().join("files").join(kind)).map_or(0, Iterator::count)
    }
}

fn at(origin: &str) -> site::Site {
    site::Site { origin: origin.into(), is_local: true, test_clock: true, ..site::Site::default() }
}

/// What stands before the `@` of somebody called so.
fn mailbox(name: &str) -> String {
    let plain = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect::<String>();
    plain.to_lowercase().replace(' ', ".")
}

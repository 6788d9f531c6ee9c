//! The log of security events: every one is there, with whom it is about, and nothing that anybody typed.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, Mutex, OnceLock},
};

use axum::http::{Method, header};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
};

use super::{
    fixtures::{NewPosting, pdf_file},
    support::*,
};
use crate::{accounts::Settings, platform::audit::TARGET};

/// The fields of an event by their names.
type Line = BTreeMap<String, String>;

/// What all tests of this process have logged.
static LOG: LazyLock<Mutex<Vec<Line>>> = LazyLock::new(Mutex::default);

struct Recorder;

impl<S: Subscriber> Layer<S> for Recorder {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == TARGET {
            let mut line = Fields(Line::new());
            event.record(&mut line);
            line.0.insert("level".into(), event.metadata().level().to_string());
            LOG.lock().unwrap().push(line.0);
        }
    }
}

struct Fields(Line);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().into(), value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.insert(field.name().into(), format!("{value:?}"));
    }
}

/// Records what is logged from here on.
fn record() {
    static STARTED: OnceLock<()> = OnceLock::new();
    STARTED.get_or_init(|| {
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(Recorder)).expect("the first one");
    });
}

/// What was logged that is about these, as `event outcome`, since the last time.
fn told(whom: &[&str]) -> Vec<String> {
    let mut log = LOG.lock().unwrap();
    let is_theirs = |line: &Line| whom.iter().any(|who| line["user"] == *who || line["address"] == *who);
    let found = log.iter().filter(|line| is_theirs(line)).map(|l| format!("{} {}", l["event"], l["outcome"])).collect();
    log.retain(|line| !is_theirs(line));
    found
}

on_both! {
    async fn what_becomes_of_an_account_is_logged(site: &Site) {
        record();
        let ada = site.register_seeker("Ada").await;
        let user = site.user_of(&ada).await.to_string();
        let told = || told(&[&user]);
        assert_eq!(told(), ["registration done"]);
        let phone = site.visitor();
        phone.login(&ada.email, "wrong\npassword").await;
        phone.login(&ada.email, PASSWORD).await;
        assert_eq!(told(), ["login failed", "login done"]);
        ada.fill("/settings", "save_account", &[("name", "Ada L.")]).await;
        assert_eq!(told(), [""; 0], "a name is nothing of that");
        ada.fill("/settings", "save_account", &[("email", "new@people.example"), ("email_password", "wrong")]).await;
        ada.fill("/settings", "save_account", &[("email", "new@people.example"), ("email_password", PASSWORD)]).await;
        assert_eq!(told(), ["password_check failed", "email_change done"]);
        ada.fill("/settings", "change_password", &[("old_password", PASSWORD), ("password", "a new good one")]).await;
        assert_eq!(told(), ["password_change done"]);
        phone.login("new@people.example", "a new good one").await;
        assert_eq!(told(), ["login done"]);
        let sessions = ada.call("load_settings", &[]).await.json::<Settings>().sessions;
        let other = sessions.iter().find(|session| !session.current).unwrap().id.to_string();
        ada.fill("/settings", "end_session", &[("id", &other)]).await;
        phone.login("new@people.example", "a new good one").await;
        assert_eq!(told(), ["session_end done", "login done"]);
        phone.fill("/settings", "logout", &[]).await;
        assert_eq!(told(), ["logout done"]);
        ada.fill("/settings", "delete_account", &[("delete_password", "a new good one")]).await;
        assert_eq!(told(), ["account_deletion done"]);
    }

    async fn what_is_refused_is_logged(site: &Site) {
        record();
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let (user, employer) = (site.user_of(&ada).await.to_string(), site.user_of(&acme).await.to_string());
        let posting = site.post(&acme, NewPosting::default()).await;
        told(&[&user, &employer]);

        let none = uuid::Uuid::now_v7().to_string();
        acme.get("/resumes").await;
        assert_eq!(told(&[&employer]), ["role_needed refused"], "a page");
        acme.call("load_resumes", &[]).await;
        assert_eq!(told(&[&employer]), ["role_needed refused"], "a call");
        acme.post_form("/employer", "/api/delete_resume", &[("id", &none)]).await;
        assert_eq!(told(&[&employer]), ["role_needed refused"], "a form");
        acme.call_files(&posting.apply_path(), &[], &[pdf_file("cv.pdf")]).await;
        assert_eq!(told(&[&employer]), ["role_needed refused"], "an upload");

        let foreign = acme.request(Method::POST, "/api/load_bell?for=nobody");
        acme.send(foreign.body("".into()).unwrap()).await;
        assert_eq!(told(&[&employer]), ["other_persons_page refused"]);

        let stranger = site.visitor();
        let address = stranger.address.ip().to_string();
        stranger.get("/settings").await;
        stranger.call("load_settings", &[]).await;
        stranger.post_form("/settings", "/api/save_account", &[]).await;
        assert_eq!(told(&[&address]), ["login_needed refused"; 3]);
        let mut forged = stranger.request(Method::POST, "/api/logout");
        forged.headers_mut().unwrap().insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        forged.headers_mut().unwrap().insert("sec-fetch-site", "cross-site".parse().unwrap());
        stranger.send(forged.body("".into()).unwrap()).await;
        assert_eq!(told(&[&address]), ["foreign_form refused"]);
        for _ in 0..12 {
            stranger.call("login", &[("email", "no\r\nbody@people.example"), ("password", "secret word")]).await;
        }
        let (failed, limited) = (["login failed"; 10], ["rate_limit refused"; 2]);
        assert_eq!(told(&[&address]), [&failed[..], &limited[..]].concat());
        stranger.post_form("/login", "/api/login", &[("email", "no\r\nbody@people.example"), ("password", "x")]).await;
        assert_eq!(told(&[&address]), ["rate_limit refused"]);
    }

    async fn nothing_that_was_typed_is_in_it(site: &Site) {
        record();
        let ada = site.register_seeker("Ada").await;
        ada.login("forged\n2026 INFO login", "secret-word").await;
        ada.get("/settings/%0aforged").await;
        ada.call("change_password", &[("old_password", "secret-word"), ("password", "secret-word")]).await;
        let log = LOG.lock().unwrap();
        assert!(!log.is_empty());
        for line in log.iter() {
            assert_eq!(line.keys().map(String::as_str).collect::<Vec<_>>(), ["address", "event", "level", "message", "outcome", "user"]);
            assert_eq!(line["level"], "INFO");
            let plain = |text: &String| text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.:".contains(c));
            assert!(line.values().all(plain), "{line:?}");
        }
    }
}

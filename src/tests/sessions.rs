//! The session cookie, and how sessions begin, last and end.

use axum::http::StatusCode;
use axum_extra::extract::cookie::SameSite;
use chrono::{DateTime, TimeDelta, Utc};

use super::support::*;
use crate::{
    accounts::{Session, Settings},
    db::now,
    error::AppError,
    read,
};

async fn sessions_of(client: &Client) -> Vec<Session> {
    client.call("load_settings", &[]).await.json::<Settings>().sessions
}

async fn expiry(site: &Site) -> DateTime<Utc> {
    let query = "SELECT expires_at FROM sessions";
    read!(&site.state.platform.db, |c| sqlx::query_scalar(query).fetch_one(c)).unwrap()
}

/// Makes the one session look as if it had begun some time ago, and had not been used since.
async fn age(site: &Site, by: TimeDelta) {
    let begun = now() - by;
    let mut tx = site.state.platform.db.begin().await.unwrap();
    let update = "UPDATE sessions SET created_at = $1, seen_at = $1, expires_at = $2";
    crate::execute!(&mut tx, sqlx::query(update).bind(begun).bind(begun + TimeDelta::days(30))).unwrap();
    tx.commit().await.unwrap();
}

on_both! {
    async fn the_cookie_is_kept_from_scripts_and_other_sites(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let answer = site.visitor().call("login", &[("email", &ada.email), ("password", PASSWORD)]).await;
        let cookie = answer.cookie("jobi").expect("a plain name over http");
        assert_eq!(cookie.http_only(), Some(true));
        assert_eq!(cookie.same_site(), Some(SameSite::Lax));
        assert_eq!(cookie.path(), Some("/"));
        assert_eq!(cookie.domain(), None);
        assert_ne!(cookie.secure(), Some(true), "a browser would not keep it over http");
        assert_eq!(cookie.max_age().unwrap().whole_days(), 30);
        assert_eq!(cookie.value().len(), 64, "256 bits in hex");
    }

    async fn over_https_the_cookie_is_bound_to_the_host(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let visitor = site.visitor_at("https://jobi.test").await;
        let page = visitor.login(&ada.email, PASSWORD).await;
        assert_eq!(page.header("strict-transport-security"), "max-age=31536000");
        let answer = visitor.call("login", &[("email", &ada.email), ("password", PASSWORD)]).await;
        let cookie = answer.cookie("__Host-jobi").expect("a bound name over https");
        assert_eq!((cookie.secure(), cookie.path(), cookie.domain()), (Some(true), Some("/"), None));
        assert!(visitor.is_logged_in().await);
        assert_eq!(site.visitor().open("/").await.header("strict-transport-security"), "", "not over http");
    }

    async fn the_database_holds_no_token(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let token = ada.cookie("jobi").unwrap();
        let stored: Vec<u8> = {
            let query = "SELECT token_hash FROM sessions";
            read!(&site.state.platform.db, |c| sqlx::query_scalar(query).fetch_one(c)).unwrap()
        };
        assert_eq!(stored.len(), 32);
        assert_ne!(hex::encode(&stored), token);
        let thief = site.visitor();
        thief.set_cookie("jobi", &hex::encode(&stored));
        assert!(!thief.is_logged_in().await, "what is stored opens nothing");
    }

    async fn a_login_makes_a_new_token_and_the_old_one_is_dead(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let old = ada.cookie("jobi").unwrap();
        ada.login(&ada.email, PASSWORD).await;
        assert_ne!(ada.cookie("jobi").unwrap(), old);
        let thief = site.visitor();
        thief.set_cookie("jobi", &old);
        assert!(!thief.is_logged_in().await);
        assert_eq!(thief.cookie("jobi"), None, "a dead cookie is taken away");
        assert_eq!(site.count("SELECT COUNT(*) FROM sessions").await, 1);
    }

    /// What a page had sent before its session's token was renewed must not take the new one from the browser.
    async fn only_pages_take_a_dead_cookie_away(site: &Site) {
        let visitor = site.visitor();
        visitor.set_cookie("jobi", &"0".repeat(64));
        assert!(visitor.call("load_bell", &[]).await.cookies().is_empty());
        assert!(visitor.get("/jobs").await.cookie("jobi").is_some_and(|cookie| cookie.value().is_empty()));
    }

    async fn a_token_of_ones_own_making_is_nothing(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for token in ["", "x", &"0".repeat(64), &"f".repeat(5000), "%00", "'; DROP TABLE sessions; --"] {
            let visitor = site.visitor();
            visitor.set_cookie("jobi", token);
            assert!(!visitor.is_logged_in().await);
        }
        assert!(ada.is_logged_in().await);
    }

    async fn use_does_not_prolong_a_session(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        age(site, TimeDelta::days(29)).await;
        let end = expiry(site).await;
        let page = ada.open("/settings").await;
        assert!(page.cookie("jobi").is_none(), "nor does the cookie live on");
        let shown = crate::l10n::format::day(end);
        assert!(page.texts(".session-row")[0].ends_with(&format!("ends at the latest on {shown} Log out")), "{shown}");
        assert_eq!(expiry(site).await, end);
        let seen = "SELECT seen_at FROM sessions";
        let seen: DateTime<Utc> = read!(&site.state.platform.db, |c| sqlx::query_scalar(seen).fetch_one(c)).unwrap();
        assert!(now() - seen < TimeDelta::minutes(5), "but it is noted");
    }

    async fn a_session_runs_out(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        age(site, TimeDelta::days(30)).await;
        assert!(!ada.is_logged_in().await);
        assert_eq!(ada.cookie("jobi"), None);
        crate::accounts::sweep(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM sessions").await, 0);
    }

    async fn a_logout_ends_the_session_at_once(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let token = ada.cookie("jobi").unwrap();
        let page = ada.fill("/jobs", "logout", &[]).await;
        assert_eq!((page.path.as_str(), page.toast().as_str()), ("/?done=logged-out", "You are logged out."));
        assert_eq!(ada.cookie("jobi"), None);
        let thief = site.visitor();
        thief.set_cookie("jobi", &token);
        assert!(!thief.is_logged_in().await);
        assert_eq!(site.visitor().call("logout", &[]).await.status, StatusCode::OK, "nobody logs out in peace");
    }

    async fn one_sees_and_ends_ones_sessions(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let phone = site.visitor();
        phone.login(&ada.email, PASSWORD).await;
        let sessions = sessions_of(&ada).await;
        assert_eq!(sessions.len(), 2);
        assert_eq!(sessions.iter().filter(|s| s.current).count(), 1);
        assert!(sessions.iter().all(|s| s.user_agent.contains("Firefox") && s.ip.starts_with("10.")));
        let page = ada.open("/settings").await;
        assert_eq!(page.texts(".session-row").len(), 2);
        assert!(page.texts(".session-row")[0].contains("Firefox, Linux"));

        let other = sessions.iter().find(|s| !s.current).unwrap().id.to_string();
        let page = ada.fill("/settings", "end_session", &[("id", &other)]).await;
        assert_eq!(page.toast(), "The session has ended.");
        assert!(!phone.is_logged_in().await);
        assert!(ada.is_logged_in().await);

        let own = sessions.iter().find(|s| s.current).unwrap().id.to_string();
        let page = ada.fill("/settings", "end_session", &[("id", &own)]).await;
        assert_eq!(page.path, "/?done=logged-out");
        assert!(!ada.is_logged_in().await);
    }

    async fn nobody_ends_anothers_session(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let foreign = sessions_of(&ada).await[0].id.to_string();
        let missing = uuid::Uuid::now_v7().to_string();
        let answers = [bob.call("end_session", &[("id", &foreign)]).await, bob.call("end_session", &[("id", &missing)]).await];
        for answer in &answers {
            assert_eq!((answer.status, answer.error()), (StatusCode::NOT_FOUND, AppError::NotFound));
        }
        assert_eq!(answers[0].body, answers[1].body);
        assert_eq!(bob.call("end_session", &[("id", "1")]).await.status, StatusCode::BAD_REQUEST);
        assert!(ada.is_logged_in().await);
        assert_eq!(site.visitor().call("end_session", &[("id", &foreign)]).await.status, StatusCode::UNAUTHORIZED);
    }
}

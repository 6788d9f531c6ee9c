//! Databases and disks that break: the request is told so, reads go on, and afterwards everything works.

use std::time::Duration;

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::postgres::PgConnectOptions;
use uuid::Uuid;

use super::{
    database::Engine,
    fixtures::{NewPosting, pdf_file},
    support::*,
};
use crate::{
    db::{Db, Engine as Open, Tx, line::ANSWER_TIME, now},
    error::AppError,
    execute,
    live::bus::Bus,
    platform::readiness::Readiness,
    site::database::open,
    write_in,
};

/// So long these tests wait for an answer that does not come.
const SOON: Duration = Duration::from_secs(2);

/// A transaction that has written something, and its id.
async fn begun(db: &Db) -> (Tx, Uuid) {
    let (mut tx, id) = (db.begin().await.unwrap(), Uuid::now_v7());
    insert(&mut tx, id, "begun").await.unwrap();
    (tx, id)
}

async fn insert(tx: &mut Tx, id: Uuid, packed: &str) -> Result<(), AppError> {
    let insert = "INSERT INTO kept_forms (id, owner, packed, created_at) VALUES ($1, 'nobody', $2, $3)";
    execute!(tx, sqlx::query(insert).bind(id).bind(packed.as_bytes()).bind(now()))?;
    Ok(())
}

/// Whether a row was kept.
async fn is_kept(db: &Db, id: Uuid) -> bool {
    let mut tx = db.begin().await.unwrap();
    let found: i64 = write_in!(&mut tx, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM kept_forms WHERE id = $1").bind(id).fetch_one(c)
    })
    .unwrap();
    tx.commit().await.unwrap();
    found > 0
}

/// Keeps everybody else from writing until it ends, and nobody from reading.
async fn hold(site: &Site) -> Tx {
    let (db, _) = open(&site.database_url(), Duration::from_secs(60)).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    if tx.is_postgres() {
        let lock = "LOCK TABLE users, sessions, resumes, applications, kept_forms, probes IN EXCLUSIVE MODE";
        execute!(&mut tx, sqlx::query(lock)).unwrap();
    }
    tx
}

on_both! {
    async fn a_transaction_that_nobody_ends_is_rolled_back(site: &Site) {
        let db = &site.state.platform.db;
        let (tx, dropped) = begun(db).await;
        drop(tx);
        assert!(!is_kept(db, dropped).await, "dropped");

        let panicking = tokio::spawn({
            let db = db.clone();
            async move {
                let (_tx, id) = begun(&db).await;
                std::panic::panic_any(id);
            }
        });
        let id = *panicking.await.unwrap_err().into_panic().downcast::<Uuid>().unwrap();
        assert!(!is_kept(db, id).await, "a panic");

        let (tell, told) = tokio::sync::oneshot::channel();
        let cancelled = tokio::spawn({
            let db = db.clone();
            async move {
                let (_tx, id) = begun(&db).await;
                tell.send(id).unwrap();
                std::future::pending::<()>().await;
            }
        });
        let id = told.await.unwrap();
        cancelled.abort();
        assert!(!is_kept(db, id).await, "cancelled");

        let (tx, committed) = begun(db).await;
        tx.commit().await.unwrap();
        assert!(is_kept(db, committed).await);
    }

    async fn a_rollback_or_commit_that_fails_stops_nobody_else(site: &Site) {
        // What a full disk does: the database has ended the transaction, and nobody has told sqlx.
        let db = &site.state.platform.db;
        for commits in [false, true, false, true] {
            let (mut tx, id) = begun(db).await;
            execute!(&mut tx, sqlx::query("ROLLBACK")).unwrap();
            if commits {
                let committed = tx.commit().await;
                // PostgreSQL only warns.
                assert!(committed.is_err() || matches!(db.engine, Open::Postgres(_)));
            } else {
                drop(tx);
            }
            assert!(!is_kept(db, id).await);
            assert!(Readiness::default().check(db).await);
        }
    }

    async fn while_nothing_can_be_written_everything_is_read(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let application = ada.apply(&posting).await;
        let resume = site.found_id("SELECT resume_id FROM applications").await;
        let db = open(&site.database_url(), SOON).await.unwrap();
        let state = site.over(&db);
        let ada = site.at_risk(state.clone(), &ada).await;
        let acme = site.at_risk(state.clone(), &acme).await;
        let mut tx = site.state.platform.db.begin().await.unwrap();
        let long_ago = now() - TimeDelta::hours(2);
        execute!(&mut tx, sqlx::query("UPDATE sessions SET seen_at = $1").bind(long_ago)).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ada.get("/readyz").await.status, StatusCode::OK);

        let held = hold(site).await;
        let page = format!("/resumes/{resume}");
        let id = resume.to_string();
        let renamed = ada.call("rename_resume", &[("id", &id), ("name", "Better")]).await;
        assert_eq!((renamed.status, renamed.error()), (StatusCode::SERVICE_UNAVAILABLE, AppError::Unavailable));
        assert_eq!(renamed.header("retry-after"), "5");
        let back = ada.fill(&page, "rename_resume", &[("name", "Better")]).await;
        assert_eq!(back.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(back.summary().contains("does not work at the moment"), "{}", back.summary());
        assert_eq!(back.attrs("input[name=name]", "value"), ["Better"], "what was typed stands in the answer itself");
        // The session is not renewed, and the candidate not noted as seen.
        acme.open(&format!("/employer/candidates/{application}")).await;
        ada.open("/applications").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE seen_at IS NOT NULL").await, 0);
        assert!(!Readiness::default().check(&db.0).await);

        drop(held);
        while !Readiness::default().check(&db.0).await {}
        let page = ada.fill(&page, "rename_resume", &[("name", "Better")]).await;
        assert_eq!(page.texts("h1"), ["Better"]);
        acme.open(&format!("/employer/candidates/{application}")).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE seen_at IS NOT NULL").await, 1);
        assert_eq!(ada.get("/readyz").await.status, StatusCode::OK);
        db.0.close().await;
    }

    async fn whether_it_is_ready_is_written_once_a_second_however_often_it_is_asked(site: &Site) {
        let ready = Readiness::default();
        assert!(ready.check(&site.state.platform.db).await);
        let written = "SELECT COUNT(DISTINCT written_at) FROM probes";
        assert_eq!(site.count(written).await, 1);
        let held = hold(site).await;
        let asked = futures::future::join_all((0..200).map(|_| ready.check(&site.state.platform.db))).await;
        assert!(asked.contains(&true), "the last answer stands for a while");
        drop(held);
    }
}

#[test]
fn a_disk_that_is_full_is_told_and_keeps_nobody_from_writing_later() {
    run(Engine::Sqlite, async |site: &Site| {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let ada = site.at_risk(site.state.clone(), &ada).await;
        let Open::Sqlite { write, .. } = &site.state.platform.db.engine else { panic!("not SQLite") };
        // No page is free, and there are no more than these.
        sqlx::query("VACUUM").execute(write).await.unwrap();
        sqlx::query("PRAGMA max_page_count = 1").execute(write).await.unwrap();
        let letter = "I would like to. ".repeat(300);
        let fields = [("name", "Ada"), ("email", "ada@people.example"), ("letter", letter.as_str())];
        let full = ada.call_files(&posting.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        assert_eq!((full.status, full.error()), (StatusCode::INSUFFICIENT_STORAGE, AppError::NoSpace));
        assert_eq!(full.header("retry-after"), "60");
        ada.open(&posting.path()).await;
        let sent = ada.call_files(&posting.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    });
}

#[test]
fn what_breaks_at_the_commit_is_told_and_keeps_nobody_from_writing_later() {
    run(Engine::Sqlite, async |site: &Site| {
        let db = &site.state.platform.db;
        let mut tx = db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("PRAGMA defer_foreign_keys = ON")).unwrap();
        let nobody = "INSERT INTO profiles (user_id, updated_at) VALUES (x'00', '')";
        execute!(&mut tx, sqlx::query(nobody)).unwrap();
        assert!(tx.commit().await.is_err());
        assert_eq!(site.count("SELECT COUNT(*) FROM profiles").await, 0);
        assert!(Readiness::default().check(db).await);
    });
}

/// A site on PostgreSQL whose database is behind something that may break.
async fn behind(proxy: &Proxy, site: &Site) -> (Db, Bus) {
    let mut url = url::Url::parse(&site.database_url()).unwrap();
    url.set_port(Some(proxy.port)).unwrap();
    open(url.as_str(), ANSWER_TIME).await.unwrap()
}

async fn proxy(site: &Site) -> Proxy {
    let server: PgConnectOptions = site.database_url().parse().unwrap();
    let address = (server.get_host(), server.get_port());
    Proxy::to(tokio::net::lookup_host(address).await.unwrap().next().unwrap()).await
}

async fn rename(client: &Client, resume: &str) -> StatusCode {
    client.call("rename_resume", &[("id", resume), ("name", "Better")]).await.status
}

#[test]
fn connections_that_are_cut_are_opened_anew() {
    run(Engine::Postgres, async |site: &Site| {
        let proxy = proxy(site).await;
        let db = behind(&proxy, site).await;
        let ada = site.register_seeker("Ada").await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let ada = site.at_risk(site.over(&db), &ada).await;
        for _ in 0..3 {
            assert_eq!(rename(&ada, &resume).await, StatusCode::OK);
            proxy.cut();
            ada.open("/resumes").await;
            site.database.end_connections().await;
            ada.open("/resumes").await;
        }
        db.0.close().await;
    });
}

#[test]
fn a_line_that_swallows_everything_is_told_and_works_again_when_it_does() {
    run(Engine::Postgres, async |site: &Site| {
        let proxy = proxy(site).await;
        let db = behind(&proxy, site).await;
        let ada = site.register_seeker("Ada").await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let ada = site.at_risk(site.over(&db), &ada).await;
        assert_eq!(rename(&ada, &resume).await, StatusCode::OK);
        // Many connections, all of which will be dead.
        let all = futures::future::join_all((0..8).map(|_| ada.open("/resumes"))).await;
        assert_eq!(all.len(), 8);
        proxy.swallow();
        let (read, written) = tokio::join!(ada.get("/resumes"), rename(&ada, &resume));
        assert_eq!((read.status, written), (StatusCode::SERVICE_UNAVAILABLE, StatusCode::SERVICE_UNAVAILABLE));
        assert_eq!(read.header("retry-after"), "5");
        assert_eq!(ada.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
        proxy.restore();
        assert_eq!(rename(&ada, &resume).await, StatusCode::OK, "at once");
        ada.open("/resumes").await;
        assert!(Readiness::default().check(&db.0).await);
        db.0.close().await;
    });
}

#[test]
fn a_server_that_only_reads_is_told_and_left_when_another_writes() {
    run(Engine::Postgres, async |site: &Site| {
        let ada = site.register_seeker("Ada").await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let db = open(&site.database_url(), ANSWER_TIME).await.unwrap();
        let ada = site.at_risk(site.over(&db), &ada).await;
        site.database.set_read_only(true).await;
        site.database.end_connections().await;
        ada.open("/resumes").await;
        assert_eq!(rename(&ada, &resume).await, StatusCode::SERVICE_UNAVAILABLE);
        ada.open("/resumes").await;
        assert!(!Readiness::default().check(&db.0).await);
        // The connections that there are stay as they are.
        site.database.set_read_only(false).await;
        assert_eq!(rename(&ada, &resume).await, StatusCode::OK);
        assert!(Readiness::default().check(&db.0).await);
        db.0.close().await;
    });
}

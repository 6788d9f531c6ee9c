//! Files and rows stay together, and take no more than there is room for.

use std::{
    fs,
    sync::Arc,
    time::{Duration, SystemTime},
};

use axum::http::StatusCode;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, attached, pdf_file},
    support::*,
};
use crate::{
    db::now,
    error::{AppError, Problem},
    execute,
    messages::MessageProblem,
    platform::{Platform, files::Files},
    site::{
        clearing::{self, Found},
        state::AppState,
    },
};

const PENDING: &str = "SELECT COUNT(*) FROM file_deletions";

/// Makes a stored file older than those that the daily look leaves alone.
fn age(site: &Site, name: &str) {
    let file = fs::File::options().write(true).open(site.file_path(name)).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(25 * 60 * 60)).unwrap();
}

/// Writes a file that no row names.
fn stray(site: &Site, name: &str) -> String {
    fs::write(site.file_path(name), "stray").unwrap();
    name.to_string()
}

/// Ada has applied at Acme; the application, and the resume that she sent.
async fn applied(site: &Site) -> (Client, Client, String, Uuid) {
    let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
    let posting = site.post(&acme, NewPosting::default()).await;
    let application = ada.apply(&posting).await.to_string();
    let resume = site.found_id("SELECT resume_id FROM applications").await;
    (ada, acme, application, resume)
}

/// Opens their conversation.
async fn talk(site: &Site, ada: &Client, application: &str) -> String {
    ada.call("open_conversation", &[("application", application)]).await;
    let id = site.found_id("SELECT id FROM conversations").await;
    format!("/messages/{id}/send")
}

async fn send_file(client: &Client, to: &str) -> Answer {
    client.call_files(to, &[("id", &Uuid::new_v4().to_string())], &[attached("cv.pdf")]).await
}

on_both! {
    async fn a_file_that_cannot_be_deleted_is_not_forgotten(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let file = site.found("SELECT file FROM resumes").await;
        // A folder in its place cannot be removed as a file.
        let path = site.file_path(&file);
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(ada.call("delete_resume", &[("id", &resume)]).await.status, StatusCode::OK);
        clearing::delete_due(&site.state).await.unwrap();
        assert_eq!(site.count(PENDING).await, 1);
        fs::remove_dir(&path).unwrap();
        fs::write(&path, "back").unwrap();
        let mut tx = site.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("UPDATE file_deletions SET due_at = $1").bind(now())).unwrap();
        tx.commit().await.unwrap();
        clearing::delete_due(&site.state).await.unwrap();
        assert_eq!((site.count(PENDING).await, path.exists()), (0, false));
    }

    async fn what_was_refused_deletes_nothing(site: &Site) {
        let (ada, _, _, resume) = applied(site).await;
        let (eve, id) = (site.register_seeker("Eve").await, resume.to_string());
        assert_eq!(eve.call("delete_resume", &[("id", &id)]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.count(PENDING).await, 0);
        ada.open(&format!("/resumes/{resume}/file")).await;
    }

    async fn a_resume_is_erased_when_nobody_may_read_it(site: &Site) {
        let (ada, acme, application, resume) = applied(site).await;
        let (id, path) = (resume.to_string(), format!("/resumes/{resume}/file"));
        ada.call("delete_resume", &[("id", &id)]).await;
        acme.open(&path).await;
        assert_eq!(site.stored_files("resumes"), 1, "the company has it");
        ada.call("withdraw_application", &[("id", &application)]).await;
        assert_eq!(acme.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.stored_files("resumes"), 0);
        ada.open(&format!("/applications/{application}")).await;
    }

    async fn a_resume_of_a_withdrawn_application_is_erased_with_its_owners_copy(site: &Site) {
        let (ada, _, application, resume) = applied(site).await;
        ada.call("withdraw_application", &[("id", &application)]).await;
        assert_eq!(site.stored_files("resumes"), 1, "its owner has it");
        ada.open(&format!("/resumes/{resume}/file")).await;
        ada.call("delete_resume", &[("id", &resume.to_string())]).await;
        assert_eq!(site.stored_files("resumes"), 0);
    }

    async fn once_a_day_files_and_rows_are_compared(site: &Site) {
        let (ada, acme, application, _) = applied(site).await;
        let to = talk(site, &ada, &application).await;
        for sent in [&ada, &acme] {
            assert_eq!(send_file(sent, &to).await.status, StatusCode::OK);
        }
        let sent = site.found("SELECT MIN(file) FROM attachments").await;
        let resume = site.found("SELECT file FROM resumes").await;
        // What an upload leaves that broke off looks like the last of these.
        let strays = ["resumes/0.pdf", "messages/0.png", "resumes/0.pdf#1"].map(|name| stray(site, name));
        strays.iter().chain([&sent, &resume]).for_each(|name| age(site, name));
        let young = stray(site, "resumes/1.pdf");
        fs::remove_file(site.file_path(&sent)).unwrap();
        let found = clearing::reconcile(&site.state).await.unwrap();
        assert_eq!(found, Found { orphans: 3, missing: 1 });
        assert!(strays.iter().all(|name| !site.file_path(name).exists()));
        assert!(site.file_path(&young).exists() && site.file_path(&resume).exists());
    }

    async fn the_files_of_another_database_are_left_alone(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        ada.upload_resume(pdf_file("cv.pdf")).await;
        for n in 2..32 {
            let name = stray(site, &format!("resumes/{n}.pdf"));
            age(site, &name);
        }
        assert_eq!(clearing::reconcile(&site.state).await.unwrap(), Found::default());
        assert_eq!(site.stored_files("resumes"), 31);
    }

    async fn an_account_and_a_company_have_room_for_so_much(site: &Site) {
        let (ada, acme, application, _) = applied(site).await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let to = talk(site, &ada, &application).await;
        for sent in [&ada, &acme] {
            assert_eq!(send_file(sent, &to).await.status, StatusCode::OK);
        }
        let megabyte = 1024 * 1024;
        site.set_number("UPDATE attachments SET size = $1 WHERE company_id IS NULL", 500 * megabyte).await;
        assert_eq!(send_file(&ada, &to).await.error(), AppError::field("files", Problem::QuotaFull(500)));
        assert_eq!(send_file(&acme, &to).await.status, StatusCode::OK);
        site.set_number("UPDATE attachments SET size = $1 WHERE company_id IS NOT NULL", 2_500 * megabyte).await;
        assert_eq!(send_file(&colleague, &to).await.error(), AppError::field("files", MessageProblem::CompanyQuotaFull(5_000)));
        assert_eq!(site.stored_files("messages"), 3);
        site.set_number("UPDATE resumes SET size = $1", 200 * megabyte).await;
        let refused = ada.call_files("/resumes/upload", &[], &[pdf_file("cv.pdf")]).await;
        assert_eq!(refused.error(), AppError::field("file", Problem::QuotaFull(200)));
        assert_eq!(site.stored_files("resumes"), 1);
    }

    async fn no_file_is_taken_when_the_disk_is_nearly_full(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let folder = site.file_path("");
        let files = Files::in_folder(&folder, u64::MAX >> 20).unwrap();
        let full = AppState { platform: Platform { files, ..site.state.platform.clone() }, readiness: Arc::default(), ..site.state.clone() };
        let ada = site.at_risk(full, &ada).await;
        let refused = ada.call_files("/resumes/upload", &[], &[pdf_file("cv.pdf")]).await;
        assert_eq!((refused.status, refused.error()), (StatusCode::INSUFFICIENT_STORAGE, AppError::NoSpace));
        let form = ada.form("/resumes", "/resumes/upload", &[]).await;
        let page = ada.submit_files(&form, &[], &[pdf_file("cv.pdf")]).await;
        assert!(page.summary().contains("no room left"), "{}", page.summary());
        assert_eq!(site.stored_files("resumes"), 0);
    }
}

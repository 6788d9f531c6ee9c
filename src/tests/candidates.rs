//! Candidates: people as one company knows them.

use super::{
    fixtures::{NewPosting, pdf_file},
    support::*,
};

/// What companies know, a line each.
const KNOWN: &str = "SELECT COALESCE(string_agg(line, '; '), '') FROM (
    SELECT co.name || ': ' || c.name || ', ' || c.email || ', ' || c.email_key || ', ' || c.phone || ', ' || c.place || ', '
        || c.source || CASE WHEN c.consent_at IS NULL THEN '' ELSE ', agreed' END
        || CASE WHEN c.user_id IS NULL THEN ', gone' ELSE '' END AS line
    FROM candidates c JOIN companies co ON co.id = c.company_id ORDER BY co.name, c.id) lines";

async fn open_all(site: &Site) -> (i64, i64) {
    (
        site.count("SELECT COUNT(*) FROM applications WHERE candidate_id IS NULL").await,
        site.count("SELECT COUNT(*) FROM conversations WHERE candidate_id IS NULL").await,
    )
}

on_both! {
    async fn each_company_knows_a_person_once_by_what_was_sent_to_it(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let ada = site.register_seeker("Ada").await;
        ada.fill("/profile", "save_profile", &[("place", "Graz")]).await;
        let first = site.post(&acme, NewPosting::default()).await;
        let second = site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        let other = site.post(&beta, NewPosting::default()).await;
        let question = [("slug", &*other.slug), ("id", &*uuid::Uuid::new_v4().to_string()), ("text", "Is it far?")];
        assert!(ada.call("ask_company", &question).await.status.is_success());
        let one = ada.apply(&first).await;
        let fields = [("name", "A. Lovelace"), ("email", "Ada@Elsewhere.example"), ("phone", "+49 30 123456"), ("letter", "")];
        let sent = ada.call_files(&second.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        assert!(sent.status.is_success(), "{}", sent.text());
        let knows = "Acme: A. Lovelace, Ada@Elsewhere.example, ada@elsewhere.example, +49 30 123456, Graz, application, agreed; \
                     Beta: Ada, , , , , question";
        assert_eq!(site.found(KNOWN).await, knows);
        acme.call("open_conversation", &[("application", &one.to_string())]).await;
        assert_eq!(open_all(site).await, (0, 0), "all hang on a candidate");
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 2);

        ada.fill(&format!("/applications/{one}"), "withdraw_application", &[]).await;
        assert_eq!(site.found(KNOWN).await, knows, "another application stands");
        let two = site.found_id("SELECT id FROM applications WHERE outcome = 'active'").await;
        ada.fill(&format!("/applications/{two}"), "withdraw_application", &[]).await;
        let left = "Acme: A. Lovelace, , , , , application, agreed; Beta: Ada, , , , , question";
        assert_eq!(site.found(KNOWN).await, left);
    }

    async fn a_deleted_account_is_no_longer_known(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ada.apply(&posting).await;
        let gone = ada.call("delete_account", &[("delete_password", PASSWORD)]).await;
        assert!(gone.status.is_success(), "{}", gone.text());
        assert_eq!(site.found(KNOWN).await, "Acme: , , , , , application, agreed, gone");
        assert_eq!(open_all(site).await, (0, 0), "its application still hangs on it");
        site.register_seeker("Ada").await.apply(&posting).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 2, "somebody new");
    }

    /// A company's people and the seeker begin the same conversation while another application is sent.
    async fn at_once_it_is_one(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let (first, second) = (site.post(&acme, NewPosting::default()).await, site.post(&acme, NewPosting::default()).await);
        let one = ada.apply(&first).await.to_string();
        for _ in 0..3 {
            let begin = [("application", one.as_str())];
            let fields = [("name", "Ada"), ("email", "ada@people.example"), ("letter", "")];
            let (path, file) = (second.apply_path(), [pdf_file("cv.pdf")]);
            let (a, b, c) = tokio::join!(
                acme.call("open_conversation", &begin),
                ada.call("open_conversation", &begin),
                ada.call_files(&path, &fields, &file),
            );
            assert!(a.status.is_success() && b.status.is_success(), "{} {}", a.text(), b.text());
            assert!(c.status.is_success() || c.status.as_u16() == 409, "{}", c.text());
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM conversations").await, 1);
        assert_eq!(open_all(site).await, (0, 0));
    }
}

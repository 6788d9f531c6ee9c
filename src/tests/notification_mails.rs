//! Mails about notifications: sent for what is not read, once, and as the person wants them.

use axum::http::{Method, StatusCode, header};

use super::{fixtures::NewPosting, support::*};

/// Sends a message in the conversation about an application.
async fn say(client: &Client, conversation: uuid::Uuid, text: &str) {
    let id = uuid::Uuid::new_v4().to_string();
    let sent = client.call_files(&format!("/messages/{conversation}/send"), &[("id", &id), ("text", text)], &[]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
}

async fn talk(site: &Site, ada: &Client, acme: &Client) -> (uuid::Uuid, uuid::Uuid) {
    let posting = site.post(acme, NewPosting::default()).await;
    let application = ada.apply(&posting).await;
    ada.call("open_conversation", &[("application", &application.to_string())]).await;
    (application, site.found_id("SELECT id FROM conversations").await)
}

/// Lets the time pass that notifications wait to be read.
async fn later(site: &Site) {
    site.change("UPDATE queue SET run_at = created_at").await;
    // Text on SQLite, a time on PostgreSQL: an older one than any in this test on both.
    site.change("UPDATE notifications SET created_at = (SELECT created_at FROM long_ago)").await;
}

async fn make_long_ago(site: &Site) {
    site.change("CREATE TABLE long_ago AS SELECT created_at FROM users LIMIT 1").await;
    let statement = match site.is_postgres() {
        true => "UPDATE long_ago SET created_at = '2020-01-01T00:00:00Z'",
        false => "UPDATE long_ago SET created_at = '2020-01-01T00:00:00.000000+00:00'",
    };
    site.change(statement).await;
}

/// Subjects of an address' mails about notifications, the oldest first.
async fn told(site: &Site, client: &Client) -> Vec<String> {
    let mut mails = site.mails_to(&client.email).await;
    mails.retain(|mail| mail.unsubscribe.is_some());
    mails.reverse();
    mails.into_iter().map(|mail| mail.subject).collect()
}

on_both! {
    async fn what_is_not_read_is_mailed_once(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        make_long_ago(site).await;
        let (_, conversation) = talk(site, &ada, &acme).await;
        assert_eq!(told(site, &acme).await, ["Ada Lovelace applied for Gardener"], "at once");
        for text in ["One", "Two", "Three"] {
            say(&acme, conversation, text).await;
        }
        assert_eq!(told(site, &ada).await, [""; 0], "it waits to be read");
        later(site).await;
        assert_eq!(told(site, &ada).await, ["3 new messages from Acme about Gardener"]);
        say(&acme, conversation, "Four").await;
        later(site).await;
        assert_eq!(told(site, &ada).await.len(), 1, "until it is read");
        ada.open(&format!("/messages/{conversation}")).await;
        ada.call("mark_read", &[("conversation", &conversation.to_string()), ("seq", "4")]).await;
        say(&acme, conversation, "Five").await;
        later(site).await;
        assert_eq!(told(site, &ada).await.len(), 2);
    }

    async fn what_is_read_in_time_is_not_mailed(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        make_long_ago(site).await;
        let (_, conversation) = talk(site, &ada, &acme).await;
        say(&acme, conversation, "One").await;
        ada.call("mark_read", &[("conversation", &conversation.to_string()), ("seq", "1")]).await;
        later(site).await;
        assert_eq!(told(site, &ada).await, [""; 0]);
        assert_eq!(site.count("SELECT COUNT(*) FROM queue").await, 0);
    }

    async fn mails_are_switched_off_by_kind(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        make_long_ago(site).await;
        let save = async |fields: &[(&str, &str)]| {
            let saved = acme.call("save_notification_settings", fields).await;
            assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        };
        save(&[("kinds[]", "applied"), ("rhythm", "at_once")]).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        ada.apply(&posting).await;
        later(site).await;
        assert_eq!(told(site, &acme).await, [""; 0]);
        save(&[("mails[]", "applied"), ("rhythm", "at_once")]).await;
        let bob = site.register_seeker("Bob").await;
        bob.apply(&posting).await;
        assert_eq!(told(site, &acme).await, ["Ada Lovelace applied for Gardener"], "by mail alone");
    }

    async fn one_click_ends_mails_without_a_login(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ada.apply(&posting).await;
        let mail = site.mails_to(&acme.email).await.into_iter().find(|mail| mail.unsubscribe.is_some()).unwrap();
        let link = mail.unsubscribe.unwrap();
        let path = link.strip_prefix(ORIGIN).unwrap();
        let visitor = site.visitor();
        let page = visitor.open(path).await;
        assert!(page.text().contains("You get mails about: "), "{}", page.text());
        let off = "SELECT COUNT(*) FROM notification_settings WHERE NOT mail";
        assert_eq!(site.count(off).await, 0, "opening it changes nothing");
        let done = visitor.fill(path, "end_mails", &[]).await;
        assert_eq!(done.toast(), "You get no more of these mails.");
        assert_eq!(site.count(off).await, 1);
        site.change("DELETE FROM notification_settings").await;
        // As mail programs do it: no cookie, no origin.
        let mut request = site.visitor().request(Method::POST, path);
        for name in ["origin", "sec-fetch-site", "referer"] {
            request.headers_mut().unwrap().remove(name);
        }
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = site.visitor().send(request.body("List-Unsubscribe=One-Click".into()).unwrap()).await;
        assert_eq!((answer.status, site.count(off).await), (StatusCode::OK, 1));
        site.change("DELETE FROM notification_settings").await;
        let mut request = site.visitor().request(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let headers = request.headers_mut().unwrap();
        headers.insert("origin", "https://mail.example".parse().unwrap());
        headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
        let answer = site.visitor().send(request.body("List-Unsubscribe=One-Click".into()).unwrap()).await;
        assert_eq!((answer.status, site.count(off).await), (StatusCode::OK, 1), "from a mail program in a browser");
        let bob = site.register_seeker("Bob").await;
        bob.apply(&posting).await;
        assert_eq!(told(site, &acme).await, ["Ada Lovelace applied for Gardener"], "and no more");
        for nobodys in ["/unsubscribe?token=x&kind=applied", "/unsubscribe?token=&kind=", "/unsubscribe"] {
            assert!(site.visitor().open(nobodys).await.text().contains("This link belongs to nobody"), "{nobodys}");
        }
    }

    async fn a_digest_tells_what_was_not_read(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let fields =
            [("kinds[]", "applied"), ("mails[]", "applied"), ("rhythm", "daily"), ("quiet_from", ""), ("quiet_to", "")];
        acme.call("save_notification_settings", &fields).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        ada.apply(&posting).await;
        let bob = site.register_seeker("Bob").await;
        bob.apply(&posting).await;
        assert_eq!(told(site, &acme).await, [""; 0]);
        assert_eq!(site.count("SELECT COUNT(*) FROM queue WHERE kind = 'digest'").await, 1, "it waits for the morning");
        site.change("UPDATE queue SET run_at = created_at").await;
        assert_eq!(told(site, &acme).await, ["One thing that you have not seen yet"]);
        let mails = site.mails_to(&acme.email).await;
        let link = mails.into_iter().find(|mail| mail.subject.starts_with("One thing")).unwrap().unsubscribe.unwrap();
        let path = link.strip_prefix(ORIGIN).unwrap();
        let done = site.visitor().fill(path, "end_mails", &[]).await;
        assert_eq!(done.toast(), "You get no more of these mails.");
        assert!(!done.has("button[type=submit].button--primary"), "{}", done.text());
        site.register_seeker("Cem").await.apply(&posting).await;
        told(site, &acme).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM queue WHERE kind = 'digest'").await, 0, "no summary any more");
    }

    async fn what_is_not_shown_on_the_site_is_mailed_whatever_the_rhythm(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        acme.call("save_notification_settings", &[("mails[]", "applied"), ("rhythm", "daily")]).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        ada.apply(&posting).await;
        assert_eq!(told(site, &acme).await, ["Ada Lovelace applied for Gardener"]);
    }

    async fn quiet_hours_are_from_and_to(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let save = async |from: &str, to: &str| {
            ada.call("save_notification_settings", &[("rhythm", "at_once"), ("quiet_from", from), ("quiet_to", to)]).await
        };
        assert_eq!(save("22", "").await.error(), crate::error::AppError::field("quiet_to", crate::error::Problem::Required));
        assert_eq!(save("24", "3").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(save("22", "7").await.status, StatusCode::OK);
        let page = ada.open("/settings/notifications").await;
        assert_eq!(page.attrs("select[name=quiet_from] option[selected]", "value"), ["22"]);
    }
}

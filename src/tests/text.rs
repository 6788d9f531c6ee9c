//! What somebody wrote is text on every page, and stands in its field as it was written.

use std::collections::BTreeSet;

use super::{
    house,
    routes::{page_table, world},
    support::*,
};
use crate::{execute, messages::MAX_TEXT};

/// Texts that are no longer what they were where a page writes them as they are.
const NASTY: [&str; 5] = [
    "</textarea></title></script><meta http-equiv=refresh content=\"0;url=https://evil.example\"><b data-evil>",
    "\"'><b data-evil>` data-evil='",
    "https://x.example/?id=5&region=de&lt;b data-evil&gt;&amp;lt;&#60;",
    "\n\n  <!-- first lines are empty\n--><b data-evil>",
    "one\ntwo \u{2028}\u{2029}\\u003c/script>\\'\\\" \u{202e}<b data-evil",
];

/// Every column that holds what somebody wrote. A text without line ends goes where lines have a meaning.
const COLUMNS: &[(&str, bool)] = &[
    ("UPDATE users SET name = $1", false),
    ("UPDATE companies SET name = $1, site = $1, city = $1, size = $1", false),
    ("UPDATE companies SET about = $1", true),
    ("UPDATE postings SET title = $1, city = $1, region = $1, skills = $1", false),
    ("UPDATE postings SET description = $1", true),
    (
        "UPDATE profiles SET headline = $1, place = $1, phone = $1, skills = $1, links = $1, titles = $1, places = $1",
        false,
    ),
    ("UPDATE profiles SET about = $1", true),
    ("UPDATE resumes SET name = $1", false),
    ("UPDATE applications SET name = $1, email = $1, phone = $1", false),
    ("UPDATE applications SET letter = $1", true),
    ("UPDATE messages SET text = $1, sender_name = $1", true),
    ("UPDATE conversations SET last_text = $1", true),
    ("UPDATE attachments SET name = $1", false),
    ("UPDATE notifications SET title = $1, name = $1", false),
    ("UPDATE sessions SET user_agent = $1", false),
];

async fn put(site: &Site, statement: &'static str, text: &str) {
    let mut tx = site.state.platform.db.begin().await.unwrap();
    execute!(&mut tx, sqlx::query(statement).bind(text)).expect(statement);
    tx.commit().await.unwrap();
    site.state.platform.db.freshness.change_all();
}

/// The names of a page's text areas and what they hold, as a browser reads them.
fn areas(answer: &Answer) -> Vec<(String, String)> {
    let page = answer.page();
    let area = |e: scraper::ElementRef<'_>| (e.attr("name").unwrap().to_string(), e.text().collect());
    let all: Vec<_> = page.select(&css("textarea")).map(area).collect();
    assert_eq!(all.len(), answer.text().matches("<textarea").count(), "{}", answer.path);
    all
}

/// Nothing that somebody wrote has become part of the page.
fn assert_harmless(answer: &Answer) {
    let page = answer.page();
    assert!(page.select(&css("[data-evil], meta[http-equiv]")).next().is_none(), "{}: {}", answer.path, answer.text());
    let scripts: Vec<String> = page.select(&css("script")).map(|script| script.text().collect()).collect();
    let broken = |script: &String| script.contains("data-evil") && script.contains('<');
    assert!(!scripts.iter().any(broken), "{}: {}", answer.path, answer.text());
}

on_both! {
    async fn what_was_written_is_text_on_every_page(site: &Site) {
        let world = world(site).await;
        let [_, ada, _, acme, _] = &world.people;
        // Rows that the pages show.
        ada.fill("/profile", "save_profile", &[("headline", "x")]).await;
        let areas_of = [
            (ada, "/profile".to_string(), vec!["about", "skills", "links"]),
            (ada, format!("/messages/edit/{}", world.message), vec!["text"]),
            (acme, "/employer/company".into(), vec!["about"]),
            (acme, format!("/employer/postings/{}", world.open.id), vec!["description"]),
        ];
        for nasty in NASTY {
            let line = nasty.replace('\n', " ").trim().to_string();
            for (statement, lines) in COLUMNS {
                put(site, statement, if *lines { nasty } else { &line }).await;
            }
            for (_, path, _) in page_table(&world) {
                for client in &world.people {
                    let answer = client.get(&path).await;
                    if answer.header("content-type").starts_with("text/html") {
                        assert_harmless(&answer);
                        areas(&answer);
                    }
                }
            }
            for (client, path, names) in &areas_of {
                let of = |name: &str| if ["skills", "links"].contains(&name) { line.clone() } else { nasty.to_string() };
                let held = areas(&client.open(path).await);
                for name in names {
                    assert!(held.contains(&(name.to_string(), of(name))), "{path} {name}: {held:?}");
                }
            }
            // Behind the number of what is unread.
            let title = acme.open(&format!("/employer/candidates/{}", world.application)).await.title();
            assert!(title.ends_with(&format!(") {line} · Jobi")), "{title}");
        }
    }

    async fn what_was_typed_comes_back_as_it_was(site: &Site) {
        let world = world(site).await;
        let [_, ada, bob, acme, _] = &world.people;
        ada.fill("/profile", "save_profile", &[("headline", "x")]).await;
        let (apply, ask) = (world.open.apply_path(), format!("{}/ask", world.open.path()));
        let (thread, edit) = (format!("/messages/{}", world.conversation), format!("/messages/edit/{}", world.message));
        let send = format!("{thread}/send");
        let posting = format!("/employer/postings/{}", world.open.id);
        // Each form with a field that is wrong, so that it comes back.
        let long = |text: &str| text.to_string() + &" x".repeat(MAX_TEXT);
        let forms = [
            (ada, "/profile", "save_profile", vec!["about", "skills", "links"], ("phone", "call me")),
            (acme, "/employer/company", "save_company", vec!["about"], ("name", "")),
            (acme, "/employer/postings/new", "save_posting", vec!["description"], ("title", "")),
            (acme, &posting, "save_posting", vec!["description"], ("title", "")),
            (bob, &apply, &apply, vec!["letter"], ("name", "")),
            (bob, &ask, "ask_company", vec!["text"], ("", "")),
            (ada, &thread, &send, vec!["text"], ("", "")),
            (ada, &thread, "report_conversation", vec!["reason"], ("", "")),
            (ada, &edit, "edit_message", vec!["text"], ("", "")),
        ];
        let mut tried = BTreeSet::new();
        for nasty in NASTY.iter().map(|text| text.replace('\n', "\r\n")).chain(["\r\n\r\n".into()]) {
            for (client, path, function, names, wrong) in &forms {
                let text = if wrong.0.is_empty() { long(&nasty) } else { nasty.clone() };
                let mut fields: Vec<_> = names.iter().map(|name| (*name, text.as_str())).collect();
                fields.extend(Some(*wrong).filter(|(name, _)| !name.is_empty()));
                let answer = client.fill(path, function, &fields).await;
                assert!(answer.path.contains("__err="), "{path}: {}", answer.path);
                assert_harmless(&answer);
                let held = areas(&answer);
                for name in names {
                    assert!(held.contains(&(name.to_string(), text.clone())), "{path} {name}: {held:?}");
                    tried.insert(name.to_string());
                }
            }
        }
        assert_eq!(tried, house::text_areas(), "every field of several lines is tried here");
    }

    async fn what_was_written_is_stored_as_it_was(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for nasty in NASTY.map(str::trim).into_iter().filter(|text| !text.contains('\u{2028}')) {
            ada.fill("/profile", "save_profile", &[("about", nasty)]).await;
            for _ in 0..2 {
                let form = ada.form("/profile", "save_profile", &[]).await;
                assert_eq!(form.value("about"), Some(nasty), "opening and saving changes nothing");
                ada.submit(&form, &[]).await;
            }
        }
    }
}

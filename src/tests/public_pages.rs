//! Pages that are the same for everybody: kept, compressed, and dropped when what they show changes.

use std::{io::Read, time::Duration};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::{
    fixtures::{NewPosting, Posting},
    support::*,
};
use crate::site::database::open;

/// The version of a page that a visitor has.
async fn version(visitor: &Client, path: &str) -> String {
    let page = visitor.open(path).await;
    assert_eq!(page.header("cache-control"), "no-cache", "{path}");
    let version = page.header("etag").to_string();
    assert!(version.len() > 10, "{path}: {version}");
    version
}

async fn ask(visitor: &Client, path: &str, name: header::HeaderName, value: &str) -> Answer {
    let request = visitor.request(Method::GET, path).header(header::ACCEPT, "text/html").header(name, value);
    visitor.send(request.body(Body::empty()).unwrap()).await
}

async fn encoded(visitor: &Client, path: &str, accepted: &str) -> Answer {
    ask(visitor, path, header::ACCEPT_ENCODING, accepted).await
}

/// Everything public that shows a posting, one similar to it, or their companies.
fn pages(posting: &Posting, similar: &Posting) -> Vec<String> {
    let shown = ["/", "/jobs", "/jobs?q=gardener", "/companies", "/companies?q=a"].map(String::from);
    shown.into_iter().chain([posting.path(), similar.path()]).collect()
}

async fn posting(site: &Site, id: &str) -> Posting {
    let id = id.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = site.state.platform.db.begin().await.unwrap();
    let slug = crate::write_in!(&mut tx, |c| {
        sqlx::query_scalar("SELECT slug FROM postings WHERE id = $1").bind(id).fetch_one(c)
    });
    Posting { id, slug: slug.unwrap() }
}

on_both! {
    async fn a_public_page_is_the_same_for_everybody(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let company = site.found("SELECT slug FROM companies").await;
        let (one, mut other) = (site.visitor(), site.visitor());
        other.set_cookie("_ga", "somebody else's");
        for path in ["/", "/jobs", "/jobs?q=gardener", "/companies", &format!("/companies/{company}"), &posting.path()] {
            let (first, second) = (one.open(path).await, other.open(path).await);
            assert_eq!(first.text(), second.text(), "{path}");
            assert_eq!(first.headers.get("etag"), second.headers.get("etag"), "{path}");
            for page in [first, second] {
                assert!(page.scripts_are_allowed(), "{path}: {}", page.header("content-security-policy"));
                assert!(!page.header("content-security-policy").contains("nonce"), "{path}");
                assert!(page.page().select(&css("script:not([src])")).count() >= 2, "{path}");
                for rule in ["default-src 'self'", "'wasm-unsafe-eval'", "frame-ancestors 'none'"] {
                    assert!(page.header("content-security-policy").contains(rule), "{path}: {rule}");
                }
                assert_eq!(page.header("cache-control"), "no-cache", "{path}");
                assert_eq!(page.header("vary"), "accept-encoding, accept-language, cookie", "{path}");
                for (name, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")] {
                    assert_eq!(page.header(name), value, "{path}");
                }
                let text = page.text();
                assert!(!text.contains("<!>") && text.ends_with("</body></html>"), "{path}: valid HTML");
                assert_eq!(page.attrs("link[crossorigin]", "crossorigin").iter().find(|how| *how != "anonymous"), None);
            }
        }
        other.language = "de";
        assert_eq!(other.open("/jobs").await.attrs("html", "lang"), ["de"]);
        assert_eq!(one.open("/jobs").await.attrs("html", "lang"), ["en"]);
        other.set_cookie("jobi_language", "en");
        assert_eq!(other.open("/jobs").await.text(), one.open("/jobs").await.text());
    }

    async fn the_loader_knows_what_stands_in_the_body(site: &Site) {
        let loader = include_str!("../site/loader.js");
        let (_, ours) = loader.split_once("node.matches('").unwrap();
        let (ours, _) = ours.split_once('\'').unwrap();
        let (ada, visitor) = (site.register_seeker("Ada").await, site.visitor());
        for (client, path) in [(&visitor, "/"), (&visitor, "/login"), (&ada, "/profile"), (&ada, "/messages")] {
            let page = client.open(path).await;
            assert!(page.has("body > main") && !page.has(&format!("body > :not({ours})")), "{path}: {}", page.text());
        }
    }

    async fn who_has_a_page_is_not_sent_it_again(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let visitor = site.visitor();
        for path in ["/jobs", &posting.path()] {
            let version = version(&visitor, path).await;
            let again = ask(&visitor, path, header::IF_NONE_MATCH, &version).await;
            assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
            assert_eq!(again.header("etag"), version, "{path}");
            assert_eq!(again.header("cache-control"), "no-cache", "{path}");
            let other = ask(&visitor, path, header::IF_NONE_MATCH, "\"another\"").await;
            assert_eq!(other.status, StatusCode::OK, "{path}");
        }
        site.post(&acme, NewPosting::default()).await;
        let version = ask(&visitor, "/jobs", header::IF_NONE_MATCH, &version(&visitor, &posting.path()).await).await;
        assert_eq!(version.status, StatusCode::OK);
    }

    async fn a_page_comes_as_it_is_asked_for(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let (visitor, path) = (site.visitor(), posting.path());
        let first = encoded(&visitor, &path, "br, gzip").await;
        assert_eq!(first.header("content-encoding"), "gzip", "what may be asked for once is compressed fast");
        let plain = encoded(&visitor, &path, "identity").await;
        assert_eq!(plain.header("content-encoding"), "");
        let html = plain.text();
        for (accepted, encoding) in [
            ("br, gzip", "br"), ("gzip, deflate, br, zstd", "br"), ("gzip, zstd", "zstd"), ("gzip", "gzip"), ("br;q=0", ""),
        ] {
            for _ in 0..2 {
                let answer = encoded(&visitor, &path, accepted).await;
                assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
                let mut text = String::new();
                match encoding {
                    "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_string(&mut text).unwrap(),
                    "zstd" => zstd::Decoder::new(&answer.body[..]).unwrap().read_to_string(&mut text).unwrap(),
                    "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_string(&mut text).unwrap(),
                    _ => (&answer.body[..]).read_to_string(&mut text).unwrap(),
                };
                assert_eq!(text, html, "{accepted}");
            }
        }
    }

    async fn what_is_somebodys_own_is_never_kept(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada Lovelace").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let mut kept = 0;
        for path in ["/", "/jobs", "/companies", &posting.path()] {
            for client in [&ada, &acme] {
                let page = client.open(path).await;
                assert_eq!((page.header("cache-control"), page.header("etag")), ("no-store", ""), "{path}");
                assert!(page.header("content-security-policy").contains("'nonce-"), "{path}");
                assert_eq!(site.state.pages.kept().await, kept, "{path}");
            }
            let page = site.visitor().open(path).await;
            assert!(page.has("a[href='/login']") && !page.text().contains("Lovelace"), "{path}");
            kept += 1;
            assert_eq!(site.state.pages.kept().await, kept, "{path}");
        }
        let visitor = site.visitor();
        for path in [
            "/login", "/register", "/nowhere", "/jobs/nothing-here", "/jobs/for-me", &posting.apply_path(), "/settings",
            "/jobs?done=applied", "/companies/x-y", "/jobs?__err=x&__path=y", "/messages", "/live", "/robots.txt",
        ] {
            visitor.get(path).await;
            assert_eq!(site.state.pages.kept().await, kept, "{path}");
        }
        // A session that is over is told so, and not by a page for everybody.
        let stranger = site.visitor();
        stranger.set_cookie("jobi", &"0".repeat(64));
        let page = stranger.open("/jobs").await;
        assert_eq!((page.header("cache-control"), page.cookies().len()), ("no-store", 1));
        assert!(site.visitor().open("/jobs").await.cookies().is_empty());
    }

    async fn a_flood_of_addresses_fills_nothing(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let mut visitor = site.visitor();
        for n in 0..50 {
            visitor.language = ["en", "en-GB;q=0.3", "tlh", "xx, en", "*"][n % 5];
            for path in ["/", "/jobs", &posting.path()] {
                encoded(&visitor, &format!("{path}?utm_source={n}&x[{n}]=1"), ["br", "gzip", "zstd", "x"][n % 4]).await;
            }
        }
        assert_eq!(site.state.pages.kept().await, 3);
        visitor.open(&format!("/jobs?q={}", "x".repeat(600))).await;
        assert_eq!(site.state.pages.kept().await, 3, "an address too long");
    }

    async fn a_change_shows_at_once_wherever_it_shows(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let similar = site.post(&beta, NewPosting { title: "Gardener, too", ..NewPosting::default() }).await;
        let draft = acme.fill("/employer/postings/new", "save_posting", &[
            ("action", "publish"), ("title", "Gardener"), ("category", "trades"), ("description", "All that grows."),
            ("employment_type", "full_time"), ("workplace", "on_site"), ("city", "Graz"), ("country", "AT"),
            ("pay_min", "40000"), ("pay_max", "50000"), ("currency", "EUR"), ("pay_period", "year"),
        ]).await;
        let editor = draft.path_only().to_string();
        let posting = posting(site, &editor).await;
        let (visitor, pages) = (site.visitor(), pages(&posting, &similar));
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies WHERE name = 'Acme'").await);
        let watched: Vec<&str> = pages.iter().map(String::as_str).chain([company.as_str()]).collect();
        let id = posting.id.to_string();
        let id = [("id", id.as_str())];
        let saved = [("name", "Acme & Sons"), ("city", "Linz"), ("country", "AT"), ("size", ""), ("about", "We grow."), ("site", "")];
        type Change<'a> = (&'a str, &'a [(&'a str, &'a str)], bool);
        // What is done, and whether it shows: on each of these pages.
        let changes: [Change<'_>; 5] = [
            ("close_posting", &id, true),
            ("reopen_posting", &id, true),
            ("save_company", &saved, true),
            ("duplicate_posting", &id, false),
            ("delete_posting", &id, true),
        ];
        for (function, fields, shows) in changes {
            let mut before = Vec::new();
            for path in &watched {
                before.push(visitor.open(path).await.text());
            }
            let answer = acme.call(function, fields).await;
            assert!(answer.status.is_success(), "{function}: {}", answer.text());
            for (path, before) in watched.iter().zip(before) {
                assert_eq!(visitor.get(path).await.text() != before, shows, "{function}: {path}");
            }
        }
    }

    async fn an_edit_shows_where_its_posting_shows_and_nowhere_else(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let beta = site.register_employer("Beta").await;
        let gardener = site.post(&acme, NewPosting::default()).await;
        let similar = site.post(&beta, NewPosting { title: "Tree surgeon", ..NewPosting::default() }).await;
        let cook = site.post(&beta, NewPosting { title: "Cook", category: "hospitality", ..NewPosting::default() }).await;
        let visitor = site.visitor();
        let before = [version(&visitor, &gardener.path()).await, version(&visitor, &similar.path()).await, version(&visitor, &cook.path()).await];
        let refused = acme.fill(&format!("/employer/postings/{}", gardener.id), "save_posting", &[("title", "")]).await;
        assert_ne!(refused.problem("title"), "");
        acme.call("close_posting", &[("id", &similar.id.to_string())]).await;
        let since = [version(&visitor, &gardener.path()).await, version(&visitor, &similar.path()).await, version(&visitor, &cook.path()).await];
        assert_eq!(since, before, "what is refused changes nothing");
        let saved = acme.fill(&format!("/employer/postings/{}", gardener.id), "save_posting", &[("title", "Head gardener")]).await;
        assert_eq!(saved.toast(), "The posting is saved.");
        assert_eq!(visitor.open(&gardener.path()).await.texts("h1"), ["Head gardener"]);
        assert!(visitor.open(&similar.path()).await.text().contains("Head gardener"));
        assert_eq!(version(&visitor, &cook.path()).await, before[2]);
        let moved = acme.fill(&format!("/employer/postings/{}", gardener.id), "save_posting", &[("category", "hospitality")]).await;
        assert_eq!(moved.toast(), "The posting is saved.");
        assert!(visitor.open(&cook.path()).await.text().contains("Head gardener"), "it is similar to others now");
        assert!(!visitor.open(&similar.path()).await.text().contains("Head gardener"));
    }

    async fn each_visit_of_a_kept_page_is_a_view(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let visitor = site.visitor();
        for _ in 0..3 {
            visitor.open(&posting.path()).await;
        }
        let version = version(&visitor, &posting.path()).await;
        ask(&visitor, &posting.path(), header::IF_NONE_MATCH, &version).await;
        for path in [posting.path(), format!("{}?a=1", posting.path())] {
            let head = visitor.send(visitor.request(Method::HEAD, &path).body(Body::empty()).unwrap()).await;
            assert_eq!((head.status, head.header("etag"), head.body.len()), (StatusCode::OK, &*version, 0), "no visit");
        }
        acme.open(&posting.path()).await;
        ada.open(&posting.path()).await;
        site.state.views.flush(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT views FROM postings").await, 6);
        assert_eq!(site.state.pages.kept().await, 1);
    }
}

/// Whoever is behind another node sees a change as soon as that hears of it.
#[test]
fn another_node_shows_a_change_soon() {
    run(super::database::Engine::Postgres, async |site: &Site| {
        let acme = site.register_employer("Acme").await;
        let gardener = site.post(&acme, NewPosting::default()).await;
        let (db, bus) = open(&site.database_url(), Duration::from_secs(60)).await.unwrap();
        bus.follow_nodes(&db);
        let there = site.visitor_over(&(db.clone(), bus)).await;
        while !db.freshness.hears_all() {
            tokio::task::yield_now().await;
        }
        for _ in 0..2 {
            there.open("/jobs").await;
            there.open(&gardener.path()).await;
        }
        let saved = acme
            .fill(&format!("/employer/postings/{}", gardener.id), "save_posting", &[("title", "Head gardener")])
            .await;
        assert_eq!(saved.toast(), "The posting is saved.");
        for path in ["/jobs", &gardener.path()] {
            let shows = async {
                while !there.open(path).await.text().contains("Head gardener") {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(Duration::from_secs(20), shows).await.expect(path);
        }
        db.close().await;
    });
}

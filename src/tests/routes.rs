//! Who may open what: every page and file as each kind of person, with own, foreign, missing and malformed ids.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, Posting, attached, pdf_file},
    support::*,
};
use crate::accounts::Settings;

/// Everybody there is: Ada has applied at Acme, Bob has not; Beta is another company.
pub(super) struct World {
    pub people: [Client; 5],
    pub open: Posting,
    pub draft: Posting,
    pub application: Uuid,
    pub conversation: Uuid,
    /// Ada's, with a file.
    pub message: Uuid,
    pub file: Uuid,
    pub sent_resume: Uuid,
    pub own_resume: Uuid,
    pub acme: String,
}

/// What stands in a table's columns, in the order of [`World::people`].
const PEOPLE: [&str; 5] = ["visitor", "seeker", "other seeker", "employer", "other employer"];

pub(super) async fn world(site: &Site) -> World {
    let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
    let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
    let open = site.post(&acme, NewPosting::default()).await;
    let draft = site.post(&acme, NewPosting { state: "draft", ..NewPosting::default() }).await;
    let application = ada.apply(&open).await;
    ada.call("open_conversation", &[("application", &application.to_string())]).await;
    let conversation = site.found_id("SELECT id FROM conversations").await;
    let message = Uuid::new_v4();
    let send = format!("/messages/{conversation}/send");
    let sent = ada.call_files(&send, &[("id", &message.to_string()), ("text", "Hello")], &[attached("cv.pdf")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    let file = site.found_id("SELECT id FROM attachments").await;
    let own_resume = ada.upload_resume(pdf_file("second.pdf")).await;
    let sent_resume = site.found_id("SELECT resume_id FROM applications").await;
    assert_ne!(own_resume, sent_resume);
    let company = site.found("SELECT slug FROM companies WHERE name = 'Acme'").await;
    World {
        people: [site.visitor(), ada, bob, acme, beta],
        open,
        draft,
        application,
        conversation,
        message,
        file,
        sent_resume,
        own_resume,
        acme: company,
    }
}

/// What somebody gets: `to login` is a redirect there, with the way back.
async fn outcome(client: &Client, path: &str) -> String {
    let answer = client.get(path).await;
    match answer.status {
        StatusCode::FOUND => {
            let back = format!("/login?next={}", crate::text::encode(path));
            assert_eq!(answer.location(), back, "{path}");
            "login".into()
        }
        status => status.as_u16().to_string(),
    }
}

/// A server function, the thing it names, and what else it is told.
type Call<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A row of a table: the route, an address of it, and what each person gets.
pub(super) type Row = (&'static str, String, &'static str);

async fn check(world: &World, rows: &[Row]) {
    let mut wrong = Vec::new();
    for (_, path, expected) in rows {
        let mut got = Vec::new();
        for client in &world.people {
            got.push(outcome(client, path).await);
        }
        let expected: Vec<_> = expected.split_whitespace().collect();
        if got != expected {
            wrong.push(format!("{path}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{PEOPLE:?}\n{}", wrong.join("\n"));
}

pub(super) fn page_table(world: &World) -> Vec<Row> {
    let (none, all) = (Uuid::now_v7(), "200 200 200 200 200");
    let (seekers, employers) = ("login 200 200 403 403", "login 403 403 200 200");
    let nobody = "404 404 404 404 404";
    let (open, draft) = (&world.open, &world.draft);
    vec![
        ("/", "/".into(), all),
        ("/jobs", "/jobs".into(), all),
        ("/jobs", "/jobs?q=x&after=nonsense".into(), all),
        ("/jobs/for-me", "/jobs/for-me".into(), seekers),
        ("/jobs/:slug", open.path(), all),
        ("/jobs/:slug", draft.path(), nobody),
        ("/jobs/:slug", "/jobs/no-such-posting-000000".into(), nobody),
        ("/jobs/:slug", "/jobs/%00".into(), nobody),
        ("/jobs/:slug", format!("/jobs/{}", "x".repeat(3000)), nobody),
        ("/jobs/:slug/apply", open.apply_path(), "200 200 200 403 403"),
        ("/jobs/:slug/apply", draft.apply_path(), "404 404 404 403 403"),
        ("/jobs/:slug/apply", "/jobs/no-such-posting-000000/apply".into(), "404 404 404 403 403"),
        ("/jobs/:slug/apply", "/jobs/%00/apply".into(), "404 404 404 403 403"),
        ("/guest", "/guest".into(), all),
        ("/guest/:token", "/guest/0".into(), all),
        ("/guest/:token", "/guest/%00?before=nonsense".into(), all),
        ("/guest/:token/files/:id", format!("/guest/0/files/{none}"), nobody),
        ("/guest/:token/files/:id", "/guest/%00/files/%00".into(), nobody),
        ("/jobs/:slug/share.png", format!("{}/share.png", open.path()), all),
        ("/jobs/:slug/share.png", format!("{}/share.png", draft.path()), nobody),
        ("/jobs/:slug/share.png", "/jobs/no-such-posting-000000/share.png".into(), nobody),
        ("/jobs/:slug/share.png", "/jobs/%00/share.png".into(), nobody),
        ("/share.png", "/share.png".into(), all),
        ("/jobs.atom", "/jobs.atom".into(), all),
        ("/jobs.atom", "/jobs.atom?q=%00&where=%ff&after=nonsense".into(), all),
        ("/robots.txt", "/robots.txt".into(), all),
        ("/sitemap.xml", "/sitemap.xml".into(), all),
        ("/sitemaps/:file", "/sitemaps/jobs-1.xml".into(), all),
        ("/sitemaps/:file", "/sitemaps/jobs-99.xml".into(), nobody),
        ("/sitemaps/:file", "/sitemaps/%00".into(), nobody),
        ("/companies", "/companies".into(), all),
        ("/companies", "/companies?q=%00&before=nonsense".into(), all),
        ("/companies/:slug", format!("/companies/{}", world.acme), all),
        ("/companies/:slug", "/companies/no-such-company".into(), nobody),
        ("/companies/:slug", "/companies/%00".into(), nobody),
        ("/messages", "/messages?q=%00&after=nonsense".into(), "login 200 200 200 200"),
        ("/messages/:id", format!("/messages/{}", world.conversation), "login 200 404 200 404"),
        ("/messages/:id", format!("/messages/{none}"), "login 404 404 404 404"),
        ("/messages/:id", "/messages/1".into(), "login 404 404 404 404"),
        ("/messages/edit/:id", format!("/messages/edit/{}", world.message), "login 200 404 404 404"),
        ("/messages/edit/:id", format!("/messages/edit/{none}"), "login 404 404 404 404"),
        ("/messages/files/:id", format!("/messages/files/{}", world.file), "404 200 404 200 404"),
        ("/messages/files/:id", format!("/messages/files/{none}"), nobody),
        ("/messages/files/:id", "/messages/files/%00".into(), nobody),
        ("/jobs/:slug/ask", format!("{}/ask", open.path()), seekers),
        ("/jobs/:slug/ask", format!("{}/ask", draft.path()), "login 404 404 403 403"),
        ("/jobs/:slug/ask", "/jobs/%00/ask".into(), "login 404 404 403 403"),
        ("/api/*function", "/api/nothing".into(), nobody),
        ("/api/*function", "/api/logout".into(), "405 405 405 405 405"),
        ("/live", "/live?v=1".into(), "401 403 403 403 403"),
        ("/pkg", "/pkg/nothing.js".into(), nobody),
        ("/l10n/:file", "/l10n/en.0000000000000000.ftl".into(), nobody),
        ("/settings/notifications", "/settings/notifications".into(), "login 200 200 200 200"),
        ("/notifications", "/notifications?kind=nonsense&after=x".into(), "login 200 200 200 200"),
        ("/login", "/login".into(), all),
        ("/register", "/register".into(), all),
        ("/forgot", "/forgot".into(), all),
        ("/unsubscribe", "/unsubscribe?token=nonsense&kind=x".into(), all),
        ("/reset", "/reset?token=nonsense".into(), all),
        ("/reset", "/reset".into(), all),
        ("/confirm", "/confirm?token=nonsense".into(), all),
        ("/confirm", "/confirm".into(), all),
        ("/settings", "/settings".into(), "login 200 200 200 200"),
        ("/login/code", "/login/code".into(), all),
        ("/login/code", "/login/code?next=%00".into(), all),
        ("/settings/security", "/settings/security".into(), "login 200 200 200 200"),
        ("/settings/security/app", "/settings/security/app".into(), "login 200 200 200 200"),
        ("/settings/security/codes", "/settings/security/codes".into(), "login 200 200 200 200"),
        ("/settings/security/passkey", "/settings/security/passkey".into(), "login 200 200 200 200"),
        ("/settings/security/passkeys/:id", format!("/settings/security/passkeys/{none}"), "login 404 404 404 404"),
        ("/settings/security/passkeys/:id", "/settings/security/passkeys/1".into(), "login 404 404 404 404"),
        ("/setup", "/setup?token=nonsense".into(), all),
        ("/setup", "/setup".into(), all),
        ("/join", "/join?token=nonsense".into(), all),
        ("/join", "/join".into(), all),
        ("/admin", "/admin".into(), nobody),
        ("/admin/audit", "/admin/audit?event=%00&person=x&after=nonsense".into(), nobody),
        ("/admin/reports", "/admin/reports".into(), nobody),
        ("/profile", "/profile".into(), seekers),
        ("/resumes", "/resumes".into(), seekers),
        ("/resumes/:id", format!("/resumes/{}", world.own_resume), "login 200 404 403 403"),
        ("/resumes/:id", format!("/resumes/{none}"), "login 404 404 403 403"),
        ("/resumes/:id", "/resumes/1".into(), "login 404 404 403 403"),
        ("/resumes/:id/file", format!("/resumes/{}/file", world.own_resume), "404 200 404 404 404"),
        ("/resumes/:id/file", format!("/resumes/{}/file", world.sent_resume), "404 200 404 200 404"),
        ("/resumes/:id/file", format!("/resumes/{none}/file"), nobody),
        ("/resumes/:id/file", "/resumes/%00/file".into(), nobody),
        ("/applications", "/applications".into(), seekers),
        ("/applications", "/applications?after=nonsense".into(), seekers),
        ("/applications/:id", format!("/applications/{}", world.application), "login 200 404 403 403"),
        ("/applications/:id", format!("/applications/{none}"), "login 404 404 403 403"),
        ("/applications/:id", "/applications/1".into(), "login 404 404 403 403"),
        ("/employer", "/employer".into(), employers),
        ("/employer/postings", "/employer/postings".into(), employers),
        ("/employer/postings", "/employer/postings?state=open&after=nonsense".into(), "login 403 403 200 200"),
        ("/employer/postings/new", "/employer/postings/new".into(), employers),
        ("/employer/postings/:id", format!("/employer/postings/{}", open.id), "login 403 403 200 404"),
        ("/employer/postings/:id", format!("/employer/postings/{}", draft.id), "login 403 403 200 404"),
        ("/employer/postings/:id", format!("/employer/postings/{none}"), "login 403 403 404 404"),
        ("/employer/postings/:id", "/employer/postings/1".into(), "login 403 403 404 404"),
        ("/employer/postings/:id/preview", format!("/employer/postings/{}/preview", draft.id), "login 403 403 200 404"),
        ("/employer/postings/:id/preview", format!("/employer/postings/{none}/preview"), "login 403 403 404 404"),
        ("/employer/postings/:id/preview", "/employer/postings/1/preview".into(), "login 403 403 404 404"),
        ("/employer/postings/:id/stages", format!("/employer/postings/{}/stages", open.id), "login 403 403 200 404"),
        ("/employer/postings/:id/stages", format!("/employer/postings/{none}/stages"), "login 403 403 404 404"),
        ("/employer/postings/:id/stages", "/employer/postings/1/stages".into(), "login 403 403 404 404"),
        ("/employer/candidates", "/employer/candidates".into(), employers),
        ("/employer/candidates/new", "/employer/candidates/new".into(), employers),
        ("/employer/candidates", format!("/employer/candidates?posting={}", open.id), "login 403 403 200 404"),
        ("/employer/candidates", format!("/employer/candidates?posting={none}"), "login 403 403 404 404"),
        (
            "/employer/candidates",
            "/employer/candidates?posting=1&stage=x&sort=x&after=x".into(),
            "login 403 403 404 404",
        ),
        ("/employer/candidates/:id", format!("/employer/candidates/{}", world.application), "login 403 403 200 404"),
        ("/employer/candidates/:id", format!("/employer/candidates/{none}"), "login 403 403 404 404"),
        ("/employer/candidates/:id", "/employer/candidates/1".into(), "login 403 403 404 404"),
        ("/employer/company", "/employer/company".into(), employers),
        ("/employer/team", "/employer/team".into(), employers),
        ("/switch", "/switch".into(), "login 200 200 200 200"),
        ("/switch", "/switch?company=1&next=/jobs".into(), "login 200 200 200 200"),
        ("/invitation/:token", "/invitation/0".into(), all),
        ("/invitation/:token", "/invitation/%00".into(), all),
    ]
}

on_both! {
    async fn every_page_opens_for_whom_it_is(site: &Site) {
        let world = world(site).await;
        let table = page_table(&world);
        check(&world, &table).await;
    }

    /// A foreign thing and a missing one are not told apart, by nothing on the page.
    async fn foreign_is_like_missing(site: &Site) {
        let world = world(site).await;
        let [_, _, bob, _, beta] = &world.people;
        let none = Uuid::now_v7();
        let pairs = [
            (bob, "/resumes/{}", world.own_resume),
            (bob, "/resumes/{}/file", world.own_resume),
            (bob, "/applications/{}", world.application),
            (beta, "/employer/postings/{}", world.open.id),
            (beta, "/employer/postings/{}/preview", world.draft.id),
            (beta, "/employer/postings/{}/stages", world.open.id),
            (beta, "/employer/candidates/{}", world.application),
            (beta, "/employer/candidates?posting={}", world.open.id),
            (beta, "/resumes/{}/file", world.sent_resume),
            (beta, "/messages/{}", world.conversation),
            (bob, "/messages/{}", world.conversation),
            (bob, "/messages/files/{}", world.file),
            (bob, "/messages/edit/{}", world.message),
        ];
        for (client, path, foreign) in pairs {
            let open = async |id: Uuid| client.get(&path.replace("{}", &id.to_string())).await;
            let (foreign, missing) = (open(foreign).await, open(none).await);
            assert_eq!(foreign.status, missing.status, "{path}");
            assert_eq!(foreign.texts("body > main, title"), missing.texts("body > main, title"), "{path}");
            let names = |answer: &Answer| answer.headers.keys().map(ToString::to_string).collect::<BTreeSet<_>>();
            assert_eq!(names(&foreign), names(&missing), "{path}");
        }
    }

    /// Every server function that names a thing, as each person; nothing changes.
    async fn functions_are_refused_as_pages_are(site: &Site) {
        let world = world(site).await;
        let (none, application) = (Uuid::now_v7().to_string(), world.application.to_string());
        let (resume, posting) = (world.own_resume.to_string(), world.open.id.to_string());
        let draft = world.draft.id.to_string();
        let seekers: [Call<'_>; 6] = [
            ("load_resume", &resume, &[]),
            ("rename_resume", &resume, &[("name", "Mine now")]),
            ("make_resume_default", &resume, &[]),
            ("delete_resume", &resume, &[]),
            ("load_application", &application, &[]),
            ("withdraw_application", &application, &[]),
        ];
        let whole = [
            ("version", "1"), ("action", "publish"), ("title", "Ours now"), ("category", "trades"), ("description", "x"),
            ("employment_type", "full_time"), ("workplace", "remote"), ("country", "AT"), ("pay_min", "40000"),
            ("pay_max", "50000"), ("currency", "EUR"), ("pay_period", "year"),
        ];
        let employers: [Call<'_>; 15] = [
            ("load_candidate", &application, &[]),
            ("mark_seen", &application, &[]),
            ("change_stage", &application, &[("stage", "hired"), ("version", "1")]),
            ("undo_rejection", &application, &[("version", "1")]),
            ("load_stages", &posting, &[]),
            ("save_stages", &posting, &[("version", "1"), ("action", "save")]),
            ("load_editor", &posting, &[]),
            ("load_preview", &posting, &[]),
            ("save_posting", &posting, &whole),
            ("publish_posting", &draft, &[("version", "1")]),
            ("close_posting", &posting, &[]),
            ("reopen_posting", &posting, &[]),
            ("duplicate_posting", &posting, &[]),
            ("delete_posting", &posting, &[]),
            ("save_posting_team", &posting, &[]),
        ];
        let [visitor, ada, bob, acme, beta] = &world.people;
        let before = snapshot(site).await;
        for (of, stranger, wrong_roles) in [(&seekers[..], bob, [acme, beta]), (&employers[..], beta, [ada, bob])] {
            for (function, id, rest) in of {
                let call = async |client: &Client, id: &str| {
                    let fields = [&[("id", id)], *rest].concat();
                    let answer = client.call(function, &fields).await;
                    (answer.status.as_u16(), answer.text())
                };
                assert_eq!(call(visitor, id).await.0, 401, "{function}, as nobody");
                for client in wrong_roles {
                    assert_eq!(call(client, id).await.0, 403, "{function}, in the other role");
                }
                let foreign = call(stranger, id).await;
                assert_eq!(foreign.0, 404, "{function}, of somebody else: {}", foreign.1);
                assert_eq!(foreign, call(stranger, &none).await, "{function}");
                for malformed in ["1", "\0", "x' OR '1'='1"] {
                    assert_eq!(call(stranger, malformed).await.0, 400, "{function} {malformed:?}");
                }
            }
        }
        assert_eq!(snapshot(site).await, before);
    }

    /// The same for conversations, which both roles have.
    async fn a_conversation_is_closed_to_others(site: &Site) {
        let world = world(site).await;
        let [visitor, _, bob, acme, beta] = &world.people;
        let (conversation, message) = (world.conversation.to_string(), world.message.to_string());
        let none = Uuid::now_v7().to_string();
        let application = world.application.to_string();
        type Call<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)], &'a [&'a Client]);
        let calls: [Call<'_>; 10] = [
            ("mark_read", "conversation", &conversation, &[("seq", "1")], &[bob, beta]),
            ("load_thread", "id", &conversation, &[], &[bob, beta]),
            ("open_conversation", "application", &application, &[], &[bob, beta]),
            ("answer_question", "conversation", &conversation, &[("accept", "true")], &[beta]),
            ("block_conversation", "conversation", &conversation, &[("blocked", "true")], &[bob, beta]),
            ("report_conversation", "conversation", &conversation, &[("reason", "rude")], &[bob, beta]),
            ("load_message", "id", &message, &[], &[bob, acme, beta]),
            ("edit_message", "id", &message, &[("text", "Changed")], &[bob, acme, beta]),
            ("delete_message", "id", &message, &[], &[bob, acme, beta]),
            ("read_notifications", "id", &message, &[], &[]),
        ];
        for (function, field, id, rest, strangers) in calls {
            let call = async |client: &Client, id: &str| {
                let answer = client.call(function, &[&[(field, id)], rest].concat()).await;
                (answer.status.as_u16(), answer.text())
            };
            assert_eq!(call(visitor, id).await.0, 401, "{function}, as nobody");
            for stranger in strangers {
                let foreign = call(stranger, id).await;
                assert_eq!(foreign.0, 404, "{function}, of somebody else: {}", foreign.1);
                assert_eq!(foreign, call(stranger, &none).await, "{function}");
            }
            assert_eq!(call(bob, "1").await.0, 400, "{function}");
        }
        let found = "SELECT m.text || ' ' || c.state || ' ' || COALESCE(c.blocked_by, 'free') FROM messages m
                     JOIN conversations c ON c.id = m.conversation_id";
        assert_eq!(site.found(found).await, "Hello open free");
        assert_eq!(site.count("SELECT COUNT(*) FROM reports").await, 0);
    }

    async fn uploads_are_refused_as_pages_are(site: &Site) {
        let world = world(site).await;
        let [visitor, ada, _, acme, _] = &world.people;
        let files = site.stored_files("resumes");
        let logo = [pdf_file("logo.png")];
        assert_eq!(ada.call_files("/employer/company/logo", &[], &logo).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor.call_files("/employer/company/logo", &[], &logo).await.status, StatusCode::UNAUTHORIZED);
        for path in ["/resumes/upload", &world.open.apply_path()] {
            let file = || [pdf_file("cv.pdf")];
            assert_eq!(visitor.call_files(path, &[], &file()).await.status, StatusCode::UNAUTHORIZED, "{path}");
            assert_eq!(acme.call_files(path, &[], &file()).await.status, StatusCode::FORBIDDEN, "{path}");
            let plain = visitor.post_files("/resumes", path, &[], &file()).await;
            assert!(plain.location().starts_with("/login?next="), "{}", plain.location());
            let page = acme.follow(acme.post_files("/resumes", path, &[], &file()).await).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN);
        }
        let send = format!("/messages/{}/send", world.conversation);
        let id = Uuid::new_v4().to_string();
        let stored = site.stored_files("messages");
        for (client, status) in [(visitor, 401), (&world.people[2], 404), (&world.people[4], 404)] {
            let answer = client.call_files(&send, &[("id", &id)], &[attached("cv.pdf")]).await;
            assert_eq!(answer.status.as_u16(), status);
        }
        assert_eq!(site.stored_files("messages"), stored);
        for path in [world.draft.apply_path(), "/jobs/no-such-posting/apply".into(), "/jobs/%00/apply".into()] {
            let fields = [("name", "Ada"), ("email", "ada@people.example")];
            let answer = ada.call_files(&path, &fields, &[pdf_file("cv.pdf")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(site.stored_files("resumes"), files);
    }

    /// What a page loads comes from functions that ask the same questions.
    async fn a_visitor_loads_nothing_that_is_somebodys(site: &Site) {
        let visitor = site.visitor();
        let private = [
            "load_settings", "load_profile", "load_jobs_for_me", "load_resumes", "load_applications",
            "load_conversations", "load_notifications", "load_bell", "load_notification_settings",
            "load_candidates", "load_overview", "load_postings", "load_editor", "preview_markdown", "load_company_editor", "load_team",
            "load_security", "load_app_setup", "load_recovery_codes", "load_passkey_setup",
        ];
        for function in private {
            assert_eq!(visitor.call(function, &[]).await.status, StatusCode::UNAUTHORIZED, "{function}");
        }
        let ada = site.register_seeker("Ada").await;
        let settings = ada.call("load_settings", &[]).await;
        assert_eq!(settings.json::<Settings>().name, "Ada");
        assert!(!settings.text().contains("argon2"));
    }
}

/// What a refused call could have changed.
pub(super) async fn snapshot(site: &Site) -> Vec<String> {
    let mut all = Vec::new();
    for query in [
        "SELECT COUNT(*) || '' FROM postings",
        "SELECT COUNT(*) || '' FROM applications",
        "SELECT COUNT(*) || '' FROM resumes WHERE deleted_at IS NULL",
        "SELECT SUM(version) || ' ' || MIN(title) || ' ' || MAX(title) || ' ' || MIN(state) || ' ' || MAX(state) FROM postings",
        "SELECT SUM(version) || ' ' || MIN(stage_kind || outcome) FROM applications",
        "SELECT MIN(name) || ' ' || MAX(name) FROM resumes",
        "SELECT name FROM resumes WHERE is_default",
    ] {
        all.push(site.found(query).await);
    }
    all
}

/// The table above knows every route of the site.
#[test]
fn the_table_is_complete() {
    let posting = || Posting { id: Uuid::nil(), slug: "x".into() };
    let world = World {
        people: std::array::from_fn(|_| Client::nowhere()),
        open: posting(),
        draft: posting(),
        application: Uuid::nil(),
        conversation: Uuid::nil(),
        message: Uuid::nil(),
        file: Uuid::nil(),
        sent_resume: Uuid::nil(),
        own_resume: Uuid::nil(),
        acme: "x".into(),
    };
    let known: BTreeSet<_> = page_table(&world).into_iter().map(|(route, _, _)| route.to_string()).collect();
    let app = include_str!("../site/app.rs").split("path!(\"").skip(1);
    let pages = app.map(|rest| rest.split('"').next().unwrap_or_default().to_string());
    let missing: Vec<_> = pages.filter(|route| !known.contains(route)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

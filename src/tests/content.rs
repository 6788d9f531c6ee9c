//! What people write, and how much of it: texts are rendered when they are stored, nobody fills tables by the minute, and
//! no single act keeps all others waiting.

use std::collections::HashSet;

use axum::http::StatusCode;
use uuid::Uuid;

use super::{
    bad_input::MUTATIONS,
    fixtures::{NewPosting, PUBLISHED, Posting, pdf_file},
    support::*,
};
use crate::{
    accounts::MemberRole,
    applications::ApplicationProblem,
    companies,
    db::Engine,
    error::{AppError, Problem},
    execute,
    jobs::{self, JobList, PostingProblem},
    platform::{markdown::RENDERER_VERSION, picture::tests::vast_png},
    site::background::catch_up_some,
};

/// Publishes a posting with this description, as its employer does.
async fn publish(site: &Site, employer: &Client, description: &str) -> Posting {
    let fields = [&PUBLISHED[..], &[("description", description)]].concat();
    let answer = employer.call("save_posting", &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let id = answer.location().trim_start_matches("/employer/postings/").split('?').next().unwrap().parse().unwrap();
    let slug = site.found("SELECT slug FROM postings ORDER BY created_at DESC LIMIT 1").await;
    Posting { id, slug }
}

/// Copies of a posting, made behind everybody's back.
async fn copies(site: &Site, of: &Posting, count: i64) {
    let statement = match &site.state.platform.db.engine {
        Engine::Sqlite { .. } => {
            "WITH RECURSIVE n (i) AS (SELECT $1 UNION ALL SELECT i + 1 FROM n WHERE i < $2)
             INSERT INTO postings (id, slug, company_id, state, title, category, description, employment_type,
                workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period, pay_year, closes_at,
                published_at, created_at, updated_at)
             SELECT randomblob(16), 'copy-' || i, company_id, state, title, category, description, employment_type,
                workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period, pay_year, closes_at,
                published_at, created_at, updated_at
             FROM n, postings WHERE id = $3"
        }
        Engine::Postgres(_) => {
            "INSERT INTO postings (id, slug, company_id, state, title, category, description, employment_type,
                workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period, pay_year, closes_at,
                published_at, created_at, updated_at)
             SELECT gen_random_uuid(), 'copy-' || i, company_id, state, title, category, description, employment_type,
                workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period, pay_year, closes_at,
                published_at, created_at, updated_at
             FROM generate_series($1, $2) AS n (i), postings WHERE id = $3"
        }
    };
    // No statement may take long.
    for first in (1..=count).step_by(500) {
        let last = count.min(first + 499);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        let made = execute!(&mut tx, sqlx::query(statement).bind(first).bind(last).bind(of.id)).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(made as i64, last - first + 1);
        while jobs::index_some(&site.state.platform.db).await.unwrap() {}
    }
}

/// How many postings a search finds.
async fn found(client: &Client, query: &str) -> i64 {
    let list: JobList = client.call("load_jobs", &[("query", query)]).await.json();
    list.total
}

/// Does in the background what is to be done there, and tells after each part how many a query finds.
async fn worked_off(site: &Site, query: &'static str) -> Vec<i64> {
    let mut counts = Vec::new();
    while catch_up_some(&site.state.platform.db).await.unwrap() {
        counts.push(site.count(query).await);
    }
    counts
}

on_both! {
    async fn a_text_is_rendered_when_it_is_stored(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = publish(site, &acme, "You *prune* <b>roses</b>.").await;
        acme.call("save_company", &[("name", "Acme"), ("about", "We **grow**.")]).await;
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies").await);
        let visitor = site.visitor();
        let shown = visitor.open(&posting.path()).await;
        assert_eq!(shown.texts(".prose em"), ["prune"]);
        assert_eq!(shown.texts(".prose p"), ["You prune <b>roses</b>."], "HTML is text");
        assert_eq!(shown.attrs("meta[name=description]", "content"), ["You prune <b>roses</b>."]);
        assert_eq!(visitor.open(&company).await.texts(".prose strong"), ["grow"]);

        // What is shown is what is stored: nothing is rendered for whoever looks.
        site.change("UPDATE postings SET description_html = '<p>stored</p>', description_excerpt = 'kept'").await;
        site.change("UPDATE companies SET about_html = '<p>stored</p>', about_excerpt = 'kept'").await;
        let preview = format!("/employer/postings/{}/preview", posting.id);
        for (client, path) in [(&visitor, posting.path()), (&visitor, company.clone()), (&acme, preview)] {
            assert_eq!(client.open(&path).await.texts(".prose p"), ["stored"], "{path}");
        }
        assert_eq!(visitor.open(&company).await.attrs("meta[name=description]", "content"), ["kept"]);

        // An edit renders it anew, and a copy has what was rendered.
        let editor = format!("/employer/postings/{}", posting.id);
        acme.fill(&editor, "save_posting", &[("description", "You *weed*.")]).await;
        assert_eq!(visitor.open(&posting.path()).await.texts(".prose em"), ["weed"]);
        acme.fill(&editor, "duplicate_posting", &[("id", &posting.id.to_string())]).await;
        let same = "SELECT COUNT(DISTINCT description_html) FROM postings WHERE description_html LIKE '%<em>weed</em>%'";
        assert_eq!((site.count("SELECT COUNT(*) FROM postings").await, site.count(same).await), (2, 1));
    }

    async fn what_was_rendered_by_older_rules_is_rendered_anew(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = publish(site, &acme, "You *prune*.").await;
        acme.call("save_company", &[("name", "Acme"), ("about", "We **grow**.")]).await;
        copies(site, &posting, 120).await;
        let old = "UPDATE postings SET html_version = html_version - 1, description_html = 'old', description_excerpt = 'old'";
        site.change(old).await;
        site.change("UPDATE companies SET html_version = 0, about_html = 'old', about_excerpt = 'old'").await;
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies").await);
        let visitor = site.visitor();
        let both = async || {
            assert_eq!(visitor.open(&posting.path()).await.texts(".prose em"), ["prune"]);
            let page = visitor.open(&company).await;
            assert_eq!(page.texts(".prose strong"), ["grow"]);
            assert_eq!(page.attrs("meta[name=description]", "content"), ["We grow."]);
        };
        both().await; // at once, for whoever looks
        let left = worked_off(site, "SELECT COUNT(*) FROM postings WHERE description_html = 'old' OR description_html = ''").await;
        assert_eq!(left, [71, 21, 0], "some at a time");
        both().await;
        site.set_number("UPDATE postings SET description_html = 'newer', html_version = $1", RENDERER_VERSION + 1).await;
        assert_eq!(worked_off(site, "SELECT COUNT(*) FROM users").await, [0_i64; 0], "what a newer node has rendered stays");
        both().await;
        assert_eq!(site.found("SELECT DISTINCT description_html FROM postings").await, "newer");
    }

    async fn a_name_reaches_thousands_of_postings_some_at_a_time(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let posting = publish(site, &acme, "x").await;
        copies(site, &posting, 449).await;
        site.set_number("UPDATE postings SET html_version = $1", RENDERER_VERSION).await;
        publish(site, &beta, "x").await;
        let visitor = site.visitor();
        assert_eq!(found(&visitor, "q=acme").await, 450);
        let page = acme.fill("/employer/company", "save_company", &[("name", "Verdant")]).await;
        assert_eq!(page.toast(), "Your company’s page is saved.");
        assert_eq!(visitor.open("/jobs").await.texts(".job-row__company").iter().filter(|name| name.contains("Acme")).count(), 0);
        assert_eq!(found(&visitor, "q=verdant").await, 200, "one part at once");
        let tasks = worked_off(site, "SELECT COUNT(*) FROM company_tasks").await;
        assert_eq!(tasks, [1, 0]);
        for (query, count) in [("q=verdant&sort=newest", 450), ("q=acme&sort=newest", 0), ("q=beta", 1)] {
            assert_eq!(found(&visitor, query).await, count, "{query}");
        }
        // Renamed again while that goes on, it begins anew.
        acme.fill("/employer/company", "save_company", &[("name", "Thistle")]).await;
        acme.fill("/employer/company", "save_company", &[("name", "Nettle")]).await;
        worked_off(site, "SELECT COUNT(*) FROM company_tasks").await;
        assert_eq!((found(&visitor, "q=nettle").await, found(&visitor, "q=thistle").await), (450, 0));
    }

    async fn of_very_many_matches_it_is_said_that_there_are_more(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = publish(site, &acme, "x").await;
        copies(site, &posting, 500).await;
        site.state.platform.db.freshness.change_all();
        let visitor = site.visitor();
        let load = async |query: &str| visitor.call("load_jobs", &[("query", query)]).await.json::<JobList>();
        for query in ["q=acme", "q=acme&sort=newest", "q=acme&sort=pay"] {
            let list = load(query).await;
            assert_eq!((list.page.rows.len(), list.total, list.has_more), (20, 500, true), "{query}");
        }
        assert_eq!(visitor.open("/jobs?q=acme").await.texts(".results__head h2"), ["More than 500 open jobs"]);
        let list = load("").await;
        assert_eq!((list.total, list.has_more), (501, false), "what is not searched by words is counted");
        let (mut page, mut all) = (load("q=acme").await.page, HashSet::new());
        loop {
            all.extend(page.rows.iter().map(|job| job.id));
            let Some(after) = page.after else { break };
            page = load(&format!("q=acme&after={after}")).await.page;
        }
        assert_eq!(all.len(), 501, "every one is on one of the pages");
    }

    async fn the_last_to_leave_archives_some_at_a_time(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = publish(site, &acme, "x").await;
        copies(site, &posting, 449).await;
        site.set_number("UPDATE postings SET html_version = $1", RENDERER_VERSION).await;
        acme.fill("/settings", "delete_account", &[("delete_password", PASSWORD)]).await;
        let open = "SELECT COUNT(*) FROM postings WHERE state = 'open'";
        assert_eq!(site.count(open).await, 250);
        assert_eq!(worked_off(site, open).await, [50, 0]);
        assert_eq!(site.count("SELECT open_postings FROM companies").await, 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE closed_at IS NULL").await, 0);
    }

    async fn who_joins_meanwhile_keeps_what_is_left(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = publish(site, &acme, "x").await;
        copies(site, &posting, 449).await;
        acme.fill("/settings", "delete_account", &[("delete_password", PASSWORD)]).await;
        let (slug, user) = (site.found("SELECT slug FROM companies").await, site.user_of(&ada).await);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        companies::join(&mut tx, &slug, user, "Ada", MemberRole::Recruiter).await.unwrap();
        tx.commit().await.unwrap();
        worked_off(site, "SELECT COUNT(*) FROM users").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE state = 'open'").await, 250);
    }

    async fn many_that_run_out_are_all_closed(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = publish(site, &acme, "x").await;
        copies(site, &posting, 349).await;
        let past = crate::db::now() - chrono::TimeDelta::hours(3);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("UPDATE postings SET closes_at = $1").bind(past)).unwrap();
        tx.commit().await.unwrap();
        jobs::sweep(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE state = 'closed' AND closed_at = closes_at").await, 350);
        assert_eq!(site.count("SELECT COUNT(*) FROM notifications WHERE kind = 'posting_closed'").await, 350);
    }

    async fn an_account_with_very_much_is_deleted(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let application = ada.apply(&posting).await;
        ada.call("open_conversation", &[("application", &application.to_string())]).await;
        let (conversation, user) = (site.found_id("SELECT id FROM conversations").await, site.user_of(&ada).await);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        for n in 1..=4_500_i64 {
            let at = crate::db::now();
            let message = "INSERT INTO messages (id, conversation_id, seq, side, sender_id, sender_name, text, created_at)
                VALUES ($1, $2, $3, 'seeker', $4, 'Ada', 'Hello', $5)";
            let id = Uuid::now_v7();
            execute!(&mut tx, sqlx::query(message).bind(id).bind(conversation).bind(n).bind(user).bind(at)).unwrap();
            let event = "INSERT INTO events (user_id, seq, topic, subject, created_at) VALUES ($1, $2, 'posting', $1, $3)";
            execute!(&mut tx, sqlx::query(event).bind(user).bind(1_000 + n).bind(at)).unwrap();
            let notice = "INSERT INTO notifications (user_id, id, kind, about, title, name, created_at, read_at)
                VALUES ($1, $2, 'message', $3, '', '', $4, $4)";
            execute!(&mut tx, sqlx::query(notice).bind(user).bind(id).bind(id).bind(at)).unwrap();
        }
        tx.commit().await.unwrap();
        let page = ada.fill("/settings", "delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!(page.toast(), "Your account is deleted.");
        for left in ["users WHERE name = 'Ada'", "messages", "conversations", "applications WHERE name <> ''", "resumes"] {
            let query: &'static str = format!("SELECT COUNT(*) FROM {left}").leak();
            assert_eq!(site.count(query).await, 0, "{left}");
        }
    }

    async fn everything_that_is_written_has_a_limit(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let nobody = site.visitor();
        let uploads = ["/resumes/upload", "/employer/company/logo", "/jobs/x/apply", "/messages/00000000-0000-0000-0000-000000000000/send"];
        let functions = MUTATIONS.iter().filter(|f| !matches!(**f, "login" | "register" | "logout" | "delete_account"));
        let functions = functions.copied().chain(["preview_markdown"]);
        for path in functions.chain(uploads) {
            let send = async |client: &Client| match path.starts_with('/') {
                true => client.call_files(path, &[], &[]).await,
                false => client.call(path, &[]).await,
            };
            let mut refused = None;
            for _ in 0..300 {
                let answer = send(&ada).await;
                if answer.status == StatusCode::TOO_MANY_REQUESTS {
                    refused = Some(answer.error());
                    break;
                }
            }
            assert!(matches!(refused, Some(AppError::TooMany { seconds: 1..=61 })), "{path}: {refused:?}");
            assert_ne!(send(&nobody).await.status, StatusCode::TOO_MANY_REQUESTS, "{path}: nobody else's");
        }
        // A form without JavaScript is told so on its page. There may be room again meanwhile.
        while ada.call("save_profile", &[]).await.status != StatusCode::TOO_MANY_REQUESTS {}
        let answer = ada.post_form("/profile?x=1", "/api/save_profile", &[("headline", "Cook")]).await;
        let page = ada.follow(answer).await;
        assert_eq!(page.path_only(), "/profile");
        assert!(page.summary().contains("second"), "{}", page.summary());
        // Reading goes on, and so does leaving.
        assert_eq!(ada.call("load_profile", &[]).await.status, StatusCode::OK);
        assert_eq!(ada.call("logout", &[]).await.status, StatusCode::OK);
    }

    async fn a_company_has_so_many_postings(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting { state: "draft", ..NewPosting::default() }).await;
        copies(site, &posting, 9_999).await;
        let too_many = AppError::refused(PostingProblem::TooManyPostings(10_000));
        assert_eq!(acme.call("save_posting", &[("title", "One more")]).await.error(), too_many);
        assert_eq!(acme.call("duplicate_posting", &[("id", &posting.id.to_string())]).await.error(), too_many);
        let beta = site.register_employer("Beta").await;
        assert_eq!(beta.call("save_posting", &[("title", "Others may")]).await.status, StatusCode::OK);
        site.change("UPDATE postings SET state = 'archived' WHERE slug = 'copy-7'").await;
        assert_eq!(acme.call("save_posting", &[("title", "One more")]).await.status, StatusCode::OK);
    }

    async fn a_person_sends_so_many_applications_a_day(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let next = site.post(&acme, NewPosting { title: "Next", ..NewPosting::default() }).await;
        copies(site, &posting, 99).await;
        ada.apply(&posting).await;
        let random = if matches!(site.state.platform.db.engine, Engine::Sqlite { .. }) { "randomblob(16)" } else { "gen_random_uuid()" };
        let statement = format!(
            "INSERT INTO applications (id, posting_id, user_id, resume_id, name, email, phone, letter, stage_id, stage_kind, outcome, created_at, updated_at)
             SELECT {random}, p.id, a.user_id, a.resume_id, a.name, a.email, a.phone, a.letter, a.stage_id, a.stage_kind, a.outcome, a.created_at, a.updated_at
             FROM postings p, applications a WHERE p.slug LIKE 'copy-%'"
        );
        site.change(statement.leak()).await;
        let fields = [("name", "Ada"), ("email", "ada@people.example")];
        let send = async || ada.call_files(&next.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        let refused = send().await;
        assert_eq!(refused.error(), AppError::refused(ApplicationProblem::TooManyApplications(100)));
        assert_eq!(site.stored_files("resumes"), 1, "the file that came with it is not kept");
        let before = crate::db::now() - chrono::TimeDelta::days(1);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("UPDATE applications SET created_at = $1").bind(before)).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(send().await.status, StatusCode::OK, "the next day");
    }

    async fn a_picture_that_is_too_large_is_not_sent(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let application = ada.apply(&posting).await;
        ada.call("open_conversation", &[("application", &application.to_string())]).await;
        let conversation = site.found_id("SELECT id FROM conversations").await;
        let send = async |width, height| {
            let file = File { field: "files", name: "holiday.png", bytes: vast_png(width, height) };
            let id = Uuid::now_v7().to_string();
            ada.call_files(&format!("/messages/{conversation}/send"), &[("id", &id), ("text", "Look")], &[file]).await
        };
        for (width, height) in [(30_000, 30_000), (6_001, 1)] {
            let refused = send(width, height).await;
            assert_eq!(refused.error(), AppError::field("files", Problem::PictureTooLarge(6_000)), "{width} × {height}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM messages").await, 0);
        assert_eq!(send(6_000, 6_000).await.status, StatusCode::OK);
    }

    async fn a_form_of_a_hundred_thousand_parts_is_answered(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let kb = 250 * 1024;
        let many: String = (0..kb / 9).map(|i| format!("{i},")).collect();
        let profile = ["headline", "place", "phone", "about", "links"].map(|field| (field, ""));
        let skills = ada.call("save_profile", &[&profile[..], &[("skills", &many)]].concat()).await;
        assert_eq!(skills.error(), AppError::field("skills", Problem::TooMany(40)));
        for (function, part) in [
            ("save_notification_settings", "kinds=nothing&"),
            ("save_notification_settings", "kinds[]=message&"),
            ("save_notification_settings", "shown[0]=reading&"),
            ("save_preferences", "categories=&"),
            ("save_profile", "skills=&"),
            ("save_profile", "a=&"),
            ("save_posting", "&"),
        ] {
            for client in [&ada, &acme] {
                let answer = client.call_raw(function, part.repeat(kb / part.len())).await;
                assert!(answer.status.as_u16() < 500, "{function} {part}: {}", answer.status);
                assert!(answer.body.len() < 1_000, "{function} {part}: {}", answer.text());
            }
        }
    }
}

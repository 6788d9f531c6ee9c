//! Postings as their employers work on them.

use axum::http::StatusCode;

use super::{
    fixtures::{NewPosting, Posting, pdf_file},
    support::*,
};
use crate::{
    error::AppError,
    jobs::{Editor, PostingProblem},
};

/// All that a posting needs to be published.
const WHOLE: [(&str, &str); 12] = [
    ("title", "Gärtner/in"),
    ("category", "trades"),
    ("description", "You look after *everything*."),
    ("employment_type", "full_time"),
    ("workplace", "on_site"),
    ("city", "Graz"),
    ("country", "AT"),
    ("pay_min", "40.000"),
    ("pay_max", "50 000"),
    ("currency", "EUR"),
    ("pay_period", "year"),
    ("skills", "Pruning, Roses, pruning"),
];

fn whole<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WHOLE.iter().filter(|(name, _)| !changed.iter().any(|(new, _)| new == name));
    kept.chain(changed).copied().collect()
}

/// Writes a posting in the editor and tells the path of its page there.
async fn write(employer: &Client, fields: &[(&str, &str)]) -> String {
    let page = employer.fill("/employer/postings/new", "save_posting", fields).await;
    assert!(page.path_only().starts_with("/employer/postings/") && page.path.contains("done="), "{}", page.path);
    page.path_only().to_string()
}

fn id_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// The only posting's public side.
async fn public(site: &Site) -> Posting {
    let slug = site.found("SELECT slug FROM postings").await;
    Posting { id: site.found_id("SELECT id FROM postings").await, slug }
}

on_both! {
    async fn a_draft_becomes_a_posting(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &[("title", "Gardener")]).await;
        let visitor = site.visitor();
        let posting = public(site).await;
        assert_eq!(visitor.get(&posting.path()).await.status, StatusCode::NOT_FOUND, "a draft is the employer's");

        let page = acme.fill(&path, "save_posting", &[("action", "publish")]).await;
        assert_eq!(page.problem("pay_min"), "Please give a pay range: it is needed to publish.");
        for field in ["category", "description", "employment_type", "workplace", "city", "country"] {
            assert_ne!(page.problem(field), "", "{field}");
        }
        assert_eq!(site.found("SELECT state FROM postings").await, "draft");

        let page = acme.fill(&path, "save_posting", &whole(&[("action", "publish")])).await;
        assert_eq!(page.toast(), "The posting is published.");
        let posting = public(site).await;
        assert!(posting.slug.starts_with("gaertner-in"), "{}", posting.slug);
        let shown = visitor.open(&posting.path()).await;
        assert_eq!(shown.texts("h1"), ["Gärtner/in"]);
        assert!(shown.texts(".posting__facts").concat().contains("40,000–50,000 €"));
        assert_eq!(shown.texts(".tags .tag"), ["Pruning", "Roses"]);
        assert_eq!(visitor.open("/jobs?q=gardner+OR").await.texts(".job-row").len(), 0);
        assert_eq!(visitor.open("/jobs?q=g%C3%A4rtner").await.texts(".job-row").len(), 1);
    }

    async fn a_posting_is_published_at_once(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let page = acme.fill("/employer/postings/new", "save_posting", &whole(&[("action", "publish")])).await;
        assert_eq!(page.toast(), "The posting is published.");
        assert_eq!(site.visitor().open("/jobs").await.texts(".job-row").len(), 1);
        let closes = site.count("SELECT COUNT(*) FROM postings WHERE closes_at > published_at").await;
        assert_eq!(closes, 1, "in 60 days unless said otherwise");
    }

    async fn what_was_typed_comes_back_with_what_is_wrong(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let long = "x".repeat(201);
        let typed = [
            ("action", "publish"), ("title", &long), ("pay_min", "90000"), ("pay_max", "80000"),
            ("closes_on", "2020-01-01"), ("description", "Line one\nLine <two>"),
        ];
        let page = acme.fill("/employer/postings/new", "save_posting", &whole(&typed)).await;
        assert_eq!(page.path_only(), "/employer/postings/new");
        assert_eq!(page.problem("title"), "Please use at most 200 characters.");
        assert_eq!(page.problem("pay_max"), "We read this as 90,000 to 80,000: the upper end is below the lower end.");
        assert_eq!(page.problem("closes_on"), "Please choose today or a later day.");
        let form = Form::find(&page, "save_posting", &[]).unwrap();
        assert_eq!(form.value("pay_min"), Some("90000"));
        assert_eq!(form.value("title"), Some(long.as_str()));
        assert_eq!(form.value("description").unwrap().trim_start().replace("\r\n", "\n"), "Line one\nLine <two>");
        assert_eq!(form.value("category"), Some("trades"));
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 0);
    }

    async fn the_same_press_twice_makes_one_posting(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let form = acme.form("/employer/postings/new", "save_posting", &[]).await;
        let first = acme.submit(&form, &whole(&[("action", "publish")])).await;
        let second = acme.submit(&form, &whole(&[("action", "publish")])).await;
        assert_eq!((first.path.as_str(), first.toast()), (second.path.as_str(), second.toast()));
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 1);

        // Whoever goes back to the empty page and writes another one, makes another one.
        let third = acme.submit(&form, &whole(&[("title", "Tree surgeon")])).await;
        assert_ne!(third.path_only(), first.path_only());
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 2);

        // An id of somebody else's is none.
        let other = site.register_employer("Other").await;
        let id = id_of(first.path_only()).to_string();
        let form = other.form("/employer/postings/new", "save_posting", &[]).await;
        let page = other.submit(&form, &whole(&[("new_id", &id)])).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_ne!(id_of(page.path_only()), id);
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 3);
    }

    async fn whose_edit_came_between_is_said(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let path = write(&acme, &whole(&[])).await;
        let mine = acme.form(&path, "save_posting", &[]).await;
        colleague.fill(&path, "save_posting", &[("title", "Theirs")]).await;
        let page = acme.submit(&mine, &[("title", "Mine")]).await;
        let notice = page.texts("form .notice--warning").concat();
        assert!(notice.starts_with("Erin of Colleague changed this just now. What you typed"), "{notice}");
        assert_eq!(Form::find(&page, "save_posting", &[]).unwrap().value("title"), Some("Mine"));
        assert!(!page.path.contains("Erin"), "the address carries no names: {}", page.path);
    }

    async fn odd_values_are_refused_beside_their_field(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let long = "x".repeat(20_001);
        for (field, value) in [
            ("category", "nothing"), ("employment_type", "x"), ("workplace", "moon"), ("country", "XX"), ("currency", "XXX"),
            ("pay_period", "second"), ("pay_min", "much"), ("pay_max", "99999999999999999999"), ("pay_min", "-1"),
            ("closes_on", "soon"), ("closes_on", "9999-12-31"), ("closes_on", "+262142-12-31"), ("description", &long), ("title", "\0\n"),
        ] {
            let answer = acme.call("save_posting", &whole(&[("action", "publish"), (field, value)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value:.20}: {}", answer.text());
            assert!(answer.error().problem_of(field).is_some(), "{field}: {:?}", answer.error());
        }
        for (id, version) in [("x", "1"), ("", "x"), ("00000000-0000-0000-0000-000000000000", "x")] {
            let answer = acme.call("save_posting", &whole(&[("id", id), ("version", version)])).await;
            assert!(id.is_empty() || answer.status == StatusCode::BAD_REQUEST, "{id} {version}: {}", answer.status);
        }
    }

    async fn an_edit_keeps_the_address(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let before = public(site).await;
        let page = acme.fill(&path, "save_posting", &[("title", "Head gardener"), ("pay_max", "55000")]).await;
        assert_eq!(page.toast(), "The posting is saved.");
        assert_eq!(public(site).await.slug, before.slug);
        let shown = site.visitor().open(&before.path()).await;
        assert_eq!(shown.texts("h1"), ["Head gardener"]);
        assert_eq!(site.visitor().open("/jobs?q=head").await.texts(".job-row").len(), 1, "the search knows");
    }

    async fn two_who_edit_at_once_lose_nothing_silently(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let path = write(&acme, &whole(&[])).await;
        let (mine, theirs) = (acme.form(&path, "save_posting", &[]).await, colleague.form(&path, "save_posting", &[]).await);
        assert_eq!(colleague.submit(&theirs, &[("title", "Theirs")]).await.toast(), "The posting is saved.");
        let page = acme.submit(&mine, &[("title", "Mine")]).await;
        assert!(page.summary().starts_with("Somebody changed this meanwhile."), "{}", page.summary());
        assert_eq!(site.found("SELECT title FROM postings").await, "Theirs");
        let again = Form::find(&page, "save_posting", &[]).unwrap();
        assert_eq!(again.value("title"), Some("Mine"), "what was typed is not lost");
        let page = acme.submit(&again, &[]).await;
        assert!(page.summary().starts_with("Somebody changed this meanwhile."), "a second try overwrites nothing");
        let again = Form::find(&page, "save_posting", &[]).unwrap();
        let newest = page.attrs("button[name=over]", "value").pop().expect("a button that does");
        let page = acme.submit(&again, &[("over", &newest)]).await;
        assert_eq!(page.toast(), "The posting is saved.", "and can be saved after all");
        assert_eq!(site.found("SELECT title FROM postings").await, "Mine");
    }

    async fn a_posting_closes_and_opens_again(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let page = acme.fill(&path, "close_posting", &[("id", id_of(&path))]).await;
        assert_eq!((page.path_only(), page.toast().as_str()), (path.as_str(), "The posting is closed."));
        let visitor = site.visitor();
        assert_eq!(visitor.open("/jobs").await.texts(".job-row").len(), 0);
        assert!(visitor.open(&public(site).await.path()).await.has(".notice--warning"));
        let again = acme.call("close_posting", &[("id", id_of(&path))]).await;
        assert_eq!(again.status, StatusCode::OK, "pressed twice, it is closed once");

        let page = acme.fill(&path, "reopen_posting", &[("id", id_of(&path))]).await;
        assert_eq!(page.toast(), "The posting is open again.");
        assert_eq!(visitor.open("/jobs").await.texts(".job-row").len(), 1);
        assert_eq!(acme.call("reopen_posting", &[("id", id_of(&path))]).await.status, StatusCode::OK);
        site.change("UPDATE postings SET state = 'archived'").await;
        let other = acme.call("close_posting", &[("id", id_of(&path))]).await;
        assert_eq!(other.error(), AppError::refused(PostingProblem::WrongState));
    }

    async fn the_same_press_twice_publishes_once(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[])).await;
        let form = acme.form(&path, "save_posting", &[]).await;
        for _ in 0..2 {
            assert_eq!(acme.submit(&form, &[("action", "publish")]).await.toast(), "The posting is published.");
        }
        let other = acme.submit(&form, &[("action", "publish"), ("title", "Another title")]).await;
        assert!(!other.path.contains("done="), "another is not the same: {}", other.path);
        assert_eq!(site.number("SELECT version FROM postings WHERE id IS NOT NULL AND state = $1", "open").await, 2);
    }

    async fn a_closed_posting_says_when_it_closed(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let posting = public(site).await;
        let visitor = site.visitor();
        let facts = async || visitor.open(&posting.path()).await.texts(".posting__facts dt");
        let panel = async || acme.open(&path).await.texts(".panel .facts dt");
        assert!(facts().await.contains(&"Closes".into()) && panel().await.contains(&"Closes".into()));
        acme.fill(&path, "close_posting", &[("id", id_of(&path))]).await;
        let today = crate::db::now().date_naive().to_string();
        let page = visitor.open(&posting.path()).await;
        assert!(facts().await.contains(&"Closed".into()) && !facts().await.contains(&"Closes".into()));
        assert!(page.attrs(".posting__facts time", "datetime").iter().all(|at| *at <= format!("{today}Z")), "nothing lies ahead");
        assert!(panel().await.contains(&"Closed".into()) && !panel().await.contains(&"Closes".into()));
        let preview = acme.open(&format!("{path}/preview")).await;
        assert!(preview.texts(".posting__facts dt").contains(&"Closed".into()));
        let list = acme.open("/employer/postings").await;
        assert!(list.texts("td").iter().any(|cell| cell.starts_with("Closed ")), "{:?}", list.texts("td"));

        acme.fill(&path, "reopen_posting", &[("id", id_of(&path))]).await;
        assert!(facts().await.contains(&"Closes".into()));
        // Its time is over, and nobody has swept yet.
        let past = crate::db::now() - chrono::TimeDelta::minutes(3);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        crate::execute!(&mut tx, sqlx::query("UPDATE postings SET closes_at = $1").bind(past)).unwrap();
        tx.commit().await.unwrap();
        site.state.platform.db.freshness.change_all();
        assert!(facts().await.contains(&"Closed".into()));
    }

    async fn one_that_ran_out_is_open_for_a_while_when_reopened(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let begun = acme.form(&path, "save_posting", &[]).await;
        let past = crate::db::now() - chrono::TimeDelta::days(3);
        let mut tx = site.state.platform.db.begin().await.unwrap();
        crate::execute!(&mut tx, sqlx::query("UPDATE postings SET closes_at = $1").bind(past)).unwrap();
        tx.commit().await.unwrap();
        crate::jobs::sweep(&site.state.platform.db).await.unwrap();
        assert_eq!(site.found("SELECT state FROM postings").await, "closed");
        let page = acme.submit(&begun, &[]).await;
        assert!(page.summary().starts_with("Somebody changed this meanwhile."), "an edit begun before: {}", page.summary());
        acme.fill(&path, "reopen_posting", &[("id", id_of(&path))]).await;
        assert_eq!(site.visitor().open("/jobs").await.texts(".job-row").len(), 1);
    }

    async fn the_way_back_is_a_local_one(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        for (function, back) in [("close_posting", "//evil.example"), ("reopen_posting", "https://evil.example\r\nx: y")] {
            let answer = acme.post_form(&path, &format!("/api/{function}"), &[("id", id_of(&path)), ("back", back)]).await;
            assert!(answer.location().starts_with("/employer/postings?done="), "{}", answer.location());
        }
    }

    async fn a_copy_is_a_draft(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish"), ("title", &"x".repeat(200))])).await;
        let page = acme.fill(&path, "duplicate_posting", &[("id", id_of(&path))]).await;
        assert_eq!(page.toast(), "Here is your copy, as a draft.");
        assert_ne!(page.path_only(), path);
        let copy: Editor = acme.call("load_editor", &[("id", id_of(page.path_only()))]).await.json();
        assert!(copy.form.title.chars().count() <= 200 && copy.form.title != "x".repeat(200), "{}", copy.form.title);
        assert_eq!((copy.form.city.as_str(), copy.form.pay_max.as_str(), copy.published_at), ("Graz", "50000", None));
        assert_eq!(site.visitor().open("/jobs").await.texts(".job-row").len(), 1);
        let saved = acme.fill(page.path_only(), "save_posting", &[("action", "publish")]).await;
        assert_eq!(saved.toast(), "The posting is published.");
    }

    async fn what_nobody_applied_for_is_deleted(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let posting = public(site).await;
        let page = acme.fill(&path, "delete_posting", &[("id", id_of(&path))]).await;
        assert_eq!((page.path_only(), page.toast().as_str()), ("/employer/postings", "The posting is deleted."));
        assert_eq!(site.visitor().get(&posting.path()).await.status, StatusCode::NOT_FOUND);
        assert_eq!(acme.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 0);
        assert_eq!(site.count("SELECT open_postings FROM companies").await, 0);
        assert_eq!(acme.call("delete_posting", &[("id", id_of(&path))]).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_somebody_applied_for_is_archived(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        let posting = public(site).await;
        let application = ada.apply(&posting).await;
        let page = acme.fill(&path, "delete_posting", &[("id", id_of(&path))]).await;
        assert_eq!(page.toast(), "The posting is closed and archived, because people have applied or asked.");
        assert_eq!(site.found("SELECT state FROM postings").await, "archived");
        acme.open(&format!("/employer/candidates/{application}")).await;
        let kept = ada.open(&format!("/applications/{application}")).await;
        assert_eq!(kept.texts("h1"), ["Gärtner/in"]);
        assert!(!kept.has(&format!("a[href='{}']", posting.path())), "no link to what is gone");
        let (visitor, eve) = (site.visitor(), site.register_seeker("Eve").await);
        let (apply, ask) = (posting.apply_path(), format!("{}/ask", posting.path()));
        for client in [&visitor, &ada, &eve, &acme] {
            assert_eq!(client.get(&posting.path()).await.status, StatusCode::NOT_FOUND);
        }
        for client in [&ada, &eve] {
            for path in [&apply, &ask] {
                assert_eq!(client.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
        let files = [pdf_file("cv.pdf")];
        let sent = eve.call_files(&apply, &[("name", "Eve"), ("email", "eve@people.example")], &files).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
        let question = [("slug", posting.slug.as_str()), ("id", "0193b5a0-0000-7000-8000-000000000000"), ("text", "Open?")];
        assert_eq!(eve.call("ask_company", &question).await.status, StatusCode::NOT_FOUND);
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies").await);
        for list in ["/", "/jobs", "/sitemap.xml", &company] {
            assert!(!visitor.open(list).await.text().contains(&posting.slug), "{list}");
        }
        assert_eq!(site.visitor().open("/jobs").await.texts(".job-row").len(), 0);
        let edit = acme.call("save_posting", &whole(&[("id", id_of(&path)), ("version", "2")])).await;
        assert_eq!(edit.error(), AppError::refused(PostingProblem::WrongState));
    }

    async fn the_dashboard_counts(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let path = write(&acme, &whole(&[("action", "publish")])).await;
        write(&acme, &[("title", "Draft")]).await;
        let slug = site.found("SELECT slug FROM postings WHERE state = 'open'").await;
        let posting = Posting { id: id_of(&path).parse().unwrap(), slug };
        ada.open(&posting.path()).await;
        site.state.views.flush(&site.state.platform.db).await.unwrap();
        let application = ada.apply(&posting).await;

        let list: crate::jobs::PostingList = acme.call("load_postings", &[]).await.json();
        let row = list.page.rows.iter().find(|row| row.id == posting.id).unwrap();
        assert_eq!((row.views, row.applications, row.unseen), (1, 1, 1));
        assert_eq!((list.counts.draft, list.counts.open, list.counts.all()), (1, 1, 2));
        let overview: crate::jobs::Overview = acme.call("load_overview", &[]).await.json();
        assert_eq!((overview.applications, overview.unseen, overview.newest.len()), (1, 1, 1));
        acme.open(&format!("/employer/candidates/{application}")).await;
        let overview: crate::jobs::Overview = acme.call("load_overview", &[]).await.json();
        assert_eq!((overview.applications, overview.unseen), (1, 0), "opened is not new any more");
        let drafts = acme.open("/employer/postings?state=draft").await;
        assert_eq!(drafts.texts("tbody tr").len(), 1);
        assert!(drafts.texts("tbody tr")[0].contains("Draft"));
    }

    async fn the_list_of_postings_has_pages(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for n in 0..45 {
            site.post(&acme, NewPosting { title: &format!("Posting {n:02}"), ..Default::default() }).await;
        }
        let (mut path, mut seen) = ("/employer/postings".to_string(), Vec::new());
        loop {
            let page = acme.open(&path).await;
            seen.extend(page.texts("tbody th"));
            match page.attrs(".pager a[rel=next]", "href").pop() {
                Some(next) => path = next,
                None => break,
            }
        }
        assert_eq!(seen, (0..45).rev().map(|n| format!("Posting {n:02}")).collect::<Vec<_>>());
        for odd in ["after=x", "before=%00", "state=nothing", "after=00000000-0000-0000-0000-000000000000"] {
            assert!(acme.get(&format!("/employer/postings?{odd}")).await.status.as_u16() < 500, "{odd}");
        }
    }

    async fn a_preview_shows_what_is_stored_and_what_is_typed(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let path = write(&acme, &whole(&[])).await;
        let page = acme.open(&format!("{path}/preview")).await;
        assert_eq!(page.texts(".prose em"), ["everything"]);
        assert_eq!(page.attrs("meta[name=robots]", "content"), ["noindex"]);
        let published = acme.fill(&format!("{path}/preview"), "publish_posting", &[]).await;
        assert_eq!(published.toast(), "The posting is published.");
        let html: String = acme.call("preview_markdown", &[("text", "**bold** <script>alert(1)</script>")]).await.json();
        assert_eq!(html.trim(), "<p><strong>bold</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }
}

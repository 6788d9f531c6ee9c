//! The list of postings with its search, a posting's page, the home page.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::{
    fixtures::{NewPosting, Posting},
    support::*,
};
use crate::jobs::{JobList, PayPeriod};

async fn load(client: &Client, query: &str) -> JobList {
    let answer = client.call("load_jobs", &[("query", query)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    answer.json()
}

/// The titles that a search finds, in their order; the count says the same.
async fn titles(client: &Client, query: &str) -> Vec<String> {
    let list = load(client, query).await;
    assert_eq!(list.total as usize, list.page.rows.len(), "{query}");
    list.page.rows.into_iter().map(|job| job.title).collect()
}

/// The same without an order.
async fn found(client: &Client, query: &str) -> Vec<String> {
    let mut titles = titles(client, query).await;
    titles.sort();
    titles
}

fn titled(title: &str) -> NewPosting<'_> {
    NewPosting { title, description: "x", ..NewPosting::default() }
}

/// Postings `00`, `01`, …, the last the newest.
async fn many(site: &Site, employer: &Client, count: usize) -> Vec<Posting> {
    let mut all = Vec::new();
    for n in 0..count {
        all.push(site.post(employer, titled(&format!("Posting {n:02}"))).await);
    }
    all
}

/// The numbers of the postings on a page, with the ways to its neighbours.
async fn numbers(client: &Client, path: &str) -> (Vec<String>, Option<String>, Option<String>) {
    let page = client.open(path).await;
    let link = |rel: &str| page.attrs(&format!(".pager a[rel={rel}]"), "href").pop();
    let titles = page.texts(".job-row__title").into_iter();
    (titles.map(|t| t.trim_start_matches("Posting ").to_string()).collect(), link("prev"), link("next"))
}

fn range(from: usize, down_to: usize) -> Vec<String> {
    (down_to..=from).rev().map(|n| format!("{n:02}")).collect()
}

on_both! {
    async fn words_are_found_by_stem_and_beginning(site: &Site) {
        let acme = site.register_employer("Acme Gardens").await;
        let managing = "You will be **managing** the greenhouses in Überlingen; C++ is no must.";
        site.post(&acme, NewPosting { title: "Senior Developers", skills: "PostgreSQL\nC", description: managing, ..NewPosting::default() }).await;
        site.post(&acme, titled("Cook")).await;
        let visitor = site.visitor();
        let one = ["Senior Developers"];
        for q in [
            "developer", "DEVELOPING", "dev", "senior+dev", "dev+senior", "managed", "greenhouse", "postgres", "c",
            "C%2B%2B", "uberlingen", "%C3%9Cberlingen", "%22developers%22", "developers%2C+senior", "you+the",
        ] {
            assert_eq!(found(&visitor, &format!("q={q}")).await, one, "{q}");
        }
        for q in ["acme", "garden", "%2B%2B", ""] {
            assert_eq!(found(&visitor, &format!("q={q}")).await, ["Cook", "Senior Developers"], "{q}");
        }
        for q in ["evelop", "developer+cook", "d", "xyz", "velopers", "developer+-senior+nothing", "ostgres"] {
            assert_eq!(found(&visitor, &format!("q={q}")).await, [""; 0], "{q}");
        }
    }

    async fn the_search_says_no_to_no_text(site: &Site) {
        let acme = site.register_employer("Acme").await;
        site.post(&acme, titled("Cook")).await;
        let visitor = site.visitor();
        for q in [
            "'", "\"", "cook\"", "cook'--", "cook*", "*", "(", "cook)", "NEAR(cook, 1)", "cook AND", "OR", "NOT cook",
            "title:cook", "{title}:cook", "^cook", "cook:*", "cook & !x", "<->", "\\", "%", "_", "\0", "\u{202e}", "🔑",
            "ß", "ﬁ", "İ", &"x".repeat(5000), &"a ".repeat(2000), "cook\u{301}", "-", "--", "+cook -cook", "NULL",
        ] {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            let query = query.append_pair("q", q).append_pair("where", q).finish();
            load(&visitor, &query).await;
            assert_eq!(visitor.get(&format!("/jobs?{query}")).await.status, StatusCode::OK, "{q:?}");
        }
        for odd in [
            "category=nothing", "pay=-1", "pay=99999999999999999999", "pay=x", "posted=2", "posted=x", "sort=x", "after=", "after=%00",
            "after=1.2.3", "before=x", "after=x&before=y", "workplace=&workplace=moon", "currency=XXX", "unpaid=maybe", "%ff=%fe", "&&&",
            "after=99999999999999999999.0", "sort=pay&after=1700000000000000.00000000000000000000000000000000",
        ] {
            load(&visitor, odd).await;
            assert_eq!(visitor.get(&format!("/jobs?{odd}")).await.status, StatusCode::OK, "{odd}");
        }
    }

    async fn titles_count_more_than_skills_and_these_more_than_descriptions(site: &Site) {
        let (acme, rust) = (site.register_employer("Acme").await, site.register_employer("Rust Belt").await);
        let description = NewPosting { description: "A little rust does no harm.", ..titled("In the description") };
        site.post(&acme, titled("Rust engineer, old")).await;
        site.post(&rust, titled("In the company")).await;
        site.post(&acme, NewPosting { skills: "Go\nRust", ..titled("In the skills") }).await;
        site.post(&acme, titled("Rusty nails, new")).await;
        site.post(&acme, description).await;
        site.post(&acme, titled("Nowhere")).await;
        let visitor = site.visitor();
        let ranked = ["Rusty nails, new", "Rust engineer, old", "In the skills", "In the company", "In the description"];
        assert_eq!(titles(&visitor, "q=rust").await, ranked);
        assert_eq!(titles(&visitor, "q=rust&sort=relevance").await, ranked);
        let newest = ["In the description", "Rusty nails, new", "In the skills", "In the company", "Rust engineer, old"];
        assert_eq!(titles(&visitor, "q=rust&sort=newest").await, newest);
    }

    async fn ranked_pages_follow_each_other(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for n in 0..24 {
            let (title, skills) = if n % 2 == 0 { (format!("Rust {n:02}"), "") } else { (format!("Other {n:02}"), "Rust") };
            site.post(&acme, NewPosting { skills, ..titled(&title) }).await;
        }
        let visitor = site.visitor();
        let first = load(&visitor, "q=rust").await;
        let after = first.page.after.clone().unwrap();
        let second = load(&visitor, &format!("q=rust&after={after}")).await;
        let all: Vec<_> = first.page.rows.iter().chain(&second.page.rows).map(|job| job.title.clone()).collect();
        let rust = (0..12).rev().map(|n| format!("Rust {:02}", 2 * n));
        let other = (0..12).rev().map(|n| format!("Other {:02}", 2 * n + 1));
        assert_eq!(all, rust.chain(other).collect::<Vec<_>>());
        assert_eq!((first.total, second.page.after), (24, None));
        let back = load(&visitor, &format!("q=rust&before={}", second.page.before.unwrap())).await;
        assert_eq!(back.page.rows, first.page.rows);
        assert_eq!(back.page.before, None);
    }

    async fn filters_combine(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let new = [
            NewPosting { category: "data", workplace: "remote", employment_type: "contract", city: "Wien", ..titled("A") },
            NewPosting { category: "data", workplace: "hybrid", employment_type: "full_time", city: "Graz", ..titled("B") },
            NewPosting { category: "design", workplace: "remote", employment_type: "full_time", city: "Wien", ..titled("C") },
            NewPosting { category: "sales", workplace: "on_site", city: "Paris", country: "FR", age: Some(TimeDelta::days(5)), ..titled("D") },
        ];
        for posting in new {
            site.post(&acme, posting).await;
        }
        let visitor = site.visitor();
        for (query, expected) in [
            ("", "ABCD"),
            ("category=data", "AB"),
            ("category=data&category=design", "ABC"),
            ("workplace=remote", "AC"),
            ("category=data&workplace=remote", "A"),
            ("type=full_time&workplace=remote", "C"),
            ("where=wien", "AC"),
            ("where=AT", "ABC"),
            ("where=wien&type=contract", "A"),
            ("where=par", "D"),
            ("where=wien+paris", ""),
            ("posted=3", "ABC"),
            ("posted=7", "ABCD"),
            ("posted=3&category=sales", ""),
            ("q=b&category=data", "B"),
            ("q=b&category=design", ""),
            ("category=nothing", "ABCD"),
        ] {
            assert_eq!(found(&visitor, query).await.concat(), expected, "{query}");
        }
    }

    async fn pay_is_compared_per_year_and_currency(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let paid = |title, pay, period| NewPosting { pay, period, ..titled(title) };
        site.post(&acme, paid("Year", Some((40_000, 60_000, "EUR")), PayPeriod::Year)).await;
        site.post(&acme, paid("Hour", Some((20, 30, "EUR")), PayPeriod::Hour)).await;
        site.post(&acme, paid("Month", Some((2_000, 3_000, "EUR")), PayPeriod::Month)).await;
        site.post(&acme, paid("Dollars", Some((90_000, 99_000, "USD")), PayPeriod::Year)).await;
        site.post(&acme, paid("Silent", None, PayPeriod::Year)).await;
        let visitor = site.visitor();
        assert_eq!(found(&visitor, "pay=60000&unpaid=hide").await, ["Hour", "Year"]);
        assert_eq!(found(&visitor, "pay=60001&unpaid=hide").await, ["Hour"]);
        assert_eq!(found(&visitor, "pay=60000").await, ["Hour", "Silent", "Year"]);
        assert_eq!(found(&visitor, "pay=60000&currency=USD&unpaid=hide").await, ["Dollars"]);
        assert_eq!(found(&visitor, "unpaid=hide").await, ["Dollars", "Hour", "Month", "Year"]);
        assert_eq!(titles(&visitor, "sort=pay").await, ["Hour", "Year", "Month", "Silent"]);
        let page = visitor.open("/jobs?sort=pay").await;
        assert!(page.texts(".job-row__pay")[0].contains("20–30 €"), "{:?}", page.texts(".job-row__pay"));
    }

    async fn pages_stay_right_while_postings_come_and_go(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let all = many(site, &acme, 45).await;
        let visitor = site.visitor();
        let (rows, previous, next) = numbers(&visitor, "/jobs").await;
        assert_eq!((rows, previous), (range(44, 25), None));

        // A new one comes, one of those seen goes, one of the next page goes.
        site.post(&acme, titled("New")).await;
        site.close(&all[25]).await;
        site.close(&all[20]).await;
        let second: Vec<_> = range(24, 4).into_iter().filter(|n| n != "20").collect();
        let (rows, previous, next) = numbers(&visitor, &next.unwrap()).await;
        assert_eq!(rows, second, "nothing twice, nothing left out");
        let (rows, to_second, none) = numbers(&visitor, &next.unwrap()).await;
        assert_eq!((rows, none), (range(3, 0), None));

        assert_eq!(numbers(&visitor, &to_second.unwrap()).await.0, second);
        let (rows, previous, _) = numbers(&visitor, &previous.unwrap()).await;
        assert_eq!(rows, [vec!["New".to_string()], range(44, 26)].concat());
        assert_eq!(previous, None);
    }

    async fn a_page_past_the_end_leads_back(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let all = many(site, &acme, 21).await;
        let visitor = site.visitor();
        let next = numbers(&visitor, "/jobs").await.2.unwrap();
        site.close(&all[0]).await;
        let page = visitor.open(&next).await;
        assert_eq!(page.texts(".job-row").len(), 0);
        assert_eq!(page.attrs(".empty a", "href"), ["/jobs"]);
        let nonsense = visitor.open("/jobs?after=nonsense&category=trades").await;
        assert_eq!(nonsense.attrs(".empty a", "href"), ["/jobs?category=trades"]);
    }

    async fn filters_in_force_are_links_that_take_them_away(site: &Site) {
        let acme = site.register_employer("Acme").await;
        site.post(&acme, NewPosting { workplace: "remote", ..titled("Cook") }).await;
        let visitor = site.visitor();
        let page = visitor.open("/jobs?q=cook&workplace=remote").await;
        assert_eq!(page.attrs(".chip", "href"), ["/jobs?workplace=remote", "/jobs?q=cook"]);
        assert_eq!(page.attrs("input[name=q]", "value"), ["cook"]);
        assert_eq!(page.attrs("input[name=workplace][checked]", "value"), ["remote"]);
        assert_eq!(page.attrs("link[rel=canonical]", "href"), [format!("{ORIGIN}/jobs?q=cook&workplace=remote")]);
        let nothing = visitor.open("/jobs?q=nothingness").await;
        assert_eq!(nothing.texts(".empty__title").len(), 1);
        assert_eq!(nothing.attrs(".empty a", "href"), ["/jobs"]);
    }

    async fn a_posting_says_what_it_is(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting { skills: "Pruning\nRust & Co", ..NewPosting::default() }).await;
        let page = site.visitor().open(&posting.path()).await;
        assert_eq!(page.texts("h1"), ["Gardener"]);
        assert_eq!(page.texts(".prose em"), ["everything"]);
        assert_eq!(page.texts(".tags .tag"), ["Pruning", "Rust & Co"]);
        assert!(page.texts(".posting__facts").concat().contains("40,000–50,000 €"));
        assert_eq!(page.attrs(".apply-panel a", "href"), [posting.apply_path(), format!("{}/ask", posting.path())]);
        assert_eq!(page.attrs("link[rel=canonical]", "href"), [format!("{ORIGIN}{}", posting.path())]);
        assert!(!page.has("meta[name=robots]"));
        assert!(page.attrs("meta[name=description]", "content").concat().starts_with("You look after everything"));
        assert!(!acme.open(&posting.path()).await.has(".apply-panel a"), "employers do not apply");
    }

    async fn a_posting_that_is_over_says_so(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let alike = site.post(&acme, titled("Alike")).await;
        let closed = site.post(&acme, NewPosting { state: "closed", ..titled("Closed") }).await;
        let archived = site.post(&acme, NewPosting { state: "archived", ..titled("Archived") }).await;
        let expired = site.post(&acme, NewPosting { closes_in: TimeDelta::seconds(-1), ..titled("Expired") }).await;
        for path in [archived.path(), archived.apply_path()] {
            assert_eq!(ada.get(&path).await.status, StatusCode::NOT_FOUND, "gone from the public");
        }
        for posting in [&closed, &expired] {
            let page = ada.open(&posting.path()).await;
            assert!(page.has(".notice--warning"), "{posting:?}");
            assert_eq!(page.attrs("meta[name=robots]", "content"), ["noindex"]);
            assert!(!page.has(".apply-panel") && !page.text().contains(&posting.apply_path()));
            assert_eq!(page.attrs(".job-row__title a", "href"), [alike.path()], "similar ones");
            let apply = ada.open(&posting.apply_path()).await;
            assert!(Form::find(&apply, &posting.apply_path(), &[]).is_none(), "no form");
        }
        assert_eq!(titles(&ada, "").await, ["Alike"]);
        crate::jobs::sweep(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE state = 'open'").await, 1);
    }

    async fn what_is_typed_cannot_run(site: &Site) {
        let acme = site.register_employer("<b>Acme</b>").await;
        let bad = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) <style>a{}</style>\n\n\
                   <a href=\"data:text/html,x\" onclick=\"x()\">y</a> <iframe src=//evil.example></iframe> <form action=//e><input></form>";
        let posting = NewPosting { title: "</title><script>alert(2)</script>", description: bad, skills: "<i onclick=x>s</i>", city: "\"><svg onload=x>", ..NewPosting::default() };
        let posting = site.post(&acme, posting).await;
        let visitor = site.visitor();
        for path in [posting.path(), "/jobs".into(), "/jobs?q=%3Cscript%3Ealert(3)%3C/script%3E".into(), "/".into(), "/companies".into()] {
            let page = visitor.open(&path).await;
            let text = page.text();
            let raw = text.find("<script>alert").map(|at| &text[at.saturating_sub(80)..at + 40]);
            assert_eq!(raw, None, "{path}");
            let active = "[onerror], [onclick], [onload], iframe, object, main style, .prose :is(img, form, input), \
                          a[href^='javascript:'], a[href^='data:']";
            let found: Vec<_> = page.page().select(&css(active)).map(|e| e.html()).collect();
            assert!(found.is_empty(), "{path}: {found:?}");
            assert!(page.scripts_are_allowed(), "{path}");
        }
        assert_eq!(visitor.open(&posting.path()).await.texts("h1"), ["</title><script>alert(2)</script>"]);
        let title = visitor.open(&posting.path()).await.texts("head title");
        assert_eq!(title, ["</title><script>alert(2)</script> at <b>Acme</b> · Jobi"]);
    }

    async fn the_home_page_shows_what_is_new_and_who_hires(site: &Site) {
        let (acme, _idle) = (site.register_employer("Acme").await, site.register_employer("Idle").await);
        many(site, &acme, 10).await;
        site.post(&acme, NewPosting { category: "data", ..titled("Data") }).await;
        site.post(&acme, NewPosting { category: "design", state: "draft", ..titled("Draft") }).await;
        let page = site.visitor().open("/").await;
        assert_eq!(page.texts(".job-row__title").len(), 8);
        assert_eq!(page.texts(".job-row__title")[..2], ["Data", "Posting 09"]);
        assert_eq!(page.attrs(".category-grid a", "href"), ["/jobs?category=trades", "/jobs?category=data"]);
        assert_eq!(page.texts(".category-grid .category-grid__count"), ["10", "1"]);
        assert_eq!(page.texts(".company-grid .category-grid__name"), ["Acme"]);
        assert!(page.has("form[role=search] input[name=q]"));
    }

    async fn a_site_without_postings_says_so(site: &Site) {
        let visitor = site.visitor();
        for path in ["/", "/jobs", "/companies"] {
            assert!(visitor.open(path).await.has(".empty"), "{path}");
        }
    }

    async fn views_are_counted_but_not_the_companys_own(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, titled("Cook")).await;
        for client in [&acme, &ada, &site.visitor()] {
            client.open(&posting.path()).await;
        }
        ada.call("load_job", &[("slug", &posting.slug)]).await;
        site.state.views.flush(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT views FROM postings").await, 2);
    }

    async fn the_sitemap_lists_what_is_open(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let open = site.post(&acme, titled("Open")).await;
        let closed = site.post(&acme, NewPosting { state: "closed", ..titled("Closed") }).await;
        let map = site.visitor().open("/sitemaps/jobs-1.xml").await;
        assert!(map.header("content-type").starts_with("application/xml"));
        assert!(map.text().contains(&format!("<loc>{ORIGIN}{}</loc>", open.path())));
        assert!(!map.text().contains(&closed.slug));
    }
}

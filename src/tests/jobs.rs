//! The list of postings with its search, a posting's page, the home page.

use axum::http::StatusCode;
use chrono::TimeDelta;

use super::{
    fixtures::{NewPosting, Posting},
    support::*,
};
use crate::{
    db::Engine,
    jobs::{CURRENCIES, JobList, PayPeriod, exchanged},
    site::background::catch_up_some,
};

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
        let ranked = ["Rust engineer, old", "Rusty nails, new", "In the skills", "In the company", "In the description"];
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

    async fn pages_full_of_the_best_matches_follow_each_other(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for n in 0..50 {
            let (title, skills) = if n % 10 == 0 { (format!("Other {n:02}"), "Rust") } else { (format!("Rust {n:02}"), "") };
            site.post(&acme, NewPosting { skills, ..titled(&title) }).await;
        }
        let visitor = site.visitor();
        let mut pages = vec![load(&visitor, "q=rust").await];
        while let Some(after) = &pages[pages.len() - 1].page.after {
            let next = load(&visitor, &format!("q=rust&after={after}")).await;
            pages.push(next);
        }
        assert_eq!(pages.iter().map(|list| (list.page.rows.len(), list.total)).collect::<Vec<_>>(), [(20, 50), (20, 50), (10, 50)]);
        let all = pages.iter().flat_map(|list| &list.page.rows).map(|job| job.title.as_str());
        let best = (0..50).rev().filter(|n| n % 10 != 0).map(|n| format!("Rust {n:02}"));
        let others = (0..50).rev().filter(|n| n % 10 == 0).map(|n| format!("Other {n:02}"));
        assert_eq!(all.collect::<Vec<_>>(), best.chain(others).collect::<Vec<_>>());
        for pair in pages.windows(2) {
            let back = load(&visitor, &format!("q=rust&before={}", pair[1].page.before.as_ref().unwrap())).await;
            assert_eq!(back.page, pair[0].page);
        }
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
        site.post(&acme, paid("Yen", Some((9_000_000, 12_000_000, "JPY")), PayPeriod::Year)).await;
        for order in ["sort=pay", "sort=pay&currency=USD"] {
            assert_eq!(titles(&visitor, order).await, ["Dollars", "Yen", "Hour", "Year", "Month", "Silent"], "{order}");
        }
        assert_eq!(titles(&visitor, "sort=pay&q=x").await, ["Dollars", "Yen", "Hour", "Year", "Month", "Silent"]);
        let page = visitor.open("/jobs?sort=pay").await;
        let pay = page.texts(".job-row__pay");
        assert!(pay[0].contains("90,000–99,000 $") && pay[0].contains("about 77,000–85,000 € a year"), "{pay:?}");
        assert!(pay[1].contains("about 50,000–67,000 €"), "{pay:?}");
        assert!(pay[2].contains("20–30 €") && !pay[2].contains("about"), "{pay:?}");
        assert!(page.texts(".results__note").concat().contains("about"));
        assert!(!visitor.open("/jobs").await.has(".job-row__about"), "only where pay is compared");
    }

    async fn currencies_are_worth_the_same_in_the_table_and_in_the_program(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for currency in CURRENCIES {
            site.post(&acme, NewPosting { pay: Some((1, 1_234_567, currency)), ..titled(currency) }).await;
            let stored = site.number("SELECT pay_euro FROM postings WHERE title = $1", currency).await;
            assert_eq!(stored, exchanged(1_234_567, currency, "EUR"), "{currency}");
            assert!(stored > 0, "{currency}");
        }
    }

    async fn words_are_found_in_every_spelling(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (title, skills) in [
            ("Straßenbau", "C#\nASP.NET"), ("Ärztin in Łódź", "C++\nQt"), ("Søren Æbelø", "F#"), ("Café Rene\u{301}", "C"),
            ("ＩＴ Ｈｅｌｐ", "Node.js"), ("Co-Working Host", "R&D"), ("Entwickler*in", "Full Stack"), ("Müller", "İstanbul"),
            ("Mueller", "T-SQL"), ("Παπουτσής", "后端工程师"), ("Javaエンジニア", "한글개발자\nวิศวกรซอฟต์แวร์"),
        ] {
            site.post(&acme, NewPosting { skills, ..titled(title) }).await;
        }
        let visitor = site.visitor();
        for (q, expected) in [
            ("strasse", vec!["Straßenbau"]), ("STRAẞE", vec!["Straßenbau"]), ("aerztin", vec!["Ärztin in Łódź"]),
            ("arztin", vec!["Ärztin in Łódź"]), ("ÄRZTIN", vec!["Ärztin in Łódź"]), ("A\u{308}rztin", vec!["Ärztin in Łódź"]),
            ("lodz", vec!["Ärztin in Łódź"]), ("soren", vec!["Søren Æbelø"]), ("soeren", vec!["Søren Æbelø"]), ("aebelo", vec!["Søren Æbelø"]),
            ("cafe rene", vec!["Café Rene\u{301}"]), ("CAFÉ RENÉ", vec!["Café Rene\u{301}"]), ("it help", vec!["ＩＴ Ｈｅｌｐ"]),
            ("ｎｏｄｅｊｓ", vec!["ＩＴ Ｈｅｌｐ"]), ("node.js", vec!["ＩＴ Ｈｅｌｐ"]), ("node js", vec!["ＩＴ Ｈｅｌｐ"]),
            ("coworking", vec!["Co-Working Host"]), ("co-working", vec!["Co-Working Host"]), ("co working", vec!["Co-Working Host"]),
            ("R&D", vec!["Co-Working Host"]), ("entwicklerin", vec!["Entwickler*in"]), ("fullstack", vec!["Entwickler*in"]),
            ("full-stack", vec!["Entwickler*in"]), ("mueller", vec!["Mueller", "Müller"]), ("müller", vec!["Mueller", "Müller"]),
            ("muller", vec!["Müller"]), ("istanbul", vec!["Müller"]), ("ISTANBUL", vec!["Müller"]), ("ıstanbul", vec!["Müller"]),
            ("tsql", vec!["Mueller"]), ("παπουτσησ", vec!["Παπουτσής"]), ("工程师", vec!["Παπουτσής"]), ("程工", vec![]),
            ("C#", vec!["Straßenbau"]), ("ｃ＃", vec!["Straßenbau"]), ("csharp", vec!["Straßenbau"]), (".NET", vec!["Straßenbau"]),
            ("dotnet", vec!["Straßenbau"]), ("C++", vec!["Ärztin in Łódź"]), ("cpp", vec!["Ärztin in Łódź"]), ("F#", vec!["Søren Æbelø"]),
            ("C", vec!["Café Rene\u{301}"]), ("C# C++", vec![]), ("java エンジニア", vec!["Javaエンジニア"]), ("개발자", vec!["Javaエンジニア"]), ("ซอฟต์แวร์", vec!["Javaエンジニア"]),
            ("R and D", vec!["Co-Working Host"]), ("Entwickler (m/w/d)", vec!["Entwickler*in"]),
        ] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
            assert_eq!(found(&visitor, &query).await, expected, "{q}");
        }
    }

    async fn whole_words_come_before_beginnings(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let texts = |title, skills, description| NewPosting { title, skills, description, ..NewPosting::default() };
        for posting in [
            texts("IT manager", "", "x"), texts("Helpdesk", "IT", "x"), texts("Clerk", "", "You know IT."), texts("Teacher", "Italian", "x"),
            texts("Italian teacher", "", "x"), texts("Developers", "", "x"), texts("Team lead", "", "You lead a developer."),
            texts("Developerin", "", "x"),
        ] {
            site.post(&acme, posting).await;
        }
        let visitor = site.visitor();
        for (query, expected) in [
            ("q=IT", vec!["IT manager", "Helpdesk", "Clerk", "Italian teacher", "Teacher"]),
            ("q=developer", vec!["Developers", "Developerin", "Team lead"]),
            ("q=it+manag", vec!["IT manager"]),
        ] {
            assert_eq!(titles(&visitor, query).await, expected, "{query}");
        }
    }

    async fn places_are_found_by_all_of_their_names(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (title, city, country, workplace) in [
            ("A", "Munich", "DE", "on_site"), ("B", "München", "DE", "remote"), ("C", "Wien", "AT", "hybrid"), ("D", "Zürich", "CH", "on_site"),
            ("E", "Łódź", "PL", "on_site"), ("F", "Köln", "DE", "remote"), ("G", "Atlanta", "US", "remote"), ("H", "", "GE", "remote"), ("I", "Frankfurt (Oder)", "DE", "on_site"),
            ("J", "St. Gallen", "CH", "on_site"),
        ] {
            site.post(&acme, NewPosting { city, country, workplace, ..titled(title) }).await;
        }
        let visitor = site.visitor();
        for (place, expected) in [
            ("München", "AB"), ("munich", "AB"), ("Muenchen", "AB"), ("munchen", "AB"), ("MÜNCHEN, Germany", "AB"), ("Munich Germany", "AB"),
            ("Vienna", "C"), ("wien", "C"), ("Zuerich", "D"), ("Zurich", "D"), ("zür", "D"), ("Lodz", "E"), ("Łódź", "E"), ("Cologne", "F"),
            ("Koeln", "F"), ("Deutschland", "ABFI"), ("Allemagne", "ABFI"), ("Österreich", "C"), ("osterreich", "C"), ("Austria", "C"),
            ("Polska", "E"), ("Suisse", "DJ"), ("DACH", "ABCDFIJ"), ("Germany, Poland", "ABEFI"), ("remote", "BFGH"), ("Home Office", "BFGH"),
            ("remote, Germany", "BF"), ("Munich remote", "B"), ("von zu Hause", "BFGH"), ("hybrid", "C"), ("Georgia", "H"), ("USA", "G"),
            ("Berlin", ""), ("++", "ABCDEFGHIJ"), ("Monaco di Baviera", "AB"), ("Monaco", ""), ("80331 München", "AB"), ("Großraum München", "AB"),
            ("München-Schwabing", "AB"), ("Frankfurt/Main", ""), ("Frankfurt an der Oder", "I"), ("Frankfurt", "I"), ("Sankt Gallen", "J"),
            ("Saint Gall", "J"), ("EU", "ABCEFI"), ("Atlanta, US", "G"), ("Wien, AT", "C"), ("DEU", "ABFI"), ("Scotland", ""),
        ] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("where", place).finish();
            assert_eq!(found(&visitor, &query).await.concat(), expected, "{place}");
        }
    }

    async fn what_is_not_searched_for_is_told(site: &Site) {
        let acme = site.register_employer("Acme").await;
        site.post(&acme, titled("Cook")).await;
        let visitor = site.visitor();
        for (query, left_out) in [
            ("q=cook", vec![]), ("q=C%23", vec![]), ("q=cook+%26+%2B%2B", vec!["&", "++"]), ("q=%2B%2B", vec!["++"]), ("where=%F0%9F%94%91", vec!["🔑"]),
            ("q=a+b+c+d+e+f+g+h+i+j+k+l+M%C3%BC+n", vec!["Mü", "n"]), ("q=cook+-senior", vec!["-"]),
        ] {
            assert_eq!(load(&visitor, query).await.left_out, left_out, "{query}");
            let told = visitor.open(&format!("/jobs?{query}")).await.texts(".notice").concat();
            assert_eq!(told.contains("Not searched for"), !left_out.is_empty(), "{query}: {told}");
            assert!(left_out.iter().all(|text| told.contains(text)), "{query}: {told}");
        }
        assert_eq!(visitor.open("/jobs?q=%2B%2B").await.attrs("input[name=q]", "value"), ["++"], "it can be mended");
    }

    async fn what_is_kept_by_older_rules_is_kept_anew(site: &Site) {
        let acme = site.register_employer("Müller Söhne").await;
        let posting = site.post(&acme, titled("Cook")).await;
        let visitor = site.visitor();
        let clear = match &site.state.platform.db.engine {
            Engine::Sqlite { .. } => "DELETE FROM posting_search",
            Engine::Postgres(_) => "UPDATE postings SET search = '', head_search = ''",
        };
        site.change(clear).await;
        site.change("UPDATE companies SET name_words = '', search_version = 0").await;
        site.change("UPDATE postings SET search_version = 0").await;
        assert_eq!(titles(&visitor, "q=cook").await, [""; 0]);
        while catch_up_some(&site.state.platform.db).await.unwrap() {}
        assert_eq!(titles(&visitor, "q=cook").await, ["Cook"]);
        assert_eq!(titles(&visitor, "q=mueller").await, ["Cook"]);
        assert_eq!(visitor.open("/companies?q=soehne").await.texts(".company-grid__text > span:first-child"), ["Müller Söhne"]);
        site.change("DELETE FROM postings").await;
        assert_eq!(titles(&visitor, "q=cook").await, [""; 0]);
        assert!(!posting.slug.is_empty());
    }

    async fn who_has_applied_sees_it_in_every_list(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, titled("Cook")).await;
        let other = site.post(&acme, titled("Baker")).await;
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies").await);
        let other_path = other.path();
        let lists = ["/jobs", "/", company.as_str(), other_path.as_str(), "/jobs?q=cook"];
        for path in lists {
            assert!(!ada.open(path).await.has(".job-row .badge"), "{path}");
        }
        ada.apply(&posting).await;
        for path in lists {
            let titles = ada.open(path).await.texts(".job-row__title");
            let marked: Vec<_> = titles.into_iter().filter(|title| title.ends_with("Applied")).collect();
            assert_eq!(marked, ["Cook Applied"], "{path}");
            assert!(!site.visitor().open(path).await.has(".job-row .badge"), "{path}");
            assert!(!acme.open(path).await.has(".job-row .badge"), "{path}");
        }
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

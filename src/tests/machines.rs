//! What machines read: data of postings, previews of links, pictures for sharing, sitemaps, feeds, and robots.txt.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::{
    fixtures::{NewPosting, Posting},
    routes::{page_table, world},
    support::*,
};
use crate::jobs::PayPeriod;

/// What Google requires of a JobPosting, and what it recommends
/// (<https://developers.google.com/search/docs/appearance/structured-data/job-posting#structured-data-type-definitions>).
/// `jobLocation` is required unless the work is remote; then `applicantLocationRequirements` is.
const REQUIRED: [&str; 4] = ["datePosted", "description", "hiringOrganization", "title"];
const RECOMMENDED: [&str; 7] = [
    "applicantLocationRequirements",
    "baseSalary",
    "directApply",
    "employmentType",
    "identifier",
    "jobLocationType",
    "validThrough",
];
/// The values that Google knows.
const EMPLOYMENT_TYPES: [&str; 8] =
    ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"];
const UNITS: [&str; 5] = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"];
/// Elements that a description may have: "You must format the description in HTML".
const DESCRIPTION_TAGS: [&str; 8] = ["<p>", "<ul>", "<li>", "<br>", "<h2>", "<strong>", "<em>", "<a "];

/// What a field of our schema is.
enum Kind {
    Text,
    /// A moment with its zone.
    Time,
    Address,
    Flag,
    Number,
    OneOf(&'static [&'static str]),
    /// An object of this type: its fields, and whether they must be there.
    Object(&'static str, &'static [(&'static str, bool, Kind)]),
}

/// The schema of what we write.
const JOB_POSTING: Kind = Kind::Object(
    "JobPosting",
    &[
        ("title", true, Kind::Text),
        ("description", true, Kind::Text),
        ("datePosted", true, Kind::Time),
        ("validThrough", true, Kind::Time),
        ("employmentType", true, Kind::OneOf(&EMPLOYMENT_TYPES)),
        (
            "hiringOrganization",
            true,
            Kind::Object(
                "Organization",
                &[("name", true, Kind::Text), ("sameAs", false, Kind::Address), ("logo", false, Kind::Address)],
            ),
        ),
        (
            "jobLocation",
            false,
            Kind::Object(
                "Place",
                &[(
                    "address",
                    true,
                    Kind::Object(
                        "PostalAddress",
                        &[
                            ("addressLocality", false, Kind::Text),
                            ("addressRegion", false, Kind::Text),
                            ("addressCountry", true, Kind::Text),
                        ],
                    ),
                )],
            ),
        ),
        ("jobLocationType", false, Kind::OneOf(&["TELECOMMUTE"])),
        ("applicantLocationRequirements", false, Kind::Object("Country", &[("name", true, Kind::Text)])),
        (
            "baseSalary",
            false,
            Kind::Object(
                "MonetaryAmount",
                &[
                    ("currency", true, Kind::OneOf(&crate::jobs::CURRENCIES)),
                    (
                        "value",
                        true,
                        Kind::Object(
                            "QuantitativeValue",
                            &[
                                ("value", false, Kind::Number),
                                ("minValue", false, Kind::Number),
                                ("maxValue", false, Kind::Number),
                                ("unitText", true, Kind::OneOf(&UNITS)),
                            ],
                        ),
                    ),
                ],
            ),
        ),
        ("identifier", true, Kind::Object("PropertyValue", &[("name", true, Kind::Text), ("value", true, Kind::Text)])),
        ("directApply", true, Kind::Flag),
    ],
);

/// Fails where a value is not what the schema says.
fn check(value: &Value, kind: &Kind, at: &str) {
    let text = || value.as_str().filter(|text| !text.trim().is_empty()).unwrap_or_else(|| panic!("{at}: {value}"));
    match kind {
        Kind::Text => assert!(!text().is_empty()),
        Kind::Time => assert!(DateTime::parse_from_rfc3339(text()).is_ok(), "{at}: {value}"),
        Kind::Address => assert!(url::Url::parse(text()).is_ok_and(|url| url.has_host()), "{at}: {value}"),
        Kind::Flag => assert!(value.is_boolean(), "{at}: {value}"),
        Kind::Number => assert!(value.as_f64().is_some_and(|number| number > 0.0), "{at}: {value}"),
        Kind::OneOf(known) => assert!(known.contains(&text()), "{at}: {value}"),
        Kind::Object(name, fields) => {
            let object = value.as_object().unwrap_or_else(|| panic!("{at}: {value}"));
            assert_eq!(value["@type"], *name, "{at}");
            for (field, _, kind) in *fields {
                if let Some(value) = object.get(*field) {
                    check(value, kind, &format!("{at}.{field}"));
                }
            }
            let missing: Vec<_> = fields.iter().filter(|(f, must, _)| *must && !object.contains_key(*f)).collect();
            assert!(missing.is_empty(), "{at} lacks {}", missing[0].0);
            let known = |name: &String| name.starts_with('@') || fields.iter().any(|(field, ..)| field == name);
            assert!(object.keys().all(known), "{at}: {value}");
        }
    }
}

/// The data of a posting's page, checked; none where there is none.
async fn data(client: &Client, posting: &Posting) -> Option<Value> {
    let page = client.open(&posting.path()).await;
    assert!(page.scripts_are_allowed(), "{}", page.header("content-security-policy"));
    let blocks = page.texts_of("script[type='application/ld+json']");
    assert!(blocks.len() <= 1);
    let value: Value = serde_json::from_str(blocks.first()?).expect("JSON");
    assert_eq!(value["@context"], "https://schema.org/");
    check(&value, &JOB_POSTING, "posting");
    for field in REQUIRED {
        assert!(value.get(field).is_some(), "Google requires {field}");
    }
    let is_remote = value["jobLocationType"] == "TELECOMMUTE";
    let place = if is_remote { "applicantLocationRequirements" } else { "jobLocation" };
    assert!(value.get(place).is_some(), "Google requires {place}");
    let html = value["description"].as_str().unwrap();
    assert!(DESCRIPTION_TAGS.iter().any(|tag| html.contains(tag)), "{html}");
    Some(value)
}

fn moment(value: &Value) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap().to_utc()
}

/// The values of the page's `<meta property>`s of this name.
fn meta(page: &Answer, property: &str) -> String {
    page.attrs(&format!("meta[property='{property}'], meta[name='{property}']"), "content").join("|")
}

fn locations(xml: &str) -> Vec<String> {
    xml.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap().to_string()).collect()
}

/// Forms that a visitor can open, and pages behind links.
const FOR_PEOPLE: [&str; 5] = ["/jobs/:slug/apply", "/guest", "/login/code", "/setup", "/join"];

on_both! {
    async fn an_open_posting_says_all_that_search_engines_ask_for(site: &Site) {
        let acme = site.register_employer("Acme").await;
        site.change("UPDATE companies SET site = 'https://acme.example', logo = '0123456789abcdef0123456789abcdef.png'").await;
        let posting = NewPosting { title: "Gärtner*in (m/w/d)", description: "Du *pflegst* Bäume.\nUnd Rosen.", ..NewPosting::default() };
        let posting = site.post(&acme, posting).await;
        let visitor = site.visitor();
        let value = data(&visitor, &posting).await.unwrap();
        for field in RECOMMENDED {
            let is_of_remote = ["applicantLocationRequirements", "jobLocationType"].contains(&field);
            assert_eq!(value.get(field).is_some(), !is_of_remote, "{field}");
        }
        assert_eq!(value["title"], "Gärtner*in (m/w/d)");
        assert_eq!(value["description"], "<p>Du <em>pflegst</em> Bäume.<br>\nUnd Rosen.</p>\n");
        assert_eq!(value["employmentType"], "FULL_TIME");
        assert_eq!(value["hiringOrganization"], serde_json::json!({
            "@type": "Organization", "name": "Acme", "sameAs": "https://acme.example",
            "logo": format!("{ORIGIN}/logos/0123456789abcdef0123456789abcdef.png"),
        }));
        assert_eq!(value["jobLocation"]["address"], serde_json::json!({
            "@type": "PostalAddress", "addressLocality": "Graz", "addressCountry": "AT",
        }));
        assert_eq!(value["baseSalary"], serde_json::json!({
            "@type": "MonetaryAmount", "currency": "EUR",
            "value": { "@type": "QuantitativeValue", "minValue": 40_000, "maxValue": 50_000, "unitText": "YEAR" },
        }));
        assert_eq!(value["identifier"]["value"], posting.id.to_string());
        assert_eq!(value["directApply"], true);
        let page = visitor.open(&posting.path()).await;
        let shown = page.page().select(&css(".prose")).next().unwrap().inner_html();
        assert_eq!(value["description"].as_str().unwrap(), shown, "as on the page");
    }

    async fn each_kind_of_posting_says_what_it_is(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let visitor = site.visitor();
        let remote = NewPosting { workplace: "remote", city: "", country: "DE", ..NewPosting::default() };
        let value = data(&visitor, &site.post(&acme, remote).await).await.unwrap();
        assert_eq!((&value["jobLocationType"], value.get("jobLocation")), (&"TELECOMMUTE".into(), None));
        assert_eq!(value["applicantLocationRequirements"]["name"], "Germany");
        assert!(value["hiringOrganization"].get("sameAs").is_none(), "not known");
        let hybrid = site.post(&acme, NewPosting { workplace: "hybrid", ..NewPosting::default() }).await;
        let value = data(&visitor, &hybrid).await.unwrap();
        assert!(value.get("jobLocationType").is_none() && value.get("jobLocation").is_some());
        for (kind, expected) in [
            ("part_time", "PART_TIME"), ("contract", "CONTRACTOR"), ("temporary", "TEMPORARY"), ("internship", "INTERN"),
            ("apprenticeship", "OTHER"),
        ] {
            let posting = site.post(&acme, NewPosting { employment_type: kind, ..NewPosting::default() }).await;
            assert_eq!(data(&visitor, &posting).await.unwrap()["employmentType"], expected);
        }
        for (period, unit) in [
            (PayPeriod::Hour, "HOUR"), (PayPeriod::Day, "DAY"), (PayPeriod::Week, "WEEK"), (PayPeriod::Month, "MONTH"),
        ] {
            let posting = NewPosting { pay: Some((20, 20, "CHF")), period, ..NewPosting::default() };
            let value = data(&visitor, &site.post(&acme, posting).await).await.unwrap();
            assert_eq!(value["baseSalary"]["value"]["unitText"], unit);
            assert!(value["baseSalary"]["value"].get("value").is_some_and(|value| value.as_f64() == Some(20.0)));
            assert!(value["baseSalary"]["value"].get("minValue").is_none());
        }
        let silent = site.post(&acme, NewPosting { pay: None, ..NewPosting::default() }).await;
        assert!(data(&visitor, &silent).await.unwrap().get("baseSalary").is_none());
    }

    async fn what_takes_no_applications_says_nothing(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let closed = site.post(&acme, NewPosting { state: "closed", ..NewPosting::default() }).await;
        let expired = site.post(&acme, NewPosting { closes_in: TimeDelta::seconds(-1), ..NewPosting::default() }).await;
        let open = site.post(&acme, NewPosting::default()).await;
        let visitor = site.visitor();
        for posting in [&closed, &expired] {
            assert_eq!(data(&visitor, posting).await, None);
        }
        assert!(data(&visitor, &open).await.is_some() && data(&acme, &open).await.is_some());
        acme.fill(&format!("/employer/postings/{}", open.id), "close_posting", &[]).await;
        assert_eq!(data(&visitor, &open).await, None);
        let draft = site.post(&acme, NewPosting { state: "draft", ..NewPosting::default() }).await;
        let preview = acme.open(&format!("/employer/postings/{}/preview", draft.id)).await;
        assert!(!preview.has("script[type='application/ld+json']"));
    }

    async fn a_title_does_not_end_the_block(site: &Site) {
        let acme = site.register_employer("</script><b>Acme</b>").await;
        let title = "</script><script>alert(1)</script><!-- \u{2028} \" \\";
        let description = "</script> [x](https://a.example/\"></script>) <!-- <script>";
        let posting = site.post(&acme, NewPosting { title, description, city: "</script>", ..NewPosting::default() }).await;
        let value = data(&site.visitor(), &posting).await.unwrap();
        assert_eq!(value["title"], title);
        assert_eq!(value["hiringOrganization"]["name"], "</script><b>Acme</b>");
        let page = site.visitor().open(&posting.path()).await;
        assert!(!page.text().contains("<script>alert"));
        assert_eq!(meta(&page, "og:title").split(" at ").next(), Some(title));
    }

    async fn the_day_of_publishing_stays(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting { age: Some(TimeDelta::days(9)), ..NewPosting::default() }).await;
        let (visitor, editor) = (site.visitor(), format!("/employer/postings/{}", posting.id));
        let before = data(&visitor, &posting).await.unwrap();
        acme.fill(&editor, "save_posting", &[("title", "Head gardener")]).await;
        acme.fill(&editor, "close_posting", &[]).await;
        acme.fill(&editor, "reopen_posting", &[]).await;
        let after = data(&visitor, &posting).await.unwrap();
        assert_eq!((&after["title"], &after["datePosted"]), (&"Head gardener".into(), &before["datePosted"]));
        let age = crate::db::now() - moment(&after["datePosted"]);
        assert_eq!(age.num_days(), 9);
        let end = moment(&after["validThrough"]);
        assert_eq!(end.format("%H:%M:%S").to_string(), "23:59:59", "the end of its day");
        assert!(end > crate::db::now());
    }

    async fn links_to_public_pages_have_a_preview(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting { description: "Du pflegst Bäume.", ..NewPosting::default() }).await;
        let company = format!("/companies/{}", site.found("SELECT slug FROM companies").await);
        let visitor = site.visitor();
        for path in ["/", "/jobs", "/jobs?q=gardener", "/companies", &company, &posting.path(), "/login", "/register"] {
            let page = visitor.open(path).await;
            let title = page.title();
            assert_eq!(format!("{} · Jobi", meta(&page, "og:title")), title, "{path}");
            let description = meta(&page, "description");
            assert!(!description.is_empty() && description == meta(&page, "og:description"), "{path}: {description}");
            assert_eq!(meta(&page, "og:url"), format!("{ORIGIN}{path}"));
            assert_eq!(vec![meta(&page, "og:url")], page.attrs("link[rel=canonical]", "href"), "{path}");
            assert_eq!((meta(&page, "og:type"), meta(&page, "og:site_name")), ("website".into(), "Jobi".into()), "{path}");
            assert_eq!(meta(&page, "twitter:card"), "summary_large_image", "{path}");
            let picture = meta(&page, "og:image");
            let shown = visitor.get(picture.strip_prefix(ORIGIN).unwrap()).await;
            assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/png"), "{picture}");
            assert_eq!(image::load_from_memory(&shown.body).unwrap().width().to_string(), meta(&page, "og:image:width"));
        }
        assert_eq!(meta(&visitor.open(&posting.path()).await, "og:description"), "Du pflegst Bäume.");
        let ada = site.register_seeker("Ada").await;
        assert_eq!(meta(&ada.open("/settings").await, "og:title"), "", "what is private has none");
    }

    async fn a_posting_has_a_picture_that_follows_it(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let (mut visitor, path) = (site.visitor(), format!("{}/share.png", posting.path()));
        let address = |page: &Answer| meta(page, "og:image");
        let first = address(&visitor.open(&posting.path()).await);
        let picture = visitor.get(&path).await;
        assert_eq!(picture.header("cache-control"), "public, max-age=3600");
        assert_eq!(visitor.get(&path).await.body, picture.body);
        visitor.language = "de";
        assert_ne!(visitor.get(&path).await.body, picture.body, "in another language");
        visitor.language = "en";
        acme.fill(&format!("/employer/postings/{}", posting.id), "save_posting", &[("title", "Head gardener")]).await;
        assert_ne!(visitor.get(&path).await.body, picture.body);
        assert_ne!(address(&visitor.open(&posting.path()).await), first, "others have kept the one before");
        for title in ["软件工程师", "مهندس", "🚀", &"W".repeat(200)] {
            let posting = site.post(&acme, NewPosting { title, ..NewPosting::default() }).await;
            assert_eq!(visitor.get(&format!("{}/share.png", posting.path())).await.status, StatusCode::OK, "{title}");
        }
        let draft = site.post(&acme, NewPosting { state: "draft", ..NewPosting::default() }).await;
        for missing in [format!("{}/share.png", draft.path()), "/jobs/nothing/share.png".into(), "/jobs/%00/share.png".into()] {
            assert_eq!(visitor.get(&missing).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
    }

    async fn pictures_are_drawn_for_nobody_without_end(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let mut postings = Vec::new();
        for _ in 0..4 {
            postings.push(site.post(&acme, NewPosting::default()).await);
        }
        let visitor = site.visitor();
        let draw = async |at: usize| visitor.get(&format!("{}/share.png", postings[at].path())).await.status;
        assert_eq!(draw(0).await, StatusCode::OK);
        let from = crate::platform::client_addr::ClientAddr(visitor.address.ip());
        while site.state.platform.rates.share_picture(from).is_ok() {}
        assert_eq!((draw(1).await, draw(0).await), (StatusCode::TOO_MANY_REQUESTS, StatusCode::OK), "what is kept is free");
    }

    async fn every_address_is_in_a_sitemap(site: &Site) {
        let (acme, _beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let (_c, _d) = (site.register_employer("C").await, site.register_employer("D").await);
        let mut expected = BTreeSet::new();
        for _ in 0..8 {
            expected.insert(format!("{ORIGIN}{}", site.post(&acme, NewPosting::default()).await.path()));
        }
        let closed = site.post(&acme, NewPosting { state: "closed", ..NewPosting::default() }).await;
        site.post(&acme, NewPosting { closes_in: TimeDelta::seconds(-1), ..NewPosting::default() }).await;
        site.change("UPDATE postings SET updated_at = '2026-01-02 03:04:05+00:00'").await;
        let visitor = site.visitor();
        let index = visitor.open("/sitemap.xml").await;
        assert!(index.header("content-type").starts_with("application/xml") && index.text().contains("<sitemapindex"));
        let files = locations(&index.text());
        let names = ["pages", "jobs-1", "jobs-2", "jobs-3", "companies-1", "companies-2"];
        assert_eq!(files, names.map(|name| format!("{ORIGIN}/sitemaps/{name}.xml")));
        let (mut found, mut count) = (BTreeSet::new(), 0);
        for file in files {
            let file = visitor.open(file.strip_prefix(ORIGIN).unwrap()).await;
            let all = locations(&file.text());
            assert!(!all.is_empty() && all.len() <= 3 && file.text().contains("<urlset"), "{}", file.text());
            assert_eq!(file.text().matches("<lastmod>").count(), if file.path.contains("pages") { 0 } else { all.len() });
            if file.path.contains("jobs") {
                assert_eq!(file.text().matches("<lastmod>2026-01-02T03:04:05Z</lastmod>").count(), all.len());
            }
            count += all.len();
            found.extend(all);
        }
        let companies = found.iter().filter(|address| address.contains("/companies/")).count();
        assert_eq!((count, companies), (found.len(), 4), "each once");
        let postings: BTreeSet<_> = found.iter().filter(|a| a.contains("/jobs/")).cloned().collect();
        assert_eq!(postings, expected);
        assert!(!found.iter().any(|address| address.contains(&closed.slug)));
        for missing in ["jobs-0", "jobs-4", "jobs-01", "jobs-x", "jobs", "", "pages.xml", "companies-99999999999999999999"] {
            let path = format!("/sitemaps/{missing}.xml");
            assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_search_has_a_feed(site: &Site) {
        let acme = site.register_employer("R&D <Acme>").await;
        let old = NewPosting { title: "Rust & <b>Go</b>", age: Some(TimeDelta::days(2)), ..NewPosting::default() };
        site.post(&acme, old).await;
        let new = site.post(&acme, NewPosting { title: "Rust again", workplace: "remote", ..NewPosting::default() }).await;
        site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        site.post(&acme, NewPosting { title: "Rust, closed", state: "closed", ..NewPosting::default() }).await;
        let visitor = site.visitor();
        let page = visitor.open("/jobs?q=rust&sort=pay").await;
        let feed = page.attrs("link[rel=alternate][type='application/atom+xml']", "href");
        assert_eq!(feed, [format!("{ORIGIN}/jobs.atom?q=rust")]);
        let feed = visitor.open("/jobs.atom?q=rust").await;
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        let text = feed.text();
        let titles: Vec<_> = text.split("<title>").skip(1).map(|rest| rest.split("</title>").next().unwrap()).collect();
        assert_eq!(titles, ["Jobs: rust · Jobi", "Rust again", "Rust &amp; &lt;b&gt;Go&lt;/b&gt;"]);
        assert!(text.contains("<author><name>R&amp;D &lt;Acme&gt;</name></author>"));
        assert!(text.contains(&format!("<id>urn:uuid:{}</id>", new.id)) && text.contains(&format!("{ORIGIN}{}\"", new.path())));
        assert!(text.contains(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{ORIGIN}/jobs.atom?q=rust\"/>")));
        let times = |name: &str| -> Vec<DateTime<Utc>> {
            let tag = format!("<{name}>");
            let all = text.split(&tag).skip(1).map(|rest| rest.split('<').next().unwrap());
            all.map(|at| DateTime::parse_from_rfc3339(at).unwrap().to_utc()).collect()
        };
        let (updated, published) = (times("updated"), times("published"));
        assert_eq!((updated.len(), published.len(), updated[0]), (3, 2, *updated[1..].iter().max().unwrap()));
        assert!(published[0] - published[1] > TimeDelta::days(1) && updated[1] >= published[0]);

        let filtered = visitor.open("/jobs.atom?q=rust&workplace=remote&after=nonsense&x=y").await;
        assert_eq!(filtered.text().matches("<entry>").count(), 1);
        let none = visitor.open("/jobs.atom?q=nothingness").await.text();
        assert!(!none.contains("<entry>") && none.contains("<updated>1970-"), "{none}");
        let long = visitor.open(&format!("/jobs.atom?q={}", "x".repeat(300))).await.text();
        assert!(!long.contains("<entry>"), "not the feed of all");
        acme.fill(&format!("/employer/postings/{}", new.id), "close_posting", &[]).await;
        assert_eq!(visitor.open("/jobs.atom?q=rust").await.text().matches("<entry>").count(), 1);
        assert_eq!(visitor.open("/jobs").await.attrs("link[rel=alternate]", "href"), [format!("{ORIGIN}/jobs.atom")]);
    }

    async fn robots_are_sent_to_public_pages_only(site: &Site) {
        let world = world(site).await;
        let robots = site.visitor().open("/robots.txt").await.text();
        assert!(robots.ends_with(&format!("Sitemap: {ORIGIN}/sitemap.xml\n")));
        let rules: Vec<&str> = robots.lines().filter_map(|line| line.strip_prefix("Disallow: ")).collect();
        let refused = |path: &str| {
            let fits = |rule: &&str| match rule.split_once('*') {
                Some((head, tail)) => path.strip_prefix(head).is_some_and(|rest| rest.contains(tail)),
                None => path.starts_with(rule),
            };
            rules.iter().any(fits)
        };
        for (route, path, outcomes) in page_table(&world) {
            match outcomes.split(' ').next() {
                Some("login") => assert!(refused(&path), "{route}"),
                Some("200") if FOR_PEOPLE.iter().any(|start| route.starts_with(start)) => {
                    assert!(refused(&path), "{route}");
                }
                Some("200") => assert!(!refused(&path), "{route}"),
                _ => {}
            }
        }
    }
}

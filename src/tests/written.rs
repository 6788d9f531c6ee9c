//! Numbers, days, addresses and names as people write them, through forms, on both engines.

use axum::http::StatusCode;
use chrono::Days;

use super::{
    fixtures::{NewPosting, PUBLISHED, pdf},
    support::*,
};
use crate::{
    accounts,
    applications::Candidate,
    db::now,
    error::{AppError, Problem},
    execute,
    jobs::{Editor, PayPeriod},
    resumes::Resume,
    text::{Amount, Zone},
};

/// All that a posting needs to be published, with some of it changed.
fn posting<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let whole = PUBLISHED.into_iter().chain([("description", "You look after everything.")]);
    let kept = whole.filter(|(name, _)| !changed.iter().any(|(new, _)| new == name));
    kept.chain(changed.iter().copied()).collect()
}

async fn publish(employer: &Client, changed: &[(&str, &str)]) -> Answer {
    employer.fill("/employer/postings/new", "save_posting", &posting(changed)).await
}

/// The posting that a page of the editor is of.
async fn editor(employer: &Client, page: &Answer) -> Editor {
    let id = page.path_only().rsplit('/').next().unwrap();
    employer.call("load_editor", &[("id", id)]).await.json()
}

const MISSING: &str = "Please fill this in.";
/// What takes no ink: fillers, blanks, directions, lone marks, tags, a joiner.
const EMPTY: [&str; 7] = [
    "\u{3164}",
    "\u{2800}\u{2800}",
    "\u{200b}\u{feff}",
    "\u{202e}\u{2066}",
    "\u{301}\u{20dd}",
    "\u{e0041}\u{e007f}",
    "\u{200d}",
];

on_both! {
    async fn amounts_are_read_as_they_are_meant(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (min, max, period, stored, shown) in [
            ("50.000,00", "60,000.00", "year", ("50000", "60000"), "50,000–60,000 €"),
            ("50'000", "60\u{202f}000", "year", ("50000", "60000"), "50,000–60,000 €"),
            ("€ 50k", "60.000 €", "year", ("50000", "60000"), "50,000–60,000 €"),
            ("15.50", "17,80", "hour", ("15.50", "17.80"), "15.50–17.80 €"),
            ("120", "180,5", "day", ("120", "180.50"), "120.00–180.50 €"),
        ] {
            let page = publish(&acme, &[("pay_min", min), ("pay_max", max), ("pay_period", period)]).await;
            assert_eq!(page.toast(), "The posting is published.", "{min} {max}");
            let editor = editor(&acme, &page).await;
            assert_eq!((editor.form.pay_min.as_str(), editor.form.pay_max.as_str()), stored);
            let public = site.visitor().open(&format!("/jobs/{}", editor.slug)).await;
            assert!(public.texts(".posting__facts").concat().contains(shown), "{shown}: {:?}", public.texts(".posting__facts"));
        }
        let hours = site.count("SELECT COUNT(*) FROM postings WHERE pay_min = 1550 AND pay_max = 1780 AND pay_year = 37024").await;
        assert_eq!(hours, 1, "in hundredths");
        let page = site.visitor().open("/jobs?pay=37.024,00+%E2%82%AC&unpaid=hide").await;
        assert_eq!(page.texts(".job-row").len(), 5);
        assert_eq!(site.visitor().open("/jobs?pay=37,024.01&unpaid=hide").await.texts(".job-row").len(), 4);
    }

    async fn what_cannot_be_read_is_told_with_what_was_read(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (max, told) in [
            ("60-70k", "We read “60”, but not the “-” behind it. Please write one amount, like 60000, 60,000 or 15.50."),
            ("17.80/h", "We read “17.80”, but not the “/” behind it. Please write one amount, like 60000, 60,000 or 15.50."),
            ("sixty", "We cannot read this: “s” is no part of an amount. Please write one like 60000, 60,000 or 15.50."),
            (".", "This is no amount that we can read. Please write it like 60000, 60,000 or 15.50."),
            ("100.000.001", "We read this as “100,000,001”. Please enter at most 100,000,000."),
            ("-5", "We read this as “-5”. Please enter at least 0."),
            ("$60k", "This amount names another currency than the one that is chosen. Please choose the one you mean."),
            ("60 000 ₽", "This amount names another currency than the one that is chosen. Please choose the one you mean."),
            ("15.555", "We read this as 40,000 to 15,555: the upper end is below the lower end."),
        ] {
            let page = publish(&acme, &[("pay_max", max)]).await;
            assert_eq!(page.problem("pay_max"), told, "{max}");
            assert_eq!(page.attrs("input[name=pay_max]", "value"), [max], "as it was typed");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 0);
    }

    async fn a_currency_that_is_written_counts(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let page = publish(&acme, &[("pay_min", "CHF 80'000.-"), ("pay_max", "Fr. 90'000"), ("currency", "CHF")]).await;
        assert_eq!(page.toast(), "The posting is published.");
        let page = site.visitor().open("/jobs?pay=$50k&currency=EUR").await;
        assert_eq!(page.attrs("select[name=currency] option[selected]", "value"), ["USD"]);
        let page = site.visitor().open("/jobs?pay=CA$50k").await;
        assert_eq!(page.attrs("select[name=currency] option[selected]", "value"), ["CAD"]);
        for (pay, told) in [
            ("60-70k", "We read “60”, but not the “-” behind it. Please write one amount, like 60000, 60,000 or 15.50."),
            ("-5", "We read this as “-5”. Please enter at least 0."),
            ("60+000+%E2%82%BD", "This amount names another currency than the one that is chosen. Please choose the one you mean."),
        ] {
            let page = site.visitor().open(&format!("/jobs?pay={pay}")).await;
            assert_eq!(page.texts("#filter-pay-error"), [told], "{pay}");
        }
        let page = ada.fill("/profile", "save_preferences", &[("least_pay", "$60k")]).await;
        assert!(page.problem("least_pay").starts_with("This amount names another currency"), "{}", page.problem("least_pay"));
    }

    async fn pay_that_nobody_means_is_asked_for(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (min, max, read) in [("0", "0", "0"), ("50", "60", "60"), ("1", "100,000,000", "100,000,000")] {
            let page = publish(&acme, &[("pay_min", min), ("pay_max", max)]).await;
            assert!(page.problem("pay_max").starts_with(&format!("We read the upper end as {read}.")), "{}", page.problem("pay_max"));
            let page = publish(&acme, &[("pay_min", min), ("pay_max", max), ("pay_meant", "yes")]).await;
            assert_eq!(page.toast(), "The posting is published.");
            let again = acme.fill(page.path_only(), "save_posting", &[("title", "Head gardener")]).await;
            assert_eq!(again.toast(), "The posting is saved.", "it is not asked twice");
        }
    }

    async fn hundredths_count_in_the_order_of_pay(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (title, hundredths) in [("Less", 1_550), ("More", 1_560), ("Least", 1_549)] {
            let of = NewPosting { title, pay: Some((1, 2, "EUR")), period: PayPeriod::Hour, ..NewPosting::default() };
            let posting = site.post(&acme, of).await;
            let amount = Amount(hundredths);
            let mut tx = site.state.platform.db.begin().await.unwrap();
            let sql = "UPDATE postings SET pay_max = $1, pay_year = $2 WHERE id = $3";
            execute!(&mut tx, sqlx::query(sql).bind(amount).bind(PayPeriod::Hour.per_year(amount)).bind(posting.id)).unwrap();
            tx.commit().await.unwrap();
        }
        let titles = site.visitor().open("/jobs?sort=pay").await.texts(".job-row__title");
        assert_eq!(titles, ["More", "Less", "Least"]);
    }

    async fn days_belong_to_where_the_company_is(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let set = async |zone: &str| acme.fill("/employer/company", "save_company", &[("time_zone", zone)]).await;
        assert_eq!(set("Europe/Atlantis").await.problem("time_zone"), "Please choose one of the list.");
        let chosen = "select[name=time_zone] option[selected]";
        assert_eq!(set("US/Pacific").await.toast(), "Your company’s page is saved.");
        assert_eq!(acme.open("/employer/company").await.attrs(chosen, "value"), ["US/Pacific"], "an older name");
        assert_eq!(set("America/New_York").await.toast(), "Your company’s page is saved.");
        let zone = Zone::stored("America/New_York");
        let today = zone.day(now());
        let closes = async || site.found("SELECT CAST(MAX(closes_at) AS TEXT) FROM postings").await;
        let at = |zone: Zone, day| zone.end_of_day(day).format("%Y-%m-%d %H:%M:%S").to_string();
        let is = |closes: String, at: String| closes.replace('T', " ").starts_with(&at);

        let yesterday = (today - Days::new(1)).to_string();
        assert_eq!(publish(&acme, &[("closes_on", &yesterday)]).await.problem("closes_on"), "Please choose today or a later day.");
        let page = publish(&acme, &[("closes_on", &today.to_string())]).await;
        assert_eq!(page.toast(), "The posting is published.", "today, while it lasts");
        assert!(is(closes().await, at(zone, today)), "{}", closes().await);
        let editor = editor(&acme, &page).await;
        assert_eq!((editor.form.closes_on, editor.zone.as_str()), (today.to_string(), "America/New_York"));
        assert!(acme.open(page.path_only()).await.texts(".field__help").concat().contains("America/New York"));
        let public = site.visitor().open(&format!("/jobs/{}", editor.slug)).await;
        assert!(public.texts(".apply-panel").concat().contains("(America/New York)"), "{:?}", public.texts(".apply-panel"));

        set("Europe/Vienna").await;
        assert!(is(closes().await, at(Zone::stored("Europe/Vienna"), today)), "the day stays, its end moves");
        let public = site.visitor().open(&format!("/jobs/{}", editor.slug)).await;
        assert!(public.texts(".posting__facts").concat().contains("(Europe/Vienna)"), "{:?}", public.texts(".posting__facts"));
        set("").await;
        assert!(is(closes().await, at(Zone::UTC, today)));
    }

    async fn a_new_company_is_where_its_founder_s_browser_is(site: &Site) {
        for (n, (zone, stored)) in [("Europe/Vienna", "Europe/Vienna"), ("Mars/Base", ""), ("", "")].into_iter().enumerate() {
            let (name, email) = (format!("Acme {n}"), format!("acme{n}@people.example"));
            let fields = [
                ("role", "employer"), ("company", name.as_str()), ("name", "Erin"), ("email", &email), ("password", PASSWORD), ("time_zone", zone),
            ];
            let erin = site.visitor();
            erin.call("register", &fields).await;
            assert_eq!(erin.open("/employer/company").await.attrs("select[name=time_zone] option[selected]", "value").concat(), stored);
        }
    }

    async fn one_logs_in_as_one_registered_on_another_keyboard(site: &Site) {
        let chosen = "Gr\u{fc}ne \u{c5}pfel";
        let fields = [("role", "seeker"), ("company", ""), ("name", "Ada"), ("email", "\u{200b}Ada@B\u{fc}cher.example"), ("password", chosen)];
        let page = site.visitor().fill("/register", "register", &fields).await;
        assert_eq!(page.toast(), "Welcome to Jobi!");
        for (email, password) in [
            ("ada@xn--bcher-kva.example", chosen),
            ("ADA@BU\u{308}CHER.example\u{feff}", "Gru\u{308}ne\u{a0}A\u{30a}pfel"),
            ("ａｄａ＠bücher.example", chosen),
        ] {
            let ada = site.visitor();
            ada.login(email, password).await;
            assert!(ada.is_logged_in().await, "{email:?}");
        }
        let other = site.visitor();
        other.login("ada@buecher.example", chosen).await;
        assert!(!other.is_logged_in().await);
        let page = other.fill("/register", "register", &[("email", "ada@xn--bcher-kva.example"), ("name", "Eve"), ("password", PASSWORD)]).await;
        assert_eq!(page.problem("email"), "There is an account with this e-mail address already.");
    }

    async fn accounts_of_before_are_found(site: &Site) {
        site.register_seeker("Ada").await;
        let old = "UPDATE users SET email = 'ada@bücher.example', email_key = 'ada@bücher.example' WHERE name = 'Ada'";
        assert_eq!(site.change(old).await, 1);
        let logs_in = async |email: &str| {
            let ada = site.visitor();
            ada.login(email, PASSWORD).await;
            ada.is_logged_in().await
        };
        assert!(logs_in("Ada@Bücher.example").await && !logs_in("ada@xn--bcher-kva.example").await);
        accounts::renew_keys(&site.state.platform.db).await.unwrap();
        assert!(logs_in("Ada@Bücher.example").await && logs_in("ada@xn--bcher-kva.example").await);
        assert_eq!(site.found("SELECT email_key FROM users").await, "ada@xn--bcher-kva.example");
    }

    async fn phone_numbers_are_shown_as_typed_and_dialled_in_one_form(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let profile = async |phone: &str| ada.fill("/profile", "save_profile", &[("phone", phone)]).await;
        assert_eq!(profile("030 12 call").await.problem("phone"), "Please enter a phone number like +49 30 123456.");
        let typed = "\u{202a}+49\u{a0}(0)30\u{a0}123\u{2011}456 Durchwahl\u{a0}5\u{202c}";
        assert_eq!(profile(typed).await.toast(), "Your profile is saved.");
        let (shown, form) = ("+49 (0)30 123\u{2011}456 Durchwahl 5", "+4930123456;ext=5");
        assert_eq!(ada.open("/profile").await.attrs("input[name=phone]", "value"), [shown]);
        assert_eq!(site.found("SELECT phone_form FROM profiles").await, form);
        let id = ada.apply(&posting).await;
        assert_eq!(site.found("SELECT phone_form FROM applications").await, "", "the form of a test has no phone");
        let sql = "UPDATE applications SET phone = '(030) 12 34 56'";
        assert_eq!(site.change(sql).await, 1);
        let sent: Candidate = acme.call("load_candidate", &[("id", &id.to_string())]).await.json();
        assert_eq!(sent.sent.unwrap().dial.as_deref(), Some("030123456"), "one of before");
    }

    async fn what_looks_empty_is_refused_everywhere(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let open = site.post(&acme, NewPosting::default()).await;
        for empty in EMPTY {
            let registration = [("role", "employer"), ("company", empty), ("name", empty), ("email", "x@people.example"), ("password", PASSWORD)];
            let page = site.visitor().fill("/register", "register", &registration).await;
            assert_eq!((page.problem("company").as_str(), page.problem("name").as_str()), (MISSING, MISSING), "{empty:?}");
            assert_eq!(ada.fill("/settings", "save_account", &[("name", empty)]).await.problem("name"), MISSING);
            assert_eq!(acme.fill("/employer/company", "save_company", &[("name", empty)]).await.problem("name"), MISSING);
            let page = publish(&acme, &[("title", empty), ("description", empty), ("city", empty)]).await;
            for field in ["title", "description", "city"] {
                assert_eq!(page.problem(field), MISSING, "{field} {empty:?}");
            }
            let id = uuid::Uuid::now_v7().to_string();
            let asked = ada.call("ask_company", &[("slug", &open.slug), ("id", &id), ("text", empty)]).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{empty:?}: {}", asked.text());
        }
    }

    async fn a_description_shows_something(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let texts = ["&nbsp;".repeat(20), format!("[]({})", "x".repeat(40)), "#\n".repeat(60), "> ".repeat(40), "***\n\n---".into()];
        for text in &texts {
            let page = publish(&acme, &[("description", text)]).await;
            assert_eq!(page.problem("description"), MISSING, "{text}");
            let typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(page.texts("textarea[name=description]"), [typed], "as it was typed");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 0);
        let page = publish(&acme, &[("description", "    \u{2022} Eins\n    \u{2022} Zwei jobs@example.org")]).await;
        assert_eq!(page.toast(), "The posting is published.");
        let editor = editor(&acme, &page).await;
        let public = site.visitor().open(&format!("/jobs/{}", editor.slug)).await;
        assert_eq!(public.texts(".prose > ul > li"), ["Eins", "Zwei jobs@example.org"], "one list");
        assert_eq!(public.attrs(".prose a", "href"), ["mailto:jobs@example.org"]);
    }

    async fn names_keep_what_is_seen_of_them(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for (typed, stored) in [
            ("\u{202e}Ada\u{200b} Love\u{ad}lace\u{3164}", "Ada Lovelace"),
            ("Zoe\u{308} 👩\u{200d}💻", "Zo\u{eb} 👩\u{200d}💻"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            ada.fill("/settings", "save_account", &[("name", typed)]).await;
            assert_eq!(site.found("SELECT name FROM users").await, stored, "{typed:?}");
        }
        let skills = "Ru\u{200b}st, \u{3164}, rust\u{feff}, \u{202e}SQL";
        ada.fill("/profile", "save_profile", &[("skills", skills)]).await;
        assert_eq!(site.found("SELECT skills FROM profiles").await, "Rust\nSQL");
    }

    async fn web_addresses_are_understood(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for (typed, stored) in [
            ("Https://Example.org/About", "https://example.org/About"),
            ("www.example.org", "https://www.example.org"),
            ("example.org", "https://example.org"),
            ("", ""),
        ] {
            acme.fill("/employer/company", "save_company", &[("site", typed)]).await;
            assert_eq!(site.found("SELECT site FROM companies").await, stored, "{typed}");
        }
        let answer = acme.call("save_company", &[("name", "Acme"), ("site", "javascript:alert(1)//a.b")]).await;
        assert_eq!(answer.error(), AppError::field("site", Problem::NotAnAddress));
    }

    async fn files_are_called_as_they_are(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for (file, name, saved) in [
            ("Lebenslauf J. Doe", "Lebenslauf J. Doe", "Lebenslauf%20J.%20Doe.pdf"),
            ("CV 2026.pdf", "CV 2026", "CV%202026.pdf"),
            ("CV %22final%22.pdf", "CV \"final\"", "CV%20%22final%22.pdf"),
        ] {
            let file = File { field: "file", name: file, bytes: pdf() };
            assert_eq!(ada.call_files("/resumes/upload", &[], &[file]).await.status, StatusCode::OK);
            let all: Vec<Resume> = ada.call("load_resumes", &[]).await.json();
            let resume = all.iter().max_by_key(|resume| resume.id).unwrap();
            assert_eq!(resume.name, name);
            let answer = ada.get(&format!("/resumes/{}/file?download", resume.id)).await;
            assert!(answer.header("content-disposition").ends_with(saved), "{}", answer.header("content-disposition"));
        }
    }

    async fn words_run_in_their_own_direction(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let title = "مهندس برمجيات";
        let posting = site.post(&acme, NewPosting { title, skills: "רוסט", ..NewPosting::default() }).await;
        let visitor = site.visitor();
        let page = visitor.open(&posting.path()).await;
        for words in ["h1", ".tags a", ".prose", ".posting__head a"] {
            assert_eq!(page.attrs(words, "dir"), ["auto"], "{words}");
        }
        assert_eq!(visitor.open("/jobs").await.attrs(".job-row__title a", "dir"), ["auto"]);
        assert!(acme.open("/employer/postings").await.attrs("td a, th a", "dir").contains(&"auto".to_string()));
        let fields = acme.open("/employer/postings/new").await.attrs("input[type=text], textarea", "dir");
        assert!(fields.len() > 5 && fields.iter().all(|dir| dir == "auto"));
    }
}

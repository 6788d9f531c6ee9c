//! What was typed into forms that could not be done: it comes back to who typed it, within bounds.

use axum::http::StatusCode;

use super::{fixtures::NewPosting, support::*};

const ROWS: &str = "SELECT COUNT(*) FROM kept_forms";
const LARGEST: &str = "SELECT CAST(COALESCE(MAX(LENGTH(packed)), 0) AS BIGINT) FROM kept_forms";

/// A profile that cannot be saved: its headline is too long.
fn too_long() -> String {
    "Ümläut ".repeat(30).trim().to_string()
}

/// Sends a profile that cannot be saved.
async fn fail(client: &Client, about: &str, more: &str) -> Answer {
    let fields = [("headline", too_long()), ("about", about.to_string()), ("more", more.to_string())];
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(["place", "phone", "skills", "links"].map(|name| (name, "")));
    client.post_form("/profile", "/api/save_profile", &fields).await
}

/// Characters that no packing makes shorter.
fn noise(length: usize) -> String {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'0' + (state >> 24) as u8 % 75)
    };
    std::iter::repeat_with(next).take(length).collect()
}

on_both! {
    async fn what_was_typed_comes_back_once(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let page = fail(&ada, "A & B\n\n\"C\" <d>", "").await;
        let page = ada.follow(page).await;
        let form = Form::find(&page, "save_profile", &[]).unwrap();
        assert_eq!(form.value("headline"), Some(too_long().as_str()));
        assert!(form.value("about").unwrap().ends_with("\"C\" <d>"), "{form:?}");
        assert!(page.problem("headline").contains("at most 120"), "{}", page.problem("headline"));
        let again = ada.form("/profile", "save_profile", &[]).await;
        assert_eq!(again.value("headline"), Some(""), "the page as it is stored");
    }

    async fn only_fields_of_the_form_are_kept_and_little_of_them(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let unknown = fail(&ada, "words", &noise(150_000)).await;
        assert!(site.count(LARGEST).await < 500, "an unknown field is not kept");
        let form = Form::find(&ada.follow(unknown).await, "save_profile", &[]).unwrap();
        assert_eq!(form.value("about"), Some("words"));

        let large = fail(&ada, &noise(150_000), "").await;
        assert!(site.count(LARGEST).await <= 32 * 1024);
        let form = Form::find(&ada.follow(large).await, "save_profile", &[]).unwrap();
        assert_eq!(form.value("headline"), Some(too_long().as_str()), "what fits is kept");
        assert_eq!(form.value("about"), Some(""));
    }

    async fn a_long_description_in_any_alphabet_comes_back(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for words in ["園丁が好きな古い木を探しています。", "Мы ищем садовника. ", "🌳 👩‍💻 ", "&<>\"' "] {
            let length = 20_000 / words.chars().count();
            let description = words.repeat(length).trim().to_string();
            let fields = [("title", "x".repeat(300)), ("description", description.clone())];
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            let page = acme.fill("/employer/postings/new", "save_posting", &fields).await;
            let form = Form::find(&page, "save_posting", &[]).unwrap();
            assert!(form.value("description") == Some(description.as_str()), "{words}");
        }
    }

    async fn a_person_keeps_a_few_and_the_oldest_go(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for n in 0..14 {
            fail(&ada, &format!("try {n}"), "").await;
        }
        assert_eq!(site.count(ROWS).await, 10);
        let last = fail(&ada, "the last one", "").await;
        let form = Form::find(&ada.follow(last).await, "save_profile", &[]).unwrap();
        assert_eq!(form.value("about"), Some("the last one"));
        let bob = site.register_seeker("Bob").await;
        fail(&bob, "mine", "").await;
        assert_eq!(site.count(ROWS).await, 11);
    }

    async fn all_together_are_bounded(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        fail(&ada, "old", "").await;
        let copy = "INSERT INTO kept_forms (id, user_id, owner, packed, created_at)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5200)
             SELECT $1, user_id, 'x' || i, packed, created_at FROM kept_forms, n";
        let copy = match site.state.platform.db.engine {
            crate::db::Engine::Sqlite { .. } => copy.replace("$1", "randomblob(16)"),
            crate::db::Engine::Postgres(_) => copy.replace("$1", "gen_random_uuid()"),
        };
        site.change(Box::leak(copy.into_boxed_str())).await;
        let newest = fail(&ada, "new", "").await;
        assert_eq!(site.count(ROWS).await, 5_000);
        let form = Form::find(&ada.follow(newest).await, "save_profile", &[]).unwrap();
        assert_eq!(form.value("about"), Some("new"));
    }

    async fn it_is_given_back_to_nobody_else(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        fail(&ada, "Ada's words", "").await;
        let named = ada.cookie("jobi_form").unwrap();
        for other in [&bob, &site.visitor()] {
            other.set_cookie("jobi_form", &named);
            assert!(!other.get("/profile").await.text().contains("Ada's words"));
        }
        assert!(ada.open("/profile").await.text().contains("Ada's words"));
        let visitor = site.visitor();
        visitor.fill("/register", "register", &[("name", "Secret name"), ("email", "x")]).await;
        // What a visitor typed is not for whoever is logged in either.
        visitor.post_form("/register", "/api/register", &[("name", "Secret name"), ("email", "x")]).await;
        bob.set_cookie("jobi_form", &visitor.cookie("jobi_form").unwrap());
        assert!(!bob.open("/register").await.text().contains("Secret name"));
        assert!(visitor.open("/register").await.text().contains("Secret name"));
    }

    async fn who_must_wait_or_log_in_leaves_nothing(site: &Site) {
        let visitor = site.visitor();
        let fields = [("headline", "x"), ("place", ""), ("phone", ""), ("about", ""), ("skills", ""), ("links", "")];
        visitor.post_form("/profile", "/api/save_profile", &fields).await;
        assert_eq!((site.count(ROWS).await, visitor.cookie("jobi_form")), (0, None));
        let mut kept = 0;
        for n in 0..40 {
            let email = format!("nobody{n}@people.example");
            let answer = visitor.post_form("/login", "/api/login", &[("email", &email), ("password", "x")]).await;
            kept += i64::from(answer.cookie("jobi_form").is_some());
        }
        assert!(kept <= 31, "{kept}");
        assert_eq!(site.count(ROWS).await, 10, "a network's are counted together");
    }

    async fn what_was_typed_comes_back_while_nothing_can_be_written(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let answer = fail(&ada, "words", "").await;
        let held = site.state.platform.db.begin().await.unwrap();
        let page = ada.follow(answer).await;
        assert_eq!(page.status, StatusCode::OK);
        let form = Form::find(&page, "save_profile", &[]).unwrap();
        assert_eq!(form.value("about"), Some("words"));
        drop(held);
    }

    async fn passwords_are_never_stored(site: &Site) {
        let visitor = site.visitor();
        let fields = [("name", "A"), ("email", "x"), ("password", "never stored words"), ("role", "seeker")];
        let page = visitor.fill("/register", "register", &fields).await;
        let form = Form::find(&page, "register", &[]).unwrap();
        assert_eq!((form.value("name"), form.value("password")), (Some("A"), Some("")));
    }
}

/// The session ends, of which an open page knows nothing.
fn log_out(client: &Client) {
    client.set_cookie("jobi", "ended");
}

/// Fills in the form on a page after the session has ended, and answers the login page that comes of it.
async fn send_logged_out(site: &Site, client: &Client, page: &str, function: &str, fields: &[(&str, &str)]) -> Answer {
    let form = client.form(page, function, &[]).await;
    log_out(client);
    let answer = client.submit(&form, fields).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{page}");
    assert_eq!(site.count(ROWS).await, 0, "nothing is stored for who is not logged in");
    assert!(!answer.has("script[type=module]"), "a page at a form's address stays as it is");
    answer
}

on_both! {
    async fn after_login_the_form_is_as_it_was_left(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let ada = site.register_seeker("Ada").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let (apply, ask) = (format!("{}/apply", posting.path()), format!("{}/ask", posting.path()));
        let editor = format!("/employer/postings/{}", posting.id);
        let forms: [(&Client, &str, &str, &str); 6] = [
            (&ada, &apply, &apply, "letter"),
            (&ada, &ask, "ask_company", "text"),
            (&ada, "/profile", "save_profile", "about"),
            (&acme, &editor, "save_posting", "description"),
            (&acme, "/employer/postings/new", "save_posting", "description"),
            (&acme, "/employer/company", "save_company", "about"),
        ];
        for (client, page, function, field) in forms {
            let typed = "Words & \"lines\"\nthat <took> an hour";
            let login = send_logged_out(site, client, page, function, &[(field, typed)]).await;
            let form = Form::find(&login, "login", &[]).unwrap();
            // A wrong password loses nothing.
            let again = client.submit(&form, &[("email", &client.email), ("password", "wrong")]).await;
            assert!(again.summary().contains("do not belong together"), "{page}: {}", again.summary());
            let form = Form::find(&again, "login", &[]).unwrap();
            let back = client.submit(&form, &[("email", &client.email), ("password", PASSWORD)]).await;
            assert_eq!((back.path_only(), back.status), (page, StatusCode::OK));
            let form = Form::find(&back, function, &[]).unwrap_or_else(|| panic!("no form on {page}"));
            assert_eq!(form.value(field).map(|text| text.replace("\r\n", "\n")).as_deref(), Some(typed), "{page}");
            if page == apply {
                assert!(back.text().contains("please choose it again"));
            }
            site.change("DELETE FROM kept_forms").await;
        }
    }

    async fn somebody_else_who_logs_in_gets_nothing_of_it(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let login = send_logged_out(site, &ada, "/profile", "save_profile", &[("about", "Ada's words")]).await;
        let form = Form::find(&login, "login", &[]).unwrap();
        let page = ada.submit(&form, &[("email", &bob.email), ("password", PASSWORD)]).await;
        assert_eq!(page.path_only(), "/profile");
        assert!(!page.text().contains("Ada's words"));
        assert_eq!(site.count(ROWS).await, 0);
    }

    /// Ada's page is open while Bob logs in in her browser.
    async fn what_was_typed_for_another_person_waits_for_them(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let (apply, ask) = (format!("{}/apply", posting.path()), format!("{}/ask", posting.path()));
        let forms = [
            (apply.as_str(), apply.as_str(), "letter"),
            (&ask, "ask_company", "text"),
            ("/profile", "save_profile", "about"),
            ("/settings", "save_account", "name"),
        ];
        for (page, function, field) in forms {
            ada.login(&ada.email, PASSWORD).await;
            let form = ada.form(page, function, &[]).await;
            ada.login(&bob.email, PASSWORD).await;
            let login = ada.submit_files(&form, &[(field, "Ada's words")], &[]).await;
            assert_eq!(login.status, StatusCode::CONFLICT, "{page}");
            assert!(login.text().contains("Bob has logged in in this browser, so nothing was sent"), "{page}");
            assert!(!login.text().contains("Ada's words"), "{page}: it is not Bob's");
            assert_eq!(login.texts(".menu__name"), ["Bob"]);
            assert_eq!(site.count(ROWS).await, 0, "{page}");
            let form = Form::find(&login, "login", &[]).unwrap();
            let back = ada.submit(&form, &[("email", &ada.email), ("password", PASSWORD)]).await;
            assert_eq!((back.path_only(), back.status), (page, StatusCode::OK));
            assert_eq!(back.texts(".menu__name"), ["Ada"]);
            let form = Form::find(&back, function, &[]).unwrap_or_else(|| panic!("no form on {page}"));
            assert_eq!(form.value(field), Some("Ada's words"), "{page}");
            site.change("DELETE FROM kept_forms").await;
        }
    }

    async fn the_login_page_says_who_is_logged_in(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let page = ada.open("/login?next=/resumes").await;
        assert_eq!(page.texts("main .notice"), ["You are logged in as Ada. To use another account, log in with it here. Go on as Ada"]);
        assert_eq!(page.attrs("main .notice a", "href"), ["/resumes"]);
        let page = ada.open("/login?next=//evil.example").await;
        assert_eq!(page.attrs("main .notice a", "href"), ["/"]);
        assert!(site.visitor().open("/login").await.texts("main .notice").is_empty());
    }

    async fn who_writes_too_often_loses_nothing(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let ada = site.register_seeker("Ada").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let apply = format!("{}/apply", posting.path());
        for (page, function, field) in [("/profile", "/api/save_profile", "about"), (&apply, &apply, "letter")] {
            let form = ada.form(page, function, &[]).await;
            for _ in 0..60 {
                ada.post_form(page, function, &[]).await;
            }
            let refused = ada.submit_files(&form, &[(field, "words that took an hour")], &[]).await;
            assert!(refused.summary().starts_with("Too many tries"), "{page}: {}", refused.summary());
            let form = Form::find(&refused, function, &[]).unwrap();
            assert_eq!(form.value(field), Some("words that took an hour"), "{page}");
        }
    }

    /// Such a page stands at its form's address: what is sent from it comes back to the page that it is.
    async fn a_page_that_answers_a_form_leads_back_to_itself(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let mut answer = fail(&ada, "words", "").await;
        for _ in 0..40 {
            answer = fail(&ada, "words", "").await;
        }
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing more is stored, so the page comes at once");
        let form = Form::find(&answer, "save_profile", &[]).unwrap();
        assert_eq!((form.value("about"), answer.path_only()), (Some("words"), "/api/save_profile"));
        let back = ada.submit(&form, &[("headline", "Gardener")]).await;
        assert_eq!((back.path_only(), back.status), ("/profile", StatusCode::OK));
        let again = ada.submit(&form, &[]).await;
        assert!(again.problem("headline").contains("at most 120"));
        let form = Form::find(&again, "save_profile", &[]).unwrap();
        assert_eq!(form.value("about"), Some("words"), "and again");
    }

    async fn what_a_login_carries_can_be_anything(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for junk in ["x", "00", "1b00f8", &"ab".repeat(100_000)] {
            let visitor = site.visitor();
            let fields = [("email", ada.email.as_str()), ("password", PASSWORD), ("typed", junk)];
            let answer = visitor.post_form("/login", "/api/login", &fields).await;
            assert!(answer.status.is_redirection(), "{}", answer.status);
            assert!(visitor.is_logged_in().await);
        }
        assert_eq!(site.count(ROWS).await, 0);
    }

    async fn what_cannot_be_sent_any_more_stands_on_the_page_that_says_so(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let ada = site.register_seeker("Ada").await;
        let words = "Words & <lines> that took an hour";
        let shown = |page: &Answer| page.texts(".unsent__text").contains(&words.to_string());

        let posting = site.post(&acme, NewPosting::default()).await;
        let (apply, ask) = (format!("{}/apply", posting.path()), format!("{}/ask", posting.path()));
        let letter = ada.form(&apply, &apply, &[]).await;
        let question = ada.form(&ask, "ask_company", &[]).await;
        acme.call("close_posting", &[("id", &posting.id.to_string())]).await;
        let page = ada.submit_files(&letter, &[("letter", words)], &[]).await;
        assert!(page.text().contains("takes no applications") && shown(&page), "closed");
        let page = ada.submit(&question, &[("text", words)]).await;
        assert!(shown(&page), "a question: {}", page.path);
        acme.call("delete_posting", &[("id", &posting.id.to_string())]).await;
        let page = ada.submit_files(&letter, &[("letter", words)], &[]).await;
        assert!(page.status == StatusCode::NOT_FOUND && shown(&page), "deleted: {}", page.status);
        assert!(!shown(&ada.get("/profile").await), "another page says nothing of it");

        let posting = site.post(&acme, NewPosting::default()).await;
        let editor = acme.form(&format!("/employer/postings/{}", posting.id), "save_posting", &[]).await;
        acme.call("delete_posting", &[("id", &posting.id.to_string())]).await;
        let page = acme.submit(&editor, &[("description", words)]).await;
        assert!(page.status == StatusCode::NOT_FOUND && shown(&page), "a deleted posting: {}", page.status);
    }
}

on_both! {
    async fn the_preview_shows_what_is_typed_and_leads_back_to_it(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let typed = [("title", "Gardener, typed"), ("description", "You look after *old* trees & <young> ones."), ("pay_min", "40k")];
        let other = site.register_employer("Other").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let stored = format!("/employer/postings/{}", posting.id);
        for page in ["/employer/postings/new", &stored] {
            let form = acme.form(page, "save_posting", &[]).await;
            let shown = acme.press(&form, "/api/preview_posting", &typed).await;
            assert_eq!(shown.texts("h1"), ["Gardener, typed"], "{page}");
            assert!(shown.texts(".prose em").contains(&"old".to_string()));
            assert!(shown.text().contains("not saved yet"));
            let back = shown.attrs(".notice a", "href").remove(0);
            let form = Form::find(&acme.open(&back).await, "save_posting", &[]).unwrap();
            for (name, value) in typed {
                assert_eq!(form.value(name), Some(value), "{page}");
            }
            let preview = other.get(&shown.path).await;
            assert!(preview.status == StatusCode::NOT_FOUND && !preview.text().contains("typed,"), "{}", preview.status);
        }
        assert_eq!(site.found("SELECT title FROM postings").await, "Gardener", "nothing is stored");
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 1);

        let form = acme.form(&stored, "save_posting", &[]).await;
        let shown = acme.press(&form, "/api/preview_posting", &[]).await;
        assert_eq!(shown.path, format!("{stored}/preview"), "nothing was typed");
        assert!(shown.text().contains("Only your company can see this page."));
    }

    async fn closing_a_posting_asks_first(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        for page in [format!("/employer/postings/{}", posting.id), "/employer/postings".to_string()] {
            let page = acme.open(&page).await;
            assert!(page.has("details form[action^='/api/close_posting']"), "{}", page.path);
            assert!(!page.has("details[open] form[action^='/api/close_posting']"), "{}", page.path);
        }
    }

    async fn pay_that_is_not_understood_stays_to_be_mended(site: &Site) {
        let visitor = site.visitor();
        let page = visitor.open("/jobs?pay=60-70k").await;
        assert_eq!(page.attrs("input[name=pay]", "value"), ["60-70k"]);
        assert!(page.texts("#filter-pay-error")[0].starts_with("We read “60”, but not the “-” behind it."));
        assert!(!page.has(".notice"), "it is told once");
        let page = visitor.open("/jobs?pay=60.000&currency=EUR").await;
        assert_eq!(page.attrs("input[name=pay]", "value"), ["60000"]);
        assert!(page.texts(".chips")[0].contains("60,000"), "{:?}", page.texts(".chips"));
    }
}

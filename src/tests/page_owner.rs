//! A page of one person never acts as another who has logged in in the same browser since.

use axum::http::{Method, StatusCode, header};
use uuid::Uuid;

use super::{
    bad_input::MUTATIONS,
    fixtures::{attached, pdf_file},
    routes::{page_table, snapshot, world},
    support::*,
};
use crate::{accounts::Settings, error::AppError, l10n::Locale};

/// They name the person that they are for.
const NAME_THEIR_PERSON: [&str; 9] = [
    "login",
    "register",
    "enter_code",
    "enter_recovery_code",
    "confirm_with_passkey",
    "begin_passkey_login",
    "login_with_passkey",
    "set_up_site",
    "make_invited_account",
];

/// What only reads, and shows what is somebody's.
const READS: [&str; 6] =
    ["load_settings", "load_bell", "load_conversations", "load_applications", "load_jobs", "preview_markdown"];

/// Addresses of a server function, as pages of others than `viewer` would send to them.
async fn of_others(site: &Site, viewer: &Client, path: &str) -> Vec<String> {
    let owner = viewer.owned("").await;
    let others = [site.visitor().owned("").await, format!("?for={}", Uuid::now_v7()), "?for=me".into(), String::new()];
    assert!(others.iter().all(|other| *other != owner));
    others.map(|other| format!("{path}{other}")).into()
}

/// Sends as a script of a page does.
async fn call(client: &Client, to: &str) -> Answer {
    let request = client.request(Method::POST, to).header(header::ACCEPT, "application/json");
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    client.send(request.body("name=Eve&language=de".into()).unwrap()).await
}

on_both! {
    async fn every_form_says_for_whom_its_page_was_made(site: &Site) {
        let world = world(site).await;
        let mut forms = 0;
        for client in &world.people {
            let owner = client.owned("").await;
            for (_, path, _) in page_table(&world) {
                let page = client.follow(client.get(&path).await).await;
                let found = page.page();
                for form in found.select(&css("form:not([method=get])")) {
                    let action = form.attr("action").unwrap_or_default();
                    assert!(action.ends_with(&owner), "{path}: {action} of a page for {owner}");
                    forms += 1;
                }
            }
        }
        assert!(forms > 500, "only {forms} were found");
    }

    async fn what_another_persons_page_sends_is_refused(site: &Site) {
        let world = world(site).await;
        let before = snapshot(site).await;
        let [_, ada, _, acme, _] = &world.people;
        for client in [ada, acme] {
            for function in MUTATIONS.iter().chain(&READS).filter(|f| !NAME_THEIR_PERSON.contains(*f)) {
                for to in of_others(site, client, &format!("/api/{function}")).await {
                    let answer = call(client, &to).await;
                    assert_eq!((answer.status, answer.error()), (StatusCode::CONFLICT, AppError::OtherPerson), "{to}");
                }
            }
            let send = format!("/messages/{}/send", world.conversation);
            let id = Uuid::new_v4().to_string();
            for path in ["/resumes/upload", &world.open.apply_path(), "/employer/company/logo", &send] {
                let path = of_others(site, client, path).await.remove(0);
                let answer = client.call_files(&path, &[("id", &id), ("text", "Hi")], &[attached("x.pdf")]).await;
                assert_eq!((answer.status, answer.error()), (StatusCode::CONFLICT, AppError::OtherPerson), "{path}");
                let answer = client.post_files("/resumes", &path, &[("id", &id)], &[pdf_file("x.pdf")]).await;
                assert_eq!(answer.location(), "/resumes?done=other-person", "{path}");
            }
            assert!(client.is_logged_in().await);
        }
        assert_eq!(snapshot(site).await, before);
        assert_eq!(site.count("SELECT COUNT(*) FROM messages").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE name = 'Eve' OR locale <> 'en'").await, 0);
    }

    /// Two people, one browser: what Ada's page sends after Bob has logged in.
    async fn a_plain_form_of_anothers_page_is_told_so(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let settings = ada.form("/settings", "end_session", &[]).await;
        let logout = ada.form("/settings", "logout", &[]).await;
        let language = site.visitor().form("/jobs?q=rust", "choose_language", &[]).await;
        ada.login(&bob.email, PASSWORD).await;
        let page = ada.submit(&settings, &[]).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/settings?done=other-person"));
        assert!(page.toast().contains("Nothing was sent"), "{}", page.toast());
        assert_eq!(page.attrs("input[name=name]", "value"), ["Bob"]);
        let page = ada.submit(&logout, &[]).await;
        assert!(page.toast().contains("Nothing was sent"));
        assert_eq!(page.texts(".menu__name"), ["Bob"], "and Bob is still logged in");
        let page = ada.submit(&language, &[("language", "de")]).await;
        assert_eq!(page.path, "/jobs?q=rust&done=other-person");
        assert!(page.toast().contains("Nothing was sent"), "a visitor's page is nobody's");

        // The page as it is now is Bob's.
        let page = ada.fill("/settings", "save_account", &[("name", "Bobby")]).await;
        assert_eq!(page.toast(), "Your details are saved.");
    }

    async fn a_page_whose_person_has_left_acts_as_nobody(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let of_ada = async |function: &str| ada.owned(&format!("/api/{function}")).await;
        let [settings, logout, language, jobs] =
            [of_ada("load_settings").await, of_ada("logout").await, of_ada("choose_language").await, of_ada("load_jobs").await];
        let visitor = site.visitor();
        assert_eq!(call(&visitor, &settings).await.error(), AppError::Unauthorized);
        for to in [logout, language, jobs] {
            assert_eq!(call(&visitor, &to).await.status, StatusCode::OK, "{to}");
        }
        assert_eq!(visitor.cookie("jobi_language"), Some(Locale::De.to_string()));
    }

    async fn a_login_names_its_person_wherever_its_page_comes_from(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let form = site.visitor().form("/login", "login", &[]).await;
        let page = ada.submit(&form, &[("email", &bob.email), ("password", PASSWORD)]).await;
        assert_eq!(page.texts(".menu__name"), ["Bob"]);
        assert_eq!(site.count("SELECT COUNT(*) FROM sessions").await, 2, "Ada's has ended");
    }

    /// No page has sent it: who makes a request by hand chooses the cookie too.
    async fn a_program_acts_as_whom_its_cookie_says(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let mut request = ada.request(Method::POST, "/api/load_settings");
        let headers = request.headers_mut().unwrap();
        headers.remove(header::ORIGIN);
        headers.remove("sec-fetch-site");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = ada.send(request.body("".into()).unwrap()).await;
        assert_eq!(answer.json::<Settings>().name, "Ada");
    }
}

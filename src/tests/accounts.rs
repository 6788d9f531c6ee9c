//! Registration, login, settings.

use std::time::Duration;

use axum::http::StatusCode;

use super::support::*;
use crate::{
    accounts::{self, AccountProblem},
    error::{AppError, Problem},
    platform::limits::{Limit, Tokens},
    site::database::open,
};

/// What a good registration sends, with some of it changed.
fn registration<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("role", "seeker"),
        ("company", ""),
        ("name", "Ada"),
        ("email", "Ada@People.example"),
        ("password", PASSWORD),
    ];
    for (name, value) in &mut fields {
        if let Some((_, new)) = changed.iter().find(|(changed, _)| changed == name) {
            *value = new;
        }
    }
    fields
}

on_both! {
    async fn a_seeker_registers_and_is_logged_in(site: &Site) {
        let ada = site.visitor();
        let page = ada.fill("/register", "register", &registration(&[])).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/jobs?done=welcome"));
        assert_eq!(page.toast(), "Welcome to Jobi!");
        assert_eq!(page.texts(".menu__name"), ["Ada"]);
        assert!(ada.is_logged_in().await);
    }

    async fn an_employer_registers_with_a_company(site: &Site) {
        let erin = site.visitor();
        let page = erin.fill("/register", "register", &registration(&[("role", "employer"), ("company", "Acme")])).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/employer?done=welcome"));
        assert_eq!(site.found("SELECT name FROM companies").await, "Acme");
        assert_eq!(site.count("SELECT COUNT(*) FROM company_members").await, 1);
    }

    async fn an_employer_without_a_company_is_told_so_and_nothing_is_made(site: &Site) {
        let erin = site.visitor();
        let page = erin.fill("/register", "register", &registration(&[("role", "employer")])).await;
        assert_eq!(page.problem("company"), "Please fill this in.");
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0);
    }

    async fn an_address_belongs_to_one_account_whatever_its_case(site: &Site) {
        site.register_seeker("Ada").await;
        let second = site.visitor();
        let page = second.fill("/register", "register", &registration(&[("email", "ADA@people.EXAMPLE"), ("password", "quite another one")])).await;
        assert_eq!(page.path_only(), "/register");
        assert_eq!(page.problem("email"), "There is an account with this e-mail address already.");
        assert!(!second.is_logged_in().await);

        let taken = second.call("register", &registration(&[("password", "quite another one")])).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(taken.error(), AppError::field("email", AccountProblem::EmailTaken));
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 1);
    }

    async fn every_field_of_a_registration_is_checked(site: &Site) {
        let long_name = "x".repeat(121);
        let long_password = "ü".repeat(129);
        let cases: [(&str, &str, Problem); 9] = [
            ("role", "moderator", Problem::NotAChoice),
            ("role", "", Problem::Required),
            ("name", " \u{0} ", Problem::Required),
            ("name", &long_name, Problem::TooLong(120)),
            ("email", "ada", Problem::NotAnEmail),
            ("email", "ada@people\0.example", Problem::NotAnEmail),
            ("password", "short", Problem::TooShort(10)),
            ("password", &long_password, Problem::TooLong(128)),
            ("password", "Password123", Problem::from(AccountProblem::CommonPassword)),
        ];
        let visitor = site.visitor();
        for (field, value, problem) in cases {
            let answer = visitor.call("register", &registration(&[(field, value)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert_eq!(answer.error(), AppError::field(field, problem));
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0);
    }

    async fn any_characters_make_a_password(site: &Site) {
        let password = "  ü\u{1f511}\t\u{7f}'\"; DROP  ";
        let visitor = site.visitor();
        assert_eq!(visitor.call("register", &registration(&[("password", password)])).await.status, StatusCode::OK);
        let again = site.visitor();
        again.login("ada@people.example", password).await;
        assert!(again.is_logged_in().await);
        let trimmed = site.visitor();
        trimmed.login("ada@people.example", password.trim()).await;
        assert!(!trimmed.is_logged_in().await, "a password is taken as it is");
    }

    async fn what_was_typed_comes_back_but_for_the_password(site: &Site) {
        let visitor = site.visitor();
        let typed = registration(&[("role", "employer"), ("name", "Ada <b>"), ("email", "not an address")]);
        let page = visitor.fill("/register", "register", &typed).await;
        assert_eq!(page.path_only(), "/register");
        assert_eq!(page.attrs("input[name=name]", "value"), ["Ada <b>"]);
        assert_eq!(page.attrs("input[name=email]", "value"), ["not an address"]);
        assert_eq!(page.attrs("input[name=role][checked]", "value"), ["employer"]);
        assert_eq!(page.attrs("input[name=password]", "value").concat(), "");
        assert!(!page.text().contains(PASSWORD));
        assert!(!page.path.contains("address"), "what was typed is not in the address: {}", page.path);
        assert_eq!(page.texts(".form__summary a").len(), 2, "company and e-mail");
        assert_eq!(page.attrs("#field-email", "aria-invalid"), ["true"]);
        assert!(page.attrs("#field-email", "aria-describedby").concat().contains("field-email-error"));

        let later = visitor.open("/register").await;
        assert_eq!(later.attrs("input[name=name]", "value").concat(), "", "it comes back once");
    }

    async fn a_login_tells_nobody_whether_an_address_exists(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let disabled = site.user_of(&bob).await;
        accounts::set_disabled(&site.state.platform.db, disabled, true).await.unwrap();
        assert!(!bob.is_logged_in().await, "shutting an account out ends its sessions");

        let tries = [(ada.email.as_str(), "wrong password"), ("nobody@people.example", PASSWORD), (&bob.email, PASSWORD)];
        let mut answers = Vec::new();
        for (email, password) in tries {
            let answer = site.visitor().call("login", &[("email", email), ("password", password)]).await;
            assert!(answer.cookies().is_empty());
            let mut headers: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            answers.push((answer.status, answer.text(), headers));
            let page = site.visitor().login(email, password).await;
            assert_eq!(page.summary(), "E-mail and password do not belong together.");
        }
        assert_eq!(answers[0].0, StatusCode::CONFLICT);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    }

    async fn one_lands_where_one_was_going(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let visitor = site.visitor();
        let turned_away = visitor.get("/settings?x=1%262").await;
        assert_eq!(turned_away.status, StatusCode::FOUND);
        let login = turned_away.location();
        let page = visitor.fill(login, "login", &[("email", &ada.email), ("password", PASSWORD)]).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/settings?x=1%262"));
    }

    async fn only_local_paths_are_gone_to(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for next in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=y", "", "\0"] {
            let fields = [("email", ada.email.as_str()), ("password", PASSWORD), ("next", next)];
            let answer = site.visitor().post_form("/login", "/api/login", &fields).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::FOUND, "/login/done?next=%2Fjobs"), "{next:?}");
            let answer = site.visitor().post_form("/", "/api/choose_language", &[("language", "de"), ("next", next)]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::FOUND, "/"), "{next:?}");
        }
    }

    async fn too_many_logins_are_refused(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let wrong = [("email", ada.email.as_str()), ("password", "wrong password")];
        let (thief, mut statuses) = (site.visitor(), Vec::new());
        for _ in 0..12 {
            statuses.push(thief.call("login", &wrong).await.status);
        }
        assert_eq!(statuses[0], StatusCode::CONFLICT);
        assert_eq!(statuses[11], StatusCode::TOO_MANY_REQUESTS, "one account, from one network");
        let right = thief.login(&ada.email, PASSWORD).await;
        assert!(right.summary().starts_with("Too many tries."), "{}", right.summary());
        let elsewhere = site.visitor();
        for _ in 0..12 {
            elsewhere.login(&ada.email, PASSWORD).await;
            assert!(elsewhere.is_logged_in().await, "the owner is not locked out, nor by what is right");
        }

        let longest = "x".repeat(100_000);
        for (email, password) in [(longest.as_str(), "x"), (ada.email.as_str(), longest.as_str()), ("\0", "x"), ("", "")] {
            let answer = site.visitor().call("login", &[("email", email), ("password", password)]).await;
            assert_eq!(answer.error(), AppError::refused(AccountProblem::WrongLogin));
        }

        let one = site.visitor();
        let mut last = StatusCode::OK;
        for n in 0..35 {
            let email = format!("someone{n}@people.example");
            last = one.call("login", &[("email", &email), ("password", "x")]).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS, "many accounts, from one address");
    }

    async fn what_is_given_back_in_the_database_can_be_taken_again(site: &Site) {
        let db = &site.state.platform.db;
        let limit = || Limit::new("test", 2, Duration::from_secs(60));
        let [here, there, elsewhere] = [limit(), limit(), limit()];
        let take = async |of| Tokens::take(Some(db), &[(of, "a".to_string())]).await;
        for _ in 0..5 {
            take(&here).await.unwrap().give_back().await.unwrap();
        }
        let first = take(&here).await.unwrap();
        _ = take(&there).await.unwrap();
        assert!(matches!(take(&there).await.err(), Some(AppError::TooMany { seconds: 1..=60 })));
        first.give_back().await.unwrap();
        assert!(take(&elsewhere).await.is_ok());
        let buckets = "SELECT COUNT(*) FROM rate_buckets WHERE full_at > 0";
        assert_eq!(site.count(buckets).await, 1);
        crate::platform::limits_db::sweep(db).await.unwrap();
        assert_eq!(site.count(buckets).await, 1, "not full yet");
    }

    async fn too_many_registrations_and_password_tries_are_refused(site: &Site) {
        let one = site.visitor();
        let mut last = StatusCode::OK;
        for n in 0..12 {
            last = one.call("register", &registration(&[("email", &format!("a{n}@people.example"))])).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);

        let bob = site.register_seeker("Bob").await;
        for _ in 0..7 {
            let fields = [("old_password", "wrong password"), ("password", "another good one")];
            last = bob.call("change_password", &fields).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    }

    async fn passwords_are_stored_as_argon2id_only(site: &Site) {
        site.register_seeker("Ada").await;
        let hash = site.found("SELECT password_hash FROM users").await;
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    }

    async fn name_and_address_change(site: &Site) {
        let (ada, _bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let page = ada.fill("/settings", "save_account", &[("name", "Ada L.")]).await;
        assert_eq!(page.toast(), "Your details are saved.", "the name alone needs no password");
        assert_eq!(page.attrs("input[name=name]", "value"), ["Ada L."]);
        for (given, problem) in [("", "Please fill this in."), ("wrong one", "This is not your current password.")] {
            let changed = [("name", "Eve"), ("email", "Lovelace@people.example"), ("email_password", given)];
            let page = ada.fill("/settings", "save_account", &changed).await;
            assert_eq!(page.problem("email_password"), problem);
            assert_eq!(page.attrs("input[name=email]", "value"), ["Lovelace@people.example"], "what was typed");
            assert_eq!(page.attrs("input[name=email_password]", "value").concat(), "");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE name = 'Eve'").await, 0, "then nothing is changed");
        let changed = [("email", "Lovelace@people.example"), ("email_password", PASSWORD)];
        assert_eq!(ada.fill("/settings", "save_account", &changed).await.toast(), "Your details are saved.");
        let page = ada.fill("/settings", "save_account", &[("email", "BOB@people.example"), ("email_password", PASSWORD)]).await;
        assert_eq!(page.problem("email"), "There is an account with this e-mail address already.");
        assert_eq!(page.attrs("input[name=email]", "value"), ["BOB@people.example"], "what was typed");

        let again = site.visitor();
        again.login(" lovelace@PEOPLE.example ", PASSWORD).await;
        assert!(again.is_logged_in().await);
    }

    async fn a_new_password_ends_every_other_session(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let phone = site.visitor();
        phone.login(&ada.email, PASSWORD).await;

        let wrong = ada.fill("/settings", "change_password", &[("old_password", "wrong one"), ("password", "a new good one")]).await;
        assert_eq!(wrong.problem("old_password"), "This is not your current password.");
        let common = ada.fill("/settings", "change_password", &[("old_password", PASSWORD), ("password", "password12")]).await;
        assert!(common.problem("password").starts_with("This password is one of the first"));
        assert!(phone.is_logged_in().await, "nothing has changed yet");

        let (token, end) = (ada.cookie("jobi").unwrap(), site.found("SELECT CAST(MIN(expires_at) AS TEXT) FROM sessions").await);
        let page = ada.fill("/settings", "change_password", &[("old_password", PASSWORD), ("password", "a new good one")]).await;
        assert_eq!(page.toast(), "Your password is changed. Every other session has ended.");
        assert!(ada.is_logged_in().await);
        assert!(!phone.is_logged_in().await);
        let thief = site.visitor();
        thief.set_cookie("jobi", &token);
        assert!(!thief.is_logged_in().await, "nor does what this session's cookie was before open anything");
        assert_eq!(site.found("SELECT CAST(MIN(expires_at) AS TEXT) FROM sessions").await, end, "it ends when it did");
        phone.login(&ada.email, PASSWORD).await;
        assert!(!phone.is_logged_in().await);
        phone.login(&ada.email, "a new good one").await;
        assert!(phone.is_logged_in().await);
    }

    async fn a_browser_that_takes_no_cookie_is_told_so(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let stubborn = site.visitor();
        let login = stubborn.post_form("/login", "/api/login", &[("email", &ada.email), ("password", PASSWORD), ("next", "/settings?x=1")]).await;
        let register = [("role", "employer"), ("name", "Eve"), ("company", "Eve"), ("email", "eve@people.example"), ("password", PASSWORD)];
        let register = site.visitor().post_form("/register", "/api/register", &register).await;
        for (answer, next) in [(login, "/settings?x=1"), (register, "/employer?done=welcome")] {
            let page = site.visitor().follow(answer).await;
            assert_eq!(page.path, format!("/login?next={}&cookies=refused", crate::text::encode(next)));
            assert!(page.texts("[role=alert]")[0].contains("did not keep the cookie"), "{}", page.text());
            let again = Form::find(&page, "login", &[]).expect("another try");
            assert_eq!(again.value("next"), Some(next));
        }
        let page = ada.open("/login?cookies=refused").await;
        assert!(!page.has("[role=alert]:not([hidden])"), "who is logged in has a cookie");
        for next in ["//evil.example", "https://evil.example", "", "/a\r\nx: y"] {
            let next = crate::text::encode(next);
            assert_eq!(ada.get(&format!("/login/done?next={next}")).await.location(), "/");
        }
        assert_eq!(ada.get("/login/done?%ff&next").await.location(), "/");
    }

    async fn an_account_is_deleted_with_its_password_only(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let page = ada.fill("/settings", "delete_account", &[("delete_password", "wrong one")]).await;
        assert_eq!(page.problem("delete_password"), "This is not your current password.");
        let page = ada.fill("/settings", "delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!((page.path.as_str(), page.toast().as_str()), ("/?done=account-deleted", "Your account is deleted."));
        assert!(!ada.is_logged_in().await);
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM sessions").await, 0);
        ada.login(&ada.email, PASSWORD).await;
        assert!(!ada.is_logged_in().await);
        site.register_seeker("Ada").await; // the address is free again
    }
}

#[test]
fn nodes_count_what_is_asked_of_any_of_them() {
    run(super::database::Engine::Postgres, async |site: &Site| {
        let (db, bus) = open(&site.database_url(), Duration::from_secs(60)).await.unwrap();
        let mut statuses = Vec::new();
        for n in 0..4 {
            let node = if n % 2 == 0 { site.visitor() } else { site.visitor_over(&(db.clone(), bus.clone())).await };
            statuses.push(node.call("forgot_password", &[("email", "ada@people.example")]).await.status);
        }
        assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS), "{statuses:?}");
        assert!(!statuses.contains(&StatusCode::TOO_MANY_REQUESTS), "{statuses:?}");
        db.close().await;
    });
}

//! Links to a mailbox: forgotten passwords, addresses that are confirmed, and what mails tell of an account.

use axum::http::StatusCode;

use super::{
    fixtures::{NewPosting, pdf_file},
    support::*,
};
use crate::{accounts::AccountProblem, error::AppError};

const NEW: &str = "quite another one";

fn token(link: &str) -> &str {
    link.split_once("token=").expect("a token").1
}

on_both! {
    async fn a_forgotten_password_is_set_anew(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let other = site.visitor();
        let page = other.fill("/forgot", "forgot_password", &[("email", "ADA@people.example")]).await;
        assert_eq!(page.path_only(), "/login");
        assert!(page.toast().contains("If there is an account with this address"), "{}", page.toast());
        let link = site.link_to(&ada.email).await;
        let opened = other.open(&link).await;
        assert!(opened.text().contains(&ada.email));
        assert!(ada.is_logged_in().await, "opening the link changes nothing");
        let done = other.fill(&link, "reset_password", &[("password", NEW)]).await;
        assert_eq!((done.path_only(), done.toast().as_str()), ("/login", "Your new password is set. Log in with it."));
        assert!(!ada.is_logged_in().await, "every session has ended");
        other.login(&ada.email, PASSWORD).await;
        assert!(!other.is_logged_in().await);
        other.login(&ada.email, NEW).await;
        assert!(other.is_logged_in().await);
        let subjects = site.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect::<Vec<_>>();
        assert!(subjects.contains(&"Your password was changed".to_string()), "{subjects:?}");
    }

    async fn a_link_is_good_once_and_only_the_newest(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let other = site.visitor();
        let ask = async || {
            other.call("forgot_password", &[("email", &ada.email)]).await;
            site.link_to(&ada.email).await
        };
        let (first, second) = (ask().await, ask().await);
        assert_ne!(first, second);
        let set = async |link: &str, password: &str| {
            other.call("reset_password", &[("token", token(link)), ("password", password)]).await
        };
        let over = AppError::refused(AccountProblem::LinkIsOver);
        assert_eq!(set(&first, NEW).await.error(), over, "a newer one has taken its place");
        assert_eq!(set(&second, "short").await.status, StatusCode::UNPROCESSABLE_ENTITY, "a mistake costs nothing");
        assert_eq!(set(&second, NEW).await.status, StatusCode::OK);
        assert_eq!(set(&second, "and a third one").await.error(), over, "used");
        for gone in [&first, &second] {
            let page = other.open(gone).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text().contains("This link is not good any more"));
        }
    }

    async fn a_changed_password_ends_the_link(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.visitor().call("forgot_password", &[("email", &ada.email)]).await;
        let link = site.link_to(&ada.email).await;
        ada.fill("/settings", "change_password", &[("old_password", PASSWORD), ("password", NEW)]).await;
        let set = site.visitor().call("reset_password", &[("token", token(&link)), ("password", "a third password")]).await;
        assert_eq!(set.error(), AppError::refused(AccountProblem::LinkIsOver));
    }

    async fn an_old_link_is_over(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.visitor().call("forgot_password", &[("email", &ada.email)]).await;
        let link = site.link_to(&ada.email).await;
        site.change("UPDATE account_tokens SET expires_at = created_at").await;
        let set = site.visitor().call("reset_password", &[("token", token(&link)), ("password", NEW)]).await;
        assert_eq!(set.error(), AppError::refused(AccountProblem::LinkIsOver));
    }

    async fn nobody_learns_who_has_an_account(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let other = site.visitor();
        let ask = async |email: &str| {
            let answer = other.call("forgot_password", &[("email", email)]).await;
            (answer.status, answer.text(), answer.headers.get("serverfnredirect").cloned())
        };
        assert_eq!(ask(&ada.email).await, ask("nobody@people.example").await);
        assert_eq!(site.mails_to("nobody@people.example").await, []);
        site.change("UPDATE users SET disabled_at = created_at").await;
        site.change("DELETE FROM kept_mails").await;
        ask(&ada.email).await;
        assert_eq!(site.mails_to(&ada.email).await, [], "a disabled account gets none");
    }

    async fn asking_for_links_is_limited(site: &Site) {
        let other = site.visitor();
        let mut statuses = Vec::new();
        for _ in 0..4 {
            statuses.push(other.call("forgot_password", &[("email", "ada@people.example")]).await.status.as_u16());
        }
        assert_eq!(statuses, [200, 200, 200, 429]);
    }

    async fn an_address_is_confirmed_by_its_link(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let settings = ada.open("/settings").await;
        assert!(settings.text().contains("is not confirmed yet"));
        let link = site.link_to(&ada.email).await;
        assert!(site.visitor().open(&link).await.text().contains("Confirm the address"));
        assert!(ada.open("/settings").await.text().contains("is not confirmed yet"), "a robot changes nothing");
        let done = ada.fill(&link, "confirm_email", &[]).await;
        assert_eq!(done.toast(), "Your address is confirmed.");
        assert!(!done.text().contains("is not confirmed yet"));
        let again = ada.call("confirm_email", &[("token", token(&link))]).await;
        assert_eq!(again.error(), AppError::refused(AccountProblem::LinkIsOver));
    }

    /// Where mails reach people, applying and publishing wait for the confirmation.
    async fn what_needs_a_confirmed_address(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let mut ada = site.visitor_with(server.mailer()).await;
        let fields = [("role", "seeker"), ("name", "Ada"), ("email", "ada@people.example"), ("password", PASSWORD)];
        ada.call("register", &fields).await;
        ada.email = "ada@people.example".into();
        assert_eq!(ada.open("/jobs").await.status, StatusCode::OK, "one can look round");
        let apply = async || {
            let fields = [("name", "Ada"), ("email", "ada@people.example")];
            ada.call_files(&posting.apply_path(), &fields, &[pdf_file("cv.pdf")]).await
        };
        assert_eq!(apply().await.error(), AppError::refused(AccountProblem::NotConfirmed));
        site.change("UPDATE users SET email_confirmed_at = created_at").await;
        assert_eq!(apply().await.status, StatusCode::OK);
    }

    async fn a_taken_address_looks_like_a_free_one(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let ada = site.register_seeker("Ada").await;
        let register = async |email: &str| {
            let other = site.visitor_with(server.mailer()).await;
            let fields = [("role", "seeker"), ("name", "Eve"), ("email", email), ("password", NEW)];
            let answer = other.call("register", &fields).await;
            assert!(other.is_logged_in().await);
            let settings = other.open("/settings").await;
            let same = settings.text().matches("is not confirmed yet").count();
            (answer.status, answer.headers.get("serverfnredirect").cloned(), same)
        };
        assert_eq!(register(&ada.email).await, register("free@people.example").await);
        let subjects = site.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect::<Vec<_>>();
        assert_eq!(subjects[0], "You have an account already");
        ada.login(&ada.email, PASSWORD).await;
        assert_eq!(ada.open("/settings").await.texts(".menu__name"), ["Ada"], "the account is still hers");
    }

    async fn who_registers_twice_is_logged_in(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let fields = [("role", "seeker"), ("name", "Ada"), ("email", "ada@people.example"), ("password", PASSWORD)];
        let ada = site.visitor_with(server.mailer()).await;
        for _ in 0..2 {
            // Both were sent before the first was answered.
            let visitor = site.visitor_with(server.mailer()).await;
            visitor.call("register", &fields).await;
            assert!(visitor.is_logged_in().await);
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 1);
        let page = ada.fill("/register", "register", &[("name", "Ada"), ("email", "ada@people.example"), ("password", PASSWORD)]);
        assert_eq!(page.await.path_only(), "/jobs", "without a mail server as well");
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 1);
    }

    async fn a_change_of_address_that_is_taken_back_is_over(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let ada = site.register_seeker("Ada").await;
        let mine = site.visitor_with(server.mailer()).await;
        mine.login(&ada.email, PASSWORD).await;
        let ask = async || {
            let password = if site.count("SELECT COUNT(*) FROM audit_log WHERE event = 'password_reset'").await > 0 { NEW } else { PASSWORD };
            mine.fill("/settings", "save_account", &[("email", "eve@people.example"), ("email_password", password)]).await;
            site.link_to("eve@people.example").await
        };
        let confirm = async |link: String| site.visitor().call("confirm_email", &[("token", token(&link))]).await;
        let over = AppError::refused(AccountProblem::LinkIsOver);
        let link = ask().await;
        let told = site.mails_to(&ada.email).await.remove(0);
        assert_eq!(told.subject, "Your account is to get another e-mail address");
        assert!(told.action.unwrap().1.ends_with("/forgot"));
        let kept = mine.fill("/settings", "cancel_email_change", &[]).await;
        assert_eq!(kept.toast(), "Your address stays as it is.");
        assert_eq!(confirm(link).await.error(), over);

        let link = ask().await;
        mine.call("change_password", &[("old_password", PASSWORD), ("password", NEW)]).await;
        assert_eq!(confirm(link).await.error(), over, "a new password ends it");
        mine.call("change_password", &[("old_password", NEW), ("password", PASSWORD)]).await;

        let link = ask().await;
        site.visitor().call("forgot_password", &[("email", &ada.email)]).await;
        let reset = site.link_to(&ada.email).await;
        site.visitor().call("reset_password", &[("token", token(&reset)), ("password", NEW)]).await;
        assert_eq!(confirm(link).await.error(), over, "and so does one that was set by a link");
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE new_email IS NOT NULL").await, 0);
        assert_eq!(site.found("SELECT email FROM users").await, ada.email);
    }

    async fn an_address_that_is_taken_meanwhile_is_told_of(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let ada = site.register_seeker("Ada").await;
        let mine = site.visitor_with(server.mailer()).await;
        mine.login(&ada.email, PASSWORD).await;
        let bob = site.register_seeker("Bob").await;
        mine.fill("/settings", "save_account", &[("email", &bob.email), ("email_password", PASSWORD)]).await;
        let link = site.link_to(&bob.email).await;
        let page = site.visitor().fill(&link, "confirm_email", &[]).await;
        assert!(page.text().contains("There is an account with this e-mail address already."), "{}", page.text());
    }

    async fn who_only_looked_at_pages_gets_mails_in_their_language(site: &Site) {
        let mut german = site.visitor();
        german.language = "de";
        let fields = [("role", "seeker"), ("name", "Ada"), ("email", "ada@people.example"), ("password", PASSWORD)];
        german.call("register", &fields).await;
        site.visitor().call("forgot_password", &[("email", "ada@people.example")]).await;
        let mail = site.mails_to("ada@people.example").await.remove(0);
        assert_eq!((mail.subject.as_str(), mail.language.as_str()), ("Neues Passwort setzen", "de"));
    }

    async fn the_clock_of_a_test_expires_links(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.visitor().call("forgot_password", &[("email", &ada.email)]).await;
        let link = site.link_to(&ada.email).await;
        let forward = async |client: &Client, seconds: &str| {
            client.post_form("/", "/dev/clock", &[("forward", seconds)]).await.status
        };
        assert_eq!(forward(&site.visitor(), "60").await, StatusCode::NOT_FOUND, "from another machine");
        let here = site.visitor_here();
        for odd in ["-1", "99999999999", "x"] {
            assert_eq!(forward(&here, odd).await, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        }
        assert!(site.visitor().open(&link).await.text().contains(&ada.email));
        assert_eq!(forward(&here, "1801").await, StatusCode::NO_CONTENT);
        assert!(site.visitor().open(&link).await.text().contains("This link is not good any more"));
    }

    async fn a_new_address_counts_once_confirmed(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let ada = site.register_seeker("Ada").await;
        let mut mine = site.visitor_with(server.mailer()).await;
        mine.login(&ada.email, PASSWORD).await;
        mine.email = ada.email.clone();
        let fields = [("email", "new@people.example"), ("email_password", PASSWORD)];
        let saved = mine.fill("/settings", "save_account", &fields).await;
        assert_eq!(saved.toast(), "A link is on its way to your mailbox.");
        assert!(saved.text().contains("new@people.example takes the place of ada@people.example"));
        assert_eq!(site.found("SELECT email FROM users").await, "ada@people.example");
        let link = site.link_to("new@people.example").await;
        mine.fill(&link, "confirm_email", &[]).await;
        assert_eq!(site.found("SELECT email FROM users").await, "new@people.example");
        let told = site.mails_to("ada@people.example").await;
        assert_eq!(told[0].subject, "Your e-mail address was changed");
        assert!(told[0].paragraphs.iter().any(|text| text.contains("n…@people.example")), "{told:?}");
    }

    async fn a_login_from_an_unknown_browser_is_told(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let told = async || {
            let mails = site.mails_to(&ada.email).await;
            mails.iter().filter(|mail| mail.subject == "New sign-in to your account").count()
        };
        ada.login(&ada.email, PASSWORD).await;
        assert_eq!(told().await, 0, "the browser of the registration");
        let phone = site.visitor();
        phone.login(&ada.email, PASSWORD).await;
        assert_eq!(told().await, 1);
        phone.login(&ada.email, PASSWORD).await;
        assert_eq!(told().await, 1, "known by now");
    }

    async fn strangers_do_not_lock_out_a_known_browser(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let eve = site.visitor_beside(&ada);
        let mut refused = 0;
        for _ in 0..12 {
            let answer = eve.call("login", &[("email", &ada.email), ("password", "a wrong one")]).await;
            refused += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(refused, 3, "the registration has counted as one");
        ada.call("logout", &[]).await;
        assert!(!ada.is_logged_in().await);
        ada.login(&ada.email, PASSWORD).await;
        assert!(ada.is_logged_in().await);
        let mut tries = 0;
        while ada.call("login", &[("email", &ada.email), ("password", "a wrong one")]).await.status != StatusCode::TOO_MANY_REQUESTS {
            tries += 1;
        }
        assert_eq!(tries, 10, "nor may whoever sits at it guess for ever");
    }

    async fn all_other_sessions_are_ended_at_once(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let others = [site.visitor(), site.visitor()];
        for other in &others {
            other.login(&ada.email, PASSWORD).await;
        }
        let done = ada.fill("/settings", "end_other_sessions", &[]).await;
        assert_eq!(done.toast(), "Every other session has ended.");
        assert!(ada.is_logged_in().await);
        for other in &others {
            assert!(!other.is_logged_in().await);
        }
    }

    async fn mails_are_in_the_readers_language(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        ada.call("choose_language", &[("language", "de")]).await;
        site.visitor().call("forgot_password", &[("email", &ada.email)]).await;
        let mail = site.mails_to(&ada.email).await.into_iter().next().unwrap();
        assert_eq!((mail.subject.as_str(), mail.language.as_str()), ("Neues Passwort setzen", "de"));
    }

    async fn the_audit_log_has_each_act_and_cannot_be_changed(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.visitor().login(&ada.email, "wrong").await;
        ada.fill("/settings", "change_password", &[("old_password", PASSWORD), ("password", NEW)]).await;
        let has = async |event: &str| {
            site.number("SELECT COUNT(*) FROM audit_log WHERE event || ' ' || outcome = $1", event).await
        };
        for event in ["registration done", "login failed", "password_change done"] {
            assert_eq!(has(event).await, 1, "{event}");
        }
        for statement in ["UPDATE audit_log SET event = 'x'", "DELETE FROM audit_log"] {
            let mut tx = site.state.platform.db.begin().await.unwrap();
            assert!(crate::execute!(&mut tx, sqlx::query(statement)).is_err(), "{statement}");
        }
    }
}

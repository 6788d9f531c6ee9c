//! Second factors: whole logins, codes that were used, passkeys of others, and what a stranger learns.

use axum::http::StatusCode;
use chrono::TimeDelta;
use uuid::Uuid;

use super::support::*;
use crate::{
    accounts::{
        AccountProblem,
        second_factor::{Security, Ways},
    },
    db::now,
    error::AppError,
    execute,
};

/// Where browsers take passkeys.
const SECURE: &str = "https://jobi.test";
const SECURITY: &str = "/settings/security";
const CODE: &str = "/login/code";

/// Sets an app up as one does, and tells the recovery codes that come with it.
async fn set_up(client: &Client) -> (Phone, Vec<String>) {
    let page = client.fill(SECURITY, "begin_app", &[("app_password", PASSWORD)]).await;
    assert_eq!(page.path_only(), "/settings/security/app");
    let phone = Phone::reading(&page);
    let page = client.fill(&page.path, "confirm_app", &[("code", &phone.code(0))]).await;
    assert_eq!(
        (page.path_only(), page.toast().as_str()),
        ("/settings/security/codes", "The authenticator app is set up.")
    );
    let codes = page.texts(".recovery-codes li");
    assert_eq!(codes.len(), 10);
    (phone, codes)
}

/// Gives the right password at another browser, which then waits.
async fn wait(site: &Site, client: &Client) -> Client {
    let other = site.visitor();
    let page = other.login(&client.email, PASSWORD).await;
    assert_eq!(page.path_only(), CODE);
    other
}

async fn enter(client: &Client, code: &str) -> Answer {
    client.fill(CODE, "enter_code", &[("code", code)]).await
}

/// Somebody where browsers take passkeys.
async fn register_at(site: &Site, name: &str) -> Client {
    let mut client = site.visitor_at(SECURE).await;
    client.email = format!("{}@people.example", name.to_lowercase());
    let fields = [("role", "seeker"), ("name", name), ("email", &client.email), ("password", PASSWORD)];
    assert_eq!(client.call("register", &fields).await.status, StatusCode::OK);
    client
}

/// Adds a passkey by forms and calls, as the page does.
async fn add_passkey(client: &Client, key: &mut Key) -> Answer {
    client.fill(SECURITY, "begin_passkey", &[("passkey_password", PASSWORD)]).await;
    let options = client.call("load_passkey_setup", &[]).await.json::<Option<String>>().expect("options");
    let answer = key.make(&options);
    let fields = [("name", "Blue key"), ("answer", answer.as_str())];
    client.follow(client.post_form("/settings/security/passkey", "/api/add_passkey", &fields).await).await
}

async fn asked(client: &Client) -> String {
    client.call("begin_passkey_login", &[]).await.json()
}

fn failed() -> AppError {
    AppError::refused(AccountProblem::PasskeyFailed)
}

on_both! {
    async fn a_login_asks_for_the_code_of_the_app(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let wrong = ada.fill(SECURITY, "begin_app", &[("app_password", "wrong")]).await;
        assert_eq!(wrong.problem("app_password"), "This is not your current password.");
        let (phone, _) = set_up(&ada).await;
        assert!(ada.open("/settings").await.text().contains("An authenticator app is set up."));

        let other = site.visitor();
        let page = other.fill("/login?next=/applications", "login", &[("email", &ada.email), ("password", PASSWORD)]).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/login/code?next=%2Fapplications"));
        assert!(!other.is_logged_in().await && other.cookie("jobi").is_none(), "there is no session before the code");
        let page = other.fill(&page.path, "enter_code", &[("code", "000000")]).await;
        assert!(page.problem("code").starts_with("This code is wrong"), "{}", page.text());
        assert_eq!(enter(&other, "").await.problem("code"), "Please fill this in.");
        let page = enter(&other, &phone.code(1)).await;
        assert_eq!(page.path_only(), "/applications");
        assert!(other.is_logged_in().await);
        assert_eq!(other.cookie("jobi_login"), None);
        let subjects: Vec<_> = site.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect();
        assert!(subjects.contains(&"The protection of your account was changed".to_string()), "{subjects:?}");
        for event in ["factor_setup done", "factor_check failed"] {
            let logged = site.number("SELECT COUNT(*) FROM audit_log WHERE event || ' ' || outcome = $1", event).await;
            assert_eq!(logged, 1, "{event}");
        }
        assert_eq!(site.found("SELECT became FROM audit_log WHERE event = 'login'").await, "app");
    }

    async fn a_code_works_once_and_in_its_time(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, _) = set_up(&ada).await;
        let first = wait(site, &ada).await;
        let code = phone.code(1);
        enter(&first, &code).await;
        assert!(first.is_logged_in().await);
        let second = wait(site, &ada).await;
        for used in [code, phone.code(0), phone.code(-1)] {
            assert!(enter(&second, &used).await.problem("code").contains("was used already"), "{used}");
        }
        site.change("UPDATE authenticator_apps SET last_step = 0").await;
        assert!(enter(&second, &phone.code(-3)).await.problem("code").contains("too old"));
        enter(&second, &phone.code(0)).await;
        assert!(second.is_logged_in().await);
    }

    /// Two at once with the same code: one of them is in.
    async fn a_code_works_once_also_at_the_same_instant(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, _) = set_up(&ada).await;
        let (first, second) = (wait(site, &ada).await, wait(site, &ada).await);
        let code = phone.code(1);
        let fields = [("code", code.as_str())];
        let (a, b) = tokio::join!(first.call("enter_code", &fields), second.call("enter_code", &fields));
        assert_eq!([a.status, b.status].iter().filter(|status| **status == StatusCode::OK).count(), 1);
    }

    async fn a_recovery_code_works_once(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (_, codes) = set_up(&ada).await;
        let use_code = async |code: &str| {
            let other = wait(site, &ada).await;
            let page = other.fill(CODE, "enter_recovery_code", &[("recovery_code", code)]).await;
            (other.is_logged_in().await, page.problem("recovery_code"))
        };
        assert!(use_code(&codes[0].to_uppercase().replace('-', " ")).await.0);
        let (is_in, problem) = use_code(&codes[0]).await;
        assert!(!is_in && problem.contains("was used already"), "{problem}");
        assert!(ada.open(SECURITY).await.text().contains("9 recovery codes are left."));
        let told = site.mails_to(&ada.email).await;
        assert!(told.iter().any(|mail| mail.paragraphs.join(" ").contains("9 are left")), "its owner is told");

        let page = ada.fill(SECURITY, "renew_codes", &[("codes_password", PASSWORD)]).await;
        let new = page.texts(".recovery-codes li");
        assert_eq!(new.len(), 10);
        assert!(!use_code(&codes[1]).await.0, "the old ones are worthless");
        assert!(use_code(&new[1]).await.0);
        // Shown to this browser alone, and only so long.
        assert!(site.visitor().get("/settings/security/codes").await.location().starts_with("/login"));
        ada.set_cookie("jobi_codes", "");
        assert_eq!(ada.open("/settings/security/codes").await.texts(".recovery-codes li").len(), 0);
    }

    async fn a_waiting_login_is_the_browsers_alone_and_short(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, _) = set_up(&ada).await;
        let waiting = wait(site, &ada).await;
        let over = AppError::refused(AccountProblem::LoginIsOver);
        let stranger = site.visitor();
        assert_eq!(stranger.call("load_code_step", &[]).await.json::<Option<Ways>>(), None);
        assert_eq!(stranger.call("enter_code", &[("code", &phone.code(1))]).await.error(), over);
        stranger.set_cookie("jobi_login", &"0".repeat(64));
        assert_eq!(stranger.call("enter_code", &[("code", &phone.code(1))]).await.error(), over);
        let ways = waiting.call("load_code_step", &[]).await.json::<Option<Ways>>();
        assert_eq!(ways, Some(Ways { app: true, passkey: false }));
        let mut tx = site.state.platform.db.begin().await.unwrap();
        let statement = "UPDATE pending_logins SET expires_at = $1";
        execute!(&mut tx, sqlx::query(statement).bind(now() - TimeDelta::seconds(1))).unwrap();
        tx.commit().await.unwrap();
        let page = waiting.open("/login/code?next=/applications").await;
        assert!(page.text().contains("That took too long"));
        assert!(page.attrs("main a", "href").contains(&"/login?next=%2Fapplications".to_string()), "the way goes on");
        assert_eq!(waiting.call("enter_code", &[("code", &phone.code(1))]).await.error(), over);
        crate::accounts::second_factor::sweep(&site.state.platform.db).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM pending_logins").await, 0);
    }

    /// What was typed before the session had ended is there after the code.
    async fn a_kept_form_survives_the_second_step(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, _) = set_up(&ada).await;
        let form = ada.form("/profile", "save_profile", &[]).await;
        site.change("DELETE FROM sessions").await;
        let login = ada.submit(&form, &[("headline", "Gardener of old trees")]).await;
        let login = Form::find(&login, "login", &[]).expect("the login page");
        let page = ada.submit(&login, &[("email", &ada.email), ("password", PASSWORD)]).await;
        assert_eq!(page.path_only(), CODE);
        enter(&ada, "000000").await;
        let page = enter(&ada, &phone.code(1)).await;
        assert_eq!(page.path_only(), "/profile");
        assert_eq!(page.attrs("input[name=headline]", "value"), ["Gardener of old trees"]);
    }

    async fn a_new_password_by_mail_does_not_skip_it(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, _) = set_up(&ada).await;
        let waiting = wait(site, &ada).await;
        let other = site.visitor();
        other.call("forgot_password", &[("email", &ada.email)]).await;
        let link = site.link_to(&ada.email).await;
        other.fill(&link, "reset_password", &[("password", "quite another one")]).await;
        let over = AppError::refused(AccountProblem::LoginIsOver);
        assert_eq!(waiting.call("enter_code", &[("code", &phone.code(1))]).await.error(), over, "it gave the old password");
        assert_eq!(other.login(&ada.email, "quite another one").await.path_only(), CODE);
        assert!(!other.is_logged_in().await);
        enter(&other, &phone.code(1)).await;
        assert!(other.is_logged_in().await);
    }

    async fn codes_are_guessed_slowly_on_all_nodes(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (phone, codes) = set_up(&ada).await;
        let mut limited = 0;
        for _ in 0..3 {
            // Each in another network; the limit of one of them is five.
            let other = wait(site, &ada).await;
            for _ in 0..5 {
                let status = other.call("enter_code", &[("code", "000000")]).await.status;
                limited += usize::from(status == StatusCode::TOO_MANY_REQUESTS);
            }
        }
        assert_eq!(limited, 5, "ten for the account");
        let owner = wait(site, &ada).await;
        let refused = owner.call("enter_code", &[("code", &phone.code(1))]).await.error();
        assert_eq!(refused, AppError::TooMany { seconds: 300 });
        let page = owner.fill(CODE, "enter_recovery_code", &[("recovery_code", &codes[0])]).await;
        assert!(owner.is_logged_in().await, "its owner has another way: {}", page.text());
    }

    async fn a_stranger_learns_nothing_before_the_password(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        set_up(&ada).await;
        let told = async |email: &str| {
            let answer = site.visitor().call("login", &[("email", email), ("password", "wrong words")]).await;
            let names = answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
            (answer.status, answer.text(), names)
        };
        assert_eq!(told(&ada.email).await, told(&bob.email).await);
        assert_eq!(told(&ada.email).await, told("nobody@people.example").await);
    }

    async fn removing_it_asks_for_the_password(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        set_up(&ada).await;
        let page = ada.fill(SECURITY, "remove_app", &[("remove_app_password", "wrong")]).await;
        assert_eq!(page.problem("remove_app_password"), "This is not your current password.");
        let page = ada.fill(SECURITY, "remove_app", &[("remove_app_password", PASSWORD)]).await;
        assert_eq!(page.toast(), "The authenticator app is removed.");
        let other = site.visitor();
        other.login(&ada.email, PASSWORD).await;
        assert!(other.is_logged_in().await);
        assert_eq!(site.count("SELECT COUNT(*) FROM recovery_codes").await, 0);
        let none = ada.call("renew_codes", &[("codes_password", PASSWORD)]).await;
        assert_eq!(none.error(), AppError::refused(AccountProblem::NoFactor));
    }

    async fn an_app_is_set_up_by_the_session_that_began(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let other = site.visitor();
        other.login(&ada.email, PASSWORD).await;
        let page = ada.fill(SECURITY, "begin_app", &[("app_password", PASSWORD)]).await;
        let phone = Phone::reading(&page);
        assert!(other.open("/settings/security/app").await.text().contains("Please begin again"));
        let over = AppError::refused(AccountProblem::SetupIsOver);
        assert_eq!(other.call("confirm_app", &[("code", &phone.code(0))]).await.error(), over);
        let again = site.visitor();
        again.login(&ada.email, PASSWORD).await;
        assert!(again.is_logged_in().await, "what is not finished asks for nothing");
        assert_eq!(ada.call("confirm_app", &[("code", &phone.code(0))]).await.status, StatusCode::OK);
        assert_eq!(ada.call("confirm_app", &[("code", &phone.code(1))]).await.error(), over, "once");
    }

    async fn a_passkey_takes_the_place_of_the_password(site: &Site) {
        let ada = register_at(site, "Ada").await;
        let mut key = Key::new(1, SECURE);
        let wrong = ada.fill(SECURITY, "begin_passkey", &[("passkey_password", "wrong")]).await;
        assert_eq!(wrong.problem("passkey_password"), "This is not your current password.");
        let page = add_passkey(&ada, &mut key).await;
        assert_eq!((page.path_only(), page.toast().as_str()), ("/settings/security/codes", "The passkey is added."));
        let other = site.visitor_at(SECURE).await;
        let answer = key.answer(&asked(&other).await);
        assert!(other.open("/login").await.has("form[action^='/api/login_with_passkey'] input[name=answer]"));
        let fields = [("answer", answer.as_str()), ("next", "/applications")];
        let page = other.follow(other.post_form("/login", "/api/login_with_passkey", &fields).await).await;
        assert_eq!(page.path_only(), "/applications");
        assert!(other.is_logged_in().await);
        // The answer was to one challenge.
        let again = other.call("login_with_passkey", &[("answer", &answer)]).await;
        assert_eq!(again.error(), failed());
        let security = ada.call("load_security", &[]).await.json::<Security>();
        assert!(security.passkeys[0].used_at.is_some() && security.passkeys[0].name == "Blue key");
    }

    async fn a_passkey_is_a_second_factor(site: &Site) {
        let (ada, bob) = (register_at(site, "Ada").await, register_at(site, "Bob").await);
        let (mut hers, mut his) = (Key::new(1, SECURE), Key::new(2, SECURE));
        add_passkey(&ada, &mut hers).await;
        add_passkey(&bob, &mut his).await;
        let other = site.visitor_at(SECURE).await;
        let page = other.login(&ada.email, PASSWORD).await;
        assert_eq!(page.path_only(), CODE);
        assert!(!page.has("input[name=code]"), "there is no app");
        let foreign = other.call("confirm_with_passkey", &[("answer", &his.answer(&asked(&other).await))]).await;
        assert_eq!(foreign.error(), failed(), "somebody else's");
        assert!(!other.is_logged_in().await);
        let right = other.call("confirm_with_passkey", &[("answer", &hers.answer(&asked(&other).await))]).await;
        assert_eq!(right.status, StatusCode::OK, "{}", right.text());
        assert!(other.is_logged_in().await);
    }

    async fn an_answer_to_another_question_is_refused(site: &Site) {
        let ada = register_at(site, "Ada").await;
        let mut key = Key::new(1, SECURE);
        add_passkey(&ada, &mut key).await;
        let (one, two) = (site.visitor_at(SECURE).await, site.visitor_at(SECURE).await);
        let options = asked(&one).await;
        asked(&two).await;
        let refused = async |client: &Client, answer: &str| {
            client.call("login_with_passkey", &[("answer", answer)]).await.error() == failed()
        };
        assert!(refused(&two, &key.answer(&options)).await, "another browser's challenge");
        let options = asked(&one).await;
        assert!(refused(&one, &key.at("https://evil.test").answer(&options)).await, "another site");
        assert!(refused(&one, &key.answer(&options)).await, "a challenge is used up by a wrong answer, too");
        assert!(refused(&one, &Key::new(9, SECURE).at(SECURE).answer(&asked(&one).await)).await, "unknown");
        for nonsense in ["", "{}", "null", "{\"id\":\"x\"}"] {
            asked(&one).await;
            assert!(refused(&one, nonsense).await, "{nonsense}");
        }
        // A challenge to a new passkey is no login's, and no other person's.
        let bob = register_at(site, "Bob").await;
        bob.fill(SECURITY, "begin_passkey", &[("passkey_password", PASSWORD)]).await;
        let options = bob.call("load_passkey_setup", &[]).await.json::<Option<String>>().unwrap();
        assert!(refused(&bob, &key.answer(&options)).await);
        let again = bob.call("add_passkey", &[("name", "x"), ("answer", &Key::new(3, SECURE).make(&options))]).await;
        assert_eq!(again.error(), failed(), "it was used up");
        // A passkey that is there already is nobody else's.
        bob.fill(SECURITY, "begin_passkey", &[("passkey_password", PASSWORD)]).await;
        let options = bob.call("load_passkey_setup", &[]).await.json::<Option<String>>().unwrap();
        let taken = bob.call("add_passkey", &[("name", "x"), ("answer", &Key::new(1, SECURE).make(&options))]).await;
        assert_eq!(taken.error(), failed());
    }

    async fn passkeys_are_renamed_and_removed_by_their_owner(site: &Site) {
        let (ada, bob) = (register_at(site, "Ada").await, register_at(site, "Bob").await);
        let mut key = Key::new(1, SECURE);
        add_passkey(&ada, &mut key).await;
        let id = site.found_id("SELECT id FROM passkeys").await.to_string();
        let none = Uuid::now_v7().to_string();
        for (function, rest) in [
            ("rename_passkey", vec![("name", "Mine"), ("rename_password", PASSWORD)]),
            ("remove_passkey", vec![("remove_password", PASSWORD)]),
        ] {
            let call = async |id: &str| {
                let answer = bob.call(function, &[&[("id", id)], rest.as_slice()].concat()).await;
                (answer.status, answer.text())
            };
            let foreign = call(&id).await;
            assert_eq!(foreign.0, StatusCode::NOT_FOUND, "{function}");
            assert_eq!(foreign, call(&none).await, "{function}");
        }
        let path = format!("{SECURITY}/passkeys/{id}");
        assert_eq!(bob.get(&path).await.status, StatusCode::NOT_FOUND);
        let page = ada.fill(&path, "rename_passkey", &[("name", "Red key"), ("rename_password", "wrong")]).await;
        assert_eq!(page.problem("rename_password"), "This is not your current password.");
        assert_eq!(page.attrs("input[name=name]", "value"), ["Red key"], "what was typed");
        let page = ada.fill(&path, "rename_passkey", &[("name", "Red key"), ("rename_password", PASSWORD)]).await;
        assert_eq!(page.toast(), "The passkey has a new name.");
        assert!(page.text().contains("Red key"));
        let page = ada.fill(&path, "remove_passkey", &[("remove_password", PASSWORD)]).await;
        assert_eq!(page.toast(), "The passkey is removed.");
        let other = site.visitor_at(SECURE).await;
        let gone = other.call("login_with_passkey", &[("answer", &key.answer(&asked(&other).await))]).await;
        assert_eq!(gone.error(), failed());
        let texts: Vec<_> = site.mails_to(&ada.email).await.into_iter().map(|mail| mail.paragraphs.join(" ")).collect();
        for told in ["was added to your account: Blue key", "has a new name: Red key", "was removed: Red key"] {
            assert!(texts.iter().any(|text| text.contains(told)), "{told}: {texts:?}");
        }
    }

    async fn a_site_without_a_name_takes_no_passkeys(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let off = AppError::refused(AccountProblem::PasskeysOff);
        assert_eq!(ada.call("begin_passkey", &[("passkey_password", PASSWORD)]).await.error(), off);
        assert_eq!(ada.call("begin_passkey_login", &[]).await.error(), off);
        assert!(!ada.open(SECURITY).await.has("input[name=passkey_password]"));
    }

    async fn whoever_is_shut_out_does_not_come_in_by_the_second_step(site: &Site) {
        let ada = register_at(site, "Ada").await;
        let mut key = Key::new(1, SECURE);
        add_passkey(&ada, &mut key).await;
        let other = site.visitor_at(SECURE).await;
        other.login(&ada.email, PASSWORD).await;
        let options = asked(&other).await;
        crate::accounts::set_disabled(&site.state.platform.db, site.user_of(&ada).await, true).await.unwrap();
        let answer = key.answer(&options);
        for function in ["confirm_with_passkey", "login_with_passkey"] {
            assert!(other.call(function, &[("answer", &answer)]).await.status.is_client_error(), "{function}");
        }
        assert!(!other.is_logged_in().await);
    }
}

//! Applications without an account: confirmed by a mailed link, followed behind it, claimed by an account.

use axum::http::{Method, StatusCode};

use super::{
    fixtures::{NewPosting, Posting, pdf_file},
    support::*,
};
use crate::{
    applications::{self, ApplicationProblem},
    error::AppError,
};

const GUEST: &str = "gast@post.example";

fn over() -> AppError {
    AppError::refused(ApplicationProblem::GuestLinkOver)
}

fn token(link: &str) -> &str {
    link.strip_prefix("/guest/").expect("a guest's link")
}

/// Applies without an account, and gives the mailed link.
async fn send(site: &Site, client: &Client, posting: &Posting, email: &str) -> String {
    let fields = [("name", "Gerda Gast"), ("email", email), ("phone", "+43 1 234567"), ("letter", "I would like to.")];
    let sent = client.call_files(&format!("{}/guest", posting.apply_path()), &fields, &[pdf_file("cv.pdf")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    assert_eq!(sent.json::<serde_json::Value>()["location"], "/guest?sent");
    site.link_to(email).await
}

/// The same, confirmed.
async fn apply(site: &Site, client: &Client, posting: &Posting, email: &str) -> String {
    let link = send(site, client, posting, email).await;
    let confirmed = client.call("confirm_guest", &[("token", token(&link))]).await;
    assert_eq!(confirmed.status, StatusCode::OK, "{}", confirmed.text());
    link
}

/// Presses the button that confirms.
async fn press(client: &Client, link: &str) -> Answer {
    client.call("confirm_guest", &[("token", token(link))]).await
}

async fn confirm_address(site: &Site, client: &Client) {
    let link = site.link_to(&client.email).await;
    client.fill(&link, "confirm_email", &[]).await;
}

/// Lets the time pass that mails to guests wait.
async fn later(site: &Site) {
    let long_ago = match site.is_postgres() {
        true => "UPDATE messages SET created_at = '2020-01-01T00:00:00Z'",
        false => "UPDATE messages SET created_at = '2020-01-01T00:00:00.000000+00:00'",
    };
    site.change(long_ago).await;
    site.change("UPDATE queue SET run_at = created_at").await;
}

async fn say(client: &Client, conversation: &str, text: &str) {
    let id = uuid::Uuid::new_v4().to_string();
    let sent = client.call_files(&format!("/messages/{conversation}/send"), &[("id", &id), ("text", text)], &[]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
}

async fn applications(site: &Site) -> i64 {
    site.count("SELECT COUNT(*) FROM applications").await
}

on_both! {
    async fn a_guest_is_seen_once_they_confirm(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let page = guest.open(&posting.apply_path()).await;
        assert!(page.has("input[type=file]") && page.text().contains("It also works without one"), "{}", page.text());
        let fields = [("name", "Gerda Gast"), ("email", GUEST), ("letter", "I would like to.")];
        let to = format!("{}/guest", posting.apply_path());
        let wrong = guest.post_files(&posting.apply_path(), &to, &[("name", "Gerda Gast"), ("email", "x")], &[]).await;
        let wrong = guest.follow(wrong).await;
        assert!(wrong.text().contains("Gerda Gast"), "what was typed is kept");
        assert!(!wrong.problem("email").is_empty() && !wrong.problem("file").is_empty());
        let sent = guest.post_files(&posting.apply_path(), &to, &fields, &[pdf_file("cv.pdf")]).await;
        let sent = guest.follow(sent).await;
        assert!(sent.text().contains("Look into your mailbox"), "{}", sent.text());
        let mails = site.mails_to(GUEST).await;
        assert_eq!(mails[0].subject, "Confirm your application for Gardener");
        let link = site.link_to(GUEST).await;
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let robot = site.visitor();
            let opened = robot.send(robot.request(method, &link).body("".into()).unwrap()).await;
            assert_eq!(opened.status, StatusCode::OK);
            assert_eq!(opened.header("referrer-policy"), "same-origin");
            assert_eq!(opened.header("cache-control"), "no-store");
        }
        let opened = site.visitor().open(&link).await;
        assert!(opened.text().contains("I would like to.") && opened.text().contains("noindex"));
        assert_eq!(applications(site).await, 0, "opening it changes nothing");
        assert!(!acme.open("/employer/candidates").await.text().contains("Gerda Gast"));
        let confirmed = guest.fill(&link, "confirm_guest", &[]).await;
        assert_eq!((confirmed.path_only(), confirmed.toast().as_str()), (link.as_str(), "Your application is on its way. Good luck!"));
        assert_eq!(confirmed.texts(".timeline__item").len(), 1);
        let again = guest.call("confirm_guest", &[("token", token(&link))]).await;
        assert_eq!((again.status, applications(site).await), (StatusCode::OK, 1), "pressed twice");
        let application = site.found_id("SELECT id FROM applications").await;
        let candidate = acme.open(&format!("/employer/candidates/{application}")).await;
        assert!(candidate.text().contains("Gerda Gast") && candidate.text().contains("no account"));
        let resume = site.found_id("SELECT resume_id FROM applications").await;
        assert_eq!(acme.get(&format!("/resumes/{resume}/file")).await.status, StatusCode::OK);
        assert_eq!(guest.get(&format!("/resumes/{resume}/file")).await.status, StatusCode::NOT_FOUND);
        assert!(acme.open("/notifications").await.text().contains("Gerda Gast applied for Gardener"));
        let receipt = &site.mails_to(GUEST).await[0];
        assert_eq!(receipt.subject, "Your application for Gardener was received");
        assert!(receipt.action.as_ref().unwrap().1.ends_with(&link));
    }

    async fn behind_the_link_one_follows_answers_and_withdraws(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = apply(site, &guest, &posting, GUEST).await;
        let application = site.found_id("SELECT id FROM applications").await.to_string();
        acme.call("change_stage", &[("id", &application), ("stage", "interview"), ("version", "1")]).await;
        later(site).await;
        let told = &site.mails_to(GUEST).await[0];
        assert!(told.paragraphs.join("\n").contains("Interview"), "{told:?}");
        let other = site.link_to(GUEST).await;
        assert_ne!(other, link);
        assert!(guest.open(&link).await.text().contains("Interview"), "the first link stays good");
        acme.call("open_conversation", &[("application", &application)]).await;
        let conversation = site.found_id("SELECT id FROM conversations").await.to_string();
        let before = site.mails_to(GUEST).await.len();
        say(&acme, &conversation, "Can you come on Monday?").await;
        say(&acme, &conversation, "Or on Tuesday?").await;
        later(site).await;
        let mails = site.mails_to(GUEST).await;
        assert_eq!(mails.len(), before + 1, "folded into one");
        assert_eq!(mails[0].subject, "Acme has written to you: Gardener");
        assert!(mails[0].paragraphs.contains(&"Or on Tuesday?".to_string()), "{mails:?}");
        let page = guest.fill(&link, "answer_as_guest", &[("text", "On Monday, gladly.")]).await;
        assert_eq!(page.toast(), "Your message is sent.");
        assert_eq!(page.texts(".bubble__text"), ["Can you come on Monday?", "Or on Tuesday?", "On Monday, gladly."]);
        let thread = acme.open(&format!("/messages/{conversation}")).await;
        assert!(thread.text().contains("On Monday, gladly.") && thread.text().contains("Gerda Gast"));
        assert!(acme.open("/messages?q=gladly").await.text().contains("Gerda Gast"));
        say(&acme, &conversation, "See you.").await;
        guest.call("mark_guest_read", &[("token", token(&link)), ("seq", "4")]).await;
        later(site).await;
        assert_eq!(site.mails_to(GUEST).await.len(), before + 1, "read before it was mailed");
        let gone = guest.fill(&link, "withdraw_guest", &[]).await;
        assert_eq!(gone.toast(), "Your application is withdrawn.");
        let again = guest.call("withdraw_guest", &[("token", token(&link))]).await;
        assert_eq!(again.status, StatusCode::OK, "pressed twice");
        assert_eq!(guest.open(&other).await.status, StatusCode::OK, "links stay good");
        assert!(!acme.open(&format!("/employer/candidates/{application}")).await.text().contains(GUEST));
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates WHERE email <> ''").await, 0);
        assert_eq!(site.stored_files("resumes"), 0);
        let undone = guest.call("confirm_guest", &[("token", token(&link))]).await;
        assert_eq!((undone.status, applications(site).await), (StatusCode::OK, 1), "confirming again brings nothing back");
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE outcome = 'withdrawn'").await, 1);
    }

    async fn what_is_not_confirmed_vanishes(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = send(site, &guest, &posting, GUEST).await;
        applications::sweep_guests(&site.state.platform.db).await.unwrap();
        assert_eq!(site.stored_files("resumes"), 1, "not before its time");
        site.change("UPDATE guest_applications SET expires_at = created_at").await;
        assert_eq!(guest.call("confirm_guest", &[("token", token(&link))]).await.error(), over());
        applications::sweep_guests(&site.state.platform.db).await.unwrap();
        assert_eq!(site.stored_files("resumes"), 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM guest_applications").await, 0);
        assert!(guest.open(&link).await.text().contains("This link is not good any more"));
        for function in ["confirm_guest", "withdraw_guest", "erase_guest"] {
            assert_eq!(guest.call(function, &[("token", token(&link))]).await.error(), over(), "{function}");
        }
    }

    /// An account, the same person as a guest, several links, each pressed many times: one application.
    async fn fifty_at_once_are_one_application(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        confirm_address(site, &ada).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let mut links = Vec::new();
        for _ in 0..3 {
            links.push(send(site, &site.visitor(), &posting, &ada.email).await);
        }
        let guests: Vec<Client> = (0..25).map(|_| site.visitor()).collect();
        let confirms = guests.iter().enumerate().map(|(n, guest)| press(guest, &links[n % links.len()]));
        let confirms = confirms.collect::<Vec<_>>();
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let fields = [("name", "Ada"), ("email", ada.email.as_str()), ("resume", resume.as_str())];
        let path = posting.apply_path();
        let applies = (0..25).map(|_| ada.call_files(&path, &fields, &[]));
        let (confirmed, applied) =
            tokio::join!(futures::future::join_all(confirms), futures::future::join_all(applies));
        for answer in &confirmed {
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        }
        let refused = AppError::refused(ApplicationProblem::AlreadyApplied);
        let sent = applied.iter().filter(|answer| answer.status == StatusCode::OK).count();
        let other = applied.iter().filter(|answer| answer.status != StatusCode::OK);
        other.for_each(|answer| assert_eq!(answer.error(), refused));
        assert!(sent <= 1, "{sent}");
        assert_eq!(applications(site).await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE user_id IS NULL").await, 0, "it is the account's");
        assert_eq!(site.stored_files("resumes"), if sent == 1 { 1 } else { 2 });
        for link in &links {
            assert!(site.visitor().open(link).await.text().contains("This application is in your account"));
        }
    }

    async fn guests_alone_are_one_as_well_however_they_are_spelled(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let spelled = ["gast@bücher.example", "GAST@xn--bcher-kva.example"];
        let mut links = Vec::new();
        for email in spelled {
            links.push(send(site, &guest, &posting, email).await);
        }
        let guests: Vec<Client> = (0..50).map(|_| site.visitor()).collect();
        let confirms = guests.iter().enumerate().map(|(n, guest)| press(guest, &links[n % links.len()]));
        for answer in futures::future::join_all(confirms).await {
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        }
        assert_eq!((applications(site).await, site.stored_files("resumes")), (1, 1));
        for link in &links {
            assert!(guest.open(link).await.text().contains("I would like to."), "every link leads to it");
        }
        let later = site.visitor();
        let link = send(site, &later, &posting, "Gast@BÜCHER.example").await;
        assert_eq!(later.fill(&link, "confirm_guest", &[]).await.toast(), "You have applied for this job before. Here it is.");
        assert_eq!((applications(site).await, site.stored_files("resumes")), (1, 1));
    }

    async fn nobody_learns_who_has_an_account(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        confirm_address(site, &ada).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        // `send` looks at the whole answer, which is the same.
        send(site, &site.visitor(), &posting, GUEST).await;
        let link = send(site, &site.visitor(), &posting, &ada.email).await;
        let text = |mails: Vec<crate::platform::mail::Mail>| mails[0].paragraphs.join("\n");
        assert!(text(site.mails_to(&ada.email).await).contains("You have an account with this address"));
        assert!(!text(site.mails_to(GUEST).await).contains("You have an account"));
        site.visitor().call("confirm_guest", &[("token", token(&link))]).await;
        let list = ada.open("/applications").await;
        assert!(list.text().contains("Gardener"), "it is in the account");
        assert!(ada.open("/resumes").await.text().contains("cv"));
        let ask = async |email: &str| {
            let answer = site.visitor().call("mail_guest_links", &[("email", email)]).await;
            (answer.status, answer.text(), answer.headers.get("serverfnredirect").cloned())
        };
        assert_eq!(ask(&ada.email).await, ask("nobody@post.example").await);
        assert_eq!(site.mails_to("nobody@post.example").await, []);
    }

    async fn one_press_makes_an_account_of_it(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = apply(site, &guest, &posting, GUEST).await;
        guest.fill(&link, "answer_as_guest", &[("text", "When do we begin?")]).await;
        let short = guest.fill(&link, "sign_up_guest", &[("password", "short")]).await;
        assert!(!short.problem("password").is_empty());
        let mine = guest.fill(&link, "sign_up_guest", &[("password", PASSWORD)]).await;
        let application = site.found_id("SELECT id FROM applications").await;
        assert_eq!(mine.path_only(), format!("/applications/{application}"));
        assert_eq!(mine.toast(), "Welcome! Your application is in your account now.");
        assert!(!guest.open("/settings").await.text().contains("is not confirmed yet"));
        assert!(guest.open("/resumes").await.text().contains("cv"));
        let conversation = site.found_id("SELECT id FROM conversations").await;
        let thread = guest.open(&format!("/messages/{conversation}")).await;
        assert!(thread.text().contains("When do we begin?") && thread.has(".bubble--mine"));
        while crate::site::background::catch_up_some(&site.state.platform.db).await.unwrap() {}
        assert!(guest.open("/messages?q=begin").await.text().contains("Acme"), "and found");
        let stranger = site.visitor().open(&link).await;
        assert!(stranger.text().contains("This application is in your account") && !stranger.text().contains("I would like"));
        assert_eq!(guest.call("withdraw_guest", &[("token", token(&link))]).await.error(), over());
        assert!(!acme.open(&format!("/employer/candidates/{application}")).await.text().contains("no account"));
    }

    async fn a_confirmed_account_claims_what_came_before(site: &Site) {
        let (acme, beta, guest) = (site.register_employer("Acme").await, site.register_employer("Beta").await, site.visitor());
        let first = site.post(&acme, NewPosting { title: "Gardener", ..NewPosting::default() }).await;
        let second = site.post(&beta, NewPosting { title: "Baker", ..NewPosting::default() }).await;
        let email = "ada@people.example";
        apply(site, &guest, &first, email).await;
        apply(site, &guest, &second, email).await;
        let ada = site.register_seeker("Ada").await;
        assert_eq!(ada.email, email);
        let link = apply(site, &site.visitor(), &site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await, email).await;
        assert!(guest.open(&link).await.text().contains("Withdraw"), "the account has not proved the address");
        let taken = guest.call("sign_up_guest", &[("token", token(&link)), ("password", PASSWORD)]).await;
        assert_eq!(taken.error(), AppError::refused(ApplicationProblem::HasAccount));
        // Ada's own application for one of them stays hers, and the guest's is kept behind its link.
        ada.apply(&second).await;
        let confirm = site.mails_to(email).await.into_iter().find(|mail| mail.subject.contains("Confirm your e-mail address")).expect("a mail");
        let confirm = confirm.action.unwrap().1.strip_prefix("http://jobi.test").unwrap_or_default().to_string();
        let done = ada.fill(&confirm, "confirm_email", &[]).await;
        assert_eq!(done.toast(), "Your address is confirmed.");
        let list = ada.open("/applications").await.text();
        for title in ["Gardener", "Baker", "Cook"] {
            assert!(list.contains(title), "{title}");
        }
        assert_eq!(applications(site).await, 4);
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE user_id IS NULL").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 3, "Acme knows one person, Beta two");
        let again = ada.call_files(&first.apply_path(), &[("name", "Ada"), ("email", email)], &[pdf_file("cv.pdf")]).await;
        assert_eq!(again.error(), AppError::refused(ApplicationProblem::AlreadyApplied));
    }

    async fn new_links_are_mailed(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = send(site, &guest, &posting, GUEST).await;
        let answered = guest.fill("/guest", "mail_guest_links", &[("email", "GAST@post.example")]).await;
        assert!(answered.toast().contains("a mail with the links is on its way"));
        let newer = site.link_to(GUEST).await;
        assert!(guest.open(&link).await.text().contains("not good any more"), "one link confirms");
        guest.call("confirm_guest", &[("token", token(&newer))]).await;
        site.visitor().call("mail_guest_links", &[("email", GUEST)]).await;
        let newest = site.link_to(GUEST).await;
        assert_ne!(newest, newer);
        for good in [&newest, &newer] {
            assert!(guest.open(good).await.text().contains("I would like to."));
        }
    }

    async fn a_guest_has_everything_deleted(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = apply(site, &guest, &posting, GUEST).await;
        guest.fill(&link, "answer_as_guest", &[("text", "Hello")]).await;
        let gone = guest.fill(&link, "erase_guest", &[]).await;
        assert_eq!((gone.path_only(), gone.toast().as_str()), ("/guest", "Everything is deleted."));
        assert!(guest.open(&link).await.text().contains("not good any more"));
        assert_eq!(applications(site).await, 1, "counts stay right");
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE name <> '' OR email <> '' OR letter <> ''").await, 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates WHERE name <> '' OR guest_key IS NOT NULL").await, 0);
        for table in ["SELECT COUNT(*) FROM conversations", "SELECT COUNT(*) FROM messages", "SELECT COUNT(*) FROM resumes"] {
            assert_eq!(site.count(table).await, 0, "{table}");
        }
        assert_eq!(site.stored_files("resumes"), 0);
        for page in ["/employer/candidates", "/notifications", "/messages", "/employer"] {
            assert!(!acme.open(page).await.text().contains("Gerda"), "{page}");
        }
        let again = apply(site, &site.visitor(), &posting, GUEST).await;
        assert!(guest.open(&again).await.text().contains("Gerda Gast"), "one may apply anew");
    }

    async fn guests_are_limited(site: &Site) {
        let (acme, guest) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let to = format!("{}/guest", posting.apply_path());
        let mut statuses = Vec::new();
        for _ in 0..4 {
            let fields = [("name", "Gerda"), ("email", GUEST)];
            statuses.push(guest.call_files(&to, &fields, &[pdf_file("cv.pdf")]).await.status.as_u16());
        }
        assert_eq!(statuses, [200, 200, 200, 429]);
        assert_eq!(site.stored_files("resumes"), 3);
        site.close(&posting).await;
        let closed = guest.call_files(&to, &[("name", "Gerda"), ("email", "other@post.example")], &[pdf_file("cv.pdf")]).await;
        assert_eq!(closed.error(), AppError::refused(crate::jobs::PostingProblem::PostingClosed));
        let link = site.link_to(GUEST).await;
        let late = guest.call("confirm_guest", &[("token", token(&link))]).await;
        assert_eq!(late.error(), AppError::refused(crate::jobs::PostingProblem::PostingClosed));
    }
}

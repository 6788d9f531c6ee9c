//! Candidates whom a company adds itself: they are told by mail, and go on or object.

use axum::http::{Method, StatusCode};

use super::{
    fixtures::{NewPosting, Posting, pdf_file},
    support::*,
};
use crate::{
    applications::{ADD_PATH, ApplicationProblem},
    error::{AppError, Problem},
};

const GERDA: &str = "gerda@post.example";

fn over() -> AppError {
    AppError::refused(ApplicationProblem::GuestLinkOver)
}

fn before() -> AppError {
    AppError::field("email", ApplicationProblem::AddedBefore)
}

fn token(link: &str) -> &str {
    link.strip_prefix("/guest/").expect("a guest's link")
}

async fn send(client: &Client, posting: &Posting, email: &str, files: &[File]) -> Answer {
    let posting = posting.id.to_string();
    let fields = [("posting", posting.as_str()), ("name", "Gerda Gast"), ("email", email), ("source", "met")];
    client.call_files(ADD_PATH, &fields, files).await
}

/// Adds Gerda, and gives the mailed link.
async fn add(site: &Site, client: &Client, posting: &Posting, email: &str) -> String {
    let sent = send(client, posting, email, &[pdf_file("cv.pdf")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    site.link_to(email).await
}

async fn press(client: &Client, function: &str, link: &str) -> Answer {
    client.call(function, &[("token", token(link))]).await
}

async fn apply_as_guest(site: &Site, posting: &Posting, email: &str) -> Answer {
    let guest = site.visitor();
    let fields = [("name", "Gerda G."), ("email", email), ("letter", "I would like to.")];
    let sent = guest.call_files(&format!("{}/guest", posting.apply_path()), &fields, &[pdf_file("own.pdf")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    let link = site.link_to(email).await;
    guest.fill(&link, "confirm_guest", &[]).await
}

async fn confirm_address(site: &Site, client: &Client) {
    let link = site.link_to(&client.email).await;
    client.fill(&link, "confirm_email", &[]).await;
}

async fn applications(site: &Site) -> i64 {
    site.count("SELECT COUNT(*) FROM applications").await
}

on_both! {
    async fn a_recruiter_adds_somebody_who_is_told(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let list = acme.open("/employer/candidates").await;
        assert_eq!(list.attrs("a[href^='/employer/candidates/new']", "href"), [ADD_PATH]);
        let id = posting.id.to_string();
        let page = acme.open(&format!("{ADD_PATH}?posting={id}")).await;
        assert_eq!(page.attrs("select[name=posting] option[selected]", "value"), std::slice::from_ref(&id));
        let fields = [("posting", id.as_str()), ("name", "Gerda Gast"), ("email", GERDA), ("phone", "+43 1 234567"), ("source_text", "The fair in Graz")];
        let sent = acme.post_files(ADD_PATH, ADD_PATH, &fields, &[pdf_file("cv.pdf")]).await;
        let sent = acme.follow(sent).await;
        assert_eq!(sent.toast(), "The candidate is added and is being told by mail.");
        let application = site.found_id("SELECT id FROM applications").await;
        assert_eq!(sent.path_only(), format!("/employer/candidates/{application}"));
        for said in ["Gerda Gast", GERDA, "Added by Erin of Acme", "The fair in Graz", "has not answered yet"] {
            assert!(sent.text().contains(said), "{said}");
        }
        assert!(acme.open("/employer/candidates").await.text().contains("Gerda Gast"));
        assert!(!acme.open("/notifications").await.text().contains("Gerda"), "nobody has applied");
        let resume = site.found_id("SELECT resume_id FROM applications").await;
        assert_eq!(acme.get(&format!("/resumes/{resume}/file")).await.status, StatusCode::OK);
        let mails = site.mails_to(GERDA).await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "Acme has added you as a candidate: Gardener");
        let text = mails[0].paragraphs.join("\n");
        for said in ["Hello Gerda Gast", "name, e-mail address, phone number, resume", "The fair in Graz", "since ", "legitimate interest", "not after you have objected", "access, correction", "supervisory authority"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM audit_log WHERE event = 'candidate_addition' AND thing = 'application' AND actor_id IS NOT NULL").await, 1);
    }

    async fn it_is_said_in_the_language_of_the_page(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        acme.call("choose_language", &[("language", "de")]).await;
        let sent = send(&acme, &posting, GERDA, &[]).await;
        assert_eq!(sent.status, StatusCode::OK, "a resume is not needed: {}", sent.text());
        let mail = &site.mails_to(GERDA).await[0];
        assert_eq!((mail.subject.as_str(), mail.language.as_str()), ("Acme hat dich eingetragen: Gardener", "de"));
        let text = mail.paragraphs.join("\n");
        for said in ["Das speichert Acme: Name, E-Mail-Adresse.", "Persönlich kennengelernt", "berechtigtes Interesse", "Berichtigung", "widersprechen"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Telefonnummer") && !text.contains("Lebenslauf"), "only what is kept: {text}");
    }

    async fn nobody_is_added_twice(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let other = site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        add(site, &acme, &posting, GERDA).await;
        assert_eq!(send(&acme, &posting, "GERDA@post.example", &[]).await.error(), before());
        add(site, &acme, &other, GERDA).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 1, "one person, two postings");
        let ada = site.register_seeker("Ada").await;
        ada.apply(&posting).await;
        assert_eq!(send(&acme, &posting, &ada.email, &[pdf_file("cv.pdf")]).await.error(), before(), "has applied");
        apply_as_guest(site, &posting, "gast@post.example").await;
        assert_eq!(send(&acme, &posting, "gast@post.example", &[]).await.error(), before(), "has applied as a guest");
        assert_eq!((applications(site).await, site.stored_files("resumes")), (4, 4));
    }

    async fn at_the_same_instant_it_is_one(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let adds = (0..20).map(|_| send(&acme, &posting, GERDA, &[]));
        let answers = futures::future::join_all(adds).await;
        let added = answers.iter().filter(|answer| answer.status == StatusCode::OK).count();
        answers.iter().filter(|answer| answer.status != StatusCode::OK).for_each(|answer| assert_eq!(answer.error(), before()));
        assert_eq!((added, applications(site).await), (1, 1));
        assert_eq!(site.mails_to(GERDA).await.len(), 1);
    }

    async fn what_is_wrong_is_said_beside_its_field(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let draft = site.post(&acme, NewPosting { state: "draft", ..NewPosting::default() }).await;
        let foreign = site.post(&beta, NewPosting::default()).await;
        let id = posting.id.to_string();
        let long = "x".repeat(121);
        let good = [("posting", id.as_str()), ("name", "Gerda"), ("email", GERDA), ("phone", ""), ("source", "met"), ("source_text", "")];
        let with = |field: &'static str, value: &str| {
            good.map(|(name, given)| (name, if name == field { value.to_string() } else { given.to_string() }))
        };
        let (draft, foreign) = (draft.id.to_string(), foreign.id.to_string());
        let bad = [
            ("posting", "", Problem::Required), ("posting", "x", Problem::NotAChoice),
            ("posting", &draft, Problem::NotAChoice), ("posting", &foreign, Problem::NotAChoice),
            ("name", " ", Problem::Required), ("name", &long, Problem::TooLong(120)),
            ("email", "", Problem::Required), ("email", "a@b\r\nBcc: c@d.example", Problem::NotAnEmail),
            ("phone", "nothing", Problem::NotAPhone), ("source", "", Problem::Required),
            ("source", "x", Problem::NotAChoice), ("source_text", &long, Problem::TooLong(120)),
        ];
        for (field, value, problem) in bad {
            let fields = with(field, value);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let error = acme.call_files(ADD_PATH, &fields, &[pdf_file("cv.pdf")]).await.error();
            assert_eq!(error, AppError::field(field, problem), "{field} {value}");
        }
        let file = File { bytes: b"<html>".to_vec(), ..pdf_file("cv.pdf") };
        let error = acme.call_files(ADD_PATH, &good, &[file]).await.error();
        assert_eq!(error, AppError::field("file", Problem::NotAPdf));
        assert_eq!((applications(site).await, site.stored_files("resumes")), (0, 0), "nothing is left");
        let kept = [("posting", id.as_str()), ("name", "Gerda Gast"), ("email", "x"), ("source", "agency"), ("source_text", "Agency Ltd")];
        let answer = acme.post_files(ADD_PATH, ADD_PATH, &kept, &[]).await;
        let page = acme.follow(answer).await;
        assert!(!page.problem("email").is_empty());
        assert_eq!(page.attrs("input[name=name]", "value"), ["Gerda Gast"]);
        assert_eq!(page.attrs("input[name=source_text]", "value"), ["Agency Ltd"]);
        assert_eq!(page.attrs("select option[selected]", "value"), [id.as_str(), "agency"]);
        let name = "Gerda\r\nBcc: all@post.example\r\n\r\nHello";
        let forged = acme.call_files(ADD_PATH, &[("posting", id.as_str()), ("name", name), ("email", GERDA), ("source", "met")], &[]).await;
        assert_eq!(forged.status, StatusCode::OK, "{}", forged.text());
        let mail = &site.mails_to(GERDA).await[0];
        assert_eq!(mail.name, "Gerda Bcc: all@post.example Hello");
        assert_eq!(site.mails_to("all@post.example").await, []);
    }

    async fn others_may_not(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        for role in ["interviewer", "hiring_manager"] {
            let member = site.register_member(&acme, role, role).await;
            site.put_on_team(&member, posting.id).await;
            assert_eq!(send(&member, &posting, GERDA, &[]).await.status, StatusCode::FORBIDDEN, "{role}");
            assert!(!member.open("/employer/candidates").await.has("a[href='/employer/candidates/new']"), "{role}");
        }
        assert_eq!(send(&ada, &posting, GERDA, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(send(&site.visitor(), &posting, GERDA, &[]).await.status, StatusCode::UNAUTHORIZED);
        site.close(&posting).await;
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        add(site, &rita, &posting, GERDA).await;
        let application = site.found_id("SELECT id FROM applications").await;
        assert!(acme.open(&format!("/employer/candidates/{application}")).await.text().contains("Added by Erin of Rita"));
    }

    async fn who_objects_is_erased(site: &Site) {
        let (acme, gerda) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = add(site, &acme, &posting, GERDA).await;
        let application = site.found_id("SELECT id FROM applications").await;
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let robot = site.visitor();
            let opened = robot.send(robot.request(method, &link).body("".into()).unwrap()).await;
            assert_eq!((opened.status, opened.header("referrer-policy")), (StatusCode::OK, "same-origin"));
        }
        let page = gerda.open(&link).await;
        for said in ["What Acme keeps about you", "Gerda Gast", GERDA, "Met", "cv", "noindex"] {
            assert!(page.text().contains(said), "{said}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates WHERE noted_key IS NOT NULL").await, 1, "opening it changes nothing");
        for function in ["withdraw_guest", "erase_guest", "sign_up_guest"] {
            assert_eq!(press(&gerda, function, &link).await.error(), over(), "{function}");
        }
        acme.call("open_conversation", &[("application", &application.to_string())]).await;
        let gone = gerda.fill(&link, "object_noted", &[]).await;
        assert_eq!((gone.path_only(), gone.toast().as_str()), ("/guest", "Your data are deleted."));
        assert!(gerda.open(&link).await.text().contains("not good any more"));
        assert_eq!(press(&gerda, "object_noted", &link).await.error(), over());
        assert_eq!(press(&gerda, "agree_noted", &link).await.error(), over());
        assert_eq!(applications(site).await, 1, "counts stay right");
        for left in [
            "SELECT COUNT(*) FROM applications WHERE name <> '' OR email <> '' OR phone <> '' OR outcome <> 'withdrawn'",
            "SELECT COUNT(*) FROM candidates WHERE name <> '' OR email <> '' OR noted_key IS NOT NULL OR guest_key IS NOT NULL",
            "SELECT COUNT(*) FROM conversations", "SELECT COUNT(*) FROM resumes", "SELECT COUNT(*) FROM guest_links",
        ] {
            assert_eq!(site.count(left).await, 0, "{left}");
        }
        assert_eq!(site.stored_files("resumes"), 0);
        let page = acme.open(&format!("/employer/candidates/{application}")).await;
        assert!(page.text().contains("This person has objected") && !page.text().contains("Gerda"));
        assert!(acme.open("/notifications").await.text().contains("Somebody withdrew from Gardener"));
        assert_eq!(site.count("SELECT COUNT(*) FROM audit_log WHERE event = 'candidate_objection' AND actor_id IS NULL").await, 1);
        let again = send(&acme, &posting, "Gerda@post.example", &[]).await.error();
        assert_eq!(again, AppError::field("email", ApplicationProblem::HasObjected));
        assert_eq!(site.mails_to(GERDA).await.len(), 1, "nothing more is mailed");
        let own = apply_as_guest(site, &posting, GERDA).await;
        assert!(own.text().contains("Gerda G."), "they may still apply themselves");
    }

    async fn who_agrees_goes_on_like_a_guest(site: &Site) {
        let (acme, gerda) = (site.register_employer("Acme").await, site.visitor());
        let posting = site.post(&acme, NewPosting::default()).await;
        let link = add(site, &acme, &posting, GERDA).await;
        let application = site.found_id("SELECT id FROM applications").await.to_string();
        acme.call("change_stage", &[("id", &application), ("stage", "interview"), ("version", "1")]).await;
        site.change("UPDATE queue SET run_at = created_at").await;
        assert_eq!(site.mails_to(GERDA).await.len(), 1, "not told of stages before they agree");
        let mine = gerda.fill(&link, "agree_noted", &[]).await;
        assert_eq!(mine.toast(), "Thank you. From now on it is yours to follow.");
        assert!(mine.text().contains("Interview"));
        assert_eq!(press(&gerda, "agree_noted", &link).await.status, StatusCode::OK, "pressed twice");
        let page = gerda.fill(&link, "answer_as_guest", &[("text", "Gladly.")]).await;
        assert_eq!(page.toast(), "Your message is sent.");
        let candidate = acme.open(&format!("/employer/candidates/{application}")).await;
        assert!(candidate.text().contains("no account") && !candidate.text().contains("has not answered yet"));
        assert!(candidate.text().contains("Added by Erin of Acme"));
        assert_eq!(gerda.fill(&link, "withdraw_guest", &[]).await.toast(), "Your application is withdrawn.");
    }

    /// What somebody else has typed is in nobody's account before they say that it is them.
    async fn an_account_has_it_once_it_agrees(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        confirm_address(site, &ada).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let other = site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        let link = add(site, &acme, &posting, &ada.email).await;
        ada.apply(&other).await;
        assert!(!ada.open("/applications").await.text().contains("Gardener"));
        assert_eq!(ada.open(&posting.apply_path()).await.status, StatusCode::OK);
        press(&site.visitor(), "agree_noted", &link).await;
        assert!(ada.open("/applications").await.text().contains("Gardener"));
        assert!(ada.open(&link).await.text().contains("This application is in your account"));
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 1, "the company knows them once");
    }

    /// Who applies for a posting that they were added to has one application, as they have sent it.
    async fn ones_own_application_takes_its_place(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        confirm_address(site, &ada).await;
        let posting = site.post(&acme, NewPosting::default()).await;
        for email in [GERDA, &ada.email] {
            add(site, &acme, &posting, email).await;
        }
        let page = apply_as_guest(site, &posting, GERDA).await;
        assert!(page.text().contains("I would like to.") && page.text().contains("own"), "{}", page.text());
        ada.apply(&posting).await;
        assert_eq!((applications(site).await, site.stored_files("resumes")), (2, 3), "Ada has kept the one that was added");
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates WHERE noted_key IS NOT NULL").await, 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM applications WHERE user_id IS NOT NULL").await, 1);
        assert!(acme.open("/notifications").await.text().contains("2 new applications for Gardener"));
        assert_eq!(ada.call_files(&posting.apply_path(), &[("name", "Ada"), ("email", &ada.email)], &[pdf_file("cv.pdf")]).await.error(),
            AppError::refused(ApplicationProblem::AlreadyApplied));
    }

    /// The company knows a guest of that address: they become one.
    async fn a_guest_who_was_added_elsewhere_is_one_candidate(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let other = site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        apply_as_guest(site, &posting, GERDA).await;
        let link = add(site, &acme, &other, GERDA).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 2);
        site.visitor().call("mail_guest_links", &[("email", GERDA)]).await;
        let mails = site.mails_to(GERDA).await;
        assert!(mails.iter().take(2).any(|mail| mail.subject.contains("has added you")), "its link is mailed again");
        press(&site.visitor(), "agree_noted", &link).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM candidates").await, 1);
        assert!(site.visitor().open(&link).await.text().contains("Cook"));
    }
}

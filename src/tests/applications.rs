//! Applications: sent by seekers, moved by employers.

use axum::http::StatusCode;
use futures::future::join_all;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, Posting, pdf_file},
    support::*,
};
use crate::{
    applications::{ApplicationProblem, Candidate, Candidates, Stage},
    error::{AppError, Problem},
    jobs::PostingProblem,
};

/// A seeker, an employer and a posting of theirs.
async fn people(site: &Site) -> (Client, Client, Posting) {
    let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
    let posting = site.post(&acme, NewPosting::default()).await;
    (ada, acme, posting)
}

fn candidate_path(id: Uuid) -> String {
    format!("/employer/candidates/{id}")
}

async fn candidate(client: &Client, id: Uuid) -> Candidate {
    client.call("load_candidate", &[("id", &id.to_string())]).await.json()
}

const CONTACT: [(&str, &str); 3] = [("name", "Ada Lovelace"), ("email", "ada@people.example"), ("letter", "I would.")];

on_both! {
    async fn one_applies_with_a_resume_that_is_there(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        ada.fill("/profile", "save_profile", &[("phone", "+43 316 123456")]).await;
        ada.upload_resume(pdf_file("Ada's CV.pdf")).await;
        let path = posting.apply_path();
        let form = ada.form(&path, &path, &[]).await;
        assert_eq!(form.value("name"), Some("Ada"), "filled in from the profile");
        assert_eq!(form.value("email"), Some("ada@people.example"));
        assert_eq!(form.value("phone"), Some("+43 316 123456"));
        let page = ada.submit(&form, &[("letter", "Dear Acme,\n\nI <b>would</b>.")]).await;
        assert_eq!(page.toast(), "Your application is on its way. Good luck!");
        assert!(page.path_only().starts_with("/applications/"));
        assert!(page.text().contains("I &lt;b&gt;would&lt;/b&gt;."));
        assert_eq!(page.texts(".timeline__text"), ["Received"]);

        let list = ada.open("/applications").await;
        assert_eq!(list.texts("tbody th"), ["Gardener"]);
        let candidates = acme.open("/employer/candidates").await;
        assert!(candidates.texts("tbody tr")[0].contains("Ada"));
        let link = candidates.attrs("tbody a", "href").concat();
        let shown = acme.open(&link).await;
        assert!(shown.text().contains("+43 316 123456") && shown.text().contains("I &lt;b&gt;would&lt;/b&gt;."));
        assert_eq!(site.stored_files("resumes"), 1);
    }

    async fn one_applies_with_a_new_resume_in_the_same_form(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let path = posting.apply_path();
        let form = ada.form(&path, &path, &[]).await;
        let page = ada.submit_files(&form, &[("letter", "x")], &[pdf_file("new.pdf")]).await;
        assert_eq!(page.toast(), "Your application is on its way. Good luck!");
        assert_eq!(ada.open("/resumes").await.texts(".resume-list__row").len(), 1, "it is kept with the others");
    }

    async fn one_applies_once(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let first = ada.apply(&posting).await;
        let page = ada.open(&posting.apply_path()).await;
        assert!(Form::find(&page, &posting.apply_path(), &[]).is_none());
        assert!(page.text().contains(&format!("/applications/{first}")), "the way to the one that was sent");
        let again = ada.call_files(&posting.apply_path(), &CONTACT, &[pdf_file("cv.pdf")]).await;
        assert_eq!((again.status, again.error()), (StatusCode::CONFLICT, AppError::refused(ApplicationProblem::AlreadyApplied)));
        assert_eq!(site.count("SELECT COUNT(*) FROM applications").await, 1);
        assert_eq!(site.stored_files("resumes"), 1);
    }

    /// However often the button is pressed at the same instant.
    async fn fifty_at_once_are_one(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let path = posting.apply_path();
        let sent = (0..50).map(|_| async { ada.call_files(&path, &CONTACT, &[pdf_file("cv.pdf")]).await });
        let answers = join_all(sent).await;
        let ok = answers.iter().filter(|answer| answer.status == StatusCode::OK).count();
        let refused = answers.iter().filter(|answer| {
            answer.status == StatusCode::CONFLICT && answer.error() == AppError::refused(ApplicationProblem::AlreadyApplied)
        });
        assert_eq!((ok, refused.count()), (1, 49));
        assert_eq!(site.count("SELECT COUNT(*) FROM applications").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM resumes").await, 1);
        assert_eq!(site.stored_files("resumes"), 1, "files of which nothing came are gone");
    }

    async fn fifty_at_once_with_the_same_resume_are_one(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        let (path, fields) = (posting.apply_path(), [&CONTACT[..], &[("resume", &resume)]].concat());
        let answers = join_all((0..50).map(|_| async { ada.call_files(&path, &fields, &[]).await })).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == StatusCode::OK).count(), 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM applications").await, 1);
    }

    async fn what_is_wrong_is_told_and_nothing_typed_is_lost(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let path = posting.apply_path();
        let bad = File { field: "file", name: "cv.pdf", bytes: b"<html>".to_vec() };
        let typed = [("name", ""), ("email", "x"), ("phone", "call me"), ("letter", "A long letter.")];
        let form = ada.form(&path, &path, &[]).await;
        let page = ada.submit_files(&form, &typed, &[bad]).await;
        assert_eq!(page.path_only(), path);
        for field in ["name", "email", "phone", "file"] {
            assert_ne!(page.problem(field), "", "{field}: {}", page.path);
        }
        let again = Form::find(&page, &path, &[]).unwrap();
        assert_eq!(again.value("letter").map(str::trim), Some("A long letter."));
        assert_eq!(again.value("phone"), Some("call me"));

        let nothing = ada.call_files(&path, &CONTACT, &[]).await;
        assert_eq!(nothing.error(), AppError::field("file", Problem::NoFile));
        let long = "x".repeat(10_001);
        let fields = [("name", "Ada"), ("email", "a@b.example"), ("letter", long.as_str())];
        let answer = ada.call_files(&path, &fields, &[pdf_file("cv.pdf")]).await;
        assert_eq!(answer.error(), AppError::field("letter", Problem::TooLong(10_000)));
        assert_eq!((site.count("SELECT COUNT(*) FROM applications").await, site.stored_files("resumes")), (0, 0));
    }

    async fn anothers_resume_is_not_sent(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let bob = site.register_seeker("Bob").await;
        let resume = bob.upload_resume(pdf_file("bob.pdf")).await;
        for id in [resume.to_string(), Uuid::now_v7().to_string(), "x".into()] {
            let fields = [&CONTACT[..], &[("resume", &id)]].concat();
            let answer = ada.call_files(&posting.apply_path(), &fields, &[]).await;
            assert_eq!(answer.error(), AppError::field("resume", Problem::NotAChoice), "{id}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM applications").await, 0);
    }

    async fn a_closed_posting_takes_none(site: &Site) {
        let (ada, _, posting) = people(site).await;
        let path = posting.apply_path();
        let form = ada.form(&path, &path, &[]).await;
        site.close(&posting).await; // while the form is being filled in
        let page = ada.submit_files(&form, &[], &[pdf_file("cv.pdf")]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("takes no applications any more"), "it says why");
        let answer = ada.call_files(&path, &CONTACT, &[pdf_file("cv.pdf")]).await;
        assert_eq!(answer.error(), AppError::refused(PostingProblem::PostingClosed));
        assert_eq!((site.count("SELECT COUNT(*) FROM applications").await, site.stored_files("resumes")), (0, 0));
    }

    async fn the_seeker_sees_where_it_stands(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await;
        for stage in ["in_review", "interview", "offer", "hired"] {
            let page = acme.fill(&candidate_path(id), "change_stage", &[("stage", stage)]).await;
            assert_eq!(page.toast(), "The stage is changed.", "{stage}");
        }
        let page = ada.open(&format!("/applications/{id}")).await;
        assert_eq!(page.texts(".timeline__text"), ["Received", "In review", "Interview", "Offer", "Hired"]);
        assert!(!page.text().contains("Erin"), "who did it is told to the employer's people only");
        assert!(acme.open(&candidate_path(id)).await.texts(".timeline").concat().contains("Erin of Acme"));
        assert_eq!(ada.open("/applications").await.texts("tbody .badge"), ["Hired"]);
        let over = ada.call("withdraw_application", &[("id", &id.to_string())]).await;
        assert_eq!(over.error(), AppError::refused(ApplicationProblem::WrongStage));
    }

    async fn two_who_decide_at_once_lose_nothing_silently(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let id = ada.apply(&posting).await;
        let path = candidate_path(id);
        let mine = acme.form(&path, "change_stage", &[]).await;
        let theirs = colleague.form(&path, "change_stage", &[]).await;
        assert_eq!(colleague.submit(&theirs, &[("stage", "interview")]).await.toast(), "The stage is changed.");
        let page = acme.submit(&mine, &[("stage", "rejected")]).await;
        let told = "Erin of Colleague moved this to Interview just now. Still move it to Rejected?";
        assert_eq!(page.texts("main [role=alert]"), [told]);
        assert!(!page.path.contains("Erin"), "the address carries no names: {}", page.path);
        assert_eq!(candidate(&acme, id).await.standing.stage(), Stage::Interview);
        let again = Form::find(&page, "change_stage", &[]).unwrap();
        assert_eq!(again.value("stage"), Some("rejected"), "what was chosen stays chosen");
        assert_eq!(acme.submit(&again, &[]).await.toast(), "The stage is changed.");

        let id = id.to_string();
        let version = candidate(&acme, id.parse().unwrap()).await.version.to_string();
        let fields = [("id", id.as_str()), ("version", &version), ("stage", "offer")];
        let both = join_all((0..10).map(|_| async { acme.call("change_stage", &fields).await })).await;
        assert!(both.iter().all(|answer| answer.status == StatusCode::OK), "the same press is done once");
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes WHERE stage_kind = 'offer'").await, 1);
        let others = colleague.call("change_stage", &fields).await;
        assert_eq!(others.error(), AppError::Refused(Problem::Stale), "somebody else's is another");
    }

    async fn a_press_after_a_move_moves_nothing_on(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await;
        for stage in ["in_review", "rejected"] {
            let page = acme.fill(&candidate_path(id), "change_stage", &[("stage", stage)]).await;
            let form = Form::find(&page, "change_stage", &[]).unwrap();
            let present = candidate(&acme, id).await;
            let chosen = if stage == "rejected" { stage.to_string() } else { present.stage.to_string() };
            assert_eq!(form.value("stage"), Some(&*chosen), "nothing else is chosen by itself");
            assert_eq!(acme.submit(&form, &[]).await.summary(), "");
            assert_eq!(candidate(&acme, id).await.standing.stage().to_string(), stage);
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes").await, 3);
        assert!(!acme.open(&candidate_path(id)).await.has(".stage-control .button--primary"), "it is decided");
    }

    async fn a_withdrawal_is_of_what_was_seen(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await;
        let path = format!("/applications/{id}");
        let form = ada.form(&path, "withdraw_application", &[]).await;
        acme.fill(&candidate_path(id), "change_stage", &[("stage", "offer")]).await;
        let page = ada.submit(&form, &[]).await;
        assert_eq!(page.texts("main [role=alert]"), ["Acme moved this to Offer just now. Still withdraw it?"]);
        assert_eq!(candidate(&acme, id).await.standing.stage(), Stage::Offer);
        let again = Form::find(&page, "withdraw_application", &[]).unwrap();
        assert_eq!(ada.submit(&again, &[]).await.toast(), "Your application is withdrawn.");
        assert_eq!(ada.submit(&again, &[]).await.toast(), "Your application is withdrawn.", "pressed twice");
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes WHERE outcome = 'withdrawn'").await, 1);
    }

    async fn a_company_sees_what_was_sent_and_nothing_after_a_withdrawal(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let profile = |headline: &'static str| [("headline", headline), ("place", "Graz"), ("about", "I climb."), ("skills", "Pruning"), ("links", "https://ada.example")];
        ada.fill("/profile", "save_profile", &profile("Gardener")).await;
        let id = ada.apply(&posting).await;
        ada.fill("/profile", "save_profile", &profile("Astronaut")).await;
        let sent = candidate(&acme, id).await.sent.unwrap();
        assert_eq!((&*sent.profile.headline, &*sent.profile.about), ("Gardener", "I climb."));
        let page = acme.open(&candidate_path(id)).await;
        assert!(page.text().contains("Gardener") && !page.text().contains("Astronaut"));

        acme.fill(&candidate_path(id), "change_stage", &[("stage", "interview")]).await;
        let page = ada.fill(&format!("/applications/{id}"), "withdraw_application", &[]).await;
        assert!(page.text().contains("You have withdrawn this application. It was at: Interview."));
        assert!(page.text().contains("I would like to."), "it stays one's own");
        assert_eq!(candidate(&acme, id).await.sent, None);
        let page = acme.open(&candidate_path(id)).await;
        for gone in ["ada@people.example", "I would like to.", "Graz", "I climb.", "Pruning", "ada.example", "iframe", "cv"] {
            assert!(!page.text().contains(gone), "{gone}");
        }
        assert_eq!(page.texts("h1"), ["Ada Lovelace"]);
        assert!(page.text().contains("was at: Interview"));
        assert!(acme.open("/employer/candidates").await.texts("tbody tr")[0].contains("Withdrawn was at: Interview"));
        assert!(ada.open("/applications").await.texts("tbody tr")[0].contains("Withdrawn was at: Interview"));
    }

    async fn odd_changes_of_stage_are_refused(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await.to_string();
        for (stage, version, status) in [
            ("withdrawn", "1", 422), ("nothing", "1", 422), ("", "1", 422), ("hired", "x", 400), ("hired", "", 400),
            ("hired", "99", 409), ("hired", "-1", 409), ("received", "1", 200), ("received", "2", 409), ("hired", "99999999999999999999", 400),
        ] {
            let answer = acme.call("change_stage", &[("id", &id), ("stage", stage), ("version", version)]).await;
            assert_eq!(answer.status.as_u16(), status, "{stage} {version}: {}", answer.text());
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes").await, 1);
    }

    async fn what_is_withdrawn_is_taken_back(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await;
        let resume = format!("/resumes/{}/file", site.found_id("SELECT resume_id FROM applications").await);
        acme.open(&resume).await;
        let form = acme.form(&candidate_path(id), "change_stage", &[]).await;
        let page = ada.fill(&format!("/applications/{id}"), "withdraw_application", &[]).await;
        assert_eq!(page.toast(), "Your application is withdrawn.");
        assert_eq!(page.texts(".timeline__text"), ["Received", "Withdrawn"]);

        assert_eq!(acme.get(&resume).await.status, StatusCode::NOT_FOUND, "the resume with it");
        ada.open(&resume).await;
        let page = acme.submit(&form, &[("stage", "hired")]).await;
        assert!(page.text().contains("in a stage that does not allow this"));
        assert!(Form::find(&acme.open(&candidate_path(id)).await, "change_stage", &[]).is_none());
        let twice = ada.call("withdraw_application", &[("id", &id.to_string())]).await;
        assert_eq!(twice.status, StatusCode::OK, "it is withdrawn, and once");
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes WHERE outcome = 'withdrawn'").await, 1);
        let again = ada.call_files(&posting.apply_path(), &CONTACT, &[pdf_file("cv.pdf")]).await;
        assert_eq!(again.error(), AppError::refused(ApplicationProblem::AlreadyApplied));
    }

    async fn the_list_of_candidates_is_filtered_and_paged(site: &Site) {
        let (ada, acme, _) = people(site).await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await.to_string();
        for n in 0..28 {
            let posting = site.post(&acme, NewPosting { title: &format!("Posting {n:02}"), ..NewPosting::default() }).await;
            let fields = [&CONTACT[..], &[("resume", &resume)]].concat();
            assert_eq!(ada.call_files(&posting.apply_path(), &fields, &[]).await.status, StatusCode::OK);
        }
        let walk = async |from: &str| {
            let (mut path, mut seen) = (from.to_string(), Vec::new());
            loop {
                let page = acme.open(&path).await;
                seen.push(page.texts("tbody tr td[data-label=Posting]"));
                match page.attrs(".pager a[rel=next]", "href").pop() {
                    Some(next) => path = next,
                    None => return (seen.concat(), seen.len(), page.attrs(".pager a[rel=prev]", "href").pop()),
                }
            }
        };
        let oldest: Vec<_> = (0..28).map(|n| format!("Posting {n:02}")).collect();
        let newest: Vec<_> = oldest.iter().rev().cloned().collect();
        let (rows, pages, back) = walk("/employer/candidates").await;
        assert_eq!((rows, pages), (newest.clone(), 2));
        assert_eq!(acme.open(&back.unwrap()).await.texts("tbody tr td[data-label=Posting]"), newest[..25]);
        assert_eq!(walk("/employer/candidates?sort=oldest").await.0, oldest);

        let first: Candidates = acme.call("load_candidates", &[("sort", "oldest")]).await.json();
        let id = first.page.rows[0].id;
        acme.fill(&candidate_path(id), "change_stage", &[("stage", "interview")]).await;
        assert_eq!(walk("/employer/candidates?stage=interview").await.0, ["Posting 00"]);
        assert_eq!(walk("/employer/candidates?stage=received").await.0.len(), 27);
        let counted: Candidates = acme.call("load_candidates", &[]).await.json();
        let mut counts = counted.counts.clone();
        counts.sort_by_key(|(_, n)| *n);
        assert_eq!(counts, [(Stage::Interview, 1), (Stage::Received, 27)]);
        let one = acme.open(&format!("/employer/candidates?posting={}", counted.postings[0].id)).await;
        assert_eq!(one.texts("tbody tr").len(), 1);

        let (mut path, mut sent) = ("/applications".to_string(), Vec::new());
        loop {
            let page = ada.open(&path).await;
            sent.extend(page.texts("tbody th"));
            match page.attrs(".pager a[rel=next]", "href").pop() {
                Some(next) => path = next,
                None => break,
            }
        }
        assert_eq!(sent, newest, "and the seeker's own list");
    }

    async fn neighbours_are_those_of_the_list_that_one_came_from(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let (one, other) = (site.post(&acme, NewPosting::default()).await, site.post(&acme, NewPosting::default()).await);
        let mut ids = Vec::new();
        for (n, posting) in [&one, &other, &one, &one].into_iter().enumerate() {
            ids.push(site.register_seeker(&format!("Seeker {n}")).await.apply(posting).await);
        }
        acme.fill(&candidate_path(ids[2]), "change_stage", &[("stage", "interview")]).await;
        let walk = async |query: &str| {
            let first = acme.open(&format!("/employer/candidates{query}")).await.attrs("tbody a", "href").swap_remove(0);
            let (mut path, mut seen) = (first, Vec::new());
            loop {
                let page = acme.open(&path).await;
                let id = page.path_only().rsplit('/').next().unwrap().parse::<Uuid>().unwrap();
                seen.push(ids.iter().position(|other| *other == id).unwrap());
                let back = page.attrs(".pager a:not([rel])", "href").concat();
                assert_eq!(back, format!("/employer/candidates{query}"));
                match page.attrs(".pager a[rel=next]", "href").pop() {
                    Some(next) => path = next,
                    None => return seen,
                }
            }
        };
        assert_eq!(walk("").await, [3, 2, 1, 0]);
        assert_eq!(walk("?sort=oldest").await, [0, 1, 2, 3]);
        assert_eq!(walk("?stage=received").await, [3, 1, 0]);
        assert_eq!(walk(&format!("?posting={}&stage=received&sort=oldest", one.id)).await, [0, 3]);
        // Who is moved out of the list still has neighbours in it, and the way goes on in it.
        let path = format!("{}?stage=received", candidate_path(ids[1]));
        let page = acme.fill(&path, "change_stage", &[("stage", "rejected")]).await;
        assert_eq!(page.path, format!("{path}&done=stage-changed"));
        assert_eq!(page.attrs(".pager a[rel]", "href"), [3, 0].map(|n| format!("{}?stage=received", candidate_path(ids[n]))));
    }

    /// What happened is kept, and nothing of the person.
    async fn a_deleted_account_leaves_its_applications_without_the_person(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let other = site.post(&acme, NewPosting { title: "Cook", ..NewPosting::default() }).await;
        ada.fill("/profile", "save_profile", &[("headline", "Astronaut"), ("about", "I fly.")]).await;
        let (id, hired) = (ada.apply(&posting).await, ada.apply(&other).await);
        acme.fill(&candidate_path(id), "change_stage", &[("stage", "interview")]).await;
        acme.fill(&candidate_path(hired), "change_stage", &[("stage", "hired")]).await;
        let gone = ada.call("delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!(gone.status, StatusCode::OK);

        let counted: Candidates = acme.call("load_candidates", &[]).await.json();
        assert_eq!(counted.counts, [(Stage::Hired, 1), (Stage::Withdrawn, 1)]);
        let list = acme.open("/employer/candidates").await;
        assert!(list.texts("tbody th").iter().all(|name| name == "Deleted account"), "{:?}", list.texts("tbody th"));
        for (id, way) in [
            (id, &["Received", "Interview, by Erin of Acme", "Withdrawn"][..]),
            (hired, &["Received", "Hired, by Erin of Acme"]),
        ] {
            let page = acme.open(&candidate_path(id)).await;
            assert_eq!(page.texts("h1"), ["Deleted account"]);
            assert_eq!(page.texts(".timeline__text"), way);
            for lost in ["Ada", "ada@people.example", "I would like to.", "Astronaut", "I fly.", "iframe"] {
                assert!(!page.text().contains(lost), "{lost}");
            }
            assert_eq!(candidate(&acme, id).await.sent, None);
            assert!(Form::find(&page, "change_stage", &[]).is_none());
            let version = candidate(&acme, id).await.version.to_string();
            let moved = [("id", &*id.to_string()), ("stage", "offer"), ("version", &version)];
            let moved = acme.call("change_stage", &moved).await;
            assert_eq!(moved.error(), AppError::refused(ApplicationProblem::WrongStage));
            let talk = acme.call("open_conversation", &[("application", &id.to_string())]).await;
            assert_eq!(talk.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM resumes").await, 0);
        let columns = "SELECT COUNT(*) FROM applications WHERE name || email || phone || phone_form || letter || headline
            || place || about || skills || links <> '' OR user_id IS NOT NULL OR resume_id IS NOT NULL";
        assert_eq!(site.count(columns).await, 0, "nothing is left in the rows");
        assert_eq!(site.stored_files("resumes"), 0);
        let again = site.register_seeker("Ada").await;
        again.apply(&posting).await;
    }

    async fn the_last_member_takes_the_postings_off(site: &Site) {
        let (ada, acme, posting) = people(site).await;
        let id = ada.apply(&posting).await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        assert_eq!(acme.call("delete_account", &[("delete_password", PASSWORD)]).await.status, StatusCode::OK);
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE state = 'open'").await, 1);
        assert_eq!(colleague.call("delete_account", &[("delete_password", PASSWORD)]).await.status, StatusCode::OK);
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE state = 'archived'").await, 1);
        ada.open(&format!("/applications/{id}")).await;
    }
}

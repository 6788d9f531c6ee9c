//! The stages of postings: their companies name, order, add and remove them, and candidates go through them.

use axum::http::StatusCode;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, Posting},
    support::*,
};
use crate::{
    applications::{ApplicationProblem, Candidate, PostingStages, Stage},
    error::{AppError, Problem},
};

const DEFAULTS: [&str; 5] = ["Received", "In review", "Interview", "Offer", "Hired"];

fn stages_path(posting: &Posting) -> String {
    format!("/employer/postings/{}/stages", posting.id)
}

fn candidate_path(id: Uuid) -> String {
    format!("/employer/candidates/{id}")
}

async fn candidate(client: &Client, id: Uuid) -> Candidate {
    client.call("load_candidate", &[("id", &id.to_string())]).await.json()
}

async fn stages(client: &Client, posting: &Posting) -> PostingStages {
    client.call("load_stages", &[("id", &posting.id.to_string())]).await.json()
}

async fn labels(client: &Client, posting: &Posting) -> Vec<String> {
    stages(client, posting).await.stages.iter().map(|stage| stage.label()).collect()
}

/// Presses a button of the page of a posting's stages, with these names in its fields.
async fn press(client: &Client, posting: &Posting, action: &str, names: &[&str], more: &[(&str, &str)]) -> Answer {
    let form = client.form(&stages_path(posting), "save_stages", &[]).await;
    let names: Vec<(&str, &str)> = names.iter().map(|name| ("names[]", *name)).collect();
    client.submit(&form, &[&[("action", action)], &names[..], more].concat()).await
}

on_both! {
    async fn a_company_names_and_orders_the_stages_of_a_posting(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let other = site.post(&acme, NewPosting::default()).await;
        assert_eq!(labels(&acme, &posting).await, DEFAULTS);
        let editor = acme.open(&format!("/employer/postings/{}", posting.id)).await;
        assert!(editor.attrs("a", "href").contains(&stages_path(&posting)), "the way there");

        let page = press(&acme, &posting, "save", &["", "Look <b>closely</b>", " Phone  call ", "", ""], &[]).await;
        assert_eq!((page.toast(), page.path_only()), ("The stages are saved.".into(), &*stages_path(&posting)));
        let named = ["Received", "Look <b>closely</b>", "Phone call", "Offer", "Hired"];
        assert_eq!(labels(&acme, &posting).await, named);
        let phone = stages(&acme, &posting).await.stages[2].id;
        press(&acme, &posting, &format!("up:{phone}"), &[], &[]).await;
        assert_eq!(labels(&acme, &posting).await[1..3], ["Phone call", "Look <b>closely</b>"]);
        press(&acme, &posting, "add", &[], &[("new_name", "Trial day"), ("new_kind", "interview")]).await;
        press(&acme, &posting, &format!("remove:{}", stages(&acme, &posting).await.stages[3].id), &[], &[]).await;
        assert_eq!(labels(&acme, &posting).await, ["Received", "Phone call", "Look <b>closely</b>", "Trial day", "Hired"]);
        assert_eq!(labels(&acme, &other).await, DEFAULTS, "those of another are its own");

        acme.call("duplicate_posting", &[("id", &posting.id.to_string())]).await;
        let copy = site.found_id("SELECT id FROM postings WHERE title LIKE '%(copy)'").await;
        let copied: PostingStages = acme.call("load_stages", &[("id", &copy.to_string())]).await.json();
        let copied: Vec<String> = copied.stages.iter().map(|stage| stage.label()).collect();
        assert_eq!(copied, labels(&acme, &posting).await);
    }

    async fn everybody_reads_the_names_that_the_company_has_chosen(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        press(&acme, &posting, "save", &["Inbox", "", "Phone call", "", "On board"], &[]).await;
        let id = ada.apply(&posting).await;
        let stages = stages(&acme, &posting).await.stages;
        let phone = stages[2].id.to_string();
        let page = acme.fill(&candidate_path(id), "change_stage", &[("stage", &phone)]).await;
        assert_eq!(page.toast(), "The stage is changed.");
        assert_eq!(page.texts(".timeline__text"), ["Inbox, by Ada", "Phone call, by Erin of Acme"]);

        let page = ada.open(&format!("/applications/{id}")).await;
        assert_eq!(page.texts(".timeline__text"), ["Inbox", "Phone call"]);
        assert_eq!(ada.open("/applications").await.texts("tbody .badge"), ["Phone call"]);
        let told = ada.open("/notifications").await;
        assert!(told.text().contains("Your application for Gardener: Phone call"), "{}", told.text());
        let list = acme.open("/employer/candidates?stage=interview").await;
        assert!(list.texts("tbody tr")[0].contains("Phone call"), "lists filter by the kind");

        acme.fill(&candidate_path(id), "change_stage", &[("stage", "hired")]).await;
        assert_eq!(ada.open("/applications").await.texts("tbody .badge"), ["On board"]);
        assert_eq!(candidate(&acme, id).await.standing.stage(), Stage::Hired);
    }

    async fn a_rejection_is_undone_to_where_one_stood(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let id = ada.apply(&posting).await;
        acme.fill(&candidate_path(id), "change_stage", &[("stage", "interview")]).await;
        assert!(Form::find(&acme.open(&candidate_path(id)).await, "undo_rejection", &[]).is_none());
        let page = acme.fill(&candidate_path(id), "change_stage", &[("stage", "rejected")]).await;
        assert!(page.text().contains("Undo: back to Interview"), "{}", page.text());
        let form = Form::find(&page, "undo_rejection", &[]).unwrap();
        let page = acme.submit(&form, &[]).await;
        assert_eq!(page.toast(), "The stage is changed.");
        assert_eq!(candidate(&acme, id).await.standing.stage(), Stage::Interview);
        let way = async || ada.open(&format!("/applications/{id}")).await.texts(".timeline__text");
        assert_eq!(way().await, ["Received", "Interview"], "a slip is not told");
        assert_eq!(acme.submit(&form, &[]).await.toast(), "The stage is changed.", "pressed twice");
        assert_eq!(site.count("SELECT COUNT(*) FROM stage_changes").await, 4);

        acme.fill(&candidate_path(id), "change_stage", &[("stage", "rejected")]).await;
        let form = acme.form(&candidate_path(id), "undo_rejection", &[]).await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        colleague.fill(&candidate_path(id), "change_stage", &[("stage", "offer")]).await;
        let page = acme.submit(&form, &[]).await;
        assert!(page.text().contains("Somebody changed this meanwhile"), "{}", page.text());
        assert_eq!(candidate(&acme, id).await.standing.stage(), Stage::Offer);
    }

    async fn whoever_stands_in_a_removed_stage_goes_where_the_company_says(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let (mine, his) = (ada.apply(&posting).await, bob.apply(&posting).await);
        acme.fill(&candidate_path(mine), "change_stage", &[("stage", "in_review")]).await;
        acme.fill(&candidate_path(his), "change_stage", &[("stage", "in_review")]).await;
        acme.fill(&candidate_path(his), "change_stage", &[("stage", "rejected")]).await;
        let before = stages(&acme, &posting).await;
        let (review, interview) = (before.stages[1].id, before.stages[2].id.to_string());
        assert_eq!(before.stages[1].people, 2);
        let remove = format!("remove:{review}");

        let page = press(&acme, &posting, &remove, &[], &[]).await;
        assert!(page.text().contains("Choose where they go"), "{}", page.text());
        assert_eq!(labels(&acme, &posting).await, DEFAULTS);
        let form = acme.form(&candidate_path(mine), "change_stage", &[]).await;
        let tos = [("tos[]", ""), ("tos[]", &*interview), ("tos[]", ""), ("tos[]", ""), ("tos[]", "")];
        let page = press(&acme, &posting, &remove, &[], &tos).await;
        assert_eq!(page.toast(), "The stages are saved.");
        assert_eq!(labels(&acme, &posting).await, ["Received", "Interview", "Offer", "Hired"]);
        assert_eq!(candidate(&acme, mine).await.standing.stage(), Stage::Interview);
        assert_eq!(candidate(&acme, his).await.standing.before().as_deref(), Some("Interview"));
        let way = ["Received", "In review", "Interview"];
        assert_eq!(ada.open(&format!("/applications/{mine}")).await.texts(".timeline__text"), way);
        assert!(ada.open("/notifications").await.text().contains("Your application for Gardener: Interview"));
        let way = ["Received", "In review", "Rejected"];
        assert_eq!(bob.open(&format!("/applications/{his}")).await.texts(".timeline__text"), way, "it had ended");

        let page = acme.submit(&form, &[("stage", &review.to_string())]).await;
        assert!(page.text().contains("Somebody changed this meanwhile") || !page.texts("[role=alert]").is_empty());
        assert_eq!(candidate(&acme, mine).await.standing.stage(), Stage::Interview, "nobody goes to one that is gone");
        let version = candidate(&acme, mine).await.version.to_string();
        let fields = [("id", &*mine.to_string()), ("stage", &review.to_string()), ("version", &version)];
        let gone = acme.call("change_stage", &fields).await;
        assert_eq!(gone.error(), AppError::Refused(Problem::Stale));
    }

    async fn two_who_change_the_stages_at_once_are_told(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let colleague = site.register_colleague(&acme, "Colleague").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let form = colleague.form(&stages_path(&posting), "save_stages", &[]).await;
        press(&acme, &posting, "save", &["", "", "Phone call", "", ""], &[]).await;
        let typed = ["", "", "", "Our offer", ""].map(|name| ("names[]", name));
        let page = colleague.submit(&form, &[&[("action", "save")], &typed[..]].concat()).await;
        assert!(page.text().contains("Somebody changed this meanwhile"), "{}", page.text());
        assert_eq!(labels(&acme, &posting).await[2..4], ["Phone call", "Offer"]);
        let names = page.attrs("input[name='names[]']", "value");
        assert_eq!(names, ["", "", "", "Our offer", ""], "what was typed is there");
        let again = Form::find(&page, "save_stages", &[]).unwrap();
        let typed = ["", "", "Phone call", "Our offer", ""].map(|name| ("names[]", name));
        let page = colleague.submit(&again, &[&[("action", "save")], &typed[..]].concat()).await;
        assert_eq!(page.toast(), "The stages are saved.");
        assert_eq!(labels(&acme, &posting).await[2..4], ["Phone call", "Our offer"]);
    }

    async fn stages_are_bounded(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let long = "x".repeat(61);
        let page = press(&acme, &posting, "save", &["", &long, "", "", ""], &[]).await;
        assert!(page.texts(".field__error").concat().contains("60"), "{} {:?}", page.path, page.texts("main"));
        assert_eq!(page.attrs("input[name='names[]']", "value")[1], long, "what was typed is there");
        let page = press(&acme, &posting, "save", &["", "", "in review", "", ""], &[]).await;
        assert_eq!(page.texts(".field__error"), ["Another stage has this name."]);
        for n in 6..=12 {
            let name = format!("Stage {n}");
            press(&acme, &posting, "add", &[], &[("new_name", &name), ("new_kind", "offer")]).await;
        }
        assert_eq!(labels(&acme, &posting).await.len(), 12);
        assert!(acme.open(&stages_path(&posting)).await.text().contains("A posting has 12 stages at most."));
        let all = stages(&acme, &posting).await;
        let mut fields = vec![("id".to_string(), posting.id.to_string()), ("version".into(), all.version.to_string())];
        for stage in &all.stages {
            fields.push(("ids[]".into(), stage.id.to_string()));
            fields.push(("names[]".into(), stage.name.clone()));
        }
        let send = async |more: &[(&str, &str)]| {
            let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            fields.extend(more);
            acme.call("save_stages", &fields).await
        };
        let full = send(&[("action", "add"), ("new_name", "One more"), ("new_kind", "offer")]).await;
        assert_eq!(full.error(), AppError::refused(ApplicationProblem::TooManyStages(12)));
        for (action, status) in [
            (format!("remove:{}", all.stages[0].id), 400),
            (format!("remove:{}", all.stages[11].id), 400),
            (format!("remove:{}", Uuid::now_v7()), 400),
            ("hire".into(), 400),
        ] {
            assert_eq!(send(&[("action", &action)]).await.status.as_u16(), status, "{action}");
        }
        assert_eq!(labels(&acme, &posting).await.len(), 12);
    }

    /// The first two who apply at the same instant find the same stages.
    async fn many_who_apply_first_store_the_stages_once(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let mut seekers = Vec::new();
        for n in 0..6 {
            seekers.push(site.register_seeker(&format!("Seeker {n}")).await);
        }
        futures::future::join_all(seekers.iter().map(|seeker| seeker.apply(&posting))).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM posting_stages").await, 5);
        assert_eq!(stages(&acme, &posting).await.stages[0].people, 6);
        let answer = acme.call("delete_posting", &[("id", &posting.id.to_string())]).await;
        assert_eq!(answer.status, StatusCode::OK, "it is archived, with its stages");
        assert_eq!(site.count("SELECT COUNT(*) FROM posting_stages").await, 5);
    }
}

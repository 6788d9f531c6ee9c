//! Server functions of applications.

mod guests;

pub use guests::*;
use leptos::prelude::*;
use uuid::Uuid;

use super::model::{
    AddStart, Application, ApplyStart, Candidate, CandidateFilter, Candidates, PostingStages, SeekerHome,
    SentApplications, StageForm, StagesForm,
};
#[cfg(feature = "ssr")]
use super::model::{Decision, Outcome, ResumeChoice};
#[cfg(feature = "ssr")]
use crate::applications::ApplicationDone;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{
        accounts::{Action, CurrentUser, may_at_application, may_at_posting, may_in_company, seeker},
        jobs::{
            api::{load_home, shown_job},
            mark_sent,
        },
        paging::Cursor,
        platform::platform,
        profiles::{JobsForMe, api::load_jobs_for_me},
        resumes,
        text::{is_slug, local_path},
        ui::done,
    },
};

/// What the apply page shows at first.
#[server(endpoint = "load_apply")]
pub async fn load_apply(slug: String) -> Result<ApplyStart, AppError> {
    let (platform, user) = (platform(), seeker()?);
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    let mut start = db::start(&platform.db, user.id, &slug).await?;
    if start.open && start.sent.is_none() {
        let all = resumes::list_resumes(&platform.db, user.id).await?;
        start.resumes =
            all.into_iter().map(|r| ResumeChoice { id: r.id, name: r.name, is_default: r.is_default }).collect();
        start.job = Some(shown_job(&slug).await?.into());
    }
    Ok(start)
}

/// A page of the seeker's applications: those that go on, or those that are over.
#[server(endpoint = "load_applications")]
pub async fn load_applications(
    #[server(default)] after: String,
    #[server(default)] before: String,
    #[server(default)] over: bool,
) -> Result<SentApplications, AppError> {
    db::sent(&platform().db, seeker()?.id, over, &Cursor::beside_ids(&after, &before)).await
}

/// How many of each a seeker's home shows.
#[cfg(feature = "ssr")]
const SHOWN_AT_HOME: usize = 5;

/// What a seeker begins with: where applications stand, and what is new for them.
#[server(endpoint = "load_seeker_home")]
pub async fn load_seeker_home() -> Result<SeekerHome, AppError> {
    let user = seeker()?;
    let mut sent = db::sent(&platform().db, user.id, false, &Cursor::First).await?;
    sent.page.rows.truncate(SHOWN_AT_HOME);
    let JobsForMe { chosen, mut fits } = load_jobs_for_me().await?;
    fits.retain(|fit| !fit.card.sent);
    fits.truncate(SHOWN_AT_HOME);
    let newest = if fits.is_empty() { load_home().await?.newest } else { Vec::new() };
    Ok(SeekerHome { sent, fits, chosen, newest })
}

/// One of the seeker's applications.
#[server(endpoint = "load_application")]
pub async fn load_application(id: Uuid) -> Result<Application, AppError> {
    let (platform, user) = (platform(), seeker()?);
    let mut application = db::application(&platform.db, Some(user.id), id).await?;
    // Whoever is hired looks for no other job.
    if application.standing.outcome != Outcome::Hired
        && let Some(slug) = &application.slug
    {
        application.similar = shown_job(slug).await?.similar;
        mark_sent(&platform.db, user.id, &mut application.similar).await?;
    }
    Ok(application)
}

/// Withdraws an application.
#[server(endpoint = "withdraw_application")]
pub async fn withdraw_application(id: Uuid, #[server(default)] version: Option<i64>) -> Result<(), AppError> {
    db::withdraw(&platform().db, db::Sender::Account(seeker()?.id), id, version).await?;
    done(&format!("/applications/{id}"), ApplicationDone::Withdrawn);
    Ok(())
}

/// A page of the applications that the company got.
#[server(endpoint = "load_candidates")]
pub async fn load_candidates(#[server(flatten)] filter: CandidateFilter) -> Result<Candidates, AppError> {
    let asked = asked(may_in_company(Action::SeeCandidates)?, &filter)?;
    if let Some(posting) = asked.posting {
        may_at_posting(Action::SeeCandidates, posting).await?;
    }
    db::candidates(&platform().db, &asked).await
}

#[cfg(feature = "ssr")]
fn asked((user, company): (CurrentUser, Uuid), filter: &CandidateFilter) -> Result<db::Asked, AppError> {
    let posting = match filter.posting.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::NotFound)?),
    };
    Ok(db::Asked {
        company,
        only: user.reach(company).only,
        posting,
        stage: filter.stage.parse().ok(),
        oldest_first: filter.oldest_first(),
        cursor: Cursor::beside_ids(&filter.after, &filter.before),
    })
}

/// One of the applications that the company got, with its neighbours in a list.
#[server(endpoint = "load_candidate")]
pub async fn load_candidate(id: Uuid, #[server(flatten)] filter: CandidateFilter) -> Result<Candidate, AppError> {
    let member = may_at_application(Action::SeeCandidates, id).await?;
    db::candidate(&platform().db, &asked(member, &filter)?, id).await
}

/// What the form that adds a candidate begins with.
#[server(endpoint = "load_add_candidate")]
pub async fn load_add_candidate() -> Result<AddStart, AppError> {
    let (_, company) = may_in_company(Action::AddCandidate)?;
    let platform = platform();
    let postings = db::postings_to_add_to(&platform.db, company).await?;
    Ok(AddStart { postings, can_tell: platform.takes_guests() })
}

/// Marks an application as seen by the company.
#[server(endpoint = "mark_seen")]
pub async fn mark_seen(id: Uuid) -> Result<(), AppError> {
    let (_, company) = may_at_application(Action::SeeCandidates, id).await?;
    db::mark_seen(&platform().db, company, id).await
}

/// Moves an application to another stage.
#[server(endpoint = "change_stage")]
pub async fn change_stage(id: Uuid, #[server(flatten)] form: StageForm) -> Result<(), AppError> {
    let (user, company) = may_at_application(Action::DecideCandidates, id).await?;
    let (decision, version) = form.check()?;
    db::change_stage(&platform().db, db::Change { company, by: user.id, id, decision, version }).await?;
    stage_changed(id, &form.back);
    Ok(())
}

/// Takes a rejection back: the application goes on where it stood.
#[server(endpoint = "undo_rejection")]
pub async fn undo_rejection(id: Uuid, version: i64, #[server(default)] back: String) -> Result<(), AppError> {
    let (user, company) = may_at_application(Action::DecideCandidates, id).await?;
    let change = db::Change { company, by: user.id, id, decision: Decision::Undo, version };
    db::change_stage(&platform().db, change).await?;
    stage_changed(id, &back);
    Ok(())
}

#[cfg(feature = "ssr")]
fn stage_changed(id: Uuid, back: &str) {
    let page = format!("/employer/candidates/{id}");
    done(local_path(back).filter(|back| back.starts_with(&page)).unwrap_or(&page), ApplicationDone::StageChanged);
}

/// The stages of a posting, to be changed.
#[server(endpoint = "load_stages")]
pub async fn load_stages(id: Uuid) -> Result<PostingStages, AppError> {
    let (_, company) = may_at_posting(Action::EditPosting, id).await?;
    db::stages_of(&platform().db, company, id).await
}

/// Names, orders, adds or removes the stages of a posting.
#[server(endpoint = "save_stages")]
pub async fn save_stages(id: Uuid, #[server(flatten)] form: StagesForm) -> Result<(), AppError> {
    let (user, company) = may_at_posting(Action::EditPosting, id).await?;
    let version = form.version.parse().map_err(|_| AppError::Malformed)?;
    db::save_stages(&platform().db, db::Editor { by: user.id, company, posting: id }, version, &form).await?;
    done(&format!("/employer/postings/{id}/stages"), ApplicationDone::StagesSaved);
    Ok(())
}

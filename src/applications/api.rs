//! Server functions of applications.

mod guests;

pub use guests::*;
use leptos::prelude::*;
use uuid::Uuid;

use super::model::{
    AddStart, Application, ApplicationRow, ApplyStart, Candidate, CandidateFilter, Candidates, PostingStages,
    StageForm, StagesForm,
};
#[cfg(feature = "ssr")]
use super::model::{Decision, ResumeChoice};
#[cfg(feature = "ssr")]
use crate::applications::ApplicationDone;
use crate::{error::AppError, paging::Page};
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{
        accounts::{Action, CurrentUser, may_at_application, may_at_posting, may_in_company, seeker},
        paging::Cursor,
        platform::platform,
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
    }
    Ok(start)
}

/// A page of the seeker's applications.
#[server(endpoint = "load_applications")]
pub async fn load_applications(
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<Page<ApplicationRow>, AppError> {
    db::sent(&platform().db, seeker()?.id, &Cursor::beside_ids(&after, &before)).await
}

/// One of the seeker's applications.
#[server(endpoint = "load_application")]
pub async fn load_application(id: Uuid) -> Result<Application, AppError> {
    db::application(&platform().db, Some(seeker()?.id), id).await
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

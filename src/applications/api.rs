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
use super::model::{CANDIDATES_PATH, Decision, MAX_NAME_SEARCH, Moved, Outcome, ResumeChoice};
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
    let member = may_in_company(Action::SeeCandidates)?;
    let asked = asked(&member, &filter)?;
    if let Some(posting) = asked.posting {
        may_at_posting(Action::SeeCandidates, posting).await?;
    }
    let mut found = db::candidates(&platform().db, &asked).await?;
    found.moved = just_moved(&filter).await?;
    if !may_read(&member) {
        found.page.rows.iter_mut().for_each(|row| row.unread = 0);
    }
    Ok(found)
}

/// Whether a member reads what candidates write.
#[cfg(feature = "ssr")]
fn may_read((user, _): &(CurrentUser, Uuid)) -> bool {
    user.may_in_company(Action::Write).is_ok()
}

#[cfg(feature = "ssr")]
fn asked((user, company): &(CurrentUser, Uuid), filter: &CandidateFilter) -> Result<db::Asked, AppError> {
    let posting = match filter.posting.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::NotFound)?),
    };
    Ok(db::Asked {
        company: *company,
        reader: user.id,
        only: user.reach(*company).only,
        posting,
        stage: filter.stage.parse().ok(),
        name: filter.q.chars().take(MAX_NAME_SEARCH).collect(),
        oldest_first: filter.oldest_first(),
        cursor: Cursor::beside_ids(&filter.after, &filter.before),
    })
}

/// One of the applications that the company got, with its neighbours in a list.
#[server(endpoint = "load_candidate")]
pub async fn load_candidate(id: Uuid, #[server(flatten)] filter: CandidateFilter) -> Result<Candidate, AppError> {
    let member = may_at_application(Action::SeeCandidates, id).await?;
    let mut candidate = db::candidate(&platform().db, &asked(&member, &filter)?, id).await?;
    if !may_read(&member) {
        (candidate.conversation, candidate.unread) = (None, 0);
    }
    candidate.moved = just_moved(&filter).await?;
    Ok(candidate)
}

/// An application that was just moved, where that can be taken back by who asks.
#[cfg(feature = "ssr")]
async fn just_moved(filter: &CandidateFilter) -> Result<Option<Moved>, AppError> {
    let Ok(id) = filter.moved.parse() else { return Ok(None) };
    match may_at_application(Action::DecideCandidates, id).await {
        Ok((_, company)) => db::moved(&platform().db, company, id).await,
        Err(AppError::NotFound | AppError::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
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

/// Moves an application to another stage, and goes on to the next.
#[server(endpoint = "change_stage")]
pub async fn change_stage(id: Uuid, #[server(flatten)] form: StageForm) -> Result<(), AppError> {
    let (user, company) = may_at_application(Action::DecideCandidates, id).await?;
    let (decision, version) = form.check()?;
    db::change_stage(&platform().db, db::Change { company, by: user.id, id, decision, version }).await?;
    let page = match local_path(&form.next).filter(|next| next.starts_with(CANDIDATES_PATH)) {
        Some(next) => next.to_string(),
        None => page_of(id, &form.back),
    };
    let joint = if page.contains('?') { '&' } else { '?' };
    leptos_axum::redirect(&format!("{page}{joint}moved={id}"));
    Ok(())
}

/// Takes a rejection back: the application goes on where it stood.
#[server(endpoint = "undo_rejection")]
pub async fn undo_rejection(id: Uuid, version: i64, #[server(default)] back: String) -> Result<(), AppError> {
    take_back(id, version, Decision::Undo, &back).await
}

/// Takes the last move back, just after it.
#[server(endpoint = "undo_move")]
pub async fn undo_move(id: Uuid, version: i64, #[server(default)] back: String) -> Result<(), AppError> {
    take_back(id, version, Decision::Back, &back).await
}

#[cfg(feature = "ssr")]
async fn take_back(id: Uuid, version: i64, decision: Decision, back: &str) -> Result<(), AppError> {
    let (user, company) = may_at_application(Action::DecideCandidates, id).await?;
    db::change_stage(&platform().db, db::Change { company, by: user.id, id, decision, version }).await?;
    done(&page_of(id, back), ApplicationDone::MoveUndone);
    Ok(())
}

/// The page of a candidate within the list that it says, or on its own.
#[cfg(feature = "ssr")]
fn page_of(id: Uuid, back: &str) -> String {
    let page = format!("{CANDIDATES_PATH}/{id}");
    local_path(back).filter(|back| back.starts_with(&page)).map_or(page, String::from)
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

//! Server functions of an employer's postings.

use leptos::prelude::*;
use uuid::Uuid;

#[cfg(feature = "ssr")]
use crate::{
    accounts::{Action, current_user, kept_forms, may_at_posting, may_in_company},
    db::now,
    error::Problem,
    jobs::{DESCRIPTION_LENGTH, PostingDone, PostingProblem, PostingState, Rules, TITLE_LENGTH, ValidPosting, db},
    l10n::t,
    paging::Cursor,
    platform::{
        markdown::{self, Below, Rendered},
        platform,
    },
    text::{clean_text, local_path, looks_empty},
    ui::done,
};
use crate::{
    error::AppError,
    jobs::{Editor, Overview, PostingForm, PostingList, Preview},
};

/// The employer's overview: counts, newest unseen applications, and postings that close soon.
#[server(endpoint = "load_overview")]
pub async fn load_overview() -> Result<Overview, AppError> {
    let (user, company) = may_in_company(Action::SeeOverview)?;
    db::overview(&platform().db, user.reach(company)).await
}

/// The company's postings, in one state or any.
#[server(endpoint = "load_postings")]
pub async fn load_postings(
    #[server(default)] of: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<PostingList, AppError> {
    let (user, company) = may_in_company(Action::SeePostings)?;
    let (db, reach) = (platform().db, user.reach(company));
    let wanted = match of.as_str() {
        "" => None,
        state => Some(state.parse().map_err(|_| AppError::NotFound)?),
    };
    Ok(PostingList {
        page: db::list(&db, reach, wanted, &Cursor::beside_ids(&after, &before)).await?,
        counts: db::counts(&db, reach).await?,
    })
}

/// A posting for the editor, or a new one.
#[server(endpoint = "load_editor")]
pub async fn load_editor(
    #[server(default)] id: Option<Uuid>,
    #[server(default)] typed: Option<Uuid>,
) -> Result<Editor, AppError> {
    let (user, company) = match id {
        Some(id) => may_at_posting(Action::EditPosting, id).await?,
        None => may_in_company(Action::CreatePosting)?,
    };
    let mut editor = match id {
        Some(id) => db::editor(&platform().db, company, id).await?,
        None => db::blank(&platform().db, company).await?,
    };
    if let Some(id) = id.filter(|_| user.may_in_company(Action::ChooseTeam).is_ok()) {
        editor.team = db::team_choices(&platform().db, company, id).await?;
    }
    if let Some(form) = typed_form(user.id, id, typed).await? {
        editor.html = html_of(&form.description).await?;
        editor = Editor { form, unsent: true, ..editor };
    }
    Ok(editor)
}

/// The unsaved form of a posting, from the kept forms.
#[cfg(feature = "ssr")]
async fn typed_form(user: Uuid, id: Option<Uuid>, typed: Option<Uuid>) -> Result<Option<PostingForm>, AppError> {
    let Some(typed) = typed else { return Ok(None) };
    let Some(fields) = kept_forms::find_typed(&platform(), user, typed).await? else { return Ok(None) };
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    Ok(PostingForm::from_fields(fields).filter(|form| form.id == id))
}

/// The preview of a posting: as it is stored, or with unsaved changes.
#[server(endpoint = "load_preview")]
pub async fn load_preview(
    #[server(default)] id: Option<Uuid>,
    #[server(default)] typed: Option<Uuid>,
) -> Result<Preview, AppError> {
    let (user, company) = match id {
        Some(id) => may_at_posting(Action::EditPosting, id).await?,
        None => may_in_company(Action::CreatePosting)?,
    };
    let db = platform().db;
    let stored = match id {
        Some(id) => Some(db::preview(&db, company, id).await?),
        None => None,
    };
    match (typed_form(user.id, id, typed).await?, stored) {
        (Some(form), stored) => {
            let name = match &stored {
                Some(stored) => stored.company.clone(),
                None => db::company_name(&db, company).await?,
            };
            let zone = db::zone(&db, company).await?;
            let html = html_of(&form.description).await?;
            Ok(form.preview(id, name, html, zone.day(now()), |day| zone.local_day(zone.end_of_day(day))))
        }
        (None, stored) => stored.ok_or(AppError::NotFound),
    }
}

/// Redirects to the preview of an unsaved posting, which becomes a kept form only.
#[server(endpoint = "preview_posting")]
pub async fn preview_posting(#[server(flatten)] form: PostingForm) -> Result<(), AppError> {
    let (user, page) = match form.id.as_str() {
        "" => (may_in_company(Action::CreatePosting)?.0, "/employer/postings/new/preview".to_string()),
        id => {
            let id = id.parse().map_err(|_| AppError::Malformed)?;
            let (user, company) = may_at_posting(Action::EditPosting, id).await?;
            let page = format!("/employer/postings/{id}/preview");
            if form.holds(&db::editor(&platform().db, company, id).await?.form) {
                leptos_axum::redirect(&page);
                return Ok(());
            }
            (user, page)
        }
    };
    let typed = kept_forms::keep_typed(&platform(), user.id, form.into_fields()).await?;
    leptos_axum::redirect(&format!("{page}?typed={typed}"));
    Ok(())
}

/// Renders a description's Markdown for the live preview.
#[server(endpoint = "preview_markdown")]
pub async fn preview_markdown(#[server(default)] text: String) -> Result<String, AppError> {
    may_in_company(Action::EditPosting)?;
    html_of(&text).await
}

/// Renders an unsaved description, up to the length that can be stored.
#[cfg(feature = "ssr")]
async fn html_of(typed: &str) -> Result<String, AppError> {
    let text: String = typed.chars().take(DESCRIPTION_LENGTH).collect();
    Ok(markdown::render(clean_text(&text), Below::Title).await?.html)
}

/// The description rendered, as it is stored. What is published shows something.
#[cfg(feature = "ssr")]
async fn rendered(valid: &ValidPosting, state: PostingState) -> Result<Rendered, AppError> {
    let text = markdown::render(valid.description.clone(), Below::Title).await?;
    match state != PostingState::Draft && looks_empty(&text.excerpt) {
        true => Err(AppError::field("description", Problem::Required)),
        false => Ok(text),
    }
}

/// Stores a posting, new or edited, and publishes it when that button was pressed.
#[server(endpoint = "save_posting")]
pub async fn save_posting(#[server(flatten)] form: PostingForm) -> Result<(), AppError> {
    let publish = form.action == "publish";
    let id = match form.id.is_empty() {
        true => {
            let member = may_in_company(Action::CreatePosting)?;
            reachable_to(publish)?;
            return store_new(member.into(), &form, publish).await;
        }
        false => form.id.parse().map_err(|_| AppError::Malformed)?,
    };
    let version = if form.over.is_empty() { &form.version } else { &form.over };
    let version = version.parse().map_err(|_| AppError::Malformed)?;
    let member = member_at(Action::EditPosting, id).await?;
    reachable_to(publish)?;
    store(member, id, version, &form, publish).await
}

/// Whoever publishes has confirmed the address, where mails reach people.
#[cfg(feature = "ssr")]
fn reachable_to(publish: bool) -> Result<(), AppError> {
    match publish {
        true => current_user()?.must_be_reachable(&platform().mailer),
        false => Ok(()),
    }
}

/// Publishes a draft as it is stored.
#[server(endpoint = "publish_posting")]
pub async fn publish_posting(id: Uuid, version: i64) -> Result<(), AppError> {
    let member = member_at(Action::EditPosting, id).await?;
    reachable_to(true)?;
    let stored = db::editor(&platform().db, member.company, id).await?;
    store(member, id, version, &stored.form, true).await
}

/// Stores a new posting. Idempotent: the same form sent twice makes one posting. A form with the same id and other
/// content (somebody went back to the page and wrote another) makes a second posting.
#[cfg(feature = "ssr")]
async fn store_new(member: db::Member, form: &PostingForm, publish: bool) -> Result<(), AppError> {
    let db = platform().db;
    let state = if publish { PostingState::Open } else { PostingState::Draft };
    let today = db::zone(&db, member.company).await?.day(now());
    let rules = Rules { state, today, was: PostingState::Draft, stored: None };
    let valid = form.check(rules)?;
    let text = rendered(&valid, state).await?;
    let is_there = async |id| {
        let stored = db::editor(&db, member.company, id).await;
        stored.is_ok_and(|stored| stored.form.check(rules).is_ok_and(|stored| stored == valid))
    };
    let mut id = form.new_id.parse().unwrap_or_else(|_| Uuid::now_v7());
    if !db::insert(&db, member.company, id, &valid, &text).await? && !is_there(id).await {
        id = Uuid::now_v7();
        db::insert(&db, member.company, id, &valid, &text).await?;
    }
    saved(id, publish);
    Ok(())
}

/// Stores an edit. It keeps the state, but for a draft that is published; a published posting never becomes a draft.
#[cfg(feature = "ssr")]
async fn store(member: db::Member, id: Uuid, version: i64, form: &PostingForm, publish: bool) -> Result<(), AppError> {
    let db = platform().db;
    let stored = db::editor(&db, member.company, id).await?;
    // Idempotent: the form was sent twice, and the stored version already has its content and state.
    let today = db::zone(&db, member.company).await?.day(now());
    let rules = Rules { state: stored.state, today, was: stored.state, stored: Some(&stored.form) };
    if stored.form.version == (version + 1).to_string()
        && publish == (stored.state == PostingState::Open)
        && form.check(rules).is_ok_and(|valid| stored.form.check(rules).is_ok_and(|stored| stored == valid))
    {
        saved(id, publish);
        return Ok(());
    }
    let next = match (stored.state, publish) {
        (PostingState::Draft, true) => PostingState::Open,
        (PostingState::Archived, _) | (_, true) => return Err(AppError::refused(PostingProblem::WrongState)),
        (state, false) => state,
    };
    let valid = form.check(Rules { state: next, ..rules })?;
    let text = rendered(&valid, next).await?;
    db::update(&db, member, id, version, &valid, &text).await?;
    saved(id, publish);
    Ok(())
}

/// The logged-in company member who may do this to a posting, as postings' queries need them.
#[cfg(feature = "ssr")]
async fn member_at(action: Action, posting: Uuid) -> Result<db::Member, AppError> {
    may_at_posting(action, posting).await.map(Into::into)
}

#[cfg(feature = "ssr")]
fn saved(id: Uuid, publish: bool) {
    let what = if publish { PostingDone::PostingPublished } else { PostingDone::PostingSaved };
    done(&format!("/employer/postings/{id}"), what);
}

/// Closes an open posting; `back` is the page to return to.
#[server(endpoint = "close_posting")]
pub async fn close_posting(id: Uuid, #[server(default)] back: String) -> Result<(), AppError> {
    db::close(&platform().db, member_at(Action::EditPosting, id).await?, id).await?;
    done(back_to(&back), PostingDone::PostingClosed);
    Ok(())
}

/// Opens a closed posting again.
#[server(endpoint = "reopen_posting")]
pub async fn reopen_posting(id: Uuid, #[server(default)] back: String) -> Result<(), AppError> {
    db::reopen(&platform().db, member_at(Action::EditPosting, id).await?, id).await?;
    done(back_to(&back), PostingDone::PostingReopened);
    Ok(())
}

/// Copies a posting into a new draft, and opens that in the editor.
#[server(endpoint = "duplicate_posting")]
pub async fn duplicate_posting(id: Uuid) -> Result<(), AppError> {
    let (_, company) = may_at_posting(Action::CreatePosting, id).await?;
    let copy = Uuid::now_v7();
    db::duplicate(&platform().db, company, id, copy, copy_title).await?;
    done(&format!("/employer/postings/{copy}"), PostingDone::PostingDuplicated);
    Ok(())
}

/// Deletes a posting; one with applications is archived instead.
#[server(endpoint = "delete_posting")]
pub async fn delete_posting(id: Uuid) -> Result<(), AppError> {
    match db::delete(&platform().db, member_at(Action::DeletePosting, id).await?, id).await? {
        db::Deleted::Gone => done("/employer/postings", PostingDone::PostingDeleted),
        db::Deleted::Archived => done("/employer/postings", PostingDone::PostingArchived),
    }
    Ok(())
}

/// Chooses who works on a posting.
#[server(endpoint = "save_posting_team")]
pub async fn save_posting_team(id: Uuid, #[server(default)] people: Vec<Uuid>) -> Result<(), AppError> {
    let member = member_at(Action::ChooseTeam, id).await?;
    db::save_team(&platform().db, member, id, &people).await?;
    done(&format!("/employer/postings/{id}"), PostingDone::PostingTeamSaved);
    Ok(())
}

/// `Nurse (copy)`, no longer than a title may be.
#[cfg(feature = "ssr")]
fn copy_title(title: &str) -> String {
    let room = TITLE_LENGTH.saturating_sub(t().posting_copy_of("").chars().count());
    let title: String = title.chars().take(room).collect();
    t().posting_copy_of(title.trim_end())
}

#[cfg(feature = "ssr")]
fn back_to(back: &str) -> &str {
    local_path(back).unwrap_or("/employer/postings")
}

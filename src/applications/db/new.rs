//! New applications, whoever has sent them: with an account or without.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{note_change, stages::ensure_stages};
use crate::{
    accounts,
    applications::{
        mails::ReceiptMail,
        model::{Outcome, StageKind, Standing},
    },
    companies::Contact,
    db::{Tx, now},
    error::AppError,
    execute,
    jobs::{PostingChanged, PostingProblem, PostingState},
    live,
    notifications::{Kind, Notice, notify},
    resumes,
    text::phone_form,
    write_in,
};

/// The posting that somebody applies for.
#[derive(FromRow)]
pub(super) struct Target {
    pub id: Uuid,
    pub company_id: Uuid,
    pub title: String,
    state: PostingState,
    closes_at: Option<DateTime<Utc>>,
}

/// The posting of a slug, if it takes applications.
pub(super) async fn target_by_slug(tx: &mut Tx, slug: &str) -> Result<Target, AppError> {
    let found: Option<Target> = write_in!(tx, |c| {
        query_as(
            "SELECT id, company_id, title, state, closes_at FROM postings
             WHERE slug = $1 AND state IN ('open', 'closed')",
        )
        .bind(slug)
        .fetch_optional(c)
    })?;
    must_be_open(found)
}

/// The same by the posting's id.
pub(super) async fn target(tx: &mut Tx, posting: Uuid) -> Result<Target, AppError> {
    let found: Option<Target> = write_in!(tx, |c| {
        query_as("SELECT id, company_id, title, state, closes_at FROM postings WHERE id = $1")
            .bind(posting)
            .fetch_optional(c)
    })?;
    must_be_open(found)
}

/// A posting of this company to which it adds somebody itself: open or closed.
pub(super) async fn own_target(tx: &mut Tx, company: Uuid, posting: Uuid) -> Result<Option<Target>, AppError> {
    let found = write_in!(tx, |c| {
        query_as(
            "SELECT id, company_id, title, state, closes_at FROM postings
             WHERE id = $1 AND company_id = $2 AND state IN ('open', 'closed')",
        )
        .bind(posting)
        .bind(company)
        .fetch_optional(c)
    });
    Ok(found?)
}

fn must_be_open(found: Option<Target>) -> Result<Target, AppError> {
    let target = found.ok_or(AppError::NotFound)?;
    match target.state.is_open(target.closes_at, now()) {
        true => Ok(target),
        false => Err(AppError::refused(PostingProblem::PostingClosed)),
    }
}

/// An application to be stored.
pub(super) struct NewApplication<'a> {
    pub posting: &'a Target,
    /// Whose account it is sent with; the copy of the profile is theirs.
    pub user: Option<Uuid>,
    pub candidate: Uuid,
    pub resume: Option<Uuid>,
    pub contact: Contact<'a>,
    pub letter: &'a str,
    /// Who added it, where it was not sent.
    pub added: Option<AddedBy<'a>>,
    /// The application that the company had noted of the person, whose place this one takes.
    pub noted: Option<Uuid>,
}

/// Who of a company has added somebody, and where they know them from.
#[derive(Clone, Copy)]
pub(super) struct AddedBy<'a> {
    pub user: Uuid,
    pub source: &'a str,
}

/// Stores an application where it begins, and tells the company. None where the person has applied before: once for each
/// posting, with an account or without, is what unique indexes see to.
pub(super) async fn insert(tx: &mut Tx, new: NewApplication<'_>) -> Result<Option<Uuid>, AppError> {
    if let Some(noted) = new.noted {
        return replace(tx, noted, new).await.map(Some);
    }
    let stages = ensure_stages(tx, new.posting.id).await?;
    let stage = stages.into_iter().find(|stage| stage.kind == StageKind::Received).ok_or(AppError::Internal)?;
    let (id, at) = (Uuid::now_v7(), now());
    let stored = execute!(
        &mut *tx,
        query(
            "INSERT INTO applications
                 (id, posting_id, user_id, resume_id, name, email, phone, letter, stage_id, stage_kind, outcome,
                  created_at, updated_at, headline, place, about, skills, links, phone_form, candidate_id,
                  added_by, added_source)
             SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, 'received', 'active', $10, $10,
                  COALESCE(p.headline, ''), COALESCE(p.place, ''), COALESCE(p.about, ''), COALESCE(p.skills, ''),
                  COALESCE(p.links, ''), $11, $12, $13, $14
             FROM (SELECT 1 AS one) this LEFT JOIN profiles p ON p.user_id = $3 WHERE TRUE
             ON CONFLICT DO NOTHING"
        )
        .bind(id)
        .bind(new.posting.id)
        .bind(new.user)
        .bind(new.resume)
        .bind(new.contact.name)
        .bind(new.contact.email.as_str())
        .bind(new.contact.phone)
        .bind(new.letter)
        .bind(stage.id)
        .bind(at)
        .bind(phone_form(new.contact.phone).unwrap_or_default())
        .bind(new.candidate)
        .bind(new.added.map(|added| added.user))
        .bind(new.added.map_or("", |added| added.source))
    )?;
    if stored == 0 {
        return Ok(None);
    }
    let standing = Standing { outcome: Outcome::Active, stage_kind: stage.kind, stage_name: stage.name };
    note_change(tx, id, &standing, new.added.map(|added| added.user).or(new.user), at).await?;
    match new.added {
        // Nobody has applied: whoever added them knows.
        Some(_) => {
            let members = accounts::members_at(tx, new.posting.company_id, new.posting.id).await?;
            live::publish(tx, members, &PostingChanged { id: new.posting.id });
        }
        None => tell_of_new(tx, id, &new).await?,
    }
    Ok(Some(id))
}

async fn tell_of_new(tx: &mut Tx, id: Uuid, new: &NewApplication<'_>) -> Result<(), AppError> {
    let Target { id: posting, company_id: company, title, .. } = new.posting;
    let about =
        About { posting: *posting, company: *company, title: title.clone(), name: new.contact.name.to_string() };
    tell_company(tx, id, about, Kind::Applied).await?;
    Ok(())
}

/// Puts what somebody has sent in the place of what their company had noted. Where it stands stays.
async fn replace(tx: &mut Tx, noted: Uuid, new: NewApplication<'_>) -> Result<Uuid, AppError> {
    let before: Option<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT resume_id FROM applications WHERE id = $1").bind(noted).fetch_one(c)
    })?;
    execute!(
        &mut *tx,
        query(
            "UPDATE applications SET resume_id = $1, name = $2, email = $3, phone = $4, phone_form = $5, letter = $6,
                 headline = COALESCE(p.headline, ''), place = COALESCE(p.place, ''), about = COALESCE(p.about, ''),
                 skills = COALESCE(p.skills, ''), links = COALESCE(p.links, ''), version = version + 1,
                 updated_at = $7, seen_at = NULL, added_source = ''
             FROM (SELECT 1 AS one) this LEFT JOIN profiles p ON p.user_id = $8 WHERE applications.id = $9"
        )
        .bind(new.resume)
        .bind(new.contact.name)
        .bind(new.contact.email.as_str())
        .bind(new.contact.phone)
        .bind(phone_form(new.contact.phone).unwrap_or_default())
        .bind(new.letter)
        .bind(now())
        .bind(new.user)
        .bind(noted)
    )?;
    resumes::forget_unowned(tx, before.as_slice()).await?;
    tell_of_new(tx, noted, &new).await?;
    Ok(noted)
}

/// What the notification of an application names.
#[derive(FromRow)]
pub(super) struct About {
    pub posting: Uuid,
    pub company: Uuid,
    pub title: String,
    pub name: String,
}

/// Notifies all company members of a new or withdrawn application, and publishes the change of the posting.
pub(super) async fn tell_company(
    tx: &mut Tx,
    application: Uuid,
    about: About,
    kind: Kind,
) -> Result<Vec<Uuid>, AppError> {
    let About { posting, company, title, name } = about;
    let members = accounts::members_at(tx, company, posting).await?;
    live::publish(tx, members.iter().copied(), &PostingChanged { id: posting });
    let notice = |user: &Uuid| Notice {
        user: *user,
        kind,
        about: posting,
        subject: Some(application),
        title: title.clone(),
        name: name.clone(),
    };
    notify(tx, members.iter().map(notice).collect()).await?;
    Ok(members)
}

/// What the mail says that its sender gets. Somebody without an account gets it where they have said.
pub(super) async fn receipt(tx: &mut Tx, id: Uuid) -> Result<ReceiptMail, AppError> {
    let receipt = write_in!(tx, |c| {
        query_as(
            "SELECT a.id, p.title, co.name AS company, COALESCE(u.email, a.email) AS email, COALESCE(u.name, a.name) AS name,
                 COALESCE(u.locale, k.language) AS locale,
                 u.id IS NOT NULL AS has_account
             FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             LEFT JOIN users u ON u.id = a.user_id LEFT JOIN candidates k ON k.id = a.candidate_id WHERE a.id = $1",
        )
        .bind(id)
        .fetch_one(c)
    });
    Ok(receipt?)
}

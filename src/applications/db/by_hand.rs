//! Candidates whom a company adds itself, and what these do about it.

use chrono::TimeDelta;
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    claim::{claim, sent_before},
    erase_candidate,
    guest_links::{FoundLink, new_link},
    new::{About, AddedBy, NewApplication, insert, own_target, tell_company},
    stages::ensure_stages,
};
use crate::{
    accounts,
    applications::{
        ApplicationProblem, StageChanged,
        mails::NotedMail,
        model::{MAX_ADDED_A_DAY, NotedCandidate, PostingChoice, Stage, ValidAddition},
    },
    companies::{self, Contact, Unlinked},
    db::{Db, Tx, now},
    error::{AppError, Problem},
    execute, live, messages,
    notifications::Kind,
    platform::{
        Platform,
        audit::{Act, record},
        mail::{Mail, send_later},
        site::Site,
    },
    read,
    resumes::{self, NewResume},
    write_in,
};

/// A form offers this many postings.
const POSTINGS: i64 = 500;

/// A candidate to be added, and by whom.
pub struct Addition<'a> {
    pub company: Uuid,
    pub by: Uuid,
    pub form: &'a ValidAddition,
    pub resume: Option<&'a NewResume>,
    /// In which the person is written to.
    pub language: &'a str,
    /// What is noted in the audit log; the application is added to it.
    pub act: Act,
}

/// The postings of a company that somebody can be added to, the newest first.
pub async fn postings_to_add_to(db: &Db, company: Uuid) -> Result<Vec<PostingChoice>, AppError> {
    let postings = read!(db, |c| {
        query_as(
            "SELECT id, title FROM postings WHERE company_id = $1 AND state IN ('open', 'closed')
             ORDER BY id DESC LIMIT $2",
        )
        .bind(company)
        .bind(POSTINGS)
        .fetch_all(c)
    });
    Ok(postings?)
}

/// Adds a candidate, who is told by mail. Nobody's account has it before they say that it is them: the address was typed
/// by somebody else.
pub async fn add(Platform { db, site, .. }: &Platform, new: Addition<'_>) -> Result<Uuid, AppError> {
    let (mut tx, form, key) = (db.begin().await?, new.form, new.form.email.key());
    let again = || AppError::field("email", ApplicationProblem::AddedBefore);
    accounts::hold_address(&mut tx, &key).await?;
    let posting = own_target(&mut tx, new.company, form.posting).await?;
    let posting = posting.ok_or_else(|| AppError::field("posting", Problem::NotAChoice))?;
    if is_there(&mut tx, posting.id, &key).await? {
        return Err(again());
    }
    if companies::has_objected(&mut tx, new.company, &key).await? {
        return Err(AppError::field("email", ApplicationProblem::HasObjected));
    }
    not_too_many(&mut tx, new.company).await?;
    ensure_stages(&mut tx, posting.id).await?;
    let contact = || Contact { name: &form.name, email: &form.email, phone: &form.phone };
    let of = Unlinked { contact: contact(), source: &form.source, language: new.language };
    let candidate = companies::note(&mut tx, new.company, &of).await?;
    let resume = match new.resume {
        Some(resume) => Some(resumes::add_sent(&mut tx, resume).await?),
        None => None,
    };
    let added = Some(AddedBy { user: new.by, source: &form.source });
    let application = NewApplication {
        posting: &posting,
        user: None,
        candidate,
        resume,
        contact: contact(),
        letter: "",
        added,
        noted: None,
    };
    let id = insert(&mut tx, application).await?.ok_or_else(again)?;
    record(&mut tx, new.act.on("application", id)).await?;
    let mail = notice(&mut tx, site, id).await?;
    send_later(&mut tx, &mail).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether somebody with this address is among a posting's candidates: because they have sent it from there, because
/// their company knows them by it, or because they were added.
async fn is_there(tx: &mut Tx, posting: Uuid, key: &str) -> Result<bool, AppError> {
    let owner = accounts::confirmed_owner(tx, key).await?;
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar(
            "SELECT 1 FROM applications a JOIN candidates k ON k.id = a.candidate_id
             WHERE a.posting_id = $1 AND (k.guest_key = $2 OR k.noted_key = $2 OR k.email_key = $2 OR a.user_id = $3)
             LIMIT 1",
        )
        .bind(posting)
        .bind(key)
        .bind(owner)
        .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Refuses another one above `MAX_ADDED_A_DAY`: each of them is a mail to somebody who has not asked for it.
async fn not_too_many(tx: &mut Tx, company: Uuid) -> Result<(), AppError> {
    let today: i64 = write_in!(tx, |c| {
        query_scalar(
            "SELECT COUNT(*) FROM applications a JOIN company_members m ON m.user_id = a.added_by
             JOIN postings p ON p.id = a.posting_id
             WHERE m.company_id = $1 AND p.company_id = $1 AND a.created_at > $2",
        )
        .bind(company)
        .bind(now() - TimeDelta::days(1))
        .fetch_one(c)
    })?;
    match today >= MAX_ADDED_A_DAY {
        true => Err(AppError::refused(ApplicationProblem::TooManyAdded(MAX_ADDED_A_DAY))),
        false => Ok(()),
    }
}

/// The mail that tells somebody what a company has noted, with a new link to it.
pub(super) async fn notice(tx: &mut Tx, site: &Site, application: Uuid) -> Result<Mail, AppError> {
    let about: NotedMail = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT p.title, co.name AS company, a.email, a.name, a.phone, a.resume_id IS NOT NULL AS has_resume,
                 a.added_source AS source, a.created_at AS at, k.language
             FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             JOIN candidates k ON k.id = a.candidate_id WHERE a.id = $1",
        )
        .bind(application)
        .fetch_one(c)
    })?;
    let token = new_link(tx, application).await?;
    Ok(about.mail(site, &token))
}

/// What a company has noted of somebody, behind a link that was looked at before.
pub async fn noted(db: &Db, application: Uuid) -> Result<NotedCandidate, AppError> {
    let found: Option<NotedCandidate> = read!(db, |c| {
        query_as(
            "SELECT p.title, CASE WHEN p.state <> 'archived' THEN p.slug END AS slug, co.name AS company,
                 co.slug AS company_slug, a.name, a.email, a.phone, COALESCE(r.name, '') AS resume,
                 a.added_source AS source, a.created_at AS at
             FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             LEFT JOIN resumes r ON r.id = a.resume_id WHERE a.id = $1",
        )
        .bind(application)
        .fetch_optional(c)
    })?;
    found.ok_or(AppError::NotFound)
}

/// Somebody whom a company has noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub application: Uuid,
    pub candidate: Uuid,
    pub company: Uuid,
    pub key: String,
}

impl Noted {
    /// Who is behind a link, while they have not said that it is them.
    pub fn behind(found: &FoundLink) -> Result<Self, AppError> {
        let key = found.noted.clone().ok_or(AppError::refused(ApplicationProblem::GuestLinkOver))?;
        let FoundLink { application, candidate, company, .. } = *found;
        Ok(Self { application, candidate, company, key })
    }
}

/// Whoever has this address was added to a posting, and has not said a word.
pub(super) async fn noted_for(db: &Db, posting: Uuid, key: &str) -> Result<Option<Noted>, AppError> {
    let found: Option<(Uuid, Uuid, Uuid)> = read!(db, |c| {
        query_as(
            "SELECT a.id, k.id, k.company_id FROM candidates k JOIN applications a ON a.candidate_id = k.id
             WHERE k.noted_key = $1 AND a.posting_id = $2",
        )
        .bind(key)
        .bind(posting)
        .fetch_optional(c)
    })?;
    let of = |(application, candidate, company)| Noted { application, candidate, company, key: key.to_string() };
    Ok(found.map(of))
}

/// Somebody with this address applies for a posting that they were added to: what the company has noted is theirs from
/// now on. Returns the application, which what they send takes the place of.
pub(super) async fn agree_before(db: &Db, posting: Uuid, key: &str) -> Result<Option<Uuid>, AppError> {
    let Some(noted) = noted_for(db, posting, key).await? else { return Ok(None) };
    match agree(db, &noted).await {
        Ok(()) => Ok(Some(noted.application)),
        // They have one of their own; what was noted stays until they object.
        Err(error) if error == AppError::refused(ApplicationProblem::AlreadyApplied) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether an application holds what the company had noted, and the person has sent nothing in its place.
pub(super) async fn is_as_noted(tx: &mut Tx, application: Uuid) -> Result<bool, AppError> {
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar("SELECT 1 FROM applications WHERE id = $1 AND added_source <> '' AND outcome = 'active'")
            .bind(application)
            .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Somebody who has shown that the address is theirs says that it is them: what a company has noted becomes what a guest
/// has sent, and the account's that has the address confirmed. Idempotent.
pub async fn agree(db: &Db, noted: &Noted) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    accounts::hold_address(&mut tx, &noted.key).await?;
    let owner = accounts::confirmed_owner(&mut tx, &noted.key).await?;
    let theirs: Vec<Uuid> = write_in!(&mut tx, |c| {
        query_scalar(
            "SELECT a.posting_id FROM candidates k JOIN applications a ON a.candidate_id = k.id
             WHERE k.id = $1 AND k.noted_key = $2",
        )
        .bind(noted.candidate)
        .bind(&noted.key)
        .fetch_all(c)
    })?;
    for posting in &theirs {
        if sent_before(&mut tx, *posting, &noted.key, owner).await?.is_some() {
            return Err(AppError::refused(ApplicationProblem::AlreadyApplied));
        }
    }
    if !theirs.is_empty() {
        let guest = companies::agree_noted(&mut tx, noted.candidate, noted.company, &noted.key).await?;
        if let Some(guest) = guest {
            move_to(&mut tx, noted.candidate, guest).await?;
        }
    }
    tx.commit().await?;
    if let Some(owner) = owner {
        // On its own, because it locks what comes before candidates.
        let mut tx = db.begin().await?;
        claim(&mut tx, owner, &noted.key).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Gives what hangs on a noted candidate to the guest that the same company knows them as.
async fn move_to(tx: &mut Tx, noted: Uuid, guest: Uuid) -> Result<(), AppError> {
    messages::move_guest(tx, noted, guest).await?;
    execute!(
        &mut *tx,
        query("UPDATE applications SET candidate_id = $1 WHERE candidate_id = $2").bind(guest).bind(noted)
    )?;
    companies::drop_noted(tx, noted).await
}

/// Somebody whom a company has noted objects: it keeps nothing of them but that somebody did, and that this address is
/// not to be added again.
pub async fn object(db: &Db, found: &FoundLink, act: Act) -> Result<(), AppError> {
    let noted = Noted::behind(found)?;
    let mut tx = db.begin().await?;
    accounts::hold_address(&mut tx, &noted.key).await?;
    let about: Vec<(Uuid, Uuid, String)> = write_in!(&mut tx, |c| {
        query_as(
            "SELECT a.id, a.posting_id, p.title FROM applications a JOIN postings p ON p.id = a.posting_id
             JOIN candidates k ON k.id = a.candidate_id WHERE k.id = $1 AND k.noted_key = $2",
        )
        .bind(noted.candidate)
        .bind(&noted.key)
        .fetch_all(c)
    })?;
    if about.is_empty() {
        return Err(AppError::refused(ApplicationProblem::GuestLinkOver));
    }
    erase_candidate(&mut tx, noted.candidate, noted.company, &noted.key).await?;
    companies::note_objection(&mut tx, noted.candidate, noted.company, &noted.key).await?;
    record(&mut tx, act.on("application", noted.application)).await?;
    for (id, posting, title) in about {
        let about = About { posting, company: noted.company, title, name: String::new() };
        let members = tell_company(&mut tx, id, about, Kind::Withdrawn).await?;
        live::publish(&mut tx, members, &StageChanged { id, stage: Stage::Withdrawn });
    }
    Ok(tx.commit().await?)
}

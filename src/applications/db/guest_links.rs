//! What is behind the links of people without an account.

use chrono::TimeDelta;
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    anonymise_rows,
    by_hand::{noted, notice},
    guests::{link, pending_mail},
    sent::application,
    standing,
};
use crate::{
    accounts,
    applications::{
        ApplicationProblem,
        mails::GuestMail,
        model::{DAYS_TO_CONFIRM, GuestApplication, GuestPage, PendingApplication, Standing},
    },
    companies,
    db::{Db, Tx, now},
    error::AppError,
    execute, messages,
    platform::{
        files_db::delete_later,
        mail::Mail,
        site::Site,
        token::{new_token, token_hash},
    },
    read, resumes, write_in,
};

/// Links that are mailed to an address at once.
const MAX_MAILED: i64 = 10;

/// An application that was sent without an account, as its link finds it.
#[derive(Clone, Debug, FromRow)]
pub struct FoundLink {
    pub application: Uuid,
    /// The account that it belongs to by now.
    pub user: Option<Uuid>,
    pub candidate: Uuid,
    /// Of the address, while no account is linked.
    pub key: Option<String>,
    /// The same, while the company has noted it itself and the person has not said that it is them.
    pub noted: Option<String>,
    pub posting: Uuid,
    pub company: Uuid,
    pub name: String,
    pub email: String,
}

impl FoundLink {
    /// The key of the address, as long as the application is a guest's.
    pub fn guest_key(&self) -> Result<&str, AppError> {
        let key = self.key.as_deref().filter(|_| self.user.is_none());
        key.ok_or(AppError::refused(ApplicationProblem::GuestLinkOver))
    }
}

/// The application behind a link.
pub async fn find_link(db: &Db, token: &str) -> Result<Option<FoundLink>, AppError> {
    let found = read!(db, |c| {
        query_as(
            "SELECT a.id AS application, a.user_id AS \"user\", a.candidate_id AS candidate, k.guest_key AS \"key\",
                 k.noted_key AS noted, a.posting_id AS posting, p.company_id AS company, a.name, a.email
             FROM guest_links l JOIN applications a ON a.id = l.application_id
             JOIN postings p ON p.id = a.posting_id JOIN candidates k ON k.id = a.candidate_id
             WHERE l.token_hash = $1 AND l.expires_at > $2 AND a.anonymised_at IS NULL",
        )
        .bind(token_hash(token))
        .bind(now())
        .fetch_optional(c)
    });
    Ok(found?)
}

/// The same, of an application that is still a guest's.
pub async fn guest_link(db: &Db, token: &str) -> Result<FoundLink, AppError> {
    let found = find_link(db, token).await?.ok_or(AppError::refused(ApplicationProblem::GuestLinkOver))?;
    found.guest_key()?;
    Ok(found)
}

/// What is behind a link; looking at it changes nothing.
pub async fn guest_page(db: &Db, token: &str, before: Option<i64>) -> Result<GuestPage, AppError> {
    let Some(found) = find_link(db, token).await? else {
        return Ok(pending(db, token).await?.map_or(GuestPage::Unknown, GuestPage::Pending));
    };
    if found.user.is_some() {
        return Ok(GuestPage::Account(found.application));
    }
    if found.noted.is_some() {
        return Ok(GuestPage::Noted(Box::new(noted(db, found.application).await?)));
    }
    let application = application(db, None, found.application).await?;
    let thread = messages::guest_thread(db, found.candidate, found.posting, before).await?;
    Ok(GuestPage::Sent(Box::new(GuestApplication { application, thread })))
}

async fn pending(db: &Db, token: &str) -> Result<Option<PendingApplication>, AppError> {
    let found = read!(db, |c| {
        query_as(
            "SELECT p.title, co.name AS company, CASE WHEN p.state <> 'archived' THEN p.slug END AS slug, g.name, g.email,
                 g.phone, g.letter, g.resume_name AS resume, g.expires_at
             FROM guest_applications g JOIN postings p ON p.id = g.posting_id JOIN companies co ON co.id = p.company_id
             WHERE g.token_hash = $1 AND g.expires_at > $2",
        )
        .bind(token_hash(token))
        .bind(now())
        .fetch_optional(c)
    });
    Ok(found?)
}

/// What a mail to a guest names.
pub async fn guest_mail(db: &Db, posting: Uuid, candidate: Uuid) -> Result<Option<GuestMail>, AppError> {
    let found = read!(db, |c| {
        query_as(
            "SELECT a.id, p.title, co.name AS company, a.email, a.name, k.language
             FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             JOIN candidates k ON k.id = a.candidate_id
             WHERE a.posting_id = $1 AND a.candidate_id = $2 AND a.user_id IS NULL AND a.anonymised_at IS NULL
                 AND a.email <> ''",
        )
        .bind(posting)
        .bind(candidate)
        .fetch_optional(c)
    });
    Ok(found?)
}

/// What a mail about a guest's application names, and where it stands. None where mails about it are not expected: it is an
/// account's, or the person has never sent it themselves.
pub async fn guest_standing(db: &Db, application: Uuid) -> Result<Option<(GuestMail, Standing)>, AppError> {
    let about: Option<(Uuid, Uuid)> = read!(db, |c| {
        query_as(
            "SELECT a.posting_id, a.candidate_id FROM applications a JOIN candidates k ON k.id = a.candidate_id
             WHERE a.id = $1 AND k.consent_at IS NOT NULL",
        )
        .bind(application)
        .fetch_optional(c)
    })?;
    let Some((posting, candidate)) = about else { return Ok(None) };
    let Some(mail) = guest_mail(db, posting, candidate).await? else { return Ok(None) };
    let standing: Option<Standing> = read!(db, |c| {
        query_as(concat!(
            "SELECT ",
            standing!(),
            " FROM applications a JOIN posting_stages s ON s.id = a.stage_id WHERE a.id = $1"
        ))
        .bind(application)
        .fetch_optional(c)
    })?;
    Ok(standing.map(|standing| (mail, standing)))
}

/// Makes another link to an application; those before stay good.
pub async fn new_link(tx: &mut Tx, application: Uuid) -> Result<String, AppError> {
    let token = new_token()?;
    link(tx, &token_hash(&token), application).await?;
    Ok(token)
}

/// Makes new links to all that was sent from an address without an account: the mails that carry them.
pub async fn renew_links(tx: &mut Tx, site: &Site, key: &str) -> Result<Vec<Mail>, AppError> {
    let mut mails = Vec::new();
    let sent: Vec<GuestMail> = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT a.id, p.title, co.name AS company, a.email, a.name, k.language
             FROM candidates k JOIN applications a ON a.candidate_id = k.id
             JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             WHERE k.guest_key = $1 AND a.user_id IS NULL AND a.anonymised_at IS NULL AND a.email <> ''
             ORDER BY a.id DESC LIMIT $2",
        )
        .bind(key)
        .bind(MAX_MAILED)
        .fetch_all(c)
    })?;
    for about in sent {
        let token = new_link(tx, about.id).await?;
        mails.push(about.link_mail(site, &token));
    }
    let noted: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT a.id FROM candidates k JOIN applications a ON a.candidate_id = k.id WHERE k.noted_key = $1
             ORDER BY a.id DESC LIMIT $2",
        )
        .bind(key)
        .bind(MAX_MAILED)
        .fetch_all(c)
    })?;
    for id in noted {
        mails.push(notice(tx, site, id).await?);
    }
    let waiting: Vec<Vec<u8>> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT token_hash FROM guest_applications WHERE email_key = $1 AND expires_at > $2 ORDER BY created_at DESC
             LIMIT $3",
        )
        .bind(key)
        .bind(now())
        .bind(MAX_MAILED)
        .fetch_all(c)
    })?;
    for hash in waiting {
        let token = new_token()?;
        execute!(
            &mut *tx,
            query("UPDATE guest_applications SET token_hash = $1, expires_at = $2 WHERE token_hash = $3")
                .bind(token_hash(&token))
                .bind(now() + TimeDelta::days(DAYS_TO_CONFIRM))
                .bind(hash)
        )?;
        mails.push(pending_mail(tx, &token).await?.mail(site, &token));
    }
    Ok(mails)
}

/// Has the company of a guest's application keep nothing of the person: what was sent, what was written, and how they are
/// reached. That something was there and how far it came stays, as with a deleted account.
pub async fn erase_guest(db: &Db, found: &FoundLink) -> Result<(), AppError> {
    let key = found.guest_key()?;
    let mut tx = db.begin().await?;
    accounts::hold_address(&mut tx, key).await?;
    erase_candidate(&mut tx, found.candidate, found.company, key).await?;
    Ok(tx.commit().await?)
}

/// The same of a candidate without an account, whose address is locked.
pub(super) async fn erase_candidate(tx: &mut Tx, candidate: Uuid, company: Uuid, key: &str) -> Result<(), AppError> {
    companies::anonymise_candidate(tx, candidate).await?;
    messages::forget_guest(tx, candidate).await?;
    let resumes: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT resume_id FROM applications WHERE candidate_id = $1 AND user_id IS NULL AND resume_id IS NOT NULL",
        )
        .bind(candidate)
        .fetch_all(c)
    })?;
    anonymise_rows(tx, None, Some(candidate)).await?;
    resumes::forget_unowned(tx, &resumes).await?;
    execute!(
        &mut *tx,
        query("DELETE FROM guest_links WHERE application_id IN (SELECT id FROM applications WHERE candidate_id = $1)")
            .bind(candidate)
    )?;
    let files: Vec<String> = write_in!(&mut *tx, |c| {
        query_scalar(
            "DELETE FROM guest_applications WHERE email_key = $1
                 AND posting_id IN (SELECT id FROM postings WHERE company_id = $2)
             RETURNING resume_file",
        )
        .bind(key)
        .bind(company)
        .fetch_all(c)
    })?;
    delete_later(tx, &files).await
}

//! Applications without an account: sent, confirmed by a link, and only then there for the company.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    by_hand::{agree_before, is_as_noted},
    claim::sent_before,
    new::{NewApplication, Target, insert, receipt, target, target_by_slug},
    sent::not_too_many,
    stages::ensure_stages,
};
use crate::{
    accounts::{self, Email},
    applications::{
        ApplicationProblem,
        mails::PendingMail,
        model::{DAYS_TO_CONFIRM, GUEST_LINK_DAYS, GUEST_PATH, GuestStart, ValidApplication},
    },
    companies::{self, Contact, Unlinked},
    db::{Db, Tx, now},
    error::AppError,
    execute,
    jobs::PostingState,
    platform::{
        Platform,
        files_db::delete_later,
        mail::{forget_bounce, send_later},
        token::token_hash,
    },
    read,
    resumes::{self, NewResume},
    write_in,
};

/// What waits to be confirmed at one address.
const MAX_PENDING: i64 = 10;

/// What the apply page shows somebody who is not logged in.
pub async fn guest_start(db: &Db, slug: &str) -> Result<GuestStart, AppError> {
    let found: Option<(String, String, PostingState, Option<DateTime<Utc>>)> = read!(db, |c| {
        query_as(
            "SELECT p.title, co.name, p.state, p.closes_at FROM postings p JOIN companies co ON co.id = p.company_id
             WHERE p.slug = $1 AND p.state IN ('open', 'closed')",
        )
        .bind(slug)
        .fetch_optional(c)
    })?;
    let (title, company, state, closes_at) = found.ok_or(AppError::NotFound)?;
    Ok(GuestStart { title, company, open: state.is_open(closes_at, now()) })
}

/// An application that its link is to confirm.
pub struct NewPending<'a> {
    pub slug: &'a str,
    pub form: &'a ValidApplication,
    pub resume: &'a NewResume,
    pub language: &'a str,
    pub token: &'a str,
}

/// Keeps an application until its link confirms it, and sends the link. Nothing of it depends on who has the address.
pub async fn store_pending(Platform { db, site, .. }: &Platform, new: NewPending<'_>) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let (posting, key, at) = (target_by_slug(&mut tx, new.slug).await?, new.form.email.key(), now());
    let waiting: i64 = write_in!(&mut tx, |c| {
        query_scalar("SELECT COUNT(*) FROM guest_applications WHERE email_key = $1").bind(&key).fetch_one(c)
    })?;
    if waiting >= MAX_PENDING {
        return Err(AppError::TooMany { seconds: 60 * 60 });
    }
    execute!(
        &mut tx,
        query(
            "INSERT INTO guest_applications
                 (token_hash, posting_id, name, email, email_key, phone, letter, resume_name, resume_file, resume_size,
                  language, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        )
        .bind(token_hash(new.token))
        .bind(posting.id)
        .bind(&new.form.name)
        .bind(new.form.email.as_str())
        .bind(&key)
        .bind(&new.form.phone)
        .bind(&new.form.letter)
        .bind(&new.resume.name)
        .bind(&new.resume.file)
        .bind(new.resume.size)
        .bind(new.language)
        .bind(at)
        .bind(at + TimeDelta::days(DAYS_TO_CONFIRM))
    )?;
    let mail = pending_mail(&mut tx, new.token).await?;
    send_later(&mut tx, &mail.mail(site, new.token)).await?;
    Ok(tx.commit().await?)
}

/// What the mail says that carries the link.
pub(super) async fn pending_mail(tx: &mut Tx, token: &str) -> Result<PendingMail, AppError> {
    let mail = write_in!(tx, |c| {
        query_as(
            "SELECT g.email, g.name, g.language, p.title, co.name AS company,
                 EXISTS (SELECT 1 FROM users u WHERE u.email_key = g.email_key AND u.email_confirmed_at IS NOT NULL)
                     AS has_account
             FROM guest_applications g JOIN postings p ON p.id = g.posting_id JOIN companies co ON co.id = p.company_id
             WHERE g.token_hash = $1",
        )
        .bind(token_hash(token))
        .fetch_one(c)
    });
    Ok(mail?)
}

/// An application that is being confirmed.
#[derive(FromRow)]
struct Pending {
    posting_id: Uuid,
    name: String,
    email: String,
    phone: String,
    letter: String,
    resume_name: String,
    resume_file: String,
    resume_size: i64,
    language: String,
}

/// Sends the application of a link to its company: as a guest's, or as the account's whose confirmed address it came
/// from. Returns whether it is new: who has applied before is led to that application. Idempotent.
pub async fn confirm(Platform { db, site, .. }: &Platform, token: &str) -> Result<bool, AppError> {
    let hash = token_hash(token);
    let about: Option<(String, Uuid)> = read!(db, |c| {
        query_as("SELECT email_key, posting_id FROM guest_applications WHERE token_hash = $1 AND expires_at > $2")
            .bind(&hash)
            .bind(now())
            .fetch_optional(c)
    })?;
    if let Some((key, posting)) = &about {
        agree_before(db, *posting, key).await?;
    }
    let mut tx = db.begin().await?;
    let Some((key, _)) = about else { return must_be_known(&mut tx, &hash).await };
    accounts::hold_address(&mut tx, &key).await?;
    let pending: Option<Pending> = write_in!(&mut tx, |c| {
        query_as(
            "DELETE FROM guest_applications WHERE token_hash = $1
             RETURNING posting_id, name, email, phone, letter, resume_name, resume_file, resume_size, language",
        )
        .bind(&hash)
        .fetch_optional(c)
    })?;
    let Some(pending) = pending else { return must_be_known(&mut tx, &hash).await };
    let posting = target(&mut tx, pending.posting_id).await?;
    let (application, is_new) = deliver(&mut tx, &key, &pending, &posting).await?;
    link(&mut tx, &hash, application).await?;
    settle_others(&mut tx, posting.id, &key, application).await?;
    forget_bounce(&mut tx, &key).await?;
    if is_new {
        let receipt = receipt(&mut tx, application).await?;
        let mail = match receipt.has_account {
            true => receipt.mail(site),
            false => receipt.guest_mail(site, &format!("{GUEST_PATH}{token}")),
        };
        send_later(&mut tx, &mail).await?;
    }
    tx.commit().await?;
    Ok(is_new)
}

/// The link may have confirmed already.
async fn must_be_known(tx: &mut Tx, hash: &[u8]) -> Result<bool, AppError> {
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar("SELECT 1 FROM guest_links WHERE token_hash = $1 AND expires_at > $2")
            .bind(hash)
            .bind(now())
            .fetch_optional(c)
    })?;
    found.map(|_| false).ok_or(AppError::refused(ApplicationProblem::GuestLinkOver))
}

/// Stores what was confirmed, in the place of what the company had noted of the person. Returns the application, and
/// whether it is a new one.
async fn deliver(tx: &mut Tx, key: &str, pending: &Pending, posting: &Target) -> Result<(Uuid, bool), AppError> {
    let email = Email::parse(&pending.email).map_err(|_| AppError::Internal)?;
    let contact = || Contact { name: &pending.name, email: &email, phone: &pending.phone };
    let owner = accounts::confirmed_owner(tx, key).await?;
    if let Some(owner) = owner {
        accounts::hold(tx, owner).await?;
    }
    let before = sent_before(tx, posting.id, key, owner).await?;
    let noted = match before {
        Some(before) if is_as_noted(tx, before).await? => Some(before),
        Some(before) => {
            delete_later(tx, std::slice::from_ref(&pending.resume_file)).await?;
            return Ok((before, false));
        }
        None => None,
    };
    if let Some(owner) = owner {
        not_too_many(tx, owner).await?;
    }
    ensure_stages(tx, posting.id).await?;
    let candidate = match owner {
        Some(owner) => companies::know_sender(tx, posting.company_id, owner, &contact()).await?,
        None => {
            let language = &pending.language;
            let of = Unlinked { contact: contact(), source: "application", language };
            companies::know_by_address(tx, posting.company_id, &of).await?
        }
    };
    let new =
        NewResume { name: pending.resume_name.clone(), file: pending.resume_file.clone(), size: pending.resume_size };
    let resume = resumes::add_sent(tx, &new).await?;
    if let Some(owner) = owner {
        resumes::adopt(tx, owner, resume).await?;
    }
    let (letter, contact) = (pending.letter.as_str(), contact());
    let resume = Some(resume);
    let new = NewApplication { posting, user: owner, candidate, resume, contact, letter, added: None, noted };
    let id = insert(tx, new).await?;
    Ok((id.ok_or(AppError::refused(ApplicationProblem::AlreadyApplied))?, true))
}

/// Leads a link to an application.
pub(super) async fn link(tx: &mut Tx, hash: &[u8], application: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query("INSERT INTO guest_links (token_hash, application_id, created_at, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(hash)
            .bind(application)
            .bind(now())
            .bind(now() + TimeDelta::days(GUEST_LINK_DAYS))
    )?;
    Ok(())
}

/// What else the same person has sent for the posting comes to nothing, and its links lead to the one application.
async fn settle_others(tx: &mut Tx, posting: Uuid, key: &str, application: Uuid) -> Result<(), AppError> {
    let others: Vec<(Vec<u8>, String)> = write_in!(&mut *tx, |c| {
        query_as(
            "DELETE FROM guest_applications WHERE posting_id = $1 AND email_key = $2 RETURNING token_hash, resume_file",
        )
        .bind(posting)
        .bind(key)
        .fetch_all(c)
    })?;
    for (hash, _) in &others {
        link(tx, hash, application).await?;
    }
    delete_later(tx, &others.into_iter().map(|(_, file)| file).collect::<Vec<_>>()).await
}

/// Deletes what was not confirmed in time with its files, and links that are not good any more.
pub async fn sweep_guests(db: &Db) -> Result<(), AppError> {
    loop {
        let mut tx = db.begin().await?;
        let files: Vec<String> = write_in!(&mut tx, |c| {
            query_scalar(
                "DELETE FROM guest_applications WHERE token_hash IN
                     (SELECT token_hash FROM guest_applications WHERE expires_at <= $1 LIMIT 200)
                 RETURNING resume_file",
            )
            .bind(now())
            .fetch_all(c)
        })?;
        delete_later(&mut tx, &files).await?;
        tx.commit().await?;
        if files.is_empty() {
            break;
        }
    }
    const OLD: &str = "DELETE FROM guest_links WHERE token_hash IN
        (SELECT token_hash FROM guest_links WHERE expires_at < $1 LIMIT $2)";
    Ok(db.delete_by_parts(OLD, now(), 500).await?)
}

/// The stored files of what is not confirmed, in the order of their names, after the one given.
pub async fn guest_files_named(db: &Db, after: &str, limit: i64) -> Result<Vec<String>, AppError> {
    let files = read!(db, |c| {
        query_scalar("SELECT resume_file FROM guest_applications WHERE resume_file > $1 ORDER BY resume_file LIMIT $2")
            .bind(after)
            .bind(limit)
            .fetch_all(c)
    });
    Ok(files?)
}

//! Invitations into a company's team. Of a link's token only the hash is stored.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::team::{add, hold_as_owner, hold_team, role_of};
use crate::{
    accounts::{Email, MemberRole, key_of},
    companies::{CompanyProblem, InvitationState, MAX_INVITATIONS, PendingInvitation, mails::InvitationMail},
    db::{Db, Tx, is_duplicate, now},
    error::AppError,
    execute,
    platform::{
        audit::{Act, SecurityEvent, record},
        mail::send_later,
        platform,
        token::token_hash,
    },
    read, write_in,
};

/// An invitation is good for so many days.
const INVITATION_DAYS: i64 = 7;
/// What nobody can use any more is forgotten after so many days.
const KEPT_DAYS: i64 = 90;

/// A new invitation.
pub struct NewInvitation<'a> {
    pub company: Uuid,
    pub by: Uuid,
    pub email: &'a Email,
    pub role: MemberRole,
    pub token: &'a str,
}

/// Stores an invitation; one for each address at a time.
pub async fn invite(tx: &mut Tx, new: NewInvitation<'_>) -> Result<(), AppError> {
    let (id, at, key) = (Uuid::now_v7(), now(), new.email.key());
    hold_as_owner(tx, new.company, new.by).await?;
    let (member, pending): (i64, i64) = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT (SELECT COUNT(*) FROM company_members m JOIN users u ON u.id = m.user_id
                     WHERE m.company_id = $1 AND u.email_key = $2),
                 (SELECT COUNT(*) FROM invitations
                     WHERE company_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL)",
        )
        .bind(new.company)
        .bind(&key)
        .fetch_one(c)
    })?;
    if member > 0 {
        return Err(AppError::field("email", CompanyProblem::AlreadyMember));
    }
    if pending >= MAX_INVITATIONS {
        return Err(AppError::refused(CompanyProblem::TooManyInvitations(MAX_INVITATIONS)));
    }
    let stored = execute!(
        &mut *tx,
        query(
            "INSERT INTO invitations (id, company_id, email, email_key, role, token_hash, invited_by, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        )
        .bind(id)
        .bind(new.company)
        .bind(new.email.as_str())
        .bind(&key)
        .bind(new.role)
        .bind(token_hash(new.token))
        .bind(new.by)
        .bind(at)
        .bind(at + TimeDelta::days(INVITATION_DAYS))
    );
    match stored {
        Err(e) if is_duplicate(&e) => return Err(AppError::field("email", CompanyProblem::AlreadyInvited)),
        other => other?,
    };
    send(tx, id, new.token).await?;
    record(tx, Act::done(SecurityEvent::Invitation, new.by).on("invitation", id).changing("", new.role)).await
}

/// Sends the link of an invitation to the address that it is for.
async fn send(tx: &mut Tx, id: Uuid, token: &str) -> Result<(), AppError> {
    let to: InvitationMail = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT i.email, i.role, co.name AS company, v.name AS by, u.locale
             FROM invitations i JOIN companies co ON co.id = i.company_id
             JOIN users v ON v.id = i.invited_by
             LEFT JOIN users u ON u.email_key = i.email_key
             WHERE i.id = $1",
        )
        .bind(id)
        .fetch_one(c)
    })?;
    send_later(tx, &to.mail(&platform().site, token)).await
}

/// Gives a pending invitation a new link, with seven days anew; the link before is unknown from now on.
pub async fn renew_invitation(tx: &mut Tx, company: Uuid, by: Uuid, id: Uuid, token: &str) -> Result<(), AppError> {
    hold_as_owner(tx, company, by).await?;
    let renewed = execute!(
        &mut *tx,
        query(
            "UPDATE invitations SET token_hash = $1, expires_at = $2, invited_by = $3
             WHERE id = $4 AND company_id = $5 AND accepted_at IS NULL AND withdrawn_at IS NULL"
        )
        .bind(token_hash(token))
        .bind(now() + TimeDelta::days(INVITATION_DAYS))
        .bind(by)
        .bind(id)
        .bind(company)
    )?;
    must_be_pending(tx, company, id, renewed).await?;
    send(tx, id, token).await?;
    record(tx, Act::done(SecurityEvent::Invitation, by).on("invitation", id)).await
}

/// Withdraws a pending invitation. Idempotent: the form may be sent twice.
pub async fn withdraw_invitation(db: &Db, company: Uuid, by: Uuid, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    hold_as_owner(&mut tx, company, by).await?;
    let withdrawn = execute!(
        &mut tx,
        query(
            "UPDATE invitations SET withdrawn_at = COALESCE(withdrawn_at, $1)
             WHERE id = $2 AND company_id = $3 AND accepted_at IS NULL"
        )
        .bind(now())
        .bind(id)
        .bind(company)
    )?;
    must_be_pending(&mut tx, company, id, withdrawn).await?;
    record(&mut tx, Act::done(SecurityEvent::InvitationWithdrawal, by).on("invitation", id)).await?;
    Ok(tx.commit().await?)
}

async fn must_be_pending(tx: &mut Tx, company: Uuid, id: Uuid, changed: u64) -> Result<(), AppError> {
    if changed > 0 {
        return Ok(());
    }
    let there: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM invitations WHERE id = $1 AND company_id = $2")
            .bind(id)
            .bind(company)
            .fetch_one(c)
    })?;
    Err(if there == 0 { AppError::NotFound } else { AppError::refused(CompanyProblem::InvitationOver) })
}

/// The invitations of a company that nobody has accepted or withdrawn, the newest first.
pub async fn pending(db: &Db, company: Uuid) -> Result<Vec<PendingInvitation>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT i.id, i.email, i.role, u.name AS by, i.created_at, i.expires_at, i.expires_at <= $2 AS expired
             FROM invitations i LEFT JOIN users u ON u.id = i.invited_by
             WHERE i.company_id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
             ORDER BY i.id DESC LIMIT $3",
        )
        .bind(company)
        .bind(now())
        .bind(MAX_INVITATIONS)
        .fetch_all(c)
    });
    Ok(rows?)
}

/// The pending invitation of a company that has this token.
pub async fn pending_with(db: &Db, company: Uuid, token: &str) -> Result<Option<Uuid>, AppError> {
    let id = read!(db, |c| {
        query_scalar(
            "SELECT id FROM invitations
             WHERE token_hash = $1 AND company_id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL",
        )
        .bind(token_hash(token))
        .bind(company)
        .fetch_optional(c)
    });
    Ok(id?)
}

/// An invitation as its link finds it.
#[derive(FromRow)]
pub struct FoundInvitation {
    pub id: Uuid,
    pub company_id: Uuid,
    pub company: String,
    pub email: String,
    pub email_key: String,
    pub role: MemberRole,
    pub by: Option<String>,
    expires_at: DateTime<Utc>,
    accepted_at: Option<DateTime<Utc>>,
    accepted_by: Option<Uuid>,
    withdrawn_at: Option<DateTime<Utc>>,
}

impl FoundInvitation {
    /// Whether it can still be accepted, and why not.
    pub fn state(&self) -> InvitationState {
        match self {
            Self { accepted_at: Some(_), .. } => InvitationState::Used,
            Self { withdrawn_at: Some(_), .. } => InvitationState::Withdrawn,
            Self { expires_at, .. } if *expires_at <= now() => InvitationState::Expired,
            _ => InvitationState::Open,
        }
    }
}

const FOUND: &str = "SELECT i.id, i.company_id, co.name AS company, i.email, i.email_key, i.role, u.name AS by,
         i.expires_at, i.accepted_at, i.accepted_by, i.withdrawn_at
     FROM invitations i JOIN companies co ON co.id = i.company_id LEFT JOIN users u ON u.id = i.invited_by
     WHERE i.token_hash = $1";

/// The invitation of a link, whatever has become of it.
pub async fn invitation(db: &Db, token: &str) -> Result<Option<FoundInvitation>, AppError> {
    Ok(read!(db, |c| query_as(FOUND).bind(token_hash(token)).fetch_optional(c))?)
}

/// Accepts an invitation for somebody with the address that it is for. Returns the company. Idempotent for who has
/// accepted it; a member keeps the role that they have.
pub async fn accept_in(tx: &mut Tx, token: &str, (user, email, name): (Uuid, &str, &str)) -> Result<Uuid, AppError> {
    let look = async |tx: &mut Tx| -> Result<FoundInvitation, AppError> {
        let found: Option<FoundInvitation> =
            write_in!(tx, |c| query_as(FOUND).bind(token_hash(token)).fetch_optional(c))?;
        found.ok_or(AppError::refused(CompanyProblem::InvitationUnknown))
    };
    let company = look(tx).await?.company_id;
    hold_team(tx, company).await?;
    let found = look(tx).await?;
    if found.email_key != key_of(email) {
        return Err(AppError::field("email", CompanyProblem::InvitationOther));
    }
    let member = role_of(tx, company, user).await?;
    match found.state() {
        InvitationState::Open => {}
        InvitationState::Used if found.accepted_by == Some(user) && member.is_some() => return Ok(company),
        InvitationState::Used => return Err(AppError::refused(CompanyProblem::InvitationUsed)),
        _ => return Err(AppError::refused(CompanyProblem::InvitationOver)),
    }
    execute!(
        &mut *tx,
        query("UPDATE invitations SET accepted_at = $1, accepted_by = $2 WHERE id = $3")
            .bind(now())
            .bind(user)
            .bind(found.id)
    )?;
    if member.is_none() {
        add(tx, company, (user, name), found.role).await?;
    }
    record(tx, Act::done(SecurityEvent::InvitationAcceptance, user).on("company", company).changing("", found.role))
        .await?;
    Ok(company)
}

/// Forgets invitations that nobody can use any more, and with them the addresses that they were for.
pub async fn sweep_invitations(db: &Db) -> Result<(), AppError> {
    let old = "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_at < $1 LIMIT $2)";
    Ok(db.delete_by_parts(old, now() - TimeDelta::days(KEPT_DAYS), 500).await?)
}

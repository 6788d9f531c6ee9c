//! What was sent without an account becomes the account's that its address is confirmed to belong to.

use sqlx::{query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts, companies,
    db::{Db, Tx},
    error::AppError,
    messages, read, resumes, write_in,
};

/// Gives an account what was sent without one from an address that is proved to be its own: applications with their
/// resumes, and conversations. A posting for which the account has an application or a conversation of its own keeps the
/// other one as it is, behind its link. The account and its address need not be there before this transaction.
pub async fn claim(tx: &mut Tx, user: Uuid, key: &str) -> Result<(), AppError> {
    accounts::hold_address(tx, key).await?;
    if !companies::is_guest(tx, key).await? {
        return Ok(());
    }
    accounts::hold(tx, user).await?;
    companies::link_candidates(tx, user, key).await?;
    messages::claim(tx, user, key).await?;
    let claimed: Vec<(Uuid, Option<Uuid>)> = write_in!(&mut *tx, |c| {
        query_as(
            "UPDATE applications SET user_id = $1, candidate_id = k.id
             FROM candidates k JOIN candidates g ON g.company_id = k.company_id
             WHERE k.user_id = $1 AND (g.id = k.id OR g.guest_key = $2) AND applications.candidate_id = g.id
                 AND applications.user_id IS NULL AND applications.anonymised_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM applications o
                     WHERE o.posting_id = applications.posting_id AND o.user_id = $1)
                 AND NOT EXISTS (SELECT 1 FROM conversations v
                     WHERE v.posting_id = applications.posting_id AND v.candidate_id = g.id AND g.id <> k.id)
             RETURNING applications.id, applications.resume_id",
        )
        .bind(user)
        .bind(key)
        .fetch_all(c)
    })?;
    for (_, resume) in &claimed {
        if let Some(resume) = resume {
            resumes::adopt(tx, user, *resume).await?;
        }
    }
    companies::drop_bare(tx, key).await
}

/// What a person has sent for a posting before: without an account from this address, or with theirs.
pub(super) async fn sent_before(
    tx: &mut Tx,
    posting: Uuid,
    key: &str,
    user: Option<Uuid>,
) -> Result<Option<Uuid>, AppError> {
    let found = write_in!(tx, |c| {
        query_scalar(
            "SELECT a.id FROM applications a JOIN candidates k ON k.id = a.candidate_id
             WHERE a.posting_id = $1 AND (k.guest_key = $2 OR a.user_id = $3) LIMIT 1",
        )
        .bind(posting)
        .bind(key)
        .bind(user)
        .fetch_optional(c)
    });
    Ok(found?)
}

/// Gives what somebody has sent without an account, from the address that their account is confirmed to have, to the
/// account. Returns the address's key, if it is confirmed. On its own, because it locks what a new application locks later.
pub(super) async fn claim_own(db: &Db, user: Uuid) -> Result<Option<String>, AppError> {
    let found: Option<(String, bool)> = read!(db, |c| {
        query_as(
            "SELECT u.email_key, EXISTS (SELECT 1 FROM candidates k WHERE k.guest_key = u.email_key) AS has_guest
             FROM users u WHERE u.id = $1 AND u.email_confirmed_at IS NOT NULL",
        )
        .bind(user)
        .fetch_optional(c)
    })?;
    let Some((key, has_guest)) = found else { return Ok(None) };
    if has_guest {
        let mut tx = db.begin().await?;
        claim(&mut tx, user, &key).await?;
        tx.commit().await?;
    }
    Ok(Some(key))
}

//! What was sent without an account becomes the account's that its address is confirmed to belong to.

use sqlx::{query_as, query_scalar};
use uuid::Uuid;

use crate::{accounts, companies, db::Tx, error::AppError, messages, resumes, write_in};

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

/// Whether somebody with this address has applied for a posting without an account.
pub(super) async fn has_guest_applied(tx: &mut Tx, posting: Uuid, key: &str) -> Result<bool, AppError> {
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar(
            "SELECT 1 FROM applications a JOIN candidates k ON k.id = a.candidate_id
             WHERE a.posting_id = $1 AND k.guest_key = $2",
        )
        .bind(posting)
        .bind(key)
        .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

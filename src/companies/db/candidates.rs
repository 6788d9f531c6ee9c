//! Candidates: people as one company knows them, apart from their accounts.

use sqlx::{query, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::Email,
    db::{Lock, Tx, now},
    error::AppError,
    execute, write_in,
};

/// What a person sends to a company about themselves; place and links come from their profile.
pub struct Contact<'a> {
    pub name: &'a str,
    pub email: &'a Email,
    pub phone: &'a str,
}

/// The candidate that a company knows somebody with an account as, who has sent it this: a new one, or the one that
/// there is, with what was sent last.
pub async fn know_sender(tx: &mut Tx, company: Uuid, user: Uuid, contact: &Contact<'_>) -> Result<Uuid, AppError> {
    tx.locked(Lock::Candidates, 1);
    let id = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO candidates
                 (id, company_id, user_id, name, email, email_key, phone, place, links, source, consent_at, created_at)
             SELECT $1, $2, u.id, $4, $5, $6, $7, COALESCE(p.place, ''), COALESCE(p.links, ''), 'application', $8, $8
             FROM users u LEFT JOIN profiles p ON p.user_id = u.id WHERE u.id = $3
             ON CONFLICT (company_id, user_id) DO UPDATE SET name = excluded.name, email = excluded.email,
                 email_key = excluded.email_key, phone = excluded.phone, place = excluded.place, links = excluded.links,
                 consent_at = COALESCE(candidates.consent_at, excluded.consent_at)
             RETURNING id",
        )
        .bind(Uuid::now_v7())
        .bind(company)
        .bind(user)
        .bind(contact.name)
        .bind(contact.email.as_str())
        .bind(contact.email.key())
        .bind(contact.phone)
        .bind(now())
        .fetch_one(c)
    });
    Ok(id?)
}

/// The candidate that a company knows somebody with an account as, who may have sent nothing but a question: then it
/// knows the name alone.
pub async fn know(tx: &mut Tx, company: Uuid, user: Uuid) -> Result<Uuid, AppError> {
    tx.locked(Lock::Candidates, 1);
    let id = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO candidates (id, company_id, user_id, name, source, created_at)
             SELECT $1, $2, u.id, u.name, 'question', $4 FROM users u WHERE u.id = $3
             ON CONFLICT (company_id, user_id) DO UPDATE SET user_id = excluded.user_id RETURNING id",
        )
        .bind(Uuid::now_v7())
        .bind(company)
        .bind(user)
        .bind(now())
        .fetch_one(c)
    });
    Ok(id?)
}

/// Has the company of an application forget how its sender is reached, once all that they have sent it is withdrawn.
/// The person is [locked](crate::accounts::hold), which orders it with whatever else is done with their candidates.
pub async fn forget_contact(tx: &mut Tx, application: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "UPDATE candidates SET email = '', email_key = '', phone = '', place = '', links = ''
             WHERE id = (SELECT candidate_id FROM applications WHERE id = $1)
                 AND NOT EXISTS (SELECT 1 FROM applications a
                     WHERE a.candidate_id = candidates.id AND a.outcome <> 'withdrawn')"
        )
        .bind(application)
    )?;
    Ok(())
}

/// Takes a person whose account is being deleted out of what companies know.
pub async fn anonymise_candidates(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        let all = "SELECT id FROM candidates WHERE user_id = $1 ORDER BY id FOR NO KEY UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(user))?;
        tx.locked(Lock::Candidates, rows as usize);
    }
    execute!(
        tx,
        query(
            "UPDATE candidates SET user_id = NULL, name = '', email = '', email_key = '', phone = '', place = '',
                 links = '', anonymised_at = $1
             WHERE user_id = $2"
        )
        .bind(now())
        .bind(user)
    )?;
    Ok(())
}

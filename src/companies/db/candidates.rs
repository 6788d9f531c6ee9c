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

/// Somebody without an account, as they have said themselves or a company has noted.
pub struct Unlinked<'a> {
    pub contact: Contact<'a>,
    /// How the company came to know them.
    pub source: &'a str,
    /// Whether they have sent it themselves, from that address. What a company has noted fills gaps alone.
    pub from_themselves: bool,
    /// In which they are written to.
    pub language: &'a str,
}

/// The candidate that a company knows somebody as by their address, while no account is linked: a new one, or the one
/// that there is. The address is [locked](crate::accounts::hold_address); whether it is an account's is another matter,
/// which is looked at first where somebody has proved it to be theirs.
pub async fn know_by_address(tx: &mut Tx, company: Uuid, of: &Unlinked<'_>) -> Result<Uuid, AppError> {
    tx.locked(Lock::Candidates, 1);
    let id = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO candidates
                 (id, company_id, guest_key, name, email, email_key, phone, source, language, consent_at, created_at)
             VALUES ($1, $2, $3, $4, $5, $3, $6, $7, $8, CASE WHEN $9 THEN $10 END, $10)
             ON CONFLICT (company_id, guest_key) DO UPDATE SET
                 name = CASE WHEN $9 THEN excluded.name ELSE candidates.name END,
                 email = CASE WHEN $9 OR candidates.email = '' THEN excluded.email ELSE candidates.email END,
                 email_key = excluded.email_key,
                 phone = CASE WHEN $9 OR candidates.phone = '' THEN excluded.phone ELSE candidates.phone END,
                 language = CASE WHEN $9 THEN excluded.language ELSE COALESCE(candidates.language, excluded.language) END,
                 consent_at = COALESCE(candidates.consent_at, excluded.consent_at)
             RETURNING id",
        )
        .bind(Uuid::now_v7())
        .bind(company)
        .bind(of.contact.email.key())
        .bind(of.contact.name)
        .bind(of.contact.email.as_str())
        .bind(of.contact.phone)
        .bind(of.source)
        .bind(of.language)
        .bind(of.from_themselves)
        .bind(now())
        .fetch_one(c)
    });
    Ok(id?)
}

/// Whether a company knows somebody by this address without an account.
pub async fn is_guest(tx: &mut Tx, key: &str) -> Result<bool, AppError> {
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar("SELECT 1 FROM candidates WHERE guest_key = $1 LIMIT 1").bind(key).fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Links the candidates of a confirmed address to the account that has it, where their company does not know the account
/// already: what hangs on those goes over to the one that it knows, and [`drop_bare`] ends them. The address is
/// [locked](crate::accounts::hold_address).
pub async fn link_candidates(tx: &mut Tx, user: Uuid, key: &str) -> Result<(), AppError> {
    if tx.is_postgres() {
        let all = "SELECT id FROM candidates WHERE guest_key = $1 OR user_id = $2 ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(key).bind(user))?;
        tx.locked(Lock::Candidates, rows as usize);
    }
    execute!(
        tx,
        query(
            "UPDATE candidates SET user_id = $1, guest_key = NULL
             WHERE guest_key = $2 AND NOT EXISTS
                 (SELECT 1 FROM candidates o WHERE o.company_id = candidates.company_id AND o.user_id = $1)"
        )
        .bind(user)
        .bind(key)
    )?;
    Ok(())
}

/// Ends candidates without an account on whom nothing hangs any more.
pub async fn drop_bare(tx: &mut Tx, key: &str) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "DELETE FROM candidates WHERE guest_key = $1
                 AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.candidate_id = candidates.id)
                 AND NOT EXISTS (SELECT 1 FROM conversations v WHERE v.candidate_id = candidates.id)"
        )
        .bind(key)
    )?;
    Ok(())
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

/// Takes somebody without an account out of what a company knows.
pub async fn anonymise_candidate(tx: &mut Tx, id: Uuid) -> Result<(), AppError> {
    tx.locked(Lock::Candidates, 1);
    execute!(
        tx,
        query(
            "UPDATE candidates SET guest_key = NULL, name = '', email = '', email_key = '', phone = '', place = '',
                 links = '', language = NULL, anonymised_at = $1
             WHERE id = $2 AND user_id IS NULL"
        )
        .bind(now())
        .bind(id)
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

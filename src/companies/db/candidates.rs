//! Candidates: people as one company knows them, apart from their accounts.

use sqlx::{query, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::Email,
    db::{Lock, Tx, now},
    error::AppError,
    execute,
    platform::token::token_hash,
    write_in,
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
    /// In which they are written to.
    pub language: &'a str,
}

/// The candidate that a company knows somebody as by their address, while no account is linked: a new one, or the one
/// that there is. They have sent it themselves, from that address, which is [locked](crate::accounts::hold_address);
/// whether it is an account's is another matter, which is looked at first.
pub async fn know_by_address(tx: &mut Tx, company: Uuid, of: &Unlinked<'_>) -> Result<Uuid, AppError> {
    tx.locked(Lock::Candidates, 1);
    let id = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO candidates
                 (id, company_id, guest_key, name, email, email_key, phone, source, language, consent_at, created_at)
             VALUES ($1, $2, $3, $4, $5, $3, $6, $7, $8, $9, $9)
             ON CONFLICT (company_id, guest_key) DO UPDATE SET
                 name = excluded.name, email = excluded.email, email_key = excluded.email_key, phone = excluded.phone,
                 language = excluded.language, consent_at = COALESCE(candidates.consent_at, excluded.consent_at)
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
        .bind(now())
        .fetch_one(c)
    });
    Ok(id?)
}

/// The candidate that a company has noted by an address that it typed: a new one, or the one that there is, whose gaps are
/// filled. Whoever has the address has not said a word: such a candidate is neither a guest nor an account's until they
/// [agree](agree_noted). The address is [locked](crate::accounts::hold_address).
pub async fn note(tx: &mut Tx, company: Uuid, of: &Unlinked<'_>) -> Result<Uuid, AppError> {
    tx.locked(Lock::Candidates, 1);
    let id = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO candidates
                 (id, company_id, noted_key, name, email, email_key, phone, source, language, created_at)
             VALUES ($1, $2, $3, $4, $5, $3, $6, $7, $8, $9)
             ON CONFLICT (company_id, noted_key) DO UPDATE SET
                 phone = CASE WHEN candidates.phone = '' THEN excluded.phone ELSE candidates.phone END
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
        .bind(now())
        .fetch_one(c)
    });
    Ok(id?)
}

/// Somebody whom a company has noted says that it is them: from now on it knows them as a guest. Where it knows a guest of
/// that address already, that candidate is returned, and the other one is left to be ended.
pub async fn agree_noted(tx: &mut Tx, candidate: Uuid, company: Uuid, key: &str) -> Result<Option<Uuid>, AppError> {
    tx.locked(Lock::Candidates, 1);
    let guest: Option<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT id FROM candidates WHERE company_id = $1 AND guest_key = $2")
            .bind(company)
            .bind(key)
            .fetch_optional(c)
    })?;
    if guest.is_none() {
        execute!(
            tx,
            query("UPDATE candidates SET guest_key = $1, noted_key = NULL, consent_at = $2 WHERE id = $3")
                .bind(key)
                .bind(now())
                .bind(candidate)
        )?;
    }
    Ok(guest)
}

/// Ends a noted candidate on whom nothing hangs any more.
pub async fn drop_noted(tx: &mut Tx, candidate: Uuid) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM candidates WHERE id = $1 AND noted_key IS NOT NULL").bind(candidate))?;
    Ok(())
}

/// What is kept of the address of somebody who has objected: enough to tell that it is the same one.
pub fn objection_of(company: Uuid, key: &str) -> Vec<u8> {
    token_hash(&format!("{company} {key}"))
}

/// Whether somebody with this address has objected to being a company's candidate.
pub async fn has_objected(tx: &mut Tx, company: Uuid, key: &str) -> Result<bool, AppError> {
    let found: Option<i32> = write_in!(tx, |c| {
        query_scalar("SELECT 1 FROM candidates WHERE objected_hash = $1 AND company_id = $2 LIMIT 1")
            .bind(objection_of(company, key))
            .bind(company)
            .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Notes that an erased candidate has objected.
pub async fn note_objection(tx: &mut Tx, candidate: Uuid, company: Uuid, key: &str) -> Result<(), AppError> {
    execute!(
        tx,
        query("UPDATE candidates SET objected_hash = $1 WHERE id = $2")
            .bind(objection_of(company, key))
            .bind(candidate)
    )?;
    Ok(())
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
            "UPDATE candidates SET guest_key = NULL, noted_key = NULL, name = '', email = '', email_key = '', phone = '', place = '',
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

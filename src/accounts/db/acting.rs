//! Which companies somebody acts for, and what of them they reach.

use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::{CurrentUser, Hat, Role, Thing},
    db::{Db, Tx},
    error::AppError,
    execute, read, write_in,
};

/// What of a company somebody reaches: all of it, or only the postings whose team they are on.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    pub company: Uuid,
    /// Whose postings alone.
    pub only: Option<Uuid>,
}

/// The companies that somebody is a member of.
pub(in crate::accounts) async fn hats(db: &Db, user: Uuid) -> Result<Vec<Hat>, AppError> {
    let hats = read!(db, |c| {
        query_as(
            "SELECT m.company_id AS company, co.name, m.role FROM company_members m
             JOIN companies co ON co.id = m.company_id WHERE m.user_id = $1 ORDER BY co.name_key, co.id LIMIT 100",
        )
        .bind(user)
        .fetch_all(c)
    });
    Ok(hats?)
}

/// Has a session act for a company that its person is a member of, or as a job seeker; logins begin so from then on.
pub async fn act_for(tx: &mut Tx, user: &CurrentUser, company: Option<Uuid>) -> Result<(), AppError> {
    let changed = execute!(
        &mut *tx,
        query(
            "UPDATE sessions SET company_id = $1 WHERE id = $2 AND user_id = $3 AND ($1 IS NULL
                 OR EXISTS (SELECT 1 FROM company_members m WHERE m.user_id = $3 AND m.company_id = $1))"
        )
        .bind(company)
        .bind(user.session)
        .bind(user.id)
    )?;
    if changed == 0 {
        return Err(AppError::NotFound);
    }
    act_as(tx, user.id, company).await
}

/// Notes what the next login of a person acts as.
pub async fn act_as(tx: &mut Tx, user: Uuid, company: Option<Uuid>) -> Result<(), AppError> {
    let role = if company.is_some() { Role::Employer } else { Role::Seeker };
    execute!(
        &mut *tx,
        query("UPDATE users SET acted_as = $1, acted_for = $2 WHERE id = $3").bind(role).bind(company).bind(user)
    )?;
    tx.check_sockets(user);
    Ok(())
}

/// The members of a company.
pub async fn members(tx: &mut Tx, company: Uuid) -> Result<Vec<Uuid>, AppError> {
    let members = write_in!(tx, |c| {
        query_scalar("SELECT user_id FROM company_members WHERE company_id = $1").bind(company).fetch_all(c)
    });
    Ok(members?)
}

/// [`may`](crate::accounts::may) as a condition in SQL: this row of `company_members` reaches that posting and its
/// candidates; `talks`: and may read and write its conversations. Literals for `concat!`.
macro_rules! reaches {
    ($member:literal, $posting:literal) => {
        concat!(
            "(",
            $member,
            ".role IN ('owner', 'recruiter') OR EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = ",
            $posting,
            " AND t.user_id = ",
            $member,
            ".user_id))"
        )
    };
    ($member:literal, $posting:literal, talks) => {
        concat!(
            "(",
            $member,
            ".role IN ('owner', 'recruiter') OR ",
            $member,
            ".role = 'hiring_manager' AND EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = ",
            $posting,
            " AND t.user_id = ",
            $member,
            ".user_id))"
        )
    };
}
pub(crate) use reaches;

/// The members of a company who reach one of its postings.
pub async fn members_at(tx: &mut Tx, company: Uuid, posting: Uuid) -> Result<Vec<Uuid>, AppError> {
    let members = write_in!(tx, |c| {
        query_scalar(concat!(
            "SELECT m.user_id FROM company_members m WHERE m.company_id = $1 AND ",
            reaches!("m", "$2")
        ))
        .bind(company)
        .bind(posting)
        .fetch_all(c)
    });
    Ok(members?)
}

/// What belongs to a posting, by its id.
#[derive(Clone, Copy)]
pub enum AtPosting {
    Posting(Uuid),
    Application(Uuid),
    Conversation(Uuid),
}

/// Whose posting something belongs to, and whether somebody is on its team.
pub async fn thing(db: &Db, user: Uuid, at: AtPosting) -> Result<Thing, AppError> {
    let (id, sql) = match at {
        AtPosting::Posting(id) => (
            id,
            "SELECT p.company_id, t.user_id IS NOT NULL FROM postings p
             LEFT JOIN posting_team t ON t.posting_id = p.id AND t.user_id = $2 WHERE p.id = $1",
        ),
        AtPosting::Application(id) => (
            id,
            "SELECT p.company_id, t.user_id IS NOT NULL FROM applications a JOIN postings p ON p.id = a.posting_id
             LEFT JOIN posting_team t ON t.posting_id = p.id AND t.user_id = $2 WHERE a.id = $1",
        ),
        AtPosting::Conversation(id) => (
            id,
            "SELECT c.company_id, t.user_id IS NOT NULL FROM conversations c
             LEFT JOIN posting_team t ON t.posting_id = c.posting_id AND t.user_id = $2 WHERE c.id = $1",
        ),
    };
    let found: Option<(Uuid, bool)> = read!(db, |c| query_as(sql).bind(id).bind(user).fetch_optional(c))?;
    let (company, on_team) = found.ok_or(AppError::NotFound)?;
    Ok(Thing::Posting { company, on_team })
}

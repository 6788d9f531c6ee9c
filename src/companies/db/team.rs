//! Who is a member of a company, and in which role. Whether an owner remains is decided with the team locked.

use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts::{self, MemberRole},
    companies::{CompanyProblem, TeamMember, mails::MemberMail},
    db::{Db, Lock, Tx, now},
    error::AppError,
    execute,
    jobs::{self, CompanyTask},
    live,
    notifications::{self, Kind, Notice},
    platform::{
        audit::{Act, SecurityEvent, record},
        mail::send_later,
        platform,
    },
    read, write_in,
};

/// The members of a company, those who joined first before the others.
pub async fn team(db: &Db, company: Uuid, viewer: Uuid) -> Result<Vec<TeamMember>, AppError> {
    let members = read!(db, |c| {
        query_as(
            "SELECT u.id, u.name, u.email, m.role, m.created_at AS since, u.id = $2 AS you
             FROM company_members m JOIN users u ON u.id = m.user_id
             WHERE m.company_id = $1 ORDER BY m.created_at, u.id LIMIT 1000",
        )
        .bind(company)
        .bind(viewer)
        .fetch_all(c)
    });
    Ok(members?)
}

/// Locks a company's team until the transaction ends.
pub(super) async fn hold_team(tx: &mut Tx, company: Uuid) -> Result<(), AppError> {
    tx.locked(Lock::Team, 1);
    if tx.is_postgres() {
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))";
        execute!(&mut *tx, query(lock).bind(company.to_string()))?;
    }
    Ok(())
}

/// A member's role, if they are one.
pub(super) async fn role_of(tx: &mut Tx, company: Uuid, user: Uuid) -> Result<Option<MemberRole>, AppError> {
    let role = write_in!(tx, |c| {
        query_scalar("SELECT role FROM company_members WHERE company_id = $1 AND user_id = $2")
            .bind(company)
            .bind(user)
            .fetch_optional(c)
    });
    Ok(role?)
}

/// Locks the team, and refuses who does not own the company any more.
pub(super) async fn hold_as_owner(tx: &mut Tx, company: Uuid, by: Uuid) -> Result<(), AppError> {
    hold_team(tx, company).await?;
    match role_of(tx, company, by).await? {
        Some(MemberRole::Owner) => Ok(()),
        Some(_) => Err(AppError::NotYourRole),
        None => Err(AppError::NotFound),
    }
}

/// Refuses to take the ownership of the last owner.
async fn must_keep_an_owner(tx: &mut Tx, company: Uuid, leaving: Uuid) -> Result<(), AppError> {
    let others: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM company_members WHERE company_id = $1 AND role = 'owner' AND user_id <> $2")
            .bind(company)
            .bind(leaving)
            .fetch_one(c)
    })?;
    if others == 0 { Err(AppError::refused(CompanyProblem::LastOwner)) } else { Ok(()) }
}

pub(super) async fn insert_member(tx: &mut Tx, company: Uuid, member: Uuid, role: MemberRole) -> Result<(), AppError> {
    execute!(
        tx,
        query("INSERT INTO company_members (user_id, company_id, role, created_at) VALUES ($1, $2, $3, $4)")
            .bind(member)
            .bind(company)
            .bind(role)
            .bind(now())
    )?;
    Ok(())
}

/// Adds a member to a company that is locked, and notifies the others.
pub(super) async fn add(
    tx: &mut Tx,
    company: Uuid,
    (member, name): (Uuid, &str),
    role: MemberRole,
) -> Result<(), AppError> {
    let title: String = write_in!(&mut *tx, |c| {
        query_scalar("SELECT name FROM companies WHERE id = $1").bind(company).fetch_one(c)
    })?;
    let others = accounts::members(tx, company).await?.into_iter();
    let notice = |user| Notice {
        user,
        kind: Kind::MemberJoined,
        about: company,
        subject: None,
        title: title.clone(),
        name: name.to_string(),
    };
    let notices = others.map(notice).collect();
    insert_member(tx, company, member, role).await?;
    jobs::cancel_task(tx, company, CompanyTask::Archive).await?;
    notifications::notify(tx, notices).await
}

/// Makes somebody a member of the company with this slug, and notifies the other members.
pub async fn join(tx: &mut Tx, slug: &str, member: Uuid, name: &str, role: MemberRole) -> Result<(), AppError> {
    let found: Option<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT id FROM companies WHERE slug = $1").bind(slug).fetch_optional(c)
    })?;
    let company = found.ok_or(AppError::NotFound)?;
    hold_team(tx, company).await?;
    add(tx, company, (member, name), role).await
}

/// Gives a member another role.
pub async fn change_role(db: &Db, company: Uuid, by: Uuid, user: Uuid, role: MemberRole) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    hold_as_owner(&mut tx, company, by).await?;
    let before = role_of(&mut tx, company, user).await?.ok_or(AppError::NotFound)?;
    if before == role {
        return Ok(());
    }
    if before == MemberRole::Owner {
        must_keep_an_owner(&mut tx, company, user).await?;
    }
    set_role(&mut tx, company, user, role).await?;
    tell(&mut tx, company, by, user, Some(role)).await?;
    record(&mut tx, Act::done(SecurityEvent::RoleChange, by).on("account", user).changing(before, role)).await?;
    Ok(tx.commit().await?)
}

/// Makes another member the owner in one's own place, who is a recruiter from then on.
pub async fn hand_over(db: &Db, company: Uuid, by: Uuid, to: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    hold_as_owner(&mut tx, company, by).await?;
    if by == to {
        return Ok(());
    }
    let before = role_of(&mut tx, company, to).await?.ok_or(AppError::NotFound)?;
    set_role(&mut tx, company, to, MemberRole::Owner).await?;
    tell(&mut tx, company, by, to, Some(MemberRole::Owner)).await?;
    set_role(&mut tx, company, by, MemberRole::Recruiter).await?;
    let act = Act::done(SecurityEvent::RoleChange, by).on("account", to).changing(before, MemberRole::Owner);
    record(&mut tx, act).await?;
    let act = Act::done(SecurityEvent::RoleChange, by).on("account", by);
    record(&mut tx, act.changing(MemberRole::Owner, MemberRole::Recruiter)).await?;
    Ok(tx.commit().await?)
}

/// Mails a member of whose role, or end of it, somebody else has decided.
async fn tell(tx: &mut Tx, company: Uuid, by: Uuid, user: Uuid, role: Option<MemberRole>) -> Result<(), AppError> {
    if by == user {
        return Ok(());
    }
    let to: MemberMail = write_in!(&mut *tx, |c| {
        query_as(
            "SELECT u.email, u.name, u.locale, co.name AS company, v.name AS by
             FROM users u JOIN users v ON v.id = $2 JOIN companies co ON co.id = $3 WHERE u.id = $1",
        )
        .bind(user)
        .bind(by)
        .bind(company)
        .fetch_one(c)
    })?;
    send_later(tx, &to.mail(&platform().site, company, role)).await
}

/// Open sockets are closed where they know another role.
async fn set_role(tx: &mut Tx, company: Uuid, user: Uuid, role: MemberRole) -> Result<(), AppError> {
    execute!(
        &mut *tx,
        query("UPDATE company_members SET role = $1 WHERE company_id = $2 AND user_id = $3")
            .bind(role)
            .bind(company)
            .bind(user)
    )?;
    tx.check_sockets(user);
    Ok(())
}

/// Removes a member, or lets them leave when they do so themselves.
pub async fn remove(db: &Db, company: Uuid, by: Uuid, user: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    match by == user {
        true => hold_team(&mut tx, company).await?,
        false => hold_as_owner(&mut tx, company, by).await?,
    }
    let role = role_of(&mut tx, company, user).await?.ok_or(AppError::NotFound)?;
    if role == MemberRole::Owner {
        must_keep_an_owner(&mut tx, company, user).await?;
    }
    tell(&mut tx, company, by, user, None).await?;
    take_out(&mut tx, company, user).await?;
    record(&mut tx, Act::done(SecurityEvent::MemberRemoval, by).on("account", user).changing(role, "")).await?;
    Ok(tx.commit().await?)
}

/// Takes a member out of a company, with the notifications that they got as one.
async fn take_out(tx: &mut Tx, company: Uuid, member: Uuid) -> Result<(), AppError> {
    execute!(
        &mut *tx,
        query("DELETE FROM company_members WHERE user_id = $1 AND company_id = $2").bind(member).bind(company)
    )?;
    execute!(
        &mut *tx,
        query(
            "DELETE FROM posting_team WHERE user_id = $1
                 AND posting_id IN (SELECT id FROM postings WHERE company_id = $2)"
        )
        .bind(member)
        .bind(company)
    )?;
    let left: i64 = write_in!(&mut *tx, |c| {
        query_scalar("SELECT COUNT(*) FROM company_members WHERE company_id = $1").bind(company).fetch_one(c)
    })?;
    if left == 0 {
        jobs::note_task(tx, company, CompanyTask::Archive).await?;
        jobs::work_task_in(tx, company).await?;
    }
    // Lock order: postings before notifications.
    notifications::clear_of_company(tx, member, company).await?;
    live::forget(tx, member).await?;
    tx.check_sockets(member);
    Ok(())
}

/// Takes somebody whose account is deleted out of every company. Where they are the last owner, others must own it
/// first; the postings of a company that nobody is left in are archived, and its applications stay.
pub async fn leave_all(tx: &mut Tx, member: Uuid) -> Result<(), AppError> {
    let companies: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT company_id FROM company_members WHERE user_id = $1 ORDER BY company_id")
            .bind(member)
            .fetch_all(c)
    })?;
    for company in &companies {
        hold_team(tx, *company).await?;
    }
    for company in companies {
        let members = accounts::members(tx, company).await?.len();
        if members > 1 && role_of(tx, company, member).await? == Some(MemberRole::Owner) {
            must_keep_an_owner(tx, company, member).await?;
        }
        take_out(tx, company, member).await?;
    }
    Ok(())
}

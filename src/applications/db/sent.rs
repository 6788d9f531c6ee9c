//! Applications of a seeker: apply, list, withdraw.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use super::{changes, note_change, stages::ensure_stages, standing};
use crate::{
    accounts::{self, CurrentUser},
    applications::{
        ApplicationProblem, StageChanged,
        mails::ReceiptMail,
        model::{Application, ApplicationRow, ApplyStart, Outcome, Stage, StageKind, Standing, ValidApplication},
    },
    companies::{self, Contact},
    db::{Db, ListOrder, Tx, id_key, is_duplicate, now},
    error::{AppError, Problem},
    execute,
    jobs::{PostingChanged, PostingProblem, PostingState},
    live,
    notifications::{Kind, Notice, notify},
    paging::{Cursor, Page},
    platform::{Platform, mail::send_later},
    read,
    resumes::{self, NewResume},
    text::phone_form,
    write_in,
};

const APPLICATIONS_PER_PAGE: usize = 20;
/// Applications that one person sends within a day.
pub const APPLICATIONS_A_DAY: i64 = 100;

#[derive(FromRow)]
struct StartRow {
    title: String,
    company: String,
    state: PostingState,
    closes_at: Option<DateTime<Utc>>,
    sent: Option<Uuid>,
    name: String,
    email: String,
    phone: Option<String>,
}

/// What the apply page shows at first: the posting, and the seeker's profile and resumes.
pub async fn start(db: &Db, user: Uuid, slug: &str) -> Result<ApplyStart, AppError> {
    let row: Option<StartRow> = read!(db, |c| {
        query_as(
            "SELECT p.title, co.name AS company, p.state, p.closes_at, a.id AS sent, u.name, u.email, pr.phone
             FROM users u
             JOIN postings p ON p.slug = $1 AND p.state IN ('open', 'closed')
             JOIN companies co ON co.id = p.company_id
             LEFT JOIN profiles pr ON pr.user_id = u.id
             LEFT JOIN applications a ON a.posting_id = p.id AND a.user_id = u.id
             WHERE u.id = $2",
        )
        .bind(slug)
        .bind(user)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    Ok(ApplyStart {
        title: row.title,
        company: row.company,
        open: row.state.is_open(row.closes_at, now()),
        sent: row.sent,
        resumes: Vec::new(),
        name: row.name,
        email: row.email,
        phone: row.phone.unwrap_or_default(),
    })
}

#[derive(FromRow)]
struct TargetRow {
    id: Uuid,
    company_id: Uuid,
    title: String,
    state: PostingState,
    closes_at: Option<DateTime<Utc>>,
}

/// What the notification of an application names.
#[derive(FromRow)]
struct About {
    posting: Uuid,
    company: Uuid,
    title: String,
    name: String,
}

/// Notifies all company members of a new or withdrawn application, and publishes the change of the posting.
async fn tell_company(tx: &mut Tx, application: Uuid, about: About, kind: Kind) -> Result<Vec<Uuid>, AppError> {
    let About { posting, company, title, name } = about;
    let members = accounts::members_at(tx, company, posting).await?;
    live::publish(tx, members.iter().copied(), &PostingChanged { id: posting });
    let notice = |user: &Uuid| Notice {
        user: *user,
        kind,
        about: posting,
        subject: Some(application),
        title: title.clone(),
        name: name.clone(),
    };
    notify(tx, members.iter().map(notice).collect()).await?;
    Ok(members)
}

/// Sends an application, once for each posting. The resume is one of the seeker's, or a new one that becomes theirs.
pub async fn apply(
    Platform { db, site, .. }: &Platform,
    user: Uuid,
    slug: &str,
    form: &ValidApplication,
    new: Option<&NewResume>,
) -> Result<Uuid, AppError> {
    let mut tx = db.begin().await?;
    let target: Option<TargetRow> = write_in!(&mut tx, |c| {
        query_as(
            "SELECT id, company_id, title, state, closes_at FROM postings
             WHERE slug = $1 AND state IN ('open', 'closed')",
        )
        .bind(slug)
        .fetch_optional(c)
    })?;
    let target = target.ok_or(AppError::NotFound)?;
    if !target.state.is_open(target.closes_at, now()) {
        return Err(AppError::refused(PostingProblem::PostingClosed));
    }
    let resume = resume_of(&mut tx, user, form, new).await?;
    not_too_many(&mut tx, user).await?;
    let stages = ensure_stages(&mut tx, target.id).await?;
    let stage = stages.into_iter().find(|stage| stage.kind == StageKind::Received).ok_or(AppError::Internal)?;
    let contact = Contact { name: &form.name, email: &form.email, phone: &form.phone };
    let candidate = companies::know_sender(&mut tx, target.company_id, user, &contact).await?;
    let (id, at) = (Uuid::now_v7(), now());
    let inserted = execute!(
        &mut tx,
        query(
            "INSERT INTO applications
                 (id, posting_id, user_id, resume_id, name, email, phone, letter, stage_id, stage_kind, outcome,
                  created_at, updated_at, headline, place, about, skills, links, phone_form, candidate_id)
             SELECT $1, $2, u.id, $4, $5, $6, $7, $8, $9, 'received', 'active', $10, $10,
                  COALESCE(p.headline, ''), COALESCE(p.place, ''), COALESCE(p.about, ''), COALESCE(p.skills, ''),
                  COALESCE(p.links, ''), $11, $12
             FROM users u LEFT JOIN profiles p ON p.user_id = u.id WHERE u.id = $3"
        )
        .bind(id)
        .bind(target.id)
        .bind(user)
        .bind(resume)
        .bind(&form.name)
        .bind(form.email.as_str())
        .bind(&form.phone)
        .bind(&form.letter)
        .bind(stage.id)
        .bind(at)
        .bind(phone_form(&form.phone).unwrap_or_default())
        .bind(candidate)
    );
    match inserted {
        Err(e) if is_duplicate(&e) => return Err(AppError::refused(ApplicationProblem::AlreadyApplied)),
        other => other?,
    };
    let standing = Standing { outcome: Outcome::Active, stage_kind: stage.kind, stage_name: stage.name };
    note_change(&mut tx, id, &standing, Some(user), at).await?;
    let about = About { posting: target.id, company: target.company_id, title: target.title, name: form.name.clone() };
    tell_company(&mut tx, id, about, Kind::Applied).await?;
    let receipt = receipt(&mut tx, id).await?;
    send_later(&mut tx, &receipt.mail(site)).await?;
    tx.commit().await?;
    Ok(id)
}

/// What the mail says that its sender gets.
async fn receipt(tx: &mut Tx, id: Uuid) -> Result<ReceiptMail, AppError> {
    let receipt = write_in!(tx, |c| {
        query_as(
            "SELECT a.id, p.title, co.name AS company, u.email, u.name, u.locale
             FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             JOIN users u ON u.id = a.user_id WHERE a.id = $1",
        )
        .bind(id)
        .fetch_one(c)
    });
    Ok(receipt?)
}

/// Refuses another application above `APPLICATIONS_A_DAY`.
async fn not_too_many(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    let last_of_them: Option<DateTime<Utc>> = write_in!(tx, |c| {
        query_scalar("SELECT created_at FROM applications WHERE user_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2")
            .bind(user)
            .bind(APPLICATIONS_A_DAY - 1)
            .fetch_optional(c)
    })?;
    match last_of_them {
        Some(at) if at > now() - TimeDelta::days(1) => {
            Err(AppError::refused(ApplicationProblem::TooManyApplications(APPLICATIONS_A_DAY)))
        }
        _ => Ok(()),
    }
}

async fn resume_of(
    tx: &mut Tx,
    user: Uuid,
    form: &ValidApplication,
    new: Option<&NewResume>,
) -> Result<Uuid, AppError> {
    match (new, form.resume) {
        (Some(new), _) => resumes::add_resume(tx, user, new).await,
        (None, Some(id)) if resumes::hold_resume(tx, user, id).await? => Ok(id),
        _ => Err(AppError::field("resume", Problem::NotAChoice)),
    }
}

/// A page of a seeker's applications, newest first.
pub async fn sent(db: &Db, user: Uuid, cursor: &Cursor) -> Result<Page<ApplicationRow>, AppError> {
    let rows: Vec<ApplicationRow> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(concat!(
            "SELECT a.id, p.title, co.name AS company, a.created_at, a.updated_at, ",
            standing!(),
            " FROM applications a JOIN postings p ON p.id = a.posting_id JOIN companies co ON co.id = p.company_id
             JOIN posting_stages s ON s.id = a.stage_id WHERE a.user_id = ",
        ));
        sql.push_bind(user);
        let order = ListOrder::descending(&["a.id"], cursor);
        order.push_page(&mut sql, id_key(cursor), APPLICATIONS_PER_PAGE + 1);
        sql.build_query_as().fetch_all(c).await
    })?;
    Ok(cursor.page(rows, APPLICATIONS_PER_PAGE, |row| row.id.to_string()))
}

/// One of a seeker's applications.
pub async fn application(db: &Db, user: Uuid, id: Uuid) -> Result<Application, AppError> {
    let found: Option<Application> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.id, a.version, CASE WHEN p.state <> 'archived' THEN p.slug END AS slug, p.title, co.name AS company,
                 co.slug AS company_slug, a.created_at, a.name, a.email, a.phone, a.letter, r.name AS resume,
                 CASE WHEN r.deleted_at IS NULL THEN r.id END AS resume_id, ",
            standing!(),
            " FROM applications a
             JOIN postings p ON p.id = a.posting_id
             JOIN companies co ON co.id = p.company_id
             JOIN posting_stages s ON s.id = a.stage_id
             JOIN resumes r ON r.id = a.resume_id
             WHERE a.id = $1 AND a.user_id = $2",
        ))
        .bind(id)
        .bind(user)
        .fetch_optional(c)
    })?;
    let application = found.ok_or(AppError::NotFound)?;
    let mut changes = changes(db, id).await?;
    changes.iter_mut().for_each(|change| change.by = None);
    Ok(Application { changes, ..application })
}

#[derive(FromRow)]
struct Withdrawn {
    resume_id: Option<Uuid>,
    stage_kind: StageKind,
    stage_name: String,
}

/// Withdraws an application that is not decided yet. If a version is given, only while the application still has it.
pub async fn withdraw(db: &Db, user: Uuid, id: Uuid, version: Option<i64>) -> Result<(), AppError> {
    let (mut tx, at) = (db.begin().await?, now());
    accounts::hold(&mut tx, user).await?;
    let withdrawn: Option<Withdrawn> = write_in!(&mut tx, |c| {
        query_as(
            "UPDATE applications SET outcome = 'withdrawn', version = version + 1, updated_at = $1
             WHERE id = $2 AND user_id = $3 AND outcome = 'active' AND version = COALESCE($4, version)
             RETURNING resume_id, stage_kind,
                 (SELECT s.name FROM posting_stages s WHERE s.id = applications.stage_id) AS stage_name",
        )
        .bind(at)
        .bind(id)
        .bind(user)
        .bind(version)
        .fetch_optional(c)
    })?;
    let Some(Withdrawn { resume_id, stage_kind, stage_name }) = withdrawn else {
        return not_withdrawn(&mut tx, user, id).await;
    };
    if let Some(resume) = resume_id {
        resumes::erase_unreadable(&mut tx, resume).await?;
    }
    companies::forget_contact(&mut tx, id).await?;
    let standing = Standing { outcome: Outcome::Withdrawn, stage_kind, stage_name };
    note_change(&mut tx, id, &standing, Some(user), at).await?;
    live::publish(&mut tx, [user], &StageChanged { id, stage: Stage::Withdrawn });
    let about: About = write_in!(&mut tx, |c| {
        query_as(
            "SELECT p.id AS posting, p.company_id AS company, p.title, a.name FROM applications a
             JOIN postings p ON p.id = a.posting_id WHERE a.id = $1",
        )
        .bind(id)
        .fetch_one(c)
    })?;
    let members = tell_company(&mut tx, id, about, Kind::Withdrawn).await?;
    live::publish(&mut tx, members, &StageChanged { id, stage: Stage::Withdrawn });
    Ok(tx.commit().await?)
}

/// Why an application was not withdrawn.
async fn not_withdrawn(tx: &mut Tx, user: Uuid, id: Uuid) -> Result<(), AppError> {
    let outcome: Option<Outcome> = write_in!(tx, |c| {
        query_scalar("SELECT outcome FROM applications WHERE id = $1 AND user_id = $2")
            .bind(id)
            .bind(user)
            .fetch_optional(c)
    })?;
    match outcome {
        None => Err(AppError::NotFound),
        // Idempotent: only the candidate can have withdrawn it.
        Some(Outcome::Withdrawn) => Ok(()),
        Some(Outcome::Active) => Err(AppError::Refused(Problem::Stale)),
        Some(Outcome::Hired | Outcome::Rejected) => Err(AppError::refused(ApplicationProblem::WrongStage)),
    }
}

/// The stage of an application, for its seeker and for the company.
pub async fn stage_of(db: &Db, user: &CurrentUser, id: Uuid) -> Result<Option<Stage>, AppError> {
    let found: Option<(Outcome, StageKind)> = read!(db, |c| {
        query_as(
            "SELECT a.outcome, a.stage_kind FROM applications a JOIN postings p ON p.id = a.posting_id
             WHERE a.id = $1 AND (a.user_id = $2 OR p.company_id = $3)",
        )
        .bind(id)
        .bind(user.id)
        .bind(user.company)
        .fetch_optional(c)
    })?;
    Ok(found.map(|(outcome, kind)| Stage::of(outcome, kind)))
}

/// Takes a person whose account is being deleted out of what companies keep of their applications: what was sent goes,
/// what happened stays. Those that were not decided end as withdrawn. The rows are locked, and the resumes go after.
pub async fn anonymise(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    let at = now();
    let ended: Vec<(Uuid, StageKind, String)> = write_in!(&mut *tx, |c| {
        query_as(
            "UPDATE applications SET outcome = 'withdrawn', updated_at = $1 WHERE user_id = $2 AND outcome = 'active'
             RETURNING id, stage_kind, (SELECT s.name FROM posting_stages s WHERE s.id = applications.stage_id)",
        )
        .bind(at)
        .bind(user)
        .fetch_all(c)
    })?;
    for (id, stage_kind, stage_name) in ended {
        let standing = Standing { outcome: Outcome::Withdrawn, stage_kind, stage_name };
        note_change(tx, id, &standing, None, at).await?;
    }
    execute!(
        &mut *tx,
        query(
            "UPDATE applications SET user_id = NULL, resume_id = NULL, name = '', email = '', phone = '', phone_form = '',
                 seen_at = COALESCE(seen_at, $1), letter = '', headline = '', place = '', about = '', skills = '', links = '', version = version + 1,
                 anonymised_at = $1
             WHERE user_id = $2"
        )
        .bind(at)
        .bind(user)
    )?;
    Ok(())
}

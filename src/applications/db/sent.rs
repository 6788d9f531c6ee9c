//! Applications of a seeker: apply, list, withdraw.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    by_hand::agree_before,
    changes,
    claim::{claim_own, sent_before},
    new::{About, NewApplication, insert, receipt, target_by_slug, tell_company},
    note_change,
    stages::ensure_stages,
    standing,
};
use crate::{
    accounts::{self, CurrentUser},
    applications::{
        ApplicationProblem, StageChanged,
        model::{
            Application, ApplicationRow, ApplyStart, Outcome, Stage, StageChange, StageKind, Standing, ValidApplication,
        },
    },
    companies::{self, Contact},
    db::{Db, ListOrder, Tx, id_key, now},
    error::{AppError, Problem},
    execute,
    jobs::PostingState,
    live,
    notifications::Kind,
    paging::{Cursor, Page},
    platform::{Platform, mail::send_later},
    read,
    resumes::{self, NewResume},
    write_in,
};

const APPLICATIONS_PER_PAGE: usize = 20;
/// A rejection that is taken back within this time is not told: its mail waits as long.
const TOLD_AFTER: TimeDelta = TimeDelta::minutes(2);

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

/// Sends an application, once for each posting. The resume is one of the seeker's, or a new one that becomes theirs.
pub async fn apply(
    Platform { db, site, .. }: &Platform,
    user: Uuid,
    slug: &str,
    form: &ValidApplication,
    new: Option<&NewResume>,
) -> Result<Uuid, AppError> {
    let again = || AppError::refused(ApplicationProblem::AlreadyApplied);
    let key = claim_own(db, user).await?;
    let noted = match &key {
        Some(key) => agree_before(db, posting_of(db, slug).await?, key).await?,
        None => None,
    };
    let mut tx = db.begin().await?;
    if let Some(key) = &key {
        accounts::hold_address(&mut tx, key).await?;
    }
    let posting = target_by_slug(&mut tx, slug).await?;
    if let Some(key) = &key
        && sent_before(&mut tx, posting.id, key, None).await?.is_some_and(|before| Some(before) != noted)
    {
        return Err(again());
    }
    let resume = resume_of(&mut tx, user, form, new).await?;
    not_too_many(&mut tx, user).await?;
    ensure_stages(&mut tx, posting.id).await?;
    let contact = Contact { name: &form.name, email: &form.email, phone: &form.phone };
    let candidate = companies::know_sender(&mut tx, posting.company_id, user, &contact).await?;
    let (resume, letter) = (Some(resume), form.letter.as_str());
    let new =
        NewApplication { posting: &posting, user: Some(user), candidate, resume, contact, letter, added: None, noted };
    let id = insert(&mut tx, new).await?.ok_or_else(again)?;
    let receipt = receipt(&mut tx, id).await?;
    send_later(&mut tx, &receipt.mail(site)).await?;
    tx.commit().await?;
    Ok(id)
}

async fn posting_of(db: &Db, slug: &str) -> Result<Uuid, AppError> {
    let found: Option<Uuid> =
        read!(db, |c| query_scalar("SELECT id FROM postings WHERE slug = $1").bind(slug).fetch_optional(c))?;
    found.ok_or(AppError::NotFound)
}

/// Refuses another application above `APPLICATIONS_A_DAY`.
pub(super) async fn not_too_many(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
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

/// One of a seeker's applications; without an account, one whose link was looked at before.
pub async fn application(db: &Db, user: Option<Uuid>, id: Uuid) -> Result<Application, AppError> {
    let found: Option<Application> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.id, a.version, CASE WHEN p.state <> 'archived' THEN p.slug END AS slug, p.title, co.name AS company,
                 co.slug AS company_slug, a.created_at, a.name, a.email, a.phone, a.letter, COALESCE(r.name, '') AS resume,
                 CASE WHEN r.deleted_at IS NULL THEN r.id END AS resume_id, ",
            standing!(),
            " FROM applications a
             JOIN postings p ON p.id = a.posting_id
             JOIN companies co ON co.id = p.company_id
             JOIN posting_stages s ON s.id = a.stage_id
             LEFT JOIN resumes r ON r.id = a.resume_id
             WHERE a.id = $1 AND (a.user_id = $2 OR $2 IS NULL AND a.user_id IS NULL)",
        ))
        .bind(id)
        .bind(user)
        .fetch_optional(c)
    })?;
    let application = found.ok_or(AppError::NotFound)?;
    let mut changes = without_slips(changes(db, id).await?);
    changes.iter_mut().for_each(|change| change.by = None);
    Ok(Application { changes, ..application })
}

/// What of a history its sender is told: not a rejection that was taken back before they heard of it.
fn without_slips(changes: Vec<StageChange>) -> Vec<StageChange> {
    let mut told: Vec<StageChange> = Vec::with_capacity(changes.len());
    for change in changes {
        let slipped = told.last().is_some_and(|last| {
            last.standing.outcome == Outcome::Rejected
                && change.standing.outcome == Outcome::Active
                && change.at - last.at < TOLD_AFTER
        });
        if !slipped {
            told.push(change);
            continue;
        }
        told.pop();
        // It stands where it stood before; if not, that is a move of its own.
        if told.last().is_none_or(|last| last.standing != change.standing) {
            told.push(change);
        }
    }
    told
}

#[derive(FromRow)]
struct Withdrawn {
    resume_id: Option<Uuid>,
    stage_kind: StageKind,
    stage_name: String,
}

/// Who withdraws an application.
#[derive(Clone, Copy, Debug)]
pub enum Sender<'a> {
    /// Whose account it was sent with.
    Account(Uuid),
    /// Somebody without one, by the key of their address. That it is theirs was looked at before.
    Guest(&'a str),
}

impl Sender<'_> {
    fn account(self) -> Option<Uuid> {
        match self {
            Self::Account(user) => Some(user),
            Self::Guest(_) => None,
        }
    }
}

/// Withdraws an application that is not decided yet. If a version is given, only while the application still has it.
pub async fn withdraw(db: &Db, by: Sender<'_>, id: Uuid, version: Option<i64>) -> Result<(), AppError> {
    let (mut tx, at, user) = (db.begin().await?, now(), by.account());
    match by {
        Sender::Account(user) => accounts::hold(&mut tx, user).await?,
        Sender::Guest(key) => accounts::hold_address(&mut tx, key).await?,
    }
    let withdrawn: Option<Withdrawn> = write_in!(&mut tx, |c| {
        query_as(
            "UPDATE applications SET outcome = 'withdrawn', version = version + 1, updated_at = $1
             WHERE id = $2 AND (user_id = $3 OR $3 IS NULL AND user_id IS NULL) AND outcome = 'active'
                 AND version = COALESCE($4, version)
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
    note_change(&mut tx, id, &standing, user, at).await?;
    live::publish(&mut tx, user, &StageChanged { id, stage: Stage::Withdrawn });
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
async fn not_withdrawn(tx: &mut Tx, user: Option<Uuid>, id: Uuid) -> Result<(), AppError> {
    let outcome: Option<Outcome> = write_in!(tx, |c| {
        query_scalar(
            "SELECT outcome FROM applications WHERE id = $1 AND (user_id = $2 OR $2 IS NULL AND user_id IS NULL)",
        )
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
    anonymise_rows(tx, Some(user), None).await
}

/// The same of an account, or of a candidate who has none.
pub(super) async fn anonymise_rows(tx: &mut Tx, user: Option<Uuid>, candidate: Option<Uuid>) -> Result<(), AppError> {
    let at = now();
    let ended: Vec<(Uuid, StageKind, String)> = write_in!(&mut *tx, |c| {
        query_as(
            "UPDATE applications SET outcome = 'withdrawn', updated_at = $1
             WHERE (user_id = $2 OR candidate_id = $3 AND user_id IS NULL) AND outcome = 'active'
             RETURNING id, stage_kind, (SELECT s.name FROM posting_stages s WHERE s.id = applications.stage_id)",
        )
        .bind(at)
        .bind(user)
        .bind(candidate)
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
             WHERE user_id = $2 OR candidate_id = $3 AND user_id IS NULL"
        )
        .bind(at)
        .bind(user)
        .bind(candidate)
    )?;
    Ok(())
}

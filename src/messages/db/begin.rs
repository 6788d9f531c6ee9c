//! Beginning a conversation, accepting, declining, blocking and reporting it.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{Letter, open_one, place_of, store_in};
use crate::{
    accounts::{self, CurrentUser},
    companies,
    db::{Db, Lock, Tx, now},
    error::AppError,
    execute,
    jobs::{PostingProblem, PostingState},
    live,
    messages::{
        ConversationChanged, MessageProblem,
        model::{ConversationState, QUESTIONS_A_DAY, Question, Side},
    },
    notifications::{self, Kind, Notice},
    read, write_in,
};

/// Finds the conversation about an application, or begins it.
pub async fn about_application(db: &Db, user: &CurrentUser, application: Uuid) -> Result<Uuid, AppError> {
    let (_, mine) = place_of(user);
    let mut tx = db.begin().await?;
    let found: Option<(Uuid, Option<Uuid>, Option<Uuid>, Uuid)> = write_in!(&mut tx, |c| {
        query_as(
            "SELECT a.posting_id, a.user_id, a.candidate_id, p.company_id
             FROM applications a JOIN postings p ON p.id = a.posting_id
             WHERE a.id = $1 AND a.anonymised_at IS NULL AND (a.user_id = $2 OR p.company_id = $2)",
        )
        .bind(application)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let (posting, seeker, candidate, company) = found.ok_or(AppError::NotFound)?;
    let asked: Option<Uuid> = write_in!(&mut tx, |c| {
        query_scalar("SELECT id FROM conversations WHERE posting_id = $1 AND candidate_id = $2 AND state <> 'open'")
            .bind(posting)
            .bind(candidate)
            .fetch_optional(c)
    })?;
    let with = match seeker {
        Some(seeker) => With::Account(seeker),
        None => With::Guest(candidate.ok_or(AppError::NotFound)?),
    };
    let id = begin(&mut tx, posting, with, company, ConversationState::Open).await?;
    if asked.is_some() {
        let (open, _) = open_one(&mut tx, user, id).await?;
        live::publish(&mut tx, open.everybody(), &ConversationChanged { id });
    }
    tx.commit().await?;
    Ok(id)
}

/// Asks a company about a posting of theirs before applying: the conversation, and its first message. Where there is
/// a conversation already, the question goes there.
pub async fn ask(db: &Db, user: &CurrentUser, slug: &str, id: Uuid, text: String) -> Result<Uuid, AppError> {
    let mut tx = db.begin().await?;
    accounts::hold(&mut tx, user.id).await?; // or concurrent questions would pass the daily limit
    let target: Option<Target> = write_in!(&mut tx, |c| query_as(TARGET).bind(slug).bind(user.id).fetch_optional(c))?;
    let target = target.ok_or(AppError::NotFound)?;
    let conversation = match target.conversation {
        Some(there) => there,
        None => {
            let today: i64 = write_in!(&mut tx, |c| {
                query_scalar("SELECT COUNT(*) FROM conversations WHERE seeker_id = $1 AND asked AND created_at > $2")
                    .bind(user.id)
                    .bind(now() - TimeDelta::days(1))
                    .fetch_one(c)
            })?;
            if today >= QUESTIONS_A_DAY {
                return Err(AppError::refused(MessageProblem::TooManyQuestions(QUESTIONS_A_DAY)));
            }
            if !target.state.is_open(target.closes_at, now()) {
                return Err(AppError::refused(PostingProblem::PostingClosed));
            }
            begin(&mut tx, target.posting, With::Account(user.id), target.company, ConversationState::Requested).await?
        }
    };
    let (sender, name) = (user.id, user.name.clone());
    let letter = Letter { id, conversation, sender, company: user.company, name, text, files: Vec::new() };
    store_in(&mut tx, &[letter]).await?.pop().unwrap_or(Err(AppError::Internal))?;
    tx.commit().await?;
    Ok(conversation)
}

/// The posting that a question is about, and the existing conversation.
#[derive(FromRow)]
struct Target {
    posting: Uuid,
    company: Uuid,
    title: String,
    company_name: String,
    state: PostingState,
    closes_at: Option<DateTime<Utc>>,
    conversation: Option<Uuid>,
}

const TARGET: &str = "SELECT p.id AS posting, p.company_id AS company, p.title, co.name AS company_name, p.state,
         p.closes_at, c.id AS conversation
     FROM postings p JOIN companies co ON co.id = p.company_id
     LEFT JOIN conversations c ON c.posting_id = p.id AND c.seeker_id = $2
     WHERE p.slug = $1 AND p.state IN ('open', 'closed')";

/// What the page for asking a question shows at first.
pub async fn question(db: &Db, user: &CurrentUser, slug: &str) -> Result<Question, AppError> {
    let target: Option<Target> = read!(db, |c| query_as(TARGET).bind(slug).bind(user.id).fetch_optional(c))?;
    let target = target.ok_or(AppError::NotFound)?;
    let open = target.state.is_open(target.closes_at, now());
    let Target { title, company_name: company, conversation, .. } = target;
    Ok(Question { title, company, open, conversation, next_id: Uuid::now_v7() })
}

/// Accepts or declines a question. One that was declined can still be accepted.
pub async fn answer_question(db: &Db, user: &CurrentUser, id: Uuid, accept: bool) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let (open, side) = open_one(&mut tx, user, id).await?;
    let to = if accept { ConversationState::Open } else { ConversationState::Declined };
    if side != Side::Company {
        return Err(AppError::NotFound);
    }
    let changed = execute!(
        &mut tx,
        query("UPDATE conversations SET state = $1 WHERE id = $2 AND asked AND state <> 'open'").bind(to).bind(id)
    )?;
    if changed == 0 {
        // Idempotent: accepted already, perhaps because the form was sent twice.
        return if accept { Ok(()) } else { Err(AppError::refused(MessageProblem::Unanswerable)) };
    }
    live::publish(&mut tx, open.everybody(), &ConversationChanged { id });
    notifications::read_about(&mut tx, user.id, id).await?;
    Ok(tx.commit().await?)
}

/// Blocks a conversation, so that neither side can write, or unblocks it. Only the side that blocked it can unblock it.
pub async fn block(db: &Db, user: &CurrentUser, id: Uuid, blocked: bool) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let (open, side) = open_one(&mut tx, user, id).await?;
    let changed = match (blocked, open.blocked_by) {
        (true, None) => {
            execute!(&mut tx, query("UPDATE conversations SET blocked_by = $1 WHERE id = $2").bind(side).bind(id))?
        }
        (false, Some(by)) if by == side => {
            execute!(&mut tx, query("UPDATE conversations SET blocked_by = NULL WHERE id = $1").bind(id))?
        }
        (true, Some(by)) if by == side => return Ok(()),
        (false, None) => return Ok(()),
        _ => return Err(AppError::refused(MessageProblem::Unanswerable)),
    };
    debug_assert_eq!(changed, 1);
    live::publish(&mut tx, open.everybody(), &ConversationChanged { id });
    Ok(tx.commit().await?)
}

/// Reports a conversation to the operator; once for each person until it is handled.
pub async fn report(db: &Db, user: &CurrentUser, id: Uuid, reason: &str) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    open_one(&mut tx, user, id).await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO reports (id, conversation_id, reporter_id, reason, created_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (conversation_id, reporter_id) WHERE handled_at IS NULL DO UPDATE SET reason = excluded.reason"
        )
        .bind(Uuid::now_v7())
        .bind(id)
        .bind(user.id)
        .bind(reason)
        .bind(now())
    )?;
    Ok(tx.commit().await?)
}

/// A report that waits for the operator.
#[derive(FromRow)]
pub struct Report {
    pub id: Uuid,
    pub conversation_id: Uuid,
    pub reporter: String,
    pub seeker: String,
    pub company: String,
    pub title: String,
    pub reason: String,
    pub created_at: DateTime<Utc>,
}

/// The reports that wait, the oldest first.
pub async fn reports(db: &Db) -> Result<Vec<Report>, AppError> {
    let rows = read!(db, |c| {
        query_as(
            "SELECT r.id, r.conversation_id, me.email AS reporter, COALESCE(s.email, k.email, '') AS seeker, co.name AS company, p.title,
                 r.reason, r.created_at
             FROM reports r JOIN users me ON me.id = r.reporter_id
             JOIN conversations c ON c.id = r.conversation_id LEFT JOIN users s ON s.id = c.seeker_id
             LEFT JOIN candidates k ON k.id = c.candidate_id
             JOIN companies co ON co.id = c.company_id JOIN postings p ON p.id = c.posting_id
             WHERE r.handled_at IS NULL ORDER BY r.id",
        )
        .fetch_all(c)
    });
    Ok(rows?)
}

/// Marks a report as handled, and notifies the person who made it.
pub async fn handle_report(db: &Db, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let row: Option<(Uuid, Uuid, String)> = write_in!(&mut tx, |c| {
        query_as(
            "UPDATE reports SET handled_at = $1 WHERE id = $2 AND handled_at IS NULL
             RETURNING reporter_id, conversation_id,
                 (SELECT p.title FROM conversations c JOIN postings p ON p.id = c.posting_id
                  WHERE c.id = reports.conversation_id)",
        )
        .bind(now())
        .bind(id)
        .fetch_optional(c)
    })?;
    let (user, about, title) = row.ok_or(AppError::NotFound)?;
    let notice = Notice { user, kind: Kind::ReportHandled, about, subject: None, title, name: String::new() };
    notifications::notify(&mut tx, vec![notice]).await?;
    Ok(tx.commit().await?)
}

/// The account of a candidate, who is locked: they may just be getting one.
async fn account_of(tx: &mut Tx, candidate: Uuid) -> Result<Option<Uuid>, AppError> {
    tx.locked(Lock::Candidates, 1);
    let sql = match tx.is_postgres() {
        true => "SELECT user_id FROM candidates WHERE id = $1 FOR NO KEY UPDATE",
        false => "SELECT user_id FROM candidates WHERE id = $1",
    };
    let found: Option<Option<Uuid>> = write_in!(tx, |c| query_scalar(sql).bind(candidate).fetch_optional(c))?;
    found.ok_or(AppError::NotFound)
}

/// The candidate of a conversation that begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum With {
    Account(Uuid),
    /// A candidate without an account.
    Guest(Uuid),
}

/// The conversation of a candidate and a company about a posting. A request that was made before is accepted by
/// applying.
pub(super) async fn begin(
    tx: &mut Tx,
    posting: Uuid,
    with: With,
    company: Uuid,
    state: ConversationState,
) -> Result<Uuid, AppError> {
    let (seeker, candidate) = match with {
        With::Account(seeker) => (Some(seeker), companies::know(tx, company, seeker).await?),
        With::Guest(candidate) => (account_of(tx, candidate).await?, candidate),
    };
    let id: Uuid = write_in!(tx, |c| {
        query_scalar(
            "INSERT INTO conversations
                 (id, posting_id, seeker_id, company_id, state, asked, last_at, created_at, candidate_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)
             ON CONFLICT (posting_id, candidate_id) DO UPDATE SET
                 state = CASE WHEN excluded.state = 'open' THEN 'open' ELSE conversations.state END
             RETURNING id",
        )
        .bind(Uuid::now_v7())
        .bind(posting)
        .bind(seeker)
        .bind(company)
        .bind(state)
        .bind(state == ConversationState::Requested)
        .bind(now())
        .bind(candidate)
        .fetch_one(c)
    })?;
    Ok(id)
}

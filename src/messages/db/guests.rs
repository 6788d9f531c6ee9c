//! Conversations with candidates who have no account.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    begin::{With, begin},
    edit::ReadableFile,
    takes_from,
    thread::messages_before,
};
use crate::{
    db::{Db, Lock, Tx},
    error::AppError,
    execute,
    messages::model::{ConversationState, GuestThread, Side},
    notifications,
    platform::files_db::delete_later,
    read, write_in,
};

/// The conversation with a guest about a posting, which begins where there is none.
pub async fn guest_conversation(db: &Db, candidate: Uuid, posting: Uuid, company: Uuid) -> Result<Uuid, AppError> {
    let found: Option<Uuid> = read!(db, |c| {
        query_scalar("SELECT id FROM conversations WHERE posting_id = $1 AND candidate_id = $2")
            .bind(posting)
            .bind(candidate)
            .fetch_optional(c)
    })?;
    if let Some(found) = found {
        return Ok(found);
    }
    let mut tx = db.begin().await?;
    let id = begin(&mut tx, posting, With::Guest(candidate), company, ConversationState::Open).await?;
    tx.commit().await?;
    Ok(id)
}

/// What the page behind a guest's link shows of the conversation: its newest messages, or those before one of them.
pub async fn guest_thread(
    db: &Db,
    candidate: Uuid,
    posting: Uuid,
    before: Option<i64>,
) -> Result<GuestThread, AppError> {
    let found: Option<(Uuid, ConversationState, Option<Side>, i64, i64)> = read!(db, |c| {
        query_as(
            "SELECT id, state, blocked_by, last_seq, guest_read FROM conversations
             WHERE posting_id = $1 AND candidate_id = $2 AND seeker_id IS NULL",
        )
        .bind(posting)
        .bind(candidate)
        .fetch_optional(c)
    })?;
    let next_id = Uuid::now_v7();
    let Some((id, state, blocked_by, newest, read)) = found else {
        return Ok(GuestThread { next_id, takes: true, ..GuestThread::default() });
    };
    let messages = messages_before(db, id, before).await?;
    let older = messages.first().map(|m| m.seq).filter(|seq| *seq > 1);
    let takes = takes_from(Side::Seeker, state, blocked_by, newest);
    Ok(GuestThread { messages, older, takes, next_id, newest, read })
}

/// Notes how far a guest has read, which ends the mail about it.
pub async fn mark_guest_read(db: &Db, candidate: Uuid, posting: Uuid, seq: i64) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "UPDATE conversations SET guest_read = CASE WHEN $1 > last_seq THEN last_seq ELSE $1 END
             WHERE posting_id = $2 AND candidate_id = $3 AND seeker_id IS NULL AND guest_read < $1"
        )
        .bind(seq)
        .bind(posting)
        .bind(candidate)
    )?;
    Ok(tx.commit().await?)
}

/// What a mail tells a guest of a conversation.
#[derive(FromRow)]
pub struct GuestNews {
    pub posting: Uuid,
    pub candidate: Uuid,
    #[sqlx(skip)]
    pub texts: Vec<NewText>,
}

/// A message that goes by mail.
#[derive(FromRow)]
pub struct NewText {
    pub seq: i64,
    /// Empty where there are files alone.
    pub text: String,
    pub at: DateTime<Utc>,
}

/// What a company has written to a guest that they have neither read nor got by mail; none where the conversation is an
/// account's by now.
pub async fn guest_news(db: &Db, conversation: Uuid, most: i64) -> Result<Option<GuestNews>, AppError> {
    let found: Option<GuestNews> = read!(db, |c| {
        query_as(
            "SELECT posting_id AS posting, candidate_id AS candidate FROM conversations
             WHERE id = $1 AND seeker_id IS NULL AND candidate_id IS NOT NULL",
        )
        .bind(conversation)
        .fetch_optional(c)
    })?;
    let Some(found) = found else { return Ok(None) };
    let texts: Vec<NewText> = read!(db, |c| {
        query_as(
            "SELECT m.seq, m.text, m.created_at AS at FROM messages m JOIN conversations v ON v.id = m.conversation_id
             WHERE m.conversation_id = $1 AND m.side = 'company' AND m.deleted_at IS NULL
                 AND m.seq > v.guest_read AND m.seq > v.guest_told ORDER BY m.seq LIMIT $2",
        )
        .bind(conversation)
        .bind(most)
        .fetch_all(c)
    })?;
    Ok(Some(GuestNews { texts, ..found }))
}

/// Notes up to where a guest was told by mail.
pub async fn note_told(tx: &mut Tx, conversation: Uuid, seq: i64) -> Result<(), AppError> {
    execute!(
        tx,
        query("UPDATE conversations SET guest_told = $1 WHERE id = $2 AND guest_told < $1")
            .bind(seq)
            .bind(conversation)
    )?;
    Ok(())
}

/// A file of the conversation with a guest.
pub async fn readable_by_guest(db: &Db, candidate: Uuid, posting: Uuid, id: Uuid) -> Result<ReadableFile, AppError> {
    let row: Option<ReadableFile> = read!(db, |c| {
        query_as(
            "SELECT a.name, a.kind, a.file FROM attachments a
             JOIN messages m ON m.id = a.message_id
             JOIN conversations v ON v.id = m.conversation_id
             WHERE a.id = $1 AND v.candidate_id = $2 AND v.posting_id = $3 AND v.seeker_id IS NULL",
        )
        .bind(id)
        .bind(candidate)
        .bind(posting)
        .fetch_optional(c)
    })?;
    row.ok_or(AppError::NotFound)
}

/// Deletes the conversations with a guest, their messages and files. The candidate is locked.
pub async fn forget_guest(tx: &mut Tx, candidate: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        let all = "SELECT id FROM conversations WHERE candidate_id = $1 AND seeker_id IS NULL ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(candidate))?;
        tx.locked(Lock::Conversations, rows as usize);
    }
    notifications::forget_guest(tx, candidate).await?;
    let files: Vec<String> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT a.file FROM attachments a JOIN messages m ON m.id = a.message_id
             JOIN conversations v ON v.id = m.conversation_id WHERE v.candidate_id = $1 AND v.seeker_id IS NULL",
        )
        .bind(candidate)
        .fetch_all(c)
    })?;
    delete_later(tx, &files).await?;
    execute!(tx, query("DELETE FROM conversations WHERE candidate_id = $1 AND seeker_id IS NULL").bind(candidate))?;
    Ok(())
}

/// Gives the conversations of one candidate without an account to another one: the same person, as the same company knows
/// them. Both are locked, and they have none about the same posting.
pub async fn move_guest(tx: &mut Tx, from: Uuid, to: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        let all = "SELECT id FROM conversations WHERE candidate_id = $1 ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(from))?;
        tx.locked(Lock::Conversations, rows as usize);
    }
    execute!(tx, query("UPDATE conversations SET candidate_id = $1 WHERE candidate_id = $2").bind(to).bind(from))?;
    Ok(())
}

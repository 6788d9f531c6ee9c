//! Editing and deleting messages, and their attachments.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    Open, excerpt, open_one, place_of,
    search::{WORDS_VERSION, row_of, store_words},
    thread::message,
};
use crate::{
    accounts::{CurrentUser, reaches},
    db::{Db, Lock, Tx, now},
    error::AppError,
    execute, live,
    messages::{
        MessageChanged, MessageProblem,
        model::{ConversationState, FileKind, is_young},
    },
    notifications,
    platform::files_db::delete_later,
    read, write_in,
};

/// Messages deleted by one transaction.
const MAX_ROWS_PER_STATEMENT: usize = 2_000;

#[derive(FromRow)]
struct Mine {
    seq: i64,
    created_at: DateTime<Utc>,
}

/// Edits the user's own message, within `EDIT_MINUTES`.
pub async fn edit(db: &Db, user: &CurrentUser, id: Uuid, text: &str) -> Result<Uuid, AppError> {
    let mut tx = db.begin().await?;
    let (mine, open) = mine(&mut tx, user, id).await?;
    if open.blocked_by.is_some() || open.state == ConversationState::Declined {
        return Err(AppError::refused(MessageProblem::ConversationClosed));
    }
    execute!(
        &mut tx,
        query("UPDATE messages SET text = $1, edited_at = $2, words_version = $3 WHERE id = $4")
            .bind(text)
            .bind(now())
            .bind(WORDS_VERSION)
            .bind(id)
    )?;
    store_words(&mut tx, &[(id, open.id, row_of(&open, mine.seq, text))]).await?;
    tell(&mut tx, &open, &mine, id, excerpt(text)).await?;
    tx.commit().await?;
    Ok(open.id)
}

/// Soft deletes the user's own message, within `EDIT_MINUTES`: the row and its seq stay, text and files are deleted.
/// Publishes the change.
pub async fn delete(db: &Db, user: &CurrentUser, id: Uuid) -> Result<Uuid, AppError> {
    let mut tx = db.begin().await?;
    let (mine, open) = mine(&mut tx, user, id).await?;
    execute!(
        &mut tx,
        query("UPDATE messages SET text = '', deleted_at = $1, words_version = $2 WHERE id = $3")
            .bind(now())
            .bind(WORDS_VERSION)
            .bind(id)
    )?;
    store_words(&mut tx, &[(id, open.id, row_of(&open, mine.seq, ""))]).await?;
    let files: Vec<String> = write_in!(&mut tx, |c| {
        query_scalar("DELETE FROM attachments WHERE message_id = $1 RETURNING file").bind(id).fetch_all(c)
    })?;
    delete_later(&mut tx, &files).await?;
    tell(&mut tx, &open, &mine, id, String::new()).await?;
    tx.commit().await?;
    Ok(open.id)
}

/// The user's own message that can still be changed, and its conversation, locked.
async fn mine(tx: &mut Tx, user: &CurrentUser, id: Uuid) -> Result<(Mine, Open), AppError> {
    let conversation: Option<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar("SELECT conversation_id FROM messages WHERE id = $1 AND sender_id = $2")
            .bind(id)
            .bind(user.id)
            .fetch_optional(c)
    })?;
    let (open, _) = open_one(&mut *tx, user, conversation.ok_or(AppError::NotFound)?).await?;
    let mine: Option<Mine> = write_in!(tx, |c| {
        query_as("SELECT seq, created_at FROM messages WHERE id = $1 AND deleted_at IS NULL").bind(id).fetch_optional(c)
    })?;
    let mine = mine.ok_or(AppError::NotFound)?;
    still_young(mine.created_at)?;
    Ok((mine, open))
}

/// Publishes the changed message to both sides, and updates the list's excerpt if it is the newest one.
async fn tell(tx: &mut Tx, open: &Open, mine: &Mine, id: Uuid, shown: String) -> Result<(), AppError> {
    execute!(
        &mut *tx,
        query("UPDATE conversations SET last_text = $1 WHERE id = $2 AND last_seq = $3")
            .bind(shown)
            .bind(open.id)
            .bind(mine.seq)
    )?;
    let changed = MessageChanged { conversation: open.id, message: message(tx, id).await? };
    live::publish(tx, open.everybody(), &changed);
    Ok(())
}

/// How many bytes the attachments of a user take, and those of all members of their company.
pub async fn stored_bytes(db: &Db, user: &CurrentUser) -> Result<(i64, i64), AppError> {
    let bytes = read!(db, |c| {
        query_as(
            "SELECT (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachments WHERE sender_id = $1),
                 (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachments WHERE company_id = $2)",
        )
        .bind(user.id)
        .bind(user.company)
        .fetch_one(c)
    });
    Ok(bytes?)
}

/// The stored files of messages, in the order of their names, after the one given.
pub async fn files_named(db: &Db, after: &str, limit: i64) -> Result<Vec<String>, AppError> {
    let files = read!(db, |c| {
        query_scalar("SELECT file FROM attachments WHERE file > $1 ORDER BY file LIMIT $2")
            .bind(after)
            .bind(limit)
            .fetch_all(c)
    });
    Ok(files?)
}

/// Whether a stored file belongs to a message.
pub async fn is_attached(db: &Db, file: &str) -> Result<bool, AppError> {
    let count: i64 =
        read!(db, |c| { query_scalar("SELECT COUNT(*) FROM attachments WHERE file = $1").bind(file).fetch_one(c) })?;
    Ok(count > 0)
}

/// A file, after the check that the user may read it.
#[derive(FromRow)]
pub struct ReadableFile {
    pub name: String,
    pub kind: FileKind,
    /// Its name in the store.
    pub file: String,
}

/// An attachment, for the people of the conversation.
pub async fn readable_by(db: &Db, user: Uuid, id: Uuid) -> Result<ReadableFile, AppError> {
    let row: Option<ReadableFile> = read!(db, |c| {
        query_as(concat!(
            "SELECT a.name, a.kind, a.file FROM attachments a
             JOIN messages m ON m.id = a.message_id
             JOIN conversations c ON c.id = m.conversation_id
             WHERE a.id = $1 AND (c.seeker_id = $2
                 OR EXISTS (SELECT 1 FROM company_members cm WHERE cm.company_id = c.company_id AND cm.user_id = $2 AND ",
            reaches!("cm", "c.posting_id", talks),
            "))",
        ))
        .bind(id)
        .bind(user)
        .fetch_optional(c)
    })?;
    row.ok_or(AppError::NotFound)
}

/// Deletes most messages of a seeker's conversations in batches, before the transaction that deletes the account: that
/// one must stay short. Messages with files are left to that transaction, which has their files deleted.
pub async fn forget_seeker_ahead(db: &Db, user: Uuid) -> Result<(), AppError> {
    let some = "DELETE FROM messages WHERE id IN (
            SELECT m.id FROM conversations c JOIN messages m ON m.conversation_id = c.id
            WHERE c.seeker_id = $1 AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.message_id = m.id)
            LIMIT $2)";
    Ok(db.delete_by_parts(some, user, MAX_ROWS_PER_STATEMENT).await?)
}

/// Prepares the deletion of a seeker's account, which cascades to their conversations: deletes the other side's
/// notifications about the seeker, and the attachments of the conversations.
pub async fn forget_seeker(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    if tx.is_postgres() {
        // Locked, so that nobody can send another file into them.
        let all = "SELECT id FROM conversations WHERE seeker_id = $1 ORDER BY id FOR UPDATE";
        let rows = execute!(&mut *tx, query(all).bind(user))?;
        tx.locked(Lock::Conversations, rows as usize);
    }
    notifications::forget(tx, user).await?;
    let files: Vec<String> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT a.file FROM attachments a JOIN messages m ON m.id = a.message_id
             JOIN conversations c ON c.id = m.conversation_id WHERE c.seeker_id = $1",
        )
        .bind(user)
        .fetch_all(c)
    })?;
    delete_later(tx, &files).await
}

/// Conversation and text of the user's own message that can still be changed.
pub async fn own(db: &Db, user: &CurrentUser, id: Uuid) -> Result<(Uuid, String), AppError> {
    let (_, mine) = place_of(user);
    let row: Option<(Uuid, String, DateTime<Utc>)> = read!(db, |c| {
        query_as(
            "SELECT c.id, m.text, m.created_at FROM messages m JOIN conversations c ON c.id = m.conversation_id
             WHERE m.id = $1 AND m.sender_id = $2 AND m.deleted_at IS NULL AND (c.seeker_id = $3 OR c.company_id = $3)",
        )
        .bind(id)
        .bind(user.id)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let (conversation, text, at) = row.ok_or(AppError::NotFound)?;
    still_young(at)?;
    Ok((conversation, text))
}

fn still_young(at: DateTime<Utc>) -> Result<(), AppError> {
    match is_young(at, now()) {
        true => Ok(()),
        false => Err(AppError::refused(MessageProblem::TooLate)),
    }
}

//! Reading a conversation: its messages, and how far each side has read.

use std::collections::{BTreeSet, HashMap};

use sqlx::{FromRow, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use super::{open_one, place_of, takes_from};
use crate::{
    accounts::{CurrentUser, reaches},
    db::{Db, Tx, now, push_list},
    error::AppError,
    execute, live,
    messages::{
        MessageChanged, MessageProblem, ReadUpTo,
        links::links,
        model::{Attachment, ConversationState, MESSAGES_PER_PAGE, Message, Side, Thread},
    },
    notifications, read, write_in,
};

/// Refuses a user who may not write into a conversation, before an upload is read. The transaction that stores the
/// message checks again.
pub async fn must_take_from(db: &Db, user: &CurrentUser, id: Uuid) -> Result<(), AppError> {
    let (side, mine) = place_of(user);
    let found: Option<(ConversationState, Option<Side>, i64)> = read!(db, |c| {
        query_as(
            "SELECT state, blocked_by, last_seq FROM conversations
             WHERE id = $1 AND (seeker_id = $2 OR company_id = $2)",
        )
        .bind(id)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let (state, blocked_by, last_seq) = found.ok_or(AppError::NotFound)?;
    let takes = takes_from(side, state, blocked_by, last_seq);
    takes.then_some(()).ok_or(AppError::refused(MessageProblem::ConversationClosed))
}

/// The columns that a [`Message`] is read from; the table is called `m`.
macro_rules! message_columns {
    () => {
        "m.id, m.seq, m.side, m.sender_id AS sender, m.sender_name AS name, m.text, m.created_at AS at,
         m.edited_at IS NOT NULL AS edited, m.deleted_at IS NOT NULL AS deleted"
    };
}

#[derive(FromRow)]
struct ThreadRow {
    posting_title: String,
    slug: Option<String>,
    company: String,
    seeker: String,
    state: ConversationState,
    blocked_by: Option<Side>,
    application: Option<Uuid>,
    read: Option<i64>,
    shows_reading: bool,
}

/// A conversation with its newest messages, or with those before one of them.
pub async fn thread(db: &Db, user: &CurrentUser, id: Uuid, before: Option<i64>) -> Result<Thread, AppError> {
    let (side, mine) = place_of(user);
    let row: Option<ThreadRow> = read!(db, |c| {
        query_as(
            "SELECT p.title AS posting_title, CASE WHEN p.state <> 'archived' THEN p.slug END AS slug,
                 co.name AS company, COALESCE(u.name, k.name, '') AS seeker, c.state, c.blocked_by, a.id AS application, r.seq AS read, me.shows_reading
             FROM conversations c
             JOIN postings p ON p.id = c.posting_id
             JOIN companies co ON co.id = c.company_id
             LEFT JOIN users u ON u.id = c.seeker_id
             LEFT JOIN candidates k ON k.id = c.candidate_id
             JOIN users me ON me.id = $2
             LEFT JOIN applications a ON a.posting_id = c.posting_id AND a.candidate_id = c.candidate_id
             LEFT JOIN conversation_reads r ON r.conversation_id = c.id AND r.user_id = $2
             WHERE c.id = $1 AND (c.seeker_id = $3 OR c.company_id = $3)",
        )
        .bind(id)
        .bind(user.id)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let row = row.ok_or(AppError::NotFound)?;
    let messages = messages_before(db, id, before).await?;
    let read_by_other =
        if row.shows_reading && row.blocked_by.is_none() { read_by(db, id, side.other()).await? } else { 0 };
    let others = super::people(db, user.id, id, side.other()).await?;
    let older = messages.first().map(|m| m.seq).filter(|seq| *seq > 1);
    Ok(Thread {
        now: now(),
        id,
        side,
        with: if side == Side::Seeker { row.company } else { row.seeker },
        title: row.posting_title,
        slug: row.slug,
        application: row.application,
        state: row.state,
        blocked_by: row.blocked_by,
        messages,
        older,
        others,
        read: row.read.unwrap_or_default(),
        read_by_other,
        next_id: Uuid::now_v7(),
    })
}

/// The newest messages of a conversation, or those before one of them, the oldest first.
pub(super) async fn messages_before(db: &Db, id: Uuid, before: Option<i64>) -> Result<Vec<Message>, AppError> {
    let mut messages: Vec<Message> = read!(db, |c| {
        query_as(concat!(
            "SELECT ",
            message_columns!(),
            " FROM messages m WHERE m.conversation_id = $1 AND m.seq < $2 ORDER BY m.seq DESC LIMIT $3"
        ))
        .bind(id)
        .bind(before.unwrap_or(i64::MAX))
        .bind(MESSAGES_PER_PAGE)
        .fetch_all(c)
    })?;
    messages.reverse();
    attach(db, messages.iter_mut()).await?;
    Ok(messages)
}

#[derive(FromRow)]
struct AttachmentRow {
    message_id: Uuid,
    #[sqlx(flatten)]
    attachment: Attachment,
}

/// Gives messages their files, and the addresses in their texts.
async fn attach(db: &Db, messages: impl Iterator<Item = &mut Message>) -> Result<(), AppError> {
    let mut messages: HashMap<Uuid, &mut Message> = messages.map(|message| (message.id, message)).collect();
    messages.values_mut().for_each(|message| message.links = links(&message.text));
    if messages.is_empty() {
        return Ok(());
    }
    let files: Vec<AttachmentRow> = read!(db, |c| async {
        let mut sql =
            QueryBuilder::new("SELECT message_id, id, name, kind, size FROM attachments WHERE message_id IN ");
        push_list(&mut sql, messages.keys().copied());
        sql.push(" ORDER BY id");
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    for AttachmentRow { message_id, attachment } in files {
        if let Some(message) = messages.get_mut(&message_id) {
            message.attachments.push(attachment);
        }
    }
    Ok(())
}

/// A message as it is now.
pub(super) async fn message(tx: &mut Tx, id: Uuid) -> Result<Message, AppError> {
    let message: Message = write_in!(&mut *tx, |c| {
        query_as(concat!("SELECT ", message_columns!(), " FROM messages m WHERE m.id = $1")).bind(id).fetch_one(c)
    })?;
    let attachments = write_in!(tx, |c| {
        query_as("SELECT id, name, kind, size FROM attachments WHERE message_id = $1 ORDER BY id").bind(id).fetch_all(c)
    })?;
    Ok(Message { attachments, links: links(&message.text), ..message })
}

/// The present content of messages, only those of the user's own conversations.
pub async fn changed(db: &Db, user: &CurrentUser, ids: BTreeSet<Uuid>) -> Result<Vec<MessageChanged>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (_, mine) = place_of(user);
    let mut changed: Vec<MessageChanged> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(concat!(
            "SELECT ",
            message_columns!(),
            ", m.conversation_id AS conversation
             FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.id IN ",
        ));
        push_list(&mut sql, ids.iter().copied());
        sql.push(" AND (c.seeker_id = ").push_bind(mine).push(" OR c.company_id = ").push_bind(mine).push(")");
        if let Some(only) = user.company.and_then(|company| user.reach(company).only) {
            sql.push(" AND EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = c.posting_id AND t.user_id = ");
            sql.push_bind(only).push(")");
        }
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    attach(db, changed.iter_mut().map(|changed| &mut changed.message)).await?;
    Ok(changed)
}

/// Seq up to which a side has read, as far as the user may know it; for the user's own side, how far they have read
/// themselves.
pub async fn read_up_to(
    db: &Db,
    user: &CurrentUser,
    conversation: Uuid,
    side: Side,
) -> Result<Option<ReadUpTo>, AppError> {
    let (my_side, mine) = place_of(user);
    let known: Option<(Option<Side>, bool, Option<i64>)> = read!(db, |c| {
        query_as(
            "SELECT c.blocked_by, me.shows_reading, r.seq FROM conversations c
             JOIN users me ON me.id = $2
             LEFT JOIN conversation_reads r ON r.conversation_id = c.id AND r.user_id = $2
             WHERE c.id = $1 AND (c.seeker_id = $3 OR c.company_id = $3)",
        )
        .bind(conversation)
        .bind(user.id)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let seq = match known {
        Some((.., read)) if side == my_side => read.unwrap_or_default(),
        Some((None, true, _)) => read_by(db, conversation, side).await?,
        _ => return Ok(None),
    };
    Ok(Some(ReadUpTo { conversation, side, seq }))
}

/// Seq up to which the people of a side have read, only of those who show it.
async fn read_by(db: &Db, id: Uuid, side: Side) -> Result<i64, AppError> {
    let seq: Option<i64> = read!(db, |c| {
        query_scalar(
            "SELECT MAX(r.seq) FROM conversation_reads r
             JOIN users u ON u.id = r.user_id AND u.shows_reading
             JOIN conversations c ON c.id = r.conversation_id
             WHERE r.conversation_id = $1 AND COALESCE(c.seeker_id = r.user_id, FALSE) = $2",
        )
        .bind(id)
        .bind(side == Side::Seeker)
        .fetch_one(c)
    })?;
    Ok(seq.unwrap_or_default())
}

/// Stores how far a user has read, and publishes it to their other tabs, and to the other side where both show reading.
pub async fn mark_read(db: &Db, user: &CurrentUser, id: Uuid, seq: i64) -> Result<(), AppError> {
    // Most marks are not newer than the stored one; those need no lock and no transaction.
    let (_, mine) = place_of(user);
    let known: Option<(i64, Option<i64>)> = read!(db, |c| {
        query_as(
            "SELECT c.last_seq, r.seq FROM conversations c
             LEFT JOIN conversation_reads r ON r.conversation_id = c.id AND r.user_id = $2
             WHERE c.id = $1 AND (c.seeker_id = $3 OR c.company_id = $3)",
        )
        .bind(id)
        .bind(user.id)
        .bind(mine)
        .fetch_optional(c)
    })?;
    let (newest, read) = known.ok_or(AppError::NotFound)?;
    if read.unwrap_or_default() >= seq.min(newest) {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    let (open, side) = open_one(&mut tx, user, id).await?;
    let seq = seq.clamp(0, open.last_seq);
    let moved = execute!(
        &mut tx,
        query(
            "INSERT INTO conversation_reads (conversation_id, user_id, seq) VALUES ($1, $2, $3)
             ON CONFLICT (conversation_id, user_id) DO UPDATE SET seq = excluded.seq
             WHERE conversation_reads.seq < excluded.seq"
        )
        .bind(id)
        .bind(user.id)
        .bind(seq)
    )?;
    if moved == 0 {
        return Ok(());
    }
    let mut hear = vec![user.id];
    if open.blocked_by.is_none() {
        let mut both = show_reading(&mut tx, open.everybody()).await?;
        if both.contains(&user.id) {
            let others = open.people_of(side.other());
            both.retain(|id| others.contains(id));
            hear.extend(both);
        }
    }
    live::publish(&mut tx, hear, &ReadUpTo { conversation: id, side, seq });
    let unread: i64 = write_in!(&mut tx, |c| {
        query_scalar("SELECT COUNT(*) FROM messages WHERE conversation_id = $1 AND seq > $2 AND side <> $3")
            .bind(id)
            .bind(seq)
            .bind(side)
            .fetch_one(c)
    })?;
    if unread == 0 {
        notifications::read_about(&mut tx, user.id, id).await?;
    }
    Ok(tx.commit().await?)
}

/// Which of these people show how far they have read.
async fn show_reading(tx: &mut Tx, people: impl Iterator<Item = Uuid>) -> Result<Vec<Uuid>, AppError> {
    let ids = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new("SELECT id FROM users WHERE shows_reading AND id IN ");
        push_list(&mut sql, people);
        sql.build_query_scalar().persistent(false).fetch_all(c).await
    });
    Ok(ids?)
}

/// The people of the other side who may see that a user is typing: both must show it.
pub async fn who_sees_typing(db: &Db, user: &CurrentUser, id: Uuid) -> Result<Vec<Uuid>, AppError> {
    let (side, mine) = place_of(user);
    let people = match side {
        Side::Seeker => read!(db, |c| {
            query_scalar(concat!(
                "SELECT u.id FROM conversations c
                 JOIN company_members m ON m.company_id = c.company_id AND ",
                reaches!("m", "c.posting_id", talks),
                " JOIN users u ON u.id = m.user_id AND u.shows_typing
                 JOIN users me ON me.id = $3 AND me.shows_typing
                 WHERE c.id = $1 AND c.seeker_id = $2 AND c.state = 'open' AND c.blocked_by IS NULL",
            ))
            .bind(id)
            .bind(mine)
            .bind(user.id)
            .fetch_all(c)
        })?,
        Side::Company => read!(db, |c| {
            query_scalar(concat!(
                "SELECT u.id FROM conversations c
                 JOIN company_members m ON m.company_id = c.company_id AND m.user_id = $3 AND ",
                reaches!("m", "c.posting_id", talks),
                " JOIN users u ON u.id = c.seeker_id AND u.shows_typing
                 JOIN users me ON me.id = $3 AND me.shows_typing
                 WHERE c.id = $1 AND c.company_id = $2 AND c.state = 'open' AND c.blocked_by IS NULL",
            ))
            .bind(id)
            .bind(mine)
            .bind(user.id)
            .fetch_all(c)
        })?,
    };
    Ok(people)
}

//! Storing messages, a batch in one transaction.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use super::{
    Open, open,
    search::{WORDS_VERSION, row_of, store_words},
};
use crate::{
    db::{Db, Tx, now, push_list},
    error::AppError,
    live,
    messages::{
        ConversationChanged, MessageChanged, MessageProblem,
        guests::queue_guest_mail,
        links::links,
        model::{Attachment, ConversationState, Message, Sent, Side},
    },
    notifications::{self, Kind, Notice},
    write_in,
};

/// Characters of the newest message that the list shows.
const EXCERPT: usize = 120;

/// A message to be stored.
#[derive(Debug)]
pub struct Letter {
    pub id: Uuid,
    pub conversation: Uuid,
    pub sender: Uuid,
    /// The company that they write for.
    pub company: Option<Uuid>,
    pub name: String,
    /// May be empty when there are files.
    pub text: String,
    pub files: Vec<StoredFile>,
}

/// A file of a message, in the store.
#[derive(Clone, Debug)]
pub struct StoredFile {
    pub attachment: Attachment,
    /// Its name in the store.
    pub file: String,
}

#[derive(FromRow)]
struct Known {
    id: Uuid,
    conversation_id: Uuid,
    sender_id: Uuid,
    seq: i64,
    created_at: DateTime<Utc>,
}

async fn known(tx: &mut Tx, letters: &[Letter]) -> Result<HashMap<Uuid, Known>, AppError> {
    let rows: Vec<Known> = write_in!(tx, |c| async {
        let mut sql =
            QueryBuilder::new("SELECT id, conversation_id, sender_id, seq, created_at FROM messages WHERE id IN ");
        push_list(&mut sql, letters.iter().map(|letter| letter.id));
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Stores messages, and publishes them to both sides. Each has its own result. Idempotent: a message that is stored
/// already gets the same receipt again.
pub async fn store(db: &Db, letters: &[Letter]) -> Result<Vec<Result<Sent, AppError>>, AppError> {
    let mut tx = db.begin().await?;
    let stored = store_in(&mut tx, letters).await?;
    tx.commit().await?;
    Ok(stored)
}

/// The same as `store`, inside a larger transaction.
pub async fn store_in(tx: &mut Tx, letters: &[Letter]) -> Result<Vec<Result<Sent, AppError>>, AppError> {
    let ids: Vec<Uuid> = letters.iter().map(|letter| letter.conversation).collect();
    let mut open = open(tx, &ids).await?;
    let asked: HashSet<Uuid> =
        open.values().filter(|o| o.state == ConversationState::Requested).map(|o| o.id).collect();
    let mut known = known(tx, letters).await?;
    let (at, mut new, mut stored) = (now(), Vec::new(), Vec::new());
    for letter in letters {
        let placed = place(letter, &mut open, &mut known, at);
        if let Ok((sent, Some(side))) = placed {
            new.push((letter, sent.seq, side));
        }
        stored.push(placed.map(|(sent, _)| sent));
    }
    if new.is_empty() {
        return Ok(stored);
    }
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(
            "INSERT INTO messages (id, conversation_id, seq, side, sender_id, sender_name, text, created_at, words_version) ",
        );
        sql.push_values(&new, |mut row, (letter, seq, side)| {
            row.push_bind(letter.id).push_bind(letter.conversation).push_bind(*seq).push_bind(*side);
            row.push_bind(letter.sender).push_bind(letter.name.clone()).push_bind(letter.text.clone()).push_bind(at);
            row.push_bind(WORDS_VERSION);
        });
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    let words = new.iter().map(|(letter, seq, _)| {
        let conversation = letter.conversation;
        (letter.id, conversation, row_of(&open[&conversation], *seq, &letter.text))
    });
    store_words(tx, &words.collect::<Vec<_>>()).await?;
    attach(tx, &new, &open).await?;
    note_newest(tx, &new, at, &asked).await?;
    let mut notices = Vec::new();
    for (letter, seq, side) in &new {
        let conversation = &open[&letter.conversation];
        let message = Message {
            id: letter.id,
            seq: *seq,
            side: *side,
            sender: letter.sender,
            name: letter.name.clone(),
            text: letter.text.clone(),
            links: links(&letter.text),
            attachments: letter.files.iter().map(|f| f.attachment.clone()).collect(),
            at,
            edited: false,
            deleted: false,
        };
        live::publish(tx, conversation.everybody(), &MessageChanged { conversation: letter.conversation, message });
        let question = *side == Side::Seeker && asked.contains(&letter.conversation);
        if *side == Side::Company && asked.contains(&letter.conversation) {
            live::publish(tx, conversation.everybody(), &ConversationChanged { id: letter.conversation });
        }
        if *side == Side::Company && conversation.seeker_id.is_none() {
            queue_guest_mail(tx, letter.conversation).await?;
        }
        for user in conversation.people_of(side.other()) {
            notices.push(Notice {
                user,
                kind: if question { Kind::MessageRequest } else { Kind::Message },
                about: letter.conversation,
                subject: None,
                title: conversation.title.clone(),
                name: conversation.name_of(*side).to_string(),
            });
        }
    }
    notifications::notify(tx, notices).await?;
    Ok(stored)
}

async fn attach(tx: &mut Tx, new: &[(&Letter, i64, Side)], open: &HashMap<Uuid, Open>) -> Result<(), AppError> {
    let mut files: Vec<(Uuid, Uuid, Option<Uuid>, &StoredFile)> = Vec::new();
    for (letter, _, side) in new {
        let company = (*side == Side::Company).then(|| open[&letter.conversation].company_id);
        files.extend(letter.files.iter().map(|file| (letter.id, letter.sender, company, file)));
    }
    if files.is_empty() {
        return Ok(());
    }
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(
            "INSERT INTO attachments (id, message_id, name, kind, size, file, sender_id, company_id) ",
        );
        sql.push_values(&files, |mut row, (message, sender, company, StoredFile { attachment, file })| {
            row.push_bind(attachment.id).push_bind(*message).push_bind(attachment.name.clone());
            row.push_bind(attachment.kind).push_bind(attachment.size).push_bind(file.clone());
            row.push_bind(*sender).push_bind(*company);
        });
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Gives a message its seq; its side too, if it is new.
fn place(
    letter: &Letter,
    open: &mut HashMap<Uuid, Open>,
    known: &mut HashMap<Uuid, Known>,
    at: DateTime<Utc>,
) -> Result<(Sent, Option<Side>), AppError> {
    let conversation = open.get_mut(&letter.conversation).ok_or(AppError::NotFound)?;
    let side = conversation.side(letter.sender, letter.company).ok_or(AppError::NotFound)?;
    if let Some(known) = known.get(&letter.id) {
        let mine = known.sender_id == letter.sender && known.conversation_id == letter.conversation;
        let sent = Sent { seq: known.seq, at: known.created_at, again: true };
        return if mine { Ok((sent, None)) } else { Err(AppError::Malformed) };
    }
    if !conversation.takes_from(side) {
        return Err(AppError::refused(MessageProblem::ConversationClosed));
    }
    if conversation.state == ConversationState::Requested && side == Side::Company {
        conversation.state = ConversationState::Open;
    }
    conversation.last_seq += 1;
    let (id, seq) = (letter.id, conversation.last_seq);
    let sender_id = letter.sender;
    known.insert(id, Known { id, conversation_id: letter.conversation, sender_id, seq, created_at: at });
    Ok((Sent { seq, at, again: false }, Some(side)))
}

/// Updates the newest message of each conversation. A company's answer accepts a requested one.
async fn note_newest(
    tx: &mut Tx,
    new: &[(&Letter, i64, Side)],
    at: DateTime<Utc>,
    asked: &HashSet<Uuid>,
) -> Result<(), AppError> {
    let newest: BTreeMap<Uuid, &(&Letter, i64, Side)> = new.iter().map(|n| (n.0.conversation, n)).collect();
    let answered = new.iter().filter(|n| n.2 == Side::Company && asked.contains(&n.0.conversation));
    let answered: Vec<Uuid> = answered.map(|n| n.0.conversation).collect();
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(
            "UPDATE conversations SET last_seq = v.column2, last_text = v.column3, last_side = v.column4,
                 last_at = ",
        );
        sql.push_bind(at).push(" FROM (");
        sql.push_values(&newest, |mut row, (id, (letter, seq, side))| {
            row.push_bind(*id).push_bind(*seq).push_bind(summary(letter)).push_bind(*side);
        });
        sql.push(") AS v WHERE conversations.id = v.column1");
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    if !answered.is_empty() {
        write_in!(tx, |c| async {
            let mut sql = QueryBuilder::new("UPDATE conversations SET state = 'open' WHERE id IN ");
            push_list(&mut sql, answered.iter().copied());
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// What the list shows of a message: its beginning, or what is attached to it.
fn summary(letter: &Letter) -> String {
    match letter.files.first() {
        Some(file) if letter.text.is_empty() => excerpt(&file.attachment.file_name()),
        _ => excerpt(&letter.text),
    }
}

/// The beginning of a text, in one line.
pub fn excerpt(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(EXCERPT).collect()
}

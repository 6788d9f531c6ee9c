//! The list of somebody's conversations.

use chrono::{DateTime, Datelike, Utc};
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use super::{
    place_of,
    search::{hits, push_said, sought},
};
use crate::{
    accounts::CurrentUser,
    db::{Db, Engine, KeyValue, ListOrder},
    error::AppError,
    messages::model::{ConversationRow, ConversationState, Show, Side},
    paging::{Cursor, Page},
    read,
};

/// Conversations on a page of the list.
const CONVERSATIONS: usize = 30;

#[derive(FromRow)]
struct ListRow {
    id: Uuid,
    company: String,
    seeker: String,
    title: String,
    state: ConversationState,
    last_text: String,
    last_side: Option<Side>,
    last_sender: Option<Uuid>,
    last_name: Option<String>,
    last_at: DateTime<Utc>,
    unread: i64,
    /// 1 for conversations that are sorted first: the unread ones, if asked for.
    ahead: i32,
}

/// Which conversations are asked for, and in which order.
pub struct Asked {
    pub text: String,
    pub show: Show,
    pub cursor: Cursor,
}

/// A page of a user's conversations, the newest first; if asked for, those with unread messages before the others.
pub async fn list(db: &Db, user: &CurrentUser, asked: &Asked) -> Result<Page<ConversationRow>, AppError> {
    let (side, mine) = place_of(user);
    let unread_first = asked.show == Show::UnreadFirst;
    let key = match &asked.cursor {
        Cursor::First => None,
        Cursor::After(key) | Cursor::Before(key) => match parse_key(key) {
            Some((ahead, at, id)) => {
                let ahead = unread_first.then_some(KeyValue::Number(ahead.into()));
                Some(ahead.into_iter().chain([KeyValue::Time(at), KeyValue::Id(id)]).collect::<Vec<_>>())
            }
            None => return Ok(Page::default()),
        },
    };
    let columns: &[_] = if unread_first { &["ahead", "last_at", "id"] } else { &["last_at", "id"] };
    let order = ListOrder::descending(columns, &asked.cursor);
    let sought = sought(&asked.text);
    let rows: Vec<ListRow> = read!(db, |c| async {
        // A constant needs no sorting, so the engine can read the index in order.
        let ahead = if unread_first { "CASE WHEN unread > 0 THEN 1 ELSE 0 END" } else { "0" };
        let mut sql = QueryBuilder::new("SELECT * FROM (SELECT found.*, ");
        sql.push(ahead).push(
            " AS ahead FROM (
                 SELECT c.id, co.name AS company, COALESCE(u.name, k.name, '') AS seeker, p.title, c.state, c.last_text, c.last_side, c.last_at,
                     newest.sender_id AS last_sender, newest.sender_name AS last_name,
                     (SELECT COUNT(*) FROM messages m WHERE m.conversation_id = c.id
                         AND m.seq > COALESCE(r.seq, 0) AND m.side <> ",
        );
        sql.push_bind(side).push(
            ") AS unread FROM conversations c JOIN postings p ON p.id = c.posting_id
             JOIN companies co ON co.id = c.company_id LEFT JOIN users u ON u.id = c.seeker_id
             LEFT JOIN candidates k ON k.id = c.candidate_id
             LEFT JOIN messages newest ON newest.conversation_id = c.id AND newest.seq = c.last_seq
             LEFT JOIN conversation_reads r ON r.conversation_id = c.id AND r.user_id = ",
        );
        sql.push_bind(user.id).push(match side {
            Side::Seeker => " WHERE c.seeker_id = ",
            Side::Company => " WHERE c.last_seq > 0 AND c.company_id = ",
        });
        sql.push_bind(mine);
        if let Some(only) = user.company.and_then(|company| user.reach(company).only) {
            sql.push(" AND EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = c.posting_id AND t.user_id = ");
            sql.push_bind(only).push(")");
        }
        // Names change after they were indexed, so they are looked at as they are too.
        for (part, spellings) in &sought {
            let (holds, pattern) = in_any_case(db, part);
            sql.push(" AND (p.title").push(holds).push_bind(pattern.clone());
            sql.push(" OR co.name").push(holds).push_bind(pattern.clone());
            sql.push(" OR COALESCE(u.name, k.name)").push(holds).push_bind(pattern);
            sql.push(" OR ");
            push_said(&mut sql, db, mine, spellings);
            sql.push(")");
        }
        sql.push(") AS found) AS listed WHERE TRUE");
        if asked.show == Show::Unread {
            sql.push(" AND unread > 0");
        }
        order.push_page(&mut sql, key, CONVERSATIONS + 1);
        sql.build_query_as().fetch_all(c).await
    })?;
    let page = asked
        .cursor
        .page(rows, CONVERSATIONS, |row| format!("{}.{}.{}", row.ahead, row.last_at.timestamp_micros(), row.id));
    let shown: Vec<Uuid> = page.rows.iter().map(|row| row.id).collect();
    let mut hits = hits(db, mine, &shown, &sought).await?;
    let row = |row: ListRow| ConversationRow {
        hit: hits.remove(&row.id).filter(|hit| hit.newer > 0),
        id: row.id,
        with: if side == Side::Seeker { row.company } else { row.seeker },
        title: row.title,
        state: row.state,
        last_text: row.last_text,
        colleague: row.last_name.filter(|_| row.last_side == Some(side) && row.last_sender != Some(user.id)),
        mine: row.last_side.map(|last| last == side),
        last_at: row.last_at,
        unread: row.unread,
    };
    Ok(page.map(row))
}

/// The operator of a case-insensitive substring search, and its pattern. The pattern lists both cases of each letter,
/// because SQLite folds case for ASCII only, and PostgreSQL by the database's locale.
fn in_any_case(db: &Db, text: &str) -> (&'static str, String) {
    let (operator, around, escape): (_, _, fn(char) -> String) = match &db.engine {
        Engine::Sqlite { .. } => (" GLOB ", "*", |c| match c {
            '*' | '?' | '[' => format!("[{c}]"),
            _ => c.to_string(),
        }),
        Engine::Postgres(_) => (" ~ ", "", |c| match c.is_ascii_punctuation() {
            true => format!(r"\{c}"),
            false => c.to_string(),
        }),
    };
    let mut pattern = around.to_string();
    for c in text.chars() {
        let (small, large) = (c.to_lowercase(), c.to_uppercase());
        let has_case = small.len() == 1 && large.len() == 1 && small.to_string() != large.to_string();
        pattern.push_str(&if has_case { format!("[{small}{large}]") } else { escape(c) });
    }
    (operator, pattern + around)
}

fn parse_key(key: &str) -> Option<(i32, DateTime<Utc>, Uuid)> {
    let mut parts = key.splitn(3, '.');
    let ahead = parts.next()?.parse().ok()?;
    let at = DateTime::from_timestamp_micros(parts.next()?.parse().ok()?)?;
    if !(1970..10_000).contains(&at.year()) {
        return None; // PostgreSQL knows fewer years than chrono
    }
    Some((ahead, at, parts.next()?.parse().ok()?))
}

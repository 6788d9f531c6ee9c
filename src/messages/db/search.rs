//! The index of what is said in conversations: words, folded here for both engines and on both sides.
//!
//! Each message has a row of words, which begins with those who may read it: an engine then looks through one side's
//! messages only. The first message's row holds the words of the conversation too, such as its posting's title.

use std::collections::HashMap;

use sqlx::{FromRow, QueryBuilder, query, query_as};
use uuid::Uuid;

use super::{Open, open};
use crate::{
    db::{Db, Engine, PushValue, SqlEngine, Tx, push_list},
    error::AppError,
    execute,
    messages::MessageHit,
    read,
    text::{
        fold::{fold, is_letter, spellings},
        is_unspaced,
    },
    write_in,
};

/// Version of the rules that words are made by: raised when they change, so that every message's are made anew.
pub const WORDS_VERSION: i64 = 1;
/// Characters of a word that count.
const WORD_CHARACTERS: usize = 40;
/// Words of a search that count.
const MAX_WORDS: usize = 12;
/// Words that are shown of a message before the one that was found, and characters from there on.
const WORDS_BEFORE: usize = 4;
const EXCERPT_CHARACTERS: usize = 120;
/// Messages whose words are made anew by one transaction.
const AT_ONCE: i64 = 100;

/// The words of a text in all its spellings, one after the other.
fn all_words(text: &str) -> Vec<String> {
    spellings(&fold(text)).iter().flat_map(|text| words(text)).collect()
}

/// The words of a folded text: runs of letters and digits.
fn words(folded: &str) -> Vec<String> {
    let (mut words, mut word) = (Vec::new(), String::new());
    for c in folded.chars() {
        if !is_letter(c) || is_unspaced(c) {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if is_letter(c) {
            word.push(c);
        }
        if is_unspaced(c) {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words.into_iter().map(|word| word.chars().take(WORD_CHARACTERS).collect()).collect()
}

/// The word that stands for those who may read a message: a seeker or a company.
fn reader(id: Uuid) -> String {
    format!("o{}", id.simple())
}

/// The row of a message's words.
pub(super) fn row_of(open: &Open, seq: i64, text: &str) -> String {
    let mut row = vec![reader(open.applicant()), reader(open.company_id)];
    if seq == 1 {
        row.extend([&open.title, &open.company, &open.seeker].into_iter().flat_map(|name| all_words(name)));
    }
    row.extend(all_words(text));
    row.join(" ")
}

/// Stores the words of messages: their ids, conversations and rows.
pub(super) async fn store_words(tx: &mut Tx, rows: &[(Uuid, Uuid, String)]) -> Result<(), AppError> {
    if rows.is_empty() {
        return Ok(());
    }
    write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new("INSERT INTO message_words (message_id, conversation_id, words) ");
        sql.push_values(rows, |mut row, (message, conversation, words)| {
            row.push_bind(*message).push_bind(*conversation).push_bind(words.clone());
        });
        sql.push(" ON CONFLICT (message_id) DO UPDATE SET words = excluded.words");
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// What stands between two spaces of a search: as it was written, and as words in each of its spellings.
pub(super) type Sought = (String, Vec<Vec<String>>);

/// What a search in conversations looks for.
pub(super) fn sought(text: &str) -> Vec<Sought> {
    let spelt = |part: &str| spellings(&fold(part)).iter().map(|text| words(text)).collect::<Vec<_>>();
    let parts = text.split_whitespace().map(|part| (part.to_string(), spelt(part)));
    parts.filter(|(_, spellings)| !spellings.iter().all(Vec::is_empty)).take(MAX_WORDS).collect()
}

/// A condition: something said in the conversation `c` that is `of` somebody holds the words of one spelling, one after
/// the other, the last one perhaps longer.
pub(super) fn push_said<E: SqlEngine>(sql: &mut QueryBuilder<E>, db: &Db, of: Uuid, spellings: &[Vec<String>]) {
    sql.push("c.id IN (SELECT words.conversation_id FROM message_words words WHERE ");
    push_holds(sql, db, of, spellings);
    sql.push(")");
}

/// A condition: the row `words` of a message that is `of` somebody holds one of these.
fn push_holds<E: SqlEngine>(sql: &mut QueryBuilder<E>, db: &Db, of: Uuid, spellings: &[Vec<String>]) {
    let reader = reader(of);
    match &db.engine {
        Engine::Sqlite { .. } => {
            sql.push("words.id IN (SELECT rowid FROM message_search WHERE message_search MATCH ");
            let phrases: Vec<String> = spellings.iter().map(|words| format!("\"{}\" *", words.join(" "))).collect();
            sql.push_value(format!("\"{reader}\" AND ({})", phrases.join(" OR "))).push(")");
        }
        Engine::Postgres(_) => {
            sql.push("words.search @@ CAST(");
            let phrases: Vec<String> =
                spellings.iter().map(|words| format!("('{}':*)", words.join("' <-> '"))).collect();
            sql.push_value(format!("'{reader}' & ({})", phrases.join(" | "))).push(" AS tsquery)");
        }
    }
}

#[derive(FromRow)]
struct HitRow {
    conversation_id: Uuid,
    seq: i64,
    text: String,
    newer: i64,
}

/// By conversation the newest message that holds something of what is sought.
pub(super) async fn hits(
    db: &Db,
    of: Uuid,
    conversations: &[Uuid],
    sought: &[Sought],
) -> Result<HashMap<Uuid, MessageHit>, AppError> {
    if sought.is_empty() || conversations.is_empty() {
        return Ok(HashMap::new());
    }
    let spellings: Vec<Vec<String>> = sought.iter().flat_map(|(_, spellings)| spellings.clone()).collect();
    let rows: Vec<HitRow> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT conversation_id, seq, text, newer FROM (
                 SELECT m.conversation_id, m.seq, m.text, c.last_seq - m.seq AS newer,
                     ROW_NUMBER() OVER (PARTITION BY m.conversation_id ORDER BY m.seq DESC) AS place
                 FROM message_words words JOIN messages m ON m.id = words.message_id
                 JOIN conversations c ON c.id = m.conversation_id WHERE words.conversation_id IN ",
        );
        push_list(&mut sql, conversations.iter().copied());
        sql.push(" AND ");
        push_holds(&mut sql, db, of, &spellings);
        sql.push(") AS found WHERE place = 1");
        sql.build_query_as().fetch_all(c).await
    })?;
    let hit = |row: HitRow| {
        let excerpt = excerpt(&row.text, &spellings)?;
        Some((row.conversation_id, MessageHit { seq: row.seq, excerpt, newer: row.newer }))
    };
    Ok(rows.into_iter().filter_map(hit).collect())
}

/// What a text says from a few words before the first that is sought; none where none is.
fn excerpt(text: &str, sought: &[Vec<String>]) -> Option<String> {
    let begins = |word: &String| sought.iter().filter_map(|words| words.first()).any(|first| word.starts_with(first));
    let parts: Vec<&str> = text.split_whitespace().collect();
    let at = parts.iter().position(|part| all_words(part).iter().any(&begins))?;
    let start = at.saturating_sub(WORDS_BEFORE);
    let said = parts[start..].join(" ");
    let shown: String = said.chars().take(EXCERPT_CHARACTERS).collect();
    let (before, behind) = (if start > 0 { "…" } else { "" }, if shown.len() < said.len() { "…" } else { "" });
    Some(format!("{before}{shown}{behind}"))
}

/// Makes the words of a batch of messages that have none by the present rules; returns whether there were any.
pub async fn index_some(db: &Db) -> Result<bool, AppError> {
    let mut old: Vec<(Uuid, Uuid, i64, String)> = read!(db, |c| {
        query_as("SELECT id, conversation_id, seq, text FROM messages WHERE words_version < $1 LIMIT $2")
            .bind(WORDS_VERSION)
            .bind(AT_ONCE)
            .fetch_all(c)
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    old.sort_by_key(|(id, ..)| *id);
    let mut tx = db.begin().await?;
    let open = open(&mut tx, &old.iter().map(|(_, conversation, ..)| *conversation).collect::<Vec<_>>()).await?;
    let mut rows = Vec::with_capacity(old.len());
    for (id, conversation, seq, text) in old {
        // An edit in between has made them by the present rules as well, so that row is left alone.
        let changed = execute!(
            &mut tx,
            query("UPDATE messages SET words_version = $1 WHERE id = $2 AND words_version < $1 AND text = $3")
                .bind(WORDS_VERSION)
                .bind(id)
                .bind(&text)
        )?;
        if let Some(open) = open.get(&conversation).filter(|_| changed > 0) {
            rows.push((id, conversation, row_of(open, seq, &text)));
        }
    }
    store_words(&mut tx, &rows).await?;
    tx.commit().await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_words() {
        for (text, cut) in [
            ("Über 100% [sic] *C:\\new_files*?", "uber 100 sic c new files ueber 100 sic c new files"),
            ("Straße, CAFÉ", "strasse cafe"),
            ("東京で会う", "東 京 で 会 う"),
            ("我们在Berlin见面", "我 们 在 berlin 见 面"),
            ("'; DROP TABLE x; --\" & | ! <-> :*", "drop table x"),
            ("🙂 \0", ""),
        ] {
            assert_eq!(all_words(text).join(" "), cut, "{text}");
        }
        assert_eq!(words(&"x".repeat(4_000)), ["x".repeat(WORD_CHARACTERS)]);
    }

    #[test]
    fn a_message_is_shown_around_what_was_found() {
        let of = |text: &str, q: &str| {
            let spellings = sought(q).into_iter().flat_map(|(_, spellings)| spellings).collect::<Vec<_>>();
            excerpt(text, &spellings)
        };
        assert_eq!(of("We pick pears", "PEAR").as_deref(), Some("We pick pears"));
        assert_eq!(of("one two three four five\nsix pears", "pear").as_deref(), Some("…three four five six pears"));
        assert_eq!(of("Die Äpfel", "aepfel").as_deref(), Some("Die Äpfel"));
        assert_eq!(of(&"pear ".repeat(100), "pear").unwrap().chars().count(), EXCERPT_CHARACTERS + 1);
        assert_eq!(of("We pick pears", "plum"), None);
    }

    #[test]
    fn a_search_is_what_stands_between_spaces() {
        let of = |part: &str, spellings: &[&str]| {
            let words = |text: &&str| text.split(' ').map(String::from).collect();
            (part.to_string(), spellings.iter().map(words).collect())
        };
        let found = sought("c:\\new_f % Über");
        assert_eq!(found, [of("c:\\new_f", &["c new f"]), of("Über", &["uber", "ueber"])]);
        assert_eq!(sought(&"x ".repeat(50)).len(), MAX_WORDS);
    }
}

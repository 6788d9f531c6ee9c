//! The full-text index of postings. The program folds and writes it, so that both engines find the same.

use std::collections::HashSet;

use sqlx::{FromRow, QueryBuilder, query_scalar};
use uuid::Uuid;

use super::expression::Field;
use crate::{
    db::{Db, EngineTx, Lock, Tx, push_list},
    error::{AppError, internal},
    jobs::tags,
    read,
    text::{
        places::{country_words, place_words},
        words::kept_words,
    },
    write_in,
};

/// Raised when texts are folded or cut otherwise: what is kept of older versions is kept anew.
pub const SEARCH_VERSION: i64 = 2;
/// Postings that one statement writes.
const POSTINGS_AT_ONCE: usize = 200;

#[derive(FromRow)]
struct Texts {
    id: Uuid,
    title: String,
    company: String,
    skills: String,
    description: String,
    city: String,
    region: String,
    country: String,
}

/// The words that a posting is found by, each with the mark of its field.
struct Kept {
    id: Uuid,
    words: HashSet<String>,
    /// Those of title, company and skills.
    head: HashSet<String>,
}

impl Texts {
    fn kept(self) -> Kept {
        let title = kept_words(&self.title, true);
        let mut all_head = title.clone();
        for text in std::iter::once(self.company.as_str()).chain(self.skills.lines()) {
            all_head.extend(kept_words(text, true));
        }
        let mut head: HashSet<String> = title.iter().map(|word| Field::Title.marked(word)).collect();
        head.extend(all_head.iter().map(|word| Field::Head.marked(word)));
        let places = [&self.city, &self.region].into_iter().flat_map(|name| place_words(name, &self.country));
        let mut words: HashSet<String> = places.map(|word| Field::Place.marked(&word)).collect();
        words.extend(country_words(&self.country).iter().map(|word| Field::Country.marked(word)));
        words.extend(head.iter().cloned());
        words.extend(all_head);
        words.extend(kept_words(&self.description, false));
        Kept { id: self.id, words, head }
    }
}

/// Keeps the words of these postings, as their texts are now.
pub async fn index(tx: &mut Tx, postings: &[Uuid]) -> Result<(), AppError> {
    for ids in postings.chunks(POSTINGS_AT_ONCE) {
        let texts: Vec<Texts> = write_in!(&mut *tx, |c| async {
            let mut sql = QueryBuilder::new(
                "SELECT p.id, p.title, c.name AS company, p.skills, p.description, p.city, p.region, p.country
                 FROM postings p JOIN companies c ON c.id = p.company_id WHERE p.id IN ",
            );
            push_list(&mut sql, ids.iter().copied());
            sql.build_query_as().persistent(false).fetch_all(c).await
        })?;
        let folding = move || texts.into_iter().map(Texts::kept).collect();
        let kept: Vec<Kept> = tokio::task::spawn_blocking(folding).await.map_err(internal)?;
        if !kept.is_empty() {
            write(tx, &kept).await?;
        }
    }
    Ok(())
}

async fn write(tx: &mut Tx, kept: &[Kept]) -> Result<(), sqlx::Error> {
    let line = tx.line.clone();
    match &mut tx.engine {
        EngineTx::Sqlite(tx) => {
            let mut sql = QueryBuilder::new(
                "INSERT OR REPLACE INTO posting_search (rowid, words) SELECT p.seq, v.column2 FROM (",
            );
            sql.push_values(kept, |mut row, kept| {
                row.push_bind(kept.id).push_bind(joined(&kept.words));
            });
            sql.push(") AS v JOIN postings p ON p.id = v.column1");
            line.answer(sql.build().persistent(false).execute(&mut **tx)).await?;
            let mut sql = QueryBuilder::new("UPDATE postings SET search_version = ");
            sql.push_bind(SEARCH_VERSION).push(" WHERE id IN ");
            push_list(&mut sql, kept.iter().map(|kept| kept.id));
            line.answer(sql.build().persistent(false).execute(&mut **tx)).await?;
        }
        EngineTx::Postgres(tx) => {
            let mut sql = QueryBuilder::new("UPDATE postings SET search_version = ");
            sql.push_bind(SEARCH_VERSION);
            sql.push(", search = CAST(v.column2 AS tsvector), head_search = CAST(v.column3 AS tsvector) FROM (");
            sql.push_values(kept, |mut row, kept| {
                row.push_bind(kept.id).push_bind(vector(&kept.words)).push_bind(vector(&kept.head));
            });
            sql.push(") AS v WHERE postings.id = v.column1");
            line.answer(sql.build().persistent(false).execute(&mut **tx)).await?;
        }
    }
    Ok(())
}

fn joined(words: &HashSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A tsvector. Words hold letters and digits only, so that quotes are enough.
fn vector(words: &HashSet<String>) -> String {
    words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ")
}

/// Keeps a batch of postings that are not kept yet, or by older rules; returns whether there were any.
pub async fn index_some(db: &Db) -> Result<bool, AppError> {
    const OLD: &str = "SELECT id FROM postings WHERE search_version < $1 LIMIT 1";
    let old: Option<Uuid> = read!(db, |c| query_scalar(OLD).bind(SEARCH_VERSION).fetch_optional(c))?;
    if old.is_none() {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    // Another node may be at some of them.
    let sql = match tx.is_postgres() {
        true => "SELECT id FROM postings WHERE search_version < $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED",
        false => "SELECT id FROM postings WHERE search_version < $1 ORDER BY id LIMIT $2",
    };
    let ids: Vec<Uuid> =
        write_in!(&mut tx, |c| { query_scalar(sql).bind(SEARCH_VERSION).bind(POSTINGS_AT_ONCE as i64).fetch_all(c) })?;
    tx.locked(Lock::Postings, ids.len());
    index(&mut tx, &ids).await?;
    tx.change([tags::LISTS]);
    tx.commit().await?;
    Ok(!ids.is_empty())
}

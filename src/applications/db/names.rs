//! The index of candidates' names: words, folded here for both engines.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, query, query_as};
use uuid::Uuid;

use crate::{
    db::{Db, PushValue, SqlEngine, Tx},
    error::AppError,
    execute, read,
    text::fold::{fold, is_letter, spellings},
    write_in,
};

/// Version of the rules that words are made by: raised when they change, so that every name's are made anew.
const WORDS_VERSION: i64 = 1;
/// Characters of a word that count.
const WORD_CHARACTERS: usize = 40;
/// Words of a search that count.
const MAX_WORDS: usize = 6;
/// Applications whose words are made anew by one transaction.
const AT_ONCE: i64 = 200;
/// Above every word that begins with what stands before it.
const LAST: char = '\u{10FFFF}';

/// The words of a folded text: runs of letters and digits.
fn words(folded: &str) -> Vec<String> {
    let words = folded.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(WORD_CHARACTERS).collect()).collect()
}

/// The words of a name in all its spellings.
fn words_of(name: &str) -> BTreeSet<String> {
    spellings(&fold(name)).iter().flat_map(|name| words(name)).collect()
}

/// What a search looks for: words, each in all its spellings, of which a name has one that begins so.
pub(super) fn sought(text: &str) -> Vec<BTreeSet<String>> {
    let parts = text.split(|c: char| !is_letter(c)).map(words_of);
    parts.filter(|spellings| !spellings.is_empty()).take(MAX_WORDS).collect()
}

/// A condition: the name of the application `a` has all of these words.
pub(super) fn push_named<E: SqlEngine>(sql: &mut QueryBuilder<E>, company: Uuid, sought: &[BTreeSet<String>]) {
    for spellings in sought {
        sql.push(" AND a.id IN (SELECT w.application_id FROM candidate_words w WHERE w.company_id = ");
        sql.push_value(company).push(" AND (");
        for (i, word) in spellings.iter().enumerate() {
            sql.push(if i == 0 { "w.word >= " } else { " OR w.word >= " }).push_value(word.clone());
            sql.push(" AND w.word < ").push_value(format!("{word}{LAST}"));
        }
        sql.push("))");
    }
}

/// Makes the words of the name that an application has.
pub(super) async fn index_name(tx: &mut Tx, company: Uuid, application: Uuid, name: &str) -> Result<(), AppError> {
    forget_names(tx, &[application]).await?;
    let words = words_of(name);
    if !words.is_empty() {
        write_in!(&mut *tx, |c| async {
            let mut sql = QueryBuilder::new("INSERT INTO candidate_words (company_id, word, application_id) ");
            sql.push_values(&words, |mut row, word| {
                row.push_bind(company).push_bind(word.clone()).push_bind(application);
            });
            sql.push(" ON CONFLICT DO NOTHING");
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    let note = "UPDATE applications SET words_version = $1 WHERE id = $2";
    execute!(tx, query(note).bind(WORDS_VERSION).bind(application))?;
    Ok(())
}

/// Forgets the words of names that are gone.
pub(super) async fn forget_names(tx: &mut Tx, applications: &[Uuid]) -> Result<(), AppError> {
    for application in applications {
        execute!(&mut *tx, query("DELETE FROM candidate_words WHERE application_id = $1").bind(application))?;
    }
    Ok(())
}

/// Makes the words of a batch of names that have none by the present rules; returns whether there were any.
pub async fn index_some(db: &Db) -> Result<bool, AppError> {
    let old: Vec<(Uuid, Uuid)> = read!(db, |c| {
        query_as(
            "SELECT a.id, p.company_id FROM applications a JOIN postings p ON p.id = a.posting_id
             WHERE a.words_version < $1 LIMIT $2",
        )
        .bind(WORDS_VERSION)
        .bind(AT_ONCE)
        .fetch_all(c)
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    for (id, company) in old {
        // Locked, so that a name which goes meanwhile leaves no words.
        let name: Option<String> = write_in!(&mut tx, |c| {
            sqlx::query_scalar("UPDATE applications SET words_version = $1 WHERE id = $2 RETURNING name")
                .bind(WORDS_VERSION)
                .bind(id)
                .fetch_optional(c)
        })?;
        if let Some(name) = name {
            index_name(&mut tx, company, id, &name).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| word.to_string()).collect()
    }

    #[test]
    fn names_have_their_words_in_all_spellings() {
        assert_eq!(
            words_of("Jörg Müller-Lüdenscheidt"),
            all(&["jorg", "joerg", "muller", "mueller", "ludenscheidt", "luedenscheidt"])
        );
        assert_eq!(words_of("O’Neill, José"), all(&["o", "neill", "jose"]));
        assert_eq!(words_of(" \0🙂"), all(&[]));
    }

    #[test]
    fn a_search_asks_for_each_word() {
        assert_eq!(sought("mül  ann%"), [all(&["mul", "muel"]), all(&["ann"])]);
        assert_eq!(sought(&"x ".repeat(50)).len(), MAX_WORDS);
        assert!(sought(" %_ ").is_empty());
    }
}

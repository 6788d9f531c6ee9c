//! Postings by the words of their titles.

use sqlx::{Database, Postgres, QueryBuilder};

use super::expression::{Field, Fit, expression};
use crate::{
    db::{PushValue, SqlEngine},
    text::words::AskedWord,
};

/// The column of `postings` that [`push_titled`] compares.
pub fn titled_column<E: SqlEngine>() -> &'static str {
    if E::NAME == Postgres::NAME { "head_search" } else { "seq" }
}

/// A condition on a row of `postings`: its title has one of these words, whole.
pub fn push_titled<E: SqlEngine>(sql: &mut QueryBuilder<E>, words: &[AskedWord]) {
    let words = words.iter().map(|word| expression::<E>(std::slice::from_ref(word), Field::Title, Fit::Whole));
    let words: Vec<String> = words.collect();
    if E::NAME == Postgres::NAME {
        sql.push("head_search @@ CAST(").push_value(words.join(" | ")).push(" AS tsquery)");
    } else {
        sql.push("seq IN (SELECT rowid FROM posting_search WHERE posting_search MATCH ");
        sql.push_value(words.join(" OR ")).push(")");
    }
}

//! Keyset pagination, written once for every list. A page is the rows after a key in the list's order, one more than it
//! shows, so that [`Cursor::page`] knows whether another page follows.

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::dynamic::{PushValue, SqlEngine};
use crate::paging::Cursor;

/// The columns that a list is ordered by. The order is reversed for a page before the cursor, so that the rows nearest
/// to the key come first.
#[derive(Clone, Copy, Debug)]
pub struct ListOrder {
    /// The last column is unique: the tie-breaker.
    columns: &'static [&'static str],
    ascending: bool,
}

/// A value of the cursor's row, one for each column of the order.
#[derive(Clone, Debug)]
pub enum KeyValue {
    Id(Uuid),
    Number(i64),
    Text(String),
    Time(DateTime<Utc>),
}

impl ListOrder {
    /// The lowest first.
    pub fn ascending(columns: &'static [&'static str], cursor: &Cursor) -> Self {
        Self { columns, ascending: !cursor.is_backwards() }
    }

    /// The highest first.
    pub fn descending(columns: &'static [&'static str], cursor: &Cursor) -> Self {
        Self { columns, ascending: cursor.is_backwards() }
    }

    /// The same order by other column names.
    pub fn by(self, columns: &'static [&'static str]) -> Self {
        Self { columns, ..self }
    }

    /// Appends the keyset condition, ORDER BY and LIMIT; the query already has a WHERE.
    pub fn push_page<E: SqlEngine>(self, sql: &mut QueryBuilder<E>, key: Option<Vec<KeyValue>>, limit: usize) {
        if let Some(key) = key {
            debug_assert_eq!(key.len(), self.columns.len());
            sql.push(" AND (").push(self.columns.join(", ")).push(if self.ascending { ") > (" } else { ") < (" });
            for (i, value) in key.into_iter().enumerate() {
                sql.push(if i == 0 { "" } else { ", " });
                match value {
                    KeyValue::Id(id) => sql.push_value(id),
                    KeyValue::Number(number) => sql.push_value(number),
                    KeyValue::Text(text) => sql.push_value(text),
                    KeyValue::Time(at) => sql.push_value(at),
                };
            }
            sql.push(")");
        }
        self.push_order(sql);
        // A literal, not a bound value: SQLite prepares a statement anew whenever the value of a bound LIMIT is set.
        sql.push(" LIMIT ").push(limit);
    }

    /// Appends ORDER BY alone.
    pub fn push_order<E: SqlEngine>(self, sql: &mut QueryBuilder<E>) {
        let direction = if self.ascending { " ASC" } else { " DESC" };
        for (i, column) in self.columns.iter().enumerate() {
            sql.push(if i == 0 { " ORDER BY " } else { ", " }).push(column).push(direction);
        }
    }
}

/// The key of a list that is ordered by ids alone.
pub fn id_key(cursor: &Cursor) -> Option<Vec<KeyValue>> {
    cursor.id().map(|id| vec![KeyValue::Id(id)])
}

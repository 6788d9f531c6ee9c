//! SQL that is put together at run time, once for both engines.

use chrono::{DateTime, Utc};
use sqlx::{Database, Encode, Postgres, QueryBuilder, Sqlite, Type};
use uuid::Uuid;

/// An engine that dynamic SQL is written for, with every type of value that it binds. Of a trait's bounds Rust takes
/// only supertraits for granted, not `where Uuid: Encode<Self>`; so each type is one.
pub trait SqlEngine: Takes<Uuid> + Takes<String> + Takes<&'static str> + Takes<i64> + Takes<DateTime<Utc>> {}

impl SqlEngine for Sqlite {}
impl SqlEngine for Postgres {}

/// A database that takes values of this type.
pub trait Takes<T>: Database {
    fn push(sql: &mut QueryBuilder<Self>, value: T);
}

impl<E: Database, T: Encode<'static, E> + Type<E>> Takes<T> for E {
    fn push(sql: &mut QueryBuilder<E>, value: T) {
        sql.push_bind(value);
    }
}

/// `push_bind` for whichever engine.
pub trait PushValue<E: Database> {
    fn push_value<T>(&mut self, value: T) -> &mut Self
    where
        E: Takes<T>;
}

impl<E: Database> PushValue<E> for QueryBuilder<E> {
    fn push_value<T>(&mut self, value: T) -> &mut Self
    where
        E: Takes<T>,
    {
        E::push(self, value);
        self
    }
}

/// Adds values in parentheses: what stands behind `IN`.
pub fn push_list<E, T>(sql: &mut QueryBuilder<E>, values: impl IntoIterator<Item = T>)
where
    E: Takes<T>,
{
    sql.push("(");
    for (i, value) in values.into_iter().enumerate() {
        sql.push(if i == 0 { "" } else { ", " }).push_value(value);
    }
    sql.push(")");
}

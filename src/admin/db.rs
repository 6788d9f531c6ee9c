//! The audit log, read.

use sqlx::QueryBuilder;
use uuid::Uuid;

use super::model::AuditEntry;
use crate::{
    db::{Db, ListOrder, id_key},
    error::AppError,
    paging::{Cursor, Page},
    read,
};

/// Lines on a page of the log.
const LINES: usize = 50;

/// Which lines are asked for.
pub struct Asked {
    /// One act; empty for all.
    pub event: String,
    /// Whoever did it, or whose account it was done to.
    pub person: Option<Uuid>,
    pub cursor: Cursor,
}

/// A page of the log, the newest first.
pub async fn audit_log(db: &Db, asked: &Asked) -> Result<Page<AuditEntry>, AppError> {
    let order = ListOrder::descending(&["a.id"], &asked.cursor);
    let rows: Vec<AuditEntry> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(
            "SELECT a.id, a.event, a.outcome, a.actor_id, u.email AS actor, a.thing, a.thing_id, a.was, a.became,
                 a.address, a.created_at
             FROM audit_log a LEFT JOIN users u ON u.id = a.actor_id WHERE TRUE",
        );
        if !asked.event.is_empty() {
            sql.push(" AND a.event = ").push_bind(asked.event.clone());
        }
        if let Some(person) = asked.person {
            sql.push(" AND (a.actor_id = ").push_bind(person).push(" OR a.thing_id = ").push_bind(person).push(")");
        }
        order.push_page(&mut sql, id_key(&asked.cursor), LINES + 1);
        sql.build_query_as().fetch_all(c).await
    })?;
    Ok(asked.cursor.page(rows, LINES, |row| row.id.to_string()))
}

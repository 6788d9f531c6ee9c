//! Kept forms: what was typed into refused forms, a few packed rows for each person, until they expire.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    db::{Db, now},
    error::AppError,
    execute, read,
};

/// Kept forms expire after this.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);
/// Rows of one person, or of one network for visitors; the oldest are deleted first.
const MAX_PER_OWNER: i64 = 10;
/// Rows in all. With their size bounded too, this bounds what the table takes: 160 MB.
const MAX_IN_ALL: i64 = 5_000;

/// Who typed a kept form.
#[derive(Clone, Debug)]
pub struct FormOwner {
    /// None for a visitor.
    pub user: Option<Uuid>,
    /// What rows are counted by: the person, or where a visitor comes from.
    pub counted_by: String,
}

impl FormOwner {
    pub fn person(id: Uuid) -> Self {
        Self { user: Some(id), counted_by: id.to_string() }
    }
}

/// Inserts a kept form, and deletes the oldest rows beyond `MAX_PER_OWNER` and `MAX_IN_ALL`.
pub async fn insert(db: &Db, owner: &FormOwner, id: Uuid, packed: &[u8]) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        sqlx::query("INSERT INTO kept_forms (id, user_id, owner, packed, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(id)
            .bind(owner.user)
            .bind(&owner.counted_by)
            .bind(packed)
            .bind(now())
    )?;
    execute!(
        &mut tx,
        sqlx::query(
            "DELETE FROM kept_forms WHERE id IN
                 (SELECT id FROM kept_forms WHERE owner = $1 ORDER BY created_at DESC, id LIMIT 1000 OFFSET $2)",
        )
        .bind(&owner.counted_by)
        .bind(MAX_PER_OWNER)
    )?;
    execute!(
        &mut tx,
        sqlx::query(
            "DELETE FROM kept_forms WHERE id IN
                 (SELECT id FROM kept_forms ORDER BY created_at DESC, id LIMIT 1000 OFFSET $1)",
        )
        .bind(MAX_IN_ALL)
    )?;
    Ok(tx.commit().await?)
}

/// A kept form of this person; a visitor's for visitors. Read-only, so that it works while the database takes no
/// writes: `sweep` deletes the row when it has expired.
pub async fn find(db: &Db, user: Option<Uuid>, id: Uuid) -> Result<Option<Vec<u8>>, AppError> {
    let found: Option<(Option<Uuid>, Vec<u8>)> = read!(db, |c| {
        sqlx::query_as("SELECT user_id, packed FROM kept_forms WHERE id = $1 AND created_at > $2")
            .bind(id)
            .bind(now() - KEPT_FOR)
            .fetch_optional(c)
    })?;
    Ok(found.filter(|(owner, _)| *owner == user).map(|(_, packed)| packed))
}

/// Deletes kept forms that have expired.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let old = now() - KEPT_FOR;
    execute!(&mut tx, sqlx::query("DELETE FROM kept_forms WHERE created_at < $1").bind(old))?;
    Ok(tx.commit().await?)
}

//! What was typed into forms that could not be done: a few packed rows a person, for a short while.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    db::{Db, now},
    error::AppError,
    execute, read,
};

/// So long a form can be come back to.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);
/// A person's newest rows, or those of a visitor's network; older ones make room.
const MAX_PER_OWNER: i64 = 10;
/// Rows in all. With their size bounded too, this bounds what the table takes: 160 MB.
const MAX_IN_ALL: i64 = 5_000;

/// Who typed something.
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

/// Keeps what a form held, and lets go what is over the bounds, the oldest first.
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

/// What a form of this person held; a visitor's for visitors. It only reads, so that it works while nothing can be
/// written: what was read goes with the rest that is old.
pub async fn find(db: &Db, user: Option<Uuid>, id: Uuid) -> Result<Option<Vec<u8>>, AppError> {
    let found: Option<(Option<Uuid>, Vec<u8>)> = read!(db, |c| {
        sqlx::query_as("SELECT user_id, packed FROM kept_forms WHERE id = $1 AND created_at > $2")
            .bind(id)
            .bind(now() - KEPT_FOR)
            .fetch_optional(c)
    })?;
    Ok(found.filter(|(owner, _)| *owner == user).map(|(_, packed)| packed))
}

/// Lets go of forms that nobody came back to.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let old = now() - KEPT_FOR;
    execute!(&mut tx, sqlx::query("DELETE FROM kept_forms WHERE created_at < $1").bind(old))?;
    Ok(tx.commit().await?)
}

//! Companies and their members.

use sqlx::query;
use uuid::Uuid;

use crate::{
    error::AppError,
    execute,
    server::db::{Tx, now},
    ui::slug,
    write_in,
};

/// Makes a company with its first member.
pub async fn found(tx: &mut Tx, name: &str, member: Uuid) -> Result<Uuid, AppError> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        query(
            "INSERT INTO companies (id, slug, name, name_key, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $5)"
        )
        .bind(id)
        .bind(slug(name, Some(id)))
        .bind(name)
        .bind(name.to_lowercase())
        .bind(now())
    )?;
    execute!(
        tx,
        query("INSERT INTO company_members (user_id, company_id, created_at) VALUES ($1, $2, $3)")
            .bind(member)
            .bind(id)
            .bind(now())
    )?;
    Ok(id)
}

/// Takes a member out. With the last one the company stops hiring: its postings are archived, applications stay.
pub async fn leave(tx: &mut Tx, company: Uuid, member: Uuid) -> Result<(), AppError> {
    execute!(tx, query("DELETE FROM company_members WHERE user_id = $1").bind(member))?;
    let left: i64 = write_in!(tx, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM company_members WHERE company_id = $1").bind(company).fetch_one(c)
    })?;
    if left == 0 {
        execute!(
            tx,
            query("UPDATE postings SET state = 'archived', updated_at = $1 WHERE company_id = $2")
                .bind(now())
                .bind(company)
        )?;
    }
    Ok(())
}

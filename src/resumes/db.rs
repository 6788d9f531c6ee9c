//! Resumes, and who may read one.

use uuid::Uuid;

use crate::{error::AppError, execute, server::db::Tx, write_in};

/// Removes a person's resumes with their account; tells the stored files to delete after the commit.
pub async fn forget_owner(tx: &mut Tx, user: Uuid) -> Result<Vec<String>, AppError> {
    let files = write_in!(tx, |c| {
        sqlx::query_scalar("SELECT file FROM resumes WHERE user_id = $1").bind(user).fetch_all(c)
    })?;
    execute!(tx, sqlx::query("DELETE FROM applications WHERE user_id = $1").bind(user))?;
    execute!(tx, sqlx::query("DELETE FROM resumes WHERE user_id = $1").bind(user))?;
    Ok(files)
}

//! Resumes, and who may read one.

use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::model::{MAX_RESUMES, Resume};
use crate::{
    accounts::{self, reaches},
    db::{Db, Tx, now},
    error::AppError,
    execute,
    platform::files_db::delete_later,
    read,
    resumes::ResumeProblem,
    write_in,
};

/// A person's resumes, newest first.
pub async fn list(db: &Db, user: Uuid) -> Result<Vec<Resume>, AppError> {
    let resumes = read!(db, |c| {
        query_as(
            "SELECT id, name, size, is_default, created_at FROM resumes
             WHERE user_id = $1 AND deleted_at IS NULL ORDER BY id DESC",
        )
        .bind(user)
        .fetch_all(c)
    });
    Ok(resumes?)
}

/// One of a person's resumes.
pub async fn find(db: &Db, user: Uuid, id: Uuid) -> Result<Resume, AppError> {
    let found: Option<Resume> = read!(db, |c| {
        query_as(
            "SELECT id, name, size, is_default, created_at FROM resumes
             WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL",
        )
        .bind(id)
        .bind(user)
        .fetch_optional(c)
    })?;
    found.ok_or(AppError::NotFound)
}

/// A stored file, after the check that the user may read it.
#[derive(FromRow)]
pub struct StoredResume {
    pub name: String,
    /// Its name in the store.
    pub file: String,
    /// Whether it belongs to whoever asks.
    pub own: bool,
}

/// A resume's file, for those who may read it: its owner until they delete it, and the members of a company that it
/// was sent to until the application is withdrawn.
pub async fn readable_by(db: &Db, user: Uuid, id: Uuid) -> Result<StoredResume, AppError> {
    let row: Option<StoredResume> = read!(db, |c| {
        query_as(concat!(
            "SELECT r.name, r.file, COALESCE(r.user_id = $2, FALSE) AS own FROM resumes r
             WHERE r.id = $1 AND r.erased_at IS NULL
               AND ((r.user_id = $2 AND r.deleted_at IS NULL)
                 OR EXISTS (SELECT 1 FROM applications a
                      JOIN postings p ON p.id = a.posting_id
                      JOIN company_members m ON m.company_id = p.company_id
                      WHERE a.resume_id = r.id AND a.outcome <> 'withdrawn' AND m.user_id = $2 AND ",
            reaches!("m", "p.id"),
            "))",
        ))
        .bind(id)
        .bind(user)
        .fetch_optional(c)
    })?;
    row.ok_or(AppError::NotFound)
}

/// A resume whose file is stored.
pub struct NewResume {
    pub name: String,
    /// Its name in the store.
    pub file: String,
    /// Bytes.
    pub size: i64,
}

/// Adds a resume; the first becomes the default.
pub async fn add(tx: &mut Tx, user: Uuid, new: &NewResume) -> Result<Uuid, AppError> {
    accounts::hold(tx, user).await?;
    let count: i64 = write_in!(tx, |c| {
        query_scalar("SELECT COUNT(*) FROM resumes WHERE user_id = $1 AND deleted_at IS NULL").bind(user).fetch_one(c)
    })?;
    if count as usize >= MAX_RESUMES {
        return Err(AppError::field("file", ResumeProblem::TooManyResumes(MAX_RESUMES as i64)));
    }
    let id = Uuid::now_v7();
    execute!(
        tx,
        query(
            "INSERT INTO resumes (id, user_id, name, file, size, is_default, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(user)
        .bind(&new.name)
        .bind(&new.file)
        .bind(new.size)
        .bind(count == 0)
        .bind(now())
    )?;
    Ok(id)
}

/// Adds the resume of somebody without an account: nobody's own, like one that its owner has deleted. The company may read it until the application is withdrawn.
pub async fn add_sent(tx: &mut Tx, new: &NewResume) -> Result<Uuid, AppError> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        query("INSERT INTO resumes (id, name, file, size, created_at, deleted_at) VALUES ($1, $2, $3, $4, $5, $5)")
            .bind(id)
            .bind(&new.name)
            .bind(&new.file)
            .bind(new.size)
            .bind(now())
    )?;
    Ok(id)
}

/// Removes resumes that are nobody's own, and that no application names any more.
pub async fn forget_unowned(tx: &mut Tx, ids: &[Uuid]) -> Result<(), AppError> {
    let mut files = Vec::new();
    for id in ids {
        let file: Option<String> = write_in!(&mut *tx, |c| {
            query_scalar("DELETE FROM resumes WHERE id = $1 AND user_id IS NULL RETURNING file")
                .bind(id)
                .fetch_optional(c)
        })?;
        files.extend(file);
    }
    delete_later(tx, &files).await
}

/// Gives a resume that somebody has sent without an account to the account that they have now, who is
/// [locked](accounts::hold): among their own while there is room.
pub async fn adopt(tx: &mut Tx, user: Uuid, id: Uuid) -> Result<(), AppError> {
    execute!(
        tx,
        query(
            "UPDATE resumes SET user_id = $1,
                 deleted_at = CASE WHEN erased_at IS NOT NULL OR own.number >= $3 THEN deleted_at END,
                 is_default = erased_at IS NULL AND own.number = 0
             FROM (SELECT COUNT(*) AS number FROM resumes WHERE user_id = $1 AND deleted_at IS NULL) own
             WHERE id = $2 AND user_id IS NULL"
        )
        .bind(user)
        .bind(id)
        .bind(MAX_RESUMES as i64)
    )?;
    Ok(())
}

/// Whether a resume belongs to this person; locks the person, so that it is not deleted until the transaction ends.
pub async fn hold(tx: &mut Tx, user: Uuid, id: Uuid) -> Result<bool, AppError> {
    accounts::hold(tx, user).await?;
    let found: Option<Uuid> = write_in!(tx, |c| {
        query_scalar("SELECT id FROM resumes WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL")
            .bind(id)
            .bind(user)
            .fetch_optional(c)
    })?;
    Ok(found.is_some())
}

/// Gives a resume another name.
pub async fn rename(db: &Db, user: Uuid, id: Uuid, name: &str) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let renamed = execute!(
        &mut tx,
        query("UPDATE resumes SET name = $1 WHERE id = $2 AND user_id = $3 AND deleted_at IS NULL")
            .bind(name)
            .bind(id)
            .bind(user)
    )?;
    tx.commit().await?;
    if renamed == 0 { Err(AppError::NotFound) } else { Ok(()) }
}

/// Makes a resume the one that applications begin with.
pub async fn make_default(db: &Db, user: Uuid, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    if !hold(&mut tx, user, id).await? {
        return Err(AppError::NotFound);
    }
    execute!(
        &mut tx,
        query("UPDATE resumes SET is_default = (id = $1) WHERE user_id = $2 AND deleted_at IS NULL")
            .bind(id)
            .bind(user)
    )?;
    Ok(tx.commit().await?)
}

/// Deletes a resume. One that was sent with an application is only soft deleted: the company may read it until the
/// application is withdrawn. If it was the default, the newest remaining resume becomes the default.
pub async fn delete(db: &Db, user: Uuid, id: Uuid) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    if !hold(&mut tx, user, id).await? {
        return Err(AppError::NotFound);
    }
    let unsent: Option<String> = write_in!(&mut tx, |c| {
        query_scalar(
            "DELETE FROM resumes WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM applications WHERE resume_id = $1)
             RETURNING file",
        )
        .bind(id)
        .fetch_optional(c)
    })?;
    match unsent {
        Some(file) => delete_later(&mut tx, &[file]).await?,
        None => {
            execute!(
                &mut tx,
                query("UPDATE resumes SET deleted_at = $1, is_default = FALSE WHERE id = $2").bind(now()).bind(id)
            )?;
            erase_unreadable(&mut tx, id).await?;
        }
    }
    execute!(
        &mut tx,
        query(
            "UPDATE resumes SET is_default = TRUE
             WHERE id = (SELECT id FROM resumes WHERE user_id = $1 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1)
               AND NOT EXISTS (SELECT 1 FROM resumes WHERE user_id = $1 AND deleted_at IS NULL AND is_default)"
        )
        .bind(user)
    )?;
    Ok(tx.commit().await?)
}

/// Erases the file of a soft-deleted resume, once no company may read it any more. The owner, if there is one, is
/// [locked](accounts::hold), so that a deletion and a withdrawal at the same time do not miss each other.
pub async fn erase_unreadable(tx: &mut Tx, id: Uuid) -> Result<(), AppError> {
    let erased: Option<String> = write_in!(&mut *tx, |c| {
        query_scalar(
            "UPDATE resumes SET erased_at = $1
             WHERE id = $2 AND deleted_at IS NOT NULL AND erased_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM applications WHERE resume_id = $2 AND outcome <> 'withdrawn')
             RETURNING file",
        )
        .bind(now())
        .bind(id)
        .fetch_optional(c)
    })?;
    delete_later(tx, erased.as_slice()).await
}

/// Removes the resumes of a person whose account is being deleted, and who is [locked](accounts::hold). No application
/// names them any more.
pub async fn forget_owner(tx: &mut Tx, user: Uuid) -> Result<(), AppError> {
    let files: Vec<String> = write_in!(&mut *tx, |c| {
        query_scalar("DELETE FROM resumes WHERE user_id = $1 RETURNING file").bind(user).fetch_all(c)
    })?;
    delete_later(tx, &files).await
}

/// How many bytes the resumes of a person take, with deleted ones that companies may still read.
pub async fn stored_bytes(db: &Db, user: Uuid) -> Result<i64, AppError> {
    let bytes = read!(db, |c| {
        query_scalar(
            "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM resumes WHERE user_id = $1 AND erased_at IS NULL",
        )
        .bind(user)
        .fetch_one(c)
    });
    Ok(bytes?)
}

/// The stored files of resumes, in the order of their names, after the one given.
pub async fn files_named(db: &Db, after: &str, limit: i64) -> Result<Vec<String>, AppError> {
    let files = read!(db, |c| {
        query_scalar("SELECT file FROM resumes WHERE file > $1 AND erased_at IS NULL ORDER BY file LIMIT $2")
            .bind(after)
            .bind(limit)
            .fetch_all(c)
    });
    Ok(files?)
}

//! Keeps files and rows consistent: queued files are deleted from the store, and once a day files and rows are
//! compared.

use std::{collections::HashSet, time::Duration};

use crate::{applications, companies, error::AppError, messages, resumes};
use {
    super::state::AppState,
    crate::{db::Db, platform::files_db},
};

/// Files deleted in one batch.
const FILES_PER_TRANSACTION: i64 = 200;
/// Rows that name files, read in one page.
const ROWS_PER_READ: i64 = 1_000;
/// A file is stored before its row is committed, so only files older than this can be orphans.
const MIN_FILE_AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// More orphans than this are not deleted if they are most of all files: the database may be the wrong one.
const MAX_ORPHANS_UNQUESTIONED: usize = 20;

/// Deletes the queued files that are due. A failed deletion does not hold up the others.
pub async fn delete_due(state: &AppState) -> Result<(), AppError> {
    loop {
        let due = files_db::due(&state.platform.db, FILES_PER_TRANSACTION).await?;
        let (mut gone, mut stay) = (Vec::new(), Vec::new());
        for file in &due {
            match state.platform.files.delete(file).await {
                Ok(()) => gone.push(file.clone()),
                Err(_) => stay.push(file.clone()),
            }
        }
        if !due.is_empty() {
            files_db::settle(&state.platform.db, &gone, &stay).await?;
        }
        if due.len() < FILES_PER_TRANSACTION as usize {
            return Ok(());
        }
    }
}

/// The result of the daily comparison.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Files that no row names; they are gone now.
    pub orphans: usize,
    /// Rows whose file is not there.
    pub missing: usize,
}

/// Compares files and rows: deletes the files that no row names, and logs the rows whose file is missing.
pub async fn reconcile(state: &AppState) -> Result<Found, AppError> {
    let mut stored = state.platform.files.older_than(MIN_FILE_AGE).await?;
    let (total, mut found) = (stored.len(), Found::default());
    for rows in [Rows::Pending, Rows::Resumes, Rows::Attachments, Rows::Logos] {
        found.missing += compare(state, &mut stored, rows).await?;
    }
    if stored.len() > MAX_ORPHANS_UNQUESTIONED && stored.len() > total / 2 {
        tracing::error!(
            files = total,
            unnamed = stored.len(),
            "most files are named by no row: is this their database?"
        );
        return Ok(found);
    }
    for orphan in &stored {
        state.platform.files.delete(orphan).await?;
        found.orphans += 1;
    }
    tracing::info!(files = total, orphans = found.orphans, missing = found.missing, "files and rows compared");
    Ok(found)
}

/// The rows that name files.
#[derive(Clone, Copy)]
enum Rows {
    Resumes,
    /// Of applications that are not confirmed: first, because confirmed they become resumes.
    Pending,
    Attachments,
    Logos,
}

impl Rows {
    /// A page of the files that the rows name, in order, after a cursor.
    async fn files(self, db: &Db, after: &str) -> Result<Vec<String>, AppError> {
        match self {
            Self::Resumes => resumes::files_named(db, after, ROWS_PER_READ).await,
            Self::Pending => applications::guest_files_named(db, after, ROWS_PER_READ).await,
            Self::Attachments => messages::files_named(db, after, ROWS_PER_READ).await,
            Self::Logos => companies::files_named(db, after, ROWS_PER_READ).await,
        }
    }
}

/// Removes the files that rows name from `stored`, and returns how many rows name a missing file.
async fn compare(state: &AppState, stored: &mut HashSet<String>, rows: Rows) -> Result<usize, AppError> {
    let (mut after, mut missing) = (String::new(), 0);
    loop {
        let files = rows.files(&state.platform.db, &after).await?;
        let Some(last) = files.last() else { return Ok(missing) };
        after = last.clone();
        for file in files {
            // A file that was stored after the listing is not missing.
            if !stored.remove(&file) && !state.platform.files.exists(&file).await? {
                tracing::error!(file, "a row names a file that is missing");
                missing += 1;
            }
        }
    }
}

//! Uploaded files of people and companies, in an object store: a folder unless configured otherwise. Names are
//! generated and say nothing of their owner; no path of the store is public.

use std::{
    collections::HashSet,
    fs, io,
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime},
};

use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path as Key};
use rustix::{fs::Mode, process::umask};
use uuid::Uuid;

use crate::error::AppError;

const MEGABYTE: u64 = 1024 * 1024;

/// Where files are kept.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    folder: Arc<Path>,
    least_free: u64,
}

/// Sets the umask, so that every file that this program makes is its owner's alone: 0600, and folders 0700.
pub fn keep_private() {
    umask(Mode::RWXG | Mode::RWXO);
}

impl Files {
    /// Stores files below a folder, which is made when it is missing. Uploads are refused while its disk has fewer
    /// megabytes free than this: the database needs them.
    pub fn in_folder(folder: &Path, least_free_mb: u64) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(io::Error::other)?;
        Ok(Self {
            store: Arc::new(store.with_fsync(true)),
            folder: folder.into(),
            least_free: least_free_mb * MEGABYTE,
        })
    }

    /// Fails where the disk has no room for another file: also to be called before an upload is read.
    pub fn has_room(&self) -> Result<(), AppError> {
        let disk = rustix::fs::statvfs(&*self.folder).map_err(io::Error::from)?;
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        if free >= self.least_free {
            return Ok(());
        }
        tracing::error!(free_mb = free / MEGABYTE, folder = %self.folder.display(), "no file is taken: the disk is full");
        Err(AppError::NoSpace)
    }

    /// Stores bytes under a new name with this ending, and returns the name.
    pub async fn put(&self, kind: &str, ending: &str, bytes: Vec<u8>) -> Result<String, AppError> {
        self.has_room()?;
        let name = format!("{kind}/{}.{ending}", Uuid::new_v4().simple());
        let key = Key::from(name.as_str());
        self.store.put(&key, PutPayload::from(bytes)).await?;
        Ok(name)
    }

    /// The bytes of a stored file.
    pub async fn get(&self, name: &str) -> Result<Vec<u8>, AppError> {
        Ok(self.store.get(&Key::from(name)).await?.bytes().await?.to_vec())
    }

    /// Deletes a file; idempotent. A file that rows have named is deleted through [`delete_later`].
    ///
    /// [`delete_later`]: super::files_db::delete_later
    pub async fn delete(&self, name: &str) -> Result<(), AppError> {
        match tokio::fs::remove_file(self.folder.join(name)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Deletes stored files after their rows were refused with this error. After a fault it is unknown whether the rows
    /// were committed, so the files stay: the daily comparison of files and rows finds orphans.
    pub async fn discard_after(&self, error: &AppError, names: impl IntoIterator<Item = &String>) {
        if !error.is_fault() {
            self.discard(names).await;
        }
    }

    /// Deletes stored files that no row will name.
    pub async fn discard(&self, names: impl IntoIterator<Item = &String>) {
        for name in names {
            if let Err(error) = self.delete(name).await {
                tracing::warn!(%error, name, "a file of which nothing came stays for now");
            }
        }
    }

    pub async fn exists(&self, name: &str) -> Result<bool, AppError> {
        Ok(tokio::fs::try_exists(self.folder.join(name)).await?)
    }

    /// The names of files older than this, and of the temporary files of uploads that broke off.
    pub async fn older_than(&self, age: Duration) -> Result<HashSet<String>, AppError> {
        let folder = self.folder.clone();
        let look = move || older_than(&folder, SystemTime::now() - age);
        Ok(tokio::task::spawn_blocking(look).await.map_err(crate::error::internal)??)
    }
}

/// The files in the folders of a folder that were last written before then.
fn older_than(folder: &Path, then: SystemTime) -> io::Result<HashSet<String>> {
    let mut found = HashSet::new();
    for kind in fs::read_dir(folder)? {
        let kind = kind?;
        if !kind.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(kind.path())? {
            let file = file?;
            // A file that is deleted meanwhile is skipped.
            let Ok(is) = file.metadata() else { continue };
            if is.is_file() && is.modified()? < then {
                found.insert(format!("{}/{}", kind.file_name().display(), file.file_name().display()));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[tokio::test]
    async fn files_are_their_owners_alone() {
        keep_private();
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("data/files");
        let files = Files::in_folder(&root, 0).unwrap();
        let name = files.put("resumes", "pdf", b"private".to_vec()).await.unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&root.join(&name)), 0o600);
        for made in [root.join("resumes"), root.clone(), root.parent().unwrap().into()] {
            assert_eq!(mode(&made), 0o700, "{made:?}");
        }
    }

    #[tokio::test]
    async fn nothing_comes_in_when_the_disk_is_nearly_full() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path(), u64::MAX / MEGABYTE).unwrap();
        assert_eq!(files.has_room(), Err(AppError::NoSpace));
        assert_eq!(files.put("resumes", "pdf", Vec::new()).await, Err(AppError::NoSpace));
        assert!(Files::in_folder(folder.path(), 0).unwrap().has_room().is_ok());
    }

    #[tokio::test]
    async fn what_nothing_came_of_is_taken_away_where_that_is_certain() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path(), 0).unwrap();
        let name = files.put("resumes", "pdf", b"x".to_vec()).await.unwrap();
        for uncertain in [AppError::Internal, AppError::Unavailable, AppError::NoSpace] {
            files.discard_after(&uncertain, [&name]).await;
            assert_eq!(files.exists(&name).await, Ok(true), "{uncertain}");
        }
        files.discard_after(&AppError::NotFound, [&name]).await;
        assert_eq!(files.exists(&name).await, Ok(false));
        assert_eq!(files.delete(&name).await, Ok(()), "gone already");
    }
}

//! Files of people and companies, in an object store: a folder unless somebody configures otherwise.
//! Names are made here and say nothing of their owner; no path of the store is public.

use std::{path::Path, sync::Arc};

use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path as Key};
use uuid::Uuid;

use crate::error::{AppError, internal};

/// Where files are kept.
#[derive(Clone, Debug)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Keeps files below a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?;
        Ok(Self(Arc::new(store.with_fsync(true))))
    }

    /// Stores bytes under a new name with this ending, and tells the name.
    pub async fn put(&self, kind: &str, ending: &str, bytes: Vec<u8>) -> Result<String, AppError> {
        let name = format!("{kind}/{}.{ending}", Uuid::new_v4().simple());
        let key = Key::from(name.as_str());
        self.0.put(&key, PutPayload::from(bytes)).await.map_err(internal)?;
        Ok(name)
    }

    /// The bytes of a stored file.
    pub async fn get(&self, name: &str) -> Result<Vec<u8>, AppError> {
        match self.0.get(&Key::from(name)).await {
            Ok(found) => Ok(found.bytes().await.map_err(internal)?.to_vec()),
            Err(object_store::Error::NotFound { .. }) => Err(AppError::NotFound),
            Err(other) => Err(internal(other)),
        }
    }

    /// Deletes a file; one that is gone already is fine.
    pub async fn delete(&self, name: &str) -> Result<(), AppError> {
        match self.0.delete(&Key::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(other) => Err(internal(other)),
        }
    }
}

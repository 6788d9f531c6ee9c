//! A file that was sent as a resume.

use super::model::{MAX_MEGABYTES, name_of};
use crate::{
    error::{AppError, Problem},
    platform::{
        pdf,
        upload::{MEGABYTE, UploadedFile},
    },
};

/// A PDF that readers open.
pub struct Pdf {
    /// What the resume is called until its owner says otherwise.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Pdf {
    /// The file, or what is wrong with it.
    pub async fn open(file: UploadedFile) -> Result<Result<Self, Problem>, AppError> {
        if file.bytes.len() > MAX_MEGABYTES * MEGABYTE {
            return Ok(Err(Problem::FileTooLarge(MAX_MEGABYTES)));
        }
        let opened = pdf::must_open(&file.bytes).await?;
        Ok(opened.map(|()| Self { name: name_of(&file.name), bytes: file.bytes }))
    }
}

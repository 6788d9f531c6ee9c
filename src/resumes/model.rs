//! Resumes, and which files are accepted as one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::{AppError, problems},
    forms::Check,
    text::{clean_line, file_stem, without_ending},
    ui::done_messages,
};

/// How many resumes a person can have.
pub const MAX_RESUMES: usize = 10;
/// How large one can be.
pub const MAX_MEGABYTES: usize = 10;
/// How many megabytes all resumes of a person take, with deleted ones that companies may still read.
pub const MAX_STORED_MEGABYTES: usize = 200;
const MAX_NAME: usize = 120;

/// A resume, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Resume {
    pub id: Uuid,
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Whether it is the default: the one that applications begin with.
    pub is_default: bool,
    pub created_at: DateTime<Utc>,
}

impl Resume {
    /// The resume's own page.
    pub fn path(&self) -> String {
        format!("/resumes/{}", self.id)
    }
}

/// Where the file of a resume is read.
pub fn file_path(id: Uuid) -> String {
    format!("/resumes/{id}/file")
}

/// Where the file of a resume is downloaded.
pub fn download_path(id: Uuid) -> String {
    format!("/resumes/{id}/file?download")
}

/// The form that gives a resume another name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResumeName {
    pub name: String,
}

impl ResumeName {
    pub fn check(&self) -> Result<String, AppError> {
        let mut check = Check::default();
        let name = check.line("name", without_ending(&clean_line(&self.name)), MAX_NAME);
        check.finish()?;
        Ok(name)
    }
}

/// What a file is called, without its folders and endings.
pub fn name_of(file_name: &str) -> String {
    let name = file_stem(file_name, MAX_NAME);
    if name.is_empty() { "Resume".to_string() } else { name }
}

problems! {
    /// What cannot be done.
    ResumeProblem {
        /// There are already this many resumes.
        TooManyResumes(count) => problem_too_many_resumes,
    }
}

done_messages! {
    /// What pages say was done.
    ResumeDone {
        ResumeUploaded => done_resume_uploaded,
        ResumeSaved => done_resume_saved,
        ResumeDeleted => done_resume_deleted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resume_is_called_after_its_file() {
        for (file, name) in [
            ("Anna Berg.pdf", "Anna Berg"),
            ("C:\\Users\\anna\\cv.final.PDF", "cv.final"),
            ("../../etc/passwd", "passwd"),
            ("no ending", "no ending"),
            ("\u{202e}fdp.exe\u{7}.pdf", "fdp.exe"),
            (".pdf", "Resume"),
            ("", "Resume"),
        ] {
            assert_eq!(name_of(file), name, "{file:?}");
        }
        assert_eq!(name_of(&"ü".repeat(300)).chars().count(), 120);
    }

    #[test]
    fn a_name_is_one_line() {
        let check = |name: &str| ResumeName { name: name.into() }.check();
        assert_eq!(check(" CV\n2026 ").unwrap(), "CV 2026");
        assert_eq!(
            check("CV 2026.p\u{ad}df\u{200b}").unwrap(),
            "CV 2026",
            "its ending is put on where it is downloaded"
        );
        assert!(check("\u{202e}").is_err() && check(".pdf").is_err());
        assert!(check(&"x".repeat(121)).is_err());
    }
}

//! Resumes, and which files are accepted as one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::{AppError, Problem, problems},
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
const MAX_BYTES: usize = MAX_MEGABYTES * 1024 * 1024;
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

/// A file that was sent and is a PDF.
pub struct Pdf {
    /// What the resume is called until its owner says otherwise.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Pdf {
    /// Recognises a PDF by its header and end. Nothing in between is parsed: the browser's sandboxed viewer does that.
    pub fn parse(file_name: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        if bytes.is_empty() {
            return Err(Problem::NoFile);
        }
        if bytes.len() > MAX_BYTES {
            return Err(Problem::FileTooLarge(MAX_MEGABYTES));
        }
        if !is_pdf(&bytes) {
            return Err(Problem::NotAPdf);
        }
        Ok(Self { name: name_of(file_name), bytes })
    }
}

/// Whether a file is a PDF. The header must be at the very beginning, though readers tolerate bytes before it: a file
/// that begins as another type could be sniffed as that.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let version = bytes.strip_prefix(b"%PDF-1.").or_else(|| bytes.strip_prefix(b"%PDF-2."));
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    let within = |sign: &[u8]| tail.windows(sign.len()).any(|w| w == sign);
    version.and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit) && within(b"startxref") && within(b"%%EOF")
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

    const SMALL: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n";

    fn problem(bytes: &[u8]) -> Option<Problem> {
        Pdf::parse("a.pdf", bytes.to_vec()).err()
    }

    #[test]
    fn a_pdf_is_known_by_its_content() {
        assert_eq!(problem(SMALL), None);
        assert_eq!(problem(b""), Some(Problem::NoFile));
        assert_eq!(problem(b"GIF89a"), Some(Problem::NotAPdf));
        assert_eq!(problem(b"%PDF-1.7"), Some(Problem::NotAPdf));
        assert_eq!(problem(&[b"<html>", SMALL].concat()), Some(Problem::NotAPdf));
        assert_eq!(problem(&[SMALL, &[b' '; 3000]].concat()), Some(Problem::NotAPdf));
        let version = |v: &[u8]| problem(&[b"%PDF-", v, b"\nstartxref\n0\n%%EOF"].concat());
        assert_eq!(version(b"2.0"), None);
        assert_eq!(version(b"3.0"), Some(Problem::NotAPdf));
        assert_eq!(version(b"1.x"), Some(Problem::NotAPdf));
    }

    #[test]
    fn a_file_may_be_as_large_as_said_and_no_larger() {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.resize(MAX_BYTES - 18, b' ');
        bytes.extend(b"startxref\n9\n%%EOF\n");
        assert_eq!(problem(&bytes), None);
        bytes.push(b'\n');
        assert_eq!(problem(&bytes), Some(Problem::FileTooLarge(10)));
    }

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
        assert_eq!(check("CV 2026.p\u{ad}df\u{200b}").unwrap(), "CV 2026", "its ending is put on where it is downloaded");
        assert!(check("\u{202e}").is_err() && check(".pdf").is_err());
        assert!(check(&"x".repeat(121)).is_err());
    }
}

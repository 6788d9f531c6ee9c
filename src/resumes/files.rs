//! Resumes as files: uploaded by their owner, read by the owner and by companies they applied to.

use axum::{
    extract::{Path, Request, State},
    http::request::Parts,
    response::Response,
};
use uuid::Uuid;

use super::{
    db::{self, NewResume, StoredResume},
    model::{MAX_MEGABYTES, MAX_RESUMES, MAX_STORED_MEGABYTES},
    pdf::Pdf,
};
use crate::{
    accounts::{
        CurrentUser, person,
        upload::{self, Upload},
    },
    error::{AppError, Problem},
    platform::{
        Platform,
        audit::{Act, SecurityEvent, record_aside},
        client_addr::ClientAddr,
        download::{self, PrivateFile},
    },
    resumes::{ResumeDone, ResumeProblem},
    ui::done_at,
};

/// `POST /resumes/upload`: a new resume.
pub async fn upload(State(platform): State<Platform>, request: Request) -> Response {
    let form = Upload { page: "/resumes", megabytes: MAX_MEGABYTES };
    let may = async |user: &CurrentUser| {
        user.must_seek()?;
        platform.files.has_room()?;
        make_room(&platform, user.id, 0).await
    };
    upload::handle(&platform.rates, request, form, may, async |user, form| {
        let file = form.file("file")?;
        let pdf = Pdf::open(file).await?.map_err(|problem| AppError::field("file", problem))?;
        make_room(&platform, user.id, pdf.bytes.len()).await?;
        add(&platform, user.id, pdf).await?;
        Ok(done_at("/resumes", ResumeDone::ResumeUploaded))
    })
    .await
}

/// Refuses a resume above the limits of number and stored megabytes, before its file is stored. The transaction that
/// adds it checks again.
pub async fn make_room(platform: &Platform, user: Uuid, bytes: usize) -> Result<(), AppError> {
    if db::list(&platform.db, user).await?.len() >= MAX_RESUMES {
        return Err(AppError::field("file", ResumeProblem::TooManyResumes(MAX_RESUMES as i64)));
    }
    let stored = db::stored_bytes(&platform.db, user).await? as usize + bytes;
    match stored > MAX_STORED_MEGABYTES * 1024 * 1024 {
        true => Err(AppError::field("file", Problem::QuotaFull(MAX_STORED_MEGABYTES))),
        false => Ok(()),
    }
}

async fn add(platform: &Platform, user: Uuid, pdf: Pdf) -> Result<(), AppError> {
    let new = NewResume::store(platform, pdf).await?;
    let added = insert(platform, user, &new).await;
    if let Err(error) = &added {
        new.discard(platform, error).await;
    }
    added
}

async fn insert(platform: &Platform, user: Uuid, new: &NewResume) -> Result<(), AppError> {
    let mut tx = platform.db.begin().await?;
    db::add(&mut tx, user, new).await?;
    Ok(tx.commit().await?)
}

impl NewResume {
    /// Stores the file of a resume whose row is inserted later.
    pub async fn store(platform: &Platform, pdf: Pdf) -> Result<Self, AppError> {
        let size = pdf.bytes.len() as i64;
        let file = platform.files.put("resumes", "pdf", pdf.bytes).await?;
        Ok(Self { name: pdf.name, file, size })
    }

    /// Deletes the stored file again, as the transaction has failed with this error.
    pub async fn discard(self, platform: &Platform, error: &AppError) {
        platform.files.discard_after(error, [&self.file]).await;
    }
}

/// `GET /resumes/{id}/file`: the PDF, for its owner and for members of companies it was sent to.
pub async fn read(State(platform): State<Platform>, Path(id): Path<String>, asked: Parts) -> Response {
    download::private_file(&platform.files, person(&asked.extensions), &id, &asked, async |user, id| {
        let StoredResume { name, file, own } = db::readable_by(&platform.db, user, id).await?;
        if !own {
            let address = asked.extensions.get::<ClientAddr>().map(|address| address.0);
            let act = Act::done(SecurityEvent::ResumeView, user).on("resume", id).from(address);
            record_aside(&platform.db, act).await;
        }
        Ok(PrivateFile { name, ending: "pdf", media_type: "application/pdf", file })
    })
    .await
}

//! Server functions of resumes.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Resume, ResumeName};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::resumes::ResumeDone;
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{accounts::seeker, platform::platform, ui::done},
};

/// The seeker's resumes.
#[server(endpoint = "load_resumes")]
pub async fn load_resumes() -> Result<Vec<Resume>, AppError> {
    db::list(&platform().db, seeker()?.id).await
}

/// One of the seeker's resumes.
#[server(endpoint = "load_resume")]
pub async fn load_resume(id: Uuid) -> Result<Resume, AppError> {
    db::find(&platform().db, seeker()?.id, id).await
}

/// Gives a resume another name.
#[server(endpoint = "rename_resume")]
pub async fn rename_resume(id: Uuid, #[server(flatten)] form: ResumeName) -> Result<(), AppError> {
    let user = seeker()?;
    let name = form.check()?;
    db::rename(&platform().db, user.id, id, &name).await?;
    done(&format!("/resumes/{id}"), ResumeDone::ResumeSaved);
    Ok(())
}

/// Makes a resume the one that applications begin with.
#[server(endpoint = "make_resume_default")]
pub async fn make_resume_default(id: Uuid) -> Result<(), AppError> {
    db::make_default(&platform().db, seeker()?.id, id).await?;
    done("/resumes", ResumeDone::ResumeSaved);
    Ok(())
}

/// Deletes a resume; companies it was sent to can still read it.
#[server(endpoint = "delete_resume")]
pub async fn delete_resume(id: Uuid) -> Result<(), AppError> {
    db::delete(&platform().db, seeker()?.id, id).await?;
    done("/resumes", ResumeDone::ResumeDeleted);
    Ok(())
}

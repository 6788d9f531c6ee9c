//! Resumes as files: sent by their owner, and read by those who may.

use std::future::Future;

use axum::{
    extract::{Path, RawQuery, Request, State},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{
    db::{self, NewResume, StoredResume},
    model::{MAX_MEGABYTES, MAX_RESUMES, Pdf},
};
use crate::{
    accounts::CurrentUser,
    error::{AppError, Problem, internal},
    server::{router::page_not_found, state::AppState, upload},
    ui::{Done, encode},
};

/// `POST /resumes/upload`: a new resume.
pub async fn upload(State(state): State<AppState>, request: Request) -> Response {
    upload::handle(&state, request, "/resumes", MAX_MEGABYTES, async |user, form| {
        user.must_seek()?;
        let file = form.file("file")?;
        let pdf = Pdf::parse(&file.name, file.bytes).map_err(|problem| AppError::field("file", problem))?;
        make_room(&state, user.id).await?;
        to_its_end(add(state.clone(), user.id, pdf)).await?;
        Ok(Done::ResumeUploaded.at("/resumes"))
    })
    .await
}

/// Refuses one resume too many before its file is stored. The transaction that adds it counts again.
pub async fn make_room(state: &AppState, user: Uuid) -> Result<(), AppError> {
    match db::list(&state.db, user).await?.len() {
        0..MAX_RESUMES => Ok(()),
        _ => Err(AppError::field("file", Problem::TooManyResumes(MAX_RESUMES))),
    }
}

/// Runs what must not stop halfway when the browser goes away: a stored file and its row belong together.
pub async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, AppError>> + Send + 'static,
) -> Result<T, AppError> {
    tokio::spawn(work).await.map_err(internal)?
}

async fn add(state: AppState, user: Uuid, pdf: Pdf) -> Result<(), AppError> {
    let new = NewResume::store(&state, pdf).await?;
    let added = insert(&state, user, &new).await;
    if added.is_err() {
        new.discard(&state).await?;
    }
    added
}

async fn insert(state: &AppState, user: Uuid, new: &NewResume) -> Result<(), AppError> {
    let mut tx = state.db.begin().await?;
    db::add(&mut tx, user, new).await?;
    Ok(tx.commit().await?)
}

impl NewResume {
    /// Stores the file of a resume that is about to be.
    pub async fn store(state: &AppState, pdf: Pdf) -> Result<Self, AppError> {
        let size = pdf.bytes.len() as i64;
        let file = state.files.put("resumes", "pdf", pdf.bytes).await?;
        Ok(Self { name: pdf.name, file, size })
    }

    /// Takes the file away again, as nothing came of it.
    pub async fn discard(self, state: &AppState) -> Result<(), AppError> {
        state.files.delete(&self.file).await
    }
}

/// `GET /resumes/{id}/file`: the PDF, to be shown in a page or, with `?download`, to be saved. Whoever may not read
/// it gets what they would get if there were none.
pub async fn read(
    State(state): State<AppState>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let user = request.extensions().get::<CurrentUser>().map(|user| user.id);
    let download = query.is_some_and(|q| q.split('&').any(|p| p == "download" || p.starts_with("download=")));
    match find(&state, user, &id).await {
        Ok((resume, bytes)) => (headers(&resume.name, download), bytes).into_response(),
        Err(AppError::NotFound) => page_not_found(State(state), request).await,
        Err(error) => error.into_response(),
    }
}

async fn find(state: &AppState, user: Option<Uuid>, id: &str) -> Result<(StoredResume, Vec<u8>), AppError> {
    let id = Uuid::parse_str(id).map_err(|_| AppError::NotFound)?;
    let resume = db::readable_by(&state.db, user.ok_or(AppError::NotFound)?, id).await?;
    let bytes = state.files.get(&resume.file).await?;
    Ok((resume, bytes))
}

/// A browser's PDF viewer does not start in a sandboxed document, so one that is shown is bound by what it may load
/// instead: nothing but itself, and only pages of this site may frame it.
fn headers(name: &str, download: bool) -> [(HeaderName, String); 6] {
    let (disposition, policy) = match download {
        true => ("attachment", "sandbox; default-src 'none'"),
        false => ("inline", "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"),
    };
    let file = encode(&format!("{name}.pdf"));
    [
        (header::CONTENT_TYPE, "application/pdf".to_string()),
        (header::CONTENT_DISPOSITION, format!("{disposition}; filename=\"resume.pdf\"; filename*=UTF-8''{file}")),
        (header::CONTENT_SECURITY_POLICY, policy.to_string()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_string()),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN".to_string()),
        (header::CACHE_CONTROL, "no-store".to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let headers = headers("Anna \"x\"\u{fc}; filename=evil.exe", true);
        assert_eq!(
            headers[1].1,
            "attachment; filename=\"resume.pdf\"; \
             filename*=UTF-8''Anna%20%22x%22%C3%BC%3B%20filename%3Devil.exe.pdf"
        );
        assert!(headers[2].1.contains("sandbox"));
    }

    #[test]
    fn only_our_pages_frame_a_resume() {
        let headers = headers("CV", false);
        assert!(headers[2].1.contains("frame-ancestors 'self'"));
        assert_eq!(headers[4].1, "SAMEORIGIN");
    }
}

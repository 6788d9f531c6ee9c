//! Files that people sent, on their way to those who may read them.

use axum::{
    extract::{Request, State},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{router::page_not_found, state::AppState};
use crate::{accounts::CurrentUser, error::AppError, ui::encode};

/// A file that somebody may read.
pub struct PrivateFile {
    pub name: String,
    pub ending: &'static str,
    pub media_type: &'static str,
    /// Its name in the store.
    pub file: String,
}

/// Answers with the file of an id as it was sent, to be shown in a page or, with `?download`, to be saved under its
/// name and ending. `find` tells it for a person; whoever may not read it gets what they would get if there were none.
pub async fn private_file(
    state: AppState,
    id: &str,
    request: Request,
    find: impl AsyncFnOnce(Uuid, Uuid) -> Result<PrivateFile, AppError>,
) -> Response {
    let user = request.extensions().get::<CurrentUser>().map(|user| user.id);
    let download = wants_download(request.uri().query());
    let found = async {
        let (user, id) = user.zip(Uuid::parse_str(id).ok()).ok_or(AppError::NotFound)?;
        let found = find(user, id).await?;
        let bytes = state.files.get(&found.file).await?;
        Ok((found, bytes))
    };
    match found.await {
        Ok((PrivateFile { name, ending, media_type, .. }, bytes)) => {
            (headers(&name, ending, media_type, download), bytes).into_response()
        }
        Err(AppError::NotFound) => page_not_found(State(state), request).await,
        Err(error) => error.into_response(),
    }
}

/// Whether an address asks for a file to be saved rather than shown.
fn wants_download(query: Option<&str>) -> bool {
    query.is_some_and(|q| q.split('&').any(|p| p == "download" || p.starts_with("download=")))
}

/// A browser's PDF viewer does not start in a sandboxed document, so one that is shown is bound by what it may load
/// instead: nothing but itself, and only pages of this site may frame it.
fn headers(name: &str, ending: &str, media_type: &str, download: bool) -> [(HeaderName, String); 6] {
    let (disposition, policy) = match download {
        true => ("attachment", "sandbox; default-src 'none'"),
        false => ("inline", "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"),
    };
    let file = encode(&format!("{name}.{ending}"));
    let disposition = format!("{disposition}; filename=\"file.{ending}\"; filename*=UTF-8''{file}");
    [
        (header::CONTENT_TYPE, media_type.to_string()),
        (header::CONTENT_DISPOSITION, disposition),
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
        let headers = headers("Anna \"x\"\u{fc}; filename=evil.exe", "pdf", "application/pdf", true);
        assert_eq!(
            headers[1].1,
            "attachment; filename=\"file.pdf\"; \
             filename*=UTF-8''Anna%20%22x%22%C3%BC%3B%20filename%3Devil.exe.pdf"
        );
        assert!(headers[2].1.contains("sandbox"));
    }

    #[test]
    fn only_our_pages_frame_a_file() {
        let headers = headers("CV", "pdf", "application/pdf", false);
        assert!(headers[2].1.contains("frame-ancestors 'self'"));
        assert_eq!(headers[4].1, "SAMEORIGIN");
    }
}

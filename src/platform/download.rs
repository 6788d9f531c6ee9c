//! Downloads of uploaded files, for people who may read them.

use axum::{
    http::{HeaderMap, HeaderName, header, request::Parts},
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::files::Files;
use crate::{
    error::AppError,
    text::{encode, file_name},
};

/// A file that somebody may read.
pub struct PrivateFile {
    pub name: String,
    pub ending: &'static str,
    pub media_type: &'static str,
    /// Its name in the store.
    pub file: String,
}

/// Serves the file of an id as it was uploaded, to be shown in a page or, with `?download`, to be saved under its name
/// and ending. `find` returns it for a person; an unauthorized person gets the same answer as for a file that does not
/// exist.
pub async fn private_file(
    files: &Files,
    person: Option<Uuid>,
    id: &str,
    asked: &Parts,
    find: impl AsyncFnOnce(Uuid, Uuid) -> Result<PrivateFile, AppError>,
) -> Response {
    let found = async {
        let (user, id) = person.zip(Uuid::parse_str(id).ok()).ok_or(AppError::NotFound)?;
        let found = find(user, id).await?;
        let bytes = files.get(&found.file).await?;
        Ok::<_, AppError>((found, bytes))
    };
    match found.await {
        Ok((PrivateFile { name, ending, media_type, .. }, bytes)) => {
            let shown = shown(media_type, asked.uri.query(), &asked.headers);
            (headers(&name, ending, media_type, shown), bytes).into_response()
        }
        Err(error) => error.into_response(),
    }
}

/// How the browser is to treat a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// Saved as an attachment.
    Saved,
    /// Shown in a document without scripts and without an origin (CSP `sandbox`).
    Sandboxed,
    /// In a frame of a page of ours.
    Framed,
}

/// A browser's PDF viewer does not start in a sandboxed document, so the frames of our own pages, for which the browser
/// vouches, get one that is bound by what it may load instead. Whoever comes to a PDF by a link saves it: in a tab of
/// its own it would be a document of this site. A browser that says nothing (over plain http they don't) gets the
/// sandbox, and so do pictures.
fn shown(media_type: &str, query: Option<&str>, headers: &HeaderMap) -> Shown {
    if query.is_some_and(|q| q.split('&').any(|p| p == "download" || p.starts_with("download="))) {
        return Shown::Saved;
    }
    let said = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (said("sec-fetch-site"), said("sec-fetch-dest")) {
        (_, None) => Shown::Sandboxed,
        _ if media_type != "application/pdf" => Shown::Sandboxed,
        (Some("same-origin"), Some("iframe" | "embed" | "object")) => Shown::Framed,
        _ => Shown::Saved,
    }
}

fn headers(name: &str, ending: &str, media_type: &str, shown: Shown) -> [(HeaderName, String); 7] {
    let (disposition, policy) = match shown {
        Shown::Saved => ("attachment", "sandbox; default-src 'none'; frame-ancestors 'none'"),
        Shown::Sandboxed => ("inline", "sandbox; default-src 'none'; frame-ancestors 'self'"),
        Shown::Framed => {
            ("inline", "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        }
    };
    let file = encode(&file_name(name, ending));
    let disposition = format!("{disposition}; filename=\"file.{ending}\"; filename*=UTF-8''{file}");
    [
        (header::CONTENT_TYPE, media_type.to_string()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, policy.to_string()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_string()),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN".to_string()),
        (header::CACHE_CONTROL, "no-store".to_string()),
        (header::VARY, "sec-fetch-dest, sec-fetch-site".to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let headers = headers("Anna \"x\"\u{fc}; filename=evil.exe", "pdf", "application/pdf", Shown::Saved);
        assert_eq!(
            headers[1].1,
            "attachment; filename=\"file.pdf\"; \
             filename*=UTF-8''Anna%20%22x%22%C3%BC%3B%20filename%3Devil.exe.pdf"
        );
        assert!(headers[2].1.contains("sandbox"));
    }

    #[test]
    fn only_our_pages_frame_a_file() {
        let how = |kind: &str, query: Option<&str>, site: &str, dest: &str| {
            let mut headers = HeaderMap::new();
            for (name, value) in [("sec-fetch-site", site), ("sec-fetch-dest", dest)] {
                headers.extend((!value.is_empty()).then(|| (HeaderName::from_static(name), value.parse().unwrap())));
            }
            shown(kind, query, &headers)
        };
        let (pdf, png) = ("application/pdf", "image/png");
        for (kind, query, site, dest, expected) in [
            (pdf, None, "same-origin", "iframe", Shown::Framed),
            (pdf, None, "same-origin", "embed", Shown::Framed),
            (pdf, None, "same-origin", "document", Shown::Saved),
            (pdf, None, "none", "document", Shown::Saved),
            (pdf, None, "cross-site", "iframe", Shown::Saved),
            (pdf, None, "same-site", "iframe", Shown::Saved),
            (pdf, None, "", "iframe", Shown::Saved),
            (pdf, None, "", "", Shown::Sandboxed),
            (pdf, Some("download"), "same-origin", "iframe", Shown::Saved),
            (pdf, Some("a=b&download="), "", "", Shown::Saved),
            (pdf, Some("downloads"), "", "", Shown::Sandboxed),
            (png, None, "same-origin", "image", Shown::Sandboxed),
            (png, None, "same-origin", "document", Shown::Sandboxed),
            (png, None, "same-origin", "iframe", Shown::Sandboxed),
        ] {
            assert_eq!(how(kind, query, site, dest), expected, "{kind} {query:?} {site} {dest}");
        }
        for shown in [Shown::Saved, Shown::Sandboxed, Shown::Framed] {
            let headers = headers("CV", "pdf", "application/pdf", shown);
            let sandboxed = headers[2].1.starts_with("sandbox;");
            assert_eq!(sandboxed, shown != Shown::Framed, "{shown:?}");
            assert!(headers[2].1.contains("default-src 'none'") && headers[2].1.contains("frame-ancestors '"));
            assert_eq!(headers[4].1, "SAMEORIGIN");
        }
    }
}

//! Forms that carry a file: reading them within bounds.

use axum::extract::{FromRequest, Multipart, Request, multipart::Field};
use leptos::server_fn::error::ServerFnUrlError;

use super::{body::Reading, rates::UploadPlace};
use crate::error::{AppError, Problem};

/// The size limit of a form's text fields together.
pub const TEXT_BYTES: usize = 256 * 1024;
/// More parts than any of our forms has.
const MAX_PARTS: usize = 64;
pub const MEGABYTE: usize = 1024 * 1024;

/// A parsed multipart form.
#[derive(Debug, Default)]
pub struct UploadedForm {
    pub fields: Vec<(String, String)>,
    pub files: Vec<UploadedFile>,
    /// Its reservation of upload memory; `None` for a refused form, of which no file is kept.
    pub place: Option<UploadPlace>,
}

/// A file that was chosen in a form.
#[derive(Debug)]
pub struct UploadedFile {
    /// The input's `name`.
    pub field: String,
    /// The file's name on the client.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl UploadedForm {
    /// What was typed into the field of this name.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Takes the file chosen in the field of this name, if one was.
    pub fn take_file(&mut self, field: &str) -> Option<UploadedFile> {
        let at = self.files.iter().position(|f| f.field == field)?;
        Some(self.files.swap_remove(at))
    }

    /// Takes the file that must be there.
    pub fn file(&mut self, field: &str) -> Result<UploadedFile, AppError> {
        self.take_file(field).ok_or_else(|| AppError::field(field, Problem::NoFile))
    }
}

/// Reads the text fields of a form that is refused, within the limits of refused bodies; its files are dropped.
pub async fn read_refused(request: Request, bytes: usize) -> Vec<(String, String)> {
    let mut form = UploadedForm::default();
    if let Some(reading) = request.extensions().get::<Reading>().cloned() {
        reading.refuse(bytes);
        _ = read(request, 0, &mut form).await;
    }
    form.fields
}

/// The URL of a form's page with the error in its query, encoded as Leptos does for its own forms.
pub fn with_error(page: &str, action: &str, error: AppError) -> String {
    let base = format!("http://localhost{page}");
    match ServerFnUrlError::new(action, error).to_url(&base) {
        Ok(url) => url[url::Position::BeforePath..].to_string(),
        Err(_) => page.to_string(),
    }
}

/// Reads every part. A file over the limit is read and dropped, so that the text fields are not lost with it.
pub async fn read(request: Request, megabytes: usize, form: &mut UploadedForm) -> Result<(), AppError> {
    let reading = request.extensions().get::<Reading>().cloned();
    // The error for a body that cannot be read: too large, or malformed.
    let broken = |field: &str| match &reading {
        Some(reading) if reading.is_too_large() => AppError::field(field, Problem::FileTooLarge(megabytes)),
        _ => AppError::Malformed,
    };
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| AppError::Malformed)?;
    let (mut files_left, mut text_left) = (megabytes * MEGABYTE, TEXT_BYTES);
    let mut too_large: Option<String> = None;
    for _ in 0..MAX_PARTS {
        let next = parts.next_field().await.map_err(|_| broken(""))?;
        let Some(mut part) = next else {
            return match too_large {
                Some(field) => Err(AppError::field(&field, Problem::FileTooLarge(megabytes))),
                None => Ok(()),
            };
        };
        let field = part.name().unwrap_or_default().to_string();
        let name = part.file_name().map(unescaped);
        let left = if name.is_some() { &mut files_left } else { &mut text_left };
        let bytes = read_part(&mut part, left, &mut form.place).await.map_err(|e| match e {
            PartError::Broken => broken(&field),
            PartError::NoMemory(e) => e,
        })?;
        match (bytes, name) {
            (None, Some(_)) => too_large = Some(field),
            (None, None) => return Err(AppError::Malformed),
            // A file input in which nothing was chosen.
            (Some(bytes), Some(name)) if name.is_empty() && bytes.is_empty() => {}
            (Some(bytes), Some(name)) => form.files.push(UploadedFile { field, name, bytes }),
            (Some(bytes), None) => {
                form.fields.push((field, String::from_utf8(bytes).map_err(|_| AppError::Malformed)?));
            }
        }
    }
    Err(AppError::Malformed)
}

/// A file's name as it was before the browser wrote it into a header: three signs are escaped there, `%` is not
/// ([WHATWG](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data)).
fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// Why reading a part failed.
enum PartError {
    Broken,
    NoMemory(AppError),
}

/// The bytes of a part, or `None` when it exceeds what is left of the limit.
async fn read_part(
    part: &mut Field<'_>,
    left: &mut usize,
    place: &mut Option<UploadPlace>,
) -> Result<Option<Vec<u8>>, PartError> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.chunk().await.map_err(|_| PartError::Broken)? {
        match &mut bytes {
            Some(bytes) if chunk.len() <= *left => {
                *left -= chunk.len();
                if let Some(place) = place {
                    place.take(chunk.len()).map_err(PartError::NoMemory)?;
                }
                bytes.extend_from_slice(&chunk);
            }
            _ => bytes = None,
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::header};

    use super::*;

    fn request(body: &str) -> Request {
        let kind = "multipart/form-data; boundary=B";
        Request::post("/x").header(header::CONTENT_TYPE, kind).body(Body::from(body.replace('\n', "\r\n"))).unwrap()
    }

    fn part(head: &str, body: &str) -> String {
        format!("--B\nContent-Disposition: form-data; {head}\n\n{body}\n")
    }

    async fn read_form(body: &str) -> (Result<(), AppError>, UploadedForm) {
        let mut form = UploadedForm::default();
        (read(request(body), 1, &mut form).await, form)
    }

    #[tokio::test]
    async fn fields_and_files_are_told_apart() {
        let body = part("name=\"a\"", "ü")
            + &part("name=\"f\"; filename=\"x.pdf\"", "%PDF")
            + &part("name=\"none\"; filename=\"\"", "")
            + "--B--\n";
        let (read, mut form) = read_form(&body).await;
        assert_eq!(read, Ok(()));
        assert_eq!(form.get("a"), "ü");
        assert_eq!(form.file("f").unwrap().bytes, b"%PDF");
        assert_eq!(form.file("none").unwrap_err().problem_of("none"), Some(&Problem::NoFile));
    }

    #[tokio::test]
    async fn a_file_is_called_as_it_was_on_the_client() {
        for (sent, name) in [
            ("CV %22final%22.pdf", "CV \"final\".pdf"),
            ("100%25 %2F.pdf", "100%25 %2F.pdf"),
            ("a%0D%0Ab.pdf", "a\r\nb.pdf"),
            ("Lebenslauf J. Doe", "Lebenslauf J. Doe"),
            ("Müller; (2).pdf", "Müller; (2).pdf"),
        ] {
            let body = part(&format!("name=\"f\"; filename=\"{sent}\""), "%PDF") + "--B--\n";
            let (read, mut form) = read_form(&body).await;
            assert_eq!((read, form.file("f").unwrap().name), (Ok(()), name.to_string()));
        }
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_takes_nothing_else_with_it() {
        let large = "x".repeat(1024 * 1024 + 1);
        let body = part("name=\"f\"; filename=\"x\"", &large) + &part("name=\"a\"", "typed") + "--B--\n";
        let (read, form) = read_form(&body).await;
        let error = read.unwrap_err();
        assert_eq!(error.problem_of("f"), Some(&Problem::FileTooLarge(1)));
        assert_eq!(error.status(), 413);
        assert_eq!(form.get("a"), "typed");
    }

    #[tokio::test]
    async fn what_is_no_form_is_refused() {
        assert_eq!(read_form("nonsense").await.0, Err(AppError::Malformed));
        let mut form = UploadedForm::default();
        let plain = Request::post("/x").body(Body::from("a=b")).unwrap();
        assert_eq!(read(plain, 1, &mut form).await, Err(AppError::Malformed));
    }

    #[test]
    fn an_error_leads_back_to_the_page() {
        let url = with_error("/jobs/a/apply?x=1", "/jobs/a/apply", AppError::NotFound);
        assert!(url.starts_with("/jobs/a/apply?x=1&__path=%2Fjobs%2Fa%2Fapply&__err="), "{url}");
    }
}

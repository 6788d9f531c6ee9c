//! The files of the built site, from memory: compressed once, when they were built.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::encoding::{Encoded, Encoding};

/// The files of one folder, by name. Cheap to clone.
#[derive(Clone, Default)]
pub struct StaticFiles(Arc<HashMap<String, StaticFile>>);

struct StaticFile {
    encoded: Encoded,
    content_type: HeaderValue,
}

impl StaticFiles {
    /// Reads all files of a folder, with the encodings that stand beside them (`jobi.js.br`, `jobi.js.gz`).
    pub fn load(folder: &Path) -> io::Result<Self> {
        let mut files = HashMap::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if path.is_file() && !name.ends_with(".br") && !name.ends_with(".gz") {
                files.insert(name.to_string(), StaticFile::load(&path)?);
            }
        }
        Ok(Self(Arc::new(files)))
    }
}

impl StaticFile {
    fn load(path: &Path) -> io::Result<Self> {
        let mut encoded = Encoded::new(fs::read(path)?.into());
        for (encoding, ending) in [(Encoding::Brotli, ".br"), (Encoding::Gzip, ".gz")] {
            let mut beside = path.as_os_str().to_owned();
            beside.push(ending);
            match fs::read(PathBuf::from(beside)) {
                Ok(bytes) => encoded = encoded.with(encoding, bytes.into()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        let content_type = mime_guess::from_path(path).first_or_octet_stream();
        let content_type = HeaderValue::from_str(content_type.as_ref()).expect("a MIME type is visible ASCII");
        Ok(Self { encoded, content_type })
    }
}

/// Serves a file by its path below where this handler is nested.
pub async fn serve(State(files): State<StaticFiles>, request: Request) -> Response {
    let name = request.uri().path().trim_start_matches('/');
    let Some(file) = files.0.get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let encoding = Encoding::accepted(request.headers());
    let mut response = Response::new(Body::from(file.encoded.get(encoding).clone()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, file.content_type.clone());
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding.header() {
        headers.insert(header::CONTENT_ENCODING, encoding);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::to_bytes, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_file_comes_as_it_was_compressed() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("a.js", "plain"), ("a.js.br", "as br"), ("a.wasm", "program")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        fs::create_dir(folder.path().join("folder")).unwrap();
        let files = StaticFiles::load(folder.path()).unwrap();
        let site = Router::new().nest("/pkg", Router::new().fallback(get(serve)).with_state(files));
        for (path, accepted, status, kind, encoding, text) in [
            ("a.js", "br, gzip", 200, "text/javascript", "br", Some("as br")),
            ("a.js", "identity", 200, "text/javascript", "", Some("plain")),
            ("a.js", "zstd", 200, "text/javascript", "zstd", None),
            ("a.wasm", "", 200, "application/wasm", "", Some("program")),
            ("a.wasm", "br", 200, "application/wasm", "br", None),
            ("a.js.br", "", 404, "", "", None),
            ("folder", "", 404, "", "", None),
            ("../a.js", "", 404, "", "", None),
            ("", "", 404, "", "", None),
        ] {
            let request = Request::get(format!("/pkg/{path}")).header(header::ACCEPT_ENCODING, accepted);
            let answer = site.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let header = |name| answer.headers().get(name).map_or("", |value: &HeaderValue| value.to_str().unwrap());
            let got = (answer.status().as_u16(), header(header::CONTENT_TYPE), header(header::CONTENT_ENCODING));
            assert_eq!(got, (status, kind, encoding), "{path} {accepted}");
            let body = to_bytes(answer.into_body(), 1_000).await.unwrap();
            assert!(text.is_none_or(|text| body == text), "{path} {accepted}: {body:?}");
        }
    }
}

//! Request bodies: limits of their size and of their time, and honest answers for bodies that were not read to the end.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Json,
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, Version, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::StreamExt;
use hyper::body::{Frame, SizeHint};

use super::{patience::Patience, serve::Limits};
use crate::error::{AppError, Problem};

/// The size limit of a form without files.
pub const FORM_BYTES: usize = 256 * 1024;
/// The size limit of a body with a file. The form's own limit is lower and has a better error; this much is read for
/// that.
pub const UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// How much is read of a refused body that is discarded, for somebody who is logged in.
pub const REFUSED_BYTES: usize = 16 * 1024 * 1024;
/// How long a refused body may stall, and the lowest rate at which it is read.
const REFUSED_PATIENCE: Duration = Duration::from_secs(1);
const REFUSED_BYTES_PER_SECOND: u32 = 32 * 1024;

/// The progress of reading a request's body, and its limits.
#[derive(Clone, Debug)]
pub struct Reading(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    left: usize,
    patience: Patience,
    /// Why reading ended; `None` while it goes on.
    end: Option<End>,
    refused: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Complete,
    TooLarge,
    TooSlow,
    Broken,
}

impl Reading {
    fn new(limits: &Limits) -> Self {
        Self(Arc::new(Mutex::new(Inner { left: FORM_BYTES, patience: limits.patience(), end: None, refused: false })))
    }

    /// Lowers the limits of a request that is refused whatever its body holds. A little is read all the same: a browser
    /// that is still sending reads no answer, and typed fields should not be lost because of a file.
    pub fn refuse(&self, bytes: usize) {
        let mut inner = self.0.lock().unwrap();
        inner.left = bytes;
        inner.patience = Patience::new(REFUSED_PATIENCE, REFUSED_BYTES_PER_SECOND);
        inner.refused = true;
    }

    /// Whether the body exceeded its size limit.
    pub fn is_too_large(&self) -> bool {
        self.end() == Some(End::TooLarge)
    }

    fn end(&self) -> Option<End> {
        self.0.lock().unwrap().end
    }

    /// The response, or the true error (too large, too slow) where its handler took the cut body for a malformed one.
    fn honest(&self, response: Response) -> Response {
        let status = response.status();
        let inner = self.0.lock().unwrap();
        match inner.end {
            Some(End::TooLarge) if status == StatusCode::BAD_REQUEST && !inner.refused => too_large().into_response(),
            Some(End::TooSlow) if status.as_u16() >= 400 && !inner.refused => {
                (StatusCode::REQUEST_TIMEOUT, Json(AppError::Offline)).into_response()
            }
            _ => response,
        }
    }
}

/// The error for a form without files that is larger than [`FORM_BYTES`].
pub fn too_large() -> AppError {
    AppError::Refused(Problem::FormTooLarge(FORM_BYTES / 1024))
}

/// Reads and drops a body that will not be used, within the limits of refused ones: a browser that is still sending
/// reads no answer.
pub async fn discard(request: Request) {
    if let Some(reading) = request.extensions().get::<Reading>().cloned() {
        reading.refuse(REFUSED_BYTES);
        let mut body = request.into_body().into_data_stream();
        while let Some(Ok(_)) = body.next().await {}
    }
}

/// Reads a refused form without files; returns nothing if the body is too large or too slow.
pub async fn read_refused(request: Request) -> Bytes {
    if let Some(reading) = request.extensions().get::<Reading>() {
        reading.refuse(FORM_BYTES);
    }
    to_bytes(request.into_body(), FORM_BYTES).await.unwrap_or_default()
}

/// Enforces the limits of bodies. What follows a body that was not read to its end is no request, so HTTP/1 answers
/// then say `Connection: close`.
pub async fn layer(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let limits = request.extensions().get::<Limits>().copied().unwrap_or_default();
    let (reading, says_so) = (Reading::new(&limits), request.version() < Version::HTTP_2);
    let mut request = request.map(|body| Body::new(BoundedBody { body, reading: reading.clone() }));
    request.extensions_mut().insert(reading.clone());
    let mut response = reading.honest(next.run(request).await);
    if says_so && reading.end() != Some(End::Complete) {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Refuses forms without files whose declared length is too large.
pub async fn forms(request: Request, next: Next) -> Response {
    match request.body().size_hint().lower() > FORM_BYTES as u64 {
        true => too_large().into_response(),
        false => next.run(request).await,
    }
}

/// Raises the size limit for forms with files; the handler refuses those whose declared length is too large.
pub async fn uploads(request: Request, next: Next) -> Response {
    if let Some(reading) = request.extensions().get::<Reading>() {
        reading.0.lock().unwrap().left = UPLOAD_BYTES;
    }
    next.run(request).await
}

struct BoundedBody {
    body: Body,
    reading: Reading,
}

impl HttpBody for BoundedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        let complete = self.body.is_end_stream();
        let mut inner = self.reading.0.lock().unwrap();
        let end = match polled {
            Poll::Pending if inner.patience.poll_wait(cx).is_pending() => return Poll::Pending,
            Poll::Pending => End::TooSlow,
            Poll::Ready(Some(Ok(frame))) => {
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                inner.patience.moved(bytes);
                match inner.left.checked_sub(bytes) {
                    Some(left) => {
                        inner.left = left;
                        inner.end = complete.then_some(End::Complete);
                        return Poll::Ready(Some(Ok(frame)));
                    }
                    None => End::TooLarge,
                }
            }
            Poll::Ready(Some(Err(error))) => {
                inner.end = Some(End::Broken);
                return Poll::Ready(Some(Err(error)));
            }
            Poll::Ready(None) => {
                inner.end.get_or_insert(End::Complete);
                return Poll::Ready(None);
            }
        };
        inner.end = Some(end);
        Poll::Ready(Some(Err(axum::Error::new(format!("the body was not read: {end:?}")))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

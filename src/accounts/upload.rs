//! File uploads by logged-in users: who may upload, and how the form is answered.
//!
//! Such a form is no server function, but it is answered like one: to a plain form with a redirect, back to its page
//! with the error or on to what was done; to a script, which asks for JSON, with `{"location": …}` or the error.

use std::time::Duration;

use axum::{
    Json,
    body::HttpBody,
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;
use tokio::time::timeout;

use super::model::CurrentUser;
use crate::{
    error::{AppError, Problem},
    platform::{
        body::UPLOAD_BYTES,
        error_page::wants_page,
        rates::{Rates, UploadPlace},
        upload::{MEGABYTE, TEXT_BYTES, UploadedForm, read, read_refused, with_error},
    },
    ui::login_path,
};

/// A form with files is sent within this.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(10 * 60);

/// The page that holds a form, and how many megabytes its files have together.
pub struct Upload<'a> {
    pub page: &'a str,
    pub megabytes: usize,
}

/// The fields of a refused upload. The response carries them as an extension to the form memory layer, which stores
/// them.
#[derive(Clone)]
pub struct RefusedUpload {
    /// The page that the form stands on.
    pub page: String,
    pub error: AppError,
    pub fields: Vec<(String, String)>,
}

/// Reads a form, passes it to `run`, and answers; `run` returns the address to redirect to. `may` checks whether the
/// user may upload at all, before the body is read.
pub async fn handle<M, R>(rates: &Rates, request: Request, upload: Upload<'_>, may: M, run: R) -> Response
where
    M: AsyncFnOnce(&CurrentUser) -> Result<(), AppError>,
    R: AsyncFnOnce(CurrentUser, &mut UploadedForm) -> Result<String, AppError>,
{
    let plain = wants_page(request.headers());
    let user = request.extensions().get::<CurrentUser>().cloned();
    let action = request.uri().path().to_string();
    let mut form = UploadedForm::default();
    let bytes = request.body().size_hint().lower();
    let result = match admit(rates, user, bytes, &upload, may).await {
        Ok((user, place)) => {
            form.place = Some(place);
            let read = timeout(UPLOAD_TIMEOUT, read(request, upload.megabytes, &mut form)).await;
            match read.unwrap_or(Err(AppError::Offline)) {
                Ok(()) => run(user, &mut form).await,
                Err(error) => Err(error),
            }
        }
        Err(error) => {
            form.fields = read_refused(request, upload.megabytes * MEGABYTE + TEXT_BYTES).await;
            Err(error)
        }
    };
    match (result, plain) {
        (Ok(location), true) => Redirect::to(&location).into_response(),
        (Ok(location), false) => Json(json!({ "location": location })).into_response(),
        (Err(error), true) => {
            let page = upload.page;
            let back = match error {
                AppError::Unauthorized => login_path(page),
                _ => with_error(page, &action, error.clone()),
            };
            let mut response = Redirect::to(&back).into_response();
            response.extensions_mut().insert(RefusedUpload { page: page.to_string(), error, fields: form.fields });
            response
        }
        (Err(error), false) => error.into_response(),
    }
}

/// The user, if they may upload now, and the upload slot that they occupy.
async fn admit(
    rates: &Rates,
    user: Option<CurrentUser>,
    bytes: u64,
    upload: &Upload<'_>,
    may: impl AsyncFnOnce(&CurrentUser) -> Result<(), AppError>,
) -> Result<(CurrentUser, UploadPlace), AppError> {
    let user = user.ok_or(AppError::Unauthorized)?;
    rates.upload(user.id)?;
    may(&user).await?;
    if bytes > UPLOAD_BYTES as u64 {
        return Err(AppError::Refused(Problem::FileTooLarge(upload.megabytes)));
    }
    let place = rates.upload_place(user.id).await?;
    Ok((user, place))
}

//! File uploads by logged-in users, and by guests: who may upload, and how the form is answered.
//!
//! Such a form is no server function, but it is answered like one: to a plain form with a redirect, back to its page
//! with the error or on to what was done; to a script, which asks for JSON, with `{"location": …}` or the error.

use std::{
    net::{IpAddr, Ipv4Addr},
    time::Duration,
};

use axum::{
    Json,
    body::HttpBody,
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;
use tokio::time::timeout;
use uuid::Uuid;

use super::model::CurrentUser;
use crate::{
    error::{AppError, Problem},
    platform::{
        body::UPLOAD_BYTES,
        client_addr::{ClientAddr, network},
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
    let (user, asked) = (request.extensions().get::<CurrentUser>().cloned(), Asked::of(&request));
    let mut form = UploadedForm::default();
    let result = match admit(rates, user, asked.bytes, &upload, may).await {
        Ok((user, place)) => match receive(request, &upload, place, &mut form).await {
            Ok(()) => run(user, &mut form).await,
            Err(error) => Err(error),
        },
        Err(error) => Err(refuse(request, &upload, &mut form, error).await),
    };
    answer(asked, &upload, form, result)
}

/// The same for somebody who is not logged in: their network stands for the person by whom places are counted.
pub async fn handle_guest<M, R>(rates: &Rates, request: Request, upload: Upload<'_>, may: M, run: R) -> Response
where
    M: AsyncFnOnce() -> Result<(), AppError>,
    R: AsyncFnOnce(&mut UploadedForm) -> Result<String, AppError>,
{
    let from = request.extensions().get::<ClientAddr>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |from| from.0);
    let (network, asked) = (Uuid::from_u128(network_bits(from)), Asked::of(&request));
    let mut form = UploadedForm::default();
    let mut admitted = rates.upload(network).and_then(|()| must_fit(asked.bytes, &upload));
    if admitted.is_ok() {
        admitted = may().await;
    }
    let place = match admitted {
        Ok(()) => rates.upload_place(network).await,
        Err(error) => Err(error),
    };
    let result = match place {
        Ok(place) => match receive(request, &upload, place, &mut form).await {
            Ok(()) => run(&mut form).await,
            Err(error) => Err(error),
        },
        Err(error) => Err(refuse(request, &upload, &mut form, error).await),
    };
    answer(asked, &upload, form, result)
}

/// The network of an address, as one number.
fn network_bits(address: IpAddr) -> u128 {
    match network(address) {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

/// What is to be known of a request once its body is read.
struct Asked {
    /// Whether a browser asks without scripts.
    plain: bool,
    action: String,
    /// Of the body, as far as it says.
    bytes: u64,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            plain: wants_page(request.headers()),
            action: request.uri().path().to_string(),
            bytes: request.body().size_hint().lower(),
        }
    }
}

/// Reads the form of whoever was admitted.
async fn receive(
    request: Request,
    upload: &Upload<'_>,
    place: UploadPlace,
    form: &mut UploadedForm,
) -> Result<(), AppError> {
    form.place = Some(place);
    let read = timeout(UPLOAD_TIMEOUT, read(request, upload.megabytes, form)).await;
    read.unwrap_or(Err(AppError::Offline))
}

/// Reads what was typed into a form that is refused.
async fn refuse(request: Request, upload: &Upload<'_>, form: &mut UploadedForm, error: AppError) -> AppError {
    form.fields = read_refused(request, upload.megabytes * MEGABYTE + TEXT_BYTES).await;
    error
}

fn answer(asked: Asked, upload: &Upload<'_>, form: UploadedForm, result: Result<String, AppError>) -> Response {
    match (result, asked.plain) {
        (Ok(location), true) => Redirect::to(&location).into_response(),
        (Ok(location), false) => Json(json!({ "location": location })).into_response(),
        (Err(error), true) => {
            let page = upload.page;
            let back = match error {
                AppError::Unauthorized => login_path(page),
                _ => with_error(page, &asked.action, error.clone()),
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
    must_fit(bytes, upload)?;
    let place = rates.upload_place(user.id).await?;
    Ok((user, place))
}

fn must_fit(bytes: u64, upload: &Upload<'_>) -> Result<(), AppError> {
    match bytes > UPLOAD_BYTES as u64 {
        true => Err(AppError::Refused(Problem::FileTooLarge(upload.megabytes))),
        false => Ok(()),
    }
}

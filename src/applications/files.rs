//! The apply form, which may carry a resume as a file.

use std::net::{IpAddr, Ipv4Addr};

use axum::{
    extract::{Path, Request, State},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{
    db,
    model::{ADD_PATH, AddForm, ApplicationForm, GUEST_SENT_PATH, ValidAddition, ValidApplication},
};
use crate::{
    accounts::{
        Action, CurrentUser,
        upload::{self, Upload},
    },
    applications::{ApplicationDone, ApplicationProblem},
    error::{AppError, FieldError, Problem},
    jobs::PostingProblem,
    l10n::Locale,
    messages,
    platform::{
        Platform,
        audit::{Act, SecurityEvent},
        client_addr::ClientAddr,
        token::new_token,
        upload::{UploadedFile, UploadedForm},
    },
    resumes::{self, MAX_MEGABYTES, NewResume, Pdf},
    text::{encode, is_slug},
    ui::done_at,
};

/// `POST /jobs/{slug}/apply`: an application for the posting.
pub async fn apply(State(platform): State<Platform>, Path(slug): Path<String>, request: Request) -> Response {
    let page = format!("/jobs/{}/apply", encode(&slug));
    let may = async |user: &CurrentUser| {
        user.must_seek()?;
        user.must_be_reachable(&platform.mailer)?;
        if !is_slug(&slug) {
            return Err(AppError::NotFound);
        }
        let start = db::start(&platform.db, user.id, &slug).await?;
        if start.sent.is_some() {
            return Err(AppError::refused(ApplicationProblem::AlreadyApplied));
        }
        if !start.open {
            return Err(AppError::refused(PostingProblem::PostingClosed));
        }
        Ok(())
    };
    let form = Upload { page: &page, megabytes: MAX_MEGABYTES };
    upload::handle(&platform.rates, request, form, may, async |user, form| {
        let (valid, pdf) = check(form).await?;
        if let Some(pdf) = &pdf {
            resumes::make_room(&platform, user.id, pdf.bytes.len()).await?;
        }
        let id = send(&platform, user.id, &slug, valid, pdf).await?;
        Ok(done_at(&format!("/applications/{id}"), ApplicationDone::Applied))
    })
    .await
}

/// `POST /jobs/{slug}/apply/guest`: an application without an account, which a mailed link is to confirm. What is answered
/// does not depend on who has the address.
pub async fn apply_as_guest(State(platform): State<Platform>, Path(slug): Path<String>, request: Request) -> Response {
    let page = format!("/jobs/{}/apply", encode(&slug));
    let from = request.extensions().get::<ClientAddr>().copied();
    let from = from.unwrap_or(ClientAddr(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
    let locale = request.extensions().get::<Locale>().copied().unwrap_or_default();
    let may = async || {
        if !platform.takes_guests() {
            return Err(AppError::Unauthorized);
        }
        if !is_slug(&slug) {
            return Err(AppError::NotFound);
        }
        platform.files.has_room()?;
        match db::guest_start(&platform.db, &slug).await?.open {
            true => Ok(()),
            false => Err(AppError::refused(PostingProblem::PostingClosed)),
        }
    };
    let form = Upload { page: &page, megabytes: MAX_MEGABYTES };
    upload::handle_guest(&platform.rates, request, form, may, async |form| {
        let (valid, pdf) = check(form).await?;
        let pdf = pdf.ok_or_else(|| AppError::field("file", Problem::NoFile))?;
        platform.rates.guest_application(from, &valid.email.key()).await?;
        let new = NewResume::store(&platform, pdf).await?;
        let (token, language) = (new_token()?, locale.to_string());
        let pending = db::NewPending { slug: &slug, form: &valid, resume: &new, language: &language, token: &token };
        let stored = db::store_pending(&platform, pending).await;
        if let Err(error) = &stored {
            new.discard(&platform, error).await;
        }
        stored.map(|()| GUEST_SENT_PATH.to_string())
    })
    .await
}

/// `POST /employer/candidates/new`: somebody whom a company adds itself, and who is told by mail.
pub async fn add_by_hand(State(platform): State<Platform>, request: Request) -> Response {
    let from = request.extensions().get::<ClientAddr>().map(|from| from.0);
    let locale = request.extensions().get::<Locale>().copied().unwrap_or_default();
    let may = async |user: &CurrentUser| {
        user.may_in_company(Action::AddCandidate)?;
        platform.files.has_room()?;
        match platform.takes_guests() {
            true => Ok(()),
            false => Err(AppError::refused(ApplicationProblem::CannotTell)),
        }
    };
    let form = Upload { page: ADD_PATH, megabytes: MAX_MEGABYTES };
    upload::handle(&platform.rates, request, form, may, async |user, form| {
        let company = user.hires_for()?;
        let (valid, pdf) = check_addition(form).await?;
        let new = match pdf {
            Some(pdf) => Some(NewResume::store(&platform, pdf).await?),
            None => None,
        };
        let act = Act::done(SecurityEvent::CandidateAddition, user.id).from(from);
        let language = locale.to_string();
        let addition =
            db::Addition { company, by: user.id, form: &valid, resume: new.as_ref(), language: &language, act };
        let added = Box::pin(db::add(&platform, addition)).await;
        if let (Err(error), Some(new)) = (&added, new) {
            new.discard(&platform, error).await;
        }
        added.map(|id| done_at(&format!("/employer/candidates/{id}"), ApplicationDone::CandidateAdded))
    })
    .await
}

/// `GET /guest/{token}/files/{id}`: a file that the company has sent to a guest.
pub async fn read_as_guest(
    State(platform): State<Platform>,
    Path((token, id)): Path<(String, String)>,
    asked: Parts,
) -> Response {
    match db::guest_link(&platform.db, &token).await {
        Ok(found) => messages::read_as_guest(&platform, (found.candidate, found.posting), &id, &asked).await,
        Err(AppError::Refused(_)) => AppError::NotFound.into_response(),
        Err(error) => error.into_response(),
    }
}

/// Checks fields and file; the error has the problems of both.
async fn check(form: &mut UploadedForm) -> Result<(ValidApplication, Option<Pdf>), AppError> {
    let file = form.take_file("file");
    let text = |name: &str| form.get(name).to_string();
    let fields = ApplicationForm {
        resume: text("resume"),
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
        letter: text("letter"),
    };
    let valid = fields.check(file.is_some());
    with_pdf(valid, file).await
}

/// The same of somebody who is added by hand.
async fn check_addition(form: &mut UploadedForm) -> Result<(ValidAddition, Option<Pdf>), AppError> {
    let file = form.take_file("file");
    let text = |name: &str| form.get(name).to_string();
    let fields = AddForm {
        posting: text("posting"),
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
        source: text("source"),
        source_text: text("source_text"),
    };
    with_pdf(fields.check(), file).await
}

/// Opens the file, if there is one, beside what the fields are.
async fn with_pdf<T>(valid: Result<T, AppError>, file: Option<UploadedFile>) -> Result<(T, Option<Pdf>), AppError> {
    let pdf = match file {
        Some(file) => Pdf::open(file).await?.map(Some),
        None => Ok(None),
    };
    match (valid, pdf) {
        (Ok(valid), Ok(pdf)) => Ok((valid, pdf)),
        (Err(error), Ok(_)) => Err(error),
        (Err(AppError::Fields(mut all)), Err(problem)) => {
            all.push(FieldError { field: "file".to_string(), problem });
            Err(AppError::Fields(all))
        }
        (_, Err(problem)) => Err(AppError::field("file", problem)),
    }
}

/// Stores the uploaded file, if there is one, and sends the application. If that fails, the file is deleted again.
async fn send(
    platform: &Platform,
    user: Uuid,
    slug: &str,
    form: ValidApplication,
    pdf: Option<Pdf>,
) -> Result<Uuid, AppError> {
    let new = match pdf {
        Some(pdf) => Some(NewResume::store(platform, pdf).await?),
        None => None,
    };
    let sent = db::apply(platform, user, slug, &form, new.as_ref()).await;
    if let (Err(error), Some(new)) = (&sent, new) {
        new.discard(platform, error).await;
    }
    sent
}

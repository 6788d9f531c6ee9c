//! Messages with attachments: uploaded by a form, downloaded by the people of the conversation.

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use image::ImageFormat;
use uuid::Uuid;

use super::{
    db::{self, ReadableFile, StoredFile},
    model::{Attachment, FILES_MEGABYTES, FileKind, MAX_FILES, Sent, clean},
    post::{self, Messenger},
};
use crate::{
    accounts::{
        CurrentUser, person,
        upload::{self, Upload},
    },
    error::{AppError, Problem},
    messages::MessageProblem,
    platform::{
        Platform,
        download::{self, PrivateFile},
        pdf, picture,
        upload::UploadedFile,
    },
    text::file_stem,
};

/// Quota of one account's attachments, in megabytes.
const ACCOUNT_MEGABYTES: usize = 500;
/// Quota of the attachments of all members of a company, in megabytes.
const COMPANY_MEGABYTES: usize = 5_000;

/// `POST /messages/{id}/send`: a message, with files or without.
pub async fn send(State(messenger): State<Arc<Messenger>>, Path(id): Path<String>, request: Request) -> Response {
    let Ok(conversation) = Uuid::parse_str(&id) else { return AppError::NotFound.into_response() };
    let platform = &messenger.platform;
    let page = format!("/messages/{conversation}");
    let form = Upload { page: &page, megabytes: FILES_MEGABYTES };
    let may = async |user: &CurrentUser| {
        user.may_write_into(&platform.db, conversation).await?;
        db::must_take_from(&platform.db, user, conversation).await
    };
    upload::handle(&platform.rates, request, form, may, async |user, form| {
        let id = form.get("id").parse().map_err(|_| AppError::Malformed)?;
        let files = std::mem::take(&mut form.files);
        if files.len() > MAX_FILES {
            return Err(AppError::field("files", Problem::TooMany(MAX_FILES)));
        }
        let text = match clean(form.get("text")) {
            Err(Problem::Required) if !files.is_empty() => String::new(),
            text => text.map_err(|problem| AppError::field("text", problem))?,
        };
        let files = recognise(files).await?;
        store(&messenger, &user, conversation, id, text, files).await?;
        Ok(format!("{page}#end"))
    })
    .await
}

/// Characters of a file's name.
const MAX_FILE_NAME: usize = 120;

/// Recognises files by their content, whatever they are called; the error names one that is refused by its number.
async fn recognise(files: Vec<UploadedFile>) -> Result<Vec<(Attachment, Vec<u8>)>, AppError> {
    let mut all = Vec::new();
    for (number, file) in (1..).zip(files) {
        let recognised = FileKind::of(file.bytes).await?;
        let (kind, bytes) = recognised.map_err(|problem| AppError::field("files", refused(number, problem)))?;
        let (id, name, size) = (Uuid::now_v7(), name_of(&file.name), bytes.len() as i64);
        all.push((Attachment { id, name, kind, size }, bytes));
    }
    Ok(all)
}

/// What a file is called, without its folders and endings.
fn name_of(file: &str) -> String {
    let name = file_stem(file, MAX_FILE_NAME);
    if name.is_empty() { "File".into() } else { name }
}

/// Why the file of this number is refused.
fn refused(number: i64, problem: Problem) -> Problem {
    match problem {
        Problem::PictureTooLarge(_) => problem,
        Problem::EmptyFile => MessageProblem::EmptyAttachment(number).into(),
        Problem::PdfLocked => MessageProblem::LockedAttachment(number).into(),
        Problem::PdfDamaged | Problem::PdfTooHeavy | Problem::PictureDamaged => {
            MessageProblem::DamagedAttachment(number).into()
        }
        _ => MessageProblem::NotAnAttachment(number).into(),
    }
}

async fn store(
    messenger: &Messenger,
    user: &CurrentUser,
    conversation: Uuid,
    id: Uuid,
    text: String,
    files: Vec<(Attachment, Vec<u8>)>,
) -> Result<(), AppError> {
    let platform = &messenger.platform;
    make_room(platform, user, files.iter().map(|(attachment, _)| attachment.size).sum()).await?;
    let mut stored: Vec<StoredFile> = Vec::new();
    let mut names = Vec::new();
    for (attachment, bytes) in files {
        match platform.files.put("messages", attachment.kind.into(), bytes).await {
            Ok(file) => {
                names.push(file.clone());
                stored.push(StoredFile { attachment, file });
            }
            Err(error) => {
                // The message was never queued, so its files are not needed.
                platform.files.discard(&names).await;
                return Err(error);
            }
        }
    }
    let sent = post::hand_in(messenger, user, conversation, id, text, stored).await.await;
    match &sent {
        Err(error) => platform.files.discard_after(error, &names).await,
        // A retry: the message is stored already, with the files of the first try, so these copies are deleted.
        Ok(Sent { again: true, .. }) => {
            for name in &names {
                if !db::is_attached(&platform.db, name).await? {
                    platform.files.discard([name]).await;
                }
            }
        }
        Ok(_) => {}
    }
    sent.map(|_| ())
}

/// Refuses files above the quota of the account or of the company.
async fn make_room(platform: &Platform, user: &CurrentUser, size: i64) -> Result<(), AppError> {
    if size == 0 {
        return Ok(());
    }
    let (sent, company) = db::stored_bytes(&platform.db, user).await?;
    let over = |stored: i64, megabytes: usize| stored + size > megabytes as i64 * 1024 * 1024;
    if over(sent, ACCOUNT_MEGABYTES) {
        return Err(AppError::field("files", Problem::QuotaFull(ACCOUNT_MEGABYTES)));
    }
    if over(company, COMPANY_MEGABYTES) {
        return Err(AppError::field("files", MessageProblem::CompanyQuotaFull(COMPANY_MEGABYTES as i64)));
    }
    Ok(())
}

/// `GET /messages/files/{id}`: an attachment, for the people of the conversation.
pub async fn read(State(platform): State<Platform>, Path(id): Path<String>, asked: Parts) -> Response {
    download::private_file(&platform.files, person(&asked.extensions), &id, &asked, async |user, id| {
        let ReadableFile { name, kind, file } = db::readable_by(&platform.db, user, id).await?;
        Ok(PrivateFile { name, ending: kind.into(), media_type: kind.media_type(), file })
    })
    .await
}

/// A file of the conversation with a candidate who has no account, for whoever has their link.
pub async fn read_as_guest(
    platform: &Platform,
    (candidate, posting): (Uuid, Uuid),
    id: &str,
    asked: &Parts,
) -> Response {
    download::private_file(&platform.files, Some(candidate), id, asked, async |candidate, id| {
        let ReadableFile { name, kind, file } = db::readable_by_guest(&platform.db, candidate, posting, id).await?;
        Ok(PrivateFile { name, ending: kind.into(), media_type: kind.media_type(), file })
    })
    .await
}

impl FileKind {
    /// What a file is by its content: a PDF that opens, or a picture that browsers can show, without its metadata.
    async fn of(bytes: Vec<u8>) -> Result<Result<(Self, Vec<u8>), Problem>, AppError> {
        if pdf::is_pdf(&bytes) {
            return Ok(pdf::must_open(&bytes).await?.map(|()| (Self::Pdf, bytes)));
        }
        let stripped = picture::off_workers(move || picture::without_metadata(bytes)).await?;
        Ok(stripped.and_then(|(format, bytes)| match format {
            ImageFormat::Png => Ok((Self::Png, bytes)),
            ImageFormat::Jpeg => Ok((Self::Jpeg, bytes)),
            ImageFormat::WebP => Ok((Self::Webp, bytes)),
            _ => Err(Problem::NotAPicture),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::{pdf::tests::pdf, picture::tests::vast_png};

    async fn kind(bytes: &[u8]) -> Result<FileKind, Problem> {
        FileKind::of(bytes.to_vec()).await.unwrap().map(|(kind, _)| kind)
    }

    #[tokio::test]
    async fn a_file_is_what_it_holds() {
        let mut png = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(2, 3).write_to(&mut png, image::ImageFormat::Png).unwrap();
        let png = png.into_inner();
        for (bytes, expected) in [
            (&png[..], Ok(FileKind::Png)),
            (&pdf("", b""), Ok(FileKind::Pdf)),
            (&png[..12], Err(Problem::PictureDamaged)),
            (b"<html>", Err(Problem::NotAPicture)),
            (b"GIF89a", Err(Problem::NotAPicture)),
            (b"\xff\xd8\xff<script>", Err(Problem::PictureDamaged)),
            (b"", Err(Problem::EmptyFile)),
            (b"%PDF-1.7 and no more", Err(Problem::PdfDamaged)),
            (&vast_png(30_000, 30_000), Err(Problem::PictureTooLarge(6_000))),
        ] {
            assert_eq!(kind(bytes).await, expected, "{:?}", &bytes[..bytes.len().min(20)]);
        }
    }
}

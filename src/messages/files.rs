//! Messages with files: sent by a form, and read by those who are in the conversation.

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use uuid::Uuid;

use super::{
    db::{self, ReadableFile, StoredFile},
    model::*,
    post,
};
use crate::{
    accounts::CurrentUser,
    error::{AppError, Problem},
    resumes::{is_pdf, name_of},
    server::{
        download::{self, PrivateFile},
        router::page_not_found,
        state::AppState,
        upload::{self, Upload, UploadedFile},
    },
};

/// Megabytes of files that one account can have sent.
const ACCOUNT_MEGABYTES: usize = 500;
/// Megabytes of files that all members of a company can have sent.
const COMPANY_MEGABYTES: usize = 5_000;

/// `POST /messages/{id}/send`: a message, with files or without.
pub async fn send(State(state): State<AppState>, Path(id): Path<String>, request: Request) -> Response {
    let Ok(conversation) = Uuid::parse_str(&id) else { return page_not_found(State(state), request).await };
    let page = format!("/messages/{conversation}");
    let form = Upload { page: &page, megabytes: FILES_MEGABYTES };
    let may = async |user: &CurrentUser| db::must_take_from(&state.db, user, conversation).await;
    upload::handle(&state, request, form, may, async |user, form| {
        let id = form.get("id").parse().map_err(|_| AppError::Malformed)?;
        let files = std::mem::take(&mut form.files);
        if files.len() > MAX_FILES {
            return Err(AppError::field("files", Problem::TooMany(MAX_FILES)));
        }
        let text = match clean(form.get("text")) {
            Err(Problem::Required) if !files.is_empty() => String::new(),
            text => text.map_err(|problem| AppError::field("text", problem))?,
        };
        let files = (1..).zip(files).map(|(n, file)| recognise(n, file)).collect::<Result<Vec<_>, _>>()?;
        store(&state, &user, conversation, id, text, files).await?;
        Ok(format!("{page}#end"))
    })
    .await
}

/// A file by its content, whatever it is called; `number` is its place among those of its form.
fn recognise(number: usize, file: UploadedFile) -> Result<(Attachment, Vec<u8>), AppError> {
    let unknown = || AppError::field("files", Problem::NotAnAttachment(number));
    let kind = FileKind::of(&file.bytes).ok_or_else(unknown)?;
    let (id, name, size) = (Uuid::now_v7(), name_of(&file.name), file.bytes.len() as i64);
    Ok((Attachment { id, name, kind, size }, file.bytes))
}

async fn store(
    state: &AppState,
    user: &CurrentUser,
    conversation: Uuid,
    id: Uuid,
    text: String,
    files: Vec<(Attachment, Vec<u8>)>,
) -> Result<(), AppError> {
    make_room(state, user, files.iter().map(|(attachment, _)| attachment.size).sum()).await?;
    let mut stored: Vec<StoredFile> = Vec::new();
    let mut names = Vec::new();
    for (attachment, bytes) in files {
        match state.files.put("messages", attachment.kind.into(), bytes).await {
            Ok(file) => {
                names.push(file.clone());
                stored.push(StoredFile { attachment, file });
            }
            Err(error) => {
                // Of a message that was never handed in nothing comes.
                state.files.discard(&names).await;
                return Err(error);
            }
        }
    }
    let sent = post::hand_in(state, user, conversation, id, text, stored).await.await;
    match &sent {
        Err(error) => state.files.discard_after(error, &names).await,
        // There already, with files of its own: sent for the second time.
        Ok(Sent { again: true, .. }) => {
            for name in &names {
                if !db::is_attached(&state.db, name).await? {
                    state.files.discard([name]).await;
                }
            }
        }
        Ok(_) => {}
    }
    sent.map(|_| ())
}

/// Refuses files for which an account or a company has no room left.
async fn make_room(state: &AppState, user: &CurrentUser, size: i64) -> Result<(), AppError> {
    if size == 0 {
        return Ok(());
    }
    let (sent, company) = db::stored_bytes(&state.db, user).await?;
    let over = |stored: i64, megabytes: usize| stored + size > megabytes as i64 * 1024 * 1024;
    if over(sent, ACCOUNT_MEGABYTES) {
        return Err(AppError::field("files", Problem::QuotaFull(ACCOUNT_MEGABYTES)));
    }
    if over(company, COMPANY_MEGABYTES) {
        return Err(AppError::field("files", Problem::CompanyQuotaFull(COMPANY_MEGABYTES)));
    }
    Ok(())
}

/// `GET /messages/files/{id}`: a file, for those who are in the conversation.
pub async fn read(State(state): State<AppState>, Path(id): Path<String>, request: Request) -> Response {
    let db = state.db.clone();
    download::private_file(state, &id, request, async |user, id| {
        let ReadableFile { name, kind, file } = db::readable_by(&db, user, id).await?;
        Ok(PrivateFile { name, ending: kind.into(), media_type: kind.media_type(), file })
    })
    .await
}

impl FileKind {
    /// What a file is by its content: a whole PDF, or a picture whose size can be read.
    fn of(bytes: &[u8]) -> Option<Self> {
        if is_pdf(bytes) {
            return Some(Self::Pdf);
        }
        let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().ok()?;
        let kind = match reader.format()? {
            image::ImageFormat::Png => Self::Png,
            image::ImageFormat::Jpeg => Self::Jpeg,
            image::ImageFormat::WebP => Self::Webp,
            _ => return None,
        };
        reader.into_dimensions().is_ok().then_some(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds() {
        let mut png = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(2, 3).write_to(&mut png, image::ImageFormat::Png).unwrap();
        let png = png.into_inner();
        assert_eq!(FileKind::of(&png), Some(FileKind::Png));
        assert_eq!(FileKind::of(&png[..12]), None, "only the beginning of one");
        for other in [&b"<html>"[..], b"", b"GIF89a", b"%PDF-1.7 and no more", b"\xff\xd8\xff<script>"] {
            assert_eq!(FileKind::of(other), None, "{other:?}");
        }
    }
}

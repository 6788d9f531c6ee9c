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
    let mut stored = Vec::new();
    for (attachment, bytes) in files {
        let file = state.files.put("messages", attachment.kind.into(), bytes).await?;
        stored.push(StoredFile { attachment, file });
    }
    let names: Vec<String> = stored.iter().map(|s| s.file.clone()).collect();
    let sent = post::hand_in(state, user, conversation, id, text, stored).await.await;
    if matches!(sent, Err(AppError::Internal)) {
        return Err(AppError::Internal); // it may have been stored all the same
    }
    // Refused, or there already with files of its own.
    for name in names {
        if !db::is_attached(&state.db, &name).await? {
            state.files.delete(&name).await?;
        }
    }
    sent.map(|_| ())
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

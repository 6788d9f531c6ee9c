//! Logos: a picture is decoded within bounds, made small, and stored as a PNG of our own making, so that nothing
//! but pixels survives of what was sent.

use std::io::Cursor;

use axum::{
    extract::{Path, Request, State},
    http::header,
    response::{IntoResponse, Response},
};
use image::{ImageFormat, imageops::FilterType};
use uuid::Uuid;

use super::{db, model::EDIT_PATH};
use crate::{
    accounts::{
        CurrentUser,
        upload::{self, Upload},
    },
    companies::CompanyDone,
    error::{AppError, Problem},
    platform::{Platform, picture},
    ui::done_at,
};

/// The folder of the store.
const STORE_FOLDER: &str = "logos";
/// The upload's form field, beside which its errors are shown.
const UPLOAD_FIELD: &str = "logo";
/// A file has at most so many megabytes.
pub const MEGABYTES: usize = 5;
/// Pixels of a picture that is sent, each way.
const MAX_SIDE_PX: u32 = 6_000;
/// Pixels of a logo that is kept, each way.
const LOGO_SIDE_PX: u32 = 256;

/// `POST /employer/company/logo`.
pub async fn upload(State(platform): State<Platform>, request: Request) -> Response {
    let form = Upload { page: EDIT_PATH, megabytes: MEGABYTES };
    let may = async |user: &CurrentUser| {
        user.hires_for()?;
        platform.files.has_room()
    };
    upload::handle(&platform.rates, request, form, may, async |user, form| {
        let company = user.hires_for()?;
        let file = form.file(UPLOAD_FIELD)?;
        let png = make(file.bytes).await?;
        replace(&platform, company, Some(png)).await?;
        Ok(done_at(EDIT_PATH, CompanyDone::LogoSaved))
    })
    .await
}

/// Stores a company's logo, or removes it.
pub async fn replace(platform: &Platform, company: Uuid, png: Option<Vec<u8>>) -> Result<(), AppError> {
    let stored = match png {
        Some(png) => Some(platform.files.put(STORE_FOLDER, "png", png).await?),
        None => None,
    };
    let set = db::set_logo(&platform.db, company, stored.as_deref().and_then(name_of)).await;
    if let Err(error) = &set {
        platform.files.discard_after(error, &stored).await;
    }
    set
}

/// The file of the logo of this name.
pub fn file_of(name: &str) -> String {
    format!("{STORE_FOLDER}/{name}")
}

/// A logo's name in its row and in its address, from the name of the stored file.
pub fn name_of(file: &str) -> Option<&str> {
    file.strip_prefix(STORE_FOLDER)?.strip_prefix('/')
}

/// `GET /logos/{name}`: public and immutable, so it needs no session and no query.
pub async fn show(State(platform): State<Platform>, Path(name): Path<String>) -> Result<Response, AppError> {
    if !is_name(&name) {
        return Err(AppError::NotFound);
    }
    let bytes = platform.files.get(&file_of(&name)).await?;
    let headers = [
        (header::CONTENT_TYPE, "image/png"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ];
    Ok((headers, bytes).into_response())
}

/// Whether the store could have made this name: an id in hexadecimal digits, and the ending.
fn is_name(name: &str) -> bool {
    let hex = |id: &str| id.len() == 32 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    name.strip_suffix(".png").is_some_and(hex)
}

/// Makes a logo of a picture.
async fn make(bytes: Vec<u8>) -> Result<Vec<u8>, AppError> {
    let made = picture::off_workers(move || to_png(&bytes)).await?;
    made.map_err(|problem| AppError::field(UPLOAD_FIELD, problem))
}

fn to_png(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let picture = picture::decode(bytes, MAX_SIDE_PX)?;
    let small = match picture.width().max(picture.height()) > LOGO_SIDE_PX {
        true => picture.resize(LOGO_SIDE_PX, LOGO_SIDE_PX, FilterType::Lanczos3),
        false => picture,
    };
    let mut png = Cursor::new(Vec::new());
    small.to_rgba8().write_to(&mut png, ImageFormat::Png).map_err(|_| Problem::NotAPicture)?;
    Ok(png.into_inner())
}

#[cfg(test)]
mod tests {
    use image::DynamicImage;

    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    fn size(png: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn pictures_become_small_pngs() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            assert_eq!(size(&to_png(&picture(512, 256, format)).unwrap()), (256, 128), "{format:?}");
        }
        assert_eq!(size(&to_png(&picture(40, 40, ImageFormat::Png)).unwrap()), (40, 40));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".as_slice();
        let png = picture(64, 64, ImageFormat::Png);
        for bad in [b"".as_slice(), b"GIF89a\x01\x00\x01\x00", svg, &png[..png.len() / 2]] {
            assert_eq!(to_png(bad), Err(Problem::NotAPicture));
        }
    }

    #[test]
    fn too_many_pixels_are_refused() {
        let wide = picture(MAX_SIDE_PX + 1, 1, ImageFormat::Png);
        assert_eq!(to_png(&wide), Err(Problem::PictureTooLarge(MAX_SIDE_PX as usize)));
    }

    #[test]
    fn only_names_of_ours_are_looked_for() {
        assert!(is_name("0123456789abcdef0123456789abcdef.png"));
        for bad in ["", ".png", "../x.png", "0123456789ABCDEF0123456789abcdef.png", "0123456789abcdef0123456789abcdef"]
        {
            assert!(!is_name(bad), "{bad}");
        }
    }
}

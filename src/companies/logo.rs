//! Logos: a picture is decoded within bounds, made small, and stored as a PNG of our own making, so that nothing
//! but pixels survives of what was sent.

use std::io::Cursor;

use axum::{
    extract::{Path, Request, State},
    http::header,
    response::{IntoResponse, Response},
};
use image::{ImageFormat, Rgba, RgbaImage, imageops};
use uuid::Uuid;

use super::{db, model::EDIT_PATH};
use crate::{
    accounts::{
        Action, CurrentUser,
        upload::{self, Upload},
    },
    companies::{CompanyDone, CompanyProblem},
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
/// Pixels of a logo that is kept, each way.
const LOGO_SIDE_PX: u32 = 256;
/// With fewer pixels, either way, nothing could be made out.
const MIN_SIDE_PX: u32 = 16;
/// What a logo with see-through parts is laid on, so that it looks the same on every page: paper, for which most are
/// drawn, or ink, where more of it is as light as paper.
const PAPER: Rgba<u8> = Rgba([255, 255, 255, 255]);
const INK: Rgba<u8> = Rgba([27, 30, 36, 255]);
/// Colours that differ less than this from another look the same.
const SAME_COLOUR: u8 = 8;

/// `POST /employer/company/logo`.
pub async fn upload(State(platform): State<Platform>, request: Request) -> Response {
    let form = Upload { page: EDIT_PATH, megabytes: MEGABYTES };
    let may = async |user: &CurrentUser| {
        user.may_in_company(Action::EditCompany)?;
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
    let logo = picture::small(bytes, LOGO_SIDE_PX)?.to_rgba8();
    if logo.width().min(logo.height()) < MIN_SIDE_PX {
        return Err(CompanyProblem::LogoTooSmall(MIN_SIDE_PX.into()).into());
    }
    let logo = on_plate(logo);
    let first = logo.get_pixel(0, 0).0;
    if logo.pixels().all(|p| p.0.iter().zip(first).all(|(a, b)| a.abs_diff(b) < SAME_COLOUR)) {
        return Err(CompanyProblem::BlankLogo.into());
    }
    let mut png = Cursor::new(Vec::new());
    logo.write_to(&mut png, ImageFormat::Png).map_err(|_| Problem::NotAPicture)?;
    Ok(png.into_inner())
}

/// The logo on paper or ink, on which more of it is seen; one on ink is made a square, which fills its place.
fn on_plate(logo: RgbaImage) -> RgbaImage {
    if logo.pixels().all(|p| p.0[3] == u8::MAX) {
        return logo;
    }
    // What differs so little in lightness from the plate (WCAG's contrast of 1.5) is not seen on it.
    let (mut unseen_on_paper, mut unseen_on_ink) = (0.0, 0.0);
    for pixel in logo.pixels() {
        let light = luminance(pixel);
        let weight = f32::from(pixel.0[3]);
        unseen_on_paper += if light > 0.65 { weight } else { 0.0 };
        unseen_on_ink += if light < 0.05 { weight } else { 0.0 };
    }
    let (plate, width, height) = match unseen_on_paper > unseen_on_ink {
        true => (INK, logo.width().max(logo.height()), logo.width().max(logo.height())),
        false => (PAPER, logo.width(), logo.height()),
    };
    let mut whole = RgbaImage::from_pixel(width, height, plate);
    let (x, y) = ((width - logo.width()) / 2, (height - logo.height()) / 2);
    imageops::overlay(&mut whole, &logo, x.into(), y.into());
    whole
}

/// Relative luminance from 0 to 1 (WCAG 2.2).
fn luminance(Rgba([r, g, b, _]): &Rgba<u8>) -> f32 {
    let linear = |c: &u8| (f32::from(*c) / 255.0).powf(2.2);
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use image::DynamicImage;

    use super::*;

    const WHITE: [u8; 4] = [255; 4];
    const BLACK: [u8; 4] = [0, 0, 0, 255];
    const CLEAR: [u8; 4] = [0; 4];

    /// A picture of one colour with a square of another in its middle.
    fn picture(width: u32, height: u32, colours: [[u8; 4]; 2], format: ImageFormat) -> Vec<u8> {
        let inside = |at: u32, side: u32| (side / 4..side - side / 4).contains(&at);
        let drawn =
            RgbaImage::from_fn(width, height, |x, y| Rgba(colours[usize::from(inside(x, width) && inside(y, height))]));
        let mut out = Cursor::new(Vec::new());
        let drawn = DynamicImage::from(drawn);
        let drawn = if format == ImageFormat::Jpeg { drawn.to_rgb8().into() } else { drawn };
        drawn.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    fn logo(bytes: &[u8]) -> RgbaImage {
        image::load_from_memory_with_format(&to_png(bytes).unwrap(), ImageFormat::Png).unwrap().to_rgba8()
    }

    #[test]
    fn pictures_become_small_pngs() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let made = logo(&picture(512, 256, [WHITE, BLACK], format));
            assert_eq!(made.dimensions(), (256, 128), "{format:?}");
        }
        assert_eq!(logo(&picture(40, 40, [WHITE, BLACK], ImageFormat::Png)).dimensions(), (40, 40));
    }

    #[test]
    fn a_logo_is_seen_on_every_page() {
        let grey = [120, 120, 120, 255];
        for (colours, corner, middle, size) in [
            ([WHITE, BLACK], WHITE, BLACK, (80, 40)),
            ([CLEAR, BLACK], WHITE, BLACK, (80, 40)),
            ([CLEAR, grey], WHITE, grey, (80, 40)),
            ([CLEAR, WHITE], INK.0, WHITE, (80, 80)),
            ([CLEAR, [255, 255, 180, 255]], INK.0, [255, 255, 180, 255], (80, 80)),
            ([BLACK, CLEAR], BLACK, WHITE, (80, 40)),
        ] {
            let made = logo(&picture(80, 40, colours, ImageFormat::Png));
            assert_eq!(made.dimensions(), size, "{colours:?}");
            assert_eq!(made.get_pixel(0, 0).0, corner, "{colours:?}");
            assert_eq!(made.get_pixel(size.0 / 2, size.1 / 2).0, middle, "{colours:?}");
        }
    }

    #[test]
    fn what_shows_nothing_is_refused() {
        let blank = Problem::from(CompanyProblem::BlankLogo);
        let tiny = Problem::from(CompanyProblem::LogoTooSmall(16));
        for (width, height, colours, expected) in [
            (64, 64, [WHITE, WHITE], &blank),
            (64, 64, [BLACK, BLACK], &blank),
            (64, 64, [CLEAR, CLEAR], &blank),
            (64, 64, [[255, 0, 0, 255], [255, 3, 2, 255]], &blank),
            (1, 1, [BLACK, BLACK], &tiny),
            (300, 15, [WHITE, BLACK], &tiny),
        ] {
            let made = to_png(&picture(width, height, colours, ImageFormat::Png));
            assert_eq!(made.as_ref().err(), Some(expected), "{width} × {height}, {colours:?}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".as_slice();
        let png = picture(64, 64, [WHITE, BLACK], ImageFormat::Png);
        assert_eq!(to_png(b""), Err(Problem::EmptyFile));
        for bad in [b"GIF89a\x01\x00\x01\x00".as_slice(), svg] {
            assert_eq!(to_png(bad), Err(Problem::NotAPicture));
        }
        assert_eq!(to_png(&png[..png.len() / 2]), Err(Problem::PictureDamaged));
    }

    #[test]
    fn too_many_pixels_are_refused() {
        let wide = picture(6_001, 1, [WHITE, BLACK], ImageFormat::Png);
        assert_eq!(to_png(&wide), Err(Problem::PictureTooLarge(6_000)));
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

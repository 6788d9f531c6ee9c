//! Uploaded pictures: the format is detected from the content, not from the name, and the size is read from the header
//! before anything is decoded.

mod metadata;

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, imageops::FilterType};
use tokio::sync::Semaphore;

use crate::error::{AppError, Problem, internal};

/// The memory limit of decoding a picture, in bytes: as many pixels as are taken, of four 16-bit colours.
const MAX_MEMORY: u64 = 8 * (MAX_SIDE_PX as u64).pow(2);

/// Pixels of a picture that is taken, each way: whoever looks at it decodes what its header claims.
pub const MAX_SIDE_PX: u32 = 6_000;

type Reader<'a> = ImageReader<Cursor<&'a [u8]>>;

/// Reads pictures off the async workers; one at a time, because it takes memory.
pub async fn off_workers<T: Send + 'static>(read: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    static READERS: Semaphore = Semaphore::const_new(1);
    let _permit = READERS.acquire().await.map_err(internal)?;
    tokio::task::spawn_blocking(read).await.map_err(internal)
}

/// The format of a picture within the bounds. Only its header is read.
pub fn kind(bytes: &[u8]) -> Result<ImageFormat, Problem> {
    let (format, reader) = open(bytes)?;
    let (width, height) = reader.into_dimensions().map_err(problem)?;
    match (width, height) {
        (0, _) | (_, 0) => Err(Problem::PictureDamaged),
        (w, h) if w.max(h) > MAX_SIDE_PX => Err(Problem::PictureTooLarge(MAX_SIDE_PX as usize)),
        _ => Ok(format),
    }
}

/// The picture as it was sent, but without what its camera noted: place, time, device, owner. How it is to be turned
/// stays. Nothing is decoded.
pub fn without_metadata(bytes: Vec<u8>) -> Result<(ImageFormat, Vec<u8>), Problem> {
    let format = kind(&bytes)?;
    let (_, reader) = open(&bytes)?;
    let orientation = reader.into_decoder().and_then(|mut decoder| decoder.orientation()).map_err(problem)?;
    let stripped = metadata::strip(bytes, format, orientation).ok_or(Problem::NotAPicture)?;
    Ok((format, stripped))
}

/// The picture made to fit a square of so many pixels, turned by the orientation that its camera noted.
pub fn small(bytes: &[u8], side: u32) -> Result<DynamicImage, Problem> {
    let (_, reader) = open(bytes)?;
    let decoded = || {
        let mut decoder = reader.into_decoder()?;
        limits().reserve(decoder.total_bytes())?;
        Ok((decoder.orientation()?, DynamicImage::from_decoder(decoder)?))
    };
    let (orientation, mut picture) = decoded().map_err(problem)?;
    if picture.width().max(picture.height()) > side {
        picture = picture.resize(side, side, FilterType::Lanczos3);
    }
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn open(bytes: &[u8]) -> Result<(ImageFormat, Reader<'_>), Problem> {
    if bytes.is_empty() {
        return Err(Problem::EmptyFile);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Problem::NotAPicture)?;
    let format = reader.format().filter(|f| matches!(f, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP));
    reader.limits(limits());
    Ok((format.ok_or(Problem::NotAPicture)?, reader))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_MEMORY);
    limits
}

fn problem(error: ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => Problem::PictureTooLarge(MAX_SIDE_PX as usize),
        ImageError::Unsupported(_) => Problem::NotAPicture,
        _ => Problem::PictureDamaged,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A PNG whose header claims this size and which holds next to no data; header and checksum are valid.
    pub fn vast_png(width: u32, height: u32) -> Vec<u8> {
        let chunk = |kind: &[u8; 4], data: &[u8]| {
            let named = [kind, data].concat();
            [&(data.len() as u32).to_be_bytes(), named.as_slice(), &crc(&named).to_be_bytes()].concat()
        };
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), chunk(b"IDAT", &[0x78, 0x9c]), chunk(b"IEND", b"")]
            .concat()
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
        })
    }

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(40, 30).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    /// A picture whose header claims another size: width and height stand at offset `at`, in this encoding.
    fn resized(mut bytes: Vec<u8>, at: usize, size: &[u8]) -> Vec<u8> {
        bytes[at..at + size.len()].copy_from_slice(size);
        bytes
    }

    /// A WebP with an animation of this canvas, and a frame that holds nothing.
    fn animated_webp(side: u32) -> Vec<u8> {
        let side = &(side - 1).to_le_bytes()[..3];
        let frame = b"ANMF\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0VP8L\x08\0\0\0\0\0\0\0\0\0\0\0";
        let body = [b"WEBPVP8X\x0a\0\0\0\x02\0\0\0", side, side, b"ANIM\x06\0\0\0\0\0\0\0\0\0", frame].concat();
        [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
    }

    #[test]
    fn only_the_head_is_read() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            assert_eq!(kind(&picture(format)), Ok(format));
        }
        assert_eq!(kind(&vast_png(6_000, 6_000)), Ok(ImageFormat::Png), "nothing is decoded");
        let too_large = Err(Problem::PictureTooLarge(6_000));
        for (width, height) in [(30_000, 30_000), (6_001, 1), (1, 6_001), (0x7fff_ffff, 0x7fff_ffff)] {
            assert_eq!(kind(&vast_png(width, height)), too_large, "{width} × {height}");
        }
        let jpeg = picture(ImageFormat::Jpeg);
        let frame = jpeg.windows(2).position(|w| w == [0xff, 0xc0]).expect("a baseline frame") + 5;
        assert_eq!(kind(&resized(jpeg, frame, &[0x75, 0x30, 0x75, 0x30])), too_large);
        assert_eq!(kind(&animated_webp(16_000)), too_large, "of an animation, the canvas counts");
    }

    #[test]
    fn as_many_pixels_as_said_have_room() {
        let largest = u64::from(MAX_SIDE_PX) * u64::from(MAX_SIDE_PX) * 8;
        assert!(limits().reserve(largest).is_ok());
        assert!(limits().reserve(largest + 1).is_err());
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let png = picture(ImageFormat::Png);
        assert_eq!(kind(b""), Err(Problem::EmptyFile));
        for bad in [&b"GIF89a\x01\0\x01\0"[..], b"<svg/>"] {
            assert_eq!(kind(bad), Err(Problem::NotAPicture), "{bad:?}");
        }
        for cut in [b"\xff\xd8\xff<script>", &png[..20], &vast_png(0, 5), &vast_png(5, 0)] {
            assert_eq!(kind(cut), Err(Problem::PictureDamaged), "{cut:?}");
        }
    }
}

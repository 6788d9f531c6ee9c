//! What cameras and programs write into pictures beside the pixels (place, time, device, names, thumbnails, films). It
//! is taken out without decoding the pixels; what is needed to show them, and how they are to be turned, stays.

use image::{ImageFormat, metadata::Orientation};
use img_parts::{
    Bytes, ImageEXIF,
    jpeg::{Jpeg, JpegSegment, markers},
    png::Png,
    riff::{RiffChunk, RiffContent},
    webp::{CHUNK_VP8X, WebP},
};

/// Chunks of a PNG that are shown: pixels, transparency, colours, size, animation (PNG, third edition, 5.6).
const PNG_CHUNKS: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL",
];
/// The frames of an animated PNG.
const PNG_FRAME: &[u8; 4] = b"fdAT";
/// Chunks of a WebP that are shown (RFC 9649, 2.7).
const WEBP_CHUNKS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// That there is a chunk of XMP, in the head of a WebP.
const WEBP_XMP_FLAG: u8 = 0x04;

/// The picture without metadata; `None` where it is damaged.
pub fn strip(bytes: Vec<u8>, format: ImageFormat, orientation: Orientation) -> Option<Vec<u8>> {
    let bytes = Bytes::from(bytes);
    let exif = exif_of(orientation);
    match format {
        ImageFormat::Jpeg => {
            let mut jpeg = Jpeg::from_bytes(bytes.clone()).ok()?;
            jpeg.segments_mut().retain(is_shown);
            let scan = jpeg.segments_mut().pop().filter(|last| last.marker() == markers::SOS)?;
            // It holds all that follows.
            let rest = &bytes[bytes.len() - (scan.len_with_entropy() - scan.len())..];
            let scan = JpegSegment::new_with_entropy(markers::SOS, scan.contents().clone(), scans(rest).into());
            jpeg.segments_mut().push(scan);
            jpeg.set_exif(exif);
            Some(jpeg.encoder().bytes().to_vec())
        }
        ImageFormat::Png => {
            let mut png = Png::from_bytes(bytes).ok()?;
            png.chunks_mut().retain(|c| PNG_CHUNKS.contains(&&c.kind()) || c.kind() == *PNG_FRAME);
            png.set_exif(exif);
            Some(png.encoder().bytes().to_vec())
        }
        ImageFormat::WebP => {
            let mut webp = WebP::from_bytes(bytes).ok()?;
            webp.chunks_mut().retain(|c| WEBP_CHUNKS.contains(&&c.id()));
            webp.chunks_mut().iter_mut().filter(|c| c.id() == CHUNK_VP8X).for_each(announce_no_xmp);
            webp.set_exif(exif);
            Some(webp.encoder().bytes().to_vec())
        }
        _ => None,
    }
}

/// Clears the flag of a chunk that is gone; that of Exif is set by who sets that.
fn announce_no_xmp(head: &mut RiffChunk) {
    if let RiffContent::Data(data) = head.content_mut()
        && let [flags, rest @ ..] = &data[..]
    {
        *data = [&[flags & !WEBP_XMP_FLAG], rest].concat().into();
    }
}

/// A segment that is needed to show a JPEG: no comment, and of the application segments those of JFIF, Adobe and the
/// colour profile.
fn is_shown(segment: &JpegSegment) -> bool {
    let begins = |with: &[u8]| segment.contents().starts_with(with);
    match segment.marker() {
        markers::APP0 => begins(b"JFIF\0"),
        markers::APP2 => begins(b"ICC_PROFILE\0"),
        markers::APP14 => begins(b"Adobe"),
        markers::APP0..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

/// A JPEG's entropy-coded scans up to the end of the picture, without metadata between them: phones append films and
/// further pictures, with metadata of their own (ITU-T T.81, B.1.1).
fn scans(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (0xff, Some(&markers::EOI)) => break,
            // An escaped byte, a restart, or a fill byte.
            (0xff, Some(&next)) if matches!(next, 0xff | 0 | 1 | markers::RST0..=markers::SOI) => {
                let step = if next == 0xff { 1 } else { 2 };
                out.extend(&bytes[at..at + step]);
                at += step;
            }
            (0xff, Some(&marker)) => {
                let length = bytes.get(at + 2..at + 4).map_or(0, |l| usize::from(u16::from_be_bytes([l[0], l[1]])));
                let end = (at + 2 + length).min(bytes.len());
                if !matches!(marker, markers::APP0..=markers::APP15 | markers::COM) {
                    out.extend(&bytes[at..end]);
                }
                at = end;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out.extend([0xff, markers::EOI]);
    out
}

/// Metadata (TIFF 6.0) that says how a picture is turned, and nothing else.
fn exif_of(orientation: Orientation) -> Option<Bytes> {
    let turned = orientation.to_exif();
    // One entry: the tag 0x0112, a short, one of it.
    let exif = [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", &[turned, 0, 0, 0][..], &[0; 4]].concat();
    (orientation != Orientation::NoTransforms).then(|| exif.into())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageDecoder, ImageReader};

    use super::*;

    const SECRET: &[u8] = b"52.5163N 13.3777E, Ada's phone";

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let gradient = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([(x * 4) as u8, (y * 5) as u8, 90]));
        DynamicImage::from(gradient).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    /// Metadata with a secret, of a picture that is to be turned.
    fn exif() -> Bytes {
        let turned = exif_of(Orientation::Rotate90).unwrap();
        [&turned[..], SECRET].concat().into()
    }

    fn read(bytes: &[u8]) -> (Orientation, DynamicImage) {
        let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap().into_decoder().unwrap();
        (decoder.orientation().unwrap(), DynamicImage::from_decoder(decoder).unwrap())
    }

    fn holds_secret(bytes: &[u8]) -> bool {
        bytes.windows(SECRET.len()).any(|w| w == SECRET)
    }

    /// Pictures of each format with the secret wherever one can be.
    fn marked(format: ImageFormat) -> Vec<u8> {
        let bytes = Bytes::from(picture(format));
        match format {
            ImageFormat::Jpeg => {
                let mut jpeg = Jpeg::from_bytes(bytes).unwrap();
                for marker in [markers::APP1, markers::APP2, markers::APP13, markers::APP0, markers::COM] {
                    jpeg.segments_mut().insert(1, JpegSegment::new_with_contents(marker, Bytes::from_static(SECRET)));
                }
                jpeg.set_exif(Some(exif()));
                let film = [SECRET, &picture(format)].concat();
                [&jpeg.encoder().bytes()[..], &film].concat()
            }
            ImageFormat::Png => {
                let mut png = Png::from_bytes(bytes).unwrap();
                for kind in [*b"tEXt", *b"iTXt", *b"zTXt", *b"tIME", *b"prVt"] {
                    let chunk = img_parts::png::PngChunk::new(kind, Bytes::from_static(SECRET));
                    png.chunks_mut().insert(1, chunk);
                }
                png.set_exif(Some(exif()));
                [&png.encoder().bytes()[..], SECRET].concat()
            }
            _ => {
                let mut webp = WebP::from_bytes(bytes).unwrap();
                for id in [*b"XMP ", *b"TEXT"] {
                    let content = RiffContent::Data(Bytes::from_static(SECRET));
                    webp.chunks_mut().push(RiffChunk::new(id, content));
                }
                webp.set_exif(Some(exif()));
                [&webp.encoder().bytes()[..], SECRET].concat()
            }
        }
    }

    #[test]
    fn what_a_camera_writes_goes_and_the_picture_stays() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let marked = marked(format);
            let (turned, pixels) = read(&marked);
            assert_eq!((turned, holds_secret(&marked)), (Orientation::Rotate90, true), "{format:?}");
            let stripped = strip(marked.clone(), format, turned).unwrap();
            assert!(!holds_secret(&stripped), "{format:?}");
            assert_eq!(read(&stripped), (turned, pixels), "{format:?}");
            let plain = picture(format);
            assert_eq!(strip(plain.clone(), format, Orientation::NoTransforms).unwrap(), plain, "{format:?}");
            assert_eq!(strip(plain[..20].to_vec(), format, Orientation::NoTransforms), None, "{format:?}");
        }
    }

    #[test]
    fn a_scan_ends_where_its_picture_ends() {
        for (bytes, expected) in [
            (&b"\x01\xff\0\x02\xff\xd9film"[..], &b"\x01\xff\0\x02\xff\xd9"[..]),
            (b"\x01\xff\xd0\x02\xff\xff\xd9film", b"\x01\xff\xd0\x02\xff\xff\xd9"),
            (b"\x01\xff\xfe\0\x05abc\x02\xff\xd9", b"\x01\x02\xff\xd9"),
            (b"\x01\xff\xda\0\x04ab\x02\xff\xd9", b"\x01\xff\xda\0\x04ab\x02\xff\xd9"),
            (b"\x01\x02", b"\x01\x02\xff\xd9"),
            (b"\x01\xff\xe1\xff\xff", b"\x01\xff\xd9"),
            (b"\xff", b"\xff\xff\xd9"),
        ] {
            assert_eq!(scans(bytes), expected, "{bytes:x?}");
        }
    }
}

//! Answers that are kept compressed, in each encoding that somebody asks for (RFC 9110, 12.5.3).

use std::{
    io::{self, Write},
    sync::OnceLock,
};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use strum::VariantArray;

/// How the bytes of an answer are encoded. The best one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Encoding {
    Brotli,
    Zstd,
    Gzip,
    Identity,
}

/// Above this, Brotli takes far longer for little less. At this level it takes 0.7 ms for a page of 32 kB.
const BROTLI_LEVEL: i32 = 5;
/// For what is compressed once and sent for as long as the program runs.
const BEST_BROTLI_LEVEL: i32 = 11;
/// Brotli's window in bits: 256 kB, more than any page.
const BROTLI_WINDOW: i32 = 18;
/// At this level zstd takes 0.2 ms for a page of 32 kB.
const ZSTD_LEVEL: i32 = 6;
const GZIP_LEVEL: u32 = 6;

impl Encoding {
    /// The best encoding that a client accepts; as a last resort none.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        let mut weights = [None; Self::VARIANTS.len()];
        let mut others = None;
        for entry in lines.flat_map(|line| line.split(',')) {
            let (name, params) = entry.split_once(';').unwrap_or((entry, ""));
            let params = params.trim().to_ascii_lowercase();
            let weight = params.strip_prefix("q=").map_or(1.0, |q| q.trim().parse().unwrap_or(0.0_f32));
            match Self::named(name.trim()) {
                Some(encoding) => weights[encoding as usize] = Some(weight),
                None if name.trim() == "*" => others = Some(weight),
                None => {}
            }
        }
        let weight = |encoding: Self| match weights[encoding as usize].or(others) {
            Some(weight) => weight,
            // Acceptable unless it is refused, and the last resort.
            None if encoding == Self::Identity => f32::MIN_POSITIVE,
            None => 0.0,
        };
        let mut best = Self::Identity;
        for encoding in Self::VARIANTS.iter().copied().rev() {
            if weight(encoding) > 0.0 && weight(encoding) >= weight(best) {
                best = encoding;
            }
        }
        best
    }

    fn named(name: &str) -> Option<Self> {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        match () {
            () if is("br") => Some(Self::Brotli),
            () if is("zstd") => Some(Self::Zstd),
            () if is("gzip") || is("x-gzip") => Some(Self::Gzip),
            () if is("identity") => Some(Self::Identity),
            () => None,
        }
    }

    /// What `Content-Encoding` says.
    pub fn header(self) -> Option<HeaderValue> {
        let name = match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => return None,
        };
        Some(HeaderValue::from_static(name))
    }

    fn compress(self, plain: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        match self {
            Self::Brotli => out = brotli(plain, BROTLI_LEVEL)?,
            Self::Zstd => out = zstd::bulk::compress(plain, ZSTD_LEVEL)?,
            Self::Gzip => {
                let mut encoder = GzEncoder::new(&mut out, Compression::new(GZIP_LEVEL));
                encoder.write_all(plain)?;
                encoder.finish()?;
            }
            Self::Identity => out.extend_from_slice(plain),
        }
        Ok(out)
    }
}

fn brotli(plain: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality, lgwin: BROTLI_WINDOW, size_hint: plain.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut out, &params)?;
    Ok(out)
}

/// Bytes, and their encodings.
#[derive(Debug, Default)]
pub struct Encoded([OnceLock<Bytes>; Encoding::VARIANTS.len()]);

impl Encoded {
    pub fn new(plain: Bytes) -> Self {
        Self::default().with(Encoding::Identity, plain)
    }

    /// Adds an encoding that was made elsewhere.
    pub fn with(self, encoding: Encoding, bytes: Bytes) -> Self {
        _ = self.0[encoding as usize].set(bytes);
        self
    }

    /// Compresses now, as far as it goes, what is sent for as long as the program runs.
    pub fn pressed(self) -> Self {
        let bytes = brotli(self.plain(), BEST_BROTLI_LEVEL).expect("memory takes what is written");
        self.with(Encoding::Brotli, bytes.into())
    }

    pub fn plain(&self) -> &Bytes {
        self.get(Encoding::Identity)
    }

    /// The bytes in this encoding, which is made once.
    pub fn get(&self, encoding: Encoding) -> &Bytes {
        self.0[encoding as usize].get_or_init(|| {
            let plain =
                self.0[Encoding::Identity as usize].get().expect("the plain bytes are there from the beginning");
            encoding.compress(plain).expect("memory takes what is written").into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(lines: &[&str]) -> Encoding {
        let lines = lines.iter().map(|line| (header::ACCEPT_ENCODING, line.parse().unwrap()));
        let mut headers = HeaderMap::new();
        lines.for_each(|(name, value): (_, HeaderValue)| _ = headers.append(name, value));
        Encoding::accepted(&headers)
    }

    #[test]
    fn the_best_that_is_accepted() {
        use Encoding::{Brotli, Gzip, Identity, Zstd};
        for (line, expected) in [
            ("br, gzip", Brotli),
            ("gzip, deflate, br, zstd", Brotli),
            ("gzip, deflate", Gzip),
            ("X-GZIP", Gzip),
            ("GZip;q=0.5, zstd;q=0.8", Zstd),
            ("br;q=0.1, gzip", Gzip),
            ("br;q=0, gzip;q=0", Identity),
            ("*", Brotli),
            ("*;q=0, gzip", Gzip),
            ("identity", Identity),
            ("identity;q=0.5, gzip;q=0.4", Identity),
            ("identity;q=0, *", Brotli),
            ("deflate, compress", Identity),
            ("br;q=nonsense, gzip", Gzip),
            ("br ; q=1 , gzip ; q=0.5", Brotli),
            ("br;Q=0, gzip", Gzip),
            ("", Identity),
        ] {
            assert_eq!(accepted(&[line]), expected, "{line}");
        }
        assert_eq!(accepted(&[]), Identity);
        assert_eq!(accepted(&["gzip", "br"]), Brotli);
    }

    #[test]
    fn every_encoding_holds_the_same() {
        use std::io::Read;
        let plain = "a page, a page, a page and äöü ".repeat(100);
        let encoded = Encoded::new(plain.clone().into());
        let mut out = String::new();
        brotli::Decompressor::new(&encoded.get(Encoding::Brotli)[..], 4096).read_to_string(&mut out).unwrap();
        assert_eq!(out, plain);
        let gzip = encoded.get(Encoding::Gzip).clone();
        let mut out = String::new();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_string(&mut out).unwrap();
        assert_eq!(out, plain);
        assert_eq!(zstd::bulk::decompress(encoded.get(Encoding::Zstd), plain.len()).unwrap(), plain.as_bytes());
        assert_eq!(encoded.get(Encoding::Identity), encoded.plain());
    }
}

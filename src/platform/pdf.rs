//! Which files are PDFs that a reader can open. A PDF is a program of a kind: a file of 2 kB can keep a parser busy for
//! hours. So it is opened by a process of its own, with bounds on time and memory, which says what it has found by its
//! exit code.

use std::{
    io::Read,
    process::{ExitCode, Stdio},
    time::Duration,
};

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use rustix::process::{Resource, Rlimit, setrlimit};
use tokio::{
    io::AsyncWriteExt,
    process::{Child, Command},
    sync::Semaphore,
    time::timeout,
};

use crate::error::{AppError, Problem, internal};

/// The command of `jobi` that opens a PDF.
pub const COMMAND: &str = "open-pdf";
/// Readers find a header within so many bytes (ISO 32000-2, annex I.2: "Acrobat viewers").
const HEADER_WITHIN_BYTES: usize = 1024;
/// A process that opens a PDF gets so much time on a processor.
const PROCESSOR_SECONDS: u64 = 3;
/// And, when the machine is busy, so much time in all.
const TIME: Duration = Duration::from_secs(15);
/// Its address space.
const MEMORY_BYTES: u64 = 512 * 1024 * 1024;
/// More than any file that is taken.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What the process has found, as its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Found {
    Opened = 0,
    /// It opens with a password only.
    Locked = 64,
    Damaged = 65,
}

/// Whether a file begins as a PDF, with bytes before it that readers overlook.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEADER_WITHIN_BYTES)];
    head.windows(5).any(|w| w == b"%PDF-")
}

/// Refuses what no reader opens, with the reason.
pub async fn must_open(bytes: &[u8]) -> Result<Result<(), Problem>, AppError> {
    if bytes.is_empty() {
        return Ok(Err(Problem::EmptyFile));
    }
    if !is_pdf(bytes) {
        return Ok(Err(what_it_is(bytes)));
    }
    static READERS: Semaphore = Semaphore::const_new(2);
    let _permit = READERS.acquire().await.map_err(internal)?;
    let child = command().stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn();
    let code = match timeout(TIME, exit_code(child?, bytes)).await {
        Ok(code) => code?,
        Err(_) => None,
    };
    Ok(match code {
        Some(code) if code == Found::Opened as i32 => Ok(()),
        Some(code) if code == Found::Locked as i32 => Err(Problem::PdfLocked),
        // A panic counts as damaged, too: the parser has met what it does not expect.
        Some(_) => Err(Problem::PdfDamaged),
        // Ended by a signal: out of time, of memory or of stack.
        None => Err(Problem::PdfTooHeavy),
    })
}

async fn exit_code(mut child: Child, bytes: &[u8]) -> std::io::Result<Option<i32>> {
    let mut stdin = child.stdin.take().expect("it is piped");
    // A child that has died does not read to the end.
    _ = stdin.write_all(bytes).await;
    drop(stdin);
    Ok(child.wait().await?.code())
}

/// This program again, also when its file has been replaced by a new release meanwhile.
fn command() -> Command {
    let program = match cfg!(target_os = "linux") {
        true => "/proc/self/exe".into(),
        false => std::env::current_exe().unwrap_or_else(|_| "jobi".into()),
    };
    let mut command = Command::new(program);
    command.env_clear();
    #[cfg(not(test))]
    command.arg(COMMAND);
    #[cfg(test)]
    command.args(["platform::pdf::tests::the_process_that_opens_a_pdf", "--exact", "--nocapture"]).env(COMMAND, "");
    // The allocator reserves a gigabyte of addresses at once otherwise, in KiB.
    command.env("MIMALLOC_ARENA_RESERVE", "16384");
    command
}

/// Opens the PDF that standard input holds: the whole of the command `open-pdf`.
pub fn open_from_stdin() -> ExitCode {
    ExitCode::from(open_bounded() as u8)
}

fn open_bounded() -> Found {
    for (resource, most) in
        [(Resource::Cpu, PROCESSOR_SECONDS), (Resource::As, MEMORY_BYTES), (Resource::Core, 0), (Resource::Fsize, 0)]
    {
        _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    let mut bytes = Vec::new();
    match std::io::stdin().take(MAX_BYTES).read_to_end(&mut bytes) {
        Ok(_) => open(bytes),
        Err(_) => Found::Damaged,
    }
}

/// Opens a PDF and looks for its first page, as readers do. One that is encrypted with an owner's password alone opens
/// with an empty one (ISO 32000-2, 7.6.4). Where the table of a locked one is damaged too, the parser sees no more than
/// that nothing can be read.
fn open(bytes: Vec<u8>) -> Found {
    let encrypted = contains(&bytes, b"/Encrypt");
    match Pdf::new(bytes) {
        Ok(pdf) if !pdf.pages().is_empty() => Found::Opened,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => Found::Locked,
        _ if encrypted => Found::Locked,
        _ => Found::Damaged,
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|found| found == word)
}

/// Says what was sent instead of a PDF, where that is one of the things that people send.
fn what_it_is(bytes: &[u8]) -> Problem {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let says = |word: &[u8]| contains(&bytes[..bytes.len().min(4096)], word);
    // A zip that holds what OOXML, OpenDocument and Pages begin with.
    let office = [&b"[Content_Types]"[..], b"_rels/", b"word/", b"mimetypeapplication/vnd.", b"Index/"];
    let zipped = begins(b"PK\x03\x04") && office.into_iter().any(says);
    // The signatures of OLE2 and RTF.
    let document = begins(b"\xd0\xcf\x11\xe0") || begins(b"{\\rtf") || zipped;
    let heic = bytes.get(4..8) == Some(b"ftyp") && (says(b"heic") || says(b"heif") || says(b"mif1") || says(b"avif"));
    let webp = begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let tiff = begins(b"II*\0") || begins(b"MM\0*");
    let bmp = begins(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let picture = bmp || begins(b"\xff\xd8\xff") || begins(b"\x89PNG") || begins(b"GIF8") || heic || webp || tiff;
    match (document, picture) {
        (true, _) => Problem::IsDocument,
        (_, true) => Problem::IsPicture,
        _ => Problem::NotAPdf,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A PDF of one page, unlike any other that has another mark, and `ballast` in a comment before its table.
    pub fn pdf(mark: &str, ballast: &[u8]) -> Vec<u8> {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
            &format!("({mark})"),
        ];
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut table = String::from("xref\n0 5\n0000000000 65535 f \n");
        for (number, object) in (1..).zip(objects) {
            table += &format!("{:010} 00000 n \n", file.len());
            file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
        }
        file.extend([b"%", ballast, b"\n"].concat());
        let at = file.len();
        file.extend(format!("{table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").bytes());
        file
    }

    /// Not a test of its own: what [`command`] runs in place of `jobi open-pdf`.
    #[test]
    fn the_process_that_opens_a_pdf() {
        if std::env::var_os(COMMAND).is_some() {
            std::process::exit(open_bounded() as i32);
        }
    }

    async fn problem(bytes: &[u8]) -> Option<Problem> {
        must_open(bytes).await.unwrap().err()
    }

    #[tokio::test]
    async fn what_readers_open_is_a_pdf() {
        let plain = pdf("plain", b"");
        let until = |word: &[u8]| plain.windows(word.len()).rposition(|w| w == word).unwrap();
        let before = |bytes: usize| [&vec![b' '; bytes][..], &plain].concat();
        let after = |bytes: &[u8]| [&plain[..], bytes].concat();
        for (what, bytes) in [
            ("plain", plain.clone()),
            ("a mail's header before it", [b"From: ada\r\n\r\n", &plain[..]].concat()),
            ("1,019 bytes before it", before(1019)),
            ("a byte order mark", [b"\xef\xbb\xbf", &plain[..]].concat()),
            ("garbage after it", after(&b"\0\r\n<html>".repeat(2000))),
            ("no %%EOF", plain[..until(b"%%EOF")].to_vec()),
            ("no startxref", plain[..until(b"startxref")].to_vec()),
            ("no table", plain[..until(b"xref\n0 5")].to_vec()),
            ("a wrong table", [&plain[..until(b"startxref")], b"startxref\n7\n%%EOF"].concat()),
            ("lines that end as a Mac's", String::from_utf8(plain.clone()).unwrap().replace('\n', "\r").into()),
            ("an old version", String::from_utf8(plain.clone()).unwrap().replace("1.7", "1.2").into()),
            ("an unknown version", String::from_utf8(plain.clone()).unwrap().replace("1.7", "3.0").into()),
            ("an owner's password, RC4", include_bytes!("../tests/pdf/owner-rc4.pdf").to_vec()),
            ("an owner's password, AES", include_bytes!("../tests/pdf/owner-aes.pdf").to_vec()),
            ("object and cross-reference streams", include_bytes!("../tests/pdf/streams.pdf").to_vec()),
        ] {
            assert_eq!(problem(&bytes).await, None, "{what}");
        }
    }

    #[tokio::test]
    async fn what_is_refused_is_told_why() {
        let plain = pdf("plain", b"");
        for (bytes, expected) in [
            (b"".to_vec(), Problem::EmptyFile),
            (include_bytes!("../tests/pdf/user-rc4.pdf").to_vec(), Problem::PdfLocked),
            (include_bytes!("../tests/pdf/user-aes.pdf").to_vec(), Problem::PdfLocked),
            (b"%PDF-1.7".to_vec(), Problem::PdfDamaged),
            (b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n".to_vec(), Problem::PdfDamaged),
            (plain[..100].to_vec(), Problem::PdfDamaged),
            ([&b" ".repeat(1024), &plain[..]].concat(), Problem::NotAPdf),
            (b"<html>".to_vec(), Problem::NotAPdf),
            (b"MZ\x90\0".to_vec(), Problem::NotAPdf),
            (vec![0; 5000], Problem::NotAPdf),
            (b"PK\x03\x04 word/document.xml".to_vec(), Problem::IsDocument),
            (b"PK\x03\x04 holiday.jpg".to_vec(), Problem::NotAPdf),
            (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0".to_vec(), Problem::IsPicture),
            ([b"\xef\xbb\xbf", &include_bytes!("../tests/pdf/user-aes.pdf")[..]].concat(), Problem::PdfLocked),
            ([b"\r\n", &include_bytes!("../tests/pdf/user-rc4.pdf")[..]].concat(), Problem::PdfLocked),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Problem::IsDocument),
            (b"{\\rtf1\\ansi".to_vec(), Problem::IsDocument),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Problem::IsPicture),
            (b"\xff\xd8\xff\xe0".to_vec(), Problem::IsPicture),
            (b"\0\0\0\x18ftypheic".to_vec(), Problem::IsPicture),
        ] {
            assert_eq!(
                problem(&bytes).await,
                Some(expected),
                "{:?}",
                String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
            );
        }
    }

    /// Two kilobytes that unpack to gigabytes, nested arrays, a page tree in a circle: each ends in time.
    #[tokio::test]
    async fn what_is_made_to_hang_parsers_is_bounded() {
        let deep = |open: &str| {
            let body = format!("%PDF-1.7\n1 0 obj\n{}\nendobj\ntrailer<</Root 1 0 R>>\n", open.repeat(2_000_000));
            body.into_bytes()
        };
        let circle = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>\n";
        for bytes in [deep("["), deep("<</A"), deep("("), circle.to_vec(), bomb()] {
            let begun = std::time::Instant::now();
            let problem = problem(&bytes).await;
            assert!(matches!(problem, Some(Problem::PdfDamaged | Problem::PdfTooHeavy)), "{problem:?}");
            assert!(begun.elapsed() < TIME);
        }
    }

    /// An object stream that is deflated five times over.
    fn bomb() -> Vec<u8> {
        use std::io::Write;
        let mut data = vec![b' '; 32 * 1024 * 1024];
        for _ in 0..3 {
            let mut zipped = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            zipped.write_all(&data).unwrap();
            data = zipped.finish().unwrap();
        }
        let head = format!(
            "%PDF-1.7\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Length {}/Filter[/FlateDecode/FlateDecode/FlateDecode]>>stream\n",
            data.len()
        );
        [head.as_bytes(), &data, b"\nendstream endobj\nstartxref\n9\n%%EOF"].concat()
    }
}

//! Texts and files that are dear to whoever reads them without care.

/// Descriptions of postings, none longer than a posting may have.
pub fn descriptions() -> Vec<(&'static str, String)> {
    let nested = format!(
        "<p>{}{}",
        (0..1_000).map(|n| format!("<b {}>", char::from(b'a' + (n % 26) as u8))).collect::<String>(),
        "<p>x".repeat(3_250)
    );
    vec![
        ("tags in tags", cut(nested)),
        ("20,000 quotes", ">".repeat(20_000)),
        ("lists in lists", "- ".repeat(10_000)),
        ("brackets", "[".repeat(20_000)),
        ("pictures in links", cut("![[]()".repeat(4_000))),
        ("emphasis", cut("*a _b ".repeat(4_000))),
        ("backticks", cut((1..200).map(|n| "`".repeat(n) + " ").collect())),
        ("a wide table", wide_table()),
        ("less-than signs", "<".repeat(20_000)),
        ("entities", cut("&#x1F600;&amp;".repeat(2_000))),
        (
            "one reference, many times",
            format!("[a]: https://example.org/{}\n\n{}", "x".repeat(1_000), cut("[a] ".repeat(4_000))),
        ),
    ]
}

fn cut(text: String) -> String {
    text.chars().take(19_300).collect()
}

/// A row of few signs that is filled up to as many cells as the head has, again and again.
fn wide_table() -> String {
    let columns = 1_000;
    format!("{}\n{}\n{}", "|a".repeat(columns), "|-".repeat(columns), "|\n".repeat(6_000))
}

/// As many entries as a form of 256 kB holds, each another.
pub fn many_entries() -> String {
    let mut text = String::new();
    for n in 0.. {
        if text.len() > 80_000 {
            break;
        }
        text += &format!("{n:x},");
    }
    text
}

/// A form with a file, as browsers send it: its content type and its body.
pub fn multipart(fields: &[(&str, &str)], png: &[u8]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let head = "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"large.png\"\r\n\
                Content-Type: image/png\r\n\r\n";
    body.extend(head.bytes());
    body.extend(png);
    body.extend(b"\r\n--B--\r\n");
    ("multipart/form-data; boundary=B".into(), body)
}

/// A PNG that says of itself to have 30,000 × 30,000 pixels (PNG 1.2, 11.2.2), and holds none.
pub fn large_png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        png.extend((data.len() as u32).to_be_bytes());
        let checked = [kind.as_slice(), data].concat();
        png.extend(&checked);
        png.extend(crc(&checked).to_be_bytes());
    };
    let side = 30_000u32.to_be_bytes();
    chunk(b"IHDR", &[&side[..], &side, &[8, 6, 0, 0, 0]].concat());
    // An empty zlib stream.
    chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
    chunk(b"IEND", &[]);
    png
}

/// The checksum of PNG's chunks (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

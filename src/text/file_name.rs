//! What files are called by people: without folders, without what hides, with one ending.

use super::clean::clean_line;

/// Endings of the files that Jobi takes, or that people make them from.
const ENDINGS: [&str; 17] = [
    ".pdf", ".png", ".jpg", ".jpeg", ".jpe", ".webp", ".gif", ".heic", ".tif", ".tiff", ".bmp", ".svg", ".doc",
    ".docx", ".odt", ".rtf", ".txt",
];

/// What a file is called, without its folders and without endings that are known: `Lebenslauf J. Doe`, `CV 2026`. At
/// most `max` characters; empty where nothing is left.
pub fn file_stem(name: &str, max: usize) -> String {
    let line = clean_line(name.rsplit(['/', '\\']).find(|part| !clean_line(part).is_empty()).unwrap_or_default());
    let stem = clean_line(without_ending(&line));
    if stem.chars().all(|c| c.is_ascii_punctuation()) {
        return String::new();
    }
    stem.chars().take(max).collect::<String>().trim_end().to_string()
}

/// A name with its ending, once.
pub fn file_name(stem: &str, ending: &str) -> String {
    format!("{}.{ending}", without_ending(stem))
}

/// A name without the endings that are known.
pub fn without_ending(name: &str) -> &str {
    let mut rest = name.trim();
    let dotless = rest.trim_end_matches(['.', ' ']);
    if ENDINGS.iter().any(|ending| ends_with(dotless, ending)) {
        rest = dotless;
    }
    // Each ending is longer than nothing, so that it ends.
    while let Some(ending) = ENDINGS.iter().find(|ending| ends_with(rest, ending)) {
        rest = rest[..rest.len() - ending.len()].trim_end();
    }
    rest
}

fn ends_with(name: &str, ending: &str) -> bool {
    let at = name.len().checked_sub(ending.len()).filter(|at| name.is_char_boundary(*at));
    at.is_some_and(|at| name[at..].eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_name_without_its_ending() {
        for (file, name) in [
            ("Anna Berg.pdf", "Anna Berg"),
            ("Lebenslauf J. Doe", "Lebenslauf J. Doe"),
            ("Lebenslauf J. Doe.pdf", "Lebenslauf J. Doe"),
            ("CV 2026.pdf", "CV 2026"),
            ("CV 2026.PDF", "CV 2026"),
            ("CV 2.0", "CV 2.0"),
            ("CV v1.2.pdf", "CV v1.2"),
            ("Dr.Who", "Dr.Who"),
            ("cv.pdf.pdf", "cv"),
            ("scan.pdf .pdf", "scan"),
            ("CV.pdf.", "CV"),
            ("CV.pdf . ", "CV"),
            ("Jane D.", "Jane D."),
            ("..pdf", ""),
            ("...", ""),
            ("photo.JPEG", "photo"),
            ("CV.docx.pdf", "CV"),
            ("C:\\Users\\anna\\cv.final.PDF", "cv.final"),
            ("../../etc/passwd", "passwd"),
            ("folder/", "folder"),
            ("\u{202e}fdp.exe\u{7}.pdf", "fdp.exe"),
            ("a\u{200b}b.p\u{ad}df", "ab"),
            ("\"quoted\".pdf", "\"quoted\""),
            ("Bewerbung\u{a0}Müller.pdf", "Bewerbung Müller"),
            ("Mu\u{308}ller.pdf", "Müller"),
            (".pdf", ""),
            ("\u{3164}.pdf", ""),
            ("ü", "ü"),
            ("", ""),
        ] {
            assert_eq!(file_stem(file, 120), name, "{file:?}");
        }
        assert_eq!(file_stem(&"ü".repeat(300), 120).chars().count(), 120);
        assert_eq!(file_stem("ab cd", 3), "ab");
    }

    #[test]
    fn an_ending_is_put_on_once() {
        for (name, file) in
            [("CV 2026", "CV 2026.pdf"), ("CV 2026.pdf", "CV 2026.pdf"), ("J. Doe", "J. Doe.pdf"), ("a.PDF", "a.pdf")]
        {
            assert_eq!(file_name(name, "pdf"), file);
        }
    }
}

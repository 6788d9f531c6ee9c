//! Lists as people write them into one field.

/// What separates entries wherever it stands: commas and semicolons of any script, bullets, ends of lines.
const SEPARATORS: &str = ",;\n\r，；、､﹐﹑،؛•‣●▪◦";
/// What separates them between blanks: inside of a word it belongs to the word (`C/C++`, `col·lecció`).
const BETWEEN_BLANKS: &str = "/／|·∙⋅";
/// What may stand before an entry at the beginning of a line.
const BULLETS: &str = "-*–—·∙⋅";

/// The entries of a list, trimmed; none is empty.
pub fn split_entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| SEPARATORS.contains(c)).flat_map(split_between_blanks).map(without_bullet).filter(|e| !e.is_empty())
}

fn split_between_blanks(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(part);
    std::iter::from_fn(move || {
        let part = rest?;
        let is_between = |at: usize, sign: &str| {
            part[..at].ends_with(char::is_whitespace) && part[at + sign.len()..].starts_with(char::is_whitespace)
        };
        let mut signs = part.match_indices(|c| BETWEEN_BLANKS.contains(c));
        match signs.find(|(at, sign)| is_between(*at, sign)) {
            Some((at, sign)) => {
                rest = Some(&part[at + sign.len()..]);
                Some(&part[..at])
            }
            None => rest.take(),
        }
    })
}

fn without_bullet(entry: &str) -> &str {
    let entry = entry.trim();
    let rest = entry.trim_start_matches(|c| BULLETS.contains(c));
    let is_set_off = rest.is_empty() || rest.starts_with(char::is_whitespace);
    if is_set_off { rest.trim_start() } else { entry }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_apart() {
        for (text, entries) in [
            ("Rust, SQL", &["Rust", "SQL"][..]),
            ("Rust; SQL;", &["Rust", "SQL"]),
            ("Rust\r\nSQL\n\n", &["Rust", "SQL"]),
            ("Rust / SQL", &["Rust", "SQL"]),
            ("Rust / SQL / Go", &["Rust", "SQL", "Go"]),
            ("C/C++, TCP/IP", &["C/C++", "TCP/IP"]),
            ("Rust | SQL", &["Rust", "SQL"]),
            ("Rust，SQL、Go；C", &["Rust", "SQL", "Go", "C"]),
            ("عربي، إنجليزي؛ C", &["عربي", "إنجليزي", "C"]),
            ("• Rust • SQL", &["Rust", "SQL"]),
            ("Rust · SQL · col·lecció", &["Rust", "SQL", "col·lecció"]),
            ("- Rust\n- C# / .NET\n– Go\n* R\n·  SQL", &["Rust", "C#", ".NET", "Go", "R", "SQL"]),
            ("-Rust, Node.js, C++, .NET", &["-Rust", "Node.js", "C++", ".NET"]),
            (" , ;; / • - ", &[]),
            ("/", &["/"]),
        ] {
            assert_eq!(split_entries(text).collect::<Vec<_>>(), entries, "{text:?}");
        }
    }
}

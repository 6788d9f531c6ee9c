//! Lists as people write them into one field.

use std::collections::HashMap;

use super::bullets::{is_bullet, is_dash, is_font_bullet, is_tight_bullet, without_bullets};

/// What separates entries wherever it stands.
const ENDS: &str = "\n\r\t\u{b}\u{85}\u{2028}\u{2029}";
/// What separates them outside of brackets, as most bullets do: commas and semicolons of any script.
const SEPARATORS: &str = ",;，；、､﹐﹑،؛";
/// What separates them between blanks, as all bullets do: inside of a word it belongs to the word (`C/C++`).
const BETWEEN_BLANKS: &str = "/／|";
/// Bullets that words have, too: `col·lecció`, `データ・ベース`.
const DOTS: &str = "·∙⋅・･";
const OPENING: &str = "([{（［";
const CLOSING: &str = ")]}）］";

/// The entries of a list, trimmed and without bullets and numbers; none is empty.
pub fn split_entries(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c| ENDS.contains(c)).flat_map(split_outside_brackets);
    let entries: Vec<&str> = parts.map(|part| without_marks(part.trim())).filter(|e| !is_signs(e)).collect();
    let letter = |entry: &str| entry.split_once(char::is_whitespace).map(|(head, _)| head).and_then(single_bullet);
    let are_bullets = |of: char| entries.iter().filter(|entry| letter(entry) == Some(of)).count() > 1;
    let are_numbers = entries.iter().filter(|entry| number(entry).is_some()).count() > 1;
    let bare: Vec<&str> = entries
        .iter()
        .map(|entry| match (letter(entry), number(entry)) {
            (Some(bullet), _) if are_bullets(bullet) => entry[bullet.len_utf8()..].trim_start(),
            (_, Some(end)) if are_numbers => without_marks(entry[end..].trim_start()),
            _ => entry,
        })
        .collect();
    bare.into_iter().filter(|entry| !is_signs(entry))
}

fn without_marks(entry: &str) -> &str {
    // What chose the look of a bullet that parted the entries.
    let entry = entry.trim_start_matches(['\u{fe0e}', '\u{fe0f}']).trim_start();
    without_bullets(entry, |sign| is_dash(sign) || matches!(sign, '*' | '+'))
}

/// Whether nothing is in an entry but what could part others.
fn is_signs(entry: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_punctuation() || c.is_whitespace() || is_bullet(c) || is_dash(c);
    entry.chars().all(|c| is_sign(c) || BETWEEN_BLANKS.contains(c) || SEPARATORS.contains(c))
}

fn single_bullet(head: &str) -> Option<char> {
    let mut letters = head.chars();
    letters.next().filter(|c| is_font_bullet(*c) && letters.as_str().is_empty())
}

/// Where the number of an entry ends: `1.`, `2)`.
fn number(entry: &str) -> Option<usize> {
    let digits = entry.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=2).contains(&digits) && entry[digits..].starts_with(['.', ')']);
    (is_number && entry[digits + 1..].starts_with(char::is_whitespace)).then_some(digits + 1)
}

/// The parts of a line: a bracket that closes holds its signs together.
fn split_outside_brackets(line: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0);
    let brackets = brackets(line);
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let (before, behind) = (line[from..at].chars().next_back(), line[end..].chars().next());
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let parts_here = match c {
            ',' if is_decimal(&line[..at], &line[end..]) => false,
            c if SEPARATORS.contains(c) || (is_tight_bullet(c) && !DOTS.contains(c)) => true,
            c => (BETWEEN_BLANKS.contains(c) || is_bullet(c)) && is_blank(before) && is_blank(behind),
        };
        depth += brackets.get(&at).copied().unwrap_or_default();
        if parts_here && depth == 0 {
            parts.push(&line[from..at]);
            from = end;
        }
    }
    parts.push(&line[from..]);
    parts
}

/// Whether a comma between these belongs to a number: "3,5 t", but not "8,11,17".
fn is_decimal(before: &str, behind: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let (head, tail) = (before.trim_end_matches(is_digit), behind.trim_start_matches(is_digit));
    let goes_on = head.strip_suffix(',').is_some_and(|head| head.ends_with(is_digit))
        || tail.strip_prefix(',').is_some_and(|tail| tail.starts_with(is_digit));
    head.len() < before.len() && tail.len() < behind.len() && !goes_on
}

/// Where the brackets of pairs stand: 1 for what opens, -1 for what closes.
fn brackets(line: &str) -> HashMap<usize, i32> {
    let (mut open, mut pairs) = (Vec::new(), HashMap::new());
    for (at, c) in line.char_indices() {
        if OPENING.contains(c) {
            open.push(at);
        } else if CLOSING.contains(c)
            && let Some(begin) = open.pop()
        {
            pairs.extend([(begin, 1), (at, -1)]);
        }
    }
    pairs
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
            ("/", &[]),
            ("& , ; /", &[]),
            ("Java & Kotlin, R&D", &["Java & Kotlin", "R&D"]),
            ("o Java\no Kotlin", &["Java", "Kotlin"]),
            ("o Level", &["o Level"]),
            ("➢ Java", &["Java"]),
            ("➢Java ➢Kotlin•Go", &["Java", "Kotlin", "Go"]),
            ("データ・ベース", &["データ・ベース"]),
            ("✓ Java ✓ Kotlin", &["Java", "Kotlin"]),
            ("✔\u{fe0f} Java\n✔\u{fe0f} Kotlin", &["Java", "Kotlin"]),
            ("\u{f0a8} Java\n→ Kotlin\n・Go\n⦁\tR", &["Java", "Kotlin", "Go", "R"]),
            ("• - Java\n• – Kotlin", &["Java", "Kotlin"]),
            ("1. Java\n2. Kotlin", &["Java", "Kotlin"]),
            ("1) Java, 2) Kotlin", &["Java", "Kotlin"]),
            ("3. Lehrjahr", &["3. Lehrjahr"]),
            ("Java\tKotlin\u{2028}Go", &["Java", "Kotlin", "Go"]),
            ("MS Office (Word, Excel; PowerPoint), SAP", &["MS Office (Word, Excel; PowerPoint)", "SAP"]),
            ("Java (8 / 11 / 17) / Go", &["Java (8 / 11 / 17)", "Go"]),
            ("Java (8, Go, :-), R", &["Java (8, Go, :-)", "R"]),
            ("Java (8, Go", &["Java (8", "Go"]),
            ("3,5 t Führerschein, 7,5 t", &["3,5 t Führerschein", "7,5 t"]),
            ("8,11,17", &["8", "11", "17"]),
            ("0,1,", &["0,1"]),
        ] {
            assert_eq!(split_entries(text).collect::<Vec<_>>(), entries, "{text:?}");
        }
    }
}

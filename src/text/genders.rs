//! What titles of postings say of the genders that are welcome: `(m/w/d)`. Nobody searches for it.

use super::fold::fold;

/// How genders are abbreviated, in the languages of those who advertise here: each of a group is one of these.
const SHORT: [&str; 19] =
    ["m", "w", "f", "d", "x", "h", "k", "v", "i", "n", "gn", "div", "divers", "nb", "diverse", "u", "a", "t", "*"];
/// One of these is among them, and another.
const FIRST: [&str; 3] = ["m", "h", "x"];
const SECOND: [&str; 4] = ["w", "f", "k", "v"];
/// What else brackets say, without what stands between.
const WORDS: [&str; 12] = [
    "gn",
    "gnd",
    "allgenders",
    "allgender",
    "anygender",
    "allegeschlechter",
    "allegender",
    "genderneutral",
    "geschlechtsneutral",
    "tousgenres",
    "todoslosgeneros",
    "divers",
];

/// A text without what it says of genders; the text itself where there is nothing else.
pub fn without_genders(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[']) {
        let (before, bracketed) = rest.split_at(open);
        out.push_str(before);
        rest = match bracketed.find([')', ']']) {
            Some(close) if is_gender(&bracketed[1..close], true) => {
                out.truncate(out.trim_end().len());
                let behind = &bracketed[close + 1..];
                out.push_str(if behind.starts_with([',', ';', '.', ':']) { "" } else { " " });
                behind
            }
            _ => {
                out.push_str(&bracketed[..1]);
                &bracketed[1..]
            }
        };
    }
    out.push_str(rest);
    let bare = |word: &&str| !is_gender(word.trim_matches(['(', ')', '[', ']', ',', ';', '.']), false);
    let words: Vec<&str> = out.split_whitespace().filter(bare).collect();
    let is_empty = !words.iter().any(|word| word.contains(char::is_alphanumeric));
    if is_empty { text.to_string() } else { words.join(" ") }
}

fn is_gender(text: &str, in_brackets: bool) -> bool {
    let folded = fold(text);
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if in_brackets && WORDS.contains(&letters.as_str()) {
        return true;
    }
    let parts = folded.split(['/', '|', ',', '\\', '-', '·', ':', '_', ' ']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let has = |some: &[&str]| parts.iter().any(|part| some.contains(part));
    parts.len() > 1 && parts.iter().all(|part| SHORT.contains(part)) && has(&FIRST) && has(&SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_without_genders() {
        for (text, without) in [
            ("Entwickler (m/w/d)", "Entwickler"),
            ("(w/m/d) Entwickler", "Entwickler"),
            ("Cook (m/f/d), Graz", "Cook, Graz"),
            ("Cook(f/m/x)", "Cook"),
            ("Koch [m|w|d] Wien", "Koch Wien"),
            ("Koch ( m / w / divers )", "Koch"),
            ("Koch m/w/d", "Koch"),
            ("Cuisinier H/F", "Cuisinier"),
            ("Kucharz (k/m)", "Kucharz"),
            ("Nurse (all genders)", "Nurse"),
            ("Nurse (gn)", "Nurse"),
            ("Nurse (Alle Geschlechter)", "Nurse"),
            ("Koch (m/w/d", "Koch"),
            ("Engineer (C/C++)", "Engineer (C/C++)"),
            ("Engineer (R/D)", "Engineer (R/D)"),
            ("M&A (M/A)", "M&A (M/A)"),
            ("(m/w/d)", "(m/w/d)"),
            ("R D", "R D"),
            ("", ""),
        ] {
            assert_eq!(without_genders(text), without, "{text}");
        }
    }
}

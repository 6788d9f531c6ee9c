//! Normalises texts before they are stored: what nobody sees, and what turns the writing direction, does not stay.

use std::iter;

use super::invisible::{is_blank, is_ignorable, keeps};

pub use super::invisible::is_mark;

/// One line as it is stored: composed (NFC), trimmed, white space made single spaces, and nothing in it that is
/// invisible or turns the writing direction, but for what emoji and scripts need between their signs. Empty where
/// nothing would be seen.
pub fn clean_line(text: &str) -> String {
    let seen: String = visible(text, |_| false).map(|c| if c.is_control() || is_blank(c) { ' ' } else { c }).collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    with_ink(composed(line))
}

/// Several lines as they are stored: composed, trimmed, line ends as LF. Invisible signs go as in a line; the marks of
/// right-to-left scripts stay, and so do pairs that isolate a direction.
pub fn clean_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(text.len());
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let paired = isolates_are_paired(line);
        let is_direction = |c| match c {
            '\u{200e}' | '\u{200f}' | '\u{61c}' => true,
            '\u{2066}'..='\u{2069}' => paired,
            _ => false,
        };
        let seen = visible(line, is_direction).filter(|c| !c.is_control() || *c == '\t');
        out.extend(seen.map(|c| if is_blank(c) { ' ' } else { c }));
    }
    with_ink(composed(trimmed(&out)))
}

/// A text without blanks at its ends. What indents the first line goes from the lines below, too: what begins alike
/// stays alike.
fn trimmed(text: &str) -> String {
    let text = text.trim_end();
    let body = text.trim_start();
    let indent = &text[..text.len() - body.len()];
    let indent = &indent[indent.rfind('\n').map_or(0, |at| at + 1)..];
    let (mut out, mut is_below) = (String::with_capacity(body.len()), !indent.is_empty());
    for (i, line) in body.split_inclusive('\n').enumerate() {
        let alike = line.chars().zip(indent.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let cut = if is_below && i > 0 { alike } else { 0 };
        is_below &= i == 0 || cut > 0 || line.trim().is_empty();
        out.push_str(&line[cut..]);
    }
    out
}

/// Whether nothing of a text is seen: white space, invisible signs, and marks without a letter below them.
pub fn looks_empty(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_blank(c) || is_ignorable(c) || is_mark(c))
}

fn with_ink(text: String) -> String {
    if looks_empty(&text) { String::new() } else { text }
}

/// The signs that stay: those that are seen, those that `also` names, and those that their neighbours need.
fn visible(text: &str, also: impl Fn(char) -> bool) -> impl Iterator<Item = char> {
    let (mut before, mut rest, mut flag) = (None, text.chars(), 0);
    iter::from_fn(move || {
        loop {
            let c = rest.next()?;
            if flag > 0 {
                flag -= 1;
            } else if is_ignorable(c) && !also(c) && !keeps(before, c, rest.clone().next()) {
                continue;
            } else {
                flag = flag_tags(c, rest.as_str());
            }
            before = Some(c);
            return Some(c);
        }
    })
}

/// How many tags follow that make a black flag one of a region, such as Scotland's.
fn flag_tags(c: char, rest: &str) -> usize {
    let tags = || rest.chars().take_while(|c| matches!(c, '\u{e0020}'..='\u{e007f}'));
    let ends = |n: usize| tags().nth(n - 1) == Some('\u{e007f}');
    let count = if c == '\u{1f3f4}' { tags().position(|c| c == '\u{e007f}').map_or(0, |at| at + 1) } else { 0 };
    if (4..=7).contains(&count) && ends(count) { count } else { 0 }
}

/// Whether each sign that begins an isolated direction has one that ends it, within the line.
fn isolates_are_paired(line: &str) -> bool {
    let mut open = 0_u32;
    for c in line.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => return false,
            '\u{2069}' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// The same text in its composed form (NFC). The browser, which only counts characters, does without the tables.
fn composed(text: String) -> String {
    #[cfg(feature = "ssr")]
    if !text.is_ascii() {
        use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
        if is_nfc_quick(text.chars()) != IsNormalized::Yes {
            return text.nfc().collect();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_is_seen() {
        for (typed, line) in [
            (" x\ny ", "x y"),
            ("a\t\u{a0}\u{3000} b\u{2028}c", "a b c"),
            ("Ann\u{200b}a\u{ad} B\u{2060}erg\u{feff}", "Anna Berg"),
            ("\u{202e}fdp.exe\u{202c}", "fdp.exe"),
            ("\u{2068}Anna\u{2069}\u{200f}\u{61c}", "Anna"),
            ("A\u{3164}\u{ffa0}\u{115f}B", "AB"),
            ("A\u{2800}B", "A B"),
            ("Ada\u{e0041}\u{e0042}\u{e007f}", "Ada"),
            ("u\u{308}ber", "über"),
            ("a\u{7}b\0c", "a b c"),
            // What emoji and scripts need stays.
            ("👩\u{200d}💻", "👩\u{200d}💻"),
            ("👩🏽\u{200d}⚕\u{fe0f}", "👩🏽\u{200d}⚕\u{fe0f}"),
            ("🏳\u{fe0f}\u{200d}🌈", "🏳\u{fe0f}\u{200d}🌈"),
            ("1\u{fe0f}\u{20e3}", "1\u{fe0f}\u{20e3}"),
            (
                "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}!",
                "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}!",
            ),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("ක්\u{200d}ෂ", "ක්\u{200d}ෂ"),
            ("葛\u{e0100}城", "葛\u{e0100}城"),
            // And goes where nothing needs it.
            ("a\u{200d}b\u{200c}c", "abc"),
            ("Anna\u{200d}", "Anna"),
            ("a\u{fe0f}b", "ab"),
            ("👩\u{200d}", "👩"),
            ("🏴\u{e0067}\u{e0062}x", "🏴x"),
            ("می\u{200c}\u{200c}خ", "می\u{200c}خ"),
        ] {
            assert_eq!(clean_line(typed), line, "{typed:?}");
            assert_eq!(clean_line(line), line, "{typed:?}, again");
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_directions() {
        for (typed, text) in [
            ("x\r\ny\u{7}", "x\ny"),
            ("a\rb\u{2028}c\u{2029}d", "a\nb\nc\nd"),
            (" a\n\n\tb ", "a\n\n\tb"),
            ("\n  • a\n  • b\n\n    c\nd\n  e", "• a\n• b\n\n  c\nd\n  e"),
            ("    a\n  b\n\n    c", "a\nb\n\nc"),
            ("\u{a0}\u{a0}- a\n\u{a0}\u{a0}- b", "- a\n- b"),
            ("\t- a\n\t- b\n\t\t- c", "- a\n- b\n\t- c"),
            ("a\n  b", "a\n  b"),
            ("pay\u{202e}0001\u{202c}", "pay0001"),
            ("C++\u{200e} \u{61c}x", "C++\u{200e} \u{61c}x"),
            ("\u{2067}א\u{2069} b", "\u{2067}א\u{2069} b"),
            ("\u{2067}א b\nc\u{2069}", "א b\nc"),
            ("Ent\u{ad}wick\u{200b}ler", "Entwickler"),
            ("ภาษา\u{200b}ไทย", "ภาษา\u{200b}ไทย"),
            ("o\u{308}", "ö"),
        ] {
            assert_eq!(clean_text(typed), text, "{typed:?}");
            assert_eq!(clean_text(text), text, "{typed:?}, again");
        }
    }

    #[test]
    fn what_looks_empty_is_empty() {
        for typed in [
            "",
            " ",
            "\n\t",
            "\u{a0}\u{3000}",
            "\u{200b}\u{2060}",
            "\u{3164}",
            "\u{ffa0}",
            "\u{115f}\u{1160}",
            "\u{2800}\u{2800}",
            "\u{200e}\u{200f}",
            "\u{202e}\u{202c}",
            "\u{2066}\u{2069}",
            "\u{301}",
            "\u{301}\u{308}\u{20dd}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{e0041}\u{e007f}",
            "\u{200d}",
            "\u{200c}",
            "\u{34f}",
            "\u{180e}",
            "\u{17b4}",
            "\u{1d159}",
            "\u{1d173}",
            "\u{fffc}",
            "\u{ad}",
            "\0",
            "\u{85}\u{2028}",
            "\u{13441}",
            "\u{64b}",
            "\u{93e}",
            "\u{fe20} \u{1ab0}",
        ] {
            assert_eq!((clean_line(typed).as_str(), clean_text(typed).as_str()), ("", ""), "{typed:?}");
            assert!(looks_empty(typed), "{typed:?}");
        }
        for typed in ["a", ".", "-", "👍", "❤\u{fe0f}", "字", "ا", "\u{200b}x", "a\u{301}", "½", "€", "ㅤㄱ", "⠿"]
        {
            assert!(!clean_line(typed).is_empty() && !clean_text(typed).is_empty() && !looks_empty(typed), "{typed:?}");
        }
    }
}

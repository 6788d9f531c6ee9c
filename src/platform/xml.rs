//! Texts in XML.

use std::borrow::Cow;

/// A text as XML holds it, in elements and attributes; characters that XML has no way to write are left out.
pub fn escape(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'') && may_hold(c);
    if text.chars().all(is_plain) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|c| may_hold(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out.into()
}

/// Whether XML 1.0 may hold a character (2.2, `Char`).
fn may_hold(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..) && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        for (text, expected) in [
            ("Gärtner*in 🌱", "Gärtner*in 🌱"),
            ("R&D <b>\"x\" 'y'", "R&amp;D &lt;b&gt;&quot;x&quot; &apos;y&apos;"),
            ("]]>", "]]&gt;"),
            ("a\0b\u{8}c\u{ffff}\u{1b}d", "abcd"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}

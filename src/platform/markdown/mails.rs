//! E-mail addresses in running text: where one begins and ends. A link to a wrong address is worse than none.

use std::ops::Range;

use crate::text::is_unspaced;

/// Signs that the name before the `@` may have. RFC 5322 allows more, but those part words in texts: `a@b.de|c@b.de`.
const SIGNS: &str = "._-+%'&";
/// A name neither begins nor ends with these.
const NO_EDGES: &str = ".-+%'&";
/// Bytes of the name, and of the host.
const MAX_NAME: usize = 64;
const MAX_HOST: usize = 253;

/// Where e-mail addresses stand in a text.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, _) in text.match_indices('@') {
        if at < from {
            continue;
        }
        let Some(host) = host(&text[at + 1..]) else { continue };
        let end = at + 1 + host;
        let is_underlined = text[end..].starts_with('_');
        if let Some(start) = name(&text[from..at], is_underlined).map(|start| from + start)
            && !is_within_more(text, start, end)
        {
            found.push(start..end);
            from = end;
        }
    }
    found
}

/// The scripts whose letters no address mixes.
#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Unspaced,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{aa}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        c if is_unspaced(c) => Script::Unspaced,
        _ => Script::Other,
    }
}

/// Where the name begins that ends a text: it has letters of one script, those that stand at the `@`.
fn name(before: &str, is_underlined: bool) -> Option<usize> {
    let (mut start, mut of, mut dot) = (before.len(), None, false);
    for (at, c) in before.char_indices().rev() {
        let fits = match c {
            '.' => !dot,
            c if c.is_ascii_digit() || SIGNS.contains(c) => true,
            c => c.is_alphanumeric() && *of.get_or_insert(script(c)) == script(c),
        };
        if !fits {
            break;
        }
        (start, dot) = (at, c == '.');
        if before.len() - start > MAX_NAME {
            return None;
        }
    }
    let is_edge = |c: char| NO_EDGES.contains(c) || (c == '_' && is_underlined);
    let name = before[start..].trim_start_matches(is_edge);
    (!name.is_empty() && !name.ends_with(['.', '\''])).then_some(before.len() - name.len())
}

/// Where the host ends that begins a text.
fn host(text: &str) -> Option<usize> {
    let (mut end, mut at, mut last) = (None, 0, "");
    loop {
        let label = &text[at..at + label(&text[at..])];
        // A sentence that begins behind a full stop without a blank.
        let begins_sentence = label.starts_with(char::is_uppercase)
            && label.chars().skip(1).any(char::is_lowercase)
            && !text[..at].contains(char::is_uppercase);
        if label.is_empty() || (end.is_some() && begins_sentence) {
            break;
        }
        at += label.len();
        let is_top = label.chars().nth(1).is_some() && label.chars().all(char::is_alphabetic);
        if !last.is_empty() && (is_top || label.starts_with("xn--")) {
            end = Some(at);
        }
        last = label;
        if !text[at..].starts_with('.') {
            break;
        }
        at += 1;
    }
    end.filter(|end| *end <= MAX_HOST)
}

/// The length of the label that begins a text: letters of one script, and digits and hyphens between them.
fn label(text: &str) -> usize {
    let mut of = None;
    let mut fits = |c: char| match c {
        c if c.is_ascii_digit() || c == '-' => true,
        c => c.is_alphanumeric() && *of.get_or_insert(script(c)) == script(c),
    };
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    match text.starts_with('-') {
        true => 0,
        false => text[..end].trim_end_matches('-').len(),
    }
}

/// Whether an address is a part of something else: of a web address, or of a name in a network (`@anna@example.org`).
fn is_within_more(text: &str, start: usize, end: usize) -> bool {
    let word = text[..start].rsplit(|c: char| c.is_whitespace() || "|,;<>()\"".contains(c)).next().unwrap_or_default();
    text[..start].ends_with(['@', '\\']) || text[end..].starts_with('@') || word.contains("://")
}

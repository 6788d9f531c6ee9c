//! Markdown as people write it: what they mean is made what the parser understands, line by line.
//!
//! Job ads are pasted from word processors and written by people who know no Markdown. So a star between letters is a
//! star (`Mitarbeiter*innen`, `5*8`), the bullets of word processors begin lists, and a year or a date at the beginning
//! of a line begins none.

use super::{
    links,
    lists::{Lists, dedent},
    numbered::{Numbers, numbered},
};

/// Signs of Markdown that mean only themselves where they stand, and what stands for them until the HTML is written:
/// noncharacters, which the parser takes for letters, and which no text may hold.
const STAND_INS: [(char, char); 5] =
    [('*', '\u{fdd0}'), ('~', '\u{fdd1}'), ('_', '\u{fdd2}'), ('.', '\u{fdd3}'), (')', '\u{fdd4}')];

/// The text with its signs as they are meant.
pub fn prepare(text: &str) -> String {
    let text: String = text.chars().filter(|c| !is_stand_in(*c)).map(line_end).collect();
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let outside = outside_code(&lines);
    dedent(&mut lines, &outside);
    let (numbers, mut lists) = (Numbers::of(&lines), Lists::default());
    for (at, line) in lines.iter().enumerate() {
        if !outside[at] {
            out.push_str(line);
            continue;
        }
        let as_text = numbers.is_text(&lines, at);
        let (rest, is_item) = lists.begin(&lines, at, as_text.is_none(), &mut out);
        let as_text =
            if is_item { numbered(rest).filter(|mark| mark.indent == 0).map(|mark| mark.at) } else { as_text };
        match as_text {
            Some(sign) => {
                push_signs(&rest[..sign], &mut out);
                out.push(stand_in(rest.as_bytes()[sign] as char));
                push_signs(&rest[sign + 1..], &mut out);
            }
            None => push_signs(rest, &mut out),
        }
    }
    out
}

/// The sign that a stand-in stands for; other characters are themselves.
pub fn meant(c: char) -> char {
    STAND_INS.iter().find(|(_, stand_in)| *stand_in == c).map_or(c, |(sign, _)| *sign)
}

/// A text with its signs in place of their stand-ins.
pub fn meaning(text: &str) -> String {
    text.chars().map(meant).collect()
}

fn is_stand_in(c: char) -> bool {
    STAND_INS.iter().any(|(_, stand_in)| *stand_in == c)
}

fn stand_in(sign: char) -> char {
    STAND_INS.iter().find(|(of, _)| *of == sign).map_or(sign, |(_, stand_in)| *stand_in)
}

/// Line ends of word processors are line ends.
fn line_end(c: char) -> char {
    if matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}') { '\n' } else { c }
}

/// Which lines are no fenced code; there nothing is changed.
fn outside_code(lines: &[&str]) -> Vec<bool> {
    let mut fence: Option<&str> = None;
    let outside = lines.iter().map(|line| {
        let line = line.trim_start_matches([' ', '>']);
        let found = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence));
        let found = found.filter(|_| !line.trim_start_matches('`').contains('`'));
        match (fence, found) {
            (None, Some(_)) => fence = found,
            (Some(open), Some(close)) if open == close => fence = None,
            (Some(_), _) => {}
            (None, None) => return true,
        }
        false
    });
    outside.collect()
}
/// Pushes a line: stars and tildes between letters or digits are no emphasis, and neither are they or underscores
/// inside an address.
fn push_signs(line: &str, out: &mut String) {
    if !line.contains(['*', '~', '_']) {
        return out.push_str(line);
    }
    let addresses = links::spans(line);
    let inside = |at: usize| addresses.iter().any(|span| span.contains(&at));
    let mut rest = line;
    while let Some(start) = rest.find(['*', '~', '_']) {
        out.push_str(&rest[..start]);
        let sign = rest.as_bytes()[start] as char;
        let run = rest[start..].len() - rest[start..].trim_start_matches(sign).len();
        let at = line.len() - rest.len() + start;
        let (before, behind) = (line[..at].chars().next_back(), rest[start + run..].chars().next());
        let only_itself = inside(at) || (sign != '_' && joins(before, behind));
        out.extend(std::iter::repeat_n(if only_itself { stand_in(sign) } else { sign }, run));
        rest = &rest[start + run..];
    }
    out.push_str(rest);
}

/// Whether what stands between these belongs to a word: between letters or digits, or as the last of what slashes part
/// (`m/w/*`). Scripts that set no blanks between words emphasise inside of them.
fn joins(before: Option<char>, behind: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !writes_without_blanks(c));
    is_word(before) && is_word(behind) || before == Some('/') && !behind.is_some_and(char::is_alphanumeric)
}

/// Thai to Khmer, Hangul, kana and Han.
fn writes_without_blanks(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}')
}

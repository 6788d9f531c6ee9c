//! Markdown as people write it: what they mean is made what the parser understands, line by line.
//!
//! Job ads are pasted from word processors and written by people who know no Markdown. So a star between letters is a
//! star (`Mitarbeiter*innen`, `5*8`), the bullets of word processors begin lists, and a year or a date at the beginning
//! of a line begins none.

use std::collections::HashMap;

use super::{dates::begins_with_month, links};
use crate::text::{first_sign, is_bullet, is_dash, is_font_bullet, is_tight_bullet, without_bullets};

/// Signs of Markdown that mean only themselves where they stand, and what stands for them until the HTML is written:
/// noncharacters, which the parser takes for letters, and which no text may hold.
const STAND_INS: [(char, char); 5] =
    [('*', '\u{fdd0}'), ('~', '\u{fdd1}'), ('_', '\u{fdd2}'), ('.', '\u{fdd3}'), (')', '\u{fdd4}')];

/// A list goes no deeper than this by the bullets of its lines.
const MAX_LEVEL: usize = 5;
/// Larger numbers at the beginning of a line are years.
const MAX_NUMBER: u32 = 999;

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

/// Takes the indent from lists that stand so far inside that they would be none, as they are pasted from mails.
fn dedent(lines: &mut [&str], outside: &[bool]) {
    let (mut in_list, mut cut) = (false, 0);
    for (line, _) in lines.iter_mut().zip(outside).filter(|(line, outside)| **outside && !line.trim().is_empty()) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let is_far = indent > 3 || line[..indent].contains('\t');
        let is_item = behind_markers(line).is_some();
        if indent < cut {
            cut = 0;
        }
        if is_item && is_far && !in_list && cut == 0 {
            cut = indent;
        } else if cut == 0 {
            let is_bullet = first_sign(line.trim_start()).is_some_and(|(sign, _)| is_bullet(sign) || is_dash(sign));
            in_list = is_item || is_bullet || (in_list && indent > 0);
        }
        *line = &line[cut..];
    }
}

/// The quotes that a line stands in.
fn quote(line: &str) -> &str {
    let end = line.find(|c: char| c != '>' && c != ' ').unwrap_or(0);
    &line[..line[..end].rfind('>').map_or(0, |at| at + 1)]
}

/// Where the text begins behind the markers of Markdown that a line begins with.
fn behind_markers(line: &str) -> Option<usize> {
    let first = quote(line).len();
    let mut at = first;
    loop {
        let rest = line[at..].trim_start_matches([' ', '\t']);
        let begin = line.len() - rest.len();
        let marker = match rest.starts_with(['-', '*', '+']) {
            true => 1,
            false if at == first => numbered(rest).filter(|mark| mark.indent == 0).map_or(0, |mark| mark.at + 1),
            false => 0,
        };
        if marker == 0 || !rest[marker..].starts_with([' ', '\t']) {
            return (at > first).then_some(begin);
        }
        at = begin + marker;
    }
}

/// The lines that begin with a number and a sign, as items do, by line: indent, number, sign.
struct Numbers(HashMap<usize, bool>);

impl Numbers {
    /// An item is one of a list: it is the first, or one before or behind it at the same indent is its neighbour.
    fn of(lines: &[&str]) -> Self {
        let marks: Vec<_> = lines.iter().enumerate().filter_map(|(at, line)| Some((at, numbered(line)?))).collect();
        let mut is_item: HashMap<usize, bool> = HashMap::new();
        let mut neighbours = |marks: &mut dyn Iterator<Item = &(usize, Numbered)>, step: i64| {
            let mut last: HashMap<(usize, u8), i64> = HashMap::new();
            for (at, mark) in marks.filter(|(_, mark)| !mark.is_date) {
                let number = i64::from(mark.number);
                let before = last.insert((mark.indent, mark.sign), number);
                *is_item.entry(*at).or_default() |= number <= 1 || before == Some(number - step);
            }
        };
        neighbours(&mut marks.iter(), 1);
        neighbours(&mut marks.iter().rev(), -1);
        for (at, mark) in &marks {
            *is_item.entry(*at).or_default() &= mark.number <= MAX_NUMBER;
        }
        Self(is_item)
    }

    /// Where the sign of a number stands that begins a line, and no item.
    fn is_text(&self, lines: &[&str], at: usize) -> Option<usize> {
        let no_item = self.0.get(&at).is_some_and(|is_item| !is_item);
        no_item.then(|| numbered(lines[at]).map(|mark| mark.at))?
    }
}

struct Numbered {
    indent: usize,
    number: u32,
    sign: u8,
    /// Where the sign is.
    at: usize,
    /// Whether a month follows: "5. September".
    is_date: bool,
}

fn numbered(line: &str) -> Option<Numbered> {
    let start = line.len() - line.trim_start_matches([' ', '>']).len();
    let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let at = start + digits;
    let sign = *line.as_bytes().get(at).filter(|sign| matches!(sign, b'.' | b')'))?;
    let apart = line[at + 1..].starts_with([' ', '\t', '\n']);
    let number = line[start..at].parse().ok().filter(|_| apart && digits <= 9)?;
    let is_date = sign == b'.' && begins_with_month(&line[at + 1..]);
    Some(Numbered { indent: start, number, sign, at, is_date })
}

/// The lists that the lines before have opened with bullets.
#[derive(Default)]
struct Lists {
    /// Indent and bullet of each level.
    open: Vec<(usize, char)>,
    /// Where the content of a list item begins that was written as Markdown.
    outer: usize,
    /// Whether the line before was blank.
    apart: bool,
}

impl Lists {
    /// Pushes the beginning of a line, if that is the bullet or marker of an item; returns what stands behind it, and
    /// whether that is the text of an item. A second bullet behind the first is none.
    fn begin<'a>(&mut self, lines: &[&'a str], at: usize, may_mark: bool, out: &mut String) -> (&'a str, bool) {
        let line = lines[at];
        let Some(bullet) = Bullet::of(lines, at) else {
            self.pass(line, out);
            return match behind_markers(line).filter(|_| may_mark) {
                Some(text) => {
                    out.push_str(&line[..text]);
                    (without_bullets(&line[text..], |_| false), true)
                }
                None => (line, false),
            };
        };
        self.apart = false;
        let outer = if bullet.indent >= self.outer { self.outer } else { 0 };
        out.push_str(bullet.quote);
        out.extend(std::iter::repeat_n(' ', outer + 2 * self.level(bullet.indent, bullet.sign)));
        out.push_str("- ");
        (without_bullets(bullet.rest, is_dash), true)
    }

    /// Looks at a line without a bullet: the next paragraph, or what goes on with the item before. Nobody sets a blank
    /// line behind the last item of a list that is pasted, before the next heading.
    fn pass(&mut self, line: &str, out: &mut String) {
        let text = line.trim();
        let (in_list, is_outside) = (self.outer > 0 || !self.open.is_empty(), !line.starts_with([' ', '\t']));
        if let Some(content) = content_of_item(line) {
            (self.outer, self.open) = (content, Vec::new());
        } else if !text.is_empty() && in_list && is_outside {
            let goes_on = self.open.is_empty() || text.starts_with(|c: char| c.is_lowercase());
            if self.apart {
                *self = Self::default();
            } else if text.ends_with(':') || !goes_on {
                out.push('\n');
                *self = Self::default();
            }
        }
        self.apart = text.is_empty();
    }

    /// The level of an item: that of an open list with the same bullet and about the same indent, else one more.
    fn level(&mut self, indent: usize, sign: char) -> usize {
        let same = |(at, of): &(usize, char)| *of == sign && at.abs_diff(indent) <= 1;
        match self.open.iter().position(same) {
            Some(level) => self.open.truncate(level + 1),
            None => {
                self.open.retain(|(at, _)| *at <= indent);
                self.open.truncate(MAX_LEVEL);
                self.open.push((indent, sign));
            }
        }
        self.open.len() - 1
    }
}

/// Where the content begins of an item that is written as Markdown.
fn content_of_item(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[indent..];
    match numbered(rest) {
        Some(mark) if indent <= 3 => Some(indent + mark.at + 2),
        _ => ["- ", "* ", "+ "].iter().any(|sign| rest.starts_with(sign)).then_some(indent + 2),
    }
}

struct Bullet<'a> {
    /// The quote that it stands in.
    quote: &'a str,
    indent: usize,
    sign: char,
    rest: &'a str,
}

impl<'a> Bullet<'a> {
    /// The bullet that a line begins with. What may be a dash or a word is one beside others, or where it stands as word
    /// processors set it: with a tab or several blanks behind it.
    fn of(lines: &[&'a str], at: usize) -> Option<Self> {
        let bullet = Self::read(lines[at])?;
        let behind: Vec<char> = bullet.rest_as_typed(lines[at]).chars().take(2).collect();
        let is_blank = |at: usize| behind.get(at).is_some_and(|c| c.is_whitespace() && *c != '\n');
        let is_set = is_blank(0) && (behind[0] == '\t' || is_blank(1));
        let beside = || {
            let others = [at.checked_sub(1), Some(at + 1)].map(|at| lines.get(at?).copied());
            let mut others = others.into_iter().flatten().filter_map(Self::read);
            others.any(|other| other.may_be_beside(&bullet))
        };
        let after = || {
            let before = at.checked_sub(1).map_or("", |at| lines[at].trim());
            before.is_empty() || before.ends_with(':')
        };
        let is = match bullet.sign {
            sign if is_bullet(sign) => true,
            '-' => beside(),
            sign if is_dash(sign) => is_set || beside() || (is_blank(0) && after()),
            'o' => is_set || (is_blank(0) && beside()),
            _ => is_set,
        };
        is.then_some(bullet)
    }

    fn may_be_beside(&self, other: &Self) -> bool {
        self.sign == other.sign || is_bullet(self.sign)
    }

    fn read(line: &'a str) -> Option<Self> {
        let quote = quote(line);
        let indented = &line[quote.len()..];
        let text = indented.trim_start();
        let indent = indented[..indented.len() - text.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let (sign, behind) = first_sign(text)?;
        let rest = behind.trim_start();
        let known = match rest.len() < behind.len() {
            // A hyphen before a blank is Markdown already.
            true => is_bullet(sign) || is_font_bullet(sign) || (is_dash(sign) && sign != '-'),
            false => is_tight_bullet(sign) || (is_dash(sign) && rest.starts_with(char::is_alphabetic)),
        };
        // A line of bullets alone is a rule.
        let is_text = !without_bullets(rest, is_dash).is_empty();
        (known && is_text).then_some(Self { quote, indent, sign, rest })
    }

    /// What stands behind the bullet, with its blanks.
    fn rest_as_typed(&self, line: &'a str) -> &'a str {
        line.trim_start_matches(['>', ' ']).trim_start().strip_prefix(self.sign).unwrap_or_default()
    }
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

//! Lists as word processors and mails have them, made lists of Markdown.

use super::numbered::numbered;
use crate::text::{first_sign, is_bullet, is_dash, is_font_bullet, is_tight_bullet, without_bullets};

/// A list goes no deeper than this by the bullets of its lines.
const MAX_LEVEL: usize = 5;

/// The lists that the lines before have opened with bullets.
#[derive(Default)]
pub struct Lists {
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
    pub fn begin<'a>(&mut self, lines: &[&'a str], at: usize, may_mark: bool, out: &mut String) -> (&'a str, bool) {
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

    /// The level of an item: that of an open list with the same bullet and about the same indent, else one more. Without
    /// an indent only the bullets that word processors give to deeper levels go deeper.
    fn level(&mut self, indent: usize, sign: char) -> usize {
        let beside = |at: usize| at.abs_diff(indent) <= 1;
        let same = self.open.iter().position(|(at, of)| *of == sign && beside(*at));
        let other = || self.open.iter().rposition(|(at, _)| beside(*at)).filter(|_| !is_of_deeper_level(sign));
        match same.or_else(other) {
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

/// Whether word processors set this bullet below another one.
fn is_of_deeper_level(sign: char) -> bool {
    is_dash(sign) || is_font_bullet(sign) || "◦○▪▫‣⁃∙·".contains(sign)
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

/// Takes the indent from lists that stand so far inside that they would be none, as they are pasted from mails.
pub fn dedent(lines: &mut [&str], outside: &[bool]) {
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

//! Lines that begin with a number: which are the items of lists, and which begin with a year or a day.

use std::collections::HashMap;

use super::dates::begins_with_month;

/// Larger numbers at the beginning of a line are years.
const MAX_NUMBER: u32 = 999;

/// The lines that begin with a number and a sign, as items do, by line: indent, number, sign.
pub struct Numbers(HashMap<usize, bool>);

impl Numbers {
    /// An item is one of a list: it is the first, or one before or behind it at the same indent is its neighbour.
    pub fn of(lines: &[&str]) -> Self {
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
    pub fn is_text(&self, lines: &[&str], at: usize) -> Option<usize> {
        let no_item = self.0.get(&at).is_some_and(|is_item| !is_item);
        no_item.then(|| numbered(lines[at]).map(|mark| mark.at))?
    }
}

/// A number that a line begins with, before a sign.
pub struct Numbered {
    pub indent: usize,
    number: u32,
    sign: u8,
    /// Where the sign is.
    pub at: usize,
    /// Whether a month follows: "5. September".
    is_date: bool,
}

/// The number that a line begins with as an item does.
pub fn numbered(line: &str) -> Option<Numbered> {
    let start = line.len() - line.trim_start_matches([' ', '>']).len();
    let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let at = start + digits;
    let sign = *line.as_bytes().get(at).filter(|sign| matches!(sign, b'.' | b')'))?;
    let behind = &line[at + 1..];
    let apart = behind.is_empty() || behind.starts_with([' ', '\t', '\n']);
    let number = line[start..at].parse().ok().filter(|_| apart && digits <= 9)?;
    let is_date = sign == b'.' && begins_with_month(behind);
    Some(Numbered { indent: start, number, sign, at, is_date })
}

//! Phone numbers in running text. Most numbers are none: days, hours, pay, postcodes and references stand in job ads too.

use std::ops::Range;

use super::links::Found;

/// A number with fewer digits is a phone number only where that stands before it.
pub const MIN_DIGITS: usize = 5;
/// Digits of a number that is recognised by its look.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Signs between digits, at most so many at once: `(030) – 12`.
const MAX_SIGNS: usize = 3;
const SIGNS: &str = " \u{a0}\u{202f}\u{2009}-\u{2010}\u{2011}–/.()";
/// What stands before phone numbers, and what before other numbers.
#[rustfmt::skip]
const PHONE_WORDS: [&str; 14] = [
    "tel", "telefon", "telefonnummer", "rufnummer", "phone", "mobil", "mobile", "handy", "fon", "fax", "call", "whatsapp",
    "☎", "📞",
];
const OTHER_WORDS: [&str; 10] = ["nr", "no", "ref", "referenz", "kennziffer", "id", "iban", "plz", "code", "#"];

/// The phone numbers of a text, in its order.
pub fn find(text: &str) -> Vec<Found> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+' || c == '(').map(|n| at + n) {
        let Some(number) = Number::at(text, start) else {
            at = start + 1;
            continue;
        };
        at = number.span.end;
        let mut before = text[..start].chars().rev();
        let stands_alone = match before.next() {
            Some('.' | ':') => !before.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => !c.is_alphanumeric() && !"+-,/€$£".contains(c),
            None => true,
        };
        let ends = !text[at..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '€' | '$'));
        if stands_alone && ends && number.is_phone(&text[..start]) {
            found.push(Found { to: number.address(), span: number.span });
        }
    }
    found
}

/// Digits in groups, with signs between them.
struct Number<'a> {
    text: &'a str,
    span: Range<usize>,
    groups: Vec<&'a str>,
}

impl<'a> Number<'a> {
    /// The longest number that begins here.
    fn at(text: &'a str, start: usize) -> Option<Self> {
        let (mut end, mut signs) = (start, 0);
        for (at, c) in text[start..].char_indices() {
            match c {
                '0'..='9' => (end, signs) = (start + at + 1, 0),
                '+' if at == 0 => {}
                '(' if at == 1 => return None,
                c if SIGNS.contains(c) && signs < MAX_SIGNS => signs += 1,
                _ => break,
            }
        }
        // A bracket that closes behind the number is none of it.
        if text[start..end].starts_with('(') && !text[start..end].contains(')') {
            return None;
        }
        let groups: Vec<&str> =
            text[start..end].split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
        (end > start).then(|| Self { text: &text[start..end], span: start..end, groups })
    }

    fn digits(&self) -> usize {
        self.groups.iter().map(|group| group.len()).sum()
    }

    fn is_phone(&self, before: &str) -> bool {
        let head: String = self.groups.concat().chars().take(3).collect();
        if self.text.starts_with('+') {
            return DIGITS.contains(&self.digits()) && !head.starts_with('0');
        }
        if is_after(before, &PHONE_WORDS) {
            return (MIN_DIGITS..=*DIGITS.end()).contains(&self.digits()) && !self.is_day();
        }
        if is_after(before, &OTHER_WORDS) || self.is_day() || self.is_span() {
            return false;
        }
        let first = self.groups.first().map_or(0, |group| group.len());
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.len()).collect();
        match head.as_bytes() {
            [b'0', b'0', third] => *third != b'0' && (9..=17).contains(&self.digits()),
            [b'0', second, _] => {
                let is_apart = self.groups.len() > 1;
                *second != b'0' && first >= 2 && is_apart && DIGITS.contains(&self.digits())
            }
            // As in America.
            _ => lengths == [3, 3, 4] && (self.text.starts_with('(') || self.text.matches(['-', '.']).count() == 2),
        }
    }

    /// Whether a day is in it: `01.02.2026`, `2026-02-01`, `1/2/26`.
    fn is_day(&self) -> bool {
        let number = |group: &str| group.parse::<u32>().unwrap_or(u32::MAX);
        let day = |of: &[&str]| (1..=31).contains(&number(of[0])) && (1..=12).contains(&number(of[1]));
        let is_french = self.groups.len() == 5 && self.groups.iter().all(|group| group.len() == 2);
        !is_french
            && self.groups.windows(3).any(|of| match [of[0].len(), of[1].len(), of[2].len()] {
                [1..=2, 1..=2, 4 | 2] => day(of) && !(of[2].len() == 2 && self.groups.len() > 3),
                [4, 1..=2, 1..=2] => day(&[of[2], of[1]]) && of[0].starts_with(['1', '2']),
                _ => false,
            })
    }

    /// Whether it is from one hour to another, or from one postcode to another: `09.00-17.00`, `0900–1700`.
    fn is_span(&self) -> bool {
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.len()).collect();
        let is_hour = |group: &&str| group.parse::<u32>().is_ok_and(|hour| hour <= 2400 && hour % 100 < 60);
        match lengths[..] {
            [2, 2, 2, 2] | [5, 5] => true,
            [4, 4] => self.groups.iter().all(is_hour),
            _ => false,
        }
    }

    /// Where it leads.
    fn address(&self) -> String {
        // The zero that is dialled within a country only: `+49 (0)30`.
        let text = if self.text.starts_with('+') { self.text.replace("(0)", "") } else { self.text.to_string() };
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        match (self.text.starts_with('+'), digits.strip_prefix("00")) {
            (true, _) => format!("tel:+{digits}"),
            (false, Some(rest)) => format!("tel:+{rest}"),
            (false, None) => format!("tel:{digits}"),
        }
    }
}

/// Whether one of these words stands right before, also as part of another: `Tel.-Nr.`
fn is_after(before: &str, words: &[&str]) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || ".:-/()".contains(c));
    let is_in_word = |c: &char| c.is_alphabetic() || "☎📞#.-".contains(*c);
    let tail: String = before.chars().rev().take_while(is_in_word).take(24).collect();
    let tail: String = tail.chars().rev().collect::<String>().to_lowercase();
    tail.split(['.', '-']).any(|word| words.contains(&word))
}

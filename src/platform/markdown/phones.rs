//! Phone numbers in running text. Most numbers are none: days, hours, pay, postcodes and references stand in job ads too.

use std::ops::Range;

use super::links::Found;
use crate::text::{digit, extension_end, is_unspaced, phone_form};

/// A number with fewer digits is a phone number only where that stands before it.
pub const MIN_DIGITS: usize = 5;
/// Digits of a number that is recognised by its look.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Signs between digits, at most so many at once: `(030) – 12`.
const MAX_SIGNS: usize = 3;
const SIGNS: &str = " \u{a0}\u{202f}\u{2009}\u{3000}-\u{2010}\u{2011}–/.()（）－／．";
/// Bytes of a number, about: what is longer is none.
const MAX_BYTES: usize = 200;
/// What stands before phone numbers, and what before other numbers.
#[rustfmt::skip]
const PHONE_WORDS: [&str; 41] = [
    "tel", "telefon", "telefonnummer", "rufnummer", "handynummer", "mobilnummer", "faxnummer", "telefonnr", "telnr",
    "handynr", "mobilnr", "faxnr", "phone", "telephone", "mobil", "mobile", "handy", "fon", "fax", "call", "whatsapp",
    "téléphone", "teléfono", "telefono", "telefone", "telefoon", "тел", "телефон", "هاتف", "جوال", "تليفون", "موبايل",
    "फ़ोन", "फोन", "电话", "電話", "手机", "携帯", "전화", "☎", "📞",
];
#[rustfmt::skip]
const OTHER_WORDS: [&str; 28] = [
    "nr", "no", "ref", "réf", "referenz", "reference", "kennziffer", "chiffre", "id", "iban", "plz", "code", "#", "az",
    "gz", "zl", "dossier", "konto", "isbn", "issn", "hrb", "hra", "vorgang", "auftrag", "artikel", "ust", "rechnung",
    "bestellung",
];
/// How words end that stand before other numbers.
const OTHER_ENDS: [&str; 3] = ["nummer", "nr", "zeichen"];

/// The phone numbers of a text, in its order.
pub fn find(text: &str) -> Vec<Found> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find(|c: char| digit(c).is_some() || "+＋(（".contains(c)).map(|n| at + n) {
        let Some(number) = Number::at(text, start) else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        at = number.span.end;
        let mut before = text[..start].chars().rev();
        let stands_alone = match before.next() {
            Some('.' | ':') => !before.next().is_some_and(|c| digit(c).is_some()),
            Some(c) => is_unspaced(c) || !c.is_alphanumeric() && !"+-,/€$£".contains(c),
            None => true,
        };
        if !stands_alone {
            continue;
        }
        let fits = |number: &Number<'_>| number.is_phone(&text[..start]);
        let Some(number) = Some(number).filter(fits).or_else(|| Number::before_slash(text, start).filter(fits)) else {
            continue;
        };
        at = number.span.end;
        let goes_on = |c: char| (c.is_alphanumeric() && !is_unspaced(c)) || matches!(c, '%' | '€' | '$');
        let is_whole = !text[at..].starts_with(goes_on);
        let extended = extension_end(&text[at..]).map(|end| start..at + end);
        let spans = [extended, is_whole.then_some(number.span)];
        if let Some(phone) = spans.into_iter().flatten().find_map(|span| dialled(text, span)) {
            at = phone.span.end;
            found.push(phone);
        }
    }
    found
}

fn dialled(text: &str, span: Range<usize>) -> Option<Found> {
    phone_form(&text[span.clone()]).map(|form| Found { span, to: format!("tel:{form}") })
}

/// Digits in groups, with signs between them.
struct Number<'a> {
    text: &'a str,
    span: Range<usize>,
    /// In ASCII.
    groups: Vec<String>,
}

impl<'a> Number<'a> {
    /// The longest number that begins here.
    fn at(text: &'a str, start: usize) -> Option<Self> {
        let (mut end, mut signs) = (start, 0);
        let begins = |signs: &[char]| text[start..].starts_with(signs);
        for (at, c) in text[start..].char_indices() {
            match c {
                c if digit(c).is_some() => (end, signs) = (start + at + c.len_utf8(), 0),
                '+' | '＋' if at == 0 || (end == start && signs == 1 && begins(&['(', '（'])) => {}
                '(' if at == 1 && !begins(&['+']) => return None,
                _ if at > MAX_BYTES => break,
                c if SIGNS.contains(c) && signs < MAX_SIGNS => signs += 1,
                _ => break,
            }
        }
        // A bracket that closes behind the number is none of it.
        let number = &text[start..end];
        if number.matches(['(', '（']).count() > number.matches([')', '）']).count() {
            return None;
        }
        let groups = number.split(|c: char| digit(c).is_none()).filter(|group| !group.is_empty());
        let ascii = |c: char| digit(c).map_or(c, |value| char::from(b'0' + value));
        let groups = groups.map(|group| group.chars().map(ascii).collect()).collect();
        (end > start).then_some(Self { text: number, span: start..end, groups })
    }

    /// The first of two numbers: `030 12345 / 0171 1234567`.
    fn before_slash(text: &'a str, start: usize) -> Option<Self> {
        let end = start + text[start..].find(" / ")?;
        Self::at(&text[..end], start).filter(|number| number.span.end == end)
    }

    fn digits(&self) -> usize {
        self.groups.iter().map(|group| group.len()).sum()
    }

    fn is_phone(&self, before: &str) -> bool {
        let head: String = self.groups.concat().chars().take(3).collect();
        if self.text.trim_start_matches(['(', '（']).starts_with(['+', '＋']) {
            return DIGITS.contains(&self.digits()) && !self.is_large() && self.fits_america();
        }
        if is_after(before, &PHONE_WORDS, &[]) {
            return (MIN_DIGITS..=*DIGITS.end()).contains(&self.digits()) && !self.is_day();
        }
        let is_reference = self.text.matches(['/', '／']).count() > 1;
        if is_reference || is_after(before, &OTHER_WORDS, &OTHER_ENDS) || self.is_day() || self.is_span() {
            return false;
        }
        let lengths: Vec<usize> = self.groups.iter().map(String::len).collect();
        match head.as_bytes() {
            [b'0', b'0', third] => *third != b'0' && (9..=17).contains(&self.digits()),
            [b'0', second, _] => {
                // Numbers of many kinds are written in one piece, but not in every script.
                let is_apart = lengths.len() > 1 || !self.text.is_ascii();
                *second != b'0' && lengths[0] >= 2 && is_apart && DIGITS.contains(&self.digits())
            }
            // As in America.
            _ => lengths == [3, 3, 4] && (self.text.starts_with('(') || self.text.matches(['-', '.']).count() == 2),
        }
    }

    /// Whether it is a number of many: `+100 000 000`.
    fn is_large(&self) -> bool {
        let is_thousands = self.groups.iter().skip(1).all(|group| group.len() == 3);
        is_thousands && self.groups[0].len() <= 3 && self.groups.last().is_some_and(|group| group == "000")
    }

    /// A number of North America has ten digits behind the one.
    fn fits_america(&self) -> bool {
        let digits = self.groups.concat();
        !digits.starts_with('1') || digits.len() == 11 && !digits[1..].starts_with(['0', '1'])
    }

    /// Whether a day is in it: `01.02.2026`, `2026-02-01`, `1/2/26`.
    fn is_day(&self) -> bool {
        let number = |group: &str| group.parse::<u32>().unwrap_or(u32::MAX);
        let day = |of: [&String; 2]| (1..=31).contains(&number(of[0])) && (1..=12).contains(&number(of[1]));
        let is_french = self.groups.len() == 5 && self.groups.iter().all(|group| group.len() == 2);
        !is_french
            && self.groups.windows(3).any(|of| match [of[0].len(), of[1].len(), of[2].len()] {
                [1..=2, 1..=2, 4 | 2] => day([&of[0], &of[1]]) && !(of[2].len() == 2 && self.groups.len() > 3),
                [4, 1..=2, 1..=2] => day([&of[2], &of[1]]) && of[0].starts_with(['1', '2']),
                _ => false,
            })
    }

    /// Whether it is from one hour, month or postcode to another: `09.00-17.00`, `0900–1700`, `03/2026 - 05/2026`.
    fn is_span(&self) -> bool {
        let lengths: Vec<usize> = self.groups.iter().map(String::len).collect();
        let number = |group: &String| group.parse::<u32>().unwrap_or(u32::MAX);
        let is_hour = |group: &String| number(group) <= 2400 && number(group) % 100 < 60;
        let is_year = |group: &String| group.len() == 4 && (1900..2100).contains(&number(group));
        let is_month = |group: &String| group.len() <= 2 && (1..=31).contains(&number(group));
        match lengths[..] {
            [2, 2, 2, 2] | [5, 5] => true,
            [4, 4] if self.groups.iter().all(is_hour) => true,
            _ => self.groups.iter().any(is_year) && self.groups.iter().all(|group| is_year(group) || is_month(group)),
        }
    }
}

/// Whether one of these words stands right before, also as part of another: `Tel.-Nr.`
fn is_after(before: &str, words: &[&str], ends: &[&str]) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || ".:-/()：（）".contains(c));
    let is_in_word = |c: &char| c.is_alphabetic() || "☎📞#.-\u{93c}\u{94b}".contains(*c);
    let tail: String = before.chars().rev().take_while(is_in_word).take(24).collect();
    let tail: String = tail.chars().rev().collect::<String>().to_lowercase();
    let is_one = |word: &str| words.contains(&word) || ends.iter().any(|end| word.ends_with(end));
    let is_within = || words.iter().any(|word| word.starts_with(is_unspaced) && tail.ends_with(word));
    tail.split(['.', '-']).any(is_one) || is_within()
}

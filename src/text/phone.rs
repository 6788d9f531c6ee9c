//! Phone numbers as people write them, and the one form in which they are compared and dialled.

use super::{clean::clean_line, number::digit};

/// Digits of a number: so many has the shortest that somebody is reached by, and the longest (E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 5..=15;
/// Digits of an extension.
const EXTENSION_DIGITS: std::ops::RangeInclusive<usize> = 1..=8;
/// What stands before an extension; longer words before those that they begin with.
const EXTENSIONS: [&str; 37] = [
    "extension",
    "extn.",
    "extn",
    "interno",
    "interne",
    "klappe",
    "kl.",
    "toestel",
    "wew.",
    "nebenstelle",
    "durchwahl",
    "apparat",
    "anexo",
    "poste",
    "доб.",
    "ext.",
    "ext",
    "int.",
    "nst.",
    "app.",
    "dw.",
    "dw",
    "доб",
    "внутр.",
    "внутр",
    "int",
    "anx.",
    "anx",
    "ramal",
    "tst.",
    "tst",
    "内線",
    "内线",
    "转",
    "שלוחה",
    "x",
    "#",
];
/// What stands before a number.
#[rustfmt::skip]
const LABELS: [&str; 18] = [
    "telephone", "telefon", "mobile", "mobil", "phone", "handy", "tel.", "tel", "tél.", "tél", "cell", "fon", "t.", "m.",
    "📞", "📱", "☎\u{fe0f}", "☎",
];

/// The form of a phone number in which it is compared and dialled: `+4930123456;ext=5` (RFC 3966), from
/// `+49 (0)30 123 456 ext. 5`. A number without its country keeps its digits as they are: `030123456`. None for what is
/// no phone number.
pub fn phone_form(typed: &str) -> Option<String> {
    let line = clean_line(typed).to_lowercase();
    let line = LABELS.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(&line);
    let line = without_remark(line.trim_start_matches([':', ' ', '\u{ff1a}']));
    let end = line.find(|c: char| c.is_alphabetic() || matches!(c, ';' | ',' | '#' | '='));
    let (number, rest) = line.split_at(end.unwrap_or(line.len()));
    let extension = if rest.is_empty() { None } else { Some(extension(rest)?) };
    // What stands open before an extension: "(ext. 5)", "- 5".
    let number = main_number(number.trim_end_matches(['(', ' ']))?;
    Some(match extension {
        Some(extension) => format!("{number};ext={extension}"),
        None => number,
    })
}

/// Without what is said of the number behind it: `(private)`.
fn without_remark(line: &str) -> &str {
    let remark = line.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    match remark {
        Some((number, remark)) if !remark.chars().any(|c| digit(c).is_some()) => number.trim_end(),
        _ => line,
    }
}

fn main_number(text: &str) -> Option<String> {
    let (mut digits, mut plus, mut groups) = (String::new(), false, Vec::new());
    for c in text.chars() {
        match c {
            _ if digit(c).is_some() => digits.extend(digit(c).map(|d| char::from(b'0' + d))),
            '+' | '＋' if digits.is_empty() && !plus => plus = true,
            '(' | '（' => groups.push(digits.len()),
            ')' | '）' => {
                let begins = groups.pop()?;
                // The zero that is dialled within the country only: +49 (0)30.
                if &digits[begins..] == "0" && (plus || digits.starts_with("00")) && begins > 0 {
                    digits.truncate(begins);
                }
            }
            '-' | '/' | '.' | ' ' | '[' | ']' | '_' | '~' | '·' | '•' | '\'' | '’' => {}
            '\u{2010}'..='\u{2015}' | '−' | '－' | '／' | '．' | '﹣' | '\u{2043}' | '\u{30fc}' => {}
            _ => return None,
        }
    }
    let digits = match digits.strip_prefix("00").filter(|_| !plus) {
        Some(rest) => {
            plus = true;
            rest.to_string()
        }
        None => digits,
    };
    let fits = DIGITS.contains(&digits.len()) && groups.is_empty() && !(plus && digits.starts_with('0'));
    fits.then(|| format!("{}{digits}", if plus { "+" } else { "" }))
}

fn extension(before: &str) -> Option<String> {
    let text = before.trim_start_matches([';', ',', ' ']);
    // A phone's own sign for a pause needs no word: "+1 555 1234567,5".
    let paused = text.len() < before.len() && before.starts_with(',');
    let rest = EXTENSIONS.iter().find_map(|word| text.strip_prefix(word)).or(paused.then_some(text))?;
    let rest = rest.trim_matches(['.', ':', '=', ' ', '-', '(', ')', '#', '\u{2011}']);
    let digits: Option<String> =
        rest.chars().filter(|c| *c != ' ').map(|c| digit(c).map(|d| char::from(b'0' + d))).collect();
    digits.filter(|digits| EXTENSION_DIGITS.contains(&digits.len()))
}

/// Where an extension ends that stands right behind a number in a text: ` (ext. 5)`, `;ext=5`, ` Durchwahl 5`.
#[cfg(feature = "ssr")]
pub fn extension_end(behind: &str) -> Option<usize> {
    let begin = behind.find(|c: char| !c.is_whitespace() && !";,-–/(".contains(c))?;
    let rest = &behind[begin..];
    let is_word = |word: &&&str| rest.get(..word.len()).is_some_and(|head| head.to_lowercase() == **word);
    let word = EXTENSIONS.iter().find(is_word).filter(|_| begin <= 4)?;
    let rest = &rest[word.len()..];
    let number = rest.trim_start_matches(|c: char| c.is_whitespace() || ".:=-(".contains(c));
    let digits = number.chars().take_while(|c| digit(*c).is_some());
    let behind_it = number.trim_start_matches(|c| digit(c).is_some());
    let fits = EXTENSION_DIGITS.contains(&digits.count()) && !behind_it.starts_with(char::is_alphanumeric);
    let bracket = behind[..behind.len() - behind_it.len()].contains('(') && behind_it.starts_with(')');
    fits.then_some(behind.len() - behind_it.len() + usize::from(bracket))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_have_one_form() {
        for (typed, form) in [
            ("+49 30 123456", "+4930123456"),
            ("+49 (30) 123-45/6", "+4930123456"),
            ("+49 (0)30 / 123 456", "+4930123456"),
            ("0049 30 123456", "+4930123456"),
            ("0049 (0) 30 123456", "+4930123456"),
            ("(+49) 30 123456", "+4930123456"),
            ("0049 (0)30 123456", "+4930123456"),
            ("0041 (0)44 668 18 00", "+41446681800"),
            ("030 123456", "030123456"),
            ("(030) 123456", "030123456"),
            ("12345", "12345"),
            // As pasted from contacts.
            ("\u{202a}+49\u{a0}30\u{a0}123456\u{202c}", "+4930123456"),
            ("\u{2068}+49 30 123456\u{2069}", "+4930123456"),
            ("\u{200e}+49\u{202f}30\u{2009}123\u{2011}456\u{200f}", "+4930123456"),
            ("+49\u{2060}30\u{200b}123456\u{feff}", "+4930123456"),
            ("+49–30–123—456", "+4930123456"),
            ("tel:+49-30-123456", "+4930123456"),
            ("Tel.: +49 30 123456", "+4930123456"),
            ("📞 +49 30 123456", "+4930123456"),
            ("☎\u{fe0f} 030 123456", "030123456"),
            ("+49 30 123456 (privat)", "+4930123456"),
            ("+1 (555) 123-4567", "+15551234567"),
            ("+1.555.123.4567", "+15551234567"),
            // Extensions.
            ("+1 555 123-4567 ext. 5", "+15551234567;ext=5"),
            ("+1-555-123-4567;ext=5", "+15551234567;ext=5"),
            ("tel:+1-555-123-4567;ext=05", "+15551234567;ext=05"),
            ("+1 555 123-4567 x5", "+15551234567;ext=5"),
            ("+39 02 1234567 int 5", "+39021234567;ext=5"),
            ("03-1234-5678 内線5", "0312345678;ext=5"),
            ("+55 11 1234-5678 ramal 3", "+551112345678;ext=3"),
            ("03-1234567 שלוחה 5", "031234567;ext=5"),
            ("+1 555 123-4567, Ext 12 34", "+15551234567;ext=1234"),
            ("+1 555 123-4567 (extension: 5)", "+15551234567;ext=5"),
            ("030 123456 Durchwahl 5", "030123456;ext=5"),
            ("030 123456 - Durchwahl: 55", "030123456;ext=55"),
            ("030 123456 DW 5", "030123456;ext=5"),
            ("01 123456 Klappe 55", "01123456;ext=55"),
            ("+1 555 123-4567,,5", "+15551234567;ext=5"),
            ("030 123456 #5", "030123456;ext=5"),
            ("030 123456 App. ٥", "030123456;ext=5"),
            // Other numerals.
            ("٠٣٠ ١٢٣٤٥٦", "030123456"),
            ("+۴۹ ۳۰ ۱۲۳۴۵۶", "+4930123456"),
            ("＋４９（３０）１２３４５６", "+4930123456"),
            ("०३० १२३४५६", "030123456"),
        ] {
            assert_eq!(phone_form(typed).as_deref(), Some(form), "{typed:?}");
            assert_eq!(phone_form(form).as_deref(), Some(form), "{typed:?}, again");
        }
    }

    #[test]
    fn extensions_end_where_their_digits_do() {
        for (behind, extension) in [
            (" ext. 5, or", " ext. 5"),
            (";ext=5", ";ext=5"),
            (" Durchwahl: 55.", " Durchwahl: 55"),
            (" (DW 5) or", " (DW 5)"),
            (" - Klappe ٥", " - Klappe ٥"),
            (" x5", " x5"),
        ] {
            assert_eq!(extension_end(behind).map(|end| &behind[..end]), Some(extension), "{behind:?}");
        }
        for none in ["", " ", " or 5", ", 5", " external 5", " ext 5th", " ext. 123456789", " extra", " ext"] {
            assert_eq!(extension_end(none), None, "{none:?}");
        }
    }

    #[test]
    fn what_is_no_phone_number_is_none() {
        for typed in [
            "",
            "call me",
            "1234",
            "+",
            "+49 30 123456 or 7",
            "030 123456 / 0171 1234567",
            "++49 30 123456",
            "49+30123456",
            "030 12(3456",
            "030 123)456",
            "+49 30 123456 ext.",
            "+49 30 123456 ext 123456789",
            "ext. 5",
            "1-800-FLOWERS",
            "030 123456 <b>",
            "a@b.example",
            "+0 30 123456",
            "1234567890123456",
            "030 123456;phone-context=x",
        ] {
            assert_eq!(phone_form(typed), None, "{typed:?}");
        }
    }
}

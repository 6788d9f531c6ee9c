//! Numbers as people write them.

/// The text is no whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// Digits of other scripts, by their zero: Arabic, Persian, Devanagari, and the wide ones of East Asia.
const ZEROS: [u32; 4] = [0x660, 0x6f0, 0x966, 0xff10];
/// Currency words beside an amount.
const CURRENCIES: [&str; 12] = ["eur", "euro", "euros", "usd", "chf", "gbp", "fr.", "fr", "sek", "pln", "zł", "kr"];

/// Reads a whole number: `60.000`, `60,000`, `60 000` with any space, `60'000`, `60k`, `€ 60,000`, `60.000,-`. None for
/// an empty text. A fraction is no whole number, but for `60.000,00`. An overflow saturates.
pub fn read_number(text: &str) -> Result<Option<i64>, NotANumber> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let (negative, plain) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest.to_string()),
        None => (false, plain.trim_start_matches('+').to_string()),
    };
    let amount = without_currency(&plain);
    let amount = amount.strip_suffix(",-").or(amount.strip_suffix(".-")).unwrap_or(amount);
    let (digits, thousands) = match ["tsd.", "tsd", "k"].iter().find_map(|word| amount.strip_suffix(word)) {
        Some(digits) => (digits, true),
        None => (amount, false),
    };
    let (whole, fraction) = split(digits).ok_or(NotANumber)?;
    let number = match (thousands, fraction.len()) {
        (false, 0..=2) if fraction.bytes().all(|b| b == b'0') => number(&whole),
        // `1.5k`
        (true, 0..=3) => number(&format!("{whole}{fraction:0<3}")),
        _ => return Err(NotANumber),
    };
    Ok(Some(if negative { -number } else { number }))
}

/// Normalises a character: ASCII digits, one apostrophe, one dash, and in lower case what words of pay are made of.
fn plain(c: char) -> char {
    let code = u32::from(c);
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
        return char::from(b'0' + (code - zero) as u8);
    }
    match c {
        '’' | '‘' | '`' | '´' | '＇' => '\'',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '，' | '٬' => ',',
        '．' => '.',
        'Ł' => 'ł',
        _ => c.to_ascii_lowercase(),
    }
}

fn without_currency(text: &str) -> &str {
    let sign = |c: char| matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₺' | '₩' | '฿' | '₴');
    let text = text.trim_matches(sign);
    let word =
        |strip: fn(&str, &'static str) -> Option<usize>| CURRENCIES.iter().filter_map(|word| strip(text, word)).min();
    // The longest matching word leaves the shortest rest.
    let behind = |text: &str, word: &'static str| text.strip_suffix(word).map(str::len);
    let before = |text: &str, word: &'static str| text.strip_prefix(word).map(str::len);
    match (word(behind), word(before)) {
        (Some(left), _) => &text[..left],
        (None, Some(left)) => &text[text.len() - left..],
        (None, None) => text,
    }
}

/// The digits before the decimal point and those behind it, without what stands between thousands.
fn split(text: &str) -> Option<(String, String)> {
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '_');
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return None;
    }
    let marks: Vec<char> = text.chars().filter(|c| is_mark(*c)).collect();
    let groups: Vec<&str> = text.split(is_mark).collect();
    let (last, first) = (*groups.last()?, *groups.first()?);
    // The last mark is a decimal point when no group of three stands behind it, or when it is another than the others.
    let other = marks.len() > 1 && marks.last() != marks.first();
    let decimal = matches!(marks.last(), Some('.' | ',')) && (last.len() != 3 || other || first == "0");
    let (whole, fraction) = if decimal { (&groups[..groups.len() - 1], last) } else { (&groups[..], "") };
    let marks = &marks[..marks.len() - usize::from(decimal)];
    let grouped = whole.len() == 1
        || (marks.iter().all(|mark| *mark == marks[0])
            && (1..=3).contains(&first.len())
            && whole.last().is_some_and(|group| group.len() == 3)
            // India writes groups of two above the thousands.
            && whole[1..].iter().all(|group| group.len() == 3 || (group.len() == 2 && marks[0] == ',')));
    (grouped && !first.is_empty() && !(decimal && fraction.is_empty())).then(|| (whole.concat(), fraction.to_string()))
}

fn number(digits: &str) -> i64 {
    digits.parse().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let written = [
            ("60000", 60_000),
            ("60.000", 60_000),
            ("60,000", 60_000),
            ("60 000", 60_000),
            ("60\u{a0}000", 60_000),
            ("60\u{202f}000", 60_000),
            ("60\u{2009}000 €", 60_000),
            ("60'000", 60_000),
            ("60’000", 60_000),
            ("60_000", 60_000),
            ("60k", 60_000),
            ("60 K", 60_000),
            ("60 Tsd. €", 60_000),
            ("62.5k", 62_500),
            ("62,5k", 62_500),
            ("€ 60,000", 60_000),
            ("60.000 EUR", 60_000),
            ("60.000 Euro", 60_000),
            ("CHF 60'000.-", 60_000),
            ("60.000,-", 60_000),
            ("60.000,–", 60_000),
            ("60.000,00", 60_000),
            ("60,000.00", 60_000),
            ("$60,000", 60_000),
            ("1.234.567", 1_234_567),
            ("1,00,000", 100_000),
            ("٦٠٠٠٠", 60_000),
            ("６００００", 60_000),
            ("+5", 5),
            ("0", 0),
            ("007", 7),
            ("-1", -1),
            ("−60.000", -60_000),
            ("99999999999999999999", i64::MAX),
            ("99999999999999999k", i64::MAX),
        ];
        for (text, number) in written {
            assert_eq!(read_number(text), Ok(Some(number)), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_number_is_none() {
        for text in ["", " ", "\u{a0}"] {
            assert_eq!(read_number(text), Ok(None), "{text:?}");
        }
        let none = [
            "sixty",
            "60.5",
            "60,50",
            "0.500",
            "6.0.0",
            "60.00.000",
            "1.23",
            "60-70k",
            "50.000-60.000",
            "60.000.",
            ".5",
            ",",
            "-",
            "€",
            "k",
            "12 %",
            "60k k",
            "60kk",
            "1e5",
            "0x10",
            "60.000,000",
            "60m",
            "1'2",
        ];
        for text in none {
            assert_eq!(read_number(text), Err(NotANumber), "{text}");
        }
    }
}

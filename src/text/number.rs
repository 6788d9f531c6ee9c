//! Numbers and money as people write them.

use serde::{Deserialize, Serialize};

use super::invisible::{is_blank, is_ignorable};

/// An amount of money, in hundredths of its currency: the hour for 15.50.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Amount(pub i64);

impl Amount {
    /// So many whole units.
    pub const fn whole(units: i64) -> Self {
        Self(units.saturating_mul(100))
    }

    /// Whole units; a part of one counts as one, so that what is at least this is at least the amount.
    pub fn units_up(self) -> i64 {
        self.0 / 100 + i64::from(self.0 % 100 > 0)
    }

    /// Whether there is more than whole units.
    pub fn has_hundredths(self) -> bool {
        self.0 % 100 != 0
    }

    /// As forms and addresses hold it: `60000`, `15.50`.
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, hundredths) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match hundredths {
            0 => format!("{sign}{units}"),
            _ => format!("{sign}{units}.{hundredths:02}"),
        }
    }
}

/// Why a text is no amount: what its beginning says, if that is an amount, and the first sign that is no part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    pub read: Option<Amount>,
    pub sign: Option<char>,
}

/// Words beside an amount, and the currencies that they may mean (ISO 4217); none where Jobi knows no such currency.
#[rustfmt::skip]
const CURRENCY_WORDS: [(&str, &[&str]); 45] = [
    ("euros", &["EUR"]), ("euro", &["EUR"]), ("eur", &["EUR"]), ("usd", &["USD"]), ("us$", &["USD"]),
    ("gbp", &["GBP"]), ("chf", &["CHF"]), ("sfr.", &["CHF"]), ("sfr", &["CHF"]), ("fr.", &["CHF"]), ("fr", &["CHF"]),
    ("pln", &["PLN"]), ("zł", &["PLN"]), ("czk", &["CZK"]), ("kč", &["CZK"]), ("sek", &["SEK"]), ("nok", &["NOK"]),
    ("dkk", &["DKK"]), ("kr.", KRONER), ("kr", KRONER), ("cad", &["CAD"]), ("ca$", &["CAD"]), ("c$", &["CAD"]),
    ("aud", &["AUD"]), ("au$", &["AUD"]), ("a$", &["AUD"]), ("inr", &["INR"]), ("rs.", &["INR"]), ("rs", &["INR"]),
    ("jpy", &["JPY"]), ("yen", &["JPY"]), ("円", &["JPY"]), ("brl", &["BRL"]), ("r$", &["BRL"]), ("元", &[]),
    ("cny", &[]), ("rmb", &[]), ("руб.", &[]), ("руб", &[]), ("rub", &[]), ("try", &[]), ("tl", &[]), ("huf", &[]),
    ("ft", &[]), ("uah", &[]),
];
const KRONER: &[&str] = &["SEK", "NOK", "DKK"];
/// Signs beside an amount, in the same way.
#[rustfmt::skip]
const CURRENCY_SIGNS: [(char, &[&str]); 11] = [
    ('$', &["USD", "CAD", "AUD"]), ('€', &["EUR"]), ('£', &["GBP"]), ('¥', &["JPY"]), ('￥', &["JPY"]), ('₹', &["INR"]),
    ('₽', &[]), ('₺', &[]), ('₩', &[]), ('฿', &[]), ('₴', &[]),
];
/// Words behind a number that make it so many times as much.
const TIMES: [(&str, i64); 23] = [
    ("k", 1_000),
    ("tsd.", 1_000),
    ("tsd", 1_000),
    ("tys.", 1_000),
    ("tys", 1_000),
    ("тыс.", 1_000),
    ("тыс", 1_000),
    ("thousand", 1_000),
    ("tausend", 1_000),
    ("tis.", 1_000),
    ("tis", 1_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("lakhs", 100_000),
    ("lakh", 100_000),
    ("lacs", 100_000),
    ("lac", 100_000),
    ("mio.", 1_000_000),
    ("mio", 1_000_000),
    ("million", 1_000_000),
    ("crores", 10_000_000),
    ("crore", 10_000_000),
    ("億", 100_000_000),
];

/// Reads an amount: `60.000`, `60,000`, `60 000` with any space, `60'000`, `60k`, `€ 60,000`, `60.000,-`, `60.000,00`,
/// `15.50`, `17,80`. None for an empty text. Behind a decimal point stand one or two digits; three are thousands. An
/// overflow saturates.
pub fn read_amount(text: &str) -> Result<Option<Amount>, Unread> {
    let plain = plain(text);
    if plain.is_empty() {
        return Ok(None);
    }
    parse(&plain).map(Some).ok_or_else(|| unread(&plain))
}

/// The currencies that a text with an amount may mean; none where it names no currency.
pub fn currencies_named(text: &str) -> Option<&'static [&'static str]> {
    let plain = plain(text);
    let beside = |word: &str| plain.starts_with(word) || plain.ends_with(word);
    // Of several words the longest is meant: `ca$`, not `a$`.
    let words = CURRENCY_WORDS.iter().filter(|(word, _)| beside(word)).max_by_key(|(word, _)| word.len());
    let sign = || CURRENCY_SIGNS.iter().find(|(sign, _)| plain.contains(*sign)).map(|(_, codes)| *codes);
    words.map(|(_, codes)| *codes).or_else(sign)
}

fn parse(plain: &str) -> Option<Amount> {
    let without = without_currency(plain);
    let (negative, rest) = match without.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, without.strip_prefix('+').unwrap_or(without)),
    };
    let amount = without_currency(rest.trim_start());
    let amount =
        [",--", ".--", ",-", ".-", "/-", ":-"].iter().find_map(|end| amount.strip_suffix(end)).unwrap_or(amount);
    let (digits, times) = TIMES
        .iter()
        .find_map(|(word, times)| Some((amount.strip_suffix(word)?.trim_end(), *times)))
        .unwrap_or((amount, 1));
    let (whole, fraction) = split(digits)?;
    let most = if times == 1 { 2 } else { 3 };
    if fraction.len() > most {
        return None;
    }
    let whole: i128 = whole.parse().unwrap_or(i128::from(i64::MAX));
    let thousandths: i128 = format!("{fraction:0<3}").parse().ok()?;
    let hundredths = whole.saturating_mul(100 * i128::from(times)) + thousandths * i128::from(times) / 10;
    let hundredths = i64::try_from(hundredths).unwrap_or(i64::MAX);
    Some(Amount(if negative { -hundredths } else { hundredths }))
}

/// What of a text can be read: the longest beginning that is an amount, and the sign behind it.
fn unread(plain: &str) -> Unread {
    let begins = |at: usize| parse(plain[..at].trim_end()).map(|read| (at, read));
    let found = plain.char_indices().map(|(at, _)| at).rev().filter(|at| *at > 0).find_map(begins);
    let (at, read) = found.map_or((0, None), |(at, read)| (at, Some(read)));
    let mut rest = plain[at..].chars().filter(|c| !c.is_whitespace());
    let sign = match read {
        Some(_) => rest.next(),
        None => rest.find(|c| !c.is_ascii_digit() && !is_mark(*c)),
    };
    Unread { read, sign }
}

/// Writes a text with ASCII digits, one apostrophe, one dash, and words in lower case; between digits, any white space
/// is one space, elsewhere there is none.
fn plain(text: &str) -> String {
    let (mut out, mut space) = (String::new(), false);
    for c in text.chars().filter(|c| !is_ignorable(*c)) {
        if c.is_whitespace() || is_blank(c) || c.is_control() {
            space = true;
            continue;
        }
        let c = plain_sign(c);
        if space && c.is_ascii_digit() && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(' ');
        }
        space = false;
        out.extend(c.to_lowercase());
    }
    // Thousands of euros, as bookkeepers write them.
    match out.strip_prefix("teur").or_else(|| out.strip_prefix("t€")) {
        Some(amount) => format!("{amount}tsdeur"),
        None => out.replace("t€", "tsd€").replace("teur", "tsdeur"),
    }
}

fn plain_sign(c: char) -> char {
    if let Some(digit) = digit(c) {
        return char::from(b'0' + digit);
    }
    match c {
        '’' | '‘' | '`' | '´' | '′' | 'ʼ' | '＇' | '˙' => '\'',
        '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '－' | '﹣' => '-',
        '，' | '٬' | '、' | '‚' => ',',
        '．' | '٫' | '·' => '.',
        '＋' => '+',
        '＄' => '$',
        'ｋ' | 'Ｋ' => 'k',
        _ => c,
    }
}

/// Decimal digits of other scripts, by their zero (Unicode's Nd, of the scripts that people write numbers in).
const ZEROS: [u32; 23] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x17e0, 0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7ec,
];

/// The value of a decimal digit, of any script.
pub fn digit(c: char) -> Option<u8> {
    let code = u32::from(c);
    match c.to_digit(10) {
        Some(digit) => Some(digit as u8),
        None => ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| (code - zero) as u8),
    }
}

fn without_currency(text: &str) -> &str {
    let sign = |c: char| CURRENCY_SIGNS.iter().any(|(sign, _)| *sign == c);
    // The longest matching word leaves the shortest rest.
    let shortest = |strip: fn(&'static str, &str) -> Option<usize>| {
        CURRENCY_WORDS.iter().filter_map(|(word, _)| strip(word, text)).min()
    };
    let behind = shortest(|word, text| text.strip_suffix(word).map(str::len));
    let before = shortest(|word, text| text.strip_prefix(word).map(str::len));
    let text = match (behind, before) {
        (Some(left), _) => &text[..left],
        (None, Some(left)) => &text[text.len() - left..],
        (None, None) => text.trim_matches(sign),
    };
    text.trim()
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '_' | ' ')
}

/// The digits before the decimal point and those behind it, without what stands between thousands.
fn split(text: &str) -> Option<(String, String)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_beside_an_amount_is_known() {
        for (text, codes) in [
            ("60000", None),
            ("60k", None),
            ("60 Tsd.", None),
            ("5 lakh", None),
            ("$60k", Some(&["USD", "CAD", "AUD"][..])),
            ("60.000 €", Some(&["EUR"])),
            ("60 T€", Some(&["EUR"])),
            ("TEUR 60", Some(&["EUR"])),
            ("CA$ 60k", Some(&["CAD"])),
            ("US$60k", Some(&["USD"])),
            ("R$ 60.000", Some(&["BRL"])),
            ("CHF 80'000.-", Some(&["CHF"])),
            ("Fr. 80'000", Some(&["CHF"])),
            ("60 000 kr", Some(&["SEK", "NOK", "DKK"])),
            ("₹60,000/-", Some(&["INR"])),
            ("60 tys. zł", Some(&["PLN"])),
            ("60000元", Some(&[])),
            ("60 000 ₽", Some(&[])),
        ] {
            assert_eq!(currencies_named(text), codes, "{text}");
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let whole = [
            ("60000", 60_000),
            ("60.000", 60_000),
            ("60,000", 60_000),
            ("60 000", 60_000),
            ("60\u{a0}000", 60_000),
            ("60\u{202f}000", 60_000),
            ("60\u{2009}000 €", 60_000),
            ("60\u{2003}000", 60_000),
            ("\u{200f}60\u{200b}000\u{feff}", 60_000),
            ("60'000", 60_000),
            ("60’000", 60_000),
            ("60ʼ000", 60_000),
            ("60_000", 60_000),
            ("60k", 60_000),
            ("60 K", 60_000),
            ("60 k €", 60_000),
            ("€60k", 60_000),
            ("60 Tsd. €", 60_000),
            ("60 T€", 60_000),
            ("60 TEUR", 60_000),
            ("TEUR 60", 60_000),
            ("60000:-", 60_000),
            ("60 tis. Kč", 60_000),
            ("60 000 руб.", 60_000),
            ("60.000 TL", 60_000),
            ("60000元", 60_000),
            ("6萬円", 60_000),
            ("1億円", 100_000_000),
            ("1.5 Lakhs", 150_000),
            ("2 crore", 20_000_000),
            ("60 thousand", 60_000),
            ("60 tys. zł", 60_000),
            ("6万円", 60_000),
            ("62.5k", 62_500),
            ("62,5k", 62_500),
            ("1.2 Mio. €", 1_200_000),
            ("€ 60,000", 60_000),
            ("60.000 €", 60_000),
            ("60.000 EUR", 60_000),
            ("60.000 Euro", 60_000),
            ("CHF 60'000.-", 60_000),
            ("Fr. 60'000.—", 60_000),
            ("US$ 60,000", 60_000),
            ("R$ 60.000", 60_000),
            ("60 000 Kč", 60_000),
            ("₹60,000/-", 60_000),
            ("60.000,-", 60_000),
            ("60.000,--", 60_000),
            ("60.000,–", 60_000),
            ("60.000,00", 60_000),
            ("60,000.00", 60_000),
            ("60'000.00", 60_000),
            ("60 000,00", 60_000),
            ("60,000.0", 60_000),
            ("$60,000", 60_000),
            ("1.234.567", 1_234_567),
            ("1 234 567", 1_234_567),
            ("1,00,000", 100_000),
            ("٦٠٠٠٠", 60_000),
            ("٦٠٬٠٠٠", 60_000),
            ("६०,०००", 60_000),
            ("๖๐,๐๐๐", 60_000),
            ("６００００", 60_000),
            ("６０，０００", 60_000),
            ("+5", 5),
            ("0", 0),
            ("007", 7),
            ("-1", -1),
            ("− 60.000", -60_000),
            ("€ -5", -5),
            ("-€5", -5),
        ];
        for (text, units) in whole {
            assert_eq!(read_amount(text), Ok(Some(Amount::whole(units))), "{text}");
        }
        let hundredths = [
            ("15.50", 1_550),
            ("17,80", 1_780),
            ("15.5", 1_550),
            ("€ 17,80", 1_780),
            ("17.80 €", 1_780),
            ("17٫80", 1_780),
            ("0.99", 99),
            ("1,234.56", 123_456),
            ("1.234,56", 123_456),
            ("1 234,56", 123_456),
            ("1'234.5", 123_450),
            ("12,34,567.89", 123_456_789),
            ("1.2345k", 0),
        ];
        for (text, amount) in hundredths {
            let read = read_amount(text).ok().flatten().unwrap_or_default();
            assert_eq!(read, Amount(amount), "{text}");
        }
        for text in ["99999999999999999999", "99999999999999999k", &"9".repeat(60)] {
            assert_eq!(read_amount(text), Ok(Some(Amount(i64::MAX))), "{text}");
        }
    }

    #[test]
    fn an_amount_is_written_as_it_is_read() {
        for (amount, text) in [(0, "0"), (6_000_000, "60000"), (1_550, "15.50"), (5, "0.05"), (-150, "-1.50")] {
            assert_eq!(Amount(amount).plain(), text);
            assert_eq!(read_amount(text), Ok(Some(Amount(amount))));
        }
        assert_eq!([1_500, 1_501, 1_599, 0].map(|a| Amount(a).units_up()), [15, 16, 16, 0]);
    }

    #[test]
    fn of_what_is_no_amount_it_is_told_what_was_read() {
        for text in ["", " ", "\u{a0}", "\u{200b}"] {
            assert_eq!(read_amount(text), Ok(None), "{text:?}");
        }
        let none: [(&str, Option<i64>, Option<char>); 24] = [
            ("sixty", None, Some('s')),
            ("0.500", Some(50), Some('0')),
            ("6.0.0", Some(600), Some('.')),
            ("60.00.000", Some(6_000), Some('.')),
            ("60-70k", Some(6_000), Some('-')),
            ("50.000–60.000", Some(5_000_000), Some('-')),
            ("50000 to 60000", Some(5_000_000), Some('t')),
            ("50 60", Some(5_000), Some('6')),
            ("60.000.", Some(6_000_000), Some('.')),
            (".5", None, None),
            (",", None, None),
            ("-", None, Some('-')),
            ("€", None, Some('€')),
            ("k", None, Some('k')),
            ("12 %", Some(1_200), Some('%')),
            ("60k k", Some(6_000_000), Some('k')),
            ("1e5", Some(100), Some('e')),
            ("0x10", Some(0), Some('x')),
            ("60.000,000", Some(6_000_000), Some('0')),
            ("60m", Some(6_000), Some('m')),
            ("1'2", Some(100), Some('\'')),
            ("15.50/h", Some(1_550), Some('/')),
            ("ca. 50", None, Some('c')),
            ("1.2345", Some(123_400), Some('5')),
        ];
        for (text, read, sign) in none {
            assert_eq!(read_amount(text), Err(Unread { read: read.map(Amount), sign }), "{text}");
        }
    }
}

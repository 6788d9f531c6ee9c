//! One spelling for what people write in several: what is kept for a search and what is asked are folded by this alone.

use unicode_normalization::{UnicodeNormalization, char::decompose_canonical, char::is_combining_mark};

use super::invisible::is_ignorable;

/// A text in one spelling: lower case, without accents; ligatures, wide and joined letters taken apart; what is not to
/// be seen is gone. Only the letters stay that people write in two ways, which [`spellings`] gives.
pub fn fold(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(|c| if is_sign_of_letters(c) { ' ' } else { c });
    let mut out = String::with_capacity(text.len());
    for c in seen.nfkc().flat_map(char::to_lowercase) {
        match c {
            ..'\u{80}' | 'ä' | 'ö' | 'ü' | 'ø' | 'å' => out.push(c),
            _ => decompose_canonical(c, |part| add_letter(&mut out, part)),
        }
    }
    // Only letters of scripts that need their marks have any left: 'が', '한'.
    if out.is_ascii() { out } else { out.nfc().collect() }
}

fn add_letter(out: &mut String, c: char) {
    match c {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ł' | 'ƚ' => out.push('l'),
        'đ' | 'ð' | 'ɖ' => out.push('d'),
        'ħ' => out.push('h'),
        'ı' | 'ɨ' => out.push('i'),
        'ŋ' => out.push('n'),
        'ŧ' => out.push('t'),
        'ĸ' => out.push('k'),
        'ƶ' => out.push('z'),
        'ə' => out.push('e'),
        'ς' => out.push('σ'),
        // Persian, Urdu and Arabic letters that are told apart by their keyboards, mostly.
        'ى' | 'ی' => out.push('ي'),
        'ک' => out.push('ك'),
        'ة' | 'ہ' | 'ھ' => out.push('ه'),
        'ґ' => out.push('г'),
        '♯' => out.push('#'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' => out.push('-'),
        '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' => out.push('\''),
        c if is_accent(c) => {}
        c => out.push(c),
    }
}

/// What folded words are searched for as: `ä` is written as `ae` or, where a keyboard has none, as `a`; `å` as `aa`,
/// `ø` as `oe`. The first is the one without.
pub fn spellings(folded: &str) -> Vec<String> {
    let spelt = |umlauts: bool, rings: bool| -> String {
        let letter = |c| match c {
            'ä' => if umlauts { "ae" } else { "a" }.to_string(),
            'ö' | 'ø' => if umlauts { "oe" } else { "o" }.to_string(),
            'ü' => if umlauts { "ue" } else { "u" }.to_string(),
            'å' => if rings { "aa" } else { "a" }.to_string(),
            c => c.to_string(),
        };
        folded.chars().map(letter).collect()
    };
    if folded.is_ascii() {
        return vec![folded.to_string()];
    }
    let mut all = vec![spelt(false, false)];
    for other in [spelt(true, false), spelt(false, true), spelt(true, true)] {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}

/// Letters, digits, and the marks that scripts write their vowels with.
pub fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Accents of Latin, Greek and Cyrillic letters, and the vowels that Hebrew and Arabic may leave out.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        // The dot below letters of India that marks sounds of other languages.
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{cbc}')
}

/// What nobody sees, and the line that makes an Arabic word longer.
fn is_invisible(c: char) -> bool {
    is_ignorable(c) || c == '\u{640}'
}

/// Signs that would become letters of the word before them: `Java™`.
fn is_sign_of_letters(c: char) -> bool {
    matches!(c, '™' | '℠' | '℡' | '®' | '©')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_one_spelling() {
        for (text, folded) in [
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("Łódź łodz", "lodz lodz"),
            ("ＩＴ ｎｏｄｅ．ｊｓ　Ｃ＃", "it node.js c#"),
            ("Cafe\u{301} Café", "cafe cafe"),
            ("Ærø æro œuvre", "aerø aero oeuvre"),
            ("İstanbul ISPARTA ırmak", "istanbul isparta irmak"),
            ("Þór Đorđe Ħal", "thor dorde hal"),
            ("ﬁnance oﬃce", "finance office"),
            ("Sof\u{ad}tware\u{200b}ent\u{2060}wickler", "softwareentwickler"),
            ("Java™ ®", "java   "),
            ("ΟΔΥΣΣΕΎΣ Αθήνα", "οδυσσευσ αθηνα"),
            ("Ёлка ёлка", "елка елка"),
            ("ﾌﾟﾛｸﾞﾗﾏ", "プログラマ"),
            ("한국어", "한국어"),
            ("हिन्दी", "हिन्दी"),
            ("مُدِير", "مدير"),
            ("کاریابی", "كاريابي"),
            ("مدرسة", "مدرسه"),
            ("Ґанок", "ганок"),
            ("क़लम", "कलम"),
            ("A\u{308}rzte", "ärzte"),
            ("Co‑working – Node’s", "co-working - node's"),
            ("C♯", "c#"),
            ("𝐁𝐨𝐥𝐝 ①", "bold 1"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn some_letters_are_written_in_two_ways() {
        for (text, all) in [
            ("rust", vec!["rust"]),
            ("Müller", vec!["muller", "mueller"]),
            ("Ärztinnen", vec!["arztinnen", "aerztinnen"]),
            ("Søren", vec!["soren", "soeren"]),
            ("Århus", vec!["arhus", "aarhus"]),
            ("Åsö", vec!["aso", "asoe", "aaso", "aasoe"]),
            ("naïve", vec!["naive"]),
        ] {
            assert_eq!(spellings(&fold(text)), all, "{text}");
        }
    }
}

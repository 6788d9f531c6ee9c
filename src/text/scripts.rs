//! Scripts that put no spaces between words.

/// Letters of scripts that put no space between words: a word is found within others, and an address may stand right
/// beside them.
#[cfg(feature = "ssr")]
pub fn is_unspaced(c: char) -> bool {
    is_east_asian(c) || is_south_east_asian(c)
}

/// Chinese and Japanese.
#[cfg(feature = "ssr")]
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Thai, Lao, Tibetan, Burmese, Khmer and their neighbours: where a line may break, a sign that nobody sees may say so.
pub fn is_south_east_asian(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aaf}')
}

/// Letters whose words are found within others by pairs: those of unspaced scripts, and the syllables of Korean, whose
/// compounds are written with spaces or without.
#[cfg(feature = "ssr")]
pub fn is_paired(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}')
}

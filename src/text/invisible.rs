//! Which characters nobody sees, and where some of them are needed all the same.

use std::ops::RangeInclusive;

use super::scripts::is_south_east_asian;

/// Invisible signs: Unicode's Default_Ignorable_Code_Point, which has the controls of the writing direction, and signs
/// that stand for something that is not there.
const IGNORABLE: [RangeInclusive<u32>; 23] = [
    0xad..=0xad,
    0x34f..=0x34f,
    0x61c..=0x61c,
    0x115f..=0x1160,
    0x17b4..=0x17b5,
    0x180b..=0x180f,
    0x200b..=0x200f,
    0x202a..=0x202e,
    0x2060..=0x206f,
    0x3164..=0x3164,
    0xfdd0..=0xfdef,
    0xfe00..=0xfe0f,
    0xfeff..=0xfeff,
    0xffa0..=0xffa0,
    0xfff0..=0xfffc,
    0xfffe..=0xffff,
    0x16fe4..=0x16fe4,
    0x1bca0..=0x1bca3,
    0x1d173..=0x1d17a,
    0x1fffe..=0x1ffff,
    0xe0000..=0xe0fff,
    0xefffe..=0xeffff,
    0xffffe..=0x10ffff,
];

/// Marks of the scripts that most people write: what the browser needs, to say whether something was typed at all. The
/// server has all of them.
#[cfg(any(test, not(feature = "ssr")))]
const MARKS: [RangeInclusive<u32>; 12] = [
    0x300..=0x36f,
    0x483..=0x489,
    0x591..=0x5bd,
    0x610..=0x61a,
    0x64b..=0x65f,
    0x93a..=0x93c,
    0x93e..=0x94f,
    0xe34..=0xe3a,
    0x1ab0..=0x1ace,
    0x1dc0..=0x1dff,
    0x20d0..=0x20f0,
    0xfe20..=0xfe2f,
];

fn is_in(ranges: &[RangeInclusive<u32>], c: char) -> bool {
    ranges.iter().any(|range| range.contains(&u32::from(c)))
}

/// Whether a character is never seen.
pub fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && is_in(&IGNORABLE, c)
}

/// Whether a character takes room and shows nothing, though it is no white space.
pub fn is_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{13441}' | '\u{13442}' | '\u{1d159}')
}

/// Whether a character is a mark on the one before it (general category M).
pub fn is_mark(c: char) -> bool {
    #[cfg(feature = "ssr")]
    return unicode_normalization::char::is_combining_mark(c);
    #[cfg(not(feature = "ssr"))]
    is_in(&MARKS, c)
}

/// Whether an invisible character is needed between these two, so that they look as they should.
pub fn keeps(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before.filter(|b| !b.is_whitespace() && !b.is_control()) else { return false };
    let after = after.filter(|a| !a.is_whitespace() && !a.is_control());
    match c {
        // A joiner: of emoji, or of letters that change their form beside others.
        '\u{200d}' if is_picture(before) || is_on_picture(before) => after.is_some_and(is_picture),
        '\u{200d}' => changes_form(before),
        '\u{200c}' => changes_form(before) && after.is_some_and(changes_form),
        // Which of two forms: of an emoji, a digit of a key, a sign of mathematics, a Chinese character.
        '\u{fe00}'..='\u{fe0f}' => {
            matches!(before, '0'..='9' | '#' | '*')
                || (before >= '\u{a9}' && !before.is_alphabetic() && !is_ignorable(before))
                || is_ideograph(before)
                || is_picture(before)
        }
        '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        '\u{180b}'..='\u{180f}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        // Old Korean syllables without one of their parts.
        '\u{115f}' => matches!(after, Some('\u{1161}'..='\u{11a7}')),
        '\u{1160}' => matches!(before, '\u{1100}'..='\u{115e}') && matches!(after, Some('\u{11a8}'..='\u{11ff}')),
        // Where a line may break, in scripts without spaces between words.
        '\u{200b}' => is_south_east_asian(before) && after.is_some_and(is_south_east_asian),
        _ => false,
    }
}

fn is_picture(c: char) -> bool {
    matches!(c, '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

/// What can stand on an emoji, before a joiner: that it is coloured. A skin tone is a picture itself.
fn is_on_picture(c: char) -> bool {
    c == '\u{fe0f}'
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters of Arabic, Syriac, N'Ko, Mandaic, the scripts of India and their neighbours, and Mongolian.
fn changes_form(c: char) -> bool {
    let is_letter = c.is_alphanumeric() || is_mark(c);
    is_letter
        && matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{1a20}'..='\u{1cff}' | '\u{a800}'..='\u{abff}' | '\u{fb50}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_knows_of_marks_the_server_knows_too() {
        for c in MARKS.into_iter().flatten().filter_map(char::from_u32) {
            assert!(is_mark(c), "{:x}", u32::from(c));
        }
        assert!(!is_mark('a') && !is_mark('€') && !is_mark('字'));
    }

    #[test]
    fn what_is_ignorable_is_in_order_and_no_letter() {
        assert!(IGNORABLE.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        for c in ['a', ' ', '\n', '\u{a0}', 'ß', 'ア', '👍', '\u{fffd}', '\u{2011}', '\u{2010}', '\u{180a}', '\u{1100}']
        {
            assert!(!is_ignorable(c), "{c:?}");
        }
    }
}

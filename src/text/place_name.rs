//! One spelling for what names of places abbreviate: `St. Pölten`, `Freiburg i. Br.`, `Rothenburg o. d. T.`

use super::fold::{fold, is_letter, spellings};

/// What is a saint, folded.
const SAINTS: [&str; 8] = ["sankt", "sanct", "skt", "st", "saint", "sainte", "ste", "sint"];
/// Small words between two names.
const SMALL: [&str; 19] = [
    "a", "d", "am", "an", "der", "im", "i", "in", "v", "vor", "o", "ob", "b", "bei", "u", "unter", "dem", "den", "auf",
];
/// Names behind others that are abbreviated, each behind small words that begin so.
const ABBREVIATED: [(&str, &str, &str); 14] = [
    ("a", "h", "havel"),
    ("a", "s", "saale"),
    ("a", "rbge", "rubenberge"),
    ("i", "br", "breisgau"),
    ("a", "m", "main"),
    ("a", "n", "neckar"),
    ("a", "rh", "rhein"),
    ("o", "t", "tauber"),
    ("v", "h", "höhe"),
    ("i", "opf", "oberpfalz"),
    ("i", "ow", "odenwald"),
    ("i", "allg", "allgäu"),
    ("i", "westf", "westfalen"),
    ("a", "d", "donau"),
];
/// What Chinese, Japanese and Korean put behind the name of a city.
const ENDINGS: [&str; 10] = ["特別市", "특별시", "광역시", "都", "市", "府", "県", "縣", "省", "시"];

/// The words of a place's name, folded, with what is abbreviated written out, and without small words between others.
pub fn name_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let all: Vec<&str> = folded.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    let mut words: Vec<String> = Vec::new();
    let mut small: Vec<&str> = Vec::new();
    for (at, word) in all.iter().enumerate() {
        let behind_name = words.last().is_some_and(|before| before.chars().count() > 2 || before == "st");
        let ends = at + 1 == all.len();
        // The river of `a. d. Donau` is the last word: `a. d. D.`
        let abbreviated = small.first().and_then(|first| long_name(first, word)).filter(|_| ends);
        if let Some(long) = abbreviated.or_else(|| behind_name.then(|| long_end(word)).flatten().filter(|_| ends)) {
            words.push(long.to_string());
            small.clear();
        } else if behind_name && !ends && SMALL.contains(word) {
            small.push(word);
        } else {
            words.push(if ends { without_ending(word) } else { long_beginning(word) });
            small.clear();
        }
    }
    words
}

fn long_name(small: &str, word: &str) -> Option<&'static str> {
    ABBREVIATED.iter().find(|(first, short, _)| small.starts_with(first) && *short == word).map(|(.., long)| *long)
}

/// What is abbreviated without small words, or with one sign before: `Frankfurt/M.`, `Freiburg/Br.`
fn long_end(word: &str) -> Option<&'static str> {
    match word {
        "m" => Some("main"),
        "o" => Some("oder"),
        "s" => Some("saale"),
        "br" => Some("breisgau"),
        _ => None,
    }
}

/// What stands before a name.
fn long_beginning(word: &str) -> String {
    match word {
        saint if SAINTS.contains(&saint) => "st".to_string(),
        "ft" => "fort".to_string(),
        "mt" => "mount".to_string(),
        "sta" => "santa".to_string(),
        word => without_ending(word),
    }
}

fn without_ending(word: &str) -> String {
    if let Some(street) = word.strip_suffix("str").filter(|street| street.len() > 2) {
        return format!("{street}strasse");
    }
    let short = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).filter(|short| short.chars().count() > 1);
    short.unwrap_or(word).to_string()
}

/// What a place is looked up by: the letters of its name, in every spelling.
pub fn name_keys(words: &[String]) -> Vec<String> {
    spellings(&words.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_spelling() {
        for (name, words) in [
            ("Sankt Gallen", "st gallen"),
            ("St. Gallen", "st gallen"),
            ("St.Gallen", "st gallen"),
            ("Saint-Denis", "st denis"),
            ("St", "st"),
            ("Freiburg im Breisgau", "freiburg breisgau"),
            ("Freiburg i. Br.", "freiburg breisgau"),
            ("Freiburg i.Br.", "freiburg breisgau"),
            ("Frankfurt am Main", "frankfurt main"),
            ("Frankfurt a. M.", "frankfurt main"),
            ("Frankfurt/Main", "frankfurt main"),
            ("Frankfurt/M.", "frankfurt main"),
            ("Frankfurt (Oder)", "frankfurt oder"),
            ("Frankfurt an der Oder", "frankfurt oder"),
            ("Frankfurt a. d. Oder", "frankfurt oder"),
            ("Rothenburg ob der Tauber", "rothenburg tauber"),
            ("Rothenburg o.d.T.", "rothenburg tauber"),
            ("Bad Homburg v. d. Höhe", "bad homburg höhe"),
            ("Bad Homburg vor der Höhe", "bad homburg höhe"),
            ("Garching b. München", "garching münchen"),
            ("Garching bei München", "garching münchen"),
            ("A Coruña", "a coruna"),
            ("L.A.", "l a"),
            ("Am See", "am see"),
            ("東京都", "東京"),
            ("서울특별시", "서울"),
            ("Neustadt an der Weinstraße", "neustadt weinstrasse"),
            ("Neustadt a. d. Weinstr.", "neustadt weinstrasse"),
            ("Brandenburg a. d. H.", "brandenburg havel"),
            ("Mülheim a. d. Ruhr", "mülheim ruhr"),
            ("Ludwigshafen a. Rh.", "ludwigshafen rhein"),
            ("Neumarkt i. d. OPf.", "neumarkt oberpfalz"),
            ("Frankfurt/O.", "frankfurt oder"),
            ("Ft. Worth", "fort worth"),
            ("", ""),
        ] {
            assert_eq!(name_words(name).join(" "), words, "{name}");
        }
    }
}

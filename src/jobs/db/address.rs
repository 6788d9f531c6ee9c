//! What addresses have beside names of places, and what people say around them.

use crate::text::{
    fold::{fold, spellings},
    places::is_place,
};

/// What stands before or behind a name and says that its surroundings are meant, or what it is, folded.
const AREA: [&str; 31] = [
    "raum",
    "grossraum",
    "region",
    "metropolregion",
    "ballungsraum",
    "umgebung",
    "umkreis",
    "umland",
    "nahe",
    "naehe",
    "kanton",
    "canton",
    "cantone",
    "landkreis",
    "greater",
    "area",
    "metro",
    "metropolitan",
    "surroundings",
    "surrounding",
    "environs",
    "alrededores",
    "dintorni",
    "okolice",
    "okoli",
    "omgeving",
    "omegn",
    "agglomeration",
    "grand",
    "provincia",
    "land",
];
/// What stands before a name alone, and says what it is.
const KINDS: [&str; 8] = ["stadt", "city", "ville", "ciudad", "citta", "bezirk", "kreis", "county"];
const OF: [&str; 8] = ["of", "de", "di", "von", "um", "the", "do", "da"];
/// What stands between a name and its surroundings.
const JOINS: [&str; 15] = ["und", "and", "u", "et", "y", "e", "i", "a", "en", "og", "och", "mit", "in", "der", "ses"];

/// Leaves out the postcodes that stand beside a name, and notes them.
pub fn without_postcodes(text: &str, left_out: &mut Vec<String>) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |word: &str| word.trim_matches([',', ';', '|', '(', ')']).to_string();
    let shapes: Vec<String> = words.iter().map(|word| shape(&bare(word))).collect();
    let mut is_code: Vec<bool> = shapes.iter().map(|shape| is_postcode(shape)).collect();
    for (at, pair) in shapes.windows(2).enumerate() {
        if is_postcode_in_two(&pair[0], &pair[1]) {
            is_code[at] = true;
            is_code[at + 1] = true;
        }
    }
    let is_name = |(word, is_code): (&&str, &bool)| !is_code && word.contains(char::is_alphabetic);
    if !words.iter().zip(&is_code).any(is_name) {
        return text.to_string();
    }
    let mut kept = Vec::new();
    for (word, is_code) in words.into_iter().zip(is_code) {
        let code = bare(word);
        if is_code {
            // The commas stay: they part one place from another.
            kept.push(word.replacen(&code, "", 1));
            left_out.push(code);
        } else {
            kept.push(word.to_string());
        }
    }
    kept.join(" ")
}

/// Digits as `9`, letters as `A`; without the letters of a country before digits: `D-10115`.
fn shape(word: &str) -> String {
    let digits = word.split_once('-').filter(|(country, digits)| {
        (1..=3).contains(&country.len())
            && country.bytes().all(|b| b.is_ascii_alphabetic())
            && digits.starts_with(|c: char| c.is_ascii_digit())
    });
    let letter = |c: char| match c {
        '0'..='9' => '9',
        'a'..='z' | 'A'..='Z' => 'A',
        other => other,
    };
    digits.map_or(word, |(_, digits)| digits).chars().map(letter).collect()
}

fn is_postcode(shape: &str) -> bool {
    let joined = shape.strip_suffix("9AA").is_some_and(is_british);
    joined
        || is_british(shape)
        || matches!(
            shape,
            "9999"
                | "99999"
                | "999999"
                | "99-999"
                | "9999-999"
                | "99999-9999"
                | "999-9999"
                | "9999AA"
                | "A9A9A9"
                | "A9A-9A9"
        )
}

/// The first half of a British postcode.
fn is_british(shape: &str) -> bool {
    matches!(shape, "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A")
}

fn is_postcode_in_two(first: &str, second: &str) -> bool {
    match second {
        "9AA" => is_british(first),
        "9A9" => first == "A9A",
        "99" => first == "999",
        "AA" => first == "9999",
        _ => false,
    }
}

/// Leaves out words that only say that the surroundings of a place are meant; at least one stays.
pub fn without_area(part: &str) -> String {
    let mut words: Vec<&str> = part.split_whitespace().collect();
    let is = |word: Option<&&str>, some: &[&str]| word.is_some_and(|word| some.contains(&plain(word).as_str()));
    let is_sign = |word: Option<&&str>| word.is_some_and(|word| !word.contains(char::is_alphanumeric));
    let is_known = |words: &[&str]| is_place(&words.join(" "));
    while words.len() > 1 && !is_known(&words) && (is(words.first(), &AREA) || is(words.first(), &KINDS)) {
        words.remove(0);
        while words.len() > 1 && is(words.first(), &OF) {
            words.remove(0);
        }
    }
    while words.len() > 1 && !is_known(&words) && is(words.last(), &AREA) {
        words.pop();
        while words.len() > 1 && (is(words.last(), &JOINS) || is_sign(words.last())) {
            words.pop();
        }
    }
    words.join(" ")
}

/// Folded, with `ä` as `a`.
fn plain(word: &str) -> String {
    spellings(&fold(word)).remove(0)
}

/// Leaves out the district behind a city that is known, and notes it: `Berlin-Mitte`.
pub fn without_district(part: &str, left_out: &mut Vec<String>) -> String {
    let whole = |word: &str| match word.split_once('-') {
        Some((city, district)) if is_place(city) && !is_place(word) && !is_place(district) && !district.is_empty() => {
            left_out.push(district.to_string());
            city.to_string()
        }
        _ => word.to_string(),
    };
    if is_place(part) {
        return part.to_string();
    }
    part.split_whitespace().map(whole).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_left_out_beside_a_name() {
        for (text, without, codes) in [
            ("80331 München", " München", vec!["80331"]),
            ("1010 Wien", " Wien", vec!["1010"]),
            ("Paris 75001", "Paris ", vec!["75001"]),
            ("D-10115 Berlin", " Berlin", vec!["D-10115"]),
            ("London SW1A 1AA", "London  ", vec!["SW1A", "1AA"]),
            ("London EC1", "London ", vec!["EC1"]),
            ("1012 AB Amsterdam", "  Amsterdam", vec!["1012", "AB"]),
            ("110 00 Praha", "  Praha", vec!["110", "00"]),
            ("00-950 Warszawa", " Warszawa", vec!["00-950"]),
            ("Toronto, ON M5V 2T6", "Toronto, ON  ", vec!["M5V", "2T6"]),
            ("10115, Berlin", ", Berlin", vec!["10115"]),
            ("10115", "10115", vec![]),
            ("SW1A 1AA", "SW1A 1AA", vec![]),
            ("Wien, 3. Bezirk", "Wien, 3. Bezirk", vec![]),
            ("100% remote", "100% remote", vec![]),
        ] {
            let mut left_out = Vec::new();
            assert_eq!(
                (without_postcodes(text, &mut left_out).as_str(), left_out),
                (without, codes.into_iter().map(String::from).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn surroundings_and_districts_are_left_out() {
        for (text, without) in [
            ("Raum München", "München"),
            ("Großraum München", "München"),
            ("München und Umgebung", "München"),
            ("Berlin + Umgebung", "Berlin"),
            ("Berlin area", "Berlin"),
            ("Berlin & surrounding area", "Berlin"),
            ("Greater London", "London"),
            ("Kanton Zürich", "Zürich"),
            ("Kanton", "Kanton"),
            ("City of London", "London"),
            ("Ciudad de México", "Ciudad de México"),
            ("Stadt Zürich", "Zürich"),
            ("Land", "Land"),
            ("Bay Area", "Bay Area"),
            ("Ruhr area", "Ruhr area"),
        ] {
            assert_eq!(without_area(text), without, "{text}");
        }
        for (text, without) in [
            ("Berlin-Mitte", "Berlin"),
            ("München-Schwabing", "München"),
            ("Sachsen-Anhalt", "Sachsen-Anhalt"),
            ("Baden-Baden", "Baden-Baden"),
            ("Aix-en-Provence", "Aix-en-Provence"),
        ] {
            assert_eq!(without_district(text, &mut Vec::new()), without, "{text}");
        }
    }
}

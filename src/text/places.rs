//! What places and countries are called, by those who live there and by others.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::{
    countries::COUNTRIES,
    fold::{fold, spellings},
    words::{PAIR, kept_words},
};

/// A part of the world, by the two letters that `countries.txt` has.
pub type Continent = &'static str;

#[derive(Default)]
struct Names {
    /// By every spelling of every name, as [`keys`] has them.
    countries: HashMap<String, &'static str>,
    continents: HashMap<&'static str, Continent>,
    /// The words of all names of a country.
    country_words: HashMap<&'static str, HashSet<String>>,
    /// Indexes of `groups`: several countries may have a place of the same name.
    places: HashMap<String, Vec<usize>>,
    /// A place's country, and the words of all of its names.
    groups: Vec<(&'static str, HashSet<String>)>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    for &(code, english, german) in COUNTRIES {
        [code, english, german].into_iter().for_each(|name| names.add_country(code, name));
    }
    for line in lines(include_str!("places/countries.txt")) {
        let mut parts = line.splitn(3, ' ');
        let (Some(code), Some(continent)) = (parts.next(), parts.next()) else { continue };
        parts.next().into_iter().flat_map(|others| others.split('|')).for_each(|name| names.add_country(code, name));
        names.continents.insert(code, continent);
    }
    for (country, all) in lines(include_str!("places/cities.txt")).filter_map(|line| line.split_once(' ')) {
        let group = names.groups.len();
        for key in all.split('|').flat_map(keys) {
            names.places.entry(key).or_default().push(group);
        }
        names.groups.push((country, all.split('|').flat_map(telling_words).collect()));
    }
    names
});

impl Names {
    fn add_country(&mut self, code: &'static str, name: &'static str) {
        for key in keys(name) {
            self.countries.entry(key).or_insert(code);
        }
        self.country_words.entry(code).or_default().extend(kept_words(name, true));
    }

    /// The places of this name, in a country or in any.
    fn named<'a>(&'a self, key: &str, country: &'a str) -> impl Iterator<Item = &'a (&'static str, HashSet<String>)> {
        let groups = self.places.get(key).into_iter().flatten().map(|group| &self.groups[*group]);
        groups.filter(move |(of, _)| country.is_empty() || *of == country)
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The words of a name, without those that many others have as well: `am`, `la`.
fn telling_words(name: &str) -> impl Iterator<Item = String> {
    let several = name.contains(' ');
    kept_words(name, true).into_iter().filter(move |word| !several || word.chars().count() > 2)
}

/// What a name is looked up by: its letters, in every spelling.
fn keys(name: &str) -> Vec<String> {
    spellings(&fold(name).chars().filter(|c| c.is_alphanumeric()).collect::<String>())
}

/// The same, and that of each of its words and pairs of them: `Wien, 3. Bezirk` is in Wien.
fn all_keys(name: &str) -> Vec<String> {
    let mut all = keys(name);
    all.extend(kept_words(name, true).into_iter().map(|word| word.trim_start_matches(PAIR).to_string()));
    all.sort_unstable();
    all.dedup();
    all
}

/// The code of the country that is called so, in its own language, English, German or one of the neighbours', or by its
/// code.
pub fn country_named(text: &str) -> Option<&'static str> {
    let key = keys(text);
    key.iter().find_map(|key| NAMES.countries.get(key)).copied()
}

/// The country that a text names, or a place in it that is known: `Graz, Austria`, `Munich`.
pub fn country_of(text: &str) -> Option<&'static str> {
    let parts = || text.split([',', ';', '/', '(', ')']);
    let by_place = |part: &str| {
        all_keys(part).into_iter().filter_map(|key| NAMES.named(&key, "").next().map(|(country, _)| *country)).next()
    };
    parts().rev().find_map(country_named).or_else(|| parts().find_map(by_place))
}

/// Where a country is, by its code.
pub fn continent_of(country: &str) -> Option<Continent> {
    NAMES.continents.get(country).copied()
}

/// The codes of a continent's countries.
pub fn countries_of(continent: Continent) -> Vec<&'static str> {
    let mut codes: Vec<_> =
        NAMES.continents.iter().filter(|(_, of)| **of == continent).map(|(code, _)| *code).collect();
    codes.sort_unstable();
    codes
}

/// The words that a place is found by: those of its name, and of all that it is called elsewhere.
pub fn place_words(name: &str, country: &str) -> HashSet<String> {
    let mut words = kept_words(name, true);
    for (_, others) in all_keys(name).iter().flat_map(|key| NAMES.named(key, country)) {
        words.extend(others.iter().cloned());
    }
    words
}

/// The words of all that a country is called, with its code.
pub fn country_words(code: &str) -> HashSet<String> {
    NAMES.country_words.get(code).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::asked;

    #[test]
    fn countries_have_many_names() {
        for (text, code) in [
            ("germany", "DE"),
            (" Deutschland", "DE"),
            ("de", "DE"),
            ("Allemagne", "DE"),
            ("ÖSTERREICH", "AT"),
            ("Oesterreich", "AT"),
            ("osterreich", "AT"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("United States of America", "US"),
            ("Polska", "PL"),
            ("Česká republika", "CZ"),
            ("ceska republika", "CZ"),
            ("Ελλάδα", "GR"),
            ("Ellada", "GR"),
            ("日本", "JP"),
            ("Україна", "UA"),
            ("Türkiye", "TR"),
            ("Tuerkei", "TR"),
            ("turkiye", "TR"),
            ("turkey", "TR"),
            ("España", "ES"),
            ("espana", "ES"),
            ("Suomi", "FI"),
            ("Suisse", "CH"),
            ("Côte d'Azur", ""),
            ("Berlin", ""),
            ("", ""),
        ] {
            assert_eq!(country_named(text).unwrap_or_default(), code, "{text}");
        }
        for (code, ..) in COUNTRIES {
            assert!(continent_of(code).is_some(), "{code} is on no continent");
        }
        assert_eq!(countries_of("OC"), ["AU", "NZ"]);
    }

    #[test]
    fn places_have_many_names() {
        for (query, name, country) in [
            ("München", "Munich", "DE"),
            ("Munich", "München", "DE"),
            ("Muenchen", "München-Schwabing", "DE"),
            ("Munchen", "Munich", ""),
            ("Wien", "Vienna", "AT"),
            ("Vienna", "Wien, 3. Bezirk", "AT"),
            ("Zuerich", "Zürich", "CH"),
            ("Zurich", "Zürich", "CH"),
            ("Lodz", "Łódź", "PL"),
            ("Łódź", "Lodz", "PL"),
            ("Cologne", "Köln", "DE"),
            ("Koeln", "Köln", "DE"),
            ("Prague", "Praha", "CZ"),
            ("Warschau", "Warszawa", "PL"),
            ("Kyjiw", "Київ", "UA"),
            ("Tokyo", "東京", "JP"),
            ("The Hague", "Den Haag", "NL"),
            ("Genf", "Genève", "CH"),
            ("Nueva York", "New York", "US"),
            ("Sankt Gallen", "St. Gallen", "CH"),
            ("Kobenhavn", "Copenhagen", "DK"),
            ("Bavaria", "Bayern", "DE"),
            ("San Francisco", "San Francisco", "US"),
            ("Den", "Den Haag", "NL"),
        ] {
            let words = place_words(name, country);
            let asked = asked(query, 12);
            let found = asked.words.iter().all(|word| word.whole.iter().any(|w| words.contains(w)));
            assert!(found, "{query} finds {name}: {words:?}");
        }
        assert!(!place_words("Colonia", "UY").contains("koln"), "the name of another country's place");
    }

    #[test]
    fn a_text_names_a_country() {
        for (text, code) in [
            ("Graz, Austria", "AT"),
            ("Munich", "DE"),
            ("10115 Berlin", "DE"),
            ("Wien", "AT"),
            ("New York", "US"),
            ("Deutschland", "DE"),
            ("Somewhere", ""),
        ] {
            assert_eq!(country_of(text).unwrap_or_default(), code, "{text}");
        }
    }
}

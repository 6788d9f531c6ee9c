//! What places and countries are called, by those who live there and by others.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::{
    countries::COUNTRIES,
    fold::{fold, spellings},
    place_name::{name_keys, name_words},
    words::{AskedWord, PAIR, kept_words},
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
    /// Those of states and provinces, by their two letters.
    codes: HashMap<String, Vec<usize>>,
    groups: Vec<Group>,
}

/// A place of several names.
struct Group {
    country: &'static str,
    /// The words of all of its names.
    words: HashSet<String>,
    /// A word that stands for the place, by whatever name of several words.
    id: String,
}

/// Stands before a word for a place.
const NAMED: char = '\u{e006}';
/// The most words of a name that has others.
const MAX_NAME_WORDS: usize = 5;

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
        names.add_place(country, all);
    }
    for line in lines(include_str!("places/regions.txt")) {
        let mut parts = line.splitn(3, ' ');
        let (Some(country), Some(code), Some(all)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let code = code.to_ascii_lowercase();
        let group = names.add_place(country, all);
        names.groups[group].words.insert(code.clone());
        names.codes.entry(code).or_default().push(group);
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

    fn add_place(&mut self, country: &'static str, all: &'static str) -> usize {
        let group = self.groups.len();
        let (mut words, mut id) = (HashSet::new(), String::new());
        for name in all.split('|') {
            let whole = name.trim_start_matches('=');
            let parts = name_words(whole);
            for key in name_keys(&parts) {
                if id.is_empty() {
                    id = format!("{NAMED}{}{key}", country.to_ascii_lowercase());
                }
                self.places.entry(key).or_default().push(group);
            }
            if whole == name {
                words.extend(telling_words(name).chain(telling_words(&parts.join(" "))));
            }
        }
        self.groups.push(Group { country, words, id });
        group
    }

    /// The places of this name, in a country or in any.
    fn named<'a>(&'a self, key: &str, country: &'a str) -> impl Iterator<Item = &'a Group> {
        let groups = self.places.get(key).into_iter().flatten().map(|group| &self.groups[*group]);
        groups.filter(move |group| country.is_empty() || group.country == country)
    }

    /// The places that a name names: by all of it, else by its parts, the longest first, else by their letters.
    fn groups_of<'a>(&'a self, name: &str, country: &'a str) -> Vec<&'a Group> {
        let words = name_words(name);
        let whole: Vec<_> = name_keys(&words).iter().flat_map(|key| self.named(key, country)).collect();
        if !whole.is_empty() {
            return whole;
        }
        let of_code = self.codes.get(&fold(name.trim())).into_iter().flatten().map(|group| &self.groups[*group]);
        let mut found: Vec<_> = of_code.filter(|group| country.is_empty() || group.country == country).collect();
        for part in name.split([',', ';', '(', ')']) {
            let words = name_words(part);
            let mut at = 0;
            while at < words.len() {
                let known = (1..=MAX_NAME_WORDS.min(words.len() - at)).rev().find_map(|count| {
                    let some = &words[at..at + count];
                    let is_short = count == 1 && some[0].chars().count() < 3 && some[0].is_ascii();
                    let keys = if is_short { Vec::new() } else { name_keys(some) };
                    let groups: Vec<_> = keys.iter().flat_map(|key| self.named(key, country)).collect();
                    (!groups.is_empty()).then_some((groups, count))
                });
                at += known.as_ref().map_or(1, |(_, count)| *count);
                found.extend(known.into_iter().flat_map(|(groups, _)| groups));
            }
        }
        if found.is_empty() {
            found = all_keys(name).iter().flat_map(|key| self.named(key, country)).collect();
        }
        found
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

/// The country that a text names, or a place in it that is known: `Graz, Austria`, `Munich`, `Los Angeles, CA`.
pub fn country_of(text: &str) -> Option<&'static str> {
    let parts = || text.split([',', ';', '/', '(', ')']);
    let by_place = |part: &str| NAMES.groups_of(part, "").first().map(|group| group.country);
    let is_code = |part: &&str| text.trim() != part.trim() && is_region_code(part);
    let sure = parts().rev().filter(|part| !is_code(part)).find_map(country_named);
    let known = || parts().filter(|part| !is_code(part)).find_map(by_place);
    sure.or_else(known).or_else(|| parts().rev().find_map(country_named)).or_else(|| parts().find_map(by_place))
}

/// Whether it is how a state or province is written behind a city: `CA`.
pub fn is_region_code(text: &str) -> bool {
    NAMES.codes.contains_key(&fold(text.trim()))
}

/// Whether a place of this name is known.
pub fn is_place(name: &str) -> bool {
    name_keys(&name_words(name)).iter().any(|key| NAMES.places.contains_key(key))
}

/// Takes names of several words out of these words of a place, and tells what they ask for.
pub fn take_names(words: &mut Vec<String>) -> Vec<AskedWord> {
    let (mut asked, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let names =
            (2..=MAX_NAME_WORDS.min(words.len() - at)).rev().map(|count| (name_keys(&words[at..at + count]), count));
        let known = names.map(|(keys, count)| (keys.clone(), ids(&keys), count)).find(|(_, ids, _)| !ids.is_empty());
        let Some((keys, ids, count)) = known else {
            at += 1;
            continue;
        };
        words.drain(at..at + count);
        let joined = keys.into_iter().flat_map(|key| [format!("{PAIR}{key}"), key]);
        asked.push(AskedWord { whole: ids.into_iter().chain(joined).collect(), beginnings: Vec::new(), short: false });
    }
    asked
}

fn ids(keys: &[String]) -> Vec<String> {
    let mut ids: Vec<String> = keys.iter().flat_map(|key| NAMES.named(key, "")).map(|group| group.id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
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
    words.extend(kept_words(&name_words(name).join(" "), true));
    for group in NAMES.groups_of(name, country) {
        words.extend(group.words.iter().cloned());
        words.insert(group.id.clone());
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
            ("DEU", "DE"),
            ("GER", "DE"),
            ("aut", "AT"),
            ("CHE", "CH"),
            ("Scotland", ""),
            ("Wales", ""),
            ("England", ""),
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
            ("Los Angeles, CA", "US"),
            ("Toronto, ON", "CA"),
            ("Springfield, NJ", "US"),
            ("Berlin, DE", "DE"),
            ("Somewhere, DE", "DE"),
            ("DE", "DE"),
            ("Somewhere", ""),
        ] {
            assert_eq!(country_of(text).unwrap_or_default(), code, "{text}");
        }
    }
}

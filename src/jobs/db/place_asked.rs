//! What is meant by a place: where, in which countries, and whether one has to go there.

use super::address::{without_area, without_district, without_postcodes};
use crate::{
    jobs::Workplace,
    text::{
        fold::{fold, is_letter, spellings},
        place_name::name_words,
        places::{countries_of, country_named, is_region_code, take_names},
        words::{AskedWord, asked},
    },
};

/// What the box for a place asks for.
#[derive(Debug, Default, PartialEq)]
pub struct PlaceAsked {
    /// Words of city, region or country.
    pub words: Vec<AskedWord>,
    /// One of these, if there are any.
    pub countries: Vec<&'static str>,
    /// One of these, if there are any.
    pub workplaces: Vec<Workplace>,
    pub left_out: Vec<String>,
}

/// Words for workplaces, folded and without what stands between, in the languages of those who search here.
const WORKPLACES: [(Workplace, &[&str]); 3] = [
    (
        Workplace::Remote,
        &[
            "remote",
            "remotework",
            "remotejob",
            "remotejobs",
            "homeoffice",
            "workfromhome",
            "wfh",
            "fromhome",
            "vonzuhause",
            "vonzuhauseaus",
            "zuhause",
            "fernarbeit",
            "telearbeit",
            "telework",
            "mobilesarbeiten",
            "ortsunabhangig",
            "ortsunabhaengig",
            "anywhere",
            "worldwide",
            "weltweit",
            "uberall",
            "ueberall",
            "teletravail",
            "adistance",
            "enremoto",
            "remoto",
            "remota",
            "teletrabajo",
            "dalavoro",
            "smartworking",
            "zdalnie",
            "zdalna",
            "pracazdalna",
            "thuiswerk",
            "thuiswerken",
            "distans",
            "hjemmekontor",
            "etatyo",
            "vzdalene",
            "uzaktan",
        ],
    ),
    (Workplace::Hybrid, &["hybrid", "hybride", "hibrido", "hibrida", "ibrido", "hybrydowo", "hybrydowa"]),
    (
        Workplace::OnSite,
        &[
            "onsite",
            "vorort",
            "imburo",
            "imbuero",
            "inoffice",
            "intheoffice",
            "inprasenz",
            "inpraesenz",
            "presencial",
            "surplace",
        ],
    ),
];
/// What stands before a place and says nothing of it, or before a workplace.
const FILLERS: [&str; 18] = [
    "in",
    "from",
    "aus",
    "within",
    "innerhalb",
    "near",
    "nahe",
    "bei",
    "um",
    "von",
    "fully",
    "full",
    "voll",
    "komplett",
    "only",
    "nur",
    "100",
    "work",
];

impl PlaceAsked {
    /// Reads what is asked for, at most so many words.
    pub fn read(text: &str, max_words: usize) -> Self {
        let (mut place, mut rest) = (Self::default(), Vec::new());
        let text = without_postcodes(text, &mut place.left_out);
        for part in text.split([',', ';', '|']) {
            let part = without_area(&place.take_workplaces(part));
            // A country and a state of another.
            let two = spellings(&fold(&part)).iter().any(|name| ["georgia", "georgien"].contains(&name.as_str()));
            if !rest.is_empty() && is_region_code(&part) {
                // A region, or a country of the same letters.
                place.words.push(AskedWord { whole: vec![letters(&part)], beginnings: Vec::new(), short: true });
                continue;
            }
            match country_named(&part).filter(|_| !two) {
                Some(code) => place.countries.push(code),
                None => match region(&part) {
                    Some(codes) => place.countries.extend(codes),
                    None if part.is_empty() => {}
                    None => rest.push(without_district(&part, &mut place.left_out)),
                },
            }
        }
        place.ask_for(&rest, max_words);
        place
    }

    /// Asks for the names of places.
    fn ask_for(&mut self, parts: &[String], max_words: usize) {
        let mut words = Vec::new();
        self.left_out.extend(asked(&parts.join(" "), max_words).left_out);
        for part in parts {
            let mut names = name_words(part);
            self.words.splice(0..0, take_names(&mut names));
            words.extend(names);
        }
        self.words.splice(0..0, asked(&words.join(" "), max_words).words);
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.countries.is_empty() && self.workplaces.is_empty()
    }

    /// Takes out what says how one works, and tells what is left.
    fn take_workplaces(&mut self, part: &str) -> String {
        let mut words: Vec<&str> = part.split_whitespace().collect();
        let mut found = false;
        while let Some((workplace, from, to)) = find_workplace(&words) {
            found = true;
            if !self.workplaces.contains(&workplace) {
                self.workplaces.push(workplace);
            }
            words.drain(from..to);
        }
        let filler = |word: &&str| FILLERS.contains(&letters(word).as_str());
        while (found || words.len() > 1) && words.first().is_some_and(filler) {
            words.remove(0);
        }
        while found && words.last().is_some_and(filler) {
            words.pop();
        }
        words.join(" ")
    }
}

/// The first workplace that is named, and by which words.
fn find_workplace(words: &[&str]) -> Option<(Workplace, usize, usize)> {
    (1..=4).rev().find_map(|count| {
        words.windows(count).enumerate().find_map(|(at, some)| {
            let name = some.iter().map(|word| letters(word)).collect::<String>();
            let (workplace, _) = WORKPLACES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
            Some((*workplace, at, at + count))
        })
    })
}

/// Folded letters and digits, the first spelling.
fn letters(word: &str) -> String {
    spellings(&fold(word).chars().filter(|c| is_letter(*c)).collect::<String>()).remove(0)
}

/// The states of the European Union.
const EUROPEAN_UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Countries that are named together.
fn region(text: &str) -> Option<Vec<&'static str>> {
    Some(match letters(text).as_str() {
        "dach" | "dachregion" => vec!["DE", "AT", "CH"],
        "benelux" => vec!["BE", "NL", "LU"],
        "europe" | "europa" => countries_of("EU"),
        "eu" | "ue" | "europeanunion" | "europaischeunion" | "europaeischeunion" | "unioneuropeenne"
        | "unioneuropea" | "uniaoeuropeia" | "uniaeuropejska" | "europeseunie" => EUROPEAN_UNION.to_vec(),
        "asia" | "asien" => countries_of("AS"),
        "africa" | "afrika" => countries_of("AF"),
        "northamerica" | "nordamerika" => countries_of("NA"),
        "southamerica" | "sudamerika" | "suedamerika" => countries_of("SA"),
        "oceania" | "ozeanien" => countries_of("OC"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use Workplace::{Hybrid, OnSite, Remote};

    use super::*;
    use crate::text::places::{country_words, place_words};

    #[test]
    fn a_place_is_read_as_it_is_meant() {
        let words = |words: &[AskedWord]| words.iter().map(|word| word.whole[0].clone()).collect::<Vec<_>>().join(" ");
        for (text, place, countries, workplaces) in [
            ("Berlin, Germany", "berlin", vec!["DE"], vec![]),
            ("Berlin Germany", "berlin germany", vec![], vec![]),
            ("Österreich", "", vec!["AT"], vec![]),
            ("in Germany", "", vec!["DE"], vec![]),
            ("in", "", vec!["IN"], vec![]),
            ("Germany, Polska", "", vec!["DE", "PL"], vec![]),
            ("DACH", "", vec!["DE", "AT", "CH"], vec![]),
            ("Georgia", "georgia", vec![], vec![]),
            ("Pays de la Loire", "pays de la loire", vec![], vec![]),
            ("remote", "", vec![], vec![Remote]),
            ("REMOTE", "", vec![], vec![Remote]),
            ("100% remote", "", vec![], vec![Remote]),
            ("Home Office", "", vec![], vec![Remote]),
            ("home-office", "", vec![], vec![Remote]),
            ("von zu Hause aus", "", vec![], vec![Remote]),
            ("Télétravail", "", vec![], vec![Remote]),
            ("überall", "", vec![], vec![Remote]),
            ("Work from home", "", vec![], vec![Remote]),
            ("remote in Deutschland", "", vec!["DE"], vec![Remote]),
            ("Remote, Wien", "wien", vec![], vec![Remote]),
            ("Wien remote", "wien", vec![], vec![Remote]),
            ("vor Ort in Graz", "graz", vec![], vec![OnSite]),
            ("hybrid, remote", "", vec![], vec![Hybrid, Remote]),
            ("", "", vec![], vec![]),
            ("DEU", "", vec!["DE"], vec![]),
            ("San Rafael, CA", "san rafael ca", vec![], vec![]),
            ("CA", "", vec!["CA"], vec![]),
            ("Scotland", "scotland", vec![], vec![]),
            ("80331 München", "munchen", vec![], vec![]),
            ("10115", "10115", vec![], vec![]),
            ("Berlin-Mitte", "berlin", vec![], vec![]),
            ("Großraum München", "munchen", vec![], vec![]),
            ("München und Umgebung", "munchen", vec![], vec![]),
            ("Kanton Zürich", "zurich", vec![], vec![]),
            ("D-10115 Berlin, Germany", "berlin", vec!["DE"], vec![]),
            ("Bad Homburg v. d. Höhe", "bad homburg hohe", vec![], vec![]),
        ] {
            let asked = PlaceAsked::read(text, 12);
            assert_eq!(
                (words(&asked.words).as_str(), asked.countries, asked.workplaces),
                (place, countries, workplaces),
                "{text}"
            );
        }
        for (text, left_out) in [
            ("Graz ++", vec!["++"]),
            ("80331 München", vec!["80331"]),
            ("Berlin-Mitte", vec!["Mitte"]),
            ("Berlin + Umgebung", vec![]),
        ] {
            assert_eq!(PlaceAsked::read(text, 12).left_out, left_out, "{text}");
        }
        let union = PlaceAsked::read("Europäische Union", 12).countries;
        assert!(union.len() == 27 && !union.contains(&"CH") && !union.contains(&"GB"));
    }

    #[test]
    fn places_are_found_by_what_they_are_called() {
        for (text, city, region, country, is_found) in [
            ("Sankt Gallen", "St. Gallen", "", "CH", true),
            ("St. Pölten", "Sankt Pölten", "", "AT", true),
            ("Sankt Pölten", "St. Pölten", "", "AT", true),
            ("St. Denis", "Saint-Denis", "", "FR", true),
            ("Saint-Denis", "St Denis", "", "FR", true),
            ("Freiburg im Breisgau", "Freiburg i. Br.", "", "DE", true),
            ("Freiburg i.Br.", "Freiburg im Breisgau", "", "DE", true),
            ("Frankfurt/Main", "Frankfurt (Oder)", "", "DE", false),
            ("Frankfurt am Main", "Frankfurt", "", "DE", true),
            ("Frankfurt a. M.", "Frankfurt am Main", "", "DE", true),
            ("Frankfurt am", "Frankfurt am Main", "", "DE", true),
            ("Frankfurt an der Oder", "Frankfurt (Oder)", "", "DE", true),
            ("Frankfurt (Oder)", "Frankfurt a. d. Oder", "", "DE", true),
            ("Frankfurt (Oder)", "Frankfurt am Main", "", "DE", false),
            ("Frankfurt", "Frankfurt (Oder)", "", "DE", true),
            ("Rothenburg o. d. T.", "Rothenburg ob der Tauber", "", "DE", true),
            ("Garching bei München", "Garching b. München", "", "DE", true),
            ("San Francisco, CA", "San Francisco", "California", "US", true),
            ("San Francisco, CA", "San Francisco", "CA", "US", true),
            ("San Francisco, California", "San Francisco", "CA", "US", true),
            ("Wilmington, DE", "Wilmington", "Delaware", "US", true),
            ("Wilmington, DE", "Wilmington", "North Carolina", "US", false),
            ("Berlin, DE", "Berlin", "", "DE", true),
            ("Atlanta, GA", "Atlanta", "Georgia", "US", true),
            ("Toronto, ON", "Toronto", "Ontario", "CA", true),
            ("Toronto, CA", "Toronto", "Ontario", "CA", true),
            ("New York, NY", "New York", "", "US", true),
            ("Albany, NY", "Albany", "New York", "US", true),
            ("Portland, OR", "Portland", "Oregon", "US", true),
            ("Portland, OR", "Portland", "Maine", "US", false),
            ("Washington, DC", "Washington", "", "US", true),
            ("Scotland", "Glasgow", "Schottland", "GB", true),
            ("Schottland", "London", "England", "GB", false),
            ("Northern Ireland", "Belfast", "Nordirland", "GB", true),
            ("Monaco di Baviera", "München", "", "DE", true),
            ("Monaco", "München", "", "DE", false),
            ("Monaco", "Monaco", "", "", true),
            ("Köpenhamn", "København", "", "DK", true),
            ("La Haye", "Den Haag", "", "NL", true),
            ("東京都", "Tokyo", "", "JP", true),
            ("東京", "東京都", "", "JP", true),
            ("Киев", "Kyiv", "", "UA", true),
            ("Берлин", "Berlin", "", "DE", true),
            ("柏林", "Berlin", "", "DE", true),
            ("Berlijn", "Berlin", "", "DE", true),
            ("Ciudad de Mexico", "Mexico City", "", "MX", true),
            ("Berlin-Mitte", "Berlin", "", "DE", true),
            ("Berlin", "Berlin-Mitte", "", "DE", true),
            ("New York", "York", "", "GB", false),
            ("York", "New York", "", "US", true),
        ] {
            let asked = PlaceAsked::read(text, 12);
            let mut there = place_words(city, country);
            there.extend(place_words(region, country));
            there.extend(country_words(country));
            let found = asked.words.iter().all(|word| word.whole.iter().any(|word| there.contains(word)));
            assert_eq!(found, is_found, "{text} finds {city}: {asked:?} {there:?}");
        }
    }
}

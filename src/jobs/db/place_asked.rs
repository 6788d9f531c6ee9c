//! What is meant by a place: where, in which countries, and whether one has to go there.

use crate::{
    jobs::Workplace,
    text::{
        fold::{fold, is_letter, spellings},
        places::{countries_of, country_named},
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
        for part in text.split([',', ';', '|']) {
            let part = place.take_workplaces(part);
            // A country and a state of another.
            let two = spellings(&fold(&part)).iter().any(|name| ["georgia", "georgien"].contains(&name.as_str()));
            match country_named(&part).filter(|_| !two) {
                Some(code) => place.countries.push(code),
                None => match region(&part) {
                    Some(codes) => place.countries.extend(codes),
                    None => rest.push(part),
                },
            }
        }
        let asked = asked(&rest.join(" "), max_words);
        place.words = asked.words;
        place.left_out = asked.left_out;
        place
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

/// Countries that are named together.
fn region(text: &str) -> Option<Vec<&'static str>> {
    Some(match letters(text).as_str() {
        "dach" | "dachregion" => vec!["DE", "AT", "CH"],
        "benelux" => vec!["BE", "NL", "LU"],
        "europe" | "europa" | "eu" => countries_of("EU"),
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
        ] {
            let asked = PlaceAsked::read(text, 12);
            assert_eq!(
                (words(&asked.words).as_str(), asked.countries, asked.workplaces),
                (place, countries, workplaces),
                "{text}"
            );
        }
        assert_eq!(PlaceAsked::read("Graz ++", 12).left_out, ["++"]);
    }
}

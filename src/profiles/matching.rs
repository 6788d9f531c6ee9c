//! How well a posting fits a seeker, and why. Pure: the database only preselects postings.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{model::Preferences, reason::Reason};
use crate::{
    jobs::{Category, EmploymentType, PlaceAsked, Workplace, exchanged},
    text::{
        fold::{fold, spellings},
        places::{Continent, continent_of, country_words, place_words},
        words::{AskedWord, asked, kept_words},
    },
};

/// Most postings shown.
const SHOWN: usize = 50;
/// Most skills named in a reason.
const MAX_REASONS: usize = 4;

/// What is compared with the preferences of a posting.
#[derive(sqlx::FromRow)]
pub struct Candidate {
    pub id: Uuid,
    pub title: String,
    /// One a line.
    pub skills: String,
    pub category: Category,
    pub city: String,
    pub region: String,
    pub country: String,
    pub workplace: Workplace,
    pub employment_type: EmploymentType,
    /// What it pays at most in a year; 0 where it does not say.
    pub pay_year: i64,
    pub currency: String,
}

/// A seeker's preferences and skills, parsed once and not for every posting that they are compared with.
struct Wish<'a> {
    wanted: &'a Preferences,
    /// Wanted titles, with their [`title_words`].
    titles: Vec<(&'a str, Vec<AskedWord>)>,
    /// Folded.
    skills: HashSet<String>,
    places: Vec<PlaceAsked>,
    /// Where the seeker looks, as far as it is known.
    near: &'a [Continent],
}

/// The words of places, by city, region and country: many postings are in one place.
type Words = HashMap<(String, String, String), HashSet<String>>;

/// The most words of a wanted place.
pub const MAX_PLACE_WORDS: usize = 12;

impl<'a> Wish<'a> {
    fn new(wanted: &'a Preferences, skills: &[String], near: &'a [Continent]) -> Self {
        let titles = wanted.titles.iter().map(|title| (title.as_str(), title_words(title))).collect();
        let skills = skills.iter().map(|skill| skill_key(skill)).collect();
        let places = wanted.places.iter().map(|place| PlaceAsked::read(place, MAX_PLACE_WORDS)).collect();
        Self { wanted, titles, skills, places, near }
    }

    /// Whether a posting is in one of the wanted places.
    fn is_here(&self, candidate: &Candidate, known: &mut Words) -> bool {
        let Candidate { city, region, country, workplace, .. } = candidate;
        if self.places.is_empty() {
            return false;
        }
        let words = known.entry((city.clone(), region.clone(), country.clone())).or_insert_with(|| {
            let mut words = place_words(city, country);
            words.extend(place_words(region, country));
            words.extend(country_words(country));
            words
        });
        self.places.iter().any(|place| {
            let named = place.words.iter().all(|word| word.whole.iter().any(|word| words.contains(word)));
            let there = place.countries.is_empty() || place.countries.contains(&country.as_str());
            let so = place.workplaces.is_empty() || place.workplaces.contains(workplace);
            named && there && so && !place.is_empty()
        })
    }

    /// Whether it is on another continent than where the seeker looks.
    fn is_far(&self, candidate: &Candidate) -> bool {
        let continent = continent_of(&candidate.country);
        !self.near.is_empty() && continent.is_some_and(|continent| !self.near.contains(&continent))
    }

    /// The wanted title that is most like a posting's, with the share of its words found there, of 100; more than half.
    fn likest(&self, title: &str) -> Option<(&'a str, u32)> {
        let there = kept_words(title, true);
        let share = |(wanted, words): &(&'a str, Vec<AskedWord>)| {
            let found = words.iter().filter(|word| word.whole.iter().any(|word| there.contains(word))).count();
            (*wanted, (100 * found / words.len().max(1)) as u32)
        };
        self.titles.iter().map(share).filter(|(_, share)| *share > 50).max_by_key(|(_, share)| *share)
    }
}

/// The postings that fit, and why; best first, newest first among equals (the order they come in). What is on another
/// continent than the seeker comes last, however well it fits.
pub fn best(
    preferences: &Preferences,
    skills: &[String],
    near: &[Continent],
    candidates: Vec<Candidate>,
) -> Vec<(Candidate, Vec<Reason>)> {
    let (wish, mut known) = (Wish::new(preferences, skills, near), Words::new());
    let fit = |candidate: Candidate| {
        let here = wish.is_here(&candidate, &mut known);
        let (score, reasons) = fit(&wish, &candidate, here)?;
        Some((!here && wish.is_far(&candidate), score, candidate, reasons))
    };
    let mut fits: Vec<_> = candidates.into_iter().filter_map(fit).collect();
    fits.sort_by_key(|(far, score, ..)| (*far, std::cmp::Reverse(*score)));
    fits.truncate(SHOWN);
    fits.into_iter().map(|(.., candidate, reasons)| (candidate, reasons)).collect()
}

/// Score and reasons of one posting; none when it contradicts a preference.
fn fit(wish: &Wish<'_>, candidate: &Candidate, here: bool) -> Option<(u32, Vec<Reason>)> {
    let wanted = wish.wanted;
    let mut reasons = Vec::new();
    let mut score = 0;

    if let Some((title, share)) = wish.likest(&candidate.title) {
        // A title with all words of the wanted one counts twice as much as one with half of them.
        score += 2 * share / 20;
        reasons.push(Reason::Title(title.to_string()));
    }
    let common = candidate.skills.lines().filter(|skill| wish.skills.contains(&skill_key(skill)));
    let common: Vec<String> = common.take(10).map(str::to_string).collect();
    if !common.is_empty() {
        reasons.push(Reason::Skills(common));
    }
    match wanted.categories.is_empty() {
        false if !wanted.categories.contains(&candidate.category) => return None,
        false => reasons.push(Reason::Category(candidate.category)),
        true => {}
    }

    let remote = candidate.workplace == Workplace::Remote;
    if here {
        let place = if candidate.city.is_empty() { &candidate.country } else { &candidate.city };
        reasons.push(Reason::Place(place.clone()));
    } else if !wanted.places.is_empty() && !remote {
        return None;
    }
    match wanted.workplaces.is_empty() {
        false if !wanted.workplaces.contains(&candidate.workplace) => return None,
        false => reasons.push(Reason::Workplace(candidate.workplace)),
        true if remote && !here && !wanted.places.is_empty() => reasons.push(Reason::Remote),
        true => {}
    }
    match wanted.employment_types.is_empty() {
        false if !wanted.employment_types.contains(&candidate.employment_type) => return None,
        false => reasons.push(Reason::EmploymentType(candidate.employment_type)),
        true => {}
    }
    if let Some(least) = wanted.least_pay.filter(|_| candidate.pay_year > 0) {
        let same = candidate.currency == wanted.currency;
        let pays = exchanged(candidate.pay_year, &candidate.currency, &wanted.currency);
        if pays < if same { least } else { roughly_least(least) } {
            return None;
        }
        let reason = if same { Reason::Pay } else { Reason::PayAbout };
        reasons.push(reason(least, wanted.currency.clone()));
    }

    let told_of_work = !(wanted.titles.is_empty() && wanted.categories.is_empty());
    if reasons.is_empty() || (told_of_work && !reasons.iter().any(Reason::is_of_the_work)) {
        return None;
    }
    score += reasons.iter().map(Reason::weight).sum::<u32>();
    for reason in &mut reasons {
        if let Reason::Skills(skills) = reason {
            skills.truncate(MAX_REASONS);
        }
    }
    Some((score, reasons))
}

/// What pay in another currency must come to at least: rates are rough, so that nothing is left out for a little.
pub fn roughly_least(least: i64) -> i64 {
    least - least / 10
}

/// A skill in one spelling.
fn skill_key(skill: &str) -> String {
    spellings(&fold(skill.trim())).remove(0)
}

/// The most words of a wanted title.
const MAX_TITLE_WORDS: usize = 12;

/// A title's significant words, as a search asks for them: without levels and stop words.
pub fn title_words(title: &str) -> Vec<AskedWord> {
    const EMPTY: [&str; 17] = [
        "and", "of", "the", "for", "in", "innen", "und", "der", "die", "das", "fur", "senior", "junior", "lead",
        "head", "all", "mwd",
    ];
    let words = asked(title, MAX_TITLE_WORDS).words.into_iter();
    words.filter(|word| !word.whole.first().is_some_and(|own| EMPTY.contains(&own.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate() -> Candidate {
        Candidate {
            id: Uuid::nil(),
            title: "Senior Rust Engineer (m/w/d)".into(),
            skills: "Rust\nSQL\nLinux".into(),
            category: Category::Engineering,
            city: "Berlin".into(),
            region: "Berlin".into(),
            country: "DE".into(),
            workplace: Workplace::Hybrid,
            employment_type: EmploymentType::FullTime,
            pay_year: 60_000,
            currency: "EUR".into(),
        }
    }

    fn reasons(wanted: &Preferences, skills: &[&str]) -> Option<Vec<Reason>> {
        let skills: Vec<String> = skills.iter().map(|s| s.to_string()).collect();
        best(wanted, &skills, &[], vec![candidate()]).pop().map(|(_, reasons)| reasons)
    }

    #[test]
    fn every_reason_is_told() {
        let wanted = Preferences {
            titles: vec!["rust engineer".into()],
            categories: vec![Category::Engineering],
            places: vec!["berlin".into()],
            workplaces: vec![Workplace::Hybrid],
            employment_types: vec![EmploymentType::FullTime],
            least_pay: Some(60_000),
            currency: "EUR".into(),
        };
        assert_eq!(
            reasons(&wanted, &["rust", "sql", "Excel"]).unwrap(),
            [
                Reason::Title("rust engineer".into()),
                Reason::Skills(vec!["Rust".into(), "SQL".into()]),
                Reason::Category(Category::Engineering),
                Reason::Place("Berlin".into()),
                Reason::Workplace(Workplace::Hybrid),
                Reason::EmploymentType(EmploymentType::FullTime),
                Reason::Pay(60_000, "EUR".into()),
            ]
        );
    }

    #[test]
    fn what_was_chosen_excludes_the_rest() {
        let none = Preferences::default;
        for wanted in [
            Preferences { categories: vec![Category::Sales], ..none() },
            Preferences { places: vec!["Paris".into()], ..none() },
            Preferences { workplaces: vec![Workplace::Remote], ..none() },
            Preferences { employment_types: vec![EmploymentType::Contract], ..none() },
            Preferences { least_pay: Some(60_001), ..none() },
        ] {
            assert_eq!(reasons(&wanted, &["Rust"]), None, "{wanted:?}");
        }
    }

    #[test]
    fn pay_in_another_currency_is_compared_roughly() {
        let pays = |least: i64| {
            let wanted = Preferences { least_pay: Some(least), currency: "USD".into(), ..Preferences::default() };
            reasons(&wanted, &["Rust"])
        };
        let about = |least| vec![Reason::Skills(vec!["Rust".into()]), Reason::PayAbout(least, "USD".into())];
        assert_eq!(pays(60_000), Some(about(60_000)), "60,000 € are some 70,000 $");
        assert_eq!(pays(75_000), Some(about(75_000)), "the rates are rough");
        assert_eq!(pays(90_000), None);
    }

    #[test]
    fn places_are_wanted_by_any_of_their_names() {
        for place in ["berlin", "Deutschland", "Germany", "Berlin, Germany", "BERLÍN", "Germania"] {
            let wanted = Preferences { places: vec![place.into()], ..Preferences::default() };
            assert_eq!(reasons(&wanted, &[]), Some(vec![Reason::Place("Berlin".into())]), "{place}");
        }
        for place in ["Bern", "Berlin, Austria", "remote", "+"] {
            let wanted = Preferences { places: vec![place.into()], ..Preferences::default() };
            assert_eq!(reasons(&wanted, &[]), None, "{place}");
        }
    }

    #[test]
    fn another_continent_comes_last() {
        let at = |title: &str, country: &str| {
            let (title, country) = (title.into(), country.into());
            Candidate { title, country, city: String::new(), workplace: Workplace::Remote, ..candidate() }
        };
        let wanted = Preferences { titles: vec!["Rust Engineer".into()], ..Preferences::default() };
        let all = || vec![at("Rust Engineer", "US"), at("Rust Software Engineer", "PL"), at("Rust Engineer", "")];
        let order = |near: &[Continent]| {
            best(&wanted, &[], near, all()).into_iter().map(|(found, _)| found.country).collect::<Vec<_>>()
        };
        assert_eq!(order(&[]), ["US", "PL", ""]);
        assert_eq!(order(&["EU"]), ["PL", "", "US"]);
        assert_eq!(order(&["EU", "NA"]), ["US", "PL", ""]);
    }

    #[test]
    fn remote_work_is_in_every_place() {
        let mut far = candidate();
        far.workplace = Workplace::Remote;
        let wanted = Preferences { places: vec!["Paris".into()], ..Preferences::default() };
        assert_eq!(best(&wanted, &[], &[], vec![far]).remove(0).1, [Reason::Remote]);
    }

    #[test]
    fn other_work_does_not_fit_because_it_is_near() {
        let wanted =
            Preferences { titles: vec!["Nurse".into()], places: vec!["Berlin".into()], ..Preferences::default() };
        assert_eq!(reasons(&wanted, &[]), None);
        assert!(reasons(&wanted, &["Linux"]).is_some());
    }

    #[test]
    fn titles_are_alike_by_the_words_that_tell() {
        let likest = |title: &str| {
            let wanted = Preferences { titles: vec![title.to_string()], ..Preferences::default() };
            let wish = Wish::new(&wanted, &[], &[]);
            wish.likest("Senior Rust Engineer (m/w/d)").map(|(_, share)| share)
        };
        assert_eq!(likest("Rust Engineer"), Some(100));
        assert_eq!(likest("Software engineer"), None, "half of it is other work");
        assert_eq!(likest("Rust Software Engineer"), Some(66));
        assert_eq!(likest("Senior Accountant"), None);
        assert_eq!(likest("Senior"), None);
        let words = title_words("C++ und C#-Entwickler (m/w/d)").into_iter().map(|mut word| word.whole.remove(0));
        assert_eq!(words.collect::<Vec<_>>(), ["cplusplus", "csharp", "entwickler"]);
        for (wanted, title, is_found) in [
            ("Frontend", "Front-end Developer", true),
            ("Frontend", "Front end Developer", true),
            ("Front-End Developer", "Frontend Developer", true),
            ("Node.js", "NodeJS Developer", true),
            ("C++", "C++17 Engineer", true),
            ("C#", "C++ Engineer", false),
            (".NET", "Net Engineer", false),
            (".NET", "ASP.NET Core", true),
            ("Java", "JavaScript Developer", false),
            ("Entwickler (m/w/d)", "Entwickler:in", true),
            ("Gärtner*in", "Gaertner", true),
            ("개발자", "Java개발자", true),
        ] {
            let wanted = Preferences { titles: vec![wanted.to_string()], ..Preferences::default() };
            assert_eq!(Wish::new(&wanted, &[], &[]).likest(title).is_some(), is_found, "{wanted:?} {title}");
        }
    }

    #[test]
    fn the_best_come_first_and_equals_stay_in_order() {
        let wanted = Preferences { titles: vec!["Rust Engineer".into()], ..Preferences::default() };
        let titled = |title: &str| {
            let mut candidate = candidate();
            candidate.title = title.into();
            candidate
        };
        let fits = best(
            &wanted,
            &[],
            &[],
            vec![titled("Rust and Go Engineer"), titled("Go Engineer"), titled("Rust Engineer"), titled("Cook")],
        );
        let titles: Vec<_> = fits.iter().map(|(candidate, _)| candidate.title.as_str()).collect();
        assert_eq!(titles, ["Rust and Go Engineer", "Rust Engineer"]);
    }
}

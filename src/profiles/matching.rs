//! How well a posting fits a seeker, and why. Pure: the database only preselects postings.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::Preferences;
use crate::{
    jobs::{Category, EmploymentType, Workplace},
    l10n::{arg, format, t},
};

/// Most postings shown.
const SHOWN: usize = 50;
/// Most skills named in a reason.
const MAX_REASONS: usize = 4;

/// Why a posting fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reason {
    /// Its title is like this wanted one.
    Title(String),
    Skills(Vec<String>),
    Category(Category),
    /// It is in a wanted place.
    Place(String),
    /// It can be done from anywhere.
    Remote,
    Workplace(Workplace),
    EmploymentType(EmploymentType),
    /// It pays at least this much a year.
    Pay(i64, String),
}

impl Reason {
    /// Its sentence, in the page's language.
    pub fn text(&self) -> String {
        let t = t();
        match self {
            Self::Title(title) => t.for_me_reason_title(title),
            Self::Skills(skills) => t.for_me_reason_skills(skills.join(", ")),
            Self::Category(category) => category.label(),
            Self::Place(city) => t.for_me_reason_place(city),
            Self::Remote => Workplace::Remote.label(),
            Self::Workplace(workplace) => t.for_me_reason_chosen(workplace.label()),
            Self::EmploymentType(employment_type) => t.for_me_reason_chosen(employment_type.label()),
            Self::Pay(least, currency) => {
                let (amount, sign) = (format::number(*least), format::currency_sign(currency));
                t.for_me_reason_pay(arg::Amount(amount), arg::Sign(sign))
            }
        }
    }

    /// Its weight in the score. What the work is counts more than where and how it is done.
    fn weight(&self) -> u32 {
        match self {
            Self::Title(_) => 5,
            Self::Skills(skills) => 2 * skills.len().min(5) as u32,
            Self::Category(_) | Self::Place(_) | Self::Pay(..) => 3,
            Self::Remote | Self::Workplace(_) => 2,
            Self::EmploymentType(_) => 1,
        }
    }

    /// Whether it is about the work itself, not about place or pay.
    fn is_of_the_work(&self) -> bool {
        matches!(self, Self::Title(_) | Self::Skills(_) | Self::Category(_))
    }
}

/// What is compared with the preferences of a posting.
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
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
    /// Wanted titles, with their significant `words`.
    titles: Vec<(&'a str, Vec<String>)>,
    /// In lower case, as are the places.
    skills: HashSet<String>,
    places: HashSet<String>,
}

impl<'a> Wish<'a> {
    fn new(wanted: &'a Preferences, skills: &[String]) -> Self {
        let lower = |list: &[String]| list.iter().map(|entry| entry.to_lowercase()).collect();
        let titles = wanted.titles.iter().map(|title| (title.as_str(), words(title)));
        Self { wanted, titles: titles.collect(), skills: lower(skills), places: lower(&wanted.places) }
    }

    /// The wanted title that is most like a posting's, with the share of its words found there, of 100; more than half.
    fn likest(&self, title: &str) -> Option<(&'a str, u32)> {
        let there: HashSet<String> = words(title).into_iter().collect();
        let share = |(wanted, words): &(&'a str, Vec<String>)| {
            let found = words.iter().filter(|w| there.contains(*w)).count();
            (*wanted, (100 * found / words.len().max(1)) as u32)
        };
        self.titles.iter().map(share).filter(|(_, share)| *share > 50).max_by_key(|(_, share)| *share)
    }
}

/// The postings that fit, and why; best first, newest first among equals (the order they come in).
pub fn best(preferences: &Preferences, skills: &[String], candidates: Vec<Candidate>) -> Vec<(Candidate, Vec<Reason>)> {
    let wish = Wish::new(preferences, skills);
    let fit = |candidate: Candidate| {
        let (score, reasons) = fit(&wish, &candidate)?;
        Some((score, candidate, reasons))
    };
    let mut fits: Vec<(u32, Candidate, Vec<Reason>)> = candidates.into_iter().filter_map(fit).collect();
    fits.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    fits.truncate(SHOWN);
    fits.into_iter().map(|(_, candidate, reasons)| (candidate, reasons)).collect()
}

/// Score and reasons of one posting; none when it contradicts a preference.
fn fit(wish: &Wish<'_>, candidate: &Candidate) -> Option<(u32, Vec<Reason>)> {
    let wanted = wish.wanted;
    let mut reasons = Vec::new();
    let mut score = 0;

    if let Some((title, share)) = wish.likest(&candidate.title) {
        // A title with all words of the wanted one counts twice as much as one with half of them.
        score += 2 * share / 20;
        reasons.push(Reason::Title(title.to_string()));
    }
    let common = candidate.skills.lines().filter(|skill| wish.skills.contains(&skill.to_lowercase()));
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
    let mut names =
        [&candidate.city, &candidate.region, &candidate.country].into_iter().filter(|name| !name.is_empty());
    let here = names.any(|name| wish.places.contains(&name.to_lowercase()));
    if here {
        reasons.push(Reason::Place(candidate.city.clone()));
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
    match wanted.least_pay.filter(|_| candidate.pay_year > 0 && candidate.currency == wanted.currency) {
        Some(least) if candidate.pay_year < least => return None,
        Some(least) => reasons.push(Reason::Pay(least, wanted.currency.clone())),
        None => {}
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

/// A title's significant words: in lower case, without levels and stop words.
pub fn words(title: &str) -> Vec<String> {
    const EMPTY: [&str; 16] = [
        "and", "of", "the", "for", "in", "und", "der", "die", "das", "für", "senior", "junior", "lead", "head", "all",
        "mwd",
    ];
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
    // Single letters are the m/w/d of German titles, but for the languages called C and R.
    let telling = |w: &&str| !EMPTY.contains(w) && (w.chars().count() > 1 || matches!(*w, "c" | "r"));
    words.filter(telling).map(str::to_string).collect()
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
        fit(&Wish::new(wanted, &skills), &candidate()).map(|(_, reasons)| reasons)
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
    fn pay_in_another_currency_says_nothing() {
        let wanted = Preferences { least_pay: Some(90_000), currency: "USD".into(), ..Preferences::default() };
        assert_eq!(reasons(&wanted, &["Rust"]), Some(vec![Reason::Skills(vec!["Rust".into()])]));
    }

    #[test]
    fn remote_work_is_in_every_place() {
        let mut far = candidate();
        far.workplace = Workplace::Remote;
        let wanted = Preferences { places: vec!["Paris".into()], ..Preferences::default() };
        assert_eq!(fit(&Wish::new(&wanted, &[]), &far).unwrap().1, [Reason::Remote]);
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
            let wish = Wish::new(&wanted, &[]);
            wish.likest("Senior Rust Engineer (m/w/d)").map(|(_, share)| share)
        };
        assert_eq!(likest("Rust Engineer"), Some(100));
        assert_eq!(likest("Software engineer"), None, "half of it is other work");
        assert_eq!(likest("Rust Software Engineer"), Some(66));
        assert_eq!(likest("Senior Accountant"), None);
        assert_eq!(likest("Senior"), None);
        assert_eq!(words("C++ und C#-Entwickler (m/w/d)"), ["c++", "c#", "entwickler"]);
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
            vec![titled("Rust and Go Engineer"), titled("Go Engineer"), titled("Rust Engineer"), titled("Cook")],
        );
        let titles: Vec<_> = fits.iter().map(|(candidate, _)| candidate.title.as_str()).collect();
        assert_eq!(titles, ["Rust and Go Engineer", "Rust Engineer"]);
    }
}

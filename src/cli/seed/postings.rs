//! Demo postings.

use fastrand::Rng;

use super::content::{Category, Country, Family, Ladder, bank};
use super::descriptions::{Level, Role};
use super::generate::{Facts, Kind, facts, pick, rng, sample, weighted};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The index of the company.
    pub company: usize,
    pub title: String,
    pub category: &'static str,
    /// `en` or `de`.
    pub language: &'static str,
    /// Markdown.
    pub description: String,
    pub employment_type: &'static str,
    pub workplace: &'static str,
    pub city: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub pay: Option<Pay>,
    pub skills: Vec<&'static str>,
    /// Since it was published.
    pub age_minutes: i64,
    pub open_days: i64,
}

/// In whole units of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pay {
    pub min: i64,
    pub max: i64,
    pub currency: &'static str,
    pub period: &'static str,
}

/// Posting `i` of a board with `companies` companies.
pub fn posting(seed: u64, i: usize, companies: usize) -> Posting {
    let rng = &mut rng(seed, Kind::Posting, i);
    let (company, facts) = employer(rng, seed, companies);
    let at = weighted(rng, facts.industry.categories.iter().map(|category| category.1));
    let mut category = &bank().categories[facts.industry.categories[at].0];
    let mut german = facts.country.language == "German" && rng.u32(..100) < 28;
    if german {
        match bank().german.iter().find(|other| other.name == category.name) {
            Some(other) => category = other,
            None => german = false,
        }
    }
    let family = &category.families[rng.usize(..category.families.len())];
    let title = pick(rng, &family.titles);
    let employment_type = employment_type(rng, category, family, title);
    let level = level(rng, family, title, employment_type);
    let workplace = ["on_site", "hybrid", "remote"][weighted(rng, category.workplace.iter().copied())];
    let (city, region) = if rng.u32(..100) < 75 { facts.place } else { pick(rng, &facts.country.places) };
    let area = if !family.areas.is_empty() && rng.u32(..100) < 40 { Some(pick(rng, &family.areas)) } else { None };
    let count = rng.usize(3..=8);
    let skills: Vec<_> = sample(rng, &family.skills, count).copied().collect();
    let pay = (rng.u32(..100) >= 6).then(|| pay(rng, facts.country, family, level, employment_type));
    let role = Role { facts: &facts, category, family, title, level, workplace, city, skills: &skills };
    let description = if german { role.describe_in_german(rng) } else { role.describe(rng) };
    let age_minutes = age(rng);
    Posting {
        company,
        title: full_title(rng, title, level, employment_type, area, german),
        category: category.name,
        language: if german { "de" } else { "en" },
        description,
        employment_type,
        workplace,
        city,
        region,
        country: facts.country.code,
        pay,
        skills,
        age_minutes,
        open_days: match rng.u32(..100) {
            0..8 if age_minutes < 25 * 1440 => 30,
            8..14 => 90,
            _ => 60,
        },
    }
}

/// The larger of two, as larger companies post more.
fn employer(rng: &mut Rng, seed: u64, companies: usize) -> (usize, Facts) {
    let mut draw = || {
        let i = rng.usize(..companies.max(1));
        (i, facts(&mut super::generate::rng(seed, Kind::Company, i), seed, i))
    };
    let (one, two) = (draw(), draw());
    if one.1.size_rank() >= two.1.size_rank() { one } else { two }
}

/// Skewed to the last days, at most 55 days.
fn age(rng: &mut Rng) -> i64 {
    let share = rng.f64();
    (share * share * f64::from(55 * 1440)) as i64
}

fn manages(title: &str) -> bool {
    ["Manager", "Partner", "Officer", "Counsel", "Attorney", "Master", "Coach", "leiter", "Lead", "Supervisor"]
        .iter()
        .any(|word| title.contains(word))
}

fn employment_type(rng: &mut Rng, category: &Category, family: &Family, title: &str) -> &'static str {
    let learns = matches!(category.name, "trades" | "logistics" | "hospitality");
    match (family.hand, rng.u32(..100)) {
        (true, 0..20) | (false, 0..7) => "part_time",
        (true, 20..26) | (false, 7..9) => "temporary",
        (true, 26..28) | (false, 9..15) => "contract",
        (true, 28..33) if learns => "apprenticeship",
        (false, 15..20) if family.ladder == Ladder::Full && !manages(title) => "internship",
        _ => "full_time",
    }
}

fn level(rng: &mut Rng, family: &Family, title: &str, employment_type: &str) -> Level {
    if matches!(employment_type, "internship" | "apprenticeship") {
        return Level::Learner;
    }
    match (family.ladder, rng.u32(..100)) {
        (Ladder::Full, 0..14) if !manages(title) => Level::Junior,
        (Ladder::Full, 14..44) | (Ladder::Senior, 0..18) => Level::Senior,
        (Ladder::Full, 44..54) if !manages(title) => Level::Lead,
        _ => Level::Plain,
    }
}

fn full_title(
    rng: &mut Rng,
    title: &str,
    level: Level,
    employment_type: &str,
    area: Option<&str>,
    german: bool,
) -> String {
    let mut out = String::with_capacity(64);
    out.push_str(match (level, german) {
        (Level::Junior, _) => "Junior ",
        (Level::Senior, _) => "Senior ",
        (Level::Lead, false) => "Lead ",
        (Level::Learner, false) if employment_type == "apprenticeship" => "Apprentice ",
        (Level::Learner, true) if employment_type == "apprenticeship" => "Ausbildung: ",
        (Level::Learner, true) => "Praktikum: ",
        _ => "",
    });
    out.push_str(title);
    if level == Level::Learner && employment_type == "internship" && !german {
        out.push_str(" Intern");
    }
    if let Some(area) = area {
        out.push_str(", ");
        out.push_str(area);
    }
    if rng.bool() {
        out.push_str(match (employment_type, german) {
            ("part_time", false) => " (Part-Time)",
            ("part_time", true) => " in Teilzeit",
            ("contract", false) => " (6-Month Contract)",
            ("contract" | "temporary", true) => ", befristet",
            ("temporary", false) => " (Temporary)",
            _ => "",
        });
    }
    out
}

fn pay(rng: &mut Rng, country: &Country, family: &Family, level: Level, employment_type: &str) -> Pay {
    let level = match level {
        Level::Learner => 0.42,
        Level::Junior => 0.8,
        Level::Plain => 1.0,
        Level::Senior => 1.22,
        Level::Lead => 1.4,
    };
    let draw = rng.u32(..100);
    let period = match employment_type {
        "internship" | "apprenticeship" => "month",
        "contract" if family.hand => "hour",
        "contract" if draw < 60 => "day",
        "contract" => "hour",
        "temporary" if draw < 30 => "week",
        "temporary" => "hour",
        "part_time" if draw < 60 => "hour",
        "part_time" => "month",
        _ if family.hand && draw < 40 => "hour",
        _ if family.hand && draw < 75 => "month",
        _ => country.period,
    };
    let part = match period {
        "hour" => 1800.0,
        "day" => 160.0,
        "week" => 50.0,
        "month" if employment_type == "part_time" => 20.0,
        "month" => 12.0,
        _ => 1.0,
    };
    let factor = if family.hand { country.hand } else { country.desk };
    let unit = level * factor * (0.92 + rng.f64() * 0.2) / part;
    let (low, high) = (family.pay.0 as f64, family.pay.1 as f64);
    let min = round((low + (high - low) * 0.2 * rng.f64()) * unit);
    let max = round((high - (high - low) * 0.3 * rng.f64()) * unit);
    Pay { min, max: if max > min { max } else { min + step(min as f64) }, currency: country.currency, period }
}

fn step(amount: f64) -> i64 {
    match amount as i64 {
        ..100 => 1,
        100..1_000 => 10,
        1_000..10_000 => 50,
        10_000..100_000 => 500,
        100_000..1_000_000 => 5_000,
        _ => 50_000,
    }
}

fn round(amount: f64) -> i64 {
    let step = step(amount);
    (amount / step as f64).round() as i64 * step
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn postings_are_deterministic() {
        assert_eq!(posting(7, 999_999, 500), posting(7, 999_999, 500));
        assert_ne!(posting(7, 0, 500), posting(8, 0, 500));
    }

    #[test]
    fn postings_are_believable() {
        let (mut categories, mut without_pay, mut german) = (HashSet::new(), 0, 0);
        for i in 0..20_000 {
            let posting = posting(3, i, 800);
            let length = posting.description.chars().count();
            assert!((900..=2500).contains(&length), "{length} characters: {}", posting.description);
            assert!(posting.company < 800);
            assert!((3..=8).contains(&posting.skills.len()));
            assert!((0..=55 * 1440).contains(&posting.age_minutes));
            assert!(posting.age_minutes < posting.open_days * 1440);
            match posting.pay {
                Some(pay) => assert!(0 < pay.min && pay.min <= pay.max, "{pay:?}"),
                None => without_pay += 1,
            }
            german += usize::from(posting.language == "de");
            categories.insert(posting.category);
        }
        assert_eq!(categories.len(), 18);
        assert!((900..1500).contains(&without_pay), "{without_pay}");
        assert!((700..1400).contains(&german), "{german}");
    }
}

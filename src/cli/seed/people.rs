//! Demo seekers.

use fastrand::Rng;

use super::content::{Category, Country, Family, Ladder, bank, prose};
use super::generate::{Kind, facts, fill, pick, rng, sample, slug, weighted};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seeker {
    pub name: String,
    pub email: String,
    pub headline: String,
    pub city: &'static str,
    pub country: &'static str,
    pub phone: String,
    pub about: String,
    pub category: &'static str,
    pub skills: Vec<&'static str>,
    pub languages: Vec<String>,
    pub links: Vec<String>,
    /// Newest first.
    pub experience: Vec<Experience>,
    pub education: Vec<Education>,
}

/// Months are `2024-03`; the present job has no end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experience {
    pub title: String,
    pub company: String,
    pub from: String,
    pub to: Option<String>,
    pub bullets: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Education {
    pub degree: String,
    pub school: String,
    pub year: u32,
}

/// The month in which resumes end, counted from year 0.
const PRESENT: u32 = 2026 * 12 + 8;

pub fn seeker(seed: u64, i: usize) -> Seeker {
    let rng = &mut rng(seed, Kind::Seeker, i);
    let bank = bank();
    let country = &bank.countries[weighted(rng, bank.countries.iter().map(|country| country.weight))];
    let city = pick(rng, &country.places).0;
    let (first, last) = name(rng, country);
    let category = &bank.categories[rng.usize(..bank.categories.len())];
    let family = &category.families[rng.usize(..category.families.len())];
    let title = pick(rng, &family.titles);
    let count = rng.usize(4..=8);
    let skills: Vec<_> = sample(rng, &family.skills, count).copied().collect();

    let (experience, start) = experience(rng, seed, category, family, title);
    let years = ((PRESENT - start) / 12).max(1).to_string();
    let vars = [("title", title), ("years", &years), ("skill", pick(rng, &skills))];
    let mut about = String::new();
    fill(&mut about, pick(rng, prose::SUMMARY), &vars);
    about.push(' ');
    fill(&mut about, pick(rng, prose::SUMMARY_2), &vars);

    let handle = format!("{}.{}", slug(first), slug(last));
    let mut links = vec![format!("https://{}-{}.example", slug(first), slug(last))];
    if !family.hand && rng.bool() {
        links.push(format!("https://portfolio.example/{handle}"));
    }
    let mut languages = vec![format!("{} (native)", country.language)];
    if country.language != "English" {
        languages.push(format!("English ({})", pick(rng, &["fluent", "good", "everyday"])));
    }
    let other = pick(rng, &["French", "German", "Spanish", "Italian", "Polish", "Arabic", "Turkish"]);
    if other != country.language && rng.bool() {
        languages.push(format!("{other} ({})", pick(rng, &["good", "basic"])));
    }
    Seeker {
        name: format!("{first} {last}"),
        email: format!("{handle}.{i}@seeker.example"),
        headline: format!("{title}: {}, {} and {}", skills[0], skills[1], skills[2]),
        city,
        country: country.code,
        phone: format!("{} 555 01{:02} {:03}", country.dial, rng.u32(..100), rng.u32(..1000)),
        about,
        category: category.name,
        skills,
        languages,
        links,
        experience,
        education: education(rng, category, family, country, start),
    }
}

/// Usually a name common in the country.
fn name(rng: &mut Rng, country: &Country) -> (&'static str, &'static str) {
    let cultures = &bank().cultures;
    let local = cultures.iter().filter(|culture| culture.countries.contains(&country.code));
    let culture = match local.clone().count() {
        n if n > 0 && rng.u32(..100) < 78 => local.clone().nth(rng.usize(..n)),
        _ => cultures.get(rng.usize(..cultures.len())),
    };
    let culture = culture.unwrap_or(&cultures[0]);
    (pick(rng, &culture.first), pick(rng, &culture.last))
}

/// The jobs, newest first, and the month in which the first began.
fn experience(rng: &mut Rng, seed: u64, category: &Category, family: &Family, title: &str) -> (Vec<Experience>, u32) {
    let count = rng.usize(1..=3);
    let mut jobs = Vec::with_capacity(count);
    let mut end = PRESENT - pick(rng, &[0, 0, 0, 2, 5]);
    let first_duty = rng.usize(..family.duties.len());
    let wins: Vec<_> = sample(rng, &category.wins, count).collect();
    for at in 0..count {
        let from = end - rng.u32(14..64);
        let prefix = match (at, family.ladder) {
            (0, Ladder::Full | Ladder::Senior) if count == 3 && !title.contains("Manager") => "Senior ",
            (2, Ladder::Full) if !title.contains("Manager") => "Junior ",
            _ => "",
        };
        let duties = family.duties.iter().cycle().skip(first_duty + 2 * at).take(2 + usize::from(count == 1));
        let mut bullets: Vec<_> = duties.map(|duty| past(duty)).collect();
        if let Some(win) = wins.get(at) {
            let (n, k) = (rng.u32(12..48).to_string(), rng.u32(5..10).to_string());
            let mut line = String::new();
            fill(&mut line, win, &[("n", &n), ("k", &k)]);
            bullets.push(line);
        }
        let title = if at == 0 { title } else { pick(rng, &family.titles) };
        jobs.push(Experience {
            title: format!("{prefix}{title}"),
            company: employer(rng, seed, category),
            from: month(from),
            to: (end < PRESENT).then(|| month(end)),
            bullets,
        });
        end = from - rng.u32(1..4);
    }
    (jobs, end + 1)
}

/// A company of the category's field, where a few draws find one.
fn employer(rng: &mut Rng, seed: u64, category: &Category) -> String {
    let own = bank().categories.iter().position(|other| other.name == category.name);
    let mut draw = || {
        let i = rng.usize(..600);
        facts(&mut super::generate::rng(seed, Kind::Company, i), seed, i)
    };
    let mut firm = draw();
    for _ in 0..12 {
        if firm.industry.categories.iter().any(|entry| Some(entry.0) == own && entry.1 > 2) {
            break;
        }
        firm = draw();
    }
    firm.name.into_owned()
}

fn month(months: u32) -> String {
    format!("{}-{:02}", months / 12, months % 12 + 1)
}

fn education(rng: &mut Rng, category: &Category, family: &Family, country: &Country, start: u32) -> Vec<Education> {
    let year = start / 12 - rng.u32(0..2);
    let study = pick(rng, &category.study);
    let mut school = |kind: &str| format!("{} {kind}, {}", pick(rng, &bank().names), pick(rng, &country.places).0);
    if family.hand {
        return vec![Education {
            degree: format!("Vocational qualification, {study}"),
            school: school("College"),
            year,
        }];
    }
    let bachelor = Education { degree: format!("Bachelor in {study}"), school: school("University"), year: year - 2 };
    let master = Education { degree: format!("Master in {study}"), school: school("University"), year };
    if rng.u32(..100) < 55 { vec![master, bachelor] } else { vec![Education { year, ..bachelor }] }
}

/// `Design services` becomes `Designed services`.
fn past(duty: &str) -> String {
    let (verb, rest) = duty.split_once(' ').unwrap_or((duty, ""));
    #[rustfmt::skip]
    let irregular = [
        ("Build", "Built"), ("Write", "Wrote"), ("Run", "Ran"), ("Lead", "Led"), ("Bring", "Brought"),
        ("Hold", "Held"), ("Teach", "Taught"), ("Draw", "Drew"), ("Sell", "Sold"), ("Find", "Found"),
        ("Keep", "Kept"), ("Drive", "Drove"), ("Read", "Read"), ("Set", "Set"), ("Cut", "Cut"),
        ("Plan", "Planned"), ("Ship", "Shipped"), ("Trim", "Trimmed"), ("Map", "Mapped"), ("Spot", "Spotted"),
        ("Equip", "Equipped"), ("Fit", "Fitted"), ("Hunt", "Hunted"), ("Dig", "Dug"), ("Shop", "Shopped"),
        ("Speak", "Spoke"), ("Sit", "Sat"), ("Film", "Filmed"), ("Chair", "Chaired"), ("Refit", "Refitted"),
        ("Retrofit", "Retrofitted"), ("Log", "Logged"), ("Rebuild", "Rebuilt"), ("Roll", "Rolled"),
        ("Understand", "Understood"), ("Grade", "Graded"), ("Mix", "Mixed"), ("Weld", "Welded"),
        ("Commit", "Committed"), ("Visit", "Visited"), ("Defend", "Defended"), ("Oversee", "Oversaw"),
        ("Transfer", "Transferred"), ("Model", "Modelled"),
    ];
    let done = match irregular.iter().find(|pair| pair.0 == verb) {
        Some(pair) => pair.1.to_owned(),
        None if verb.ends_with('e') => format!("{verb}d"),
        None => match verb.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
            _ => format!("{verb}ed"),
        },
    };
    format!("{done} {rest}")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn seekers_are_deterministic_and_distinct() {
        assert_eq!(seeker(5, 77), seeker(5, 77));
        let emails: HashSet<_> = (0..5_000).map(|i| seeker(5, i).email).collect();
        assert_eq!(emails.len(), 5_000);
        assert!(emails.iter().all(|email| email.is_ascii() && email.ends_with("@seeker.example")));
    }

    #[test]
    fn seekers_have_a_past() {
        for i in 0..2_000 {
            let seeker = seeker(9, i);
            assert!(!seeker.experience.is_empty() && !seeker.education.is_empty());
            for job in &seeker.experience {
                assert!(job.to.as_ref().is_none_or(|to| *to > job.from), "{job:?}");
            }
        }
    }

    #[test]
    fn duties_become_deeds() {
        assert_eq!(past("Supply wards"), "Supplied wards");
        assert_eq!(past("Build things"), "Built things");
        assert_eq!(past("Deploy often"), "Deployed often");
        assert_eq!(past("Diagnose faults"), "Diagnosed faults");
    }
}

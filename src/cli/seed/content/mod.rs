//! Word banks, kept as plain text beside this file and parsed once.

pub mod prose;

use std::str::FromStr;
use std::sync::LazyLock;

pub type Words = Vec<&'static str>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ladder {
    /// Junior, plain, senior, lead.
    Full,
    /// Plain and senior.
    Senior,
    None,
}

/// A field of work: what its roles have in common, and the roles.
pub struct Category {
    pub name: &'static str,
    /// On site, hybrid, remote.
    pub workplace: [u32; 3],
    pub study: Words,
    pub duties: Words,
    pub needs: Words,
    pub offers: Words,
    pub wins: Words,
    pub families: Vec<Family>,
}

/// One role with its interchangeable titles.
pub struct Family {
    pub titles: Words,
    /// Paid by the hour or month rather than the year.
    pub hand: bool,
    pub ladder: Ladder,
    /// A mid-level year in Germany, in EUR.
    pub pay: (i64, i64),
    pub skills: Words,
    pub areas: Words,
    pub team: &'static str,
    pub duties: Words,
    pub needs: Words,
}

pub struct Country {
    pub code: &'static str,
    pub name: &'static str,
    pub currency: &'static str,
    pub dial: &'static str,
    pub language: &'static str,
    pub period: &'static str,
    /// Local pay for 1 EUR of German pay, at a desk and by hand.
    pub desk: f64,
    pub hand: f64,
    pub weight: u32,
    /// City and region.
    pub places: Vec<(&'static str, &'static str)>,
}

pub struct Industry {
    pub word: &'static str,
    /// Position in [`Bank::categories`] and weight.
    pub categories: Vec<(usize, u32)>,
    pub endings: Words,
    pub does: Words,
}

pub struct Firm {
    pub name: &'static str,
    pub industry: usize,
    pub country: usize,
    pub place: usize,
    pub size: &'static str,
    pub does: &'static str,
}

pub struct Culture {
    pub countries: Words,
    pub first: Words,
    pub last: Words,
}

pub struct Bank {
    pub categories: Vec<Category>,
    pub german: Vec<Category>,
    pub countries: Vec<Country>,
    pub industries: Vec<Industry>,
    pub firms: Vec<Firm>,
    pub cultures: Vec<Culture>,
    pub names: Words,
}

pub fn bank() -> &'static Bank {
    static BANK: LazyLock<Bank> = LazyLock::new(Bank::load);
    &BANK
}

const ROLES: [&str; 18] = [
    include_str!("roles/engineering.txt"),
    include_str!("roles/data.txt"),
    include_str!("roles/design.txt"),
    include_str!("roles/product.txt"),
    include_str!("roles/marketing.txt"),
    include_str!("roles/sales.txt"),
    include_str!("roles/support.txt"),
    include_str!("roles/operations.txt"),
    include_str!("roles/finance.txt"),
    include_str!("roles/people.txt"),
    include_str!("roles/legal.txt"),
    include_str!("roles/healthcare.txt"),
    include_str!("roles/education.txt"),
    include_str!("roles/hospitality.txt"),
    include_str!("roles/logistics.txt"),
    include_str!("roles/trades.txt"),
    include_str!("roles/science.txt"),
    include_str!("roles/media.txt"),
];

impl Bank {
    fn load() -> Self {
        let categories: Vec<_> = ROLES.iter().flat_map(|text| roles(text)).collect();
        let countries: Vec<_> = rows(include_str!("countries.txt")).map(country).collect();
        let industries: Vec<_> = rows(include_str!("industries.txt")).map(|row| industry(&row, &categories)).collect();
        let firms = rows(include_str!("companies.txt")).map(|row| firm(&row, &industries, &countries)).collect();
        let cultures = rows(include_str!("people.txt"))
            .map(|row| Culture {
                countries: row[0].split(' ').collect(),
                first: words(row[1], ", "),
                last: words(row[2], ", "),
            })
            .collect();
        Self {
            german: roles(include_str!("german.txt")),
            names: words(include_str!("names.txt"), ", "),
            categories,
            countries,
            industries,
            firms,
            cultures,
        }
    }
}

fn words(text: &'static str, separator: &str) -> Words {
    text.split(separator).map(str::trim).collect()
}

fn number<T: FromStr>(text: &str) -> T {
    text.trim().parse().unwrap_or_else(|_| panic!("a number, not {text:?}"))
}

/// Lines of `a | b | c`; `#` begins a comment.
fn rows(text: &'static str) -> impl Iterator<Item = Words> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| words(line, "|"))
}

fn country(row: Words) -> Country {
    Country {
        code: row[0],
        name: row[1],
        currency: row[2],
        dial: row[3],
        language: row[4],
        period: row[5],
        desk: number(row[6]),
        hand: number(row[7]),
        weight: number(row[8]),
        places: row[9].split(", ").map(|place| place.split_once('/').expect("city/region")).collect(),
    }
}

fn industry(row: &Words, categories: &[Category]) -> Industry {
    let weight = |entry: &str| {
        let (name, weight) = entry.split_once(' ').expect("category and weight");
        (position(categories, |category| category.name == name), number(weight))
    };
    Industry {
        word: row[0],
        categories: row[1].split(", ").map(weight).collect(),
        endings: words(row[2], ";"),
        does: words(row[3], ";"),
    }
}

fn firm(row: &Words, industries: &[Industry], countries: &[Country]) -> Firm {
    let in_city = |country: &Country| country.places.iter().any(|place| place.0 == row[2]);
    let country = position(countries, in_city);
    Firm {
        name: row[0],
        industry: position(industries, |industry| industry.word == row[1]),
        country,
        place: position(&countries[country].places, |place| place.0 == row[2]),
        size: row[3],
        does: row[4],
    }
}

fn position<T>(items: &[T], is: impl Fn(&T) -> bool) -> usize {
    items.iter().position(is).expect("a name that the banks know")
}

/// `#` opens a category, `##` a family; then `-` duties, `+` needs, `*` offers, `~` achievements, `>` the team.
fn roles(text: &'static str) -> Vec<Category> {
    let mut all: Vec<Category> = Vec::new();
    let mut defaults = (false, Ladder::None);
    for line in text.lines() {
        let (mark, rest) = line.split_once(' ').expect("a mark and text");
        if mark == "#" {
            let head = words(rest, "|");
            defaults = (head[1] == "hand", ladder(head[2]));
            all.push(Category {
                name: head[0],
                workplace: std::array::from_fn(|i| number(head[3].split(' ').nth(i).expect("three weights"))),
                study: words(head[4], ";"),
                duties: Vec::new(),
                needs: Vec::new(),
                offers: Vec::new(),
                wins: Vec::new(),
                families: Vec::new(),
            });
            continue;
        }
        let category = all.last_mut().expect("a category first");
        if mark == "##" {
            category.families.push(Family {
                titles: words(rest, ";"),
                hand: defaults.0,
                ladder: defaults.1,
                pay: (0, 0),
                skills: Vec::new(),
                areas: Vec::new(),
                team: "",
                duties: Vec::new(),
                needs: Vec::new(),
            });
            continue;
        }
        match (mark, category.families.last_mut()) {
            ("-", Some(family)) => family.duties.push(rest),
            ("-", None) => category.duties.push(rest),
            ("+", Some(family)) => family.needs.push(rest),
            ("+", None) => category.needs.push(rest),
            ("*", None) => category.offers.push(rest),
            ("~", None) => category.wins.push(rest),
            (">", Some(family)) => family.team = rest,
            ("pay", Some(family)) => {
                let (min, max) = rest.split_once(' ').expect("two amounts");
                family.pay = (number(min), number(max));
            }
            ("skills", Some(family)) => family.skills = words(rest, ","),
            ("areas", Some(family)) => family.areas = words(rest, ","),
            ("ladder", Some(family)) => family.ladder = ladder(rest),
            ("kind", Some(family)) => family.hand = rest == "hand",
            _ => panic!("unknown line {line:?}"),
        }
    }
    all
}

fn ladder(word: &str) -> Ladder {
    match word {
        "full" => Ladder::Full,
        "senior" => Ladder::Senior,
        "none" => Ladder::None,
        _ => panic!("unknown ladder {word:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banks_are_complete() {
        let bank = bank();
        assert_eq!(bank.firms.len(), 60);
        assert!(bank.countries.iter().map(|country| country.places.len()).sum::<usize>() >= 60);
        for category in &bank.categories {
            assert!(category.families.len() >= 5, "{}", category.name);
            assert!(category.wins.len() >= 3 && category.offers.len() >= 3, "{}", category.name);
        }
        for family in bank.categories.iter().chain(&bank.german).flat_map(|category| &category.families) {
            assert!(family.skills.len() >= 5 && family.pay.0 < family.pay.1, "{:?}", family.titles);
            assert!(family.duties.len() >= 3 && family.needs.len() >= 2 && !family.team.is_empty());
        }
        for (i, category) in bank.categories.iter().enumerate() {
            assert!(bank.industries.iter().any(|one| one.categories.iter().any(|c| c.0 == i)), "{}", category.name);
        }
    }
}

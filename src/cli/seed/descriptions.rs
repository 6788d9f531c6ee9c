//! The Markdown of demo postings.

use fastrand::Rng;

use super::content::{Category, Family, prose};
use super::generate::{Facts, fill, pick, sample};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Learner,
    Junior,
    Plain,
    Senior,
    Lead,
}

pub(super) struct Role<'a> {
    pub facts: &'a Facts,
    pub category: &'static Category,
    pub family: &'static Family,
    pub title: &'static str,
    pub level: Level,
    pub workplace: &'static str,
    pub city: &'static str,
    pub skills: &'a [&'static str],
}

impl Role<'_> {
    pub fn describe(&self, rng: &mut Rng) -> String {
        let n = SMALL[rng.usize(..SMALL.len())];
        let vars = self.vars(n);
        let mut out = String::with_capacity(2600);
        fill(&mut out, "{company} ", &vars);
        out.push_str(self.facts.does);
        out.push_str(". ");
        fill(&mut out, self.family.team, &vars);
        out.push(' ');
        fill(&mut out, pick(rng, prose::INTRO), &vars);
        out.push(' ');
        let place = match self.workplace {
            "on_site" => prose::ON_SITE,
            "hybrid" => prose::HYBRID,
            _ => prose::REMOTE,
        };
        fill(&mut out, pick(rng, place), &vars);
        heading(&mut out, "What you will do");
        self.duties(rng, &mut out);
        heading(&mut out, "What you bring");
        bullet(
            &mut out,
            match self.level {
                Level::Learner => "Curiosity, reliability and the wish to learn this work from the ground up",
                Level::Junior => "First practice from training, study or a job; the rest you learn with us",
                Level::Plain => "Two to four years in a similar role, or an unusual path to the same place",
                Level::Senior => "Five or more years of practice, some of them as the person others ask",
                Level::Lead => "Experience in guiding a team of three to ten people",
            },
        );
        self.needs(rng, &mut out, "Practice with ", " and ");
        heading(&mut out, "What we offer");
        let (common, own) = (rng.usize(3..=4), rng.usize(1..=2));
        bullets(&mut out, sample(rng, prose::OFFERS, common));
        bullets(&mut out, sample(rng, &self.category.offers, own));
        out.push_str("\n\n");
        out.push_str(pick(rng, prose::CLOSING));
        out
    }

    pub fn describe_in_german(&self, rng: &mut Rng) -> String {
        let n = SMALL_DE[rng.usize(..SMALL_DE.len())];
        let vars = self.vars(n);
        let mut out = String::with_capacity(2000);
        fill(&mut out, pick(rng, prose::DE_INTRO), &vars);
        out.push(' ');
        fill(&mut out, self.family.team, &vars);
        out.push(' ');
        fill(&mut out, pick(rng, prose::DE_INTRO_2), &vars);
        heading(&mut out, "Ihre Aufgaben");
        self.duties(rng, &mut out);
        heading(&mut out, "Ihr Profil");
        self.needs(rng, &mut out, "Erfahrung mit ", " und ");
        heading(&mut out, "Wir bieten");
        let common = rng.usize(3..=5);
        bullets(&mut out, sample(rng, prose::DE_OFFERS, common));
        bullets(&mut out, self.category.offers.iter());
        out.push_str("\n\n");
        out.push_str(pick(rng, prose::DE_CLOSING));
        out
    }

    fn vars<'a>(&'a self, n: &'a str) -> [(&'static str, &'a str); 5] {
        let facts = self.facts;
        [
            ("company", &facts.name),
            ("title", self.title),
            ("city", self.city),
            ("country", facts.country.name),
            ("n", n),
        ]
    }

    fn duties(&self, rng: &mut Rng, out: &mut String) {
        let (own, common) = (rng.usize(3..=4), rng.usize(2..=3));
        bullets(out, sample(rng, &self.family.duties, own));
        bullets(out, sample(rng, &self.category.duties, common));
    }

    fn needs(&self, rng: &mut Rng, out: &mut String, practice: &str, and: &str) {
        let (own, common) = (rng.usize(2..=3), rng.usize(2..=3));
        bullets(out, sample(rng, &self.family.needs, own));
        out.push_str("\n- ");
        out.push_str(practice);
        let named = &self.skills[..self.skills.len().min(3)];
        for (i, skill) in named.iter().enumerate() {
            out.push_str(match i {
                0 => "",
                _ if i + 1 == named.len() => and,
                _ => ", ",
            });
            out.push_str(skill);
        }
        bullets(out, sample(rng, &self.category.needs, common));
    }
}

const SMALL: [&str; 8] = ["three", "four", "five", "six", "seven", "nine", "eleven", "fourteen"];
const SMALL_DE: [&str; 6] = ["drei", "vier", "fünf", "sieben", "neun", "zwölf"];

fn heading(out: &mut String, text: &str) {
    out.push_str("\n\n## ");
    out.push_str(text);
    out.push('\n');
}

fn bullet(out: &mut String, text: &str) {
    out.push_str("\n- ");
    out.push_str(text);
}

fn bullets<'a>(out: &mut String, lines: impl Iterator<Item = &'a &'a str>) {
    for line in lines {
        bullet(out, line);
    }
}

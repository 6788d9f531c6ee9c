//! What the demo board holds: who is there and what they post. Everything follows from the seed, the size and one
//! moment, so the same command makes the same data.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::{Builder, Uuid};

use super::{
    generate::{Company, Kind, company, rng},
    insert::{CompanyRow, PostingRow, ProfileRow, UserRow},
    people::{Seeker, seeker},
    postings::{Posting, posting},
};
use crate::{
    accounts::Role,
    jobs::{PayPeriod, PostingState},
    platform::markdown::{Below, render_here},
    text::{Amount, Zone, slug},
};

/// The companies that somebody can log in for; the first is the demo employer's.
pub const EMPLOYERS: usize = 12;
/// Postings of the demo employer, at least.
const OWN_POSTINGS: usize = 10;
/// Employers are named by people from here on, whom no seeker is.
const EMPLOYER_NAMES: usize = 1_000_000;

pub struct Plan {
    pub seed: u64,
    pub now: DateTime<Utc>,
    pub jobs: usize,
    pub companies: usize,
    /// Besides the demo seeker, whose index is this.
    pub seekers: usize,
}

/// A seeker and their account.
pub struct Person {
    pub id: Uuid,
    pub email: String,
    pub created_at: DateTime<Utc>,
    pub seeker: Seeker,
}

impl Plan {
    pub fn new(seed: u64, jobs: usize, now: DateTime<Utc>) -> Self {
        Self { seed, now, jobs, companies: (jobs / 20).clamp(12, 20_000), seekers: 60 + (jobs / 50).min(2_000) }
    }

    /// A key like UUID v7: in the order of time, the rest hashed. The last 32 bits are a permutation of `i`, so that
    /// no two keys of a kind, nor the slugs that end with them, can be the same.
    pub fn id(&self, kind: Kind, at: DateTime<Utc>, i: usize) -> Uuid {
        let mut tail = (i as u32) ^ (self.seed as u32) ^ 0x9e37_79b9;
        for factor in [0x85eb_ca6b, 0xc2b2_ae35] {
            tail = (tail ^ (tail >> 15)).wrapping_mul(factor);
        }
        tail ^= tail >> 16;
        let mut bytes = [0; 10];
        bytes[..6].copy_from_slice(&rng(self.seed, kind, i).u64(..).to_be_bytes()[..6]);
        bytes[6..].copy_from_slice(&tail.to_be_bytes());
        Builder::from_unix_timestamp_millis(at.timestamp_millis() as u64, &bytes).into_uuid()
    }

    /// Some days ago, at some minute.
    fn days_ago(&self, kind: Kind, i: usize, days: std::ops::Range<i64>) -> DateTime<Utc> {
        let minutes = rng(self.seed, kind, i).i64(days.start * 1440..days.end * 1440);
        self.now - TimeDelta::minutes(minutes)
    }

    pub fn company_id(&self, i: usize) -> Uuid {
        self.id(Kind::Company, self.days_ago(Kind::Company, i, 60..900), i)
    }

    pub fn company(&self, i: usize) -> CompanyRow {
        let Company { name, slug, site, about, city, country, size, .. } = company(self.seed, i);
        let created_at = self.days_ago(Kind::Company, i, 60..900);
        let about_text = render_here(&about, Below::Section);
        CompanyRow { id: self.company_id(i), slug, name, site, about, about_text, city, country, size, created_at }
    }

    /// The employer's account of one of the first companies.
    pub fn employer(&self, company: usize) -> UserRow {
        let email = match company {
            0 => "employer@demo.example".to_string(),
            n => format!("employer{}@demo.example", n + 1),
        };
        self.user(EMPLOYER_NAMES + company, email)
    }

    /// A second member of the first company.
    pub fn colleague(&self) -> UserRow {
        self.user(EMPLOYER_NAMES + EMPLOYERS, "colleague@demo.example".to_string())
    }

    /// An interviewer of the first company.
    pub fn interviewer(&self) -> UserRow {
        self.user(EMPLOYER_NAMES + EMPLOYERS + 1, "interviewer@demo.example".to_string())
    }

    fn user(&self, i: usize, email: String) -> UserRow {
        let created_at = self.days_ago(Kind::Seeker, i, 57..60);
        let name = seeker(self.seed, i).name;
        UserRow { id: self.id(Kind::Seeker, created_at, i), email, name, role: Role::Employer, created_at }
    }

    /// A seeker; the one after the last is the demo seeker, an engineer.
    pub fn person(&self, i: usize) -> Person {
        let (seeker, email) = if i < self.seekers {
            let seeker = seeker(self.seed, i);
            let email = seeker.email.clone();
            (seeker, email)
        } else {
            let mut others = (i..i + 2_000).map(|i| seeker(self.seed, i));
            let fits = |s: &Seeker| s.category == "engineering" && s.country == "DE";
            let found = others.find(fits).unwrap_or_else(|| seeker(self.seed, i));
            (found, "seeker@demo.example".to_string())
        };
        let created_at = self.days_ago(Kind::Seeker, i, 56..400);
        Person { id: self.id(Kind::Seeker, created_at, i), email, created_at, seeker }
    }

    /// What a person tells of themselves. Every other one, and the demo seeker, also tells what they look for.
    pub fn profile(&self, i: usize, person: &Person) -> ProfileRow {
        let Seeker { headline, city, country, phone, about, skills, links, category, experience, .. } = &person.seeker;
        let mut row = ProfileRow {
            user: person.id,
            headline: headline.clone(),
            place: format!("{city}, {country}"),
            phone: phone.clone(),
            about: about.clone(),
            skills: skills.join("\n"),
            links: links.join("\n"),
            currency: "EUR".to_string(),
            updated_at: person.created_at + TimeDelta::hours(1),
            ..Default::default()
        };
        if i == self.seekers || i.is_multiple_of(2) {
            row.titles = experience.first().map(|job| job.title.clone()).unwrap_or_default();
            row.categories = category.to_string();
            row.places = city.to_string();
            row.employment_types = "full_time".to_string();
        }
        if i == self.seekers {
            row.workplaces = "hybrid\nremote".to_string();
            row.categories.push_str("\ndata");
            row.least_pay = Some(45_000);
        }
        row
    }

    /// A posting before it became a row. The first ones are the demo employer's, the next the other employers'.
    pub fn draft(&self, i: usize) -> Posting {
        let companies = match i {
            ..OWN_POSTINGS => 1,
            OWN_POSTINGS..50 => EMPLOYERS,
            _ => self.companies,
        };
        let mut posting = posting(self.seed, i, companies);
        if i < OWN_POSTINGS {
            // Old enough for people to have applied and been answered.
            posting.age_minutes = posting.age_minutes.max((3 + 3 * i as i64) * 1440);
            posting.open_days = 60;
        }
        posting
    }

    pub fn published_at(&self, i: usize, posting: &Posting) -> DateTime<Utc> {
        let seconds = rng(self.seed, Kind::Life, i).i64(0..60);
        self.now - TimeDelta::minutes(posting.age_minutes) - TimeDelta::seconds(seconds)
    }

    pub fn state(&self, i: usize) -> PostingState {
        match (i, rng(self.seed, Kind::Life, i).u32(..1000)) {
            (..8, _) => PostingState::Open,
            (8, _) => PostingState::Draft,
            (9, _) | (_, ..50) => PostingState::Closed,
            (_, 50..60) => PostingState::Draft,
            (_, 60..65) => PostingState::Archived,
            _ => PostingState::Open,
        }
    }

    pub fn posting_id(&self, i: usize, posting: &Posting) -> Uuid {
        self.id(Kind::Posting, self.published_at(i, posting) - TimeDelta::hours(1), i)
    }

    pub fn posting(&self, i: usize) -> PostingRow {
        let posting = self.draft(i);
        let state = self.state(i);
        let id = self.posting_id(i, &posting);
        let published = self.published_at(i, &posting);
        let was_public = state != PostingState::Draft;
        let age = self.now - published;
        let updated_at = match state {
            PostingState::Closed | PostingState::Archived => published + age * 2 / 3,
            _ => published,
        };
        let pay = posting.pay;
        let pay_year = pay.and_then(|p| Some(p.period.parse::<PayPeriod>().ok()?.per_year(Amount::whole(p.max))));
        let views = rng(self.seed, Kind::Life, i).i64(0..=(age.num_hours() + 6));
        PostingRow {
            id,
            slug: slug(&posting.title, Some(id)),
            company: self.company_id(posting.company),
            state,
            title: posting.title,
            category: posting.category,
            text: render_here(&posting.description, Below::Title),
            description: posting.description,
            employment_type: posting.employment_type,
            workplace: posting.workplace,
            city: posting.city,
            region: posting.region,
            country: posting.country,
            skills: posting.skills.join("\n"),
            pay_min: pay.map(|p| Amount::whole(p.min)),
            pay_max: pay.map(|p| Amount::whole(p.max)),
            currency: pay.map_or("EUR", |p| p.currency),
            pay_period: pay.map_or("year", |p| p.period),
            pay_year: pay_year.unwrap_or(0),
            views: if was_public { views } else { 0 },
            closes_at: was_public.then(|| closes_at(published, posting.open_days)),
            closed_at: matches!(state, PostingState::Closed | PostingState::Archived).then_some(updated_at),
            published_at: was_public.then_some(published),
            created_at: published - TimeDelta::hours(1),
            updated_at,
        }
    }
}

/// The end of a day of the company, as the editor has it: companies begin in UTC.
fn closes_at(published: DateTime<Utc>, open_days: i64) -> DateTime<Utc> {
    Zone::UTC.end_of_day(Zone::UTC.day(published + TimeDelta::days(open_days)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn plan(jobs: usize) -> Plan {
        Plan::new(1, jobs, DateTime::from_timestamp(1_800_000_000, 0).unwrap())
    }

    #[test]
    fn slugs_are_unique_and_keys_in_order_of_time() {
        let plan = plan(4_000);
        let mut rows: Vec<_> = (0..4_000).map(|i| plan.posting(i)).collect();
        let slugs: HashSet<_> = rows.iter().map(|row| row.slug.clone()).collect();
        assert_eq!(slugs.len(), rows.len());
        rows.sort_by_key(|row| row.id);
        assert!(rows.is_sorted_by_key(|row| row.created_at));
    }

    #[test]
    fn the_demo_employer_has_open_postings() {
        let plan = plan(400);
        let own: Vec<_> = (0..400).map(|i| plan.posting(i)).filter(|row| row.company == plan.company_id(0)).collect();
        assert!(own.iter().filter(|row| row.state == PostingState::Open).count() >= 8);
        assert!(own.iter().all(|row| row.closes_at.is_none_or(|at| at > plan.now)));
        assert!(own.iter().flat_map(|row| row.closes_at).all(|at| at.to_rfc3339().contains("T23:59:59")));
    }

    #[test]
    fn the_demo_seeker_is_an_engineer() {
        let plan = plan(400);
        assert_eq!(plan.person(plan.seekers).seeker.category, "engineering");
    }
}

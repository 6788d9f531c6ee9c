//! Postings as everybody sees them: the terms of the field, and what pages show of a posting.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::problems,
    l10n::{arg, format, t, term},
    live::{Event, Payload},
    paging::Page,
};

term! {
    /// What kind of work it is.
    Category {
        Engineering => category_engineering,
        Data => category_data,
        Design => category_design,
        Product => category_product,
        Marketing => category_marketing,
        Sales => category_sales,
        Support => category_support,
        Operations => category_operations,
        Finance => category_finance,
        People => category_people,
        Legal => category_legal,
        Healthcare => category_healthcare,
        Education => category_education,
        Hospitality => category_hospitality,
        Logistics => category_logistics,
        Trades => category_trades,
        Science => category_science,
        Media => category_media,
    }
}

term! {
    /// How one is employed.
    EmploymentType {
        FullTime => employment_full_time,
        PartTime => employment_part_time,
        Contract => employment_contract,
        Temporary => employment_temporary,
        Internship => employment_internship,
        Apprenticeship => employment_apprenticeship,
    }
}

term! {
    /// Where the work is done.
    Workplace {
        OnSite => workplace_on_site,
        Hybrid => workplace_hybrid,
        Remote => workplace_remote,
    }
}

term! {
    /// What a pay range is counted by.
    PayPeriod {
        Hour => pay_period_hour,
        Day => pay_period_day,
        Week => pay_period_week,
        Month => pay_period_month,
        Year => pay_period_year,
    }
}

term! {
    /// The state of a posting.
    PostingState {
        Draft => posting_state_draft,
        Open => posting_state_open,
        Closed => posting_state_closed,
        Archived => posting_state_archived,
    }
}

impl PostingState {
    /// Whether a posting is public and takes applications. The state alone is not enough: an expired posting stays
    /// `Open` until the next sweep. The macro `is_open!` says the same in SQL.
    pub fn is_open(self, closes_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
        self == Self::Open && closes_at.is_some_and(|at| at > now)
    }
}

impl PayPeriod {
    /// An amount for this period, in a year of full-time work: 52 weeks of 5 days of 8 hours.
    pub fn per_year(self, amount: i64) -> i64 {
        amount
            * match self {
                Self::Hour => 2080,
                Self::Day => 260,
                Self::Week => 52,
                Self::Month => 12,
                Self::Year => 1,
            }
    }
}

/// Currencies that pay can be given in (ISO 4217).
pub const CURRENCIES: [&str; 14] =
    ["EUR", "USD", "GBP", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "CAD", "AUD", "INR", "JPY", "BRL"];

/// A pay range in whole units of its currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub min: i64,
    pub max: i64,
    /// ISO 4217.
    pub currency: String,
    pub period: PayPeriod,
}

impl Pay {
    /// A pay range from these columns, if none of them is missing.
    pub fn of(min: Option<i64>, max: Option<i64>, currency: &str, period: Option<PayPeriod>) -> Option<Self> {
        Some(Self { min: min?, max: max?, currency: currency.to_string(), period: period? })
    }

    /// The sort key of pay: the range's upper end, in a year.
    pub fn per_year(&self) -> i64 {
        self.period.per_year(self.max)
    }

    /// `60,000–80,000 € a year`.
    pub fn text(&self) -> String {
        let range = arg::Range(match self.min == self.max {
            true => format::number(self.max),
            false => format!("{}–{}", format::number(self.min), format::number(self.max)),
        });
        let sign = arg::Sign(format::currency_sign(&self.currency));
        let t = t();
        match self.period {
            PayPeriod::Hour => t.pay_an_hour(range, sign),
            PayPeriod::Day => t.pay_a_day(range, sign),
            PayPeriod::Week => t.pay_a_week(range, sign),
            PayPeriod::Month => t.pay_a_month(range, sign),
            PayPeriod::Year => t.pay_a_year(range, sign),
        }
    }
}

/// Where a job is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub city: String,
    pub region: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

impl Place {
    /// `Berlin, DE`.
    pub fn text(&self) -> String {
        let parts = [&self.city, &self.region, &self.country];
        let mut parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        parts.dedup();
        parts.join(", ")
    }
}

/// A posting in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobCard {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub company: String,
    pub place: Place,
    pub workplace: Workplace,
    pub employment_type: EmploymentType,
    pub pay: Option<Pay>,
    pub skills: Vec<String>,
    #[serde(with = "chrono::serde::ts_microseconds")]
    pub published_at: DateTime<Utc>,
    /// Whether the viewer has applied for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sent: bool,
}

/// A page of a search's postings, and how many it found in all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobList {
    pub page: Page<JobCard>,
    pub total: i64,
    /// Parts of the texts that are not searched for, as they were typed.
    pub left_out: Vec<String>,
}

/// What the home page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Home {
    pub newest: Vec<JobCard>,
    pub categories: Vec<CategoryCount>,
    pub companies: Vec<HiringCompany>,
}

/// A category and its open postings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct CategoryCount {
    pub category: Category,
    pub count: i64,
}

/// A company that has open postings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct HiringCompany {
    pub slug: String,
    pub name: String,
    pub logo: Option<String>,
    pub open_postings: i64,
}

/// A posting on its own page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub card: JobCard,
    pub category: Category,
    /// The description, rendered and cleaned.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
    #[serde(with = "chrono::serde::ts_microseconds_option")]
    pub closes_at: Option<DateTime<Utc>>,
    /// When it closed, if it is closed.
    #[serde(with = "chrono::serde::ts_microseconds_option")]
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether it takes applications.
    pub open: bool,
    /// The viewer's own application for this posting, if there is one.
    pub sent: Option<Uuid>,
    pub company: JobCompany,
    pub similar: Vec<JobCard>,
    /// Raised by every change.
    pub version: i64,
}

/// The company on a posting's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobCompany {
    pub slug: String,
    pub name: String,
    pub logo: Option<String>,
    pub city: String,
    pub country: String,
    pub size: String,
    pub open_postings: i64,
}

/// A list kept in one column, an entry a line.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|l| !l.is_empty()).map(str::to_string).collect()
}

/// Event: a posting was edited, closed, opened, viewed, or an application for it was sent or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PostingChanged {
    pub id: Uuid,
}

impl Payload for PostingChanged {
    const NAME: &'static str = "posting";
}

impl Event for PostingChanged {
    fn subject(&self) -> Uuid {
        self.id
    }
}

problems! {
    /// What cannot be done with a posting.
    PostingProblem {
        PayRequired => problem_pay_required,
        /// The posting is in a state that allows no such change.
        WrongState => problem_wrong_state,
        /// A company has this many postings that are not archived.
        TooManyPostings(written) => problem_too_many_postings,
        /// The posting takes no applications.
        PostingClosed => problem_posting_closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posting_is_open_until_it_closes() {
        let now = DateTime::from_timestamp_micros(1_700_000_000_000_000).unwrap();
        let later = now + chrono::TimeDelta::microseconds(1);
        assert!(PostingState::Open.is_open(Some(later), now));
        assert!(!PostingState::Open.is_open(Some(now), now));
        assert!(!PostingState::Open.is_open(None, now));
        assert!(!PostingState::Closed.is_open(Some(later), now));
    }

    #[test]
    fn pay_is_compared_per_year() {
        let pay = |max, period| Pay { min: 1, max, currency: "EUR".into(), period }.per_year();
        assert_eq!(pay(30, PayPeriod::Hour), 62_400);
        assert_eq!(pay(5000, PayPeriod::Month), 60_000);
        assert_eq!(pay(60_000, PayPeriod::Year), 60_000);
    }

    #[test]
    fn a_city_that_is_its_region_is_named_once() {
        let place = Place { city: "Berlin".into(), region: "Berlin".into(), country: "DE".into() };
        assert_eq!(place.text(), "Berlin, DE");
    }
}

//! Postings as everybody sees them: the terms of the field, and what pages show of a posting.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::problems,
    l10n::{arg, format, t, term},
    live::{Event, Payload},
    paging::Page,
    text::{Amount, LocalDay},
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
    /// An amount for this period, in a year of full-time work (52 weeks of 5 days of 8 hours), in whole units.
    pub fn per_year(self, amount: Amount) -> i64 {
        let times = match self {
            Self::Hour => 2080,
            Self::Day => 260,
            Self::Week => 52,
            Self::Month => 12,
            Self::Year => 1,
        };
        (amount.0.saturating_mul(times)).saturating_add(50) / 100
    }
}

/// Currencies that pay can be given in (ISO 4217).
pub const CURRENCIES: [&str; 14] =
    ["EUR", "USD", "GBP", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "CAD", "AUD", "INR", "JPY", "BRL"];

/// A pay range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub min: Amount,
    pub max: Amount,
    /// ISO 4217.
    pub currency: String,
    pub period: PayPeriod,
}

impl Pay {
    /// A pay range from these columns, if none of them is missing.
    pub fn of(min: Option<Amount>, max: Option<Amount>, currency: &str, period: Option<PayPeriod>) -> Option<Self> {
        Some(Self { min: min?, max: max?, currency: currency.to_string(), period: period? })
    }

    /// The sort key of pay: the range's upper end, in a year.
    pub fn per_year(&self) -> i64 {
        self.period.per_year(self.max)
    }

    /// Whether hardly anybody means it: less than a thousand a year, an upper end of more than ten times the lower, more
    /// than a thousand an hour or ten thousand a day where money is worth that much.
    pub fn is_unlikely(&self) -> bool {
        let most = match (self.period, self.currency.as_str()) {
            (_, "JPY" | "INR" | "CZK" | "SEK" | "NOK" | "DKK") => Amount(i64::MAX),
            (PayPeriod::Hour, _) => Amount::whole(1_000),
            (PayPeriod::Day, _) => Amount::whole(10_000),
            _ => Amount(i64::MAX),
        };
        self.per_year() < 1_000 || self.max.0 > self.min.0.saturating_mul(10) || self.max > most
    }

    /// `60,000–80,000 € a year`.
    pub fn text(&self) -> String {
        let exact = self.min.has_hundredths() || self.max.has_hundredths();
        let amount = if exact { format::exact_amount } else { format::amount };
        let range = arg::Range(match self.min == self.max {
            true => amount(self.max),
            false => format!("{}–{}", amount(self.min), amount(self.max)),
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
    /// Whether there are more than `total`: no more are counted of a search by words.
    pub has_more: bool,
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
    /// The day on which it closes, or has closed, where its company is.
    pub last_day: Option<LocalDay>,
    /// Whether it takes applications.
    pub open: bool,
    /// The viewer's own application for this posting, if there is one.
    pub sent: Option<Uuid>,
    pub company: JobCompany,
    pub similar: Vec<JobCard>,
    /// Raised by every change.
    pub version: i64,
    /// The element that tells machines of it. Browsers have no use for it, so they do not get it a second time.
    #[serde(skip)]
    pub machine_data: String,
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
        /// Pay that hardly anybody means, up to this much.
        PayUnlikely(written) => problem_pay_unlikely,
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
        let pay = |max, period| Pay { min: Amount(100), max, currency: "EUR".into(), period }.per_year();
        assert_eq!(pay(Amount::whole(30), PayPeriod::Hour), 62_400);
        assert_eq!(pay(Amount(1_550), PayPeriod::Hour), 32_240);
        assert_eq!(pay(Amount(1_551), PayPeriod::Hour), 32_261);
        assert_eq!(pay(Amount::whole(5000), PayPeriod::Month), 60_000);
        assert_eq!(pay(Amount::whole(60_000), PayPeriod::Year), 60_000);
        assert_eq!(pay(Amount::whole(100_000_000), PayPeriod::Hour), 208_000_000_000);
    }

    #[test]
    fn pay_is_written_with_the_hundredths_that_it_has() {
        use crate::l10n::{Locale, in_language};
        for (min, max, locale, text) in [
            (1_550, 1_780, Locale::En, "15.50–17.80 € an hour"),
            (1_500, 1_780, Locale::En, "15.00–17.80 € an hour"),
            (1_500, 1_700, Locale::En, "15–17 € an hour"),
            (123_450, 123_450, Locale::De, "1.234,50 € je Stunde"),
        ] {
            let pay = Pay { min: Amount(min), max: Amount(max), currency: "EUR".into(), period: PayPeriod::Hour };
            assert_eq!(in_language(locale, || pay.text()), text);
        }
    }

    #[test]
    fn pay_that_nobody_means_is_unlikely() {
        let unlikely = |min, max, currency: &str, period| {
            let (min, max) = (Amount::whole(min), Amount::whole(max));
            Pay { min, max, currency: currency.into(), period }.is_unlikely()
        };
        for (min, max, period) in [
            (0, 0, PayPeriod::Year),
            (0, 50_000, PayPeriod::Year),
            (1, 100_000_000, PayPeriod::Year),
            (40_000, 500_000, PayPeriod::Year),
            (40_000, 50_000, PayPeriod::Hour),
            (40_000, 50_000, PayPeriod::Day),
        ] {
            assert!(unlikely(min, max, "EUR", period), "{min} {max}");
        }
        for (min, max, currency, period) in [
            (40_000, 50_000, "EUR", PayPeriod::Year),
            (30_000, 300_000, "USD", PayPeriod::Year),
            (15, 90, "EUR", PayPeriod::Hour),
            (1_500, 4_000, "JPY", PayPeriod::Hour),
        ] {
            assert!(!unlikely(min, max, currency, period), "{min} {max}");
        }
    }

    #[test]
    fn a_city_that_is_its_region_is_named_once() {
        let place = Place { city: "Berlin".into(), region: "Berlin".into(), country: "DE".into() };
        assert_eq!(place.text(), "Berlin, DE");
    }
}

//! A posting for search engines: JobPosting of schema.org, with all that Google asks for and we know
//! (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>).

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use serde::Serialize;

use super::{EmploymentType, Job, Pay, PayPeriod, Workplace, db::FoundJob};
use crate::{
    platform::json_ld,
    text::{Amount, LocalDay, countries::english_name},
};

/// The address of a company's logo, by its name.
fn logo_address(origin: &str, name: &str) -> String {
    format!("{origin}/logos/{name}")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct JobPosting<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    title: &'a str,
    description: &'a str,
    date_posted: String,
    valid_through: Option<String>,
    employment_type: &'static str,
    hiring_organization: Organization<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applicant_location_requirements: Option<Country<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_salary: Option<MonetaryAmount<'a>>,
    identifier: PropertyValue<'a>,
    direct_apply: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct Organization<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    same_as: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Place<'a> {
    address: PostalAddress<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    address_locality: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address_region: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address_country: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Country<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct MonetaryAmount<'a> {
    currency: &'a str,
    value: QuantitativeValue,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct QuantitativeValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<serde_json::Number>,
    unit_text: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct PropertyValue<'a> {
    name: &'a str,
    value: String,
}

/// The element that tells machines of a posting; nothing of one that takes no applications.
pub fn block(found: &FoundJob, origin: &str) -> String {
    let FoundJob { job, site, .. } = found;
    if !job.open {
        return String::new();
    }
    let is_web = site.starts_with("https://") || site.starts_with("http://");
    json_ld::block(&JobPosting {
        context: "https://schema.org/",
        title: &job.card.title,
        description: &job.html,
        date_posted: time(job.card.published_at),
        valid_through: job.last_day.as_ref().map(end),
        employment_type: employment_type(job.card.employment_type),
        hiring_organization: Organization {
            name: &job.company.name,
            same_as: if is_web { site } else { "" },
            logo: job.company.logo.as_ref().map(|name| logo_address(origin, name)),
        },
        job_location: (!is_remote(job)).then(|| location(job)),
        job_location_type: is_remote(job).then_some("TELECOMMUTE"),
        applicant_location_requirements: applicants(job),
        base_salary: job.card.pay.as_ref().map(salary),
        identifier: PropertyValue { name: &job.company.name, value: job.card.id.to_string() },
        direct_apply: true,
    })
}

/// The end of a day where the company is.
fn end(day: &LocalDay) -> String {
    match FixedOffset::east_opt(day.minutes_ahead * 60) {
        Some(zone) => day.at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false),
        None => time(day.at),
    }
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// Whether one works wherever one is; days at home are no such work.
fn is_remote(job: &Job) -> bool {
    job.card.workplace == Workplace::Remote
}

fn location(job: &Job) -> Place<'_> {
    let place = &job.card.place;
    Place {
        address: PostalAddress {
            address_locality: &place.city,
            address_region: &place.region,
            address_country: &place.country,
        },
    }
}

fn applicants(job: &Job) -> Option<Country<'_>> {
    let code = &job.card.place.country;
    (is_remote(job) && !code.is_empty()).then(|| Country { name: english_name(code).unwrap_or(code) })
}

/// An apprenticeship is none of the kinds that Google knows.
fn employment_type(of: EmploymentType) -> &'static str {
    match of {
        EmploymentType::FullTime => "FULL_TIME",
        EmploymentType::PartTime => "PART_TIME",
        EmploymentType::Contract => "CONTRACTOR",
        EmploymentType::Temporary => "TEMPORARY",
        EmploymentType::Internship => "INTERN",
        EmploymentType::Apprenticeship => "OTHER",
    }
}

/// An amount as JSON: `15.50`.
fn number(amount: Amount) -> serde_json::Number {
    let plain = amount.plain();
    serde_json::from_str(&plain).unwrap_or_else(|_| 0.into())
}

fn salary(pay: &Pay) -> MonetaryAmount<'_> {
    let is_range = pay.min != pay.max;
    let value = QuantitativeValue {
        value: (!is_range).then(|| number(pay.max)),
        min_value: is_range.then(|| number(pay.min)),
        max_value: is_range.then(|| number(pay.max)),
        unit_text: match pay.period {
            PayPeriod::Hour => "HOUR",
            PayPeriod::Day => "DAY",
            PayPeriod::Week => "WEEK",
            PayPeriod::Month => "MONTH",
            PayPeriod::Year => "YEAR",
        },
    };
    MonetaryAmount { currency: &pay.currency, value }
}

//! Numbers, money and dates the way the page's language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

use super::{arg, t};
use crate::text::Amount;

/// A whole number with its thousands grouped.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let separator = t().number_group();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(&separator);
        }
        out.push(digit);
    }
    out
}

/// An amount of money: `60,000`, `15.50`.
pub fn amount(value: Amount) -> String {
    if value.has_hundredths() { exact_amount(value) } else { number(value.0 / 100) }
}

/// An amount with its hundredths, also where there are none: `15.00`.
pub fn exact_amount(value: Amount) -> String {
    let sign = if value.0 < 0 { "-" } else { "" };
    let (units, hundredths) = (value.0.unsigned_abs() / 100, value.0.unsigned_abs() % 100);
    format!("{sign}{}{}{hundredths:02}", number(units as i64), t().number_decimal())
}

/// The sign of a currency, or its ISO 4217 code where it has none of its own.
pub fn currency_sign(code: &str) -> &str {
    match code {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        "INR" => "₹",
        "JPY" => "¥",
        other => other,
    }
}

/// A day in words: `22 November 2026`.
pub fn day(at: DateTime<Utc>) -> String {
    date(at.date_naive())
}

/// A day of the calendar in words.
pub fn date(day: NaiveDate) -> String {
    let t = t();
    let months = t.months();
    let month = months.split('|').nth(day.month0() as usize).unwrap_or("");
    t.date_long(arg::Day(day.day().to_string()), arg::Month(month), arg::Year(day.year().to_string()))
}

/// A day and its time, to the minute, in UTC.
pub fn exact(at: DateTime<Utc>) -> String {
    let clock = format!("{:02}:{:02}", at.hour(), at.minute());
    t().date_exact(arg::Day(day(at)), arg::Clock(clock))
}

/// How long ago, or how far ahead, in words: `2 days ago`, `in 3 weeks`.
pub fn ago(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let t = t();
    let seconds = (now - at).num_seconds();
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    if seconds < -59 {
        return match (-minutes, -hours, -days) {
            (m, 0, _) => t.in_minutes(m),
            (_, h, 0) => t.in_hours(h),
            (.., d) if d < 45 => t.in_days(d),
            _ => day(at),
        };
    }
    match (minutes, hours, days) {
        (..=0, ..) => t.ago_now(),
        (m, 0, _) => t.ago_minutes(m),
        (_, h, 0) => t.ago_hours(h),
        // Days as people count them: midnight lies between two, however few hours.
        (.., d) if d < 45 => t.ago_days((now.date_naive() - at.date_naive()).num_days()),
        _ => day(at),
    }
}

/// A file's size: `12 kB`, `3.4 MB`.
pub fn size(bytes: i64) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", number((bytes + 999) / 1000));
    }
    let tenths = bytes / 100_000;
    format!("{}{}{} MB", tenths / 10, t().number_decimal(), tenths % 10)
}

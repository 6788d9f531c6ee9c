//! Times in words, exact on hover.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::boot::boot;
use crate::l10n::format;

fn iso(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// `2 days ago`, `in 3 weeks`.
#[component]
pub fn Ago(at: DateTime<Utc>) -> impl IntoView {
    let now = boot().with_value(|b| b.now);
    view! { <time datetime=iso(at) title=format::exact(at)>{format::ago(at, now)}</time> }
}

/// `22 November 2026`.
#[component]
pub fn Day(at: DateTime<Utc>) -> impl IntoView {
    view! { <time datetime=iso(at) title=format::exact(at)>{format::day(at)}</time> }
}

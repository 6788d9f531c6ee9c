//! Times in words, exact on hover. They are updated while a page stays open.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::boot::boot;
use crate::{l10n::format, text::LocalDay};

/// The page's clock and time zone. Until hydration both sides must render the same, so it is the server's time, in UTC.
#[derive(Clone, Copy)]
pub struct Times {
    made: DateTime<Utc>,
    /// The browser's clock at hydration, in milliseconds.
    hydrated_at: RwSignal<Option<f64>>,
    ticks: Trigger,
}

impl Times {
    /// Makes the page's clock available to every component.
    pub fn provide() {
        let times =
            Self { made: boot().with_value(|b| b.now), hydrated_at: RwSignal::new(None), ticks: Trigger::new() };
        provide_context(times);
        #[cfg(not(feature = "ssr"))]
        super::boot::once_hydrated(move || {
            times.hydrated_at.set(Some(js_sys::Date::now()));
            set_interval(move || times.ticks.notify(), std::time::Duration::from_secs(30));
        });
    }

    /// The server's time; a signal that changes every half a minute.
    pub fn now(self) -> DateTime<Utc> {
        self.ticks.track();
        match self.hydrated_at.get() {
            #[cfg(not(feature = "ssr"))]
            Some(then) => self.made + chrono::TimeDelta::milliseconds((js_sys::Date::now() - then) as i64),
            _ => self.made,
        }
    }

    /// A time in the reader's time zone.
    pub fn here(self, at: DateTime<Utc>) -> DateTime<Utc> {
        match self.hydrated_at.get() {
            #[cfg(not(feature = "ssr"))]
            Some(_) => {
                let behind = js_sys::Date::new(&(at.timestamp_millis() as f64).into()).get_timezone_offset();
                at - chrono::TimeDelta::minutes(behind as i64)
            }
            _ => at,
        }
    }
}

impl Times {
    /// Whether the reader's clocks, once they are known, show the same as those where this day is.
    fn share(self, day: &LocalDay) -> bool {
        let hydrated = self.hydrated_at.with(Option::is_some);
        hydrated && (self.here(day.at) - day.at).num_minutes() == i64::from(day.minutes_ahead)
    }
}

/// The page's [`Times`].
pub fn times() -> Times {
    expect_context()
}

fn iso(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// `2 days ago`, `in 3 weeks`.
#[component]
pub fn Ago(at: DateTime<Utc>) -> impl IntoView {
    let times = times();
    view! { <time datetime=iso(at) title=format::exact(at)>{move || format::ago(at, times.now())}</time> }
}

/// How long ago something was: never in the future, however wrong the browser's clock is.
#[component]
pub fn Since(at: DateTime<Utc>) -> impl IntoView {
    let times = times();
    view! { <time datetime=iso(at) title=format::exact(at)>{move || format::ago(at, times.now().max(at))}</time> }
}

/// `14:05`, in the reader's time zone once the page is hydrated.
#[component]
pub fn Clock(at: DateTime<Utc>) -> impl IntoView {
    let times = times();
    view! { <time datetime=iso(at) title=format::exact(at)>{move || times.here(at).format("%H:%M").to_string()}</time> }
}

/// `22 November 2026`.
#[component]
pub fn Day(at: DateTime<Utc>) -> impl IntoView {
    view! { <time datetime=iso(at) title=format::exact(at)>{format::day(at)}</time> }
}

/// `22 November 2026`, as it is where somebody is, with the time zone's name for readers with other clocks.
#[component]
pub fn DayThere(day: LocalDay) -> impl IntoView {
    let (times, zone) = (times(), format!(" ({})", day.zone_label()));
    view! {
        <time datetime=iso(day.at) title=format::exact(day.at)>{format::date(day.day)}</time>
        <span class="muted" hidden=move || times.share(&day)>{zone}</span>
    }
}

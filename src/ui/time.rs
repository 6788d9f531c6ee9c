//! Times in words, exact on hover. They go on while a page stays open.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::boot::boot;
use crate::l10n::format;

/// What time it is, and where. Server and browser must agree on both until the page is taken over: it is then as late
/// as when the page was made, in UTC.
#[derive(Clone, Copy)]
pub struct Times {
    made: DateTime<Utc>,
    /// What the browser's clock said when the page was taken over, in milliseconds.
    taken_over: RwSignal<Option<f64>>,
    ticks: Trigger,
}

impl Times {
    /// Makes the page's clock available to every component.
    pub fn provide() {
        let times = Self { made: boot().with_value(|b| b.now), taken_over: RwSignal::new(None), ticks: Trigger::new() };
        provide_context(times);
        #[cfg(not(feature = "ssr"))]
        super::boot::once_hydrated(move || {
            times.taken_over.set(Some(js_sys::Date::now()));
            set_interval(move || times.ticks.notify(), std::time::Duration::from_secs(30));
        });
    }

    /// The server's time; who reads it reads it again every half a minute.
    pub fn now(self) -> DateTime<Utc> {
        self.ticks.track();
        match self.taken_over.get() {
            #[cfg(not(feature = "ssr"))]
            Some(then) => self.made + chrono::TimeDelta::milliseconds((js_sys::Date::now() - then) as i64),
            _ => self.made,
        }
    }

    /// A time as clocks and calendars show it where the reader is.
    pub fn here(self, at: DateTime<Utc>) -> DateTime<Utc> {
        match self.taken_over.get() {
            #[cfg(not(feature = "ssr"))]
            Some(_) => {
                let behind = js_sys::Date::new(&(at.timestamp_millis() as f64).into()).get_timezone_offset();
                at - chrono::TimeDelta::minutes(behind as i64)
            }
            _ => at,
        }
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

/// How long ago something that cannot lie ahead was, whatever the browser's clock says.
#[component]
pub fn Since(at: DateTime<Utc>) -> impl IntoView {
    let times = times();
    view! { <time datetime=iso(at) title=format::exact(at)>{move || format::ago(at, times.now().max(at))}</time> }
}

/// `14:05`, where the reader is once there is a script to know that.
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

//! Days where somebody is. A day begins and ends by the clocks there; the server knows them by the IANA's database.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A moment, and the day that it falls on in a time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalDay {
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    /// By the IANA's name: `Europe/Berlin`.
    pub zone: String,
    /// How far its clocks are ahead of UTC at that moment.
    pub minutes_ahead: i32,
}

impl LocalDay {
    /// The zone as it is shown: `America/New York`.
    pub fn zone_label(&self) -> String {
        self.zone.replace('_', " ")
    }
}

#[cfg(feature = "ssr")]
pub use server::Zone;

#[cfg(feature = "ssr")]
mod server {
    use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc};
    use chrono_tz::{TZ_VARIANTS, Tz};

    use super::LocalDay;

    /// A time zone of the IANA's database.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Zone(Tz);

    impl Zone {
        pub const UTC: Self = Self(Tz::UTC);

        /// A zone by its name, in any case; none where there is no such zone.
        pub fn parse(name: &str) -> Option<Self> {
            let name = name.trim();
            let in_any_case = || TZ_VARIANTS.iter().copied().find(|zone| zone.name().eq_ignore_ascii_case(name));
            name.parse().ok().or_else(in_any_case).map(Self)
        }

        /// A zone as it is stored; UTC where none was chosen.
        pub fn stored(name: &str) -> Self {
            Self::parse(name).unwrap_or(Self::UTC)
        }

        pub fn name(self) -> &'static str {
            self.0.name()
        }

        /// The names that people choose from: places, and UTC first.
        pub fn names() -> Vec<&'static str> {
            let places = TZ_VARIANTS.iter().map(|zone| zone.name());
            let areas = [
                "Africa/",
                "America/",
                "Antarctica/",
                "Arctic/",
                "Asia/",
                "Atlantic/",
                "Australia/",
                "Europe/",
                "Indian/",
                "Pacific/",
            ];
            let mut names: Vec<&str> = places.filter(|name| areas.iter().any(|area| name.starts_with(area))).collect();
            names.sort_unstable();
            names.insert(0, Tz::UTC.name());
            names
        }

        /// The day that a moment falls on.
        pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
            at.with_timezone(&self.0).date_naive()
        }

        /// The hour of the day at a moment.
        pub fn hour(self, at: DateTime<Utc>) -> u8 {
            at.with_timezone(&self.0).hour() as u8
        }

        /// The day of the week at a moment: Monday is 0.
        pub fn weekday(self, at: DateTime<Utc>) -> u8 {
            self.day(at).weekday().num_days_from_monday() as u8
        }

        /// The next moment after this one at which clocks show the full hour.
        pub fn next_hour(self, at: DateTime<Utc>, hour: u8) -> DateTime<Utc> {
            let begins = |day: NaiveDate| {
                let time = day.and_hms_opt(u32::from(hour), 0, 0)?;
                // An hour that clocks leave out is the one after it.
                let later = time + TimeDelta::hours(1);
                let found = self.0.from_local_datetime(&time).earliest();
                found.or_else(|| self.0.from_local_datetime(&later).earliest()).map(|at| at.with_timezone(&Utc))
            };
            let days = (0..3).filter_map(|days| self.day(at).checked_add_days(Days::new(days)));
            days.filter_map(begins).find(|begin| *begin > at).unwrap_or(at)
        }

        pub fn local_day(self, at: DateTime<Utc>) -> LocalDay {
            let local = at.with_timezone(&self.0);
            LocalDay {
                at,
                day: local.date_naive(),
                zone: self.name().to_string(),
                minutes_ahead: local.offset().fix().local_minus_utc() / 60,
            }
        }

        /// The last second of a day: the one before the next day begins, where clocks may be changed at midnight.
        pub fn end_of_day(self, day: NaiveDate) -> DateTime<Utc> {
            let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
            let midnight = next.and_time(NaiveTime::MIN);
            let hours = (0..24).map(|hour| midnight + TimeDelta::hours(hour));
            let begins = hours.filter_map(|time| self.0.from_local_datetime(&time).earliest()).next();
            begins.map_or(midnight.and_utc(), |at| at.with_timezone(&Utc)) - TimeDelta::seconds(1)
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_day_ends_by_the_clocks_there() {
            for (zone, day, end) in [
                ("UTC", "2026-12-24", "2026-12-24T23:59:59Z"),
                ("", "2026-12-24", "2026-12-24T23:59:59Z"),
                ("Nowhere/Land", "2026-12-24", "2026-12-24T23:59:59Z"),
                ("Europe/Berlin", "2026-12-24", "2026-12-24T22:59:59Z"),
                ("Europe/Berlin", "2026-07-24", "2026-07-24T21:59:59Z"),
                ("europe/berlin", "2026-03-29", "2026-03-29T21:59:59Z"),
                ("America/New_York", "2026-12-24", "2026-12-25T04:59:59Z"),
                ("Asia/Kolkata", "2026-12-24", "2026-12-24T18:29:59Z"),
                ("Pacific/Kiritimati", "2026-12-24", "2026-12-24T09:59:59Z"),
                // Clocks go from 23:59:59 to 01:00 here, so that the next day begins at 01:00.
                ("America/Santiago", "2026-09-05", "2026-09-06T03:59:59Z"),
            ] {
                let (zone, day): (_, NaiveDate) = (Zone::stored(zone), day.parse().unwrap());
                let at = zone.end_of_day(day);
                assert_eq!(at, end.parse::<DateTime<Utc>>().unwrap(), "{} {day}", zone.name());
                assert_eq!((zone.day(at), zone.local_day(at).day), (day, day), "{}", zone.name());
            }
            let far = NaiveDate::MAX;
            assert!(Zone::UTC.end_of_day(far).date_naive() <= far, "no panic at the end of time");
        }

        #[test]
        fn people_choose_places() {
            let names = Zone::names();
            assert_eq!(names[0], "UTC");
            assert!(
                names.len() > 300 && names.contains(&"Europe/Vienna") && !names.contains(&"EST"),
                "{}",
                names.len()
            );
            assert!(names.iter().all(|name| Zone::parse(name).is_some()));
            assert_eq!(Zone::parse("Europe/Atlantis"), None);
            let day = Zone::stored("Asia/Kolkata").local_day("2026-12-24T20:00:00Z".parse().unwrap());
            assert_eq!((day.day.to_string().as_str(), day.minutes_ahead), ("2026-12-25", 330));
            assert_eq!(Zone::stored("America/New_York").local_day(day.at).zone_label(), "America/New York");
        }
    }
}

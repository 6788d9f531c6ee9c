//! Cursors of lists of postings.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::KeyValue;
use crate::jobs::{Sort, plain_number};

/// The first day after which times are written with five digits of year.
const MAX_MICROS: i64 = 253_402_300_800_000_000;

/// A cursor: the sort key of the row that a page begins beside, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKey {
    Newest(DateTime<Utc>, Uuid),
    Pay(i64, Uuid),
    Relevance(i64, DateTime<Utc>, Uuid),
}

impl ListKey {
    /// The values of the columns that the list is ordered by.
    pub fn values(self) -> Vec<KeyValue> {
        match self {
            Self::Newest(at, id) => vec![KeyValue::Time(at), KeyValue::Id(id)],
            Self::Pay(pay, id) => vec![KeyValue::Number(pay), KeyValue::Id(id)],
            Self::Relevance(tier, at, id) => vec![KeyValue::Number(tier), KeyValue::Time(at), KeyValue::Id(id)],
        }
    }

    /// Reads a cursor of a list in this order.
    pub fn parse(sort: Sort, text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let time = |text: &str| {
            let micros = plain_number(text).filter(|n| (0..MAX_MICROS).contains(n))?;
            DateTime::from_timestamp_micros(micros)
        };
        let id = |text: &str| Uuid::try_parse(text).ok();
        Some(match (sort, parts.as_slice()) {
            (Sort::Newest, [at, key]) => Self::Newest(time(at)?, id(key)?),
            (Sort::Pay, [pay, key]) => Self::Pay(plain_number(pay)?, id(key)?),
            (Sort::Relevance, [tier, at, key]) => Self::Relevance(plain_number(tier)?, time(at)?, id(key)?),
            _ => return None,
        })
    }
}

impl std::fmt::Display for ListKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newest(at, id) => write!(f, "{}.{}", at.timestamp_micros(), id.simple()),
            Self::Pay(pay, id) => write!(f, "{pay}.{}", id.simple()),
            Self::Relevance(tier, at, id) => write!(f, "{tier}.{}.{}", at.timestamp_micros(), id.simple()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors() {
        let id = Uuid::from_u128(7);
        let at = DateTime::from_timestamp_micros(1_700_000_000_123_456).unwrap();
        for (sort, key) in [
            (Sort::Newest, ListKey::Newest(at, id)),
            (Sort::Pay, ListKey::Pay(60_000, id)),
            (Sort::Relevance, ListKey::Relevance(3, at, id)),
        ] {
            assert_eq!(ListKey::parse(sort, &key.to_string()), Some(key));
        }
        for junk in
            ["", ".", "x.y", "1.2.3.4", "99999999999999999999.0", "253402300800000000.00000000000000000000000000000007"]
        {
            assert_eq!(ListKey::parse(Sort::Newest, junk), None, "{junk}");
        }
    }
}

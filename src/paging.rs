//! Lists that are read a page at a time.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One page of a list, and how to reach its neighbours. A cursor names the row that the neighbour begins beside, so
/// a page stays right while rows come and go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Cursor of the page before this one.
    pub before: Option<String>,
    /// Cursor of the page after this one.
    pub after: Option<String>,
}

impl<T> Page<T> {
    /// Maps the rows, and keeps the cursors.
    pub fn map<U>(self, of: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(of).collect(), before: self.before, after: self.after }
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), before: None, after: None }
    }
}

/// The cursor of the requested page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cursor {
    #[default]
    First,
    After(String),
    Before(String),
}

impl Cursor {
    /// The cursor of an address's `after` and `before`.
    pub fn beside(after: &str, before: &str) -> Self {
        match (after, before) {
            ("", "") => Self::First,
            ("", key) => Self::Before(key.to_string()),
            (key, _) => Self::After(key.to_string()),
        }
    }

    /// The same as [`Self::beside`], for a list whose keys are ids; an invalid id means the first page.
    pub fn beside_ids(after: &str, before: &str) -> Self {
        let id = |text: &str| text.parse::<Uuid>().map(|id| id.to_string()).unwrap_or_default();
        Self::beside(&id(after), &id(before))
    }

    /// Whether the rows before a key are asked for, which are read backwards.
    pub fn is_backwards(&self) -> bool {
        matches!(self, Self::Before(_))
    }

    /// The key of a list whose keys are ids.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Self::First => None,
            Self::After(key) | Self::Before(key) => key.parse().ok(),
        }
    }

    /// Turns what a query fetched (`size` rows and one more, in the order read) into a page.
    /// Rows before a key are read backwards, so that they are the nearest ones.
    pub fn page<T>(&self, mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> String) -> Page<T> {
        let more = rows.len() > size;
        rows.truncate(size);
        if self.is_backwards() {
            rows.reverse();
        }
        let (first, last) = (rows.first().map(&key), rows.last().map(&key));
        let (before, after) = match self {
            Self::First => (None, last.filter(|_| more)),
            Self::After(_) => (first, last.filter(|_| more)),
            Self::Before(_) => (first.filter(|_| more), last),
        };
        Page { rows, before, after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(cursor: Cursor, rows: &[i32]) -> (Vec<i32>, Option<String>, Option<String>) {
        let page = cursor.page(rows.to_vec(), 2, i32::to_string);
        (page.rows, page.before, page.after)
    }

    #[test]
    fn a_page_knows_its_neighbours() {
        let key = |k: &str| Some(k.to_string());
        assert_eq!(page(Cursor::First, &[9, 8, 7]), (vec![9, 8], None, key("8")));
        assert_eq!(page(Cursor::First, &[9, 8]), (vec![9, 8], None, None));
        assert_eq!(page(Cursor::After("8".into()), &[7, 6]), (vec![7, 6], key("7"), None));
        assert_eq!(page(Cursor::Before("6".into()), &[7, 8, 9]), (vec![8, 7], key("8"), key("7")));
        assert_eq!(page(Cursor::Before("8".into()), &[9]), (vec![9], None, key("9")));
        assert_eq!(page(Cursor::After("1".into()), &[]), (vec![], None, None));
    }
}

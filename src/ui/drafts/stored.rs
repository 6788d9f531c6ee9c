//! Drafts as the browser stores them, and how long.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Older drafts are deleted.
const MAX_DRAFT_AGE: TimeDelta = TimeDelta::days(30);
/// Drafts in a browser; beyond it the oldest are deleted.
const MAX_DRAFTS: usize = 30;
/// Larger drafts are not saved.
#[cfg(not(feature = "ssr"))]
pub const MAX_DRAFT_BYTES: usize = 200_000;

/// What a form held, as it is saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub at: DateTime<Utc>,
    /// The version of the thing that the form changes.
    pub version: Option<String>,
    /// Fields by name; a box is there when it is ticked.
    pub fields: Vec<(String, String)>,
}

/// The newest draft whose key begins with `here`, and the keys of those that are to be deleted: the old ones, and those
/// over the bound. `all` are keys and drafts.
pub fn pick_and_expire(
    all: Vec<(String, Draft)>,
    here: &str,
    now: DateTime<Utc>,
) -> (Option<(String, Draft)>, Vec<String>) {
    let mut all = all;
    all.sort_by_key(|(_, draft)| std::cmp::Reverse(draft.at));
    let is_kept = |at: usize, draft: &Draft| at < MAX_DRAFTS && now - draft.at < MAX_DRAFT_AGE;
    let (mut found, mut expired) = (None, Vec::new());
    for (at, (key, draft)) in all.into_iter().enumerate() {
        if !is_kept(at, &draft) {
            expired.push(key);
        } else if found.is_none() && key.starts_with(here) {
            found = Some((key, draft));
        }
    }
    (found, expired)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(days_ago: i64, now: DateTime<Utc>) -> Draft {
        Draft { at: now - TimeDelta::days(days_ago), version: None, fields: Vec::new() }
    }

    #[test]
    fn the_newest_of_a_form_is_found_and_the_old_are_expired() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let key = |text: &str| text.to_string();
        let all = vec![
            (key("a-1"), draft(3, now)),
            (key("b-1"), draft(1, now)),
            (key("a-2"), draft(2, now)),
            (key("a-3"), draft(31, now)),
        ];
        let (found, expired) = pick_and_expire(all, "a-", now);
        assert_eq!((found.unwrap().0, expired), (key("a-2"), vec![key("a-3")]));
        let many: Vec<_> = (0..40).map(|n| (format!("{n:02}"), draft(n % 29, now))).collect();
        let (found, expired) = pick_and_expire(many, "x", now);
        assert_eq!((found, expired.len()), (None, 10));
    }
}

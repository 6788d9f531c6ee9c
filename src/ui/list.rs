//! What lists share: the way to the next page, and what stands there when there is nothing.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::l10n::t;

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

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), before: None, after: None }
    }
}

/// Which page of a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cursor {
    #[default]
    First,
    After(String),
    Before(String),
}

impl Cursor {
    /// From a query's `after` and `before`.
    pub fn beside(after: &str, before: &str) -> Self {
        match (after, before) {
            ("", "") => Self::First,
            ("", key) => Self::Before(key.to_string()),
            (key, _) => Self::After(key.to_string()),
        }
    }

    /// The same for a list whose keys are ids; what is none asks for the first page.
    pub fn beside_ids(after: &str, before: &str) -> Self {
        let id = |text: &str| text.parse::<Uuid>().map(|id| id.to_string()).unwrap_or_default();
        Self::beside(&id(after), &id(before))
    }

    /// Turns what a query fetched (`size` rows and one more, in the order read) into a page.
    /// Rows before a key are read backwards, so that they are the nearest ones.
    pub fn page<T>(&self, mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> String) -> Page<T> {
        let more = rows.len() > size;
        rows.truncate(size);
        if let Self::Before(_) = self {
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

/// Links to the neighbouring pages. `href` makes the address of a cursor: (`"after"`, key).
#[component]
pub fn Pager(
    before: Option<String>,
    after: Option<String>,
    href: impl Fn(&'static str, &str) -> String,
) -> impl IntoView {
    (before.is_some() || after.is_some()).then(|| {
        let previous = before.map(|key| {
            view! { <a class="pager__link button" rel="prev" href=href("before", &key)>{t().pager_previous()}</a> }
        });
        let next = after.map(|key| {
            view! { <a class="pager__link button" rel="next" href=href("after", &key)>{t().pager_next()}</a> }
        });
        view! { <nav class="pager" aria-label=t().pager_label()>{previous} {next}</nav> }
    })
}

/// Says that there is nothing, and what to do about it.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(into, optional)] text: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{title}</p>
            {(!text.is_empty()).then(|| view! { <p class="empty__text">{text}</p> })}
            {children.map(|c| view! { <div class="empty__action">{c()}</div> })}
        </div>
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

//! The SQL of a search: full-text search by each engine's own (FTS5, tsquery), filters, order and cursor.
//!
//! Both engines find the same: a text is cut into runs of letters and digits; each word of the search must begin a
//! word of the posting or share its stem. A word of one letter ("C", "R") must stand alone. There are no stop words,
//! and accents do not matter. A text without any word ("++") narrows nothing.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Database, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{
    db::{ListOrder, PushValue, SqlEngine, now, push_list},
    l10n::countries::country_named,
    text::Amount,
};
use {
    super::{
        fragments::{card_columns, is_open},
        list_key::ListKey,
    },
    crate::jobs::{JobQuery, Sort, terms},
};

/// Which part of a posting words are looked for in; a match in a smaller one ranks higher.
#[derive(Clone, Copy)]
enum Part {
    Title,
    Head,
    All,
    Place,
}

/// A search, being written as SQL for the engine `E`.
pub(super) struct Search<'a, E: SqlEngine> {
    query: &'a JobQuery,
    /// Only this company's postings.
    company: Option<Uuid>,
    now: DateTime<Utc>,
    what: Vec<String>,
    place: Vec<String>,
    countries: Vec<&'static str>,
    sql: QueryBuilder<E>,
}

impl<'a, E: SqlEngine> Search<'a, E> {
    pub fn new(query: &'a JobQuery, company: Option<Uuid>) -> Self {
        let (place, countries) = place_terms(&query.place);
        Self { query, company, now: now(), what: terms(&query.what), place, countries, sql: QueryBuilder::default() }
    }

    /// How many postings are found.
    pub fn count(mut self) -> QueryBuilder<E> {
        self.sql.push("SELECT COUNT(*)");
        self.found();
        self.sql
    }

    /// A page of results, from a cursor's row or from the first, in the direction that the cursor reads. The page is
    /// found in the indexes; the other columns are read for its rows only.
    pub fn page(mut self, key: Option<ListKey>, limit: usize) -> QueryBuilder<E> {
        let columns = match self.query.sort() {
            Sort::Relevance => return self.ranked_page(key, limit),
            Sort::Pay => &["p.pay_year", "p.id"],
            Sort::Newest => &["p.published_at", "p.id"],
        };
        let order = self.order(columns);
        self.sql.push(concat!("SELECT ", card_columns!(), " FROM (SELECT p.id"));
        self.found();
        order.push_page(&mut self.sql, key.map(ListKey::values), limit);
        self.sql.push(") AS hit JOIN postings p ON p.id = hit.id JOIN companies c ON c.id = p.company_id");
        order.push_order(&mut self.sql);
        self.sql
    }

    /// A page with the best matches first. To rank them every match is looked at, so that their number comes with it.
    fn ranked_page(mut self, key: Option<ListKey>, limit: usize) -> QueryBuilder<E> {
        self.sql.push("WITH found AS MATERIALIZED (SELECT p.id, p.published_at, CAST(CASE WHEN ");
        self.matches(Part::Title);
        self.sql.push(" THEN 3 WHEN ");
        self.matches(Part::Head);
        self.sql.push(" THEN 2 ELSE 1 END AS BIGINT) AS tier");
        self.found();
        self.sql.push(concat!(
            ") SELECT ",
            card_columns!(),
            ", hit.tier, (SELECT COUNT(*) FROM found) AS total
             FROM (SELECT found.id, found.tier FROM found WHERE TRUE",
        ));
        let order = self.order(&["found.tier", "found.published_at", "found.id"]);
        order.push_page(&mut self.sql, key.map(ListKey::values), limit);
        self.sql.push(") AS hit JOIN postings p ON p.id = hit.id JOIN companies c ON c.id = p.company_id");
        order.by(&["hit.tier", "p.published_at", "p.id"]).push_order(&mut self.sql);
        self.sql
    }

    fn order(&self, columns: &'static [&'static str]) -> ListOrder {
        ListOrder::descending(columns, &self.query.cursor)
    }

    /// `FROM` and `WHERE` of what is found.
    fn found(&mut self) {
        let parts = [Part::All, Part::Place].into_iter().filter(|part| !self.words(*part).is_empty());
        let parts: Vec<Part> = parts.collect();
        if parts.is_empty() || E::NAME == Postgres::NAME {
            self.sql.push(concat!(" FROM postings p WHERE ", is_open!("p", in_order))).push_value(self.now);
            for part in parts {
                self.sql.push(" AND ");
                self.matches(part);
            }
        } else {
            // An index holds all columns of a search, because rows with their texts fill a page each; and each match is
            // looked up there at once: SQLite's planner would list all of them before.
            let words: Vec<String> = parts.iter().map(|part| sqlite_words(self.words(*part), *part)).collect();
            self.sql.push(
                " FROM posting_search CROSS JOIN postings p INDEXED BY postings_found ON p.seq = posting_search.rowid
                 WHERE posting_search MATCH ",
            );
            self.sql.push_value(words.join(" AND "));
            self.sql.push(concat!(" AND ", is_open!("p", in_order))).push_value(self.now);
        }
        self.filter();
    }

    /// The filters beside the words, as conditions that follow others (`AND …`).
    fn filter(&mut self) {
        let query = self.query;
        if let Some(company) = self.company {
            self.sql.push(" AND p.company_id = ").push_value(company);
        }
        self.one_of("p.country", self.countries.clone().into_iter());
        // One category has an index in the list's order. For several, SQLite's planner would use that index and sort
        // every match; `|| ''` keeps it off, so that it reads the list's own index in order.
        let column = if query.categories.len() > 1 { "p.category || ''" } else { "p.category" };
        self.one_of(column, query.categories.iter().map(Into::into));
        self.one_of("p.employment_type", query.types.iter().map(Into::into));
        self.one_of("p.workplace", query.workplaces.iter().map(Into::into));
        // Amounts in other currencies cannot be compared, so they are left out where pay decides.
        let least = query.least_pay.map(Amount::units_up).or((query.sort() == Sort::Pay).then_some(1));
        if let Some(least) = least {
            self.sql.push(" AND (p.pay_year >= ").push_value(least);
            self.sql.push(" AND p.currency = ").push_value(query.currency());
            self.sql.push(if query.hide_unpaid { ")" } else { " OR p.pay_year = 0)" });
        } else if query.hide_unpaid {
            self.sql.push(" AND p.pay_year > 0");
        }
        if let Some(days) = query.posted_within {
            self.sql.push(" AND p.published_at >= ").push_value(self.now - TimeDelta::days(days));
        }
    }

    fn one_of(&mut self, column: &'static str, values: impl ExactSizeIterator<Item = &'static str>) {
        if values.len() == 0 {
            return;
        }
        self.sql.push(" AND ").push(column).push(" IN ");
        push_list(&mut self.sql, values);
    }

    /// The words that are looked for in this part of the posting.
    fn words(&self, part: Part) -> &[String] {
        if let Part::Place = part { &self.place } else { &self.what }
    }

    /// A condition: the words are found in this part of the posting.
    fn matches(&mut self, part: Part) {
        if E::NAME == Postgres::NAME {
            let words = postgres_words(self.words(part), part);
            self.sql.push(match part {
                Part::Place => "p.place_search @@ to_tsquery('simple', unaccented(",
                _ => "p.search @@ to_tsquery('jobi', unaccented(",
            });
            self.sql.push_value(words).push("))");
        } else {
            let words = sqlite_words(self.words(part), part);
            self.sql.push("p.seq IN (SELECT rowid FROM posting_search WHERE posting_search MATCH ");
            self.sql.push_value(words).push(")");
        }
    }
}

/// A place's words, but for the parts between commas that name a country: postings hold its code.
fn place_terms(text: &str) -> (Vec<String>, Vec<&'static str>) {
    let (mut rest, mut countries) = (Vec::new(), Vec::new());
    for part in text.split(',') {
        match country_named(part) {
            Some(code) => countries.push(code),
            None => rest.push(part),
        }
    }
    (terms(&rest.join(" ")), countries)
}

fn is_prefix(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// An FTS5 query. Words hold letters and digits only, so that quotes are enough.
fn sqlite_words(words: &[String], part: Part) -> String {
    let columns = match part {
        Part::Title => "title",
        Part::Head => "title company skills",
        Part::All => "title company skills description",
        Part::Place => "place",
    };
    let words = words.iter().map(|word| format!("\"{word}\"{}", if is_prefix(word) { " *" } else { "" }));
    format!("{{{columns}}} : ({})", words.collect::<Vec<_>>().join(" AND "))
}

/// A tsquery. Words hold letters and digits only, so that nothing needs quoting.
fn postgres_words(words: &[String], part: Part) -> String {
    let weights = match part {
        Part::Title => "A",
        Part::Head => "AB",
        Part::All | Part::Place => "",
    };
    let word = |word: &String| match (is_prefix(word), weights) {
        (false, "") => word.clone(),
        (prefix, weights) => format!("{word}:{}{weights}", if prefix { "*" } else { "" }),
    };
    words.iter().map(word).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_no_words() {
        assert_eq!(place_terms("Berlin, Germany"), (vec!["berlin".into()], vec!["DE"]));
        assert_eq!(place_terms("Pays de la Loire"), (["pays", "de", "la", "loire"].map(String::from).into(), vec![]));
    }

    #[test]
    fn words_in_each_engine_s_language() {
        let words = terms("C rust-dev");
        assert_eq!(sqlite_words(&words, Part::Title), r#"{title} : ("c" AND "rust" * AND "dev" *)"#);
        assert_eq!(postgres_words(&words, Part::Head), "c:AB & rust:*AB & dev:*AB");
        assert_eq!(postgres_words(&words, Part::All), "c & rust:* & dev:*");
    }
}

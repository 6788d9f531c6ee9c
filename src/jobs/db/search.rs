//! The SQL of a search: full-text search by each engine's own (FTS5, tsquery), filters, order and cursor.
//!
//! Both engines find the same, because both keep and look for words that [`crate::text::words`] has folded and cut. Each
//! word of the search must be one of the posting's, share its English stem, or begin one; a word of one letter ("C",
//! "R") must stand alone. There are no stop words. A text without any word ("++") narrows nothing, and is told.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Database, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{
    db::{KeyValue, ListOrder, PushValue, SqlEngine, now, push_list},
    text::Amount,
};
use {
    super::{
        expression::{Field, Fit, both, but_not, classes, expression},
        fragments::{card_columns, is_open},
        place_asked::PlaceAsked,
    },
    crate::{
        jobs::{JobQuery, Sort},
        text::words::{AskedWord, asked},
    },
};

/// At most so many words of a text are searched for.
const MAX_WORDS: usize = 12;

/// Parts of the texts that are not searched for, as they were typed.
pub fn left_out(query: &JobQuery) -> Vec<String> {
    let what = asked(&query.what, MAX_WORDS).left_out;
    what.into_iter().chain(PlaceAsked::read(&query.place, MAX_WORDS).left_out).collect()
}

/// How many classes the matches of a search are ranked by; the best is 0.
pub(super) fn count_classes(query: &JobQuery) -> usize {
    classes(&asked(&query.what, MAX_WORDS).words).len()
}

/// Whether anything is searched for by words.
pub fn has_words(query: &JobQuery) -> bool {
    !asked(&query.what, MAX_WORDS).words.is_empty() || !PlaceAsked::read(&query.place, MAX_WORDS).words.is_empty()
}

/// A condition on a row of `postings`: it is in one of these places, by the words that are asked for.
pub fn push_in_places<E: SqlEngine>(sql: &mut QueryBuilder<E>, places: &[PlaceAsked]) {
    let words = places.iter().filter(|place| !place.words.is_empty());
    let any = words.map(|place| format!("({})", expression::<E>(&place.words, Field::Place, Fit::Whole)));
    let any = any.collect::<Vec<_>>();
    if E::NAME == Postgres::NAME {
        sql.push("id IN (SELECT p.id FROM postings p WHERE p.search @@ CAST(");
        sql.push_value(any.join(" | ")).push(" AS tsquery))");
    } else {
        sql.push(
            "id IN (SELECT p.id FROM posting_search CROSS JOIN postings p ON p.seq = posting_search.rowid
             WHERE posting_search MATCH ",
        );
        sql.push_value(any.join(" OR ")).push(")");
    }
}

/// Which of the postings that are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Matches {
    /// Those that fit so well.
    All(Fit),
    /// Those of one class alone, and of no better one.
    Class(usize),
}

/// How a page of matches is come to on SQLite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By the matches, each looked up and all of them sorted: the cheaper one where there are few.
    Matches,
    /// By the list in its order, until enough of its rows are matches.
    List,
}

/// A search, being written as SQL for the engine `E`.
pub(super) struct Search<'a, E: SqlEngine> {
    query: &'a JobQuery,
    /// Only this company's postings.
    company: Option<Uuid>,
    now: DateTime<Utc>,
    what: Vec<AskedWord>,
    place: PlaceAsked,
    sql: QueryBuilder<E>,
}

impl<'a, E: SqlEngine> Search<'a, E> {
    pub fn new(query: &'a JobQuery, company: Option<Uuid>) -> Self {
        let what = asked(&query.what, MAX_WORDS).words;
        let place = PlaceAsked::read(&query.place, MAX_WORDS);
        Self { query, company, now: now(), what, place, sql: QueryBuilder::default() }
    }

    /// How many postings are found, or with this fit; at most so many of them are counted.
    pub fn count(mut self, fit: Fit, at_most: Option<i64>) -> QueryBuilder<E> {
        self.sql.push("SELECT COUNT(*) FROM (SELECT 1");
        let words = self.words(Matches::All(fit));
        self.found(words, Way::Matches);
        if let Some(limit) = at_most {
            self.sql.push(" LIMIT ").push(limit);
        }
        self.sql.push(") AS found");
        self.sql
    }

    /// How many postings have the words, whatever state they are in; at most so many of them are counted. None where
    /// the engine looks itself for the better way to a page.
    pub fn count_words(mut self, matches: Matches, at_most: i64) -> Option<QueryBuilder<E>> {
        let words = self.words(matches).filter(|_| E::NAME != Postgres::NAME)?;
        self.sql.push("SELECT COUNT(*) FROM (SELECT 1 FROM posting_search WHERE posting_search MATCH ");
        self.sql.push_value(words).push(" LIMIT ").push(at_most).push(")");
        Some(self.sql)
    }

    /// A page of these matches, from a cursor's values or from the first, in the direction that the cursor reads. The
    /// page is found in the indexes; the other columns are read for its rows only.
    pub fn page(mut self, matches: Matches, way: Way, key: Option<Vec<KeyValue>>, limit: usize) -> QueryBuilder<E> {
        let order = ListOrder::descending(columns(self.query.sort()), &self.query.cursor);
        self.sql.push(concat!("SELECT ", card_columns!(), " FROM (SELECT p.id"));
        let words = self.words(matches);
        self.found(words, way);
        order.push_page(&mut self.sql, key, limit);
        self.sql.push(") AS hit JOIN postings p ON p.id = hit.id JOIN companies c ON c.id = p.company_id");
        order.push_order(&mut self.sql);
        self.sql
    }

    /// What the words of these matches are, in the engine's language; none where no words are asked for.
    fn words(&self, matches: Matches) -> Option<String> {
        let what = |field, fit| (!self.what.is_empty()).then(|| expression::<E>(&self.what, field, fit));
        let what = match matches {
            Matches::All(fit) => what(Field::All, fit),
            Matches::Class(at) => {
                let mut better = classes(&self.what);
                let (field, fit) = *better.get(at)?;
                better.truncate(at);
                let better = better.into_iter().filter_map(|(field, fit)| what(field, fit)).collect();
                what(field, fit).map(|this| but_not::<E>(this, better))
            }
        };
        let place = (!self.place.words.is_empty()).then(|| expression::<E>(&self.place.words, Field::Place, Fit::Any));
        let words: Vec<String> = what.into_iter().chain(place).collect();
        (!words.is_empty()).then(|| both::<E>(words))
    }

    /// `FROM` and `WHERE` of what is found, with these words.
    fn found(&mut self, words: Option<String>, way: Way) {
        match (words, way) {
            (None, _) => self.sql.push(" FROM postings p WHERE "),
            (Some(words), _) if E::NAME == Postgres::NAME => {
                self.sql.push(" FROM postings p WHERE p.search @@ CAST(").push_value(words).push(" AS tsquery) AND ")
            }
            (Some(words), Way::List) => {
                self.sql.push(" FROM postings p INDEXED BY ");
                self.sql.push(if self.query.sort() == Sort::Pay { "postings_pay" } else { "postings_newest" });
                self.sql.push(" WHERE p.seq IN (SELECT rowid FROM posting_search WHERE posting_search MATCH ");
                self.sql.push_value(words).push(") AND ")
            }
            // An index holds all columns of a search, because rows with their texts fill a page each; and each match is
            // looked up there at once: SQLite's planner would list all of them before.
            (Some(words), Way::Matches) => {
                self.sql.push(
                    " FROM posting_search CROSS JOIN postings p INDEXED BY postings_found ON p.seq = posting_search.rowid
                     WHERE posting_search MATCH ",
                );
                self.sql.push_value(words).push(" AND ")
            }
        };
        self.sql.push(is_open!("p", in_order)).push_value(self.now);
        self.filter();
    }

    /// The filters beside the words, as conditions that follow others (`AND …`).
    fn filter(&mut self) {
        let query = self.query;
        if let Some(company) = self.company {
            self.sql.push(" AND p.company_id = ").push_value(company);
        }
        self.one_of("p.country", self.place.countries.clone().into_iter());
        let workplaces: Vec<&str> = self.place.workplaces.iter().map(Into::into).collect();
        self.one_of("p.workplace", workplaces.into_iter());
        // One category has an index in the list's order. For several, SQLite's planner would use that index and sort
        // every match; `|| ''` keeps it off, so that it reads the list's own index in order.
        let column = if query.categories.len() > 1 { "p.category || ''" } else { "p.category" };
        self.one_of(column, query.categories.iter().map(Into::into));
        self.one_of("p.employment_type", query.types.iter().map(Into::into));
        self.one_of("p.workplace", query.workplaces.iter().map(Into::into));
        // A rough exchange is good enough for an order, not for leaving somebody out.
        if let Some(least) = query.least_pay.map(Amount::units_up) {
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
}

/// The columns that a list in this order is ordered by; one by relevance within each class.
fn columns(sort: Sort) -> &'static [&'static str] {
    match sort {
        Sort::Pay => &["p.pay_euro", "p.id"],
        Sort::Relevance | Sort::Newest => &["p.published_at", "p.id"],
    }
}

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
        expression::{Field, Fit, both, classes, expression},
        fragments::{card_columns, is_open},
        list_key::ListKey,
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

    /// How many postings are found.
    pub fn count(mut self) -> QueryBuilder<E> {
        self.sql.push("SELECT COUNT(*)");
        self.found(Field::All, Fit::Any);
        self.sql
    }

    /// A page of results, from a cursor's row or from the first, in the direction that the cursor reads. The page is
    /// found in the indexes; the other columns are read for its rows only.
    pub fn page(mut self, key: Option<ListKey>, limit: usize) -> QueryBuilder<E> {
        let columns = match self.query.sort() {
            Sort::Relevance => return self.ranked_page(key, limit),
            Sort::Pay => &["p.pay_euro", "p.id"],
            Sort::Newest => &["p.published_at", "p.id"],
        };
        let order = self.order(columns);
        self.sql.push(concat!("SELECT ", card_columns!(), " FROM (SELECT p.id"));
        self.found(Field::All, Fit::Any);
        self.sorted_page(order, key.map(ListKey::values), limit)
    }

    /// A page of the best class of matches alone, the newest first: where it is full, nothing else has to be ranked.
    /// None where the page does not begin in that class.
    pub fn best_page(mut self, key: Option<ListKey>, limit: usize) -> Option<QueryBuilder<E>> {
        let classes = classes(&self.what);
        let (field, fit) = *classes.first()?;
        let (best, order) = (classes.len() as i64 + 1, self.order(&["p.published_at", "p.id"]));
        let values = match key {
            None => None,
            Some(ListKey::Relevance(tier, at, id)) if tier == best => Some(ListKey::Newest(at, id).values()),
            Some(_) => return None,
        };
        self.sql.push(concat!("SELECT ", card_columns!(), ", CAST(")).push(best);
        self.sql.push(" AS BIGINT) AS tier FROM (SELECT p.id");
        self.found(field, fit);
        Some(self.sorted_page(order, values, limit))
    }

    /// Ends a query of ids that are found: a page of them, with the columns of their rows.
    fn sorted_page(mut self, order: ListOrder, key: Option<Vec<KeyValue>>, limit: usize) -> QueryBuilder<E> {
        order.push_page(&mut self.sql, key, limit);
        self.sql.push(") AS hit JOIN postings p ON p.id = hit.id JOIN companies c ON c.id = p.company_id");
        order.push_order(&mut self.sql);
        self.sql
    }

    /// A page with the best matches first. To rank them every match is looked at, so that their number comes with it.
    fn ranked_page(mut self, key: Option<ListKey>, limit: usize) -> QueryBuilder<E> {
        self.sql.push("WITH found AS MATERIALIZED (SELECT p.id, p.published_at, CAST(CASE WHEN FALSE THEN 0");
        let classes = classes(&self.what);
        for (at, (field, fit)) in classes.iter().enumerate() {
            self.sql.push(" WHEN ");
            self.matches(*field, *fit);
            self.sql.push(" THEN ").push(classes.len() - at + 1);
        }
        self.sql.push(" ELSE 1 END AS BIGINT) AS tier");
        self.found(Field::All, Fit::Any);
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

    /// `FROM` and `WHERE` of what is found, with the words in this field.
    fn found(&mut self, field: Field, fit: Fit) {
        let parts = [(&self.what, field, fit), (&self.place.words, Field::Place, Fit::Any)];
        let parts = parts.into_iter().filter(|(words, ..)| !words.is_empty());
        let words: Vec<String> = parts.map(|(words, field, fit)| expression::<E>(words, field, fit)).collect();
        if words.is_empty() {
            self.sql.push(" FROM postings p WHERE ");
        } else if E::NAME == Postgres::NAME {
            self.sql
                .push(" FROM postings p WHERE p.search @@ CAST(")
                .push_value(both::<E>(words))
                .push(" AS tsquery) AND ");
        } else {
            // An index holds all columns of a search, because rows with their texts fill a page each; and each match is
            // looked up there at once: SQLite's planner would list all of them before.
            self.sql.push(
                " FROM posting_search CROSS JOIN postings p INDEXED BY postings_found ON p.seq = posting_search.rowid
                 WHERE posting_search MATCH ",
            );
            self.sql.push_value(both::<E>(words)).push(" AND ");
        }
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

    /// A condition: the words are found in this field of the posting.
    fn matches(&mut self, field: Field, fit: Fit) {
        let words = expression::<E>(&self.what, field, fit);
        if E::NAME == Postgres::NAME {
            self.sql.push(if field == Field::All { "p.search" } else { "p.head_search" });
            self.sql.push(" @@ CAST(").push_value(words).push(" AS tsquery)");
        } else {
            self.sql.push("p.seq IN (SELECT rowid FROM posting_search WHERE posting_search MATCH ");
            self.sql.push_value(words).push(")");
        }
    }
}

//! A search for postings, as an address holds it: every search is a link.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::board::{CURRENCIES, Category, EmploymentType, Workplace};
use crate::{
    error::{AppError, Problem},
    forms::Check,
    l10n::t,
    paging::Cursor,
    text::{Amount, currencies_named, encode, query_pairs},
};

/// Search texts are at most this long.
pub const TEXT_LENGTH: usize = 200;
/// "Posted within", in days.
pub const POSTED_WITHIN: [i64; 5] = [1, 3, 7, 14, 30];
/// Pay asked for is at most this.
pub const MAX_PAY: Amount = Amount::whole(1_000_000_000);

/// What a list of postings is ordered by.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Sort {
    Relevance,
    Newest,
    Pay,
}

/// What is searched for, in which order, and which page of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobQuery {
    pub what: String,
    pub place: String,
    pub categories: Vec<Category>,
    pub types: Vec<EmploymentType>,
    pub workplaces: Vec<Workplace>,
    /// At least this much a year, in the currency chosen.
    pub least_pay: Option<Amount>,
    /// The text typed for [`Self::least_pay`], if it is no amount.
    pub unread_pay: String,
    /// Leaves out postings that say nothing of pay.
    pub hide_unpaid: bool,
    /// Published within this many days.
    pub posted_within: Option<i64>,
    /// None for the first of [`CURRENCIES`].
    pub(super) currency: Option<&'static str>,
    pub(super) sort: Option<Sort>,
    pub cursor: Cursor,
    /// How many invalid values of the address were left out.
    pub dropped: usize,
}

impl JobQuery {
    /// The names of the address's parameters.
    pub const PARAMS: [&'static str; 12] = [
        "q",
        "where",
        "category",
        "type",
        "workplace",
        "pay",
        "currency",
        "unpaid",
        "posted",
        "sort",
        "after",
        "before",
    ];

    /// Every posting, from a place in the list on.
    pub fn at(cursor: Cursor) -> Self {
        Self { cursor, ..Self::default() }
    }

    /// Parses an address's query, with or without its question mark. Unknown names are ignored; invalid values of known
    /// names are counted in [`Self::dropped`].
    pub fn parse(query: &str) -> Self {
        let (mut out, mut after, mut before) = (Self::default(), None::<String>, None::<String>);
        let mut named = None;
        for (name, value) in query_pairs(query) {
            let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let understood = match name.as_str() {
                "q" => set_text(&mut out.what, value),
                "where" => set_text(&mut out.place, value),
                "category" => add(&mut out.categories, value),
                "type" => add(&mut out.types, value),
                "workplace" => add(&mut out.workplaces, value),
                "pay" => {
                    let amount = check_pay(value).ok().flatten();
                    named = named.or(amount.and_then(|_| currencies_named(value)));
                    let understood = amount == Some(Amount(0)) || set(&mut out.least_pay, amount);
                    // Of several values the first stays in the form, to be corrected.
                    if !understood && out.least_pay.is_none() && out.unread_pay.is_empty() {
                        out.unread_pay = value.chars().take(TEXT_LENGTH).collect();
                    }
                    understood
                }
                "currency" => set(&mut out.currency, CURRENCIES.into_iter().find(|c| *c == value)),
                "unpaid" => {
                    out.hide_unpaid |= value == "hide";
                    matches!(value, "hide" | "show")
                }
                "posted" => set(&mut out.posted_within, plain_number(value).filter(|n| POSTED_WITHIN.contains(n))),
                "sort" => set(&mut out.sort, value.parse().ok()),
                "after" => set(&mut after, Some(value.to_string())),
                "before" => set(&mut before, Some(value.to_string())),
                _ => true,
            };
            out.dropped += usize::from(!understood);
        }
        out.categories = in_order(&out.categories);
        out.types = in_order(&out.types);
        out.workplaces = in_order(&out.workplaces);
        // A currency that is written with the amount counts before one that merely stands in the list beside it.
        if let Some(named) = named.filter(|named| !named.contains(&out.currency())) {
            out.currency = CURRENCIES.into_iter().find(|code| named.first() == Some(code));
        }
        // One spelling: two searches are the same when they are equal.
        out.currency = out.currency.filter(|c| *c != CURRENCIES[0]);
        out.cursor = Cursor::beside(&after.unwrap_or_default(), &before.unwrap_or_default());
        out
    }

    /// Why the least pay could not be read, where it could not.
    pub fn pay_problem(&self) -> Option<Problem> {
        let error = check_pay(&self.unread_pay).err()?;
        error.problem_of("pay").cloned()
    }

    /// Whether values were left out that no field of the form shows.
    pub fn is_cut(&self) -> bool {
        self.dropped > usize::from(!self.unread_pay.is_empty())
    }

    /// The currency that pay is compared in.
    pub fn currency(&self) -> &'static str {
        self.currency.unwrap_or(CURRENCIES[0])
    }

    /// The order: as chosen, else the best match first when words are searched for, else the newest.
    pub fn sort(&self) -> Sort {
        let words = has_terms(&self.what);
        match self.sort {
            Some(Sort::Relevance) | None if !words => Sort::Newest,
            None => Sort::Relevance,
            Some(sort) => sort,
        }
    }

    /// The filters that are set, as name and value.
    pub fn filters(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut push = |name, value: String| pairs.push((name, value));
        if !self.what.is_empty() {
            push("q", self.what.clone());
        }
        if !self.place.is_empty() {
            push("where", self.place.clone());
        }
        self.categories.iter().for_each(|c| push("category", c.to_string()));
        self.types.iter().for_each(|t| push("type", t.to_string()));
        self.workplaces.iter().for_each(|w| push("workplace", w.to_string()));
        if let Some(pay) = self.least_pay {
            push("pay", pay.plain());
        }
        if self.hide_unpaid {
            push("unpaid", "hide".into());
        }
        if let Some(days) = self.posted_within {
            push("posted", days.to_string());
        }
        pairs
    }

    /// Filters and order, without the cursor.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.filters();
        if let Some(currency) = self.currency {
            pairs.push(("currency", currency.to_string()));
        }
        if let Some(sort) = self.sort {
            pairs.push(("sort", sort.to_string()));
        }
        pairs
    }

    /// How many filters are set beside the two texts.
    pub fn filter_count(&self) -> usize {
        self.filters().iter().filter(|(name, _)| !matches!(*name, "q" | "where")).count()
    }

    /// The query in one spelling: only what is set, in a fixed order.
    pub fn canonical(&self) -> String {
        let mut pairs = self.pairs();
        match &self.cursor {
            Cursor::First => {}
            Cursor::After(key) => pairs.push(("after", key.clone())),
            Cursor::Before(key) => pairs.push(("before", key.clone())),
        }
        join(pairs)
    }

    /// The cache key of the number of results: filters, without cursor and order.
    pub fn count_key(&self) -> String {
        let mut pairs = self.filters();
        if self.least_pay.is_some() {
            pairs.push(("currency", self.currency().to_string()));
        }
        join(pairs)
    }

    /// The address of this search.
    pub fn href(&self) -> String {
        address(self.canonical())
    }

    /// The address of this search's first page.
    pub fn first_href(&self) -> String {
        address(join(self.pairs()))
    }

    /// The address of another page of this search.
    pub fn page_href(&self, name: &'static str, key: &str) -> String {
        let mut pairs = self.pairs();
        pairs.push((name, key.to_string()));
        address(join(pairs))
    }

    /// The address of this search in another order.
    pub fn sorted_href(&self, sort: Sort) -> String {
        address(Self { sort: Some(sort), cursor: Cursor::First, ..self.clone() }.canonical())
    }

    /// This search with the newest first, from its first page on: what its feed tells.
    pub fn newest_first(self) -> Self {
        Self { sort: Some(Sort::Newest), cursor: Cursor::First, ..self }
    }

    /// The address of this search's feed.
    pub fn feed_href(&self) -> String {
        let mut pairs = self.filters();
        if self.least_pay.is_some() {
            pairs.push(("currency", self.currency().to_string()));
        }
        match join(pairs) {
            query if query.is_empty() => "/jobs.atom".into(),
            query => format!("/jobs.atom?{query}"),
        }
    }

    /// `Jobs: rust, Berlin`.
    pub fn title(&self) -> String {
        let texts = [&self.what, &self.place].map(String::as_str).into_iter().filter(|text| !text.is_empty());
        match texts.collect::<Vec<_>>().join(", ") {
            words if words.is_empty() => t().jobs_title(),
            words => t().jobs_title_search(words),
        }
    }

    /// The address of this search with one filter less.
    pub fn without_href(&self, name: &str, value: &str) -> String {
        address(join(self.pairs().into_iter().filter(|(n, v)| !(*n == name && v == value)).collect()))
    }

    /// What a form's control of this name and value shows: whether a box is ticked.
    pub fn ticks(&self, name: &str, value: &str) -> bool {
        match name {
            "category" => self.categories.iter().any(|c| <&str>::from(c) == value),
            "type" => self.types.iter().any(|t| <&str>::from(t) == value),
            "workplace" => self.workplaces.iter().any(|w| <&str>::from(w) == value),
            "unpaid" => self.hide_unpaid && value == "hide",
            _ => false,
        }
    }

    /// What a form's control of this name shows: its text or choice.
    pub fn value_of(&self, name: &str) -> String {
        match name {
            "currency" => self.currency().to_string(),
            "pay" if self.least_pay.is_none() => self.unread_pay.clone(),
            _ => self.pairs().into_iter().find(|(n, _)| *n == name).map(|(_, v)| v).unwrap_or_default(),
        }
    }
}

fn join(pairs: Vec<(&'static str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={}", encode(&value))).collect();
    pairs.join("&")
}

fn address(query: String) -> String {
    if query.is_empty() { "/jobs".into() } else { format!("/jobs?{query}") }
}

fn set_text(slot: &mut String, value: &str) -> bool {
    let fits = slot.is_empty() && value.chars().count() <= TEXT_LENGTH;
    if fits {
        *slot = value.to_string();
    }
    fits
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let fits = slot.is_none() && value.is_some();
    if fits {
        *slot = value;
    }
    fits
}

/// As the values are declared.
fn in_order<T: VariantArray + Copy + PartialEq>(chosen: &[T]) -> Vec<T> {
    T::VARIANTS.iter().copied().filter(|value| chosen.contains(value)).collect()
}

fn add<T: FromStr + PartialEq>(list: &mut Vec<T>, value: &str) -> bool {
    let Ok(value) = value.parse() else { return false };
    if !list.contains(&value) {
        list.push(value);
    }
    true
}

pub fn plain_number(value: &str) -> Option<i64> {
    value.parse().ok()
}

/// Whether there is anything to search for in a text.
pub fn has_terms(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Reads the least pay by the rule of all forms. A currency that no posting has is none to compare with.
fn check_pay(value: &str) -> Result<Option<Amount>, AppError> {
    let mut check = Check::default();
    let amount = check.amount("pay", value, MAX_PAY);
    if currencies_named(value).is_some_and(<[_]>::is_empty) {
        check.fail("pay", Problem::OtherCurrency);
    }
    check.finish()?;
    Ok(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_survives_its_address() {
        let text = "q=c%2B%2B%20%26%20%C3%BC&where=K%C3%B6ln&category=engineering&category=data&type=full_time\
                    &workplace=remote&pay=60000&unpaid=hide&posted=7&currency=CHF&sort=pay&after=1.x";
        let query = JobQuery::parse(text);
        assert_eq!(query.what, "c++ & ü");
        assert_eq!(query.place, "Köln");
        assert_eq!(query.dropped, 0);
        assert_eq!(query.filter_count(), 7);
        assert_eq!(query.canonical(), text);
        assert_eq!(JobQuery::parse(&query.canonical()), query);
    }

    #[test]
    fn what_a_form_sends_becomes_short() {
        let query = JobQuery::parse("?q=&where=+&pay=&currency=EUR&posted=&category=data&category=data&utm_source=x");
        assert_eq!(query.href(), "/jobs?category=data");
        assert_eq!(query, JobQuery::parse("category=data"));
        assert_eq!(query.dropped, 0);
        assert_eq!(JobQuery::parse("").href(), "/jobs");
    }

    #[test]
    fn junk_is_left_out_and_counted() {
        let long = "x".repeat(TEXT_LENGTH + 1);
        let query = JobQuery::parse(&format!(
            "q={long}&category=chef&type=&pay=-1&pay=9999999999&pay=abc&currency=XXX&posted=2&sort=up&unpaid=maybe&%FF=%zz&&=&q"
        ));
        assert_eq!(query.dropped, 9);
        assert_eq!(query.unread_pay, "-1");
        assert_eq!(JobQuery { dropped: 0, unread_pay: String::new(), ..query }, JobQuery::default());
        assert_eq!(JobQuery::parse("q=a&q=b").what, "a");
        assert_eq!(JobQuery::parse("q=a%00b%0Ac").what, "a b c");
    }

    #[test]
    fn pay_is_read_as_people_write_it_or_kept_to_be_mended() {
        for written in ["60.000", "60,000", "60 000", "60%C2%A0000", "60'000", "60k", "%E2%82%AC+60,000", "60000,00"] {
            let query = JobQuery::parse(&format!("pay={written}"));
            let amount = Some(Amount::whole(60_000));
            assert_eq!((query.least_pay, query.dropped, query.href().as_str()), (amount, 0, "/jobs?pay=60000"));
        }
        let exact = JobQuery::parse("pay=17,80");
        assert_eq!((exact.least_pay, exact.href().as_str()), (Some(Amount(1_780)), "/jobs?pay=17.80"));
        let query = JobQuery::parse("pay=60-70k");
        assert_eq!((query.least_pay, query.dropped, query.value_of("pay").as_str()), (None, 1, "60-70k"));
        assert!(!query.is_cut() && JobQuery::parse("pay=60-70k&posted=x").is_cut());
        assert_eq!(JobQuery::parse("pay=0"), JobQuery::default(), "any pay");
    }

    #[test]
    fn filters_come_and_go() {
        let query = JobQuery::parse("q=rust&category=data&workplace=remote&after=1");
        assert_eq!(query.without_href("category", "data"), "/jobs?q=rust&workplace=remote");
        assert_eq!(query.page_href("before", "2"), "/jobs?q=rust&category=data&workplace=remote&before=2");
        assert!(query.ticks("workplace", "remote") && !query.ticks("workplace", "hybrid"));
        assert_eq!((query.value_of("q").as_str(), query.value_of("currency").as_str()), ("rust", "EUR"));
    }

    #[test]
    fn the_order_follows_what_is_asked() {
        let sort = |q| JobQuery::parse(q).sort();
        assert_eq!(sort(""), Sort::Newest);
        assert_eq!(sort("q=rust"), Sort::Relevance);
        assert_eq!(sort("q=%2B%2B"), Sort::Newest);
        assert_eq!(sort("sort=relevance"), Sort::Newest);
        assert_eq!(sort("q=rust&sort=pay"), Sort::Pay);
    }

    #[test]
    fn counts_are_shared_where_they_are_the_same() {
        let key = |q| JobQuery::parse(q).count_key();
        assert_eq!(key("q=a&sort=newest&after=1"), key("q=a"));
        assert_eq!(key("currency=USD"), key(""));
        assert_eq!(key("sort=pay&currency=USD"), key(""));
        assert_ne!(key("pay=1&currency=USD"), key("pay=1"));
    }
}

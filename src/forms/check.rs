//! Validation of form fields: each check takes a field's text, returns its value, and collects its problems.

use std::{collections::HashSet, str::FromStr};

use crate::{
    error::{AppError, FieldError, Problem},
    text::{
        Amount, Unread, clean_line, clean_text, currencies_named, phone_form, read_amount, split_entries, web_address,
    },
};

/// Collects every problem of a form, so that all are shown at once.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldError>);

impl Check {
    /// Adds a problem; of several in a field, only the first is shown.
    pub fn fail(&mut self, field: &str, problem: Problem) {
        if self.0.iter().any(|error| error.field == field) {
            return;
        }
        self.0.push(FieldError { field: field.to_string(), problem });
    }

    /// The value that a parser found in a field; its problem is collected.
    pub fn parsed<T>(&mut self, field: &str, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.fail(field, problem)).ok()
    }

    /// One line that must be there: trimmed, control characters gone.
    pub fn line(&mut self, field: &str, text: &str, max: usize) -> String {
        let line = self.optional_line(field, text, max);
        if line.is_empty() {
            self.fail(field, Problem::Required);
        }
        line
    }

    /// One line that may be empty.
    pub fn optional_line(&mut self, field: &str, text: &str, max: usize) -> String {
        self.no_longer(field, clean_line(text), max)
    }

    /// Several lines that must be there.
    pub fn text(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = self.optional_text(field, text, max);
        if text.is_empty() {
            self.fail(field, Problem::Required);
        }
        text
    }

    /// Several lines that may be empty; forms send line ends as CRLF, we keep LF.
    pub fn optional_text(&mut self, field: &str, text: &str, max: usize) -> String {
        self.no_longer(field, clean_text(text), max)
    }

    /// Entries as [`split_entries`] takes them apart: without doubles, `max` of them at the most.
    pub fn entries(&mut self, field: &str, text: &str, max: usize, each: usize) -> Vec<String> {
        let (mut entries, mut seen) = (Vec::new(), HashSet::new());
        for entry in split_entries(text).map(clean_line).filter(|entry| !entry.is_empty()) {
            if !seen.insert(entry.to_lowercase()) {
                continue;
            }
            if entries.len() == max {
                self.fail(field, Problem::TooMany(max));
                break;
            }
            entries.push(self.no_longer(field, entry, each));
        }
        entries
    }

    /// One of an enum's values.
    pub fn choice<T: FromStr>(&mut self, field: &str, text: &str) -> Option<T> {
        let problem = if text.is_empty() { Problem::Required } else { Problem::NotAChoice };
        self.parsed(field, text.parse().map_err(|_| problem))
    }

    /// Any of an enum's values, without duplicates. It stops at the first invalid one.
    pub fn choices<T: FromStr + PartialEq>(&mut self, field: &str, texts: &[String]) -> Vec<T> {
        let mut values = Vec::new();
        for text in texts.iter().filter(|t| !t.is_empty()) {
            let Some(value) = self.choice(field, text) else { break };
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    /// An amount of money as people write it, not negative and `most` at the most.
    pub fn amount(&mut self, field: &str, text: &str, most: Amount) -> Option<Amount> {
        let unread = |unread: Unread| Problem::NotAnAmount { read: unread.read, sign: unread.sign };
        let (read, least) = (self.parsed(field, read_amount(text).map_err(unread))??, Amount::default());
        if read < least {
            self.fail(field, Problem::AmountTooSmall { read, least });
        } else if read > most {
            self.fail(field, Problem::AmountTooLarge { read, most });
        }
        Some(read)
    }

    /// Amounts in a currency that is chosen beside them: one that names another is asked about.
    pub fn currency(&mut self, currency: &str, amounts: &[(&str, &str)]) {
        for (field, text) in amounts {
            if currencies_named(text).is_some_and(|named| !named.contains(&currency)) {
                self.fail(field, Problem::OtherCurrency);
            }
        }
    }

    /// An `http:` or `https:` address, with the scheme filled in; may be empty.
    pub fn address(&mut self, field: &str, text: &str) -> String {
        let line = self.optional_line(field, text, 300);
        if line.is_empty() {
            return line;
        }
        self.parsed(field, web_address(&line).ok_or(Problem::NotAnAddress)).unwrap_or(line)
    }

    /// A phone number as it is typed: one that has a form to dial ([`phone_form`]); may be empty.
    pub fn phone(&mut self, field: &str, text: &str) -> String {
        let line = self.optional_line(field, text, 60);
        if !line.is_empty() && phone_form(&line).is_none() {
            self.fail(field, Problem::NotAPhone);
        }
        line
    }

    fn no_longer(&mut self, field: &str, text: String, max: usize) -> String {
        if text.chars().count() > max {
            self.fail(field, Problem::TooLong(max));
        }
        text
    }

    /// `Ok` when nothing was wrong.
    pub fn finish(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Fields(self.0)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem<T>(run: impl FnOnce(&mut Check) -> T) -> Option<Problem> {
        let mut check = Check::default();
        run(&mut check);
        check.0.first().map(|e| e.problem.clone())
    }

    #[test]
    fn lines() {
        assert_eq!(problem(|c| c.line("a", " \u{0} ", 5)), Some(Problem::Required));
        assert_eq!(problem(|c| c.line("a", "äöüäöü", 5)), Some(Problem::TooLong(5)));
        assert_eq!(Check::default().line("a", " x\ny ", 5), "x y");
        assert_eq!(Check::default().text("a", "x\r\ny\u{7}", 5), "x\ny");
    }

    #[test]
    fn amounts() {
        let most = Amount::whole(100_000);
        assert_eq!(Check::default().amount("a", "60.000", most), Some(Amount::whole(60_000)));
        assert_eq!(Check::default().amount("a", "15,50", most), Some(Amount(1_550)));
        assert_eq!(Check::default().amount("a", " ", most), None);
        let unread =
            |read: Option<i64>, sign| Some(Problem::NotAnAmount { read: read.map(Amount::whole), sign: Some(sign) });
        assert_eq!(problem(|c| c.amount("a", "sixty", most)), unread(None, 's'));
        assert_eq!(problem(|c| c.amount("a", "60-70k", most)), unread(Some(60), '-'));
        let (read, least) = (Amount::whole(-1), Amount(0));
        assert_eq!(problem(|c| c.amount("a", "-1", most)), Some(Problem::AmountTooSmall { read, least }));
        let read = Amount(10_000_001);
        assert_eq!(problem(|c| c.amount("a", "100,000.01", most)), Some(Problem::AmountTooLarge { read, most }));
        assert!(problem(|c| c.amount("a", "99999999999999999999", most)).is_some());
    }

    #[test]
    fn what_looks_empty_is_missing() {
        for text in ["\u{3164}", "\u{2800}", "\u{200b}\u{200e}", "\u{301}", "\u{e0041}\u{e007f}"] {
            assert_eq!(problem(|c| c.line("a", text, 5)), Some(Problem::Required), "{text:?}");
            assert_eq!(problem(|c| c.text("a", text, 5)), Some(Problem::Required), "{text:?}");
            assert_eq!(Check::default().entries("a", &format!("{text},b"), 5, 40), ["b"], "{text:?}");
        }
    }

    #[test]
    fn entries_lose_doubles() {
        assert_eq!(Check::default().entries("a", "Rust, SQL\nrust,,", 5, 40), ["Rust", "SQL"]);
        assert_eq!(problem(|c| c.entries("a", "a,b,c", 2, 40)), Some(Problem::TooMany(2)));
        assert_eq!(Check::default().entries("a", "ÄÖ,äö, a ,A", 2, 40), ["ÄÖ", "a"]);
    }

    #[test]
    fn what_is_too_much_is_left_at_the_limit() {
        let mut check = Check::default();
        let many: String = (0..100_000).map(|i| format!("{i},")).collect();
        assert_eq!(check.entries("many", &many, 40, 60).len(), 40, "not one more is kept");
        let long = "x".repeat(61) + &",y".repeat(30);
        assert_eq!(check.entries("long", &long, 40, 60).len(), 2);
        let choices = vec!["true".to_string(); 50_000];
        assert_eq!(check.choices::<bool>("same", &choices), [true]);
        assert!(check.choices::<bool>("odd", &vec!["maybe".to_string(); 50_000]).is_empty());
        let Err(AppError::Fields(all)) = check.finish() else { panic!("nothing was wrong") };
        assert_eq!(
            all.iter().map(|e| (e.field.as_str(), &e.problem)).collect::<Vec<_>>(),
            [("many", &Problem::TooMany(40)), ("long", &Problem::TooLong(60)), ("odd", &Problem::NotAChoice)],
            "one problem a field, however much is wrong"
        );
    }

    #[test]
    fn addresses_and_phones() {
        assert_eq!(Check::default().address("a", "example.org/x"), "https://example.org/x");
        for bad in ["javascript://x.y", "https://", "https://a b.c", "ftp://a.b", "https://x@y.z"] {
            assert_eq!(problem(|c| c.address("a", bad)), Some(Problem::NotAnAddress), "{bad}");
        }
        assert_eq!(problem(|c| c.phone("a", "+49 (30) 123-45/6")), None);
        assert_eq!(problem(|c| c.phone("a", "call me")), Some(Problem::NotAPhone));
    }
}

//! Validation of form fields: each check takes a field's text, returns its value, and collects its problems.

use std::{collections::HashSet, str::FromStr};

use crate::{
    error::{AppError, FieldError, Problem},
    text::{clean_line, clean_text, read_number, split_entries},
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
        for entry in split_entries(text) {
            if !seen.insert(entry.to_lowercase()) {
                continue;
            }
            if entries.len() == max {
                self.fail(field, Problem::TooMany(max));
                break;
            }
            entries.push(self.optional_line(field, entry, each));
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

    /// A whole number, as people write it.
    pub fn number(&mut self, field: &str, text: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let number = self.parsed(field, read_number(text).map_err(|_| Problem::NotANumber))??;
        if number < *range.start() {
            self.fail(field, Problem::TooSmall(*range.start()));
        } else if number > *range.end() {
            self.fail(field, Problem::TooLarge(*range.end()));
        }
        Some(number)
    }

    /// An `http:` or `https:` address, with the scheme filled in; may be empty.
    pub fn address(&mut self, field: &str, text: &str) -> String {
        let line = self.optional_line(field, text, 300);
        if line.is_empty() {
            return line;
        }
        let address = if line.contains("://") { line } else { format!("https://{line}") };
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let host = rest.map(|r| r.split(['/', '?', '#']).next().unwrap_or_default());
        let plausible = |h: &str| h.contains('.') && !h.starts_with('.') && !h.contains(['@', ' ', '"', '<', '\\']);
        if !host.is_some_and(plausible) || address.contains(char::is_whitespace) {
            self.fail(field, Problem::NotAnAddress);
        }
        address
    }

    /// A phone number: digits and the signs people put between them; may be empty.
    pub fn phone(&mut self, field: &str, text: &str) -> String {
        let line = self.optional_line(field, text, 40);
        let digits = line.chars().filter(char::is_ascii_digit).count();
        let odd = |c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | ' '));
        if !line.is_empty() && (digits < 5 || line.contains(odd)) {
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
    fn numbers() {
        assert_eq!(Check::default().number("a", "60.000", 0..=100_000), Some(60_000));
        assert_eq!(Check::default().number("a", " ", 0..=9), None);
        assert_eq!(problem(|c| c.number("a", "sixty", 0..=9)), Some(Problem::NotANumber));
        assert_eq!(problem(|c| c.number("a", "60.5", 0..=900)), Some(Problem::NotANumber));
        assert_eq!(Check::default().number("a", "€ 60k", 0..=100_000), Some(60_000));
        assert_eq!(problem(|c| c.number("a", "-1", 0..=9)), Some(Problem::TooSmall(0)));
        assert_eq!(problem(|c| c.number("a", "10", 0..=9)), Some(Problem::TooLarge(9)));
        assert_eq!(problem(|c| c.number("a", "99999999999999999999", 0..=9)), Some(Problem::TooLarge(9)));
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

//! What is asked, in each engine's language. Both look for the same words, which are kept with a mark of their field
//! before them, so that neither has to know of fields.

use sqlx::{Database, Sqlite};

use crate::text::words::AskedWord;

/// Where in a posting words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    All,
    Title,
    /// Title, company and skills.
    Head,
    /// City and region, by all of their names.
    Place,
    /// The country, by all of its names.
    Country,
}

impl Field {
    /// A word as it is kept of this field. No text has these characters as letters.
    pub fn marked(self, word: &str) -> String {
        let mark = match self {
            Self::All => return word.to_string(),
            Self::Title => '\u{e001}',
            Self::Head => '\u{e002}',
            Self::Place => '\u{e003}',
            Self::Country => '\u{e004}',
        };
        format!("{mark}{word}")
    }
}

/// How well words have to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Whole,
    /// Whole, or the beginning of another where the word is not short.
    Near,
    Any,
}

/// All of these words, in the language of the engine `E`.
pub(super) fn expression<E: Database>(words: &[AskedWord], field: Field, fit: Fit) -> String {
    let groups = words.iter().map(|word| {
        let mut terms: Vec<String> = word.whole.iter().map(|w| term::<E>(field, w, false)).collect();
        if field == Field::Place {
            terms.extend(word.whole.iter().map(|w| term::<E>(Field::Country, w, false)));
        }
        if fit == Fit::Any || (fit == Fit::Near && !word.short) {
            terms.extend(word.beginnings.iter().map(|w| term::<E>(field, w, true)));
        }
        format!("({})", terms.join(if is_sqlite::<E>() { " OR " } else { " | " }))
    });
    both::<E>(groups.collect())
}

/// All of these expressions.
pub(super) fn both<E: Database>(expressions: Vec<String>) -> String {
    expressions.join(if is_sqlite::<E>() { " AND " } else { " & " })
}

/// An expression where none of those is met.
pub(super) fn but_not<E: Database>(expression: String, others: Vec<String>) -> String {
    match (others.is_empty(), is_sqlite::<E>()) {
        (true, _) => expression,
        (false, true) => format!(
            "(({expression}) NOT ({}))",
            others.iter().map(|e| format!("({e})")).collect::<Vec<_>>().join(" OR ")
        ),
        (false, false) => {
            format!("(({expression}) & !({}))", others.iter().map(|e| format!("({e})")).collect::<Vec<_>>().join(" | "))
        }
    }
}

/// Words hold letters and digits only, so that quotes are enough.
fn term<E: Database>(field: Field, word: &str, begins: bool) -> String {
    let word = field.marked(word);
    match (is_sqlite::<E>(), begins) {
        (true, false) => format!("\"{word}\""),
        (true, true) => format!("\"{word}\" *"),
        (false, false) => format!("'{word}'"),
        (false, true) => format!("'{word}':*"),
    }
}

fn is_sqlite<E: Database>() -> bool {
    E::NAME == Sqlite::NAME
}

/// The classes that matches are ranked by, the best first. A whole word is better than a beginning, and the title better
/// than what stands further down; but a short word that only begins another is last of all. The last class is all that
/// is found.
pub(super) fn classes(words: &[AskedWord]) -> Vec<(Field, Fit)> {
    let begin = |short: bool| words.iter().any(|word| word.short == short && !word.beginnings.is_empty());
    if words.is_empty() {
        return vec![(Field::All, Fit::Any)];
    }
    let mut fits = vec![Fit::Whole];
    if begin(false) {
        fits.push(Fit::Near);
    }
    let fields = [Field::Title, Field::Head, Field::All];
    let mut classes: Vec<_> = fields.iter().flat_map(|field| fits.iter().map(|fit| (*field, *fit))).collect();
    if begin(true) {
        classes.extend(fields.map(|field| (field, Fit::Any)));
    }
    classes
}

#[cfg(test)]
mod tests {
    use sqlx::Postgres;

    use super::*;
    use crate::text::words::asked;

    #[test]
    fn words_in_each_engine_s_language() {
        let words = asked("C rust", 12).words;
        let sqlite = "(\"c\" OR \"crust\" OR \"crust\" *) AND (\"rust\" OR \"crust\" OR \"\u{e005}rust\" OR \"rust\" * OR \"crust\" *)";
        assert_eq!(expression::<Sqlite>(&words, Field::All, Fit::Any), sqlite);
        let postgres = "('\u{e001}c' | '\u{e001}crust') & ('\u{e001}rust' | '\u{e001}crust' | '\u{e001}\u{e005}rust')";
        assert_eq!(expression::<Postgres>(&words, Field::Title, Fit::Whole), postgres);
        let words = asked("it", 12).words;
        assert_eq!(expression::<Postgres>(&words, Field::All, Fit::Near), "('it')");
        assert_eq!(
            expression::<Postgres>(&words, Field::Place, Fit::Any),
            "('\u{e003}it' | '\u{e004}it' | '\u{e003}it':*)"
        );
    }

    #[test]
    fn short_words_that_only_begin_others_come_last() {
        use {
            Field::{All, Head, Title},
            Fit::{Any, Near, Whole},
        };
        let of = |text: &str| classes(&asked(text, 12).words);
        assert_eq!(
            of("developer"),
            [(Title, Whole), (Title, Near), (Head, Whole), (Head, Near), (All, Whole), (All, Near)]
        );
        assert_eq!(of("IT"), [(Title, Whole), (Head, Whole), (All, Whole), (Title, Any), (Head, Any), (All, Any)]);
        assert_eq!(of("C"), [(Title, Whole), (Head, Whole), (All, Whole)]);
        assert_eq!(of("IT manager").len(), 9);
        assert_eq!(of("++"), [(All, Any)]);
    }
}

//! Countries to choose from, in the page's language.

use super::{Locale, locale};
use crate::text::countries::COUNTRIES;

/// Every country with its name in the page's language, in the order of names.
pub fn countries() -> Vec<(String, String)> {
    let german = locale() == Locale::De;
    let name = |(code, en, de): &(&str, &str, &str)| (code.to_string(), if german { de } else { en }.to_string());
    let mut all: Vec<_> = COUNTRIES.iter().map(name).collect();
    // Umlauts stand with the letter they are made of.
    let key = |name: &str| name.replace('Ä', "A").replace('Ö', "O").replace('ü', "u");
    all.sort_by_cached_key(|(_, name)| key(name));
    all
}

use std::sync::LazyLock;

use axum::http::{HeaderMap, header};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use leptos::prelude::use_context;
use sha2::{Digest, Sha256};
use unic_langid::LanguageIdentifier;

use super::{Catalogue, Locale};

/// The messages of one language, as the browser gets them: without those of mails.
pub fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::En => include_str!(concat!(env!("OUT_DIR"), "/en.pages.txt")),
        Locale::De => include_str!(concat!(env!("OUT_DIR"), "/de.pages.txt")),
    }
}

/// All messages of one language.
fn whole_source(locale: Locale) -> &'static str {
    match locale {
        Locale::En => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        Locale::De => include_str!(concat!(env!("OUT_DIR"), "/de.txt")),
    }
}

/// Where the browser fetches a language's catalogue: the address changes with the content.
pub fn catalogue_path(locale: Locale) -> &'static str {
    static PATHS: LazyLock<Vec<(Locale, String)>> = LazyLock::new(|| {
        let path = |locale: Locale| {
            let hash = hex::encode(&Sha256::digest(source(locale))[..8]);
            (locale, format!("/l10n/{locale}.{hash}.txt"))
        };
        Locale::iter().copied().map(path).collect()
    });
    let found = PATHS.iter().find(|(of, _)| *of == locale);
    &found.expect("every language has a path").1
}

fn catalogue(locale: Locale) -> &'static Catalogue {
    static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Locale::En, whole_source(Locale::En)));
    static DE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Locale::De, whole_source(Locale::De)));
    match locale {
        Locale::En => &EN,
        Locale::De => &DE,
    }
}

/// The messages in the language of the request.
pub fn t() -> &'static Catalogue {
    catalogue(locale())
}

/// The language of the request.
pub fn locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}

/// The plural of a number: `one`, `few`, `other`, as Unicode's CLDR calls it.
pub(super) fn plural(locale: Locale, number: i64) -> &'static str {
    static RULES: LazyLock<Vec<(Locale, PluralRules)>> = LazyLock::new(|| {
        let rules = |locale: Locale| {
            let language: LanguageIdentifier = locale.parse().expect("a language has a code");
            (locale, PluralRules::create(language, PluralRuleType::CARDINAL).expect("rules for every language"))
        };
        Locale::iter().copied().map(rules).collect()
    });
    let rules = RULES.iter().find(|(of, _)| *of == locale).map(|(_, rules)| rules.select(number));
    match rules {
        Some(Ok(PluralCategory::ZERO)) => "zero",
        Some(Ok(PluralCategory::ONE)) => "one",
        Some(Ok(PluralCategory::TWO)) => "two",
        Some(Ok(PluralCategory::FEW)) => "few",
        Some(Ok(PluralCategory::MANY)) => "many",
        _ => "other",
    }
}

/// Runs `say` in a language, where no page is rendered.
pub fn in_language<T>(locale: Locale, say: impl FnOnce() -> T) -> T {
    leptos::prelude::Owner::new().with(|| {
        leptos::prelude::provide_context(locale);
        say()
    })
}

/// The language that a browser asks for.
pub fn language(headers: &HeaderMap) -> Locale {
    let header = headers.get(header::ACCEPT_LANGUAGE);
    header.and_then(|v| v.to_str().ok()).map(negotiate).unwrap_or_default()
}

/// The best of our languages for an `Accept-Language` header (RFC 9110, section 12.5.4).
pub fn negotiate(accept_language: &str) -> Locale {
    let mut wanted: Vec<(f32, &str)> = accept_language
        .split(',')
        .filter_map(|part| {
            let mut pieces = part.split(';');
            let tag = pieces.next()?.trim();
            let weight = pieces.find_map(|p| p.trim().strip_prefix("q="));
            let weight = weight.map_or(Some(1.0), |q| q.parse().ok())?;
            (weight > 0.0).then_some((weight, tag))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let ours = |tag: &str| tag.split('-').next()?.to_ascii_lowercase().parse().ok();
    wanted.into_iter().find_map(|(_, tag)| ours(tag)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_wins() {
        assert_eq!(negotiate("de-AT,en;q=0.8"), Locale::De);
        assert_eq!(negotiate("fr, de;q=0.4, en;q=0.7"), Locale::En);
        assert_eq!(negotiate("de;q=0, en;q=0.1"), Locale::En);
        assert_eq!(negotiate("tlh"), Locale::En);
        assert_eq!(negotiate(""), Locale::En);
        assert_eq!(negotiate(";;,q=,de;q=x"), Locale::En);
    }
}

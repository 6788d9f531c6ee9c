use std::sync::OnceLock;

use super::{Catalogue, Locale};

static CATALOGUE: OnceLock<(Locale, Catalogue)> = OnceLock::new();

/// The messages in the language of the page.
pub fn t() -> &'static Catalogue {
    &CATALOGUE.get().expect("loaded before hydration").1
}

/// The language of the page.
pub fn locale() -> Locale {
    CATALOGUE.get().expect("loaded before hydration").0
}

/// Fetches the catalogue that `<html lang data-catalogue>` names, and says whether that worked.
#[cfg(feature = "hydrate")]
pub async fn load_for_page() -> bool {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;

    let html = document().document_element().expect("a page has <html>");
    let language = html.get_attribute("lang").unwrap_or_default();
    let path = html.get_attribute("data-catalogue").unwrap_or_default();
    let fetched = async {
        let response = JsFuture::from(leptos::prelude::window().fetch_with_str(&path)).await.ok()?;
        let response = response.dyn_into::<web_sys::Response>().ok().filter(web_sys::Response::ok)?;
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    };
    let Some(source) = fetched.await else { return false };
    let locale = language.parse().unwrap_or_default();
    _ = CATALOGUE.set((locale, Catalogue::new(locale, source.leak())));
    true
}

/// The plural of a number: `one`, `few`, `other`, as Unicode's CLDR calls it. Every browser knows the rules.
pub(super) fn plural(locale: Locale, number: i64) -> String {
    use js_sys::{Array, Intl::PluralRules, Object};

    thread_local! {
        static RULES: std::cell::OnceCell<PluralRules> = const { std::cell::OnceCell::new() };
    }
    let make = || PluralRules::new(&Array::of1(&locale.as_ref().into()), &Object::new());
    RULES.with(|rules| rules.get_or_init(make).select(number as f64).into())
}

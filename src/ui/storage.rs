//! What this browser keeps for the site, such as drafts. One that keeps nothing forgets it with the page.

/// What is kept under a key.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn stored(key: &str) -> Option<String> {
    #[cfg(not(feature = "ssr"))]
    return storage()?.get_item(key).ok().flatten();
    #[cfg(feature = "ssr")]
    None
}

/// Keeps a text, or forgets the one that was kept when it is empty.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn store(key: &str, text: &str) {
    #[cfg(not(feature = "ssr"))]
    if let Some(storage) = storage() {
        _ = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
    }
}

/// What is kept under keys that begin so, with the keys.
#[cfg(not(feature = "ssr"))]
pub fn stored_under(beginning: &str) -> Vec<(String, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|i| storage.key(i).ok().flatten()).filter(|key| key.starts_with(beginning));
    let keys: Vec<String> = keys.collect();
    keys.into_iter().filter_map(|key| Some((key.clone(), storage.get_item(&key).ok().flatten()?))).collect()
}

#[cfg(not(feature = "ssr"))]
fn storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}

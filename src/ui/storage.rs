//! The browser's local storage, for drafts. Where it is not available nothing is kept.

/// The text stored under a key.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn stored(key: &str) -> Option<String> {
    #[cfg(not(feature = "ssr"))]
    return storage()?.get_item(key).ok().flatten();
    #[cfg(feature = "ssr")]
    None
}

/// Stores a text under a key; an empty one deletes it.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn store(key: &str, text: &str) {
    #[cfg(not(feature = "ssr"))]
    if let Some(storage) = storage() {
        _ = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
    }
}

/// The text that this tab has stored under a key; a reload leaves it there.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn stored_in_tab(key: &str) -> Option<String> {
    #[cfg(not(feature = "ssr"))]
    return tab_storage()?.get_item(key).ok().flatten();
    #[cfg(feature = "ssr")]
    None
}

/// Stores a text for this tab under a key, or deletes it.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn store_in_tab(key: &str, text: Option<&str>) {
    #[cfg(not(feature = "ssr"))]
    if let Some(storage) = tab_storage() {
        _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}

/// Deletes all that this tab has stored.
#[cfg(not(feature = "ssr"))]
pub fn clear_tab() {
    _ = tab_storage().map(|storage| storage.clear());
}

#[cfg(not(feature = "ssr"))]
fn tab_storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().session_storage().ok().flatten()
}

/// The keys that begin with a prefix, with their texts.
#[cfg(not(feature = "ssr"))]
pub fn stored_under(prefix: &str) -> Vec<(String, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|i| storage.key(i).ok().flatten()).filter(|key| key.starts_with(prefix));
    let keys: Vec<String> = keys.collect();
    keys.into_iter().filter_map(|key| Some((key.clone(), storage.get_item(&key).ok().flatten()?))).collect()
}

#[cfg(not(feature = "ssr"))]
fn storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}

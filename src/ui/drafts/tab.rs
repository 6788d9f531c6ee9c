//! One text that several tabs may write at once: each keeps its own, and a new tab begins with the newest.

use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use {
    super::{PREFIX, browser, stored::Draft},
    crate::ui::{boot::person, storage},
    leptos::ev,
    uuid::Uuid,
};

/// The field of the text in a stored [`Draft`].
#[cfg(not(feature = "ssr"))]
const FIELD: &str = "text";
/// Under this key the other tabs are told what was sent.
#[cfg(not(feature = "ssr"))]
const SENT: &str = "jobi-sent";
/// Under this key a tab keeps its name.
#[cfg(not(feature = "ssr"))]
const TAB: &str = "jobi-tab";

/// A text that is written in this tab, and maybe others in others.
#[derive(Clone, Copy)]
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers keep something"))]
pub struct TabDraft {
    /// The beginning of its keys; this tab's own storage keeps it under just this.
    key: StoredValue<String>,
    /// Another tab's, with which this one has begun: its key and text.
    begun_with: StoredValue<Option<(String, String)>>,
}

#[cfg(feature = "ssr")]
impl TabDraft {
    pub fn of(name: &str) -> Self {
        Self { key: StoredValue::new(name.to_string()), begun_with: StoredValue::new(None) }
    }

    pub fn kept(self) -> String {
        String::new()
    }

    pub fn keep(self, _: &str) {}

    pub fn sent(self, _: &str) {}

    pub fn on_sent_elsewhere(self, _: impl Fn(String) + 'static) {}
}

#[cfg(not(feature = "ssr"))]
impl TabDraft {
    pub fn of(name: &str) -> Self {
        let key = person().map(|id| format!("{PREFIX}{id}/{name}")).unwrap_or_default();
        Self { key: StoredValue::new(key), begun_with: StoredValue::new(None) }
    }

    /// The key, while there is somebody whose draft it is; the page may be gone by now.
    fn key(self) -> Option<String> {
        self.key.try_get_value().filter(|key| !key.is_empty())
    }

    /// The key of this tab's copy, which outlives the tab.
    fn copy_key(key: &str) -> String {
        let tab = storage::stored_in_tab(TAB).unwrap_or_else(|| {
            let tab = Uuid::now_v7().simple().to_string();
            storage::store_in_tab(TAB, Some(&tab));
            tab
        });
        format!("{key}/{tab}")
    }

    /// What was written in this tab, or else what was written last in another.
    pub fn kept(self) -> String {
        let Some(key) = self.key() else { return String::new() };
        if let Some(own) = storage::stored_in_tab(&key) {
            return own;
        }
        let Some((key, draft)) = browser::find(&format!("{key}/")) else { return String::new() };
        let text = text_of(draft);
        _ = self.begun_with.try_set_value(Some((key, text.clone())));
        text
    }

    /// Keeps what is written.
    pub fn keep(self, text: &str) {
        let Some(key) = self.key() else { return };
        storage::store_in_tab(&key, Some(text));
        // What this tab has begun with goes on here. Another tab that is open still has it in a storage of its own.
        if let Some((other, begun)) = self.begun_with.try_update_value(Option::take).flatten()
            && all_under(&key).contains(&(other.clone(), begun))
        {
            storage::store(&other, "");
        }
        let fields = vec![(FIELD.to_string(), text.to_string())];
        let draft = Draft { at: browser::now(), version: None, fields };
        let copy = if text.is_empty() { String::new() } else { serde_json::to_string(&draft).unwrap_or_default() };
        storage::store(&Self::copy_key(&key), &copy);
    }

    /// The text was sent: wherever it is kept just like that it is kept no longer.
    pub fn sent(self, text: &str) {
        let Some(key) = self.key() else { return };
        if storage::stored_in_tab(&key).is_none_or(|own| own == text) {
            storage::store_in_tab(&key, Some(""));
        }
        let same = all_under(&key).into_iter().filter(|(_, kept)| kept == text);
        same.for_each(|(copy, _)| storage::store(&copy, ""));
        storage::store(SENT, &serde_json::to_string(&(key, text)).unwrap_or_default());
        storage::store(SENT, "");
    }

    /// Calls `hear` with each text that another tab has sent.
    pub fn on_sent_elsewhere(self, hear: impl Fn(String) + 'static) {
        let Some(key) = self.key() else { return };
        let listener = window_event_listener(ev::storage, move |event| {
            let sent = event.new_value().filter(|_| event.key().as_deref() == Some(SENT));
            let sent = sent.and_then(|json| serde_json::from_str::<(String, String)>(&json).ok());
            if let Some((of, text)) = sent
                && of == key
            {
                hear(text);
            }
        });
        on_cleanup(move || listener.remove());
    }
}

#[cfg(not(feature = "ssr"))]
fn text_of(draft: Draft) -> String {
    draft.fields.into_iter().find(|(name, _)| name == FIELD).map(|(_, text)| text).unwrap_or_default()
}

/// The copies of all tabs, with their texts.
#[cfg(not(feature = "ssr"))]
fn all_under(key: &str) -> Vec<(String, String)> {
    let all = storage::stored_under(&format!("{key}/")).into_iter();
    all.filter_map(|(key, json)| Some((key, text_of(serde_json::from_str(&json).ok()?)))).collect()
}

use leptos::{html, prelude::*};
use uuid::Uuid;

use crate::{
    messages::MAX_TEXT,
    text::clean_text,
    ui::{few_left, person, storage},
};

/// The field that a message is written in. What stands there is kept in this browser, for this person, until it is sent.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub field: NodeRef<html::Textarea>,
    /// How many more characters fit, once they are few.
    pub left: RwSignal<Option<i64>>,
    key: StoredValue<String>,
    /// What was kept before anything of this page is.
    found: StoredValue<String>,
}

impl Draft {
    pub fn of(conversation: Uuid) -> Self {
        let me = person().unwrap_or_default();
        let key = format!("jobi-draft-{me}-{conversation}");
        Self {
            field: NodeRef::new(),
            left: RwSignal::new(None),
            found: StoredValue::new(storage::stored(&key).unwrap_or_default()),
            key: StoredValue::new(key),
        }
    }

    /// What is written.
    pub fn text(self) -> String {
        self.field.try_get_untracked().flatten().map(|field| field.value()).unwrap_or_default()
    }

    /// Puts a text into the field.
    pub fn fill(self, text: &str) {
        if let Some(field) = self.field.try_get_untracked().flatten() {
            field.set_value(text);
            self.count(text);
        }
    }

    /// Puts what was kept into the field.
    pub fn restore(self) {
        self.fill(&storage::stored(&self.key.get_value()).unwrap_or_default());
    }

    /// What was typed before the page was taken over joins what was kept, and does not replace it.
    pub fn join(self) {
        let Some(field) = self.field.get_untracked() else { return };
        let (typed, found) = (field.value(), self.found.get_value());
        let is_typed = field.default_value().is_ok_and(|text| text != typed);
        if is_typed && !typed.starts_with(&found) {
            let joined = format!("{found}\n{typed}");
            self.fill(&joined);
            self.keep(&joined);
        }
    }

    /// What is kept, once the page is taken over.
    pub fn kept(self) -> Signal<String> {
        let kept = RwSignal::new(String::new());
        Effect::new(move || kept.set(storage::stored(&self.key.get_value()).unwrap_or_default()));
        kept.into()
    }

    /// Keeps what is written.
    pub fn keep(self, text: &str) {
        storage::store(&self.key.get_value(), text);
    }

    /// What was sent leaves the field and is kept no longer; what was written meanwhile stays.
    pub fn sent(self, text: &str) {
        if self.text() == text {
            self.fill("");
        }
        // The page may be gone by now.
        let Some(key) = self.key.try_get_value() else { return };
        if storage::stored(&key).is_some_and(|kept| kept == text) {
            storage::store(&key, "");
        }
    }

    pub fn count(self, text: &str) {
        self.left.set(few_left(clean_text(text).chars().count(), MAX_TEXT));
    }

    pub fn focus(self) {
        self.field.try_get_untracked().flatten().into_iter().for_each(|field| _ = field.focus());
    }
}

use leptos::{html, prelude::*};
use uuid::Uuid;

use crate::{
    messages::MAX_TEXT,
    text::clean_text,
    ui::{TabDraft, few_left, person, storage},
};

/// The field that a message is written in. What stands there is kept in this browser, for this person, until it is
/// sent; an edit is kept in this tab until it is saved or given up.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub field: NodeRef<html::Textarea>,
    /// How many more characters fit, once they are few.
    pub left: RwSignal<Option<i64>>,
    tab: TabDraft,
    /// What was kept before anything of this page is.
    found: StoredValue<String>,
    /// Where earlier releases kept it.
    old_key: StoredValue<String>,
    edit_key: StoredValue<String>,
}

impl Draft {
    pub fn of(conversation: Uuid) -> Self {
        let me = person().unwrap_or_default();
        let (tab, old_key) =
            (TabDraft::of(&format!("message-{conversation}")), format!("jobi-draft-{me}-{conversation}"));
        Self {
            field: NodeRef::new(),
            left: RwSignal::new(None),
            found: StoredValue::new(storage::stored(&old_key).unwrap_or_else(|| tab.kept())),
            tab,
            old_key: StoredValue::new(old_key),
            edit_key: StoredValue::new(format!("jobi-edit-{me}-{conversation}")),
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
        let old = self.old_key.get_value();
        if let Some(text) = storage::stored(&old) {
            self.keep(&text);
            storage::store(&old, "");
        }
        self.fill(&self.tab.kept());
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
        Effect::new(move || kept.set(self.tab.kept()));
        kept.into()
    }

    /// Keeps what is written.
    pub fn keep(self, text: &str) {
        self.tab.keep(text);
    }

    /// What was sent leaves the field and is kept no longer; what was written meanwhile stays.
    pub fn sent(self, text: &str) {
        if self.text() == text {
            self.fill("");
        }
        self.tab.sent(text);
    }

    /// What another tab has sent leaves the field of this one, while `is_draft`.
    pub fn follow_other_tabs(self, is_draft: impl Fn() -> bool + 'static) {
        self.tab.on_sent_elsewhere(move |sent| {
            if is_draft() && self.text() == sent {
                self.fill("");
                self.keep("");
            }
        });
    }

    /// Keeps what a message is being changed into.
    pub fn keep_edit(self, message: Uuid, text: &str) {
        let edit = serde_json::to_string(&(message, text)).unwrap_or_default();
        _ = self.edit_key.try_with_value(|key| storage::store_in_tab(key, Some(&edit)));
    }

    /// The message that was being changed, and into what.
    pub fn kept_edit(self) -> Option<(Uuid, String)> {
        let edit = self.edit_key.try_with_value(|key| storage::stored_in_tab(key)).flatten()?;
        serde_json::from_str(&edit).ok()
    }

    /// An edit is saved, or given up.
    pub fn forget_edit(self) {
        _ = self.edit_key.try_with_value(|key| storage::store_in_tab(key, None));
    }

    pub fn count(self, text: &str) {
        self.left.set(few_left(clean_text(text).chars().count(), MAX_TEXT));
    }

    pub fn focus(self) {
        self.field.try_get_untracked().flatten().into_iter().for_each(|field| _ = field.focus());
    }
}

use leptos::{html, prelude::*};
use uuid::Uuid;

use crate::{
    messages::MAX_TEXT,
    ui::{me, storage},
};

/// So few characters are told to be left.
const FEW: i64 = 500;

/// The field that a message is written in. What stands there is kept in this browser, for this person, until it is sent.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub field: NodeRef<html::Textarea>,
    /// How many more characters fit, once they are few.
    pub left: RwSignal<Option<i64>>,
    key: StoredValue<String>,
}

impl Draft {
    pub fn of(conversation: Uuid) -> Self {
        let me = me().map(|me| me.id).unwrap_or_default();
        Self {
            field: NodeRef::new(),
            left: RwSignal::new(None),
            key: StoredValue::new(format!("jobi-draft-{me}-{conversation}")),
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
        let left = MAX_TEXT as i64 - text.chars().count() as i64;
        self.left.set((left < FEW).then_some(left));
    }

    pub fn focus(self) {
        self.field.try_get_untracked().flatten().into_iter().for_each(|field| _ = field.focus());
    }
}

/// How many characters are left, told aloud only now and then.
#[component]
pub(super) fn Left(draft: Draft) -> impl IntoView {
    let text = move |left: i64| {
        let t = crate::l10n::t();
        if left < 0 { t.conversation_too_many(-left) } else { t.conversation_left(left) }
    };
    let told = Memo::new(move |_| draft.left.get().map(|left| if left > 0 { (left + 99) / 100 * 100 } else { left }));
    view! {
        <p class="composer__left muted" aria-hidden="true">{move || draft.left.get().map(text)}</p>
        <p class="visually-hidden" role="status">{move || told.get().map(text)}</p>
    }
}

//! Drafts of forms: what a person types is saved in the browser until it is sent, and restored when they come back.

#[cfg(not(feature = "ssr"))]
pub(super) mod browser;
#[cfg(any(test, not(feature = "ssr")))]
mod stored;
mod tab;

use chrono::{DateTime, Utc};
use leptos::{html, prelude::*};

#[cfg(not(feature = "ssr"))]
pub use browser::forget_all_of;
pub use tab::TabDraft;

#[cfg(not(feature = "ssr"))]
use super::boot::person;
use super::time::Ago;
use crate::l10n::t;

#[cfg(not(feature = "ssr"))]
const PREFIX: &str = "jobi-form-";
#[cfg(not(feature = "ssr"))]
const SAVE_DEBOUNCE: std::time::Duration = std::time::Duration::from_millis(300);

/// What became of the draft that was there when the page loaded.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers keep something"))]
enum Kept {
    Nothing,
    /// The form is filled in with it.
    Restored(DateTime<Utc>),
    /// It is based on an older version than is stored by now, so the person decides.
    Offered(DateTime<Utc>),
}

/// A form's draft.
#[derive(Clone, Copy)]
pub struct FormDraft {
    kept: RwSignal<Kept>,
    #[cfg(not(feature = "ssr"))]
    form: NodeRef<html::Form>,
    /// The beginning of its drafts' keys; empty where none are kept.
    #[cfg(not(feature = "ssr"))]
    prefix: StoredValue<String>,
    #[cfg(not(feature = "ssr"))]
    browser: StoredValue<browser::FormDrafts, LocalStorage>,
}

impl FormDraft {
    /// The draft of the form `name`; without a name nothing is saved.
    #[cfg(not(feature = "ssr"))]
    pub fn of(name: &str, form: NodeRef<html::Form>) -> Self {
        let owner = person().filter(|_| !name.is_empty());
        let prefix = owner.map(|id| format!("{PREFIX}{id}/{name}/")).unwrap_or_default();
        let this = Self {
            kept: RwSignal::new(Kept::Nothing),
            form,
            prefix: StoredValue::new(prefix),
            browser: StoredValue::new_local(browser::FormDrafts::default()),
        };
        this.restore_when_mounted();
        this
    }

    #[cfg(feature = "ssr")]
    pub fn of(_: &str, _: NodeRef<html::Form>) -> Self {
        Self { kept: RwSignal::new(Kept::Nothing) }
    }
}

/// Says that a draft was restored, or offers to restore it.
#[component]
pub fn DraftNotice(draft: FormDraft) -> impl IntoView {
    move || {
        let (at, restored) = match draft.kept.get() {
            Kept::Nothing => return None,
            Kept::Restored(at) => (at, true),
            Kept::Offered(at) => (at, false),
        };
        let words = if restored { t().draft_restored() } else { t().draft_offered() };
        let restore = (!restored).then(|| {
            view! {
                <button type="button" class="button button--small" on:click=move |_| draft.restore()>{t().draft_put_in()}</button>
            }
        });
        Some(view! {
            <div class="notice notice--info" role="status">
                <p>{words} " (" <Ago at/> ")"</p>
                <p class="cluster">
                    {restore}
                    <button type="button" class="button button--small" on:click=move |_| draft.discard()>
                        {t().draft_discard()}
                    </button>
                </p>
            </div>
        })
    }
}

#[cfg(feature = "ssr")]
impl FormDraft {
    fn restore(self) {}
    fn discard(self) {}
}

/// A field of a form's newest draft, for a page that does not show the form any more.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn kept_text(name: String, field: &'static str) -> Signal<String> {
    let text = RwSignal::new(String::new());
    #[cfg(not(feature = "ssr"))]
    if let Some(person) = person() {
        Effect::new(move || {
            let found = browser::find(&format!("{PREFIX}{person}/{name}/"));
            let value = found.and_then(|(_, d)| d.fields.into_iter().find(|(n, _)| n == field));
            text.set(value.map(|(_, value)| value).unwrap_or_default());
        });
    }
    text.into()
}

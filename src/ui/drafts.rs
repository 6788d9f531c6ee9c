//! What is typed into a form is kept in this browser, for this person, until it is sent: it is there again when they
//! come back. Each open page keeps its own, so that two tabs do not write over each other.

use chrono::{DateTime, Utc};
use leptos::{html, prelude::*};

#[cfg(not(feature = "ssr"))]
use super::boot::person;
use super::time::Ago;
use crate::l10n::t;

#[cfg(not(feature = "ssr"))]
const PREFIX: &str = "jobi-form-";
#[cfg(not(feature = "ssr"))]
const SAVE_DEBOUNCE: std::time::Duration = std::time::Duration::from_millis(300);

#[cfg(any(test, not(feature = "ssr")))]
mod kept {
    use chrono::TimeDelta;
    use serde::{Deserialize, Serialize};

    use super::{DateTime, Utc};

    /// Drafts are kept so long.
    const KEPT_FOR: TimeDelta = TimeDelta::days(30);
    /// So many drafts in a browser; the oldest make room.
    const MAX_DRAFTS: usize = 30;
    /// A draft is at most this large.
    #[cfg(not(feature = "ssr"))]
    pub const MAX_BYTES: usize = 200_000;

    /// What a form held.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct Draft {
        pub at: DateTime<Utc>,
        /// The version of what it changes.
        pub version: Option<String>,
        /// Fields by name; a box is there when it is ticked.
        pub fields: Vec<(String, String)>,
    }

    /// Which of the drafts that are kept belongs here, and what is to be forgotten: the old, and those over the bound.
    /// `all` are keys and drafts.
    pub fn sort_out(
        all: Vec<(String, Draft)>,
        here: &str,
        now: DateTime<Utc>,
    ) -> (Option<(String, Draft)>, Vec<String>) {
        let mut all = all;
        all.sort_by_key(|(_, draft)| std::cmp::Reverse(draft.at));
        let is_kept = |at: usize, draft: &Draft| at < MAX_DRAFTS && now - draft.at < KEPT_FOR;
        let (mut found, mut forgotten) = (None, Vec::new());
        for (at, (key, draft)) in all.into_iter().enumerate() {
            if !is_kept(at, &draft) {
                forgotten.push(key);
            } else if found.is_none() && key.starts_with(here) {
                found = Some((key, draft));
            }
        }
        (found, forgotten)
    }
}

/// How a form stands to what was kept of it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers keep something"))]
enum Kept {
    Nothing,
    /// It is filled in with it.
    Restored(DateTime<Utc>),
    /// It is of an older version than is stored by now: not filled in unasked.
    Offered(DateTime<Utc>),
}

/// What a form keeps in this browser.
#[derive(Clone, Copy)]
pub struct FormDraft {
    kept: RwSignal<Kept>,
    #[cfg(not(feature = "ssr"))]
    form: NodeRef<html::Form>,
    /// The beginning of its drafts' keys; empty where none are kept.
    #[cfg(not(feature = "ssr"))]
    prefix: StoredValue<String>,
    #[cfg(not(feature = "ssr"))]
    browser: StoredValue<browser::Here, LocalStorage>,
}

impl FormDraft {
    /// Of the form `name`; an empty one keeps nothing.
    #[cfg(not(feature = "ssr"))]
    pub fn of(name: &str, form: NodeRef<html::Form>) -> Self {
        let owner = person().filter(|_| !name.is_empty());
        let prefix = owner.map(|id| format!("{PREFIX}{id}/{name}/")).unwrap_or_default();
        let this = Self {
            kept: RwSignal::new(Kept::Nothing),
            form,
            prefix: StoredValue::new(prefix),
            browser: StoredValue::new_local(browser::Here::default()),
        };
        this.begin();
        this
    }

    #[cfg(feature = "ssr")]
    pub fn of(_: &str, _: NodeRef<html::Form>) -> Self {
        Self { kept: RwSignal::new(Kept::Nothing) }
    }
}

/// Says that the form holds what was kept, or could.
#[component]
pub fn DraftNotice(draft: FormDraft) -> impl IntoView {
    move || {
        let (at, restored) = match draft.kept.get() {
            Kept::Nothing => return None,
            Kept::Restored(at) => (at, true),
            Kept::Offered(at) => (at, false),
        };
        let words = if restored { t().draft_restored() } else { t().draft_offered() };
        let put_in = (!restored).then(|| {
            view! {
                <button type="button" class="button button--small" on:click=move |_| draft.put_in()>{t().draft_put_in()}</button>
            }
        });
        Some(view! {
            <div class="notice notice--info" role="status">
                <p>{words} " (" <Ago at/> ")"</p>
                <p class="cluster">
                    {put_in}
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
    fn put_in(self) {}
    fn discard(self) {}
}

/// The longest text of what a form keeps, for a page where it stands no more.
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

#[cfg(not(feature = "ssr"))]
pub use browser::forget_all_of;

#[cfg(not(feature = "ssr"))]
pub(super) mod browser {
    use leptos::{leptos_dom::helpers::TimeoutHandle, wasm_bindgen::JsCast};
    use uuid::Uuid;
    use web_sys::{HtmlFormElement, HtmlInputElement};

    use super::{
        kept::{Draft, MAX_BYTES, sort_out},
        *,
    };
    use crate::ui::{
        control::{Control, Held},
        leave::UNSENT,
        storage,
    };

    /// What this page keeps.
    #[derive(Default)]
    pub struct Here {
        /// The key of its own draft, once it has one.
        own: Option<String>,
        /// The draft that it began with.
        found: Option<(String, Draft)>,
        waiting: Option<TimeoutHandle>,
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
    }

    fn all() -> Vec<(String, Draft)> {
        let all = storage::stored_under(PREFIX).into_iter();
        all.filter_map(|(key, text)| match serde_json::from_str(&text) {
            Ok(draft) => Some((key, draft)),
            Err(_) => {
                storage::store(&key, "");
                None
            }
        })
        .collect()
    }

    /// The newest draft whose key begins so.
    pub fn find(prefix: &str) -> Option<(String, Draft)> {
        let (found, forgotten) = sort_out(all(), prefix, now());
        forgotten.iter().for_each(|key| storage::store(key, ""));
        found
    }

    /// Forgets every draft of a person; whether there was one.
    pub fn forget_all_of(person: Uuid, ask: impl FnOnce() -> bool) {
        let kept = [format!("{PREFIX}{person}/"), format!("jobi-draft-{person}-")];
        let kept: Vec<_> = kept.iter().flat_map(|prefix| storage::stored_under(prefix)).collect();
        if !kept.is_empty() && ask() {
            kept.iter().for_each(|(key, _)| storage::store(key, ""));
        }
    }

    fn version(form: &HtmlFormElement) -> Option<String> {
        let input = form.query_selector("input[type=hidden][name=version]").ok()??;
        Some(input.dyn_into::<HtmlInputElement>().ok()?.value())
    }

    /// What a form holds.
    pub fn read(form: &HtmlFormElement) -> Draft {
        let field = |control: Control| match control.held() {
            Held::Text(text) => Some((control.name(), text)),
            Held::Ticked(ticked) => ticked.then(|| (control.name(), control.box_value().unwrap_or_default())),
        };
        let controls = Control::all_in(form).into_iter().filter(|control| !control.is_secret());
        Draft { at: now(), version: version(form), fields: controls.filter_map(field).collect() }
    }

    /// Fills a form in.
    pub fn write(form: &HtmlFormElement, draft: &Draft) {
        for control in Control::all_in(form).into_iter().filter(|control| !control.is_secret()) {
            let name = control.name();
            let mut of = draft.fields.iter().filter(|(n, _)| *n == name);
            let held = match control.box_value() {
                Some(value) => Some(Held::Ticked(of.any(|(_, v)| *v == value))),
                None => of.next().map(|(_, value)| Held::Text(value.clone())),
            };
            if let Some(held) = held.filter(|held| *held != control.held()) {
                control.fill(&held);
                control.tell();
            }
        }
    }

    impl FormDraft {
        fn form(self) -> Option<HtmlFormElement> {
            self.form.try_get_untracked().flatten().map(|form| form.unchecked_into())
        }

        /// Fills the form in with what was kept, once it is there.
        pub(super) fn begin(self) {
            if self.prefix.try_with_value(String::is_empty) != Some(false) {
                return;
            }
            let form = self.form;
            Effect::new(move |done: Option<bool>| {
                if done == Some(true) || form.get().is_none() {
                    return done.unwrap_or_default();
                }
                // After the page's own effects: what was typed before it was taken over goes first.
                request_animation_frame(move || self.look());
                true
            });
        }

        fn look(self) {
            let Some(form) = self.form() else { return };
            let Some(prefix) = self.prefix.try_get_value() else { return };
            let Some((key, draft)) = find(&prefix) else { return };
            let changed = Control::all_in(&form).iter().any(Control::is_changed) || form.has_attribute(UNSENT);
            if changed || read(&form).fields == draft.fields {
                return;
            }
            let (at, same) = (draft.at, draft.version == version(&form));
            _ = self.browser.try_update_value(|here| here.found = Some((key, draft)));
            match same {
                true => self.put_in(),
                false => self.kept.set(Kept::Offered(at)),
            }
        }

        pub(super) fn put_in(self) {
            let Some(form) = self.form() else { return };
            let found = self.browser.with_value(|here| here.found.clone());
            if let Some((_, draft)) = found {
                write(&form, &draft);
                self.kept.set(Kept::Restored(draft.at));
            }
        }

        /// Forgets what was kept; the form is as the page was made.
        pub(super) fn discard(self) {
            if let (Some(form), Kept::Restored(_)) = (self.form(), self.kept.get_untracked()) {
                form.reset();
                Control::all_in(&form).iter().for_each(Control::tell);
            }
            self.forget();
        }

        /// Saves what the form holds, debounced.
        pub fn save_debounced(self) {
            if self.prefix.try_with_value(String::is_empty) != Some(false) {
                return;
            }
            let keep = move || {
                let (Some(form), Some(prefix)) = (self.form(), self.prefix.try_get_value()) else { return };
                if !Control::all_in(&form).iter().any(Control::is_changed) {
                    return;
                }
                let text = serde_json::to_string(&read(&form)).unwrap_or_default();
                if text.len() <= MAX_BYTES {
                    _ = self.browser.try_update_value(|here| {
                        let own = here.own.get_or_insert_with(|| format!("{prefix}{}", Uuid::now_v7().simple()));
                        storage::store(own, &text);
                    });
                }
            };
            _ = self.browser.try_update_value(|here| {
                if let Some(waiting) = here.waiting.take() {
                    waiting.clear();
                }
                here.waiting = set_timeout_with_handle(keep, SAVE_DEBOUNCE).ok();
            });
        }

        /// It was sent, or is not wanted: nothing is kept of it.
        pub fn forget(self) {
            _ = self.browser.try_update_value(|here| {
                if let Some(waiting) = here.waiting.take() {
                    waiting.clear();
                }
                let keys = here.own.take().into_iter().chain(here.found.take().map(|(key, _)| key));
                keys.for_each(|key| storage::store(&key, ""));
            });
            _ = self.kept.try_set(Kept::Nothing);
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{
        kept::{Draft, sort_out},
        *,
    };

    fn draft(days_ago: i64, now: DateTime<Utc>) -> Draft {
        Draft { at: now - TimeDelta::days(days_ago), version: None, fields: Vec::new() }
    }

    #[test]
    fn the_newest_of_a_form_is_found_and_the_old_are_forgotten() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let key = |text: &str| text.to_string();
        let all = vec![
            (key("a-1"), draft(3, now)),
            (key("b-1"), draft(1, now)),
            (key("a-2"), draft(2, now)),
            (key("a-3"), draft(31, now)),
        ];
        let (found, forgotten) = sort_out(all, "a-", now);
        assert_eq!((found.unwrap().0, forgotten), (key("a-2"), vec![key("a-3")]));
        let many: Vec<_> = (0..40).map(|n| (format!("{n:02}"), draft(n % 29, now))).collect();
        let (found, forgotten) = sort_out(many, "x", now);
        assert_eq!((found, forgotten.len()), (None, 10));
    }
}

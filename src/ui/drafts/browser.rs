//! How a form's draft is saved and restored in the browser.

use chrono::{DateTime, Utc};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, wasm_bindgen::JsCast};
use uuid::Uuid;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::{
    FormDraft, Kept, PREFIX, SAVE_DEBOUNCE,
    stored::{Draft, MAX_DRAFT_BYTES, pick_and_expire},
};
use crate::ui::{
    control::{Control, Held},
    leave::UNSENT,
    storage,
};

/// The drafts of one form on this page.
#[derive(Default)]
pub struct FormDrafts {
    /// The key that this page saves under, once it has. Each page has its own: two tabs do not overwrite each other.
    own: Option<String>,
    /// The newest draft that was there when the page loaded.
    found: Option<(String, Draft)>,
    /// Saves it, once the debounce is over.
    timer: Option<TimeoutHandle>,
}

impl FormDrafts {
    fn cancel_timer(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

pub fn now() -> DateTime<Utc> {
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

/// The newest draft whose key begins with `prefix`; expired ones are deleted.
pub fn find(prefix: &str) -> Option<(String, Draft)> {
    let (found, expired) = pick_and_expire(all(), prefix, now());
    expired.iter().for_each(|key| storage::store(key, ""));
    found
}

/// Deletes every draft of a person, if there is one and `ask` agrees.
pub fn forget_all_of(person: Uuid, ask: impl FnOnce() -> bool) {
    let kept = storage::stored_under(&format!("{PREFIX}{person}/"));
    if !kept.is_empty() && ask() {
        kept.iter().for_each(|(key, _)| storage::store(key, ""));
        storage::clear_tab();
    }
}

fn version(form: &HtmlFormElement) -> Option<String> {
    let input = form.query_selector("input[type=hidden][name=version]").ok()??;
    Some(input.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// What a form holds, but for passwords and files.
pub fn read(form: &HtmlFormElement) -> Draft {
    let field = |control: Control| match control.held() {
        Held::Text(text) => Some((control.name(), text)),
        Held::Ticked(ticked) => ticked.then(|| (control.name(), control.box_value().unwrap_or_default())),
    };
    let controls = Control::all_in(form).into_iter().filter(|control| !control.is_secret());
    Draft { at: now(), version: version(form), fields: controls.filter_map(field).collect() }
}

/// Fills a form in with a draft.
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
            control.dispatch_changed();
        }
    }
}

impl FormDraft {
    fn form(self) -> Option<HtmlFormElement> {
        self.form.try_get_untracked().flatten().map(|form| form.unchecked_into())
    }

    /// Restores or offers the newest draft once the form is mounted.
    pub(super) fn restore_when_mounted(self) {
        if self.prefix.try_with_value(String::is_empty) != Some(false) {
            return;
        }
        let form = self.form;
        Effect::new(move |done: Option<bool>| {
            if done == Some(true) || form.get().is_none() {
                return done.unwrap_or_default();
            }
            // After the page's own effects: what was typed before hydration takes precedence.
            request_animation_frame(move || self.restore_or_offer());
            true
        });
    }

    fn restore_or_offer(self) {
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
            true => self.restore(),
            false => self.kept.set(Kept::Offered(at)),
        }
    }

    pub(super) fn restore(self) {
        let Some(form) = self.form() else { return };
        let found = self.browser.with_value(|here| here.found.clone());
        if let Some((_, draft)) = found {
            write(&form, &draft);
            self.kept.set(Kept::Restored(draft.at));
        }
    }

    /// Deletes the draft, and sets a restored form back to what the page was rendered with.
    pub(super) fn discard(self) {
        if let (Some(form), Kept::Restored(_)) = (self.form(), self.kept.get_untracked()) {
            form.reset();
            Control::all_in(&form).iter().for_each(Control::dispatch_changed);
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
            if text.len() <= MAX_DRAFT_BYTES {
                _ = self.browser.try_update_value(|here| {
                    let own = here.own.get_or_insert_with(|| format!("{prefix}{}", Uuid::now_v7().simple()));
                    storage::store(own, &text);
                });
            }
        };
        _ = self.browser.try_update_value(|here| {
            here.cancel_timer();
            here.timer = set_timeout_with_handle(keep, SAVE_DEBOUNCE).ok();
        });
    }

    /// Deletes the draft: the form was sent, or it is not wanted.
    pub fn forget(self) {
        _ = self.browser.try_update_value(|here| {
            here.cancel_timer();
            let keys = here.own.take().into_iter().chain(here.found.take().map(|(key, _)| key));
            keys.for_each(|key| storage::store(&key, ""));
        });
        _ = self.kept.try_set(Kept::Nothing);
    }
}

//! The keys of the page. What has one says so itself (`aria-keyshortcuts`), and is pressed.

use leptos::prelude::*;

/// Presses what has the key that is pressed, unless somebody writes.
#[component]
pub(super) fn Shortcuts() -> impl IntoView {
    #[cfg(not(feature = "ssr"))]
    Effect::new(|| {
        let listening = window_event_listener(leptos::ev::keydown, |event| {
            if browser::press(&event) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listening.remove());
    });
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::{
        ev::KeyboardEvent,
        prelude::document,
        wasm_bindgen::JsCast,
        web_sys::{Element, HtmlElement},
    };

    /// Where keys are for what is written or chosen.
    const WRITES: &str = "input, textarea, select, [contenteditable], dialog, .menu[open]";

    /// Returns whether something has that key.
    pub fn press(event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() || event.is_composing() {
            return false;
        }
        let key = event.key();
        let known =
            key.len() == 1 && key.is_ascii() && !matches!(key.as_str(), "\"" | "\\") || key.starts_with("Arrow");
        let within = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let writes = within.is_some_and(|element| element.closest(WRITES).ok().flatten().is_some());
        if !known || writes {
            return false;
        }
        let found = document().query_selector(&format!("main [aria-keyshortcuts~=\"{key}\"]"));
        let Some(found) = found.ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
            return false;
        };
        found.click();
        true
    }
}

//! Keys for who does not like to reach for the mouse, and the list of them.

#[cfg(not(feature = "ssr"))]
use leptos::{
    ev::{self, KeyboardEvent},
    wasm_bindgen::JsCast,
};
use leptos::{html::Dialog, prelude::*};
#[cfg(not(feature = "ssr"))]
use leptos_router::{NavigateOptions, hooks::use_navigate};
#[cfg(not(feature = "ssr"))]
use web_sys::{Element, HtmlElement};

use crate::l10n::t;

/// The links of rows, which `j` and `k` walk. The list of jobs has a posting beside it, and walks by itself.
#[cfg(not(feature = "ssr"))]
const ROWS: &str = "#main a[data-row]:not(.jobs-list a)";

/// The keys of every page; `?` shows them.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    #[cfg(not(feature = "ssr"))]
    {
        let navigate = use_navigate();
        Effect::new(move || {
            let navigate = navigate.clone();
            let pressed = window_event_listener(ev::keydown, move |event| {
                if !is_for_the_page(&event) {
                    return;
                }
                let done = match event.key().as_str() {
                    "/" => {
                        if !focus_search() {
                            navigate("/jobs", NavigateOptions::default());
                        }
                        true
                    }
                    "?" => dialog.get_untracked().is_some_and(|dialog| dialog.show_modal().is_ok()),
                    "j" => walk(1),
                    "k" => walk(-1),
                    _ => false,
                };
                if done {
                    event.prevent_default();
                }
            });
            on_cleanup(move || pressed.remove());
        });
    }
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let t = t();
    let keys = [("/", t.key_search()), ("j", t.key_next()), ("k", t.key_previous()), ("?", t.key_help())];
    let rows = keys.map(|(key, what)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="shortcuts">
            <h2 id="shortcuts">{t.keys_title()}</h2>
            <dl class="keys">{rows.collect_view()}</dl>
            <button type="button" class="button" on:click=close>{t.toast_close()}</button>
        </dialog>
    }
}

/// Whether a key is neither typed into something nor a part of the browser's own shortcuts.
#[cfg(not(feature = "ssr"))]
fn is_for_the_page(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing =
        at.is_some_and(|at| at.closest("input, textarea, select, dialog, [contenteditable]").ok().flatten().is_some());
    !modified && !typing && !event.default_prevented()
}

#[cfg(not(feature = "ssr"))]
fn focus_search() -> bool {
    let Ok(Some(field)) = document().query_selector("#main input[type=search]") else { return false };
    field.dyn_into::<HtmlElement>().is_ok_and(|field| field.offset_parent().is_some() && field.focus().is_ok())
}

/// Gives the focus to a row so many further on.
#[cfg(not(feature = "ssr"))]
fn walk(by: i32) -> bool {
    let Ok(found) = document().query_selector_all(ROWS) else { return false };
    let rows: Vec<_> = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let active = document().active_element();
    let at = rows.iter().position(|row| active.as_ref() == Some(row.as_ref()));
    let next = match at {
        Some(at) => at as i32 + by,
        None if by > 0 => 0,
        None => rows.len() as i32 - 1,
    };
    let next = usize::try_from(next).ok().and_then(|next| rows.get(next));
    next.is_some_and(|row| row.focus().is_ok())
}

//! A menu that opens under its button; a `<details>`, so that it works before any script.

use leptos::{ev::KeyboardEvent, html::Details, prelude::*};
use leptos_router::hooks::use_location;

/// The button and what it opens. Hydrated, it closes on Escape, when it loses the focus, and on navigation.
#[component]
pub fn Menu(
    /// What the button shows.
    button: AnyView,
    #[prop(default = "menu")] class: &'static str,
    #[prop(default = "button button--quiet")] button_class: &'static str,
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let path = use_location().pathname;
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    Effect::new(move || {
        path.track();
        close();
    });
    let on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let on_leave = move |event: leptos::ev::FocusEvent| {
        use leptos::wasm_bindgen::JsCast;
        let to = event.related_target().and_then(|t| t.dyn_into::<leptos::web_sys::Node>().ok());
        let stays = details.get_untracked().is_some_and(|d| d.contains(to.as_ref()));
        if to.is_some() && !stays {
            close();
        }
    };
    view! {
        <details class=class node_ref=details on:keydown=on_escape on:focusout=on_leave>
            <summary class=button_class>{button}</summary>
            {children()}
        </details>
    }
}

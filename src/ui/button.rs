//! Links that look like buttons, and a button that asks first.

use leptos::prelude::*;

use super::form::FormAction;

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    #[prop(default = "button")] class: &'static str,
) -> impl IntoView {
    view! { <a class=class href=href>{label}</a> }
}

/// What a button or link is called where its label alone does not say what it is about: `Edit Gardener`. It begins with
/// the label, so that it can be asked for by voice.
pub fn about_what(label: &str, about: &str) -> Option<String> {
    (!about.is_empty()).then(|| format!("{label} {about}"))
}

/// A disclosure in front of something that cannot be undone: it says what will happen before its button shows.
#[component]
pub fn Confirm(
    #[prop(into)] label: String,
    /// What will happen.
    #[prop(into)]
    warning: String,
    /// Renders it open, because what was asked for has failed.
    #[prop(into, default = Signal::stored(false))]
    open: Signal<bool>,
    /// What it is about, for screen readers.
    #[prop(into, optional)]
    about: String,
    #[prop(default = "button button--danger")] class: &'static str,
    /// Its form, if that holds a version (see [`FormAction::hold_version`]): opening the disclosure begins with it.
    #[prop(optional)]
    action: Option<FormAction>,
    children: Children,
) -> impl IntoView {
    let named = about_what(&label, &about);
    // It stays open when the page re-renders.
    let begun = action.is_some_and(FormAction::is_touched);
    view! {
        <details
            class="disclosure disclosure--danger"
            open=move || begun || open.get()
            on:toggle:target=move |ev| action.into_iter().for_each(|action| action.touch(ev.target().open()))
        >
            <summary class=class aria-label=named>{label}</summary>
            <div class="notice notice--danger">
                <p>{warning}</p>
                {children()}
            </div>
        </details>
    }
}

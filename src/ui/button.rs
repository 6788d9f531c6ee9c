//! Links that look like buttons, and a button that asks first.

use leptos::prelude::*;

use super::form::FormAction;

/// A link in a button's clothes.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    #[prop(default = "button")] class: &'static str,
) -> impl IntoView {
    view! { <a class=class href=href>{label}</a> }
}

/// Something that cannot be undone: a disclosure says what will happen before its button shows.
#[component]
pub fn Confirm(
    #[prop(into)] label: String,
    /// What will happen.
    #[prop(into)]
    warning: String,
    /// Begins open: what was asked for did not work.
    #[prop(into, default = Signal::stored(false))]
    open: Signal<bool>,
    /// What it is about, for those who hear the page.
    #[prop(into, optional)]
    about: String,
    #[prop(default = "button button--danger")] class: &'static str,
    /// What it asks about: whoever opens it has begun with that.
    #[prop(optional)]
    action: Option<FormAction>,
    children: Children,
) -> impl IntoView {
    // A page that renews itself makes it anew, and it stays as it was.
    let begun = action.is_some_and(FormAction::is_touched);
    view! {
        <details
            class="disclosure disclosure--danger"
            open=move || begun || open.get()
            on:toggle:target=move |ev| action.into_iter().for_each(|action| action.touch(ev.target().open()))
        >
            <summary class=class>
                {label} {(!about.is_empty()).then(|| view! { <span class="visually-hidden">" " {about}</span> })}
            </summary>
            <div class="notice notice--danger">
                <p>{warning}</p>
                {children()}
            </div>
        </details>
    }
}

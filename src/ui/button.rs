//! Links that look like buttons, and a button that asks first.

use leptos::prelude::*;

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
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure disclosure--danger" open=move || open.get()>
            <summary class="button button--danger">{label}</summary>
            <div class="notice notice--danger">
                <p>{warning}</p>
                {children()}
            </div>
        </details>
    }
}

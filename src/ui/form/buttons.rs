//! Buttons that send a form.

use leptos::{ev::MouseEvent, prelude::*};

use super::{ServerForm, action::FormAction, state::form_state};
use crate::ui::owner::owned;

/// The button that sends the form; busy while it is being sent.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(default = "button button--primary")] class: &'static str,
    /// Sent along, so that one form can hold several buttons.
    #[prop(optional)]
    name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
    /// Where this button sends the form, when that is elsewhere.
    #[prop(optional)]
    to: Option<&'static str>,
) -> impl IntoView {
    let form = form_state();
    view! {
        <button
            type="submit"
            class=class
            name=name
            value=value
            formaction=to.map(owned)
            on:click=ignore_double_click
            aria-busy=move || form.is_pending().then_some("true")
            aria-disabled=move || form.is_pending().then_some("true")
        >
            {label}
        </button>
    }
}

/// A double click sends once.
fn ignore_double_click(click: MouseEvent) {
    if click.detail() > 1 {
        click.prevent_default();
    }
}

/// A form of one button, with what it needs to know in hidden fields.
#[component]
pub fn ButtonForm(
    action: FormAction,
    #[prop(into)] label: String,
    fields: Vec<(&'static str, String)>,
    #[prop(default = "button")] class: &'static str,
    #[prop(optional)] reload: bool,
    /// One of many for the same action: an error shows once, in the page's [`ActionError`](super::ActionError).
    #[prop(optional)]
    in_list: bool,
) -> impl IntoView {
    let hidden =
        fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! {
        <ServerForm action reload in_list class="button-form">
            {hidden}
            <Submit label class/>
        </ServerForm>
    }
}

//! Forms that work with and without JavaScript, and show how it went when they were sent.

mod action;
mod buttons;
mod held;
mod memory;
mod state;
mod summary;

use leptos::{ev::SubmitEvent, form::form_data_from_event, html, prelude::*, web_sys::UrlSearchParams};
#[cfg(not(feature = "ssr"))]
use {
    super::leave::browser::{clear_sent, mark_sent},
    leptos::{
        wasm_bindgen::JsCast,
        web_sys::{Element, HtmlFormElement},
    },
};

use super::{
    drafts::{DraftNotice, FormDraft},
    owner::owned,
};
use summary::{focus_error, summary};

pub use action::FormAction;
pub use buttons::{ButtonForm, Submit};
pub(in crate::ui) use memory::error_from_query;
pub use memory::{CARRIED_FIELD, FormMemory, typed_into};
pub use state::FormState;
pub(in crate::ui) use state::form_state;
pub use summary::{ActionError, LoginElsewhere};

/// A form that posts to a server function: without JavaScript as any form (progressive enhancement), hydrated without
/// leaving the page. With `reload` it loads a new page all the same: forms that change for whom the page is do.
#[component]
pub fn ServerForm(
    action: FormAction,
    #[prop(optional)] reload: bool,
    #[prop(default = "form")] class: &'static str,
    #[prop(optional)] in_list: bool,
    /// The name of its draft; empty saves none.
    #[prop(into, optional)]
    draft: String,
    /// Whether leaving it with changes asks first.
    #[prop(default = true)]
    guarded: bool,
    /// Its values are what somebody has typed and not sent.
    #[prop(optional)]
    unsent: bool,
    children: Children,
) -> impl IntoView {
    let state = action.state();
    let form = NodeRef::new();
    let draft = FormDraft::of(&draft, form);
    let send = move |event: SubmitEvent| {
        if event.default_prevented() {
            return;
        }
        if reload {
            #[cfg(not(feature = "ssr"))]
            form_of(&event).iter().for_each(mark_sent);
            return;
        }
        event.prevent_default();
        action.send(&event, draft);
    };
    Effect::new(move || form.get().into_iter().for_each(|form| action.mounted(&form)));
    view! {
        <form method="post" action=owned(action.url)
            class=class
            novalidate
            node_ref=form
            data-guarded=guarded.then_some("")
            data-unsent=(unsent || state.is_unsent()).then_some("")
            on:submit=send
            on:input=move |_| {
                action.keep_fields(form);
                note_typing(form, draft);
            }
            on:change=move |_| action.keep_fields(form)
        >
            <FormBody state draft in_list children/>
        </form>
    }
}

/// What every form contains: its error summary, its draft's notice and its fields.
#[component]
pub(in crate::ui) fn FormBody(
    state: FormState,
    draft: FormDraft,
    #[prop(optional)] in_list: bool,
    children: Children,
) -> impl IntoView {
    provide_context(state);
    // Created before the summary: fields give it their labels.
    let children = children();
    Effect::new(move || {
        if state.error.with(Option::is_some) {
            request_animation_frame(focus_error);
        }
    });
    view! {
        {(!in_list).then(|| summary(state))}
        <DraftNotice draft/>
        {children}
    }
    .into_any()
}

/// The fields that a form sends, url-encoded, with the button that was pressed, if it has a name.
pub fn sent_fields(event: &SubmitEvent) -> Option<String> {
    let data = form_data_from_event(event).ok()?;
    Some(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string().into())
}

/// The button that a form was sent with.
#[cfg(not(feature = "ssr"))]
fn pressed(event: &SubmitEvent) -> Option<Element> {
    event.submitter()?.dyn_into().ok()
}

#[cfg(not(feature = "ssr"))]
fn form_of(event: &SubmitEvent) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
}

/// Notes that somebody types: the draft is saved, and the form counts as not sent.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody types on the server"))]
pub(in crate::ui) fn note_typing(form: NodeRef<html::Form>, draft: FormDraft) {
    #[cfg(not(feature = "ssr"))]
    {
        if let Some(form) = form.try_get_untracked().flatten() {
            clear_sent(&form);
        }
        draft.save_debounced();
    }
}

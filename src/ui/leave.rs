//! Leaving a page with unsaved changes asks first: by a link, by going back, and by closing or reloading the page. A
//! form has changes when a control holds something else than its default, so there is no separate dirty flag to maintain.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

// Attributes of forms. Leaving one with changes asks first:
#[cfg(not(feature = "ssr"))]
const GUARDED: &str = "data-guarded";
// Its values were typed and not sent, though they are its defaults:
#[cfg(not(feature = "ssr"))]
pub(super) const UNSENT: &str = "data-unsent";
// It was sent by loading another page:
#[cfg(not(feature = "ssr"))]
const SENT: &str = "data-sent";
// All that it holds is stored; when the page is loaded again it shows the stored values:
#[cfg(not(feature = "ssr"))]
const STORED: &str = "data-stored";

/// Asks before a page with unsaved changes is left.
#[component]
pub fn AskBeforeLeaving() -> impl IntoView {
    let location = use_location();
    let here = Signal::derive(move || (location.pathname.get(), location.search.get()));
    watch(here);
}

#[cfg(feature = "ssr")]
fn watch(_: Signal<(String, String)>) {}
#[cfg(not(feature = "ssr"))]
use browser::watch;

/// Asks before sending a form that loads another page, when another form of this page has unsaved changes.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody types on the server"))]
pub fn ask_to_drop(event: &leptos::ev::SubmitEvent) {
    #[cfg(not(feature = "ssr"))]
    if !browser::may_drop() {
        event.prevent_default();
    }
}

#[cfg(not(feature = "ssr"))]
pub(super) mod browser {
    use leptos::{ev, prelude::*};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{Element, Event, HtmlAnchorElement, HtmlFormElement, MouseEvent};

    use super::{GUARDED, SENT, STORED, UNSENT};
    use crate::{
        l10n::t,
        ui::control::{Control, Held},
    };

    type Page = (String, String);

    pub fn watch(here: Signal<Page>) {
        // In the capture phase, before the router's listener.
        listen("click", move |event: Event| {
            if is_way_out(event.unchecked_ref(), &here.get_untracked()) && !may_leave() {
                event.prevent_default();
                event.stop_immediate_propagation();
            }
        });
        listen("popstate", move |event: Event| {
            let (path, search) = here.get_untracked();
            if current() != (path.clone(), search.clone()) && !may_leave() {
                event.stop_immediate_propagation();
                // The browser has changed the address already: push this page's on top of it.
                let address = if search.is_empty() { path } else { format!("{path}?{search}") };
                if let Ok(history) = window().history() {
                    _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
                }
            }
        });
        let unload = window_event_listener(ev::beforeunload, |event| {
            if holds_unsent() {
                event.prevent_default();
                event.set_return_value("unsent");
            }
        });
        on_cleanup(move || unload.remove());
    }

    fn listen(kind: &str, handle: impl Fn(Event) + 'static) {
        let handle = Closure::<dyn Fn(Event)>::new(handle).into_js_value();
        _ = window().add_event_listener_with_callback_and_bool(kind, handle.unchecked_ref(), true);
    }

    fn current() -> Page {
        let location = window().location();
        let search = location.search().unwrap_or_default();
        (location.pathname().unwrap_or_default(), search.trim_start_matches('?').to_string())
    }

    /// Whether a click is on a link that the router follows to another page. Other links load one, which `beforeunload`
    /// catches.
    fn is_way_out(event: &MouseEvent, (path, search): &Page) -> bool {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return false;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return false };
        let elsewhere = !link.target().is_empty() || link.has_attribute("download") || link.rel().contains("external");
        let ours = Some(link.origin()) == window().location().origin().ok();
        let same = link.pathname() == *path && link.search().trim_start_matches('?') == search;
        ours && !elsewhere && !same
    }

    /// Whether there are no unsaved changes, or the person confirms.
    fn may_leave() -> bool {
        !holds_unsent() || window().confirm_with_message(&t().form_leave()).unwrap_or(true)
    }

    /// Whether some form of the page has unsaved changes.
    fn holds_unsent() -> bool {
        guarded().iter().any(is_unsent)
    }

    fn guarded() -> Vec<HtmlFormElement> {
        let forms = document().query_selector_all(&format!("form[{GUARDED}]"));
        let Ok(forms) = forms else { return Vec::new() };
        (0..forms.length()).filter_map(|i| forms.item(i)?.dyn_into().ok()).collect()
    }

    /// The same for a form that loads another page; once confirmed, `beforeunload` does not ask again.
    pub fn may_drop() -> bool {
        let may = !holds_unsent() || window().confirm_with_message(&t().form_drop()).unwrap_or(true);
        if may {
            guarded().iter().for_each(mark_sent);
        }
        may
    }

    fn is_unsent(form: &HtmlFormElement) -> bool {
        !form.has_attribute(SENT)
            && (form.has_attribute(UNSENT) || Control::all_in(form).iter().any(Control::is_changed))
    }

    /// What a form held when it was sent.
    pub struct Sent {
        form: HtmlFormElement,
        held: Vec<(Control, Held)>,
    }

    impl Sent {
        pub fn of(form: HtmlFormElement) -> Self {
            let held = Control::all_in(&form).into_iter().map(|control| (control.clone(), control.held())).collect();
            Self { form, held }
        }

        /// It was stored: the controls count as unchanged. Returns whether nothing was typed since it was sent.
        pub fn settle(self) -> bool {
            _ = self.form.remove_attribute(UNSENT);
            self.held.iter().for_each(|(control, held)| control.set_default(held));
            let stored = !Control::all_in(&self.form).iter().any(Control::is_changed);
            _ = self.form.toggle_attribute_with_force(STORED, stored);
            stored
        }
    }

    /// The page was loaded again around a form. One that was stored shows the stored values, which the server may
    /// have normalized.
    pub fn show_stored(form: &HtmlFormElement) {
        if form.has_attribute(STORED) {
            _ = form.remove_attribute(STORED);
            form.reset();
            Control::all_in(form).iter().for_each(Control::dispatch_changed);
        }
    }

    /// Marks a form as sent: leaving the page loses nothing of it.
    pub fn mark_sent(form: &HtmlFormElement) {
        _ = form.set_attribute(SENT, "");
    }

    /// Somebody types into a form: it counts as not sent again.
    pub fn clear_sent(form: &Element) {
        _ = form.remove_attribute(SENT);
        _ = form.remove_attribute(STORED);
    }
}

//! Leaving a page with changes that were not sent asks first: by a link, by going back, and by closing or reloading
//! the page. A form differs when a control holds something else than it was made with, so nothing is to be kept in step.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

// What forms say of themselves: that they are looked at …
#[cfg(not(feature = "ssr"))]
const GUARDED: &str = "data-guarded";
// … that they were made with what somebody has typed and not sent …
#[cfg(not(feature = "ssr"))]
pub(super) const UNSENT: &str = "data-unsent";
// … and that the page is left with them.
#[cfg(not(feature = "ssr"))]
const SENT: &str = "data-sent";
// … or that all they hold is stored: once the page is made anew they show what became of it.
#[cfg(not(feature = "ssr"))]
const STORED: &str = "data-stored";

/// Asks before a page is left whose forms hold something that was not sent.
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

/// Asks before a form is sent that loads another page, where another form of this one holds something that was not sent.
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
        // Before the router, which would be on its way by then: on the way down, not up.
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
                // The address has changed already: this page comes back on top of the one that was gone to.
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

    /// Whether a click is on a link that the router follows to another page. Others load one, which asks by itself.
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

    /// Whether nothing is lost by leaving, or the person leaves all the same.
    fn may_leave() -> bool {
        !holds_unsent() || window().confirm_with_message(&t().form_leave()).unwrap_or(true)
    }

    /// Whether some form of the page holds what was not sent.
    fn holds_unsent() -> bool {
        guarded().iter().any(is_unsent)
    }

    fn guarded() -> Vec<HtmlFormElement> {
        let forms = document().query_selector_all(&format!("form[{GUARDED}]"));
        let Ok(forms) = forms else { return Vec::new() };
        (0..forms.length()).filter_map(|i| forms.item(i)?.dyn_into().ok()).collect()
    }

    /// Whether nothing is lost by what is sent, or the person gives it up: nobody asks again then.
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
            self.held.iter().for_each(|(control, held)| control.settle(held));
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
            Control::all_in(form).iter().for_each(Control::tell);
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

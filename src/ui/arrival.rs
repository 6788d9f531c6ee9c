//! What a browser does when it loads a page, done for those that are shown without loading one: the focus goes to the
//! new page's heading, so that readers hear where they are, and who goes back is where they were.

#[cfg(not(feature = "ssr"))]
use std::{cell::RefCell, collections::HashMap, time::Duration};

use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use leptos::{ev, leptos_dom::helpers::TimeoutHandle, wasm_bindgen::JsCast};
use leptos_router::hooks::use_location;
#[cfg(not(feature = "ssr"))]
use web_sys::{Element, FocusOptions, HtmlElement};

/// So often, and this far apart, it is looked whether the page is there.
#[cfg(not(feature = "ssr"))]
const LOOKS: u32 = 100;
#[cfg(not(feature = "ssr"))]
const PAUSE: Duration = Duration::from_millis(50);

#[cfg(not(feature = "ssr"))]
thread_local! {
    /// How far down each page was, by its address.
    static SCROLLED: RefCell<HashMap<String, f64>> = RefCell::default();
}

/// Follows the router.
#[component]
pub fn Arrival() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        #[cfg(not(feature = "ssr"))]
        if before.as_ref().is_some_and(|before| *before != now) {
            greet(heading(), LOOKS);
        }
        _ = before;
        now
    });
    #[cfg(not(feature = "ssr"))]
    Effect::new(|| {
        let noted = window_event_listener(ev::scroll, |_| note());
        let went_back = window_event_listener(ev::popstate, |_| {
            let was = SCROLLED.with_borrow(|all| all.get(&address()).copied());
            if let Some(was) = was.filter(|was| *was > 0.0) {
                go_back_to(address(), was, LOOKS);
            }
        });
        on_cleanup(move || {
            noted.remove();
            went_back.remove();
        });
    });
}

#[cfg(not(feature = "ssr"))]
fn address() -> String {
    window().location().href().unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn note() {
    let at = window().scroll_y().unwrap_or_default();
    SCROLLED.with_borrow_mut(|all| all.insert(address(), at));
}

/// Scrolls once the page is long enough again.
#[cfg(not(feature = "ssr"))]
fn go_back_to(page: String, at: f64, looks: u32) {
    if looks == 0 || page != address() {
        return;
    }
    let height = document().document_element().map_or(0, |root| root.scroll_height());
    let seen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    match f64::from(height) >= at + seen {
        true => window().scroll_to_with_x_and_y(0.0, at),
        false => _ = later(move || go_back_to(page, at, looks - 1)),
    }
}

/// Gives the focus to the heading that comes in place of the old one, unless a field of the page has it.
#[cfg(not(feature = "ssr"))]
fn greet(old: Option<Element>, looks: u32) {
    let new = heading().filter(|new| old.as_ref() != Some(new));
    match new {
        Some(new) => {
            let active = document().active_element();
            let in_page = active.is_some_and(|active| active.closest("#main, dialog").ok().flatten().is_some());
            if let (false, Ok(new)) = (in_page, new.dyn_into::<HtmlElement>()) {
                _ = new.set_attribute("tabindex", "-1");
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                _ = new.focus_with_options(&options);
            }
        }
        None if looks > 0 => _ = later(move || greet(old, looks - 1)),
        None => {}
    }
}

#[cfg(not(feature = "ssr"))]
fn heading() -> Option<Element> {
    document().query_selector("#main h1").ok().flatten()
}

#[cfg(not(feature = "ssr"))]
fn later(act: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(act, PAUSE).ok()
}

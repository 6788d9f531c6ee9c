//! Where the focus goes when the button that had it is gone, because what it did was done: to what is next, as a
//! reader of a list expects it. Left alone, browsers begin again at the page's top.

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlElement};

/// What can have the focus, in the order of the page.
const FOCUSABLE: &str =
    "#main :is(a[href], button, summary, textarea, select, input:not([type=hidden]), [tabindex='0'])";
/// So often, and this far apart, it is looked whether the button is gone.
const LOOKS: u32 = 100;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(50);

/// Where a button stands that was pressed.
pub struct Place {
    button: HtmlElement,
    words: String,
    /// How many stand before it.
    before: usize,
    path: String,
}

impl Place {
    pub fn of(button: &Element) -> Option<Self> {
        let button = button.clone().dyn_into::<HtmlElement>().ok()?;
        let before = focusable().iter().position(|other| *other == button)?;
        let words = button.text_content().unwrap_or_default();
        Some(Self { button, words, before, path: path() })
    }

    /// Gives the focus to what is next once the button is gone; it may stay.
    pub fn hand_on(self) {
        wait(self, LOOKS);
    }
}

fn wait(place: Place, looks: u32) {
    if looks == 0 || place.path != path() {
        return;
    }
    match place.button.is_connected() {
        true => _ = later(move || wait(place, looks - 1)),
        false if has_focus() => {}
        false => follow(place, looks - 1),
    }
}

/// What comes next may be made anew with the rest of its list, so that it is looked after for as long.
fn follow(place: Place, looks: u32) {
    if let Some(next) = next(&place) {
        _ = next.focus();
        wait(Place { button: next, ..place }, looks);
    }
}

fn later(act: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(act, PAUSE).ok()
}

/// Whether anything but the page as a whole has the focus.
fn has_focus() -> bool {
    document().active_element().is_some_and(|active| active.tag_name() != "BODY")
}

/// The next button of the same words, or else what stands where the button was.
fn next(place: &Place) -> Option<HtmlElement> {
    let all = focusable();
    let at = place.before.min(all.len());
    let same =
        |other: &&HtmlElement| other.tag_name() == "BUTTON" && other.text_content().as_ref() == Some(&place.words);
    all[at..].iter().find(same).or(all.get(at)).or(all.last()).cloned()
}

fn focusable() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(FOCUSABLE) else { return Vec::new() };
    let all = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<HtmlElement>().ok());
    all.filter(|element| element.offset_parent().is_some()).collect()
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

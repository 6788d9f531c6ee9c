//! The browser's time zone, where it is asked for.

use leptos::prelude::*;

/// A hidden field that holds the name of the browser's time zone; empty without scripts.
#[component]
pub fn BrowserZone(name: &'static str) -> impl IntoView {
    let zone = RwSignal::new(String::new());
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || zone.set(browser_zone().unwrap_or_default()));
    view! { <input type="hidden" name=name value=move || zone.get()/> }
}

/// Chooses the browser's time zone in a select that has nothing chosen yet.
pub fn suggest_zone(name: &'static str) {
    // Effects run in the browser only.
    Effect::new(move || {
        request_animation_frame(move || choose_zone(name));
    });
}

#[cfg(feature = "ssr")]
fn choose_zone(_: &'static str) {}

#[cfg(not(feature = "ssr"))]
fn choose_zone(name: &'static str) {
    use wasm_bindgen::JsCast;
    let field = document().get_element_by_id(&format!("field-{name}"));
    let select = field.and_then(|field| field.dyn_into::<web_sys::HtmlSelectElement>().ok());
    let (Some(select), Some(zone)) = (select.filter(|select| select.value().is_empty()), browser_zone()) else {
        return;
    };
    select.set_value(&zone);
    // A zone that the server does not know would leave nothing chosen at all.
    if select.selected_index() < 0 {
        select.set_value("");
    }
}

#[cfg(not(feature = "ssr"))]
fn browser_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()
}

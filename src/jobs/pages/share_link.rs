use leptos::prelude::*;

use crate::{l10n::t, text::encode, ui::boot};

/// Tells somebody of a page: phones offer what they share with, elsewhere its address is copied. Where neither is to be
/// had, as without scripts, it begins a mail.
#[component]
pub(super) fn ShareLink(title: String, path: String) -> impl IntoView {
    let address = format!("{}{path}", boot().with_value(|b| b.origin.clone()));
    let mail = format!("mailto:?subject={}&body={}", encode(&title), encode(&address));
    let copied = RwSignal::new(false);
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers share"))]
    let share = move |click: leptos::ev::MouseEvent| {
        #[cfg(not(feature = "ssr"))]
        if browser::share(&title, &address, copied) {
            click.prevent_default();
        }
    };
    view! {
        <a class="button button--quiet" href=mail rel="external nofollow" on:click=share>
            {move || if copied.get() { t().job_link_copied() } else { t().job_share() }}
        </a>
        <span class="visually-hidden" role="status">{move || copied.get().then(|| t().job_link_copied())}</span>
    }
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use std::time::Duration;

    use js_sys::{Function, Object, Promise, Reflect};
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    /// So long it is said that the address was copied.
    const SAID_FOR: Duration = Duration::from_secs(4);

    /// Whether the browser can do it.
    pub fn share(title: &str, address: &str, copied: RwSignal<bool>) -> bool {
        shared(title, address).or_else(|| copy(address, copied)).is_some()
    }

    /// Phones know whom one writes to. Elsewhere an address is what people want.
    fn shared(title: &str, address: &str) -> Option<()> {
        let by_touch = window().match_media("(pointer: coarse)").ok()??.matches();
        let what = Object::new();
        Reflect::set(&what, &"title".into(), &title.into()).ok()?;
        Reflect::set(&what, &"url".into(), &address.into()).ok()?;
        let promise = by_touch.then(|| call(&window().navigator(), "share", &what))??;
        // Who closes what was offered has not failed.
        leptos::task::spawn_local(async move { _ = JsFuture::from(promise).await });
        Some(())
    }

    fn copy(address: &str, copied: RwSignal<bool>) -> Option<()> {
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
        let promise = call(&clipboard, "writeText", &address.into())?;
        leptos::task::spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                _ = copied.try_set(true);
                set_timeout(move || _ = copied.try_set(false), SAID_FOR);
            }
        });
        Some(())
    }

    /// Calls a method that not every browser has.
    fn call(on: &JsValue, method: &str, with: &JsValue) -> Option<Promise> {
        let method: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
        method.call1(on, with).ok()?.dyn_into().ok()
    }
}

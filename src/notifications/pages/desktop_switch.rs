use leptos::prelude::*;

use crate::{
    l10n::t,
    notifications::desktop::{self, Desktop},
};

/// A button that asks for the browser's permission to show notifications on the desktop, or says how that stands.
#[component]
pub fn DesktopSwitch() -> impl IntoView {
    let state = RwSignal::new(Desktop::Absent);
    Effect::new(move || state.set(desktop::state()));
    move || {
        let t = t();
        match state.get() {
            Desktop::Absent => ().into_any(),
            Desktop::Allowed => view! { <p class="muted">{t.notifications_desktop_on()}</p> }.into_any(),
            Desktop::Denied => view! { <p class="muted">{t.notifications_desktop_denied()}</p> }.into_any(),
            Desktop::Unasked => view! {
                <button class="button" type="button" on:click=move |_| desktop::ask(state)>
                    {t.notifications_desktop()}
                </button>
            }
            .into_any(),
        }
    }
}

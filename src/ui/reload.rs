//! What a page says when it cannot go on: it is older than the server, or has broken.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::l10n::t;

const ID: &str = "reload";

/// Waits unseen in every page until [`ask_to_reload`].
#[component]
pub fn ReloadNotice() -> impl IntoView {
    view! {
        <div id=ID class="reload" role="alert" hidden>
            <div class="toast toast--warning">
                <Icon name=IconName::Alert/>
                <p class="toast__text">{t().reload_needed()}</p>
                <a class="button button--small" href="" rel="external">{t().reload()}</a>
            </div>
        </div>
    }
}

/// Shows the notice. Nothing of Leptos is used, which may be what has broken.
#[cfg(not(feature = "ssr"))]
pub fn ask_to_reload() {
    let document = leptos::web_sys::window().and_then(|window| window.document());
    if let Some(notice) = document.and_then(|document| document.get_element_by_id(ID)) {
        _ = notice.remove_attribute("hidden");
    }
}

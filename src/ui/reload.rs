//! What a page says when it cannot go on: it is older than the server, has broken, or is another person's.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
#[cfg(not(feature = "ssr"))]
use crate::error::AppError;
use crate::l10n::t;

const ID: &str = "reload";
const OUTDATED: &str = "reload-outdated";
const OTHER_PERSON: &str = "reload-other-person";

/// Waits unseen in every page until [`ask_to_reload`].
#[component]
pub fn ReloadNotice() -> impl IntoView {
    view! {
        <div id=ID class="reload" role="alert" hidden>
            <div class="toast toast--warning">
                <Icon name=IconName::Alert/>
                <p class="toast__text" id=OUTDATED hidden>{t().reload_needed()}</p>
                <p class="toast__text" id=OTHER_PERSON hidden>{t().error_other_person()}</p>
                <a class="button button--small" href="" rel="external">{t().reload()}</a>
            </div>
        </div>
    }
}

/// Says that the page is too old, or has broken.
#[cfg(not(feature = "ssr"))]
pub fn ask_to_reload() {
    show(OUTDATED);
}

/// Says that the page is another person's, where that is why something was refused.
#[cfg(not(feature = "ssr"))]
pub fn ask_to_reload_after(error: &AppError) {
    if *error == AppError::OtherPerson {
        show(OTHER_PERSON);
    }
}

/// Shows the notice with one of its texts. Nothing of Leptos is used, which may be what has broken.
#[cfg(not(feature = "ssr"))]
fn show(text: &str) {
    let Some(document) = leptos::web_sys::window().and_then(|window| window.document()) else { return };
    for (id, hidden) in [(OUTDATED, text != OUTDATED), (OTHER_PERSON, text != OTHER_PERSON), (ID, false)] {
        if let Some(element) = document.get_element_by_id(id) {
            _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

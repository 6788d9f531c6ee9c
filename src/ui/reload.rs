//! The notice of a page that has to be loaded again: it is older than the server, has panicked, or its session is gone.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::l10n::t;

const ID: &str = "reload";
const OUTDATED: &str = "reload-outdated";
const LOGGED_OUT: &str = "reload-logged-out";
const OTHER_PERSON: &str = "reload-other-person";

/// Hidden in every page until one of the functions below shows it.
#[component]
pub fn ReloadNotice() -> impl IntoView {
    view! {
        <div id=ID class="reload" role="alert" hidden>
            <div class="toast toast--warning">
                <Icon name=IconName::Alert/>
                <p class="toast__text" id=OUTDATED hidden>{t().reload_needed()}</p>
                <p class="toast__text" id=LOGGED_OUT hidden>{t().reload_logged_out()}</p>
                <p class="toast__text" id=OTHER_PERSON hidden>{t().error_other_person()}</p>
                <a class="button button--small" href="" rel="external">{t().reload()}</a>
            </div>
        </div>
    }
}

/// Shows that the page is outdated, or has panicked.
#[cfg(not(feature = "ssr"))]
pub fn ask_to_reload() {
    show(Some(OUTDATED));
}

/// Shows that the page's person is not logged in any more.
#[cfg(not(feature = "ssr"))]
pub fn show_logged_out() {
    show(Some(LOGGED_OUT));
}

/// Shows that somebody else has logged in.
#[cfg(not(feature = "ssr"))]
pub(super) fn show_other_person() {
    show(Some(OTHER_PERSON));
}

/// Hides the notice: the page's person is back.
#[cfg(not(feature = "ssr"))]
pub fn hide_reload_notice() {
    show(None);
}

/// Shows the notice with one of its texts. It uses the DOM alone, as the reactive system may have panicked.
#[cfg(not(feature = "ssr"))]
fn show(text: Option<&str>) {
    let Some(document) = leptos::web_sys::window().and_then(|window| window.document()) else { return };
    let texts = [OUTDATED, LOGGED_OUT, OTHER_PERSON].map(|id| (id, text == Some(id)));
    for (id, shown) in texts.into_iter().chain([(ID, text.is_some())]) {
        if let Some(element) = document.get_element_by_id(id) {
            _ = element.toggle_attribute_with_force("hidden", !shown);
        }
    }
}

//! The notice of a page that cannot go on as it is: it is older than the server, has panicked, its session is gone, or
//! what it needs next cannot be loaded.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::l10n::t;

const ID: &str = "reload";
/// Loads the page again.
const RELOAD: &str = "reload-page";
/// Tries again what has failed.
pub(super) const TRY_AGAIN: &str = "reload-try-again";

/// What the notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Outdated,
    LoggedOut,
    OtherPerson,
    OtherCompany,
    Offline,
    Unreachable,
}

impl Notice {
    const ALL: [Self; 6] =
        [Self::Outdated, Self::LoggedOut, Self::OtherPerson, Self::OtherCompany, Self::Offline, Self::Unreachable];

    fn id(self) -> &'static str {
        match self {
            Self::Outdated => "reload-outdated",
            Self::LoggedOut => "reload-logged-out",
            Self::OtherPerson => "reload-other-person",
            Self::OtherCompany => "reload-other-company",
            Self::Offline => "reload-offline",
            Self::Unreachable => "reload-unreachable",
        }
    }

    fn text(self) -> String {
        match self {
            Self::Outdated => t().reload_needed(),
            Self::LoggedOut => t().reload_logged_out(),
            Self::OtherPerson => t().error_other_person(),
            Self::OtherCompany => t().error_other_company(),
            Self::Offline => t().reload_offline(),
            Self::Unreachable => t().error_offline(),
        }
    }

    /// Whether it is gone by loading the page again.
    #[cfg(not(feature = "ssr"))]
    fn asks_to_reload(self) -> bool {
        !matches!(self, Self::Offline | Self::Unreachable)
    }
}

/// Hidden in every page until one of the functions below shows it.
#[component]
pub fn ReloadNotice() -> impl IntoView {
    let texts = Notice::ALL.map(|notice| {
        view! { <p class="toast__text" id=notice.id() hidden>{notice.text()}</p> }
    });
    view! {
        <div id=ID class="reload" role="alert" hidden>
            <div class="toast toast--warning">
                <Icon name=IconName::Alert/>
                {texts.into_iter().collect_view()}
                <a id=RELOAD class="button button--small" href="" rel="external" hidden>{t().reload()}</a>
                <button id=TRY_AGAIN class="button button--small" type="button" hidden>{t().try_again()}</button>
            </div>
        </div>
    }
}

/// Shows that the page is outdated, or has panicked; not again where that has been done and has not helped.
#[cfg(not(feature = "ssr"))]
pub fn ask_to_reload() {
    if browser::may_help() {
        show(Some(Notice::Outdated));
    }
}

/// Shows that the page's person is not logged in any more.
#[cfg(not(feature = "ssr"))]
pub fn show_logged_out() {
    show(Some(Notice::LoggedOut));
}

/// Shows that somebody else has logged in.
#[cfg(not(feature = "ssr"))]
pub(super) fn show_other_person() {
    show(Some(Notice::OtherPerson));
}

/// Shows that the person acts for another company.
#[cfg(not(feature = "ssr"))]
pub(super) fn show_other_company() {
    show(Some(Notice::OtherCompany));
}

/// Hides the notice: what it says is no longer so.
#[cfg(not(feature = "ssr"))]
pub fn hide_reload_notice() {
    show(None);
}

#[cfg(not(feature = "ssr"))]
pub(super) use browser::show;

#[cfg(not(feature = "ssr"))]
mod browser {
    use super::{ID, Notice, RELOAD, TRY_AGAIN};

    /// Where a tab keeps when it was last asked to be loaded again.
    const ASKED: &str = "jobi-asked-to-reload";
    /// A page that asks so soon after it was loaded, as the one before did, asks in vain.
    const SOON_MS: f64 = 60_000.0;

    /// Shows the notice with one of its texts. It uses the DOM alone, as the reactive system may have panicked.
    pub fn show(notice: Option<Notice>) {
        let Some(document) = leptos::web_sys::window().and_then(|window| window.document()) else { return };
        let texts = Notice::ALL.map(|other| (other.id(), notice == Some(other)));
        let reloads = notice.is_some_and(Notice::asks_to_reload);
        let rest = [(RELOAD, reloads), (TRY_AGAIN, !reloads), (ID, notice.is_some())];
        for (id, shown) in texts.into_iter().chain(rest) {
            if let Some(element) = document.get_element_by_id(id) {
                _ = element.toggle_attribute_with_force("hidden", !shown);
            }
        }
    }

    /// Whether loading the page again may help: not where this tab has just been asked to, was loaded, and is to ask
    /// once more.
    pub fn may_help() -> bool {
        let Some(window) = leptos::web_sys::window() else { return false };
        let Ok(Some(storage)) = window.session_storage() else { return true };
        let now = js_sys::Date::now();
        let asked = storage.get_item(ASKED).ok().flatten().and_then(|text| text.parse::<f64>().ok());
        _ = storage.set_item(ASKED, &now.to_string());
        let loaded = window.performance().map_or(now, |performance| performance.time_origin());
        !asked.is_some_and(|asked| asked < loaded && loaded - asked < SOON_MS && now - loaded < SOON_MS)
    }
}

//! How pages look and speak in this browser: the choices at the foot of each, and in the settings.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use strum::VariantArray;

use super::{Icon, IconName, boot, owned};
use crate::l10n::{Locale, locale, t, term};

term! {
    /// What somebody has chosen for this browser.
    Theme {
        System => theme_system,
        Light => theme_light,
        Dark => theme_dark,
    }
}

#[allow(clippy::derivable_impls, reason = "`term!` has no place to mark the default")]
impl Default for Theme {
    fn default() -> Self {
        Self::System
    }
}

impl Theme {
    /// As the document's `data-theme` says it; nothing where the system decides.
    pub fn attribute(self) -> Option<&'static str> {
        (self != Self::System).then(|| self.into())
    }
}

/// Where the choice leads: the page that one is on.
fn here() -> impl Fn() -> String {
    let location = use_location();
    move || {
        let query = location.search.with(|search| search.trim_start_matches('?').to_string());
        let path = location.pathname.get();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }
}

/// Chooses the language.
#[component]
pub fn LanguageChoice(
    /// Whether a heading above it says what it is.
    #[prop(optional)]
    headed: bool,
) -> impl IntoView {
    let label = (!headed).then(|| t().footer_language());
    let choice = |of: Locale| {
        let current = (of == locale()).then_some("true");
        view! {
            <button class="segment" name="language" value=of.to_string() lang=of.to_string() aria-pressed=current>
                {of.language_name()}
            </button>
        }
    };
    view! {
        <form method="post" action=owned("/api/choose_language") class="segments" aria-label=label>
            <span class="segments__icon"><Icon name=IconName::Globe/></span>
            <input type="hidden" name="next" value=here()/>
            {Locale::iter().copied().map(choice).collect_view()}
        </form>
    }
}

/// Chooses between light and dark.
#[component]
pub fn ThemeChoice(
    /// Whether a heading above it says what it is; then there is room for words beside the icons.
    #[prop(optional)]
    headed: bool,
) -> impl IntoView {
    let label = (!headed).then(|| t().footer_theme());
    let chosen = boot().with_value(|boot| boot.theme);
    let choice = |of: Theme| {
        let icon = match of {
            Theme::System => IconName::Screen,
            Theme::Light => IconName::Sun,
            Theme::Dark => IconName::Moon,
        };
        let current = (of == chosen).then_some("true");
        view! {
            <button class="segment" name="theme" value=of.to_string() title=of.label() aria-pressed=current>
                <Icon name=icon/> <span class:visually-hidden=!headed>{of.label()}</span>
            </button>
        }
    };
    view! {
        <form method="post" action=owned("/api/choose_theme") class="segments" aria-label=label>
            <input type="hidden" name="next" value=here()/>
            {Theme::VARIANTS.iter().copied().map(choice).collect_view()}
        </form>
    }
}

use leptos::prelude::*;

use super::SettingsFrame;
use crate::{
    l10n::t,
    ui::{LanguageChoice, PageHead, PageMeta, ThemeChoice},
};

/// `/settings/appearance`: language and theme, for everybody.
#[component]
pub fn AppearancePage() -> impl IntoView {
    let t = t();
    view! {
        <PageMeta title=t.appearance_title() noindex=true/>
        <SettingsFrame>
            <PageHead title=t.appearance_title()/>
            <section class="panel">
                <h2 class="panel__title">{t.footer_language()}</h2>
                <LanguageChoice headed=true/>
            </section>
            <section class="panel">
                <h2 class="panel__title">{t.footer_theme()}</h2>
                <ThemeChoice headed=true/>
            </section>
        </SettingsFrame>
    }
}

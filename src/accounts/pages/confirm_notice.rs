use leptos::prelude::*;

use crate::{accounts::me, l10n::t};

/// Tells somebody who has not confirmed their address what they cannot do before.
#[component]
pub fn ConfirmNotice() -> impl IntoView {
    me().is_some_and(|me| me.must_confirm).then(|| {
        view! {
            <p class="notice notice--warning">
                {t().confirm_notice()} " " <a href="/settings">{t().settings_confirm_again()}</a>
            </p>
        }
    })
}

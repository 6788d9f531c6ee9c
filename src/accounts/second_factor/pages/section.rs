use leptos::prelude::*;

use crate::{
    accounts::second_factor::{Protection, SECURITY_PATH},
    l10n::t,
};

/// What the account is protected with, in the settings.
#[component]
pub fn SecuritySection(protection: Protection) -> impl IntoView {
    let t = t();
    let app = protection.app_since.is_some().then(|| t.security_app_on());
    let passkeys = (protection.passkeys > 0).then(|| t.security_passkeys_count(protection.passkeys));
    let codes = protection.is_set_up().then(|| t.security_codes_left(protection.codes_left));
    let none = (!protection.is_set_up()).then(|| t.security_none());
    let lines = [app, passkeys, codes, none].into_iter().flatten().map(|line| view! { <li>{line}</li> });
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.security_title()}</h2>
            <ul>{lines.collect_view()}</ul>
            <p><a class="button" href=SECURITY_PATH>{t.security_manage()}</a></p>
        </section>
    }
}

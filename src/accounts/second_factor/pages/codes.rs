use leptos::prelude::*;

use crate::{
    accounts::second_factor::{SECURITY_PATH, api::LoadRecoveryCodes},
    l10n::t,
    ui::{Load, PageHead, PageMeta},
};

/// `/settings/security/codes`: the recovery codes, right after they were made.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    view! {
        <PageMeta title=t().security_codes() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().security_codes()/>
            <Load
                ask=|| LoadRecoveryCodes {}
                view=move |codes| match codes {
                    Some(codes) => view! { <Codes codes/> }.into_any(),
                    None => view! { <p class="notice notice--info">{t().codes_gone()}</p> }.into_any(),
                }
            />
            <p><a class="button" href=SECURITY_PATH>{t().codes_kept()}</a></p>
        </div>
    }
}

#[component]
fn Codes(codes: Vec<String>) -> impl IntoView {
    let rows = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> });
    view! {
        <p>{t().codes_lead()}</p>
        <ul class="recovery-codes panel">{rows.collect_view()}</ul>
    }
}

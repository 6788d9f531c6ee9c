use leptos::prelude::*;

use crate::{
    accounts::links::{
        OpenedLink,
        api::{ConfirmEmail, LoadConfirmation},
    },
    l10n::t,
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, query_params},
};

/// `/confirm?token=…`: confirms an address by a link that was mailed to it.
#[component]
pub fn ConfirmEmailPage() -> impl IntoView {
    let token = query_params(|query| query("token"));
    view! {
        <PageMeta title=t().confirm_title() noindex=true/>
        <div class="auth">
            <Load
                ask=move || LoadConfirmation { token: token.get() }
                view=move |link| view! { <Confirmation link token=token.get_untracked()/> }.into_any()
            />
        </div>
    }
}

#[component]
fn Confirmation(link: OpenedLink, token: String) -> impl IntoView {
    let t = t();
    let Some(email) = link.email else {
        return view! {
            <PageHead title=t.link_over_title() lead=t.confirm_over_text()/>
            <p><a class="button" href="/settings">{t.nav_settings()}</a></p>
        }
        .into_any();
    };
    view! {
        <PageHead title=t.confirm_title() lead=t.confirm_lead(email)/>
        <ServerForm action={FormAction::to::<ConfirmEmail>()} reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            <div class="form__actions"><Submit label=t.confirm_action()/></div>
        </ServerForm>
    }
    .into_any()
}

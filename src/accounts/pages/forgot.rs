use leptos::prelude::*;

use crate::{
    accounts::links::api::ForgotPassword,
    l10n::t,
    ui::{FormAction, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/forgot`: asks for a link that sets a new password.
#[component]
pub fn ForgotPasswordPage() -> impl IntoView {
    let t = t();
    view! {
        <PageMeta title=t.forgot_title() canonical="/forgot" noindex=true/>
        <div class="auth">
            <PageHead title=t.forgot_title() lead=t.forgot_lead()/>
            <ServerForm action={FormAction::to::<ForgotPassword>()} reload=true guarded=false>
                <TextField name="email" label=t.field_email() kind="email" autocomplete="username"/>
                <div class="form__actions"><Submit label=t.forgot_action()/></div>
            </ServerForm>
            <p class="muted"><a href="/login">{t.forgot_back()}</a></p>
        </div>
    }
}

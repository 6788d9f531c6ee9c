use leptos::prelude::*;

use crate::{
    accounts::links::{
        OpenedLink,
        api::{LoadPasswordLink, ResetPassword},
    },
    l10n::t,
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField, query_params},
};

/// `/reset?token=…`: sets a new password by a link that was mailed.
#[component]
pub fn ResetPasswordPage() -> impl IntoView {
    let token = query_params(|query| query("token"));
    view! {
        <PageMeta title=t().reset_title() noindex=true/>
        <div class="auth">
            <Load
                ask=move || LoadPasswordLink { token: token.get() }
                view=move |link| view! { <NewPassword link token=token.get_untracked()/> }.into_any()
            />
        </div>
    }
}

#[component]
fn NewPassword(link: OpenedLink, token: String) -> impl IntoView {
    let t = t();
    let Some(email) = link.email else {
        return view! {
            <PageHead title=t.link_over_title() lead=t.reset_over_text()/>
            <p><a class="button" href="/forgot">{t.reset_over_action()}</a></p>
        }
        .into_any();
    };
    view! {
        <PageHead title=t.reset_title() lead=t.reset_lead(email.clone())/>
        <ServerForm action={FormAction::to::<ResetPassword>()} reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            // Password managers store the new password under it.
            <input type="hidden" name="username" autocomplete="username" value=email/>
            <TextField name="password" label=t.field_new_password() kind="password" help=t.field_password_help() autocomplete="new-password"/>
            <div class="form__actions"><Submit label=t.reset_action()/></div>
        </ServerForm>
    }
    .into_any()
}

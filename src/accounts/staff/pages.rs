//! Pages behind the links that make accounts. Opening one changes nothing.

use leptos::prelude::*;

use super::api::{LoadAccountInvitation, LoadSetup, MakeInvitedAccount, SetUpSite};
use crate::{
    l10n::t,
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField, query_params},
};

/// `/setup?token=…`: makes the first admin.
#[component]
pub fn SetupPage() -> impl IntoView {
    let token = query_params(|query| query("token"));
    let action = FormAction::to::<SetUpSite>();
    view! {
        <PageMeta title=t().setup_title() noindex=true/>
        <div class="auth">
            <Load
                ask=move || LoadSetup { token: token.get() }
                view=move |good| match good {
                    true => view! { <FirstAdmin token=token.get_untracked() action/> }.into_any(),
                    false => view! { <PageHead title=t().link_over_title() lead=t().setup_over_text()/> }.into_any(),
                }
            />
        </div>
    }
}

#[component]
fn FirstAdmin(token: String, action: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <PageHead title=t.setup_title() lead=t.setup_lead()/>
        <ServerForm action reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            <TextField name="name" label=t.field_name() autocomplete="name"/>
            <TextField name="email" label=t.field_email() kind="email" autocomplete="email"/>
            <NewPasswordField/>
            <div class="form__actions"><Submit label=t.setup_action()/></div>
        </ServerForm>
    }
}

/// `/join?token=…`: makes an account that the operator has invited to.
#[component]
pub fn JoinPage() -> impl IntoView {
    let token = query_params(|query| query("token"));
    let action = FormAction::to::<MakeInvitedAccount>();
    view! {
        <PageMeta title=t().join_title() noindex=true/>
        <div class="auth">
            <Load
                ask=move || LoadAccountInvitation { token: token.get() }
                view=move |email| match email {
                    Some(email) => view! { <InvitedAccount email token=token.get_untracked() action/> }.into_any(),
                    None => view! { <PageHead title=t().link_over_title() lead=t().join_over_text()/> }.into_any(),
                }
            />
        </div>
    }
}

#[component]
fn InvitedAccount(email: String, token: String, action: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <PageHead title=t.join_title() lead=t.join_lead(email.clone())/>
        <ServerForm action reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            // Password managers store the new password under it.
            <input type="hidden" name="username" autocomplete="username" value=email/>
            <TextField name="name" label=t.field_name() autocomplete="name"/>
            <NewPasswordField/>
            <div class="form__actions"><Submit label=t.register_action()/></div>
        </ServerForm>
    }
}

#[component]
fn NewPasswordField() -> impl IntoView {
    let t = t();
    view! {
        <TextField name="password" label=t.field_password() kind="password" help=t.field_password_help() autocomplete="new-password"/>
    }
}

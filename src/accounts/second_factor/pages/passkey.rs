use leptos::prelude::*;

use super::{app::SetupIsOver, form::PasskeyForm};
use crate::{
    accounts::second_factor::{
        MAX_PASSKEY_NAME, Passkey,
        api::{AddPasskey, LoadPasskeySetup, LoadSecurity, RemovePasskey, RenamePasskey},
    },
    error::AppError,
    l10n::t,
    ui::{Confirm, ErrorPage, FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField, id_param},
};

/// `/settings/security/passkey`: makes a passkey with this browser.
#[component]
pub fn NewPasskeyPage() -> impl IntoView {
    let add = FormAction::to::<AddPasskey>();
    view! {
        <PageMeta title=t().passkey_new_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().passkey_new_title()/>
            <Load
                ask=|| LoadPasskeySetup {}
                view=move |options| match options {
                    Some(options) => view! { <NewPasskey options add/> }.into_any(),
                    None => view! { <SetupIsOver/> }.into_any(),
                }
            />
        </div>
    }
}

#[component]
fn NewPasskey(options: String, add: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <section class="panel stack">
            <p>{t.passkey_new_lead()}</p>
            <PasskeyForm action=add label=t.passkey_new_action() class="button button--primary" make=options>
                <TextField name="name" label=t.field_passkey_name() help=t.field_passkey_name_help() max=MAX_PASSKEY_NAME/>
            </PasskeyForm>
            <p class="muted">{t.passkey_needs_scripts()}</p>
        </section>
    }
}

/// `/settings/security/passkeys/{id}`: its name, and the way to be rid of it.
#[component]
pub fn PasskeyPage() -> impl IntoView {
    let id = id_param();
    let (rename, remove) = (FormAction::to::<RenamePasskey>(), FormAction::to::<RemovePasskey>());
    view! {
        <div class="narrow stack">
            <Load
                ask=|| LoadSecurity {}
                view=move |security| match security.passkeys.into_iter().find(|passkey| passkey.id == id()) {
                    Some(passkey) => view! { <PasskeyForms passkey rename remove/> }.into_any(),
                    None => view! { <ErrorPage error=AppError::NotFound/> }.into_any(),
                }
            />
        </div>
    }
}

#[component]
fn PasskeyForms(passkey: Passkey, rename: FormAction, remove: FormAction) -> impl IntoView {
    let t = t();
    let id = passkey.id.to_string();
    let same = id.clone();
    view! {
        <PageMeta title=passkey.name.clone() noindex=true/>
        <PageHead title=passkey.name.clone()/>
        <section class="panel stack">
            <h2 class="panel__title">{t.passkey_rename()}</h2>
            <ServerForm action=rename reload=true>
                <input type="hidden" name="id" value=same/>
                <TextField name="name" label=t.field_passkey_name() value=passkey.name max=MAX_PASSKEY_NAME/>
                <TextField name="rename_password" label=t.field_old_password() kind="password" autocomplete="current-password"/>
                <div class="form__actions"><Submit label=t.passkey_rename()/></div>
            </ServerForm>
        </section>
        <section class="panel stack">
            <h2 class="panel__title">{t.passkey_remove()}</h2>
            <Confirm label=t.passkey_remove() warning=t.passkey_remove_warning() open=remove.has_failed()>
                <ServerForm action=remove reload=true>
                    <input type="hidden" name="id" value=id/>
                    <TextField name="remove_password" label=t.field_password() kind="password" autocomplete="current-password"/>
                    <div class="form__actions"><Submit label=t.passkey_remove() class="button button--danger"/></div>
                </ServerForm>
            </Confirm>
        </section>
    }
}

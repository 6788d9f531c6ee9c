use leptos::prelude::*;

use crate::{
    accounts::second_factor::{
        Passkey, Protection, Security,
        api::{BeginApp, BeginPasskey, LoadSecurity, RemoveApp, RenewCodes},
    },
    l10n::t,
    ui::{Ago, Confirm, Day, FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/settings/security`: the authenticator app, passkeys and recovery codes.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let actions = Actions {
        app: FormAction::to::<BeginApp>(),
        remove_app: FormAction::to::<RemoveApp>(),
        passkey: FormAction::to::<BeginPasskey>(),
        codes: FormAction::to::<RenewCodes>(),
    };
    view! {
        <PageMeta title=t().security_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().security_title() lead=t().security_lead()/>
            <Load
                ask=|| LoadSecurity {}
                view=move |security| view! { <SecuritySections security actions/> }.into_any()
            />
        </div>
    }
}

/// What is sent from this page.
#[derive(Clone, Copy)]
struct Actions {
    app: FormAction,
    remove_app: FormAction,
    passkey: FormAction,
    codes: FormAction,
}

#[component]
fn SecuritySections(security: Security, actions: Actions) -> impl IntoView {
    let Security { protection, passkeys, takes_passkeys, must_have_one } = security;
    let needed = (must_have_one && !protection.is_set_up())
        .then(|| view! { <p class="notice notice--warning">{t().error_factor_needed()}</p> });
    let is_set_up = protection.is_set_up();
    view! {
        {needed}
        <AppSection protection=protection.clone() actions/>
        <PasskeySection passkeys takes_passkeys action=actions.passkey/>
        {is_set_up.then(|| view! { <CodesSection left=protection.codes_left action=actions.codes/> })}
        <p><a href="/settings">{t().security_back()}</a></p>
    }
}

#[component]
fn AppSection(protection: Protection, actions: Actions) -> impl IntoView {
    let t = t();
    let since = protection.app_since;
    let begin = if since.is_some() { t.security_app_replace() } else { t.security_app_begin() };
    let remove = since.map(|_| {
        view! {
            <Confirm label=t.security_app_remove() warning=t.security_app_remove_warning() open=actions.remove_app.has_failed()>
                <ServerForm action=actions.remove_app reload=true>
                    <TextField name="remove_app_password" label=t.field_password() kind="password" autocomplete="current-password"/>
                    <div class="form__actions"><Submit label=t.security_app_remove() class="button button--danger"/></div>
                </ServerForm>
            </Confirm>
        }
    });
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.security_app()}</h2>
            {match since {
                Some(since) => view! { <p>{t.security_app_since()} " " <Day at=since/></p> }.into_any(),
                None => view! { <p class="muted">{t.security_app_help()}</p> }.into_any(),
            }}
            <ServerForm action=actions.app reload=true>
                <TextField name="app_password" label=t.field_old_password() kind="password" autocomplete="current-password"/>
                <div class="form__actions"><Submit label=begin class="button"/></div>
            </ServerForm>
            {remove}
        </section>
    }
}

#[component]
fn PasskeySection(passkeys: Vec<Passkey>, takes_passkeys: bool, action: FormAction) -> impl IntoView {
    let t = t();
    let rows = passkeys.into_iter().map(|passkey| view! { <PasskeyRow passkey/> }).collect_view();
    let add = match takes_passkeys {
        true => view! {
            <ServerForm action reload=true>
                <TextField name="passkey_password" label=t.field_old_password() kind="password" autocomplete="current-password"/>
                <div class="form__actions"><Submit label=t.security_passkey_begin() class="button"/></div>
            </ServerForm>
        }
        .into_any(),
        false => view! { <p class="muted">{t.problem_passkeys_off()}</p> }.into_any(),
    };
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.security_passkeys()}</h2>
            <p class="muted">{t.security_passkeys_help()}</p>
            <ul class="stack">{rows}</ul>
            {add}
        </section>
    }
}

#[component]
fn PasskeyRow(passkey: Passkey) -> impl IntoView {
    let t = t();
    let Passkey { id, name, created_at, used_at } = passkey;
    let used = used_at.map(|at| view! { " · " {t.security_passkey_used()} " " <Ago at/> });
    view! {
        <li>
            <p><a href=format!("/settings/security/passkeys/{id}")><bdi>{name}</bdi></a></p>
            <p class="muted">{t.security_passkey_since()} " " <Day at=created_at/> {used}</p>
        </li>
    }
}

#[component]
fn CodesSection(left: i64, action: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.security_codes()}</h2>
            <p>{t.security_codes_left(left)}</p>
            <p class="muted">{t.security_codes_help()}</p>
            <ServerForm action reload=true>
                <TextField name="codes_password" label=t.field_old_password() kind="password" autocomplete="current-password"/>
                <div class="form__actions"><Submit label=t.security_codes_renew() class="button"/></div>
            </ServerForm>
        </section>
    }
}

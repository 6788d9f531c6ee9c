use leptos::prelude::*;

use super::form::PasskeyForm;
use crate::{
    accounts::{
        pages::next_from_query,
        second_factor::{
            Ways,
            api::{ConfirmWithPasskey, EnterCode, EnterRecoveryCode, LoadCodeStep},
        },
    },
    l10n::t,
    text::with_query,
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/login/code`: the second factor, after a password that was right.
#[component]
pub fn LoginCodePage() -> impl IntoView {
    let actions = Actions {
        code: FormAction::to::<EnterCode>(),
        recovery: FormAction::to::<EnterRecoveryCode>(),
        passkey: FormAction::to::<ConfirmWithPasskey>(),
    };
    view! {
        <PageMeta title=t().code_title() noindex=true/>
        <div class="auth">
            <PageHead title=t().code_title()/>
            <Load
                ask=|| LoadCodeStep {}
                view=move |ways| match ways {
                    Some(ways) => view! { <CodeForms ways actions/> }.into_any(),
                    None => view! { <BeginAgain/> }.into_any(),
                }
            />
        </div>
    }
}

#[derive(Clone, Copy)]
struct Actions {
    code: FormAction,
    recovery: FormAction,
    passkey: FormAction,
}

#[component]
fn CodeForms(ways: Ways, actions: Actions) -> impl IntoView {
    let t = t();
    let code = ways.app.then(|| {
        view! {
            <ServerForm action=actions.code reload=true guarded=false>
                <TextField name="code" label=t.field_code() help=t.field_code_help() autocomplete="one-time-code"/>
                <div class="form__actions"><Submit label=t.login_action()/></div>
            </ServerForm>
        }
    });
    let passkey = ways.passkey.then(|| {
        view! { <PasskeyForm action=actions.passkey label=t.code_passkey()/> }
    });
    let lead = if ways.app { t.code_lead() } else { t.code_lead_passkey() };
    view! {
        <p>{lead}</p>
        {code}
        {passkey}
        <details class="disclosure" open=move || !ways.app || actions.recovery.has_failed().get()>
            <summary>{t.code_recovery()}</summary>
            <ServerForm action=actions.recovery reload=true guarded=false>
                <TextField name="recovery_code" label=t.field_recovery_code() help=t.field_recovery_code_help() autocomplete="off"/>
                <div class="form__actions"><Submit label=t.login_action() class="button"/></div>
            </ServerForm>
        </details>
    }
}

/// No login waits in this browser, or it has waited too long.
#[component]
fn BeginAgain() -> impl IntoView {
    let login = with_query("/login", &[("next", &next_from_query())]);
    view! {
        <p class="notice notice--warning">{t().problem_login_is_over()}</p>
        <p><a class="button button--primary" href=login>{t().login_title()}</a></p>
    }
}

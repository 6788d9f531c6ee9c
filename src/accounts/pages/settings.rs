use leptos::prelude::*;

use crate::{
    accounts::{
        Session, Settings,
        api::{ChangePassword, DeleteAccount, EndOtherSessions, EndSession, LoadSettings, SaveAccount},
        device_name,
        links::api::{CancelEmailChange, ResendConfirmation},
        second_factor::pages::SecuritySection,
    },
    l10n::{arg, t},
    ui::{
        ActionError, Ago, ButtonForm, Confirm, Day, FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField,
    },
};

/// `/settings`: name, e-mail, password, where one is logged in, and the way out.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let end = FormAction::to::<EndSession>();
    view! {
        <PageMeta title=t().settings_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().settings_title()/>
            <Load ask=|| LoadSettings {} view=move |settings| view! { <SettingsSections settings end/> }.into_any()/>
        </div>
    }
}

#[component]
fn SettingsSections(settings: Settings, end: FormAction) -> impl IntoView {
    view! {
        <AccountSection name=settings.name email=settings.email.clone()/>
        <ConfirmationSection
            email=settings.email
            new_email=settings.new_email
            is_confirmed=settings.is_confirmed
            is_refused=settings.is_refused
        />
        <PasswordSection/>
        <SecuritySection protection=settings.protection/>
        <SessionsSection sessions=settings.sessions end/>
        <DeletionSection/>
    }
}

#[component]
fn AccountSection(name: String, email: String) -> impl IntoView {
    let t = t();
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.settings_account()}</h2>
            <ServerForm action={FormAction::to::<SaveAccount>()} reload=true>
                <TextField name="name" label=t.field_name() value=name autocomplete="name"/>
                <TextField name="email" label=t.field_email() value=email kind="email" autocomplete="email"/>
                <TextField
                    name="email_password"
                    label=t.field_email_password()
                    kind="password"
                    help=t.field_email_password_help()
                    autocomplete="current-password"
                    optional=true
                />
                <div class="form__actions"><Submit label=t.form_save()/></div>
            </ServerForm>
        </section>
    }
}

/// What is to be done so that mails arrive; nothing where they do.
#[component]
fn ConfirmationSection(
    email: String,
    new_email: Option<String>,
    is_confirmed: bool,
    is_refused: bool,
) -> impl IntoView {
    let t = t();
    let waits = new_email.is_some();
    let text = match (new_email, is_refused) {
        (Some(new), true) => t.settings_address_refused(new),
        (Some(new), false) => t.settings_new_address(arg::New(new), arg::Old(email)),
        (None, true) => t.settings_address_refused(email),
        (None, false) if is_confirmed => return None,
        (None, false) => t.settings_confirm_address(email),
    };
    let resend = FormAction::to::<ResendConfirmation>();
    let cancel = FormAction::to::<CancelEmailChange>();
    Some(view! {
        <section class="notice notice--warning">
            <p>{text}</p>
            <ActionError action=resend/>
            <div class="cluster">
                <ButtonForm action=resend label=t.settings_confirm_again() fields=vec![] class="button button--small" reload=true/>
                {waits.then(|| view! {
                    <ButtonForm action=cancel label=t.settings_new_address_cancel() fields=vec![] class="button button--small" reload=true/>
                })}
            </div>
        </section>
    })
}

#[component]
fn PasswordSection() -> impl IntoView {
    let t = t();
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.settings_password()}</h2>
            <p class="muted">{t.settings_password_help()}</p>
            <ServerForm action={FormAction::to::<ChangePassword>()} reload=true>
                <TextField name="old_password" label=t.field_old_password() kind="password" autocomplete="current-password"/>
                <TextField name="password" label=t.field_new_password() kind="password" help=t.field_password_help() autocomplete="new-password"/>
                <div class="form__actions"><Submit label=t.settings_password_action() class="button"/></div>
            </ServerForm>
        </section>
    }
}

/// Where the account is logged in.
#[component]
fn SessionsSection(sessions: Vec<Session>, end: FormAction) -> impl IntoView {
    let others = FormAction::to::<EndOtherSessions>();
    let has_others = sessions.len() > 1;
    let rows = sessions.into_iter().map(|session| view! { <SessionRow session end/> }).collect_view();
    view! {
        <section class="panel">
            <h2 class="panel__title">{t().settings_sessions()}</h2>
            <ActionError action=end/>
            <ul class="stack">{rows}</ul>
            {has_others.then(|| view! {
                <ActionError action=others/>
                <ButtonForm action=others label=t().settings_sessions_end() fields=vec![] class="button" reload=true/>
            })}
        </section>
    }
}

#[component]
fn DeletionSection() -> impl IntoView {
    let t = t();
    let delete = FormAction::to::<DeleteAccount>();
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.settings_delete()}</h2>
            <Confirm label=t.settings_delete() warning=t.settings_delete_warning() open=delete.has_failed()>
                <ServerForm action=delete reload=true>
                    <TextField name="delete_password" label=t.field_password() kind="password" autocomplete="current-password"/>
                    <div class="form__actions"><Submit label=t.settings_delete_action() class="button button--danger"/></div>
                </ServerForm>
            </Confirm>
        </section>
    }
}

#[component]
fn SessionRow(session: Session, end: FormAction) -> impl IntoView {
    let t = t();
    let label = if session.current { t.nav_logout() } else { t.settings_session_end() };
    view! {
        <li class="session-row cluster">
            <div>
                <p>
                    {device_name(&session.user_agent)}
                    {session.current.then(|| view! { " " <span class="badge badge--success">{t.settings_session_current()}</span> })}
                </p>
                <p class="muted">
                    {session.ip} " · " {t.settings_session_seen()} " " <Ago at=session.seen_at/> " · "
                    {t.settings_session_ends()} " " <Day at=session.expires_at/>
                </p>
            </div>
            <ButtonForm action=end label fields=vec![("id", session.id.to_string())] class="button button--small" reload=true in_list=true/>
        </li>
    }
}

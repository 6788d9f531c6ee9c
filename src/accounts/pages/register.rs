use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::login::next_from_query;
use crate::{
    accounts::INVITATION_PATH,
    accounts::api::Register,
    l10n::t,
    text::with_query,
    ui::{BrowserZone, ChoiceField, FormAction, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/register`: a new account, as a seeker or for a company.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let t = t();
    let next = next_from_query();
    // Whoever comes from an invitation founds no company, and has nothing to choose.
    let invitation = next.strip_prefix(INVITATION_PATH).map(str::to_string);
    let login = with_query("/login", &[("next", &next)]);
    let role = use_query_map().with_untracked(|q| q.get("role").unwrap_or_else(|| "seeker".into()));
    let roles =
        vec![("seeker".to_string(), t.register_as_seeker()), ("employer".to_string(), t.register_as_employer())];
    view! {
        <PageMeta title=t.register_title() description=t.register_lead() canonical="/register"/>
        <div class="auth">
            <PageHead title=t.register_title() lead=t.register_lead()/>
            <ServerForm action={FormAction::to::<Register>()} reload=true class="form form--register">
                {match invitation {
                    Some(token) => view! {
                        <p class="notice notice--info">{t.invitation_register_notice()}</p>
                        <input type="hidden" name="invitation" value=token/>
                        <input type="hidden" name="next" value="/employer"/>
                    }.into_any(),
                    None => view! {
                        <input type="hidden" name="next" value=next/>
                        <BrowserZone name="time_zone"/>
                        <ChoiceField name="role" legend=t.register_role() choices=roles chosen=vec![role] single=true/>
                        <div class="register__company">
                            <TextField name="company" label=t.field_company() help=t.register_company_help() autocomplete="organization"/>
                        </div>
                    }.into_any(),
                }}
                <TextField name="name" label=t.field_name() autocomplete="name"/>
                <TextField name="email" label=t.field_email() kind="email" autocomplete="email"/>
                <TextField name="password" label=t.field_password() kind="password" help=t.field_password_help() autocomplete="new-password"/>
                <div class="form__actions"><Submit label=t.register_action()/></div>
            </ServerForm>
            <p class="muted">{t.register_have_account()} " " <a href=login>{t.register_login()}</a></p>
        </div>
    }
}

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    accounts::{
        COOKIES_REFUSED,
        api::Login,
        me,
        second_factor::{api::LoginWithPasskey, pages::PasskeyForm},
    },
    l10n::t,
    text::{local_path, query_pairs, with_query},
    ui::{CARRIED_FIELD, FormAction, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/login`: e-mail and password, then on to where one was going.
#[component]
pub fn LoginPage() -> impl IntoView {
    let t = t();
    let next = next_from_query();
    let register = with_query("/register", &[("next", &next)]);
    let refused = use_location().search.with_untracked(|search| search.contains(COOKIES_REFUSED)) && me().is_none();
    let login = FormAction::to::<Login>();
    let carried = login.typed_into(CARRIED_FIELD).filter(|carried| !carried.is_empty());
    let (onward, typed) = (next.clone(), carried.clone());
    let passkey = view! {
        <PasskeyForm action={FormAction::to::<LoginWithPasskey>()} label=t.login_passkey()>
            <input type="hidden" name="next" value=onward/>
            {typed.map(|carried| view! { <input type="hidden" name=CARRIED_FIELD value=carried/> })}
        </PasskeyForm>
    };
    let notice = match (me(), carried.is_some()) {
        (Some(me), true) => Some(t.login_carried_other(me.name)),
        (None, true) => Some(t.login_carried()),
        (Some(me), false) => Some(t.login_logged_in(me.name)),
        (None, false) => None,
    };
    let go_on = me().map(|me| {
        let onward = local_path(&next).filter(|_| carried.is_none()).unwrap_or("/");
        view! { " " <a href=onward.to_string()>{t.login_go_on(me.name)}</a> }
    });
    let notice = notice.map(|text| view! { <p class="notice notice--info">{text} {go_on}</p> });
    view! {
        <PageMeta title=t.login_title() description=t.register_lead() canonical="/login" noindex=true/>
        <div class="auth">
            <PageHead title=t.login_title()/>
            {refused.then(|| view! { <p class="notice notice--danger" role="alert">{t.login_cookies_refused()}</p> })}
            {notice}
            <ServerForm action=login reload=true guarded=false>
                <input type="hidden" name="next" value=next/>
                {carried.map(|carried| view! { <input type="hidden" name=CARRIED_FIELD value=carried/> })}
                <TextField name="email" label=t.field_email() kind="email" autocomplete="username"/>
                <TextField name="password" label=t.field_password() kind="password" autocomplete="current-password"/>
                <div class="form__actions"><Submit label=t.login_action()/></div>
            </ServerForm>
            {passkey}
            <p class="muted"><a href="/forgot">{t.forgot_link()}</a></p>
            <p class="muted">{t.login_no_account()} " " <a href=register>{t.login_register()}</a></p>
        </div>
    }
}

/// Where somebody was going before login. Read here, because the router's map would decode it twice.
pub(in crate::accounts) fn next_from_query() -> String {
    use_location().search.with_untracked(|search| {
        let next = query_pairs(search).find(|(name, _)| name == "next");
        next.map(|(_, value)| value).unwrap_or_default()
    })
}

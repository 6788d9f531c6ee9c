use leptos::prelude::*;

use crate::{
    l10n::t,
    notifications::{
        Unsubscription,
        api::{EndMails, LoadUnsubscription},
    },
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, query_params},
};

/// `/unsubscribe?token=…&kind=…`: ends mails about a kind of notifications.
#[component]
pub fn UnsubscribePage() -> impl IntoView {
    let asked = query_params(|query| (query("token"), query("kind")));
    view! {
        <PageMeta title=t().unsubscribe_title() noindex=true/>
        <div class="auth">
            <Load
                ask=move || asked.with(|(token, kind)| LoadUnsubscription { token: token.clone(), kind: kind.clone() })
                view=move |found| view! { <Unsubscribe found token=asked.get_untracked().0/> }.into_any()
            />
        </div>
    }
}

#[component]
fn Unsubscribe(found: Unsubscription, token: String) -> impl IntoView {
    let t = t();
    let Some(kind) = found.kind else {
        return view! { <PageHead title=t.link_over_title() lead=t.problem_nobodys_link()/> }.into_any();
    };
    view! {
        <PageHead title=t.unsubscribe_title() lead=t.unsubscribe_lead(kind.label())/>
        <ServerForm action={FormAction::to::<EndMails>()} reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            <input type="hidden" name="kind" value=kind.to_string()/>
            <div class="form__actions"><Submit label=t.unsubscribe_action()/></div>
        </ServerForm>
        <p class="muted"><a href="/settings/notifications">{t.notifications_settings()}</a></p>
    }
    .into_any()
}

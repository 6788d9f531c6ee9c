use leptos::prelude::*;

use crate::{
    l10n::t,
    notifications::{
        MailsOf, Unsubscription,
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
    let Some(mails) = found.mails else {
        return view! { <PageHead title=t.link_over_title() lead=t.problem_nobodys_link()/> }.into_any();
    };
    let settings = view! { <p class="muted"><a href="/settings/notifications">{t.notifications_settings()}</a></p> };
    if found.is_ended {
        return view! { <PageHead title=t.unsubscribe_title() lead=t.done_mails_ended()/> {settings} }.into_any();
    }
    let lead = match mails {
        MailsOf::Kind(kind) => t.unsubscribe_lead(kind.label()),
        MailsOf::Digest => t.unsubscribe_digest_lead(),
    };
    view! {
        <PageHead title=t.unsubscribe_title() lead/>
        <ServerForm action={FormAction::to::<EndMails>()} reload=true guarded=false>
            <input type="hidden" name="token" value=token/>
            <input type="hidden" name="kind" value=mails.to_string()/>
            <div class="form__actions"><Submit label=t.unsubscribe_action()/></div>
        </ServerForm>
        {settings}
    }
    .into_any()
}

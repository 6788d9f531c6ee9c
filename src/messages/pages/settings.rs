use leptos::prelude::*;

use crate::{
    accounts::{Role, me},
    l10n::t,
    messages::api::{LoadNotificationSettings, SaveNotificationSettings},
    notifications::{DesktopSwitch, Kind, NotificationSettings, Shown},
    ui::{ChoiceField, FormAction, Load, PageHead, PageMeta, ServerForm, Submit},
};

/// `/settings/notifications`: what one is told of, and what others see.
#[component]
pub fn NotificationSettingsPage() -> impl IntoView {
    let save = FormAction::to::<SaveNotificationSettings>();
    view! {
        <PageMeta title=t().notifications_settings() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().notifications_settings() lead=t().notifications_settings_lead()/>
            <Load
                ask=|| LoadNotificationSettings {}
                again=save.answers()
                view=move |settings| view! { <SettingsForm settings save/> }.into_any()
            />
        </div>
    }
}

#[component]
fn SettingsForm(settings: NotificationSettings, save: FormAction) -> impl IntoView {
    let t = t();
    let role = me().map_or(Role::Seeker, |me| me.role);
    let kinds: Vec<_> = Kind::of(role).iter().map(|kind| (kind.to_string(), kind.label())).collect();
    view! {
        <ServerForm action=save class="form panel">
            <ChoiceField
                name="kinds[]"
                legend=t.notifications_settings_kinds()
                choices=kinds
                chosen=settings.kinds.iter().map(ToString::to_string).collect()
            />
            <ChoiceField
                name="shown[]"
                legend=t.notifications_settings_shown()
                help=t.notifications_settings_shown_help()
                choices=Shown::choices()
                chosen=settings.shown.iter().map(ToString::to_string).collect()
            />
            <div class="form__actions"><Submit label=t.notifications_settings_save()/></div>
        </ServerForm>
        <DesktopSwitch/>
    }
}

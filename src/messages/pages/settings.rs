use leptos::prelude::*;

use crate::{
    accounts::{Role, me},
    l10n::t,
    messages::api::{LoadNotificationSettings, SaveNotificationSettings},
    notifications::{DesktopSwitch, Kind, NotificationSettings, Rhythm, Shown},
    ui::{BrowserZone, ChoiceField, FormAction, Load, PageHead, PageMeta, SelectField, ServerForm, Submit},
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
    let times = settings.mail_times;
    let hour = |hour: Option<u8>| hour.map(|hour| hour.to_string()).unwrap_or_default();
    let (quiet_from, quiet_to) = (hour(times.quiet.map(|q| q.0)), hour(times.quiet.map(|q| q.1)));
    let none = std::iter::once((String::new(), t.notifications_settings_quiet_never()));
    let hours: Vec<_> = none.chain((0..24).map(|hour| (hour.to_string(), format!("{hour}:00")))).collect();
    view! {
        <ServerForm action=save class="form panel">
            <ChoiceField
                name="kinds[]"
                legend=t.notifications_settings_kinds()
                choices=kinds.clone()
                chosen=settings.kinds.iter().map(ToString::to_string).collect()
            />
            <ChoiceField
                name="mails[]"
                legend=t.notifications_settings_mails()
                help=t.notifications_settings_mails_help()
                choices=kinds
                chosen=settings.mails.iter().map(ToString::to_string).collect()
            />
            <ChoiceField
                name="rhythm"
                legend=t.notifications_settings_rhythm()
                choices=Rhythm::choices()
                chosen=vec![times.rhythm.to_string()]
                single=true
            />
            <div class="field__row">
                <SelectField name="quiet_from" label=t.notifications_settings_quiet_from() value=quiet_from choices=hours.clone() optional=true/>
                <SelectField name="quiet_to" label=t.notifications_settings_quiet_to() value=quiet_to choices=hours optional=true/>
            </div>
            <BrowserZone name="time_zone"/>
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

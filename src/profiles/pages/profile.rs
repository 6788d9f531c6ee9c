use leptos::prelude::*;

use crate::{
    jobs::{CURRENCIES, Category, EmploymentType, Workplace},
    l10n::t,
    profiles::{
        MAX_ABOUT, MAX_HEADLINE, Preferences, Profile,
        api::{LoadProfile, SavePreferences, SaveProfile},
    },
    ui::{ChoiceField, FormAction, Load, PageHead, PageMeta, SelectField, ServerForm, Submit, TextArea, TextField},
};

/// `/profile`: who a seeker is, and what they look for.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let (save, prefer) = (FormAction::to::<SaveProfile>(), FormAction::to::<SavePreferences>());
    let (saves, preferred) = (save.successes(), prefer.successes());
    view! {
        <PageMeta title=t().profile_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().profile_title() lead=t().profile_lead()/>
            <Load
                ask=|| LoadProfile {}
                again=Signal::derive(move || saves.get() + preferred.get())
                view=move |mut profile| {
                    let preferences = std::mem::take(&mut profile.preferences);
                    view! {
                        <ProfileSection profile save/>
                        <PreferencesSection preferences prefer/>
                    }
                    .into_any()
                }
            />
        </div>
    }
}

#[component]
fn ProfileSection(profile: Profile, save: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <section class="panel">
            <h2 class="panel__title">{t.profile_you()}</h2>
            <ServerForm action=save draft="profile">
                <TextField name="headline" label=t.profile_headline() value=profile.headline help=t.profile_headline_help() optional=true max=MAX_HEADLINE/>
                <div class="field__row">
                    <TextField name="place" label=t.profile_place() value=profile.place autocomplete="address-level2" optional=true/>
                    <TextField name="phone" label=t.profile_phone() value=profile.phone kind="tel" autocomplete="tel" optional=true/>
                </div>
                <TextArea name="about" label=t.profile_about() value=profile.about help=t.profile_about_help() optional=true max=MAX_ABOUT/>
                <TextArea name="skills" label=t.profile_skills() value=profile.skills.join(", ") help=t.profile_skills_help() rows=3 optional=true/>
                <TextArea name="links" label=t.profile_links() value=profile.links.join("\n") help=t.profile_links_help() rows=3 optional=true/>
                <div class="form__actions"><Submit label=t.form_save()/></div>
            </ServerForm>
        </section>
    }
}

#[component]
fn PreferencesSection(preferences: Preferences, prefer: FormAction) -> impl IntoView {
    let t = t();
    let currencies = CURRENCIES.iter().map(|c| (c.to_string(), c.to_string())).collect::<Vec<_>>();
    let least_pay = preferences.least_pay.map(|pay| pay.to_string()).unwrap_or_default();
    view! {
        <section class="panel" id="preferences">
            <h2 class="panel__title">{t.preferences_title()}</h2>
            <p class="muted">{t.preferences_lead()}</p>
            <ServerForm action=prefer draft="preferences">
                <TextField name="titles" label=t.preferences_titles() value=preferences.titles.join(", ") help=t.preferences_titles_help() optional=true/>
                <ChoiceField name="categories[]" legend=t.preferences_categories() choices=Category::choices() chosen=to_strings(&preferences.categories)/>
                <TextField name="places" label=t.preferences_places() value=preferences.places.join(", ") help=t.preferences_places_help() optional=true/>
                <ChoiceField name="workplaces[]" legend=t.preferences_workplaces() choices=Workplace::choices() chosen=to_strings(&preferences.workplaces)/>
                <ChoiceField name="employment_types[]" legend=t.preferences_employment_types() choices=EmploymentType::choices() chosen=to_strings(&preferences.employment_types)/>
                <div class="field__row">
                    <TextField name="least_pay" label=t.preferences_least_pay() value=least_pay help=t.preferences_least_pay_help() optional=true/>
                    <SelectField name="currency" label=t.preferences_currency() value=preferences.currency choices=currencies/>
                </div>
                <div class="form__actions">
                    <Submit label=t.preferences_save()/>
                    <a href="/jobs/for-me">{t.preferences_see()}</a>
                </div>
            </ServerForm>
        </section>
    }
}

fn to_strings<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}

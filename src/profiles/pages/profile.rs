#[cfg(not(feature = "ssr"))]
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use leptos::{html::Div, prelude::*};

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
        <PageHead title=t().profile_title() lead=t().profile_lead()/>
        <Load
            ask=|| LoadProfile {}
            again=Signal::derive(move || saves.get() + preferred.get())
            view=move |mut profile| {
                let preferences = std::mem::take(&mut profile.preferences);
                view! {
                    <div class="split profile">
                        <div class="split__main stack">
                            <ProfileSection profile=profile.clone() save/>
                            <PreferencesSection preferences prefer/>
                        </div>
                        <aside class="split__aside"><SeenByEmployers profile/></aside>
                    </div>
                }
                .into_any()
            }
        />
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
                <SaveBar action=save><Submit label=t.form_save()/></SaveBar>
            </ServerForm>
        </section>
    }
}

/// The buttons of a form. While something in it is not saved they stay in reach at the foot of the window.
#[component]
fn SaveBar(action: FormAction, children: Children) -> impl IntoView {
    let (bar, changed, saves) = (NodeRef::<Div>::new(), RwSignal::new(false), action.successes());
    Effect::new(move || {
        saves.track();
        changed.set(false);
    });
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || {
        let Some(form) = bar.get().and_then(|bar| bar.closest("form").ok().flatten()) else { return };
        let listener = Closure::<dyn Fn()>::new(move || _ = changed.try_set(true)).into_js_value();
        _ = form.add_event_listener_with_callback("input", listener.unchecked_ref());
    });
    view! {
        <div class="form__actions save-bar" class:save-bar--on=move || changed.get() node_ref=bar>
            {children()}
            <span class="save-bar__note" role="status">{move || changed.get().then(|| t().profile_unsaved())}</span>
        </div>
    }
}

/// The profile as it comes with an application.
#[component]
fn SeenByEmployers(profile: Profile) -> impl IntoView {
    let t = t();
    let Profile { headline, place, about, skills, links, .. } = profile;
    let empty = [&headline, &place, &about].iter().all(|text| text.is_empty()) && skills.is_empty() && links.is_empty();
    let body = match empty {
        true => view! { <p class="muted">{t.profile_seen_empty()}</p> }.into_any(),
        false => {
            let tags = skills.into_iter().map(|skill| view! { <li class="tag" dir="auto">{skill}</li> }).collect_view();
            let links = links.into_iter().map(|link| {
                let href = link.clone();
                view! { <li><a href=href rel="noopener nofollow external" dir="auto">{link}</a></li> }
            });
            view! {
                <p class="profile__headline" dir="auto">{headline}</p>
                <p class="muted" dir="auto">{place}</p>
                <p class="plain-text" dir="auto">{about}</p>
                <ul class="tags">{tags}</ul>
                <ul class="profile__links">{links.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="panel stack profile__seen">
            <h2 class="panel__title">{t.profile_seen()}</h2>
            <p class="muted">{t.profile_seen_text()}</p>
            {body}
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
                <SaveBar action=prefer>
                    <Submit label=t.preferences_save()/>
                    <a href="/jobs/for-me">{t.preferences_see()}</a>
                </SaveBar>
            </ServerForm>
        </section>
    }
}

fn to_strings<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}

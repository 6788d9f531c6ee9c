use leptos::prelude::*;

use crate::{
    accounts::EmployerFrame,
    companies::{
        CompanyEditor, CompanyForm, MAX_ABOUT, SIZES,
        api::{LoadCompanyEditor, RemoveLogo, SaveCompany},
    },
    l10n::{countries::countries, t},
    ui::{
        ButtonForm, FileField, FormAction, LinkButton, Load, Logo, PageHead, PageMeta, SelectField, ServerForm, Submit,
        TextArea, TextField, UploadForm, suggest_zone,
    },
};

/// `/employer/company`: what the company says about itself, and its logo.
#[component]
pub fn EditCompanyPage() -> impl IntoView {
    let save = FormAction::to::<SaveCompany>();
    view! {
        <PageMeta title=t().employer_company() noindex=true/>
        <EmployerFrame>
            <Load
                ask=|| LoadCompanyEditor {}
                again=save.successes()
                view=move |editor| view! { <CompanyForms editor save/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn CompanyForms(editor: CompanyEditor, save: FormAction) -> impl IntoView {
    let t = t();
    let CompanyEditor { form, slug, logo, zones } = editor;
    let name = form.name.clone();
    view! {
        <PageHead title=t.employer_company() lead=t.company_edit_lead()>
            <LinkButton href=format!("/companies/{slug}") label=t.company_edit_public_page()/>
        </PageHead>
        <div class="narrow stack">
            <section class="panel">
                <h2 class="panel__title">{t.company_edit_page()}</h2>
                <DetailsForm form zones save/>
            </section>
            <section class="panel">
                <h2 class="panel__title">{t.company_edit_logo()}</h2>
                <LogoForms name logo/>
            </section>
        </div>
    }
}

#[component]
fn DetailsForm(form: CompanyForm, zones: Vec<String>, save: FormAction) -> impl IntoView {
    let t = t();
    let none = (String::new(), t.company_edit_unsaid());
    let sizes = SIZES.iter().map(|size| (size.to_string(), t.company_edit_people(size.replace('-', "–"))));
    let sizes = std::iter::once(none.clone()).chain(sizes).collect::<Vec<_>>();
    let zone_help = if form.time_zone.is_empty() { t.company_edit_zone_unsaved() } else { t.company_edit_zone_help() };
    let zones = zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " ")));
    let zones = std::iter::once((String::new(), t.company_edit_zone_none())).chain(zones).collect::<Vec<_>>();
    suggest_zone("time_zone");
    let places = std::iter::once(none).chain(countries()).collect::<Vec<_>>();
    view! {
        <ServerForm action=save draft="company">
            <TextField name="name" label=t.field_company() value=form.name autocomplete="organization"/>
            <TextField name="site" label=t.company_edit_site() value=form.site optional=true/>
            <TextArea name="about" label=t.company_edit_about() value=form.about help=t.company_edit_about_help() rows=10 optional=true max=MAX_ABOUT/>
            <div class="field__row">
                <TextField name="city" label=t.company_edit_city() value=form.city optional=true/>
                <SelectField name="country" label=t.company_edit_country() value=form.country choices=places optional=true/>
            </div>
            <SelectField name="time_zone" label=t.company_edit_zone() value=form.time_zone choices=zones help=zone_help optional=true/>
            <SelectField name="size" label=t.company_edit_size() value=form.size choices=sizes optional=true/>
            <div class="form__actions"><Submit label=t.form_save()/></div>
        </ServerForm>
    }
}

#[component]
fn LogoForms(name: String, logo: Option<String>) -> impl IntoView {
    let t = t();
    let remove = logo.is_some().then(|| {
        view! {
            <ButtonForm
                action={FormAction::to::<RemoveLogo>()}
                label=t.company_edit_logo_remove()
                fields=vec![]
                class="button button--quiet button--danger"
                reload=true
            />
        }
    });
    view! {
        <div class="stack">
            <div class="cluster"><Logo name file=logo large=true/> {remove}</div>
            <UploadForm action="/employer/company/logo" megabytes=5>
                <FileField
                    name="logo"
                    label=t.company_edit_logo_file()
                    help=t.company_edit_logo_help()
                    accept="image/png,image/jpeg,image/webp"
                />
                <div class="form__actions"><Submit label=t.company_edit_logo_action() class="button"/></div>
            </UploadForm>
        </div>
    }
}

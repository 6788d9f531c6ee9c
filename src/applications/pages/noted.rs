use leptos::prelude::*;

use crate::{
    applications::{NotedCandidate, source_label},
    l10n::{arg, format, t},
    ui::{ActionError, ButtonForm, Confirm, Fact, FormAction, PageHead, PageMeta, ServerForm, Submit},
};

/// What a company has noted of somebody who has said nothing yet: to go on with, or to object to.
#[component]
pub(super) fn NotedView(noted: NotedCandidate, token: String, agree: FormAction, object: FormAction) -> impl IntoView {
    let t = t();
    let NotedCandidate { title, slug, company, company_slug, .. } = noted.clone();
    let posting =
        slug.map(|slug| view! { <a class="button" href=format!("/jobs/{slug}")>{t.application_posting()}</a> });
    let again = token.clone();
    view! {
        <PageMeta title=t.noted_title(company.clone()) noindex=true/>
        <div class="narrow stack">
            <PageHead title=t.noted_title(company.clone()) lead=t.noted_lead(arg::Company(&company), arg::Title(&title))>
                {posting}
            </PageHead>
            <p class="cluster">
                <a href=format!("/companies/{company_slug}")>{company.clone()}</a>
                <span class="muted">{t.noted_since(format::day(noted.at))}</span>
            </p>
            <KeptFacts noted/>
            <section class="panel stack">
                <h2 class="panel__title">{t.noted_why()}</h2>
                <p>{t.noted_why_text(company.clone())}</p>
            </section>
            <ActionError action=agree/>
            <ServerForm action=agree reload=true guarded=false>
                <input type="hidden" name="token" value=token/>
                <p class="muted">{t.noted_agree_text()}</p>
                <div class="form__actions"><Submit label=t.noted_agree()/></div>
            </ServerForm>
            <Confirm label=t.noted_object() warning=t.noted_object_warning(company) open=object.has_failed()>
                <ButtonForm action=object label=t.noted_object_action() fields=vec![("token", again)] class="button button--danger" in_list=true/>
            </Confirm>
            <ActionError action=object/>
        </div>
    }
}

#[component]
fn KeptFacts(noted: NotedCandidate) -> impl IntoView {
    let t = t();
    let resume = if noted.resume.is_empty() { t.noted_resume_none() } else { noted.resume };
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.noted_kept()}</h2>
            <dl class="facts">
                <div><dt>{t.application_name()}</dt><dd dir="auto">{noted.name}</dd></div>
                <div><dt>{t.application_email()}</dt><dd>{noted.email}</dd></div>
                <Fact name=t.application_phone() value=noted.phone/>
                <div><dt>{t.noted_resume()}</dt><dd dir="auto">{resume}</dd></div>
                <div><dt>{t.candidate_source()}</dt><dd dir="auto">{source_label(&noted.source)}</dd></div>
            </dl>
        </section>
    }
}

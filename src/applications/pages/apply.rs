use leptos::prelude::*;

use super::guest_apply::GuestApply;
use crate::{
    accounts::{ConfirmNotice, Role, me},
    applications::{ApplyStart, MAX_LETTER, api::LoadApply},
    l10n::t,
    resumes::{MAX_MEGABYTES, MAX_RESUMES},
    ui::{
        ChoiceField, Empty, FileField, LinkButton, Load, PageHead, PageMeta, Submit, TextArea, TextField, Unsent,
        UploadForm, kept_text, slug_param,
    },
};

/// `/jobs/:slug/apply`: a resume, a letter, and how to be reached.
#[component]
pub fn ApplyPage() -> impl IntoView {
    if me().is_some_and(|me| me.role == Role::Employer) {
        return view! { <EmployerRefusal/> }.into_any();
    }
    let slug = slug_param();
    if me().is_none() {
        return view! { <GuestApply slug=Signal::derive(slug)/> }.into_any();
    }
    view! {
        <div class="narrow stack">
            <ConfirmNotice/>
            <Load
                ask=move || LoadApply { slug: slug() }
                view=move |start| view! { <ApplicationStart start slug=untrack(slug)/> }.into_any()
            />
        </div>
    }
    .into_any()
}

/// Says that employers' accounts cannot apply.
#[component]
fn EmployerRefusal() -> impl IntoView {
    let t = t();
    #[cfg(feature = "ssr")]
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        options.set_status(axum::http::StatusCode::FORBIDDEN);
    }
    view! {
        <PageMeta title=t.apply_for_hiring() noindex=true/>
        <div class="empty">
            <h1 class="empty__title">{t.apply_for_hiring()}</h1>
            <p class="empty__text">{t.apply_for_hiring_text()}</p>
            <p class="empty__action"><a class="button" href="/employer">{t.nav_employer()}</a></p>
        </div>
    }
}

#[component]
fn ApplicationStart(start: ApplyStart, slug: String) -> impl IntoView {
    let t = t();
    let posting = format!("/jobs/{slug}");
    let back = posting.clone();
    let body = match (start.sent, start.open) {
        (Some(id), _) => view! {
            <Empty title=t.apply_sent() text=t.apply_sent_text()>
                <LinkButton href=format!("/applications/{id}") label=t.apply_see()/>
            </Empty>
            <Unsent/>
        }
        .into_any(),
        (None, false) => view! {
            <Empty title=t.apply_closed() text=t.apply_closed_text()>
                <LinkButton href=posting label=t.apply_back()/>
            </Empty>
            <Unsent draft=kept_text(draft_name(&slug), "letter")/>
        }
        .into_any(),
        (None, true) => view! { <ApplyForm start=start.clone() slug/> }.into_any(),
    };
    view! {
        <PageMeta title=t.apply_title(start.title.clone()) noindex=true/>
        <div>
            <nav class="crumbs"><a href=back>{t.apply_back()}</a></nav>
            <PageHead title=t.apply_title(start.title) lead=t.apply_lead(start.company)/>
        </div>
        {body}
    }
}

/// The name of the form's draft.
pub(super) fn draft_name(slug: &str) -> String {
    format!("apply-{slug}")
}

#[component]
fn ApplyForm(start: ApplyStart, slug: String) -> impl IntoView {
    let t = t();
    let (some, full) = (!start.resumes.is_empty(), start.resumes.len() >= MAX_RESUMES);
    let chosen = start.resumes.iter().find(|r| r.is_default).map(|r| r.id.to_string()).into_iter().collect();
    let choices = start.resumes.into_iter().map(|r| (r.id.to_string(), r.name)).collect::<Vec<_>>();
    // Created inside the form, as the fields read its context.
    let choose =
        move || some.then(|| view! { <ChoiceField name="resume" legend=t.apply_resume() choices chosen single=true/> });
    let upload = move || {
        let label = if some { t.apply_upload_another() } else { t.apply_upload() };
        (!full).then(|| {
            view! { <FileField name="file" label help=t.apply_upload_help() accept="application/pdf,.pdf" optional=some/> }
        })
    };
    view! {
        <UploadForm action=format!("/jobs/{slug}/apply") megabytes=MAX_MEGABYTES draft=draft_name(&slug)>
            {choose()}
            {upload()}
            <TextArea name="letter" label=t.apply_letter() help=t.apply_letter_help() rows=10 optional=true max=MAX_LETTER/>
            <TextField name="name" label=t.field_name() value=start.name autocomplete="name"/>
            <div class="field__row">
                <TextField name="email" label=t.field_email() value=start.email kind="email" autocomplete="email"/>
                <TextField name="phone" label=t.apply_phone() value=start.phone kind="tel" autocomplete="tel" optional=true/>
            </div>
            <div class="form__actions"><Submit label=t.apply_action()/></div>
        </UploadForm>
    }
}

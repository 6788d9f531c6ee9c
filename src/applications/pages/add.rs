use leptos::prelude::*;
use strum::VariantArray;

use crate::{
    accounts::EmployerFrame,
    applications::{ADD_PATH, AddStart, MAX_SOURCE, Source, api::LoadAddCandidate},
    l10n::t,
    resumes::MAX_MEGABYTES,
    ui::{
        Choice, Empty, FileField, LinkButton, Load, PageHead, PageMeta, SelectField, Submit, TextField, UploadForm,
        query_params,
    },
};

/// `/employer/candidates/new`: somebody who has not applied, and who is told by mail.
#[component]
pub fn AddCandidatePage() -> impl IntoView {
    let posting = query_params(|get| get("posting"));
    view! {
        <PageMeta title=t().add_candidate() noindex=true/>
        <EmployerFrame>
            <Load
                ask=|| LoadAddCandidate {}
                view=move |start| view! { <AddView start posting=posting.get_untracked()/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn AddView(start: AddStart, posting: String) -> impl IntoView {
    let t = t();
    let body = match (start.can_tell, start.postings.is_empty()) {
        (false, _) => view! { <Empty title=t.add_candidate_no_mail() text=t.add_candidate_no_mail_text()/> }.into_any(),
        (true, true) => view! {
            <Empty title=t.add_candidate_no_postings() text=t.add_candidate_no_postings_text()>
                <LinkButton href="/employer/postings" label=t.employer_postings()/>
            </Empty>
        }
        .into_any(),
        (true, false) => {
            let postings = start.postings.into_iter().map(|posting| (posting.id.to_string(), posting.title));
            view! { <AddCandidateForm postings=with_none(postings) posting/> }.into_any()
        }
    };
    view! {
        <div class="narrow stack">
            <div>
                <nav class="crumbs"><a href="/employer/candidates">{t.candidates_title()}</a></nav>
                <PageHead title=t.add_candidate() lead=t.add_candidate_lead()/>
            </div>
            {body}
        </div>
    }
}

/// The choices behind one that stands for none.
fn with_none(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once((String::new(), t().add_choose())).chain(choices).collect()
}

#[component]
fn AddCandidateForm(postings: Vec<Choice>, posting: String) -> impl IntoView {
    let t = t();
    let sources = with_none(Source::VARIANTS.iter().map(|source| (source.to_string(), source.label())));
    view! {
        <UploadForm action=ADD_PATH megabytes=MAX_MEGABYTES>
            <SelectField name="posting" label=t.add_posting() choices=postings value=posting/>
            <TextField name="name" label=t.add_name() autocomplete="off"/>
            <div class="field__row">
                <TextField name="email" label=t.add_email() help=t.add_email_help() kind="email" autocomplete="off"/>
                <TextField name="phone" label=t.add_phone() kind="tel" autocomplete="off" optional=true/>
            </div>
            <FileField name="file" label=t.add_resume() help=t.add_resume_help() accept="application/pdf,.pdf" optional=true/>
            <div class="field__row">
                <SelectField name="source" label=t.add_source() help=t.add_source_help() choices=sources/>
                <TextField name="source_text" label=t.add_source_text() help=t.add_source_text_help() max=MAX_SOURCE optional=true/>
            </div>
            <div class="form__actions"><Submit label=t.add_candidate_action()/></div>
        </UploadForm>
    }
}

use leptos::prelude::*;

use crate::{
    l10n::{arg, format, t},
    resumes::{
        MAX_MEGABYTES, MAX_RESUMES, Resume,
        api::{DeleteResume, LoadResumes, MakeResumeDefault},
        download_path,
    },
    ui::{
        ActionError, Ago, ButtonForm, Confirm, Empty, FileField, FormAction, Load, PageHead, PageMeta, Submit,
        UploadForm,
    },
};

/// What can be done to a resume in the list.
#[derive(Clone, Copy)]
struct ResumeActions {
    make_default: FormAction,
    delete: FormAction,
}

/// `/resumes`: the seeker's resumes, and one more.
#[component]
pub fn ResumesPage() -> impl IntoView {
    let t = t();
    let actions =
        ResumeActions { make_default: FormAction::to::<MakeResumeDefault>(), delete: FormAction::to::<DeleteResume>() };
    let again = Signal::derive(move || actions.make_default.answers().get() + actions.delete.answers().get());
    view! {
        <PageMeta title=t.resumes_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t.resumes_title() lead=t.resumes_lead(arg::Count(MAX_RESUMES as i64), arg::Megabytes(MAX_MEGABYTES as i64))/>
            <ActionError action=actions.make_default/>
            <ActionError action=actions.delete/>
            <Load ask=|| LoadResumes {} again view=move |resumes| view! { <ResumeList resumes actions/> }.into_any()/>
        </div>
    }
}

#[component]
fn ResumeList(resumes: Vec<Resume>, actions: ResumeActions) -> impl IntoView {
    let t = t();
    let full = resumes.len() >= MAX_RESUMES;
    let list = match resumes.is_empty() {
        true => view! { <Empty title=t.resumes_empty() text=t.resumes_empty_text()/> }.into_any(),
        false => {
            let rows = resumes.into_iter().map(|resume| view! { <ResumeRow resume actions/> }).collect_view();
            view! { <ul class="resume-list">{rows}</ul> }.into_any()
        }
    };
    view! {
        {list}
        <section class="section">
            <div class="section__head"><h2>{t.resumes_upload_title()}</h2></div>
            <ResumeUpload full/>
        </section>
    }
}

#[component]
fn ResumeUpload(
    /// Whether there are as many resumes as may be.
    full: bool,
) -> impl IntoView {
    let t = t();
    match full {
        true => view! { <p class="notice notice--info">{t.resumes_full()}</p> }.into_any(),
        false => view! {
            <UploadForm action="/resumes/upload" megabytes=MAX_MEGABYTES>
                <FileField
                    name="file"
                    label=t.resumes_upload_file()
                    help=t.resumes_upload_help(MAX_MEGABYTES as i64)
                    accept="application/pdf,.pdf"
                />
                <div class="form__actions"><Submit label=t.resumes_upload_action()/></div>
            </UploadForm>
        }
        .into_any(),
    }
}

#[component]
fn ResumeRow(resume: Resume, actions: ResumeActions) -> impl IntoView {
    let t = t();
    let (id, path) = (resume.id.to_string(), resume.path());
    let badge = resume.is_default.then(|| view! { " " <span class="badge badge--success">{t.resume_default()}</span> });
    let make_default = (!resume.is_default).then(|| {
        view! {
            <ButtonForm
                action=actions.make_default
                label=t.resume_make_default()
                fields=vec![("id", id.clone())]
                class="button button--small"
                in_list=true
            />
        }
    });
    view! {
        <li class="resume-list__row">
            <div class="resume-list__main">
                <p><a href=path dir="auto">{resume.name}</a> {badge}</p>
                <p class="muted">{format::size(resume.size)} " · " <Ago at=resume.created_at/></p>
            </div>
            <a class="button button--small" href=download_path(resume.id) download="" rel="external">{t.resume_download()}</a>
            {make_default}
            <Confirm label=t.form_delete() warning=t.resume_delete_warning()>
                <ButtonForm
                    action=actions.delete
                    label=t.form_delete()
                    fields=vec![("id", id)]
                    class="button button--danger button--small"
                    in_list=true
                />
            </Confirm>
        </li>
    }
}

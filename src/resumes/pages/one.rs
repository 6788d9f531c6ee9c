use leptos::prelude::*;

use crate::{
    l10n::{format, t},
    resumes::{
        Resume, ResumeFrame,
        api::{DeleteResume, LoadResume, MakeResumeDefault, RenameResume},
    },
    ui::{ButtonForm, Confirm, Day, FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField, id_param},
};

/// `/resumes/:id`: a resume to read, rename or delete.
#[component]
pub fn ResumePage() -> impl IntoView {
    let id = id_param();
    let rename = FormAction::to::<RenameResume>();
    view! {
        <Load
            ask=move || LoadResume { id: id() }
            again=rename.answers()
            view=move |resume| view! { <ResumeDetails resume rename/> }.into_any()
        />
    }
}

#[component]
fn ResumeDetails(resume: Resume, rename: FormAction) -> impl IntoView {
    let t = t();
    let Resume { id, name, size, is_default, created_at } = resume;
    let typed = name.clone();
    let fields = move || vec![("id", id.to_string())];
    let make_default = match is_default {
        true => view! {
            <p><span class="badge badge--success">{t.resume_default()}</span> " " <span class="muted">{t.resume_default_help()}</span></p>
        }
        .into_any(),
        false => view! {
            <ButtonForm
                action={FormAction::to::<MakeResumeDefault>()}
                label=t.resume_make_default()
                fields=fields()
            />
        }
        .into_any(),
    };
    view! {
        <PageMeta title=name.clone() noindex=true/>
        <div class="candidate">
            <div class="candidate__main">
                <nav class="crumbs"><a href="/resumes">{t.resumes_title()}</a></nav>
                <PageHead title=name.clone()/>
                <dl class="facts">
                    <div><dt>{t.resume_size()}</dt><dd>{format::size(size)}</dd></div>
                    <div><dt>{t.resume_uploaded()}</dt><dd><Day at=created_at/></dd></div>
                </dl>
                {make_default}
                <ServerForm action=rename>
                    <input type="hidden" name="id" value=id.to_string()/>
                    <TextField name="name" label=t.resume_name() help=t.resume_name_help() value=typed/>
                    <div class="form__actions"><Submit label=t.resume_rename() class="button"/></div>
                </ServerForm>
                <Confirm label=t.form_delete() warning=t.resume_delete_warning()>
                    <ButtonForm
                        action={FormAction::to::<DeleteResume>()}
                        label=t.form_delete()
                        fields=fields()
                        class="button button--danger"
                    />
                </Confirm>
            </div>
            <ResumeFrame id name/>
        </div>
    }
}

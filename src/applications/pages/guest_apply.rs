use leptos::prelude::*;

use super::apply::draft_name;
use crate::{
    applications::{GuestStart, MAX_LETTER, api::LoadGuestApply},
    l10n::t,
    resumes::MAX_MEGABYTES,
    ui::{
        Empty, FileField, LinkButton, Load, PageHead, PageMeta, Submit, TextArea, TextField, Unsent, UploadForm,
        kept_text, login_path,
    },
};

/// `/jobs/:slug/apply` for somebody who is not logged in: to log in, or to apply without an account.
#[component]
pub fn GuestApply(#[prop(into)] slug: Signal<String>) -> impl IntoView {
    view! {
        <div class="narrow stack">
            <Load
                ask=move || LoadGuestApply { slug: slug.get() }
                view=move |start| view! { <GuestStartView start slug=slug.get_untracked()/> }.into_any()
            />
        </div>
    }
}

#[component]
fn GuestStartView(start: GuestStart, slug: String) -> impl IntoView {
    let t = t();
    let posting = format!("/jobs/{slug}");
    let back = posting.clone();
    let body = match start.open {
        false => view! {
            <Empty title=t.apply_closed() text=t.apply_closed_text()>
                <LinkButton href=posting label=t.apply_back()/>
            </Empty>
            <Unsent draft=kept_text(draft_name(&slug), "letter")/>
        }
        .into_any(),
        true => view! { <GuestForm slug/> }.into_any(),
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

#[component]
fn GuestForm(slug: String) -> impl IntoView {
    let t = t();
    let login = login_path(&format!("/jobs/{slug}/apply"));
    view! {
        <p class="notice notice--info cluster">
            <span>{t.guest_choice()}</span>
            <a class="button" href=login>{t.guest_login()}</a>
        </p>
        <UploadForm action=format!("/jobs/{slug}/apply/guest") megabytes=MAX_MEGABYTES draft=draft_name(&slug)>
            <FileField name="file" label=t.apply_upload() help=t.guest_upload_help() accept="application/pdf,.pdf"/>
            <TextArea name="letter" label=t.apply_letter() help=t.apply_letter_help() rows=10 optional=true max=MAX_LETTER/>
            <TextField name="name" label=t.field_name() autocomplete="name"/>
            <div class="field__row">
                <TextField name="email" label=t.field_email() help=t.guest_email_help() kind="email" autocomplete="email"/>
                <TextField name="phone" label=t.apply_phone() kind="tel" autocomplete="tel" optional=true/>
            </div>
            <div class="form__actions"><Submit label=t.apply_action()/></div>
        </UploadForm>
    }
}

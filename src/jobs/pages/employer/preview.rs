use leptos::prelude::*;
use uuid::Uuid;

use super::parts::{ClosingFact, PostingButton, PostingButtonError, editor_path, typed_param, with_typed};
use crate::{
    accounts::EmployerFrame,
    jobs::{
        PostingState, Preview,
        api::{LoadPreview, PublishPosting},
    },
    l10n::t,
    ui::{Fact, Load, PageMeta, Prose, id_param},
};

/// `/employer/postings/{id}/preview`: how a posting will look.
#[component]
pub fn PostingPreviewPage() -> impl IntoView {
    let (id, typed) = (id_param(), typed_param());
    // `/employer/postings/new/preview` has none.
    let stored = move || Some(id()).filter(|id| !id.is_nil());
    view! {
        <PageMeta title=t().posting_preview() noindex=true/>
        <EmployerFrame>
            <PostingButtonError/>
            <Load
                ask=move || LoadPreview { id: stored(), typed: typed() }
                view=move |preview| view! { <PostingPreview preview typed=untrack(typed)/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn PostingPreview(preview: Preview, typed: Option<Uuid>) -> impl IntoView {
    let t = t();
    let skills = preview.skills.iter().map(|skill| view! { <li class="tag">{skill.clone()}</li> }).collect_view();
    view! {
        <div class="stack">
            {match preview.unsent {
                true => view! { <UnsavedNotice id=preview.id typed/> }.into_any(),
                false => view! { <StoredNotice id=preview.id.unwrap_or_default() version=preview.version state=preview.state/> }.into_any(),
            }}
            <article class="posting">
                <header class="posting__head">
                    <h1>{preview.title.clone()}</h1>
                    <p>{preview.company.clone()}</p>
                </header>
                <PostingFacts preview=preview.clone()/>
                <Prose html=preview.html/>
                {(!preview.skills.is_empty()).then(|| view! {
                    <h2>{t.posting_skills()}</h2>
                    <ul class="tags">{skills}</ul>
                })}
            </article>
        </div>
    }
}

/// Says that this is not saved yet, with the way back to the editor.
#[component]
fn UnsavedNotice(id: Option<Uuid>, typed: Option<Uuid>) -> impl IntoView {
    let editor = id.map_or_else(|| "/employer/postings/new".to_string(), editor_path);
    view! {
        <div class="notice notice--info">
            <p>{t().posting_preview_typed()}</p>
            <a class="button button--primary" href=with_typed(&editor, typed)>{t().posting_preview_back()}</a>
        </div>
    }
}

/// Says that only the company sees this, with what can be done next.
#[component]
fn StoredNotice(id: Uuid, version: i64, state: PostingState) -> impl IntoView {
    let t = t();
    let publish = (state == PostingState::Draft).then(|| {
        view! { <PostingButton<PublishPosting> id version label=t.posting_publish() class="button button--primary"/> }
    });
    view! {
        <div class="notice notice--info">
            <p>{t.posting_preview_notice()}</p>
            <div class="cluster">
                {publish}
                <a class="button" href=editor_path(id)>{t.posting_edit()}</a>
            </div>
        </div>
    }
}

#[component]
fn PostingFacts(preview: Preview) -> impl IntoView {
    let t = t();
    view! {
        <dl class="posting__facts">
            <Fact name=t.posting_pay() value=preview.pay.map(|pay| pay.text()).unwrap_or_default()/>
            <Fact name=t.posting_place() value=preview.place.text()/>
            <Fact name=t.posting_workplace() value=preview.workplace.map(|w| w.label()).unwrap_or_default()/>
            <Fact name=t.posting_employment_type() value=preview.employment_type.map(|e| e.label()).unwrap_or_default()/>
            <Fact name=t.posting_category() value=preview.category.map(|c| c.label()).unwrap_or_default()/>
            <ClosingFact day=preview.last_day closed=preview.closed/>
        </dl>
    }
}

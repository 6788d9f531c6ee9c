use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    l10n::t,
    messages::{
        MAX_TEXT,
        api::{DeleteMessage, EditMessage, LoadMessage},
    },
    ui::{
        ButtonForm, Confirm, FormAction, LinkButton, Load, PageHead, PageMeta, ServerForm, Submit, TextArea, id_param,
    },
};

/// `/messages/edit/:id`: a message of one's own, while it can be changed.
#[component]
pub fn EditMessagePage() -> impl IntoView {
    let id = id_param();
    let (edit, delete) = (FormAction::to::<EditMessage>(), FormAction::to::<DeleteMessage>());
    view! {
        <Load
            ask=move || LoadMessage { id: id() }
            view=move |(conversation, text)| view! { <Shown id=id() conversation text edit delete/> }.into_any()
        />
    }
}

#[component]
fn Shown(id: Uuid, conversation: Uuid, text: String, edit: FormAction, delete: FormAction) -> impl IntoView {
    let t = t();
    let id = id.to_string();
    let fields = vec![("id", id.clone())];
    view! {
        <PageMeta title=t.conversation_edit_title() noindex=true/>
        <PageHead title=t.conversation_edit_title()/>
        <div class="stack">
            <ServerForm action=edit class="form panel" draft=format!("edit-{id}")>
                <input type="hidden" name="id" value=id/>
                <TextArea name="text" label=t.conversation_text() value=text rows=6 max=MAX_TEXT/>
                <div class="cluster">
                    <Submit label=t.conversation_save()/>
                    <LinkButton href=format!("/messages/{conversation}") label=t.conversation_edit_cancel()/>
                </div>
            </ServerForm>
            <Confirm label=t.conversation_delete() warning=t.conversation_delete_warning()>
                <ButtonForm action=delete label=t.conversation_delete_action() fields class="button button--danger"/>
            </Confirm>
        </div>
    }
}

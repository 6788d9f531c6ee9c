//! The view of a message that is being written.

use leptos::{html, prelude::*};
use uuid::Uuid;

use super::{
    composer_form::ComposerForm, composer_state::ComposerState, screen::follow_screen, scroll::Scroll,
    thread_state::ThreadState,
};
use crate::{
    error::AppError,
    l10n::t,
    live::{Line, live},
    messages::{FileKind, Message},
    ui::{CharactersLeft, LoginElsewhere, PageSession, Progress, TextBox, owned, page_session, typed_into},
};

/// Where a message is written. A draft is kept in this browser until it is sent.
#[component]
pub(super) fn Composer(
    thread: ThreadState,
    scroll: Scroll,
    next_id: Uuid,
    /// Whether what was done makes this the place to go on.
    wants_focus: StoredValue<bool>,
) -> impl IntoView {
    let t = t();
    let action = format!("/messages/{}/send", thread.conversation);
    let form = ComposerForm::new(thread, scroll, next_id, &action, wants_focus);
    let (state, draft) = (form.state, form.draft);
    form.fill_at_start();
    form.follow_edits();
    form.follow_size();
    follow_screen(draft.field);
    view! {
        <form method="post" action=owned(&action)
            enctype="multipart/form-data"
            class="composer"
            novalidate
            on:submit=move |event| form.submit(&event)
        >
            <input type="hidden" name="id" value=move || state.id.get().to_string()/>
            {move || state.editing.get().map(|message| view! { <EditNotice message form/> })}
            <label class="visually-hidden" for="field-text">{t.conversation_text()}</label>
            <TextBox
                text=typed_into(&action, "text").unwrap_or_default()
                name="text"
                id="field-text"
                class="field__input composer__text"
                rows=2
                described_by=Signal::stored(Some("composer-help field-text-error".to_string()))
                node_ref=draft.field
                on_input=move |text: String| form.write(&text)
                on_key=move |event| form.press(&event)
            />
            <SubmitButton state/>
            <CharactersLeft left=draft.left/>
            <ComposerError state/>
            <Progress upload=form.upload/>
            <ComposerFiles form/>
            <p class="composer__help muted" id="composer-help">{t.conversation_text_help()}</p>
            <ComposerStatus state/>
        </form>
    }
}

#[component]
fn SubmitButton(state: ComposerState) -> impl IntoView {
    view! {
        <button class="button button--primary" type="submit">
            {move || if state.is_editing() { t().conversation_save() } else { t().conversation_send() }}
        </button>
    }
}

/// Why the message was not sent or saved.
#[component]
fn ComposerError(state: ComposerState) -> impl IntoView {
    move || {
        let error = state.error.get()?;
        let problem = ["text", "files"].into_iter().find_map(|field| error.problem_of(field).map(|p| p.text()));
        let text = problem.unwrap_or_else(|| error.text());
        Some(view! {
            <div class="field__error" id="field-text-error" role="alert"><p>{text}</p> <LoginElsewhere error/></div>
        })
    }
}

/// The files of the message. An edit changes none.
#[component]
fn ComposerFiles(form: ComposerForm) -> impl IntoView {
    let state = form.state;
    let remove = move || {
        state.has_files.get().then(|| {
            view! {
                <button type="button" class="button button--small" on:click=move |_| form.remove_files()>
                    {t().conversation_files_remove()}
                </button>
            }
        })
    };
    view! {
        <div class="composer__files" hidden=move || state.is_editing()>
            <label for="field-files">{t().conversation_files()}</label>
            <input
                id="field-files"
                name="files"
                type="file"
                multiple
                accept=FileKind::ACCEPT
                aria-describedby="files-help"
                node_ref=form.files
                on:change:target=move |ev| state.choose_files(!ev.target().value().is_empty())
            />
            {remove}
            <span class="muted" id="files-help">{t().conversation_files_help()}</span>
        </div>
    }
}

/// Why nothing is sent just now, where no error says it already.
#[component]
fn ComposerStatus(state: ComposerState) -> impl IntoView {
    let (live, session) = (live(), page_session());
    let status = move || match session.get() {
        PageSession::Ours => match live.line.get() {
            Line::Connected => None,
            Line::Offline if state.has_files.get() => Some(t().conversation_offline_files().into_any()),
            Line::Offline => Some(t().conversation_offline().into_any()),
            Line::Unanswered => Some(t().conversation_unanswered().into_any()),
        },
        _ if state.error.with(Option::is_some) => None,
        PageSession::Ended => Some(
            view! { {t().conversation_logged_out()} " " <LoginElsewhere error=AppError::Unauthorized/> }.into_any(),
        ),
        PageSession::OtherPersons => Some(AppError::OtherPerson.text().into_any()),
    };
    view! { <div class="composer__offline" role="status">{status}</div> }
}

/// Says that the field holds a message that was sent already, and what else can be done with it.
#[component]
fn EditNotice(message: Message, form: ComposerForm) -> impl IntoView {
    let t = t();
    view! {
        <div class="cluster">
            <span>{t.conversation_editing()}</span>
            <button type="button" class="button button--small" on:click=move |_| form.state.cancel_edit()>
                {t.conversation_edit_cancel()}
            </button>
            <DeleteButton id=message.id form/>
        </div>
    }
}

/// Deletes a message when it is pressed and then confirmed. The button that confirms takes the place of the first, and
/// its focus.
#[component]
fn DeleteButton(id: Uuid, form: ComposerForm) -> impl IntoView {
    let (asks, confirms) = (RwSignal::new(false), NodeRef::<html::Button>::new());
    Effect::new(move || confirms.get().into_iter().for_each(|button| _ = button.focus()));
    move || {
        let t = t();
        match asks.get() {
            false => view! {
                <button type="button" class="button button--small" on:click=move |_| asks.set(true)>{t.conversation_delete()}</button>
            }
            .into_any(),
            true => view! {
                <span role="alert">{t.conversation_delete_warning()}</span>
                <button type="button" class="button button--small button--danger" node_ref=confirms on:click=move |_| form.delete(id)>
                    {t.conversation_delete_action()}
                </button>
            }
            .into_any(),
        }
    }
}

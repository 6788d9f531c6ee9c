use leptos::{ev, html, prelude::*};
use uuid::Uuid;

use super::{draft::Draft, scroll::Scroll, thread_state::ThreadState};
use crate::{
    accounts::me,
    error::AppError,
    l10n::t,
    live::live,
    messages::{
        FILES_MEGABYTES, FileKind, IsTyping, Message,
        api::{DeleteMessage, EditMessage},
        check_text, outgoing,
    },
    ui::{
        CharactersLeft, LoginElsewhere, PageSession, Progress, TextBox, Upload, ask, owned, page_session, times,
        typed_into,
    },
};

/// Where a message is written. A draft is kept in this browser until it is sent.
#[component]
pub(super) fn Composer(thread: ThreadState, scroll: Scroll, next_id: Uuid) -> impl IntoView {
    let conversation = thread.conversation;
    let t = t();
    let (live, outgoing, times) = (live(), outgoing(), times());
    let action = format!("/messages/{conversation}/send");
    let upload = Upload::to(&action);
    let draft = Draft::of(conversation);
    let files = NodeRef::<html::Input>::new();
    let id = RwSignal::new(next_id);
    let editing = thread.editing;
    let chosen = RwSignal::new(false);
    // The fields may be there already, when the conversation was loaded anew.
    Effect::new(move || {
        if draft.field.get().is_none() {
            return;
        }
        chosen.set(files.get_untracked().is_some_and(|files| !files.value().is_empty()));
        match (draft.text(), editing.get_untracked()) {
            (text, _) if !text.is_empty() => draft.count(&text),
            (_, Some(message)) => draft.fill(&message.text),
            (_, None) => draft.restore(),
        }
    });
    // The message that is changed takes the field; the draft comes back after it.
    Effect::new(move |before: Option<bool>| {
        let message = editing.get();
        match (before, &message) {
            (Some(_), Some(message)) => draft.fill(&message.text),
            (Some(true), None) => {
                upload.error.set(None);
                draft.restore();
            }
            _ => return message.is_some(),
        }
        draft.focus();
        message.is_some()
    });
    let send = move || {
        let written = draft.text();
        match check_text(&written) {
            Ok(text) => {
                upload.error.set(None);
                // Whoever writes wants to see it.
                thread.note_writing();
                let send = move || {
                    outgoing.send(Uuid::now_v7(), conversation, text);
                    draft.sent(&written);
                };
                live.as_ourselves(send, move |error| _ = upload.error.try_set(Some(error)));
            }
            Err(error) => upload.error.set(Some(error)),
        }
    };
    // What could not be sent, and is changed then, is another message.
    let changed = move || {
        if upload.error.with_untracked(Option::is_some) {
            upload.error.set(None);
            id.set(Uuid::now_v7());
        }
    };
    let save = move |id: Uuid| {
        let text = draft.text();
        leptos::task::spawn_local(async move {
            match ask(EditMessage { id, text, stays: true }).await {
                Ok(()) => _ = editing.try_set(None),
                Err(error) => _ = upload.error.try_set(Some(error)),
            }
        });
    };
    let remove_files = move || {
        if let Some(files) = files.try_get_untracked().flatten() {
            files.set_value("");
            chosen.set(false);
            upload.error.set(None);
        }
        draft.focus();
    };
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(message) = editing.get_untracked() {
            return save(message.id);
        }
        if !chosen.get_untracked() {
            return send();
        }
        let written = draft.text();
        thread.note_writing();
        upload.send(&event, FILES_MEGABYTES, move |_| {
            upload.reset();
            draft.sent(&written);
            _ = id.try_set(Uuid::now_v7());
            remove_files();
        });
    };
    let said = StoredValue::new(None::<f64>);
    let on_input = move |text: String| {
        draft.count(&text);
        changed();
        scroll.stay_at_end();
        if editing.with_untracked(Option::is_some) {
            return;
        }
        draft.keep(&text);
        // One sign of it in a while is enough.
        let now = now_ms();
        if said.get_value().is_none_or(|last| now - last > 3_000.0) {
            said.set_value(Some(now));
            live.say(&IsTyping { conversation });
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let field = draft.field.get_untracked();
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            if let Some(form) = field.and_then(|f| f.form()) {
                _ = form.request_submit();
            }
        } else if event.key() == "Escape" && editing.with_untracked(Option::is_some) {
            editing.set(None);
        } else if event.key() == "ArrowUp" && field.is_some_and(|f| f.value().is_empty()) {
            let mine = me().and_then(|me| thread.newest_editable(me.id, untrack(|| times.now())));
            if mine.is_some() {
                event.prevent_default();
                editing.set(mine);
            }
        }
    };
    let session = page_session();
    // Why nothing is sent just now, where no error tells it already.
    let silent = move || {
        let t = crate::l10n::t();
        match session.get() {
            PageSession::Ours => (!live.online.get()).then(|| t.conversation_offline().into_any()),
            _ if upload.error.with(Option::is_some) => None,
            PageSession::Ended => Some(
                view! { {t.conversation_logged_out()} " " <LoginElsewhere error=AppError::Unauthorized/> }.into_any(),
            ),
            PageSession::OtherPersons => Some(AppError::OtherPerson.text().into_any()),
        }
    };
    let problem = move || {
        let error = upload.error.get()?;
        let problem = ["text", "files"].into_iter().find_map(|field| error.problem_of(field).map(|p| p.text()));
        let text = problem.unwrap_or_else(|| error.text());
        Some(view! {
            <div class="field__error" id="field-text-error" role="alert"><p>{text}</p> <LoginElsewhere error/></div>
        })
    };
    // Whatever grows here takes its room from the messages.
    Effect::new(move || {
        _ = (
            upload.error.track(),
            editing.track(),
            chosen.track(),
            draft.left.track(),
            live.online.track(),
            session.track(),
        );
        scroll.stay_at_end();
    });
    let memory = typed_into(&action, "text").unwrap_or_default();
    view! {
        <form method="post" action=owned(&action) enctype="multipart/form-data" class="composer" novalidate on:submit=on_submit>
            <input type="hidden" name="id" value=move || id.get().to_string()/>
            {move || editing.get().map(|message| view! { <Editing message editing error=upload.error/> })}
            <label class="visually-hidden" for="field-text">{t.conversation_text()}</label>
            <TextBox
                text=memory
                name="text"
                id="field-text"
                class="field__input composer__text"
                rows=2
                described_by=Signal::stored(Some("composer-help field-text-error".to_string()))
                node_ref=draft.field
                on_input
                on_key
            />
            <button class="button button--primary" type="submit">
                {move || {
                    let t = crate::l10n::t();
                    if editing.with(Option::is_some) { t.conversation_save() } else { t.conversation_send() }
                }}
            </button>
            <CharactersLeft left=draft.left/>
            {problem}
            <Progress upload/>
            <div class="composer__files" hidden=move || editing.with(Option::is_some)>
                <label for="field-files">{t.conversation_files()}</label>
                <input
                    id="field-files"
                    name="files"
                    type="file"
                    multiple
                    accept=FileKind::ACCEPT
                    aria-describedby="files-help"
                    node_ref=files
                    on:change:target=move |ev| {
                        chosen.set(!ev.target().value().is_empty());
                        changed();
                    }
                />
                {move || chosen.get().then(|| view! {
                    <button type="button" class="button button--small" on:click=move |_| remove_files()>
                        {crate::l10n::t().conversation_files_remove()}
                    </button>
                })}
                <span class="muted" id="files-help">{t.conversation_files_help()}</span>
            </div>
            <p class="composer__help muted" id="composer-help">{t.conversation_text_help()}</p>
            <div class="composer__offline" role="status">{silent}</div>
        </form>
    }
}

/// Says that the field holds a message that was sent already, and what else can be done with it.
#[component]
fn Editing(message: Message, editing: RwSignal<Option<Message>>, error: RwSignal<Option<AppError>>) -> impl IntoView {
    let t = t();
    let asks = RwSignal::new(false);
    let delete = move || {
        leptos::task::spawn_local(async move {
            match ask(DeleteMessage { id: message.id, stays: true }).await {
                Ok(()) => _ = editing.try_set(None),
                Err(failed) => _ = error.try_set(Some(failed)),
            }
        });
    };
    let deleting = move || {
        let t = crate::l10n::t();
        match asks.get() {
            false => view! {
                <button type="button" class="button button--small" on:click=move |_| asks.set(true)>{t.conversation_delete()}</button>
            }
            .into_any(),
            true => view! {
                <span role="alert">{t.conversation_delete_warning()}</span>
                <button type="button" class="button button--small button--danger" on:click=move |_| delete()>
                    {t.conversation_delete_action()}
                </button>
            }
            .into_any(),
        }
    };
    view! {
        <div class="composer__editing cluster">
            <span>{t.conversation_editing()}</span>
            <button type="button" class="button button--small" on:click=move |_| editing.set(None)>
                {t.conversation_edit_cancel()}
            </button>
            {deleting}
        </div>
    }
}

#[cfg(not(feature = "ssr"))]
fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[cfg(feature = "ssr")]
fn now_ms() -> f64 {
    0.0
}

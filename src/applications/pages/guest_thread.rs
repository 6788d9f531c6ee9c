use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use {
    crate::{applications::api::MarkGuestRead, ui::ask},
    leptos::task::spawn_local,
};

use crate::{
    applications::{GUEST_PATH, api::AnswerAsGuest},
    l10n::{format, t},
    messages::{Attachment, GuestThread, MAX_TEXT, Message, Side},
    ui::{Ago, FormAction, ServerForm, Submit, TextArea},
};

/// The conversation with a company, behind a guest's link.
#[component]
pub(super) fn GuestMessages(thread: GuestThread, token: String, company: String) -> impl IntoView {
    let t = t();
    note_reading(&thread, &token);
    let answer = FormAction::to::<AnswerAsGuest>();
    let here = format!("{GUEST_PATH}{token}");
    let older = thread.older.map(|seq| {
        view! { <p><a class="button" href=format!("{here}?before={seq}")>{t.guest_thread_older()}</a></p> }
    });
    let is_empty = thread.messages.is_empty();
    let messages = thread.messages.into_iter().map(|message| {
        view! { <GuestBubble message here=here.clone()/> }
    });
    let messages = (!is_empty).then(|| {
        view! { <ul class="thread__messages" role="list">{messages.collect_view()}</ul> }
    });
    let asked = company.clone();
    let form = match thread.takes {
        false => view! { <p class="muted">{t.guest_thread_closed()}</p> }.into_any(),
        true => view! {
            <ServerForm action=answer reload=true draft=format!("guest-{}", thread.next_id)>
                <input type="hidden" name="token" value=token/>
                <input type="hidden" name="id" value=thread.next_id.to_string()/>
                <TextArea name="text" label=t.guest_answer() help=t.guest_answer_help(asked) rows=4 max=MAX_TEXT/>
                <div class="form__actions"><Submit label=t.guest_answer_action()/></div>
            </ServerForm>
        }
        .into_any(),
    };
    view! {
        <section class="panel stack" id="messages">
            <h2 class="panel__title">{t.guest_thread()}</h2>
            {older}
            {is_empty.then(|| view! { <p class="muted">{t.guest_thread_empty(company)}</p> })}
            {messages}
            {form}
        </section>
    }
}

/// Tells that the newest messages were seen: by scripts alone, because robots open links, too.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "a server sees nothing"))]
fn note_reading(thread: &GuestThread, token: &str) {
    #[cfg(not(feature = "ssr"))]
    {
        let seq = thread.messages.last().map_or(0, |message| message.seq);
        let (token, is_new) = (token.to_string(), seq > thread.read);
        Effect::new(move || {
            let token = token.clone();
            if is_new {
                spawn_local(async move { _ = ask(MarkGuestRead { token, seq }).await });
            }
        });
    }
}

#[component]
fn GuestBubble(message: Message, here: String) -> impl IntoView {
    let t = t();
    let is_ours = message.side == Side::Seeker;
    let name = if is_ours { t.guest_you() } else { message.name.clone() };
    let text = match message.deleted {
        true => view! { <p class="bubble__text muted">{t.conversation_deleted()}</p> }.into_any(),
        false if message.text.is_empty() => ().into_any(),
        false => view! { <p class="bubble__text" dir="auto">{message.text.clone()}</p> }.into_any(),
    };
    let file = |file: Attachment| {
        let (name, size) = (file.file_name(), format::size(file.size));
        view! {
            <li>
                <a class="bubble__file" href=format!("{here}/files/{}?download", file.id) rel="external"><span dir="auto">{name}</span></a>
                " " <span class="muted">{size}</span>
            </li>
        }
    };
    let files = (!message.attachments.is_empty()).then(|| {
        view! { <ul class="bubble__files" role="list">{message.attachments.iter().cloned().map(file).collect_view()}</ul> }
    });
    view! {
        <li class="bubble" class:bubble--mine=is_ours>
            <p class="bubble__head"><span class="bubble__name" dir="auto">{name}</span> <Ago at=message.at/></p>
            {text}
            {files}
        </li>
    }
}

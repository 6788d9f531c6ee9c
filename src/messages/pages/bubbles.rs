//! Single messages.

use leptos::{ev, prelude::*};

use super::thread_state::ThreadState;
use crate::{
    accounts::me,
    l10n::{format, t},
    messages::{Attachment, FileKind, Message, Pending, TextLink, outgoing},
    ui::{Clock, PageSession, page_session, times},
};

/// A message that is stored.
#[component]
pub(super) fn Bubble(
    message: Message,
    /// The newest message of the side of the page's person.
    newest_sent: Memo<Option<i64>>,
    thread: ThreadState,
) -> impl IntoView {
    let seq = message.seq;
    let is_ours = message.side == thread.side;
    let edit = me().filter(|me| me.id == message.sender).map(|_| view! { <EditLink message=message.clone() thread/> });
    let edited =
        (message.edited && !message.deleted).then(|| view! { <span class="muted">{t().conversation_edited()}</span> });
    // Only the newest one says whether it was read, and none where one side has blocked the other.
    let state = move || {
        (is_ours && !thread.blocked && newest_sent.get() == Some(seq)).then(|| {
            match thread.read_by_other.get() >= seq {
                true => t().conversation_read(),
                false => t().conversation_sent(),
            }
        })
    };
    view! {
        <li class="bubble" class:bubble--mine=is_ours id=format!("message-{seq}")>
            <p class="bubble__head">
                <span class="bubble__name" dir="auto">{message.name.clone()}</span>
                <Clock at=message.at/>
                {edit}
                {edited}
            </p>
            <BubbleContent message/>
            <p class="bubble__state muted">{state}</p>
        </li>
    }
}

/// A message's text and files.
#[component]
fn BubbleContent(message: Message) -> impl IntoView {
    if message.deleted {
        return view! { <p class="bubble__text muted">{t().conversation_deleted()}</p> }.into_any();
    }
    let text = (!message.text.is_empty())
        .then(|| view! { <p class="bubble__text" dir="auto">{linked(&message.text, message.links)}</p> });
    view! { {text} <BubbleFiles files=message.attachments/> }.into_any()
}

/// Leads to the editing of a message while it can be edited: in the composer where there is a script, on a page of its
/// own otherwise.
#[component]
fn EditLink(message: Message, thread: ThreadState) -> impl IntoView {
    let times = times();
    let young = message.clone();
    let can_change = Memo::new(move |_| young.can_change(young.sender, times.now()));
    move || {
        let edited = message.clone();
        let on_click = move |event: ev::MouseEvent| {
            if thread.can_write {
                event.prevent_default();
                thread.editing.set(Some(edited.clone()));
            }
        };
        can_change.get().then(|| {
            view! {
                <a class="bubble__edit" href=format!("/messages/edit/{}", message.id) on:click=on_click>
                    {t().conversation_edit()}
                </a>
            }
        })
    }
}

#[component]
fn BubbleFiles(files: Vec<Attachment>) -> impl IntoView {
    let file = |file: Attachment| {
        let (name, size, href) = (file.file_name(), format::size(file.size), file.path());
        let picture = (file.kind != FileKind::Pdf)
            .then(|| view! { <img class="bubble__picture" src=href.clone() alt="" loading="lazy"/> });
        view! {
            <li>
                <a class="bubble__file" href=href rel="external" target="_blank">
                    {picture} <span dir="auto">{name}</span>
                </a>
                " " <span class="muted">{size}</span>
            </li>
        }
    };
    (!files.is_empty())
        .then(|| view! { <ul class="bubble__files" role="list">{files.into_iter().map(file).collect_view()}</ul> })
}

/// A message that is not stored yet.
#[component]
pub(super) fn SendingBubble(pending: Pending) -> impl IntoView {
    let (t, outgoing) = (t(), outgoing());
    let (id, conversation, text) = (pending.id, pending.conversation, pending.text.clone());
    let state = match pending.error {
        None => {
            let session = page_session();
            let state = move || match session.get() {
                PageSession::Ours => crate::l10n::t().conversation_sending(),
                _ => crate::l10n::t().conversation_waits(),
            };
            view! { <p class="bubble__state muted">{state}</p> }.into_any()
        }
        Some(error) => view! {
            <p class="bubble__state" role="alert">
                {t.conversation_failed()} ": " {error.text()} " "
                <button class="button button--small" on:click=move |_| outgoing.send(id, conversation, text.clone())>
                    {t.conversation_retry()}
                </button>
                " "
                <button class="button button--small" on:click=move |_| outgoing.discard(id)>
                    {t.conversation_discard()}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <li class="bubble bubble--mine bubble--sending">
            <p class="bubble__text" dir="auto">{pending.text}</p>
            {state}
        </li>
    }
}

/// A text whose addresses can be followed; whoever is led there learns nothing of where from.
fn linked(text: &str, links: Vec<TextLink>) -> impl IntoView + use<> {
    let (mut at, mut pieces) = (0, Vec::new());
    for TextLink { from, to, href, shown } in links {
        let (Some(before), Some(written)) = (text.get(at..from), text.get(from..to)) else { break };
        // An empty text would be rendered as a blank.
        pieces.extend((!before.is_empty()).then(|| before.to_string().into_any()));
        let shown = shown.unwrap_or_else(|| written.to_string());
        pieces.push(
            view! { <a href=href target="_blank" rel="noopener noreferrer nofollow ugc" dir="auto">{shown}</a> }
                .into_any(),
        );
        at = to;
    }
    pieces.extend((at < text.len()).then(|| text[at..].to_string().into_any()));
    pieces.collect_view()
}

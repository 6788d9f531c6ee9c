//! Where one writes, or why one cannot.

use leptos::prelude::*;
use uuid::Uuid;

use super::{composer::Composer, draft::Draft, scroll::Scroll, thread_state::ThreadState};
use crate::{
    l10n::t,
    messages::{ConversationState, Side, Thread},
    ui::{ActionError, ButtonForm, FormAction, Unsent},
};

/// What stands below the messages.
#[component]
pub(super) fn ThreadFoot(
    loaded: Thread,
    thread: ThreadState,
    scroll: Scroll,
    /// Takes a block back.
    unblock: FormAction,
) -> impl IntoView {
    if !thread.has_newest {
        view! { <NewestLink conversation=thread.conversation/> }.into_any()
    } else if thread.can_write {
        view! { <Composer thread scroll next_id=loaded.next_id/> }.into_any()
    } else {
        view! { <ClosedNotice loaded unblock/> }.into_any()
    }
}

/// Leads from older messages to the newest.
#[component]
fn NewestLink(conversation: Uuid) -> impl IntoView {
    view! {
        <div class="thread__closed">
            <a class="button" href=format!("/messages/{conversation}#end")>{t().conversation_newest()}</a>
        </div>
    }
}

/// Why nothing can be written. A draft of before is shown, so that it is not lost.
#[component]
fn ClosedNotice(loaded: Thread, unblock: FormAction) -> impl IntoView {
    let unblock =
        (loaded.blocked_by == Some(loaded.side)).then(|| view! { <UnblockForm conversation=loaded.id unblock/> });
    view! {
        <div class="thread__closed stack">
            <p class="muted">{why_closed(&loaded)}</p>
            {unblock}
            <Unsent draft=Draft::of(loaded.id).kept()/>
        </div>
    }
}

fn why_closed(loaded: &Thread) -> String {
    let t = t();
    match (loaded.blocked_by, loaded.state) {
        (Some(by), _) if by == loaded.side => t.conversation_blocked_by_you(),
        (Some(_), _) => t.conversation_blocked(),
        (None, ConversationState::Requested) => t.conversation_waiting(),
        (None, ConversationState::Declined) if loaded.side == Side::Company => t.conversation_declined_by_you(),
        (None, ConversationState::Declined) => t.conversation_declined_text(),
        (None, ConversationState::Open) => t.conversation_closed(),
    }
}

#[component]
fn UnblockForm(conversation: Uuid, unblock: FormAction) -> impl IntoView {
    let fields = vec![("conversation", conversation.to_string()), ("blocked", false.to_string())];
    view! { <ButtonForm action=unblock label=t().conversation_unblock() fields/> }
}

/// A company accepts or declines a question.
#[component]
pub(super) fn QuestionForm(conversation: Uuid, answer: FormAction) -> impl IntoView {
    let t = t();
    let fields = move |accept: bool| vec![("conversation", conversation.to_string()), ("accept", accept.to_string())];
    view! {
        <div class="thread__question stack">
            <p>{t.conversation_asks()}</p>
            <div class="cluster">
                <ButtonForm action=answer label=t.conversation_accept() fields=fields(true) in_list=true/>
                <ButtonForm action=answer label=t.conversation_decline() fields=fields(false) in_list=true/>
            </div>
            <ActionError action=answer/>
        </div>
    }
}

//! Where one writes, or why one cannot.

use leptos::prelude::*;
use uuid::Uuid;

use super::{composer::Composer, draft::Draft, scroll::Scroll, thread::ThreadActions, thread_state::ThreadState};
use crate::{
    l10n::t,
    messages::{ConversationState, Side, Thread},
    ui::{ActionError, ButtonForm, Unsent},
};

/// What stands below the messages.
#[component]
pub(super) fn ThreadFoot(loaded: Thread, thread: ThreadState, scroll: Scroll, actions: ThreadActions) -> impl IntoView {
    if !thread.has_newest {
        view! { <NewestLink conversation=thread.conversation/> }.into_any()
    } else if thread.can_write {
        view! { <Composer thread scroll next_id=loaded.next_id wants_focus=actions.wants_composer/> }.into_any()
    } else {
        view! { <ClosedNotice loaded actions/> }.into_any()
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
fn ClosedNotice(loaded: Thread, actions: ThreadActions) -> impl IntoView {
    let unblock =
        (loaded.blocked_by == Some(loaded.side)).then(|| view! { <UnblockForm conversation=loaded.id actions/> });
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
fn UnblockForm(conversation: Uuid, actions: ThreadActions) -> impl IntoView {
    let fields = vec![("conversation", conversation.to_string()), ("blocked", false.to_string())];
    view! {
        <div on:submit=move |_| actions.wants_composer.set_value(true)>
            <ButtonForm action=actions.block label=t().conversation_unblock() fields/>
        </div>
    }
}

/// A company accepts or declines a question.
#[component]
pub(super) fn QuestionForm(conversation: Uuid, actions: ThreadActions) -> impl IntoView {
    let (t, answer) = (t(), actions.answer);
    let fields = move |accept: bool| vec![("conversation", conversation.to_string()), ("accept", accept.to_string())];
    view! {
        <div class="thread__question stack">
            <p>{t.conversation_asks()}</p>
            <div class="cluster">
                <div on:submit=move |_| actions.wants_composer.set_value(true)>
                    <ButtonForm action=answer label=t.conversation_accept() fields=fields(true) in_list=true/>
                </div>
                <ButtonForm action=answer label=t.conversation_decline() fields=fields(false) in_list=true/>
            </div>
            <ActionError action=answer/>
        </div>
    }
}

//! What stands above the messages: who they are with, about what, and what is rarely done with a conversation.

use leptos::{html, prelude::*};
use uuid::Uuid;

use super::{thread::ThreadActions, thread_state::ThreadState};
use crate::{
    l10n::{format, t},
    live::live,
    messages::MAX_REASON,
    ui::{ButtonForm, Confirm, FormAction, ServerForm, Submit, TextArea, times},
};

#[component]
pub(super) fn ThreadHeader(
    thread: ThreadState,
    /// The person or company on the other side.
    with: String,
    /// The posting's.
    title: String,
    /// Where what it is about is shown.
    about: Option<String>,
    actions: ThreadActions,
) -> impl IntoView {
    let t = t();
    view! {
        <header class="thread__head">
            <a class="thread__back" href="/messages">{t.messages_title()}</a>
            <h1 class="thread__with" id="thread-with" dir="auto">{with}</h1>
            <p><a href=about dir="auto">{t.conversation_about(title)}</a></p>
            <ThreadPresence thread/>
            <ThreadMenu conversation=thread.conversation blocked=thread.blocked actions/>
        </header>
    }
}

/// Whether the other side is here, or when it last was. Without a connection nobody knows.
#[component]
fn ThreadPresence(thread: ThreadState) -> impl IntoView {
    let (live, times) = (live(), times());
    let text = move || {
        let t = t();
        if !live.is_connected() {
            return None;
        }
        let seen = thread.other_seen();
        match (thread.is_other_online(), seen) {
            (true, _) => Some(t.conversation_online()),
            (false, Some(at)) => Some(t.conversation_seen(format::ago(at, times.now().max(at)))),
            (false, None) => None,
        }
    };
    let is_here = move || live.is_connected() && thread.is_other_online();
    view! { <p class="thread__presence muted" class:thread__presence--here=is_here>{text}</p> }
}

/// What is rarely done with a conversation.
#[component]
fn ThreadMenu(conversation: Uuid, blocked: bool, actions: ThreadActions) -> impl IntoView {
    let t = t();
    let ThreadActions { block, report, .. } = actions;
    let block = (!blocked).then(|| view! { <BlockForm conversation block/> });
    let panel = NodeRef::<html::Details>::new();
    let sent = report.successes();
    // Once a report is sent the panel closes.
    Effect::new(move |before: Option<usize>| {
        let count = sent.get();
        if before.is_some_and(|before| before < count)
            && let Some(panel) = panel.get_untracked()
        {
            panel.set_open(false);
        }
        count
    });
    // The form of the next report is a new one, with nothing in it.
    let form = move || {
        sent.track();
        view! { <ReportForm conversation report/> }
    };
    let failed = move || matches!(report.result().get(), Some(Err(_)));
    view! {
        <details class="thread__more" node_ref=panel open=untrack(failed)>
            <summary class="button button--quiet button--small">{t.conversation_more()}</summary>
            <div class="thread__panel panel stack">
                {block}
                <h2>{t.conversation_report_title()}</h2>
                {form}
            </div>
        </details>
    }
}

#[component]
fn BlockForm(conversation: Uuid, block: FormAction) -> impl IntoView {
    let t = t();
    let fields = vec![("conversation", conversation.to_string()), ("blocked", true.to_string())];
    view! {
        <Confirm label=t.conversation_block() warning=t.conversation_block_warning()>
            <ButtonForm action=block label=t.conversation_block_action() fields class="button button--danger"/>
        </Confirm>
    }
}

#[component]
fn ReportForm(conversation: Uuid, report: FormAction) -> impl IntoView {
    let t = t();
    view! {
        <ServerForm action=report class="stack">
            <input type="hidden" name="conversation" value=conversation.to_string()/>
            <TextArea name="reason" label=t.conversation_report_reason() rows=3 max=MAX_REASON/>
            <Submit label=t.conversation_report_action() class="button"/>
        </ServerForm>
    }
}

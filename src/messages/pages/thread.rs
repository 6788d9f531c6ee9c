use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use uuid::Uuid;

use super::{
    list::Conversations,
    message_list::MessageList,
    scroll::Scroll,
    thread_foot::{QuestionForm, ThreadFoot},
    thread_header::ThreadHeader,
    thread_live::{collect_messages, follow_connection, follow_reader, follow_socket},
    thread_state::ThreadState,
};
use crate::{
    l10n::t,
    live::live,
    messages::{
        ConversationChanged, ConversationState, Message, Side, Thread,
        api::{AnswerQuestion, BlockConversation, LoadThread, MarkRead, ReportConversation},
    },
    ui::{FormAction, Load, OnOpen, PageMeta, act, id_param},
};
use std::sync::Arc;

/// `/messages/:id`: a conversation.
#[component]
pub fn ThreadPage() -> impl IntoView {
    let id = id_param();
    let query = use_query_map();
    // What else stands in the address changes nothing.
    let part =
        Memo::new(move |_| (id(), query.with(|query| query.get_str("before").and_then(|before| before.parse().ok()))));
    view! {
        <div class="with-sidebar messages">
            {move || view! { <Conversations current=Some(id())/> }}
            {move || {
                let (id, before) = part.get();
                view! { <LoadedThread id before/> }
            }}
        </div>
    }
}

/// One conversation, or its messages before one. Another conversation gets a new one: what is written for the one is
/// not for the other.
#[component]
fn LoadedThread(id: Uuid, before: Option<i64>) -> impl IntoView {
    let heard = collect_messages(id);
    let again = live().changes(move |heard| heard.get().is_some_and(|of: ConversationChanged| of.id == id));
    let opened: OnOpen<Thread> = Arc::new(|thread: Thread| {
        let last = thread.messages.last().filter(|last| last.seq > thread.read)?;
        Some(act(MarkRead { conversation: thread.id, seq: last.seq }))
    });
    // These outlive a reload: a message may be edited meanwhile, or a form be on its way.
    let editing = RwSignal::new(None);
    let actions = ThreadActions {
        answer: FormAction::to::<AnswerQuestion>(),
        block: FormAction::to::<BlockConversation>(),
        report: FormAction::to::<ReportConversation>(),
        wants_composer: StoredValue::new(false),
    };
    view! {
        <Load
            ask=move || LoadThread { id, before }
            opened
            again
            view=move |loaded| {
                let reloaded = again.get_untracked() > 0;
                view! { <OpenThread loaded heard editing actions has_newest=before.is_none() reloaded/> }.into_any()
            }
        />
    }
}

/// What can be done with a conversation as a whole.
#[derive(Clone, Copy)]
pub(super) struct ThreadActions {
    pub answer: FormAction,
    pub block: FormAction,
    pub report: FormAction,
    /// Whether one that is on its way opens the composer, which then is the place to go on.
    pub wants_composer: StoredValue<bool>,
}

#[component]
fn OpenThread(
    loaded: Thread,
    /// Messages that came since the page was opened.
    heard: StoredValue<Vec<Message>>,
    /// The message that is being edited.
    editing: RwSignal<Option<Message>>,
    actions: ThreadActions,
    /// Whether the newest messages are loaded.
    has_newest: bool,
    /// Whether it was loaded again while it was open.
    reloaded: bool,
) -> impl IntoView {
    let thread = ThreadState::of(&loaded, has_newest, editing);
    heard.with_value(|all| all.iter().for_each(|message| thread.put(message)));
    let scroll = Scroll::new(thread.at_end);
    follow_socket(thread, scroll);
    if has_newest {
        follow_reader(thread, scroll, reloaded);
    }
    follow_connection(thread);
    let question = (loaded.state == ConversationState::Requested && loaded.side == Side::Company)
        .then(|| view! { <QuestionForm conversation=loaded.id actions/> });
    let (with, title, about) = (loaded.with.clone(), loaded.title.clone(), subject_path(&loaded));
    view! {
        <PageMeta title=with.clone() noindex=true/>
        <section class="thread" id="end" aria-labelledby="thread-with">
            <ThreadHeader thread with title about actions/>
            {question}
            <MessageList thread scroll/>
            <TypingNotice typing=thread.typing/>
            <ThreadFoot loaded thread scroll actions/>
        </section>
    }
}

/// The page of the application or posting that a conversation is about, if there is one to see.
fn subject_path(loaded: &Thread) -> Option<String> {
    match (loaded.application, loaded.side) {
        (Some(application), Side::Company) => Some(format!("/employer/candidates/{application}")),
        (Some(application), Side::Seeker) => Some(format!("/applications/{application}")),
        (None, _) => loaded.slug.as_ref().map(|slug| format!("/jobs/{slug}")),
    }
}

#[component]
fn TypingNotice(typing: RwSignal<Option<String>>) -> impl IntoView {
    view! {
        <p class="thread__typing muted" aria-live="polite">
            {move || typing.get().map(|name| t().conversation_typing(name))}
        </p>
    }
}

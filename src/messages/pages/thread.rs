use std::time::Duration;

use leptos::{html, prelude::*};
use leptos_router::hooks::use_query_map;
use uuid::Uuid;

use super::{
    bubbles::{Known, Messages},
    composer::Composer,
    draft::Draft,
    list::Conversations,
};
use crate::{
    l10n::{format, t},
    live::live,
    messages::{
        ConversationChanged, ConversationState, MAX_REASON, MarkRead, Message, MessageChanged, PresenceChanged,
        ReadUpTo, Side, Thread, Typing,
        api::{AnswerQuestion, BlockConversation, LoadThread, ReportConversation},
    },
    ui::{
        ActionError, ButtonForm, Confirm, FormAction, Load, PageMeta, ServerForm, Submit, TextArea, Unsent, id_param,
        times,
    },
};

/// How long somebody counts as writing after a sign of it.
const TYPING_FOR: Duration = Duration::from_secs(5);

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
                view! { <Opened id before/> }
            }}
        </div>
    }
}

/// One conversation, or its older messages. Another one is made anew: what is written for the one is not for the other.
#[component]
fn Opened(id: Uuid, before: Option<i64>) -> impl IntoView {
    // Whatever is heard while it is being loaded belongs to it as well.
    let heard = StoredValue::new(Vec::<Message>::new());
    live().on(move |frame| {
        if frame.is_reset() {
            return heard.set_value(Vec::new());
        }
        if let Some(MessageChanged { message, .. }) = frame.get().filter(|of: &MessageChanged| of.conversation == id) {
            heard.update_value(|all| {
                all.retain(|other| other.id != message.id);
                all.push(message);
            });
        }
    });
    let again = live().changes(move |heard| heard.get().is_some_and(|of: ConversationChanged| of.id == id));
    // It may be loaded anew while a message is being changed, or a form is on its way.
    let editing = RwSignal::new(None);
    let actions = Actions {
        answer: FormAction::to::<AnswerQuestion>(),
        block: FormAction::to::<BlockConversation>(),
        report: FormAction::to::<ReportConversation>(),
    };
    view! {
        <Load
            ask=move || LoadThread { id, before, again: again.get() > 0 }
            again
            view=move |thread| {
                let again = again.get_untracked() > 0;
                view! { <Shown thread heard editing actions newest=before.is_none() again/> }.into_any()
            }
        />
    }
}

/// What can be done with a conversation as a whole.
#[derive(Clone, Copy)]
struct Actions {
    answer: FormAction,
    block: FormAction,
    report: FormAction,
}

#[component]
fn Shown(
    thread: Thread,
    /// Messages that came since the page was opened.
    heard: StoredValue<Vec<Message>>,
    /// The message that is being changed.
    editing: RwSignal<Option<Message>>,
    actions: Actions,
    /// Whether the newest messages are loaded.
    newest: bool,
    /// Whether it was loaded anew while it was shown.
    again: bool,
) -> impl IntoView {
    let t = t();
    let (id, side) = (thread.id, thread.side);
    let known = Known {
        messages: RwSignal::new(thread.messages.clone()),
        newest,
        older: RwSignal::new(thread.older),
        read_by_other: RwSignal::new(thread.read_by_other),
        scroll: NodeRef::new(),
        at_end: RwSignal::new(true),
        below: RwSignal::new(false),
        editing,
        open: thread.can_write(),
        blocked: thread.blocked_by.is_some(),
    };
    let first_new = thread.messages.iter().find(|m| m.seq > thread.read && m.side != side).map(|m| m.seq);
    heard.with_value(|all| all.iter().for_each(|message| known.put(message)));
    let (typing, signs) = (RwSignal::new(None::<String>), StoredValue::new(0));
    let others = RwSignal::new(thread.others.clone());
    let here = move || others.with(|all| all.iter().any(|p| p.online));
    let times = times();
    live().on_payload(move |MessageChanged { conversation, message }| {
        if conversation != id {
            return;
        }
        known.look();
        known.put(&message);
        if message.side != side {
            typing.set(None);
            match newest && known.at_end.get_untracked() {
                true => read(id, message.seq),
                false => known.below.set(newest),
            }
        }
    });
    live().on_payload(move |ReadUpTo { conversation, side: by, seq }| {
        if conversation == id && by != side {
            known.read_by_other.update(|read| *read = (*read).max(seq));
        }
    });
    live().on_payload(move |Typing { conversation, name }| {
        if conversation != id {
            return;
        }
        typing.set(Some(name));
        let sign = signs.get_value() + 1;
        signs.set_value(sign);
        let over = move || {
            if signs.try_get_value() == Some(sign) {
                typing.set(None);
            }
        };
        set_timeout(over, TYPING_FOR);
    });
    live().on_payload(move |PresenceChanged { user, online }| {
        if others.with_untracked(|all| all.iter().any(|p| p.id == user)) {
            others.update(|all| {
                for person in all.iter_mut().filter(|p| p.id == user) {
                    (person.online, person.seen) = (online, Some(untrack(|| times.now())));
                }
            });
        }
    });
    // Who comes back to the page, or to the end, reads what came meanwhile.
    let read_newest = move || {
        let newest = known.messages.with_untracked(|all| all.iter().rev().find(|m| m.side != side).map(|m| m.seq));
        newest.into_iter().for_each(|seq| read(id, seq));
    };
    let live = live();
    if newest {
        Effect::new(move || {
            if again {
                known.look();
                if known.at_end.get_untracked() {
                    read_newest();
                }
            }
            let focused = window_event_listener(leptos::ev::focus, move |_| {
                if known.at_end.get_untracked() {
                    read_newest();
                }
            });
            on_cleanup(move || focused.remove());
        });
        Effect::new(move || {
            if known.at_end.get() && known.below.get_untracked() {
                known.below.set(false);
                read_newest();
            }
        });
    }
    // What passed while there was no connection is not told again: who is here, for one.
    Effect::new(move |was: Option<bool>| {
        let online_now = live.online.get();
        if was == Some(false) && online_now {
            leptos::task::spawn_local(async move {
                if let Ok(thread) = crate::ui::ask(LoadThread { id, before: None, again: true }).await {
                    _ = others.try_set(thread.others);
                    _ = known.read_by_other.try_update(|read| *read = (*read).max(thread.read_by_other));
                }
            });
        }
        online_now
    });
    let presence = move || {
        let t = crate::l10n::t();
        if !live.online.get() {
            return None;
        }
        let seen = others.with(|all| all.iter().filter_map(|p| p.seen).max());
        match (here(), seen) {
            (true, _) => Some(t.conversation_online()),
            (false, Some(at)) => Some(t.conversation_seen(format::ago(at, times.now().max(at)))),
            (false, None) => None,
        }
    };
    let about = match thread.application {
        Some(application) if side == Side::Company => Some(format!("/employer/candidates/{application}")),
        Some(application) => Some(format!("/applications/{application}")),
        None => thread.slug.as_ref().map(|slug| format!("/jobs/{slug}")),
    };
    let foot = match thread.can_write() {
        _ if !newest => view! {
            <div class="thread__closed"><a class="button" href=format!("/messages/{id}#end")>{t.conversation_newest()}</a></div>
        }
        .into_any(),
        true => view! { <Composer conversation=id next_id=thread.next_id known/> }.into_any(),
        false => {
            let unblock =
                (thread.blocked_by == Some(side)).then(|| view! { <Unblock conversation=id unblock=actions.block/> });
            view! {
                <div class="thread__closed stack"><p class="muted">{why_closed(&thread)}</p> {unblock} <Unsent draft=Draft::of(id).kept()/></div>
            }
            .into_any()
        }
    };
    let question = (thread.state == ConversationState::Requested && side == Side::Company)
        .then(|| view! { <Question conversation=id answer=actions.answer/> });
    view! {
        <PageMeta title=thread.with.clone() noindex=true/>
        <section class="thread" aria-labelledby="thread-with">
            <header class="thread__head">
                <a class="thread__back" href="/messages">{t.messages_title()}</a>
                <h1 class="thread__with" id="thread-with" dir="auto">{thread.with}</h1>
                <p><a href=about dir="auto">{t.conversation_about(thread.title)}</a></p>
                <p class="thread__presence muted" class:thread__presence--here=move || live.online.get() && here()>{presence}</p>
                <More conversation=id blocked=thread.blocked_by.is_some() actions/>
            </header>
            {question}
            <Messages known thread=id side first_new/>
            <p class="thread__typing muted" aria-live="polite">
                {move || typing.get().map(|name| crate::l10n::t().conversation_typing(name))}
            </p>
            {foot}
        </section>
    }
}

/// Why nothing can be written.
fn why_closed(thread: &Thread) -> String {
    let t = t();
    match (thread.blocked_by, thread.state) {
        (Some(by), _) if by == thread.side => t.conversation_blocked_by_you(),
        (Some(_), _) => t.conversation_blocked(),
        (None, ConversationState::Requested) => t.conversation_waiting(),
        (None, ConversationState::Declined) if thread.side == Side::Company => t.conversation_declined_by_you(),
        (None, ConversationState::Declined) => t.conversation_declined_text(),
        (None, ConversationState::Open) => t.conversation_closed(),
    }
}

/// What a company does with a question.
#[component]
fn Question(conversation: Uuid, answer: FormAction) -> impl IntoView {
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

#[component]
fn Unblock(conversation: Uuid, unblock: FormAction) -> impl IntoView {
    let fields = vec![("conversation", conversation.to_string()), ("blocked", false.to_string())];
    view! { <ButtonForm action=unblock label=t().conversation_unblock() fields/> }
}

/// What is rarely done with a conversation.
#[component]
fn More(conversation: Uuid, blocked: bool, actions: Actions) -> impl IntoView {
    let t = t();
    let Actions { block, report, .. } = actions;
    let block = (!blocked).then(|| {
        let fields = vec![("conversation", conversation.to_string()), ("blocked", true.to_string())];
        view! {
            <Confirm label=t.conversation_block() warning=t.conversation_block_warning()>
                <ButtonForm action=block label=t.conversation_block_action() fields class="button button--danger"/>
            </Confirm>
        }
    });
    // Once a report is sent the panel closes; its form is a new one then.
    let panel = NodeRef::<html::Details>::new();
    let sent = report.successes();
    Effect::new(move |before: Option<usize>| {
        let count = sent.get();
        if before.is_some_and(|before| before < count)
            && let Some(panel) = panel.get_untracked()
        {
            panel.set_open(false);
        }
        count
    });
    let form = move || {
        let t = crate::l10n::t();
        sent.track();
        view! {
            <ServerForm action=report class="stack">
                <input type="hidden" name="conversation" value=conversation.to_string()/>
                <TextArea name="reason" label=t.conversation_report_reason() rows=3 max=MAX_REASON/>
                <Submit label=t.conversation_report_action() class="button"/>
            </ServerForm>
        }
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

/// Says that everything up to here was seen, if the page is looked at.
fn read(conversation: Uuid, seq: i64) {
    if document().has_focus().unwrap_or_default() {
        live().say(&MarkRead { conversation, seq });
    }
}

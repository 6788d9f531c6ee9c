//! The messages of an open thread, and those on their way.

use chrono::{DateTime, Utc};
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    bubbles::{Bubble, SendingBubble},
    scroll::Scroll,
    thread_state::ThreadState,
};
use crate::{
    l10n::{format, t},
    messages::{Message, Pending, api::LoadThread, outgoing},
    ui::{ask, times},
};

/// A line of the list. It is its own key: with another text it is another line, so the list shows it anew.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Line {
    Day(String),
    /// What follows is new.
    New,
    Message(Message),
}

/// Puts the days between messages, and a mark before the first new one.
fn lines(messages: &[Message], first_new: Option<i64>, day: impl Fn(DateTime<Utc>) -> String) -> Vec<Line> {
    let (mut lines, mut last_day) = (Vec::new(), String::new());
    for message in messages {
        let this_day = day(message.at);
        if this_day != last_day {
            lines.push(Line::Day(this_day.clone()));
        }
        last_day = this_day;
        lines.extend((first_new == Some(message.seq)).then_some(Line::New));
        lines.push(Line::Message(message.clone()));
    }
    lines
}

/// Loads older messages, once at a time.
#[derive(Clone, Copy)]
struct OlderLoader {
    thread: ThreadState,
    scroll: Scroll,
    is_loading: RwSignal<bool>,
}

impl OlderLoader {
    fn new(thread: ThreadState, scroll: Scroll) -> Self {
        Self { thread, scroll, is_loading: RwSignal::new(false) }
    }

    fn load(self) {
        let Self { thread, scroll, is_loading } = self;
        let Some(before) = thread.older.get_untracked().filter(|_| !is_loading.get_untracked()) else { return };
        is_loading.set(true);
        spawn_local(async move {
            let asked = LoadThread { id: thread.conversation, before: Some(before) };
            if let Ok(older) = ask(asked).await {
                scroll.keep_place(true, move || thread.add_older(older));
            }
            // Once they are in the page.
            request_animation_frame(move || _ = is_loading.try_set(false));
        });
    }
}

#[component]
pub(super) fn MessageList(thread: ThreadState, scroll: Scroll) -> impl IntoView {
    let pending = outgoing().pending;
    let older = OlderLoader::new(thread, scroll);
    // At the end one stays there as messages come; further up nothing moves.
    Effect::new(move || {
        thread.messages.track();
        pending.track();
        scroll.element.track();
        scroll.stay_at_end();
    });
    let on_scroll = move |_| {
        scroll.look();
        if scroll.is_near_start() {
            older.load();
        }
    };
    let sending = Signal::derive(move || {
        let ours = |all: &Vec<Pending>| all.iter().filter(|p| p.conversation == thread.conversation).cloned().collect();
        pending.with(ours)
    });
    let nothing = move || {
        (thread.messages.with(Vec::is_empty) && sending.with(Vec::is_empty))
            .then(|| view! { <p class="thread__empty muted">{t().conversation_empty()}</p> })
    };
    view! {
        <div
            class="thread__scroll"
            tabindex="0"
            role="group"
            aria-label=t().conversation_messages()
            node_ref=scroll.element
            on:scroll=on_scroll
        >
            <div class="thread__all">
                <OlderLink older/>
                <MessageLog thread is_loading=older.is_loading/>
                <SendingList sending/>
                {nothing}
            </div>
        </div>
        <NewBelowButton thread scroll/>
    }
}

/// Leads to older messages, which are loaded into the page where there is a script.
#[component]
fn OlderLink(older: OlderLoader) -> impl IntoView {
    let thread = older.thread;
    let on_click = move |event: ev::MouseEvent| {
        event.prevent_default();
        older.load();
    };
    move || {
        thread.older.get().map(|before| {
            let href = format!("/messages/{}?before={before}", thread.conversation);
            view! {
                <a class="button button--small thread__older" href=href on:click=on_click>{t().conversation_older()}</a>
            }
        })
    }
}

/// The messages that are stored. A screen reader reads those that come, but not older ones that are loaded.
#[component]
fn MessageLog(thread: ThreadState, is_loading: RwSignal<bool>) -> impl IntoView {
    let times = times();
    let lines = move || thread.messages.with(|all| lines(all, thread.first_new, |at| format::day(times.here(at))));
    let newest_sent = Memo::new(move |_| thread.newest_sent());
    let line = move |line: Line| match line {
        Line::Day(day) => view! { <li class="thread__day"><span>{day}</span></li> }.into_any(),
        Line::New => view! { <li class="thread__new"><span>{t().conversation_new()}</span></li> }.into_any(),
        Line::Message(message) => view! { <Bubble message newest_sent thread/> }.into_any(),
    };
    let has_messages = move || !thread.messages.with(Vec::is_empty);
    view! {
        <div role="log" aria-live=move || if is_loading.get() { "off" } else { "polite" }>
            <ol class="thread__messages" role=move || has_messages().then_some("list")>
                <For each=lines key=Line::clone children=line/>
            </ol>
        </div>
    }
}

/// The messages on their way. They stand outside of the log, so that a screen reader does not read each twice.
#[component]
fn SendingList(sending: Signal<Vec<Pending>>) -> impl IntoView {
    move || {
        let sending = sending.get();
        (!sending.is_empty()).then(|| {
            let all = sending.into_iter().map(|pending| view! { <SendingBubble pending/> }).collect_view();
            view! { <ol class="thread__messages thread__sending" role="list">{all}</ol> }
        })
    }
}

/// Says that messages came below what is in view, and leads there.
#[component]
fn NewBelowButton(thread: ThreadState, scroll: Scroll) -> impl IntoView {
    move || {
        thread.new_below.get().then(|| {
            view! {
                <button type="button" class="button button--small thread__below" on:click=move |_| scroll.go_to_end()>
                    {t().conversation_new()}
                </button>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::{Line, lines};
    use crate::messages::{Message, pages::thread_state::tests::message};

    #[test]
    fn days_stand_between_messages_and_a_mark_before_what_is_new() {
        let on_day = |seq, days| Message { at: DateTime::UNIX_EPOCH + TimeDelta::days(days), ..message(seq) };
        let messages = [on_day(3, 0), on_day(4, 0), on_day(5, 1)];
        let shown = |first_new| -> Vec<String> {
            let name = |line| match line {
                Line::Day(day) => day,
                Line::New => "new".to_string(),
                Line::Message(message) => message.seq.to_string(),
            };
            lines(&messages, first_new, |at| at.format("%d.").to_string()).into_iter().map(name).collect()
        };
        assert_eq!(shown(None), ["01.", "3", "4", "02.", "5"]);
        assert_eq!(shown(Some(4)), ["01.", "3", "new", "4", "02.", "5"]);
        assert_eq!(shown(Some(5)), ["01.", "3", "4", "02.", "new", "5"]);
        assert_eq!(shown(Some(9)), ["01.", "3", "4", "02.", "5"]);
    }
}

use leptos::{ev, html, prelude::*};
use uuid::Uuid;

use crate::{
    accounts::me,
    l10n::{format, t},
    messages::{Attachment, FileKind, Message, Pending, Piece, Side, api::LoadThread, outgoing, pieces},
    ui::{Clock, PageSession, ask, page_session, times},
};

/// A thread as it is known so far.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub messages: RwSignal<Vec<Message>>,
    /// Whether the newest are among them.
    pub newest: bool,
    pub older: RwSignal<Option<i64>>,
    pub read_by_other: RwSignal<i64>,
    /// Where they are shown.
    pub scroll: NodeRef<html::Div>,
    /// Whether the newest are looked at.
    pub at_end: RwSignal<bool>,
    /// Whether new ones came below what is looked at.
    pub below: RwSignal<bool>,
    /// The message that is being changed.
    pub editing: RwSignal<Option<Message>>,
    /// Whether this person can write here.
    pub open: bool,
    /// Whether one of the sides wants nothing more of the other.
    pub blocked: bool,
}

impl Known {
    /// Whether the newest are looked at, as the page is now.
    pub fn look(self) {
        if let Some(scroll) = self.scroll.get_untracked() {
            self.at_end.set(scroll.scroll_height() - scroll.scroll_top() - scroll.client_height() < NEAR);
        }
    }

    /// Who looks at the newest goes on to, whatever else takes room.
    pub fn stay_at_end(self) {
        if let Some(scroll) = self.scroll.get_untracked().filter(|_| self.at_end.get_untracked()) {
            request_animation_frame(move || scroll.set_scroll_top(scroll.scroll_height()));
        }
    }

    /// Puts a message where it belongs; one that is there already is replaced. What lies before or behind all that is
    /// shown comes with the rest of it.
    pub fn put(self, message: &Message) {
        let more = self.older.get_untracked().is_some();
        self.messages.update(|all| match all.binary_search_by_key(&message.seq, |m| m.seq) {
            Ok(at) => all[at] = message.clone(),
            Err(0) if more => {}
            Err(at) if at == all.len() && !self.newest => {}
            Err(at) => all.insert(at, message.clone()),
        });
    }
}

/// A line of a thread; another text, or another day, is another line.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    Day(String),
    New,
    Message(Message),
}

/// So many pixels from an end count as there.
const NEAR: i32 = 80;

/// Does something that makes the list longer above what is looked at, which stays where it is.
fn keep_place(scroll: NodeRef<html::Div>, grow: impl FnOnce()) {
    // The page may be gone by now.
    let element = move || scroll.try_get_untracked().flatten();
    let before = element().map(|s| s.scroll_height() - s.scroll_top());
    grow();
    request_animation_frame(move || {
        if let (Some(scroll), Some(from_end)) = (element(), before) {
            scroll.set_scroll_top(scroll.scroll_height() - from_end);
        }
    });
}

/// The messages of a thread, and those on their way.
#[component]
pub(super) fn Messages(
    known: Known,
    thread: Uuid,
    side: Side,
    /// The first message that was new when the page was opened.
    first_new: Option<i64>,
) -> impl IntoView {
    let t = t();
    let pending = outgoing().pending;
    let loading = RwSignal::new(false);
    let scroll = known.scroll;
    let load_older = move || {
        let Some(before) = known.older.get_untracked().filter(|_| !loading.get_untracked()) else { return };
        loading.set(true);
        leptos::task::spawn_local(async move {
            if let Ok(older) = ask(LoadThread { id: thread, before: Some(before), again: true }).await {
                keep_place(scroll, move || {
                    known.older.set(older.older);
                    known.messages.update(|all| {
                        let newer = std::mem::replace(all, older.messages);
                        all.extend(newer);
                    });
                });
            }
            request_animation_frame(move || _ = loading.try_set(false));
        });
    };
    let on_older = move |event: ev::MouseEvent| {
        event.prevent_default();
        load_older();
    };
    // At the end one stays there as messages come; further up nothing moves.
    let below = known.below;
    let to_end = move || {
        if let Some(scroll) = scroll.get_untracked() {
            scroll.set_scroll_top(scroll.scroll_height());
        }
    };
    let on_scroll = move |_| {
        let Some(scroll) = scroll.get_untracked() else { return };
        known.look();
        if scroll.scroll_top() < NEAR {
            load_older();
        }
    };
    Effect::new(move || {
        known.messages.track();
        pending.track();
        scroll.track();
        known.stay_at_end();
    });
    let times = times();
    let lines = move || {
        let (mut lines, mut day) = (Vec::new(), String::new());
        known.messages.with(|all| {
            for message in all {
                let this = format::day(times.here(message.at));
                if this != day {
                    lines.push(Line::Day(this.clone()));
                }
                day = this;
                lines.extend((first_new == Some(message.seq)).then_some(Line::New));
                lines.push(Line::Message(message.clone()));
            }
        });
        lines
    };
    let last_mine =
        Memo::new(move |_| known.messages.with(|all| all.iter().rev().find(|m| m.side == side).map(|m| m.seq)));
    let line = move |line: Line| match line {
        Line::Day(day) => view! { <li class="thread__day"><span>{day}</span></li> }.into_any(),
        Line::New => {
            view! { <li class="thread__new"><span>{crate::l10n::t().conversation_new()}</span></li> }.into_any()
        }
        Line::Message(message) => {
            let mine = message.side == side;
            view! { <Bubble message mine last_mine known/> }.into_any()
        }
    };
    let none = move || known.messages.with(Vec::is_empty);
    let ours = move || pending.with(|all| all.iter().filter(|p| p.conversation == thread).cloned().collect::<Vec<_>>());
    // They are not heard twice, on their way and when they are stored.
    let sending = move || {
        let ours = ours();
        (!ours.is_empty()).then(|| {
            let all = ours.into_iter().map(|pending| view! { <Sending pending/> }).collect_view();
            view! { <ol class="thread__messages thread__sending" role="list">{all}</ol> }
        })
    };
    let nothing = move || {
        (none() && ours().is_empty())
            .then(|| view! { <p class="thread__empty muted">{crate::l10n::t().conversation_empty()}</p> })
    };
    view! {
        <div class="thread__scroll" tabindex="0" role="group" aria-label=t.conversation_messages() node_ref=scroll on:scroll=on_scroll>
            {move || {
                known.older.get().map(|before| view! {
                    <a class="button button--small thread__older" href=format!("/messages/{thread}?before={before}") on:click=on_older>
                        {crate::l10n::t().conversation_older()}
                    </a>
                })
            }}
            <div role="log" aria-live=move || if loading.get() { "off" } else { "polite" }>
                <ol class="thread__messages" role=move || (!none()).then_some("list")>
                    <For each=lines key=Line::clone children=line/>
                </ol>
            </div>
            {sending}
            {nothing}
            <div id="end"></div>
        </div>
        {move || below.get().then(|| view! {
            <button type="button" class="button button--small thread__below" on:click=move |_| to_end()>
                {crate::l10n::t().conversation_new()}
            </button>
        })}
    }
}

#[component]
fn Bubble(
    message: Message,
    mine: bool,
    /// The newest message of this side.
    last_mine: Memo<Option<i64>>,
    known: Known,
) -> impl IntoView {
    let (t, times) = (t(), times());
    let seq = message.seq;
    let body = match message.deleted {
        true => view! { <p class="bubble__text muted">{t.conversation_deleted()}</p> }.into_any(),
        false => {
            let text = (!message.text.is_empty())
                .then(|| view! { <p class="bubble__text" dir="auto">{linked(&message.text)}</p> });
            view! { {text} <Files files=message.attachments.clone()/> }.into_any()
        }
    };
    let edit = me().filter(|me| me.id == message.sender).map(|me| {
        let (message, young) = (message.clone(), message.clone());
        let can_change = Memo::new(move |_| young.can_change(me.id, times.now()));
        move || {
            let edited = message.clone();
            let on_click = move |event: ev::MouseEvent| {
                if known.open {
                    event.prevent_default();
                    known.editing.set(Some(edited.clone()));
                }
            };
            can_change.get().then(|| {
                view! {
                    <a class="bubble__edit" href=format!("/messages/edit/{}", message.id) on:click=on_click>
                        {crate::l10n::t().conversation_edit()}
                    </a>
                }
            })
        }
    });
    let state = move || {
        (mine && !known.blocked && last_mine.get() == Some(seq)).then(|| match known.read_by_other.get() >= seq {
            true => crate::l10n::t().conversation_read(),
            false => crate::l10n::t().conversation_sent(),
        })
    };
    view! {
        <li class="bubble" class:bubble--mine=mine id=format!("message-{seq}")>
            <p class="bubble__head">
                <span class="bubble__name" dir="auto">{message.name}</span>
                <Clock at=message.at/>
                {edit}
                {(message.edited && !message.deleted).then(|| view! { <span class="muted">{t.conversation_edited()}</span> })}
            </p>
            {body}
            <p class="bubble__state muted">{state}</p>
        </li>
    }
}

#[component]
fn Files(files: Vec<Attachment>) -> impl IntoView {
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
fn Sending(pending: Pending) -> impl IntoView {
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
            <p class="bubble__text" dir="auto">{linked(&pending.text)}</p>
            {state}
        </li>
    }
}

/// A text whose addresses can be followed; whoever is led there learns nothing of where from.
fn linked(text: &str) -> impl IntoView + use<> {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_string().into_any(),
        Piece::Link(href) => {
            let (href, text) = (href.to_string(), href.to_string());
            view! { <a href=href target="_blank" rel="noopener noreferrer nofollow ugc">{text}</a> }.into_any()
        }
    };
    pieces(text).into_iter().map(piece).collect_view()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn message(seq: i64) -> Message {
        let at = DateTime::UNIX_EPOCH;
        Message {
            id: Uuid::from_u128(seq as u128),
            seq,
            side: Side::Seeker,
            sender: Uuid::nil(),
            name: String::new(),
            text: String::new(),
            attachments: Vec::new(),
            at,
            edited: false,
            deleted: false,
        }
    }

    #[test]
    fn what_lies_outside_of_what_is_shown_waits() {
        let owner = Owner::new();
        owner.set();
        for (newest, older, put, shown) in [
            (true, Some(3), 6, vec![3, 4, 5, 6]),
            (true, Some(3), 4, vec![3, 4, 5]),
            (true, Some(3), 2, vec![3, 4, 5]),
            (true, None, 2, vec![2, 3, 4, 5]),
            (false, Some(3), 6, vec![3, 4, 5]),
        ] {
            let known = Known {
                messages: RwSignal::new([3, 4, 5].map(message).into()),
                newest,
                older: RwSignal::new(older),
                read_by_other: RwSignal::new(0),
                scroll: NodeRef::new(),
                at_end: RwSignal::new(true),
                below: RwSignal::new(false),
                editing: RwSignal::new(None),
                open: true,
                blocked: false,
            };
            known.put(&message(put));
            let seqs: Vec<i64> = known.messages.with_untracked(|all| all.iter().map(|m| m.seq).collect());
            assert_eq!(seqs, shown, "{newest} {older:?} {put}");
        }
    }
}

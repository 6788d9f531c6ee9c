//! All frames and events of the features, each in one list; how missed events are filled from the database, and how a
//! browser's frames are handled.

use std::collections::{HashMap, hash_map::Entry};

use axum::{
    Extension,
    extract::{
        Query, State,
        ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, Uri},
    response::{IntoResponse, Response},
};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{page_owner::page_owner, state::AppState};
use crate::{
    accounts::{self, CurrentUser},
    applications::{self, StageChanged},
    error::AppError,
    jobs::{self, PostingChanged},
    live::{
        Payload, StoredEvent, Watch, event_json, frame_json,
        pace::Mark,
        socket::{Ask, Host, Reaction, Sockets},
    },
    messages::{
        self, ConversationChanged, IsTyping, MarkRead, MessageChanged, MessageRefused, MessageStored, PresenceChanged,
        ReadUpTo, SendMessage, Side, Typing,
    },
    notifications::{self, UnreadCounted},
    platform::client_addr::ClientAddr,
    ui::PageOwner,
};

/// An event for one person. Stored by topic and subject, numbered in that person's sequence, and sent until it has
/// arrived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    Message(MessageChanged),
    Read(ReadUpTo),
    Conversation(ConversationChanged),
    Notifications(UnreadCounted),
    Application(StageChanged),
    Posting(PostingChanged),
}

/// Frames from the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame {
    // The socket's own frames: see `SocketFrame`.
    Hello {
        seq: i64,
    },
    Reset {
        seq: i64,
    },
    Beat,
    Misunderstood,
    Outdated,
    /// An event, in the order of its sequence number.
    Event {
        seq: i64,
        event: Event,
    },
    Sent(MessageStored),
    Refused(MessageRefused),
    Typing(Typing),
    Presence(PresenceChanged),
    Posting(PostingChanged),
}

/// Frames from a browser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientFrame {
    Send(SendMessage),
    Read(MarkRead),
    Typing(IsTyping),
    Watch(Watch),
}

/// `GET /live?after=SEQ&v=PROTOCOL&me=USER`.
pub async fn connect(
    State(state): State<AppState>,
    Query(ask): Query<Ask>,
    uri: Uri,
    user: Option<Extension<CurrentUser>>,
    Extension(from): Extension<ClientAddr>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Some(Extension(user)) = user else { return AppError::Unauthorized.into_response() };
    // A page of another company than the session acts for now hears nothing of that one.
    match page_owner(&uri) {
        Some(PageOwner::Person { id, company }) if id == user.id && company != user.company => {
            return AppError::OtherCompany.into_response();
        }
        _ => {}
    }
    let sockets = Sockets { platform: state.platform.clone(), bus: state.bus.clone(), host: Wire(state) };
    sockets.open(user, ask, from, &headers, upgrade)
}

/// The features' side of the socket.
#[derive(Clone)]
struct Wire(AppState);

impl Host for Wire {
    type User = CurrentUser;

    fn id(user: &CurrentUser) -> Uuid {
        user.id
    }

    async fn reload(&self, user: &CurrentUser) -> Result<Option<CurrentUser>, AppError> {
        accounts::reload(&self.0.platform.db, user).await
    }

    fn connection_changed(&self, user: Uuid) {
        self.0.messenger.presence.changed(user);
    }

    async fn fill(&self, user: &CurrentUser, events: &[StoredEvent]) -> Result<Vec<Option<String>>, AppError> {
        let mut known: HashMap<(&str, Uuid), Option<String>> = HashMap::new();
        let sent = events.iter().filter(|event| event.topic == MessageChanged::NAME).map(|event| event.subject);
        for message in messages::changed(&self.0.platform.db, user, sent.collect()).await? {
            known.insert((MessageChanged::NAME, message.message.id), Some(event_json(&message)));
        }
        let mut filled = Vec::with_capacity(events.len());
        for event in events {
            filled.push(match known.entry((&event.topic, event.subject)) {
                Entry::Occupied(body) => body.get().clone(),
                Entry::Vacant(place) => place.insert(self.fill_one(user, event).await?).clone(),
            });
        }
        Ok(filled)
    }

    async fn handle(&self, user: &CurrentUser, frame: &str) -> Reaction {
        match serde_json::from_str(frame) {
            Err(_) => Reaction::NotUnderstood,
            Ok(ClientFrame::Send(SendMessage { id, conversation, text })) => {
                // Taken in the order in which they came; each is answered when it is stored.
                let stored = messages::send(&self.0.messenger, user, conversation, id, &text).await;
                let answer = stored.map(move |stored| match stored {
                    Ok(sent) => frame_json(&MessageStored { id, seq: sent.seq, at: sent.at }),
                    Err(error) => frame_json(&MessageRefused { id, error }),
                });
                Reaction::Answered(answer.boxed())
            }
            Ok(ClientFrame::Read(MarkRead { conversation, seq })) => {
                Reaction::Marked(Mark { thing: conversation, value: seq })
            }
            Ok(ClientFrame::Typing(IsTyping { conversation })) => {
                _ = messages::typing(&self.0.messenger, user, conversation).await;
                Reaction::Done
            }
            Ok(ClientFrame::Watch(watch)) => Reaction::Watched(watch),
        }
    }

    async fn settle(&self, user: &CurrentUser, mark: Mark) {
        _ = messages::mark_read(&self.0.platform.db, user, mark.thing, mark.value).await;
    }

    async fn newer(&self, watch: Watch) -> Option<String> {
        let newest = jobs::version(&self.0.platform.db, watch.thing).await.ok()?;
        (newest != watch.version).then(|| frame_json(&PostingChanged { id: watch.thing }))
    }
}

impl Wire {
    /// The body of a missed event of any topic but messages, from the present state.
    async fn fill_one(&self, user: &CurrentUser, event: &StoredEvent) -> Result<Option<String>, AppError> {
        let (db, id) = (&self.0.platform.db, event.subject);
        Ok(match event.topic.as_str() {
            ReadUpTo::BY_SEEKER => messages::read_up_to(db, user, id, Side::Seeker).await?.as_ref().map(event_json),
            ReadUpTo::BY_COMPANY => messages::read_up_to(db, user, id, Side::Company).await?.as_ref().map(event_json),
            ConversationChanged::NAME => Some(event_json(&ConversationChanged { id })),
            UnreadCounted::NAME => Some(event_json(&notifications::count_unread(db, user.id).await?)),
            StageChanged::NAME => {
                applications::stage_of(db, user, id).await?.map(|stage| event_json(&StageChanged { id, stage }))
            }
            PostingChanged::NAME => Some(event_json(&PostingChanged { id })),
            // The subject is gone, or the topic is from a newer version of the program.
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        live::socket::EVENTS_PER_READ,
        messages::{Attachment, FileKind, MAX_FILES, MAX_LINK_BYTES, MAX_LINKS, MAX_TEXT, Message, TextLink},
    };

    fn longest_message() -> MessageChanged {
        // Characters of four bytes take the most room.
        let (id, wide) = (Uuid::nil(), |characters| "𝄞".repeat(characters));
        let attachment = Attachment { id, name: wide(120), kind: FileKind::Pdf, size: i64::MAX };
        let href = "x".repeat(MAX_LINK_BYTES / MAX_LINKS);
        let link = TextLink { from: 10_000, to: 10_000, href, shown: None };
        let message = Message {
            id,
            seq: i64::MAX,
            side: Side::Company,
            sender: id,
            name: wide(120),
            text: wide(MAX_TEXT),
            links: vec![link; MAX_LINKS],
            attachments: vec![attachment; MAX_FILES],
            at: chrono::Utc::now(),
            edited: true,
            deleted: false,
        };
        MessageChanged { conversation: id, message }
    }

    #[test]
    fn what_is_read_at_once_takes_little_room() {
        let bytes = EVENTS_PER_READ as usize * event_json(&longest_message()).len();
        assert!(bytes <= 512 * 1024, "{bytes} bytes");
    }

    #[test]
    fn every_payload_is_what_the_lists_call_it() {
        fn event(payload: &impl crate::live::Event, listed: Event) {
            assert_eq!(serde_json::from_str::<Event>(&event_json(payload)).unwrap(), listed);
        }
        fn server(payload: &impl Payload, listed: ServerFrame) {
            assert_eq!(serde_json::from_str::<ServerFrame>(&frame_json(payload)).unwrap(), listed);
        }
        fn client(payload: &impl Payload, listed: ClientFrame) {
            assert_eq!(serde_json::from_str::<ClientFrame>(&frame_json(payload)).unwrap(), listed);
        }
        let (id, at, conversation) = (Uuid::from_u128(7), chrono::Utc::now(), Uuid::from_u128(8));
        let message = longest_message();
        event(&message, Event::Message(message.clone()));
        let read = ReadUpTo { conversation, side: Side::Seeker, seq: 3 };
        event(&read, Event::Read(read.clone()));
        event(&ConversationChanged { id }, Event::Conversation(ConversationChanged { id }));
        let counted = UnreadCounted { unread: 3, talks: 2 };
        event(&counted, Event::Notifications(counted.clone()));
        let stage = applications::Stage::Withdrawn;
        event(&StageChanged { id, stage }, Event::Application(StageChanged { id, stage }));
        event(&PostingChanged { id }, Event::Posting(PostingChanged { id }));
        server(&MessageStored { id, seq: 3, at }, ServerFrame::Sent(MessageStored { id, seq: 3, at }));
        let refused = MessageRefused { id, error: AppError::NotFound };
        server(&refused, ServerFrame::Refused(refused.clone()));
        let typing = Typing { conversation, name: "Ada".into() };
        server(&typing, ServerFrame::Typing(typing.clone()));
        let presence = PresenceChanged { user: id, online: true, hidden: false };
        server(&presence, ServerFrame::Presence(presence.clone()));
        server(&PostingChanged { id }, ServerFrame::Posting(PostingChanged { id }));
        let send = SendMessage { id, conversation, text: "Hello".into() };
        client(&send, ClientFrame::Send(send.clone()));
        client(&MarkRead { conversation, seq: 3 }, ClientFrame::Read(MarkRead { conversation, seq: 3 }));
        client(&IsTyping { conversation }, ClientFrame::Typing(IsTyping { conversation }));
        let watch = Watch { thing: id, version: 3 };
        client(&watch, ClientFrame::Watch(watch));
    }
}

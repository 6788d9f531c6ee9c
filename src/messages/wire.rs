//! Frames and events of conversations on the socket.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Message, Side};
use crate::{
    error::AppError,
    live::{Event, Payload},
};

/// A message was sent, edited or deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct MessageChanged {
    pub conversation: Uuid,
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub message: Message,
}

impl Payload for MessageChanged {
    const NAME: &'static str = "message";
}

impl Event for MessageChanged {
    fn subject(&self) -> Uuid {
        self.message.id
    }
}

/// One side has read up to here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadUpTo {
    pub conversation: Uuid,
    pub side: Side,
    pub seq: i64,
}

impl ReadUpTo {
    pub const BY_SEEKER: &str = "read_by_seeker";
    pub const BY_COMPANY: &str = "read_by_company";
}

impl Payload for ReadUpTo {
    const NAME: &'static str = "read";
}

impl Event for ReadUpTo {
    fn topic(&self) -> &'static str {
        match self.side {
            Side::Seeker => Self::BY_SEEKER,
            Side::Company => Self::BY_COMPANY,
        }
    }

    fn subject(&self) -> Uuid {
        self.conversation
    }
}

/// A conversation began, or was accepted, declined or blocked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConversationChanged {
    pub id: Uuid,
}

impl Payload for ConversationChanged {
    const NAME: &'static str = "conversation";
}

impl Event for ConversationChanged {
    fn subject(&self) -> Uuid {
        self.id
    }
}

/// A message is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageStored {
    pub id: Uuid,
    pub seq: i64,
    pub at: DateTime<Utc>,
}

impl Payload for MessageStored {
    const NAME: &'static str = "sent";
}

/// A message was not stored, for this reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageRefused {
    pub id: Uuid,
    pub error: AppError,
}

impl Payload for MessageRefused {
    const NAME: &'static str = "refused";
}

/// A person of the other side is typing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typing {
    pub conversation: Uuid,
    pub name: String,
}

impl Payload for Typing {
    const NAME: &'static str = "typing";
}

/// A person of a conversation went online or offline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PresenceChanged {
    pub user: Uuid,
    pub online: bool,
    /// They do not show it any more, nor when they were last here.
    #[serde(default)]
    pub hidden: bool,
}

impl Payload for PresenceChanged {
    const NAME: &'static str = "presence";
}

/// A browser sends a message. The browser chooses the id, so that a retry under the same id is idempotent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SendMessage {
    pub id: Uuid,
    pub conversation: Uuid,
    pub text: String,
}

impl Payload for SendMessage {
    const NAME: &'static str = "send";
}

/// The page's person has read up to here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkRead {
    pub conversation: Uuid,
    pub seq: i64,
}

impl Payload for MarkRead {
    const NAME: &'static str = "read";
}

/// The page's person is typing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IsTyping {
    pub conversation: Uuid,
}

impl Payload for IsTyping {
    const NAME: &'static str = "typing";
}

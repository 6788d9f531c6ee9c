//! What a browser says and hears over the socket, as far as the load client needs it. These are not the types of
//! `src/site/wire.rs`: an older page does not have those either, and with them the whole site would be compiled for
//! its client once more.

use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

/// The protocol that the client speaks; a site that speaks another greets nobody.
pub const PROTOCOL: u32 = 4;
/// The largest frame that a site reads, in bytes.
pub const MAX_FRAME_BYTES: usize = 64 * 1024;

/// Frames from the site.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame {
    Hello {
        seq: i64,
    },
    Reset {
        seq: i64,
    },
    Beat,
    Misunderstood,
    Event {
        seq: i64,
        event: Event,
    },
    Sent {
        id: Uuid,
    },
    Refused {
        id: Uuid,
        error: Value,
    },
    #[serde(other)]
    Other,
}

/// What an event tells.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    Message {
        message: Told,
    },
    #[serde(other)]
    Other,
}

/// A message, as both sides hear of it.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Told {
    pub id: Uuid,
    pub text: String,
}

impl ServerFrame {
    /// Whether something was refused because the database was away: it may be sent again.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Refused { error, .. } if error == "Internal" || error == "Unavailable")
    }

    /// The message that it tells of.
    pub fn told(&self) -> Option<&Told> {
        match self {
            Self::Event { event: Event::Message { message }, .. } => Some(message),
            _ => None,
        }
    }

    /// The number of the newest event, where it says that.
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Hello { seq } | Self::Reset { seq } | Self::Event { seq, .. } => Some(*seq),
            _ => None,
        }
    }
}

/// A message is sent. The id is the sender's, so that it can be sent again.
pub fn message(conversation: Uuid, id: Uuid, text: &str) -> String {
    json!({ "type": "send", "id": id, "conversation": conversation, "text": text }).to_string()
}

/// A conversation was read up to here.
pub fn read(conversation: Uuid, seq: i64) -> String {
    json!({ "type": "read", "conversation": conversation, "seq": seq }).to_string()
}

/// A page shows this version of a thing.
pub fn watch(thing: Uuid, version: i64) -> String {
    json!({ "type": "watch", "thing": thing, "version": version }).to_string()
}

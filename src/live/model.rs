//! What travels over the socket, both ways, as JSON.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    applications::Stage,
    error::AppError,
    messages::{Message, Side},
};

/// Raised whenever frames change their meaning, or what pages send besides: a page of before a deploy is told to reload.
pub const PROTOCOL: u32 = 2;
/// A client that missed more events than this is told to load its state anew.
pub const MOST_MISSED: i64 = 10_000;
/// A frame is at most so many bytes.
pub const FRAME_BYTES: usize = 64 * 1024;

/// The server restarts (RFC 6455's registry of close codes): come back, not all at once.
pub const RESTART: u16 = 1012;

/// How long a browser waits before it connects again: longer after each try that failed, and never all at the same
/// moment, least of all when a restart has cut everybody. `chance` is between 0 and 1.
pub fn pause(restart: bool, tries: u32, chance: f64) -> Duration {
    match restart {
        true => Duration::from_millis(500).mul_f64(1.0 + 9.0 * chance),
        false => Duration::from_secs(1 << tries.min(5)).mul_f64(0.5 + chance).min(Duration::from_secs(30)),
    }
}

/// Something that one person should hear of. Stored, numbered for that person, and told until it has arrived.
/// Each says how things are now, so that hearing one twice does no harm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A message was sent, edited or deleted.
    Message { conversation: Uuid, message: Message },
    /// One side has read up to here.
    Read { conversation: Uuid, side: Side, seq: i64 },
    /// A conversation began, or was accepted, declined or blocked.
    Conversation { id: Uuid },
    /// There are so many unread notifications now.
    Notifications { unread: i64 },
    /// An application came to a stage.
    Application { id: Uuid, stage: Stage },
    /// Applications or state of one of the company's postings changed.
    Posting { id: Uuid },
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame {
    /// The first frame: the connection stands, and `seq` is the newest event.
    Hello { seq: i64 },
    /// An event, in order.
    Event { seq: i64, event: Event },
    /// Too much was missed: events go on behind `seq`, the rest is to be loaded.
    Reset { seq: i64 },
    /// A message is stored.
    Sent { id: Uuid, seq: i64, at: DateTime<Utc> },
    /// A message was not stored, for this reason.
    Refused { id: Uuid, error: AppError },
    /// Somebody of the other side is writing.
    Typing { conversation: Uuid, name: String },
    /// A posting is no longer what it was: closed, opened, or seen more often.
    Posting { id: Uuid },
    /// Somebody of a conversation came or went.
    Presence { user: Uuid, online: bool },
    /// The connection lives.
    Beat,
    /// The frame was not understood.
    Misunderstood,
    /// The page is older than the server, or made for somebody else.
    Outdated,
}

/// What a browser says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientFrame {
    /// Send a message. The id is the browser's: sent again with the same one, it stays one message.
    Send { id: Uuid, conversation: Uuid, text: String },
    /// This person has read up to here.
    Read { conversation: Uuid, seq: i64 },
    /// This person is writing.
    Typing { conversation: Uuid },
    /// This page shows a version of a posting, and is to hear of another.
    Watch { posting: Uuid, version: i64 },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_come_back_spread_over_some_seconds() {
        let seconds = |restart, tries| [0.0, 0.5, 1.0].map(|chance| pause(restart, tries, chance).as_secs_f64());
        assert_eq!(seconds(true, 0), [0.5, 2.75, 5.0]);
        assert_eq!(seconds(false, 0), [0.5, 1.0, 1.5]);
        assert_eq!(seconds(false, 3), [4.0, 8.0, 12.0]);
        assert_eq!(seconds(false, 99), [16.0, 30.0, 30.0]);
    }
}

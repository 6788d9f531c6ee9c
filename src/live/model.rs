//! What travels over the socket, both ways, as JSON. The frames and events themselves are defined by the features.

use std::time::Duration;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// The protocol version, raised whenever frames or requests of pages change their meaning: a page from before a deploy
/// is asked to reload.
pub const PROTOCOL: u32 = 4;
/// A client that missed more events than this is sent a reset: it reloads its state.
pub const MAX_MISSED_EVENTS: i64 = 10_000;
/// The size limit of a frame, in bytes.
pub const MAX_FRAME_BYTES: usize = 64 * 1024;

/// The close code of a server that restarts (RFC 6455's registry of close codes): reconnect with jitter.
pub const CLOSE_RESTART: u16 = 1012;

/// The delay before a browser reconnects: backoff that grows with each failed attempt, with jitter, so that a restart,
/// which disconnects everybody, is not followed by all reconnecting at once. `chance` is between 0 and 1.
pub fn pause(restart: bool, tries: u32, chance: f64) -> Duration {
    match restart {
        true => Duration::from_millis(500).mul_f64(1.0 + 9.0 * chance),
        false => Duration::from_secs(1 << tries.min(5)).mul_f64(0.5 + chance).min(Duration::from_secs(30)),
    }
}

/// What a page sends to hear a [`SocketFrame::Beat`]: it doubts its connection.
pub const ASK_BEAT: &str = r#"{"type":"beat"}"#;

/// A payload on the socket, by name: a frame's `type` or an event's `kind`.
pub trait Payload: Serialize + DeserializeOwned {
    const NAME: &'static str;
}

/// An event for one person, with a number in that person's sequence. It is sent until it has arrived. It refers to its
/// subject and holds its present state, so that receiving it twice is idempotent.
pub trait Event: Payload {
    /// The topic that is stored; the event can be rebuilt from topic and subject.
    fn topic(&self) -> &'static str {
        Self::NAME
    }

    fn subject(&self) -> Uuid;
}

/// The socket's own frames.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SocketFrame {
    /// The first frame: the connection stands, and `seq` is the newest event.
    Hello { seq: i64 },
    /// Too many events were missed: they resume after `seq`, and the page reloads its state.
    Reset { seq: i64 },
    /// The heartbeat.
    Beat,
    /// The frame could not be parsed.
    Misunderstood,
    /// The page's protocol version is old, or the page was made for somebody else.
    Outdated,
}

/// The thing that a page shows and its version: the page subscribes to newer versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    pub thing: Uuid,
    pub version: i64,
}

impl Payload for Watch {
    const NAME: &'static str = "watch";
}

/// A frame's JSON: `{"type": NAME, …}`.
pub fn frame_json(payload: &impl Payload) -> String {
    named("type", payload)
}

/// An event's JSON: `{"kind": NAME, …}`.
pub fn event_json(event: &impl Event) -> String {
    named("kind", event)
}

fn named<P: Payload>(tag: &str, payload: &P) -> String {
    let json = serde_json::to_string(payload).expect("payloads are JSON");
    let fields = json.strip_prefix('{').expect("payloads have fields");
    let comma = if fields == "}" { "" } else { "," };
    format!(r#"{{"{tag}":"{}"{comma}{fields}"#, P::NAME)
}

/// A frame as it came.
#[derive(Clone, Debug)]
pub struct Heard {
    text: String,
    head: Head,
}

#[derive(Clone, Debug, Deserialize)]
struct Head {
    #[serde(rename = "type")]
    name: String,
    #[serde(default)]
    seq: i64,
    event: Option<EventHead>,
}

#[derive(Clone, Debug, Deserialize)]
struct EventHead {
    kind: String,
}

#[derive(Deserialize)]
struct EventFrame<E> {
    event: E,
}

impl Heard {
    pub fn parse(text: String) -> Option<Self> {
        let head = serde_json::from_str(&text).ok()?;
        Some(Self { text, head })
    }

    /// The sequence number of the event, if it is one.
    pub fn event_seq(&self) -> Option<i64> {
        self.head.event.as_ref().map(|_| self.head.seq)
    }

    /// Whether it is a payload of this type.
    pub fn is<P: Payload>(&self) -> bool {
        self.head.event.as_ref().map_or(&self.head.name, |event| &event.kind) == P::NAME
    }

    /// The payload, where it is one of this type, as an event or a frame.
    pub fn get<P: Payload>(&self) -> Option<P> {
        if !self.is::<P>() {
            return None;
        }
        match self.head.event {
            Some(_) => serde_json::from_str::<EventFrame<P>>(&self.text).ok().map(|frame| frame.event),
            None => serde_json::from_str(&self.text).ok(),
        }
    }

    /// The frame, if it is one of the socket's own that say where the events stand.
    pub fn of_socket(&self) -> Option<SocketFrame> {
        let seq = self.head.seq;
        match self.head.name.as_str() {
            "hello" => Some(SocketFrame::Hello { seq }),
            "reset" => Some(SocketFrame::Reset { seq }),
            _ => None,
        }
    }

    /// Whether events were skipped, so that the page reloads its state.
    pub fn is_reset(&self) -> bool {
        self.head.name == "reset"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_heard_as_what_it_is() {
        let watch = Watch { thing: Uuid::from_u128(7), version: 3 };
        let frame = Heard::parse(frame_json(&watch)).unwrap();
        assert_eq!(frame.get::<Watch>(), Some(watch));
        assert_eq!(frame.event_seq(), None);
        let event = format!(r#"{{"type":"event","seq":5,"event":{}}}"#, named("kind", &watch));
        let event = Heard::parse(event).unwrap();
        assert_eq!((event.get::<Watch>(), event.event_seq()), (Some(watch), Some(5)));
        let reset = Heard::parse(serde_json::to_string(&SocketFrame::Reset { seq: 9 }).unwrap()).unwrap();
        assert!(reset.is_reset() && !reset.is::<Watch>());
        assert_eq!(reset.of_socket(), Some(SocketFrame::Reset { seq: 9 }));
        for junk in ["", "[]", "{}", "{\"type\":1}"] {
            assert!(Heard::parse(junk.into()).is_none(), "{junk}");
        }
    }

    #[test]
    fn browsers_come_back_spread_over_some_seconds() {
        let seconds = |restart, tries| [0.0, 0.5, 1.0].map(|chance| pause(restart, tries, chance).as_secs_f64());
        assert_eq!(seconds(true, 0), [0.5, 2.75, 5.0]);
        assert_eq!(seconds(false, 0), [0.5, 1.0, 1.5]);
        assert_eq!(seconds(false, 3), [4.0, 8.0, 12.0]);
        assert_eq!(seconds(false, 99), [16.0, 30.0, 30.0]);
    }
}

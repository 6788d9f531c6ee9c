//! How a page finds out that its connection is dead, which browsers tell late or never. Times are in milliseconds.

/// Nothing was heard for so long: the server's heartbeat, every 25 seconds, has not come.
const SILENCE_TIMEOUT_MS: f64 = 30_000.0;
/// Something was said, or a beat asked for, and nothing was heard for so long.
const ANSWER_TIMEOUT_MS: f64 = 5_000.0;
/// A connection that is not established within so long is given up.
const CONNECT_TIMEOUT_MS: f64 = 15_000.0;

/// What is known of a connection's life.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pulse {
    /// Whether the server's `Hello` has come.
    greeted: bool,
    /// When something was last heard, at first when the connection was begun.
    heard: f64,
    /// When something was first said since.
    said: Option<f64>,
    /// When a beat was asked for since.
    asked: Option<f64>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Nothing,
    /// A beat is to be asked for.
    Ask,
    /// The connection is dead.
    GiveUp,
}

impl Pulse {
    pub fn begin(now: f64) -> Self {
        Self { greeted: false, heard: now, said: None, asked: None }
    }

    /// A frame was heard.
    pub fn hear(&mut self, now: f64) {
        (self.heard, self.said, self.asked) = (now, None, None);
    }

    /// The server's `Hello` was heard.
    pub fn greet(&mut self) {
        self.greeted = true;
    }

    /// A frame was sent.
    pub fn say(&mut self, now: f64) {
        self.said.get_or_insert(now);
    }

    /// There is a reason to doubt the connection. Returns whether a beat is to be asked for.
    pub fn doubt(&mut self, now: f64) -> bool {
        let asks = self.greeted && self.asked.is_none();
        self.asked.get_or_insert(now);
        asks
    }

    /// Called every second.
    pub fn step(&mut self, now: f64) -> Step {
        let since = |at: f64| now - at;
        if !self.greeted {
            return if since(self.heard) >= CONNECT_TIMEOUT_MS { Step::GiveUp } else { Step::Nothing };
        }
        if let Some(asked) = self.asked {
            return if since(asked) >= ANSWER_TIMEOUT_MS { Step::GiveUp } else { Step::Nothing };
        }
        let unanswered = self.said.is_some_and(|said| since(said) >= ANSWER_TIMEOUT_MS);
        if unanswered || since(self.heard) >= SILENCE_TIMEOUT_MS {
            self.asked = Some(now);
            return Step::Ask;
        }
        Step::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A connection that stands, and when each step was first to be done if nothing is heard any more.
    fn steps(mut pulse: Pulse, from: u32) -> (Option<u32>, Option<u32>) {
        let (mut asked, mut gave_up) = (None, None);
        for second in from..200 {
            match pulse.step(f64::from(second) * 1_000.0) {
                Step::Ask => asked = asked.or(Some(second)),
                Step::GiveUp => gave_up = gave_up.or(Some(second)),
                Step::Nothing => {}
            }
        }
        (asked, gave_up)
    }

    fn established() -> Pulse {
        let mut pulse = Pulse::begin(0.0);
        pulse.greet();
        pulse.hear(0.0);
        pulse
    }

    #[test]
    fn silence_is_noticed() {
        assert_eq!(steps(established(), 0), (Some(30), Some(35)));
    }

    #[test]
    fn what_is_said_is_answered_or_the_connection_is_dead() {
        let mut pulse = established();
        pulse.say(10_000.0);
        pulse.say(14_000.0);
        assert_eq!(steps(pulse, 10), (Some(15), Some(20)));
        pulse.hear(14_500.0);
        assert_eq!(steps(pulse, 15), (Some(45), Some(50)));
    }

    #[test]
    fn who_doubts_asks_once() {
        let mut pulse = established();
        assert!(pulse.doubt(3_000.0));
        assert!(!pulse.doubt(4_000.0));
        assert_eq!(steps(pulse, 3), (None, Some(8)));
        pulse.hear(5_000.0);
        assert!(pulse.doubt(6_000.0));
    }

    #[test]
    fn what_is_not_established_is_given_up() {
        let mut pulse = Pulse::begin(0.0);
        assert!(!pulse.doubt(1_000.0));
        assert_eq!(steps(pulse, 0), (None, Some(15)));
    }
}

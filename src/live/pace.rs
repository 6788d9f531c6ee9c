//! Backpressure for one socket: a token bucket for its frames, and a queue of marks in which only the newest value
//! counts.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::model::Watch;

/// The token bucket of a socket's frames, messages not counted: burst, and refill per second. Frames over it are left
/// unread until there is a token.
const MAX_FRAMES_BURST: u32 = 100;
const MAX_FRAMES_PER_SECOND: u32 = 20;
/// The capacity of the queue of marks.
const MAX_MARKS: usize = 16;

/// A value that a page reports for a thing, such as how far a conversation is read; the greatest value wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub thing: Uuid,
    pub value: i64,
}

/// The marks and the watched thing that a page reported, queued until they are stored or looked up.
#[derive(Default)]
pub struct Marks {
    pub said: Vec<Mark>,
    pub watched: Option<Watch>,
    pub due: Option<Instant>,
}

impl Marks {
    /// Queues a value, merged with an older one of the same thing. When the queue is full the oldest is dropped: the
    /// page reports it again.
    pub fn note(&mut self, mark: Mark) {
        match self.said.iter_mut().find(|known| known.thing == mark.thing) {
            Some(known) => known.value = mark.value.max(known.value),
            None => {
                if self.said.len() == MAX_MARKS {
                    self.said.remove(0);
                }
                self.said.push(mark);
            }
        }
    }

    /// Resolves when something is queued and the interval since the last one is over.
    pub async fn due(&self) {
        match self.due {
            _ if self.said.is_empty() && self.watched.is_none() => std::future::pending().await,
            Some(due) => sleep_until(due).await,
            None => {}
        }
    }
}

/// How many frames a socket may still send: a token bucket.
pub struct Allowance {
    left: f64,
    at: Instant,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { left: f64::from(MAX_FRAMES_BURST), at: Instant::now() }
    }
}

impl Allowance {
    pub fn spend(&mut self) {
        let gained = self.at.elapsed().as_secs_f64() * f64::from(MAX_FRAMES_PER_SECOND);
        self.left = (self.left + gained).min(f64::from(MAX_FRAMES_BURST)) - 1.0;
        self.at = Instant::now();
    }

    /// Resolves when there is a token.
    pub async fn more(&self) {
        if self.left < 0.0 {
            sleep_until(self.at + Duration::from_secs_f64(-self.left / f64::from(MAX_FRAMES_PER_SECOND))).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_word_on_a_conversation_is_kept() {
        let mut marks = Marks::default();
        let mark = |of, value| Mark { thing: Uuid::from_u128(of), value };
        for (of, value) in [(1, 5), (2, 1), (1, 7), (1, 6)] {
            marks.note(mark(of, value));
        }
        assert_eq!(marks.said, [mark(1, 7), mark(2, 1)]);
        (3..100).for_each(|of| marks.note(mark(of, 1)));
        assert_eq!(marks.said.len(), MAX_MARKS);
        assert_eq!(marks.said.last(), Some(&mark(99, 1)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_socket_that_talks_without_end_is_read_at_a_pace() {
        let (mut allowance, begun) = (Allowance::default(), Instant::now());
        for _ in 0..MAX_FRAMES_BURST + 10 * MAX_FRAMES_PER_SECOND {
            allowance.more().await;
            allowance.spend();
        }
        let took = begun.elapsed().as_secs_f64();
        assert!((9.9..=10.1).contains(&took), "{took}");
        tokio::time::advance(Duration::from_secs(3600)).await;
        let begun = Instant::now();
        for _ in 0..MAX_FRAMES_BURST {
            allowance.more().await;
            allowance.spend();
        }
        assert_eq!(begun.elapsed(), Duration::ZERO, "who was quiet may talk again, no more than before");
    }
}

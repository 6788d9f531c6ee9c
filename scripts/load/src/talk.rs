//! People who talk over connections that break, and what must be true when they have finished.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::future::try_join_all;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use uuid::Uuid;

use crate::{
    client::{Failure, PATIENCE, Pair, Person, Socket},
    wire::{ServerFrame, message},
};

/// Whoever has heard everything listens on for so long.
pub const QUIET: Duration = Duration::from_secs(1);

/// What both sides of a conversation know of its progress.
#[derive(Default)]
struct Progress {
    acknowledged: AtomicUsize,
    sending: AtomicUsize,
}

struct Talker {
    person: Person,
    /// The nodes that it goes to, the next one when one does not answer.
    sites: Vec<String>,
    conversation: Uuid,
    progress: Arc<Progress>,
    /// The newest event heard.
    after: i64,
    length: Length,
    /// Sent, and not acknowledged yet.
    pending: Option<Uuid>,
    acknowledged: Vec<Uuid>,
    /// Messages in the order in which they were heard.
    heard: Vec<Uuid>,
    /// When something last came through.
    moved: Instant,
    /// Cuts its own connection after so many milliseconds, at most.
    cuts: Option<u64>,
    made_cuts: usize,
}

/// What became of it all.
pub struct Outcome {
    pub messages: usize,
    pub cuts: usize,
}

/// How long somebody goes on sending.
#[derive(Clone)]
pub enum Length {
    /// So many messages.
    Messages(usize),
    /// Until it is said.
    Until(Arc<AtomicBool>),
}

impl Length {
    /// Whether there is one more to send.
    fn goes_on(&mut self) -> bool {
        match self {
            Self::Messages(left) => std::mem::replace(left, left.saturating_sub(1)) > 0,
            Self::Until(over) => !over.load(Ordering::SeqCst),
        }
    }

    fn is_over(&self) -> bool {
        match self {
            Self::Messages(left) => *left == 0,
            Self::Until(over) => over.load(Ordering::SeqCst),
        }
    }
}

/// People who are connected, and have not begun yet.
pub struct Exchange(Vec<(Talker, Socket)>);

impl Exchange {
    /// Connects pairs, each side to another of the sites.
    pub async fn open(pairs: &[Pair], sites: &[String], length: Length, cuts: Option<u64>) -> Result<Self, Failure> {
        let mut talkers = Vec::new();
        for pair in pairs {
            let progress = Arc::new(Progress { sending: AtomicUsize::new(2), ..Progress::default() });
            for (n, person) in [&pair.seeker, &pair.employer].into_iter().enumerate() {
                let mut sites = sites.to_vec();
                let count = sites.len();
                sites.rotate_left(n % count);
                let person = person.at(&sites[0]);
                let (socket, after) = person.connect(None).await?;
                let talker = Talker {
                    person,
                    sites,
                    conversation: pair.conversation,
                    progress: progress.clone(),
                    after,
                    length: length.clone(),
                    pending: None,
                    acknowledged: Vec::new(),
                    heard: Vec::new(),
                    moved: Instant::now(),
                    cuts,
                    made_cuts: 0,
                };
                talkers.push((talker, socket));
            }
        }
        Ok(Self(talkers))
    }

    /// Tells how many messages were acknowledged so far.
    pub fn count(&self) -> impl Fn() -> usize + use<> {
        let all: Vec<_> = self.0.iter().step_by(2).map(|(talker, _)| talker.progress.clone()).collect();
        move || all.iter().map(|progress| progress.acknowledged.load(Ordering::SeqCst)).sum()
    }

    /// Lets them talk, over whatever happens to the nodes meanwhile.
    pub async fn run(self) -> Result<Outcome, Failure> {
        let tasks = self.0.into_iter().map(|(talker, socket)| tokio::spawn(talker.talk(socket)));
        // Whoever fails first tells why.
        let talkers = try_join_all(tasks.map(|task| async { task.await? })).await?;
        let mut outcome = Outcome { messages: 0, cuts: 0 };
        for sides in talkers.chunks(2) {
            verify(sides)?;
            outcome.messages += sides[0].heard.len();
            outcome.cuts += sides.iter().map(|t| t.made_cuts).sum::<usize>();
        }
        Ok(outcome)
    }
}

/// Everything acknowledged was heard, nothing twice, by both in one order.
fn verify(sides: &[Talker]) -> Result<(), Failure> {
    let [one, other] = sides else { return Err("a conversation has two sides".into()) };
    let heard: HashSet<Uuid> = one.heard.iter().copied().collect();
    if heard.len() != one.heard.len() {
        return Err("a message was heard twice".into());
    }
    if one.heard != other.heard {
        return Err("the two sides heard different messages, or in another order".into());
    }
    let lost = sides.iter().flat_map(|t| &t.acknowledged).filter(|id| !heard.contains(id)).count();
    match lost {
        0 => Ok(()),
        _ => Err(format!("{lost} acknowledged messages were lost").into()),
    }
}

impl Talker {
    async fn talk(mut self, mut socket: Socket) -> Result<Self, Failure> {
        let (mut finished, mut complete) = (false, None::<Instant>);
        let mut longest = self.cuts;
        loop {
            let connected = Instant::now();
            let cut = longest.map(|most| Duration::from_millis(fastrand::u64(1..=most)));
            let cut = connected + cut.unwrap_or(Duration::from_secs(3600));
            if let Some(id) = self.pending {
                _ = socket.send(message(self.conversation, id, "again")).await;
            }
            loop {
                if self.pending.is_none() && self.length.goes_on() {
                    let id = Uuid::now_v7();
                    self.pending = Some(id);
                    if socket.send(message(self.conversation, id, &id.to_string())).await.is_err() {
                        break;
                    }
                }
                if self.length.is_over() && self.pending.is_none() && !finished {
                    finished = true;
                    self.progress.sending.fetch_sub(1, Ordering::SeqCst);
                }
                // Something that comes twice may come late.
                if self.is_complete() && complete.get_or_insert_with(Instant::now).elapsed() > QUIET {
                    return Ok(self);
                }
                if self.moved.max(connected).elapsed() > PATIENCE {
                    let missing = self.progress.acknowledged.load(Ordering::SeqCst) as i64 - self.heard.len() as i64;
                    return Err(format!("nothing comes through; {missing} messages are missing").into());
                }
                tokio::select! {
                    frame = timeout(Duration::from_millis(500), socket.next()) => match frame {
                        Err(_) => {}
                        Ok(None) => break,
                        Ok(Some(frame)) => {
                            if !self.hear(&frame)? {
                                break;
                            }
                        }
                    },
                    _ = sleep_until(cut) => {
                        self.made_cuts += 1;
                        break;
                    }
                }
            }
            drop(socket);
            // Where the machine is busy nothing came through: the next connection may live longer.
            longest = if self.moved < connected { longest.map(|most| most * 2) } else { self.cuts };
            socket = self.again().await?;
        }
    }

    fn is_complete(&self) -> bool {
        self.progress.sending.load(Ordering::SeqCst) == 0
            && self.heard.len() >= self.progress.acknowledged.load(Ordering::SeqCst)
    }

    /// Takes a frame in; whether this connection is of use.
    fn hear(&mut self, frame: &ServerFrame) -> Result<bool, Failure> {
        match frame {
            ServerFrame::Event { seq, .. } => {
                if *seq != self.after + 1 {
                    return Err(format!("event {seq} came after {}", self.after).into());
                }
                self.after = *seq;
                if let Some(message) = frame.told() {
                    self.heard.push(message.id);
                    self.moved = Instant::now();
                }
            }
            ServerFrame::Sent { id } if Some(*id) == self.pending => {
                self.progress.acknowledged.fetch_add(1, Ordering::SeqCst);
                self.acknowledged.extend(self.pending.take());
                self.moved = Instant::now();
            }
            ServerFrame::Reset { .. } => return Err("told to load anew".into()),
            // The database is away: the message is to be sent again.
            ServerFrame::Refused { .. } if frame.is_away() => return Ok(false),
            ServerFrame::Refused { error, .. } => return Err(format!("refused: {error}").into()),
            _ => {}
        }
        Ok(true)
    }

    /// Connects once more, wherever somebody answers.
    async fn again(&mut self) -> Result<Socket, Failure> {
        let until = Instant::now() + PATIENCE;
        loop {
            let failure = match timeout(Duration::from_secs(5), self.person.connect(Some(self.after))).await {
                Ok(Ok((socket, _))) => return Ok(socket),
                Ok(Err(failure)) => failure,
                Err(_) => "nobody answers".into(),
            };
            if Instant::now() > until {
                return Err(failure);
            }
            self.sites.rotate_left(1);
            self.person = self.person.at(&self.sites[0]);
            sleep(Duration::from_millis(fastrand::u64(10..100))).await;
        }
    }
}

//! How fast messages are, and what an idle socket costs.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use futures::{StreamExt, TryStreamExt};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    task::JoinSet,
};
use uuid::Uuid;

use crate::client::{Failure, Pair};

/// What a run of pairs came to.
pub struct Round {
    /// Messages that the other side heard, in a second.
    pub delivered: f64,
    /// From sending to the other side's socket.
    pub p50: Duration,
    pub p99: Duration,
}

/// Seekers send, each the next as soon as the last is acknowledged; employers listen.
pub async fn pairs(pairs: &[Pair], length: Duration) -> Result<Round, Failure> {
    let (began, measuring) = (Instant::now(), Arc::new(AtomicBool::new(false)));
    let (mut senders, mut listeners) = (JoinSet::<Result<(), Failure>>::new(), JoinSet::new());
    for pair in pairs {
        let (mut listener, _) = pair.employer.connect(None).await?;
        let (mut sender, _) = pair.seeker.connect(None).await?;
        let conversation = pair.conversation;
        senders.spawn(async move {
            loop {
                // The text tells when it was sent.
                let text = began.elapsed().as_nanos().to_string();
                sender.say(conversation, Uuid::now_v7(), &text).await?;
            }
        });
        let measuring = measuring.clone();
        listeners.spawn(async move {
            let mut times = Vec::new();
            let mut measured = false;
            while let Some(frame) = listener.next().await {
                let now = began.elapsed();
                let sent = frame.told().and_then(|message| message.text.parse().ok());
                match (sent, measuring.load(Ordering::Relaxed)) {
                    (Some(sent), true) => {
                        measured = true;
                        times.push(now - Duration::from_nanos(sent));
                    }
                    (Some(_), false) if measured => break,
                    _ => {}
                }
            }
            times
        });
    }
    tokio::time::sleep(Duration::from_secs(1)).await; // warm
    let from = Instant::now();
    measuring.store(true, Ordering::Relaxed);
    tokio::time::sleep(length).await;
    measuring.store(false, Ordering::Relaxed);
    let measured = from.elapsed();
    let times = tokio::time::timeout(Duration::from_secs(10), listeners.join_all()).await?;
    if let Some(Ok(Err(failure))) = senders.try_join_next() {
        return Err(failure);
    }
    senders.shutdown().await;
    let mut times: Vec<Duration> = times.into_iter().flatten().collect();
    times.sort_unstable();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    let delivered = times.len() as f64 / measured.as_secs_f64();
    Ok(Round { delivered, p50: at(0.5), p99: at(0.99) })
}

/// Opens so many sockets of a few people when a line comes, and leaves them idle until standard input ends.
pub async fn idle(site: &str, pairs: usize, sockets: usize) -> Result<String, Failure> {
    let pairs = Pair::many(site, pairs).await?;
    println!("{} people wait for a line", 2 * pairs.len());
    let mut input = BufReader::new(tokio::io::stdin());
    input.read_line(&mut String::new()).await?;
    let open = futures::stream::iter(0..sockets).map(|n| {
        let pair = &pairs[n / 2 % pairs.len()];
        let person = if n % 2 == 0 { &pair.seeker } else { &pair.employer };
        person.connect(None)
    });
    let open: Vec<_> = open.buffer_unordered(64).try_collect().await?;
    // They answer the server when it asks whether they are there.
    let mut idle: JoinSet<()> = JoinSet::new();
    for (mut socket, _) in open {
        idle.spawn(async move { while socket.next().await.is_some() {} });
    }
    println!("{sockets} sockets are open");
    tokio::io::copy(&mut input, &mut tokio::io::sink()).await?;
    match idle.try_join_next() {
        None => Ok(format!("{sockets} sockets stayed open")),
        Some(_) => Err("the server closed a socket".into()),
    }
}

//! What the messenger promises while things break. Each tells in a line what it did, or fails.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use futures::{StreamExt, TryStreamExt};
use tokio::{
    process::Command,
    time::{sleep, timeout},
};
use uuid::Uuid;

use crate::{
    client::{Failure, PATIENCE, Pair, Socket},
    node::Node,
    talk::{Exchange, Length, Outcome, QUIET},
    wire::{ServerFrame, message},
};

const KEPT: &str = "none lost, none twice, one order";
/// A server that has been told to read no more lets a client go within this.
const LET_GO: Duration = Duration::from_secs(30);
/// But on a busy machine it has at least this after the others have talked.
const LEAST: Duration = Duration::from_secs(25);
/// A peer that is dead is gone within this.
const GONE: Duration = Duration::from_secs(100);

/// A session that is over closes its sockets within this.
const OVER: Duration = Duration::from_secs(5);
/// Sockets that are open when the server stops.
const SOCKETS: usize = 100;
/// How the server closes them then: come back (IANA's registry of close codes).
const RESTART: u16 = 1012;
/// How it closes those of a session that is over.
const REFUSED: u16 = 1008;

/// Something between two numbers of milliseconds.
fn a_while(least: u64, most: u64) -> Duration {
    Duration::from_millis(fastrand::u64(least..most))
}

/// Kills the server at random moments while four people talk.
pub async fn kills(program: &PathBuf, site: &str, kills: usize) -> Result<String, Failure> {
    let mut node = Node::start(program, site).await?;
    let pairs = Pair::many(site, 2).await?;
    let sites = [site.to_string()];
    let over = Arc::new(AtomicBool::new(false));
    let talk = Exchange::open(&pairs, &sites, Length::Until(over.clone()), None).await?;
    let (count, talk) = (talk.count(), talk.run());
    let kill = async {
        for kill in 0..kills {
            // Somebody gets through before every other kill, also where the machine is busy.
            let before = count();
            let said = async {
                while kill % 2 == 0 && count() == before {
                    sleep(Duration::from_millis(1)).await;
                }
            };
            timeout(PATIENCE, said).await.map_err(|_| "nothing is acknowledged")?;
            sleep(a_while(0, 400)).await;
            node.kill().await?;
            node.restart().await?;
        }
        over.store(true, Ordering::SeqCst);
        Ok::<_, Failure>(())
    };
    let (talked, ()) = tokio::try_join!(talk, kill)?;
    Ok(format!("{kills} kills, {} messages: {KEPT}", talked.messages))
}

/// Cuts connections at random moments while two people talk.
pub async fn cuts(program: &PathBuf, site: &str, cuts: usize, messages: usize) -> Result<String, Failure> {
    let _node = Node::start(program, site).await?;
    let pairs = Pair::many(site, 1).await?;
    let (mut made, mut sent) = (0, 0);
    // The shorter a connection lives, the more of them are cut.
    let mut longest = 40;
    while made < cuts || sent < messages {
        let round =
            Exchange::open(&pairs, &[site.to_string()], Length::Messages(250), Some(longest)).await?.run().await?;
        (made, sent) = (made + round.cuts, sent + round.messages);
        longest = if made * messages < cuts * sent { (longest * 3 / 4).max(4) } else { longest * 4 / 3 };
    }
    Ok(format!("{made} cuts, {sent} messages: {KEPT}"))
}

/// Kills one of two nodes on one PostgreSQL now and then, and restarts PostgreSQL in between.
pub async fn nodes(
    program: &PathBuf,
    site: &str,
    other: &str,
    kills: usize,
    database: Option<&Path>,
) -> Result<String, Failure> {
    let _first = Node::start(program, site).await?;
    let mut second = Node::start(program, other).await?;
    let pairs = Pair::many(site, 2).await?;
    let sites = [site.to_string(), other.to_string()];
    let over = Arc::new(AtomicBool::new(false));
    let talk = Exchange::open(&pairs, &sites, Length::Until(over.clone()), None).await?.run();
    let mut restarts = 0;
    let kill = async {
        for _ in 0..kills {
            sleep(a_while(300, 1_000)).await;
            second.kill().await?;
            sleep(a_while(100, 500)).await;
            second.restart().await?;
            let Some(command) = database else { continue };
            sleep(a_while(300, 1_000)).await;
            if !Command::new(command).status().await?.success() {
                return Err(format!("{} failed", command.display()).into());
            }
            restarts += 1;
        }
        over.store(true, Ordering::SeqCst);
        Ok::<_, Failure>(())
    };
    let (Outcome { messages, .. }, ()) = tokio::try_join!(talk, kill)?;
    // Once the nodes hear each other again.
    Exchange::open(&pairs[..1], &sites, Length::Messages(10), None).await?.run().await?;
    let employer = &pairs[0].employer;
    let (mut socket, _) = employer.at(other).connect(None).await?;
    employer.call("logout", &[]).await?;
    match timeout(OVER, socket.closed()).await {
        Ok(Some(REFUSED)) => {}
        closed => return Err(format!("after a logout at the other node the socket is {closed:?}").into()),
    }
    Ok(format!(
        "2 nodes, {kills} kills of one, {restarts} restarts of PostgreSQL, {messages} messages: {KEPT}; \
         a logout at one closes the socket at the other"
    ))
}

/// Somebody is away while much happens and the server restarts; on return they hear of all of it, in order.
pub async fn away(program: &PathBuf, site: &str, events: usize) -> Result<String, Failure> {
    let mut node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let (socket, after) = pair.employer.connect(None).await?;
    drop(socket);
    let (mut sender, _) = pair.seeker.connect(None).await?;
    let sent: Vec<Uuid> = (0..events).map(|_| Uuid::now_v7()).collect();
    for id in &sent {
        sender.say(pair.conversation, *id, "while you were away").await?;
    }
    node.kill().await?;
    node.restart().await?;
    let (mut socket, newest) = pair.employer.connect(Some(after)).await?;
    let (mut heard, mut last) = (Vec::new(), after);
    while last < newest {
        let frame = socket.next().await.ok_or("closed before everything was heard")?;
        let seq = match frame {
            ServerFrame::Beat => continue,
            ServerFrame::Event { seq, .. } => seq,
            other => return Err(format!("no event: {other:?}").into()),
        };
        last += 1;
        if seq != last {
            return Err(format!("event {seq} came instead of {last}").into());
        }
        heard.extend(frame.told().map(|message| message.id));
    }
    match heard == sent {
        true => Ok(format!("away for {} events and a restart: all heard, in order", last - after)),
        false => Err(format!("{} of {} messages were heard, or in another order", heard.len(), sent.len()).into()),
    }
}

/// Something happens between the rendering of a page and its socket: it is on the page, or heard.
pub async fn races(program: &PathBuf, site: &str, tries: usize) -> Result<String, Failure> {
    let _node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let path = format!("/messages/{}", pair.conversation);
    let (mut sender, _) = pair.seeker.connect(None).await?;
    let (mut on_page, mut heard_later) = (0, 0);
    for _ in 0..tries {
        let id = Uuid::now_v7();
        // Before, while or after the page is made.
        let send = async {
            sleep(Duration::from_micros(fastrand::u64(0..30_000))).await;
            sender.say(pair.conversation, id, "now").await
        };
        let load = async {
            sleep(Duration::from_micros(fastrand::u64(0..30_000))).await;
            let page = pair.employer.get(&path).await?;
            let newest = page.split("newest_event").nth(1).unwrap_or_default();
            let newest = newest.trim_start_matches(|c: char| !c.is_ascii_digit());
            let digits = newest.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
            let newest: i64 = newest[..digits].parse().map_err(|_| "the page does not tell its newest event")?;
            let (socket, known) = pair.employer.connect(Some(newest)).await?;
            Ok::<_, Failure>((page, newest, socket, known))
        };
        let (sent, loaded) = tokio::join!(send, load);
        let ((), (page, mut last, mut socket, _)) = (sent?, loaded?);
        if page.contains(&id.to_string()) {
            on_page += 1;
            continue;
        }
        let heard = timeout(PATIENCE, async {
            while let Some(frame) = socket.next().await {
                if let ServerFrame::Event { seq, .. } = frame {
                    last += 1;
                    if seq != last {
                        return false;
                    }
                    if frame.told().is_some_and(|message| message.id == id) {
                        return true;
                    }
                }
            }
            false
        });
        if !heard.await.unwrap_or_default() {
            return Err("a message is neither on the page nor was it heard".into());
        }
        heard_later += 1;
    }
    Ok(format!("{tries} pages: {on_page} messages were on them, {heard_later} were heard, none was missed"))
}

/// Visitors leave while their pages are made: no thread of the server is lost, and it stops when it is told to. Its
/// sockets are told to come back.
pub async fn hangups(program: &PathBuf, site: &str, visits: usize) -> Result<String, Failure> {
    let mut node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let page = format!("/messages/{}", pair.conversation);
    let visit = |_| pair.seeker.leave(&page, a_while(0, 60));
    futures::stream::iter(0..visits).map(visit).buffer_unordered(32).try_collect::<()>().await?;
    pair.seeker.get(&page).await?;
    let mut sockets = Vec::new();
    for _ in 0..SOCKETS / 2 {
        sockets.extend([pair.seeker.connect(None).await?.0, pair.employer.connect(None).await?.0]);
    }
    let told = futures::future::join_all(sockets.iter_mut().map(Socket::closed));
    let (stopped, told) = tokio::join!(node.stop(), told);
    stopped?;
    if told.iter().any(|code| *code != Some(RESTART)) {
        return Err(format!("sockets were not told to come back: {told:?}").into());
    }
    Ok(format!(
        "{visits} visitors left while their pages were made; it goes on, stops when it is told to, and tells \
         {SOCKETS} sockets to come back"
    ))
}

/// Clients that stop reading, half of them while they are told what they missed, cost little and are let go; the others
/// notice nothing; they find everything on return.
pub async fn slow(program: &PathBuf, site: &str, clients: usize) -> Result<String, Failure> {
    let node = Node::start(program, site).await?;
    let (slow, quick) = (Pair::new(site).await?, Pair::many(site, 1).await?);
    let (mut sender, _) = slow.seeker.connect(None).await?;
    // More than the network and the server keep for a client, and at first what fills the database's caches.
    flow(&mut sender, slow.conversation, 1_000).await?;
    // Nor is it a client's what the connections to the database keep once much was read over them.
    let catch_up = |_| async {
        let (mut socket, newest) = slow.employer.connect(Some(0)).await?;
        while socket.next().await.ok_or("closed before everything was heard")?.seq() != Some(newest) {}
        Ok::<_, Failure>(())
    };
    futures::future::try_join_all((0..clients).map(catch_up)).await?;
    let before = node.memory()?;
    let (mut sockets, mut after) = (Vec::new(), 0);
    let (early, late) = (clients.div_ceil(2), clients / 2);
    for _ in 0..early {
        let (socket, newest) = slow.employer.connect(None).await?;
        sockets.push(socket);
        after = newest;
    }
    let sent = flow(&mut sender, slow.conversation, 500).await?;
    let between = node.memory()?;
    for _ in 0..late {
        sockets.push(slow.employer.connect(Some(after)).await?.0);
    }
    sleep(Duration::from_secs(1)).await; // as much is told as goes out
    let stalled = Instant::now();
    let each = |grown: i64, clients: usize| grown / clients.max(1) as i64;
    let cost = each(between - before, early).max(each(node.memory()? - between, late));
    Exchange::open(&quick, &[site.to_string()], Length::Messages(100), None).await?.run().await?;
    let meanwhile = stalled.elapsed() - QUIET;
    sleep(LET_GO.saturating_sub(stalled.elapsed()).max(LEAST)).await;
    let stalled = stalled.elapsed();
    for socket in &mut sockets {
        // What was on its way is still read; a socket that was let go then ends.
        let ended = timeout(Duration::from_secs(5), async { while socket.next().await.is_some() {} });
        ended.await.map_err(|_| "a client that does not read was kept")?;
    }
    let (mut socket, newest) = slow.employer.connect(Some(after)).await?;
    let (mut last, mut heard) = (after, Vec::new());
    while last < newest {
        let frame = socket.next().await.ok_or("closed before everything was heard")?;
        last = frame.seq().unwrap_or(last);
        heard.extend(frame.told().map(|message| message.id));
    }
    if heard != sent {
        return Err(format!("{} of {} messages were found on return", heard.len(), sent.len()).into());
    }
    if cost > 1_000_000 {
        return Err(format!("a client that does not read costs {cost} bytes").into());
    }
    let kilobytes = cost.max(0) / 1_000;
    Ok(format!(
        "{clients} clients stopped reading, {late} of them while they caught up: at most {kilobytes} kB each, let go \
         within {stalled:.0?}, everything found on return; 200 messages of others took {meanwhile:.1?} meanwhile"
    ))
}

/// Sends so many messages of the largest kind, each once the last is stored.
async fn flow(sender: &mut Socket, conversation: Uuid, messages: usize) -> Result<Vec<Uuid>, Failure> {
    let text = "𝄞".repeat(4_000);
    let mut sent = Vec::new();
    for _ in 0..messages {
        let id = Uuid::now_v7();
        sender.say(conversation, id, &text).await?;
        sent.push(id);
    }
    Ok(sent)
}

/// A client whose machine has gone answers nothing more: its socket is gone soon.
pub async fn dead(program: &PathBuf, site: &str) -> Result<String, Failure> {
    let _node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let mut stream = pair.employer.dead().await?;
    let since = Instant::now();
    let gone = timeout(GONE, async {
        let mut buffer = [0; 4096];
        // Whatever arrives is never answered.
        while tokio::io::AsyncReadExt::read(&mut stream, &mut buffer).await.is_ok_and(|read| read > 0) {}
    });
    gone.await.map_err(|_| "a dead peer was kept")?;
    Ok(format!("a dead peer was gone after {:.0?}", since.elapsed()))
}

/// Nonsense and refused messages leave the memory as it is.
pub async fn flood(program: &PathBuf, site: &str, frames: usize) -> Result<String, Failure> {
    let node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let (mut sender, _) = pair.seeker.connect(None).await?;
    let long = message(pair.conversation, Uuid::now_v7(), &"x".repeat(4_001));
    let strange = message(Uuid::now_v7(), Uuid::now_v7(), "nobody's");
    let kinds = [long, strange];
    let nonsense = ["{", "{\"type\":\"fly\"}"];
    let mut before = 0;
    for n in 0..frames {
        // The server reads what is no message at a pace.
        let frame = match n % 100 {
            0 => nonsense[n / 100 % 2].to_string(),
            _ => kinds[n % 2].clone(),
        };
        sender.send(frame).await?;
        let answer = loop {
            let frame = sender.next().await.ok_or("the socket was closed")?;
            if frame != ServerFrame::Beat {
                break frame;
            }
        };
        if !matches!(answer, ServerFrame::Misunderstood | ServerFrame::Refused { .. }) {
            return Err(format!("not refused: {answer:?}").into());
        }
        if n == frames / 10 {
            before = node.memory()?;
        }
    }
    let grown = node.memory()? - before;
    match grown < 8_000_000 {
        true => Ok(format!("{frames} frames refused; memory grew by {} kB", grown / 1_000)),
        false => Err(format!("memory grew by {grown} bytes").into()),
    }
}

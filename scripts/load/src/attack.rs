//! What somebody sends who wants the site to stop, and what that costs: each attack is a row of a table with its time,
//! its memory, the answer and whether the site goes on, beside what is asked.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use reqwest::StatusCode;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};
use uuid::Uuid;

use crate::{
    client::{Failure, PATIENCE, Pair, Person},
    node::Node,
    payload,
    wire::{self, MAX_FRAME_BYTES},
};

/// After an attack the site takes writes again within this.
const RECOVERS: Duration = Duration::from_secs(5);
/// Sockets that say nothing, read nothing or stop in the middle are let go within this.
const LET_GO: Duration = Duration::from_secs(90);
/// Nobody's page takes longer while an attack goes on, with two cores that attacker and site share.
const MEANWHILE: Duration = Duration::from_secs(2);
/// What the site may take more of, for good.
const MEMORY: i64 = 64 * 1024 * 1024;

/// What an attack came to.
struct Outcome {
    what: String,
    /// What it took of the site's processors, of one of its kind.
    cpu: Duration,
    most_cpu: Duration,
    answer: String,
    /// Whether that is the answer asked for.
    right: bool,
}

/// One attack after the other on a site of its own; fails where one does more than is asked.
pub async fn attacks(program: &PathBuf, site: &str, short: bool) -> Result<String, Failure> {
    let scale = if short { 1 } else { 10 };
    let node = Node::start(program, site).await?;
    let pair = Pair::new(site).await?;
    let mut table = Table::new(&node);
    for (name, text) in payload::descriptions() {
        table.run(name, description(&node, &pair.employer, text)).await?;
    }
    table.run("256 kB of skills", skills(&node, &pair.employer)).await?;
    table.run("forms that fail, nobody logged in", failing_forms(&node, &pair.employer, 40 * scale)).await?;
    table.run("a picture of 30,000 × 30,000", picture(&node, &pair)).await?;
    table.run("64 MB, nobody logged in", upload(&node)).await?;
    table.run("a refused form, and another behind it", refused_then_asked(&node, 20 * scale)).await?;
    table.run("a frame of 64 kB + 1", large_frame(&node, &pair)).await?;
    table.run("frames that ask the database", frames(&node, &pair, 5_000 * scale)).await?;
    table.run("sockets that say nothing, stop in the middle, or do not read", stalled(&node, 100 * scale)).await?;
    table.told()
}

struct Table<'a> {
    node: &'a Node,
    rows: Vec<String>,
    bad: Vec<String>,
}

impl<'a> Table<'a> {
    fn new(node: &'a Node) -> Self {
        Self { node, rows: Vec::new(), bad: Vec::new() }
    }

    /// Runs an attack while others visit, and sees whether the site goes on.
    async fn run(&mut self, name: &str, attack: impl Future<Output = Result<Outcome, Failure>>) -> Result<(), Failure> {
        let (before, begun) = (self.node.memory()?, Instant::now());
        tokio::pin!(attack);
        let (mut slowest, mut most) = (Duration::ZERO, before);
        let outcome = loop {
            tokio::select! {
                outcome = &mut attack => break outcome?,
                visited = visit(&self.node.site) => {
                    slowest = slowest.max(visited?);
                    most = most.max(self.node.memory()?);
                    sleep(Duration::from_millis(20)).await;
                }
            }
        };
        let took = begun.elapsed();
        let recovery = recovery(&self.node.site).await?;
        let grown = (self.node.memory()?.max(most) - before).max(0);
        let ok = outcome.right
            && outcome.cpu <= outcome.most_cpu
            && grown <= MEMORY
            && slowest <= MEANWHILE
            && recovery <= RECOVERS;
        let ms = |time: Duration| time.as_millis();
        self.rows.push(format!(
            "| {} | {name} | {:.1} s | {} ms {} (≤ {}) | +{} MB (≤ {}) | {} | {} ms (≤ {}) | {} ms (≤ {}) |",
            if ok { "✓" } else { "✗" },
            took.as_secs_f64(),
            ms(outcome.cpu),
            outcome.what,
            ms(outcome.most_cpu),
            grown / (1024 * 1024),
            MEMORY / (1024 * 1024),
            outcome.answer,
            ms(slowest),
            ms(MEANWHILE),
            ms(recovery),
            ms(RECOVERS),
        ));
        if !ok {
            self.bad.push(name.to_string());
        }
        Ok(())
    }

    fn told(self) -> Result<String, Failure> {
        let head = "| | Attack | Took | CPU | Memory | Answer | Slowest visit meanwhile | Writes again after |\n\
                    |---|---|--:|--:|--:|---|--:|--:|";
        let table = format!("{head}\n{}", self.rows.join("\n"));
        if self.bad.is_empty() {
            return Ok(table);
        }
        println!("{table}");
        Err(format!("did more than is asked: {}", self.bad.join("; ")).into())
    }
}

/// How long a visitor waits for a page that no cache has.
async fn visit(site: &str) -> Result<Duration, Failure> {
    let begun = Instant::now();
    let address = format!("http://{site}/jobs?q={}", Uuid::new_v4().simple());
    let answer = reqwest::Client::new().get(address).timeout(PATIENCE).send().await?;
    match answer.status().is_success() {
        true => Ok(begun.elapsed()),
        false => Err(format!("a visitor was answered {}", answer.status()).into()),
    }
}

/// How long it takes until somebody can register.
async fn recovery(site: &str) -> Result<Duration, Failure> {
    let begun = Instant::now();
    while Person::seeker(site).await.is_err() {
        if begun.elapsed() > PATIENCE {
            return Err("nothing is written any more".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(begun.elapsed())
}

/// A description that is dear to render: saved, then read by visitors.
async fn description(node: &Node, employer: &Person, text: String) -> Result<Outcome, Failure> {
    const VIEWS: u32 = 10;
    let before = node.cpu()?;
    let saved = employer.publish(&text).await;
    let saving = node.cpu()? - before;
    let (cpu, answer) = match saved {
        Err(_) => (saving, "not saved".to_string()),
        Ok(slug) => {
            let before = node.cpu()?;
            for view in 0..VIEWS {
                employer.get(&format!("/jobs/{slug}?view={view}")).await?;
            }
            let viewing = (node.cpu()? - before) / VIEWS;
            (viewing.max(saving / 10), format!("saved in {} ms of CPU", saving.as_millis()))
        }
    };
    Ok(Outcome { what: "a view".into(), cpu, most_cpu: Duration::from_millis(60), answer, right: true })
}

/// As many skills as fit into a form.
async fn skills(node: &Node, employer: &Person) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let status = employer.status("save_posting", &[("title", "x"), ("skills", &payload::many_entries())]).await?;
    let cpu = node.cpu()? - before;
    let right = status.is_client_error();
    Ok(Outcome { what: "a form".into(), cpu, most_cpu: Duration::from_millis(500), answer: status.to_string(), right })
}

/// Forms that come back with an error, from many addresses: they leave little behind.
async fn failing_forms(node: &Node, employer: &Person, count: u32) -> Result<Outcome, Failure> {
    const MOST: u64 = 32 * 1024 * 1024;
    let (before, stored) = (node.cpu()?, data_bytes());
    let text = "\u{1}\"\\".repeat(60_000);
    for _ in 0..count {
        let form = [("title", &*text), ("email", &text[..100])];
        employer.stranger().form("login", &form).await?;
    }
    let cpu = (node.cpu()? - before) / count;
    let grown = data_bytes().saturating_sub(stored);
    let answer = format!("{} kB are kept of {count}", grown / 1024);
    let most_cpu = Duration::from_millis(60);
    Ok(Outcome { what: "a form".into(), cpu, most_cpu, answer, right: grown <= MOST })
}

/// What the data folder holds, where it is known.
fn data_bytes() -> u64 {
    let folder = std::env::var("JOBI_DATA_DIR").unwrap_or_default();
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).filter(|file| file.is_file()).map(|file| file.len()).sum()
}

/// A picture whose pixels would take gigabytes.
async fn picture(node: &Node, pair: &Pair) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let (kind, body) = payload::multipart(&[("id", &Uuid::now_v7().to_string()), ("text", "")], &payload::large_png());
    let path = format!("/messages/{}/send", pair.conversation);
    let status = pair.seeker.send(&path, &kind, body).await?;
    let right = status == StatusCode::UNPROCESSABLE_ENTITY;
    let cpu = node.cpu()? - before;
    Ok(Outcome { what: "in all".into(), cpu, most_cpu: Duration::from_millis(200), answer: status.to_string(), right })
}

/// A large file of somebody whom nobody knows: how much of it is read.
async fn upload(node: &Node) -> Result<Outcome, Failure> {
    // As much as is read of such a form, so that a browser that is still sending sees the answer (16 MB), and what lies
    // in the buffers of both sides.
    const MOST: usize = 24 * 1024 * 1024;
    let before = node.cpu()?;
    let head = format!(
        "POST /resumes/upload HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\n\
         Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 67108864\r\n\r\n",
        node.site
    );
    let (mut reader, mut writer) = TcpStream::connect(&node.site).await?.into_split();
    writer.write_all(head.as_bytes()).await?;
    let sending = async {
        let (chunk, mut sent) = (vec![b'x'; 64 * 1024], 0);
        while sent < 67_108_864 && writer.write_all(&chunk).await.is_ok() {
            sent += chunk.len();
        }
        sent
    };
    let reading = async {
        let mut answer = [0; 12];
        _ = reader.read_exact(&mut answer).await;
        answer
    };
    let (sent, answer) = timeout(LET_GO, async { tokio::join!(sending, reading) }).await?;
    let status = String::from_utf8_lossy(&answer[9..]).to_string();
    let cpu = node.cpu()? - before;
    let answer = format!("{status} after {} kB", sent / 1024);
    let right = status == "401" && sent <= MOST;
    Ok(Outcome { what: "in all".into(), cpu, most_cpu: Duration::from_millis(200), answer, right })
}

/// A form that is refused before its body is read does not take the next request with it.
async fn refused_then_asked(node: &Node, tries: u32) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let mut lost = 0;
    for _ in 0..tries {
        let body = "x".repeat(20_000);
        let refused = format!(
            "POST /api/login HTTP/1.1\r\nHost: {}\r\nOrigin: https://evil.example\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            node.site,
            body.len()
        );
        let mut stream = TcpStream::connect(&node.site).await?;
        stream.write_all(refused.as_bytes()).await?;
        let answer = answer(&mut stream).await?;
        // Who is told that the connection ends opens another; who is not goes on with this one.
        if answer.to_lowercase().contains("connection: close") {
            continue;
        }
        stream.write_all(body.as_bytes()).await?;
        stream.write_all(format!("GET /healthz HTTP/1.1\r\nHost: {}\r\n\r\n", node.site).as_bytes()).await?;
        if !self::answer(&mut stream).await.unwrap_or_default().starts_with("HTTP/1.1 200") {
            lost += 1;
        }
    }
    let cpu = (node.cpu()? - before) / tries;
    let answer = format!("{lost} of {tries} lost");
    Ok(Outcome { what: "each".into(), cpu, most_cpu: Duration::from_millis(20), answer, right: lost == 0 })
}

/// The head of an answer, and what came with it.
async fn answer(stream: &mut TcpStream) -> Result<String, Failure> {
    let mut buffer = vec![0; 64 * 1024];
    let read = timeout(PATIENCE, stream.read(&mut buffer)).await??;
    Ok(String::from_utf8_lossy(&buffer[..read]).into_owned())
}

/// A frame that is too large: the client is told so.
async fn large_frame(node: &Node, pair: &Pair) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let (mut socket, _) = pair.seeker.connect(None).await?;
    socket.send("x".repeat(MAX_FRAME_BYTES + 1)).await?;
    let code = timeout(PATIENCE, socket.closed()).await?;
    let cpu = node.cpu()? - before;
    let answer = format!("closed with {code:?}");
    Ok(Outcome { what: "in all".into(), cpu, most_cpu: Duration::from_millis(200), answer, right: code == Some(1009) })
}

/// Frames that each made the site ask its database.
async fn frames(node: &Node, pair: &Pair, count: u32) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let (mut socket, _) = pair.seeker.connect(None).await?;
    let conversation = pair.conversation;
    for n in 0..count {
        let frame = match n % 2 {
            0 => wire::read(conversation, 1),
            _ => wire::watch(Uuid::new_v4(), 1),
        };
        if socket.send(frame).await.is_err() {
            break;
        }
    }
    drop(socket);
    let cpu = (node.cpu()? - before) / count;
    let most_cpu = Duration::from_millis(1);
    Ok(Outcome { what: "each".into(), cpu, most_cpu, answer: format!("{count} frames"), right: true })
}

/// Connections that hold a place and do nothing with it.
async fn stalled(node: &Node, each: u32) -> Result<Outcome, Failure> {
    let before = node.cpu()?;
    let site = &node.site;
    let posted = format!(
        "POST /api/login HTTP/1.1\r\nHost: {site}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nemail="
    );
    // More answers than fit into the buffers on the way.
    let unread = format!("GET /jobs HTTP/1.1\r\nHost: {site}\r\n\r\n").repeat(400);
    let starts = [String::new(), "GET /jobs HT".into(), posted, unread];
    let mut sockets = Vec::new();
    for n in 0..each {
        let mut stream = TcpStream::connect(site).await?;
        let start = &starts[n as usize % starts.len()];
        _ = timeout(Duration::from_secs(1), stream.write_all(start.as_bytes())).await;
        sockets.push(stream);
    }
    let since = Instant::now();
    let mut left = connections(node)?;
    while left > 2 && since.elapsed() < LET_GO {
        sleep(Duration::from_millis(500)).await;
        left = connections(node)?;
    }
    let answer = format!("{left} of {each} are kept after {} s", since.elapsed().as_secs());
    drop(sockets);
    let cpu = (node.cpu()? - before) / each;
    // Those who visit meanwhile are counted as well.
    Ok(Outcome { what: "each".into(), cpu, most_cpu: Duration::from_millis(500), answer, right: left <= 4 })
}

/// Connections to a site that are established, as its end has them (Linux, proc(5)).
fn connections(node: &Node) -> Result<usize, Failure> {
    const LISTENS: &str = "0A";
    let port: u16 = node.site.rsplit(':').next().unwrap_or_default().parse()?;
    let local = format!(":{port:04X}");
    let table = std::fs::read_to_string(format!("/proc/{}/net/tcp", node.id()?))?;
    let held = |line: &&str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        // Whoever has closed a connection keeps it for a while, without a file.
        let (here, state, file) = (fields.get(1), fields.get(3), fields.get(9));
        here.is_some_and(|here| here.ends_with(&local)) && state != Some(&LISTENS) && file != Some(&"0")
    };
    Ok(table.lines().skip(1).filter(held).count())
}

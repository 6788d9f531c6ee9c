//! What is promised of mails: none is lost, and none is sent twice but where a mail server has taken it and nobody was
//! left to hear so.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::{Instant, sleep},
};

use crate::{
    client::{Failure, PATIENCE, Person},
    node::Node,
};

/// People who register at once.
const AT_ONCE: usize = 4;
/// How far the clock is moved for what is tried again later, in seconds.
const LATER: &str = "86400";

/// A mail server that fails at random while it is in the mood for it.
#[derive(Default)]
struct MailServer {
    is_calm: AtomicBool,
    /// By its Message-ID: to whom, and how often it was taken.
    taken: Mutex<HashMap<String, (String, usize)>>,
    /// Mails that it took without saying so.
    silent: AtomicUsize,
}

impl MailServer {
    async fn serve(self: Arc<Self>, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            let server = self.clone();
            tokio::spawn(async move { _ = server.talk(stream).await });
        }
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mood = if self.is_calm.load(Ordering::SeqCst) { 9 } else { fastrand::u8(0..10) };
        match mood {
            0 => return Ok(()),
            1 => std::future::pending().await,
            _ => {}
        }
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 mail.test ESMTP\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match (word.as_str(), mood) {
                ("EHLO", _) => "250-mail.test\r\n250-8BITMIME\r\n250 SMTPUTF8",
                ("RCPT", 2) => "451 4.7.1 later",
                ("DATA", _) => {
                    write.write_all(b"354 go on\r\n").await?;
                    let (mut id, mut to) = (String::new(), String::new());
                    loop {
                        // A mail that is cut off is none.
                        let Some(line) = lines.next_line().await? else { return Ok(()) };
                        match line.split_once(": ") {
                            Some(("Message-ID", value)) if id.is_empty() => id = value.into(),
                            Some(("To", value)) if to.is_empty() => to = value.into(),
                            _ if line == "." => break,
                            _ => {}
                        }
                    }
                    self.taken.lock().unwrap().entry(id).or_insert((to, 0)).1 += 1;
                    if mood == 3 {
                        self.silent.fetch_add(1, Ordering::SeqCst);
                        return Ok(());
                    }
                    "250 taken"
                }
                ("QUIT", _) => "221 bye",
                _ => "250 fine",
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// Which of these addresses no mail was sent to.
    fn missing(&self, addresses: &[String]) -> usize {
        let taken = self.taken.lock().unwrap();
        addresses.iter().filter(|address| !taken.values().any(|(to, _)| to.contains(address.as_str()))).count()
    }
}

/// People register, which mails a link, while nodes are killed at random moments and the mail server refuses, hangs,
/// hangs up, or takes mails without saying so.
pub async fn mails(
    program: &PathBuf,
    site: &str,
    other: Option<&str>,
    causes: usize,
    kills: usize,
) -> Result<String, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = Arc::new(MailServer::default());
    let smtp = format!("smtp://{}", listener.local_addr()?);
    tokio::spawn(server.clone().serve(listener));
    let env = [("JOBI_SMTP_URL", &*smtp), ("JOBI_MAIL_FROM", "Jobi <jobi@jobi.test>"), ("JOBI_TEST_CLOCK", "true")];
    let mut nodes = vec![Node::start_with(program, site, &env).await?];
    if let Some(other) = other {
        nodes.push(Node::start_with(program, other, &env).await?);
    }
    let sites: Vec<String> = nodes.iter().map(|node| node.site.clone()).collect();
    let registered = Arc::new(Mutex::new(Vec::new()));
    let register = async {
        let people = (0..AT_ONCE).map(|n| {
            let (registered, site) = (registered.clone(), sites[n % sites.len()].clone());
            async move {
                let until = Instant::now() + PATIENCE * 10;
                while registered.lock().unwrap().len() < causes {
                    if Instant::now() > until {
                        return Err("nobody is registered".into());
                    }
                    match Person::seeker(&site).await {
                        Ok(person) => registered.lock().unwrap().push(person.email),
                        // The node is being killed.
                        Err(_) => sleep(Duration::from_millis(50)).await,
                    }
                }
                Ok::<(), Failure>(())
            }
        });
        futures::future::try_join_all(people).await
    };
    let kill = async |nodes: &mut Vec<Node>| {
        for kill in 0..kills {
            sleep(Duration::from_millis(fastrand::u64(200..2_500))).await;
            let at = kill % nodes.len();
            nodes[at].kill().await?;
            nodes[at].restart().await?;
        }
        Ok::<(), Failure>(())
    };
    let (_, ()) = tokio::try_join!(register, kill(&mut nodes))?;
    let registered = registered.lock().unwrap().clone();
    server.is_calm.store(true, Ordering::SeqCst);
    // One node's clock is moved: that of the other would take what the first does for forgotten.
    for mut node in nodes.drain(1..) {
        node.stop().await?;
    }
    arrive(&server, &sites[0], &registered).await?;
    let taken = server.taken.lock().unwrap();
    let again: usize = taken.values().map(|(_, times)| times - 1).sum();
    let silent = server.silent.load(Ordering::SeqCst);
    // A node that is killed leaves what it was at.
    if again > silent + kills * 8 {
        return Err(format!("{again} mails came twice, {silent} were taken silently").into());
    }
    let (mails, people) = (taken.len(), registered.len());
    Ok(format!(
        "{people} registrations, {kills} kills, {mails} mails: none lost, {again} twice, {silent} taken silently"
    ))
}

/// Waits for every mail, and moves the clock to when it is tried again.
async fn arrive(server: &MailServer, site: &str, addresses: &[String]) -> Result<(), Failure> {
    let clock = Person::stranger_at(site)?;
    let until = Instant::now() + PATIENCE * 4;
    loop {
        let missing = server.missing(addresses);
        if missing == 0 {
            return Ok(());
        }
        if Instant::now() > until {
            return Err(format!("{missing} mails of {} did not come", addresses.len()).into());
        }
        clock.move_clock(LATER).await?;
        sleep(Duration::from_secs(5)).await;
    }
}

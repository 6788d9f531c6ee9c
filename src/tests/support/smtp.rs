//! A mail server that does what a test says.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::platform::mail::{Mailer, Smtp};

/// What the server does with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// Hangs up at once.
    HangsUp,
    /// Says nothing.
    Hangs,
    /// Takes the mail, and breaks the connection instead of saying so.
    DropsAfterData,
    /// Answers `RCPT TO` with this.
    Refuses(&'static str),
}

/// A mail server on loopback.
#[derive(Clone)]
pub struct MailServer {
    port: u16,
    mood: Arc<Mutex<Box<dyn FnMut() -> Mood + Send>>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    /// A server whose mood is asked for at each connection.
    pub async fn start(mood: impl FnMut() -> Mood + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = Self { port, mood: Arc::new(Mutex::new(Box::new(mood))), taken: Arc::default() };
        let its = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mood = (its.mood.lock().unwrap())();
                let taken = its.taken.clone();
                tokio::spawn(async move { _ = talk(stream, mood, &taken).await });
            }
        });
        server
    }

    pub fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = Box::new(move || mood);
    }

    /// What sends mails to it.
    pub fn mailer(&self) -> Arc<Mailer> {
        let url = format!("smtp://127.0.0.1:{}", self.port);
        Arc::new(Mailer::Smtp(Smtp::to(&url, "Jobi <jobi@jobi.test>".parse().unwrap()).unwrap()))
    }

    /// The mails that it has taken, as they came.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

async fn talk(stream: TcpStream, mood: Mood, taken: &Mutex<Vec<String>>) -> std::io::Result<()> {
    match mood {
        Mood::HangsUp => return Ok(()),
        Mood::Hangs => std::future::pending().await,
        _ => {}
    }
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 mail.test ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match (word.as_str(), mood) {
            ("EHLO", _) => "250-mail.test\r\n250-8BITMIME\r\n250 SMTPUTF8",
            ("RCPT", Mood::Refuses(with)) => with,
            ("DATA", _) => {
                write.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                loop {
                    // A mail that is cut off is none.
                    let Some(line) = lines.next_line().await? else { return Ok(()) };
                    if line == "." {
                        break;
                    }
                    mail.push_str(&line);
                    mail.push('\n');
                }
                taken.lock().unwrap().push(mail);
                if mood == Mood::DropsAfterData {
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

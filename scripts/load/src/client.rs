//! A browser of Jobi, as far as the messenger needs one: forms over HTTP, and the socket.

use std::{sync::Arc, time::Duration};

use futures::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use reqwest::{
    StatusCode,
    header::{COOKIE, SET_COOKIE},
};
use serde_json::Value;
use tokio::{
    io::AsyncWriteExt,
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, client_async, connect_async,
    tungstenite::{Message, client::IntoClientRequest, handshake::client::Request},
};
use uuid::Uuid;

use crate::wire::{PROTOCOL, ServerFrame, message};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Whatever is to come does so within this, also where the machine is busy.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody with an account, logged in.
#[derive(Clone)]
pub struct Person {
    http: reqwest::Client,
    /// `127.0.0.1:3000`
    site: Arc<str>,
    cookie: String,
    pub email: String,
}

/// Two people who talk.
#[derive(Clone)]
pub struct Pair {
    pub seeker: Person,
    pub employer: Person,
    pub conversation: Uuid,
}

impl Person {
    /// Somebody new who looks for a job.
    pub async fn seeker(site: &str) -> Result<Self, Failure> {
        Self::register(&http()?, &site.into(), &[("role", "seeker")]).await
    }

    async fn register(http: &reqwest::Client, site: &Arc<str>, fields: &[(&str, &str)]) -> Result<Self, Failure> {
        let name = Uuid::new_v4().simple().to_string();
        let email = format!("{name}@load.example");
        let mut form = vec![("name", "Loader"), ("email", &*email), ("password", "correct horse battery")];
        form.extend(fields);
        let answer = post(http, site, "register", "", &form).await?;
        let cookies = answer.headers().get_all(SET_COOKIE).iter();
        let cookie = cookies.filter_map(|c| c.to_str().ok()?.split(';').next()).find(|c| c.starts_with("jobi="));
        let cookie = cookie.ok_or("no session after registering")?.to_string();
        Ok(Self { http: http.clone(), site: site.clone(), cookie, email })
    }

    /// Somebody at a site who has no account.
    pub fn stranger_at(site: &str) -> Result<Self, Failure> {
        Ok(Self { http: http()?, site: site.into(), cookie: String::new(), email: String::new() })
    }

    /// Moves the site's clock forward, as somebody on its own machine.
    pub async fn move_clock(&self, seconds: &str) -> Result<(), Failure> {
        let request = self.http.post(format!("http://{}/dev/clock", self.site)).form(&[("forward", seconds)]);
        request.send().await?.error_for_status()?;
        Ok(())
    }

    /// Calls a server function.
    pub async fn call(&self, function: &str, form: &[(&str, &str)]) -> Result<Value, Failure> {
        let text = post(&self.http, &self.site, function, &self.cookie, form).await?.text().await?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    }

    /// The status of a server function's answer.
    pub async fn status(&self, function: &str, form: &[(&str, &str)]) -> Result<StatusCode, Failure> {
        Ok(send(&self.http, &self.site, function, &self.cookie, form, "application/json").await?.status())
    }

    /// Sends a form as a browser without scripts does.
    pub async fn form(&self, function: &str, form: &[(&str, &str)]) -> Result<StatusCode, Failure> {
        Ok(send(&self.http, &self.site, function, &self.cookie, form, "text/html").await?.status())
    }

    /// Sends a form with files; tells the status of the answer.
    pub async fn send(&self, path: &str, kind: &str, body: Vec<u8>) -> Result<StatusCode, Failure> {
        let request = self
            .http
            .post(format!("http://{}{path}", self.site))
            .header("accept", "application/json")
            .header("content-type", kind)
            .header(COOKIE, &self.cookie)
            .body(body);
        Ok(request.send().await?.status())
    }

    /// Publishes a posting with this description, and tells its address.
    pub async fn publish(&self, description: &str) -> Result<String, Failure> {
        let title = format!("Loader {}", Uuid::new_v4().simple());
        let posting = [
            ("action", "publish"),
            ("title", &*title),
            ("category", "engineering"),
            ("description", description),
            ("employment_type", "full_time"),
            ("workplace", "remote"),
            ("country", "DE"),
            ("pay_min", "50000"),
            ("pay_max", "60000"),
            ("currency", "EUR"),
            ("pay_period", "year"),
        ];
        self.call("save_posting", &posting).await?;
        let found = self.call("load_postings", &[]).await?;
        let id = find(&found, "id").ok_or_else(|| format!("no posting: {found}"))?;
        let found = self.call("load_editor", &[("id", id)]).await?;
        Ok(find(&found, "slug").ok_or_else(|| format!("no address: {found}"))?.to_string())
    }

    /// Somebody at the same site who has no account.
    pub fn stranger(&self) -> Self {
        Self { cookie: String::new(), ..self.clone() }
    }

    /// A page's HTML.
    pub async fn get(&self, path: &str) -> Result<String, Failure> {
        let request = self.http.get(format!("http://{}{path}", self.site)).header(COOKIE, &self.cookie);
        Ok(request.send().await?.error_for_status()?.text().await?)
    }

    /// Asks for a page, and leaves before it has come.
    pub async fn leave(&self, path: &str, after: Duration) -> Result<(), Failure> {
        let mut stream = TcpStream::connect(&*self.site).await?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n", self.site, self.cookie);
        stream.write_all(request.as_bytes()).await?;
        sleep(after).await;
        Ok(())
    }

    /// The same person at another node.
    pub fn at(&self, site: &str) -> Self {
        Self { site: site.into(), ..self.clone() }
    }

    /// Opens the socket, going on behind an event; its first frame tells the newest one.
    pub async fn connect(&self, after: Option<i64>) -> Result<(Socket, i64), Failure> {
        let (socket, _) = connect_async(self.request(after)?).await?;
        let (sink, stream) = socket.split();
        let mut socket = Socket { sink, stream };
        let hello = socket.next().await.ok_or("closed at once")?;
        let ServerFrame::Hello { seq } = hello else { return Err(format!("no greeting: {hello:?}").into()) };
        Ok((socket, seq))
    }

    fn request(&self, after: Option<i64>) -> Result<Request, Failure> {
        let after = after.map(|seq| format!("after={seq}&")).unwrap_or_default();
        let mut request = format!("ws://{}/live?{after}v={PROTOCOL}", self.site).into_client_request()?;
        let headers = request.headers_mut();
        headers.insert("origin", format!("http://{}", self.site).parse()?);
        headers.insert("cookie", self.cookie.parse()?);
        Ok(request)
    }

    /// The connection under a socket, on which nobody answers any more.
    pub async fn dead(&self) -> Result<TcpStream, Failure> {
        let stream = TcpStream::connect(&*self.site).await?;
        let (mut socket, _) = client_async(self.request(None)?, stream).await?;
        socket.next().await.ok_or("closed at once")??;
        Ok(socket.into_inner())
    }
}

fn http() -> Result<reqwest::Client, Failure> {
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(Duration::from_secs(30));
    Ok(http.build()?)
}

async fn send(
    http: &reqwest::Client,
    site: &str,
    function: &str,
    cookie: &str,
    form: &[(&str, &str)],
    accept: &str,
) -> Result<reqwest::Response, Failure> {
    // Each is somebody else's computer, as far as limits by address go.
    let address = format!("10.{}.{}.{}", fastrand::u8(..), fastrand::u8(..), fastrand::u8(1..));
    let request = http
        .post(format!("http://{site}/api/{function}"))
        .header("accept", accept)
        .header("x-forwarded-for", address)
        .header(COOKIE, cookie)
        .form(form);
    Ok(request.send().await?)
}

async fn post(
    http: &reqwest::Client,
    site: &str,
    function: &str,
    cookie: &str,
    form: &[(&str, &str)],
) -> Result<reqwest::Response, Failure> {
    let answer = send(http, site, function, cookie, form, "application/json").await?;
    match answer.status().is_success() || answer.status().is_redirection() {
        true => Ok(answer),
        false => Err(format!("{function}: {} {}", answer.status(), answer.text().await?).into()),
    }
}

impl Pair {
    /// Makes two people, a posting, and the conversation about it.
    pub async fn new(site: &str) -> Result<Self, Failure> {
        let http = http()?;
        let site: Arc<str> = site.into();
        let company = format!("Load {}", Uuid::new_v4().simple());
        let employer = Person::register(&http, &site, &[("role", "employer"), ("company", &company)]).await?;
        let seeker = Person::register(&http, &site, &[("role", "seeker")]).await?;
        let slug = &*employer.publish("To be loaded.").await?;
        let id = Uuid::now_v7().to_string();
        seeker.call("ask_company", &[("slug", slug), ("id", &id), ("text", "Hello")]).await?;
        let found = seeker.call("load_conversations", &[]).await?;
        let conversation = find(&found, "id").ok_or_else(|| format!("no conversation: {found}"))?;
        employer.call("answer_question", &[("conversation", conversation), ("accept", "true")]).await?;
        let conversation = conversation.parse()?;
        Ok(Self { seeker, employer, conversation })
    }

    /// Many of them.
    pub async fn many(site: &str, count: usize) -> Result<Vec<Self>, Failure> {
        let pairs = futures::stream::iter(0..count).map(|_| Self::new(site)).buffer_unordered(4);
        pairs.collect::<Vec<_>>().await.into_iter().collect()
    }
}

/// The first text under this name, wherever it is.
fn find<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    match value {
        Value::Object(map) => {
            map.get(name).and_then(Value::as_str).or_else(|| map.values().find_map(|v| find(v, name)))
        }
        Value::Array(all) => all.iter().find_map(|v| find(v, name)),
        _ => None,
    }
}

/// An open socket.
pub struct Socket {
    pub sink: SplitSink<WebSocketStream<MaybeTlsStream<TcpStream>>, Message>,
    pub stream: SplitStream<WebSocketStream<MaybeTlsStream<TcpStream>>>,
}

impl Socket {
    /// The next frame; none once the socket is closed.
    pub async fn next(&mut self) -> Option<ServerFrame> {
        next(&mut self.stream).await
    }

    /// The code with which the server closes it (RFC 6455, 7.4), once it does.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Message::Close(frame) = self.stream.next().await?.ok()? {
                return frame.map(|frame| frame.code.into());
            }
        }
    }

    pub async fn send(&mut self, frame: String) -> Result<(), Failure> {
        Ok(self.sink.send(Message::Text(frame.into())).await?)
    }

    /// Sends a message, again where the database was away, until it is acknowledged.
    pub async fn say(&mut self, conversation: Uuid, id: Uuid, text: &str) -> Result<(), Failure> {
        let acknowledged = async {
            loop {
                self.send(message(conversation, id, text)).await?;
                let answer = self.answer(id).await?;
                match answer {
                    ServerFrame::Sent { .. } => return Ok(()),
                    answer if answer.is_away() => {}
                    answer => return Err(format!("refused: {answer:?}").into()),
                }
            }
        };
        timeout(PATIENCE, acknowledged).await.map_err(|_| "a message was not acknowledged")?
    }

    /// What becomes of a message.
    async fn answer(&mut self, id: Uuid) -> Result<ServerFrame, Failure> {
        loop {
            let frame = self.next().await.ok_or("the sender's socket was closed")?;
            match &frame {
                ServerFrame::Sent { id: of } | ServerFrame::Refused { id: of, .. } if *of == id => return Ok(frame),
                _ => {}
            }
        }
    }
}

/// The next frame that is text.
pub async fn next(stream: &mut SplitStream<WebSocketStream<MaybeTlsStream<TcpStream>>>) -> Option<ServerFrame> {
    loop {
        match stream.next().await?.ok()? {
            Message::Text(text) => return serde_json::from_str(&text).ok(),
            Message::Close(_) => return None,
            _ => {}
        }
    }
}

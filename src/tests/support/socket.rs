//! The site on a real port, and browsers' sockets to it.

use std::{net::SocketAddr, time::Duration};

use axum::http::{HeaderValue, StatusCode};
use futures::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message as Raw, client::IntoClientRequest},
};

use super::{Client, ORIGIN, Site};
use crate::{
    live::PROTOCOL,
    platform::serve::{Limits, serve_until},
    site::wire::{ClientFrame, Event, ServerFrame},
};

/// Nothing that a socket tells takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

impl Site {
    /// Serves the site on a port of its own, for as long as the test runs.
    pub async fn port(&self) -> SocketAddr {
        self.port_within(Limits::default()).await
    }

    /// The same, within other limits.
    pub async fn port_within(&self, limits: Limits) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (router, bus) = (self.router(), self.state.bus.clone());
        tokio::spawn(async move { serve_until(std::future::pending(), listener, router, bus.stop(), limits).await });
        address
    }
}

/// A browser's end of the WebSocket.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    /// Asks for a socket as the browser of `client` does; the status that it is refused with, if it is.
    pub async fn ask(site: SocketAddr, client: &Client, query: &str, origin: Option<&str>) -> Result<Self, StatusCode> {
        let mut request = format!("ws://{site}/live?{query}").into_client_request().unwrap();
        let headers = request.headers_mut();
        if let Some(origin) = origin {
            headers.insert("origin", HeaderValue::from_str(origin).unwrap());
        }
        if let Some(token) = client.cookie("jobi") {
            headers.insert("cookie", HeaderValue::from_str(&format!("jobi={token}")).unwrap());
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(tungstenite::Error::Http(answer)) => Err(answer.status()),
            Err(other) => panic!("no socket: {other}"),
        }
    }

    /// A socket that goes on behind an event, and has been greeted.
    pub async fn open(site: SocketAddr, client: &Client, after: i64) -> Self {
        let query = format!("after={after}&v={PROTOCOL}");
        let mut socket = Self::ask(site, client, &query, Some(ORIGIN)).await.expect("a socket");
        assert!(matches!(socket.hear().await, Some(ServerFrame::Hello { .. })));
        socket
    }

    pub async fn say(&mut self, frame: &ClientFrame) {
        self.say_raw(serde_json::to_string(frame).unwrap()).await;
    }

    pub async fn say_raw(&mut self, text: impl Into<String>) {
        let text: String = text.into();
        _ = self.0.send(Raw::Text(text.into())).await; // it may be closed already
    }

    /// The next frame; none once the socket is closed.
    pub async fn hear(&mut self) -> Option<ServerFrame> {
        loop {
            match self.next().await? {
                Raw::Text(text) => match serde_json::from_str(&text).expect("frames are JSON") {
                    ServerFrame::Beat => {}
                    frame => return Some(frame),
                },
                Raw::Close(_) => return None,
                _ => {}
            }
        }
    }

    async fn next(&mut self) -> Option<Raw> {
        let next = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("something is heard");
        next.and_then(Result::ok)
    }

    /// Waits for a beat.
    pub async fn beat(&mut self) {
        loop {
            if let Raw::Text(text) = self.next().await.expect("an open socket")
                && serde_json::from_str::<ServerFrame>(&text).is_ok_and(|frame| frame == ServerFrame::Beat)
            {
                return;
            }
        }
    }

    /// The next event.
    pub async fn event(&mut self) -> (i64, Event) {
        loop {
            if let ServerFrame::Event { seq, event } = self.hear().await.expect("an open socket") {
                return (seq, event);
            }
        }
    }

    /// The next frame that answers something.
    pub async fn answer(&mut self) -> ServerFrame {
        loop {
            let frame = self.hear().await.expect("an open socket");
            if !is_passing(&frame) && !matches!(frame, ServerFrame::Event { .. }) {
                return frame;
            }
        }
    }

    /// The next frame that is not stored and may be lost; nothing, when what was asked before is answered first.
    pub async fn passing(&mut self) -> Option<ServerFrame> {
        loop {
            match self.hear().await.expect("an open socket") {
                ServerFrame::Event { .. } | ServerFrame::Sent(_) => {}
                frame => return is_passing(&frame).then_some(frame),
            }
        }
    }

    /// The code that the server closes the socket with.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Raw::Close(frame) = self.next().await? {
                return frame.map(|frame| frame.code.into());
            }
        }
    }
}

fn is_passing(frame: &ServerFrame) -> bool {
    matches!(frame, ServerFrame::Presence(_) | ServerFrame::Typing(_) | ServerFrame::Posting(_))
}

//! A client's TCP connection, as the HTTP server and later a WebSocket use it.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf},
    net::TcpStream,
    runtime::Handle,
    time::timeout,
};

use super::{
    connections::{Answering, Place},
    patience::Patience,
};

/// How much is read and dropped of a closed connection (lingering close), so that the client can read its last answer.
const LINGER_BYTES: usize = 1024 * 1024;

/// The state that a connection's parts share.
#[derive(Debug, Default)]
pub struct Fate {
    /// The connection is a WebSocket now, with heartbeats and timeouts of its own; it stays busy while it is open.
    pub upgraded: OnceLock<Answering>,
    /// The connection is closed to make room: nothing more is read, so there is no lingering close.
    pub cut: AtomicBool,
}

/// A TCP stream with a write timeout, and a lingering close so that the last answer arrives.
pub struct Stream {
    tcp: Option<TcpStream>,
    writing: Patience,
    /// The write timeout has passed: the client does not read.
    stalled: bool,
    /// The other end has closed it, or it is broken.
    ended: bool,
    linger: Duration,
    fate: Arc<Fate>,
    /// Held as long as the connection is open.
    place: Arc<Place>,
}

impl Stream {
    pub fn new(tcp: TcpStream, writing: Patience, linger: Duration, fate: Arc<Fate>, place: Arc<Place>) -> Self {
        Self { tcp: Some(tcp), writing, stalled: false, ended: false, linger, fate, place }
    }

    fn tcp(&mut self) -> Pin<&mut TcpStream> {
        Pin::new(self.tcp.as_mut().expect("it is taken when it is dropped"))
    }

    /// The result of a write, or an error after the write timeout.
    fn written(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Ready(Ok(bytes)) => self.writing.moved(*bytes),
            Poll::Ready(Err(_)) => self.ended = true,
            Poll::Pending if self.fate.upgraded.get().is_some() => {}
            Poll::Pending if self.writing.poll_wait(cx).is_ready() => {
                self.stalled = true;
                return Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "nobody takes the answer")));
            }
            Poll::Pending => {}
        }
        written
    }
}

impl AsyncRead for Stream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let (before, room) = (buf.filled().len(), buf.remaining());
        let read = this.tcp().poll_read(cx, buf);
        this.ended |= match &read {
            Poll::Ready(Ok(())) => room > 0 && buf.filled().len() == before,
            Poll::Ready(Err(_)) => true,
            Poll::Pending => false,
        };
        read
    }
}

impl AsyncWrite for Stream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = this.tcp().poll_write(cx, bytes);
        this.written(cx, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = this.tcp().poll_write_vectored(cx, slices);
        this.written(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.get_mut().tcp().poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.get_mut().tcp().poll_shutdown(cx)
    }
}

impl Drop for Stream {
    /// Lingering close: bytes that arrive after a close are answered with a TCP reset, which discards what the client
    /// has not read yet: the answer to a form that is refused while it is being sent, or a WebSocket's close code. So
    /// reading goes on for a little.
    fn drop(&mut self) {
        let Some(tcp) = self.tcp.take() else { return };
        if self.stalled {
            // With zero linger the kernel drops unsent bytes as well.
            _ = tcp.set_zero_linger();
        } else if !self.ended
            && !self.fate.cut.load(Ordering::Relaxed)
            && let Ok(runtime) = Handle::try_current()
        {
            runtime.spawn(linger(tcp, self.linger, self.place.clone()));
        }
    }
}

async fn linger(mut tcp: TcpStream, time: Duration, place: Arc<Place>) {
    let rest = async {
        _ = tcp.shutdown().await;
        let mut buffer = vec![0; 8 * 1024];
        let mut left = LINGER_BYTES;
        while let Ok(read @ 1..) = tcp.read(&mut buffer).await
            && read <= left
        {
            left -= read;
        }
    };
    tokio::select! {
        _ = timeout(time, rest) => {}
        () = place.let_go() => {}
    }
}

//! What lies between a server and its database, and may break.

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
};

/// Passes on every connection, until it is told otherwise.
pub struct Proxy {
    pub port: u16,
    open: watch::Sender<bool>,
    /// Ends the connections that there are, with a word or without.
    forget: Arc<Notify>,
    cut: Arc<Notify>,
}

impl Proxy {
    pub async fn to(target: SocketAddr) -> Self {
        let between = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = between.local_addr().unwrap().port();
        let (open, is_open) = watch::channel(true);
        let (forget, cut) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        tokio::spawn({
            let (forget, cut) = (forget.clone(), cut.clone());
            async move {
                while let Ok((near, _)) = between.accept().await {
                    let is_open = is_open.clone();
                    tokio::spawn(pass(near, target, is_open, forget.clone(), cut.clone()));
                }
            }
        });
        Self { port, open, forget, cut }
    }

    /// From now on nothing comes through, and neither end is told. Connections from before never come back.
    pub fn swallow(&self) {
        self.open.send_replace(false);
        self.forget.notify_waiters();
    }

    /// New connections come through again.
    pub fn restore(&self) {
        self.open.send_replace(true);
    }

    /// Ends every connection; new ones come through.
    pub fn cut(&self) {
        self.cut.notify_waiters();
    }
}

async fn pass(
    mut near: TcpStream,
    target: SocketAddr,
    is_open: watch::Receiver<bool>,
    forget: Arc<Notify>,
    cut: Arc<Notify>,
) {
    if !*is_open.borrow() {
        std::future::pending::<()>().await;
    }
    let Ok(mut far) = TcpStream::connect(target).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut near, &mut far) => {}
        () = cut.notified() => {}
        () = forget.notified() => std::future::pending().await,
    }
}

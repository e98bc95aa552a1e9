use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::{Result, Server};

/// A line between browsers and a server that can be cut: for pages and for the service worker alike, which a browser's
/// own emulation does not do.
pub struct Line {
    /// What the browser is to look at.
    pub address: String,
    ends: Ends,
    carrying: Option<JoinHandle<()>>,
}

#[derive(Clone)]
struct Ends {
    near: String,
    far: String,
    /// Whether the service worker is told to be a newer one.
    is_newer: Arc<AtomicBool>,
}

/// How the request for the service worker begins.
const WORKER: &[u8] = b"GET /sw.js ";

impl Line {
    /// A whole line to a server.
    pub async fn to(server: &Server) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let near = listener.local_addr()?.to_string();
        let far = server.address.trim_start_matches("http://").to_owned();
        let ends = Ends { near: near.clone(), far, is_newer: Arc::default() };
        let carrying = Some(tokio::spawn(carry(listener, ends.clone())));
        Ok(Self { address: format!("http://{near}"), ends, carrying })
    }

    /// Cuts it: what is on its way is lost, and nobody answers any more.
    pub async fn cut(&mut self) {
        if let Some(carrying) = self.carrying.take() {
            carrying.abort();
            // It ends with being aborted.
            let _ = carrying.await;
        }
    }

    /// Mends it, at the same address.
    pub async fn mend(&mut self) -> Result {
        let listener = TcpListener::bind(&self.ends.near).await?;
        self.carrying = Some(tokio::spawn(carry(listener, self.ends.clone())));
        Ok(())
    }

    /// From now on the server has a newer version of the pages, as far as the service worker can tell.
    pub fn brings_news(&self) {
        self.ends.is_newer.store(true, Ordering::SeqCst);
    }
}

/// Carries bytes until it is aborted, and with it all its connections.
async fn carry(listener: TcpListener, ends: Ends) {
    let mut connections = JoinSet::new();
    while let Ok((near, _)) = listener.accept().await {
        let ends = ends.clone();
        connections.spawn(async move {
            // A connection that breaks is what lines are about.
            let _ = join(near, &ends).await;
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn join(near: TcpStream, ends: &Ends) -> Result {
    let far = TcpStream::connect(&ends.far).await?;
    let (mut from_near, mut to_near) = near.into_split();
    let (mut from_far, mut to_far) = far.into_split();
    let mut buffer = vec![0; 64 * 1024];
    let is_news = |request: &[u8]| ends.is_newer.load(Ordering::SeqCst) && request.starts_with(WORKER);
    let mut length = from_near.read(&mut buffer).await?;
    if is_news(&buffer[..length]) {
        to_near.write_all(&newer(ends).await?).await?;
        return Ok(());
    }
    let there = async {
        // A request that is not the first of its connection ends it; the browser asks again over a new one.
        while length > 0 && !is_news(&buffer[..length]) {
            to_far.write_all(&buffer[..length]).await?;
            length = from_near.read(&mut buffer).await?;
        }
        Ok(())
    };
    tokio::select! {
        ended = there => ended,
        ended = copy(&mut from_far, &mut to_near) => Ok(ended.map(|_| ())?),
    }
}

/// The server's worker with a few bytes more.
async fn newer(ends: &Ends) -> Result<Vec<u8>> {
    let answer = reqwest::get(format!("http://{}/sw.js", ends.far)).await?;
    let script = format!("{}\n// Newer.", answer.text().await?);
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/javascript\r\ncontent-length: {}\r\ncache-control: no-cache\r\n\
         cross-origin-embedder-policy: require-corp\r\nconnection: close\r\n\r\n",
        script.len()
    );
    Ok([head.into_bytes(), script.into_bytes()].concat())
}

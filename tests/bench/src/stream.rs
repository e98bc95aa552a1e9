//! Many open streams: memory for each, and how long a change takes to reach them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Mutex, mpsc};

use crate::Failure;
use crate::figures::{Latencies, Table, milliseconds};
use crate::filings;
use crate::http::Client;
use crate::options::Options;
use crate::server::Server;

/// Opens the streams, then files one complaint a second.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let clients = options.clients.unwrap_or(10_000);
    let server = Server::start(options, &[]).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let before = server.memory()?;
    let filed_at = Arc::new(Mutex::new(None::<Instant>));
    let (heard, mut hearing) = mpsc::unbounded_channel();
    let mut streams = Vec::with_capacity(clients);
    for _ in 0..clients {
        let stream = open(server.address).await?;
        streams.push(tokio::spawn(listen(stream, Arc::clone(&filed_at), heard.clone())));
    }
    drop(heard);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let after = server.memory()?;
    let each = after.saturating_sub(before) as f64 / clients as f64 / 1024.0;
    table.row(format!("memory for each of {clients} open streams"), format!("{each:.1} KiB"), "16 KiB");

    let mut client = Client::connect(server.address).await?;
    let rounds = options.time.as_secs().max(1);
    let started = Instant::now();
    for number in 0..rounds {
        *filed_at.lock().await = Some(Instant::now());
        client.post("/api/v1/complaints", &filings::key(number), &filings::filing(number)).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let mut latencies = Latencies::default();
    while let Ok(latency) = hearing.try_recv() {
        latencies.add(latency);
    }
    let share = latencies.count() as f64 / (clients as f64 * rounds as f64) * 100.0;
    let seconds = started.elapsed().as_secs_f64();
    table.row("streams that heard of each change", format!("{share:.1} % over {seconds:.0} s"), "100 %");
    let (half, most) = (latencies.percentile(0.5), latencies.percentile(0.99));
    table.row("from filing to the stream, p50", milliseconds(half), "");
    table.row("from filing to the stream, p99", milliseconds(most), "1 s");
    let peak = server.memory()?.saturating_sub(before) as f64 / clients as f64 / 1024.0;
    table.row("memory for each, after the changes", format!("{peak:.1} KiB"), "16 KiB");
    streams.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(())
}

async fn open(address: SocketAddr) -> Result<TcpStream, Failure> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(b"GET /api/v1/recap/stream HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").await?;
    let mut first = [0; 1024];
    let length = stream.read(&mut first).await?;
    if first[..length].starts_with(b"HTTP/1.1 200") {
        Ok(stream)
    } else {
        Err("the stream was refused".into())
    }
}

/// Notes how long after the filing each revision is heard. What comes before the first filing is the greeting.
async fn listen(
    mut stream: TcpStream,
    filed_at: Arc<Mutex<Option<Instant>>>,
    heard: mpsc::UnboundedSender<Duration>,
) {
    let mut buffer = [0; 512];
    while let Ok(length @ 1..) = stream.read(&mut buffer).await {
        let now = Instant::now();
        let is_revision = buffer[..length].windows(5).any(|five| five == b"data:");
        if let Some(filed_at) = *filed_at.lock().await
            && is_revision
            && heard.send(now.saturating_duration_since(filed_at)).is_err()
        {
            return;
        }
    }
}

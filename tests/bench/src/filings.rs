//! Durable filings per second: each answer comes after the sync.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use crate::Failure;
use crate::figures::{Latencies, Table, milliseconds};
use crate::http::Client;
use crate::options::Options;
use crate::server::Server;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// Files as many complaints as the server takes.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let clients = options.clients.unwrap_or(16);
    let server = Server::start(options, &[]).await?;
    let started = Instant::now();
    let until = started + options.time;
    let tasks: Vec<_> = (0..clients).map(|_| tokio::spawn(load(server.address, until))).collect();
    let mut latencies = Latencies::default();
    for task in tasks {
        latencies.extend(task.await??);
    }
    let rate = latencies.count() as f64 / started.elapsed().as_secs_f64();
    table.row(format!("durable filings per second, {clients} clients"), format!("{rate:.0}"), "500");
    table.row("filing, p50", milliseconds(latencies.percentile(0.5)), "");
    table.row("filing, p99", milliseconds(latencies.percentile(0.99)), "50 ms");
    Ok(())
}

async fn load(address: SocketAddr, until: Instant) -> Result<Latencies, Failure> {
    let mut client = Client::connect(address).await?;
    let mut latencies = Latencies::default();
    while Instant::now() < until {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let started = Instant::now();
        let answer = client.post("/api/v1/complaints", &key(number), &filing(number)).await?;
        if answer.status != 201 {
            return Err(format!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)).into());
        }
        latencies.add(started.elapsed());
    }
    Ok(latencies)
}

/// A UUID of this run's own.
pub fn key(number: u64) -> String {
    format!("0b5e7c1a-0000-4000-8000-{number:012x}")
}

/// A filing as a citizen would send it, plainly invented.
pub fn filing(number: u64) -> String {
    const SECTORS: [&str; 4] = ["dana_desa", "listrik", "infrastruktur_jalan", "kesehatan_masyarakat"];
    let sector = SECTORS[(number % 4) as usize];
    let regency = number % 12 + 1;
    format!(
        r#"{{"class":"complaint","title":"Aduan rekaan nomor {number}","content":"Isi aduan rekaan nomor {number} untuk mengukur kecepatan, bukan aduan sungguhan.","region":"72.{regency:02}","sector":"{sector}","anonymous":true}}"#
    )
}

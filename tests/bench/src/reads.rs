//! Reads per second: a complaint's public view, the waiting list, the recap.

use std::net::SocketAddr;
use std::time::Instant;

use crate::Failure;
use crate::figures::{Latencies, Table, milliseconds};
use crate::filings;
use crate::http::Client;
use crate::options::Options;
use crate::server::Server;

/// Reads each address as fast as it answers. The clients share the machine, so the server alone could do more.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let clients = options.clients.unwrap_or(16);
    let server = Server::start(options, &["--demo"]).await?;
    let code = file(server.address).await?;
    let detail = format!("/api/v1/complaints/{code}");
    let reads = [
        ("nothing (`/healthz`)", "/healthz"),
        ("a complaint", detail.as_str()),
        ("the waiting list", "/api/v1/waiting"),
        ("a recap by sector", "/api/v1/recap"),
        ("a whole board", "/api/v1/recap/board"),
    ];
    for (what, path) in reads {
        let started = Instant::now();
        let until = started + options.time;
        let tasks: Vec<_> =
            (0..clients).map(|_| tokio::spawn(load(server.address, path.to_owned(), until))).collect();
        let mut latencies = Latencies::default();
        for task in tasks {
            latencies.extend(task.await??);
        }
        let rate = latencies.count() as f64 / started.elapsed().as_secs_f64();
        let p99 = milliseconds(latencies.percentile(0.99));
        table.row(format!("reads per second, {what}"), format!("{rate:.0}, p99 {p99}"), "10,000 a core");
    }
    Ok(())
}

async fn file(address: SocketAddr) -> Result<String, Failure> {
    let mut client = Client::connect(address).await?;
    let answer = client.post("/api/v1/complaints", &filings::key(0), &filings::filing(0)).await?;
    let filed: shared::complaint::Filed = serde_json::from_slice(&answer.body)?;
    Ok(filed.code)
}

async fn load(address: SocketAddr, path: String, until: Instant) -> Result<Latencies, Failure> {
    let mut client = Client::connect(address).await?;
    let mut latencies = Latencies::default();
    while Instant::now() < until {
        let started = Instant::now();
        let answer = client.get(&path).await?;
        if answer.status != 200 {
            return Err(format!("{path}: {}", answer.status).into());
        }
        latencies.add(started.elapsed());
    }
    Ok(latencies)
}

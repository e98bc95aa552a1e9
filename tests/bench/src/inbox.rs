//! The inbox's latency when a hundred thousand cases are open.

use shared::complaint::desk::CaseList;
use shared::recap::Recap;

use crate::figures::Table;
use crate::http::Client;
use crate::options::Options;
use crate::server::{Data, Server};
use crate::staff::sign_in;
use crate::{Failure, ask};

/// Complaints, of which a coordinator finds about three quarters open.
const COMPLAINTS: u64 = 140_000;
/// The days during which they came in.
const DAYS: &str = "20";
/// Questions of each kind; enough of them for a 99th percentile.
const ROUNDS: usize = 1_000;

/// Fills a database with complaints of the last days, then leafs through, narrows and searches as a coordinator does.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let data = match &options.data {
        Some(folder) => Data::Kept(folder.clone()),
        None => Data::Passing(tempfile::tempdir()?),
    };
    if !data.path().join("tanggap.db").exists() {
        let count = options.complaints.unwrap_or(COMPLAINTS);
        data.generate(options, count, &["--days", DAYS], table).await?;
    }
    let server = Server::start_on(options, data, &[]).await?;
    let mut client = sign_in(options, &server, "coordinator").await?;
    while client.get("/readyz").await?.status != 200 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let recap: Recap = serde_json::from_slice(&client.get("/api/v1/recap?by=stage").await?.body)?;
    let over = ["closed", "archived"];
    let open: u64 =
        recap.rows.iter().filter(|row| !over.contains(&row.key.as_str())).map(|row| row.count).sum();
    for (what, queries) in questions(&mut client).await? {
        let figure = ask::in_turn(&mut client, &queries, ROUNDS).await?;
        table.row(format!("{what}, at {open} open cases"), figure, "p99 20 ms");
    }
    Ok(())
}

const INBOX: &str = "/api/v1/desk/complaints";

async fn questions(client: &mut Client) -> Result<Vec<(&'static str, Vec<String>)>, Failure> {
    let mut pages = Vec::new();
    let mut after = String::new();
    // Some pages deep, as far as anybody leafs.
    for _ in 0..20 {
        let list: CaseList = serde_json::from_slice(&client.get(&format!("{INBOX}?{after}")).await?.body)?;
        after = format!("after={}", list.next.ok_or("the inbox has too few pages")?);
        pages.push(format!("{INBOX}?{after}"));
    }
    let one = |query: &str| vec![format!("{INBOX}?{query}")];
    let several = |name: &str, values: &[&str]| {
        values.iter().map(|value| format!("{INBOX}?{name}={value}")).collect::<Vec<_>>()
    };
    Ok(vec![
        ("inbox, first page", vec![INBOX.to_owned()]),
        ("inbox, all that is open", one("lane=open")),
        ("inbox, what is over", one("lane=done")),
        ("inbox, the next pages", pages),
        ("inbox, what is late", one("due=late")),
        ("inbox, of one sector", several("sector", &["kesehatan_masyarakat", "tenaga_kerja", "dana_desa"])),
        ("inbox, of one agency", several("lane=open&agency", &["dinkes", "esdm", "bpbd", "none"])),
        ("inbox, searched", several("q", &["lampu", "air%20bersih", "jalan%20rusak", "tidakada"])),
    ])
}

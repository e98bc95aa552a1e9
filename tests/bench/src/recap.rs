//! The recap's latency when the ledger holds a million complaints.

use crate::figures::{Table, milliseconds};
use crate::http::Client;
use crate::options::Options;
use crate::server::{Data, Server};
use crate::{Failure, ask};

/// Fills a database with invented complaints, then asks every kind of question.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let data = match &options.data {
        Some(folder) => Data::Kept(folder.clone()),
        None => Data::Passing(tempfile::tempdir()?),
    };
    if !data.path().join("tanggap.db").exists() {
        data.generate(options, options.complaints.unwrap_or(1_000_000), &[], table).await?;
    }
    let server = Server::start_on(options, data, &[]).await?;
    table.row("start to first answer on them", milliseconds(server.started_in), "");
    let mut client = Client::connect(server.address).await?;
    while client.get("/readyz").await?.status != 200 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    table.row("memory with their ledger", format!("{:.0} MB", server.memory()? as f64 / 1e6), "");
    let days: shared::recap::Recap =
        serde_json::from_slice(&client.get("/api/v1/recap?by=month").await?.body)?;
    let months: Vec<String> = days.rows.iter().map(|row| row.key.clone()).collect();
    for (what, queries) in questions(&months) {
        let figure = ask::in_turn(&mut client, &queries, ROUNDS).await?;
        table.row(format!("{what}, at {} complaints", days.total), figure, "p99 5 ms");
    }
    Ok(())
}

/// Questions of each kind; enough of them for a 99th percentile.
const ROUNDS: usize = 2_000;

fn questions(months: &[String]) -> Vec<(&'static str, Vec<String>)> {
    let by = ["sector", "stage", "group", "agency", "region", "month", "class", "channel"];
    let days: Vec<String> = months.iter().map(|month| format!("{month}-17")).collect();
    let now = by.iter().map(|by| format!("/api/v1/recap?by={by}")).collect();
    let past = days.iter().map(|day| format!("/api/v1/recap?by=sector&as_of={day}")).collect();
    let filtered = days
        .iter()
        .zip(by.iter().cycle())
        .map(|(day, by)| {
            format!("/api/v1/recap?by={by}&region=72.01&class=complaint&channel=web&as_of={day}")
        })
        .collect();
    let boards = days.iter().map(|day| format!("/api/v1/recap/board?as_of={day}")).collect();
    let waiting = days.iter().map(|day| format!("/api/v1/waiting?as_of={day}")).collect();
    vec![
        ("recap now, by each dimension", now),
        ("recap by sector as of past days", past),
        ("recap under filters as of past days", filtered),
        ("the page's whole board as of past days", boards),
        ("the waiting list as of past days", waiting),
    ]
}

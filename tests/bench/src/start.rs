//! Start to first answer, idle memory, size of the binary.

use std::time::Duration;

use crate::Failure;
use crate::figures::{Table, milliseconds};
use crate::options::Options;
use crate::server::{Server, size};

/// Measures a first start, which fills the settings, and a later one on the same data.
pub async fn measure(options: &Options, table: &mut Table) -> Result<(), Failure> {
    let first = Server::start(options, &[]).await?;
    let first_in = first.started_in;
    let data = first.stop().await?;
    let again = Server::start_on(options, data, &[]).await?;
    table.row("first start, empty folder, to first answer", milliseconds(first_in), "300 ms");
    table.row("later start to first answer", milliseconds(again.started_in), "300 ms");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let memory = again.memory()? as f64 / 1e6;
    table.row("idle memory", format!("{memory:.1} MB"), "60 MB");
    let binary = size(&options.binary)? as f64 / 1e6;
    table.row("binary with its pages", format!("{binary:.1} MB"), "40 MB");
    Ok(())
}

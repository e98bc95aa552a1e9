//! Files of the whole list: how fast they come, and what making them takes of the server's memory.

use std::time::Instant;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Failure;
use crate::figures::Table;
use crate::server::Server;

/// Reads a file once, and tells how it went.
pub async fn measure(server: &Server, what: &str, path: &str, table: &mut Table) -> Result<(), Failure> {
    let before = server.memory()?;
    server.forget_peak()?;
    let started = Instant::now();
    let mut stream = TcpStream::connect(server.address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut buffer = vec![0; 64 * 1024];
    let (mut length, mut begins_well, mut first) = (0, false, None);
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            break;
        }
        if first.is_none() {
            first = Some(started.elapsed());
            begins_well = buffer[..read].starts_with(b"HTTP/1.1 200");
        }
        length += read;
    }
    if !begins_well {
        return Err(format!("{path} was refused").into());
    }
    let (took, first) = (started.elapsed().as_secs_f64(), first.unwrap_or_default().as_secs_f64());
    let megabytes = length as f64 / 1e6;
    let figure = format!(
        "{megabytes:.1} MB in {took:.1} s, {:.1} MB/s; the first byte after {first:.2} s",
        megabytes / took
    );
    table.row(format!("all of it as {what}"), figure, "");
    let (before, peak) = (before as f64 / 1e6, server.peak()? as f64 / 1e6);
    table.row(
        format!("the server's memory meanwhile, {what}"),
        format!("{before:.1} MB before, {peak:.1} MB at most"),
        "a page at a time",
    );
    Ok(())
}

//! The least of HTTP/1.1 that a load needs: one kept connection, one request at a time. It shares the machine with the
//! server, so it must cost little.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Failure;

/// One connection.
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// Lines of the head that go with every request.
    headers: String,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The lines above the body.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(8 * 1024), headers: String::new() })
    }

    /// Sends a header with everything from now on.
    pub fn header(&mut self, name: &str, value: &str) {
        self.headers = format!("{}{name}: {value}\r\n", self.headers);
    }

    /// Reads an address.
    pub async fn get(&mut self, path: &str) -> Result<Answer, Failure> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{}\r\n", self.headers);
        self.send(request.as_bytes()).await
    }

    /// Posts JSON with an idempotency key.
    pub async fn post(&mut self, path: &str, key: &str, body: &str) -> Result<Answer, Failure> {
        let (length, headers) = (body.len(), &self.headers);
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nidempotency-key: {key}\r\n\
             content-length: {length}\r\n{headers}\r\n{body}"
        );
        self.send(request.as_bytes()).await
    }

    async fn send(&mut self, request: &[u8]) -> Result<Answer, Failure> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let (head, length) = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break (end + 4, length(&self.buffer[..end])?);
            }
        };
        while self.buffer.len() < head + length {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection within an answer".into());
            }
        }
        let status = self.buffer.get(9..12).and_then(|three| std::str::from_utf8(three).ok());
        let status = status.and_then(|status| status.parse().ok()).ok_or("an answer without a status")?;
        let lines = String::from_utf8_lossy(&self.buffer[..head]).into_owned();
        Ok(Answer { status, head: lines, body: self.buffer[head..head + length].to_vec() })
    }
}

fn length(head: &[u8]) -> Result<usize, Failure> {
    let head = std::str::from_utf8(head)?;
    let value = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim())
    });
    Ok(value.ok_or("an answer without a length")?.parse()?)
}

//! Another site: answers by what is asked for, and remembers what was.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The other site. It goes with the test's runtime.
#[derive(Clone)]
pub struct Elsewhere {
    /// Where it listens, in plain.
    pub at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    rules: Arc<Mutex<Vec<(String, String)>>>,
}

impl Elsewhere {
    /// One that has nothing yet.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let at = listener.local_addr().expect("a listener has an address");
        let site = Self { at, asked: Arc::default(), rules: Arc::default() };
        let answering = site.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let answering = answering.clone();
                tokio::spawn(async move { answering.answer(stream).await });
            }
        });
        site
    }

    /// From now on answers a question, as in `HEAD /ada`, with a status and headers, as in `302 Found\r\nlocation: /x`; the
    /// word `silence` is no answer at all.
    ///
    /// # Panics
    /// Never.
    pub fn answers(&self, question: &str, answer: &str) {
        self.rules
            .lock()
            .expect("no test panics in here")
            .insert(0, (question.to_owned(), answer.to_owned()));
    }

    /// What was asked since the last look, each as in `HEAD host /path`, in the order of the alphabet.
    ///
    /// # Panics
    /// Never.
    pub fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().expect("no test panics in here"));
        asked.sort();
        asked
    }

    async fn answer(&self, mut stream: TcpStream) {
        let (mut head, mut piece) = (Vec::new(), [0; 1024]);
        while !head.windows(4).any(|window| window == b"\r\n\r\n") {
            match stream.read(&mut piece).await {
                Ok(read) if read > 0 => head.extend_from_slice(&piece[..read]),
                _ => return,
            }
        }
        let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
        let mut words = head.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let host = head.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        let question = format!("{} {path}", method.to_uppercase());
        let noted = format!("{} {host} {path}", method.to_uppercase());
        self.asked.lock().expect("no test panics in here").push(noted);
        match self.rule(&question).as_deref() {
            Some("silence") => tokio::time::sleep(Duration::from_secs(60)).await,
            rule => {
                let status = rule.unwrap_or("404 Not Found");
                let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        }
    }

    fn rule(&self, question: &str) -> Option<String> {
        let rules = self.rules.lock().expect("no test panics in here");
        rules.iter().find(|(asked, _)| asked == question).map(|(_, answer)| answer.clone())
    }
}

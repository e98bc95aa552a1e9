//! A mail server that takes letters and keeps them, as far as SMTP goes without encryption.

use std::sync::{Arc, Mutex};

use server::platform::outbox::MailConfig;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A letter that it took.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Whom it is for.
    pub to: String,
    /// Its headers and words, as they were sent but for the encoding of its words.
    pub text: String,
}

/// How it answers the next letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// It takes them.
    #[default]
    Takes,
    /// Not now.
    Later,
    /// Never.
    Never,
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct MailServer {
    port: u16,
    kept: Arc<Mutex<(Vec<Letter>, Mood)>>,
}

impl MailServer {
    /// Starts one; it ends with the test.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("a listener has an address").port();
        let kept = Arc::<Mutex<(Vec<Letter>, Mood)>>::default();
        let server = Self { port, kept };
        let own = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = own.clone();
                // Whoever hangs up has said all that they wanted to.
                tokio::spawn(async move { own.converse(stream).await });
            }
        });
        server
    }

    /// What leads there.
    pub fn config(&self) -> MailConfig {
        MailConfig {
            server: format!("smtp://127.0.0.1:{}", self.port),
            from: "Tanggap Contoh <tanggap@contoh.example>".to_owned(),
            site: "https://tanggap.contoh.example/".to_owned(),
        }
    }

    /// The letters since the last time.
    ///
    /// # Panics
    /// When another thread has panicked with them.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.kept.lock().expect("nobody panics with it").0)
    }

    /// Answers otherwise from now on.
    ///
    /// # Panics
    /// When another thread has panicked with it.
    pub fn be(&self, mood: Mood) {
        self.kept.lock().expect("nobody panics with it").1 = mood;
    }

    fn mood(&self) -> Mood {
        self.kept.lock().expect("nobody panics with it").1
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (input, mut output) = stream.into_split();
        let mut lines = BufReader::new(input).lines();
        output.write_all(b"220 contoh.example\r\n").await?;
        let mut to = String::new();
        while let Some(line) = lines.next_line().await? {
            let word = line.to_ascii_uppercase();
            let answer = if word.starts_with("RCPT TO:") {
                to = line[8..].trim().trim_matches(['<', '>']).to_owned();
                match self.mood() {
                    Mood::Takes => "250 ok",
                    Mood::Later => "451 later",
                    Mood::Never => "550 nobody here",
                }
            } else if word == "DATA" {
                output.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    text.push_str(&line);
                    text.push('\n');
                }
                let letter = Letter { to: to.clone(), text: plain(&text) };
                self.kept.lock().expect("nobody panics with it").0.push(letter);
                "250 taken"
            } else if word == "QUIT" {
                output.write_all(b"221 bye\r\n").await?;
                return Ok(());
            } else {
                "250 ok"
            };
            output.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }
}

/// Undoes quoted-printable, as far as letters of plain words need it.
fn plain(text: &str) -> String {
    if text.contains("quoted-printable") {
        text.replace("=\n", "").replace("=3D", "=")
    } else {
        text.to_owned()
    }
}

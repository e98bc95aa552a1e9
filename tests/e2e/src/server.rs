use std::env;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use shared::complaint::{Secret, TrackingCode};
use tempfile::TempDir;

use crate::process::Process;
use crate::{Http, PATIENCE, Result, fail};

/// The released server on a free port, with data of its own. Everything is gone when it is dropped.
pub struct Server {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    process: Process,
    data: TempDir,
}

/// What a reporter keeps.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The tracking code.
    pub code: TrackingCode,
    /// The secret.
    pub secret: Secret,
}

impl Server {
    /// A server with the demo's data.
    pub async fn demo() -> Result<Self> {
        Self::start(&["--demo"]).await
    }

    /// A server that knows no complaint yet.
    pub async fn empty() -> Result<Self> {
        Self::start(&[]).await
    }

    /// A server that knows no complaint yet, and of a mail server that does not answer.
    pub async fn with_mail() -> Result<Self> {
        Self::start(&["--smtp", "smtp://127.0.0.1:1", "--mail-from", "Tanggap <tanggap@contoh.example>"])
            .await
    }

    async fn start(further: &[&str]) -> Result<Self> {
        let data = tempfile::tempdir()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let (listen, folder) = (format!("127.0.0.1:{port}"), data.path().to_string_lossy().into_owned());
        let mut arguments =
            vec!["serve", "--listen", &listen, "--data", &folder, "--filings-per-minute", "0"];
        arguments.extend(further);
        let process = Process::start(binary()?, &arguments, &[("TANGGAP_LOG", "error")])?;
        let server = Self { address: format!("http://{listen}"), process, data };
        server.is_ready().await?;
        Ok(server)
    }

    async fn is_ready(&self) -> Result {
        let http = Http::new(&self.address);
        let mut glance = tokio::time::interval(Duration::from_millis(25));
        let start = Instant::now();
        while start.elapsed() < PATIENCE * 3 {
            glance.tick().await;
            if http.answers("/readyz").await {
                return Ok(());
            }
        }
        fail("the server does not answer")
    }

    /// A command of the same program on the same data.
    pub fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = Command::new(binary()?);
        command.args(arguments).arg("--data").arg(self.data.path()).env("TANGGAP_LOG", "error");
        Ok(command)
    }

    /// Requests without a browser.
    pub fn http(&self) -> Http {
        Http::new(&self.address)
    }

    /// A receipt that the demo gives away on the terminal, for a complaint that passes a test of its own view.
    pub async fn demo_receipt(
        &mut self,
        wanted: impl Fn(&shared::complaint::ComplaintView) -> bool,
    ) -> Result<Receipt> {
        let http = self.http();
        let mut read = Vec::new();
        while let Ok(Some(line)) = tokio::time::timeout(PATIENCE, self.process.lines.recv()).await {
            if let Some(receipt) = receipt_in(&line)
                && wanted(&http.own_view(&receipt).await?)
            {
                return Ok(receipt);
            }
            read.push(line);
        }
        fail(format!("the demo gives no such receipt away, only:\n{}", read.join("\n")))
    }
}

/// Code and secret, where a line holds both.
fn receipt_in(line: &str) -> Option<Receipt> {
    let words = || line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let code = words().find_map(|word| TrackingCode::parse(word).ok())?;
    let secret = words().find_map(|word| Secret::parse(word).ok())?;
    Some(Receipt { code, secret })
}

fn binary() -> Result<PathBuf> {
    given("TANGGAP_BINARY")
}

/// A file that `cargo xtask test` names in the environment.
pub fn given(name: &str) -> Result<PathBuf> {
    match env::var_os(name) {
        Some(path) if Path::new(&path).exists() => Ok(path.into()),
        Some(path) => fail(format!("{name} names {path:?}, which is not there")),
        None => fail(format!("{name} is not set; `cargo xtask test --only e2e` sets it")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receipts_are_found_in_a_line() {
        let code = TrackingCode::from_random([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let secret = "0123456789abcdefghjkmnpqrs";
        let line = format!("  {code}  {secret}  postponed: http://127.0.0.1/lacak/{code}");
        let found = receipt_in(&line).expect("holds both");
        assert_eq!((found.code, found.secret.as_str()), (code.clone(), secret));
        assert!(receipt_in(&format!("only {code}")).is_none());
        assert!(receipt_in("serving").is_none());
    }
}

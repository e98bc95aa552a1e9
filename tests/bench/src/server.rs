//! The release binary as a process of its own, on a free port with a data folder of its own.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::Failure;
use crate::figures::Table;
use crate::http::Client;
use crate::options::Options;

/// A data folder.
pub enum Data {
    /// Gone with the measurement.
    Passing(TempDir),
    /// Kept for the next one.
    Kept(PathBuf),
}

impl Data {
    /// Where it is.
    pub fn path(&self) -> &Path {
        match self {
            Self::Passing(folder) => folder.path(),
            Self::Kept(folder) => folder,
        }
    }

    /// Fills it with so many invented complaints, and what further arguments ask for.
    pub async fn generate(
        &self,
        options: &Options,
        count: u64,
        arguments: &[&str],
        table: &mut Table,
    ) -> Result<(), Failure> {
        let started = Instant::now();
        let filled = Command::new(&options.binary)
            .args(["generate", &count.to_string(), "--data"])
            .arg(self.path())
            .args(arguments)
            .stdout(Stdio::null())
            .status()
            .await?;
        if !filled.success() {
            return Err(format!("generating ended with {filled}").into());
        }
        let took = format!("{:.0} s", started.elapsed().as_secs_f64());
        table.row(format!("generating {count} complaints {}", arguments.join(" ")), took, "");
        Ok(())
    }
}

/// A running server. It is killed, and passing data removed, when this is dropped.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// From starting the process to its first answer.
    pub started_in: Duration,
    /// Its data folder.
    pub data: Data,
    process: Child,
}

impl Server {
    /// Starts a server on empty data.
    pub async fn start(options: &Options, arguments: &[&str]) -> Result<Self, Failure> {
        Self::start_on(options, Data::Passing(tempfile::tempdir()?), arguments).await
    }

    /// Starts a server on a data folder.
    pub async fn start_on(options: &Options, data: Data, arguments: &[&str]) -> Result<Self, Failure> {
        let address = free_address()?;
        let started = Instant::now();
        let process = Command::new(&options.binary)
            .args(["serve", "--filings-per-minute", "0", "--listen", &address.to_string(), "--data"])
            .arg(data.path())
            .args(arguments)
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", options.binary.display()))?;
        let mut server = Self { address, started_in: Duration::ZERO, data, process };
        server.wait(started).await?;
        Ok(server)
    }

    async fn wait(&mut self, started: Instant) -> Result<(), Failure> {
        const PATIENCE: Duration = Duration::from_secs(60);
        loop {
            if let Ok(mut client) = Client::connect(self.address).await
                && let Ok(answer) = client.get("/healthz").await
                && answer.status == 200
            {
                self.started_in = started.elapsed();
                return Ok(());
            }
            if let Some(status) = self.process.try_wait()? {
                return Err(format!("the server ended with {status}").into());
            }
            if started.elapsed() > PATIENCE {
                return Err("the server does not answer".into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Its resident memory in bytes.
    pub fn memory(&self) -> Result<u64, Failure> {
        self.of_status("VmRSS:")
    }

    fn of_status(&self, name: &str) -> Result<u64, Failure> {
        let id = self.process.id().ok_or("the server has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let line = line.ok_or_else(|| format!("no {name}"))?;
        Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? * 1024)
    }

    /// The most memory that was resident since its start or since this was forgotten, in bytes.
    pub fn peak(&self) -> Result<u64, Failure> {
        self.of_status("VmHWM:")
    }

    /// Begins to look for the most memory anew.
    pub fn forget_peak(&self) -> Result<(), Failure> {
        let id = self.process.id().ok_or("the server has ended")?;
        Ok(std::fs::write(format!("/proc/{id}/clear_refs"), "5")?)
    }

    /// Ends it, giving its data back.
    pub async fn stop(mut self) -> Result<Data, Failure> {
        self.process.kill().await?;
        Ok(self.data)
    }
}

/// A port that was free a moment ago; nothing else on a measuring machine takes it meanwhile.
fn free_address() -> Result<SocketAddr, Failure> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Bytes of a file.
pub fn size(path: &Path) -> Result<u64, Failure> {
    Ok(std::fs::metadata(path)?.len())
}

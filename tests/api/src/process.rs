//! The server as a process of its own, which can be killed.

use std::{
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    sync::watch,
};

use crate::{operator::program, wait};

/// How to start one.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// The data folder.
    pub data: PathBuf,
    /// Another database than the one in the data folder.
    pub database: Option<String>,
    /// The log's filter; `info` where empty.
    pub log: String,
    /// The largest file it may write, in bytes, until it is told otherwise.
    pub file_limit: Option<u64>,
    /// Further arguments of `tanggap serve`.
    pub arguments: Vec<String>,
    /// A program that starts it, such as one that traces system calls, with its arguments.
    pub under: Vec<String>,
}

impl Setup {
    /// One on a data folder, without a limit on filings.
    pub fn on(data: &Path) -> Self {
        Self { data: data.to_owned(), ..Self::default() }
    }
}

/// A running server. It is killed when this is dropped.
pub struct Process {
    /// Its address, without a slash at the end; empty as long as nobody has waited for it.
    pub url: String,
    child: Child,
    log: Arc<Mutex<String>>,
    served: watch::Receiver<Option<String>>,
}

impl Process {
    /// Starts one and waits until it serves.
    ///
    /// # Panics
    /// When it does not.
    pub async fn start(setup: &Setup) -> Self {
        let mut process = Self::launch(setup);
        let seen = wait::within("the server", process.served.wait_for(Option::is_some)).await;
        let seen = seen.map(|seen| seen.clone());
        match seen {
            Ok(Some(address)) => process.url = format!("http://{address}"),
            _ => panic!("the server did not start:\n{}", process.log()),
        }
        process
    }

    /// Starts one and does not wait.
    ///
    /// # Panics
    /// When the program cannot be started at all.
    pub fn launch(setup: &Setup) -> Self {
        let mut child = command(setup).spawn().expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        let (sender, served) = watch::channel(None);
        let mut lines = BufReader::new(child.stderr.take().expect("is piped")).lines();
        let written = log.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                *written.lock().unwrap_or_else(PoisonError::into_inner) += &format!("{line}\n");
                if let Some(address) = address(&line) {
                    sender.send_replace(Some(address));
                }
            }
        });
        Self { url: String::new(), child, log, served }
    }

    /// Everything it has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Its number.
    ///
    /// # Panics
    /// When it has ended.
    pub fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Lifts the limit on the files it writes.
    pub fn lift_file_limit(&self) {
        let process = i32::try_from(self.id()).expect("is a process");
        let most = rlimit::INFINITY;
        rlimit::prlimit(process, rlimit::Resource::FSIZE, Some((most, most)), None)
            .expect("limits can be lifted");
    }

    /// Ends it without a word (SIGKILL).
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it can be killed");
    }

    /// Asks it to stop (SIGTERM) and waits until it has.
    pub async fn stop(mut self) -> (ExitStatus, String) {
        let id = self.id().to_string();
        let told = Command::new("sh").args(["-c", "kill -TERM \"$1\"", "sh", &id]).status().await;
        assert!(told.expect("a shell starts").success());
        let status = wait::within("the end", self.child.wait()).await.expect("it can be waited for");
        (status, self.log())
    }
}

fn command(setup: &Setup) -> Command {
    let mut words: Vec<String> = setup.under.clone();
    if let Some(limit) = setup.file_limit {
        // Ignored signals stay ignored: a write beyond the limit then fails as on a full disk. Blocks have 512 bytes.
        let script = format!("trap '' XFSZ; ulimit -S -f {}; exec \"$@\"", limit / 512);
        words.extend(["sh", "-c", &script, "sh"].map(str::to_owned));
    }
    words.push(program().display().to_string());
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).args([
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--filings-per-minute",
        "0",
        "--data",
    ]);
    command.arg(&setup.data).args(&setup.arguments);
    if let Some(database) = &setup.database {
        command.args(["--database", database]);
    }
    let log = if setup.log.is_empty() { "info" } else { &setup.log };
    command.env_remove("DATABASE_URL").env("TANGGAP_LOG", log).env("TANGGAP_LOG_FORMAT", "json");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

/// The address in the line that says it serves.
fn address(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    let serves = line["message"] == "serving";
    serves.then(|| line["address"].as_str().map(str::to_owned)).flatten()
}

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::Result;

/// Starts the program and ends its whole family when the pipe to us closes, however we come to an end.
const KEEPER: &str = r#""$@" & exec >/dev/null; cat; kill -KILL 0"#;

/// A program that lives as long as this value, with every process that it starts.
pub struct Process {
    keeper: Child,
    /// What it writes, line by line; ends with the program.
    pub lines: UnboundedReceiver<String>,
}

impl Process {
    /// Starts a program with its arguments and further environment.
    pub fn start(
        program: impl AsRef<OsStr>,
        arguments: &[impl AsRef<OsStr>],
        environment: &[(&str, &str)],
    ) -> Result<Self> {
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().copied())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (sender, lines) = unbounded_channel();
        if let Some(output) = keeper.stdout.take() {
            thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(std::result::Result::ok) {
                    // Nobody listening any more is no reason to stop: the program must not block on a full pipe.
                    let _ = sender.send(line);
                }
            });
        }
        Ok(Self { keeper, lines })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("a process could not be waited for: {error}");
        }
    }
}

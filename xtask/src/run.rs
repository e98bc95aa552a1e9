//! Running other programs, with a clean environment and a word about each.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::failure::{Result, While, fail};

/// A command without what the outer `cargo run` put into the environment: build scripts watch some of it,
/// and would rebuild depending on who called.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_")
            || text.starts_with("CARGO_BIN_")
            || matches!(text.as_ref(), "CARGO" | "CARGO_PRIMARY_PACKAGE" | "LD_LIBRARY_PATH")
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result {
    let status = command.status().doing(format!("starting {}", name(command)))?;
    if status.success() { Ok(()) } else { fail(format!("{} ended with {status}", name(command))) }
}

/// Runs a command and returns what it wrote.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().doing(format!("starting {}", name(command)))?;
    if !output.status.success() {
        return fail(format!("{} ended with {}", name(command), output.status));
    }
    String::from_utf8(output.stdout).doing(format!("reading what {} wrote", name(command)))
}

/// Whether a command can be started and ends well, without showing what it writes.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command, shows its output and hands every line of it to `see`.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stdout(Stdio::piped()).spawn().doing(format!("starting {}", name(command)))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.doing(format!("reading what {} writes", name(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child.wait().doing(format!("waiting for {}", name(command)))?;
    if status.success() { Ok(()) } else { fail(format!("{} ended with {status}", name(command))) }
}

/// Announces a step, does it, and says how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("── {title}");
    let start = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "FAILED" };
    eprintln!("── {title}: {verdict} in {:.1} s", start.elapsed().as_secs_f64());
    result
}

/// Where a program lies on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let arguments = command.get_args().take(4).map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program.to_string_lossy().into_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

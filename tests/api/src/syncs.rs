//! A trace of system calls: an acknowledged filing has been synced to disk before.
//!
//! It needs `strace`, which `cargo xtask soak syncs` looks for; the test command does without.

use std::{fmt, path::Path};

use futures_util::future::join_all;

use crate::{
    forms::filing,
    process::{Process, Setup},
    random::fresh_key,
    reporter::Reporter,
};

/// What the trace shows.
#[derive(Clone, Debug)]
pub struct Trace {
    /// What the server said of its writer when it started.
    writer: String,
    phases: Vec<Phase>,
}

#[derive(Clone, Debug)]
struct Phase {
    what: String,
    acknowledged: u64,
    commits: i64,
    syncs: usize,
}

/// Files one after the other, and then sixteen at a time, under a trace.
///
/// # Panics
/// When there were fewer syncs of the log than acknowledged groups, or `strace` is missing.
pub async fn trace(filings: u64) -> Trace {
    let folder = tempfile::tempdir().expect("the temporary folder is writable");
    let written = folder.path().join("trace");
    let data = folder.path().join("data");
    // -D keeps the server our own child, -y names the files behind their numbers.
    let under = ["strace", "-D", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o"];
    let mut under: Vec<String> = under.map(str::to_owned).into();
    under.push(written.display().to_string());
    let process = Process::start(&Setup { under, ..Setup::on(&data) }).await;
    let reporter = Reporter::new(&process.url);
    let mut phases = Vec::new();
    for together in [1, 16] {
        let before = (commits(&reporter).await, syncs(&written));
        for round in 0..filings / together {
            let sends = (0..together).map(|number| {
                let (reporter, filing) = (&reporter, filing(round * together + number));
                async move { reporter.send(&fresh_key(), &filing).await.expect(201) }
            });
            join_all(sends).await;
        }
        phases.push(Phase {
            what: format!("{together} at a time"),
            acknowledged: filings / together * together,
            commits: commits(&reporter).await - before.0,
            syncs: syncs(&written) - before.1,
        });
    }
    let (status, log) = process.stop().await;
    assert!(status.success(), "{log}");
    let writer = log.lines().find(|line| line.contains("synchronous=2"));
    let writer = writer.expect("the writer says how it keeps its promise").to_owned();
    // One at a time, each acknowledged filing was a group of its own. At the start there are also commits that change
    // nothing, for which there is nothing to sync; later there are none.
    let [alone, together] = &phases[..] else { unreachable!("there are two phases") };
    assert!(alone.syncs as u64 >= alone.acknowledged, "{alone:?}");
    assert!(together.commits > 0 && together.syncs as i64 >= together.commits, "{together:?}");
    Trace { writer, phases }
}

/// Groups that were committed since the start, by the server's own figures.
async fn commits(reporter: &Reporter) -> i64 {
    let text = reporter.client.get("/metrics").await.expect(200).text();
    let value = text.lines().find_map(|line| line.strip_prefix("tanggap_write_commits_total "));
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no count of commits:\n{text}"))
}

/// Syncs of the write-ahead log in the trace so far.
fn syncs(trace: &Path) -> usize {
    let text = std::fs::read_to_string(trace).expect("strace writes where it is told");
    text.lines().filter(|line| line.contains("sync(") && line.contains("tanggap.db-wal")).count()
}

impl fmt::Display for Trace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.writer)?;
        for Phase { what, acknowledged, commits, syncs } in &self.phases {
            writeln!(
                out,
                "{what}: {acknowledged} filings acknowledged in {commits} groups, {syncs} syncs of the log"
            )?;
        }
        Ok(())
    }
}

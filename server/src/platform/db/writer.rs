//! SQLite's one writer. Waiting commands share a transaction, since the disk's sync is what a write costs:
//! each has a savepoint of its own, and all are answered after the commit is on disk.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::mpsc;

use super::{Connection, DbError, Transaction, command::Command, revision::Revision, sqlite::File};

/// How many commands share a transaction at most.
const GROUP: usize = 256;

/// For how long a transaction takes in further commands. It bounds what the first one waits for the others.
const WINDOW: Duration = Duration::from_millis(8);

/// How many commands may wait. Beyond that a write is refused at once: better than an answer nobody waits for.
pub(super) const QUEUE: usize = 4096;

const BEGIN: &str = "begin immediate";
const SAVEPOINT: &str = "savepoint command";
/// In one step, since each step crosses to the connection's thread and back.
const NEXT: &str = "release command; savepoint command";
const UNDO: &str = "rollback to command";
const COMMIT: &str = "commit";
const ROLLBACK: &str = "rollback";

/// What the writer has done since it was opened.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub(super) commands: AtomicU64,
    pub(super) commits: AtomicU64,
}

pub(super) struct Writer {
    file: File,
    tx: Transaction,
    revision: Revision,
    counters: Arc<Counters>,
}

impl Writer {
    pub(super) fn new(
        file: File,
        connection: Connection,
        revision: Revision,
        counters: Arc<Counters>,
    ) -> Self {
        Self { file, tx: Transaction::new(connection), revision, counters }
    }

    /// Works until nobody can send commands any more, then closes the connection, which folds the log into the file.
    pub(super) async fn run(mut self, mut queue: mpsc::Receiver<Box<dyn Command>>) {
        let mut group = Vec::with_capacity(GROUP);
        while let Some(first) = queue.recv().await {
            let outcome = self.write(first, &mut queue, &mut group).await;
            if let Err(error) = &outcome {
                tracing::error!(%error, commands = group.len(), "a group of writes failed");
            }
            for command in group.drain(..) {
                command.settle(outcome.clone());
            }
        }
        self.file.close(self.tx.into_connection()).await;
    }

    async fn write(
        &mut self,
        first: Box<dyn Command>,
        queue: &mut mpsc::Receiver<Box<dyn Command>>,
        group: &mut Vec<Box<dyn Command>>,
    ) -> Result<(), DbError> {
        if let Err(error) = self.begin().await {
            // Whoever has been waiting behind a locked file is refused too, not one after the other.
            group.push(first);
            while let Ok(command) = queue.try_recv() {
                group.push(command);
            }
            return Err(error);
        }
        match self.fill(first, queue, group).await {
            Ok(revision) => {
                self.counters.commits.fetch_add(1, Ordering::Relaxed);
                self.counters.commands.fetch_add(group.len() as u64, Ordering::Relaxed);
                if let Some(revision) = revision {
                    self.revision.seen(revision);
                }
                Ok(())
            }
            Err(error) => {
                // SQLite may have rolled back by itself; then this says so, and that is as good.
                if let Err(rollback) = self.tx.steer(ROLLBACK).await {
                    tracing::debug!(%rollback, "nothing left to roll back");
                }
                Err(error)
            }
        }
    }

    /// Begins a transaction, on a new connection if the old one cannot any more.
    async fn begin(&mut self) -> Result<(), DbError> {
        match self.tx.steer(BEGIN).await {
            Err(DbError::Other(reason)) => {
                tracing::warn!(reason, "the writer opens its file again");
                self.tx = Transaction::new(self.file.connect().await?);
                self.tx.steer(BEGIN).await
            }
            outcome => outcome,
        }
    }

    /// Runs commands and commits; the greatest revision they announced.
    async fn fill(
        &mut self,
        first: Box<dyn Command>,
        queue: &mut mpsc::Receiver<Box<dyn Command>>,
        group: &mut Vec<Box<dyn Command>>,
    ) -> Result<Option<i64>, DbError> {
        let started = Instant::now();
        let mut revision = None;
        let mut savepoint = SAVEPOINT;
        let mut next = Some(first);
        while let Some(mut command) = next {
            let ready = if savepoint.is_empty() { Ok(()) } else { self.tx.steer(savepoint).await };
            let kept = ready.is_ok() && command.run(&mut self.tx).await;
            group.push(command);
            ready?;
            let announced = self.tx.take_revision();
            if kept {
                revision = revision.max(announced);
                savepoint = NEXT;
            } else {
                self.undo().await?;
                savepoint = "";
            }
            next =
                if group.len() < GROUP && started.elapsed() < WINDOW { queue.try_recv().ok() } else { None };
        }
        self.tx.steer(COMMIT).await?;
        Ok(revision)
    }

    /// Undoes one command. When its failure was such that SQLite rolled everything back, the savepoint is gone and
    /// the group has failed for the command's reason.
    async fn undo(&mut self) -> Result<(), DbError> {
        let cause = self.tx.failure().cloned();
        self.tx.steer(UNDO).await.map_err(|error| cause.unwrap_or(error))
    }
}

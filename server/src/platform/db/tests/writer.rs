//! What SQLite's one writer promises.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::oneshot,
    task::{JoinHandle, yield_now},
};

use super::*;
use crate::platform::db::{AssertSqlSafe, Options};

/// A command that keeps the writer busy until it is told to go on.
fn hold(db: &Database) -> (oneshot::Receiver<()>, oneshot::Sender<()>, JoinHandle<Result<(), DbError>>) {
    let ((begun, beginning), (go, going)) = (oneshot::channel(), oneshot::channel());
    let db = db.clone();
    let held = tokio::spawn(async move {
        db.write(|_| {
            Box::pin(async move {
                let _ = begun.send(());
                let _ = going.await;
                Ok(())
            })
        })
        .await
    });
    (beginning, go, held)
}

/// Lets `number` commands queue behind one that holds the writer, then lets all of them go.
async fn together<W>(db: &Database, number: usize, command: impl Fn(usize) -> W) -> Vec<Result<u64, DbError>>
where
    W: Future<Output = Result<u64, DbError>> + Send + 'static,
{
    let (beginning, go, held) = hold(db);
    beginning.await.unwrap();
    let sent = Arc::new(AtomicUsize::new(0));
    let commands: Vec<_> = (0..number)
        .map(|index| {
            let (command, sent) = (command(index), sent.clone());
            tokio::spawn(async move {
                sent.fetch_add(1, Ordering::Relaxed);
                command.await
            })
        })
        .collect();
    while sent.load(Ordering::Relaxed) < number {
        yield_now().await;
    }
    go.send(()).unwrap();
    // It shares the fate of those that were taken into its transaction.
    let _ = held.await.unwrap();
    let mut results = Vec::new();
    for command in commands {
        results.push(command.await.unwrap());
    }
    results
}

#[tokio::test]
async fn a_commit_is_on_disk() {
    let test = TestDatabase::sqlite();
    let db = test.open().await;
    let (synchronous, journal) = db
        .write(|tx| {
            Box::pin(async move {
                let synchronous = tx.fetch_one("pragma synchronous", &[]).await?.int(0)?;
                Ok::<_, DbError>((synchronous, tx.fetch_one("pragma journal_mode", &[]).await?.text(0)?))
            })
        })
        .await
        .unwrap();
    assert_eq!((synchronous, &*journal), (2, "wal"));
    db.close().await;
}

#[tokio::test]
async fn commands_that_wait_share_a_commit() {
    let test = TestDatabase::sqlite();
    let db = test.open().await;
    let results = together(&db, 200, |index| {
        let db = db.clone();
        async move { set(&db, &index.to_string(), "1").await }
    });
    assert!(results.await.iter().all(|result| *result == Ok(1)));
    let statistics = db.statistics();
    assert_eq!(statistics.commands, 201);
    assert!(statistics.commits <= 100, "{statistics:?}");
    db.close().await;
}

#[tokio::test]
async fn a_failing_command_takes_no_other_with_it() {
    let test = TestDatabase::sqlite();
    let db = test.open().await;
    set(&db, "taken", "1").await.unwrap();
    let results = together(&db, 60, |index| {
        let db = db.clone();
        async move {
            db.write(move |tx| {
                Box::pin(async move {
                    let done = tx.execute(SET, values![index.to_string(), "1"]).await?;
                    match index % 3 {
                        0 => tx.execute(SET, values!["taken", "2"]).await,
                        1 => panic!("as a test does"),
                        _ => Ok(done),
                    }
                })
            })
            .await
        }
    });
    for (index, result) in results.await.into_iter().enumerate() {
        let kept = get(&db, &index.to_string()).await.is_some();
        match index % 3 {
            0 => assert!(result.unwrap_err().violates("setting.key") && !kept),
            1 => assert!(result == Err(DbError::Panicked) && !kept),
            _ => assert!(result == Ok(1) && kept),
        }
    }
    assert_eq!(get(&db, "taken").await.as_deref(), Some("1"));
    db.close().await;
}

#[tokio::test]
async fn after_a_full_disk_writing_goes_on() {
    async fn limit(db: &Database, more: i64) {
        db.write(move |tx| {
            Box::pin(async move {
                let pages = tx.fetch_one("pragma page_count", &[]).await?.int(0)? + more;
                tx.fetch_one(AssertSqlSafe(format!("pragma max_page_count = {pages}")), &[]).await
            })
        })
        .await
        .unwrap();
    }
    let test = TestDatabase::sqlite();
    let db = test.open().await;
    set(&db, "before", "1").await.unwrap();
    limit(&db, 20).await;
    let large = "x".repeat(20_000);
    let results = together(&db, 20, |index| {
        let (db, large) = (db.clone(), large.clone());
        async move { set(&db, &index.to_string(), &large).await }
    });
    let mut refused = 0;
    for (index, result) in results.await.into_iter().enumerate() {
        let kept = get(&db, &index.to_string()).await.is_some();
        assert_eq!(result.is_ok(), kept, "acknowledged is kept and refused is not: {index}");
        if let Err(error) = result {
            assert_eq!(error.to_string(), "the database is not available: the disk is full");
            refused += 1;
        }
    }
    assert!(refused > 0, "20 pages do not hold 100");
    assert_eq!(get(&db, "before").await.as_deref(), Some("1"), "reads go on");
    limit(&db, 1000).await;
    assert_eq!(set(&db, "after", &large).await, Ok(1));
    db.close().await;
}

#[tokio::test]
async fn a_locked_file_refuses_writes_and_answers_reads() {
    let test = TestDatabase::sqlite();
    let (import, server) = (
        test.open().await,
        Database::open_with(test.url(), Options { wait: Duration::from_millis(50), migrate: true })
            .await
            .unwrap(),
    );
    let (beginning, go, held) = hold(&import);
    beginning.await.unwrap();
    assert_eq!(
        set(&server, "a", "1").await.unwrap_err().to_string(),
        "the database is not available: it is locked by another process"
    );
    assert_eq!(count(&server).await, 0);
    go.send(()).unwrap();
    held.await.unwrap().unwrap();
    assert_eq!(set(&server, "a", "1").await, Ok(1));
    import.close().await;
    server.close().await;
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_stop_its_command() {
    let test = TestDatabase::sqlite();
    let db = test.open().await;
    let (beginning, go, held) = hold(&db);
    beginning.await.unwrap();
    let gone = tokio::spawn({
        let db = db.clone();
        async move { set(&db, "a", "1").await }
    });
    yield_now().await;
    gone.abort();
    assert!(gone.await.unwrap_err().is_cancelled());
    go.send(()).unwrap();
    held.await.unwrap().unwrap();
    db.close().await;
    let again = test.open().await;
    assert_eq!(get(&again, "a").await.as_deref(), Some("1"));
    again.close().await;
}

#[tokio::test]
async fn a_copy_holds_what_was_committed() {
    let test = TestDatabase::sqlite();
    let copy = TestDatabase::sqlite();
    let db = test.open().await;
    set(&db, "a", "1").await.unwrap();
    let target = copy.url().strip_prefix("sqlite:").unwrap();
    db.backup_to(target.as_ref()).await.unwrap();
    assert!(db.backup_to(target.as_ref()).await.is_err(), "an existing file is not overwritten");
    set(&db, "b", "1").await.unwrap();
    db.close().await;
    let copied = copy.open().await;
    assert_eq!((get(&copied, "a").await.as_deref(), count(&copied).await), (Some("1"), 1));
    copied.close().await;
}

//! Everyone hears of a new revision, within a second.

use std::time::Duration;

use tokio::{sync::watch, time::timeout};

use super::*;

const REVISE: &str = "update head set revision = revision + 1 where id = 1 returning revision";

async fn revise(db: &Database, fail: bool) -> Result<i64, DbError> {
    db.write(move |tx| {
        Box::pin(async move {
            let revision = tx.fetch_one(REVISE, &[]).await?.int(0)?;
            tx.announce(revision).await?;
            if fail { Err(DbError::NoRow) } else { Ok(revision) }
        })
    })
    .await
}

async fn hears(revision: &mut watch::Receiver<i64>, expected: i64) {
    let heard = timeout(Duration::from_secs(1), revision.wait_for(|known| *known >= expected)).await;
    assert_eq!(*heard.expect("within a second").expect("the database is open"), expected);
}

#[tokio::test]
async fn a_commit_is_known_here_at_once_and_elsewhere_within_a_second() {
    for test in TestDatabase::both().await {
        let (here, there) = (test.open().await, test.open().await);
        let (known, mut heard) = (here.watch_revision(), there.watch_revision());
        assert_eq!((*known.borrow(), *heard.borrow()), (0, 0));
        for expected in 1..=3 {
            assert_eq!(revise(&here, false).await, Ok(expected));
            assert_eq!(*known.borrow(), expected, "before the answer");
            hears(&mut heard, expected).await;
        }
        here.close().await;
        there.close().await;
    }
}

#[tokio::test]
async fn what_was_rolled_back_is_not_announced() {
    for test in TestDatabase::both().await {
        let (here, there) = (test.open().await, test.open().await);
        let (known, mut heard) = (here.watch_revision(), there.watch_revision());
        revise(&here, true).await.unwrap_err();
        assert_eq!(*known.borrow(), 0);
        // The next one gets the number that was given back, and is the first that anyone hears of.
        assert_eq!(revise(&here, false).await, Ok(1));
        hears(&mut heard, 1).await;
        here.close().await;
        there.close().await;
    }
}

#[tokio::test]
async fn a_database_opens_at_its_revision() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        revise(&db, false).await.unwrap();
        db.close().await;
        let again = test.open().await;
        assert_eq!(*again.watch_revision().borrow(), 1);
        again.close().await;
    }
}

#[tokio::test]
async fn a_lost_listening_connection_is_found_again() {
    let test = TestDatabase::postgres().await;
    let (here, there) = (test.open().await, test.open().await);
    let mut heard = there.watch_revision();
    revise(&here, false).await.unwrap();
    hears(&mut heard, 1).await;
    // A handle may hear of a revision by reading before it listens.
    const LISTENING: &str = "select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'";
    let both_listen = async {
        while here.read().await.unwrap().fetch_one(LISTENING, &[]).await.unwrap().int(0).unwrap() < 2 {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), both_listen).await.expect("each handle listens");
    const CUT: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'";
    let cut = here.read().await.unwrap().fetch_one(CUT, &[]).await.unwrap().int(0).unwrap();
    assert_eq!(cut, 2, "each handle listens");
    revise(&here, false).await.unwrap();
    let heard = timeout(Duration::from_secs(10), heard.wait_for(|known| *known == 2)).await;
    heard.expect("within a pause or two").expect("the database is open");
    here.close().await;
    there.close().await;
}

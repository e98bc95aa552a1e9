//! A database that is locked, or gone for a moment: reads go on where they can, and nothing acknowledged is lost.

use futures_util::future::join_all;
use server::{
    platform::db::{Database, DbError},
    testing::TestServer,
};
use tests_api::{
    forms::filing, operator::Operator, random::fresh_key, reporter::Reporter, rows, stream::Listener, wait,
};
use tokio::sync::oneshot;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_process_writes_reads_go_on_and_writes_wait() {
    let mut server = TestServer::sqlite().await;
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    // What another process is to us: a writer of its own, in the middle of its transaction.
    let other = Database::open(&server.config.database()).await.unwrap();
    let (holds, held) = oneshot::channel();
    let (release, released) = oneshot::channel::<()>();
    let writing = tokio::spawn(async move {
        let work = other.write(move |tx| {
            Box::pin(async move {
                tx.execute("update head set revision = revision", &[]).await?;
                holds.send(()).unwrap();
                released.await.map_err(|_| DbError::NoRow)
            })
        });
        work.await.unwrap();
        other.close().await;
    });
    held.await.unwrap();
    let waiting = tokio::spawn({
        let reporter = reporter.clone();
        async move { reporter.send(&fresh_key(), &filing(2)).await }
    });
    for path in ["/api/v1/meta", "/api/v1/recap", "/api/v1/waiting", "/healthz"] {
        reporter.client.get(path).await.expect(200);
    }
    assert!(reporter.own_view(&filed).await.own.is_some());
    assert!(!waiting.is_finished(), "the lock held nothing up, so nothing was tried");
    release.send(()).unwrap();
    writing.await.unwrap();
    waiting.await.unwrap().expect(201);
    Operator::beside(&server).verify().await.done();
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_may_cut_every_connection() {
    let mut server = TestServer::postgres().await;
    let reporter = Reporter::new(&server.url);
    let (mut listener, _) = Listener::open(&reporter.client).await;
    let mut keys = Vec::new();
    for round in 0..5u64 {
        let filings: Vec<_> = (0..12).map(|number| (fresh_key(), filing(round * 100 + number))).collect();
        let sends = filings.iter().map(|(key, filing)| reporter.send(key, filing));
        let cut = async {
            let mut connection = server.state.db.read().await.unwrap();
            const CUT: &str = "select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()";
            connection.fetch_one(CUT, &[]).await.unwrap();
        };
        let (answers, ()) = tokio::join!(join_all(sends), cut);
        for answer in &answers {
            assert!(matches!(answer.status, 201 | 503), "{}", answer.text());
        }
        keys.extend(filings.into_iter().zip(answers));
    }
    // Whoever was not answered sends again; whoever was gets the same receipt.
    for ((key, filing), first) in &keys {
        let again = wait::until("the database", || async {
            let answer = reporter.send(key, filing).await;
            assert!(matches!(answer.status, 201 | 503), "{}", answer.text());
            (answer.status == 201).then_some(answer)
        })
        .await;
        assert!(first.status == 503 || first.body == again.body);
    }
    let sum = rows::number(&server.state.db, "select count(*) from complaint").await;
    assert_eq!(sum, keys.len() as i64);
    // The stream has outlived it all.
    let last = rows::number(&server.state.db, "select revision from head").await;
    while listener.next().await < last {}
    let total = reporter.client.get("/api/v1/recap").await.expect(200).json()["total"].as_i64();
    assert_eq!(total, Some(sum));
    Operator::beside(&server).verify().await.done();
    drop(listener);
    server.stop().await;
}

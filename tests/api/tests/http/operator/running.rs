//! Starting, stopping, and what an operator is told when something is wrong.

use futures_util::future::join_all;
use server::platform::db::testing::TestDatabase;
use tests_api::{
    forms::filing,
    operator::{Operator, program},
    process::{Process, Setup},
    reporter::Reporter,
    wait,
};
use tokio::process::Command;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_writer_says_that_it_syncs() {
    let folder = tempfile::tempdir().unwrap();
    let process = Process::start(&Setup::on(folder.path())).await;
    let (status, log) = process.stop().await;
    assert!(status.success(), "{log}");
    let line = log.lines().find(|line| line.contains("synchronous=2")).expect("is logged at the start");
    assert!(line.contains("\"synchronous\":2") && line.contains("\"journal\":\"wal\""), "{line}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_finishes_what_was_begun() {
    let folder = tempfile::tempdir().unwrap();
    let process = Process::start(&Setup::on(folder.path())).await;
    let reporter = Reporter::new(&process.url);
    let filings: Vec<_> = (0..40).map(filing).collect();
    let answered = join_all(filings.iter().map(|filing| async {
        reporter
            .client
            .with("idempotency-key", &tests_api::random::fresh_key())
            .try_send(
                reqwest::Method::POST,
                "/api/v1/complaints",
                Some(("application/json", filing.to_string().into())),
            )
            .await
            .is_ok_and(|answer| answer.status == 201)
    }));
    let (answered, (status, log)) = tokio::join!(answered, process.stop());
    assert!(status.success() && log.contains("stopped"), "{log}");
    let acknowledged = answered.into_iter().filter(|answered| *answered).count();
    let told = Operator::new(folder.path(), None).run(&["recap", "--format", "json"]).await.done();
    let total = serde_json::from_str::<serde_json::Value>(&told.out).unwrap()["total"].as_u64().unwrap();
    assert!(total >= acknowledged as u64, "{acknowledged} were acknowledged, {total} are there");
    // Nothing is left to be mended at the next start.
    assert!(!folder.path().join("tanggap.db-wal").exists());
}

/// Two processes on one database take turns, and each sees what the other wrote.
async fn two_servers_share(first: &Setup, second: &Setup) {
    let (one, other) = (Process::start(first).await, Process::start(second).await);
    let (here, there) = (Reporter::new(&one.url), Reporter::new(&other.url));
    let filings: Vec<_> = (0..60).map(filing).collect();
    let sends = filings.iter().enumerate().map(|(number, filing)| {
        let (own, others) = if number % 2 == 0 { (&here, &there) } else { (&there, &here) };
        (own, others, filing)
    });
    let sends = sends.map(|(own, others, filing)| async move {
        let filed = own.file(filing).await;
        others.own_view(&filed).await
    });
    join_all(sends).await;
    for reporter in [&here, &there] {
        wait::until("the sum of both", || async {
            (reporter.client.get("/api/v1/recap").await.json()["total"] == 60).then_some(())
        })
        .await;
    }
    for process in [one, other] {
        let (status, log) = process.stop().await;
        assert!(status.success(), "{log}");
    }
    Operator::new(&first.data, first.database.as_deref()).verify().await.done();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup::on(folder.path());
    two_servers_share(&setup, &setup).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_one_postgres() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::postgres().await);
    let setup = Setup { database: Some(database.url().to_owned()), ..Setup::on(folder.path()) };
    two_servers_share(&setup, &setup).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_start_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = tests_api::samples::write(folder.path(), "file", "no folder");
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let free = "127.0.0.1:0";
    let cut = folder.path().join("cut");
    std::fs::create_dir_all(cut.join("keys")).unwrap();
    tests_api::samples::write(&cut.join("keys"), "seal.key", "short");
    let junk = folder.path().join("junk");
    std::fs::create_dir_all(&junk).unwrap();
    tests_api::samples::write(
        &junk,
        "tanggap.db",
        "no database at all, but text that goes on and on".repeat(99),
    );
    for (data, arguments, word) in [
        (&file, vec!["--listen", free], "data folder"),
        (&cut, vec!["--listen", free], "seal.key"),
        (&junk, vec!["--listen", free], "database"),
        (&junk, vec!["--listen", &taken], "cannot listen"),
        (&junk, vec!["--listen", free, "--database", "mysql://localhost/x"], "sqlite: or postgres://"),
        (&junk, vec!["--listen", free, "--database", "postgres://nobody@127.0.0.1:1/none"], "database"),
        (&junk, vec!["--listen", free, "--database", "sqlite::memory:"], "path of a file"),
    ] {
        let mut words = vec!["serve"];
        words.extend(arguments);
        let told = wait::within("the refusal", Operator::new(data, None).run(&words)).await.failed();
        assert!(told.err.contains("tanggap: ") && told.err.contains(word), "{words:?}\n{}", told.err);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn help_is_worth_reading() {
    let run = async |words: &[&str]| Command::new(program()).args(words).output().await.unwrap();
    let help = run(&["--help"]).await;
    let text = String::from_utf8(help.stdout).unwrap();
    for word in ["serve", "import", "recap", "verify", "backup", "restore", "--data", "--database", "--demo"]
    {
        assert!(text.contains(word), "{word}\n{text}");
    }
    for command in ["serve", "import", "recap", "verify", "backup", "restore"] {
        let help = run(&[command, "--help"]).await;
        assert!(help.status.success() && help.stdout.len() > 200, "{command}");
    }
    assert!(run(&["--version"]).await.status.success());
    for wrong in
        [&["fly"][..], &["serve", "--listen", "here"], &["recap", "--colour"], &["verify", "more"], &[]]
    {
        assert_eq!(run(wrong).await.status.code(), Some(2), "{wrong:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_probe_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let process = Process::start(&Setup::on(folder.path())).await;
    let client = Reporter::new(&process.url).client;
    client.get("/healthz").await.expect(200);
    client.get("/readyz").await.expect(200);
    let metrics = client.get("/metrics").await.expect(200).text();
    assert!(metrics.contains("tanggap_write_commits_total"), "{metrics}");
    process.kill().await;
}

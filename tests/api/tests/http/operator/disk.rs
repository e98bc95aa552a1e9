//! A full disk: writes are refused with a plain word, reads go on, and when there is room again so do writes.

use serde_json::json;
use server::testing::TestServer;
use shared::{complaint::Filed, problem::ErrorCode};
use tests_api::{
    answer::Answer,
    forms::{filing, filing_with},
    operator::Operator,
    process::{Process, Setup},
    random::fresh_key,
    reporter::Reporter,
    rows, wait,
};

/// More filings than fit anywhere here.
const MANY: u64 = 5_000;

struct Filling {
    filed: Vec<Filed>,
    /// Keys and numbers of those that were refused.
    refused: Vec<(String, u64)>,
}

fn long(number: u64) -> serde_json::Value {
    filing_with(number, json!({ "content": "Lampu padam. ".repeat(300) }))
}

/// Files until the disk is full, and goes on: a smaller filing may still fit where a larger one did not.
async fn fill(reporter: &Reporter) -> Filling {
    let (mut filed, mut refused) = (Vec::new(), Vec::new());
    for number in 0..MANY {
        let key = fresh_key();
        let answer = reporter.send(&key, &long(number)).await;
        if answer.status != 503 {
            filed.push(answer.expect(201).to());
            continue;
        }
        is_plain(&answer);
        refused.push((key, number));
        if refused.len() == 3 {
            return Filling { filed, refused };
        }
    }
    panic!("the disk was never full");
}

fn is_plain(answer: &Answer) {
    let envelope = answer.refused(503, ErrorCode::Unavailable);
    assert_eq!(
        envelope.message,
        "Layanan sedang tidak dapat menyimpan. Tidak ada yang hilang; coba lagi nanti."
    );
    assert!(envelope.problems.is_empty());
    assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
}

async fn reads_go_on(reporter: &Reporter, filled: &Filling) {
    for path in ["/", "/api/v1/meta", "/api/v1/recap", "/api/v1/waiting", "/healthz", "/metrics"] {
        let answer = reporter.client.get(path).await;
        assert!(answer.status == 200 || path == "/", "{path}: {}", answer.text());
    }
    for filed in [filled.filed.first(), filled.filed.last()].into_iter().flatten() {
        assert!(reporter.own_view(filed).await.own.is_some());
    }
    wait::until("the recap of what was acknowledged", || async {
        let total = reporter.client.get("/api/v1/recap").await.json()["total"].as_u64();
        (total == Some(filled.filed.len() as u64)).then_some(())
    })
    .await;
}

/// Those that were refused are entered now, under their keys, and everything is there once.
async fn writes_go_on(reporter: &Reporter, filled: &Filling) {
    for (key, number) in &filled.refused {
        reporter.send(key, &long(*number)).await.expect(201);
    }
    let more = reporter.file(&filing(MANY)).await;
    reporter.write(&more, "Terima kasih.").await.expect(200);
    for filed in &filled.filed {
        assert!(reporter.own_view(filed).await.own.is_some());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_may_not_grow_refuses_writes_and_reads_on() {
    let mut server = TestServer::sqlite().await;
    let reporter = Reporter::new(&server.url);
    let first = reporter.file(&filing(MANY + 1)).await;
    let pages = rows::number(&server.state.db, "select page_count from pragma_page_count").await;
    let limit = async |pages: i64| {
        rows::change(&server.state.db, format!("pragma max_page_count = {pages}").leak()).await;
    };
    limit(pages + 40).await;
    let mut filled = fill(&reporter).await;
    filled.filed.push(first.clone());
    let text = "Tambahan. ".repeat(190);
    let mut statuses = Vec::new();
    for _ in 0..50 {
        statuses.push(reporter.write(&first, &text).await.status);
    }
    assert!(
        statuses.contains(&503) && statuses.iter().all(|status| matches!(status, 200 | 503)),
        "{statuses:?}"
    );
    reads_go_on(&reporter, &filled).await;
    let complaints = rows::number(&server.state.db, "select count(*) from complaint").await;
    assert_eq!(complaints, filled.filed.len() as i64, "nothing half-done is left");
    limit(1_000_000).await;
    writes_go_on(&reporter, &filled).await;
    Operator::beside(&server).verify().await.done();
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_takes_no_more_refuses_writes_and_reads_on() {
    let folder = tempfile::tempdir().unwrap();
    // Made first, so that what fills up is the log and not the setting up.
    Process::start(&Setup::on(folder.path())).await.stop().await;
    let size = std::fs::metadata(folder.path().join("tanggap.db")).unwrap().len();
    let limit = Some(size + 512 * 1024);
    let process = Process::start(&Setup { file_limit: limit, ..Setup::on(folder.path()) }).await;
    let reporter = Reporter::new(&process.url);
    let filled = fill(&reporter).await;
    reads_go_on(&reporter, &filled).await;
    process.lift_file_limit();
    writes_go_on(&reporter, &filled).await;
    let (status, log) = process.stop().await;
    assert!(status.success(), "{log}");
    assert!(!log.contains("panicked"), "{log}");
    let operator = Operator::new(folder.path(), None);
    operator.verify().await.done();
    let told = operator.run(&["recap", "--format", "json"]).await.done();
    let total = serde_json::from_str::<serde_json::Value>(&told.out).unwrap()["total"].as_u64();
    assert_eq!(total, Some((filled.filed.len() + filled.refused.len() + 1) as u64));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_piece_that_does_not_fit_is_refused_and_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    Process::start(&Setup::on(folder.path())).await.stop().await;
    let size = std::fs::metadata(folder.path().join("tanggap.db")).unwrap().len();
    let process =
        Process::start(&Setup { file_limit: Some(size + 64 * 1024), ..Setup::on(folder.path()) }).await;
    let reporter = Reporter::new(&process.url);
    let mut document = tests_api::pictures::pdf();
    let end = document.split_off(document.len() - 30);
    document.resize(usize::try_from(size).unwrap() + 900_000, b' ');
    document.extend(end);
    let id = reporter.announce("surat.pdf", document.len()).await.id;
    let mut offset = 0;
    let refused = loop {
        let end = document.len().min(offset + shared::api::PIECE_BYTES_MAX);
        let answer = reporter.piece(&id, offset as u64, &document[offset..end]).await;
        if answer.status != 200 {
            break answer;
        }
        offset = end;
    };
    is_plain(&refused);
    process.lift_file_limit();
    let state: shared::complaint::UploadState =
        reporter.client.get(&format!("/api/v1/uploads/{id}")).await.expect(200).to();
    let mut offset = usize::try_from(state.offset).unwrap();
    while offset < document.len() {
        let end = document.len().min(offset + shared::api::PIECE_BYTES_MAX);
        reporter.piece(&id, offset as u64, &document[offset..end]).await.expect(200);
        offset = end;
    }
    let filed = reporter.file(&filing_with(1, json!({ "files": [id] }))).await;
    assert_eq!(reporter.download(&filed, &id).await.expect(200).body, document);
    process.stop().await;
    Operator::new(folder.path(), None).verify().await.done();
}

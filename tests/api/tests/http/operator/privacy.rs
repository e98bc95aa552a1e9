//! Who reported is nowhere to be read: not in the database, not beside it, not in logs or errors.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use server::platform::db::testing::TestDatabase;
use server::testing::TestServer;
use shared::access::Role;
use shared::api::{
    AnswerCase, ArchiveCase, DisposeCase, DraftPublication, Endpoint, EraseComplaint, GetComplaint,
    NoteOnCase, PublishCase, ReadIdentity, VerifyCase, fill,
};
use shared::complaint::desk::Draft;
use tests_api::{
    forms::filing_with,
    operator::Operator,
    pictures,
    process::{Process, Setup},
    random::fresh_key,
    reporter::{Reporter, complaint},
    rows,
    staff::Staff,
};

const NAME: &str = "Zubaidah Rekaan Tadulako";
const PHONE: &str = "+6281298765432";
const EMAIL: &str = "zubaidah.rekaan@contoh.example";
const WORDS: &str = "tiang miring di depan kios ungu";

fn told() -> serde_json::Value {
    let content = format!("Lampu jalan padam dan {WORDS}.");
    json!({ "reporter": { "name": NAME, "phone": PHONE, "email": EMAIL }, "content": content })
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Does all that may put something into a log; the receipt's code and secret.
async fn busy(reporter: &Reporter) -> [String; 2] {
    let key = fresh_key();
    let filed = reporter.send(&key, &filing_with(1, told())).await.expect(201).to();
    reporter.send(&key, &filing_with(2, told())).await.expect(422);
    let bad = filing_with(1, json!({ "reporter": { "name": NAME, "phone": EMAIL, "email": PHONE } }));
    reporter.send(&fresh_key(), &bad).await.expect(422);
    let unknown = filing_with(1, json!({ "reporter": { "nama": NAME } }));
    reporter.send(&fresh_key(), &unknown).await.expect(422);
    let client = &reporter.client;
    client.get(&format!("/api/v1/recap?sector={PHONE}")).await.expect(422);
    client.get(&format!("/lacak/{}", filed_code(&filed))).await;
    client.get(&fill(GetComplaint::PATH, &[&filed_code(&filed)])).await.expect(200);
    client.holding("00000000000000000000000000").get(&complaint(&filed)).await.expect(401);
    client.get(&format!("/{PHONE}")).await.expect(404);
    let answer = reporter.write(&filed, &format!("Hubungi {PHONE}.")).await.expect(200);
    assert!(!answer.text().contains(NAME));
    reporter.own_view(&filed).await;
    [filed.code, filed.secret]
}

fn filed_code(filed: &shared::complaint::Filed) -> String {
    filed.code.clone()
}

async fn logs_and_files_name_nobody(database: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let setup =
        Setup { log: "trace".into(), database: database.map(str::to_owned), ..Setup::on(folder.path()) };
    let process = Process::start(&setup).await;
    let [code, secret] = busy(&Reporter::new(&process.url)).await;
    let look = |when: &str| {
        for path in walk(folder.path()) {
            let bytes = std::fs::read(&path).unwrap();
            // The reporter's own letter holds the number, by their own will; the identity holds it nowhere.
            for word in [NAME, EMAIL, secret.as_str()] {
                assert!(!holds(&bytes, word), "{when}: {word} in {}", path.display());
            }
        }
    };
    look("running");
    let (status, log) = process.stop().await;
    assert!(status.success());
    look("stopped");
    assert!(log.contains("answered"), "every request is in a log this fine");
    let plain = code.replace('-', "");
    for word in [NAME, "Zubaidah", PHONE, &PHONE[1..], EMAIL, WORDS, &secret, &code, &plain] {
        let line = log.lines().find(|line| line.contains(word));
        assert_eq!(line, None, "{word} is in the log");
    }
    let operator = Operator::new(folder.path(), database);
    for arguments in [&["verify"][..], &["recap"]] {
        let told = operator.run(arguments).await.done();
        for word in [NAME, PHONE, EMAIL, WORDS] {
            assert!(!told.out.contains(word) && !told.err.contains(word), "{arguments:?} tells {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn logs_and_files_name_nobody_on_sqlite() {
    logs_and_files_name_nobody(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn logs_and_files_name_nobody_on_postgres() {
    let database = TestDatabase::postgres().await;
    logs_and_files_name_nobody(Some(database.url())).await;
}

/// Every row of every table as text, bytes in hexadecimal.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_row_of_postgres_names_anybody() {
    let mut server = TestServer::postgres().await;
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(1, told())).await;
    let hexadecimal = |word: &str| word.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    for (table, count) in rows::count(&server.state.db).await {
        if count == 0 || table == "revision" {
            continue;
        }
        for word in [NAME, PHONE, EMAIL, &filed.secret] {
            for word in [word.to_owned(), hexadecimal(word)] {
                let sql = format!("select count(*) from {table} t where position('{word}' in t::text) > 0");
                assert_eq!(rows::number(&server.state.db, &sql).await, 0, "{word} in {table}");
            }
        }
    }
    // That the search finds what is there: the words themselves are kept, beside.
    let sql = format!("select count(*) from complaint_text t where position('{WORDS}' in t::text) > 0");
    assert_eq!(rows::number(&server.state.db, &sql).await, 1);
    server.stop().await;
}

/// Whatever the staff do with it, what was written stays out of the log, at its finest, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_staffs_work_leaves_no_words_in_the_log() {
    const NOTE: &str = "catatan berwarna nila";
    const REASON: &str = "alasan berwarna jingga";
    let server = TestServer::postgres().await;
    let setup = Setup {
        log: "trace".into(),
        database: server.config.database.clone(),
        ..Setup::on(&server.config.data)
    };
    // The other one moves with the true time, and sessions do not outlast days.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    server.clock.set(jiff::Timestamp::from_second(now as i64).unwrap());
    // A second server on the same database: its log is its own.
    let process = Process::start(&setup).await;
    let at = |staff: Staff| {
        let mut staff = staff;
        staff.client.base.clone_from(&process.url);
        staff
    };
    let coordinator = at(Staff::with(&server, Role::Coordinator, None).await);
    let liaison = at(Staff::with(&server, Role::Liaison, Some("esdm")).await);
    let officer = at(Staff::with(&server, Role::DataProtectionOfficer, None).await);
    let reporter = Reporter::new(&process.url);
    let photo = reporter.upload("foto.png", &pictures::png(40, 30)).await;
    let mut what = told();
    what["files"] = json!([photo]);
    let filed = reporter.file(&filing_with(1, what)).await;

    coordinator.just(VerifyCase::PATH, &filed).await;
    let draft = fill(DraftPublication::PATH, &[&filed.code]);
    let draft: Draft = coordinator.client.get(&draft).await.expect(200).to();
    let boxes = json!([{ "left": 0, "top": 0, "width": 20, "height": 20 }]);
    let publication = json!({
        "title": draft.title,
        "content": draft.content,
        "photos": [{ "id": photo, "boxes": boxes }],
    });
    coordinator.order(PublishCase::PATH, &filed, publication).await;
    coordinator.order(NoteOnCase::PATH, &filed, json!({ "text": NOTE })).await;
    let search = format!("/api/v1/desk/complaints?q={}", WORDS.replace(' ', "%20"));
    coordinator.client.get(&search).await.expect(200);
    let identity = fill(ReadIdentity::PATH, &[&filed.code]);
    let read = coordinator.client.post(&identity, &json!({ "text": REASON })).await.expect(200);
    assert!(read.text().contains(NAME));
    coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm", "text": NOTE })).await;
    liaison.order(AnswerCase::PATH, &filed, json!({ "text": NOTE })).await;
    // What is refused is not told to the log either.
    let late = json!({ "text": REASON });
    coordinator.command(NoteOnCase::PATH, &filed, 1, &late).await.expect(409);
    liaison
        .command(ArchiveCase::PATH, &filed, 1, &json!({ "reason": "other", "text": REASON }))
        .await
        .expect(403);
    reporter.withdraw(&filed).await.expect(200);
    let erasure = json!({ "code": filed.code, "reason": REASON });
    officer.client.post(EraseComplaint::PATH, &erasure).await.expect(200);

    let (status, log) = process.stop().await;
    assert!(status.success() && log.contains("answered"));
    let plain = filed.code.replace('-', "");
    for word in [NAME, PHONE, EMAIL, WORDS, NOTE, REASON, &filed.secret, &filed.code, &plain] {
        let line = log.lines().find(|line| line.contains(word));
        assert_eq!(line, None, "{word} is in the log");
    }
}

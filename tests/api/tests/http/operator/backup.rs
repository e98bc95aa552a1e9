//! A backup beside a running server, and what comes back from it.

use std::{fs, path::Path};

use serde_json::json;
use server::{
    platform::db::{Engine, testing::TestDatabase},
    testing::TestServer,
};
use shared::complaint::Filed;
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    operator::Operator,
    pictures,
    process::{Process, Setup},
    reporter::Reporter,
    rows, samples,
};

async fn lived_in(server: &TestServer) -> (Filed, String, Filed) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(30, 20)).await;
    let changes = json!({ "files": [file], "reporter": { "name": "Warga Rekaan" } });
    let one = reporter.file(&filing_with(1, changes)).await;
    let other = reporter.file(&filing(2)).await;
    office::answer(server, &other, "Sudah diganti.").await;
    Operator::beside(server).import(&samples::complaints()).await.done();
    (one, file, other)
}

fn copy_keys(from: &Path, to: &Path) {
    fs::create_dir_all(to.join("keys")).unwrap();
    for name in ["seal.key", "receipt.key"] {
        fs::copy(from.join("keys").join(name), to.join("keys").join(name)).unwrap();
    }
}

/// Restores into an empty folder on an engine and looks at everything there.
async fn comes_back(server: &TestServer, backup: &Path, engine: Engine, receipts: &(Filed, String, Filed)) {
    let folder = tempfile::tempdir().unwrap();
    let database = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(TestDatabase::postgres().await),
    };
    let address = database.as_ref().map(TestDatabase::url);
    let operator = Operator::new(folder.path(), address);
    operator.run(&["restore", backup.to_str().unwrap()]).await.done();
    copy_keys(&server.config.data, folder.path());
    operator.verify().await.done();
    let setup = Setup { database: address.map(str::to_owned), ..Setup::on(folder.path()) };
    let process = Process::start(&setup).await;
    let reporter = Reporter::new(&process.url);
    let (one, file, other) = receipts;
    let own = reporter.own_view(one).await.own.unwrap();
    assert_eq!((own.title.as_str(), own.identified), ("Lampu jalan padam nomor 1", true));
    let there = Reporter::new(&server.url).download(one, file).await.expect(200).body;
    assert_eq!(reporter.download(one, file).await.expect(200).body, there);
    // By the restored server's own clock the reply window is over, and it may have closed the complaint already.
    let (before, after) = (Reporter::new(&server.url).own_view(other).await, reporter.own_view(other).await);
    assert_eq!(before.entries.len(), 5);
    assert_eq!(after.entries[..5], before.entries[..]);
    let sector = "/api/v1/recap?by=sector&stage=disposed&as_of=2020-06-30";
    let rows = reporter.client.get(sector).await.expect(200).json()["rows"].clone();
    assert_eq!(rows, Reporter::new(&server.url).client.get(sector).await.expect(200).json()["rows"]);
    // Life goes on there, and the chain with it.
    let more = reporter.file(&filing(3)).await;
    reporter.write(&more, "Halo.").await.expect(200);
    process.stop().await;
    operator.verify().await.done();
}

async fn a_backup_beside_a_running_server_comes_back_on_either_engine(server: &mut TestServer) {
    let receipts = lived_in(server).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.tar");
    // People go on filing while it is written.
    let reporter = Reporter::new(&server.url);
    let filings: Vec<_> = (10..60).map(filing).collect();
    let busy = async {
        for filing in &filings {
            reporter.file(filing).await;
        }
    };
    let operator = Operator::beside(server);
    let arguments = ["backup", backup.to_str().unwrap()];
    let (told, ()) = tokio::join!(operator.run(&arguments), busy);
    let told = told.done();
    assert!(told.out.contains("keys left out"), "{}", told.out);
    for engine in [Engine::Sqlite, Engine::Postgres] {
        comes_back(server, &backup, engine, &receipts).await;
    }
}

async fn a_backup_names_nobody_without_its_keys(server: &mut TestServer) {
    lived_in(server).await;
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let holds =
        |path: &Path, word: &[u8]| fs::read(path).unwrap().windows(word.len()).any(|window| window == word);
    let key = fs::read(server.config.data.join("keys/seal.key")).unwrap();
    let (without, with) = (folder.path().join("without.tar"), folder.path().join("with.tar"));
    operator.run(&["backup", without.to_str().unwrap()]).await.done();
    operator.run(&["backup", with.to_str().unwrap(), "--with-keys"]).await.done();
    assert!(!holds(&without, &key) && !holds(&without, b"Warga Rekaan"));
    assert!(holds(&with, &key) && !holds(&with, b"Warga Rekaan"));
    // With its keys it is whole by itself.
    let new = tempfile::tempdir().unwrap();
    Operator::new(new.path(), None).run(&["restore", with.to_str().unwrap()]).await.done();
    assert_eq!(fs::read(new.path().join("keys/seal.key")).unwrap(), key);
}

async fn nothing_is_overwritten(server: &mut TestServer) {
    lived_in(server).await;
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let backup = folder.path().join("backup.tar");
    operator.run(&["backup", backup.to_str().unwrap()]).await.done();
    let before = (fs::read(&backup).unwrap(), rows::count(&server.state.db).await);
    operator.run(&["backup", backup.to_str().unwrap()]).await.failed();
    operator.run(&["restore", backup.to_str().unwrap()]).await.failed();
    assert_eq!((fs::read(&backup).unwrap(), rows::count(&server.state.db).await), before);
    operator.verify().await.done();
}

async fn a_damaged_backup_restores_nothing(server: &mut TestServer) {
    lived_in(server).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.tar");
    Operator::beside(server).run(&["backup", backup.to_str().unwrap()]).await.done();
    let bytes = fs::read(&backup).unwrap();
    let mut damages = vec![("empty", Vec::new()), ("no backup", b"hello".repeat(999))];
    for share in [1, 2, 3] {
        damages.push(("cut", bytes[..bytes.len() * share / 4].to_vec()));
    }
    let title = b"Lampu jalan padam nomor 2";
    let place = bytes.windows(title.len()).position(|window| window == title).expect("is text");
    let mut changed = bytes.clone();
    changed[place] ^= 1;
    damages.push(("changed", changed));
    for (what, content) in damages {
        let damaged = samples::write(folder.path(), "damaged.tar", content);
        let new = tempfile::tempdir().unwrap();
        let operator = Operator::new(&new.path().join("data"), None);
        let told = operator.run(&["restore", damaged.to_str().unwrap()]).await.failed();
        assert!(told.err.contains("tanggap: "), "{what}: {}", told.err);
        // The same folder takes the good one afterwards.
        operator.run(&["restore", backup.to_str().unwrap()]).await.done();
    }
}

on_both!(
    a_backup_beside_a_running_server_comes_back_on_either_engine,
    a_backup_names_nobody_without_its_keys,
    nothing_is_overwritten,
    a_damaged_backup_restores_nothing,
);

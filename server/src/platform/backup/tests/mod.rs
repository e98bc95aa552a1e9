//! What is backed up comes back, on either engine, and nothing comes of a bad backup.

mod refusals;
mod schema;
mod way;

use std::{fs, path::PathBuf};

use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::*;
use crate::{
    clock::Clock,
    platform::{
        db::{Database, DbError, testing::TestDatabase},
        event::{self, NewEvent},
        files::{Files, Limits},
        ledger::Movements,
        seal::{self, Identity},
    },
    secret::{Keys, random_id},
    values,
};

const COMPLAINT: &str = "insert into complaint (code, channel, class, stage, stage_since, supervisory, sealed,
    anonymous, confidential, published, received_on, received_at, month) values ($1, 'web', 'complaint', 'received',
    '2020-06-30', 0, 0, 1, 0, 0, '2020-06-30', 0, '2020-06') returning id";
const REQUEST: &str = "insert into information_request (number, stage, applicant, what, purpose, salt, obtain, send,
    secret_hash, received_on, received_at, due_on) values ('PI-2026-00001', 'received', 'person', 'Data.', 'Riset.', x'00',
    'see', 'pick_up', x'00', '2026-06-10', 0, '2026-06-25') returning id";
const TEXT: &str = "insert into complaint_text (complaint_id, title, content, latitude, salt)
    values ($1, 'Jalan ‘rusak’ 🛣', $2, $3, $4)";
const SPELL: &str = "insert into spell (complaint_id, stage, class, channel, month, started_on)
    values ($1, 'received', 'complaint', 'web', '2020-06', '2020-06-30')";
const UPLOAD: &str =
    "insert into upload (id, name, size, received, media_type, stored_size, stored_name, sha256,
    complaint_id, state, created_at) values ($1, 'a.pdf', 9, 9, 'application/pdf', 9, $5, $2, $3, $4, 0)";
const COUNT: &str = "select (select count(*) from complaint), (select count(*) from complaint_text),
    (select count(*) from event where kind = 'received'), (select position from head)";

/// A database, its data folder and its keys.
struct House {
    db: Database,
    data: TempDir,
    files: Files,
    keys: Keys,
    test: TestDatabase,
}

impl House {
    async fn new(test: TestDatabase) -> Self {
        let (db, data) = (test.open().await, tempfile::tempdir().unwrap());
        let files = Files::open(data.path(), Limits::default()).unwrap();
        let keys = Keys::load(data.path()).unwrap();
        Self { db, data, files, keys, test }
    }

    async fn both() -> [Self; 2] {
        let [sqlite, postgres] = TestDatabase::both().await;
        [Self::new(sqlite).await, Self::new(postgres).await]
    }

    /// Enters a complaint with text, identity and event, and every tenth with a file.
    async fn file(&self, number: i64) {
        let (keys, id) = (self.keys.clone(), random_id());
        let bytes = format!("file {number}");
        // As one lies that was sealed: on the shelf of its id, under another name.
        let stored = [&id[..2], &random_id()[2..]].concat();
        let sha256: [u8; 32] = Sha256::digest(&bytes).into();
        let has_file = number % 10 == 0;
        if has_file {
            let path = self.files.path(&stored);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let complaint = tx.fetch_one(COMPLAINT, values![format!("C{number}")]).await?.int(0)?;
                    let content = "isi\n".repeat(50);
                    let latitude = -0.9 - number as f64 / 3.0;
                    tx.execute(TEXT, values![complaint, content, latitude, sha256]).await?;
                    tx.execute(SPELL, values![complaint]).await?;
                    let name = Some(format!("Warga {number}"));
                    let identity = Identity { name, phone: None, email: None };
                    seal::keep(tx, &keys, complaint, &identity).await?;
                    if has_file {
                        tx.execute(UPLOAD, values![id, sha256, complaint, "attached", stored]).await?;
                    }
                    let at = jiff::Timestamp::UNIX_EPOCH;
                    let day = shared::calendar::Day::parse("2020-06-30").unwrap();
                    let event = NewEvent::new(Some(complaint), at, day, "reporter", "received");
                    let event = event.with_text("title", "Jalan");
                    event::record(tx, vec![event], &Movements::default()).await?;
                    Ok::<_, DbError>(())
                })
            })
            .await
            .unwrap();
    }

    /// Enters many at once, which share the disk's syncs.
    async fn file_all(&self, numbers: std::ops::Range<i64>) {
        stream::iter(numbers).for_each_concurrent(16, |number| self.file(number)).await;
    }

    /// Backs it up into a folder of the test's own.
    async fn back_up(&self, folder: &TempDir, with_keys: bool) -> (PathBuf, BackedUp) {
        let target = folder.path().join(format!("{}.tar", random_id()));
        let clock = Clock::manual("2026-11-25T03:00:00Z".parse().unwrap());
        let request =
            Request { db: &self.db, files: &self.files, data: self.data.path(), target: &target, with_keys };
        let done = back_up(request, &clock).await.unwrap();
        (target, done)
    }

    async fn counts(&self) -> [i64; 4] {
        let row = self.db.read().await.unwrap().fetch_one(COUNT, &[]).await.unwrap();
        [0, 1, 2, 3].map(|at| row.int(at).unwrap())
    }

    async fn close(self) {
        self.db.close().await;
        drop(self.test);
    }
}

/// A place to restore to.
struct Place {
    db: Database,
    data: TempDir,
    test: TestDatabase,
}

impl Place {
    async fn both() -> [Self; 2] {
        let [sqlite, postgres] = TestDatabase::both().await;
        [Self::new(sqlite).await, Self::new(postgres).await]
    }

    async fn new(test: TestDatabase) -> Self {
        Self { db: test.open().await, data: tempfile::tempdir().unwrap(), test }
    }

    async fn restore(&self, archive: &std::path::Path) -> Result<Restored, BackupError> {
        restore(&self.db, self.data.path(), archive).await
    }

    /// The house that stands there now.
    fn house(self) -> House {
        let files = Files::open(self.data.path(), Limits::default()).unwrap();
        let keys = Keys::load(self.data.path()).unwrap();
        House { db: self.db, data: self.data, files, keys, test: self.test }
    }
}

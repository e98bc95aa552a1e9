//! The life of a file, on both engines.

mod life;
mod pieces;

use std::{fs, path::PathBuf};

use image::{DynamicImage, ImageBuffer, ImageFormat, Rgb};
use tempfile::TempDir;

use super::*;
use crate::{
    clock::Clock,
    platform::db::{Database, DbError, testing::TestDatabase},
};

const COMPLAINT: &str = "insert into complaint (channel, class, stage, stage_since, supervisory, sealed, anonymous,
    confidential, published, received_on, received_at, month) values ('web', 'complaint', 'received', '2020-06-30',
    0, 0, 1, 0, 0, '2020-06-30', 0, '2020-06') returning id";

/// A database, a data folder and a clock of one test's own.
struct House {
    test: TestDatabase,
    db: Database,
    data: TempDir,
    files: Files,
    clock: Clock,
}

impl House {
    async fn both() -> Vec<Self> {
        let mut houses = Vec::new();
        for test in TestDatabase::both().await {
            let (db, data) = (test.open().await, tempfile::tempdir().unwrap());
            let files = Files::open(data.path(), Limits::default()).unwrap();
            let clock = Clock::manual("2026-11-25T03:00:00Z".parse().unwrap());
            houses.push(Self { test, db, data, files, clock });
        }
        houses
    }

    async fn announce(&self, size: usize) -> String {
        let name = "foto jalan.png".to_owned();
        announce(&self.db, &self.files, &self.clock, name, size as u64).await.unwrap().id
    }

    async fn find(&self, id: &str) -> Result<Announced, FileError> {
        find(&self.db, &self.files, id).await
    }

    /// Sends one piece.
    async fn send(&self, id: &str, offset: u64, bytes: &[u8]) -> Result<u64, FileError> {
        let size = self.find(id).await?.size;
        let mut part = Part::open(&self.files, id, size, offset)?;
        part.push(bytes).await?;
        part.close().await
    }

    async fn finish(&self, id: &str) -> Result<Announced, FileError> {
        finish(&self.db, &self.files, &self.clock, id).await
    }

    /// Sends a file in two pieces and finishes it.
    async fn take(&self, bytes: &[u8]) -> Result<Announced, FileError> {
        let id = self.announce(bytes.len()).await;
        let half = bytes.len() / 2;
        assert_eq!(self.send(&id, 0, &bytes[..half]).await?, half as u64);
        self.send(&id, half as u64, &bytes[half..]).await?;
        self.finish(&id).await
    }

    /// Every file in the data folder.
    fn on_disk(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.data.path().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
            }
        }
        files
    }

    async fn complaint(&self) -> i64 {
        self.db.write(|tx| Box::pin(async move { tx.fetch_one(COMPLAINT, &[]).await?.int(0) })).await.unwrap()
    }

    async fn attach(
        &self,
        complaint: i64,
        ids: &[&str],
    ) -> Result<Vec<shared::complaint::FileView>, Refused> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        self.db
            .write(move |tx| {
                Box::pin(async move { attach(tx, complaint, None, &ids).await?.map_err(Refused::Fields) })
            })
            .await
    }

    async fn close(self) {
        self.db.close().await;
        drop(self.test);
    }
}

#[derive(Debug, PartialEq)]
enum Refused {
    Fields(Vec<shared::problem::FieldProblem>),
    Database(DbError),
}

impl From<DbError> for Refused {
    fn from(error: DbError) -> Self {
        Self::Database(error)
    }
}

/// A real PNG of some 30 kB.
fn png() -> Vec<u8> {
    let noise = |x: u32, y: u32| Rgb([(x * x + y) as u8, (x * 31 + y * y) as u8, (x ^ y) as u8]);
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(ImageBuffer::from_fn(100, 100, noise)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

use std::{io::Read, os::unix::fs::PermissionsExt, path::Path};

use super::*;

type Entries = Vec<(String, Vec<u8>)>;

fn read(archive: &Path) -> Entries {
    let mut archive = tar::Archive::new(fs::File::open(archive).unwrap());
    let entries = archive.entries().unwrap();
    entries
        .map(|entry| {
            let mut entry = entry.unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (String::from_utf8(entry.path_bytes().into_owned()).unwrap(), bytes)
        })
        .collect()
}

fn write(archive: &Path, entries: &Entries) {
    let mut builder = tar::Builder::new(fs::File::create(archive).unwrap());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        // As an attacker would, who does not ask the library whether a name is a good one.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        builder.append(&header, &bytes[..]).unwrap();
    }
    builder.finish().unwrap();
}

impl Place {
    /// Tries a bad archive, and looks that nothing came of it.
    async fn refuse(&self, archive: &Path) -> String {
        let error = self.restore(archive).await.unwrap_err().to_string();
        let mut connection = self.db.read().await.unwrap();
        let counts = connection.fetch_one(COUNT, &[]).await.unwrap();
        assert_eq!([0, 1, 2, 3].map(|at| counts.int(at).unwrap()), [0; 4], "{error}");
        let settings = connection.fetch_one("select count(*) from setting", &[]).await.unwrap();
        assert_eq!(settings.int(0), Ok(0));
        assert_eq!(fs::read_dir(self.data.path()).unwrap().count(), 0, "nothing is left on disk: {error}");
        error
    }
}

#[tokio::test]
async fn bad_archives_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let source = House::new(TestDatabase::sqlite()).await;
    for number in 0..3 {
        source.file(number).await;
    }
    let (archive, done) = source.back_up(&folder, false).await;
    let migration = format!("\"migration\": {}", done.manifest.migration);
    let mode = fs::metadata(&archive).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let (whole, entries) = (fs::read(&archive).unwrap(), read(&archive));
    let bad = folder.path().join("bad.tar");
    let at = |start: &str| entries.iter().position(|(name, _)| name.starts_with(start)).unwrap();
    for place in Place::both().await {
        let check = async |change: &dyn Fn(&mut Entries), expected: &str| {
            let mut entries = entries.clone();
            change(&mut entries);
            write(&bad, &entries);
            let error = place.refuse(&bad).await;
            assert!(error.contains(expected), "{error} instead of {expected}");
        };
        // The last kilobyte and a half is padding.
        for part in 0..=20 {
            fs::write(&bad, &whole[..(whole.len() - 1536) * part / 20]).unwrap();
            place.refuse(&bad).await;
        }
        check(&|entries| drop(entries.pop()), "cut off").await;
        check(&|entries| drop(entries.remove(0)), "does not begin").await;
        check(&|entries| drop(entries.remove(at("files/"))), "missing").await;
        check(&|entries| drop(entries.remove(at("tables/complaint_text/"))), "tables are not").await;
        check(&|entries| entries[at("tables/event_text/")].1.clear(), "tables are not").await;
        check(&|entries| entries[at("files/")].1.push(b'x'), "is not the one").await;
        check(&|entries| entries[at("files/")].0 = "../outside".into(), "does not belong").await;
        check(&|entries| entries[at("files/")].0 = "files/../../outside".into(), "does not belong").await;
        check(&|entries| entries[at("files/")].0 = "/outside".into(), "does not belong").await;
        check(&|entries| entries[at("tables/event/")].0 = "tables/secrets/1".into(), "does not belong").await;
        let manifest = |find: &str, put: &str| {
            let (find, put) = (find.to_owned(), put.to_owned());
            move |entries: &mut Entries| {
                let text = String::from_utf8(entries[0].1.clone()).unwrap();
                assert!(text.contains(&find), "{text}");
                entries[0].1 = text.replace(&find, &put).into();
            }
        };
        check(&manifest("\"format\": 1", "\"format\": 2"), "layout").await;
        check(&manifest(&migration, "\"migration\": 77"), "migration 77").await;
        check(&manifest("\"revision\": 3", "\"revision\": 4"), "chain of events").await;
        check(&manifest("\"position\": 3", "\"position\": 2"), "chain of events").await;
        fs::write(&bad, "plainly no archive".repeat(100)).unwrap();
        place.refuse(&bad).await;
        assert!(place.refuse(&folder.path().join("none.tar")).await.contains("none.tar"));
        assert!(place.restore(&archive).await.is_ok(), "and the whole one is taken");
        place.db.close().await;
    }
    source.close().await;
}

#[tokio::test]
async fn only_an_empty_place_is_restored_to() {
    let folder = tempfile::tempdir().unwrap();
    for source in House::both().await {
        source.file(1).await;
        let (archive, done) = source.back_up(&folder, false).await;
        let error = restore(&source.db, folder.path(), &archive).await.unwrap_err();
        assert!(error.to_string().contains("table complaint"), "{error}");
        assert_eq!(source.counts().await, [1; 4], "what was there stays");

        let place = Place::new(TestDatabase::sqlite()).await;
        fs::create_dir_all(place.data.path().join("files/ab")).unwrap();
        fs::write(place.data.path().join("files/ab/stays"), "").unwrap();
        assert!(matches!(place.restore(&archive).await, Err(BackupError::NotEmpty(_))));
        assert!(place.data.path().join("files/ab/stays").exists());
        fs::remove_file(place.data.path().join("files/ab/stays")).unwrap();
        // A restore that was killed has left its staging folder.
        fs::create_dir_all(place.data.path().join("files.restored/ab")).unwrap();
        fs::write(place.data.path().join("files.restored/ab/left"), "").unwrap();
        assert_eq!(place.restore(&archive).await.unwrap().end, done.end);
        assert!(!place.data.path().join("files/ab/left").exists());
        place.db.close().await;

        let clock = Clock::manual("2026-11-25T03:00:00Z".parse().unwrap());
        let (db, files, data) = (&source.db, &source.files, source.data.path());
        let again = Request { db, files, data, target: &archive, with_keys: false };
        assert!(matches!(back_up(again, &clock).await, Err(BackupError::Exists(_))));
        let nowhere = folder.path().join("none/b.tar");
        let nowhere = Request { db, files, data, target: &nowhere, with_keys: false };
        assert!(matches!(back_up(nowhere, &clock).await, Err(BackupError::Disk(..))));
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "no drafts: {left:?}");
        source.close().await;
    }
}

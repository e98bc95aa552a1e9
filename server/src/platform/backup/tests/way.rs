use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::watch;

use super::*;

#[tokio::test]
async fn either_engine_restores_what_either_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    for source in House::both().await {
        source.file_all(0..520).await;
        let (archive, done) = source.back_up(&folder, true).await;
        assert_eq!((done.end.rows["complaint"], done.end.files), (520, 52));
        assert_eq!(done.end.damaged, Vec::<String>::new());
        for place in Place::both().await {
            let restored = place.restore(&archive).await.unwrap();
            assert_eq!((&restored.manifest, &restored.end), (&done.manifest, &done.end));
            assert_eq!(restored.keys, KeyState::Fit);
            let house = place.house();
            assert_eq!(house.counts().await, source.counts().await);
            let (_, again) = house.back_up(&folder, false).await;
            assert_eq!(again.end, done.end, "every row and file is the same");
            house.file(520).await;
            assert_eq!(house.counts().await, [521; 4], "new numbers go on behind the old");
            let (count, damages) = crate::platform::files::verify(&house.db, &house.files).await.unwrap();
            assert_eq!((count, damages), (53, vec![]));
            house.close().await;
        }
        source.close().await;
    }
}

#[tokio::test]
async fn a_backup_is_of_one_moment_while_filings_go_on() {
    let folder = tempfile::tempdir().unwrap();
    for source in House::both().await {
        source.file_all(0..120).await;
        let is_over = AtomicBool::new(false);
        let (filed_until, mut filed_since) = watch::channel(120_i64);
        let filings = async {
            while !is_over.load(Ordering::Relaxed) {
                let number = *filed_until.borrow();
                source.file(number).await;
                filed_until.send_replace(number + 1);
            }
            *filed_until.borrow()
        };
        let backups = async {
            let mut archives = Vec::new();
            for _ in 0..4 {
                // Each holds more than the one before, however slow the disk is.
                filed_since.borrow_and_update();
                filed_since.changed().await.unwrap();
                archives.push(source.back_up(&folder, false).await.0);
            }
            is_over.store(true, Ordering::Relaxed);
            archives
        };
        let (filed, archives) = tokio::join!(filings, backups);
        assert!(filed >= 124, "filings went on");
        let mut last = 119;
        for (archive, place) in
            archives.iter().zip(Place::both().await.into_iter().chain(Place::both().await))
        {
            let restored = place.restore(archive).await.unwrap();
            assert_eq!(restored.keys, KeyState::Missing, "the keys were left out");
            assert_eq!(restored.end.damaged, Vec::<String>::new());
            let house = place.house();
            let [complaints, texts, events, position] = house.counts().await;
            assert_eq!([texts, events, position], [complaints; 3], "all of one moment");
            assert!(complaints > last && complaints <= filed, "{complaints} of {filed}");
            last = complaints;
            let (count, damages) = crate::platform::files::verify(&house.db, &house.files).await.unwrap();
            assert_eq!((count, damages), ((complaints as u64).div_ceil(10), vec![]));
            house.close().await;
        }
        source.close().await;
    }
}

#[tokio::test]
async fn keys_travel_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let source = House::new(TestDatabase::sqlite()).await;
    source.file(1).await;
    let (without, _) = source.back_up(&folder, false).await;
    let (with, done) = source.back_up(&folder, true).await;
    let key = fs::read(source.data.path().join("keys/seal.key")).unwrap();
    let receipt = fs::read(source.data.path().join("keys/receipt.key")).unwrap();
    let holds =
        |archive: &PathBuf, key: &[u8]| fs::read(archive).unwrap().windows(32).any(|part| part == key);
    assert!(!holds(&without, &key) && !holds(&without, &receipt));
    assert!(holds(&with, &key) && holds(&with, &receipt) && done.manifest.with_keys);

    let place = Place::new(TestDatabase::sqlite()).await;
    Keys::load(place.data.path()).unwrap();
    assert!(
        matches!(place.restore(&with).await, Err(BackupError::NotEmpty(_))),
        "other keys are not replaced"
    );
    assert_eq!(
        place.restore(&without).await.unwrap().keys,
        KeyState::Others,
        "and do not open the identities"
    );
    place.db.close().await;

    let place = Place::new(TestDatabase::sqlite()).await;
    fs::create_dir(place.data.path().join("keys")).unwrap();
    for (name, key) in [("seal.key", &key), ("receipt.key", &receipt)] {
        fs::write(place.data.path().join("keys").join(name), key).unwrap();
    }
    assert_eq!(place.restore(&without).await.unwrap().keys, KeyState::Fit, "keys put back beforehand");
    place.db.close().await;
    source.close().await;
}

#[tokio::test]
async fn a_damaged_file_is_told_and_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for source in House::both().await {
        source.file(10).await;
        source.file(20).await;
        let rows = source
            .db
            .read()
            .await
            .unwrap()
            .fetch_all("select id, stored_name from upload", &[])
            .await
            .unwrap();
        let mut ids: Vec<_> = rows.iter().map(|row| row.text(0).unwrap()).collect();
        let path = |at: usize| source.files.path(&rows[at].text(1).unwrap());
        fs::write(path(0), "other bytes").unwrap();
        fs::remove_file(path(1)).unwrap();
        // One that nobody named, swept while the backup was written.
        let swept = "f".repeat(32);
        source
            .db
            .write(move |tx| {
                Box::pin(async move {
                    tx.execute(UPLOAD, values![&swept, [0; 32], None::<i64>, "ready", &swept]).await
                })
            })
            .await
            .unwrap();
        let (archive, mut done) = source.back_up(&folder, true).await;
        ids.sort();
        done.end.damaged.sort();
        assert_eq!(done.end.damaged, ids);
        for place in Place::both().await {
            assert_eq!(place.restore(&archive).await.unwrap().end.damaged.len(), 2);
            let count =
                place.db.read().await.unwrap().fetch_one("select count(*) from upload", &[]).await.unwrap();
            assert_eq!(count.int(0), Ok(2), "the swept one is gone");
            place.db.close().await;
        }
        source.close().await;
    }
}

#[tokio::test]
async fn an_applicants_seal_tells_other_keys_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let source = House::new(TestDatabase::sqlite()).await;
    let keys = source.keys.clone();
    source
        .db
        .write(move |tx| {
            Box::pin(async move {
                let id = tx.fetch_one(REQUEST, values![]).await?.int(0)?;
                let sealed = seal::close(&keys, &seal::applicant_purpose(id), b"Pemohon Contoh");
                tx.execute("insert into applicant (request_id, sealed) values ($1, $2)", values![id, sealed])
                    .await?;
                Ok::<_, DbError>(())
            })
        })
        .await
        .unwrap();
    let (without, _) = source.back_up(&folder, false).await;
    let (with, _) = source.back_up(&folder, true).await;
    let place = Place::new(TestDatabase::sqlite()).await;
    Keys::load(place.data.path()).unwrap();
    assert_eq!(place.restore(&without).await.unwrap().keys, KeyState::Others);
    place.db.close().await;
    let place = Place::new(TestDatabase::sqlite()).await;
    assert_eq!(place.restore(&with).await.unwrap().keys, KeyState::Fit);
    place.db.close().await;
    source.close().await;
}

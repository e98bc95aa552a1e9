use std::time::{Duration, SystemTime};

use shared::problem::{FieldProblem, Problem};

use super::*;

#[tokio::test]
async fn what_is_refused_leaves_nothing() {
    for house in House::both().await {
        let check = async |bytes: &[u8], expected: Problem| {
            let found = house.take(bytes).await;
            assert!(matches!(&found, Err(FileError::Refused(problem)) if *problem == expected), "{found:?}");
        };
        check(b"<!doctype html><script>alert(document.cookie)</script>", Problem::FileKind).await;
        check(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Problem::FileKind).await;
        check(b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script></html>", Problem::FileBroken).await;
        check(b"\xff\xd8\xff\xe0", Problem::FileBroken).await;
        check(b"GIF", Problem::FileKind).await;
        check(&png()[..2000], Problem::FileBroken).await;
        check(b"%PDF-1.4\nno end", Problem::FileBroken).await;
        // The one whose first piece is refused is forgotten by whoever receives it, as the endpoint does.
        for row in house.db.read().await.unwrap().fetch_all("select id from upload", &[]).await.unwrap() {
            forget(&house.db, &house.files, &row.text(0).unwrap()).await.unwrap();
        }
        assert_eq!(house.on_disk(), Vec::<PathBuf>::new());
        assert_eq!(Room::measure(&house.db, &house.files).await.unwrap(), Room::default());
        house.close().await;
    }
}

#[tokio::test]
async fn a_document_is_kept_as_it_is() {
    for house in House::both().await {
        let document = b"%PDF-1.4\n1 0 obj<<>>endobj\nxref\ntrailer<<>>\nstartxref\n27\n%%EOF\n";
        let upload = house.take(document).await.unwrap();
        assert_eq!(upload.state, State::Ready("application/pdf".to_owned()));
        assert_eq!(upload.name, "foto jalan.pdf", "the name tells what it is");
        assert_eq!(fs::read(house.files.path(&upload.id)).unwrap(), document);
        house.close().await;
    }
}

#[tokio::test]
async fn a_file_belongs_to_one_complaint() {
    for house in House::both().await {
        let (first, second) = (house.complaint().await, house.complaint().await);
        let (one, two) = (house.take(&png()).await.unwrap().id, house.take(&png()).await.unwrap().id);
        let open = house.announce(5).await;
        let refused = |index: usize| {
            Err(Refused::Fields(vec![FieldProblem::new(format!("files.{index}"), Problem::NotUploaded)]))
        };
        assert_eq!(house.attach(first, &[&one, &open]).await, refused(1), "not finished");
        assert_eq!(house.attach(first, &[&"f".repeat(32), &one]).await, refused(0), "not there");
        let views = house.attach(first, &[&one, &two]).await.unwrap();
        assert_eq!(views[0].media_type, "image/png");
        assert_eq!(views[0].size, fs::metadata(house.files.path(&one)).unwrap().len());
        assert_eq!(house.attach(second, &[&two]).await, refused(0), "used elsewhere");

        let mut connection = house.db.read().await.unwrap();
        let found = of_complaint(&mut connection, first).await.unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(of_complaint(&mut connection, second).await.unwrap(), []);
        let stored = served(&mut connection, first, &one).await.unwrap().unwrap();
        assert_eq!((stored.file, stored.name), (views[0].clone(), one.clone()));
        assert!(served(&mut connection, second, &one).await.unwrap().is_none());
        drop(connection);

        assert_eq!(verify(&house.db, &house.files).await.unwrap(), (2, vec![]));
        fs::write(house.files.path(&one), b"other bytes").unwrap();
        house.files.remove(&two).unwrap();
        let mut expected = vec![(one.clone(), Damage::Changed(one)), (two.clone(), Damage::Missing(two))];
        expected.sort_by(|left, right| left.0.cmp(&right.0));
        let expected: Vec<_> = expected.into_iter().map(|(_, damage)| damage).collect();
        assert_eq!(verify(&house.db, &house.files).await.unwrap(), (2, expected));
        house.close().await;
    }
}

#[tokio::test]
async fn what_nobody_names_is_swept() {
    for house in House::both().await {
        let complaint = house.complaint().await;
        let (kept, left) = (house.take(&png()).await.unwrap().id, house.take(&png()).await.unwrap().id);
        let half = house.announce(100).await;
        house.send(&half, 0, &png()[..50]).await.unwrap();
        house.attach(complaint, &[&kept]).await.unwrap();
        house.clock.advance(Duration::from_secs(24 * 3600 - 1));
        let young = house.take(&png()).await.unwrap().id;
        // Left by crashes: a stored file whose row was never written, a draft, a part. Those of this hour may yet
        // be named.
        let stray = |path: PathBuf, age: u64| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let now =
                SystemTime::UNIX_EPOCH + Duration::from_millis(house.clock.now().as_millisecond() as u64);
            fs::write(&path, b"x").unwrap();
            fs::File::open(&path).unwrap().set_modified(now - Duration::from_secs(age)).unwrap();
        };
        stray(house.files.path(&"e".repeat(32)), 3700);
        stray(house.files.path(&kept).with_extension("draft"), 3700);
        stray(house.files.part(&"e".repeat(32)), 3700);
        stray(house.files.path(&"d".repeat(32)), 60);
        let sweep = async || sweep(&house.db, &house.files, house.clock.now()).await.unwrap();
        assert_eq!(sweep().await, Swept { expired: 0, strays: 3 });
        house.clock.advance(Duration::from_secs(2));
        assert_eq!(sweep().await, Swept { expired: 2, strays: 0 });
        assert!(matches!(house.find(&left).await, Err(FileError::NotFound)));
        assert!(matches!(house.find(&half).await, Err(FileError::NotFound)));
        let mut expected = [kept, young, "d".repeat(32)].map(|name| house.files.path(&name));
        let mut found = house.on_disk();
        expected.sort();
        found.sort();
        assert_eq!(found, expected);
        house.close().await;
    }
}

#[tokio::test]
async fn room_ends() {
    for house in House::both().await {
        let limits = Limits { waiting: 2, waiting_bytes: 60_000, ..Limits::default() };
        let files = Files::open(house.data.path(), limits).unwrap();
        let announce = async || announce(&house.db, &files, &house.clock, "a.png".to_owned(), 9).await;
        let full = |found: Result<Announced, FileError>| {
            assert!(matches!(found, Err(FileError::Unavailable(_))), "{found:?}");
        };
        let (one, _) = (announce().await.unwrap(), announce().await.unwrap());
        full(announce().await);
        forget(&house.db, &files, &one.id).await.unwrap();
        let two = announce().await.unwrap();
        forget(&house.db, &files, &two.id).await.unwrap();
        files.grew(60_000);
        full(announce().await);
        house.close().await;
    }
}

#[tokio::test]
async fn files_leave_the_disk_to_the_database() {
    for house in House::both().await {
        let limits = Limits { free_bytes: u64::MAX, ..Limits::default() };
        let files = Files::open(house.data.path(), limits).unwrap();
        let found = announce(&house.db, &files, &house.clock, "a.png".to_owned(), 9).await;
        assert!(matches!(found, Err(FileError::Unavailable(_))), "{found:?}");
        house.close().await;
    }
}

#[tokio::test]
async fn what_is_discarded_leaves_nothing() {
    for house in House::both().await {
        let (begun, whole) = (house.announce(png().len()).await, house.take(&png()).await.unwrap().id);
        house.send(&begun, 0, &png()[..1000]).await.unwrap();
        assert_eq!(house.on_disk().len(), 2);
        for (id, offset) in [(&begun, 1000), (&whole, png().len() as u64)] {
            assert_eq!(discard(&house.db, &house.files, id).await.unwrap().offset, offset);
            assert!(matches!(house.find(id).await, Err(FileError::NotFound)));
            assert!(matches!(discard(&house.db, &house.files, id).await, Err(FileError::NotFound)), "twice");
        }
        assert_eq!(house.on_disk(), Vec::<PathBuf>::new());
        assert_eq!(Room::measure(&house.db, &house.files).await.unwrap(), Room::default());
        house.close().await;
    }
}

#[tokio::test]
async fn a_complaints_file_cannot_be_discarded() {
    for house in House::both().await {
        let (complaint, id) = (house.complaint().await, house.take(&png()).await.unwrap().id);
        house.attach(complaint, &[&id]).await.unwrap();
        assert!(matches!(discard(&house.db, &house.files, &id).await, Err(FileError::NotFound)));
        assert_eq!(house.on_disk(), [house.files.path(&id)]);
        house.close().await;
    }
}

#[tokio::test]
async fn a_piece_that_comes_too_late_leaves_nothing() {
    for house in House::both().await {
        let id = house.announce(png().len()).await;
        let mut part = Part::open(&house.files, &id, png().len() as u64, 0).unwrap();
        discard(&house.db, &house.files, &id).await.unwrap();
        // The request found the row before it went, and makes the file again.
        let mut late = Part::open(&house.files, &id, png().len() as u64, 0).unwrap();
        for part in [&mut part, &mut late] {
            part.push(&png()[..1000]).await.unwrap();
        }
        part.close().await.unwrap();
        late.close().await.unwrap();
        assert_eq!(house.on_disk().len(), 1);
        let swept = sweep_discarded(&house.db, &house.files, &id).await;
        assert!(matches!(swept, Err(FileError::NotFound)));
        assert_eq!(house.on_disk(), Vec::<PathBuf>::new());
        house.close().await;
    }
}

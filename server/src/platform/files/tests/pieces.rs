use std::os::unix::fs::PermissionsExt;

use shared::api::PIECE_BYTES_MAX;

use super::*;

#[tokio::test]
async fn pieces_become_a_stored_file() {
    for house in House::both().await {
        let bytes = png();
        let upload = house.take(&bytes).await.unwrap();
        assert_eq!(upload.state, State::Ready("image/png".to_owned()));
        assert_eq!((upload.offset, upload.size), (bytes.len() as u64, bytes.len() as u64));
        let on_disk = house.on_disk();
        assert_eq!(on_disk, [house.files.path(&upload.id)], "the part is gone, the stored file is there");
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&on_disk[0]), 0o600);
        assert_eq!(mode(on_disk[0].parent().unwrap()), 0o700);
        assert_eq!(house.files.parts_bytes(), 0);
        assert_eq!(house.finish(&upload.id).await.unwrap(), upload, "a repeated end is the same end");
        house.close().await;
    }
}

#[tokio::test]
async fn a_piece_starts_where_the_last_one_ended() {
    for house in House::both().await {
        let bytes = png();
        let id = house.announce(bytes.len()).await;
        let wrong = |found: Result<u64, FileError>, expected| {
            assert!(
                matches!(found, Err(FileError::WrongOffset { offset }) if offset == expected),
                "{found:?}"
            );
        };
        wrong(house.send(&id, 5, &bytes[5..10]).await, 0);
        assert_eq!(house.send(&id, 0, &bytes[..1000]).await.unwrap(), 1000);
        wrong(house.send(&id, 0, &bytes[..1000]).await, 1000);
        wrong(house.send(&id, 999, &bytes[999..]).await, 1000);
        wrong(house.send(&id, u64::MAX, &bytes[999..]).await, 1000);
        wrong(house.finish(&id).await.map(|upload| upload.offset), 1000);
        assert_eq!(house.find(&id).await.unwrap().offset, 1000, "nothing of the wrong ones stays");
        let beyond = [&bytes[1000..], b"x"].concat();
        assert!(matches!(house.send(&id, 1000, &beyond).await, Err(FileError::TooLarge)));
        house.send(&id, 1000, &bytes[1000..]).await.unwrap();
        assert!(matches!(house.send(&id, bytes.len() as u64, b"x").await, Err(FileError::TooLarge)));
        assert_eq!(house.finish(&id).await.unwrap().state, State::Ready("image/png".to_owned()));

        let id = house.announce(3 * PIECE_BYTES_MAX).await;
        let piece = [bytes, vec![0; PIECE_BYTES_MAX]].concat();
        assert!(matches!(house.send(&id, 0, &piece).await, Err(FileError::TooLarge)));
        house.close().await;
    }
}

#[tokio::test]
async fn two_writers_do_not_mix() {
    for house in House::both().await {
        let mut bytes = png();
        bytes.resize(900_000, 7);
        let id = house.announce(bytes.len()).await;
        let size = bytes.len() as u64;
        // An old connection that still sends, and a new one that goes on from what it was told.
        let mut old = Part::open(&house.files, &id, size, 0).unwrap();
        old.push(&bytes[..200_000]).await.unwrap();
        let mut new = Part::open(&house.files, &id, size, house.find(&id).await.unwrap().offset).unwrap();
        new.push(&bytes[200_000..500_000]).await.unwrap();
        let late = old.push(&bytes[200_000..400_000]).await;
        assert!(matches!(late, Err(FileError::WrongOffset { offset: 500_000 })), "{late:?}");
        // And a crowd that all sends the same rest.
        let (new, mut crowd) = (new.close().await.unwrap(), Vec::new());
        for _ in 0..8 {
            let (files, id, rest) = (house.files.clone(), id.clone(), bytes[500_000..].to_vec());
            crowd.push(tokio::spawn(async move {
                let mut part = Part::open(&files, &id, size, new)?;
                for run in rest.chunks(10_000) {
                    part.push(run).await?;
                    tokio::task::yield_now().await;
                }
                part.close().await
            }));
        }
        for one in crowd {
            let outcome = one.await.unwrap();
            assert!(matches!(outcome, Ok(900_000) | Err(FileError::WrongOffset { .. })), "{outcome:?}");
        }
        let offset = house.find(&id).await.unwrap().offset as usize;
        assert_eq!(fs::read(house.files.part(&id)).unwrap(), bytes[..offset], "what is there is right");
        house.close().await;
    }
}

#[tokio::test]
async fn what_arrived_before_a_kill_is_gone_on_from() {
    for house in House::both().await {
        let bytes = png();
        let id = house.announce(bytes.len()).await;
        let mut part = Part::open(&house.files, &id, bytes.len() as u64, 0).unwrap();
        part.push(&bytes[..700]).await.unwrap();
        drop(part);
        assert_eq!(house.find(&id).await.unwrap().offset, 0, "not written, not counted");
        house.send(&id, 0, &bytes[..1500]).await.unwrap();
        let files = Files::open(house.data.path(), Limits::default()).unwrap();
        assert_eq!(files.parts_bytes(), 1500, "weighed at the start");
        assert_eq!(find(&house.db, &files, &id).await.unwrap().offset, 1500);
        let mut part = Part::open(&files, &id, bytes.len() as u64, 1500).unwrap();
        part.push(&bytes[1500..]).await.unwrap();
        part.close().await.unwrap();
        // The kill came between the last byte and the examination: an empty piece ends it.
        assert_eq!(house.send(&id, bytes.len() as u64, b"").await.unwrap(), bytes.len() as u64);
        let (one, two) = tokio::join!(house.finish(&id), house.finish(&id));
        assert_eq!(one.unwrap().state, State::Ready("image/png".to_owned()));
        assert_eq!(two.unwrap().state, State::Ready("image/png".to_owned()));
        assert_eq!(house.on_disk().len(), 1);
        house.close().await;
    }
}

#[tokio::test]
async fn a_full_disk_refuses_and_keeps_what_it_has() {
    for house in House::both().await {
        let id = house.announce(5000).await;
        std::os::unix::fs::symlink("/dev/full", house.files.part(&id)).unwrap();
        let found = house.send(&id, 0, &png()[..5000]).await;
        assert!(matches!(found, Err(FileError::Unavailable(_))), "{found:?}");
        assert_eq!(house.find(&id).await.unwrap().offset, 0, "and it may be tried again");
        assert_eq!(house.files.parts_bytes(), 0);
        house.close().await;
    }
}

#[tokio::test]
async fn paths_are_not_ids() {
    for house in House::both().await {
        for id in ["", "..", "../../etc/passwd", "0123", &"a".repeat(33), &"A".repeat(32), &"/".repeat(32)] {
            assert!(matches!(house.find(id).await, Err(FileError::NotFound)), "{id}");
            assert!(matches!(Part::open(&house.files, id, 9, 0), Err(FileError::NotFound)), "{id}");
            assert!(matches!(house.finish(id).await, Err(FileError::NotFound)), "{id}");
        }
        assert!(matches!(house.finish(&"a".repeat(32)).await, Err(FileError::NotFound)));
        house.close().await;
    }
}

//! Photos and documents on their way up, and back to their reporter.

use reqwest::Method;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    api::{DiscardUpload, Endpoint, FILE_PATH, GetUpload, fill},
    complaint::{FILE_BYTES_MAX, UploadState},
    problem::ErrorCode,
};
use tests_api::{
    forms::{filing, filing_with},
    on_both, pictures,
    random::fresh_key,
    reporter::Reporter,
    rows,
};

async fn a_file_goes_up_in_pieces_and_resumes(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let bytes = pictures::png(90, 70);
    let upload = reporter.announce("foto.png", bytes.len()).await;
    assert_eq!((upload.offset, upload.size, upload.ready), (0, bytes.len() as u64, false));
    let state: UploadState = reporter.piece(&upload.id, 0, &bytes[..100]).await.expect(200).to();
    assert_eq!((state.offset, state.ready), (100, false));
    let path = fill(GetUpload::PATH, &[&upload.id]);
    assert_eq!(reporter.client.get(&path).await.expect(200).to::<UploadState>(), state);
    // After a restart as well: what has arrived was paid for.
    server.restart().await;
    let reporter = Reporter::new(&server.url);
    assert_eq!(reporter.client.get(&path).await.expect(200).to::<UploadState>(), state);
    for wrong in [0, 99, 101, bytes.len() as u64] {
        let answer = reporter.piece(&upload.id, wrong, &bytes[100..200]).await;
        answer.refused(409, ErrorCode::WrongOffset);
        assert_eq!(answer.header("upload-offset"), "100", "at {wrong}");
    }
    let state: UploadState = reporter.piece(&upload.id, 100, &bytes[100..]).await.expect(200).to();
    assert_eq!((state.ready, state.media_type.as_deref()), (true, Some("image/png")));
    assert_eq!(reporter.client.get(&path).await.expect(200).to::<UploadState>(), state);
}

async fn every_kind_comes_back_to_its_reporter(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let given = [
        ("foto.png", pictures::png(20, 10), "image/png"),
        ("foto.jpg", pictures::jpeg(20, 10), "image/jpeg"),
        ("surat.pdf", pictures::pdf(), "application/pdf"),
    ];
    let mut files = Vec::new();
    for (name, bytes, _) in &given {
        files.push(reporter.upload(name, bytes).await);
    }
    let filed = reporter.file(&filing_with(1, json!({ "files": files }))).await;
    let own = reporter.own_view(&filed).await.own.unwrap();
    let mut seen: Vec<_> =
        own.files.iter().map(|file| (file.name.as_str(), file.media_type.as_str())).collect();
    let mut expected: Vec<_> = given.iter().map(|(name, _, media)| (*name, *media)).collect();
    seen.sort_unstable();
    expected.sort_unstable();
    assert_eq!(seen, expected);
    for file in &own.files {
        let answer = reporter.download(&filed, &file.id).await.expect(200);
        assert_eq!(answer.body.len() as u64, file.size);
        assert_eq!(answer.header("content-type"), file.media_type);
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with(&format!("attachment; filename=\"{}\"", file.name)), "{disposition}");
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    }
}

async fn a_photos_position_is_gone(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let bytes = pictures::jpeg_with_position(64, 48);
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(holds(&bytes, b"Exif") && holds(&bytes, pictures::CAMERA), "the photo has what must go");
    let file = reporter.upload("IMG_0001.JPG", &bytes).await;
    let filed = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    let back = reporter.download(&filed, &file).await.expect(200);
    assert_eq!(back.header("content-type"), "image/jpeg");
    for gone in [b"Exif".as_slice(), b"GPS", pictures::CAMERA] {
        assert!(!holds(&back.body, gone));
    }
    // Nor does it lie anywhere in the data folder.
    for path in walk(&server.config.data) {
        assert!(!holds(&std::fs::read(&path).unwrap(), pictures::CAMERA), "{}", path.display());
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

async fn an_upload_serves_one_complaint(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(20, 10)).await;
    let first = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    let before = rows::count(&server.state.db).await;
    let second = reporter.send(&fresh_key(), &filing_with(2, json!({ "files": [file] }))).await;
    second.blames(422, ErrorCode::Invalid, &["files.0 not_uploaded"]);
    let other = reporter.file(&filing(3)).await;
    let message = json!({ "text": "Ini fotonya.", "files": [file] });
    let answer = reporter.act(&other, "/api/v1/complaints/{code}/messages", &message).await;
    answer.blames(422, ErrorCode::Invalid, &["files.0 not_uploaded"]);
    assert_eq!(rows::count(&server.state.db).await["complaint"], before["complaint"] + 1);
    reporter.download(&first, &file).await.expect(200);
    reporter.download(&other, &file).await.refused(404, ErrorCode::NotFound);
}

/// Whoever covers a face after the photo went up must not have to wait for the sweep.
async fn a_discarded_upload_is_gone_at_once(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let bytes = pictures::png(90, 70);
    let begun = reporter.announce("foto.png", bytes.len()).await.id;
    reporter.piece(&begun, 0, &bytes[..100]).await.expect(200);
    let whole = reporter.upload("foto.png", &bytes).await;
    let on_disk =
        || ["files", "uploads"].iter().map(|name| walk(&server.config.data.join(name)).len()).sum::<usize>();
    assert_eq!(on_disk(), 2);
    for id in [&begun, &whole] {
        let path = fill(DiscardUpload::PATH, &[id]);
        reporter.client.send(Method::DELETE, &path, None).await.expect(200);
        reporter.client.get(&path).await.refused(404, ErrorCode::NotFound);
        reporter.piece(id, 100, &bytes[100..]).await.refused(404, ErrorCode::NotFound);
        reporter.client.send(Method::DELETE, &path, None).await.refused(404, ErrorCode::NotFound);
        let named = reporter.send(&fresh_key(), &filing_with(1, json!({ "files": [id] }))).await;
        named.blames(422, ErrorCode::Invalid, &["files.0 not_uploaded"]);
    }
    assert_eq!(on_disk(), 0);
    assert_eq!(rows::number(&server.state.db, "select count(*) from upload").await, 0);
}

async fn what_a_complaint_has_cannot_be_discarded(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(20, 10)).await;
    let filed = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    let path = fill(DiscardUpload::PATH, &[&file]);
    for client in [&reporter.client, &reporter.client.holding(&filed.secret)] {
        client.send(Method::DELETE, &path, None).await.refused(404, ErrorCode::NotFound);
    }
    reporter.download(&filed, &file).await.expect(200);
}

async fn one_upload_in_two_filings_at_once_goes_to_one(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(20, 10)).await;
    let sends = (0..8).map(|number| {
        let (reporter, filing) = (reporter.clone(), filing_with(number, json!({ "files": [file] })));
        async move { reporter.send(&fresh_key(), &filing).await.status }
    });
    let mut statuses = futures_util::future::join_all(sends).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422, 422, 422, 422, 422, 422]);
    assert_eq!(rows::number(&server.state.db, "select count(*) from complaint").await, 1);
}

async fn files_come_down_with_the_secret_alone(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let file = reporter.upload("foto.png", &pictures::png(20, 10)).await;
    let filed = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    let other = reporter.file(&filing(2)).await;
    let path = fill(FILE_PATH, &[&filed.code, &file]);
    reporter.client.get(&path).await.refused(401, ErrorCode::Unauthorized);
    reporter.client.holding(&other.secret).get(&path).await.refused(401, ErrorCode::Unauthorized);
    reporter.client.holding(&filed.secret).get(&path).await.expect(200);
    for id in ["0".repeat(32), "..%2F..%2Fkeys%2Fseal.key".to_owned(), "%00".to_owned()] {
        reporter.download(&filed, &id).await.refused(404, ErrorCode::NotFound);
    }
}

async fn five_files_are_taken_and_six_are_not(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let mut files = Vec::new();
    for _ in 0..6 {
        files.push(reporter.upload("surat.pdf", &pictures::pdf()).await);
    }
    let six = reporter.send(&fresh_key(), &filing_with(1, json!({ "files": files }))).await;
    six.blames(422, ErrorCode::Invalid, &["files too_many"]);
    let twice = filing_with(1, json!({ "files": [files[0], files[0]] }));
    reporter.send(&fresh_key(), &twice).await.blames(422, ErrorCode::Invalid, &["files.1 repeated"]);
    let five = reporter.file(&filing_with(1, json!({ "files": files[..5] }))).await;
    assert_eq!(reporter.own_view(&five).await.own.unwrap().files.len(), 5);
}

async fn ten_megabytes_are_taken_and_no_more(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let announce = async |size: u64| {
        reporter.client.post("/api/v1/uploads", &json!({ "name": "besar.pdf", "size": size })).await
    };
    for size in [FILE_BYTES_MAX + 1, u64::MAX] {
        announce(size).await.blames(422, ErrorCode::Invalid, &["size file_too_large"]);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    let mut document = pictures::pdf();
    let end = document.split_off(document.len() - 30);
    document.resize(FILE_BYTES_MAX as usize - end.len(), b' ');
    document.extend(end);
    let file = reporter.upload("besar.pdf", &document).await;
    let filed = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
    assert_eq!(reporter.download(&filed, &file).await.expect(200).body, document);
}

on_both!(
    a_file_goes_up_in_pieces_and_resumes,
    every_kind_comes_back_to_its_reporter,
    a_photos_position_is_gone,
    an_upload_serves_one_complaint,
    a_discarded_upload_is_gone_at_once,
    what_a_complaint_has_cannot_be_discarded,
    one_upload_in_two_filings_at_once_goes_to_one,
    files_come_down_with_the_secret_alone,
    five_files_are_taken_and_six_are_not,
    ten_megabytes_are_taken_and_no_more,
);

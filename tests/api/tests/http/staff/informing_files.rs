//! Files of public information: sent in pieces over a line that breaks, kept as they came, public with their version.

use serde_json::json;
use server::testing::TestServer;
use sha2::{Digest, Sha256};
use shared::{
    access::Role,
    api::{
        CheckInformation, Endpoint, GetDeskInformation, GetInformation, GetInformationFile, IF_MATCH,
        PIECE_BYTES_MAX, PublishInformation, RemoveInformationFile, StartInformationFile,
        WithdrawInformation, WriteInformation, fill,
    },
    complaint::UploadState,
    information::{DeskInformation, InformationEntry, InformationFile},
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    informing::{add, give, order, piece, send, start, what},
    on_both, rows,
    staff::Staff,
};

/// So many bytes that begin as a PDF does.
fn pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((bytes.len()..length).map(|place| (place * 31 % 251) as u8));
    bytes
}

async fn seen(staff: &Staff, id: i64) -> DeskInformation {
    staff.client.get(&fill(GetDeskInformation::PATH, &[&id.to_string()])).await.expect(200).to()
}

async fn files_of(client: &Client, id: i64) -> Vec<InformationFile> {
    let shown = client.get(&fill(GetInformation::PATH, &[&id.to_string()])).await.expect(200);
    shown.to::<InformationEntry>().current.expect("is public").files
}

fn address(id: i64, file: &str) -> String {
    format!("/informasi/{id}/berkas/{file}")
}

async fn publish(main: &Staff, id: i64) {
    order(main, CheckInformation::PATH, id, json!({})).await;
    order(main, PublishInformation::PATH, id, json!({})).await;
}

async fn a_file_is_sent_over_a_line_that_breaks(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let id = add(&agency, what(1, json!({}))).await.id;
    let bytes = pdf(PIECE_BYTES_MAX * 2 + 777);
    let begun = start(&agency, id, "../rencana\u{202e}\0 2026.pdf", bytes.len()).await;
    assert!(!begun.ready && begun.offset == 0);
    let file = begun.id;
    piece(&agency, id, &file, 0, &bytes[..PIECE_BYTES_MAX]).await.expect(200);
    // The answer was lost; the same piece does not fit a second time, and the server says where it is.
    piece(&agency, id, &file, 0, &bytes[..PIECE_BYTES_MAX]).await.refused(409, ErrorCode::WrongOffset);
    let path = fill(GetInformationFile::PATH, &[&id.to_string(), &file]);
    let state: UploadState = agency.client.get(&path).await.expect(200).to();
    assert_eq!((state.offset, state.ready), (PIECE_BYTES_MAX as u64, false));
    assert!(seen(&agency, id).await.newest.files.is_empty(), "half a file is none");
    piece(&agency, id, &file, PIECE_BYTES_MAX, &bytes[PIECE_BYTES_MAX..2 * PIECE_BYTES_MAX])
        .await
        .expect(200);
    let before = seen(&agency, id).await.version;
    let last: UploadState =
        piece(&agency, id, &file, 2 * PIECE_BYTES_MAX, &bytes[2 * PIECE_BYTES_MAX..]).await.expect(200).to();
    assert_eq!((last.ready, last.media_type.as_deref()), (true, Some("application/pdf")));
    // An empty piece at the end asks again.
    let again: UploadState = piece(&agency, id, &file, bytes.len(), &[]).await.expect(200).to();
    assert!(again.ready);
    let now = seen(&agency, id).await;
    assert_eq!(now.version, before + 1, "who looked before has not seen it");
    give(&main, CheckInformation::PATH, id, before, &json!({})).await.refused(409, ErrorCode::Conflict);
    let digits: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let expected = InformationFile {
        id: file.clone(),
        name: "rencana 2026.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: bytes.len() as u64,
        sha256: digits,
    };
    assert_eq!(now.newest.files, std::slice::from_ref(&expected));

    anyone.get(&address(id, &file)).await.refused(404, ErrorCode::NotFound);
    publish(&main, id).await;
    assert_eq!(files_of(&anyone, id).await, [expected]);
    let answer = anyone.get(&address(id, &file)).await.expect(200);
    assert_eq!(answer.body, bytes);
    let told =
        ["content-type", "x-content-type-options", "content-security-policy"].map(|one| answer.header(one));
    assert_eq!(told, ["application/pdf", "nosniff", "sandbox; default-src 'none'"]);
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"rencana 2026.pdf\""));
    let part = anyone.with("range", "bytes=9-18").get(&address(id, &file)).await.expect(206);
    assert_eq!(part.body, bytes[9..19]);
    rows::verify_clean(server).await;
    // A file that is not what was stored is found.
    std::fs::write(server.state.files.path(&file), b"anderes").unwrap();
    let settings = server.state.settings();
    let checks = server::verify::verify(&server.state.db, &server.state.files, &settings).await;
    let faults: Vec<_> = checks.unwrap().into_iter().flat_map(|check| check.faults).collect();
    assert!(faults.iter().any(|fault| fault.contains(&file)), "{faults:?}");
}

async fn files_belong_to_their_versions(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let id = add(&main, what(1, json!({}))).await.id;
    let first = send(&main, id, "lama.pdf", &pdf(500)).await;
    let voice = send(&main, id, "suara.mp3", b"ID3\x04\0\0\0\0\0\x21 and some sound").await;
    publish(&main, id).await;
    assert_eq!(anyone.get(&address(id, &voice)).await.expect(200).header("content-disposition"), "inline");
    // What is public takes no files and loses none.
    let path = fill(StartInformationFile::PATH, &[&id.to_string()]);
    main.client.post(&path, &json!({ "name": "x.pdf", "size": 9 })).await.refused(409, ErrorCode::Conflict);
    let remove = |file: &str, version: i64| {
        let client = main.client.with(IF_MATCH, &version.to_string());
        let path = fill(RemoveInformationFile::PATH, &[&id.to_string(), file]);
        async move { client.post(&path, &json!({})).await }
    };
    let version = seen(&main, id).await.version;
    remove(&first, version).await.refused(409, ErrorCode::Conflict);

    order(&main, WriteInformation::PATH, id, what(1, json!({}))).await;
    let second = send(&main, id, "baru.pdf", &pdf(600)).await;
    let draft = send(&main, id, "salah.pdf", &pdf(700)).await;
    remove(&first, 1).await.refused(409, ErrorCode::Conflict);
    let version = seen(&main, id).await.version;
    let now: DeskInformation = remove(&first, version).await.expect(200).to();
    let now: DeskInformation = remove(&draft, now.version).await.expect(200).to();
    remove(&draft, now.version).await.refused(404, ErrorCode::NotFound);
    assert!(!server.state.files.path(&draft).exists(), "what was never public is gone");
    let names = |files: &[InformationFile]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&now.newest.files), ["baru.pdf", "suara.mp3"]);
    assert_eq!(names(&files_of(&anyone, id).await), ["lama.pdf", "suara.mp3"], "a draft changes nothing");
    anyone.get(&address(id, &second)).await.refused(404, ErrorCode::NotFound);
    publish(&main, id).await;
    let shown: InformationEntry =
        anyone.get(&fill(GetInformation::PATH, &[&id.to_string()])).await.expect(200).to();
    assert_eq!(names(&shown.earlier[0].files), ["lama.pdf", "suara.mp3"]);
    for file in [&first, &second, &voice] {
        anyone.get(&address(id, file)).await.expect(200);
    }
    let page = anyone.get(&format!("/informasi/{id}")).await.expect(200).text();
    assert!(page.contains("baru.pdf") && page.contains("<audio"), "{page}");
    order(&main, WithdrawInformation::PATH, id, json!({ "text": "Keliru." })).await;
    for file in [&first, &second, &voice] {
        anyone.get(&address(id, file)).await.refused(404, ErrorCode::NotFound);
    }
    rows::verify_clean(server).await;
}

async fn what_is_no_file_of_theirs_is_refused(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let other = Staff::with(server, Role::PpidAgency, Some("bina_marga")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = add(&agency, what(1, json!({}))).await.id;
    let path = fill(StartInformationFile::PATH, &[&id.to_string()]);
    let too_large = json!({ "name": "x.pdf", "size": 200_000_001 });
    agency.client.post(&path, &too_large).await.blames(422, ErrorCode::Invalid, &["size file_too_large"]);
    let nothing = json!({ "name": "x.pdf", "size": 0 });
    agency.client.post(&path, &nothing).await.blames(422, ErrorCode::Invalid, &["size required"]);
    let fine = json!({ "name": "x.pdf", "size": 9 });
    other.client.post(&path, &fine).await.refused(403, ErrorCode::Forbidden);
    // A page with a script is known by its first piece, whatever it is called.
    let file = start(&agency, id, "halaman.pdf", 3_000_000).await.id;
    piece(&other, id, &file, 0, b"%PDF-").await.refused(403, ErrorCode::Forbidden);
    piece(&agency, id, &file, 0, b"<!doctype html><script>alert(1)</script>").await.blames(
        422,
        ErrorCode::Invalid,
        &["file file_kind"],
    );
    piece(&agency, id, &file, 0, b"%PDF-").await.refused(404, ErrorCode::NotFound);
    for id in ["0", "%00"] {
        main.client.get(&fill(GetInformationFile::PATH, &["1", id])).await.refused(404, ErrorCode::NotFound);
        main.client.get(&format!("/informasi/1/berkas/{id}")).await.refused(404, ErrorCode::NotFound);
    }
    // Another entry's file is not there.
    let mine = start(&agency, id, "x.pdf", 9).await.id;
    let theirs = add(&main, what(2, json!({}))).await.id;
    piece(&main, theirs, &mine, 0, b"%PDF-1.7\n").await.refused(404, ErrorCode::NotFound);
    // The draft was looked through while the file was on its way: nothing is left of it.
    order(&main, CheckInformation::PATH, id, json!({})).await;
    piece(&agency, id, &mine, 0, b"%PDF-1.7\n").await.refused(409, ErrorCode::Conflict);
    assert!(seen(&agency, id).await.newest.files.is_empty());
    rows::verify_clean(server).await;
}

async fn files_that_are_whole_at_once_all_stay(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = add(&main, what(1, json!({}))).await.id;
    let before = seen(&main, id).await.version;
    let all = (0..8).map(|number| {
        let main = main.clone();
        async move { send(&main, id, &format!("berkas-{number}.pdf"), &pdf(2000 + number)).await }
    });
    futures_util::future::join_all(all).await;
    let now = seen(&main, id).await;
    assert_eq!((now.newest.files.len(), now.version), (8, before + 8));
    rows::verify_clean(server).await;
}

async fn what_nobody_finished_is_swept(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let id = add(&main, what(1, json!({}))).await.id;
    let kept = send(&main, id, "utuh.pdf", &pdf(900)).await;
    let half = start(&main, id, "separuh.pdf", 900).await.id;
    piece(&main, id, &half, 0, &pdf(900)[..400]).await.expect(200);
    let sweep = || server::platform::files::sweep(&server.state.db, &server.state.files, server.clock.now());
    for (days, left) in [(6, 2), (2, 1)] {
        server.clock.advance(std::time::Duration::from_secs(days * 24 * 60 * 60));
        sweep().await.unwrap();
        assert_eq!(rows::number(&server.state.db, "select count(*) from information_file").await, left);
    }
    assert!(server.state.files.path(&kept).exists());
    rows::verify_clean(server).await;
}

on_both!(
    a_file_is_sent_over_a_line_that_breaks,
    files_belong_to_their_versions,
    what_is_no_file_of_theirs_is_refused,
    files_that_are_whole_at_once_all_stay,
    what_nobody_finished_is_swept,
);

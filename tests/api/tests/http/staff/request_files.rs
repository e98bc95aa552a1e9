//! Files of what is granted: held back, given, and there for the applicant while a notice stands that grants.

use std::time::Duration;

use serde_json::json;
use server::testing::TestServer;
use sha2::{Digest, Sha256};
use shared::{
    access::Role,
    api::{
        DESK_REQUEST_FILE_PATH, DecideObjection, DeliverRequest, Endpoint, GetRequestFile, GiveRequestFile,
        GrantRequest, IF_MATCH, PIECE_BYTES_MAX, REQUEST_FILE_PATH, RefuseRequest, RemoveRequestFile,
        StartRequestFile, fill,
    },
    complaint::UploadState,
    problem::ErrorCode,
    request::{DeskRequest, GivenAs, RequestFile},
};
use tests_api::{
    client::Client,
    on_both,
    requesting::{
        command_file, fetch_file, grant, look, object, order, order_file, piece, refusal, register,
        send_file, shown, start_file,
    },
    rows,
    staff::Staff,
};

/// So many bytes that begin as a PDF does.
fn pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((bytes.len()..length).map(|place| (place * 31 % 251) as u8));
    bytes
}

fn names(files: &[RequestFile]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

async fn a_file_is_held_given_and_fetched(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let number = receipt.number.as_str();
    order(&main, shared::api::AssignRequest::PATH, number, json!({ "agency": "esdm" })).await;
    let bytes = pdf(PIECE_BYTES_MAX * 2 + 777);
    let begun = start_file(&agency, number, "../rencana\u{202e}\0 2026.pdf", bytes.len()).await;
    let file = begun.id.as_str();
    piece(&agency, number, file, 0, &bytes[..PIECE_BYTES_MAX]).await.expect(200);
    // The answer was lost; the same piece does not fit a second time, and the server says where it is.
    piece(&agency, number, file, 0, &bytes[..PIECE_BYTES_MAX]).await.refused(409, ErrorCode::WrongOffset);
    let state: UploadState =
        agency.client.get(&fill(GetRequestFile::PATH, &[number, file])).await.expect(200).to();
    assert_eq!((state.offset, state.ready), (PIECE_BYTES_MAX as u64, false));
    assert!(shown(&agency, number).await.files.is_empty(), "half a file is none");
    let content = fill(DESK_REQUEST_FILE_PATH, &[number, file]);
    agency.client.get(&content).await.refused(404, ErrorCode::NotFound);
    let before = shown(&agency, number).await.version;
    for offset in [PIECE_BYTES_MAX, 2 * PIECE_BYTES_MAX] {
        let end = bytes.len().min(offset + PIECE_BYTES_MAX);
        piece(&agency, number, file, offset, &bytes[offset..end]).await.expect(200);
    }
    let again: UploadState = piece(&agency, number, file, bytes.len(), &[]).await.expect(200).to();
    assert!(again.ready, "an empty piece at the end asks again");
    let held = shown(&agency, number).await;
    assert_eq!(held.version, before + 1, "who looked before has not seen it");
    let digits: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let expected = RequestFile {
        id: file.to_owned(),
        name: "rencana 2026.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: bytes.len() as u64,
        sha256: digits,
        given_as: None,
        parts: 0,
        has_original: false,
    };
    assert_eq!(held.files, std::slice::from_ref(&expected));
    assert_eq!(agency.client.get(&content).await.expect(200).body, bytes);

    // Granted, and still held back: the applicant sees nothing of it.
    order(&agency, GrantRequest::PATH, number, grant(json!({}))).await;
    assert!(look(&client, &receipt).await.files.is_empty());
    fetch_file(&client, &receipt, file).await.refused(404, ErrorCode::NotFound);
    let given = order_file(&agency, GiveRequestFile::PATH, number, file, json!({})).await;
    assert_eq!(given.files[0].given_as, Some(GivenAs::Whole));
    command_file(&agency, GiveRequestFile::PATH, number, file, &json!({}))
        .await
        .refused(409, ErrorCode::Conflict);
    let seen = look(&client, &receipt).await.files;
    assert_eq!(seen, [RequestFile { given_as: Some(GivenAs::Whole), ..expected }]);
    let answer = fetch_file(&client, &receipt, file).await.expect(200);
    assert_eq!(answer.body, bytes);
    let told = ["content-type", "x-content-type-options", "content-security-policy", "cache-control"]
        .map(|one| answer.header(one));
    assert_eq!(told, ["application/pdf", "nosniff", "sandbox; default-src 'none'", "no-store"]);
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"rencana 2026.pdf\""));
    let path = fill(REQUEST_FILE_PATH, &[number, file]);
    let part = client.holding(&receipt.secret).with("range", "bytes=9-18").get(&path).await.expect(206);
    assert_eq!(part.body, bytes[9..19]);
    rows::verify_clean(server).await;
    let bodies =
        rows::texts(&server.state.db, "select body from event where kind like 'request_file_%'").await;
    assert!(bodies.len() == 2 && bodies.iter().all(|body| !body.contains("rencana")), "{bodies:?}");
    // A file that is not what was stored is found.
    std::fs::write(server.state.files.path(file), b"anderes").unwrap();
    let settings = server.state.settings();
    let checks = server::verify::verify(&server.state.db, &server.state.files, &settings).await;
    let faults: Vec<_> = checks.unwrap().into_iter().flat_map(|check| check.faults).collect();
    assert!(faults.iter().any(|fault| fault.contains(file)), "{faults:?}");
}

async fn files_are_there_while_a_notice_grants(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let number = receipt.number.as_str();
    let first = send_file(&main, number, "satu.pdf", &pdf(500)).await;
    let wrong = send_file(&main, number, "salah.csv", b"nama;nilai\n").await;
    order_file(&main, GiveRequestFile::PATH, number, &first, json!({})).await;
    assert!(look(&client, &receipt).await.files.is_empty(), "nothing is told yet");
    fetch_file(&client, &receipt, &first).await.refused(404, ErrorCode::NotFound);
    order(&main, GrantRequest::PATH, number, grant(json!({}))).await;
    assert_eq!(names(&look(&client, &receipt).await.files), ["satu.pdf"]);
    // What went wrong goes as long as no delivery is noted.
    let second = send_file(&main, number, "dua.pdf", &pdf(600)).await;
    order_file(&main, GiveRequestFile::PATH, number, &second, json!({})).await;
    order_file(&main, RemoveRequestFile::PATH, number, &second, json!({})).await;
    assert!(!server.state.files.path(&second).exists(), "it is gone from the disk");
    fetch_file(&client, &receipt, &second).await.refused(404, ErrorCode::NotFound);

    object(&client, &receipt, "not_as_asked").await.expect(200);
    let superiors = shown(&superior, number).await;
    assert_eq!(names(&superiors.files), ["satu.pdf"], "what is held back is the PPID's");
    let content = |file: &str| fill(DESK_REQUEST_FILE_PATH, &[number, file]);
    superior.client.get(&content(&first)).await.expect(200);
    superior.client.get(&content(&wrong)).await.refused(403, ErrorCode::Forbidden);
    let decision = json!({
        "outcome": "upheld", "letter_number": "K-1", "official": "Atasan", "reasons": "Alasan.",
        "answer_by": "2026-06-20"
    });
    order(&superior, DecideObjection::PATH, number, decision).await;
    // No notice stands; so nothing is given.
    assert!(look(&client, &receipt).await.files.is_empty());
    fetch_file(&client, &receipt, &first).await.refused(404, ErrorCode::NotFound);
    order(&main, GrantRequest::PATH, number, grant(json!({ "letter_number": "491" }))).await;
    fetch_file(&client, &receipt, &first).await.expect(200);
    order(&main, DeliverRequest::PATH, number, json!({ "send": "email", "delivered_on": "2026-06-10" }))
        .await;
    fetch_file(&client, &receipt, &first).await.expect(200);
    // What was delivered stays as it was; what nobody was given goes.
    command_file(&main, RemoveRequestFile::PATH, number, &first, &json!({}))
        .await
        .refused(409, ErrorCode::Conflict);
    command_file(&main, GiveRequestFile::PATH, number, &wrong, &json!({}))
        .await
        .refused(409, ErrorCode::Conflict);
    order_file(&main, RemoveRequestFile::PATH, number, &wrong, json!({})).await;
    main.client
        .post(&fill(StartRequestFile::PATH, &[number]), &json!({ "name": "x.pdf", "size": 9 }))
        .await
        .refused(409, ErrorCode::Conflict);

    let refused = register(&client, 2).await;
    let file = send_file(&main, &refused.number, "tiga.pdf", &pdf(500)).await;
    order_file(&main, GiveRequestFile::PATH, &refused.number, &file, json!({})).await;
    order(&main, RefuseRequest::PATH, &refused.number, refusal()).await;
    assert!(look(&client, &refused).await.files.is_empty());
    fetch_file(&client, &refused, &file).await.refused(404, ErrorCode::NotFound);
    rows::verify_clean(server).await;
}

async fn nobody_else_gets_a_file(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let other = Staff::with(server, Role::PpidAgency, Some("bina_marga")).await;
    let client = Client::new(&server.url);
    let (mine, theirs) = (register(&client, 1).await, register(&client, 2).await);
    let file = send_file(&main, &mine.number, "x.pdf", &pdf(500)).await;
    order_file(&main, GiveRequestFile::PATH, &mine.number, &file, json!({})).await;
    for receipt in [&mine, &theirs] {
        order(&main, GrantRequest::PATH, &receipt.number, grant(json!({}))).await;
    }
    let path = fill(REQUEST_FILE_PATH, &[&mine.number, &file]);
    let absent = fill(REQUEST_FILE_PATH, &["PI-2026-09999", &file]);
    let wrong = client.holding(&theirs.secret);
    let [there, not] = [wrong.get(&path).await.expect(401), wrong.get(&absent).await.expect(401)];
    assert_eq!(there.text(), not.text(), "a wrong secret tells nothing");
    fetch_file(&client, &theirs, &file).await.refused(404, ErrorCode::NotFound);
    for id in ["0", "%00", "..%2F..%2Fx", &"0".repeat(32)] {
        fetch_file(&client, &mine, id).await.refused(404, ErrorCode::NotFound);
    }
    main.client
        .get(&fill(DESK_REQUEST_FILE_PATH, &[&theirs.number, &file]))
        .await
        .refused(404, ErrorCode::NotFound);
    other
        .client
        .get(&fill(DESK_REQUEST_FILE_PATH, &[&mine.number, &file]))
        .await
        .refused(403, ErrorCode::Forbidden);
    let start = fill(StartRequestFile::PATH, &[&mine.number]);
    let fine = json!({ "name": "x.pdf", "size": 9 });
    other.client.post(&start, &fine).await.refused(403, ErrorCode::Forbidden);
    let too_large = json!({ "name": "x.pdf", "size": 200_000_001 });
    main.client.post(&start, &too_large).await.blames(422, ErrorCode::Invalid, &["size file_too_large"]);
    // A page with a script is known by its first piece, whatever it is called.
    let page = start_file(&main, &mine.number, "halaman.pdf", 3_000_000).await.id;
    piece(&other, &mine.number, &page, 0, b"%PDF-").await.refused(403, ErrorCode::Forbidden);
    piece(&main, &theirs.number, &page, 0, b"%PDF-").await.refused(404, ErrorCode::NotFound);
    piece(&main, &mine.number, &page, 0, b"<!doctype html><script>alert(1)</script>").await.blames(
        422,
        ErrorCode::Invalid,
        &["file file_kind"],
    );
    piece(&main, &mine.number, &page, 0, b"%PDF-").await.refused(404, ErrorCode::NotFound);
    // It was delivered while a file was on its way: nothing is left of that.
    let late = start_file(&main, &mine.number, "x.pdf", 9).await.id;
    let delivery = json!({ "send": "email", "delivered_on": "2026-06-10" });
    order(&main, DeliverRequest::PATH, &mine.number, delivery).await;
    piece(&main, &mine.number, &late, 0, b"%PDF-1.7\n").await.refused(409, ErrorCode::Conflict);
    assert_eq!(names(&shown(&main, &mine.number).await.files), ["x.pdf"]);
    rows::verify_clean(server).await;
}

async fn files_that_are_whole_at_once_all_stay(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    let number = receipt.number.as_str();
    let before = shown(&main, number).await.version;
    let all = (0..8).map(|place| {
        let main = main.clone();
        async move { send_file(&main, number, &format!("berkas-{place}.pdf"), &pdf(2000 + place)).await }
    });
    let files = futures_util::future::join_all(all).await;
    let now = shown(&main, number).await;
    assert_eq!((now.files.len(), now.version), (8, before + 8));
    // Of two who give the same at once, one is late.
    let give = || {
        let client = main.client.with(IF_MATCH, &now.version.to_string());
        let path = fill(GiveRequestFile::PATH, &[number, &files[0]]);
        async move { client.post(&path, &json!({})).await.status }
    };
    let mut answers = <[u16; 2]>::from(futures_util::future::join(give(), give()).await);
    answers.sort_unstable();
    assert_eq!(answers, [200, 409]);
    rows::verify_clean(server).await;
}

async fn what_nobody_finished_is_swept(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    let kept = send_file(&main, &receipt.number, "utuh.pdf", &pdf(900)).await;
    let half = start_file(&main, &receipt.number, "separuh.pdf", 900).await.id;
    piece(&main, &receipt.number, &half, 0, &pdf(900)[..400]).await.expect(200);
    let sweep = || server::platform::files::sweep(&server.state.db, &server.state.files, server.clock.now());
    for (days, left) in [(6, 2), (2, 1)] {
        server.clock.advance(Duration::from_secs(days * 24 * 60 * 60));
        sweep().await.unwrap();
        assert_eq!(rows::number(&server.state.db, "select count(*) from request_file").await, left);
    }
    assert!(server.state.files.path(&kept).exists());
    let main = main.back(server).await;
    let now: DeskRequest = shown(&main, &receipt.number).await;
    assert_eq!(names(&now.files), ["utuh.pdf"]);
    rows::verify_clean(server).await;
}

on_both!(
    a_file_is_held_given_and_fetched,
    files_are_there_while_a_notice_grants,
    nobody_else_gets_a_file,
    files_that_are_whole_at_once_all_stay,
    what_nobody_finished_is_swept,
);

//! Files that are not what they say, or too much of it.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    api::{Endpoint, GetUpload, PIECE_BYTES_MAX, fill},
    problem::ErrorCode,
};
use tests_api::{forms::filing_with, on_both, pictures, random::fresh_key, reporter::Reporter, rows};

/// Files in the folders for parts and for finished ones.
fn on_disk(server: &TestServer) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
    }
    ["files", "uploads"].iter().map(|folder| count(&server.config.data.join(folder))).sum()
}

async fn a_file_that_is_something_else_leaves_nothing(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let html = b"<!doctype html><html><script>alert(1)</script></html>";
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
    let png = pictures::png(30, 20);
    let jpeg = pictures::jpeg(30, 20);
    let pdf = pictures::pdf();
    let cases: [(&str, Vec<u8>, &str); 11] = [
        ("foto.png", html.to_vec(), "file file_kind"),
        ("foto.png", [&png[..8], html].concat(), "file file_broken"),
        ("foto.jpg", [&jpeg[..4], html].concat(), "file file_broken"),
        ("foto.png", png[..png.len() / 2].to_vec(), "file file_broken"),
        ("foto.jpg", jpeg[..jpeg.len() / 2].to_vec(), "file file_broken"),
        (
            "foto.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
            "file file_kind",
        ),
        ("foto.gif", gif.to_vec(), "file file_kind"),
        (
            "surat.pdf",
            b"%PDF-1.4\n<html><script>alert(1)</script>startxref\n9\n%%EOF".to_vec(),
            "file file_kind",
        ),
        ("surat.pdf", [&pdf[..], b"PK\x03\x04"].concat(), "file file_broken"),
        ("surat.docx", b"PK\x03\x04\x14\0\x06\0".to_vec(), "file file_kind"),
        ("program.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), "file file_kind"),
    ];
    for (name, bytes, problem) in cases {
        let (id, answer) = reporter.try_upload(name, &bytes).await;
        answer.blames(422, ErrorCode::Invalid, &[problem]);
        reporter.client.get(&fill(GetUpload::PATH, &[&id])).await.refused(404, ErrorCode::NotFound);
        let named = filing_with(1, json!({ "files": [id] }));
        reporter.send(&fresh_key(), &named).await.blames(422, ErrorCode::Invalid, &["files.0 not_uploaded"]);
        assert_eq!((rows::count(&server.state.db).await, on_disk(server)), (before.clone(), 0), "{name}");
    }
}

async fn a_picture_of_thirty_thousand_squared_is_not_opened(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for (width, height) in [(30_000, 30_000), (u32::MAX >> 1, 1), (1, 64_000_001), (8_001, 8_000)] {
        let (_, answer) = reporter.try_upload("foto.png", &pictures::png_that_claims(width, height)).await;
        let body = answer.json();
        let envelope = answer.refused(422, ErrorCode::Invalid);
        assert_eq!(envelope.problems[0].field, "file");
        assert_eq!(body["problems"][0]["problem"]["code"], "too_many_pixels", "{width} × {height}");
    }
    assert_eq!(on_disk(server), 0);
    assert_eq!(rows::number(&server.state.db, "select count(*) from upload").await, 0);
}

async fn pieces_that_are_too_much_are_refused(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let png = pictures::png(30, 20);
    let id = reporter.announce("foto.png", png.len()).await.id;
    reporter.piece(&id, 0, &vec![0; PIECE_BYTES_MAX + 1]).await.refused(413, ErrorCode::TooLarge);
    let beyond = [&png[..], b"dan lagi"].concat();
    reporter.piece(&id, 0, &beyond).await.refused(413, ErrorCode::TooLarge);
    // Nothing of it was taken, and the upload goes on.
    let state = reporter.client.get(&fill(GetUpload::PATH, &[&id])).await.expect(200).json();
    assert_eq!(state["offset"], 0);
    reporter.piece(&id, 0, &png).await.expect(200);
}

/// The whole piece is on its way when it is refused; its sender must hear why all the same.
async fn a_large_piece_at_the_wrong_place_is_told_where_to_go_on(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let id = reporter.announce("foto.png", 9_000_000).await.id;
    let piece = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![7; PIECE_BYTES_MAX - 8]].concat();
    reporter.piece(&id, 0, &piece).await.expect(200);
    for _ in 0..20 {
        let answer = reporter.piece(&id, 0, &piece).await;
        answer.refused(409, ErrorCode::WrongOffset);
        assert_eq!(answer.header("upload-offset"), PIECE_BYTES_MAX.to_string());
        let html = [b"<!doctype html>".as_slice(), &vec![b' '; PIECE_BYTES_MAX - 15]].concat();
        let other = reporter.announce("foto.png", 9_000_000).await.id;
        reporter.piece(&other, 0, &html).await.blames(422, ErrorCode::Invalid, &["file file_kind"]);
        reporter.piece(&"0".repeat(32), 0, &piece).await.refused(404, ErrorCode::NotFound);
    }
}

async fn pieces_without_a_place_are_refused(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let id = reporter.announce("foto.png", 100).await.id;
    let path = fill(shared::api::UPLOAD_PATH, &[&id]);
    let send = async |client: &tests_api::client::Client| {
        let body = Some(("application/octet-stream", b"\x89PNG".to_vec().into()));
        client.send(reqwest::Method::PATCH, &path, body).await
    };
    let answer = send(&reporter.client).await;
    answer.blames(400, ErrorCode::Malformed, &["upload-offset required"]);
    for bad in ["-1", "+0", "0x0", "nol", "99999999999999999999999", "0,0", "1.0"] {
        let answer = send(&reporter.client.with("upload-offset", bad)).await;
        answer.blames(400, ErrorCode::Malformed, &["upload-offset wrong_type"]);
    }
    let unknown = "0".repeat(32);
    for id in [unknown.as_str(), "..%2f..%2fkeys%2fseal.key", "x"] {
        reporter.piece(id, 0, b"\x89PNG").await.refused(404, ErrorCode::NotFound);
    }
}

async fn bad_announcements_are_refused(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let before = rows::count(&server.state.db).await;
    for (body, problem) in [
        (json!({}), "name required"),
        (json!({ "name": "a.png" }), "size required"),
        (json!({ "name": "a.png", "size": 0 }), "size required"),
        (json!({ "name": "a.png", "size": -1 }), "size wrong_type"),
        (json!({ "name": "a.png", "size": 1.5 }), "size wrong_type"),
        (json!({ "name": "a.png", "size": "1" }), "size wrong_type"),
        (json!({ "name": "a.png", "size": 10_000_001 }), "size file_too_large"),
        (json!({ "name": "a.png", "size": 1, "id": "x" }), "id unknown_field"),
    ] {
        let answer = reporter.client.post("/api/v1/uploads", &body).await;
        answer.blames(422, ErrorCode::Invalid, &[problem]);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn names_do_no_harm(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let long = format!("{}.png", "é".repeat(5_000));
    for name in
        ["../../keys/seal.key", "C:\\windows\\a.png", "a\r\nSet-Cookie: x=1.png", "\u{0}", "", ".", &long]
    {
        let file = reporter.upload(name, &pictures::png(8, 8)).await;
        let filed = reporter.file(&filing_with(1, json!({ "files": [file] }))).await;
        let answer = reporter.download(&filed, &file).await.expect(200);
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with("attachment; ") && disposition.len() < 1_000, "{disposition}");
        assert!(!disposition.contains("..") && !disposition.contains('\\'), "{disposition}");
        assert!(answer.headers.get("set-cookie").is_none());
    }
}

on_both!(
    a_file_that_is_something_else_leaves_nothing,
    a_picture_of_thirty_thousand_squared_is_not_opened,
    pieces_that_are_too_much_are_refused,
    a_large_piece_at_the_wrong_place_is_told_where_to_go_on,
    pieces_without_a_place_are_refused,
    bad_announcements_are_refused,
    names_do_no_harm,
);

//! Bodies that are no filing at all.

use futures_util::stream;
use reqwest::{Body, Method};
use server::testing::TestServer;
use shared::{
    api::{Endpoint, FileComplaint, JSON_BYTES_MAX},
    problem::ErrorCode,
};
use tests_api::{answer::Answer, client::Client, forms::filing, on_both, random::fresh_key, rows};

async fn post(server: &TestServer, media: &str, body: impl Into<Body>) -> Answer {
    let client = Client::new(&server.url).with("idempotency-key", &fresh_key());
    client.send(Method::POST, FileComplaint::PATH, Some((media, body.into()))).await
}

async fn a_body_that_is_not_json(server: &mut TestServer) {
    let before = rows::count(&server.state.db).await;
    for body in [
        "",
        " ",
        "{",
        "title=Lampu",
        "<filing/>",
        "{\"title\": \"Lampu",
        "{\"title\": NaN}",
        "{} {}",
        "{\"title\": \"\\ud800\"}",
        "\u{feff}{}",
        "{\"title\": \"a\",}",
    ] {
        let envelope = post(server, "application/json", body).await.refused(400, ErrorCode::Malformed);
        assert_eq!(envelope.message, "Permintaan ini tidak dapat dibaca.", "{body}");
    }
    for body in ["[]", "null", "3", "\"Lampu\""] {
        post(server, "application/json", body).await.blames(422, ErrorCode::Invalid, &["body wrong_type"]);
    }
    let twice = "{\"title\": \"Lampu padam\", \"title\": \"Jalan rusak\"}";
    post(server, "application/json", twice).await.blames(422, ErrorCode::Invalid, &["title repeated"]);
    let deep = "[".repeat(60_000);
    assert!(matches!(post(server, "application/json", deep).await.status, 400 | 422));
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn broken_utf_8(server: &mut TestServer) {
    let before = rows::count(&server.state.db).await;
    let text = filing(1).to_string();
    let (start, end) = text.split_once("padam").unwrap();
    for broken in [b"\xff\xfe".as_slice(), b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf"] {
        let body = [start.as_bytes(), broken, end.as_bytes()].concat();
        post(server, "application/json", body).await.refused(400, ErrorCode::Malformed);
    }
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    post(server, "application/json; charset=utf-16", utf_16).await.refused(400, ErrorCode::Malformed);
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn a_body_of_ten_megabytes(server: &mut TestServer) {
    let before = rows::count(&server.state.db).await;
    let large = format!("{{\"content\": \"{}\"}}", "a".repeat(10_000_000));
    // It is told what is wrong, though it goes on sending.
    post(server, "application/json", large.clone()).await.refused(413, ErrorCode::TooLarge);
    // So is one that does not say how long it will be.
    let pieces: Vec<_> =
        large.as_bytes().chunks(64 * 1024).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect();
    let unannounced = Body::wrap_stream(stream::iter(pieces));
    post(server, "application/json", unannounced).await.refused(413, ErrorCode::TooLarge);
    let barely = format!("{{\"content\": \"{}\"}}", "a".repeat(JSON_BYTES_MAX));
    post(server, "application/json", barely).await.refused(413, ErrorCode::TooLarge);
    post(server, "text/plain", large).await.refused(415, ErrorCode::UnsupportedMedia);
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn a_wrong_content_type(server: &mut TestServer) {
    let before = rows::count(&server.state.db).await;
    let body = filing(1).to_string();
    for media in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/json",
        "application/jsonx",
        "application/ld+json",
    ] {
        post(server, media, body.clone()).await.refused(415, ErrorCode::UnsupportedMedia);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    post(server, "Application/JSON; Charset=UTF-8", body).await.expect(201);
}

async fn every_reader_is_told_in_their_language(server: &mut TestServer) {
    let client = Client::new(&server.url).with("idempotency-key", &fresh_key());
    let say = async |languages: &str| {
        let client = client.with("accept-language", languages);
        client.post(FileComplaint::PATH, &serde_json::json!({})).await.refused(422, ErrorCode::Invalid)
    };
    let (indonesian, english) = ("Bagian ini perlu diisi.", "This needs to be filled in.");
    for (languages, expected) in [
        ("id", indonesian),
        ("en", english),
        ("en-GB,en;q=0.9,id;q=0.8", english),
        ("id-ID,id;q=0.9,en;q=0.8", indonesian),
        ("fr, *;q=0.5", indonesian),
        ("zz;;;q=x,,", indonesian),
    ] {
        assert_eq!(say(languages).await.problems[0].message, expected, "{languages}");
    }
}

on_both!(
    a_body_that_is_not_json,
    broken_utf_8,
    a_body_of_ten_megabytes,
    a_wrong_content_type,
    every_reader_is_told_in_their_language,
);

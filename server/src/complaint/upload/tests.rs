//! Uploads over HTTP: what a phone sees.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::FromRef;
use axum::routing::{get, patch, post};
use futures_util::stream;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use shared::api::{Endpoint, FILE_PATH, FileComplaint, GetUpload, StartUpload, UPLOAD_PATH};
use shared::complaint::{FILE_BYTES_MAX, Filed};
use tower::ServiceExt;

use super::*;
use crate::clock::Clock;
use crate::complaint::file;
use crate::config::Config;
use crate::platform::files::{Files, Limits};
use crate::state::AppState;

#[derive(Clone)]
struct Parts {
    app: AppState,
    files: Files,
}

impl FromRef<Parts> for AppState {
    fn from_ref(parts: &Parts) -> Self {
        parts.app.clone()
    }
}

impl FromRef<Parts> for Files {
    fn from_ref(parts: &Parts) -> Self {
        parts.files.clone()
    }
}

struct House {
    router: Router,
    parts: Parts,
    data: tempfile::TempDir,
}

impl House {
    async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let place = crate::config::Place { data: data.path().to_owned(), database: None };
        let clock = Clock::manual("2026-11-25T03:00:00Z".parse().unwrap());
        let app = AppState::open(&Config::new(place), clock).await.unwrap();
        let parts = Parts { app, files: Files::open(data.path(), Limits::default()).unwrap() };
        let router = Router::new()
            .route(StartUpload::PATH, post(announce::handle))
            .route(UPLOAD_PATH, patch(receive::handle).get(show::handle))
            .route(FILE_PATH, get(download::handle))
            .route(FileComplaint::PATH, post(file::handle))
            .with_state(parts.clone());
        Self { router, parts, data }
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, http::HeaderMap, Bytes) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        (head.status, head.headers, body.collect().await.unwrap().to_bytes())
    }

    async fn json(&self, request: http::request::Builder, body: Body) -> (u16, Value) {
        let (status, _, body) = self.send(request.body(body).unwrap()).await;
        (status.as_u16(), serde_json::from_slice(&body).unwrap())
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", "5e0c1c52-6c5a-4c59-8a3c-0d3c4a3a1f10");
        self.json(request, body.to_string().into()).await
    }

    async fn announce(&self, size: usize) -> String {
        let (status, answer) =
            self.post(StartUpload::PATH, json!({"name": "C:\\foto.png", "size": size})).await;
        assert_eq!((status, &answer["offset"], &answer["ready"]), (201, &json!(0), &json!(false)));
        answer["id"].as_str().unwrap().to_owned()
    }

    async fn patch(&self, id: &str, offset: &str, body: impl Into<Body>) -> (u16, Value) {
        let path = shared::api::fill(UPLOAD_PATH, &[id]);
        self.json(Request::patch(path).header("upload-offset", offset), body.into()).await
    }

    async fn get(&self, id: &str) -> (u16, Value) {
        self.json(Request::get(shared::api::fill(GetUpload::PATH, &[id])), Body::empty()).await
    }

    fn on_disk(&self) -> usize {
        ["files", "uploads"].map(|folder| count(&self.data.path().join(folder))).iter().sum()
    }
}

fn count(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([x as u8, y as u8, (x * y) as u8]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn problem(answer: &Value) -> (Value, Value) {
    (answer["problems"][0]["field"].clone(), answer["problems"][0]["problem"]["code"].clone())
}

#[tokio::test]
async fn a_file_goes_up_in_pieces_and_down_to_its_reporter_alone() {
    let house = House::new().await;
    let bytes = png();
    let id = house.announce(bytes.len()).await;
    let (status, answer) = house.patch(&id, "0", bytes[..100].to_vec()).await;
    assert_eq!((status, &answer["offset"]), (200, &json!(100)));
    assert_eq!(house.get(&id).await, (200, answer));
    let (status, answer) = house.patch(&id, "100", bytes[100..].to_vec()).await;
    assert_eq!((status, &answer["ready"], &answer["media_type"]), (200, &json!(true), &json!("image/png")));
    assert_eq!(house.patch(&id, &bytes.len().to_string(), Body::empty()).await, (200, answer.clone()));
    assert_eq!(house.get(&id).await, (200, answer));

    let filing = json!({"class": "complaint", "title": "Jalan rusak", "content": "Jalan di depan sekolah berlubang.",
        "place": "Palu", "files": [id]});
    let (status, answer) = house.post(FileComplaint::PATH, filing).await;
    assert_eq!(status, 201, "{answer}");
    let filed: Filed = serde_json::from_value(answer).unwrap();
    let path = shared::api::fill(FILE_PATH, &[&filed.code, &id]);
    let ask = |path: &str, secret: &str| {
        Request::get(path).header("authorization", format!("Receipt {secret}")).body(Body::empty()).unwrap()
    };
    let (status, headers, body) = house.send(ask(&path, &filed.secret)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(image::load_from_memory(&body).unwrap(), image::load_from_memory(&bytes).unwrap());
    for (name, value) in [
        ("content-type", "image/png"),
        ("content-disposition", "attachment; filename=\"foto.png\"; filename*=UTF-8''foto.png"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(headers[name], value);
    }
    assert_eq!(headers["content-length"], body.len().to_string());
    assert_eq!(house.send(ask(&path, "wrong")).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(
        house.send(Request::get(&path).body(Body::empty()).unwrap()).await.0,
        StatusCode::UNAUTHORIZED
    );
    let other = shared::api::fill(FILE_PATH, &[&filed.code, &"0".repeat(32)]);
    assert_eq!(house.send(ask(&other, &filed.secret)).await.0, StatusCode::NOT_FOUND);
    house.parts.app.close().await;
}

#[tokio::test]
async fn bad_announcements_are_refused() {
    let house = House::new().await;
    let check = async |body: Value, field: &str, code: &str| {
        let (status, answer) = house.post(StartUpload::PATH, body).await;
        assert_eq!((status, problem(&answer)), (422, (json!(field), json!(code))));
    };
    check(json!({"name": "a.png", "size": 0}), "size", "required").await;
    check(json!({"name": "a.png", "size": FILE_BYTES_MAX + 1}), "size", "file_too_large").await;
    check(json!({"name": "a.png", "size": u64::MAX}), "size", "file_too_large").await;
    check(json!({"name": "a.png", "size": -1}), "size", "wrong_type").await;
    check(json!({"name": "a.png"}), "size", "required").await;
    check(json!({"name": "a.png", "size": 1, "path": "/"}), "path", "unknown_field").await;
    house.parts.app.close().await;
}

#[tokio::test]
async fn bad_pieces_are_refused() {
    let house = House::new().await;
    let bytes = png();
    let id = house.announce(bytes.len()).await;
    for offset in ["-1", "+0", "x", "", "99999999999999999999", "0, 0"] {
        let (status, answer) = house.patch(&id, offset, bytes.clone()).await;
        assert_eq!((status, &answer["code"]), (400, &json!("malformed")), "{offset}");
    }
    let path = shared::api::fill(UPLOAD_PATH, &[&id]);
    assert_eq!(house.json(Request::patch(&path), bytes.clone().into()).await.0, 400, "no offset at all");
    assert_eq!(house.patch(&id, "0", vec![0; shared::api::PIECE_BYTES_MAX + 1]).await.0, 413);
    assert_eq!(house.patch(&id, "0", [&bytes[..], b"more"].concat()).await.0, 413);
    assert_eq!(house.patch(&id, "0", bytes[..100].to_vec()).await.0, 200);
    let request =
        Request::patch(&path).header("upload-offset", "0").body(bytes[..100].to_vec().into()).unwrap();
    let (status, headers, body) = house.send(request).await;
    assert_eq!((status.as_u16(), &headers["upload-offset"]), (409, &http::HeaderValue::from_static("100")));
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["code"], "wrong_offset");
    assert_eq!(house.get(&id).await.1["offset"], 100);
    assert_eq!(house.get("..%2f..%2fetc%2fpasswd").await.0, 404);
    assert_eq!(house.patch(&"0".repeat(32), "0", "x").await.0, 404);
    house.parts.app.close().await;
}

#[tokio::test]
async fn a_cut_body_keeps_what_arrived() {
    let house = House::new().await;
    let bytes = png();
    let id = house.announce(bytes.len()).await;
    let cut = [Ok(Bytes::from(bytes[..70].to_vec())), Err(std::io::Error::other("the line broke"))];
    let (status, _) = house.patch(&id, "0", Body::from_stream(stream::iter(cut))).await;
    assert_eq!(status, 408);
    assert_eq!(house.get(&id).await.1["offset"], 70);
    let (status, answer) = house.patch(&id, "70", bytes[70..].to_vec()).await;
    assert_eq!((status, &answer["ready"]), (200, &json!(true)));
    house.parts.app.close().await;
}

#[tokio::test]
async fn a_file_that_is_something_else_leaves_nothing() {
    let house = House::new().await;
    let check = async |bytes: &[u8], code: &str| {
        let id = house.announce(bytes.len()).await;
        let (status, answer) = house.patch(&id, "0", bytes.to_vec()).await;
        assert_eq!((status, problem(&answer)), (422, (json!("file"), json!(code))));
        assert_eq!(house.get(&id).await.0, 404);
        assert_eq!(house.on_disk(), 0);
    };
    check(b"<!doctype html><script>alert(1)</script>", "file_kind").await;
    check(b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>", "file_broken").await;
    check(&png()[..200], "file_broken").await;
    // Its first piece is enough to know.
    let id = house.announce(9_000_000).await;
    assert_eq!(house.patch(&id, "0", "<svg onload='alert(1)'>").await.0, 422);
    assert_eq!(house.on_disk(), 0);
    house.parts.app.close().await;
}

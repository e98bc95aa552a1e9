//! Requests for information: who asks, and the PPID who answer.

use reqwest::Method;
use serde_json::{Value, json};
use shared::{
    api::{
        Endpoint, FileRequest, GetDeskRequest, GetRequest, IDEMPOTENCY_KEY, IF_MATCH, ObjectToRequest,
        PIECE_BYTES_MAX, REQUEST_FILE_PATH, REQUEST_PIECE_PATH, StartRequestFile, UPLOAD_OFFSET, fill,
    },
    complaint::UploadState,
    request::{DeskRequest, RequestReceipt, RequestView},
};

use crate::{answer::Answer, client::Client, random::fresh_key, staff::Staff};

/// A filled form of a number; what is given stands in the place of what it would.
///
/// # Panics
/// When what is given is no object.
pub fn asking(number: u32, more: Value) -> Value {
    let mut new = json!({
        "applicant": {
            "kind": "person",
            "name": format!("Pemohon Contoh {number}"),
            "address": "Jalan Contoh 1, Palu",
            "phone": "+6281200000000",
        },
        "what": format!("Rencana kerja Dinas Contoh nomor {number}."),
        "purpose": "Penelitian.",
        "obtain": "soft_copy",
        "send": "pick_up",
    });
    let given = more.as_object().expect("is an object").clone();
    new.as_object_mut().expect("is an object").extend(given);
    new
}

/// Sends a form under a key.
pub async fn send(client: &Client, key: &str, new: &Value) -> Answer {
    client.with(IDEMPOTENCY_KEY, key).post(FileRequest::PATH, new).await
}

/// Registers a request; its receipt.
pub async fn register(client: &Client, number: u32) -> RequestReceipt {
    send(client, &fresh_key(), &asking(number, json!({}))).await.expect(201).to()
}

/// Looks at a request with its secret.
pub async fn look(client: &Client, receipt: &RequestReceipt) -> RequestView {
    let path = fill(GetRequest::PATH, &[&receipt.number]);
    client.holding(&receipt.secret).get(&path).await.expect(200).to()
}

/// Objects with its secret.
pub async fn object(client: &Client, receipt: &RequestReceipt, ground: &str) -> Answer {
    let path = fill(ObjectToRequest::PATH, &[&receipt.number]);
    let body = json!({ "ground": ground, "text": "Saya keberatan." });
    client.holding(&receipt.secret).post(&path, &body).await
}

/// A request as somebody of the staff sees it.
pub async fn shown(staff: &Staff, number: &str) -> DeskRequest {
    staff.client.get(&fill(GetDeskRequest::PATH, &[number])).await.expect(200).to()
}

/// Gives a command that rests on a version.
pub async fn give(staff: &Staff, path: &str, number: &str, version: i64, body: &Value) -> Answer {
    staff.client.with(IF_MATCH, &version.to_string()).post(&fill(path, &[number]), body).await
}

/// A command that is obeyed, resting on how the request stands.
pub async fn order(staff: &Staff, path: &str, number: &str, body: Value) -> DeskRequest {
    let version = shown(staff, number).await.version;
    give(staff, path, number, version, &body).await.expect(200).to()
}

/// A refusal.
pub fn refusal() -> Value {
    json!({
        "letter_number": "489/12/PPID",
        "official": "Kepala Dinas Contoh selaku PPID",
        "article": "Pasal contoh huruf a",
        "consequence_test": "UK-7",
        "text": "Belum boleh dibuka.",
    })
}

/// A grant; what is given stands in the place of what it would.
///
/// # Panics
/// When what is given is no object.
pub fn grant(more: Value) -> Value {
    let mut grant =
        json!({ "letter_number": "490/12/PPID", "official": "Kepala Dinas Contoh", "form": "soft_copy" });
    let given = more.as_object().expect("is an object").clone();
    grant.as_object_mut().expect("is an object").extend(given);
    grant
}

/// Announces a file of what is granted.
pub async fn start_file(staff: &Staff, number: &str, name: &str, size: usize) -> UploadState {
    let path = fill(StartRequestFile::PATH, &[number]);
    staff.client.post(&path, &json!({ "name": name, "size": size })).await.expect(201).to()
}

/// Sends a piece of it.
pub async fn piece(staff: &Staff, number: &str, file: &str, offset: usize, bytes: &[u8]) -> Answer {
    let client = staff.client.with(UPLOAD_OFFSET, &offset.to_string());
    let body = Some(("application/octet-stream", bytes.to_vec().into()));
    client.send(Method::PATCH, &fill(REQUEST_PIECE_PATH, &[number, file]), body).await
}

/// Sends a whole file, which is held back; its id.
///
/// # Panics
/// When it is not taken.
pub async fn send_file(staff: &Staff, number: &str, name: &str, bytes: &[u8]) -> String {
    let file = start_file(staff, number, name, bytes.len()).await.id;
    let mut state = None;
    for (place, run) in bytes.chunks(PIECE_BYTES_MAX).enumerate() {
        let answer = piece(staff, number, &file, place * PIECE_BYTES_MAX, run).await.expect(200);
        state = Some(answer.to::<UploadState>());
    }
    assert!(state.is_some_and(|state| state.ready));
    file
}

/// Does something with a file, resting on how the request stands.
pub async fn command_file(staff: &Staff, path: &str, number: &str, file: &str, body: &Value) -> Answer {
    let version = shown(staff, number).await.version;
    staff.client.with(IF_MATCH, &version.to_string()).post(&fill(path, &[number, file]), body).await
}

/// The same where it is obeyed.
pub async fn order_file(staff: &Staff, path: &str, number: &str, file: &str, body: Value) -> DeskRequest {
    command_file(staff, path, number, file, &body).await.expect(200).to()
}

/// Asks for a file with a receipt's secret.
pub async fn fetch_file(client: &Client, receipt: &RequestReceipt, file: &str) -> Answer {
    client.holding(&receipt.secret).get(&fill(REQUEST_FILE_PATH, &[&receipt.number, file])).await
}

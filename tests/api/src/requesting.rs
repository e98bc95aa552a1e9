//! Requests for information: who asks, and the PPID who answer.

use serde_json::{Value, json};
use shared::{
    api::{
        Endpoint, FileRequest, GetDeskRequest, GetRequest, IDEMPOTENCY_KEY, IF_MATCH, ObjectToRequest, fill,
    },
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

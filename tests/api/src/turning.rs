//! Complaints of class information request that become requests.

use serde_json::{Value, json};
use shared::api::{Endpoint, GiveMissing, TurnIntoRequest, fill};
use shared::complaint::Filed;

use crate::{answer::Answer, client::Client, forms::filing_with, reporter::Reporter, staff::Staff};

/// A reporter's question; what is given stands in the place of what it would.
///
/// # Panics
/// When what is given is no object.
pub async fn question(reporter: &Reporter, number: u64, more: Value) -> Filed {
    let mut what = json!({
        "class": "information_request",
        "title": "Anggaran jalan 2026",
        "content": "Mohon rincian anggaran pemeliharaan jalan tahun 2026.",
        "anonymous": false,
        "reporter": { "name": "Warga Contoh", "phone": "081200000000" },
    });
    what.as_object_mut().expect("is an object").extend(more.as_object().expect("is an object").clone());
    reporter.file(&filing_with(number, what)).await
}

/// Has its reporter asked for what is missing.
pub async fn ask(coordinator: &Staff, filed: &Filed) {
    let body = json!({ "text": "Mohon dilengkapi sebagai permohonan." });
    coordinator.order(TurnIntoRequest::PATH, filed, body).await;
}

/// What a request needs beside what the question says.
pub fn details() -> Value {
    json!({
        "applicant": { "kind": "person", "identity_number": "7271000000000001", "address": "Jalan Contoh 1" },
        "purpose": "Penelitian.",
        "obtain": "soft_copy",
        "send": "pick_up",
    })
}

/// Gives it with a secret.
pub async fn give(client: &Client, filed: &Filed, secret: &str, details: &Value) -> Answer {
    client.holding(secret).post(&fill(GiveMissing::PATH, &[&filed.code]), details).await
}

//! Entries of public information, as the PPID write them.

use reqwest::Method;
use serde_json::{Value, json};
use shared::api::{
    AddInformation, CheckInformation, Endpoint, GetDeskInformation, IF_MATCH, INFORMATION_PIECE_PATH,
    PIECE_BYTES_MAX, PublishInformation, StartInformationFile, UPLOAD_OFFSET, fill,
};
use shared::complaint::UploadState;
use shared::information::DeskInformation;

use crate::{answer::Answer, staff::Staff};

/// What an entry of a number says; what is given stands in the place of what it would.
///
/// # Panics
/// When what is given is no object.
pub fn what(number: u32, more: Value) -> Value {
    let mut new = json!({
        "title": format!("Rencana kerja nomor {number}"),
        "summary": format!("Rencana kerja tahunan nomor {number} dengan anggarannya."),
        "category": "regular",
        "agency": "esdm",
        "official": "Kepala Dinas Contoh",
        "made_on": "2026-01-05",
        "forms": ["digital"],
    });
    let given = more.as_object().expect("is an object").clone();
    new.as_object_mut().expect("is an object").extend(given);
    new
}

/// Writes an entry.
pub async fn add(staff: &Staff, new: Value) -> DeskInformation {
    staff.client.post(AddInformation::PATH, &new).await.expect(200).to()
}

/// Gives a command that rests on a version.
pub async fn give(staff: &Staff, path: &str, id: i64, version: i64, body: &Value) -> Answer {
    staff.client.with(IF_MATCH, &version.to_string()).post(&fill(path, &[&id.to_string()]), body).await
}

/// A command that is obeyed, resting on how the entry stands.
pub async fn order(staff: &Staff, path: &str, id: i64, body: Value) -> DeskInformation {
    let shown = fill(GetDeskInformation::PATH, &[&id.to_string()]);
    let now: DeskInformation = staff.client.get(&shown).await.expect(200).to();
    give(staff, path, id, now.version, &body).await.expect(200).to()
}

/// Writes an entry and publishes it; its number.
pub async fn published(main: &Staff, new: Value) -> i64 {
    let id = add(main, new).await.id;
    order(main, CheckInformation::PATH, id, json!({})).await;
    order(main, PublishInformation::PATH, id, json!({})).await;
    id
}

/// Announces a file of an entry.
pub async fn start(staff: &Staff, id: i64, name: &str, size: usize) -> UploadState {
    let path = fill(StartInformationFile::PATH, &[&id.to_string()]);
    staff.client.post(&path, &json!({ "name": name, "size": size })).await.expect(201).to()
}

/// Sends a piece of it.
pub async fn piece(staff: &Staff, id: i64, file: &str, offset: usize, bytes: &[u8]) -> Answer {
    let client = staff.client.with(UPLOAD_OFFSET, &offset.to_string());
    let body = Some(("application/octet-stream", bytes.to_vec().into()));
    client.send(Method::PATCH, &fill(INFORMATION_PIECE_PATH, &[&id.to_string(), file]), body).await
}

/// Sends a whole file; its id.
///
/// # Panics
/// When it is not taken.
pub async fn send(staff: &Staff, id: i64, name: &str, bytes: &[u8]) -> String {
    let file = start(staff, id, name, bytes.len()).await.id;
    let mut state = None;
    for (number, run) in bytes.chunks(PIECE_BYTES_MAX).enumerate() {
        let answer = piece(staff, id, &file, number * PIECE_BYTES_MAX, run).await.expect(200);
        state = Some(answer.to::<UploadState>());
    }
    assert!(state.is_some_and(|state| state.ready));
    file
}

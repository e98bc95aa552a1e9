//! Entries of public information, as the PPID write them.

use serde_json::{Value, json};
use shared::api::{
    AddInformation, CheckInformation, Endpoint, GetDeskInformation, IF_MATCH, PublishInformation, fill,
};
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

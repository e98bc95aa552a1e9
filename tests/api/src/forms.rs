//! Filled forms, plainly invented.

use serde_json::{Value, json};

/// A good filing; its number makes it one of a kind.
pub fn filing(number: u64) -> Value {
    json!({
        "class": "complaint",
        "title": format!("Lampu jalan padam nomor {number}"),
        "content": format!("Lampu jalan nomor {number} padam sejak pekan lalu, jalan gelap di malam hari."),
        "region": "72.71",
        "sector": "listrik",
    })
}

/// The same with some fields changed.
pub fn filing_with(number: u64, changes: Value) -> Value {
    let mut filing = filing(number);
    let changes = changes.as_object().expect("changes are an object").clone();
    filing.as_object_mut().expect("a filing is an object").extend(changes);
    filing
}

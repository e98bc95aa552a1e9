//! Someone who files one complaint after the other, and remembers what they were told.

use std::sync::atomic::{AtomicU64, Ordering};

use reqwest::Method;
use serde_json::{Value, json};
use shared::{
    api::{Endpoint, FileComplaint, StartUpload, UPLOAD_PATH, fill},
    complaint::UploadState,
};

use crate::{answer::Answer, client::Client, forms::filing_with, pictures, random::Random};

/// One of so many filings has a document with it.
const WITH_FILE: u64 = 8;

/// A filing as it was sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub key: String,
    pub body: Value,
    /// The receipt, byte for byte, once it came.
    pub receipt: Option<Vec<u8>>,
}

/// A person.
#[derive(Clone, Debug)]
pub(super) struct Person {
    random: Random,
    pub sent: Vec<Sent>,
    pub cut_off: u64,
}

impl Person {
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), sent: Vec::new(), cut_off: 0 }
    }

    /// How many receipts they have.
    pub fn acknowledged(&self) -> u64 {
        self.sent.iter().filter(|sent| sent.receipt.is_some()).count() as u64
    }

    /// Files until the server vanishes. What was cut off is sent again first, as a phone does it.
    pub async fn file_until_cut(&mut self, url: &str, acknowledged: &AtomicU64) {
        let client = Client::new(url);
        loop {
            let open = self.sent.last().is_some_and(|sent| sent.receipt.is_none());
            if !open {
                let Some(sent) = self.next(&client).await else { return };
                self.sent.push(sent);
            }
            let sent = self.sent.last_mut().expect("one was just added");
            let Some(answer) = send(&client, sent).await else {
                self.cut_off += 1;
                return;
            };
            sent.receipt = Some(answer.expect(201).body);
            acknowledged.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Another complaint, its file uploaded; none when that was cut off.
    async fn next(&mut self, client: &Client) -> Option<Sent> {
        let mut changes = json!({});
        if self.random.below(WITH_FILE) == 0 {
            changes["files"] = json!([upload(client).await?]);
        }
        let number = self.random.number();
        if self.random.below(4) == 0 {
            changes["reporter"] = json!({ "name": format!("Warga {number}") });
        }
        let body = filing_with(number, changes);
        Some(Sent { key: self.random.key(), body, receipt: None })
    }
}

/// Sends a filing; none when no whole answer came.
pub(super) async fn send(client: &Client, sent: &Sent) -> Option<Answer> {
    let client = client.with("idempotency-key", &sent.key);
    let body = sent.body.to_string();
    client.try_send(Method::POST, FileComplaint::PATH, Some(("application/json", body.into()))).await.ok()
}

async fn upload(client: &Client) -> Option<String> {
    let bytes = pictures::pdf();
    let body = json!({ "name": "surat.pdf", "size": bytes.len() }).to_string();
    let announced = client
        .try_send(Method::POST, StartUpload::PATH, Some(("application/json", body.into())))
        .await
        .ok()?;
    let id = announced.expect(201).to::<UploadState>().id;
    let piece = client.with("upload-offset", "0");
    let body = Some(("application/octet-stream", bytes.into()));
    let sent = piece.try_send(Method::PATCH, &fill(UPLOAD_PATH, &[&id]), body).await.ok()?;
    sent.expect(200);
    Some(id)
}

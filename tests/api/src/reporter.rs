//! A citizen: files, uploads, follows, answers.

use reqwest::Method;
use serde::Serialize;
use serde_json::{Value, json};
use shared::{
    api::{
        AcceptAnswer, AddMessage, Endpoint, FILE_PATH, FileComplaint, GetComplaint, IDEMPOTENCY_KEY,
        RefuseAnswer, StartUpload, UPLOAD_OFFSET, UPLOAD_PATH, Withdraw, fill,
    },
    complaint::{ComplaintView, Filed, UploadState},
};

use crate::{answer::Answer, client::Client, random::fresh_key};

/// Someone at the other end of the line.
#[derive(Clone, Debug)]
pub struct Reporter {
    /// Their browser.
    pub client: Client,
}

impl Reporter {
    /// Someone who knows the server's address.
    pub fn new(base: &str) -> Self {
        Self { client: Client::new(base) }
    }

    /// Files under a key of their choice.
    pub async fn send(&self, key: &str, filing: &Value) -> Answer {
        self.client.with(IDEMPOTENCY_KEY, key).post(FileComplaint::PATH, filing).await
    }

    /// Files and gets a receipt.
    pub async fn file(&self, filing: &Value) -> Filed {
        self.send(&fresh_key(), filing).await.expect(201).to()
    }

    /// Looks at a complaint with its secret.
    pub async fn own_view(&self, filed: &Filed) -> ComplaintView {
        self.client.holding(&filed.secret).get(&complaint(filed)).await.expect(200).to()
    }

    /// Looks at a complaint as anyone may.
    pub async fn public_view(&self, filed: &Filed) -> ComplaintView {
        self.client.get(&complaint(filed)).await.expect(200).to()
    }

    /// Does something to their complaint: `path` is one of the endpoints below a complaint.
    pub async fn act(&self, filed: &Filed, path: &str, body: &impl Serialize) -> Answer {
        self.client.holding(&filed.secret).post(&fill(path, &[&filed.code]), body).await
    }

    /// Writes to the office.
    pub async fn write(&self, filed: &Filed, text: &str) -> Answer {
        self.act(filed, AddMessage::PATH, &json!({ "text": text })).await
    }

    /// Takes the complaint back.
    pub async fn withdraw(&self, filed: &Filed) -> Answer {
        self.act(filed, Withdraw::PATH, &json!({})).await
    }

    /// Accepts the answer.
    pub async fn accept(&self, filed: &Filed) -> Answer {
        self.act(filed, AcceptAnswer::PATH, &json!({ "stars": 4 })).await
    }

    /// Refuses the answer.
    pub async fn refuse(&self, filed: &Filed, reason: &str) -> Answer {
        self.act(filed, RefuseAnswer::PATH, &json!({ "reason": reason })).await
    }

    /// Announces a file.
    pub async fn announce(&self, name: &str, size: usize) -> UploadState {
        let body = json!({ "name": name, "size": size });
        self.client.post(StartUpload::PATH, &body).await.expect(201).to()
    }

    /// Sends a piece of a file.
    pub async fn piece(&self, id: &str, offset: u64, bytes: &[u8]) -> Answer {
        let client = self.client.with(UPLOAD_OFFSET, &offset.to_string());
        let body = Some(("application/octet-stream", bytes.to_vec().into()));
        client.send(Method::PATCH, &fill(UPLOAD_PATH, &[id]), body).await
    }

    /// Sends a whole file; the answer to its last piece.
    pub async fn try_upload(&self, name: &str, bytes: &[u8]) -> (String, Answer) {
        let id = self.announce(name, bytes.len()).await.id;
        let mut offset = 0;
        loop {
            let end = bytes.len().min(offset + shared::api::PIECE_BYTES_MAX);
            let answer = self.piece(&id, offset as u64, &bytes[offset..end]).await;
            if end == bytes.len() || answer.status != 200 {
                return (id, answer);
            }
            offset = end;
        }
    }

    /// Sends a whole file that is taken; its id.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> String {
        let (id, answer) = self.try_upload(name, bytes).await;
        let state: UploadState = answer.expect(200).to();
        assert!(state.ready, "{state:?}");
        id
    }

    /// Gets a file of their complaint back.
    pub async fn download(&self, filed: &Filed, id: &str) -> Answer {
        self.client.holding(&filed.secret).get(&fill(FILE_PATH, &[&filed.code, id])).await
    }
}

/// A complaint's address.
pub fn complaint(filed: &Filed) -> String {
    fill(GetComplaint::PATH, &[&filed.code])
}

use std::time::{Duration, Instant};

use reqwest::header::AUTHORIZATION;
use reqwest::{Client, Response, StatusCode};
use shared::api::{
    self, Endpoint, FILE_PATH, FileComplaint, GetComplaint, GetRecap, GetUpload, IDEMPOTENCY_KEY,
    RECEIPT_SCHEME,
};
use shared::complaint::{ComplaintView, Filed, Filing, UploadState};
use shared::recap::Recap;

use crate::{PATIENCE, Receipt, Result, fail};

/// Requests beside the browser: what other people and programs do meanwhile.
pub struct Http {
    address: String,
    client: Client,
}

impl Http {
    /// Requests to a server.
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), client: Client::new() }
    }

    /// Whether an address answers well.
    pub async fn answers(&self, path: &str) -> bool {
        self.get(path).await.is_ok_and(|answer| answer.status() == StatusCode::OK)
    }

    /// The answer at an address.
    pub async fn get(&self, path: &str) -> Result<Response> {
        Ok(self.client.get([&self.address, path].concat()).send().await?)
    }

    /// Files a complaint as another client would. The key tells filings of one story apart.
    pub async fn file(&self, filing: &Filing, key: u32) -> Result<Filed> {
        let answer = self
            .client
            .post([&self.address, FileComplaint::PATH].concat())
            .header(IDEMPOTENCY_KEY, format!("5e0e8400-e29b-41d4-a716-4466{key:08x}"))
            .json(filing)
            .send()
            .await?;
        match answer.status() {
            StatusCode::CREATED => Ok(answer.json().await?),
            status => fail(format!("filing was answered {status}: {}", answer.text().await?)),
        }
    }

    /// Sends JSON and reads JSON.
    pub async fn post<E: Endpoint>(
        &self,
        path: &[&str],
        headers: &[(&str, &str)],
        body: &E::Request,
    ) -> Result<E::Response> {
        let address = [&self.address, api::fill(E::PATH, path).as_str()].concat();
        let request = headers
            .iter()
            .fold(self.client.post(address), |request, (name, value)| request.header(*name, *value));
        let answer = request.json(body).send().await?;
        match answer.status() {
            status if status.is_success() => Ok(answer.json().await?),
            status => fail(format!("{} was answered {status}: {}", E::PATH, answer.text().await?)),
        }
    }

    /// A complaint as its reporter sees it.
    pub async fn own_view(&self, receipt: &Receipt) -> Result<ComplaintView> {
        let path = api::fill(GetComplaint::PATH, &[receipt.code.as_str()]);
        let secret = format!("{RECEIPT_SCHEME} {}", receipt.secret.as_str());
        let request = self.client.get([&self.address, path.as_str()].concat()).header(AUTHORIZATION, secret);
        Ok(request.send().await?.error_for_status()?.json().await?)
    }

    /// The bytes of the only file of a complaint, for its reporter.
    pub async fn own_file(&self, receipt: &Receipt) -> Result<Vec<u8>> {
        let files = self.own_view(receipt).await?.own.map(|own| own.files).unwrap_or_default();
        let [file] = files.as_slice() else { return fail(format!("the complaint has {files:?}")) };
        let path = api::fill(FILE_PATH, &[receipt.code.as_str(), &file.id]);
        let secret = format!("{RECEIPT_SCHEME} {}", receipt.secret.as_str());
        let request = self.client.get([&self.address, path.as_str()].concat()).header(AUTHORIZATION, secret);
        Ok(request.send().await?.error_for_status()?.bytes().await?.to_vec())
    }

    /// Waits until an upload is answered in a way: as ready, or as not there.
    pub async fn upload_becomes(&self, id: &str, wanted: StatusCode) -> Result {
        let path = api::fill(GetUpload::PATH, &[id]);
        let start = Instant::now();
        let mut glance = tokio::time::interval(Duration::from_millis(50));
        while start.elapsed() < PATIENCE {
            glance.tick().await;
            let answer = self.get(&path).await?;
            let is_wanted = answer.status() == wanted;
            if is_wanted && (wanted != StatusCode::OK || answer.json::<UploadState>().await?.ready) {
                return Ok(());
            }
        }
        fail(format!("waited in vain for the upload {id} to become {wanted}"))
    }

    /// Counts under a query.
    pub async fn recap(&self, query: &str) -> Result<Recap> {
        Ok(self.get(&format!("{}?{query}", GetRecap::PATH)).await?.error_for_status()?.json().await?)
    }
}

/// A short complaint that keeps every rule.
pub fn a_filing(title: &str) -> Filing {
    Filing {
        class: "complaint".to_owned(),
        title: title.to_owned(),
        content: "Lampu jalan di depan pasar padam sejak dua pekan lalu.".to_owned(),
        place: Some("Depan pasar".to_owned()),
        anonymous: true,
        ..Filing::default()
    }
}

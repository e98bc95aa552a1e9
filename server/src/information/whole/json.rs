//! `GET /api/v1/information.json`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde::Serialize;
use shared::information::InformationVersion;
use shared::lang::Lang;

use super::column::agency;
use super::{Asked, Form};
use crate::error::Error;
use crate::information::store::Listed;
use crate::platform::http::Pairs;
use crate::platform::pages::Reader;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// The list as one document: the moment it was taken, and the entries.
pub async fn json(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let (settings, taken_at) = (state.settings(), state.clock.now().to_string());
    let asked = Asked::read(state, reader, &headers, &pairs)?;
    let (origin, lang) = (asked.origin.clone(), asked.reader.lang);
    asked
        .answer("application/json", None, Document { settings, lang, origin, taken_at, is_first: true })
        .await
}

struct Document {
    settings: Arc<Settings>,
    lang: Lang,
    origin: String,
    taken_at: String,
    is_first: bool,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: i64,
    address: String,
    agency_name: &'a str,
    #[serde(flatten)]
    version: &'a InformationVersion,
}

impl Form for Document {
    fn begin(&mut self) -> Result<Vec<u8>, Error> {
        let taken_at = serde_json::to_string(&self.taken_at).map_err(Error::internal)?;
        Ok(format!("{{\"taken_at\":{taken_at},\"rows\":[").into_bytes())
    }

    fn entries(&mut self, entries: &[Listed]) -> Result<Vec<u8>, Error> {
        let mut written = Vec::new();
        for Listed { id, version } in entries {
            if !std::mem::take(&mut self.is_first) {
                written.push(b',');
            }
            let entry = Entry {
                id: *id,
                address: format!("{}/informasi/{id}", self.origin),
                agency_name: agency(&self.settings, self.lang, version),
                version,
            };
            serde_json::to_writer(&mut written, &entry).map_err(Error::internal)?;
        }
        Ok(written)
    }

    fn end(&mut self) -> Result<Vec<u8>, Error> {
        Ok(b"]}".to_vec())
    }
}

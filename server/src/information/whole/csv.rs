//! `GET /api/v1/information.csv`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::column::{NAMES, cells};
use super::{Asked, Form};
use crate::error::Error;
use crate::information::store::Listed;
use crate::platform::http::Pairs;
use crate::platform::pages::Reader;
use crate::platform::settings::Settings;
use crate::platform::sheet::{Cell, text_line};
use crate::state::AppState;

/// The list as text for spreadsheets (RFC 4180). What can be entered again is written as it can be.
pub async fn csv(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let settings = state.settings();
    let asked = Asked::read(state, reader, &headers, &pairs)?;
    let form = Lines { settings, origin: asked.origin.clone() };
    asked.answer("text/csv; charset=utf-8; header=present", Some("csv"), form).await
}

struct Lines {
    settings: Arc<Settings>,
    origin: String,
}

impl Form for Lines {
    fn begin(&mut self) -> Result<Vec<u8>, Error> {
        Ok(text_line(&NAMES.map(|name| Cell::Text(name.to_owned()))).into_bytes())
    }

    fn entries(&mut self, entries: &[Listed]) -> Result<Vec<u8>, Error> {
        let line = |listed: &Listed| text_line(&cells(&self.settings, &self.origin, listed, None));
        Ok(entries.iter().map(line).collect::<String>().into_bytes())
    }

    fn end(&mut self) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
    }
}

//! `POST /api/v1/desk/import/lapor`: takes an export, to be looked at before anything of it is entered.

use axum::body::Body;
use axum::extract::State;
use sha2::{Digest, Sha256};
use shared::access::Duty;
use shared::api::LAPOR_BYTES_MAX;
use shared::complaint::lapor::{ColumnOf, LaporMapping, LaporSheet, guess_columns};

use super::store::{self, Head};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::DbError;
use crate::platform::hex::hex;
use crate::platform::http::{Json, read_body};
use crate::platform::sheet::Table;
use crate::secret::random_id;
use crate::state::AppState;

/// Rows that are shown of an export.
const SAMPLE: usize = 5;

/// Stages it, and tells what is in it.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    body: Body,
) -> Result<Json<LaporSheet>, Error> {
    staff.must_keep(Duty::Lapor)?;
    let bytes = read_body(body, LAPOR_BYTES_MAX).await?;
    let sha256 = hex(&Sha256::digest(&bytes));
    // Unpacking takes a moment, in which others are served.
    let table = tokio::task::spawn_blocking(move || Table::read(&bytes)).await.map_err(Error::internal)?;
    let table = table.map_err(|problem| Error::field("file", problem))?;
    let remembered = store::mapping(&mut state.db.read().await?).await?;
    let mapping = fitting(remembered, &table.columns);
    let at = state.clock.now();
    let id = store::batch(at, &random_id());
    let sheet = LaporSheet {
        id: id.clone(),
        columns: table.columns.clone(),
        rows: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        sample: table.rows.iter().take(SAMPLE).map(|row| row.cells.clone()).collect(),
        mapping,
    };
    let head = Head { sha256, columns: table.columns.clone() };
    let staged =
        state.db.write(move |tx| Box::pin(async move { store::stage(tx, &id, &head, &table, at).await }));
    staged.await.map_err(|error: DbError| Error::from(error))?;
    Ok(Json(sheet))
}

/// What was remembered, as far as this export has the same columns; what is missing is guessed.
fn fitting(remembered: Option<LaporMapping>, columns: &[String]) -> LaporMapping {
    let guessed = guess_columns(columns);
    let Some(remembered) = remembered else { return LaporMapping { columns: guessed, words: Vec::new() } };
    let mut known: Vec<ColumnOf> =
        remembered.columns.into_iter().filter(|one| columns.contains(&one.column)).collect();
    for one in guessed {
        let is_taken = known.iter().any(|it| it.field == one.field || it.column == one.column);
        if !is_taken {
            known.push(one);
        }
    }
    LaporMapping { columns: known, words: remembered.words }
}

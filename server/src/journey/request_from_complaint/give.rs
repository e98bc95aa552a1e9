//! `GET` and `POST /api/v1/complaints/{code}/information-request`: what is missing, and giving it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use shared::problem::ErrorCode;
use shared::request::{MissingDetails, NewRequest};

use super::{begun, register};
use crate::complaint::reporter;
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Says what is missing: nothing where nothing is asked for.
pub async fn missing(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
) -> Result<Json<MissingDetails>, Error> {
    let complaint = reporter(&state, &code, &headers, address).await?;
    let fields = match begun(&state, &mut state.db.read().await?, &complaint).await {
        Ok(known) => known.missing().into_iter().map(str::to_owned).collect(),
        Err(error) if error.code() == ErrorCode::Conflict => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(Json(MissingDetails { fields }))
}

/// Registers the request.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(given): Json<NewRequest>,
) -> Result<Response, Error> {
    let complaint = reporter(&state, &code, &headers, address).await?;
    // The header held the complaint's secret, or nobody would have come this far.
    let held = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let secret = held.and_then(|value| value.split_once(' ')).map_or("", |(_, secret)| secret);
    let receipt = register(&state, &complaint, secret, &given).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

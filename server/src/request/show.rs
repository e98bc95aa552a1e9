//! `GET /api/v1/information-requests/{number}`: a request, for its applicant.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::request::{RequestNumber, RequestReceipt, RequestView};

use super::view::view;
use super::{access, store, story};
use crate::error::Error;
use crate::platform::db::Connection;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Shows it.
pub async fn handle(
    State(state): State<AppState>,
    Path(number): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
) -> Result<Json<RequestView>, Error> {
    let request = access::applicant(&state, &number, &headers, address).await?;
    let story = story::load(&mut state.db.read().await?, request.id).await?;
    let settings = state.settings();
    Ok(Json(view(&settings, &request, &story, settings.today(&state.clock))))
}

/// The receipt of a request as it stands now, without its secret.
///
/// # Errors
/// Not found, and when the database cannot be read.
pub async fn receipt(
    connection: &mut Connection,
    state: &AppState,
    number: &str,
) -> Result<RequestReceipt, Error> {
    let number = RequestNumber::parse(number).map_err(|_| Error::not_found())?;
    let request = store::by_number(connection, number).await?.ok_or_else(Error::not_found)?;
    let story = story::load(connection, request.id).await?;
    let settings = state.settings();
    let seen = view(&settings, &request, &story, settings.today(&state.clock));
    Ok(RequestReceipt {
        number: seen.number,
        secret: String::new(),
        received_on: seen.received_on,
        deadlines: seen.deadlines,
    })
}

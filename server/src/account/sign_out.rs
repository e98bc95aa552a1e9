//! `DELETE /api/v1/session`: signs out.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use shared::account::SignedOut;

use crate::error::Error;
use crate::platform::access::{self, Staff};
use crate::platform::db::DbError;
use crate::platform::http::Json;
use crate::state::AppState;

/// Ends the present session.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Response, Error> {
    let (account_id, session) = (staff.account_id, staff.session);
    let ended =
        state.db.write(move |tx| Box::pin(async move { access::end(tx, account_id, &session).await }));
    ended.await.map_err(|error: DbError| Error::from(error))?;
    Ok(([(header::SET_COOKIE, access::unset())], Json(SignedOut {})).into_response())
}

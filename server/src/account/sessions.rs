//! `GET /api/v1/sessions` and `DELETE /api/v1/sessions/{id}`: where an account is signed in, and ending that.

use axum::extract::{Path, State};
use shared::account::SessionLine;

use crate::error::Error;
use crate::platform::access::{self, Staff};
use crate::platform::http::Json;
use crate::state::AppState;

/// The account's own.
pub async fn list(State(state): State<AppState>, staff: Staff) -> Result<Json<Vec<SessionLine>>, Error> {
    of(&state, &staff).await.map(Json)
}

/// Ends one of them; those that are left.
pub async fn revoke(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
) -> Result<Json<Vec<SessionLine>>, Error> {
    let account_id = staff.account_id;
    let ended =
        state.db.write(move |tx| Box::pin(async move { access::end(tx, account_id, &id).await })).await;
    if !ended.map_err(Error::from)? {
        return Err(Error::not_found());
    }
    of(&state, &staff).await.map(Json)
}

async fn of(state: &AppState, staff: &Staff) -> Result<Vec<SessionLine>, Error> {
    let mut connection = state.db.read().await?;
    Ok(access::list(&mut connection, staff.account_id, &staff.session, state.clock.now()).await?)
}

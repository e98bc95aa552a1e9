//! `GET /api/v1/session`: who is signed in.

use axum::extract::State;
use shared::account::StaffView;

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Tells them who they are.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<StaffView>, Error> {
    let left = store::count_codes(&mut state.db.read().await?, staff.account_id).await?;
    Ok(Json(StaffView {
        name: staff.name,
        full_name: staff.full_name,
        roles: staff.roles,
        ends_at: staff.ends_at.as_millisecond(),
        recovery_codes: u32::try_from(left).unwrap_or_default(),
    }))
}

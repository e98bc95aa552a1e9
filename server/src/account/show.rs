//! `GET /api/v1/session`: who is signed in.

use axum::extract::State;
use http::HeaderMap;
use shared::account::{SessionView, StaffView};

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::platform::outbox;
use crate::state::AppState;

/// Tells them who they are.
pub async fn handle(State(state): State<AppState>, headers: HeaderMap) -> Result<Json<SessionView>, Error> {
    let Some(staff) = Staff::find(&state, &headers).await? else { return Ok(Json(SessionView::default())) };
    let mut connection = state.db.read().await?;
    let left = store::count_codes(&mut connection, staff.account_id).await?;
    let unread = outbox::count_unread(&mut connection, staff.account_id).await?;
    let staff = StaffView {
        name: staff.name,
        full_name: staff.full_name,
        roles: staff.roles,
        ends_at: staff.ends_at.as_millisecond(),
        recovery_codes: u32::try_from(left).unwrap_or_default(),
        unread: u32::try_from(unread).unwrap_or_default(),
    };
    Ok(Json(SessionView { staff: Some(staff) }))
}

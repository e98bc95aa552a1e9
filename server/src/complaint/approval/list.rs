//! `GET /api/v1/desk/approvals`: the setting of the agencies that whoever asks works for.

use axum::extract::State;
use shared::complaint::desk::ApprovalSetting;

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{Connection, DbError};
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers with it; an empty list to whoever works for none.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
) -> Result<Json<Vec<ApprovalSetting>>, Error> {
    Ok(Json(settings(&mut state.db.read().await?, &staff).await?))
}

pub(super) async fn settings(
    connection: &mut Connection,
    staff: &Staff,
) -> Result<Vec<ApprovalSetting>, DbError> {
    let mut agencies = staff.agencies();
    // Whoever holds two roles for one agency sees it once.
    agencies.sort_unstable();
    agencies.dedup();
    let mut settings = Vec::with_capacity(agencies.len());
    for agency in agencies {
        let needed = store::is_needed(connection, agency).await?;
        settings.push(ApprovalSetting { agency: agency.to_owned(), needed });
    }
    Ok(settings)
}

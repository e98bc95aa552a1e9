//! `GET /api/v1/desk/reconciliation`: what stands only in LAPOR!, only here, or in different stages.

use axum::extract::State;
use shared::access::Duty;
use shared::complaint::lapor::Reconciliation;

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Compares.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<Reconciliation>, Error> {
    staff.must_keep(Duty::Lapor)?;
    // All from one moment.
    let mut connection = state.db.snapshot().await?;
    let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let (only_there_count, only_there) = store::only_there(&mut connection).await?;
    let (only_here_count, only_here) = store::only_here(&mut connection).await?;
    let (different_count, different) = store::different(&mut connection).await?;
    Ok(Json(Reconciliation {
        as_of: store::as_of(&mut connection).await?,
        there: count(store::count(&mut connection).await?),
        only_there_count: count(only_there_count),
        only_there,
        only_here_count: count(only_here_count),
        only_here,
        different_count: count(different_count),
        different,
    }))
}

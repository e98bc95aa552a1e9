//! `GET /api/v1/desk/complaints/{code}`: a case.

use axum::extract::{Path, State};
use shared::complaint::desk::CaseView;

use super::open::shown;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Shows it to who may see it.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
) -> Result<Json<CaseView>, Error> {
    shown(&state, &staff, &code).await.map(Json)
}

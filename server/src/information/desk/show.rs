//! `GET /api/v1/desk/information/{id}`: an entry with what may be done with it.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::information::DeskInformation;

use super::open::{open, shown};
use crate::error::Error;
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Shows it.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
) -> Result<Json<DeskInformation>, Error> {
    staff.must_keep(Duty::Information)?;
    let (entry, newest) = open(&mut state.db.read().await?, &staff, number(&id)?).await?;
    Ok(Json(shown(&staff, entry, newest)))
}

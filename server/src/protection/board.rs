//! `GET /api/v1/desk/privacy`: who read whose identity, how long what is kept, and breaches.

use axum::extract::State;
use shared::access::Duty;
use shared::protection::ProtectionBoard;

use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{Connection, DbError};
use crate::platform::http::Json;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Answers with all of it.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<ProtectionBoard>, Error> {
    staff.must_keep(Duty::Privacy)?;
    let (settings, now) = (state.settings(), state.clock.now());
    Ok(Json(read(&mut state.db.read().await?, &settings, now).await?))
}

/// All of it, as it is.
pub(super) async fn read(
    connection: &mut Connection,
    settings: &Settings,
    now: jiff::Timestamp,
) -> Result<ProtectionBoard, DbError> {
    Ok(ProtectionBoard {
        now: now.as_millisecond(),
        retention: settings.retention,
        request_retention: settings.request_retention,
        readings: store::readings(connection).await?,
        breaches: store::breaches(connection).await?,
    })
}

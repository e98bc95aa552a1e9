//! `GET /api/v1/information/{id}`: an entry with what it said before.

use axum::extract::{Path, State};
use shared::information::InformationEntry;

use super::{number, store};
use crate::error::Error;
use crate::platform::db::Connection;
use crate::platform::http::Json;
use crate::state::AppState;

/// Shows it. What was never public is not there.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<InformationEntry>, Error> {
    let found = entry(&mut state.db.read().await?, number(&id)?).await?;
    found.map(Json).ok_or_else(Error::not_found)
}

/// An entry as everyone reads it; nothing where it was never public.
pub(super) async fn entry(connection: &mut Connection, id: i64) -> Result<Option<InformationEntry>, Error> {
    let Some(entry) = store::entry(connection, id).await? else { return Ok(None) };
    let mut earlier = store::published(connection, id).await?;
    if earlier.is_empty() {
        return Ok(None);
    }
    let current = entry.public_number.and_then(|number| {
        let place = earlier.iter().position(|version| version.number == number)?;
        Some(earlier.remove(place))
    });
    let withdrawn_on = entry.withdrawn_on.filter(|_| current.is_none());
    if current.is_none() {
        // What was taken back is not read here any more, only that it was there.
        earlier.clear();
    }
    Ok(Some(InformationEntry { id, current, earlier, withdrawn_on }))
}

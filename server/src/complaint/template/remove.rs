//! `DELETE /api/v1/desk/templates/{id}`: removes a template. Answers that began with it stay as they are.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::desk::template::Template;

use super::change::missed;
use super::{Change, may_change, number, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Removes it; all that are left.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    headers: HeaderMap,
) -> Result<Json<Vec<Template>>, Error> {
    may_change(&staff)?;
    let id = number(&id)?;
    let version = if_match(&headers)?;
    let change = Change::new(&state, &staff, "template_removed");
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            if !store::remove(tx, id, version).await? {
                return Err(missed(tx, id).await);
            }
            change.record(tx, id).await?;
            Ok(store::all(tx).await?)
        })
    });
    done.await.map(Json)
}

//! `POST /api/v1/desk/templates/{id}`: changes a template.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::desk::template::{NewTemplate, Template};

use super::{Change, checked, may_change, number, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::Transaction;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Changes it; all as they are then.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(new): Json<NewTemplate>,
) -> Result<Json<Vec<Template>>, Error> {
    may_change(&staff)?;
    let id = number(&id)?;
    let version = if_match(&headers)?;
    let new = checked(&state.settings(), new)?;
    let change = Change::new(&state, &staff, "template_changed");
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            if !store::change(tx, id, version, &new).await? {
                return Err(missed(tx, id).await);
            }
            change.record(tx, id).await?;
            Ok(store::all(tx).await?)
        })
    });
    done.await.map(Json)
}

/// Why one of a version was not there: it has moved on, or is gone.
pub(super) async fn missed(tx: &mut Transaction, id: i64) -> Error {
    match store::version(tx, id).await {
        Ok(Some(version)) => Error::changed(version),
        Ok(None) => Error::not_found(),
        Err(error) => error.into(),
    }
}

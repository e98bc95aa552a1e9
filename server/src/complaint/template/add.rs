//! `POST /api/v1/desk/templates`: writes another template.

use axum::extract::State;
use shared::complaint::desk::template::{NewTemplate, Template};

use super::{Change, checked, may_change, store};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Enters it; all as they are then.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(new): Json<NewTemplate>,
) -> Result<Json<Vec<Template>>, Error> {
    may_change(&staff)?;
    let new = checked(&state.settings(), new)?;
    let change = Change::new(&state, &staff, "template_added");
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let id = store::add(tx, &new).await?;
            change.record(tx, id).await?;
            Ok::<_, Error>(store::all(tx).await?)
        })
    });
    done.await.map(Json)
}

//! `POST /api/v1/desk/consequence-tests/{id}/write`: writes a proposal anew.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::information::consequence::{ConsequenceAction, DeskConsequenceTest, NewConsequenceTest};

use super::act::{Asked, run};
use super::open::{checked, may, open};
use crate::error::Error;
use crate::information::consequence::store;
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Writes it.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(new): Json<NewConsequenceTest>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    staff.must_keep(Duty::Information)?;
    open(&mut state.db.read().await?, &staff, number(&id)?).await?;
    let settings = state.settings();
    let test = checked(&settings, settings.today(&state.clock), &new)?;
    // It may go to another agency only by somebody who may propose for both.
    may(&staff, ConsequenceAction::Write, &test.agency).map_err(Error::forbidden_by)?;
    let asked: Asked = (Path(id), staff, headers);
    run(&state, asked, ConsequenceAction::Write, move |tx, stored| {
        Box::pin(async move {
            stored.reason = None;
            store::write(tx, stored.id, &test).await?;
            stored.test = test;
            Ok(())
        })
    })
    .await
}

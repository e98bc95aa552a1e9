//! `POST /api/v1/desk/consequence-tests`: proposes that something is excluded.

use axum::extract::State;
use shared::access::Duty;
use shared::information::consequence::{ConsequenceAction, DeskConsequenceTest, NewConsequenceTest};

use super::open::{checked, may, open, shown};
use crate::error::Error;
use crate::information::consequence::record::Change;
use crate::information::consequence::store;
use crate::platform::access::Staff;
use crate::platform::event;
use crate::platform::http::Json;
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// Proposes it.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(new): Json<NewConsequenceTest>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    staff.must_keep(Duty::Information)?;
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let test = checked(&settings, today, &new)?;
    may(&staff, ConsequenceAction::Write, &test.agency).map_err(Error::forbidden_by)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let id = store::add(tx, &test, today, at).await?;
            let stored = open(tx, &staff, id).await?;
            let shown = shown(tx, &staff, id, today).await?;
            let event = Change::of(&staff, at, today).event(&stored, "consequence_proposed");
            event::record(tx, vec![event], &Movements::default()).await?;
            Ok::<_, Error>(shown)
        })
    });
    done.await.map(Json)
}

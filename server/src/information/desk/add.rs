//! `POST /api/v1/desk/information`: begins an entry.

use axum::extract::State;
use shared::access::Duty;
use shared::information::{DeskInformation, InformationAction, NewInformation};

use super::open::{checked, may, open, shown};
use super::record::Change;
use crate::error::Error;
use crate::information::store;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Begins it as a draft.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(new): Json<NewInformation>,
) -> Result<Json<DeskInformation>, Error> {
    staff.must_keep(Duty::Information)?;
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let first = checked(&settings, today, &new)?;
    may(&staff, InformationAction::Write, &first.agency, first.category).map_err(Error::forbidden_by)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let id = store::add(tx, &first, today, at).await?;
            let (entry, newest) = open(tx, &staff, id).await?;
            Change::new(&staff, at, today).record(tx, &entry, "information_written").await?;
            Ok::<_, Error>(shown(&staff, entry, newest))
        })
    });
    done.await.map(Json)
}

//! `POST /api/v1/desk/information`: begins an entry.

use axum::extract::State;
use shared::access::Duty;
use shared::information::{DeskInformation, InformationAction, NewInformation};
use shared::problem::Problem;

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
    begin(&state, staff, new, false).await.map(Json)
}

/// Begins an entry that says something, as a draft.
///
/// # Errors
/// The rule that forbids it, or what is wrong by field; [`Problem::Taken`] of the title where it is an entry already and
/// `is_once` says that it must not be there twice.
pub async fn begin(
    state: &AppState,
    staff: Staff,
    new: NewInformation,
    is_once: bool,
) -> Result<DeskInformation, Error> {
    staff.must_keep(Duty::Information)?;
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let first = checked(&settings, today, &new)?;
    may(&staff, InformationAction::Write, &first.agency, first.category).map_err(Error::forbidden_by)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            if is_once && store::is_known(tx, &first).await? {
                return Err(Error::field("title", Problem::Taken));
            }
            let id = store::add(tx, &first, today, at).await?;
            let (entry, newest) = open(tx, &staff, id).await?;
            Change::new(&staff, at, today).record(tx, &entry, "information_written").await?;
            Ok::<_, Error>(shown(&staff, entry, newest))
        })
    });
    done.await
}

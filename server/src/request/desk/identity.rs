//! `POST /api/v1/desk/information-requests/{number}/identity`: who asks, for a reason that is recorded.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::request::{ApplicantView, RequestAction, RequestReason};

use super::open::{may, number, open};
use super::record::event;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::event;
use crate::platform::http::Json;
use crate::platform::ledger::Movements;
use crate::request::{applicant, store};
use crate::state::AppState;

/// Opens it, and records who did and why before it is shown.
pub async fn handle(
    State(state): State<AppState>,
    Path(raw): Path<String>,
    staff: Staff,
    Json(asked): Json<RequestReason>,
) -> Result<Json<ApplicantView>, Error> {
    staff.must_keep(Duty::Requests)?;
    let number = number(&raw)?;
    let reason = asked.check().map_err(Error::invalid)?;
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let keys = state.keys.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (request, _) = open(tx, &staff, number).await?;
            let role = may(&staff, RequestAction::Identify, &request).map_err(Error::forbidden_by)?;
            let sealed = store::applicant(tx, request.id).await?.ok_or_else(Error::not_found)?;
            let opened = applicant::open(&keys, request.id, &sealed).map_err(Error::internal)?;
            let event =
                event((&staff, role), &request, "applicant_read", (at, today)).with_text("note", reason);
            event::record(tx, vec![event], &Movements::default()).await?;
            Ok::<_, Error>(opened)
        })
    });
    done.await.map(Json)
}

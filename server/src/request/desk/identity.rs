//! `POST /api/v1/desk/information-requests/{number}/identity` and `…/identity/file`: who asks, and the document that says so, for
//! a reason that is recorded.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::access::Duty;
use shared::request::{ApplicantView, RequestAction, RequestReason};

use super::open::{may, number, open};
use super::record::event;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::event;
use crate::platform::http::{Json, saved};
use crate::platform::ledger::Movements;
use crate::request::applicant::SealedFile;
use crate::request::{applicant, store};
use crate::state::AppState;

/// What is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    File,
}

/// Opens it, and records who did and why before it is shown.
pub async fn handle(
    State(state): State<AppState>,
    Path(raw): Path<String>,
    staff: Staff,
    Json(asked): Json<RequestReason>,
) -> Result<Json<ApplicantView>, Error> {
    let (applicant, _) = read(&state, &raw, staff, &asked, Part::Words).await?;
    Ok(Json(applicant))
}

/// Opens the document of identity. Each reading is recorded by itself.
pub async fn file(
    State(state): State<AppState>,
    Path(raw): Path<String>,
    staff: Staff,
    Json(asked): Json<RequestReason>,
) -> Result<Response, Error> {
    let (_, file) = read(&state, &raw, staff, &asked, Part::File).await?;
    let (file, stored) = file.ok_or_else(Error::not_found)?;
    let bytes = state.files.read_twin(&state.keys, &file.id, &stored).await?;
    Ok(saved(&file.name, bytes))
}

/// Who asks, with the document where that is read, and the name it lies under.
async fn read(
    state: &AppState,
    raw: &str,
    staff: Staff,
    asked: &RequestReason,
    part: Part,
) -> Result<(ApplicantView, Option<(SealedFile, String)>), Error> {
    staff.must_keep(Duty::Requests)?;
    let number = number(raw)?;
    let reason = asked.check().map_err(Error::invalid)?;
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let keys = state.keys.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (request, _) = open(tx, &staff, number).await?;
            let role = may(&staff, RequestAction::Identify, &request).map_err(Error::forbidden_by)?;
            let sealed = store::applicant(tx, request.id).await?.ok_or_else(Error::not_found)?;
            let (opened, file) = applicant::open(&keys, request.id, &sealed).map_err(Error::internal)?;
            let mut event =
                event((&staff, role), &request, "applicant_read", (at, today)).with_text("note", reason);
            let mut found = None;
            if part == Part::File {
                let file = file.ok_or_else(Error::not_found)?;
                let stored = store::document(tx, request.id, &file.id).await?;
                let stored = stored.ok_or_else(|| Error::internal("a document of identity has no row"))?;
                event = event.with("document", true);
                found = Some((file, stored));
            }
            event::record(tx, vec![event], &Movements::default()).await?;
            Ok::<_, Error>((opened, found))
        })
    });
    done.await
}

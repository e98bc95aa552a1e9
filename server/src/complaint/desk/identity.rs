//! `POST /api/v1/desk/complaints/{code}/identity`: who complained, for a reason that the data-protection officer reads.

use axum::extract::{Path, State};
use shared::access::{CaseAction, Rule};
use shared::complaint::desk::{IdentityView, NewReason};
use shared::complaint::{Actor, TrackingCode};

use super::command::words;
use super::open::may;
use crate::complaint::store;
use crate::complaint::{Changes, actor_word, record};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::event::NewEvent;
use crate::platform::http::Json;
use crate::platform::seal;
use crate::state::AppState;

/// Opens it, and records who did and why before it is shown.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    Json(asked): Json<NewReason>,
) -> Result<Json<IdentityView>, Error> {
    let code = TrackingCode::parse(&code).map_err(|problem| Error::field("code", problem))?;
    let (at, day) = (state.clock.now(), state.settings().today(&state.clock));
    let keys = state.keys.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let complaint = store::by_code(tx, code.as_str()).await?.ok_or_else(Error::not_found)?;
            let allowed = may(&staff, CaseAction::Identify, &complaint).map_err(Error::forbidden_by)?;
            if complaint.anonymous && allowed.actor == Actor::Agency {
                return Err(Error::forbidden_by(Rule::Anonymous));
            }
            let reason = words("text", &asked.text)?;
            let opened = seal::read(tx, &keys, complaint.id).await?.ok_or_else(Error::not_found)?;
            let identity = opened.map_err(Error::internal)?;
            let event =
                NewEvent::new(Some(complaint.id), at, day, actor_word(allowed.actor), "identity_read")
                    .with("by", staff.account_id)
                    .with_text("note", reason);
            record(tx, Changes { events: vec![event], ..Changes::default() }).await?;
            Ok(IdentityView { name: identity.name, phone: identity.phone, email: identity.email })
        })
    });
    done.await.map(Json)
}

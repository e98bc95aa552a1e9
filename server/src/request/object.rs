//! `POST /api/v1/information-requests/{number}/objections`: objects, on a ground that the law offers now.

use axum::extract::{Path, State};
use http::HeaderMap;
use jiff::Timestamp;
use shared::calendar::Day;
use shared::request::{Ground, NewObjection, RequestNumber, RequestView};

use super::store::Request;
use super::view::view;
use super::{access, due, store, story};
use crate::error::Error;
use crate::platform::db::Transaction;
use crate::platform::event::{self, Kept, NewEvent, Text};
use crate::platform::http::{ClientAddress, Json};
use crate::platform::ledger::Movements;
use crate::platform::settings::Settings;
use crate::secret;
use crate::state::AppState;

/// Takes an objection.
pub async fn handle(
    State(state): State<AppState>,
    Path(number): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(new): Json<NewObjection>,
) -> Result<Json<RequestView>, Error> {
    let request = access::applicant(&state, &number, &headers, address).await?;
    add(&state, request, &new).await.map(Json)
}

/// Enters an objection to a request whose applicant wrote it. One that waits already makes another one needless, so a repeated
/// sending is a conflict.
pub(super) async fn add(state: &AppState, seen: Request, new: &NewObjection) -> Result<RequestView, Error> {
    let objection = new.check().map_err(Error::invalid)?;
    let settings = state.settings();
    let when = (state.clock.now(), settings.today(&state.clock));
    let number =
        RequestNumber::parse(&seen.number).map_err(|_| Error::internal("a request without number"))?;
    let done = state
        .db
        .write(move |tx| Box::pin(async move { object(tx, &settings, number, objection, when).await }));
    done.await
}

/// The same within a transaction, at a moment of a day.
///
/// # Errors
/// Conflict where the ground is not offered.
pub async fn object(
    tx: &mut Transaction,
    settings: &Settings,
    number: RequestNumber,
    (ground, words): (Ground, String),
    (at, today): (Timestamp, Day),
) -> Result<RequestView, Error> {
    // Of two at once the second waits here, and then sees the first.
    let seen = store::by_number(tx, number).await?.ok_or_else(Error::not_found)?;
    store::touch(tx, seen.id).await?;
    let mut request = store::by_number(tx, number).await?.ok_or_else(Error::not_found)?;
    let before = story::load(tx, request.id).await?;
    let profile = settings.request_profile(request.received_on).ok_or_else(Error::conflict)?;
    let offers = before.course(&request).offers(profile, &settings.holidays, today);
    if !offers.iter().any(|offer| offer.ground == ground) {
        return Err(Error::conflict());
    }
    let salt = secret::random_bytes::<32>();
    let id = story::add_objection(tx, request.id, (ground, &words), salt, today).await?;
    request.objection_id = Some(id);
    request.is_objected = true;
    let after = story::load(tx, request.id).await?;
    request.due_on = due::of(settings, &after.course(&request), request.stage);
    store::change(tx, &request).await?;
    let mut event = NewEvent::new(None, at, today, "applicant", "request_objected")
        .with("request", request.number.as_str())
        .with("stage", request.stage.as_str())
        .with("ground", ground.as_str());
    event.texts = vec![Text { name: "text", text: words, salt, kept: Kept::Elsewhere }];
    let recorded = event::record(tx, vec![event], &Movements::default()).await?;
    story::set_event(tx, id, recorded.first_position).await?;
    Ok(view(settings, &request, &after, today))
}

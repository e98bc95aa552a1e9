//! `POST /api/v1/information-requests`: registers a request, exactly once under its idempotency key.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use shared::calendar::Day;
use shared::request::{CheckedRequest, NewRequest, RequestCourse, RequestReceipt, RequestStage};

use super::{applicant, due, store};
use crate::error::Error;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, Kept, NewEvent, Text};
use crate::platform::http::{ClientAddress, Json};
use crate::platform::idempotency::{self, Claim};
use crate::platform::ledger::Movements;
use crate::platform::settings::Settings;
use crate::secret::{self, Keys};
use crate::state::AppState;

/// The scope under which keys of requests are remembered.
const SCOPE: &str = "information_request";

/// Registers a request.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(new): Json<NewRequest>,
) -> Result<Response, Error> {
    state.limits.check_filing(address)?;
    let key = idempotency::required_key(&headers)?;
    let receipt = register(&state, key, &new).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

/// Registers under a key, once: the same request gets the first receipt again.
pub(super) async fn register(
    state: &AppState,
    key: String,
    new: &NewRequest,
) -> Result<RequestReceipt, Error> {
    let request_hash = idempotency::request_hash(new);
    let (settings, keys, at) = (state.settings(), state.keys.clone(), state.clock.now());
    let today = settings.today(&state.clock);
    let checked = new.check().map_err(Error::invalid)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            match idempotency::claim(tx, &key, SCOPE, &request_hash, at).await? {
                Claim::New => {}
                Claim::Repeat(body) => return Ok(with_secret(&body, &keys, &key)?),
                Claim::Reused => return Err(Error::key_reused()),
            }
            let receipt = enter(tx, &settings, &keys, &key, &checked, (at, today)).await?;
            let remembered = RequestReceipt { secret: String::new(), ..receipt.clone() };
            let body = serde_json::to_string(&remembered).expect("a receipt is plain values");
            idempotency::remember(tx, &key, StatusCode::CREATED.as_u16(), &body).await?;
            Ok(receipt)
        })
    });
    done.await
}

/// Enters the request, who asks, and the event.
async fn enter(
    tx: &mut Transaction,
    settings: &Settings,
    keys: &Keys,
    key: &str,
    new: &CheckedRequest,
    (at, today): (Timestamp, Day),
) -> Result<RequestReceipt, DbError> {
    let course = RequestCourse::begun(today);
    let due_on = due::of(settings, &course, RequestStage::Received);
    let profile = settings.request_profile(today);
    let deadlines = profile.map(|profile| course.deadlines(profile, &settings.holidays, today));
    let (secret, salt) = (keys.receipt_secret(key), secret::random_bytes::<32>());
    let number = store::next_number(tx, today.year()).await?.to_string();
    let secret_hash = secret::hash_secret(&secret);
    let entered = store::Entered { number: &number, salt, secret_hash, on: today, at, due_on };
    let id = store::add(tx, new, &entered).await?;
    store::keep_applicant(tx, id, applicant::close(keys, id, &new.applicant)).await?;
    let mut event = NewEvent::new(None, at, today, "applicant", "request_received")
        .with("request", number.as_str())
        .with("stage", RequestStage::Received.as_str())
        .with("applicant", new.applicant.kind.as_str());
    let hashed = |name, text: &str| Text { name, text: text.to_owned(), salt, kept: Kept::Elsewhere };
    event.texts = vec![hashed("what", &new.what), hashed("purpose", &new.purpose)];
    let recorded = event::record(tx, vec![event], &Movements::default()).await?;
    store::set_event(tx, id, recorded.first_position).await?;
    Ok(RequestReceipt { number, secret, received_on: today, deadlines: deadlines.unwrap_or_default() })
}

/// The remembered answer lacks the secret, which only the key gives back.
fn with_secret(body: &str, keys: &Keys, key: &str) -> Result<RequestReceipt, DbError> {
    let receipt: RequestReceipt = serde_json::from_str(body)
        .map_err(|error| DbError::Other(format!("a remembered receipt cannot be read: {error}")))?;
    Ok(RequestReceipt { secret: keys.receipt_secret(key), ..receipt })
}

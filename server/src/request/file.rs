//! `POST /api/v1/information-requests`: registers a request, exactly once under its idempotency key.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::Channel;
use shared::request::{CheckedRequest, NewRequest, RequestCourse, RequestNews, RequestReceipt, RequestStage};

use super::{applicant, due, store};
use crate::error::Error;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, Kept, NewEvent, Text};
use crate::platform::http::{ClientAddress, Json};
use crate::platform::idempotency::{self, Claim};
use crate::platform::ledger::Movements;
use crate::platform::outbox;
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
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let coming = Coming {
        secret_hash: [0; 32],
        received_on: today,
        channel: Channel::Web,
        at,
        today,
        actor: "applicant",
        by: None,
        complaint: None,
        agency: None,
    };
    let checked = new.check().map_err(Error::invalid)?;
    register_as(state, key, idempotency::request_hash(new), checked, coming).await
}

/// The same for a request that came otherwise; its secret is made from the key.
pub(super) async fn register_as(
    state: &AppState,
    key: String,
    request_hash: [u8; 32],
    checked: CheckedRequest,
    coming: Coming,
) -> Result<RequestReceipt, Error> {
    let (settings, keys, at) = (state.settings(), state.keys.clone(), coming.at);
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            match idempotency::claim(tx, &key, SCOPE, &request_hash, at).await? {
                Claim::New => {}
                Claim::Repeat(body) => return Ok(with_secret(&body, &keys, &key)?),
                Claim::Reused => return Err(Error::key_reused()),
            }
            let secret = keys.receipt_secret(&key);
            let coming = Coming { secret_hash: secret::hash_secret(&secret), ..coming };
            let Entered { id, receipt, event } = enter(tx, &settings, &keys, &checked, &coming).await?;
            let place = event::record(tx, vec![event], &Movements::default()).await?;
            recorded(tx, id, place.first_position).await?;
            let body = serde_json::to_string(&receipt).expect("a receipt is plain values");
            idempotency::remember(tx, &key, StatusCode::CREATED.as_u16(), &body).await?;
            Ok(RequestReceipt { secret, ..receipt })
        })
    });
    done.await
}

/// How a request comes to be registered.
pub struct Coming {
    /// The hash of the secret that opens it.
    pub secret_hash: [u8; 32],
    /// The day that its clocks count from, and in whose year's register it stands.
    pub received_on: Day,
    /// The way it came in.
    pub channel: Channel,
    /// The moment it is registered.
    pub at: Timestamp,
    /// The day of that moment.
    pub today: Day,
    /// Who registers it, as events say it.
    pub actor: &'static str,
    /// The account of who registers it, where it is one of the staff.
    pub by: Option<i64>,
    /// The row of the complaint that it was.
    pub complaint: Option<i64>,
    /// The key of the agency whose PPID has it from the start.
    pub agency: Option<String>,
}

/// A request that has a row, but no event yet.
pub struct Entered {
    /// Its row.
    pub id: i64,
    /// Its receipt, without the secret.
    pub receipt: RequestReceipt,
    /// What is to be recorded of it. Its place goes to [`recorded`].
    pub event: NewEvent,
}

/// Enters a request and who asks.
///
/// # Errors
/// When the database does not take it.
pub async fn enter(
    tx: &mut Transaction,
    settings: &Settings,
    keys: &Keys,
    new: &CheckedRequest,
    coming: &Coming,
) -> Result<Entered, DbError> {
    let &Coming { secret_hash, received_on, channel, at, today, actor, by, complaint, ref agency } = coming;
    let stage = if agency.is_some() { RequestStage::Assigned } else { RequestStage::Received };
    let course = RequestCourse::begun(received_on);
    let due_on = due::of(settings, &course, stage);
    let profile = settings.request_profile(received_on);
    let deadlines = profile.map(|profile| course.deadlines(profile, &settings.holidays, today));
    let salt = secret::random_bytes::<32>();
    let number = store::next_number(tx, received_on.year()).await?.to_string();
    let entered = store::Entered {
        number: &number,
        salt,
        secret_hash,
        on: received_on,
        channel,
        at,
        due_on,
        stage,
        agency: agency.as_deref(),
    };
    let id = store::add(tx, new, &entered).await?;
    store::keep_applicant(tx, id, applicant::close(keys, id, &new.applicant)).await?;
    let mut event = NewEvent::new(None, at, today, actor, "request_received")
        .with("request", number.as_str())
        .with("stage", stage.as_str())
        .with("applicant", new.applicant.kind.as_str())
        .with("channel", channel.as_str())
        .with("received_on", received_on.to_string());
    if let Some(agency) = agency {
        event = event.with("agency", agency.as_str());
    }
    if let Some(account) = by {
        event = event.with("by", account);
    }
    if let Some(complaint) = complaint {
        event = event.with("complaint", complaint);
    }
    let hashed = |name, text: &str| Text { name, text: text.to_owned(), salt, kept: Kept::Elsewhere };
    event.texts = vec![hashed("what", &new.what), hashed("purpose", &new.purpose)];
    outbox::tell_applicant(tx, id, RequestNews::Registered, at).await?;
    let deadlines = deadlines.unwrap_or_default();
    let receipt = RequestReceipt { number, secret: String::new(), received_on, deadlines };
    Ok(Entered { id, receipt, event })
}

/// Notes where a request's event stands.
///
/// # Errors
/// When the database does not take it.
pub async fn recorded(tx: &mut Transaction, id: i64, position: i64) -> Result<(), DbError> {
    store::set_event(tx, id, position).await
}

/// The remembered answer lacks the secret, which only the key gives back.
fn with_secret(body: &str, keys: &Keys, key: &str) -> Result<RequestReceipt, DbError> {
    let receipt: RequestReceipt = serde_json::from_str(body)
        .map_err(|error| DbError::Other(format!("a remembered receipt cannot be read: {error}")))?;
    Ok(RequestReceipt { secret: keys.receipt_secret(key), ..receipt })
}

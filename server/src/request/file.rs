//! `POST /api/v1/information-requests`: registers a request, exactly once under its idempotency key.

use axum::body::Body;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::Channel;
use shared::problem::Problem;
use shared::request::{CheckedRequest, NewRequest, RequestCourse, RequestNews, RequestReceipt, RequestStage};

use super::applicant::SealedFile;
use super::document::{self, Document};
use super::{applicant, due, store};
use crate::error::Error;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, Kept, NewEvent, Text};
use crate::platform::files::Twin;
use crate::platform::http::{ClientAddress, Json, is_multipart};
use crate::platform::idempotency::{self, Claim};
use crate::platform::ledger::Movements;
use crate::platform::outbox;
use crate::platform::settings::Settings;
use crate::secret::{self, Keys};
use crate::state::AppState;

/// The scope under which keys of requests are remembered.
const SCOPE: &str = "information_request";

/// The part of a form with files that holds what is asked for.
const PART: &str = "request";

/// Registers a request. A document of identity comes with it, as a part of a form: so there is never a body's request in the
/// register whose deed is still to come.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Error> {
    state.limits.check_filing(address)?;
    let key = idempotency::required_key(&headers)?;
    let (new, document) = if is_multipart(&headers) {
        read_parts(&headers, request.into_body()).await?
    } else {
        (Json::from_request(request, &state).await?.0, None)
    };
    let receipt = register(&state, key, &new, document).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

async fn read_parts(headers: &HeaderMap, body: Body) -> Result<(NewRequest, Option<Document>), Error> {
    let sent = document::read(headers, body).await?;
    let mut new = None;
    for (name, text) in sent.fields {
        match name.as_str() {
            PART if new.is_none() => new = Some(Json::read(&text)?),
            PART => return Err(Error::field(PART, Problem::Repeated)),
            _ => return Err(Error::field(name, Problem::UnknownField)),
        }
    }
    let new = new.ok_or_else(|| Error::field(PART, Problem::Required))?;
    let document = sent.document.transpose().map_err(|problem| Error::field(document::FIELD, problem))?;
    Ok((new, document))
}

/// Registers under a key, once: the same request gets the first receipt again.
pub(super) async fn register(
    state: &AppState,
    key: String,
    new: &NewRequest,
    document: Option<Document>,
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
    let request_hash = match &document {
        Some(document) => idempotency::request_hash(&(new, document.mark())),
        None => idempotency::request_hash(new),
    };
    let checked = new.check_with(document.is_some()).map_err(Error::invalid)?;
    register_as(state, key, request_hash, (checked, document), coming).await
}

/// The same for a request that came otherwise; its secret is made from the key.
pub(super) async fn register_as(
    state: &AppState,
    key: String,
    request_hash: [u8; 32],
    (checked, document): (CheckedRequest, Option<Document>),
    coming: Coming,
) -> Result<RequestReceipt, Error> {
    let (settings, keys, at) = (state.settings(), state.keys.clone(), coming.at);
    let sealed = match document {
        Some(document) => Some(seal(state, document).await?),
        None => None,
    };
    let written = sealed.as_ref().map(|(_, twin)| twin.name.clone());
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            match idempotency::claim(tx, &key, SCOPE, &request_hash, at).await? {
                Claim::New => {}
                Claim::Repeat(body) => return Ok((with_secret(&body, &keys, &key)?, false)),
                Claim::Reused => return Err(Error::key_reused()),
            }
            let secret = keys.receipt_secret(&key);
            let coming = Coming { secret_hash: secret::hash_secret(&secret), ..coming };
            let entered = enter_with(tx, &settings, &keys, (&checked, sealed), &coming).await?;
            let Entered { id, receipt, event } = entered;
            let place = event::record(tx, vec![event], &Movements::default()).await?;
            recorded(tx, id, place.first_position).await?;
            let body = serde_json::to_string(&receipt).expect("a receipt is plain values");
            idempotency::remember(tx, &key, StatusCode::CREATED.as_u16(), &body).await?;
            Ok((RequestReceipt { secret, ..receipt }, true))
        })
    });
    let done = done.await;
    // Whoever sends the same again sends the document again, which is there already.
    if !matches!(done, Ok((_, true))) {
        let removed = written.map_or(Ok(()), |name| state.files.remove(&name));
        if let Err(error) = removed {
            tracing::warn!(%error, "a sealed document is left to the sweep");
        }
    }
    done.map(|(receipt, _)| receipt)
}

/// Seals a document; what it is called, and where it lies.
async fn seal(state: &AppState, document: Document) -> Result<(SealedFile, Twin), Error> {
    let id = secret::random_id();
    let size = document.bytes.len() as u64;
    let twin = state.files.seal(&state.keys, &id, document.bytes.into()).await?;
    Ok((SealedFile { id, name: document.name, size }, twin))
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
    enter_with(tx, settings, keys, (new, None), coming).await
}

/// The same with a document of identity, which lies sealed already.
async fn enter_with(
    tx: &mut Transaction,
    settings: &Settings,
    keys: &Keys,
    (new, document): (&CheckedRequest, Option<(SealedFile, Twin)>),
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
    let has_file = document.is_some();
    let (file, twin) = document.unzip();
    if let Some((file, twin)) = file.as_ref().zip(twin) {
        store::keep_document(tx, id, &file.id, &twin).await?;
    }
    store::keep_applicant(tx, id, applicant::close(keys, id, &new.applicant, file)).await?;
    let mut event = NewEvent::new(None, at, today, actor, "request_received")
        .with("request", number.as_str())
        .with("stage", stage.as_str())
        .with("applicant", new.applicant.kind.as_str())
        .with("channel", channel.as_str())
        .with("received_on", received_on.to_string());
    if has_file {
        event = event.with("document", true);
    }
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

//! `POST /api/v1/complaints`: files a complaint, exactly once under its idempotency key.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::{
    CODE_RANDOM, Channel, CheckedFiling, CheckedReporter, EntryKind, Filed, Filing, Stage, TrackingCode,
};
use shared::problem::{FieldProblem, Problem};

use super::due;
use super::store::{self, Complaint, ComplaintText, NewComplaint};
use super::{Changes, receipt, record};
use crate::error::Error;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::files;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::idempotency::{self, Claim};
use crate::platform::seal::{self, Identity};
use crate::platform::settings::Settings;
use crate::secret::{self, Keys};
use crate::state::AppState;

/// The scope under which keys of filings are remembered.
const SCOPE: &str = "complaint";
/// Codes are random; another one is tried when one is taken.
const CODE_TRIES: u32 = 3;

/// Files a complaint.
pub async fn handle(
    State(state): State<AppState>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(filing): Json<Filing>,
) -> Result<Response, Error> {
    state.limits.check_filing(address)?;
    let key = idempotency::required_key(&headers)?;
    let request_hash = idempotency::request_hash(&filing);
    let filed = file(&state, key, request_hash, &filing).await?;
    Ok((StatusCode::CREATED, Json(filed)).into_response())
}

/// Files under a key, once: a request of the same hash gets the first receipt again.
pub(super) async fn file(
    state: &AppState,
    key: String,
    request_hash: [u8; 32],
    filing: &Filing,
) -> Result<Filed, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let origin =
        Origin { channel: Channel::Web, received_on: today, lapor_id: None, actor: "reporter", by: None };
    let checked = filing.check(today, settings.as_ref()).map(|checked| (checked, origin));
    enter(state, key, request_hash, checked).await
}

/// Where a complaint comes from.
#[derive(Clone)]
pub(super) struct Origin {
    /// The way it came in.
    pub(super) channel: Channel,
    /// The day it reached the office: day zero of every deadline.
    pub(super) received_on: Day,
    /// Its tracking id in LAPOR!.
    pub(super) lapor_id: Option<String>,
    /// The office that enters it.
    pub(super) actor: &'static str,
    /// The account of who enters it, where that is one of the staff.
    pub(super) by: Option<i64>,
}

/// Enters what was checked, once: a request of the same hash gets the first receipt again.
pub(super) async fn enter(
    state: &AppState,
    key: String,
    request_hash: [u8; 32],
    checked: Result<(CheckedFiling, Origin), Vec<FieldProblem>>,
) -> Result<Filed, Error> {
    let (checked, origin) = match checked {
        Ok(checked) => checked,
        Err(problems) => return repeated(state, &key, &request_hash, Error::invalid(problems)).await,
    };
    let (settings, keys, at) = (state.settings(), state.keys.clone(), state.clock.now());
    let work = Work { key, request_hash, checked, origin, settings, keys, at };
    let mut tries = 1;
    loop {
        let work = work.clone();
        let answer = state.db.write(move |tx| Box::pin(work.enter(tx))).await;
        match answer {
            Ok(filed) => return Ok(filed),
            Err(Failure::Database(error)) if error.violates("complaint.code") && tries < CODE_TRIES => {
                tries += 1
            }
            Err(Failure::Database(error)) if error.violates("complaint.lapor_id") => {
                return Err(Error::field("lapor_id", Problem::Taken));
            }
            Err(failure) => return Err(failure.into()),
        }
    }
}

/// A filing that was good when it was first sent stays filed, even if a later check would refuse it.
async fn repeated(
    state: &AppState,
    key: &str,
    request_hash: &[u8; 32],
    refusal: Error,
) -> Result<Filed, Error> {
    let mut connection = state.db.read().await?;
    match idempotency::find(&mut connection, key, SCOPE, request_hash).await? {
        Some(Claim::Repeat(body)) => Ok(with_secret(&body, &state.keys, key)?),
        Some(Claim::Reused) => Err(Error::key_reused()),
        _ => Err(refusal),
    }
}

/// The remembered answer lacks the secret, which only the key gives back.
fn with_secret(body: &str, keys: &Keys, key: &str) -> Result<Filed, DbError> {
    let filed: Filed = serde_json::from_str(body)
        .map_err(|error| DbError::Other(format!("a remembered receipt cannot be read: {error}")))?;
    Ok(Filed { secret: keys.receipt_secret(key), ..filed })
}

/// Everything that the transaction needs.
#[derive(Clone)]
struct Work {
    key: String,
    request_hash: [u8; 32],
    checked: CheckedFiling,
    origin: Origin,
    settings: Arc<Settings>,
    keys: Keys,
    at: Timestamp,
}

enum Failure {
    Files(Vec<FieldProblem>),
    Reused,
    Database(DbError),
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::Database(error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Files(problems) => Self::invalid(problems),
            Failure::Reused => Self::key_reused(),
            Failure::Database(error) => error.into(),
        }
    }
}

impl Work {
    /// Claims the key, enters the complaint, its identity, files, event and cells, and remembers the receipt.
    async fn enter(self, tx: &mut Transaction) -> Result<Filed, Failure> {
        match idempotency::claim(tx, &self.key, SCOPE, &self.request_hash, self.at).await? {
            Claim::New => {}
            Claim::Repeat(body) => return Ok(with_secret(&body, &self.keys, &self.key)?),
            Claim::Reused => return Err(Failure::Reused),
        }
        let secret = self.keys.receipt_secret(&self.key);
        let code = TrackingCode::from_random(secret::random_bytes::<CODE_RANDOM>());
        let mut changes = Changes::default();
        let mut new = self.complaint(&code, &secret);
        new.due_on = due::at_receipt(&self.settings, &new);
        let (id, salt) = store::insert(tx, &new, &mut changes.movements).await?;
        if let Some(reporter) = &self.checked.reporter {
            seal::keep(tx, &self.keys, id, &identity(reporter)).await?;
            if reporter.email.is_some() {
                store::set_notices(tx, id, true).await?;
            }
        }
        let attached = files::attach(tx, id, None, &self.checked.files).await?;
        let attached = attached.map_err(Failure::Files)?;
        let mut event = NewEvent::new(
            Some(id),
            self.at,
            new.received_on,
            self.origin.actor,
            EntryKind::Received.as_str(),
        )
        .with("stage", new.stage.as_str())
        .with("class", new.class.as_str())
        .with("channel", new.channel.as_str())
        .with("sealed", new.sealed)
        .with("anonymous", new.anonymous)
        .with("confidential", new.confidential)
        .with("files", attached.len());
        if let Some(account) = self.origin.by {
            event = event.with("by", account).with("lapor_id", new.lapor_id.clone());
        }
        event.texts = new.text.hashed(salt);
        changes.events.push(event);
        record(tx, changes).await?;
        let filed = self.receipt(&new, &code, secret);
        let remembered = Filed { secret: String::new(), ..filed.clone() };
        let body = serde_json::to_string(&remembered).expect("a receipt is plain values");
        idempotency::remember(tx, &self.key, StatusCode::CREATED.as_u16(), &body).await?;
        Ok(filed)
    }

    fn complaint(&self, code: &TrackingCode, secret: &str) -> NewComplaint {
        let checked = &self.checked;
        let sealed = checked.about_officials;
        NewComplaint {
            code: Some(code.as_str().to_owned()),
            external_id: None,
            lapor_id: self.origin.lapor_id.clone(),
            channel: self.origin.channel,
            class: checked.class,
            sector: checked.sector.clone(),
            agency: sealed.then(|| self.settings.instance.inspectorate.clone()),
            region: checked.region.as_ref().map(|code| code.as_str().to_owned()),
            regency: checked.region.as_ref().and_then(|code| code.regency()).map(str::to_owned),
            stage: Stage::Received,
            archive_reason: None,
            supervisory: sealed,
            sealed,
            anonymous: checked.anonymous,
            confidential: checked.confidential,
            received_on: self.origin.received_on,
            received_at: self.at,
            event_date: checked.event_date,
            text: ComplaintText {
                title: checked.title.as_str().to_owned(),
                content: checked.content.as_str().to_owned(),
                place: checked.place.as_ref().map(|place| place.as_str().to_owned()),
                point: checked.point,
            },
            secret_hash: Some(secret::hash_secret(secret)),
            due_on: None,
        }
    }

    fn receipt(&self, new: &NewComplaint, code: &TrackingCode, secret: String) -> Filed {
        let complaint = Complaint::filed(new);
        Filed {
            code: code.to_string(),
            secret,
            stage: new.stage,
            received_on: new.received_on,
            deadlines: receipt::deadlines(&self.settings, &complaint, &[]),
            sealed: new.sealed,
        }
    }
}

fn identity(reporter: &CheckedReporter) -> Identity {
    Identity {
        name: reporter.name.as_ref().map(|name| name.as_str().to_owned()),
        phone: reporter.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        email: reporter.email.as_ref().map(|email| email.as_str().to_owned()),
    }
}

//! `POST /api/v1/complaints/{code}/messages`: the reporter writes to the office, or gives what was asked for.

use axum::extract::{Path, State};
use http::{HeaderMap, StatusCode};
use shared::complaint::{ComplaintView, EntryKind, FILES_MAX, NewMessage, ReporterAction, reporter_actions};
use shared::problem::{FieldProblem, Problem};
use shared::text::Message;

use super::store::Complaint;
use super::view::view;
use super::{Changes, access, record, store};
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::event::NewEvent;
use crate::platform::files;
use crate::platform::http::{ClientAddress, Json};
use crate::platform::idempotency::{self, Claim};
use crate::state::AppState;

/// Adds a message, once under its idempotency key where it has one.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(message): Json<NewMessage>,
) -> Result<Json<ComplaintView>, Error> {
    let key = idempotency::optional_key(&headers)?;
    let seen = access::reporter(&state, &code, &headers, address).await?;
    let request_hash = idempotency::request_hash(&message);
    add(&state, seen, key, request_hash, message).await.map(Json)
}

/// Adds a message to a complaint whose reporter wrote it; a request of the same hash under the same key adds nothing.
pub(super) async fn add(
    state: &AppState,
    seen: Complaint,
    key: Option<String>,
    request_hash: [u8; 32],
    message: NewMessage,
) -> Result<ComplaintView, Error> {
    let id = seen.id;
    let text = Message::parse(&message.text).map_err(|problem| Error::field("text", problem))?;
    if message.files.len() > FILES_MAX {
        return Err(Error::field("files", Problem::TooMany(FILES_MAX as u32)));
    }
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let written = state.db.write(move |tx| {
        Box::pin(async move {
            let scope = format!("message:{id}");
            let claim = match &key {
                Some(key) => idempotency::claim(tx, key, &scope, &request_hash, at).await?,
                None => Claim::New,
            };
            match claim {
                Claim::New => {}
                // The complaint may have moved on since the first answer; its reporter wants to see it as it is.
                Claim::Repeat(_) => return Ok(view(tx, &settings, &seen, true, today).await?),
                Claim::Reused => return Err(Failure::Reused),
            }
            let complaint = store::take(tx, id).await?;
            let actions = reporter_actions(complaint.cell.stage, false);
            if !actions
                .iter()
                .any(|action| matches!(action, ReporterAction::Message | ReporterAction::Complete))
            {
                return Err(Failure::Closed);
            }
            let kind = EntryKind::MessageFromReporter.as_str();
            let event = NewEvent::new(Some(id), at, today, "reporter", kind)
                .with("in_stage", complaint.cell.stage.as_str())
                .with("files", message.files.len())
                .with_text("text", text.as_str());
            let mut changes = Changes::default();
            changes.events.push(event);
            let recorded = record(tx, changes).await?;
            let attached = files::attach(tx, id, Some(recorded.first_position), &message.files).await?;
            attached.map_err(Failure::Files)?;
            if let Some(key) = &key {
                idempotency::remember(tx, key, StatusCode::OK.as_u16(), "").await?;
            }
            Ok(view(tx, &settings, &complaint, true, today).await?)
        })
    });
    written.await.map_err(Error::from)
}

enum Failure {
    Closed,
    Reused,
    Files(Vec<FieldProblem>),
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
            Failure::Closed => Self::conflict(),
            Failure::Reused => Self::key_reused(),
            Failure::Files(problems) => Self::invalid(problems),
            Failure::Database(error) => error.into(),
        }
    }
}

//! `POST /api/v1/desk/information/{id}/{check|send-back|publish|withdraw}`: the way of an entry to everyone, and back.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::api::NoWords;
use shared::information::{
    Category, DeskInformation, InformationAction, InformationReason, next_information_stage,
};
use shared::text::Message;

use super::open::{may, open, shown};
use super::record::Change;
use crate::error::Error;
use crate::information::{number, store};
use crate::platform::access::Staff;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Finds it complete.
pub async fn check(
    State(state): State<AppState>,
    asked: Asked,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<DeskInformation>, Error> {
    run(&state, asked, InformationAction::Check, None).await
}

/// Gives it back to whoever writes it.
pub async fn send_back(
    State(state): State<AppState>,
    asked: Asked,
    Json(reason): Json<InformationReason>,
) -> Result<Json<DeskInformation>, Error> {
    run(&state, asked, InformationAction::SendBack, Some(reason)).await
}

/// Lets everyone read it.
pub async fn publish(
    State(state): State<AppState>,
    asked: Asked,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<DeskInformation>, Error> {
    run(&state, asked, InformationAction::Publish, None).await
}

/// Takes it back.
pub async fn withdraw(
    State(state): State<AppState>,
    asked: Asked,
    Json(reason): Json<InformationReason>,
) -> Result<Json<DeskInformation>, Error> {
    run(&state, asked, InformationAction::Withdraw, Some(reason)).await
}

/// About which entry somebody asks, who that is, and what it rests on.
type Asked = (Path<String>, Staff, HeaderMap);

async fn run(
    state: &AppState,
    asked: Asked,
    action: InformationAction,
    reason: Option<InformationReason>,
) -> Result<Json<DeskInformation>, Error> {
    let (Path(id), staff, headers) = asked;
    staff.must_keep(Duty::Information)?;
    let (id, version) = (number(&id)?, if_match(&headers)?);
    let reason = match reason {
        Some(InformationReason { text }) => {
            let read = Message::parse(&text).map_err(|problem| Error::field("text", problem))?;
            Some(read.as_str().to_owned())
        }
        None => None,
    };
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let is_taken = store::take(tx, id, version).await?;
            let (mut entry, newest) = open(tx, &staff, id).await?;
            may(&staff, action, &entry.agency, newest.category).map_err(Error::forbidden_by)?;
            if !is_taken {
                return Err(Error::changed(entry.version));
            }
            let is_immediate = newest.category == Category::Immediate;
            let next = next_information_stage(action, entry.stage, is_immediate);
            entry.stage = next.ok_or_else(|| Error::changed(version))?;
            entry.reason = reason;
            match action {
                InformationAction::Publish => {
                    entry.public_number = Some(entry.newest);
                    entry.withdrawn_on = None;
                    store::publish(tx, id, &newest, today, at).await?;
                }
                InformationAction::Withdraw => {
                    entry.public_number = None;
                    entry.withdrawn_on = Some(today);
                    store::hide(tx, id).await?;
                }
                InformationAction::Write | InformationAction::Check | InformationAction::SendBack => {}
            }
            store::change(tx, &entry, today, at).await?;
            let kind = match action {
                InformationAction::Write => "information_written",
                InformationAction::Check => "information_checked",
                InformationAction::SendBack => "information_sent_back",
                InformationAction::Publish => "information_published",
                InformationAction::Withdraw => "information_withdrawn",
            };
            Change::new(&staff, at, today).record(tx, &entry, kind).await?;
            let (entry, newest) = open(tx, &staff, id).await?;
            Ok(shown(&staff, entry, newest))
        })
    });
    done.await.map(Json)
}

//! `POST /api/v1/desk/information-requests/{number}/{assign|extend|notify|refuse|grant|deliver|decide}`: the way of a request.

use axum::extract::State;
use shared::access::Duty;
use shared::problem::Problem;
use shared::request::{
    DeskRequest, NewDecision, NewDelivery, NewGrant, NewNotHeld, NewRequestRefusal, RequestAssignment,
    RequestReason,
};

use super::command::{Asked, Command, run};
use crate::error::Error;
use crate::platform::http::Json;
use crate::state::AppState;

/// Gives it to an agency's PPID.
pub async fn assign(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<RequestAssignment>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let settings = state.settings();
    let problem = match new.agency.as_str() {
        "" => Some(Problem::Required),
        key if settings.agency(key).is_some_and(|agency| !agency.retired) => None,
        _ => Some(Problem::UnknownValue),
    };
    match problem {
        Some(problem) => Err(Error::field("agency", problem)),
        None => run(&state, (asked, Command::Assign(new.agency))).await,
    }
}

/// Takes more time, once and for a reason.
pub async fn extend(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<RequestReason>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let reason = new.check().map_err(Error::invalid)?;
    run(&state, (asked, Command::Extend(reason))).await
}

/// Tells that it is not held here, and who holds it.
pub async fn notify(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewNotHeld>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let notice = new.check().map_err(Error::invalid)?;
    run(&state, (asked, Command::Tell(notice))).await
}

/// Refuses it.
pub async fn refuse(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewRequestRefusal>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let notice = new.check().map_err(Error::invalid)?;
    run(&state, (asked, Command::Tell(notice))).await
}

/// Grants it, as a whole or in part.
pub async fn grant(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewGrant>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let notice = new.check().map_err(Error::invalid)?;
    run(&state, (asked, Command::Tell(notice))).await
}

/// Notes that what was granted reached the applicant.
pub async fn deliver(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewDelivery>,
) -> Result<Json<DeskRequest>, Error> {
    run(&state, (asked, Command::Deliver(new))).await
}

/// Decides on the objection that waits.
pub async fn decide(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewDecision>,
) -> Result<Json<DeskRequest>, Error> {
    asked.1.must_keep(Duty::Requests)?;
    let today = state.settings().today(&state.clock);
    let decision = new.check(today).map_err(Error::invalid)?;
    run(&state, (asked, Command::Decide(decision))).await
}

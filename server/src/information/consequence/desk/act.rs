//! `POST /api/v1/desk/consequence-tests/{id}/{consider|send-back|decide|withdraw}`: the way of a proposal to a decision, or back.

use std::pin::Pin;

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::information::InformationReason;
use shared::information::consequence::{
    ConsequenceAction, DeskConsequenceTest, NewConsequenceDecision, NewConsideration, next_consequence_stage,
};
use shared::problem::Problem;
use shared::text::Message;

use super::open::{may, open, shown};
use crate::error::Error;
use crate::information::consequence::record::Change;
use crate::information::consequence::store::{self, Stored};
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::db::Transaction;
use crate::platform::event;
use crate::platform::http::{Json, if_match};
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// The address, who asks, and the version that it rests on.
pub(super) type Asked = (Path<String>, Staff, HeaderMap);

/// Notes who considered it, and what they found.
pub async fn consider(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewConsideration>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    asked.1.must_keep(Duty::Information)?;
    let considered = new.check(state.settings().today(&state.clock)).map_err(Error::invalid)?;
    run(&state, asked, ConsequenceAction::Consider, move |_, stored| {
        Box::pin(async move {
            stored.consideration = Some(considered);
            stored.reason = None;
            Ok(())
        })
    })
    .await
}

/// Gives it back to whoever proposed it.
pub async fn send_back(
    State(state): State<AppState>,
    asked: Asked,
    Json(reason): Json<InformationReason>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    asked.1.must_keep(Duty::Information)?;
    let reason = why(&reason)?;
    run(&state, asked, ConsequenceAction::SendBack, move |_, stored| {
        Box::pin(async move {
            // What was considered is not what will be proposed.
            stored.consideration = None;
            stored.reason = Some(reason);
            Ok(())
        })
    })
    .await
}

/// Fixes whether it is excluded, and until when.
pub async fn decide(
    State(state): State<AppState>,
    asked: Asked,
    Json(new): Json<NewConsequenceDecision>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    asked.1.must_keep(Duty::Information)?;
    let today = state.settings().today(&state.clock);
    new.check(today, None).map_err(Error::invalid)?;
    run(&state, asked, ConsequenceAction::Decide, move |tx, stored| {
        Box::pin(async move {
            let considered = stored.consideration.as_ref().ok_or_else(|| Error::changed(stored.version))?;
            let fixed = new.check(today, Some(considered.considered_on)).map_err(Error::invalid)?;
            store::decide(tx, stored.id, &stored.test, considered, &fixed).await?;
            stored.ends_on = fixed.until;
            stored.reason = None;
            Ok(())
        })
    })
    .await
}

/// Takes the proposal back.
pub async fn withdraw(
    State(state): State<AppState>,
    asked: Asked,
    Json(reason): Json<InformationReason>,
) -> Result<Json<DeskConsequenceTest>, Error> {
    asked.1.must_keep(Duty::Information)?;
    let reason = why(&reason)?;
    run(&state, asked, ConsequenceAction::Withdraw, move |_, stored| {
        Box::pin(async move {
            stored.reason = Some(reason);
            Ok(())
        })
    })
    .await
}

fn why(reason: &InformationReason) -> Result<String, Error> {
    let read = Message::parse(&reason.text).map_err(|problem: Problem| Error::field("text", problem))?;
    Ok(read.as_str().to_owned())
}

/// What a step changes, within its transaction.
type Work<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// Takes one step.
pub(super) async fn run<F>(
    state: &AppState,
    asked: Asked,
    action: ConsequenceAction,
    work: F,
) -> Result<Json<DeskConsequenceTest>, Error>
where
    F: for<'a> FnOnce(&'a mut Transaction, &'a mut Stored) -> Work<'a> + Send + 'static,
{
    let (Path(id), staff, headers) = asked;
    let (id, version) = (number(&id)?, if_match(&headers)?);
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let is_taken = store::take(tx, id, version).await?;
            let mut stored = open(tx, &staff, id).await?;
            may(&staff, action, &stored.test.agency).map_err(Error::forbidden_by)?;
            if !is_taken {
                return Err(Error::changed(stored.version));
            }
            let next = next_consequence_stage(action, stored.stage, stored.outcome());
            stored.stage = next.ok_or_else(|| Error::changed(version))?;
            work(tx, &mut stored).await?;
            store::change(tx, &stored, today, at).await?;
            let kind = match action {
                ConsequenceAction::Write => "consequence_written",
                ConsequenceAction::Consider => "consequence_considered",
                ConsequenceAction::SendBack => "consequence_sent_back",
                ConsequenceAction::Decide => "consequence_decided",
                ConsequenceAction::Withdraw => "consequence_withdrawn",
            };
            let shown = shown(tx, &staff, id, today).await?;
            let event = Change::of(&staff, at, today).event(&stored, kind);
            event::record(tx, vec![event], &Movements::default()).await?;
            Ok(shown)
        })
    });
    done.await.map(Json)
}

//! A command about a request: whether it is allowed, what it changes, and what it leaves in the chain.

use axum::extract::Path;
use http::HeaderMap;
use jiff::Timestamp;
use shared::access::Duty;
use shared::calendar::Day;
use shared::request::{
    CheckedDecision, CheckedNotice, DecisionOutcome, DeskRequest, NewDelivery, RequestAction, RequestNews,
    RequestNumber, next_request_stage,
};

use super::open::{is_open, may, number, open, shown};
use super::record::event;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::Transaction;
use crate::platform::event;
use crate::platform::http::{Json, if_match};
use crate::platform::ledger::Movements;
use crate::platform::outbox;
use crate::platform::settings::Settings;
use crate::request::due;
use crate::request::store::{self, Request};
use crate::request::story::{self, Story};
use crate::state::AppState;

/// About which request somebody asks, who that is, and what it rests on.
pub(super) type Asked = (Path<String>, Staff, HeaderMap);

/// What is to be done, with what it needs.
pub(crate) enum Command {
    /// Gives it to the PPID of an agency.
    Assign(String),
    /// Takes more time, for a reason.
    Extend(String),
    /// Writes a notice.
    Tell(CheckedNotice),
    /// Notes a delivery.
    Deliver(NewDelivery),
    /// Decides on the objection.
    Decide(CheckedDecision),
}

impl Command {
    fn action(&self) -> RequestAction {
        match self {
            Self::Assign(_) => RequestAction::Assign,
            Self::Extend(_) => RequestAction::Extend,
            Self::Tell(notice) => notice.kind.action(),
            Self::Deliver(_) => RequestAction::Deliver,
            Self::Decide(decision) => decision.outcome.action(),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Assign(_) => "request_assigned",
            Self::Extend(_) => "request_extended",
            Self::Tell(_) => "request_answered",
            Self::Deliver(_) => "request_delivered",
            Self::Decide(_) => "request_decided",
        }
    }
}

/// Does it, resting on the version that the caller has seen; the request as it is then.
///
/// # Errors
/// The rule that forbids it; that it has moved on, or is not possible where it stands; what is wrong with its words.
pub(super) async fn run(
    state: &AppState,
    ((Path(raw), staff, headers), command): (Asked, Command),
) -> Result<Json<DeskRequest>, Error> {
    staff.must_keep(Duty::Requests)?;
    let (number, version) = (number(&raw)?, if_match(&headers)?);
    let settings = state.settings();
    let when = (state.clock.now(), settings.today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move { obey(tx, (&settings, &staff), (number, version), &command, when).await })
    });
    done.await.map(Json)
}

/// The version of a request that a command may rest on.
///
/// # Errors
/// Not found.
pub(crate) async fn seen(tx: &mut Transaction, number: RequestNumber) -> Result<i64, Error> {
    let found = store::by_number(tx, number).await?.ok_or_else(Error::not_found)?;
    Ok(found.version)
}

/// The same within a transaction, at a moment of a day.
///
/// # Errors
/// The same.
pub(crate) async fn obey(
    tx: &mut Transaction,
    (settings, staff): (&Settings, &Staff),
    (number, version): (RequestNumber, i64),
    command: &Command,
    (at, today): (Timestamp, Day),
) -> Result<DeskRequest, Error> {
    let found = store::by_number(tx, number).await?.ok_or_else(Error::not_found)?;
    let is_taken = store::take(tx, found.id, version).await?;
    let (mut request, before) = open(tx, staff, number).await?;
    let action = command.action();
    let role = may(staff, action, &request).map_err(Error::forbidden_by)?;
    if !is_taken {
        return Err(Error::changed(request.version));
    }
    let next = next_request_stage(action, request.stage);
    let next = next.filter(|_| is_open(settings, action, &request, &before, today));
    request.stage = next.ok_or_else(|| Error::changed(version))?;
    let kind = command.kind();
    apply(tx, &mut request, &before, command, today).await?;
    let story = story::load(tx, request.id).await?;
    request.due_on = due::of(settings, &story.course(&request), request.stage);
    store::change(tx, &request).await?;
    let event = event((staff, role), &request, kind, (at, today)).with("action", action.as_str());
    if let Ok(news) = kind.parse::<RequestNews>() {
        outbox::tell_applicant(tx, request.id, news, at).await?;
    }
    event::record(tx, vec![event], &Movements::default()).await?;
    // Whoever gave it to another agency may see it no longer; what they did is told all the same.
    Ok(shown(settings, staff, (&request, &story), today))
}

/// Changes the request and its story.
async fn apply(
    tx: &mut Transaction,
    request: &mut Request,
    before: &Story,
    command: &Command,
    today: Day,
) -> Result<(), Error> {
    match command {
        Command::Assign(agency) => request.agency = Some(agency.clone()),
        Command::Extend(reason) => request.extension = Some((today, reason.clone())),
        Command::Tell(notice) => {
            request.notice_id = Some(story::add_notice(tx, request.id, notice, today).await?);
            request.is_settled = false;
        }
        Command::Deliver(new) => {
            let (Some(notice), Some(id)) = (before.standing(request), request.notice_id) else {
                return Err(Error::conflict());
            };
            let delivery = new.check(notice.on, today).map_err(Error::invalid)?;
            story::deliver(tx, id, &delivery).await?;
        }
        Command::Decide(decision) => {
            let id = request.objection_id.ok_or_else(Error::conflict)?;
            story::decide(tx, id, decision, today).await?;
            request.is_objected = false;
            request.is_settled = decision.outcome == DecisionOutcome::Dismissed;
            if decision.outcome == DecisionOutcome::Upheld {
                // What was told stands no longer; it stays to be read.
                request.notice_id = None;
                request.answer_by = decision.answer_by;
            }
        }
    }
    Ok(())
}

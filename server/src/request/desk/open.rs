//! A request that a member of the staff asks for, and what allows what they do with it.

use shared::access::{RequestRelation, Role, Rule, may_answer_request};
use shared::calendar::Day;
use shared::request::{DeskRequest, RequestAction, RequestFile, RequestNumber, next_request_stage};

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::Connection;
use crate::platform::settings::Settings;
use crate::request::store::{self, Request};
use crate::request::story::{self, Story};
use crate::request::view::view;

/// What allows somebody to do something with a request: the role.
///
/// # Errors
/// The rule that forbids it; of several roles, that of the one that comes closest.
pub(in crate::request) fn may(staff: &Staff, action: RequestAction, request: &Request) -> Result<Role, Rule> {
    let mut refused = Rule::OtherRole;
    for held in &staff.roles {
        let is_theirs = held.agency.is_some() && held.agency == request.agency;
        let relation = RequestRelation { is_theirs, has_objection: request.objection_id.is_some() };
        match may_answer_request(held.role, action, relation) {
            Ok(()) => return Ok(held.role),
            Err(Rule::OtherAgency) => refused = Rule::OtherAgency,
            Err(_) => {}
        }
    }
    Err(refused)
}

/// The number of a request in an address.
///
/// # Errors
/// Not found, where it is none.
pub(in crate::request) fn number(raw: &str) -> Result<RequestNumber, Error> {
    RequestNumber::parse(raw).map_err(|_| Error::not_found())
}

/// The request of a number with its story, for somebody who may see it.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub(in crate::request) async fn open(
    connection: &mut Connection,
    staff: &Staff,
    number: RequestNumber,
) -> Result<(Request, Story), Error> {
    let request = store::by_number(connection, number).await?.ok_or_else(Error::not_found)?;
    may(staff, RequestAction::See, &request).map_err(Error::forbidden_by)?;
    let story = story::load(connection, request.id).await?;
    Ok((request, story))
}

/// Whether a request's course lets something be done, beside its stage.
pub(super) fn is_open(
    settings: &Settings,
    action: RequestAction,
    request: &Request,
    story: &Story,
    today: Day,
) -> bool {
    let course = story.course(request);
    let is_in_time = || {
        let profile = settings.request_profile(request.received_on);
        profile.is_some_and(|profile| course.may_extend(profile, &settings.holidays, today))
    };
    next_request_stage(action, request.stage).is_some()
        && match action {
            RequestAction::Extend => is_in_time(),
            RequestAction::Uphold | RequestAction::Dismiss => course.has_open_objection(),
            _ => true,
        }
}

/// The request of a number as its page shows it now, to somebody who has just changed it.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub(in crate::request) async fn now(
    connection: &mut Connection,
    settings: &Settings,
    staff: &Staff,
    number: RequestNumber,
    today: Day,
) -> Result<DeskRequest, Error> {
    let (request, story) = open(connection, staff, number).await?;
    Ok(shown(settings, staff, (&request, &story), today))
}

/// The same as its page shows it.
pub(super) fn shown(
    settings: &Settings,
    staff: &Staff,
    (request, story): (&Request, &Story),
    today: Day,
) -> DeskRequest {
    let is_possible = |action: &RequestAction| {
        may(staff, *action, request).is_ok() && is_open(settings, *action, request, story, today)
    };
    let files = if may(staff, RequestAction::Attach, request).is_ok() {
        story.files.clone()
    } else {
        let given = story.files.iter().filter(|file| file.given_as.is_some());
        given.map(|file| RequestFile { has_original: false, ..file.clone() }).collect()
    };
    DeskRequest {
        version: request.version,
        files,
        applicant: request.applicant,
        channel: request.channel,
        request: view(settings, request, story, today),
        actions: RequestAction::ALL.iter().copied().filter(is_possible).collect(),
    }
}

//! The last day of what must be done next, kept with the request because lists are sorted by it.

use shared::calendar::Day;
use shared::request::{RequestCourse, RequestStage, RequestStep};

use super::{store, story};
use crate::platform::db::{DbError, Transaction};
use crate::platform::settings::Settings;

/// The last day while nothing is due.
pub(super) const NEVER: &str = "9999-12-31";

/// Requests that are looked at together.
const PAGE: i64 = 200;

/// What is due next: the notice while it is to be written, and the decision while an objection waits; of both the earlier.
pub(super) fn of(settings: &Settings, course: &RequestCourse, stage: RequestStage) -> Option<Day> {
    next(settings, course, stage).map(|(_, due_on)| due_on)
}

/// The same with what it is.
pub(super) fn next(
    settings: &Settings,
    course: &RequestCourse,
    stage: RequestStage,
) -> Option<(RequestStep, Day)> {
    let profile = settings.request_profile(course.received_on)?;
    let deadlines = course.deadlines(profile, &settings.holidays, course.received_on);
    let waits = |step| match step {
        RequestStep::Notice => stage.is_pending(),
        RequestStep::Decision => course.has_open_objection(),
        RequestStep::Dispute => false,
    };
    let waiting = deadlines.iter().filter(|deadline| waits(deadline.step));
    waiting.map(|deadline| (deadline.step, deadline.due_on)).min_by_key(|(_, due_on)| *due_on)
}

/// Works out all last days anew, after the calendar has changed.
///
/// # Errors
/// When the database does not take it.
pub async fn renew_dues(tx: &mut Transaction, settings: &Settings) -> Result<(), DbError> {
    let mut after = 0;
    loop {
        let page = store::with_due(tx, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.id;
        for request in &page {
            let course = story::load(tx, request.id).await?.course(request);
            let due_on = of(settings, &course, request.stage);
            if due_on != request.due_on {
                store::set_due(tx, request.id, due_on).await?;
            }
        }
    }
}

//! A request as it is shown.

use shared::calendar::Day;
use shared::request::{ExtensionView, RequestView};

use super::store::Request;
use super::story::Story;
use crate::platform::settings::Settings;

/// What its applicant sees on a day.
pub(super) fn view(settings: &Settings, request: &Request, story: &Story, today: Day) -> RequestView {
    let course = story.course(request);
    let (deadlines, offers) = match settings.request_profile(request.received_on) {
        Some(profile) => (
            course.deadlines(profile, &settings.holidays, today),
            course.offers(profile, &settings.holidays, today),
        ),
        None => (Vec::new(), Vec::new()),
    };
    let extension = request.extension.clone().map(|(on, reason)| ExtensionView { on, reason });
    RequestView {
        number: request.number.clone(),
        stage: request.stage,
        received_on: request.received_on,
        agency: request.agency.clone(),
        what: request.what.clone(),
        purpose: request.purpose.clone(),
        obtain: request.obtain,
        send: request.send,
        deadlines,
        extension,
        notices: story.notices.iter().map(|(_, notice)| notice.clone()).collect(),
        files: story.given(request),
        objections: story.objections.iter().map(|(_, objection)| objection.clone()).collect(),
        offers,
        erased_on: request.erased_on,
    }
}

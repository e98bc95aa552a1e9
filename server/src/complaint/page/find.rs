//! From a code to its page.

use axum::response::Response;
use http::StatusCode;
use shared::complaint::ComplaintView;
use shared::problem::ErrorCode;

use super::case::{Seen, Unlock, page};
use super::public::description;
use super::track;
use crate::complaint::access;
use crate::complaint::store::Complaint;
use crate::complaint::support;
use crate::complaint::view::view;
use crate::error::Error;
use crate::platform::pages::{Keep, Page, Visit};

/// The complaint of a code; the entry with what is wrong where there is none.
pub(super) async fn find(visit: &Visit, code: &str) -> Result<Result<Complaint, Response>, Error> {
    let mut connection = visit.state.db.read().await?;
    let error = match access::find(&visit.state, &mut connection, code, visit.address).await {
        Ok(complaint) => return Ok(Ok(complaint)),
        Err(error) => error,
    };
    let lang = visit.lang();
    let sentence = match (error.code(), error.problems()) {
        (ErrorCode::Invalid, [problem]) => lang.problem(problem.problem),
        (ErrorCode::NotFound, _) => lang.tracking().unknown.to_owned(),
        _ => return Err(error),
    };
    let typed: String = code.chars().take(40).collect();
    let page = Page { description: None, ..track::page(lang, &typed, Some(sentence)) };
    Ok(Err(visit.refuse(error, page)))
}

/// What anyone may see, with what is said where the secret is entered.
pub(super) async fn shut(
    visit: &Visit,
    complaint: &Complaint,
    unlock: Unlock<'_>,
    error: Option<Error>,
) -> Result<Response, Error> {
    let mut connection = visit.state.db.read().await?;
    let mut view = view(&mut connection, &visit.settings, complaint, false, visit.today).await?;
    support::mark_own(&mut connection, &visit.state, &visit.headers, complaint, &mut view).await?;
    drop(connection);
    let (title, path) = names(visit, &view);
    let description = description(&view);
    let page = page(visit, &title, &path, &view, description.as_deref(), &Seen::Shut(unlock));
    // What is public may be found by search engines and come back without being sent again; the rest is nobody's to keep.
    let keep = if view.title.is_some() { Keep::Ask } else { Keep::Never };
    Ok(match error {
        None => visit.show(StatusCode::OK, page, keep),
        Some(error) => visit.refuse(error, page),
    })
}

/// Its title and its address.
pub(super) fn names(visit: &Visit, view: &ComplaintView) -> (String, String) {
    ([visit.lang().tracking().case, " ", &view.code].concat(), ["/lacak/", &view.code].concat())
}

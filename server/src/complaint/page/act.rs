//! `/lacak/{code}`: a complaint's page, opened with the secret by `POST`, and what its reporter does there.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use shared::complaint::{EntryKind, TrackingCode};

use super::case::Unlock;
use super::find::{find, shut};
use super::opened::Case;
use super::sent::Sent;
use crate::complaint::store::Complaint;
use crate::complaint::upload::download;
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::pages::Visit;

/// What anyone with the code may see.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Result<Response, Error> {
    let complaint = match find(&visit, &code).await? {
        Ok(complaint) => complaint,
        Err(entry) => return Ok(entry),
    };
    shut(&visit, &complaint, Unlock::default(), None).await
}

/// Leads from a form's address to the page it belongs to: somebody has typed it, or looked at an old entry.
pub async fn back(Path((code, _)): Path<(String, String)>) -> Response {
    back_from(Path(code)).await
}

/// The same from an address that names its form by itself.
pub async fn back_from(Path(code): Path<String>) -> Response {
    match TrackingCode::parse(&code) {
        Ok(code) => Redirect::to(&format!("/lacak/{code}")),
        Err(_) => Redirect::to("/lacak"),
    }
    .into_response()
}

/// Opens the page for the holder of the secret.
pub async fn open(visit: Visit, Path(code): Path<String>, body: Body) -> Result<Response, Error> {
    let sent = Sent::plain(&visit, body).await?;
    let case = match Case::open(&visit, &code, &sent).await? {
        Ok(case) => case,
        Err(answer) => return Ok(answer),
    };
    case.show(None).await
}

/// A complaint that its reporter has opened for something that another room does with it.
pub struct Unlocked {
    /// The complaint.
    pub complaint: Complaint,
    /// The secret.
    pub secret: String,
    /// The form's fields.
    pub fields: Pairs,
}

/// Opens a complaint with the secret that a form has sent; the page that says why not where it does not fit.
///
/// # Errors
/// A body that is no form, and what the database says.
pub async fn unlock(visit: &Visit, code: &str, body: Body) -> Result<Result<Unlocked, Response>, Error> {
    let sent = Sent::plain(visit, body).await?;
    let complaint = match Case::open(visit, code, &sent).await? {
        Ok(case) => case.complaint,
        Err(answer) => return Ok(Err(answer)),
    };
    let secret = sent.fields.get("secret").unwrap_or_default().to_owned();
    Ok(Ok(Unlocked { complaint, secret, fields: sent.fields }))
}

/// The opened page as things stand, where that other thing is not to be done.
///
/// # Errors
/// When the database cannot be read.
pub async fn as_it_stands(visit: &Visit, unlocked: Unlocked) -> Result<Response, Error> {
    let code = unlocked.complaint.code.clone().unwrap_or_default();
    let sent = Sent::of(unlocked.fields);
    match Case::open(visit, &code, &sent).await? {
        Ok(case) => case.show(None).await,
        Err(answer) => Ok(answer),
    }
}

/// Takes one of the forms of the opened page.
pub async fn act(
    visit: Visit,
    Path((code, verb)): Path<(String, String)>,
    body: Body,
) -> Result<Response, Error> {
    let sent = match verb.as_str() {
        "pesan" => Sent::with_files(&visit, body).await?,
        "terima" | "tolak" | "cabut" => Sent::plain(&visit, body).await?,
        _ => return Err(Error::not_found()),
    };
    let case = match Case::open(&visit, &code, &sent).await? {
        Ok(case) => case,
        Err(answer) => return Ok(answer),
    };
    let (outcome, kind) = match verb.as_str() {
        "pesan" => (case.write().await, EntryKind::MessageFromReporter),
        "terima" => (case.accept().await, EntryKind::Accepted),
        "tolak" => (case.refuse().await, EntryKind::Refused),
        _ => (case.withdraw().await, EntryKind::Withdrawn),
    };
    let lang = visit.lang();
    let said = match kind {
        EntryKind::MessageFromReporter => lang.tracking().sent,
        kind => lang.entry(kind),
    };
    match outcome {
        Ok(_) => case.show(Some(said)).await,
        Err(error) => case.again(&verb, kind, said, error).await,
    }
}

/// Gives a file back to its reporter.
pub async fn fetch(
    visit: Visit,
    Path((code, id)): Path<(String, String)>,
    body: Body,
) -> Result<Response, Error> {
    let sent = Sent::plain(&visit, body).await?;
    match Case::open(&visit, &code, &sent).await? {
        Ok(case) => download::serve(&visit.state, &visit.state.files, case.complaint.id, &id).await,
        Err(answer) => Ok(answer),
    }
}

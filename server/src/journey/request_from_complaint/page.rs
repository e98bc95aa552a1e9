//! `POST /lacak/{code}/permohonan`: the form of what is missing, for the holder of the complaint's secret, and then the receipt.
//! The application sends its readers here, too: the pages of requests are written by the server alone.

use axum::body::Body;
use axum::extract::Path;
use axum::response::Response;
use shared::complaint::TrackingCode;
use shared::problem::ErrorCode;
use shared::request::NewRequest;

use super::{begun, register};
use crate::complaint::page::act::{self, Unlocked};
use crate::complaint::turned;
use crate::error::Error;
use crate::platform::pages::Visit;
use crate::request::page::missing::{self, Missing, ask};

/// Shows the form, or takes it.
pub async fn handle(visit: Visit, Path(code): Path<String>, body: Body) -> Result<Response, Error> {
    let unlocked = match act::unlock(&visit, &code, body).await? {
        Ok(unlocked) => unlocked,
        Err(answer) => return Ok(answer),
    };
    let given = missing::read(&unlocked.fields)?;
    let code = TrackingCode::parse(&code).map_err(|problem| Error::field("code", problem))?;
    let path = format!("/lacak/{code}/permohonan");
    let Some(given) = given else {
        return shown(&visit, unlocked, &path, &NewRequest::default(), None).await;
    };
    match register(&visit.state, &unlocked.complaint, &unlocked.secret, &given).await {
        Ok(receipt) => Ok(missing::registered(&visit, &path, &receipt)),
        Err(error) => shown(&visit, unlocked, &path, &given, Some(error)).await,
    }
}

/// The form; the complaint as it stands where nothing is asked for.
async fn shown(
    visit: &Visit,
    unlocked: Unlocked,
    path: &str,
    typed: &NewRequest,
    failed: Option<Error>,
) -> Result<Response, Error> {
    let mut connection = visit.state.db.read().await?;
    let turned = turned::of(&mut connection, unlocked.complaint.id).await?;
    let is_asked = turned::is_asked(&unlocked.complaint, turned.as_ref());
    if !is_asked || failed.as_ref().is_some_and(|error| error.code() == ErrorCode::Conflict) {
        drop(connection);
        return act::as_it_stands(visit, unlocked).await;
    }
    let known = begun(&visit.state, &mut connection, &unlocked.complaint).await?;
    drop(connection);
    let fields = known.missing();
    let what = Some(known.what.as_str()).filter(|what| !what.is_empty());
    Ok(ask(visit, Missing { path, secret: &unlocked.secret, fields: &fields, typed, what, failed }))
}

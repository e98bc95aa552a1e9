//! `/permohonan/{number}`: a request's page, opened with the secret by `POST`, and the objection that is written there.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use shared::problem::ErrorCode;
use shared::request::{NewObjection, RequestNumber, RequestView};

use super::opened::{Opened, opened, shut};
use super::sheet::sheet;
use super::{PATH, address, own_page};
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::pages::Visit;
use crate::platform::pages::form::Tone;
use crate::request::given::download::{readable, serve};
use crate::request::store::{self, Request};
use crate::request::view::view;
use crate::request::{access, object, story};

/// Where the secret is entered.
pub async fn show(visit: Visit, Path(number): Path<String>) -> Response {
    let Ok(number) = RequestNumber::parse(&number) else { return Redirect::to(PATH).into_response() };
    let number = number.to_string();
    let main = shut(&visit, &number, false);
    visit.show_alone(StatusCode::OK, own_page(&visit, &address(&number), main))
}

/// Opens the page for the holder of the secret.
pub async fn open(visit: Visit, Path(number): Path<String>, body: Body) -> Result<Response, Error> {
    let fields = visit.fields(body).await?;
    match unlocked(&visit, &number, &fields).await? {
        Ok(request) => shown(&visit, &request, &fields, None).await,
        Err(answer) => Ok(answer),
    }
}

/// Leads from the form's address to the page it belongs to.
pub async fn back(Path(number): Path<String>) -> Response {
    let page =
        RequestNumber::parse(&number).map_or_else(|_| PATH.to_owned(), |number| address(&number.to_string()));
    Redirect::to(&page).into_response()
}

/// The same from the address of a file.
pub async fn back_from(Path((number, _)): Path<(String, String)>) -> Response {
    back(Path(number)).await
}

/// Gives the holder of the secret a file of what was granted.
pub async fn fetch(
    visit: Visit,
    Path((number, id)): Path<(String, String)>,
    body: Body,
) -> Result<Response, Error> {
    let fields = visit.fields(body).await?;
    match unlocked(&visit, &number, &fields).await? {
        Ok(request) => serve(&visit.state, &visit.state.files, (&request, &id), &HeaderMap::new()).await,
        Err(answer) => Ok(answer),
    }
}

/// Takes an objection.
pub async fn object(visit: Visit, Path(number): Path<String>, body: Body) -> Result<Response, Error> {
    let fields = visit.fields(body).await?;
    let request = match unlocked(&visit, &number, &fields).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let new = NewObjection {
        ground: fields.get("ground").and_then(|word| word.parse().ok()),
        text: fields.get("text").unwrap_or_default().replace("\r\n", "\n"),
    };
    let outcome = object::add(&visit.state, request.clone(), &new).await;
    shown(&visit, &request, &fields, Some(outcome.map(drop))).await
}

/// Shows one of the letters by itself; the first that was written is number 1.
pub async fn letter(visit: Visit, Path(number): Path<String>, body: Body) -> Result<Response, Error> {
    let fields = visit.fields(body).await?;
    let request = match unlocked(&visit, &number, &fields).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let view = seen(&visit, &request).await?;
    let place = fields.get("surat").and_then(|place| place.parse::<usize>().ok());
    let place = place.and_then(|place| view.notices.len().checked_sub(place));
    let notice = place.and_then(|place| view.notices.get(place)).ok_or_else(Error::not_found)?;
    let main = sheet(&visit, &view, notice);
    Ok(visit.show_alone(StatusCode::OK, own_page(&visit, &address(&view.number), main)))
}

/// The request that a form's secret opens; the page that asks for the secret again where it does not.
async fn unlocked(visit: &Visit, number: &str, fields: &Pairs) -> Result<Result<Request, Response>, Error> {
    let secret = fields.get("secret").unwrap_or_default();
    let error = match access::opened(&visit.state, number, secret, visit.address).await {
        Ok(request) => return Ok(Ok(request)),
        Err(error) if error.code() == ErrorCode::Unauthorized => error,
        Err(error) => return Err(error),
    };
    let shown: String = number.chars().take(40).collect();
    let main = shut(visit, &shown, true);
    Ok(Err(visit.refuse_alone(error, own_page(visit, &address(&shown), main))))
}

/// The request as it stands now.
async fn seen(visit: &Visit, request: &Request) -> Result<RequestView, Error> {
    let number =
        RequestNumber::parse(&request.number).map_err(|_| Error::internal("a request without number"))?;
    let mut connection = visit.state.db.read().await?;
    let now = store::by_number(&mut connection, number).await?.ok_or_else(Error::not_found)?;
    let story = story::load(&mut connection, now.id).await?;
    Ok(view(&visit.settings, &now, &story, visit.today))
}

/// The opened page, with what became of an objection.
async fn shown(
    visit: &Visit,
    request: &Request,
    fields: &Pairs,
    outcome: Option<Result<(), Error>>,
) -> Result<Response, Error> {
    let texts = visit.lang().request();
    let view = seen(visit, request).await?;
    let refused = outcome.as_ref().and_then(|outcome| outcome.as_ref().err());
    let said = match (&outcome, refused.map(Error::code)) {
        (Some(Ok(())), _) => Some((Tone::Good, texts.objected)),
        (_, Some(ErrorCode::Conflict)) => Some((Tone::Bad, texts.not_open)),
        (_, Some(code)) if code != ErrorCode::Invalid => Some((Tone::Bad, visit.lang().error(code))),
        _ => None,
    };
    let secret = fields.get("secret").unwrap_or_default();
    let problems = refused.map(|error| error.problems().to_vec()).unwrap_or_default();
    let texts_given = readable(&visit.state, request, &view.files).await?;
    let main = opened(
        visit,
        &view,
        &Opened { secret, said, typed: refused.map(|_| fields), problems, texts: texts_given },
    );
    let path = address(&view.number);
    let page = own_page(visit, &path, main);
    Ok(match outcome {
        Some(Err(error)) => visit.refuse_alone(error, page),
        _ => visit.show_alone(StatusCode::OK, page),
    })
}

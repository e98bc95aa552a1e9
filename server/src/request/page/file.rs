//! `GET /permohonan`: the form, and the way to one that is registered. `POST /permohonan`: registers it, and answers with the
//! receipt or the form again.

use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use shared::problem::ErrorCode;
use shared::request::RequestNumber;

use super::form::form;
use super::receipt::receipt;
use super::typed::Typed;
use super::{PATH, address, own_page, page};
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::idempotency::fresh_key;
use crate::platform::pages::Visit;
use crate::request::file::register;

/// The empty form; a number that was typed leads to its page.
pub async fn show(visit: Visit, pairs: Pairs) -> Response {
    if let Some(Ok(number)) = pairs.get("nomor").map(RequestNumber::parse) {
        return Redirect::to(&address(&number.to_string())).into_response();
    }
    let texts = visit.lang().request();
    let main = form(&visit, &Typed::new(), &[], None);
    visit.show_alone(StatusCode::OK, page(PATH, texts.title, Some(texts.lead), main))
}

/// Registers what was sent, exactly once under the form's key.
pub async fn send(visit: Visit, body: Body) -> Result<Response, Error> {
    visit.state.limits.check_filing(visit.address)?;
    let mut typed = Typed::read(&visit.fields(body).await?)?;
    let error = match register(&visit.state, typed.key.clone(), &typed.new).await {
        Ok(done) => {
            let main = receipt(&visit, &done);
            return Ok(visit.show_alone(StatusCode::CREATED, own_page(&visit, PATH, main)));
        }
        Err(error) => error,
    };
    let texts = visit.lang().request();
    let said = match error.code() {
        ErrorCode::Invalid => None,
        ErrorCode::KeyReused => {
            typed.key = fresh_key();
            Some(texts.sent_before.to_owned())
        }
        code => Some([visit.lang().error(code), " ", texts.not_sent].concat()),
    };
    let main = form(&visit, &typed, error.problems(), said.as_deref());
    Ok(visit.refuse_alone(error, own_page(&visit, PATH, main)))
}

//! `GET /permohonan`: the form, and the way to one that is registered. `POST /permohonan`: registers it, and answers with the
//! receipt or the form again.

use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use shared::problem::{ErrorCode, FieldProblem, Problem};
use shared::request::{RequestNumber, RequestReceipt};

use super::form::form;
use super::receipt::receipt;
use super::typed::Typed;
use super::{PATH, address, own_page, page};
use crate::error::Error;
use crate::platform::http::{Pairs, is_multipart};
use crate::platform::idempotency::fresh_key;
use crate::platform::pages::Visit;
use crate::request::document::{self, Document};
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

/// Registers it where nothing is wrong; all that is wrong otherwise, in the order of the form.
async fn attempt(
    visit: &Visit,
    typed: &Typed,
    document: Option<Result<Document, Problem>>,
) -> Result<RequestReceipt, Error> {
    let problem = match document.transpose() {
        Ok(document) => return register(&visit.state, typed.key.clone(), &typed.new, document).await,
        Err(problem) => FieldProblem::new(document::FIELD, problem),
    };
    let mut problems = typed.new.check_with(true).err().unwrap_or_default();
    problems.push(problem);
    Err(Error::invalid(problems))
}

/// Registers what was sent, exactly once under the form's key.
pub async fn send(visit: Visit, body: Body) -> Result<Response, Error> {
    visit.state.limits.check_filing(visit.address)?;
    // A page that was loaded before there were documents sends a form without files.
    let (fields, document) = if is_multipart(&visit.headers) {
        let sent = document::read(&visit.headers, body).await?;
        (Pairs::new(sent.fields), sent.document)
    } else {
        (visit.fields(body).await?, None)
    };
    let mut typed = Typed::read(&fields)?;
    let error = match attempt(&visit, &typed, document).await {
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

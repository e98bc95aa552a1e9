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
use crate::platform::pages::{Keep, Visit};
use crate::request::document::{self, Document};
use crate::request::file::register;

/// The field that says that what is public already was shown.
pub(super) const OFFERED: &str = "ditawarkan";

/// The empty form; a number that was typed leads to its page.
pub async fn show(visit: Visit, pairs: Pairs) -> Response {
    if let Some(Ok(number)) = pairs.get("nomor").map(RequestNumber::parse) {
        return Redirect::to(&address(&number.to_string())).into_response();
    }
    let texts = visit.lang().request();
    let main = form(&visit, &Typed::new(), &[], None, &[]);
    // Nobody's words are in it yet, so the application may take over the frame and offer while somebody types.
    visit.show(StatusCode::OK, page(PATH, texts.title, Some(texts.lead), main), Keep::Never)
}

/// A form that was sent.
pub struct Asked {
    typed: Typed,
    document: Option<Result<Document, Problem>>,
    /// Whether what is public already was shown with it.
    is_offered: bool,
}

/// Something that is public already.
pub struct Offered {
    /// Where it is.
    pub address: String,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub summary: String,
}

/// Reads what was sent.
///
/// # Errors
/// Too many from one address; fields that the form does not have.
pub async fn read(visit: &Visit, body: Body) -> Result<Asked, Error> {
    visit.state.limits.check_filing(visit.address)?;
    // A page that was loaded before there were documents sends a form without files.
    let (fields, document) = if is_multipart(&visit.headers) {
        let sent = document::read(&visit.headers, body).await?;
        (Pairs::new(sent.fields), sent.document)
    } else {
        (visit.fields(body).await?, None)
    };
    let is_offered = fields.get(OFFERED).is_some();
    Ok(Asked { typed: Typed::read(&fields.without(OFFERED))?, document, is_offered })
}

impl Asked {
    /// What is asked for, where it could be registered and nobody was shown yet what is public already. A document is not given
    /// back by any form, so whoever sent one is not asked to send it twice.
    pub fn first_what(&self) -> Option<&str> {
        let is_first = !self.is_offered && self.document.is_none();
        (is_first && self.typed.new.check().is_ok()).then_some(self.typed.new.what.as_str())
    }
}

/// The form once more, under what is public already. Sent again it is registered.
pub fn offer(visit: &Visit, asked: &Asked, offered: &[Offered]) -> Response {
    let main = form(visit, &asked.typed, &[], None, offered);
    visit.show_alone(StatusCode::OK, page(PATH, visit.lang().request().not_yet, None, main))
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
///
/// # Errors
/// What the database says; what is wrong with the form is told by the page.
pub async fn send(visit: &Visit, asked: Asked) -> Result<Response, Error> {
    let Asked { mut typed, document, .. } = asked;
    let error = match attempt(visit, &typed, document).await {
        Ok(done) => {
            let main = receipt(visit, &done, visit.lang().request().keep);
            return Ok(visit.show_alone(StatusCode::CREATED, own_page(visit, PATH, main)));
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
    let main = form(visit, &typed, error.problems(), said.as_deref(), &[]);
    Ok(visit.refuse_alone(error, own_page(visit, PATH, main)))
}

//! `GET /adukan`: the whole form on one page. `POST /adukan`: files it, and answers with the receipt or the form again.

use axum::body::Body;
use axum::response::Response;
use http::StatusCode;
use maud::Markup;
use shared::complaint::{Filed, Filing};
use shared::problem::{ErrorCode, FieldProblem};

use super::form::{FormView, form};
use super::receipt::receipt;
use super::sent::Sent;
use super::typed::Typed;
use crate::complaint::file::file;
use crate::error::Error;
use crate::platform::idempotency::{fresh_key, request_hash};
use crate::platform::pages::{Keep, Page, Visit};

const PATH: &str = "/adukan";

/// The empty form.
pub async fn show(visit: Visit) -> Response {
    let typed = Typed::new();
    let main = form(&visit, &FormView::new(&typed));
    visit.show(StatusCode::OK, page(&visit, visit.lang().filing().class_heading, main), Keep::Ask)
}

/// Files what was sent, exactly once under the form's key.
pub async fn send(visit: Visit, body: Body) -> Result<Response, Error> {
    visit.state.limits.check_filing(visit.address)?;
    let sent = Sent::with_files(&visit, body).await?;
    let mut typed = Typed::read(&sent.fields)?;
    typed.filing.files = sent.ids();
    match attempt(&visit, &typed, &sent).await {
        Ok(filed) => {
            let main = receipt(&visit, &filed);
            let title = visit.lang().receipt().heading;
            Ok(visit.show(StatusCode::CREATED, page(&visit, title, main), Keep::Never))
        }
        Err(error) => again(&visit, typed, &sent, error).await,
    }
}

/// Files it where nothing is wrong; all that is wrong otherwise, in the order of the form.
async fn attempt(visit: &Visit, typed: &Typed, sent: &Sent) -> Result<Filed, Error> {
    if let Some(failure) = sent.failure() {
        return Err(failure);
    }
    let (files, officials) = (sent.problems(), typed.problems());
    if files.is_empty() && officials.is_none() {
        let hash = request_hash(&Filing { files: sent.marks(), ..typed.filing.clone() });
        return file(&visit.state, typed.key.clone(), hash, &typed.filing).await;
    }
    let mut problems = typed.filing.check(visit.today, &*visit.settings).err().unwrap_or_default();
    let end =
        problems.iter().position(|problem| problem.field.starts_with("reporter.")).unwrap_or(problems.len());
    problems.splice(end..end, files.into_iter().chain(officials));
    Err(Error::invalid(problems))
}

/// The form with everything that was typed, and what is wrong.
async fn again(visit: &Visit, mut typed: Typed, sent: &Sent, error: Error) -> Result<Response, Error> {
    let texts = visit.lang().filing();
    let notice = match error.code() {
        ErrorCode::Invalid => None,
        ErrorCode::KeyReused => {
            typed.key = fresh_key();
            Some(texts.sent_before.to_owned())
        }
        code => Some([visit.lang().error(code), " ", texts.not_sent].concat()),
    };
    let problems: Vec<FieldProblem> = error.problems().to_vec();
    let view = FormView {
        typed: &typed,
        problems,
        refused: sent.refused_names().collect(),
        kept: sent.ready(visit).await?,
        notice,
    };
    let main = form(visit, &view);
    Ok(visit.refuse(error, page(visit, texts.class_heading, main)))
}

fn page<'a>(visit: &Visit, title: &'a str, main: Markup) -> Page<'a> {
    let description = Some(visit.lang().filing().class_lead);
    Page { path: PATH, title, description, picture: None, main, data: Vec::new() }
}

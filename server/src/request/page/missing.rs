//! The part of the form that a complaint leaves open which is to become a request.

use axum::response::Response;
use http::StatusCode;
use maud::html;
use shared::problem::FieldProblem;
use shared::request::{NewRequest, RequestReceipt};

use super::fields::{FIELDS, lines};
use super::form::fields;
use super::receipt::receipt;
use super::{own_page, typed};
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{Tone, hidden, notice, summary};

/// What says that the form was sent, and not only asked for.
const SENT: &str = "isi";

/// A form of what is missing.
pub struct Missing<'a> {
    /// Where it is sent.
    pub path: &'a str,
    /// The secret, which it carries on.
    pub secret: &'a str,
    /// The fields that are missing, as problems name them.
    pub fields: &'a [&'a str],
    /// What was typed into them.
    pub typed: &'a NewRequest,
    /// What is already known of what is asked for, to be read again.
    pub what: Option<&'a str>,
    /// What did not get through.
    pub failed: Option<Error>,
}

/// What was typed; none where the form is only asked for.
///
/// # Errors
/// Fields that it does not have.
pub fn read(sent: &Pairs) -> Result<Option<NewRequest>, Error> {
    let single: Vec<&str> = ["secret", SENT].into_iter().chain(FIELDS.map(|(name, _)| name)).collect();
    let problems = sent.problems(|_| false, &single);
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    Ok(sent.get(SENT).map(|_| typed::request(sent)))
}

/// The page with the form.
pub fn ask(visit: &Visit, missing: Missing<'_>) -> Response {
    let Missing { path, secret, fields: wanted, typed, what, failed } = missing;
    let lang = visit.lang();
    let texts = lang.request();
    let problems: &[FieldProblem] = failed.as_ref().map_or(&[], |error| error.problems());
    let said = failed.as_ref().filter(|_| problems.is_empty()).map(|error| lang.error(error.code()));
    let main = html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.missing_lead) }
            (summary(lang, &lines(lang, &FIELDS, problems)))
            @if let Some(said) = said { (notice(Tone::Bad, said)) }
            @if let Some(what) = what {
                section class="panel" { h2 { (texts.which) } p class="story-text" { (what) } }
            }
            form class="form" method="post" action=(path) novalidate {
                (hidden("secret", secret))
                (hidden(SENT, "1"))
                (fields(visit, typed, problems, wanted))
                div class="form-ways" {
                    button type="submit" class="button button-main" { (texts.submit) }
                }
            }
        }
    };
    match failed.clone() {
        Some(error) => visit.refuse_alone(error, own_page(visit, path, main)),
        None => visit.show_alone(StatusCode::OK, own_page(visit, path, main)),
    }
}

/// The page with the receipt of what has become a request.
pub fn registered(visit: &Visit, path: &str, done: &RequestReceipt) -> Response {
    let main = receipt(visit, done, visit.lang().request().keep_own);
    visit.show_alone(StatusCode::CREATED, own_page(visit, path, main))
}

use shared::complaint::desk::NewVerification;
use shared::problem::{FieldProblem, Problem};
use shared::region::RegionCode;

use super::command::Facts;
use crate::error::Error;
use crate::platform::settings::Settings;

/// Reads what a complaint is.
///
/// # Errors
/// Sectors and regions that there are not, by field.
pub(super) fn facts(settings: &Settings, given: NewVerification) -> Result<Facts, Error> {
    let mut problems = Vec::new();
    let given_text = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let sector = given_text(given.sector);
    if sector.as_deref().is_some_and(|key| settings.sector(key).is_none()) {
        problems.push(FieldProblem::new("sector", Problem::UnknownValue));
    }
    let region = given_text(given.region).and_then(|code| {
        match RegionCode::parse(&code).ok().filter(|code| settings.region_name(code.as_str()).is_some()) {
            Some(code) => Some((code.as_str().to_owned(), code.regency().map(str::to_owned))),
            None => {
                problems.push(FieldProblem::new("region", Problem::UnknownValue));
                None
            }
        }
    });
    if problems.is_empty() {
        Ok(Facts { class: given.class, sector, region })
    } else {
        Err(Error::invalid(problems))
    }
}

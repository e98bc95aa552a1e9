use serde::{Deserialize, Serialize};

use super::Class;
use crate::calendar::Day;
use crate::problem::{FieldProblem, Problem};
use crate::region::{Point, RegionCode};
use crate::text::{Content, Email, PersonName, Phone, PlaceWords, Title};

/// Files that one complaint or message may carry.
pub const FILES_MAX: usize = 5;
/// Bytes of one file: 10 MB.
pub const FILE_BYTES_MAX: u64 = 10_000_000;
/// Megapixels of a picture that is still opened: more than any phone makes, less than what exhausts a server.
pub const PIXELS_MAX_MEGAPIXELS: u32 = 64;
/// An event longer ago than this many years is a typing error.
const EVENT_YEARS_MAX: u32 = 50;

/// A filled form as it travels. Nothing in it is trusted: [`Filing::check`] reads it, on the phone and again on the
/// server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// `complaint`, `aspiration` or `information_request`.
    #[serde(default)]
    pub class: String,
    /// One line.
    #[serde(default)]
    pub title: String,
    /// What happened.
    #[serde(default)]
    pub content: String,
    /// The day it happened, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_date: Option<String>,
    /// The most exact region known: a regency's, district's or village's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The phone's position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// The place in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The sector's key; absent for "I don't know".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Ids of finished uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Who files, if they say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Reporter>,
    /// Hides the identity from the agency and the public. On unless switched off.
    #[serde(default = "on")]
    pub anonymous: bool,
    /// Hides the content from the public.
    #[serde(default)]
    pub confidential: bool,
    /// About abuse by officials: seals it from receipt, for the inspectorate alone.
    #[serde(default)]
    pub about_officials: bool,
}

fn on() -> bool {
    true
}

/// Who files. All optional; kept sealed and apart from the complaint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reporter {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
}

/// The reporter's fields as problems name them.
pub const REPORTER_FIELDS: [&str; 3] = ["reporter.name", "reporter.phone", "reporter.email"];

/// What a check must know and a pure crate cannot: which keys the instance has.
pub trait KnownKeys {
    /// Whether there is such a sector.
    fn has_sector(&self, key: &str) -> bool;
    /// Whether there is such a region in the province.
    fn has_region(&self, code: &RegionCode) -> bool;
}

/// A filing that keeps every rule.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedFiling {
    /// Its class.
    pub class: Class,
    /// Its title.
    pub title: Title,
    /// Its content.
    pub content: Content,
    /// The day it happened.
    pub event_date: Option<Day>,
    /// The most exact region given.
    pub region: Option<RegionCode>,
    /// The phone's position.
    pub point: Option<Point>,
    /// The place in words.
    pub place: Option<PlaceWords>,
    /// The sector's key.
    pub sector: Option<String>,
    /// Ids of uploads, each once; whether they exist only the server can tell.
    pub files: Vec<String>,
    /// Who files.
    pub reporter: Option<CheckedReporter>,
    /// See [`Filing::anonymous`].
    pub anonymous: bool,
    /// See [`Filing::confidential`].
    pub confidential: bool,
    /// See [`Filing::about_officials`].
    pub about_officials: bool,
}

/// Who files, checked. At least one field is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedReporter {
    /// Name.
    pub name: Option<PersonName>,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// E-mail address.
    pub email: Option<Email>,
}

impl Filing {
    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// `today` is the local day: nothing may have happened later.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day, known: &impl KnownKeys) -> Result<CheckedFiling, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let class = required("class", &self.class, &mut problems, |word| {
            word.parse::<Class>().map_err(|_| Problem::UnknownValue)
        });
        let title = field("title", Title::parse(&self.title), &mut problems);
        let content = field("content", Content::parse(&self.content), &mut problems);
        let event_date = optional("event_date", self.event_date.as_deref(), &mut problems, |raw| {
            Day::parse(raw)?.as_recent(today, EVENT_YEARS_MAX)
        });
        let region = optional("region", self.region.as_deref(), &mut problems, |raw| {
            let code = RegionCode::parse(raw)?;
            if known.has_region(&code) { Ok(code) } else { Err(Problem::UnknownValue) }
        });
        let point = self.point.and_then(|point| field("point", point.checked(), &mut problems));
        let place = optional("place", self.place.as_deref(), &mut problems, PlaceWords::parse);
        if self.region.as_deref().is_none_or(is_blank)
            && self.point.is_none()
            && self.place.as_deref().is_none_or(is_blank)
        {
            problems.push(FieldProblem::new("region", Problem::Required));
        }
        let sector = optional("sector", self.sector.as_deref(), &mut problems, |key| {
            if known.has_sector(key) { Ok(key.to_owned()) } else { Err(Problem::UnknownValue) }
        });
        check_files(&self.files, &mut problems);
        let reporter = self.reporter.as_ref().and_then(|reporter| reporter.check(&mut problems));
        match (class, title, content) {
            (Some(class), Some(title), Some(content)) if problems.is_empty() => Ok(CheckedFiling {
                class,
                title,
                content,
                event_date,
                region,
                point,
                place,
                sector,
                files: self.files.clone(),
                reporter,
                anonymous: self.anonymous,
                confidential: self.confidential,
                about_officials: self.about_officials,
            }),
            _ => Err(problems),
        }
    }
}

impl Reporter {
    fn check(&self, problems: &mut Vec<FieldProblem>) -> Option<CheckedReporter> {
        let [name, phone, email] = REPORTER_FIELDS;
        let checked = CheckedReporter {
            name: optional(name, Some(&self.name), problems, PersonName::parse),
            phone: optional(phone, Some(&self.phone), problems, Phone::parse),
            email: optional(email, Some(&self.email), problems, Email::parse),
        };
        let given = checked.name.is_some() || checked.phone.is_some() || checked.email.is_some();
        given.then_some(checked)
    }
}

/// File ids travel in addresses, so their form is checked before anything is looked up by them.
fn check_files(files: &[String], problems: &mut Vec<FieldProblem>) {
    if files.len() > FILES_MAX {
        problems.push(FieldProblem::new("files", Problem::TooMany(FILES_MAX as u32)));
        return;
    }
    for (index, id) in files.iter().enumerate() {
        let name = || format!("files.{index}");
        if files[..index].contains(id) {
            problems.push(FieldProblem::new(name(), Problem::Repeated));
        } else if id.is_empty() || id.len() > 40 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
            problems.push(FieldProblem::new(name(), Problem::NotUploaded));
        }
    }
}

fn is_blank(raw: &str) -> bool {
    raw.trim().is_empty()
}

fn field<T>(name: &str, read: Result<T, Problem>, problems: &mut Vec<FieldProblem>) -> Option<T> {
    read.map_err(|problem| problems.push(FieldProblem::new(name, problem))).ok()
}

fn required<T>(
    name: &str,
    raw: &str,
    problems: &mut Vec<FieldProblem>,
    read: impl FnOnce(&str) -> Result<T, Problem>,
) -> Option<T> {
    let read = if is_blank(raw) { Err(Problem::Required) } else { read(raw.trim()) };
    field(name, read, problems)
}

fn optional<T>(
    name: &str,
    raw: Option<&str>,
    problems: &mut Vec<FieldProblem>,
    read: impl FnOnce(&str) -> Result<T, Problem>,
) -> Option<T> {
    let raw = raw.map(str::trim).filter(|raw| !raw.is_empty())?;
    field(name, read(raw), problems)
}

#[cfg(test)]
mod tests;

//! The one shape of every error: a status, a stable code, a message for people and the problems by field.

use serde::{Deserialize, Serialize};

/// What a caller is told when something did not work. Every error of the server has this body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Envelope {
    /// The HTTP status, repeated so that a stored body still tells it.
    pub status: u16,
    /// A stable word that programs can rely on.
    pub code: ErrorCode,
    /// A sentence in the reader's language.
    pub message: String,
    /// What is wrong, field by field; empty where no single field is to blame.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<FieldProblem>,
    /// The rule that forbids it to a person of the staff: a stable word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The version that the thing has by now, where a change rested on an older one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// The stable code of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request could not be read: not JSON, broken UTF-8, a missing header.
    Malformed,
    /// The request was read, and some fields break a rule.
    Invalid,
    /// There is no such thing, or the caller may not know of it.
    NotFound,
    /// The secret is missing or not the right one.
    Unauthorized,
    /// The caller is known and may not do this.
    Forbidden,
    /// The thing has moved on, and this action is not possible in its present stage.
    Conflict,
    /// The idempotency key was used before with another body.
    KeyReused,
    /// The method is not one of this address.
    MethodNotAllowed,
    /// The body or file is larger than allowed.
    TooLarge,
    /// The body's media type, or the file's real content, is not one that is accepted.
    UnsupportedMedia,
    /// The piece does not start where the last one ended.
    WrongOffset,
    /// Too many tries; later ones will be heard.
    TooMany,
    /// The server cannot write just now (full disk, locked database); reads go on.
    Unavailable,
    /// A fault of the server's own.
    Internal,
    /// A code that this version does not know.
    #[serde(other)]
    Unknown,
}

/// One field's problem, named by code so that both languages can say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// The field as it is called in the request, with dots for nesting (`reporter.phone`).
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
    /// The same for people, in their language; filled in where the problem is shown.
    #[serde(default)]
    pub message: String,
}

impl FieldProblem {
    /// A problem of one field, its sentence still to be written.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: field.into(), problem, message: String::new() }
    }
}

/// What can be wrong with a field. Limits are part of it, so that the sentence can name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "code", content = "limit")]
pub enum Problem {
    /// Nothing was given where something must be.
    Required,
    /// Fewer characters than the limit.
    TooShort(u32),
    /// More characters than the limit.
    TooLong(u32),
    /// Holds characters that cannot be shown: control characters or ones that reverse the reading direction.
    ControlCharacters,
    /// Not a day of the calendar, or not written as YYYY-MM-DD.
    NotADate,
    /// A day later than today.
    InFuture,
    /// A day that is not later than today.
    NotInFuture,
    /// A day too far ahead; the limit is in days.
    TooFarAhead(u32),
    /// A day too long ago; the limit is in years.
    TooOld(u32),
    /// A Saturday or Sunday, which is not worked anyway.
    Weekend,
    /// The end lies before the start.
    EndBeforeStart,
    /// Not a month written as YYYY-MM.
    NotAMonth,
    /// Not one of the known values.
    UnknownValue,
    /// A parameter or field that does not exist.
    UnknownField,
    /// Not of the type the field has.
    WrongType,
    /// Not a position on the earth.
    NotAPoint,
    /// Not a telephone number.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not an address of the web that begins with `https://`.
    NotALink,
    /// More items than the limit.
    TooMany(u32),
    /// Named twice.
    Repeated,
    /// A file that was not uploaded, not finished, or is used elsewhere.
    NotUploaded,
    /// A file larger than the limit, in bytes.
    FileTooLarge(u32),
    /// A file whose content is not one of the accepted kinds.
    FileKind,
    /// A picture with too many pixels to be opened; the limit is in megapixels.
    TooManyPixels(u32),
    /// A picture or document that cannot be read.
    FileBroken,
    /// A document that opens with a password alone, or forbids to be read.
    FileLocked,
    /// A document that holds what it was before it was changed.
    FileHasPast,
    /// A document that holds other files.
    FileHasFiles,
    /// A word that was to be gone still stands in a document: on a page, counted from 1, or beside its pages where that is 0.
    StillThere(u32),
    /// A number outside its range; the limit is its largest value.
    OutOfRange(u32),
    /// A tracking code whose check character does not fit.
    MistypedCode,
    /// A command that disposes requires an agency.
    AgencyRequired,
    /// The same `external_id` with other values.
    DiffersFromStored,
    /// A text with fields that nobody has filled in.
    Unfilled,
    /// A password that others would try.
    Guessable,
    /// Somebody else has it already.
    Taken,
}

/// Gathers what is wrong with a form, field by field.
#[derive(Default)]
pub(crate) struct Blame(Vec<FieldProblem>);

impl Blame {
    /// Notes that something is wrong with a field.
    pub(crate) fn add(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldProblem::new(field, problem));
    }

    /// What was read of a field, or nothing and a note why.
    pub(crate) fn read<T>(&mut self, field: &str, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem)).ok()
    }

    /// The same of a field that may be empty: nothing typed is nothing said.
    pub(crate) fn optional<T>(
        &mut self,
        field: &str,
        raw: Option<&str>,
        read: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let raw = raw.filter(|raw| !raw.trim().is_empty())?;
        self.read(field, read(raw))
    }

    /// What was read of the whole form, where nothing is wrong.
    ///
    /// # Errors
    /// What is wrong, never empty where something could not be read.
    pub(crate) fn close<T>(self, whole: Option<T>) -> Result<T, Vec<FieldProblem>> {
        whole.filter(|_| self.0.is_empty()).ok_or(self.0)
    }
}

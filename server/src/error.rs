//! The one door for error responses: whatever went wrong leaves as one envelope, in the reader's language.

mod answer;

use std::time::Duration;

use http::StatusCode;
use shared::access::Rule;
use shared::problem::{ErrorCode, FieldProblem, Problem};

use crate::platform::db::DbError;
use crate::platform::files::FileError;

pub use answer::{PageError, as_page, envelop, page, told};

/// How long to wait before a write is worth another try.
const AGAIN: Duration = Duration::from_secs(5);

/// What a caller is told. Build it with the function that says what happened; `?` makes one of a [`DbError`].
///
/// It holds nothing of the request, so nothing personal can leave with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    status: StatusCode,
    problems: Vec<FieldProblem>,
    retry_after: Option<Duration>,
    offset: Option<u64>,
    rule: Option<Rule>,
    version: Option<i64>,
    cause: Option<Box<str>>,
}

impl Error {
    fn new(code: ErrorCode, status: StatusCode) -> Self {
        let problems = Vec::new();
        Self {
            code,
            status,
            problems,
            retry_after: None,
            offset: None,
            rule: None,
            version: None,
            cause: None,
        }
    }

    /// The request could not be read: not JSON, broken UTF-8.
    pub fn malformed() -> Self {
        Self::new(ErrorCode::Malformed, StatusCode::BAD_REQUEST)
    }

    /// A header that the request must have is missing or not written as it should be.
    pub fn bad_header(name: &str, problem: Problem) -> Self {
        Self::malformed().with(vec![FieldProblem::new(name, problem)])
    }

    /// Some fields break a rule.
    pub fn invalid(problems: Vec<FieldProblem>) -> Self {
        Self::new(ErrorCode::Invalid, StatusCode::UNPROCESSABLE_ENTITY).with(problems)
    }

    /// One field breaks a rule.
    pub fn field(name: impl Into<String>, problem: Problem) -> Self {
        Self::invalid(vec![FieldProblem::new(name, problem)])
    }

    /// There is no such thing, or the caller may not know of it.
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound, StatusCode::NOT_FOUND)
    }

    /// The secret is missing or not the right one.
    pub fn unauthorized() -> Self {
        Self::new(ErrorCode::Unauthorized, StatusCode::UNAUTHORIZED)
    }

    /// Nobody is signed in, or what was shown to sign in does not fit.
    pub fn signed_out() -> Self {
        Self::unauthorized()
    }

    /// A rule forbids it to this member of the staff.
    pub fn forbidden_by(rule: Rule) -> Self {
        Self { rule: Some(rule), ..Self::forbidden() }
    }

    /// The change rested on an older version than the present one.
    pub fn changed(version: i64) -> Self {
        Self { version: Some(version), ..Self::conflict() }
    }

    /// The caller may not do this.
    pub fn forbidden() -> Self {
        Self::new(ErrorCode::Forbidden, StatusCode::FORBIDDEN)
    }

    /// The thing has moved on, and its present stage does not allow this.
    pub fn conflict() -> Self {
        Self::new(ErrorCode::Conflict, StatusCode::CONFLICT)
    }

    /// The idempotency key was used before with another body.
    pub fn key_reused() -> Self {
        Self::new(ErrorCode::KeyReused, StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The address does not take that method.
    pub fn method_not_allowed() -> Self {
        Self::new(ErrorCode::MethodNotAllowed, StatusCode::METHOD_NOT_ALLOWED)
    }

    /// The body or the file is larger than allowed.
    pub fn too_large() -> Self {
        Self::new(ErrorCode::TooLarge, StatusCode::PAYLOAD_TOO_LARGE)
    }

    /// The body's media type, or a file's real content, is not one that is accepted.
    pub fn unsupported_media() -> Self {
        Self::new(ErrorCode::UnsupportedMedia, StatusCode::UNSUPPORTED_MEDIA_TYPE)
    }

    /// The piece does not start where the last one ended; the answer's header says where that is.
    pub fn wrong_offset(expected: u64) -> Self {
        Self { offset: Some(expected), ..Self::new(ErrorCode::WrongOffset, StatusCode::CONFLICT) }
    }

    /// Too many tries.
    pub fn too_many(retry_after: Duration) -> Self {
        let retry_after = Some(retry_after);
        Self { retry_after, ..Self::new(ErrorCode::TooMany, StatusCode::TOO_MANY_REQUESTS) }
    }

    /// The body did not arrive in time.
    pub fn too_slow() -> Self {
        Self::new(ErrorCode::Malformed, StatusCode::REQUEST_TIMEOUT)
    }

    /// Nothing can be written just now. The reason is for the log.
    pub fn unavailable(reason: impl ToString) -> Self {
        Self {
            retry_after: Some(AGAIN),
            cause: Some(reason.to_string().into()),
            ..Self::new(ErrorCode::Unavailable, StatusCode::SERVICE_UNAVAILABLE)
        }
    }

    /// A fault of our own. The cause is logged and never told.
    pub fn internal(cause: impl ToString) -> Self {
        let cause = Some(cause.to_string().into());
        Self { cause, ..Self::new(ErrorCode::Internal, StatusCode::INTERNAL_SERVER_ERROR) }
    }

    /// Says which fields are to blame.
    #[must_use]
    pub fn with(mut self, problems: Vec<FieldProblem>) -> Self {
        self.problems = problems;
        self
    }

    /// Which fields are to blame.
    pub fn problems(&self) -> &[FieldProblem] {
        &self.problems
    }

    /// Its stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {:?}", self.status.as_u16(), self.code)?;
        if let Some(cause) = &self.cause {
            write!(out, ": {cause}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotFound => Self::not_found(),
            FileError::WrongOffset { offset } => Self::wrong_offset(offset),
            FileError::TooLarge => Self::too_large(),
            FileError::Refused(problem) => Self::field("file", problem),
            FileError::Unavailable(reason) => Self::unavailable(reason),
            FileError::Disk(error) => Self::internal(error),
            FileError::Database(error) => error.into(),
        }
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unavailable { reason } => Self::unavailable(reason),
            other => Self::internal(other),
        }
    }
}

#[cfg(test)]
mod tests;

//! The one door for error responses: whatever went wrong leaves as one envelope, in the reader's language.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use shared::{
    api::{RECEIPT_SCHEME, UPLOAD_OFFSET},
    problem::{Envelope, ErrorCode, FieldProblem, Problem},
};

use crate::platform::{db::DbError, http::language};

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
    cause: Option<Box<str>>,
}

impl Error {
    fn new(code: ErrorCode, status: StatusCode) -> Self {
        Self { code, status, problems: Vec::new(), retry_after: None, offset: None, cause: None }
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

    /// Its stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// The error for a bare status, as routing and extractors give it; none for a status that is no error.
    fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => Self::method_not_allowed(),
            StatusCode::REQUEST_TIMEOUT => Self::too_slow(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::unsupported_media(),
            StatusCode::UNAUTHORIZED => Self::unauthorized(),
            StatusCode::FORBIDDEN => Self::forbidden(),
            StatusCode::TOO_MANY_REQUESTS => Self::too_many(AGAIN),
            StatusCode::UNPROCESSABLE_ENTITY => Self::invalid(Vec::new()),
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable("a bare 503"),
            status if status.is_client_error() => Self::malformed(),
            status if status.is_server_error() => Self::internal(format_args!("a bare {status}")),
            _ => return None,
        })
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

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unavailable { reason } => Self::unavailable(reason),
            other => Self::internal(other),
        }
    }
}

/// Marks a response that already has its envelope.
#[derive(Clone, Copy)]
struct Enveloped;

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match (self.code, &self.cause) {
            (ErrorCode::Internal, cause) => tracing::error!(cause = cause.as_deref(), "a request failed"),
            (_, Some(cause)) => tracing::warn!(%cause, "a request was refused"),
            _ => {}
        }
        let envelope = Envelope::new(self.status.as_u16(), self.code, self.problems, language::current());
        let body = serde_json::to_vec(&envelope).expect("an envelope holds nothing that JSON cannot say");
        let json = HeaderValue::from_static("application/json");
        let mut response = (self.status, [(header::CONTENT_TYPE, json)], body).into_response();
        let headers = response.headers_mut();
        if let Some(wait) = self.retry_after {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if let Some(offset) = self.offset {
            headers.insert(UPLOAD_OFFSET, HeaderValue::from(offset));
        }
        if self.code == ErrorCode::Unauthorized {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(RECEIPT_SCHEME));
        }
        response.extensions_mut().insert(Enveloped);
        response
    }
}

/// Gives an error that some library answered with its own words the envelope that all others have.
pub fn envelop(response: Response) -> Response {
    if response.extensions().get::<Enveloped>().is_some() {
        return response;
    }
    let Some(error) = Error::of_status(response.status()) else { return response };
    let allowed = response.headers().get(header::ALLOW).cloned();
    let mut enveloped = error.into_response();
    if let Some(allowed) = allowed {
        enveloped.headers_mut().insert(header::ALLOW, allowed);
    }
    enveloped
}

/// Why a page cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// There is none at that address.
    NotFound,
    /// The program was built without its pages.
    NotBuilt,
}

/// A small page instead of an envelope, for people who follow a wrong link.
pub fn page(error: PageError, html: &'static str) -> Response {
    let status = match error {
        PageError::NotFound => StatusCode::NOT_FOUND,
        PageError::NotBuilt => StatusCode::SERVICE_UNAVAILABLE,
    };
    let media = HeaderValue::from_static("text/html; charset=utf-8");
    let mut response = (status, [(header::CONTENT_TYPE, media)], html).into_response();
    response.extensions_mut().insert(Enveloped);
    response
}

#[cfg(test)]
mod tests;

//! Errors as responses.

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use shared::{
    api::{RECEIPT_SCHEME, UPLOAD_OFFSET},
    problem::{Envelope, ErrorCode},
};

use super::{AGAIN, Error};
use crate::platform::http::language;

/// Marks a response that already says what went wrong: in an envelope, or as a page of its own.
#[derive(Clone)]
struct Told(Option<Envelope>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        self.log();
        let problems = self.problems.clone();
        let mut envelope = Envelope::new(self.status.as_u16(), self.code, problems, language::current());
        envelope.rule = self.rule.map(|rule| rule.as_str().to_owned());
        envelope.version = self.version;
        let body = serde_json::to_vec(&envelope).expect("an envelope holds nothing that JSON cannot say");
        let json = HeaderValue::from_static("application/json");
        self.answer(json, body.into(), Some(envelope))
    }
}

impl Error {
    /// The error as a page that tells people more than an envelope could, such as a form with what they typed. Nobody
    /// keeps it.
    pub fn with_page(self, html: Bytes) -> Response {
        self.log();
        let media = HeaderValue::from_static("text/html; charset=utf-8");
        let mut response = self.answer(media, html, None);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn log(&self) {
        match (self.code, &self.cause) {
            (ErrorCode::Internal, cause) => tracing::error!(cause = cause.as_deref(), "a request failed"),
            (_, Some(cause)) => tracing::warn!(%cause, "a request was refused"),
            _ => {}
        }
    }

    fn answer(self, media: HeaderValue, body: Bytes, envelope: Option<Envelope>) -> Response {
        let mut response = (self.status, [(header::CONTENT_TYPE, media)], body).into_response();
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
        response.extensions_mut().insert(Told(envelope));
        response
    }
}

/// What an answer's envelope says; none for an answer that is no error, or a page already.
pub fn told(response: &Response) -> Option<&Envelope> {
    response.extensions().get::<Told>().and_then(|told| told.0.as_ref())
}

/// The same answer with a page in the envelope's place: status and headers stay.
pub fn as_page(response: Response, html: Bytes) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.extensions.insert(Told(None));
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, html.into())
}

/// Gives an error that some library answered with its own words the envelope that all others have.
pub fn envelop(response: Response) -> Response {
    if response.extensions().get::<Told>().is_some() {
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
    /// The address asks for what cannot be.
    Invalid,
    /// The program was built without its pages.
    NotBuilt,
}

/// A page instead of an envelope, for people who follow a wrong link or fill in what cannot be.
pub fn page(error: PageError, html: impl Into<Bytes>) -> Response {
    let status = match error {
        PageError::NotFound => StatusCode::NOT_FOUND,
        PageError::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        PageError::NotBuilt => StatusCode::SERVICE_UNAVAILABLE,
    };
    let media = HeaderValue::from_static("text/html; charset=utf-8");
    let mut response = (status, [(header::CONTENT_TYPE, media)], html.into()).into_response();
    response.extensions_mut().insert(Told(None));
    response
}

impl Error {
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

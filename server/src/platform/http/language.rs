//! The language of the one who asks.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::{HeaderMap, header, request::Parts};
use shared::lang::Lang;

tokio::task_local! {
    static CURRENT: Lang;
}

/// Runs a request's work with its reader's language, which errors then speak without being told.
pub async fn scope<T>(lang: Lang, work: impl Future<Output = T>) -> T {
    CURRENT.scope(lang, work).await
}

/// The language of the request that is being answered; Indonesian outside of one.
pub fn current() -> Lang {
    CURRENT.try_with(|lang| *lang).unwrap_or_default()
}

/// What `Accept-Language` asks for.
pub fn of(headers: &HeaderMap) -> Lang {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map(Lang::from_accept_language).unwrap_or_default()
}

/// The reader's language, for handlers whose answers have words in them.
#[derive(Clone, Copy, Debug)]
pub struct Language(pub Lang);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.headers)))
    }
}

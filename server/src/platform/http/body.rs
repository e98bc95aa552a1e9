use axum::body::{Body, Bytes};
use http_body::Body as _;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::patience::TooSlow;
use crate::error::Error;

/// Reads a whole body of at most `most` bytes. A body that says it is larger is refused unread.
pub async fn read_body(body: Body, most: usize) -> Result<Bytes, Error> {
    if body.size_hint().lower() > most as u64 {
        return Err(Error::too_large());
    }
    match Limited::new(body, most).collect().await {
        Ok(read) => Ok(read.to_bytes()),
        Err(error) if has_source::<LengthLimitError>(&*error) => Err(Error::too_large()),
        Err(error) => Err(failure(&*error)),
    }
}

/// Why a body broke off.
pub(super) fn failure(error: &(dyn std::error::Error + 'static)) -> Error {
    if has_source::<TooSlow>(error) { Error::too_slow() } else { Error::malformed() }
}

/// Whether an error is one of a type, or wraps one.
fn has_source<E: std::error::Error + 'static>(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<E>() {
            return true;
        }
        next = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    #[tokio::test]
    async fn bodies_have_an_end() {
        assert_eq!(read_body(Body::from("abc"), 3).await, Ok(Bytes::from("abc")));
        assert_eq!(read_body(Body::from("abcd"), 3).await, Err(Error::too_large()));
        let pieces = stream::iter(["ab", "cd"].map(|piece| Ok::<_, std::io::Error>(Bytes::from(piece))));
        assert_eq!(read_body(Body::from_stream(pieces), 3).await, Err(Error::too_large()));
        let cut = stream::iter([Ok(Bytes::from("ab")), Err(std::io::Error::other("cut"))]);
        assert_eq!(read_body(Body::from_stream(cut), 3).await, Err(Error::malformed()));
    }
}

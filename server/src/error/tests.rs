use axum::response::{IntoResponse, Response};
use http::header;
use http_body_util::BodyExt;
use shared::{
    api::{RECEIPT_SCHEME, UPLOAD_OFFSET},
    lang::Lang,
    problem::Envelope,
};

use super::*;
use crate::platform::http::language;

async fn envelope(response: Response) -> Envelope {
    let body = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn an_error_speaks_the_readers_language() {
    let error = Error::field("title", Problem::Required);
    let response = language::scope(Lang::En, async { error.into_response() }).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let envelope = envelope(response).await;
    assert_eq!(envelope.status, 422);
    assert_eq!(envelope.code, ErrorCode::Invalid);
    assert_eq!(envelope.problems[0].message, Lang::En.problem(Problem::Required));
}

#[tokio::test]
async fn a_cause_is_never_told() {
    let response = Error::internal("select secret from complaint").into_response();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(!String::from_utf8_lossy(&body).contains("select"));
}

#[tokio::test]
async fn a_bare_status_gets_an_envelope_and_keeps_what_is_allowed() {
    let bare = (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET")], "words of a library");
    let response = envelop(bare.into_response());
    assert_eq!(response.headers()[header::ALLOW], "GET");
    assert_eq!(envelope(response).await.code, ErrorCode::MethodNotAllowed);
    let fine = envelop((StatusCode::CREATED, "made").into_response());
    assert_eq!(fine.status(), StatusCode::CREATED);
}

#[test]
fn headers_say_what_to_do() {
    let wait = Error::too_many(Duration::from_millis(1500)).into_response();
    assert_eq!(wait.headers()[header::RETRY_AFTER], "2");
    let secret = Error::unauthorized().into_response();
    assert_eq!(secret.headers()[header::WWW_AUTHENTICATE], RECEIPT_SCHEME);
    assert_eq!(Error::wrong_offset(42).into_response().headers()[UPLOAD_OFFSET], "42");
}

#[test]
fn a_database_that_cannot_write_is_unavailable() {
    let full = Error::from(DbError::Unavailable { reason: "the disk is full".to_owned() });
    let response = full.into_response();
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(response.headers().contains_key(header::RETRY_AFTER));
    assert_eq!(Error::from(DbError::NoRow).code(), ErrorCode::Internal);
}

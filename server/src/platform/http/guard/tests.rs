use axum::{Router, body::Body, middleware, routing::get};
use http::{StatusCode, header};
use http_body_util::BodyExt;
use shared::problem::{Envelope, ErrorCode};
use tower::ServiceExt;

use super::*;

async fn broken() -> &'static str {
    panic!("a mistake")
}

fn router() -> Router {
    let guarded = Guard::new(true, Metrics::default());
    Router::new()
        .route("/api/x/{id}", get(async || "fine").post(async || "changed"))
        .route("/api/broken", get(broken))
        .layer(middleware::from_fn_with_state(guarded, guard))
}

async fn ask(request: http::request::Builder) -> (Response, Option<ErrorCode>) {
    let response = router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let code = serde_json::from_slice::<Envelope>(&body).ok().map(|envelope| envelope.code);
    (Response::from_parts(parts, Body::empty()), code)
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    for path in ["/api/x/1", "/api/none", "/api/broken"] {
        let (response, _) = ask(Request::get(path)).await;
        let headers = response.headers();
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{path}");
        assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY), "{path}");
        assert!(headers.contains_key("x-request-id"), "{path}");
    }
}

#[tokio::test]
async fn a_panic_and_an_unknown_route_are_envelopes() {
    let (response, code) = ask(Request::get("/api/broken")).await;
    assert_eq!((response.status(), code), (StatusCode::INTERNAL_SERVER_ERROR, Some(ErrorCode::Internal)));
    let (response, code) = ask(Request::get("/api/none")).await;
    assert_eq!((response.status(), code), (StatusCode::NOT_FOUND, Some(ErrorCode::NotFound)));
    let (response, code) = ask(Request::delete("/api/x/1")).await;
    assert_eq!(code, Some(ErrorCode::MethodNotAllowed));
    assert_eq!(response.headers()[header::ALLOW], "GET,HEAD,POST");
}

#[tokio::test]
async fn another_sites_page_is_refused() {
    let (response, code) = ask(Request::post("/api/x/1").header("sec-fetch-site", "cross-site")).await;
    assert_eq!((response.status(), code), (StatusCode::FORBIDDEN, Some(ErrorCode::Forbidden)));
    let (response, _) = ask(Request::post("/api/x/1").header("sec-fetch-site", "same-origin")).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn encryption_is_insisted_on_where_it_is() {
    let (response, _) = ask(Request::get("/api/x/1").header("x-forwarded-proto", "https")).await;
    assert!(response.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    let (response, _) = ask(Request::get("/api/x/1")).await;
    assert!(!response.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
}

use axum::{Router, body::Body};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use shared::{instance::Meta, region::Region};
use tower::ServiceExt;

use super::*;
use crate::{router::router, testing::TestServer};

async fn get(router: &Router, path: &str, tag: Option<&HeaderValue>) -> (Response, Vec<u8>) {
    let mut request = Request::get(path);
    if let Some(tag) = tag {
        request = request.header(header::IF_NONE_MATCH, tag);
    }
    let response = router
        .clone()
        .oneshot(request.body(Body::empty()).expect("is a request"))
        .await
        .expect("always answers");
    let (parts, body) = response.into_parts();
    (
        Response::from_parts(parts, Body::empty()),
        body.collect().await.expect("comes whole").to_bytes().to_vec(),
    )
}

#[tokio::test]
async fn settings_are_sent_once_and_again_when_the_day_turns() {
    let server = TestServer::sqlite().await;
    let router = router(&server.state, &server.config);
    let (response, body) = get(&router, "/api/v1/meta", None).await;
    assert_eq!(response.headers()[header::CACHE_CONTROL], "no-cache");
    let meta: Meta = serde_json::from_slice(&body).unwrap();
    assert_eq!(meta.today.to_string(), "2026-06-10");
    assert!(!meta.sectors.is_empty() && !meta.regencies.is_empty());

    let tag = response.headers()[header::ETAG].clone();
    let (response, body) = get(&router, "/api/v1/meta", Some(&tag)).await;
    assert_eq!((response.status(), body.len()), (StatusCode::NOT_MODIFIED, 0));
    server.clock.advance(std::time::Duration::from_secs(24 * 60 * 60));
    let (response, _) = get(&router, "/api/v1/meta", Some(&tag)).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn regions_are_listed_level_by_level() {
    let server = TestServer::sqlite().await;
    let router = router(&server.state, &server.config);
    let (_, body) = get(&router, "/api/v1/regions/72", None).await;
    let regencies: Vec<Region> = serde_json::from_slice(&body).unwrap();
    assert_eq!(regencies.len(), 13);
    let (response, _) = get(&router, "/api/v1/regions/72.99", None).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    for bad in ["/api/v1/regions/7", "/api/v1/regions/palu", "/api/v1/regions/72%2F01"] {
        let (response, _) = get(&router, bad, None).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
}

#[tokio::test]
async fn the_operators_tools_are_answered() {
    let server = TestServer::sqlite().await;
    let router = router(&server.state, &server.config);
    for path in ["/healthz", "/readyz"] {
        let (response, _) = get(&router, path, None).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
    }
    let (_, body) = get(&router, "/metrics", None).await;
    let text = String::from_utf8(body).unwrap();
    assert!(text.contains("tanggap_requests_total{route=\"/readyz\",status=\"2xx\"} 1"), "{text}");
    server.state.db.close().await;
    let (response, _) = get(&crate::router::router(&server.state, &server.config), "/healthz", None).await;
    assert_eq!(response.status(), StatusCode::OK);
}

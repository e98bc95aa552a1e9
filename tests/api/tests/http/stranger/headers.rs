//! What every answer says about itself, and what another site's page may not do.

use reqwest::Method;
use server::testing::TestServer;
use shared::{
    api::{Endpoint, FileComplaint, GetComplaint, GetMeta, STREAM_PATH, fill},
    problem::ErrorCode,
};
use tests_api::{
    answer::Answer,
    client::Client,
    forms::filing,
    on_both,
    random::fresh_key,
    reporter::{Reporter, complaint},
    rows, wait,
};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; media-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

/// What browsers show or run, and answers that may be anything.
const SHOWN: [&str; 14] = [
    "/",
    "/adukan",
    "/lacak",
    "/lacak/ABC",
    "/rekap",
    "/rekap?as_of=x",
    "/panduan",
    "/gaya",
    "/petugas",
    "/petugas/masuk",
    "/none",
    "/assets/none.css",
    "/assets/none.js",
    "/healthz",
];

/// What nothing comes of in a browser, whether or not the pages are built.
const IDLE: [&str; 4] = ["/api/v1/meta", "/api/v1/none", "/api/v1/recap", "/api/v1/recap.csv"];

async fn every_answer_carries_the_headers(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for path in SHOWN {
        let answer = client.get(path).await;
        for (name, value) in [
            ("content-security-policy", POLICY),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            assert_eq!(answer.header(name), value, "{path} {name}");
        }
        assert!(answer.header("permissions-policy").contains("microphone=()"), "{path}");
        carries_what_all_carry(&client, path, &answer).await;
    }
    // A worker runs under these.
    let worker = client.get("/sw.js").await;
    assert_eq!(worker.header("content-security-policy"), POLICY);
    assert_eq!(worker.header("cross-origin-embedder-policy"), "require-corp");
    for path in IDLE {
        let answer = client.get(path).await;
        let policy = answer.header("content-security-policy");
        assert_eq!(policy, "default-src 'none'; frame-ancestors 'none'", "{path}");
        carries_what_all_carry(&client, path, &answer).await;
    }
}

async fn a_failure_that_is_shown_as_a_page_may_be_styled(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for path in ["/informasi/99999", "/informasi/x"] {
        let page = client.with("accept", "text/html").get(path).await.expect(404);
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert_eq!(page.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
    }
}

async fn carries_what_all_carry(client: &Client, path: &str, answer: &Answer) {
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
    // With forms, browsers must say where they come from; other sites learn nothing either way.
    let has_forms = path.starts_with("/adukan") || path.starts_with("/lacak");
    let referrer = if has_forms { "same-origin" } else { "no-referrer" };
    assert_eq!(answer.header("referrer-policy"), referrer, "{path}");
    assert!(!answer.headers.contains_key("server") && !answer.headers.contains_key("x-powered-by"));
    assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    assert!(!answer.headers.contains_key("access-control-allow-origin"), "{path}");
    // There is no TLS here, and nobody trusted says there is.
    assert!(!answer.headers.contains_key("strict-transport-security"), "{path}");
    let forged = client.with("x-forwarded-proto", "https").get(path).await;
    assert!(!forged.headers.contains_key("strict-transport-security"), "{path}");
}

async fn behind_tls_it_stays_there(server: &mut TestServer) {
    let engine = server.state.db.engine();
    let mut behind = TestServer::start(engine, |config| config.trust_forwarded = true).await;
    let answer = Client::new(&behind.url).with("x-forwarded-proto", "https").get("/api/v1/meta").await;
    assert!(answer.header("strict-transport-security").contains("max-age=63072000"));
    let page = Client::new(&behind.url).with("x-forwarded-proto", "https").get("/").await;
    assert!(page.header("strict-transport-security").contains("max-age=63072000"));
    assert_eq!(page.header("content-security-policy"), format!("{POLICY}; upgrade-insecure-requests"));
    behind.stop().await;
}

async fn personal_data_is_not_kept(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.send(&fresh_key(), &filing(1)).await.expect(201);
    assert_eq!(filed.header("cache-control"), "no-store");
    let filed = filed.to();
    let path = complaint(&filed);
    for answer in [
        reporter.client.get(&path).await.expect(200),
        reporter.client.holding(&filed.secret).get(&path).await.expect(200),
        reporter.client.holding("00000000000000000000000000").get(&path).await.expect(401),
        reporter.write(&filed, "Halo.").await.expect(200),
    ] {
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!answer.headers.contains_key("etag"));
    }
}

async fn another_sites_page_changes_nothing(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let before = rows::count(&server.state.db).await;
    let own = reporter.client.holding(&filed.secret).with("idempotency-key", &fresh_key());
    let withdrawal = fill("/api/v1/complaints/{code}/withdrawal", &[&filed.code]);
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "nonsense"),
        ("origin", "https://lain.example"),
        ("origin", "null"),
    ] {
        let foreign = own.with(name, value);
        foreign.post(FileComplaint::PATH, &filing(2)).await.refused(403, ErrorCode::Forbidden);
        foreign.post(&withdrawal, &serde_json::json!({})).await.refused(403, ErrorCode::Forbidden);
        foreign
            .post("/api/v1/uploads", &serde_json::json!({ "name": "a", "size": 1 }))
            .await
            .refused(403, ErrorCode::Forbidden);
        foreign.get(GetMeta::PATH).await.expect(200);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    own.with("origin", &server.url).post(FileComplaint::PATH, &filing(2)).await.expect(201);
}

async fn methods_that_are_none_are_refused(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::POST] {
        let answer = client.send(method.clone(), GetMeta::PATH, None).await;
        answer.refused(405, ErrorCode::MethodNotAllowed);
        assert!(answer.header("allow").contains("GET"), "{method}: {}", answer.header("allow"));
    }
    let answer = client.get(FileComplaint::PATH).await;
    answer.refused(405, ErrorCode::MethodNotAllowed);
    assert_eq!(answer.header("allow"), "POST");
    for method in ["TRACE", "CONNECTED", "get"] {
        let answer = client.send(Method::from_bytes(method.as_bytes()).unwrap(), "/", None).await;
        assert!(matches!(answer.status, 405 | 404 | 501), "{method}: {}", answer.status);
    }
}

async fn a_head_is_a_get_without_its_body(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for path in ["/", "/api/v1/meta", "/api/v1/openapi.json", "/healthz", "/none"] {
        let (get, head) = (client.get(path).await, client.send(Method::HEAD, path, None).await);
        assert_eq!(head.status, get.status, "{path}");
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
    }
}

async fn a_head_of_the_stream_ends_at_once(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let head = wait::within("the head", client.send(Method::HEAD, STREAM_PATH, None)).await.expect(200);
    assert_eq!(head.header("content-type"), "text/event-stream");
    wait::until("its going", || async { (server.state.live.clients() == 0).then_some(()) }).await;
}

async fn an_unknown_path_is_an_envelope_below_the_interface_and_a_page_elsewhere(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for path in ["/api/v1/none", "/api/v2/meta", "/api/", "/api/v1/", "/api/v1/meta/", "/api/v1//meta"] {
        client.get(path).await.refused(404, ErrorCode::NotFound);
        client.post(path, &serde_json::json!({})).await.refused(404, ErrorCode::NotFound);
    }
    for path in
        ["/none", "/assets/none.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/index.html.br", "/.env"]
    {
        let answer = client.get(path).await.expect(404);
        assert!(answer.header("content-type").starts_with("text/html"), "{path}");
        assert!(!answer.text().contains("[package]"));
    }
    let unknown = fill(GetComplaint::PATH, &["%2e%2e%2fmeta"]);
    client.get(&unknown).await.refused(422, ErrorCode::Invalid);
}

async fn pages_are_served_to_citizens_and_staff(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for (path, status) in [("/adukan", 200), ("/lacak", 200), ("/lacak/ABC-DEF-GHJ-K", 422)] {
        let answer = client.get(path).await.expect(status);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(answer.text().contains("<form"), "{path} works without scripts");
    }
    for path in ["/", "/lacak", "/rekap", "/panduan"] {
        let answer = client.get(path).await.expect(200);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(answer.text().contains("<main id=\"main\""), "{path}");
    }
    for path in ["/petugas", "/petugas/masuk"] {
        let answer = client.get(path).await;
        // Without built pages it says so; a release always has them.
        assert!(matches!(answer.status, 200 | 503), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(answer.text().contains("<html"), "{path}");
    }
}

on_both!(
    a_failure_that_is_shown_as_a_page_may_be_styled,
    every_answer_carries_the_headers,
    behind_tls_it_stays_there,
    personal_data_is_not_kept,
    another_sites_page_changes_nothing,
    methods_that_are_none_are_refused,
    a_head_is_a_get_without_its_body,
    a_head_of_the_stream_ends_at_once,
    an_unknown_path_is_an_envelope_below_the_interface_and_a_page_elsewhere,
    pages_are_served_to_citizens_and_staff,
);

//! The same filing sent again: nothing is lost and nothing doubled.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde_json::json;
use server::testing::TestServer;
use shared::problem::ErrorCode;
use tests_api::{
    forms::{filing, filing_with},
    on_both,
    random::fresh_key,
    reporter::Reporter,
    rows,
};

async fn a_repeat_gets_the_same_bytes(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let key = fresh_key();
    let first = reporter.send(&key, &filing(1)).await.expect(201);
    let after = rows::count(&server.state.db).await;
    // Later, when everything else would be another answer.
    server.clock.set("2026-07-01T02:00:00Z".parse().unwrap());
    for key in [key.clone(), key.to_uppercase()] {
        let repeat = reporter.send(&key, &filing(1)).await.expect(201);
        assert_eq!(repeat.body, first.body);
    }
    assert_eq!(rows::count(&server.state.db).await, after);
}

async fn a_repeat_is_known_after_a_restart(server: &mut TestServer) {
    let key = fresh_key();
    let first = Reporter::new(&server.url).send(&key, &filing(1)).await.expect(201);
    server.restart().await;
    let repeat = Reporter::new(&server.url).send(&key, &filing(1)).await.expect(201);
    assert_eq!(repeat.body, first.body);
}

async fn a_key_serves_one_body(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let key = fresh_key();
    reporter.send(&key, &filing(1)).await.expect(201);
    let after = rows::count(&server.state.db).await;
    reporter.send(&key, &filing(2)).await.refused(422, ErrorCode::KeyReused);
    // Neither does another body that is bad hide behind the key.
    let bad = filing_with(1, json!({ "title": "" }));
    reporter.send(&key, &bad).await.refused(422, ErrorCode::KeyReused);
    // The order of fields is no other body.
    let text = filing(1);
    let turned = {
        let fields: Vec<_> =
            text.as_object().unwrap().iter().rev().map(|(k, v)| format!("{k:?}:{v}")).collect();
        format!("{{{}}}", fields.join(","))
    };
    let client = reporter.client.with("idempotency-key", &key);
    let body = Some(("application/json", turned.into()));
    client.send(reqwest::Method::POST, "/api/v1/complaints", body).await.expect(201);
    assert_eq!(rows::count(&server.state.db).await, after);
}

async fn twenty_at_once_are_one(server: &mut TestServer) {
    let key = fresh_key();
    let before = rows::count(&server.state.db).await;
    let sends = (0..20).map(|_| {
        let (reporter, key) = (Reporter::new(&server.url), key.clone());
        async move { reporter.send(&key, &filing(1)).await }
    });
    let answers = join_all(sends).await;
    let bodies: BTreeSet<_> = answers.into_iter().map(|answer| answer.expect(201).body).collect();
    assert_eq!(bodies.len(), 1);
    let after = rows::count(&server.state.db).await;
    for table in ["complaint", "complaint_text", "event", "spell", "idempotency", "revision"] {
        assert_eq!(after[table], before[table] + 1, "{table}");
    }
}

async fn twenty_bodies_at_once_under_one_key_are_one(server: &mut TestServer) {
    let key = fresh_key();
    let sends = (0..20).map(|number| {
        let (reporter, key) = (Reporter::new(&server.url), key.clone());
        async move { reporter.send(&key, &filing(number)).await }
    });
    let answers = join_all(sends).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        answer.refused(422, ErrorCode::KeyReused);
    }
    assert_eq!(rows::number(&server.state.db, "select count(*) from complaint").await, 1);
}

async fn a_refused_filing_leaves_its_key_free(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let key = fresh_key();
    let bad = filing_with(1, json!({ "title": " " }));
    reporter.send(&key, &bad).await.blames(422, ErrorCode::Invalid, &["title required"]);
    let missing = filing_with(1, json!({ "files": ["0".repeat(32)] }));
    reporter.send(&key, &missing).await.blames(422, ErrorCode::Invalid, &["files.0 not_uploaded"]);
    reporter.send(&key, &filing(1)).await.expect(201);
}

on_both!(
    a_repeat_gets_the_same_bytes,
    a_repeat_is_known_after_a_restart,
    a_key_serves_one_body,
    twenty_at_once_are_one,
    twenty_bodies_at_once_under_one_key_are_one,
    a_refused_filing_leaves_its_key_free,
);

//! Filings whose fields break a rule: each is told by field, in both languages, and leaves nothing behind.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::problem::ErrorCode;
use tests_api::{
    forms::{filing, filing_with},
    on_both,
    random::fresh_key,
    reporter::Reporter,
    rows,
};

async fn check(server: &TestServer, cases: Vec<(Value, Vec<&str>)>) {
    let reporter = Reporter::new(&server.url);
    reporter.file(&filing(0)).await;
    let before = rows::count(&server.state.db).await;
    for (changes, problems) in cases {
        let filing = filing_with(1, changes);
        let answer = reporter.send(&fresh_key(), &filing).await;
        let envelope = answer.blames(422, ErrorCode::Invalid, &problems);
        assert_eq!(envelope.message, "Ada isian yang perlu diperbaiki.");
        let english = Reporter { client: reporter.client.in_english() };
        let told = english.send(&fresh_key(), &filing).await.blames(422, ErrorCode::Invalid, &problems);
        assert_eq!(told.message, "Some fields need another look.");
        for (one, other) in envelope.problems.iter().zip(&told.problems) {
            assert_ne!(one.message, other.message);
        }
        assert_eq!(rows::count(&server.state.db).await, before, "{filing}");
    }
}

fn long(length: usize) -> String {
    "a".repeat(length)
}

async fn empty_fields(server: &mut TestServer) {
    let required = |name: &str| json!({ name: "" });
    check(
        server,
        vec![
            (required("class"), vec!["class required"]),
            (required("title"), vec!["title required"]),
            (json!({ "title": " \t " }), vec!["title required"]),
            // Five characters that nobody sees.
            (json!({ "title": "\u{200b}\u{200b}\u{2060}\u{2060}\u{ad}" }), vec!["title required"]),
            (required("content"), vec!["content required"]),
            (json!({ "region": null }), vec!["region required"]),
            (json!({ "region": "", "place": "  " }), vec!["region required"]),
            (
                json!({ "class": "", "title": "", "content": "", "region": "" }),
                vec!["class required", "title required", "content required", "region required"],
            ),
            (json!({ "files": [""] }), vec!["files.0 not_uploaded"]),
        ],
    )
    .await;
}

async fn short_and_oversized_fields(server: &mut TestServer) {
    check(
        server,
        vec![
            (json!({ "title": "abcd" }), vec!["title too_short"]),
            (json!({ "title": long(151) }), vec!["title too_long"]),
            (json!({ "content": long(19) }), vec!["content too_short"]),
            (json!({ "content": long(5_001) }), vec!["content too_long"]),
            (json!({ "place": long(301) }), vec!["place too_long"]),
            (json!({ "reporter": { "name": long(101) } }), vec!["reporter.name too_long"]),
            (json!({ "reporter": { "phone": "0".repeat(16) } }), vec!["reporter.phone not_a_phone"]),
            (
                json!({ "reporter": { "email": format!("{}@b.id", long(250)) } }),
                vec!["reporter.email too_long"],
            ),
            (json!({ "class": long(1_000) }), vec!["class unknown_value"]),
            (json!({ "sector": long(10_000) }), vec!["sector unknown_value"]),
            (json!({ "event_date": long(10_000) }), vec!["event_date not_a_date"]),
        ],
    )
    .await;
    // At their limits they are taken, counted in characters and not in bytes.
    let most = json!({ "title": "é".repeat(150), "content": "界".repeat(5_000), "place": "é".repeat(300) });
    Reporter::new(&server.url).file(&filing_with(2, most)).await;
}

async fn control_characters(server: &mut TestServer) {
    check(
        server,
        vec![
            (json!({ "title": "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}" }), vec!["title control_characters"]),
            (json!({ "title": "Lampu\u{0}padam" }), vec!["title control_characters"]),
            (json!({ "title": "Lampu\npadam" }), vec!["title control_characters"]),
            (json!({ "title": "Lampu \u{202e}madap" }), vec!["title control_characters"]),
            (json!({ "title": "Lampu \u{7f} padam" }), vec!["title control_characters"]),
            (
                json!({ "content": "Lampu jalan padam \u{0} sejak pekan lalu." }),
                vec!["content control_characters"],
            ),
            (json!({ "place": "Depan\u{1b}[2Jpasar" }), vec!["place control_characters"]),
            (json!({ "reporter": { "name": "Warga\u{0}" } }), vec!["reporter.name control_characters"]),
        ],
    )
    .await;
}

async fn impossible_and_future_dates(server: &mut TestServer) {
    let date = |day: &str| json!({ "event_date": day });
    check(
        server,
        vec![
            (date("2026-06-11"), vec!["event_date in_future"]),
            (date("9999-12-31"), vec!["event_date in_future"]),
            (date("2026-02-30"), vec!["event_date not_a_date"]),
            (date("2025-02-29"), vec!["event_date not_a_date"]),
            (date("2026-13-01"), vec!["event_date not_a_date"]),
            (date("2026-00-10"), vec!["event_date not_a_date"]),
            (date("10-06-2026"), vec!["event_date not_a_date"]),
            (date("2026-6-1"), vec!["event_date not_a_date"]),
            (date("kemarin"), vec!["event_date not_a_date"]),
            (date("1926-01-01"), vec!["event_date too_old"]),
        ],
    )
    .await;
    // Today is no future, by the local calendar: at 16:00 UTC the next day begins in Palu.
    let reporter = Reporter::new(&server.url);
    reporter.file(&filing_with(2, date("2026-06-10"))).await;
    server.clock.set("2026-06-10T16:00:00Z".parse().unwrap());
    reporter.file(&filing_with(3, date("2026-06-11"))).await;
    reporter.file(&filing_with(4, date("2024-02-29"))).await;
}

async fn unknown_sector_region_and_class(server: &mut TestServer) {
    check(
        server,
        vec![
            (json!({ "class": "report" }), vec!["class unknown_value"]),
            (json!({ "class": "Complaint" }), vec!["class unknown_value"]),
            (json!({ "sector": "gosip" }), vec!["sector unknown_value"]),
            (json!({ "sector": "listrik' or '1'='1" }), vec!["sector unknown_value"]),
            (json!({ "region": "73.01" }), vec!["region unknown_value"]),
            (json!({ "region": "72.99" }), vec!["region unknown_value"]),
            (json!({ "region": "../72" }), vec!["region unknown_value"]),
        ],
    )
    .await;
}

async fn impossible_places_and_people(server: &mut TestServer) {
    let point =
        |latitude: f64, longitude: f64| json!({ "point": { "latitude": latitude, "longitude": longitude } });
    check(
        server,
        vec![
            (point(90.1, 0.0), vec!["point not_a_point"]),
            (point(0.0, -180.1), vec!["point not_a_point"]),
            (point(1e300, 1e300), vec!["point not_a_point"]),
            (json!({ "reporter": { "phone": "rumah" } }), vec!["reporter.phone not_a_phone"]),
            (json!({ "reporter": { "phone": "0451" } }), vec!["reporter.phone not_a_phone"]),
            (json!({ "reporter": { "email": "warga" } }), vec!["reporter.email not_an_email"]),
            (json!({ "reporter": { "email": "a@b@c.id" } }), vec!["reporter.email not_an_email"]),
            (
                json!({ "title": "", "event_date": "x", "reporter": { "phone": "x", "email": "y" } }),
                vec![
                    "title required",
                    "event_date not_a_date",
                    "reporter.phone not_a_phone",
                    "reporter.email not_an_email",
                ],
            ),
        ],
    )
    .await;
}

async fn unknown_fields_and_wrong_types(server: &mut TestServer) {
    check(
        server,
        vec![
            (json!({ "titel": "Lampu" }), vec!["titel unknown_field"]),
            (json!({ "stage": "closed" }), vec!["stage unknown_field"]),
            (json!({ "published": true }), vec!["published unknown_field"]),
            (json!({ "reporter": { "nik": "7271" } }), vec!["reporter.nik unknown_field"]),
            (json!({ "title": 5 }), vec!["title wrong_type"]),
            (json!({ "title": null }), vec!["title wrong_type"]),
            (json!({ "anonymous": "no" }), vec!["anonymous wrong_type"]),
            (json!({ "anonymous": null }), vec!["anonymous wrong_type"]),
            (json!({ "files": "a" }), vec!["files wrong_type"]),
            (json!({ "files": [1] }), vec!["files.0 wrong_type"]),
            (json!({ "point": "0,0" }), vec!["point wrong_type"]),
            (json!({ "point": { "latitude": 1 } }), vec!["point.longitude required"]),
            (json!({ "reporter": "Warga" }), vec!["reporter wrong_type"]),
        ],
    )
    .await;
}

on_both!(
    empty_fields,
    short_and_oversized_fields,
    control_characters,
    impossible_and_future_dates,
    unknown_sector_region_and_class,
    impossible_places_and_people,
    unknown_fields_and_wrong_types,
);

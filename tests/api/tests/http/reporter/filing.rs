//! Filing, and what the receipt promises.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    api::{Endpoint, FileComplaint},
    calendar::Certainty,
    complaint::{Filed, Secret, Stage, TrackingCode},
    problem::ErrorCode,
    regulation::{Deadline, Step},
};
use tests_api::{
    client::Client,
    forms::{filing, filing_with},
    on_both,
    random::fresh_key,
    reporter::Reporter,
    rows,
};

async fn a_receipt_has_code_secret_stage_and_deadlines(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let answer = reporter.send(&fresh_key(), &filing(1)).await.expect(201);
    let body = answer.json();
    assert_eq!(body["deadlines"][0]["step"], "verify_and_dispose");
    assert_eq!(body["deadlines"][0]["due_on"], "2026-06-15");
    let filed: Filed = answer.to();
    assert_eq!(TrackingCode::parse(&filed.code).unwrap().to_string(), filed.code);
    assert_eq!(Secret::parse(&filed.secret).unwrap().as_str(), filed.secret);
    assert_eq!((filed.stage, filed.sealed), (Stage::Received, false));
    assert_eq!(filed.received_on.to_string(), "2026-06-10");
    let other = reporter.file(&filing(2)).await;
    assert!(other.code != filed.code && other.secret != filed.secret);
}

/// When it is filed, as which kind, on which local day it counts, and by when it must be forwarded and done.
const DATES: [(&str, &str, &str, &str, &str, Certainty); 8] = [
    // Over the holiday of 16 June.
    ("2026-06-10T02:00:00Z", "complaint", "2026-06-10", "2026-06-15", "2026-07-01", Certainty::Known),
    ("2026-06-10T02:00:00Z", "aspiration", "2026-06-10", "2026-06-15", "2026-06-18", Certainty::Known),
    (
        "2026-06-10T02:00:00Z",
        "information_request",
        "2026-06-10",
        "2026-06-15",
        "2026-06-18",
        Certainty::Known,
    ),
    ("2026-06-10T02:00:00Z", "supervisory", "2026-06-10", "2026-06-15", "2026-09-07", Certainty::Known),
    // Friday in London is Saturday in Palu; day one is Monday.
    ("2026-06-12T15:59:59Z", "complaint", "2026-06-12", "2026-06-18", "2026-07-03", Certainty::Known),
    ("2026-06-12T16:00:00Z", "complaint", "2026-06-13", "2026-06-18", "2026-07-03", Certainty::Known),
    // Over Christmas, joint leave and a year whose holidays are estimated.
    ("2026-12-23T02:00:00Z", "complaint", "2026-12-23", "2026-12-30", "2027-01-18", Certainty::Estimated),
    // A year without data knows weekends alone.
    ("2028-01-10T02:00:00Z", "complaint", "2028-01-10", "2028-01-13", "2028-01-28", Certainty::NoData),
];

async fn deadlines_are_exact(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for (number, (at, kind, received_on, forwarded, done, certainty)) in DATES.into_iter().enumerate() {
        server.clock.set(at.parse().unwrap());
        let supervisory = kind == "supervisory";
        let class = if supervisory { "complaint" } else { kind };
        let changes = json!({ "class": class, "about_officials": supervisory });
        let filed = reporter.file(&filing_with(number as u64, changes)).await;
        assert_eq!(filed.received_on.to_string(), received_on, "{at} {kind}");
        let due = |step: Step| {
            let deadline: &Deadline = filed.deadlines.iter().find(|one| one.step == step).unwrap();
            deadline.due_on.map(|day| day.to_string())
        };
        assert_eq!(due(Step::VerifyAndDispose).as_deref(), Some(forwarded), "{at} {kind}");
        assert_eq!(due(Step::Done).as_deref(), Some(done), "{at} {kind}");
        // Its clock starts with the disposition.
        assert_eq!(due(Step::FirstFollowUp), None, "{at} {kind}");
        let done = filed.deadlines.iter().find(|one| one.step == Step::Done).unwrap();
        assert_eq!(done.certainty, certainty, "{at} {kind}");
        assert!(!done.confirmed, "nobody has confirmed the profile yet");
        let seen = reporter.own_view(&filed).await;
        assert_eq!(seen.deadlines, filed.deadlines, "{at} {kind}");
    }
}

async fn people_are_anonymous_unless_they_say_otherwise(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let check = async |changes, anonymous, confidential| {
        let filed = reporter.file(&filing_with(1, changes)).await;
        let own = reporter.own_view(&filed).await.own.unwrap();
        assert_eq!((own.anonymous, own.confidential), (anonymous, confidential));
    };
    check(json!({}), true, false).await;
    check(json!({ "anonymous": false }), false, false).await;
    check(json!({ "anonymous": true, "confidential": true }), true, true).await;
    check(json!({ "reporter": { "name": "Warga Rekaan" } }), true, false).await;
}

async fn a_filing_needs_a_key(server: &mut TestServer) {
    let before = rows::count(&server.state.db).await;
    let stranger = Client::new(&server.url);
    let answer = stranger.post(FileComplaint::PATH, &filing(1)).await;
    answer.blames(400, ErrorCode::Malformed, &["idempotency-key required"]);
    for bad in
        ["", "1", "not a key", "0191d8c0-7c3f-7b2e-9f31-5b1c2d3e4f5g", "0191d8c07c3f7b2e9f315b1c2d3e4f50"]
    {
        let answer = Reporter::new(&server.url).send(bad, &filing(1)).await;
        answer.blames(400, ErrorCode::Malformed, &["idempotency-key wrong_type"]);
    }
    let answer = stranger.with("idempotency-key", "{0191d8c0-7c3f-7b2e-9f31-5b1c2d3e4f50}");
    answer.post(FileComplaint::PATH, &filing(1)).await.refused(400, ErrorCode::Malformed);
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn every_way_of_saying_where_is_kept(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let point = json!({ "latitude": -0.8917, "longitude": 119.8707 });
    let changes = json!({ "region": "72.71.01.1004", "point": point, "place": "Depan pasar", "event_date": "2026-06-09" });
    let filed = reporter.file(&filing_with(1, changes)).await;
    let own = reporter.own_view(&filed).await.own.unwrap();
    let region = own.region.unwrap();
    assert!(region.ends_with("Kota Palu") && region.matches(", ").count() == 2, "{region}");
    assert_eq!(own.point.map(|point| (point.latitude, point.longitude)), Some((-0.8917, 119.8707)));
    assert_eq!(own.place.as_deref(), Some("Depan pasar"));
    assert_eq!(own.event_date.map(|day| day.to_string()).as_deref(), Some("2026-06-09"));
}

on_both!(
    a_receipt_has_code_secret_stage_and_deadlines,
    deadlines_are_exact,
    people_are_anonymous_unless_they_say_otherwise,
    a_filing_needs_a_key,
    every_way_of_saying_where_is_kept,
);

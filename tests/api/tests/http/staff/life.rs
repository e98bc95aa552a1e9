//! One complaint's whole life as its citizen and three offices live it, and what the recap says of each of its days.

use std::time::Duration;

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{
        AcceptCase, AnswerCase, CheckCase, DisposeCase, Endpoint, GetRecap, PHOTO_PATH, PublishCase,
        SampleCase, VerifyCase, fill,
    },
    complaint::{EntryKind, Filed, Stage},
    recap::Recap,
};
use tests_api::{
    client::Client, forms::filing_with, office, on_both, pictures, reporter::Reporter, rows, staff::Staff,
    wait::until,
};

const CONTENT: &str = "Lampu di depan pasar padam sejak dua pekan. Hubungi 0812-3456-7890.";

/// Some days pass; people sign in anew.
async fn after(server: &TestServer, days: u64) -> (Staff, Staff) {
    server.clock.advance(Duration::from_secs(days * 24 * 60 * 60));
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    (coordinator, Staff::with(server, Role::Liaison, Some("esdm")).await)
}

async fn a_whole_life(server: &mut TestServer) {
    office::sample(server, true).await;
    server.clock.set("2026-06-10T02:00:00Z".parse().unwrap());
    let reporter = Reporter::new(&server.url);
    let photo = reporter.upload("foto.jpg", &pictures::jpeg_with_position(400, 300)).await;
    let what = json!({ "content": CONTENT, "files": [photo], "reporter": { "name": "Kirana Contoh" } });
    let filed = reporter.file(&filing_with(1, what)).await;

    let (coordinator, liaison) = after(server, 1).await;
    coordinator.just(VerifyCase::PATH, &filed).await;
    let title = coordinator.case(&filed).await.title.unwrap();
    let black = CONTENT.replace("0812-3456-7890", &"█".repeat(14));
    let face = json!([{ "left": 100, "top": 60, "width": 80, "height": 80 }]);
    let publication = json!({ "title": title, "content": black, "photos": [{ "id": photo, "boxes": face }] });
    coordinator.order(PublishCase::PATH, &filed, publication).await;
    coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm" })).await;
    assert_eq!(reporter.public_view(&filed).await.content.as_deref(), Some(&*black));
    let seen = liaison.case(&filed).await;
    assert_eq!((seen.files.len(), seen.public_photos.len()), (0, 1), "the agency sees what everyone does");
    let public = fill(PHOTO_PATH, &[&filed.code, &seen.public_photos[0].id]);
    let covered = image::load_from_memory(&reporter.client.get(&public).await.expect(200).body).unwrap();
    assert!(covered.into_rgb8().get_pixel(140, 100).0.iter().all(|part| *part < 8), "the face is black");

    let (_, liaison) = after(server, 1).await;
    liaison.just(AcceptCase::PATH, &filed).await;
    liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Lampu sudah diganti." })).await;
    server.clock.advance(Duration::from_secs(24 * 60 * 60));
    reporter.refuse(&filed, "Satu tiang masih padam.").await.expect(200);
    let (_, liaison) = after(server, 3).await;
    liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Semua menyala." })).await;

    // Time passes: the last day of the window is still the reporter's.
    let until_day = reporter.own_view(&filed).await.own.unwrap().reply_until.unwrap();
    server.clock.set(format!("{until_day}T15:59:59Z").parse().unwrap());
    upkeep::once(&server.state).await.unwrap();
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Answered);
    server.clock.set(format!("{until_day}T16:00:00Z").parse().unwrap());
    upkeep::once(&server.state).await.unwrap();
    let closed_on = until_day.plus(1);
    assert_eq!(reporter.own_view(&filed).await.stage, Stage::Closed);

    let (coordinator, _) = after(server, 1).await;
    let checker = Staff::with(server, Role::Liaison, Some("dinkes")).await;
    coordinator.order(SampleCase::PATH, &filed, json!({ "name": checker.name })).await;
    let found = json!({ "outcome": "confirmed", "text": "Didatangi, semua menyala." });
    checker.order(CheckCase::PATH, &filed, found).await;

    let kinds: Vec<_> = reporter.own_view(&filed).await.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(
        kinds,
        [
            EntryKind::Received,
            EntryKind::Verified,
            EntryKind::Disposed,
            EntryKind::Begun,
            EntryKind::Answered,
            EntryKind::Refused,
            EntryKind::Answered,
            EntryKind::ClosedByTime,
        ]
    );
    let client = &coordinator.client;
    for (day, stage) in [
        ("2026-06-10".to_owned(), Stage::Received),
        ("2026-06-11".to_owned(), Stage::Disposed),
        ("2026-06-12".to_owned(), Stage::Answered),
        ("2026-06-13".to_owned(), Stage::InProgress),
        ("2026-06-15".to_owned(), Stage::InProgress),
        ("2026-06-16".to_owned(), Stage::Answered),
        (until_day.to_string(), Stage::Answered),
        (closed_on.to_string(), Stage::Closed),
    ] {
        tells(client, &day, stage).await;
    }
    no_trace(server, &filed).await;
    rows::verify_clean(server).await;
}

/// The recap as of a day has the one complaint in a stage, and in no other.
async fn tells(client: &Client, day: &str, stage: Stage) {
    let address = format!("{}?by=stage&as_of={day}", GetRecap::PATH);
    until(&format!("{stage} on {day}"), async || {
        let recap: Recap = client.get(&address).await.expect(200).to();
        let there = recap.rows.iter().filter(|row| row.count > 0);
        let there: Vec<_> = there.map(|row| (row.key.as_str(), row.count)).collect();
        (there == [(stage.as_str(), 1)]).then_some(())
    })
    .await;
}

/// What was blacked out is in no public answer.
async fn no_trace(server: &TestServer, filed: &Filed) {
    let anyone = Client::new(&server.url);
    for address in [
        format!("/api/v1/complaints/{}", filed.code),
        format!("/lacak/{}", filed.code),
        "/api/v1/waiting".to_owned(),
        "/api/v1/recap/board".to_owned(),
        "/rekap".to_owned(),
    ] {
        let text = anyone.get(&address).await.text();
        assert!(!text.contains("0812") && !text.contains("Kirana"), "{address}");
    }
}

on_both!(a_whole_life);

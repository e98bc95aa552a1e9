//! Cases about the same thing: found, and joined so that both receipts lead on.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{DisposeCase, Endpoint, MergeCase},
    complaint::{ArchiveReason, EntryKind, Filed, Stage},
    problem::{ErrorCode, Problem},
    recap::Recap,
};
use std::time::Duration;
use tests_api::{forms::filing_with, on_both, reporter::Reporter, rows, staff::Staff, wait::until};

/// A complaint about a street lamp, or about what else is written.
async fn file(reporter: &Reporter, number: u64, title: &str, content: &str) -> Filed {
    let what = json!({
        "title": title, "content": content, "sector": "listrik", "region": "72.71.01",
    });
    reporter.file(&filing_with(number, what)).await
}

const LAMP: (&str, &str) = ("Lampu pasar padam", "Lampu di depan pasar contoh padam sejak dua pekan lalu.");

async fn what_says_the_same_is_joined(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let early = file(&reporter, 1, LAMP.0, LAMP.1).await;
    server.clock.advance(Duration::from_secs(20 * 24 * 60 * 60));
    let coordinator_later = Staff::with(server, Role::Coordinator, None).await;
    let first = file(&reporter, 2, LAMP.0, LAMP.1).await;
    file(&reporter, 3, "Meteran dicatat keliru", "Petugas tidak datang ke rumah kami bulan ini.").await;
    let second =
        file(&reporter, 4, "Gelap di pasar", "Depan pasar contoh gelap, lampu padam dua pekan.").await;
    drop(coordinator);
    let coordinator = coordinator_later;

    let similar = coordinator.case(&second).await.similar;
    let codes: Vec<_> = similar.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, [first.code.as_str()], "neither another thing nor one of long ago ({})", early.code);
    assert!(similar[0].words.contains(&"padam".to_owned()) && similar[0].title == LAMP.0);

    let body = json!({ "into": first.code, "text": "Sudah dilaporkan tetangga Anda." });
    let case = coordinator.order(MergeCase::PATH, &second, body).await;
    assert_eq!((case.stage, case.archive_reason), (Stage::Archived, Some(ArchiveReason::Merged)));
    assert_eq!(case.merged_into.as_deref(), Some(&*first.code));
    let own = reporter.own_view(&second).await;
    assert_eq!((own.stage, own.merged_into.as_deref()), (Stage::Archived, Some(&*first.code)));
    let last = own.entries.last().unwrap();
    assert_eq!(
        (last.kind, last.text.as_deref()),
        (EntryKind::Archived, Some("Sudah dilaporkan tetangga Anda."))
    );
    assert_eq!(reporter.public_view(&second).await.merged_into.as_deref(), Some(&*first.code));
    assert_eq!(reporter.own_view(&first).await.stage, Stage::Received, "the other one goes on");
    assert_eq!(coordinator.case(&first).await.entries.pop().unwrap().kind, "joined");
    until("a recap in which one of the four is in no total any more", async || {
        let recap: Recap = coordinator.client.get("/api/v1/recap").await.expect(200).to();
        (recap.total == 3).then_some(())
    })
    .await;
    rows::verify_clean(server).await;
}

async fn what_cannot_be_joined_is_told(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = file(&reporter, 1, LAMP.0, LAMP.1).await;
    let archived = file(&reporter, 2, LAMP.0, LAMP.1).await;
    reporter.withdraw(&archived).await.expect(200);
    let sealed = reporter.file(&filing_with(3, json!({ "about_officials": true }))).await;
    let version = coordinator.case(&filed).await.version;
    let before = rows::count(&server.state.db).await;
    for (into, problem) in [
        (filed.code.as_str(), Problem::UnknownValue),
        (archived.code.as_str(), Problem::UnknownValue),
        // Whether it is there is not told.
        (sealed.code.as_str(), Problem::UnknownValue),
        ("ABC-DEF", Problem::MistypedCode),
        ("", Problem::Required),
    ] {
        let body = json!({ "into": into, "text": "Sama." });
        let refused = coordinator.command(MergeCase::PATH, &filed, version, &body).await;
        let problems = refused.refused(422, ErrorCode::Invalid).problems;
        assert_eq!((&*problems[0].field, problems[0].problem), ("into", problem), "{into}");
    }
    assert_eq!(rows::count(&server.state.db).await, before);
    let other = file(&reporter, 4, LAMP.0, LAMP.1).await;
    let case = coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm" })).await;
    let body = json!({ "into": other.code, "text": "Sama." });
    coordinator.command(MergeCase::PATH, &filed, case.version, &body).await.refused(409, ErrorCode::Conflict);
}

/// Two who join two cases to each other at once: one of both goes on.
async fn two_joined_to_each_other_leave_one(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    for number in 0..8 {
        let one = file(&reporter, number * 2 + 1, LAMP.0, LAMP.1).await;
        let other = file(&reporter, number * 2 + 2, LAMP.0, LAMP.1).await;
        let body = |into: &Filed| json!({ "into": into.code, "text": "Sama." });
        let (there, back) = (body(&other), body(&one));
        let (there, back) = tokio::join!(
            coordinator.command(MergeCase::PATH, &one, 1, &there),
            coordinator.command(MergeCase::PATH, &other, 1, &back)
        );
        let mut statuses = [there.status, back.status];
        statuses.sort_unstable();
        assert_eq!(statuses[0], 200, "{} {}", there.text(), back.text());
        assert!(matches!(statuses[1], 409 | 422), "{} {}", there.text(), back.text());
        let stages = [reporter.own_view(&one).await.stage, reporter.own_view(&other).await.stage];
        assert!(stages.contains(&Stage::Archived) && stages.contains(&Stage::Received), "{stages:?}");
    }
    rows::verify_clean(server).await;
}

on_both!(what_says_the_same_is_joined, what_cannot_be_joined_is_told, two_joined_to_each_other_leave_one);

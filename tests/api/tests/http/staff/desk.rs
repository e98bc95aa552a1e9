//! A case from its arrival to its end, as the offices work it and its reporter sees it.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::{CaseAction, Role},
    api::{
        AcceptCase, AnswerCase, ArchiveCase, AskReporter, AssignCase, DisposeCase, EditCase, Endpoint,
        GetCase, NoteOnCase, PostponeCase, ResumeCase, ReturnCase, SealCase, VerifyCase, fill,
    },
    complaint::{ArchiveReason, Class, EntryKind, Stage},
    problem::ErrorCode,
};
use tests_api::{
    forms::{filing, filing_with},
    on_both, pictures,
    reporter::Reporter,
    rows,
    staff::Staff,
};

async fn the_whole_way_to_an_answer(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;

    let case = coordinator.case(&filed).await;
    assert_eq!(case.title.as_deref(), Some("Lampu jalan padam nomor 1"));
    assert!(case.actions.contains(&CaseAction::Verify) && !case.actions.contains(&CaseAction::Answer));
    assert_eq!(case.due.unwrap().days_left, 3);
    assert_eq!(case.suggestions[0].agency, "esdm");
    let address = fill(GetCase::PATH, &[&filed.code]);
    let refused = liaison.client.get(&address).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("other_agency"));

    let case = coordinator.order(VerifyCase::PATH, &filed, json!({ "class": "aspiration" })).await;
    assert_eq!((case.stage, case.class), (Stage::Verified, Class::Aspiration));
    let edit = json!({ "class": "complaint", "sector": "infrastruktur_jalan", "region": "72.71.01" });
    let case = coordinator.order(EditCase::PATH, &filed, edit).await;
    assert_eq!((case.class, case.sector.as_deref()), (Class::Complaint, Some("infrastruktur_jalan")));
    assert_eq!(case.suggestions[0].agency, "bina_marga");
    let disposal = json!({ "agency": "esdm", "text": "Mohon dicek bersama PLN." });
    let case = coordinator.order(DisposeCase::PATH, &filed, disposal).await;
    assert_eq!((case.stage, case.agency.as_deref()), (Stage::Disposed, Some("esdm")));
    assert!(!case.actions.contains(&CaseAction::Dispose));

    let case = liaison.just(AcceptCase::PATH, &filed).await;
    assert_eq!(case.stage, Stage::InProgress);
    let told = case.entries.iter().find(|entry| entry.kind == "disposed").unwrap();
    assert!(told.is_internal && told.text.as_deref() == Some("Mohon dicek bersama PLN."));
    assert_eq!(told.by.as_deref(), Some(&*format!("Petugas Contoh {}", coordinator.name)));
    let case = liaison.order(AssignCase::PATH, &filed, json!({ "name": liaison.name })).await;
    assert_eq!(case.assigned.unwrap().name, liaison.name);
    liaison.order(NoteOnCase::PATH, &filed, json!({ "text": "Trafo diganti besok." })).await;
    liaison.order(AskReporter::PATH, &filed, json!({ "text": "Tiang nomor berapa?" })).await;
    let proof = reporter.upload("bukti.png", &pictures::png(8, 8)).await;
    let answer = json!({ "text": "Lampu sudah menyala.", "files": [proof] });
    let case = liaison.order(AnswerCase::PATH, &filed, answer).await;
    assert_eq!((case.stage, case.due), (Stage::Answered, None));

    let own = reporter.own_view(&filed).await;
    let texts: Vec<_> = own.entries.iter().filter_map(|entry| entry.text.as_deref()).collect();
    assert_eq!(texts, ["Tiang nomor berapa?", "Lampu sudah menyala."], "notes are the staff's own");
    assert_eq!(own.entries.last().unwrap().files.len(), 1);
    reporter.refuse(&filed, "Masih padam.").await.expect(200);
    let case = liaison.case(&filed).await;
    assert_eq!(case.stage, Stage::InProgress);
    assert_eq!(case.entries.last().unwrap().text.as_deref(), Some("Masih padam."));
    liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Kabel diganti." })).await;
    reporter.accept(&filed).await.expect(200);
    assert_eq!(liaison.case(&filed).await.entries.last().unwrap().stars, Some(4));
    assert_eq!(liaison.case(&filed).await.stage, Stage::Closed);
    rows::verify_clean(server).await;
}

async fn other_ways(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let filed = reporter.file(&filing(1)).await;
    let case = coordinator.order(PostponeCase::PATH, &filed, json!({ "text": "Di tiang mana?" })).await;
    assert_eq!((case.stage, case.due), (Stage::Postponed, None), "the clock stands still");
    assert_eq!(
        reporter.own_view(&filed).await.entries.last().unwrap().text.as_deref(),
        Some("Di tiang mana?")
    );
    reporter.write(&filed, "Tiang tujuh.").await.expect(200);
    let case = coordinator.just(ResumeCase::PATH, &filed).await;
    assert!(case.stage == Stage::Verified && case.due.is_some());
    coordinator.order(DisposeCase::PATH, &filed, json!({ "agency": "esdm" })).await;
    let case = liaison.order(ReturnCase::PATH, &filed, json!({ "text": "Jalan kabupaten." })).await;
    assert_eq!((case.stage, case.agency), (Stage::OutsideJurisdiction, None));
    let archiving = json!({ "reason": "outside_jurisdiction", "text": "Sampaikan kepada kabupaten." });
    let case = coordinator.order(ArchiveCase::PATH, &filed, archiving).await;
    assert_eq!(
        (case.stage, case.archive_reason),
        (Stage::Archived, Some(ArchiveReason::OutsideJurisdiction))
    );
    let last = reporter.own_view(&filed).await.entries.pop().unwrap();
    assert_eq!((last.kind, last.text.as_deref()), (EntryKind::Archived, Some("Sampaikan kepada kabupaten.")));
    rows::verify_clean(server).await;
}

async fn the_sealed_lane(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let filed = reporter.file(&filing_with(1, json!({ "about_officials": true }))).await;
    let address = fill(GetCase::PATH, &[&filed.code]);
    let refused = coordinator.client.get(&address).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(refused.rule.as_deref(), Some("sealed"));
    inspector.just(VerifyCase::PATH, &filed).await;
    let case = inspector.order(AnswerCase::PATH, &filed, json!({ "text": "Diperiksa." })).await;
    assert_eq!(case.stage, Stage::Answered);

    // What the coordinator finds to be about officials goes the same way, from wherever it stands.
    let other = reporter.file(&filing(2)).await;
    coordinator.just(VerifyCase::PATH, &other).await;
    coordinator.order(DisposeCase::PATH, &other, json!({ "agency": "esdm" })).await;
    let reason = json!({ "text": "Tentang pungutan oleh petugas." });
    let case = coordinator.order(SealCase::PATH, &other, reason).await;
    assert!(case.sealed && case.supervisory && case.actions.is_empty());
    assert_eq!((case.stage, case.agency.as_deref()), (Stage::Received, Some("inspektorat")));
    coordinator.client.get(&fill(GetCase::PATH, &[&other.code])).await.refused(403, ErrorCode::Forbidden);
    let case = inspector.just(VerifyCase::PATH, &other).await;
    assert!(case.deadlines.iter().any(|deadline| deadline.working_days == 60));
    rows::verify_clean(server).await;
}

async fn an_old_version_changes_nothing(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = reporter.file(&filing(1)).await;
    let version = coordinator.case(&filed).await.version;
    let verify =
        async |version: i64| coordinator.command(VerifyCase::PATH, &filed, version, &json!({})).await;
    verify(version).await.expect(200);
    let refused = verify(version).await.refused(409, ErrorCode::Conflict);
    assert_eq!(refused.version, Some(version + 1));
    // The right version, but verified it is already.
    verify(version + 1).await.refused(409, ErrorCode::Conflict);
    assert_eq!(coordinator.case(&filed).await.version, version + 1, "what is refused leaves no trace");
    let path = fill(VerifyCase::PATH, &[&filed.code]);
    coordinator.client.post(&path, &json!({})).await.blames(
        400,
        ErrorCode::Malformed,
        &["if-match required"],
    );
    for bad in ["", "x", "\"1", "*", "1.5", "99999999999999999999"] {
        let answer = coordinator.client.with("if-match", bad).post(&path, &json!({})).await;
        assert!(matches!(answer.status, 400 | 409), "{bad}: {}", answer.text());
    }
}

async fn two_at_once_are_one_and_a_refusal(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    for number in 0..5 {
        let filed = reporter.file(&filing(number)).await;
        let version = coordinator.case(&filed).await.version;
        let dispose = async |agency: &str| {
            coordinator.command(DisposeCase::PATH, &filed, version, &json!({ "agency": agency })).await
        };
        let (one, other) = tokio::join!(dispose("esdm"), dispose("dinkes"));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert!(statuses == [200, 409] || statuses == [200, 503], "{statuses:?}");
    }
    rows::verify_clean(server).await;
}

async fn bad_commands_are_told_by_field(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = reporter.file(&filing(1)).await;
    let version = coordinator.case(&filed).await.version;
    let check = async |path: &str, body: serde_json::Value, expected: &[&str]| {
        let answer = coordinator.command(path, &filed, version, &body).await;
        answer.blames(422, ErrorCode::Invalid, expected);
    };
    check(
        VerifyCase::PATH,
        json!({ "sector": "sihir", "region": "99" }),
        &["sector unknown_value", "region unknown_value"],
    )
    .await;
    check(VerifyCase::PATH, json!({ "class": "joke" }), &["class wrong_type"]).await;
    check(DisposeCase::PATH, json!({ "agency": "" }), &["agency agency_required"]).await;
    check(DisposeCase::PATH, json!({ "agency": "inspektorat" }), &["agency unknown_value"]).await;
    check(DisposeCase::PATH, json!({ "agency": "tidak_ada" }), &["agency unknown_value"]).await;
    check(PostponeCase::PATH, json!({ "text": "  " }), &["text required"]).await;
    check(ArchiveCase::PATH, json!({ "reason": "withdrawn", "text": "x" }), &["reason unknown_value"]).await;
    check(NoteOnCase::PATH, json!({ "text": "a".repeat(2_001) }), &["text too_long"]).await;
    check(NoteOnCase::PATH, json!({ "text": "a", "more": 1 }), &["more unknown_field"]).await;
    assert_eq!(coordinator.case(&filed).await.version, version);
    let unknown = coordinator.client.with("if-match", "1");
    unknown
        .post(&fill(VerifyCase::PATH, &["AAA-AAA-AAA-B"]), &json!({}))
        .await
        .refused(422, ErrorCode::Invalid);
}

async fn who_else_looks_at_a_case_is_shown(server: &mut TestServer) {
    let first = Staff::with(server, Role::Coordinator, None).await;
    let second = Staff::with(server, Role::Coordinator, None).await;
    let filed = Reporter::new(&server.url).file(&filing(1)).await;
    assert!(first.case(&filed).await.others.is_empty());
    assert!(first.case(&filed).await.others.is_empty(), "nobody is somebody else to themselves");
    let others = second.case(&filed).await.others;
    assert!(others.len() == 1 && others[0].contains(&first.name), "{others:?}");
    server.clock.advance(std::time::Duration::from_secs(91));
    assert!(second.case(&filed).await.others.is_empty(), "who does not ask any more is gone");
}

on_both!(
    who_else_looks_at_a_case_is_shown,
    the_whole_way_to_an_answer,
    other_ways,
    the_sealed_lane,
    an_old_version_changes_nothing,
    two_at_once_are_one_and_a_refusal,
    bad_commands_are_told_by_field,
);

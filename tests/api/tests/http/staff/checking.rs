//! Closed cases that somebody outside the agency checks.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::{CaseAction, Role},
    api::{AnswerCase, CheckCase, Endpoint, GetCase, ListCases, NoteOnCase, SampleCase, fill},
    complaint::{Action, Actor, EntryKind, Filed, Stage, desk::CaseList},
    problem::{ErrorCode, Problem},
};
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows,
    staff::Staff,
};

async fn to_check(staff: &Staff) -> Vec<String> {
    let address = format!("{}?lane=check", ListCases::PATH);
    let list: CaseList = staff.client.get(&address).await.expect(200).to();
    list.rows.into_iter().map(|row| row.code).collect()
}

async fn closed(server: &TestServer, reporter: &Reporter, number: u64) -> Filed {
    let filed = reporter.file(&filing(number)).await;
    office::answer(server, &filed, "Lampu sudah menyala.").await;
    reporter.accept(&filed).await.expect(200);
    filed
}

async fn what_is_drawn_is_checked_outside_the_agency(server: &mut TestServer) {
    office::sample(server, true).await;
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let worker = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let checker = Staff::with(server, Role::Liaison, Some("dinkes")).await;
    let viewer = Staff::with(server, Role::Viewer, None).await;
    let filed = closed(server, &reporter, 1).await;

    let case = coordinator.case(&filed).await;
    assert!(case.sampled && case.checker.is_none() && case.actions.contains(&CaseAction::Sample));
    assert!(!case.actions.contains(&CaseAction::Check), "who watches over it does not check it unasked");
    let able: Vec<_> = case.checkers.iter().map(|person| person.name.as_str()).collect();
    assert!(able.contains(&&*checker.name) && able.contains(&&*coordinator.name), "{able:?}");
    assert!(!able.contains(&&*worker.name) && !able.contains(&&*viewer.name), "{able:?}");
    assert_eq!(to_check(&coordinator).await, [&*filed.code]);
    assert!(to_check(&checker).await.is_empty() && to_check(&worker).await.is_empty());
    let address = fill(GetCase::PATH, &[&filed.code]);
    checker.client.get(&address).await.refused(403, ErrorCode::Forbidden);

    for name in [&worker.name, &viewer.name, "tidak-ada"] {
        let body = json!({ "name": name });
        let refused = coordinator.command(SampleCase::PATH, &filed, case.version, &body).await;
        let refused = refused.refused(422, ErrorCode::Invalid);
        assert_eq!(
            (&*refused.problems[0].field, refused.problems[0].problem),
            ("name", Problem::UnknownValue)
        );
    }
    coordinator.order(SampleCase::PATH, &filed, json!({ "name": checker.name })).await;
    assert!(to_check(&coordinator).await.is_empty(), "somebody has it");
    assert_eq!(to_check(&checker).await, [&*filed.code]);
    let case = checker.case(&filed).await;
    assert_eq!(case.actions, [CaseAction::Check]);
    assert_eq!(case.checker.unwrap().name, checker.name);
    let note = json!({ "text": "Catatan." });
    checker.command(NoteOnCase::PATH, &filed, case.version, &note).await.refused(403, ErrorCode::Forbidden);

    let silent = json!({ "outcome": "sent_back", "text": " " });
    let refused = checker.command(CheckCase::PATH, &filed, case.version, &silent).await;
    assert_eq!(refused.refused(422, ErrorCode::Invalid).problems[0].field, "text");
    let body = json!({ "outcome": "sent_back", "text": "Satu tiang masih padam." });
    let old = checker.command(CheckCase::PATH, &filed, case.version - 1, &body).await;
    old.refused(409, ErrorCode::Conflict);
    let case = checker.order(CheckCase::PATH, &filed, body).await;
    assert_eq!((case.stage, case.sampled), (Stage::InProgress, false));
    checker.client.get(&address).await.refused(403, ErrorCode::Forbidden);
    let told = worker.case(&filed).await.entries.pop().unwrap();
    assert_eq!((&*told.kind, &*told.actor), ("reopened", "sampler"));
    assert_eq!(told.text.as_deref(), Some("Satu tiang masih padam."));
    let told = reporter.own_view(&filed).await.entries.pop().unwrap();
    assert_eq!((told.kind, told.text.as_deref()), (EntryKind::Reopened, Some("Satu tiang masih padam.")));

    worker.order(AnswerCase::PATH, &filed, json!({ "text": "Semua menyala." })).await;
    reporter.accept(&filed).await.expect(200);
    coordinator.order(SampleCase::PATH, &filed, json!({ "name": checker.name })).await;
    let case = checker.order(CheckCase::PATH, &filed, json!({ "outcome": "confirmed" })).await;
    assert_eq!((case.stage, case.sampled, case.checker), (Stage::Closed, false, None));
    let told = worker.case(&filed).await.entries.pop().unwrap();
    assert_eq!((&*told.kind, told.by), ("check_confirmed", Some(format!("Petugas Contoh {}", checker.name))));
    assert_eq!(reporter.own_view(&filed).await.entries.last().unwrap().kind, EntryKind::Accepted);
    let count = "select count(*) from sample_check where agency_key = 'esdm'";
    assert_eq!(rows::number(&server.state.db, count).await, 2);
    rows::verify_clean(server).await;
}

async fn what_is_not_drawn_may_be_asked_for(server: &mut TestServer) {
    office::sample(server, false).await;
    let reporter = Reporter::new(&server.url);
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let filed = closed(server, &reporter, 1).await;
    assert!(!coordinator.case(&filed).await.sampled && to_check(&coordinator).await.is_empty());
    let case = coordinator.order(SampleCase::PATH, &filed, json!({ "name": coordinator.name })).await;
    assert!(case.sampled && case.actions.contains(&CaseAction::Check));
    let open = reporter.file(&filing(2)).await;
    let version = coordinator.case(&open).await.version;
    let body = json!({ "name": coordinator.name });
    coordinator.command(SampleCase::PATH, &open, version, &body).await.refused(409, ErrorCode::Conflict);
    rows::verify_clean(server).await;
}

async fn what_is_sealed_is_checked_by_nobody(server: &mut TestServer) {
    office::sample(server, true).await;
    let reporter = Reporter::new(&server.url);
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let filed = reporter.file(&filing_with(1, json!({ "about_officials": true }))).await;
    office::step(server, &filed, Actor::Inspectorate, Action::Verify).await;
    office::step(server, &filed, Actor::Inspectorate, Action::Answer).await;
    reporter.accept(&filed).await.expect(200);
    let case = inspector.case(&filed).await;
    assert_eq!((case.stage, case.sampled), (Stage::Closed, false));
    let body = json!({ "name": inspector.name });
    inspector.command(SampleCase::PATH, &filed, case.version, &body).await.refused(403, ErrorCode::Forbidden);
}

on_both!(
    what_is_drawn_is_checked_outside_the_agency,
    what_is_not_drawn_may_be_asked_for,
    what_is_sealed_is_checked_by_nobody,
);

//! Answers that wait for the responsible officer, where the agency wants that.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::{CaseAction, Role},
    api::{AcceptCase, AnswerCase, ApproveCase, Endpoint, ListApprovals, ListCases, ReturnCase, SetApproval},
    complaint::{
        EntryKind, Filed, Outcome, Stage,
        desk::{ApprovalSetting, CaseList},
    },
    problem::ErrorCode,
};
use tests_api::{forms::filing, office, on_both, pictures, reporter::Reporter, rows, staff::Staff};

struct Office {
    reporter: Reporter,
    liaison: Staff,
    officer: Staff,
}

/// An agency that wants its answers released.
async fn office(server: &TestServer) -> Office {
    let officer = Staff::with(server, Role::ResponsibleOfficer, Some("esdm")).await;
    let wanted = json!({ "agency": "esdm", "needed": true });
    let set: Vec<ApprovalSetting> = officer.client.post(SetApproval::PATH, &wanted).await.expect(200).to();
    assert_eq!(set, [ApprovalSetting { agency: "esdm".into(), needed: true }]);
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    Office { reporter: Reporter::new(&server.url), liaison, officer }
}

async fn disposed(server: &TestServer, reporter: &Reporter, number: u64) -> Filed {
    let filed = reporter.file(&filing(number)).await;
    office::dispose(server, &filed, "esdm").await;
    filed
}

async fn to_look_at(staff: &Staff) -> Vec<String> {
    let address = format!("{}?lane=check", ListCases::PATH);
    let list: CaseList = staff.client.get(&address).await.expect(200).to();
    assert!(list.rows.iter().all(|row| row.awaits_approval));
    list.rows.into_iter().map(|row| row.code).collect()
}

async fn an_answer_waits_until_it_is_released(server: &mut TestServer) {
    let Office { reporter, liaison, officer } = office(server).await;
    let filed = disposed(server, &reporter, 1).await;
    liaison.just(AcceptCase::PATH, &filed).await;
    assert!(liaison.case(&filed).await.needs_approval);
    assert!(
        !officer.case(&filed).await.needs_approval,
        "whoever releases answers does not wait for themselves"
    );

    let file = reporter.upload("foto.png", &pictures::png(8, 8)).await;
    let day = server.state.settings().today(&server.state.clock).plus(30);
    let body = json!({
        "text": "Belum lengkap.", "files": [file], "outcome": "planned", "promised_on": day,
    });
    let case = liaison.order(AnswerCase::PATH, &filed, body).await;
    assert_eq!(case.stage, Stage::InProgress);
    let waiting = case.waiting_answer.unwrap();
    assert_eq!((&*waiting.text, waiting.files.len()), ("Belum lengkap.", 1));
    assert_eq!((waiting.outcome, waiting.promised_on), (Some(Outcome::Planned), Some(day)));
    assert!(!case.actions.contains(&CaseAction::Approve));
    let own = reporter.own_view(&filed).await;
    assert_eq!((own.stage, own.entries.last().unwrap().kind), (Stage::InProgress, EntryKind::Begun));
    assert!(!serde_json::to_string(&own).unwrap().contains("Belum lengkap"), "the reporter reads it later");
    assert_eq!(to_look_at(&officer).await, [&*filed.code]);
    assert!(to_look_at(&liaison).await.is_empty());
    liaison
        .command(ApproveCase::PATH, &filed, case.version, &json!({ "approval": "released" }))
        .await
        .refused(403, ErrorCode::Forbidden);

    let silent = json!({ "approval": "sent_back", "text": " " });
    let version = officer.case(&filed).await.version;
    let refused = officer.command(ApproveCase::PATH, &filed, version, &silent).await;
    refused.blames(422, ErrorCode::Invalid, &["text required"]);
    let back = json!({ "approval": "sent_back", "text": "Sebut nama jalannya." });
    let case = officer.order(ApproveCase::PATH, &filed, back).await;
    assert!(case.waiting_answer.is_none() && case.stage == Stage::InProgress);
    let told = liaison.case(&filed).await.entries.pop().unwrap();
    assert!(told.is_internal && told.text.as_deref() == Some("Sebut nama jalannya."));
    officer
        .command(ApproveCase::PATH, &filed, case.version, &json!({ "approval": "released" }))
        .await
        .refused(409, ErrorCode::Conflict);

    let file = reporter.upload("bukti.png", &pictures::png(9, 9)).await;
    let body = json!({ "text": "Jalan Contoh menyala.", "files": [file], "outcome": "done" });
    liaison.order(AnswerCase::PATH, &filed, body).await;
    let case = officer.order(ApproveCase::PATH, &filed, json!({ "approval": "released" })).await;
    assert_eq!((case.stage, case.waiting_answer), (Stage::Answered, None));
    let own = reporter.own_view(&filed).await;
    let answer = own.entries.last().unwrap();
    assert_eq!((answer.kind, answer.text.as_deref()), (EntryKind::Answered, Some("Jalan Contoh menyala.")));
    assert_eq!((answer.outcome, answer.files.len()), (Some(Outcome::Done), 1));
    reporter.download(&filed, &answer.files[0].id).await.expect(200);
    assert!(to_look_at(&officer).await.is_empty());
    rows::verify_clean(server).await;
}

async fn what_waits_stays_with_the_office_that_wrote_it(server: &mut TestServer) {
    let Office { reporter, liaison, officer } = office(server).await;
    let filed = disposed(server, &reporter, 1).await;
    let case = liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Satu." })).await;
    assert_eq!(case.stage, Stage::Disposed);
    // Beginning does not lose it; writing it again does not leave two.
    liaison.just(AcceptCase::PATH, &filed).await;
    let case = liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Dua." })).await;
    assert_eq!(case.waiting_answer.unwrap().text, "Dua.");
    liaison.order(ReturnCase::PATH, &filed, json!({ "text": "Bukan wewenang kami." })).await;
    assert!(to_look_at(&officer).await.is_empty());
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    assert!(coordinator.case(&filed).await.waiting_answer.is_none());

    // The officer's own answers go out at once, and so do all once the agency wants it no more.
    let filed = disposed(server, &reporter, 2).await;
    let case = officer.order(AnswerCase::PATH, &filed, json!({ "text": "Langsung." })).await;
    assert_eq!(case.stage, Stage::Answered);
    officer.client.post(SetApproval::PATH, &json!({ "agency": "esdm", "needed": false })).await.expect(200);
    let filed = disposed(server, &reporter, 3).await;
    let case = liaison.order(AnswerCase::PATH, &filed, json!({ "text": "Juga." })).await;
    assert_eq!(case.stage, Stage::Answered);
    rows::verify_clean(server).await;
}

async fn only_the_officer_of_the_agency_sets_it(server: &mut TestServer) {
    let Office { liaison, officer, .. } = office(server).await;
    let theirs: Vec<ApprovalSetting> = liaison.client.get(ListApprovals::PATH).await.expect(200).to();
    assert_eq!(theirs, [ApprovalSetting { agency: "esdm".into(), needed: true }]);
    let before = rows::count(&server.state.db).await;
    for (staff, agency) in [(&liaison, "esdm"), (&officer, "dinkes"), (&officer, "tidak-ada")] {
        let body = json!({ "agency": agency, "needed": false });
        staff.client.post(SetApproval::PATH, &body).await.refused(403, ErrorCode::Forbidden);
    }
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let none: Vec<ApprovalSetting> = coordinator.client.get(ListApprovals::PATH).await.expect(200).to();
    assert!(none.is_empty());
    let after = rows::count(&server.state.db).await;
    assert_eq!(before["event"], after["event"]);
}

on_both!(
    an_answer_waits_until_it_is_released,
    what_waits_stays_with_the_office_that_wrote_it,
    only_the_officer_of_the_agency_sets_it,
);

//! What comes to an office by letter, telephone, visit or LAPOR!, and ids in LAPOR!.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{Endpoint, EnterCase, IDEMPOTENCY_KEY, LinkCase, ListCases},
    complaint::{
        Channel, EntryKind, Filed,
        desk::{CaseList, CaseView},
    },
    problem::ErrorCode,
    regulation::Step,
};
use tests_api::{
    answer::Answer,
    forms::{filing, filing_with},
    on_both, pictures,
    random::fresh_key,
    reporter::Reporter,
    rows,
    staff::Staff,
};

fn letter(number: u64, received_on: &str, more: Value) -> Value {
    json!({ "channel": "letter", "received_on": received_on, "filing": filing_with(number, more) })
}

async fn enter(staff: &Staff, key: &str, entry: &Value) -> Answer {
    staff.client.with(IDEMPOTENCY_KEY, key).post(EnterCase::PATH, entry).await
}

async fn a_letter_becomes_a_case_with_a_receipt(server: &mut TestServer) {
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let reporter = Reporter::new(&server.url);
    let today = server.state.settings().today(&server.state.clock);
    let arrived = today.plus(-4).to_string();
    let file = reporter.upload("surat.png", &pictures::png(8, 8)).await;
    let entry = letter(
        1,
        &arrived,
        json!({ "files": [file], "reporter": { "name": "Sri Contoh", "phone": "", "email": "" } }),
    );
    let key = fresh_key();
    let filed: Filed = enter(&liaison, &key, &entry).await.expect(201).to();
    let again: Filed = enter(&liaison, &key, &entry).await.expect(201).to();
    assert_eq!((&again.code, &again.secret), (&filed.code, &filed.secret));
    assert_eq!(filed.received_on, today.plus(-4));
    let first = filed.deadlines.iter().find(|one| one.step == Step::VerifyAndDispose).unwrap();
    assert_eq!(first.from, Some(filed.received_on));

    // The reporter follows it with the receipt; the coordinator finds it; whoever entered it has no more to do with it.
    let own = reporter.own_view(&filed).await;
    assert_eq!((own.entries[0].kind, own.entries[0].on), (EntryKind::Received, filed.received_on));
    let case: CaseView = coordinator.case(&filed).await;
    assert_eq!((case.channel, case.files.len(), case.identified), (Channel::Letter, 1, true));
    assert_eq!((case.entries[0].actor.as_str(), case.entries[0].by.is_some()), ("agency", true));
    let mine: CaseList = liaison.client.get(ListCases::PATH).await.expect(200).to();
    assert!(mine.rows.is_empty());
    rows::verify_clean(server).await;
}

async fn what_cannot_be_entered_is_told_field_by_field(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let before = rows::count(&server.state.db).await;
    let mut entry = letter(1, "2031-01-01", json!({ "title": "" }));
    entry["channel"] = json!("web");
    enter(&coordinator, &fresh_key(), &entry).await.blames(
        422,
        ErrorCode::Invalid,
        &["channel unknown_value", "received_on in_future", "filing.title required"],
    );
    let lapor = json!({ "channel": "lapor", "received_on": "2026-06-01", "filing": filing(1) });
    enter(&coordinator, &fresh_key(), &lapor).await.blames(422, ErrorCode::Invalid, &["lapor_id required"]);
    coordinator
        .client
        .post(EnterCase::PATH, &letter(1, "2026-06-01", json!({})))
        .await
        .refused(400, ErrorCode::Malformed);
    for role in [Role::Viewer, Role::Administrator, Role::DataProtectionOfficer] {
        let other = Staff::with(server, role, None).await;
        enter(&other, &fresh_key(), &letter(1, "2026-06-01", json!({})))
            .await
            .refused(403, ErrorCode::Forbidden);
    }
    let after = rows::count(&server.state.db).await;
    assert_eq!((before["complaint"], before["event"]), (after["complaint"], after["event"]));
}

async fn about_officials_it_is_sealed_for_whoever_enters_it_too(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    let today = server.state.settings().today(&server.state.clock).to_string();
    let entry = letter(1, &today, json!({ "about_officials": true }));
    let filed: Filed = enter(&coordinator, &fresh_key(), &entry).await.expect(201).to();
    assert!(filed.sealed);
    let path = shared::api::fill(shared::api::GetCase::PATH, &[&filed.code]);
    coordinator.client.get(&path).await.refused(403, ErrorCode::Forbidden);
    assert!(inspector.case(&filed).await.sealed);
}

async fn an_id_in_lapor_belongs_to_one_case(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let today = server.state.settings().today(&server.state.clock).to_string();
    let entry =
        |id: &str| json!({ "channel": "lapor", "received_on": today, "lapor_id": id, "filing": filing(1) });
    let filed: Filed = enter(&coordinator, &fresh_key(), &entry("#4821003")).await.expect(201).to();
    assert_eq!(coordinator.case(&filed).await.lapor_id.as_deref(), Some("4821003"));
    enter(&coordinator, &fresh_key(), &entry("4821003")).await.blames(
        422,
        ErrorCode::Invalid,
        &["lapor_id taken"],
    );

    let other = Reporter::new(&server.url).file(&filing(2)).await;
    let version = coordinator.case(&other).await.version;
    let taken = coordinator.command(LinkCase::PATH, &other, version, &json!({ "id": "4821003" })).await;
    taken.blames(422, ErrorCode::Invalid, &["id taken"]);
    let case = coordinator.order(LinkCase::PATH, &other, json!({ "id": " 77 " })).await;
    assert_eq!(
        (case.lapor_id.as_deref(), case.entries.last().unwrap().kind.as_str()),
        (Some("77"), "linked")
    );
    let case = coordinator.order(LinkCase::PATH, &other, json!({})).await;
    assert_eq!(case.lapor_id, None);
    rows::verify_clean(server).await;
}

on_both!(
    a_letter_becomes_a_case_with_a_receipt,
    what_cannot_be_entered_is_told_field_by_field,
    about_officials_it_is_sealed_for_whoever_enters_it_too,
    an_id_in_lapor_belongs_to_one_case,
);

//! A request that the staff write for who came, wrote or called.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{Endpoint, EnterRequest, IDEMPOTENCY_KEY},
    complaint::Channel,
    problem::ErrorCode,
    request::{RequestReceipt, RequestStage},
};
use tests_api::{
    answer::Answer,
    client::Client,
    on_both,
    random::fresh_key,
    requesting::{asking, look, register, shown},
    rows,
    staff::Staff,
};

fn entry(more: Value) -> Value {
    let mut entry =
        json!({ "channel": "visit", "received_on": "2026-06-03", "request": asking(1, json!({})) });
    entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    entry
}

async fn enter(staff: &Staff, key: &str, entry: &Value) -> Answer {
    staff.client.with(IDEMPOTENCY_KEY, key).post(EnterRequest::PATH, entry).await
}

async fn what_came_to_the_counter_is_registered(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let client = Client::new(&server.url);
    register(&client, 1).await;
    let key = fresh_key();
    let receipt: RequestReceipt = enter(&main, &key, &entry(json!({}))).await.expect(201).to();
    assert_eq!((receipt.number.as_str(), receipt.secret.len()), ("PI-2026-00002", 26));
    assert_eq!(receipt.received_on.to_string(), "2026-06-03");
    let days = &server.state.settings().holidays;
    assert_eq!(receipt.deadlines[0].due_on, days.add_working_days(receipt.received_on, 10));
    let seen = shown(&main, &receipt.number).await;
    assert_eq!((seen.channel, seen.request.stage), (Channel::Visit, RequestStage::Received));
    assert_eq!(look(&client, &receipt).await.number, receipt.number, "whoever asked follows it");
    // Once, under its key.
    let again: RequestReceipt = enter(&main, &key, &entry(json!({}))).await.expect(201).to();
    assert!(again == receipt);
    enter(&main, &key, &entry(json!({ "channel": "phone" }))).await.refused(422, ErrorCode::KeyReused);
    // What comes to an agency is its PPID's from the start.
    let letter = entry(json!({ "channel": "letter", "received_on": "2026-06-10" }));
    let theirs: RequestReceipt = enter(&agency, &fresh_key(), &letter).await.expect(201).to();
    let seen = shown(&agency, &theirs.number).await;
    assert_eq!((seen.request.stage, seen.request.agency.as_deref()), (RequestStage::Assigned, Some("esdm")));
    let actors = rows::texts(
        &server.state.db,
        "select actor from event where kind = 'request_received' order by position",
    );
    assert_eq!(actors.await, ["applicant", "ppid_main", "ppid_agency"]);
    rows::verify_clean(server).await;
}

async fn what_is_wrong_is_told_and_enters_nothing(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let before = rows::count(&server.state.db).await;
    let check = async |entry: Value, expected: &[&str]| {
        enter(&main, &fresh_key(), &entry).await.blames(422, ErrorCode::Invalid, expected);
    };
    check(entry(json!({ "received_on": "2026-06-11" })), &["received_on in_future"]).await;
    check(entry(json!({ "received_on": "2024-12-31" })), &["received_on too_old"]).await;
    check(entry(json!({ "received_on": "" })), &["received_on required"]).await;
    check(entry(json!({ "channel": "web" })), &["channel unknown_value"]).await;
    let nameless = asking(1, json!({ "what": "", "obtain": null }));
    check(entry(json!({ "request": nameless })), &["request.what required", "request.obtain required"]).await;
    main.client.post(EnterRequest::PATH, &entry(json!({}))).await.refused(400, ErrorCode::Malformed);
    for staff in [&superior, &coordinator] {
        enter(staff, &fresh_key(), &entry(json!({}))).await.refused(403, ErrorCode::Forbidden);
    }
    assert_eq!(rows::count(&server.state.db).await, before);
}

on_both!(what_came_to_the_counter_is_registered, what_is_wrong_is_told_and_enters_nothing);

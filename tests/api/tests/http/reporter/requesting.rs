//! A request for information: registered at once, under a number that opens nothing without its secret.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    api::{Endpoint, FileRequest, GetRequest, ObjectToRequest, fill},
    problem::ErrorCode,
    request::{RequestReceipt, RequestStage, RequestStep},
};
use tests_api::{
    client::Client,
    on_both,
    random::fresh_key,
    requesting::{asking, look, object, register, send},
    rows,
};

async fn a_request_gets_its_number_at_once(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    assert_eq!((receipt.number.as_str(), receipt.secret.len()), ("PI-2026-00001", 26));
    assert_eq!(receipt.received_on.to_string(), "2026-06-10");
    let settings = server.state.settings();
    let due_on = settings.holidays.add_working_days(receipt.received_on, 10);
    let [notice] = receipt.deadlines.as_slice() else { panic!("{:?}", receipt.deadlines) };
    assert_eq!((notice.step, notice.due_on, notice.confirmed), (RequestStep::Notice, due_on, true));

    let shown = look(&client, &receipt).await;
    assert_eq!(
        (shown.stage, shown.what.as_str()),
        (RequestStage::Received, "Rencana kerja Dinas Contoh nomor 1.")
    );
    assert_eq!(shown.deadlines, receipt.deadlines);
    assert!(shown.notices.is_empty() && shown.objections.is_empty() && shown.agency.is_none());
    assert_eq!(register(&client, 2).await.number, "PI-2026-00002");
    // Each year has a register of its own, by the local day.
    server.clock.set("2026-12-31T15:59:59Z".parse().unwrap());
    assert_eq!(register(&client, 3).await.number, "PI-2026-00003");
    server.clock.advance(Duration::from_secs(1));
    assert_eq!(register(&client, 4).await.number, "PI-2027-00001");
    rows::verify_clean(server).await;
}

async fn what_does_not_fit_is_told_by_field(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let before = rows::count(&server.state.db).await;
    let empty = send(&client, &fresh_key(), &json!({})).await;
    let expected = [
        "applicant.kind required",
        "applicant.name required",
        "applicant.address required",
        "applicant.phone required",
        "what required",
        "purpose required",
        "obtain required",
        "send required",
    ];
    empty.blames(422, ErrorCode::Invalid, &expected);
    let by_mail = send(&client, &fresh_key(), &asking(1, json!({ "send": "email" }))).await;
    by_mail.blames(422, ErrorCode::Invalid, &["applicant.email required"]);
    client.post(FileRequest::PATH, &asking(1, json!({}))).await.blames(
        400,
        ErrorCode::Malformed,
        &["idempotency-key required"],
    );
    assert_eq!(rows::count(&server.state.db).await, before);
    assert_eq!(register(&client, 1).await.number, "PI-2026-00001", "what was refused took no number");
}

async fn a_repeat_gets_the_same_receipt(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let key = fresh_key();
    let first = send(&client, &key, &asking(1, json!({}))).await.expect(201);
    let after = rows::count(&server.state.db).await;
    server.clock.set("2026-07-01T02:00:00Z".parse().unwrap());
    assert_eq!(send(&client, &key.to_uppercase(), &asking(1, json!({}))).await.expect(201).body, first.body);
    send(&client, &key, &asking(2, json!({}))).await.refused(422, ErrorCode::KeyReused);
    assert_eq!(rows::count(&server.state.db).await, after);
    server.restart().await;
    let again = send(&Client::new(&server.url), &key, &asking(1, json!({}))).await.expect(201);
    assert_eq!(again.body, first.body);
}

async fn many_at_once_leave_no_number_out(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let receipts = join_all((1..=12).map(|number| register(&client, number))).await;
    let numbers: BTreeSet<String> = receipts.into_iter().map(|receipt| receipt.number).collect();
    let expected: BTreeSet<String> = (1..=12).map(|place| format!("PI-2026-{place:05}")).collect();
    assert_eq!(numbers, expected);
}

async fn the_number_opens_nothing_without_its_secret(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let (own, other) = (register(&client, 1).await, register(&client, 2).await);
    let known = fill(GetRequest::PATH, &[&own.number]);
    let mut told = BTreeSet::new();
    for path in [known.clone(), fill(GetRequest::PATH, &["PI-2026-09999"]), fill(GetRequest::PATH, &["x"])] {
        client.get(&path).await.refused(401, ErrorCode::Unauthorized);
        for secret in [&other.secret, "", "x", "00000000000000000000000000"] {
            let answer = client.holding(secret).get(&path).await;
            answer.refused(401, ErrorCode::Unauthorized);
            // Whether the number is there cannot be told from the answer.
            told.insert(answer.text());
        }
    }
    assert_eq!(told.len(), 1, "{told:?}");
    client.with("authorization", &format!("Bearer {}", own.secret)).get(&known).await.expect(401);
    let objecting = fill(ObjectToRequest::PATH, &[&own.number]);
    let body = json!({ "ground": "no_regular_information", "text": "x" });
    client.holding(&other.secret).post(&objecting, &body).await.refused(401, ErrorCode::Unauthorized);
    // Too many wrong tries are too many, and lock nobody out.
    let mut statuses = BTreeSet::new();
    for _ in 0..20 {
        statuses.insert(client.holding(&other.secret).get(&known).await.status);
    }
    assert_eq!(statuses, [401, 429].into());
    look(&client, &own).await;
}

async fn objections_follow_the_days(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let receipt: RequestReceipt = register(&client, 1).await;
    let holidays = server.state.settings().holidays.clone();
    let last = receipt.deadlines[0].due_on;
    let grounds = async || {
        let offers = look(&client, &receipt).await.offers;
        offers.iter().map(|offer| offer.ground.as_str()).collect::<Vec<_>>().join(" ")
    };
    let on = |day: shared::calendar::Day| server.clock.set(format!("{day}T02:00:00Z").parse().unwrap());
    assert_eq!(grounds().await, "no_regular_information");
    on(last);
    assert_eq!(grounds().await, "no_regular_information");
    object(&client, &receipt, "no_answer").await.refused(409, ErrorCode::Conflict);
    on(last.plus(1));
    assert_eq!(grounds().await, "no_regular_information no_answer late");
    let shown = look(&client, &receipt).await;
    let last_chance = holidays.add_working_days(last, 30);
    assert_eq!(shown.offers[1].until, Some(last_chance));
    on(last_chance.plus(1));
    assert_eq!(grounds().await, "no_regular_information");
    object(&client, &receipt, "late").await.refused(409, ErrorCode::Conflict);
    on(last_chance);
    let path = fill(ObjectToRequest::PATH, &[&receipt.number]);
    let empty = client.holding(&receipt.secret).post(&path, &json!({})).await;
    empty.blames(422, ErrorCode::Invalid, &["ground required", "text required"]);
    let objected = object(&client, &receipt, "late").await.expect(200).to::<shared::request::RequestView>();
    assert_eq!(objected.objections[0].filed_on, last_chance);
    assert_eq!(objected.deadlines[1].step, RequestStep::Decision);
    assert_eq!(objected.deadlines[1].due_on, holidays.add_working_days(last_chance, 30));
    assert!(objected.deadlines[0].late_days >= 30 && objected.offers.is_empty());
    object(&client, &receipt, "no_answer").await.refused(409, ErrorCode::Conflict);
    rows::verify_clean(server).await;
}

on_both!(
    a_request_gets_its_number_at_once,
    what_does_not_fit_is_told_by_field,
    a_repeat_gets_the_same_receipt,
    many_at_once_leave_no_number_out,
    the_number_opens_nothing_without_its_secret,
    objections_follow_the_days,
);

//! Objections: filed by the applicant, decided by the PPID's superior, and what follows.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{AssignRequest, DecideObjection, Endpoint, GrantRequest, ListDeskRequests, RefuseRequest},
    calendar::Day,
    problem::ErrorCode,
    request::{DecisionOutcome, DeskRequestList, RequestAction, RequestReceipt, RequestStage, RequestStep},
};
use tests_api::{
    client::Client,
    on_both,
    requesting::{give, grant, look, object, order, refusal, register, shown},
    rows,
    staff::Staff,
};

fn decision(outcome: &str, answer_by: &str) -> Value {
    json!({
        "outcome": outcome,
        "letter_number": "K-12/2026",
        "official": "Sekretaris Daerah selaku atasan PPID",
        "reasons": "Sudah dipertimbangkan.",
        "answer_by": answer_by,
    })
}

fn on(server: &TestServer, day: Day) {
    server.clock.set(format!("{day}T02:00:00Z").parse().unwrap());
}

/// A request that the agency refused and the applicant objected to.
async fn objected(server: &TestServer) -> (Staff, Staff, RequestReceipt) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    order(&main, AssignRequest::PATH, &receipt.number, json!({ "agency": "esdm" })).await;
    order(&agency, RefuseRequest::PATH, &receipt.number, refusal()).await;
    object(&client, &receipt, "refused").await.expect(200);
    (agency, superior, receipt)
}

async fn who_is_right_is_answered_anew(server: &mut TestServer) {
    let (agency, superior, receipt) = objected(server).await;
    let (client, number) = (Client::new(&server.url), receipt.number.as_str());
    let holidays = server.state.settings().holidays.clone();
    let list: DeskRequestList = superior.client.get(ListDeskRequests::PATH).await.expect(200).to();
    let due_on = holidays.add_working_days(receipt.received_on, 30);
    assert_eq!((list.rows[0].due_on, list.rows[0].has_objection), (Some(due_on), true));
    let seen = shown(&superior, number).await;
    assert_eq!(
        seen.actions,
        [RequestAction::See, RequestAction::Identify, RequestAction::Uphold, RequestAction::Dismiss]
    );
    assert_eq!(seen.request.objections[0].text, "Saya keberatan.");

    let decided_on = receipt.received_on.plus(7);
    on(server, decided_on);
    let (agency, superior) = (agency.back(server).await, superior.back(server).await);
    let without = give(&superior, DecideObjection::PATH, number, seen.version, &decision("upheld", "")).await;
    without.blames(422, ErrorCode::Invalid, &["answer_by required"]);
    let answer_by = decided_on.plus(7);
    let upheld = decision("upheld", &answer_by.to_string());
    let decided = order(&superior, DecideObjection::PATH, number, upheld.clone()).await;
    assert_eq!(decided.request.stage, RequestStage::Reopened);
    assert!(decided.request.notices.len() == 1 && decided.actions.len() == 2, "it is decided once");
    give(&superior, DecideObjection::PATH, number, decided.version, &upheld)
        .await
        .refused(409, ErrorCode::Conflict);

    let seen = look(&client, &receipt).await;
    let told = seen.objections[0].decision.as_ref().unwrap();
    assert_eq!((told.outcome, told.answer_by), (DecisionOutcome::Upheld, Some(answer_by)));
    let steps: Vec<_> = seen.deadlines.iter().map(|one| (one.step, one.due_on)).collect();
    let dispute = holidays.add_working_days(decided_on, 14);
    assert_eq!(
        steps,
        [(RequestStep::Notice, answer_by), (RequestStep::Decision, due_on), (RequestStep::Dispute, dispute)]
    );
    let list: DeskRequestList = agency.client.get(ListDeskRequests::PATH).await.expect(200).to();
    assert_eq!((list.rows[0].due_on, list.rows[0].stage), (Some(answer_by), RequestStage::Reopened));
    on(server, answer_by.plus(1));
    let agency = agency.back(server).await;
    let words = |offers: &[shared::request::OfferedGround]| {
        offers.iter().map(|offer| offer.ground.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(words(&look(&client, &receipt).await.offers), "no_regular_information no_answer late");
    let granted = order(&agency, GrantRequest::PATH, number, grant(json!({}))).await;
    assert_eq!((granted.request.stage, granted.request.notices.len()), (RequestStage::Granted, 2));
    assert_eq!(granted.request.deadlines[0].late_days, 1);
    assert_eq!(
        words(&look(&client, &receipt).await.offers),
        "no_regular_information not_as_asked not_fulfilled late"
    );
    object(&client, &receipt, "not_fulfilled").await.expect(200);
    assert_eq!(look(&client, &receipt).await.objections.len(), 2);
    rows::verify_clean(server).await;
}

async fn who_is_not_is_told_where_the_way_leads(server: &mut TestServer) {
    let (_, superior, receipt) = objected(server).await;
    let (client, number) = (Client::new(&server.url), receipt.number.as_str());
    let holidays = server.state.settings().holidays.clone();
    let decided_on = receipt.deadlines[0].due_on;
    on(server, decided_on);
    let superior = superior.back(server).await;
    let decided = order(&superior, DecideObjection::PATH, number, decision("dismissed", "")).await;
    assert_eq!(decided.request.stage, RequestStage::Refused, "what was told stands");
    let seen = look(&client, &receipt).await;
    let told = seen.objections[0].decision.as_ref().unwrap();
    assert_eq!((told.outcome, told.letter_number.as_str()), (DecisionOutcome::Dismissed, "K-12/2026"));
    assert_eq!(told.reasons, "Sudah dipertimbangkan.");
    let dispute = seen.deadlines.iter().find(|one| one.step == RequestStep::Dispute).unwrap();
    assert_eq!(dispute.due_on, holidays.add_working_days(decided_on, 14));
    assert!(seen.offers.is_empty());
    object(&client, &receipt, "refused").await.refused(409, ErrorCode::Conflict);
    let list: DeskRequestList = superior.client.get(ListDeskRequests::PATH).await.expect(200).to();
    assert_eq!((list.rows[0].due_on, list.rows[0].has_objection), (None, false));
    rows::verify_clean(server).await;
}

async fn silence_can_be_broken_while_an_objection_waits(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    on(server, receipt.deadlines[0].due_on.plus(1));
    object(&client, &receipt, "no_answer").await.expect(200);
    let main = main.back(server).await;
    let granted = order(&main, GrantRequest::PATH, &receipt.number, grant(json!({}))).await;
    assert_eq!(granted.request.stage, RequestStage::Granted);
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    order(&superior, DecideObjection::PATH, &receipt.number, decision("dismissed", "")).await;
    let seen = look(&client, &receipt).await;
    assert_eq!((seen.stage, seen.offers.len()), (RequestStage::Granted, 0));
    rows::verify_clean(server).await;
}

/// Two sendings of one objection are one objection.
async fn of_two_objections_at_once_one_is_taken(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let both = futures_util::future::join(
        object(&client, &receipt, "no_regular_information"),
        object(&client, &receipt, "no_regular_information"),
    );
    let (one, two) = both.await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(look(&client, &receipt).await.objections.len(), 1);
}

on_both!(
    who_is_right_is_answered_anew,
    who_is_not_is_told_where_the_way_leads,
    silence_can_be_broken_while_an_objection_waits,
    of_two_objections_at_once_one_is_taken,
);

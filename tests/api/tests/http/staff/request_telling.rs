//! What the PPID are told: last days of requests and objections, and terms that end.

use serde_json::json;
use server::{testing::TestServer, upkeep};
use shared::{
    access::Role,
    api::{AssignRequest, DecideConsequenceTest, Endpoint, ListMessages, ReadMessages, RefuseRequest},
    calendar::Day,
    complaint::desk::{MessageKind, MessageLine, MessageList, MessageSubject},
};
use tests_api::{
    client::Client,
    excluding, informing, on_both,
    requesting::{object, order, refusal, register},
    rows,
    smtp::MailServer,
    staff::Staff,
};

async fn list(server: &TestServer, staff: &Staff) -> Vec<MessageLine> {
    let list: MessageList = staff.back(server).await.client.get(ListMessages::PATH).await.expect(200).to();
    list.rows
}

async fn kinds(server: &TestServer, staff: &Staff) -> Vec<MessageKind> {
    let mut kinds: Vec<_> = list(server, staff).await.into_iter().map(|row| row.kind).collect();
    kinds.reverse();
    kinds
}

/// The hourly work of a local day at noon, twice: nothing is told twice.
async fn on_day(server: &TestServer, day: Day) {
    server.clock.set(format!("{day}T04:00:00Z").parse().unwrap());
    for _ in 0..2 {
        upkeep::once(&server.state).await.unwrap();
    }
}

async fn last_days_of_requests_are_told(server: &mut TestServer) {
    use MessageKind::{RequestDue, RequestLate};
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with_mail(server, Role::PpidAgency, Some("esdm")).await;
    let stranger = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    order(&main, AssignRequest::PATH, &receipt.number, json!({ "agency": "esdm" })).await;
    let due_on = receipt.deadlines[0].due_on;
    on_day(server, receipt.received_on.plus(1)).await;
    assert!(kinds(server, &agency).await.is_empty(), "not yet");
    on_day(server, due_on).await;
    assert_eq!(kinds(server, &agency).await, [RequestDue]);
    assert!(kinds(server, &main).await.is_empty(), "it is the agency's");
    on_day(server, due_on.plus(1)).await;
    assert_eq!(kinds(server, &agency).await, [RequestDue, RequestLate]);
    assert_eq!(kinds(server, &main).await, [RequestLate]);
    let line = &list(server, &agency).await[0];
    assert_eq!(
        (line.subject, line.code.as_str(), line.due_on, line.title.as_deref()),
        (MessageSubject::Request, receipt.number.as_str(), Some(due_on), None)
    );
    object(&client, &receipt, "no_answer").await.expect(200);
    let decide_by = server.state.settings().holidays.add_working_days(due_on.plus(1), 30);
    on_day(server, decide_by).await;
    assert!(kinds(server, &superior).await.is_empty(), "the notice is still what is due first");
    assert!(kinds(server, &stranger).await.is_empty());
    let agency = agency.back(server).await;
    let until = list(server, &agency).await[0].id;
    let after: MessageList =
        agency.client.post(ReadMessages::PATH, &json!({ "until": until })).await.expect(200).to();
    assert_eq!(after.unread, 0);
    rows::verify_clean(server).await;
}

async fn the_superior_hears_of_objections(server: &mut TestServer) {
    use MessageKind::{ObjectionDue, ObjectionLate};
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    order(&main, RefuseRequest::PATH, &receipt.number, refusal()).await;
    object(&client, &receipt, "refused").await.expect(200);
    let decide_by = server.state.settings().holidays.add_working_days(receipt.received_on, 30);
    on_day(server, decide_by).await;
    assert_eq!(kinds(server, &superior).await, [ObjectionDue]);
    on_day(server, decide_by.plus(1)).await;
    assert_eq!(kinds(server, &superior).await, [ObjectionDue, ObjectionLate]);
    assert!(kinds(server, &main).await.is_empty(), "who answered does not decide");
}

async fn terms_that_end_are_told_once(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let entry = informing::published(&main, informing::what(1, json!({ "keep_until": "2026-07-20" }))).await;
    let long = json!({ "keep_until": "2026-12-31" });
    informing::published(&main, informing::what(2, long)).await;
    let past = json!({ "keep_until": "2026-01-31" });
    informing::published(&main, informing::what(3, past)).await;
    let test = excluding::considered(&main, excluding::proposal(1, json!({}))).await;
    let decision = excluding::decision("UK-1", Some("2026-07-20"));
    excluding::order(&main, DecideConsequenceTest::PATH, test, decision).await;
    on_day(server, Day::parse("2026-06-11").unwrap()).await;
    assert!(kinds(server, &agency).await.is_empty(), "neither what is far nor what is long past");
    on_day(server, Day::parse("2026-06-25").unwrap()).await;
    on_day(server, Day::parse("2026-07-21").unwrap()).await;
    let told = list(server, &agency).await;
    let told: Vec<_> = told.iter().map(|row| (row.kind, row.subject, row.code.clone())).collect();
    let expected = [
        (MessageKind::KeepingEnds, MessageSubject::Information, entry.to_string()),
        (MessageKind::ExclusionEnds, MessageSubject::ConsequenceTest, test.to_string()),
    ];
    assert_eq!(told, expected);
    assert_eq!(kinds(server, &main).await, [MessageKind::ExclusionEnds]);
    rows::verify_clean(server).await;
}

async fn what_nobody_read_is_mailed_as_a_digest(server: &mut TestServer) {
    let mail = MailServer::start().await;
    server.config.mail = Some(mail.config());
    server.restart().await;
    Staff::with_mail(server, Role::PpidMain, None).await;
    let receipt = register(&Client::new(&server.url), 1).await;
    on_day(server, receipt.deadlines[0].due_on.plus(1)).await;
    server.clock.advance(std::time::Duration::from_secs(16 * 60));
    upkeep::deliver(&server.state).await.unwrap();
    let letters = mail.take();
    assert_eq!(letters.len(), 1, "{letters:?}");
    let text = &letters[0].text;
    assert!(text.contains("PI-2026-00001: Permohonan informasi terlambat"), "{text}");
    assert!(text.contains("https://tanggap.contoh.example/petugas/permohonan/PI-2026-00001"), "{text}");
    assert!(!text.contains("Rencana kerja"), "{text}");
}

on_both!(
    last_days_of_requests_are_told,
    the_superior_hears_of_objections,
    terms_that_end_are_told_once,
    what_nobody_read_is_mailed_as_a_digest,
);
